//! Checks of energy quotas: levels in order, standards by their own number and year.

use assessment::ruleset::Direction;
use disclosure::model::{QuotaLimit, QuotaStandard};

use super::checker::{At, Checker};
use crate::draft::Draft;
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings as words;

/// Checks all standards.
pub fn check(draft: &Draft, checker: &mut Checker<'_>) {
    for Read { file, value: standard } in draft.quotas.iter() {
        checker.id_is_file_name(file, &standard.id);
        head(file, standard, checker);
        checker.source(At { file, path: "source" }, &standard.source, None);
        checker.ids(file, "limits", standard.limits.iter().map(|limit| limit.id.as_str()));
        if standard.limits.is_empty() {
            checker.wrong(At { file, path: "limits" }, words::a_limit(), words::none());
        }
        for (i, limit) in standard.limits.iter().enumerate() {
            levels(At { file, path: &format!("limits[{i}]") }, standard.direction, limit, checker);
        }
    }
}

fn head(file: &TomlFile, standard: &QuotaStandard, checker: &mut Checker<'_>) {
    let year = standard.edition.to_string();
    if standard.number.rsplit(['-', '—']).next() != Some(&year) {
        let expected = words::number_of_edition(&year);
        checker.wrong(At { file, path: "number" }, expected, words::quoted(&standard.number));
    }
    if let (Some(from), Some(to)) = (standard.in_force_from, standard.in_force_to)
        && to < from
    {
        let expected = words::day_not_before("in_force_from", from);
        checker.wrong(At { file, path: "in_force_to" }, expected, words::plain(to));
    }
    if let Some(from) = standard.in_force_from
        && from.year() < i32::from(standard.edition)
    {
        let expected = words::day_not_before_edition(&year);
        checker.wrong(At { file, path: "in_force_from" }, expected, words::plain(from));
    }
}

/// There is a level, and a better one is never easier to keep to.
fn levels(at: At<'_>, direction: Direction, limit: &QuotaLimit, checker: &mut Checker<'_>) {
    let levels = limit.levels();
    let stated: Vec<_> =
        levels.iter().enumerate().filter_map(|(i, level)| Some((i + 1, (*level)?))).collect();
    if stated.is_empty() {
        checker.wrong(at, words::a_level(), words::none());
    }
    for pair in stated.windows(2) {
        let [(better, strict), (level, value)] = pair else { continue };
        if !direction.is_met(strict.cmp(value)) {
            let path = format!("{}.level_{level}", at.path);
            let better = format!("level_{better}");
            let expected = match direction {
                Direction::AtMost => words::not_less(better, *strict),
                Direction::AtLeast => words::not_more(better, *strict),
            };
            checker.wrong(At { path: &path, ..at }, expected, words::plain(value));
        }
    }
}
