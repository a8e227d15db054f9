//! What the documents tell people to type is what the program takes.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

use clap::error::ErrorKind;

use crate::cli::is_call;

const DOCUMENTS: [&str; 10] = [
    "README.md",
    "data/README.md",
    "docs/architecture.md",
    "docs/assessment-format.md",
    "docs/data-format.en.md",
    "docs/data-format.zh.md",
    "docs/deployment.md",
    "docs/publishing.en.md",
    "docs/publishing.zh.md",
    "xtask/publisher/README.md",
];

fn read(document: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(document)).unwrap()
}

/// The blocks of a kind.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let blocks = text.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix(kind));
    blocks.map(str::to_owned).collect()
}

/// The calls that stand in blocks of commands.
fn calls(document: &str) -> Vec<String> {
    let blocks = blocks(&read(document), "sh\n");
    let lines = blocks
        .iter()
        .flat_map(|block| block.lines())
        .map(|line| line.split("  #").next().unwrap_or_default().trim());
    let lines = lines.map(|line| line.replacen("cargo run -p parks -- ", "parks ", 1));
    lines.filter(|line| line.starts_with("parks ")).collect()
}

#[test]
fn every_command_of_the_documents_is_one() {
    for document in DOCUMENTS {
        for call in calls(document) {
            assert!(is_call(&call).is_ok(), "{document}: {call}: {}", is_call(&call).unwrap_err());
        }
        // Named in a sentence, a command may go without what it needs.
        let text = read(document);
        for call in text.split('`').skip(1).step_by(2).filter(|span| span.starts_with("parks ")) {
            if call.contains(['…', '[', '\n']) {
                continue;
            }
            let wrong =
                is_call(call).err().filter(|error| error.kind() != ErrorKind::MissingRequiredArgument);
            assert!(wrong.is_none(), "{document}: {call}: {}", wrong.unwrap());
        }
    }
}

#[test]
fn every_file_that_is_shown_can_be_read() {
    for document in DOCUMENTS {
        for block in blocks(&read(document), "toml\n") {
            assert!(block.parse::<toml::Table>().is_ok(), "{document}: {block}");
        }
    }
}

#[test]
fn both_languages_tell_the_same_steps() {
    let steps = |document: &str| -> Vec<String> {
        calls(document).into_iter().filter(|call| !call.starts_with("parks assess")).collect()
    };
    assert_eq!(steps("docs/publishing.zh.md"), steps("docs/publishing.en.md"));
    assert!(steps("docs/publishing.zh.md").len() >= 8);
}
