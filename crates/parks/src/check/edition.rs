//! Checks of one edition: its head and its parks.

use assessment::Date;
use assessment::applicability::IndustryId;
use assessment::ladder::{Corrective, Stage};
use assessment::ruleset::Band;
use disclosure::model::{Event, OrderPart, Park};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use super::{around, course, lists};
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings as words;

/// Checks an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let known = KnownInEdition::new(draft, edition);
    let as_of = edition.as_of();
    if let Some(head) = &edition.head {
        let at = At { file: &head.file, path: "id" };
        checker.slug(at, &head.value.id);
        if head.value.id != edition.folder {
            let expected = words::the_folder_name(&edition.folder);
            checker.wrong(at, expected, words::quoted(&head.value.id));
        }
    }
    invented(edition, checker);
    for read in edition.parks.iter() {
        park(read, draft, edition, &known, as_of, checker);
        lists::acts(read, edition, &known, as_of, checker);
        course::check(read, draft, edition, checker);
    }
    lists::check(edition, &known, as_of, checker);
    around::objectives(edition, &known, as_of, checker);
    around::background(edition, &known, as_of, checker);
}

fn park(
    read: &Read<Park>,
    draft: &Draft,
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    let Read { file, value: park } = read;
    checker.id_is_file_name(file, &park.id);
    checker.reference(
        At { file, path: "league" },
        words::a_league(),
        checker.known.leagues.as_ref(),
        &park.league,
    );
    checker.industries(At { file, path: "industries" }, &park.industries);
    in_two_bands(file, park, draft, edition, checker);
    place(file, park, draft, checker);
    if let Some(years) = &park.construction {
        checker.source(At { file, path: "construction.source" }, &years.source, as_of);
        if years.to < years.from {
            let expected = words::year_not_before("from", years.from);
            checker.wrong(At { file, path: "construction.to" }, expected, words::plain(years.to));
        }
    }
    let targets = park.committed.iter().map(|each| (&each.indicator, each.year, &each.source));
    let values = park.observations.iter().map(|each| (&each.indicator, each.year, &each.source));
    yearly(file, "committed", targets, as_of, checker);
    yearly(file, "observations", values, as_of, checker);
    checker.statements(At { file, path: "" }, &park.statements, as_of);
    for (index, event) in park.events.iter().enumerate() {
        let path = |field: &str| format!("events[{index}].{field}");
        checker.clause_if_any(At { file, path: &path("clause") }, event.clause.as_ref());
        checker.source(At { file, path: &path("source") }, &event.source, as_of);
        let at = At { file, path: &path("dated") };
        if let Some(as_of) = as_of {
            checker.not_after(at, event.dated, as_of, words::edition_as_of());
        }
        if let Some(earlier) = index.checked_sub(1).map(|before| park.events[before].dated)
            && event.dated < earlier
        {
            let expected = words::events_in_order(earlier);
            checker.wrong(at, expected, words::plain(event.dated));
        }
        if let Some(list) = &event.list {
            checker.reference(
                At { file, path: &path("list") },
                words::found_list(),
                known.lists.as_ref(),
                list,
            );
        }
        // Nobody can have read of an act before it.
        let is_late = as_of.is_some_and(|as_of| event.dated > as_of);
        if let Some(checked_on) = event.source.checked_on.filter(|_| !is_late) {
            checker.not_after(at, event.dated, checked_on, words::source_checked_on());
        }
        stage(At { file, path: &path("stage") }, event.stage, known, checker);
        let row = known.stage(event.stage);
        if row.is_some_and(|row| row.correction == Some(Corrective::Order)) && !event.removed {
            order(At { file, path: &path("") }, event, checker);
        }
        if let (Some(due), Some(row)) = (event.due, row) {
            let at = At { file, path: &path("due") };
            if row.correction != Some(Corrective::Order) {
                checker.wrong(at, words::no_due(), words::plain(due));
            } else if due < event.dated {
                checker.wrong(at, words::day_not_before_order(event.dated), words::plain(due));
            }
        }
    }
    checker.ids(file, "tasks", park.tasks.iter().map(|task| task.id.as_str()));
    let targets = park.committed.iter().map(|each| each.target);
    let targets = targets.enumerate().map(|(i, number)| (format!("committed[{i}].target"), number));
    let values = park.observations.iter().map(|each| each.value);
    let values = values.enumerate().map(|(i, number)| (format!("observations[{i}].value"), number));
    for (path, number) in targets.chain(values).filter(|(_, number)| !number.is_of_a_rule()) {
        let expected = words::rule_number();
        checker.wrong(At { file, path: &path }, expected, words::plain(number));
    }
    for (index, task) in park.tasks.iter().enumerate() {
        let path = format!("tasks[{index}].clause");
        checker.clause(At { file, path: &path }, &task.clause);
    }
    if !park.rounds.is_empty() {
        let at = At { file, path: "rounds" };
        checker.wrong(at, words::no_rounds_here(), words::plain(park.rounds.len()));
    }
    if !park.listed_otherwise.is_empty() {
        let at = At { file, path: "listed_otherwise" };
        checker.wrong(at, words::no_lists_here(), words::plain(park.listed_otherwise.len()));
    }
    let elsewhere = [
        ("amended_acts", park.amended_acts.len(), words::no_corrections_here()),
        ("amended_statements", park.amended_statements.len(), words::no_corrections_here()),
        ("work", park.work.len(), words::no_work_here()),
    ];
    for (path, count, expected) in elsewhere.into_iter().filter(|(_, count, _)| *count > 0) {
        checker.wrong(At { file, path }, expected, words::plain(count));
    }
}

