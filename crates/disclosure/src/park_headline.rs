//! What is said first of a park: of all that the rules make of its official stage, the gravest.

use assessment::evaluate::State;
use assessment::ladder::{ConditionKind, Stage, StageTable, Track};
use assessment::ladder_position::{Position, Reading, Rectification, Truth};
use assessment::ruleset::{Kind, Level};

use crate::park_evaluation::Judged;

/// The first thing to say of a park, gravest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParkHeadline {
    /// Its order to rectify is overdue by so many days.
    Overdue(i64),
    /// It is under an order to rectify, with so many days left; `None` where no last day is published.
    Ordered(Option<i64>),
    /// The case for a reminder or an order has arisen, by the rules; the authority has yet to decide.
    Case(Stage),
    /// By today's figures no way into its stage would be open on this track.
    NoLonger(Track),
    /// The conditions of a step on are met: acceptance or a nomination is due, or one of several where the table leaves
    /// the choice; the authority has yet to decide.
    Due(Vec<Stage>),
    /// The core value is published and not yet verified.
    Pending,
    /// Something is missing without which it cannot be said: these conditions, each with whether it should hold.
    Undetermined(Vec<(ConditionKind, bool)>),
    /// No value of it is published at all.
    NoData,
    /// The rules agree with the official stage.
    Consistent,
}

impl ParkHeadline {
    /// Stable key, for styles and tests.
    pub fn key(&self) -> &'static str {
        match self {
            ParkHeadline::Overdue(_) => "overdue",
            ParkHeadline::Ordered(_) => "ordered",
            ParkHeadline::Case(_) => "case",
            ParkHeadline::NoLonger(_) => "no-longer",
            ParkHeadline::Due(_) => "due",
            ParkHeadline::Pending => "pending",
            ParkHeadline::Undetermined(_) => "undetermined",
            ParkHeadline::NoData => "no-data",
            ParkHeadline::Consistent => "consistent",
        }
    }
}

/// The headline of a park.
pub fn park_headline(position: &Position<'_>, judged: &Judged<'_>, table: &StageTable) -> ParkHeadline {
    match position.rectification {
        Some(Rectification::Overdue(days)) => return ParkHeadline::Overdue(days),
        Some(Rectification::DaysLeft(left)) => return ParkHeadline::Ordered(Some(left)),
        Some(Rectification::NoDay) => return ParkHeadline::Ordered(None),
        None => {}
    }
    let readings = [Track::Region, Track::National].map(|track| (track, position.reading(track)));
    let supported = |reading: &Reading| match reading {
        Reading::Supports(stages) => stages.clone(),
        Reading::Contradicts | Reading::Agrees | Reading::Undetermined => Vec::new(),
    };
    let supported = readings.each_ref().map(|(_, reading)| supported(reading));
    let case = |stage: &&Stage| table.correction(**stage).is_some();
    if let Some(stage) = supported.iter().flatten().find(case) {
        return ParkHeadline::Case(*stage);
    }
    if let Some((track, _)) = readings.iter().find(|(_, reading)| *reading == Reading::Contradicts) {
        return ParkHeadline::NoLonger(*track);
    }
    if let Some(stages) = supported.into_iter().find(|stages| !stages.is_empty()) {
        return ParkHeadline::Due(stages);
    }
    let evaluations = [Level::National, Level::Region].into_iter().filter_map(|level| judged.by(level));
    let (mut published, mut pending) = (false, false);
    for outcome in evaluations.flat_map(|evaluation| &evaluation.outcomes) {
        published |= outcome.value.is_some() || outcome.state == State::NotApplicable;
        pending |= outcome.kind == Kind::Core && outcome.state == State::Pending;
    }
    if pending {
        return ParkHeadline::Pending;
    }
    if !published {
        return ParkHeadline::NoData;
    }
    if readings.iter().any(|(_, reading)| *reading == Reading::Undetermined) {
        return ParkHeadline::Undetermined(missing(position));
    }
    ParkHeadline::Consistent
}

/// The conditions that nothing published answers, each once; decisions are known by their acts and not missing.
fn missing(position: &Position<'_>) -> Vec<(ConditionKind, bool)> {
    let mut missing: Vec<(ConditionKind, bool)> = Vec::new();
    let answers = position.open.iter().chain(&position.entries).flat_map(|open| &open.answers);
    for answer in answers.filter(|answer| answer.truth == Truth::Unknown) {
        let condition = (answer.condition.kind.clone(), answer.condition.holds);
        if !condition.0.is_decision() && missing.iter().all(|(kind, _)| *kind != condition.0) {
            missing.push(condition);
        }
    }
    missing
}
