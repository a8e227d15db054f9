//! What official acts tell of the ladder: who moved between two days, who was accepted, how reminders and
//! orders to rectify went. And, beside it, what the rules made of a move on its eve.

use std::collections::HashMap;

use assessment::Date;
use assessment::ladder::{Corrective, Ladder, Stage, StageTable, Transition};
use assessment::ladder_position::{self, Open, Position, Rectification, Truth};
use assessment::ruleset::Level;

use crate::as_of::{self, Statuses};
use crate::model::{Act, ParkSummary, Rulebook};
use crate::park_evaluation::standing;
use crate::park_history::{judged, judged_last, ladder_in_force, position};
use crate::round::{ParkRound, Round, RulesDay, Snapshot};

/// A park put on another stage by an official act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Day of the act.
    pub dated: Date,
    /// The stage that it left; `None` for the first act about the park.
    pub from: Option<Stage>,
    /// The stage that it reached.
    pub to: Stage,
}

/// The moves of a park after one day and by another, oldest first. An act that leaves the stage as it is, such
/// as another last day, is none. A move starts from where the park stood: from its leading status or, where the act
/// concerns the other track, from the one on that track, `None` where it begins there.
pub fn moves(acts: &[Act], table: &StageTable, since: Date, on: Date) -> Vec<Move> {
    let mut statuses = Statuses::default();
    let mut moves = Vec::new();
    for act in acts.iter().take_while(|act| act.dated <= on) {
        let before = statuses;
        statuses.follow(act, table);
        let leads = statuses.leading(table).is_some_and(|status| status.stage == act.stage);
        let from = if leads { before.leading(table) } else { before.on_track_of(act.stage, table) };
        let from = from.map(|status| status.stage);
        if !act.removed && from != Some(act.stage) {
            moves.push(Move { dated: act.dated, from, to: act.stage });
        }
    }
    moves.retain(|each| each.dated > since);
    moves
}

/// The transitions of a table that a move may have been: several where more than one way leads from the one stage to
/// the other, none where the table has no such way.
pub fn transitions<'a>(ladder: &'a Ladder, moved: &Move) -> Vec<&'a Transition> {
    let leaving = moved.from.into_iter().flat_map(|from| ladder.from(from));
    leaving.filter(|transition| transition.to == moved.to).collect()
}

/// How many parks stood on one stage on the earlier day and on another on the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Stage on the earlier day; `None` for parks that no act had named.
    pub from: Option<Stage>,
    /// Stage on the later day.
    pub to: Stage,
    /// How many parks.
    pub parks: usize,
}

/// What happened to the parks between two days.
#[derive(Clone, Debug, Default)]
pub struct Flow<'a> {
    /// Parks that moved, each with its moves, oldest first; those of the last move come first.
    pub moved: Vec<(&'a ParkSummary, Vec<Move>)>,
    /// How many of them no act had named on the earlier day.
    pub new: usize,
    /// How many of them stand where they stood, and have been elsewhere in between.
    pub returned: usize,
    /// Parks that did not move.
    pub stayed: usize,
    /// Every pair of stages with the parks between them, in the order of the ladder.
    pub streams: Vec<Stream>,
}

/// Who moved after one day and by another. Parks that no act names by the later day are not counted.
pub fn flow<'a>(parks: &'a [ParkSummary], table: &StageTable, since: Date, on: Date) -> Flow<'a> {
    let mut flow = Flow::default();
    let mut streams: HashMap<(Option<Stage>, Stage), usize> = HashMap::new();
    for park in parks {
        let Some(to) = as_of::standing(&park.events, table, on).map(|later| later.stage) else { continue };
        let from = as_of::standing(&park.events, table, since).map(|earlier| earlier.stage);
        *streams.entry((from, to)).or_default() += 1;
        let moves = moves(&park.events, table, since, on);
        if moves.is_empty() {
            flow.stayed += 1;
            continue;
        }
        flow.new += usize::from(from.is_none());
        // One that moved on its other track alone has not been elsewhere.
        flow.returned += usize::from(from == Some(to) && moves.iter().any(|each| each.from == from));
        flow.moved.push((park, moves));
    }
    flow.moved.sort_by_key(|(_, moves)| std::cmp::Reverse(moves.last().map(|last| last.dated)));
    let streams = streams.into_iter().map(|((from, to), parks)| Stream { from, to, parks });
    flow.streams = streams.collect();
    flow.streams.sort_by_key(|stream| (stream.from.map(|from| table.rank(from)), table.rank(stream.to)));
    flow
}

