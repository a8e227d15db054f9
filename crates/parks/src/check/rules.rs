//! Checks of documents, rulesets, factor sets, ladders and scorings.

use assessment::clause;
use assessment::factors::FactorSet;
use assessment::in_force::{self, InForce};
use assessment::ladder::Ladder;
use assessment::ruleset::Ruleset;
use assessment::scoring::Scoring;
use assessment::{Mark, Problem};
use disclosure::model::Document;

use super::checker::{At, Checker};
use crate::draft::{Draft, EditionDraft, EditionFile};
use crate::finding::Finding;
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings as words;

/// Checks them all.
pub fn check(draft: &Draft, checker: &mut Checker<'_>) {
    draft.documents.iter().for_each(|read| document(&read.file, &read.value, checker));
    if let Some(documents) = draft.documents.whole() {
        clauses_of_formulas(documents, checker);
    }
    draft.rulesets.iter().for_each(|read| ruleset(&read.file, &read.value, checker));
    at_once(&draft.rulesets.iter().collect::<Vec<_>>(), checker);
    draft.factor_sets.iter().for_each(|read| factors(&read.file, &read.value, checker));
    if let Some(sets) = draft.factor_sets.whole() {
        completed(sets, checker);
    }
    for read in draft.ladders.iter() {
        let amended = |id: &String| draft.ladders.iter().find(|other| other.value.id == *id);
        let amended = read.value.amends.as_ref().and_then(amended);
        ladder(&read.file, &read.value, amended.map(|read| &read.value), checker);
    }
    for read in draft.scorings.iter() {
        let of = draft.rulesets.whole().map(|sets| sets.iter().collect::<Vec<_>>());
        scoring(&read.file, &read.value, of.as_deref(), checker);
    }
}

/// Checks that every shared rule is used by an edition.
pub fn check_named(draft: &Draft, checker: &mut Checker<'_>) {
    fn head(edition: &EditionDraft) -> Option<&EditionFile> {
        edition.head.as_ref().filter(|head| head.file.is_sound()).map(|head| &head.value)
    }
    let sets = draft.rulesets.read();
    unnamed(sets, "rulesets", |edition| Some(&head(edition)?.rulesets), draft, checker);
    let sets = draft.factor_sets.read();
    unnamed(sets, "factor_sets", |edition| Some(&head(edition)?.factor_sets), draft, checker);
    let ladders = draft.ladders.read();
    unnamed(ladders, "ladders", |edition| Some(&head(edition)?.ladders), draft, checker);
    let scorings = draft.scorings.read();
    unnamed(scorings, "scorings", |edition| Some(&head(edition)?.scorings), draft, checker);
}

/// Checks an edition's own rules, and that those it names exist and do not contradict each other.
pub fn check_edition(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    for read in edition.documents.iter() {
        document(&read.file, &read.value, checker);
        if draft.documents.iter().any(|shared| shared.value.id == read.value.id) {
            let at = At { file: &read.file, path: "id" };
            checker.wrong(at, words::no_shared_id(), words::quoted(&read.value.id));
        }
    }
    for read in edition.rulesets.iter() {
        ruleset(&read.file, &read.value, checker);
    }
    let sets = EditionDraft::with_own(&draft.rulesets, &edition.rulesets);
    for read in edition.scorings.iter() {
        scoring(&read.file, &read.value, sets.as_deref(), checker);
    }
    if let Some(selected) = edition.rulesets_of(draft) {
        at_once(&selected, checker);
    }
    at_once(&edition.ladders_of(draft).unwrap_or_default(), checker);
    at_once(&edition.scorings_of(draft).unwrap_or_default(), checker);
    let Some(Read { file, value: head }) = &edition.head else { return };
    named(file, "rulesets", &head.rulesets, edition.rulesets_of(draft), |set| &set.id, checker);
    named(file, "factor_sets", &head.factor_sets, edition.factor_sets_of(draft), |set| &set.id, checker);
    if head.factor_sets.is_empty() {
        checker.wrong(At { file, path: "factor_sets" }, words::a_factor_set(), words::none());
    }
    named(file, "ladders", &head.ladders, edition.ladders_of(draft), |ladder| &ladder.id, checker);
    named(file, "scorings", &head.scorings, edition.scorings_of(draft), |scoring| &scoring.id, checker);
}

