//! Checks of one edition: its parks, objectives, deliverables, registers and history.

use assessment::Date;
use assessment::applicability::IndustryId;
use assessment::ladder::{Corrective, Stage};
use assessment::ruleset::Band;
use disclosure::model::{Event, Evidence, OrderPart, Park};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use super::{course, lists, shared};
use crate::draft::{Draft, EditionDraft, ListFile};
use crate::tomlfile::{Read, TomlFile};

/// Checks an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let known = KnownInEdition::new(draft, edition);
    let as_of = edition.head.as_ref().map(|head| head.value.as_of);
    if let Some(head) = &edition.head {
        let at = At { file: &head.file, path: "id" };
        checker.slug(at, &head.value.id);
        if head.value.id != edition.folder {
            let expected = format!("the folder's name, “{}”", edition.folder);
            checker.wrong(at, expected, format!("“{}”", head.value.id));
        }
    }
    invented(edition, checker);
    for read in edition.parks.iter().flatten() {
        park(read, draft, edition, &known, as_of, checker);
        lists::acts(read, edition, &known, as_of, checker);
        course::check(read, draft, edition, checker);
    }
    lists::check(edition, &known, as_of, checker);
    objectives(edition, &known, as_of, checker);
    background(edition, &known, as_of, checker);
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
    checker.reference(At { file, path: "league" }, "a league", checker.known.leagues.as_ref(), &park.league);
    checker.industries(At { file, path: "industries" }, &park.industries);
    in_two_bands(file, park, draft, edition, checker);
    place(file, park, draft, checker);
    if let Some(years) = &park.construction {
        checker.source(At { file, path: "construction.source" }, &years.source, as_of);
        if years.to < years.from {
            let expected = format!("a year not before from, {}", years.from);
            checker.wrong(At { file, path: "construction.to" }, expected, years.to.to_string());
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
            checker.not_after(at, event.dated, as_of, "the edition's as_of");
        }
        if let Some(earlier) = index.checked_sub(1).map(|before| park.events[before].dated)
            && event.dated < earlier
        {
            let expected = format!("events oldest first, so a day not before {earlier}");
            checker.wrong(at, expected, event.dated.to_string());
        }
        if let Some(list) = &event.list {
            checker.reference(At { file, path: &path("list") }, "a list", known.lists.as_ref(), list);
        }
        // Nobody can have read of an act before it.
        let is_late = as_of.is_some_and(|as_of| event.dated > as_of);
        if let Some(checked_on) = event.source.checked_on.filter(|_| !is_late) {
            checker.not_after(at, event.dated, checked_on, "its source's checked_on");
        }
        stage(At { file, path: &path("stage") }, event.stage, known, checker);
        let row = known.stage(event.stage);
        if row.is_some_and(|row| row.correction == Some(Corrective::Order)) && !event.removed {
            order(At { file, path: &path("") }, event, checker);
        }
        if let (Some(due), Some(row)) = (event.due, row) {
            let at = At { file, path: &path("due") };
            if row.correction != Some(Corrective::Order) {
                checker.wrong(at, "no day but for an order to rectify", due.to_string());
            } else if due < event.dated {
                checker.wrong(at, format!("a day not before the order, {}", event.dated), due.to_string());
            }
        }
    }
    checker.ids(file, "tasks", park.tasks.iter().map(|task| task.id.as_str()));
    let targets = park.committed.iter().map(|each| each.target);
    let targets = targets.enumerate().map(|(i, number)| (format!("committed[{i}].target"), number));
    let values = park.observations.iter().map(|each| each.value);
    let values = values.enumerate().map(|(i, number)| (format!("observations[{i}].value"), number));
    for (path, number) in targets.chain(values).filter(|(_, number)| !number.is_of_a_rule()) {
        let expected = "0 or more, with at most 4 digits before the point and 6 after it";
        checker.wrong(At { file, path: &path }, expected, number.to_string());
    }
    for (index, task) in park.tasks.iter().enumerate() {
        let path = format!("tasks[{index}].clause");
        checker.clause(At { file, path: &path }, &task.clause);
    }
    if !park.rounds.is_empty() {
        let at = At { file, path: "rounds" };
        checker.wrong(at, "no rounds here; they stand in rounds/", park.rounds.len().to_string());
    }
    if !park.listed_otherwise.is_empty() {
        let at = At { file, path: "listed_otherwise" };
        checker.wrong(at, "nothing here; lists stand in lists/", park.listed_otherwise.len().to_string());
    }
    let elsewhere = [
        ("amended_acts", park.amended_acts.len(), "nothing here; corrections stand in corrections/"),
        (
            "amended_statements",
            park.amended_statements.len(),
            "nothing here; corrections stand in corrections/",
        ),
        ("work", park.work.len(), "nothing here; reports stand in work/"),
    ];
    for (path, count, expected) in elsewhere.into_iter().filter(|(_, count, _)| *count > 0) {
        checker.wrong(At { file, path }, expected, count.to_string());
    }
}

