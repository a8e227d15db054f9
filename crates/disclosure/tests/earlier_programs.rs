//! What an earlier program published is still read: `?version=…` opens it with the program of today. The folder
//! `earlier/DAY` is the published edition as the program of that day compiled it, the first that an archive could keep;
//! it is never made anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use disclosure::as_of;
use disclosure::integrity::{read, read_edition};
use disclosure::model::{
    Background, Document, Edition, EditionRef, FileRef, List, Park, Plan, Publication, Quotas, Rulebook,
    Term, WorkReport, WorkReports,
};
use disclosure::search::SearchIndex;
use serde::de::DeserializeOwned;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/earlier/2026-11-28")
}

fn bytes(path: &str) -> Vec<u8> {
    fs::read(folder().join(path)).unwrap()
}

fn opened<T: DeserializeOwned>(file: &FileRef) -> T {
    read(&bytes(&file.path), file).unwrap_or_else(|error| panic!("{}: {error}", file.path))
}

#[test]
fn an_edition_that_was_published_by_an_earlier_program_opens_whole() {
    let listed: EditionRef = serde_json::from_slice(&bytes("edition.json")).unwrap();
    let edition: Edition = read_edition(&bytes(&listed.index.path), &listed.index).unwrap();
    assert_eq!(edition.parks.len(), 2);
    assert_eq!(as_of::edition(&edition, edition.as_of).parks.len(), 2);
    for park in &edition.parks {
        let read: Park = opened(&park.file);
        assert_eq!(read.id, park.id);
    }
    for list in &edition.lists {
        let read: List = opened(&list.file);
        assert_eq!(read.entries.len(), usize::from(list.entries));
    }
    assert!(!opened::<Vec<Document>>(&edition.documents).is_empty());
    assert!(opened::<Rulebook>(&edition.rulebook).check().is_empty());
    assert!(!opened::<Plan>(&edition.plan).tasks.is_empty());
    assert!(!opened::<Background>(&edition.background).registers.is_empty());
    assert!(!opened::<Vec<Term>>(&edition.glossary).is_empty());
    assert!(!opened::<Quotas>(edition.quotas.as_ref().unwrap()).standards.is_empty());
    assert!(!opened::<Vec<Publication>>(edition.publications.as_ref().unwrap()).is_empty());
    for report in opened::<WorkReports>(edition.work.as_ref().unwrap()).reports {
        assert_eq!(opened::<WorkReport>(&report.file).id, report.id);
    }
    assert!(!opened::<SearchIndex>(&edition.search).entries.is_empty());
}