/// Every id that an edition names exists, once.
fn named<T>(
    file: &TomlFile,
    field: &str,
    asked: &[String],
    found: Option<Vec<&Read<T>>>,
    id: fn(&T) -> &String,
    checker: &mut Checker<'_>,
) {
    let Some(found) = found else { return };
    for (i, name) in asked.iter().enumerate() {
        let path = format!("{field}[{i}]");
        let at = At { file, path: &path };
        if found.iter().all(|read| id(&read.value) != name) {
            checker.wrong(at, words::id_of_one_of(field), words::quoted(name));
        } else if asked[..i].contains(name) {
            checker.wrong(at, words::id_once(), words::again(name));
        }
    }
}

/// Checks a ladder, of one that amends another what it changes.
fn ladder(file: &TomlFile, ladder: &Ladder, amended: Option<&Ladder>, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &ladder.id);
    checker.document(At { file, path: "document" }, &ladder.document);
    checker.checked(At { file, path: "checked_on" }, ladder.mark, ladder.checked_on);
    // What goes on as it was stands first in the whole, and in another file.
    let gone_on = ladder.transitions.len() - file.root.elements("transitions");
    let told_of_the_amended = amended.map(Ladder::check).unwrap_or_default();
    for problem in ladder.check() {
        let same = |other: &Problem| (&other.expected, &other.found) == (&problem.expected, &problem.found);
        if !told_of_the_amended.iter().any(same) {
            let path = own_path(&problem.path, gone_on);
            let (expected, found) = words::of_the_engine(&problem);
            checker.wrong(At { file, path: &path }, expected, found);
        }
    }
    if amended.is_none() {
        checker.reference(
            At { file, path: "lag.indicator" },
            words::an_indicator(),
            checker.known.indicators.as_ref(),
            &ladder.lag.indicator,
        );
    }
    for (i, transition) in ladder.transitions[gone_on..].iter().enumerate() {
        let path = |field: &str| format!("transitions[{i}].{field}");
        checker.clause(At { file, path: &path("clause") }, &transition.clause);
        for (j, condition) in transition.conditions.iter().enumerate() {
            checker.clause(At { file, path: &path(&format!("conditions[{j}].clause")) }, &condition.clause);
        }
    }
    let gone_on = ladder.not_modelled.len() - file.root.elements("not_modelled");
    for (i, left_out) in ladder.not_modelled[gone_on..].iter().enumerate() {
        let path = format!("not_modelled[{i}].clause");
        checker.clause(At { file, path: &path }, &left_out.clause);
    }
}

/// Where a transition of the whole ladder stands in its own file: after those that go on as they were, which stand in
/// the file of the amended one. What is wrong with one of these is that others were replaced.
fn own_path(path: &str, gone_on: usize) -> String {
    let Some((index, rest)) = path.strip_prefix("transitions[").and_then(|rest| rest.split_once(']')) else {
        return path.to_owned();
    };
    match index.parse::<usize>().ok().map(|index| index.checked_sub(gone_on)) {
        Some(Some(own)) => format!("transitions[{own}]{rest}"),
        Some(None) => "replaces".to_owned(),
        None => path.to_owned(),
    }
}

fn scoring(file: &TomlFile, scoring: &Scoring, sets: Option<&[&Read<Ruleset>]>, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &scoring.id);
    checker.checked(At { file, path: "checked_on" }, scoring.mark, scoring.checked_on);
    // Whether D may stand here is asked of every mark alike.
    if !matches!(scoring.mark, Mark::C | Mark::D) {
        let found = words::plain(format!("{:?}", scoring.mark));
        checker.wrong(At { file, path: "mark" }, words::c_for_index(), found);
    }
    let Some(sets) = sets else { return };
    match sets.iter().find(|set| set.value.id == scoring.ruleset) {
        Some(set) if !set.file.is_sound() => {}
        Some(set) if set.value.level.is_none() => {
            let expected = words::set_that_decides();
            checker.wrong(At { file, path: "ruleset" }, expected, words::quoted(&scoring.ruleset));
        }
        Some(set) => {
            problems(file, scoring.check(&set.value), checker);
            if scoring.published_on < set.value.published_on {
                let expected = words::day_not_before_ruleset(set.value.published_on);
                checker.wrong(
                    At { file, path: "published_on" },
                    expected,
                    words::plain(scoring.published_on),
                );
            }
        }
        None => {
            let found = words::quoted(&scoring.ruleset);
            checker.wrong(At { file, path: "ruleset" }, words::id_of(words::a_ruleset()), found);
        }
    }
}

