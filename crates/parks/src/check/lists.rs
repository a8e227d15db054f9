//! Checks of lists and of the acts that name them. A list stands as its document prints it; a park as it is today.

use std::collections::HashMap;

use assessment::Date;
use assessment::ruleset::Level;
use disclosure::model::{EntryStatus, Event, ListEntry, Park};

use super::checker::{At, Checker};
use super::edition::stage;
use super::known::KnownInEdition;
use crate::draft::{EditionDraft, ListDraft};
use crate::entries::REGION;
use crate::finding::Finding;
use crate::tomlfile::Read;
use crate::words::findings::{self as words, Message, quoted};

/// Checks the lists of an edition.
pub fn check(
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    for list in edition.lists.iter() {
        head(list, known, as_of, checker);
        let mut named: HashMap<&str, usize> = HashMap::new();
        let (mut numbers, mut before): (HashMap<EntryStatus, u16>, u16) = (HashMap::new(), 0);
        for (line, entry) in list.entries.iter() {
            let mut wrong = |column: &str, expected: Message, found: Message| {
                checker.findings.push(Finding::of_line(&list.csv, *line, column, expected, found));
            };
            // A reserve, and what is taken off, may be numbered apart from the list or go on with its numbers.
            let apart = numbers.get(&entry.status).map_or(1, |number| number + 1);
            let in_turn = entry.unnumbered || [apart, before + 1].contains(&entry.number);
            if !in_turn {
                let expected = words::numbered_in_turn(apart);
                wrong("number", expected, words::plain(entry.number));
            }
            // Whether the numbers after a wrong one go on with it or as they should, it is told once.
            before = entry.number;
            numbers.insert(entry.status, if in_turn { entry.number } else { apart });
            if let Some([from, to]) = entry.years()
                && to < from
            {
                wrong("end_year", words::year_not_before("start_year", from), words::plain(to));
            }
            match (&entry.park, lies_in_region(entry, list.head.value.level)) {
                // What is in reserve only may be a park of which nothing else is known.
                (None, Some(true))
                    if entry.status != EntryStatus::Reserve && !list.entries.doubt(*line, "status") =>
                {
                    wrong("park", words::park_of_region(REGION), words::nothing());
                }
                (Some(park), Some(false)) => {
                    wrong("park", words::only_region_names_parks(REGION), quoted(park));
                }
                (Some(id), _) => {
                    if let Some(before) = named.insert(id, *line) {
                        let expected = words::park_once_in_list(before);
                        wrong("park", expected, quoted(id));
                    }
                    // What could not be read may say that all is right.
                    let (Some(parks), Some(_)) = (edition.parks.whole(), edition.corrections.whole()) else {
                        continue;
                    };
                    match parks.iter().find(|park| park.value.id == *id) {
                        None => wrong("park", words::id_of(words::a_park()), quoted(id)),
                        Some(park) if park.file.doubts("name") || park.file.doubts("other_names") => {}
                        Some(_) if entry.name.is_empty() => {}
                        Some(park) => {
                            named_so(
                                &park.value,
                                &corrected(edition, &list.head.value.id, entry),
                                &mut wrong,
                            );
                        }
                    }
                }
                (None, _) => {}
            }
        }
    }
}

/// Whether an entry lies in the region; `None` where the document does not say.
fn lies_in_region(entry: &ListEntry, level: Level) -> Option<bool> {
    match &entry.province {
        Some(printed) => Some(printed.starts_with(REGION)),
        None => (level == Level::Region).then_some(true),
    }
}

/// An entry as the corrections leave it; one that they take off is left as it was printed.
fn corrected(edition: &EditionDraft, list: &str, entry: &ListEntry) -> ListEntry {
    let notices = edition.corrections.iter();
    let changes = notices.flat_map(|read| &read.value.entries).filter(|change| change.list == list);
    changes.fold(entry.clone(), |known, change| match (&change.was, &change.is) {
        (Some(was), Some(is)) if *was == known => is.clone(),
        _ => known,
    })
}

fn head(list: &ListDraft, known: &KnownInEdition<'_>, as_of: Option<Date>, checker: &mut Checker<'_>) {
    let Read { file, value } = &list.head;
    checker.id_is_file_name(file, &value.id);
    checker.document(At { file, path: "document" }, &value.document);
    checker.clause_if_any(At { file, path: "clause" }, value.clause.as_ref());
    let at = At { file, path: "stage" };
    stage(at, value.stage, known, checker);
    if known.stage(value.stage).is_some_and(|row| row.list.is_none()) {
        let expected = words::stage_of_lists();
        checker.wrong(at, expected, quoted(value.stage.as_str()));
    }
    let checked = At { file, path: "checked_on" };
    checker.checked(checked, value.mark, value.checked_on);
    if let Some(checked_on) = value.checked_on {
        checker.not_after(
            At { file, path: "published" },
            value.published,
            checked_on,
            words::its_checked_on(),
        );
    }
    if let Some(as_of) = as_of {
        checker.not_after(At { file, path: "published" }, value.published, as_of, words::edition_as_of());
        if let Some(checked_on) = value.checked_on {
            checker.not_after(checked, checked_on, as_of, words::edition_as_of());
        }
    }
    if !list.entries.is_empty() {
        checker.marked(At { file, path: "mark" }, value.mark);
    }
    if list.entries.is_empty() {
        checker.findings.push(Finding::of_file(&list.csv, words::an_entry(), words::none()));
    }
}

