//! Versions in English.

use super::Versions;

pub static VERSIONS: Versions = Versions {
    lead: |count| {
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        format!(
            "This edition has been published {times}. Every file of each publication is kept as it was and can be opened at any time; a citation carries the version in its address, so that years later it still opens what was cited."
        )
    },
    none: "By this day, the archive holds no publication of this edition.",
    no_archive: "This site keeps no archive of publications: only the present version can be opened.",
    caption: "Versions that were published",
    heads: ["Published, version", "Facts as of", "Changes", "Open"],
    first: "First publication",
    open: "Open this version",
    shown: "(the one you see)",
    index: "Download its index (JSON)",
};