fn document(file: &TomlFile, document: &Document, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &document.id);
    checker.address(At { file, path: "address" }, document.address.as_ref());
    if let (Some(dated), Some(published)) = (document.dated, document.published) {
        checker.not_after(At { file, path: "dated" }, dated, published, words::its_published());
    }
    checker.checked(At { file, path: "checked_on" }, document.mark, document.checked_on);
    for (path, day) in [("dated", document.dated), ("published", document.published)] {
        if let (Some(day), Some(checked_on)) = (day, document.checked_on) {
            checker.not_after(At { file, path }, day, checked_on, words::its_checked_on());
        }
    }
    if document.known_from().is_none() {
        let expected = words::day_of_document();
        checker.wrong(At { file, path: "published" }, expected, words::none_of_them());
    }
    let mut seen = std::collections::HashSet::new();
    for (index, clause) in document.clauses.iter().enumerate() {
        let path = format!("clauses[{index}].path");
        let at = At { file, path: &path };
        if !seen.insert(&clause.path) {
            checker.wrong(at, words::path_of_its_own(), words::again(&clause.path));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        if !clause.path.split('/').all(|part| !part.is_empty() && part.chars().all(allowed)) {
            checker.wrong(at, words::path_of_clause(), words::quoted(&clause.path));
        }
        if document.mark == Mark::U && clause.quote.is_some() {
            let path = format!("clauses[{index}].quote");
            checker.wrong(At { file, path: &path }, words::no_quote_under_u(), words::one());
        }
    }
}

/// The engine's formulas cite clauses of their own; each must be in its document.
fn clauses_of_formulas(documents: &[Read<Document>], checker: &mut Checker<'_>) {
    for cited in clause::ALL {
        let (id, path) = cited.split_once('/').unwrap_or((cited, ""));
        let expected = words::clause_of_formula(path);
        match documents.iter().find(|read| read.value.id == id) {
            None => {
                let file = format!("documents/{id}.toml");
                checker.findings.push(Finding::of_file(&file, expected, words::no_such_document()));
            }
            Some(read) if read.value.clauses.iter().all(|clause| clause.path != path) => {
                checker.wrong(At { file: &read.file, path: "clauses" }, expected, words::none());
            }
            Some(_) => {}
        }
    }
}

fn problems(file: &TomlFile, problems: Vec<Problem>, checker: &mut Checker<'_>) {
    for problem in problems {
        let (expected, found) = words::of_the_engine(&problem);
        checker.wrong(At { file, path: &problem.path }, expected, found);
    }
}

fn ruleset(file: &TomlFile, set: &Ruleset, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &set.id);
    checker.document(At { file, path: "document" }, &set.document);
    checker.checked(At { file, path: "checked_on" }, set.mark, set.checked_on);
    if checker.known.documents.as_ref().is_some_and(|documents| documents.contains_key(set.id.as_str())) {
        let expected = words::no_documents_id();
        checker.wrong(At { file, path: "id" }, expected, words::quoted(&set.id));
    }
    problems(file, set.check(), checker);
    if let Some(to) = &set.applies_to {
        checker.clause(At { file, path: "applies_to.clause" }, &to.clause);
        checker.industries(At { file, path: "applies_to.industries" }, &to.industries);
        for (i, stage) in to.stages.iter().enumerate() {
            let path = format!("applies_to.stages[{i}]");
            let known = checker.known.stages.as_ref();
            checker.reference(At { file, path: &path }, words::a_stage_of_a_ladder(), known, stage.as_str());
        }
    }
    for (i, indicator) in set.indicators.iter().enumerate() {
        let path = |field: &str| format!("indicators[{i}].{field}");
        name(At { file, path: &path("id") }, &indicator.id, checker);
        checker.clause_if_any(At { file, path: &path("clause") }, indicator.clause.as_ref());
        for (j, band) in indicator.bands.iter().enumerate() {
            let clause = path(&format!("bands[{j}].clause"));
            checker.clause_if_any(At { file, path: &clause }, band.clause.as_ref());
            let industries = path(&format!("bands[{j}].industries"));
            checker.industries(At { file, path: &industries }, &band.industries);
            let stated = band.target.is_some() || band.between.is_some();
            if stated && (indicator.mark == Mark::U || set.mark == Mark::U) {
                let band = path(&format!("bands[{j}]"));
                checker.wrong(At { file, path: &band }, words::no_threshold_under_u(), words::one());
            }
        }
    }
    for (i, convention) in set.conventions.iter().enumerate() {
        let path = |field: &str| format!("conventions[{i}].{field}");
        name(At { file, path: &path("id") }, &convention.id, checker);
        if set.conventions[..i].iter().any(|earlier| earlier.id == convention.id) {
            let expected = words::an_id_no_other_has(words::the_convention());
            checker.wrong(At { file, path: &path("id") }, expected, words::again(&convention.id));
        }
        if convention.parameter.is_some() {
            checker.marked(At { file, path: &path("mark") }, convention.mark);
        }
    }
}

