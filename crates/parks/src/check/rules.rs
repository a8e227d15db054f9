//! Checks of documents, rulesets and factor sets.

use assessment::clause;
use assessment::factors::FactorSet;
use assessment::ruleset::Ruleset;
use assessment::{Date, Mark, Problem};
use disclosure::model::Document;

use super::checker::{At, Checker};
use crate::draft::Draft;
use crate::finding::Finding;
use crate::tomlfile::{Read, TomlFile};

/// Checks them all.
pub fn check(draft: &Draft, checker: &mut Checker<'_>) {
    if let Some(documents) = &draft.documents {
        documents.iter().for_each(|read| document(&read.file, &read.value, checker));
        clauses_of_formulas(documents, checker);
    }
    if let Some(rulesets) = &draft.rulesets {
        rulesets.iter().for_each(|read| ruleset(&read.file, &read.value, checker));
        at_once(rulesets, |a, b| a.level == b.level, |set| (&set.id, period(set)), checker);
    }
    if let Some(sets) = &draft.factor_sets {
        sets.iter().for_each(|read| factors(&read.file, &read.value, checker));
        at_once(sets, |_, _| true, |set| (&set.id, (set.in_force_from, set.in_force_to)), checker);
    }
}

fn period(set: &Ruleset) -> (Date, Option<Date>) {
    (set.in_force_from, set.in_force_to)
}

fn document(file: &TomlFile, document: &Document, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &document.id);
    checker.address(At { file, path: "address" }, document.address.as_ref());
    if let (Some(dated), Some(published)) = (document.dated, document.published) {
        checker.not_after(At { file, path: "dated" }, dated, published, "published");
    }
    for (path, day) in [("dated", document.dated), ("published", document.published)] {
        if let Some(day) = day {
            checker.not_after(At { file, path }, day, document.checked_on, "checked_on");
        }
    }
    let mut seen = std::collections::HashSet::new();
    for (index, clause) in document.clauses.iter().enumerate() {
        let path = format!("clauses[{index}].path");
        let at = At { file, path: &path };
        if !seen.insert(&clause.path) {
            checker.wrong(at, "a path that no other clause has", format!("“{}” again", clause.path));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        if !clause.path.split('/').all(|part| !part.is_empty() && part.chars().all(allowed)) {
            checker.wrong(at, "letters, digits, . _ - between slashes", format!("“{}”", clause.path));
        }
        if document.mark == Mark::U && clause.quote.is_some() {
            let path = format!("clauses[{index}].quote");
            checker.wrong(At { file, path: &path }, "no quote in a document marked U", "one");
        }
    }
}

/// The engine's formulas cite clauses of their own; each must be in its document.
fn clauses_of_formulas(documents: &[Read<Document>], checker: &mut Checker<'_>) {
    for cited in clause::ALL {
        let (id, path) = cited.split_once('/').unwrap_or((cited, ""));
        let expected = format!("the clause “{path}”, which a formula of the engine cites");
        match documents.iter().find(|read| read.value.id == id) {
            None => {
                let file = format!("documents/{id}.toml");
                checker.findings.push(Finding::of_file(&file, expected, "no such document"));
            }
            Some(read) if read.value.clauses.iter().all(|clause| clause.path != path) => {
                checker.wrong(At { file: &read.file, path: "clauses" }, expected, "none");
            }
            Some(_) => {}
        }
    }
}

fn problems(file: &TomlFile, problems: Vec<Problem>, checker: &mut Checker<'_>) {
    for Problem { path, expected, found } in problems {
        checker.wrong(At { file, path: &path }, expected, found);
    }
}

fn ruleset(file: &TomlFile, set: &Ruleset, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &set.id);
    checker.document(At { file, path: "document" }, &set.document);
    problems(file, set.check(), checker);
    for (i, indicator) in set.indicators.iter().enumerate() {
        let path = |field: &str| format!("indicators[{i}].{field}");
        name(At { file, path: &path("id") }, &indicator.id, checker);
        checker.clause_if_any(At { file, path: &path("clause") }, indicator.clause.as_ref());
        for (j, band) in indicator.bands.iter().enumerate() {
            let clause = path(&format!("bands[{j}].clause"));
            checker.clause_if_any(At { file, path: &clause }, band.clause.as_ref());
            let stated = band.target.is_some() || band.between.is_some();
            if stated && (indicator.mark == Mark::U || set.mark == Mark::U) {
                let band = path(&format!("bands[{j}]"));
                checker.wrong(At { file, path: &band }, "no threshold under mark U", "one");
            }
        }
    }
    for (i, convention) in set.conventions.iter().enumerate() {
        let path = |field: &str| format!("conventions[{i}].{field}");
        name(At { file, path: &path("id") }, &convention.id, checker);
        if set.conventions[..i].iter().any(|earlier| earlier.id == convention.id) {
            let expected = "an id that no other convention has";
            checker.wrong(At { file, path: &path("id") }, expected, format!("“{}” again", convention.id));
        }
        if convention.parameter.is_some() {
            checker.marked(At { file, path: &path("mark") }, convention.mark);
        }
    }
}

fn factors(file: &TomlFile, set: &FactorSet, checker: &mut Checker<'_>) {
    checker.id_is_file_name(file, &set.id);
    checker.document(At { file, path: "document" }, &set.document);
    problems(file, set.check(), checker);
    let mut numbers: Vec<(String, Mark, &str)> = Vec::new();
    let singles = [
        ("other_power_t_per_mwh", &set.other_power_t_per_mwh),
        ("fossil_heat_t_per_gj", &set.fossil_heat_t_per_gj),
        ("heat_tce_per_gj", &set.heat_tce_per_gj),
    ];
    numbers.extend(singles.map(|(path, factor)| (path.to_owned(), factor.mark, factor.source.as_str())));
    for (i, fuel) in set.fuels.iter().enumerate() {
        name(At { file, path: &format!("fuels[{i}].id") }, &fuel.id, checker);
        for mark in [Some(fuel.mark), fuel.kgce_mark, fuel.ncv_mark].into_iter().flatten() {
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
fn name(at: At<'_>, id: &str, checker: &mut Checker<'_>) {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if !id.split('_').all(part) {
        checker.wrong(at, "lower-case letters and digits, parted by underscores", format!("“{id}”"));
    }
}

/// Two sets of one kind in force at once would give two answers.
fn at_once<T>(
    sets: &[Read<T>],
    same_kind: impl Fn(&T, &T) -> bool,
    describe: impl Fn(&T) -> (&String, (Date, Option<Date>)),
    checker: &mut Checker<'_>,
) {
    for (index, later) in sets.iter().enumerate() {
        for earlier in sets[..index].iter().filter(|earlier| same_kind(&earlier.value, &later.value)) {
            let (first, (first_from, first_to)) = describe(&earlier.value);
            let (second, (second_from, second_to)) = describe(&later.value);
            let start = first_from.max(second_from);
            if [first_to, second_to].into_iter().flatten().all(|end| start <= end) {
                checker.wrong(
                    At { file: &later.file, path: "in_force_from" },
                    "one set of a kind in force on a day",
                    format!("“{first}” and “{second}”, both in force on {start}"),
                );
            }
        }
    }
}