/// The conditions of a move, as they stood by the rules on the eve of the act.
#[derive(Clone, Debug)]
pub struct Eve<'a> {
    /// Day of the round whose figures were used; `None` when none was published yet.
    pub round: Option<Date>,
    /// The transitions that it may have been, each with its conditions answered; never empty.
    pub ways: Vec<Open<'a>>,
}

impl Eve<'_> {
    /// Whether an authority's decision is all that it took, so that nothing can be computed.
    pub fn is_by_decision(&self) -> bool {
        let mut answers = self.ways.iter().flat_map(|way| &way.answers);
        answers.all(|answer| answer.condition.kind.is_decision())
    }

    /// Whether the conditions were met, of the way for which most can be said.
    pub fn truth(&self) -> Truth {
        let any = |truth| self.ways.iter().any(|way| way.truth == truth);
        [Truth::Met, Truth::Unknown].into_iter().find(|truth| any(*truth)).unwrap_or(Truth::NotMet)
    }
}

/// How the conditions of a move stood on the day before the act, by the last round until then as it is given;
/// decisions are unknown on their eve. `None` where no table was in force or the table has no such move.
pub fn eve<'a>(
    park: &ParkSummary,
    rounds: &[ParkRound],
    book: &'a Rulebook,
    moved: &Move,
) -> Option<Eve<'a>> {
    let (on, from) = (moved.dated.previous()?, moved.from?);
    let ladder = ladder_in_force(book, on).ok()?;
    let round = rounds[..rounds.partition_point(|round| round.dated <= on)].last();
    let snapshot = round.map(|round| &round.snapshot);
    let judged = judged_last(park, round, book, on);
    let mut standing = standing(park, snapshot, Some(&judged), book, on)?;
    // Two acts of one day: the eve of the second is the first, not the day before.
    standing.stage = from;
    let position = ladder_position::place(ladder, &standing);
    let ways: Vec<_> = position.open.into_iter().filter(|open| open.transition.to == moved.to).collect();
    (!ways.is_empty()).then(|| Eve { round: round.map(|round| round.dated), ways })
}

/// A park that passed an acceptance.
#[derive(Clone, Copy, Debug)]
pub struct Accepted<'a> {
    /// The park.
    pub park: &'a ParkSummary,
    /// Whose acceptance.
    pub level: Level,
    /// The act that says so.
    pub by: Move,
}

/// The parks that passed an acceptance, by the first act that says so for each level, in order of their days.
/// One that passed both is named twice. Which stage is an acceptance, and whose, the table says; a park
/// recommended or listed for construction has passed none.
pub fn accepted<'a>(parks: &'a [ParkSummary], table: &StageTable) -> Vec<Accepted<'a>> {
    let accepted_by = |stage| table.get(stage)?.accepted_by;
    let mut accepted: Vec<_> = parks
        .iter()
        .flat_map(|park| {
            let moves = all_moves(&park.events, table);
            let first = move |level| {
                let by = *moves.iter().find(|each| accepted_by(each.to) == Some(level))?;
                Some(Accepted { park, level, by })
            };
            [Level::Region, Level::National].into_iter().filter_map(first)
        })
        .collect();
    accepted.sort_by_key(|each| each.by.dated);
    accepted
}

fn all_moves(acts: &[Act], table: &StageTable) -> Vec<Move> {
    let first = acts.first().and_then(|act| act.dated.previous());
    let last = acts.last().map(|act| act.dated);
    first.zip(last).map_or_else(Vec::new, |(first, last)| moves(acts, table, first, last))
}

