//! Checks of lists and of what parks say about them: the two must agree.

use assessment::Date;
use disclosure::model::{ListEntry, Park};

use super::checker::{At, Checker};
use super::edition::stage;
use super::known::KnownInEdition;
use crate::draft::{EditionDraft, ListDraft};
use crate::finding::Finding;
use crate::tomlfile::Read;

/// How a list names the region.
const REGION: &str = "内蒙古";

/// Checks the lists of an edition.
pub fn check(
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    for list in edition.lists.iter().flatten() {
        head(list, known, as_of, checker);
        for (index, (line, entry)) in list.entries.iter().enumerate() {
            let mut wrong = |column: &str, expected: String, found: String| {
                checker.findings.push(Finding::of_line(&list.csv, *line, column, expected, found));
            };
            if usize::from(entry.number) != index + 1 {
                let expected = format!("{}, for entries are numbered in turn", index + 1);
                wrong("number", expected, entry.number.to_string());
            }
            if entry.end_year < entry.start_year {
                let expected = format!("a year not before start_year, {}", entry.start_year);
                wrong("end_year", expected, entry.end_year.to_string());
            }
            match (&entry.park, entry.province == REGION) {
                (None, true) => {
                    wrong(
                        "park",
                        format!("the id of a park, for the entry lies in {REGION}"),
                        "nothing".into(),
                    );
                }
                (Some(park), false) => {
                    wrong("park", format!("nothing, for only entries in {REGION} name a park"), quoted(park));
                }
                (Some(id), true) => {
                    // What could not be read may say that all is right.
                    let (Some(parks), Some(_)) = (&edition.parks, &edition.corrections) else { continue };
                    match parks.iter().find(|park| park.value.id == *id) {
                        None => wrong("park", "the id of a park".to_owned(), quoted(id)),
                        Some(park) => {
                            agree(&park.value, &corrected(edition, &list.head.value.id, entry), &mut wrong);
                        }
                    }
                }
                (None, false) => {}
            }
        }
    }
}

/// An entry as the corrections leave it; one that they take off is left as it was printed.
fn corrected(edition: &EditionDraft, list: &str, entry: &ListEntry) -> ListEntry {
    let notices = edition.corrections.iter().flatten();
    let changes = notices.flat_map(|read| &read.value.entries).filter(|change| change.list == list);
    changes.fold(entry.clone(), |known, change| match (&change.was, &change.is) {
        (Some(was), Some(is)) if *was == known => is.clone(),
        _ => known,
    })
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn head(list: &ListDraft, known: &KnownInEdition<'_>, as_of: Option<Date>, checker: &mut Checker<'_>) {
    let Read { file, value } = &list.head;
    checker.id_is_file_name(file, &value.id);
    checker.document(At { file, path: "document" }, &value.document);
    let at = At { file, path: "stage" };
    stage(at, value.stage, known, checker);
    if known.stage(value.stage).is_some_and(|row| row.list.is_none()) {
        let expected = "a stage that official lists are made of, with a name for them in the ladder's table";
        checker.wrong(at, expected, quoted(value.stage.as_str()));
    }
    let checked = At { file, path: "checked_on" };
    checker.checked(checked, value.mark, value.checked_on);
    if let Some(checked_on) = value.checked_on {
        checker.not_after(At { file, path: "published" }, value.published, checked_on, "checked_on");
    }
    if let Some(as_of) = as_of {
        checker.not_after(At { file, path: "published" }, value.published, as_of, "the edition's as_of");
        if let Some(checked_on) = value.checked_on {
            checker.not_after(checked, checked_on, as_of, "the edition's as_of");
        }
    }
    if !list.entries.is_empty() {
        checker.marked(At { file, path: "mark" }, value.mark);
    }
    if list.entries.is_empty() {
        checker.findings.push(Finding::of_file(&list.csv, "at least one entry", "none"));
    }
}

/// A park says of itself what the list says of it.
fn agree(park: &Park, entry: &ListEntry, wrong: &mut impl FnMut(&str, String, String)) {
    let of = |what: &str| format!("{what} of parks/{}.toml", park.id);
    if entry.name != park.name.zh {
        wrong("name", format!("{}, “{}”", of("the name"), park.name.zh), quoted(&entry.name));
    }
    if entry.scope != park.scope {
        wrong("scope", format!("{}, {:?}", of("the scope"), park.scope), format!("{:?}", entry.scope));
    }
    if let Some(years) = &park.construction
        && (years.from, years.to) != (entry.start_year, entry.end_year)
    {
        wrong(
            "start_year",
            format!("{}, {}–{}", of("the construction period"), years.from, years.to),
            format!("{}–{}", entry.start_year, entry.end_year),
        );
    }
}

/// An act that names a list: the list has the park, on its stage, published by that day.
pub fn acts(
    read: &Read<Park>,
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    checker: &mut Checker<'_>,
) {
    let Read { file, value: park } = read;
    for (index, event) in park.events.iter().enumerate() {
        let lists = edition.lists.iter().flatten();
        let Some(list) = lists.into_iter().find(|list| event.list.as_ref() == Some(&list.head.value.id))
        else {
            continue;
        };
        let path = |field: &str| format!("events[{index}].{field}");
        if list.entries.iter().all(|(_, entry)| entry.park.as_ref() != Some(&park.id)) {
            let at = At { file, path: &path("list") };
            checker.wrong(at, format!("a list with the park “{}”", park.id), quoted(&list.head.value.id));
        }
        // A list of an unknown stage is told by itself.
        if event.stage != list.head.value.stage && known.stage(list.head.value.stage).is_some() {
            let expected = format!("the stage of the list, {:?}", list.head.value.stage);
            checker.wrong(At { file, path: &path("stage") }, expected, format!("{:?}", event.stage));
        }
        if event.dated < list.head.value.published {
            let expected = format!("a day not before the list's, {}", list.head.value.published);
            checker.wrong(At { file, path: &path("dated") }, expected, event.dated.to_string());
        }
    }
}