/// An order to rectify says by when and why, or that it does not.
fn order(at: At<'_>, event: &Event, checker: &mut Checker<'_>) {
    let parts = [
        (OrderPart::Due, "due", event.due.is_some(), words::last_day_to_rectify()),
        (OrderPart::Cause, "cause", event.cause.is_some(), words::why_to_rectify()),
    ];
    for (part, field, given, what) in parts {
        let path = format!("{}{field}", at.path);
        let here = At { path: &path, ..at };
        match (given, event.not_stated.contains(&part)) {
            (false, false) => {
                let expected = words::order_part(what, field);
                checker.wrong(here, expected, words::nothing());
            }
            (true, true) => checker.wrong(here, words::not_stated_says_none(), words::one()),
            _ => {}
        }
    }
}

/// What is invented says so, and nothing else does.
fn invented(edition: &EditionDraft, checker: &mut Checker<'_>) {
    let Some(Read { file, value: head }) = &edition.head else { return };
    if file.doubts("demonstration") {
        return;
    }
    if head.demonstration && !(head.title.zh.contains("演示") && head.title.en.contains("emonstration")) {
        let expected = words::invented_title();
        checker.wrong(At { file, path: "title" }, expected, words::quoted(&head.title.zh));
    }
    if head.seed.is_some() && !head.demonstration {
        checker.wrong(At { file, path: "seed" }, words::no_seed(), words::one());
    }
    for Read { file, value: park } in edition.parks.iter() {
        let says_so = park.name.zh.starts_with("示例·") && park.name.en.starts_with("Demo · ");
        let at = At { file, path: "name" };
        match (head.demonstration, says_so) {
            (true, false) => {
                checker.wrong(at, words::invented_name(), words::quoted(&park.name.zh));
            }
            (false, true) => checker.wrong(at, words::no_invented_park(), words::quoted(&park.name.zh)),
            _ => {}
        }
    }
}

/// A park has one target: its industries do not fall into two bands of an indicator.
fn in_two_bands(
    file: &TomlFile,
    park: &Park,
    draft: &Draft,
    edition: &EditionDraft,
    checker: &mut Checker<'_>,
) {
    for read in edition.rulesets_of(draft).unwrap_or_default() {
        for indicator in &read.value.indicators {
            let Some([first, second]) = indicator.contradiction(&park.industries) else { continue };
            let named = |band: &Band| {
                let names: Vec<_> = band.industries.iter().map(IndustryId::as_str).collect();
                names.join(", ")
            };
            let expected = words::one_band(&indicator.id, &read.value.id);
            let found = words::some_of_two(named(first), named(second));
            checker.wrong(At { file, path: "industries" }, expected, found);
        }
    }
}

/// The park's point lies in its league.
fn place(file: &TomlFile, park: &Park, draft: &Draft, checker: &mut Checker<'_>) {
    let Some(place) = &park.place else { return };
    checker.marked(At { file, path: "place.mark" }, place.mark);
    let leagues = draft.leagues.iter().flat_map(|read| &read.value.leagues);
    let code = leagues.into_iter().find(|league| league.id == park.league).map(|league| &league.adcode);
    // A league in whose place another stands has another outline.
    if file.doubts("league") {
        return;
    }
    let mut outlines = draft.outlines.iter().flat_map(|outlines| &outlines.0);
    let outline = outlines.find(|outline| Some(&outline.adcode) == code);
    if outline.is_some_and(|outline| !outline.contains(place.point)) {
        let expected = words::point_in_league(&park.league);
        let found = words::place(place.point.lon, place.point.lat);
        checker.wrong(At { file, path: "place.point" }, expected, found);
    }
}

/// Values by indicator and year: known indicators, each year once.
fn yearly<'a>(
    file: &TomlFile,
    list: &str,
    values: impl Iterator<Item = (&'a String, u16, &'a disclosure::model::Source)>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    let mut seen = std::collections::HashSet::new();
    for (index, (indicator, year, source)) in values.enumerate() {
        let path = |field: &str| format!("{list}[{index}].{field}");
        let known = checker.known.indicators.as_ref();
        checker.reference(At { file, path: &path("indicator") }, words::an_indicator(), known, indicator);
        checker.source(At { file, path: &path("source") }, source, as_of);
        if !seen.insert((indicator, year)) {
            let expected = words::indicator_once_a_year();
            checker.wrong(
                At { file, path: &path("year") },
                expected,
                words::indicator_again(indicator, year),
            );
        }
    }
}

/// A stage is one that a ladder of the edition knows.
pub(super) fn stage(at: At<'_>, stage: Stage, known: &KnownInEdition<'_>, checker: &mut Checker<'_>) {
    checker.reference(at, words::a_stage(), known.stage_ids().as_ref(), stage.as_str());
}
