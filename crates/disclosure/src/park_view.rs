//! What the rules make of a park at a moment: from its last round or, before the first one, from the values
//! that are published outside rounds.

use assessment::evaluate::Finding;
use assessment::in_force::RuleError;
use assessment::ladder::{Ladder, StageTable, Track};
use assessment::ladder_position::{Position, Reading};
use assessment::ruleset::Indicator;
use assessment::{Date, Ratio};

use crate::as_of::Known;
use crate::model::{Observation, Park, ParkSummary, Rulebook};
use crate::park_evaluation::Judged;
use crate::park_history::{self, ReadingSince};
use crate::round::RulesDay;

/// Published values of an indicator outside rounds, oldest first.
pub fn observations<'a>(park: &'a Known<Park>, indicator: &str) -> Vec<&'a Observation> {
    let mut values: Vec<_> = park.observations.iter().filter(|o| o.indicator == indicator).collect();
    values.sort_by_key(|value| value.year);
    values
}

/// The latest value of an indicator that is published outside rounds.
fn observed(park: &Known<Park>, indicator: &Indicator) -> Finding {
    let last = observations(park, &indicator.id).last().map(|last| Ratio::from(last.value));
    last.map_or(Finding::NoData, Finding::Value)
}

/// A park as the rules see it on a day.
#[derive(Debug)]
pub struct ParkView<'a> {
    /// The judgement of what was observed last.
    pub judged: Judged<'a>,
    /// The table of the dynamic upgrading in force, or why there is none.
    pub ladder: Result<&'a Ladder, RuleError>,
    /// Where that puts the park; absent without a table and before its first official act.
    pub position: Option<Position<'a>>,
}

/// A park as the rules see it, as known on a day: its last round by the rules of the year of its figures, values
/// published outside rounds by those of the day's own year.
pub fn park_view<'a>(
    summary: &ParkSummary,
    park: &Known<Park>,
    book: &'a Known<Rulebook>,
    day: Date,
) -> ParkView<'a> {
    let last = park.rounds.last();
    let judged = match last {
        Some(_) => park_history::judged_last(summary, last, book, day),
        None => {
            let (subject, by) = (summary.subject(book, day), RulesDay::of_day(day));
            Judged::of_values(subject, book, by, |indicator| observed(park, indicator))
        }
    };
    let position = park_history::position(summary, last.map(|round| &round.snapshot), &judged, book, day);
    ParkView { judged, ladder: park_history::ladder_in_force(book, day), position }
}

/// What the rules make of a park's official stage on each track, and since when they have, from its rounds. The
/// one that says most stands first: a step back, that the stage is not supported, a step on, that it cannot
/// be said, that all agrees. A track that neither leads away from the stage nor into it says nothing.
pub fn readings(
    position: &Position<'_>,
    table: &StageTable,
    held: &[ReadingSince],
) -> Vec<(Track, Reading, Option<Date>)> {
    let of = |track: Track| {
        let mut concerned = position.open.iter().chain(&position.entries);
        concerned.find(|open| open.transition.track == track)?;
        let reading = position.reading(track);
        let held = held.iter().find(|held| held.track == track && held.reading == reading);
        Some((track, reading, held.and_then(|held| held.since)))
    };
    let mut readings: Vec<_> = [Track::National, Track::Region].into_iter().filter_map(of).collect();
    readings.sort_by_key(|(_, reading, _)| weight(table, reading));
    readings
}

/// Place of a reading among others; a step back weighs more than a step on.
fn weight(table: &StageTable, reading: &Reading) -> u8 {
    match reading {
        Reading::Supports(stages) if stages.iter().any(|stage| table.correction(*stage).is_some()) => 0,
        Reading::Contradicts => 1,
        Reading::Supports(_) => 2,
        Reading::Undetermined => 3,
        Reading::Agrees => 4,
    }
}

#[cfg(test)]
mod tests {
    use assessment::ladder::Stage;

    use super::*;

    #[test]
    fn what_has_to_be_told_first_weighs_most() {
        let table = fixtures::stage_table();
        let weight = |reading: &Reading| weight(&table, reading);
        let order = [
            Reading::Supports(vec![Stage::REMINDED]),
            Reading::Contradicts,
            Reading::Supports(vec![Stage::RECOMMENDED, Stage::NATIONAL_SELF_ASSESSMENT]),
            Reading::Undetermined,
            Reading::Agrees,
        ];
        assert!(order.is_sorted_by_key(weight));
        let weights: std::collections::HashSet<_> = order.iter().map(weight).collect();
        assert_eq!(weights.len(), order.len());
    }
}