/// Checks each set that another completes against that other.
fn completed(sets: &[Read<FactorSet>], checker: &mut Checker<'_>) {
    for Read { file, value: set } in sets {
        let Some(id) = &set.completed_by else { continue };
        match sets.iter().find(|other| other.value.id == *id) {
            Some(general) if !general.file.is_sound() => {}
            Some(general) => problems(file, set.check_beside(&general.value), checker),
            None => {
                checker.wrong(
                    At { file, path: "completed_by" },
                    words::an_existing_factor_set(),
                    words::quoted(id),
                );
            }
        }
    }
}

fn factors(file: &TomlFile, set: &FactorSet, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &set.id);
    checker.document(At { file, path: "document" }, &set.document);
    problems(file, set.check(), checker);
    // A factor set has no mark of its own: each of its numbers has one.
    checker.checked(At { file, path: "checked_on" }, Mark::C, set.checked_on);
    let mut numbers: Vec<(String, Mark, &str)> = Vec::new();
    let singles = [
        ("other_power_t_per_mwh", &set.other_power_t_per_mwh),
        ("fossil_heat_t_per_gj", &set.fossil_heat_t_per_gj),
        ("heat_tce_per_gj", &set.heat_tce_per_gj),
    ];
    numbers.extend(singles.map(|(path, factor)| (path.to_owned(), factor.mark, &*factor.source)));
    for (i, fuel) in set.fuels.iter().enumerate() {
        name(At { file, path: &format!("fuels[{i}].id") }, &fuel.id, checker);
        // Mark U says that the set has no value, which the set's own check holds it to.
        let own = Some(fuel.mark).filter(|_| fuel.has_value());
        for mark in [own, fuel.kgce_mark, fuel.ncv_mark].into_iter().flatten() {
            numbers.push((format!("fuels[{i}]"), mark, &fuel.source));
        }
    }
    for (i, hint) in set.process_hints.iter().enumerate() {
        name(At { file, path: &format!("process_hints[{i}].product") }, &hint.product, checker);
        numbers.push((format!("process_hints[{i}]"), hint.mark, &hint.source));
    }
    let elsewhere = set.elsewhere.iter().enumerate();
    numbers
        .extend(elsewhere.map(|(i, other)| (format!("elsewhere[{i}]"), other.mark, other.source.as_str())));
    for (path, mark, source) in numbers {
        checker.marked(At { file, path: &format!("{path}.mark") }, mark);
        // A source that begins with a document's id is a clause of it.
        let document = source.split('/').next().unwrap_or_default();
        let is_clause = checker.known.documents.as_ref().is_some_and(|known| known.contains_key(document));
        if is_clause {
            checker.clause(At { file, path: &format!("{path}.source") }, source);
        }
    }
}

/// Ids of the engine's world: `carbon_per_energy`.
pub(super) fn name(at: At<'_>, id: &str, checker: &mut Checker<'_>) {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if !id.split('_').all(part) {
        checker.wrong(at, words::a_name(), words::quoted(id));
    }
}

/// Two rules of one kind in force at once would give two answers.
fn at_once<T: InForce>(rules: &[&Read<T>], checker: &mut Checker<'_>) {
    // What could not be read of one may part it from the other.
    let rules: Vec<&Read<T>> = rules.iter().filter(|read| read.file.is_sound()).copied().collect();
    let values: Vec<&T> = rules.iter().map(|read| &read.value).collect();
    for (earlier, later, on) in in_force::conflicts(&values) {
        let (first, second) = (values[earlier].id(), values[later].id());
        checker.wrong(
            At { file: &rules[later].file, path: "in_force_from" },
            words::one_in_force(),
            words::both_in_force(first, second, on),
        );
    }
}

/// A rule that no edition names is half done: nothing is judged by it.
fn unnamed<T: InForce>(
    shared: &[Read<T>],
    field: &str,
    named: impl Fn(&EditionDraft) -> Option<&[String]>,
    draft: &Draft,
    checker: &mut Checker<'_>,
) {
    // An edition whose head could not be read may name anything.
    let Some(named) = draft.editions.iter().map(named).collect::<Option<Vec<_>>>() else { return };
    for Read { file, value } in shared {
        if !named.iter().any(|ids| ids.iter().any(|id| id == value.id())) {
            let expected = words::named_by_an_edition(field);
            checker.wrong(At { file, path: "id" }, expected, words::none_that_names(value.id()));
        }
    }
}
