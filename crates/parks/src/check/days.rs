//! Checks that there are rules for the days for which they are asked, and that an edition's day is a day that can be.

use assessment::Date;
use assessment::in_force::InForce;
use assessment::ruleset::{Level, Ruleset};
use disclosure::model::Rulebook;
use disclosure::round::{Requirements, RulesDay};

use super::checker::{At, Checker};
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings as words;

/// Checks that each round can be judged, and that what is in force on the edition's day can be ranked.
pub fn rules(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let (Some(book), Some(head)) = (crate::compile::rulebook(draft, edition), &edition.head) else { return };
    for Read { file, value: round } in edition.rounds.iter() {
        if round.parks.is_empty() || file.doubts("dated") || file.doubts("year") {
            continue;
        }
        let path = if round.year.is_some() { "year" } else { "dated" };
        let of_region = round.parks.iter().flat_map(|park| &park.values);
        let of_region = of_region.into_iter().any(|value| value.of == Requirements::Level(Level::Region));
        let levels = if of_region { &[Level::National, Level::Region][..] } else { &[Level::National] };
        judged(At { file, path }, &book, levels, round.rules_day(), checker);
    }
    if let Some(day) = edition.as_of() {
        for level in [Level::National, Level::Region] {
            scored(&head.file, &book, level, day, checker);
        }
    }
}

/// An edition that is not invented is not of a day to come. Where the publisher sits, the day may have begun already.
pub fn of_today(draft: &Draft, today: Date, checker: &mut Checker<'_>) {
    for edition in draft.editions.iter().filter(|edition| edition.is_demonstration() == Some(false)) {
        let (Some(head), Some(as_of)) = (&edition.head, edition.as_of()) else { continue };
        if today.days_until(as_of) > 1 {
            let at = At { file: &head.file, path: "as_of" };
            checker.wrong(at, words::day_of_today(today), words::plain(as_of));
        }
    }
}

/// A requirement set of each level and a factor set are in force on a day.
fn judged(at: At<'_>, book: &Rulebook, levels: &[Level], day: RulesDay, checker: &mut Checker<'_>) {
    let date = day.date();
    // Two at once are told by themselves.
    let is_judged =
        |level: Level| book.rulesets.iter().any(|set| set.decides(level) && set.is_in_force(date));
    for level in levels.iter().filter(|level| !is_judged(**level)) {
        let expected = match level {
            Level::National => words::day_of_national_ruleset(),
            Level::Region => words::day_of_regional_ruleset(),
        };
        checker.wrong(at, expected, words::none_in_force(date));
    }
    if !book.factor_sets.iter().any(|set| set.is_in_force(date)) {
        checker.wrong(at, words::day_of_factors(), words::none_in_force(date));
    }
}

/// Where an edition has ranked by a set of a level, it ranks by the one that follows too.
fn scored(file: &TomlFile, book: &Rulebook, level: Level, day: Date, checker: &mut Checker<'_>) {
    let of_level: Vec<&Ruleset> = book.rulesets.iter().filter(|set| set.decides(level)).collect();
    let has_scoring = |set: &Ruleset, on: Option<Date>| {
        let mut of_set = book.scorings.iter().filter(|scoring| scoring.ruleset == set.id);
        of_set.any(|scoring| on.is_none_or(|on| scoring.is_in_force(on)))
    };
    let ranks = of_level.iter().any(|set| has_scoring(set, None));
    for set in of_level.iter().filter(|set| ranks && set.is_in_force(day) && !has_scoring(set, Some(day))) {
        let expected = words::scoring_of(set.id.as_str(), day);
        checker.wrong(At { file, path: "scorings" }, expected, words::none());
    }
}
