//! Words of the versions of an edition.

use super::W;

groups! {
    /// Versions.
    Versions {
        lead: fn(usize) -> String,
        none: W,
        no_archive: W,
        caption: W,
        heads: [W; 4],
        first: W,
        open: W,
        shown: W,
        index: W,
    }
}
