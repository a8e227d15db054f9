//! Findings about an id in whose place a name stands: the id of what bears that name is told beside them.

use disclosure::model::{Document, Park};

use crate::draft::Draft;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::words::headings::{self, Heading};

/// Codes of findings that want an id.
const IDS: [&str; 6] =
    ["id_of", "id_of_among", "id_of_stage", "id_of_industry", "id_of_requirements", "guiding_indicator"];

/// Codes of findings that want one of some words.
const CHOICES: [&str; 3] = ["one_of", "whole_or_part", "status_of_entry"];

/// The words that may stand in fields of choice.
const WORDS: [&[Heading]; 6] = [
    headings::QUALITIES,
    headings::SCOPES,
    headings::STATUSES,
    headings::ANSWERS,
    headings::LEVELS,
    headings::COVERAGES,
];

/// The findings, with the ids that are meant by the names found.
pub fn told(draft: &Draft, findings: Vec<Finding>) -> Vec<Finding> {
    let names = names(draft);
    let told = |finding: Finding| {
        let found = finding.found.in_lang(Lang::En);
        let Some(found) = found.strip_prefix('“').and_then(|found| found.strip_suffix('”')) else {
            return finding;
        };
        let code = finding.expected.code;
        let meant = if IDS.contains(&code) {
            let mut ids = names.iter().filter(|(name, _)| *name == found).map(|(_, id)| *id);
            let first = ids.next();
            first.filter(|first| ids.all(|id| id == *first))
        } else if CHOICES.contains(&code) {
            // The list says which of them may stand there.
            let said = finding.expected.in_lang(Lang::En);
            let known = |id: &&str| {
                said.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == *id)
            };
            WORDS.iter().filter_map(|among| headings::choice(among, found)).find(known)
        } else {
            None
        };
        match meant {
            Some(id) => Finding { expected: finding.expected.clone().meant(id), ..finding },
            None => finding,
        }
    };
    findings.into_iter().map(told).collect()
}

/// What bears which name, and its id.
fn names(draft: &Draft) -> Vec<(&str, &str)> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for league in draft.leagues.iter().flat_map(|read| &read.value.leagues) {
        names.extend([(league.name.zh.as_str(), league.id.as_str()), (&league.short.zh, &league.id)]);
    }
    for industry in draft.industries.iter().flat_map(|read| &read.value.industries) {
        names.push((&industry.name.zh, industry.id.as_str()));
    }
    for department in draft.departments.iter().flat_map(|read| &read.value.departments) {
        names.push((&department.name.zh, &department.id));
    }
    for read in draft.ladders.iter() {
        names.extend(read.value.table.stages.iter().map(|row| (row.name.zh.as_str(), row.id.as_str())));
    }
    let own = draft.editions.iter().flat_map(|edition| edition.documents.iter());
    for read in draft.documents.iter().chain(own) {
        let Document { id, title, number, .. } = &read.value;
        names.push((&title.zh, id));
        names.extend(number.iter().map(|number| (number.as_str(), id.as_str())));
    }
    for read in draft.editions.iter().flat_map(|edition| edition.parks.iter()) {
        let Park { id, name, short, .. } = &read.value;
        names.extend([(name.zh.as_str(), id.as_str()), (&short.zh, id)]);
    }
    let own = draft.editions.iter().flat_map(|edition| edition.rulesets.iter());
    for indicator in draft.rulesets.iter().chain(own).flat_map(|read| &read.value.indicators) {
        names.push((&indicator.name.zh, &indicator.id));
    }
    names
}
