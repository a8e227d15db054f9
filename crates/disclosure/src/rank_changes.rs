//! How the parks' ranks moved from one round to the next, as far as that is certain.

use std::collections::HashMap;

use assessment::in_force::RuleError;
use assessment::ranking::RankRange;
use assessment::ruleset::Level;

use crate::as_of;
use crate::model::{ParkSummary, Rulebook};
use crate::ranking_table::{Standings, standings};
use crate::round::Round;

/// How a park's rank moved since the round before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It had no rank in the round before.
    New,
    /// The same rank, or the same range of ranks.
    Same,
    /// Ahead.
    Up(Places),
    /// Back.
    Down(Places),
    /// The two ranges overlap: it may have moved either way, or not at all.
    Uncertain,
}

/// By how many places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// The fewest that both ranges allow.
    pub least: usize,
    /// Whether both ranks are certain, so that it is just as many.
    pub exact: bool,
}

/// The movement from one range of ranks to another. Only what holds for every rank in both ranges is told:
/// ranges that do not touch lie apart by at least the places between their near ends.
pub fn movement(before: Option<RankRange>, now: RankRange) -> Movement {
    let Some(before) = before else { return Movement::New };
    let exact = before.best == before.worst && now.best == now.worst;
    if before == now {
        Movement::Same
    } else if now.worst < before.best {
        Movement::Up(Places { least: before.best - now.worst, exact })
    } else if before.worst < now.best {
        Movement::Down(Places { least: now.best - before.worst, exact })
    } else {
        Movement::Uncertain
    }
}

/// The movement of every park since the round before, one a row of the present standings; `None` for a park
/// that is not ranked now.
///
/// The round before is taken as it is known now, with all its corrections, and with the parks that were known on its
/// day.
///
/// # Errors
/// When the round before had nothing to rank by.
pub fn movements(
    parks: &[ParkSummary],
    now: &Standings,
    before: &Round,
    book: &Rulebook,
    level: Level,
) -> Result<Vec<Option<Movement>>, RuleError> {
    let known: Vec<ParkSummary> =
        parks.iter().filter(|park| as_of::is_known(park, before.dated)).cloned().collect();
    let then = standings(&known, before, book, level)?;
    let ranks: HashMap<&str, Option<RankRange>> =
        then.rows.iter().map(|row| (known[row.park].id.as_str(), row.ranks)).collect();
    let of = |id: &str| ranks.get(id).copied().flatten();
    Ok(now.rows.iter().map(|row| Some(movement(of(&parks[row.park].id), row.ranks?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(best: usize, worst: usize) -> RankRange {
        RankRange { best, worst }
    }

    #[test]
    fn certain_ranks_move_by_just_as_many_places() {
        let places = |least| Places { least, exact: true };
        assert_eq!(movement(Some(range(5, 5)), range(3, 3)), Movement::Up(places(2)));
        assert_eq!(movement(Some(range(3, 3)), range(5, 5)), Movement::Down(places(2)));
        assert_eq!(movement(Some(range(3, 3)), range(3, 3)), Movement::Same);
        assert_eq!(movement(None, range(3, 3)), Movement::New);
    }

    #[test]
    fn ranges_move_by_what_is_certain_and_no_more() {
        let places = |least| Places { least, exact: false };
        assert_eq!(movement(Some(range(5, 7)), range(2, 3)), Movement::Up(places(2)));
        assert_eq!(movement(Some(range(1, 2)), range(6, 9)), Movement::Down(places(4)));
        assert_eq!(movement(Some(range(1, 4)), range(3, 3)), Movement::Uncertain);
        assert_eq!(
            movement(Some(range(1, 4)), range(4, 6)),
            Movement::Uncertain,
            "it may have stayed fourth"
        );
        assert_eq!(movement(Some(range(1, 4)), range(1, 4)), Movement::Same);
    }
}
