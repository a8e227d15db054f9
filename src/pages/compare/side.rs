//! One park of a comparison: everything that is known of it in the round.

use assessment::account::{Accounts, Part};
use assessment::ladder::{StageTable, Track};
use assessment::ladder_position::{Position, Reading};
use assessment::quantity::TonnesCo2;
use disclosure::model::ParkSummary;
use disclosure::park_evaluation::Judged;
use disclosure::park_history::{judged, position};
use disclosure::ranking_table::Row;
use disclosure::round::{PublishedCore, Quality, Snapshot};

use super::Compared;

/// One park.
pub struct Side<'a> {
    /// Its summary.
    pub park: &'a ParkSummary,
    /// Its row among all.
    pub row: &'a Row,
    /// What the round says of it or, where it does not cover the park, what an earlier one said last.
    pub snapshot: Option<&'a Snapshot>,
    /// What the rules say of that.
    pub judged: Judged<'a>,
    /// What stages mean.
    pub stages: &'a StageTable,
    position: Option<Position<'a>>,
}

/// The parts of the emissions, each with the sums that it is made of, in the order of the words.
pub const PARTS: [&[Part]; 5] = [
    &[Part::Combustion],
    &[Part::ConversionInput, Part::ConversionOutput],
    &[Part::PowerReceived, Part::PowerSent, Part::PowerOwn],
    &[Part::HeatReceived, Part::HeatSent],
    &[Part::Process],
];

impl<'a> Side<'a> {
    /// The park of a row of the board.
    pub fn of(compared: &'a Compared, at: usize) -> Side<'a> {
        let (park, row) = (compared.board.park(at), compared.board.row(at));
        let (round, book) = (&compared.files.round, &compared.files.book);
        let own = round.parks.iter().find(|snapshot| snapshot.park == park.id);
        let earlier = round.earlier.iter().rfind(|earlier| earlier.snapshot.park == park.id);
        let (snapshot, dated, by) = match (own, earlier) {
            (None, Some(earlier)) => (Some(&earlier.snapshot), earlier.dated, earlier.rules_day()),
            (own, _) => (own, round.dated, round.rules_day()),
        };
        let judged = judged(snapshot, park.subject(book, dated), book, by);
        let position = position(park, snapshot, &judged, book, round.dated);
        let stages = compared.files.opened.edition.stages();
        Side { park, row, snapshot, judged, stages, position }
    }

    /// What the rules make of its official stage on a track.
    pub fn reading(&self, track: Track) -> Option<Reading> {
        self.position.as_ref().map(|position| position.reading(track))
    }

    /// Its accounts, and whether they are verified; `None` where no balance is published.
    pub fn accounts(&self) -> Option<(&Accounts, bool)> {
        let quality = self.snapshot?.core_quality;
        let accounts = self.judged.accounts.as_ref().filter(|_| quality != Quality::NotPublished)?;
        Some((accounts, quality.is_verified()))
    }

    /// What its core indicator rests on, where that is no balance, and whether it is verified.
    pub fn without_balance(&self) -> Option<(&PublishedCore, bool)> {
        let snapshot = self.snapshot?;
        let core = snapshot.core.as_ref().filter(|core| core.balance().is_none())?;
        Some((core, snapshot.core_quality.is_verified()))
    }

    /// Emissions of a part.
    pub fn emissions_of(&self, part: &[Part]) -> Option<TonnesCo2> {
        self.accounts().map(|(accounts, _)| accounts.emissions_of(part))
    }
}
