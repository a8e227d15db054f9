//! Checks of what stands around the parks of an edition: objectives, deliverables, registers, history, the work on all
//! parks, and what is not published.

use assessment::Date;
use assessment::ladder::Stage;
use disclosure::model::Evidence;

use super::checker::{At, Checker};
use super::edition::stage;
use super::known::KnownInEdition;
use super::shared;
use crate::draft::{EditionDraft, ListFile};
use crate::tomlfile::Read;
use crate::words::findings as words;

/// Checks objectives and deliverables: what is said to be found, and what is not.
pub fn objectives(
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
                let found = words::plain(milestone.year);
                checker.wrong(At { file, path: &path("year") }, words::years_in_order(), found);
            }
            for (j, objective) in milestone.objectives.iter().enumerate() {
                let path = |field: &str| format!("milestones[{i}].objectives[{j}].{field}");
                let at = At { file, path: &path("id") };
                checker.slug(at, &objective.id);
                if !seen.insert(&objective.id) {
                    let found = words::again(&objective.id);
                    checker.wrong(at, words::an_id_no_other_has(words::the_objective()), found);
                }
                if objective.parks.is_some() != objective.stage.is_some() {
                    let expected = words::parks_and_stage();
                    checker.wrong(At { file, path: &path("stage") }, expected, words::one_alone());
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
                let expected = words::deliverables_in_order(before);
                checker.wrong(At { file, path: &path("due") }, expected, words::plain(each.due));
            }
        }
    }
}

/// Checks registers, history, the work on all parks and what is not published.
pub fn background(
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
                    checker.not_after(At { file, path: &path("dated") }, day, limit, words::edition_as_of());
                }
                if let Some(park) = &entry.park {
                    checker.reference(
                        At { file, path: &path("park") },
                        words::a_park(),
                        known.parks.as_ref(),
                        park,
                    );
                }
                if let Some(league) = &entry.league {
                    let leagues = checker.known.leagues.as_ref();
                    checker.reference(At { file, path: &path("league") }, words::a_league(), leagues, league);
                }
            }
        }
    }
    if let Some(read) = &edition.history {
        let file = &read.file;
        for (i, earlier) in read.value.earlier_parks.iter().enumerate() {
            let path = |field: &str| format!("earlier_parks[{i}].{field}");
            let leagues = checker.known.leagues.as_ref();
            checker.reference(
                At { file, path: &path("league") },
                words::a_league(),
                leagues,
                &earlier.league,
            );
            if let Some(park) = &earlier.park {
                checker.reference(
                    At { file, path: &path("park") },
                    words::a_park(),
                    known.parks.as_ref(),
                    park,
                );
            }
            for (j, _) in earlier.statements.iter().enumerate().filter(|(_, said)| !said.targets.is_empty()) {
                let path = path(&format!("statements[{j}].targets"));
                checker.wrong(At { file, path: &path }, words::no_targets_here(), words::some());
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
            checker.not_after(at, act.dated, mechanism.as_of, words::search_day());
            if let Some(before) = i.checked_sub(1).map(|before| mechanism.acts[before].dated)
                && act.dated < before
            {
                checker.wrong(at, words::acts_in_order(before), words::plain(act.dated));
            }
            checker.clause_if_any(At { file, path: &path("clause") }, act.clause.as_ref());
            checker.source(At { file, path: &path("source") }, &act.source, as_of);
            if let Some(page) = &act.page {
                let expected = words::no_page_here();
                checker.wrong(At { file, path: &path("page") }, expected, words::quoted(page));
            }
        }
    }
    if let Some(read) = &edition.not_published {
        let file = &read.file;
        for (i, missing) in read.value.not_published.iter().enumerate() {
            let path = |field: &str| format!("not_published[{i}].{field}");
            if missing.known.is_none() {
                checker.wrong(At { file, path: &path("known") }, words::what_is_known(), words::nothing());
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
                    words::edition_as_of(),
                );
            }
        }
    }
}

/// The first list of a stage.
fn first_list(stage: Stage, edition: &EditionDraft) -> Option<&ListFile> {
    let lists = edition.lists.iter().filter(|list| list.head.file.is_sound()).map(|list| &list.head.value);
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
        let expected = words::published_by_list(list.published, &list.id);
        checker.wrong(at, expected, published_on.map_or_else(words::nothing, words::plain));
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
    let lists = edition.lists.iter().filter(|list| list.head.file.is_sound()).map(|list| &list.head.value);
    if let Some(list) = stage.and_then(|stage| first_list(stage, edition)).or(lists.clone().find(by_clause)) {
        let expected = words::found_by_list(&list.id, list.published);
        checker.wrong(At { path: &format!("{}.state", at.path), ..at }, expected, words::plain("not_found"));
    }
}

/// The day of a search lies not after the edition's.
fn searched(at: At<'_>, day: Date, edition: Option<Date>, checker: &mut Checker<'_>) {
    if let Some(limit) = edition {
        checker.not_after(at, day, limit, words::edition_as_of());
    }
}