/// An unbroken time of a park under a reminder or an order to rectify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// Day of its first act.
    pub from: Date,
    /// Day of the reminder; absent where an order came without one.
    pub reminded: Option<Date>,
    /// Day of the order to rectify; absent while only reminded.
    pub ordered: Option<Date>,
    /// Last day as first set; absent when none is published.
    pub first_due: Option<Date>,
    /// Every later act that set another last day: its day, and the last day from then on.
    pub extended: Vec<(Date, Date)>,
    /// The act that ended it; absent while it is open.
    pub ended: Option<Move>,
    /// That act took the park off its list.
    pub taken_off: bool,
    /// How the order stands, while one does.
    pub stands: Option<Rectification>,
}

impl Episode {
    /// The last day as last set.
    pub fn due(&self) -> Option<Date> {
        self.extended.last().map(|(_, due)| *due).or(self.first_due)
    }

    /// Days between the last day and the end: above zero when the order was carried out late. `None` while it
    /// is open or has no last day.
    pub fn days_late(&self) -> Option<i64> {
        Some(self.due()?.days_until(self.ended?.dated))
    }

    /// Whether an act of a day belongs to it, its end not included.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.ended.is_none_or(|ended| day < ended.dated)
    }
}

/// The times of a park under a reminder or an order, from acts in order, as they stand on a day; oldest first.
pub fn episodes(acts: &[Act], table: &StageTable, on: Date) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = Vec::new();
    let mut open: Option<(Episode, Stage, Corrective)> = None;
    for act in acts.iter().take_while(|act| act.dated <= on) {
        let measure = table.correction(act.stage).filter(|_| !act.removed);
        let Some(measure) = measure else {
            // An act on the other track ends nothing on this one.
            let ends =
                |from| table.get(from).map(|row| row.track) == table.get(act.stage).map(|row| row.track);
            if let Some((mut episode, from, _)) = open.take_if(|(_, from, _)| ends(*from)) {
                episode.taken_off = act.removed;
                episode.ended = Some(Move { dated: act.dated, from: Some(from), to: act.stage });
                episodes.push(episode);
            }
            continue;
        };
        let begun = || (Episode::beginning(act.dated), act.stage, measure);
        let (episode, stage, last) = open.get_or_insert_with(begun);
        (*stage, *last) = (act.stage, measure);
        let first = match measure {
            Corrective::Reminder => &mut episode.reminded,
            Corrective::Order => &mut episode.ordered,
        };
        first.get_or_insert(act.dated);
        if let Some(due) = act.due.filter(|due| episode.due() != Some(*due)) {
            match episode.first_due {
                None => episode.first_due = Some(due),
                Some(_) => episode.extended.push((act.dated, due)),
            }
        }
    }
    if let Some((mut episode, _, measure)) = open {
        episode.stands = (measure == Corrective::Order).then(|| Rectification::of(episode.due(), on));
        episodes.push(episode);
    }
    episodes
}

impl Episode {
    fn beginning(from: Date) -> Episode {
        Episode {
            from,
            reminded: None,
            ordered: None,
            first_due: None,
            extended: Vec::new(),
            ended: None,
            taken_off: false,
            stands: None,
        }
    }
}

/// Where the ladder puts each park on a day, by what a round says of it. Parks that no act names, and all of
/// them while no table is in force, are left out.
pub fn positions<'p, 'b>(
    parks: &'p [ParkSummary],
    round: Option<&Round>,
    book: &'b Rulebook,
    on: Date,
) -> Vec<(&'p ParkSummary, Position<'b>)> {
    let observed = round.map_or(&[][..], |round| &round.parks);
    let snapshots: HashMap<&str, &Snapshot> =
        observed.iter().map(|snapshot| (snapshot.park.as_str(), snapshot)).collect();
    let by = round.map_or_else(|| RulesDay::of_day(on), Round::rules_day);
    let mut positions = Vec::with_capacity(parks.len());
    for park in parks {
        let snapshot = snapshots.get(park.id.as_str()).copied();
        let subject = park.subject(book, round.map_or(on, |round| round.dated));
        let judged = judged(snapshot, subject, book, by);
        if let Some(position) = position(park, snapshot, &judged, book, on) {
            positions.push((park, position));
        }
    }
    positions
}