/// The park knows the name that the list prints: it is today's or another one. Scope and period stand as printed; a
/// difference from today is shown on the pages and is no mistake.
fn named_so(park: &Park, entry: &ListEntry, wrong: &mut impl FnMut(&str, Message, Message)) {
    let other = park.other_names.iter().any(|other| other.zh == entry.name);
    if entry.name != park.name.zh && !other {
        let expected = words::name_of_park(&park.id, &park.name.zh);
        wrong("name", expected, quoted(&entry.name));
    }
}

/// An act that a list makes, typed in the park's file too: both say the same.
pub fn acts(
    read: &Read<Park>,
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    let Read { file, value: park } = read;
    for (index, event) in park.events.iter().enumerate() {
        let path = |field: &str| format!("events[{index}].{field}");
        let lists = edition.lists.iter();
        let Some(list) = &event.list else {
            unnamed(At { file, path: &path("list") }, park, event, edition, checker);
            continue;
        };
        let Some(list) = lists.into_iter().find(|each| each.head.value.id == *list) else { continue };
        if !list.head.file.is_sound() || !list.entries.are_sound() {
            continue;
        }
        let head = &list.head.value;
        let Some(status) = status_on(list, &park.id, edition) else {
            let at = At { file, path: &path("list") };
            checker.wrong(at, words::list_with_park(&park.id), quoted(&head.id));
            continue;
        };
        match (status, event.removed) {
            (EntryStatus::Reserve, _) => {
                let expected = words::no_act_in_reserve();
                checker.wrong(At { file, path: &path("list") }, expected, quoted(&head.id));
                continue;
            }
            (EntryStatus::Removed, false) => {
                let expected = words::removed_here();
                checker.wrong(At { file, path: &path("removed") }, expected, words::nothing());
            }
            (EntryStatus::Listed, true) => {
                let expected = words::not_removed_here();
                checker.wrong(At { file, path: &path("removed") }, expected, words::plain("true"));
            }
            _ => {}
        }
        // A list or an act of an unknown stage is told by itself.
        let are_known = [head.stage, event.stage].iter().all(|stage| known.stage(*stage).is_some());
        if event.stage != head.stage && are_known {
            let expected = words::stage_of_list(head.stage.as_str());
            checker.wrong(At { file, path: &path("stage") }, expected, words::plain(event.stage.as_str()));
        }
        // A day that is too late in itself is told by itself.
        let is_late = as_of.is_some_and(|as_of| event.dated > as_of);
        if event.dated != head.published && !is_late {
            let expected = words::day_of_list(head.published);
            checker.wrong(At { file, path: &path("dated") }, expected, words::plain(event.dated));
        }
        if event.source.document.as_ref() != Some(&head.document) {
            let found = event.source.document.as_deref().map_or_else(words::none, quoted);
            let expected = words::document_of_list(&head.document);
            checker.wrong(At { file, path: &path("source.document") }, expected, found);
        }
    }
}

/// An act that names no list, though one makes it: it would be told twice.
fn unnamed(at: At<'_>, park: &Park, event: &Event, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let same = |list: &&ListDraft| {
        let head = &list.head.value;
        (head.stage, head.published) == (event.stage, event.dated)
            && !head.restates
            && list.head.file.is_sound()
            && list.entries.are_sound()
            && status_on(list, &park.id, edition) == Some(EntryStatus::Listed)
            && park.events.iter().all(|other| other.list.as_ref() != Some(&head.id))
    };
    if let Some(list) = edition.lists.iter().find(same) {
        let expected = words::list_that_names(&list.head.value.id);
        checker.wrong(at, expected, words::nothing());
    }
}

/// What a list, as it was published and corrected, says of a park; `None` where it does not name it.
fn status_on(list: &ListDraft, park: &str, edition: &EditionDraft) -> Option<EntryStatus> {
    let names = |entry: &&ListEntry| entry.park.as_deref() == Some(park);
    let notices = edition.corrections.iter();
    let changes = notices.flat_map(|read| &read.value.entries);
    let changes = changes.filter(|change| change.list == list.head.value.id);
    let corrected = changes.filter_map(|change| change.is.as_ref());
    let entries = list.entries.iter().map(|(_, entry)| entry);
    entries.chain(corrected).rfind(names).map(|entry| entry.status)
}