/// An order to rectify says by when and why, or that it does not.
fn order(at: At<'_>, event: &Event, checker: &mut Checker<'_>) {
    let parts = [
        (OrderPart::Due, "due", event.due.is_some(), "the last day to rectify"),
        (OrderPart::Cause, "cause", event.cause.is_some(), "why the park is to rectify"),
    ];
    for (part, field, given, what) in parts {
        let path = format!("{}{field}", at.path);
        let here = At { path: &path, ..at };
        match (given, event.not_stated.contains(&part)) {
            (false, false) => {
                let expected =
                    format!("{what}; where the order does not state it, not_stated = [\"{field}\"]");
                checker.wrong(here, expected, "nothing");
            }
            (true, true) => checker.wrong(here, "nothing, for not_stated says that there is none", "one"),
            _ => {}
        }
    }
}

/// What is invented says so, and nothing else does.
fn invented(edition: &EditionDraft, checker: &mut Checker<'_>) {
    let Some(Read { file, value: head }) = &edition.head else { return };
    if head.demonstration && !(head.title.zh.contains("演示") && head.title.en.contains("emonstration")) {
        let expected = "a title with the words 演示 and demonstration";
        checker.wrong(At { file, path: "title" }, expected, format!("“{}”", head.title.zh));
    }
    if head.seed.is_some() && !head.demonstration {
        checker.wrong(At { file, path: "seed" }, "no seed, for nothing here is invented", "one");
    }
    for Read { file, value: park } in edition.parks.iter().flatten() {
        let says_so = park.name.zh.starts_with("示例·") && park.name.en.starts_with("Demo · ");
        let at = At { file, path: "name" };
        match (head.demonstration, says_so) {
            (true, false) => {
                checker.wrong(at, "a name that begins with 示例· and Demo · ", format!("“{}”", park.name.zh));
            }
            (false, true) => checker.wrong(at, "no invented park", format!("“{}”", park.name.zh)),
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
            let expected = format!("industries of one band of {} in {}", indicator.id, read.value.id);
            let found = format!("some of two: “{}” and “{}”", named(first), named(second));
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
    let mut outlines = draft.outlines.iter().flat_map(|outlines| &outlines.0);
    let outline = outlines.find(|outline| Some(&outline.adcode) == code);
    if outline.is_some_and(|outline| !outline.contains(place.point)) {
        let expected = format!("a point within its league, “{}”", park.league);
        let found = format!("{} E, {} N", place.point.lon, place.point.lat);
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
        checker.reference(At { file, path: &path("indicator") }, "an indicator", known, indicator);
        checker.source(At { file, path: &path("source") }, source, as_of);
        if !seen.insert((indicator, year)) {
            let expected = "each indicator once a year";
            checker.wrong(At { file, path: &path("year") }, expected, format!("{indicator} {year} again"));
        }
    }
}

/// A stage is one that a ladder of the edition knows.
pub(super) fn stage(at: At<'_>, stage: Stage, known: &KnownInEdition<'_>, checker: &mut Checker<'_>) {
    checker.reference(at, "a stage of the edition's ladders", known.stage_ids().as_ref(), stage.as_str());
}

fn objectives(
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    if let Some(read) = &edition.milestones {
        let (file, milestones) = (&read.file, &read.value.milestones);
        let mut seen = std::collections::HashSet::new();
        for (i, milestone) in milestones.iter().enumerate() {
            let path = |field: &str| format!("milestones[{i}].{field}");
            checker.clause(At { file, path: &path("clause") }, &milestone.clause);
            if i.checked_sub(1).is_some_and(|before| milestones[before].year >= milestone.year) {
                let found = milestone.year.to_string();
                checker.wrong(At { file, path: &path("year") }, "years in order, each once", found);
            }
            for (j, objective) in milestone.objectives.iter().enumerate() {
                let path = |field: &str| format!("milestones[{i}].objectives[{j}].{field}");
                let at = At { file, path: &path("id") };
                checker.slug(at, &objective.id);
                if !seen.insert(&objective.id) {
                    let found = format!("“{}” again", objective.id);
                    checker.wrong(at, "an id that no other objective has", found);
                }
                if objective.parks.is_some() != objective.stage.is_some() {
                    let expected = "parks and stage together: how many parks, and where they are to stand";
                    checker.wrong(At { file, path: &path("stage") }, expected, "one of them alone");
                }
                if let Some(asked) = objective.stage {
                    stage(At { file, path: &path("stage") }, asked, known, checker);
                }
                let at = At { file, path: &path("evidence") };
                checker.evidence(at, &objective.evidence, as_of);
                evidenced(at, &objective.evidence, objective.stage, &milestone.clause, edition, checker);
            }
        }
    }
    if let Some(read) = &edition.deliverables {
        let (file, deliverables) = (&read.file, &read.value.deliverables);
        checker.ids(file, "deliverables", deliverables.iter().map(|each| each.id.as_str()));
        for (i, each) in deliverables.iter().enumerate() {
            let path = |field: &str| format!("deliverables[{i}].{field}");
            checker.clause(At { file, path: &path("clause") }, &each.clause);
            shared::departments(At { file, path: &path("departments") }, &each.departments, checker);
            if let Some(asked) = each.stage {
                stage(At { file, path: &path("stage") }, asked, known, checker);
            }
            let at = At { file, path: &path("evidence") };
            checker.evidence(at, &each.evidence, as_of);
            evidenced(at, &each.evidence, each.stage, &each.clause, edition, checker);
            if let Some(before) = i.checked_sub(1).map(|before| deliverables[before].due)
                && each.due < before
            {
                let expected = format!("deliverables by day, so a day not before {before}");
                checker.wrong(At { file, path: &path("due") }, expected, each.due.to_string());
            }
        }
    }
}

fn background(
    edition: &EditionDraft,
    known: &KnownInEdition<'_>,
    as_of: Option<Date>,
    checker: &mut Checker<'_>,
) {
    if let Some(read) = &edition.registers {
        let (file, registers) = (&read.file, &read.value.registers);
        checker.ids(file, "registers", registers.iter().map(|register| register.id.as_str()));
        for (i, register) in registers.iter().enumerate() {
            let path = |field: &str| format!("registers[{i}].{field}");
            checker.clause_if_any(At { file, path: &path("clause") }, register.clause.as_ref());
            searched(At { file, path: &path("as_of") }, register.as_of, as_of, checker);
            let ids = register.entries.iter().map(|entry| entry.id.as_str());
            checker.ids(file, &path("entries"), ids);
            for (j, entry) in register.entries.iter().enumerate() {
                let path = |field: &str| path(&format!("entries[{j}].{field}"));
                checker.source(At { file, path: &path("source") }, &entry.source, as_of);
                checker.known_from(At { file, path: &path("dated") }, entry.dated, &entry.source);
                if let (Some(day), Some(limit)) = (entry.dated, as_of) {
                    checker.not_after(At { file, path: &path("dated") }, day, limit, "the edition's as_of");
                }
                if let Some(park) = &entry.park {
                    checker.reference(At { file, path: &path("park") }, "a park", known.parks.as_ref(), park);
                }
                if let Some(league) = &entry.league {
                    let leagues = checker.known.leagues.as_ref();
                    checker.reference(At { file, path: &path("league") }, "a league", leagues, league);
                }
            }
        }
    }
    if let Some(read) = &edition.history {
        let file = &read.file;
        for (i, earlier) in read.value.earlier_parks.iter().enumerate() {
            let path = |field: &str| format!("earlier_parks[{i}].{field}");
            let leagues = checker.known.leagues.as_ref();
            checker.reference(At { file, path: &path("league") }, "a league", leagues, &earlier.league);
            if let Some(park) = &earlier.park {
                checker.reference(At { file, path: &path("park") }, "a park", known.parks.as_ref(), park);
            }
            for (j, _) in earlier.statements.iter().enumerate().filter(|(_, said)| !said.targets.is_empty()) {
                let path = path(&format!("statements[{j}].targets"));
                checker.wrong(At { file, path: &path }, "none here: pages show the targets of parks", "some");
            }
            let list = format!("earlier_parks[{i}]");
            checker.statements(At { file, path: &list }, &earlier.statements, as_of);
        }
    }
    if let Some(Read { file, value: mechanism }) = &edition.mechanism {
        searched(At { file, path: "as_of" }, mechanism.as_of, as_of, checker);
        for (i, act) in mechanism.acts.iter().enumerate() {
            let path = |field: &str| format!("acts[{i}].{field}");
            let at = At { file, path: &path("dated") };
            checker.not_after(at, act.dated, mechanism.as_of, "the day of the search, as_of");
            if let Some(before) = i.checked_sub(1).map(|before| mechanism.acts[before].dated)
                && act.dated < before
            {
                checker.wrong(
                    at,
                    format!("acts in order of their days, so one not before {before}"),
                    act.dated.to_string(),
                );
            }
            checker.clause_if_any(At { file, path: &path("clause") }, act.clause.as_ref());
            checker.source(At { file, path: &path("source") }, &act.source, as_of);
            if let Some(page) = &act.page {
                let expected = "nothing here; an act with a page of its own stands in work/ alone";
                checker.wrong(At { file, path: &path("page") }, expected, format!("“{page}”"));
            }
        }
    }
    if let Some(read) = &edition.not_published {
        let file = &read.file;
        for (i, missing) in read.value.not_published.iter().enumerate() {
            let path = |field: &str| format!("not_published[{i}].{field}");
            if missing.known.is_none() {
                checker.wrong(At { file, path: &path("known") }, "what is known of it", "nothing");
            }
            checker.clause_if_any(At { file, path: &path("clause") }, missing.clause.as_ref());
            searched(At { file, path: &path("as_of") }, missing.as_of, as_of, checker);
            if let Some(asked) = missing.stage {
                stage(At { file, path: &path("stage") }, asked, known, checker);
                missed(
                    At { file, path: &path("published_on") },
                    asked,
                    missing.published_on,
                    edition,
                    checker,
                );
            }
            if let (Some(day), Some(limit)) = (missing.published_on, as_of) {
                checker.not_after(
                    At { file, path: &path("published_on") },
                    day,
                    limit,
                    "the edition's as_of",
                );
            }
        }
    }
}

/// The first list of a stage.
fn first_list(stage: Stage, edition: &EditionDraft) -> Option<&ListFile> {
    let lists = edition.lists.iter().flatten().map(|list| &list.head.value);
    lists.filter(|list| list.stage == stage).min_by_key(|list| list.published)
}

/// What a list publishes is not missing: it is said to have been published on the list's day.
fn missed(
    at: At<'_>,
    stage: Stage,
    published_on: Option<Date>,
    edition: &EditionDraft,
    checker: &mut Checker<'_>,
) {
    let Some(list) = first_list(stage, edition) else { return };
    if published_on != Some(list.published) {
        let expected = format!("{}, the day on which lists/{}.toml was published", list.published, list.id);
        checker.wrong(at, expected, published_on.map_or_else(|| "nothing".to_owned(), |day| day.to_string()));
    }
}

/// What a list of the edition is evidence of was found.
fn evidenced(
    at: At<'_>,
    evidence: &Evidence,
    stage: Option<Stage>,
    clause: &str,
    edition: &EditionDraft,
    checker: &mut Checker<'_>,
) {
    let Evidence::NotFound { .. } = evidence else { return };
    let by_clause = |list: &&ListFile| list.clause.as_deref() == Some(clause);
    let lists = edition.lists.iter().flatten().map(|list| &list.head.value);
    if let Some(list) = stage.and_then(|stage| first_list(stage, edition)).or(lists.clone().find(by_clause)) {
        let expected = format!("found, for lists/{}.toml of {} is of this kind", list.id, list.published);
        checker.wrong(At { path: &format!("{}.state", at.path), ..at }, expected, "not_found");
    }
}

/// The day of a search lies not after the edition's.
fn searched(at: At<'_>, day: Date, edition: Option<Date>, checker: &mut Checker<'_>) {
    if let Some(limit) = edition {
        checker.not_after(at, day, limit, "the edition's as_of");
    }
}
