//! Where a park stands on the ladder, what is open from there, and what is missing.

use std::cmp::Ordering;

use serde::Serialize;

use crate::decimal::{Decimal, Ratio};
use crate::evaluate::{Evaluation, State};
use crate::fact::Date;
use crate::ladder::{Condition, ConditionKind, Corrective, Ladder, Stage, Track, Transition};
use crate::ruleset::{Direction, Kind, Level};

/// Whether a condition is met, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// It is.
    Met,
    /// It is not.
    NotMet,
    /// Nothing published says either.
    Unknown,
}

impl Truth {
    fn of(known: Option<bool>) -> Truth {
        match known {
            Some(true) => Truth::Met,
            Some(false) => Truth::NotMet,
            None => Truth::Unknown,
        }
    }

    fn all(truths: impl Iterator<Item = Truth>) -> Truth {
        truths.fold(Truth::Met, |all, truth| match (all, truth) {
            (Truth::NotMet, _) | (_, Truth::NotMet) => Truth::NotMet,
            (Truth::Unknown, _) | (_, Truth::Unknown) => Truth::Unknown,
            (Truth::Met, Truth::Met) => Truth::Met,
        })
    }
}

/// A target that the park has committed itself to, by the end of a year.
#[derive(Clone, Copy, Debug)]
pub struct Committed<'a> {
    /// Indicator id.
    pub indicator: &'a str,
    /// The year by whose end it is to be met.
    pub year: u16,
    /// The target.
    pub target: Decimal,
    /// Which values meet it.
    pub direction: Direction,
}

/// A verified value of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Indicator id.
    pub indicator: &'a str,
    /// The value.
    pub value: Ratio,
}

/// What is known of a park on a day. Absent is unknown, never assumed.
#[derive(Clone, Debug)]
pub struct LadderFacts<'a> {
    /// The day.
    pub on: Date,
    /// Its official stage.
    pub stage: Stage,
    /// Last day of an order to rectify.
    pub rectify_by: Option<Date>,
    /// Evaluation by the national ruleset.
    pub national: Option<&'a Evaluation<'a>>,
    /// Evaluation by the regional ruleset.
    pub region: Option<&'a Evaluation<'a>>,
    /// Verified values.
    pub values: Vec<Known<'a>>,
    /// Committed targets, the base year's value first.
    pub committed: Vec<Committed<'a>>,
    /// Last year of the construction period.
    pub construction_to: Option<u16>,
    /// The basic conditions of ndrc-910, annex 1, 1 to 4.
    pub basic: [Option<bool>; 4],
    /// Whether the authorities selected it for cultivation.
    pub selected_for_cultivation: Option<bool>,
    /// Whether the state selected it for the national list.
    pub selected_for_national_list: Option<bool>,
    /// Whether the state's acceptance was passed.
    pub national_acceptance_passed: Option<bool>,
}

/// A condition, answered.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// The answer, its polarity applied: met is what the transition needs.
    pub truth: Truth,
    /// The figure behind it.
    pub value: Option<Ratio>,
    /// What the figure is held against.
    pub threshold: Option<Ratio>,
}

/// A transition that leaves the park's stage, answered.
#[derive(Clone, Debug)]
pub struct Open<'a> {
    /// The transition.
    pub transition: &'a Transition,
    /// Its conditions.
    pub answers: Vec<Answer<'a>>,
    /// Whether all conditions are met.
    pub truth: Truth,
}

/// How an order to rectify stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rectification {
    /// So many days are left; 0 on the last day.
    DaysLeft(i64),
    /// So many days have passed since the last day. The plan names no removal: overdue stays overdue.
    Overdue(i64),
    /// No last day is published.
    NoDay,
}

impl Rectification {
    /// How an order with this last day stands on a day.
    pub fn of(due: Option<Date>, on: Date) -> Rectification {
        match due.map(|due| on.days_until(due)) {
            None => Rectification::NoDay,
            Some(left @ 0..) => Rectification::DaysLeft(left),
            Some(past) => Rectification::Overdue(-past),
        }
    }
}

/// A park on the ladder.
#[derive(Clone, Debug)]
pub struct Position<'a> {
    /// Its official stage.
    pub stage: Stage,
    /// Every transition that leaves it.
    pub open: Vec<Open<'a>>,
    /// How an order to rectify stands, on that stage.
    pub rectification: Option<Rectification>,
    /// On an attained stage, the ways into it, answered by what is known today. Their decisions have been
    /// taken and are not asked again.
    pub entries: Vec<Open<'a>>,
}

/// What the rules make of a park's official stage on one track.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "reading", content = "stages")]
pub enum Reading {
    /// The conditions of transitions are met: the rules support another stage, or one of several where the table
    /// leaves the choice, each once and in its order; the authority has yet to decide. Never empty.
    Supports(Vec<Stage>),
    /// No way into the stage would be open by today's figures.
    Contradicts,
    /// What is known neither supports another stage nor contradicts this one.
    Agrees,
    /// Something is missing without which it cannot be said.
    Undetermined,
}

impl Position<'_> {
    /// What the rules make of the official stage on a track.
    pub fn reading(&self, track: Track) -> Reading {
        let mut supported = Vec::new();
        for open in self.supported(track) {
            if !supported.contains(&open.transition.to) {
                supported.push(open.transition.to);
            }
        }
        if !supported.is_empty() {
            return Reading::Supports(supported);
        }
        let entries = || self.entries.iter().filter(|open| open.transition.track == track);
        if entries().next().is_some() && entries().all(|open| open.truth == Truth::NotMet) {
            return Reading::Contradicts;
        }
        let missing = |open: &&Open<'_>| {
            open.transition.track == track
                && open.truth == Truth::Unknown
                && open
                    .answers
                    .iter()
                    .any(|answer| answer.truth == Truth::Unknown && !answer.condition.kind.is_decision())
        };
        let settled = entries().next().is_none() || entries().any(|open| open.truth == Truth::Met);
        if self.open.iter().any(|open| missing(&open)) || !settled {
            return Reading::Undetermined;
        }
        Reading::Agrees
    }

    /// The transitions that the rules support on a track; several where the table leaves the choice.
    pub fn supported(&self, track: Track) -> impl Iterator<Item = &Open<'_>> {
        self.open.iter().filter(move |open| open.transition.track == track && open.truth == Truth::Met)
    }
}

/// Places a park on the ladder.
pub fn place<'a>(ladder: &'a Ladder, standing: &LadderFacts<'_>) -> Position<'a> {
    let leaving = ladder.from(standing.stage).map(|transition| open(ladder, standing, transition, true));
    let stage = standing.stage;
    let attained = ladder.table.get(stage).is_some_and(|row| row.attained);
    let entries = if attained { ladder.ways_into(stage) } else { Vec::new() };
    let entries = entries.into_iter().map(|transition| open(ladder, standing, transition, false));
    let ordered = ladder.table.correction(stage) == Some(Corrective::Order);
    let rectification = ordered.then(|| Rectification::of(standing.rectify_by, standing.on));
    Position { stage: standing.stage, open: leaving.collect(), rectification, entries: entries.collect() }
}

fn open<'a>(
    ladder: &'a Ladder,
    standing: &LadderFacts<'_>,
    transition: &'a Transition,
    decisions: bool,
) -> Open<'a> {
    let asked = transition.conditions.iter().filter(|c| decisions || !c.kind.is_decision());
    let answers: Vec<_> = asked.map(|c| answer(c, ladder, standing)).collect();
    let truth = Truth::all(answers.iter().map(|answer| answer.truth));
    Open { transition, answers, truth }
}

/// A figure, what it is held against and what separates them, all rounded to the same digits: who subtracts two of
/// them gets the third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownAnswer {
    /// The figure.
    pub value: Decimal,
    /// What it is held against.
    pub threshold: Decimal,
    /// What separates them, at or above zero, where the condition is not met.
    pub gap: Option<Decimal>,
    /// Digits after the point.
    pub places: u8,
}

impl Answer<'_> {
    /// The figures for display: with `least` digits where the threshold ends there, else with four, and with as many
    /// more (up to 12) as it takes to show that a value is not its limit. `None` without both figures.
    pub fn shown(&self, least: u8) -> Option<ShownAnswer> {
        const OF_A_PATH: u8 = 4;
        const MOST: u8 = 12;
        let (value, threshold) = (self.value?, self.threshold?);
        let ends = Ratio::from(threshold.rounded(least)).cmp_ratio(threshold).is_eq();
        let places = if ends { least } else { least.max(OF_A_PATH) };
        let apart = |places: &u8| value.rounded(*places) != threshold.rounded(*places);
        let places = match value.cmp_ratio(threshold) {
            Ordering::Equal => places,
            _ => (places..MOST).find(apart).unwrap_or(MOST),
        };
        let (value, threshold) = (value.rounded(places), threshold.rounded(places));
        let gap = if value < threshold { threshold - value } else { value - threshold };
        let gap = (self.truth == Truth::NotMet).then_some(gap);
        Some(ShownAnswer { value, threshold, gap, places })
    }

    /// What separates the figure from what it is held against, always at or above zero; `None` where the
    /// condition is met, unknown, or has no figure.
    pub fn gap(&self) -> Option<Ratio> {
        if self.truth != Truth::NotMet {
            return None;
        }
        let (value, threshold) = (self.value?, self.threshold?);
        Some(value.distance(threshold))
    }
}

fn answer<'a>(condition: &'a Condition, ladder: &Ladder, standing: &LadderFacts<'_>) -> Answer<'a> {
    let (known, value, threshold) = match &condition.kind {
        ConditionKind::CoreMet { level } => core_met(standing.evaluation(*level)),
        ConditionKind::GuidingSettled { level } => guiding_settled(standing.evaluation(*level)),
        ConditionKind::CommittedTargetsMet => committed_targets_met(standing),
        ConditionKind::ProgressLags => progress_lags(ladder, standing),
        ConditionKind::ConstructionEnded => {
            let end = standing.construction_to.and_then(Date::year_end);
            (end.map(|end| end < standing.on), None, None)
        }
        ConditionKind::BasicCondition { number } => {
            let known = usize::from(*number).checked_sub(1).and_then(|i| standing.basic.get(i).copied());
            (known.flatten(), None, None)
        }
        ConditionKind::SelectedForCultivation => (standing.selected_for_cultivation, None, None),
        ConditionKind::SelectedForNationalList => (standing.selected_for_national_list, None, None),
        ConditionKind::NationalAcceptancePassed => (standing.national_acceptance_passed, None, None),
    };
    let truth = Truth::of(known.map(|known| known == condition.holds));
    Answer { condition, truth, value, threshold }
}

type Found = (Option<bool>, Option<Ratio>, Option<Ratio>);

impl<'a> LadderFacts<'a> {
    fn evaluation(&self, level: Level) -> Option<&'a Evaluation<'a>> {
        match level {
            Level::National => self.national,
            Level::Region => self.region,
        }
    }

    fn value(&self, indicator: &str) -> Option<Ratio> {
        self.values.iter().find(|known| known.indicator == indicator).map(|known| known.value)
    }
}

fn core_met(evaluation: Option<&Evaluation<'_>>) -> Found {
    let core = evaluation.and_then(|evaluation| evaluation.core());
    let Some(core) = core else { return (None, None, None) };
    let known = match core.state {
        State::Met => Some(true),
        State::NotMet => Some(false),
        State::NoData | State::Pending | State::NotApplicable | State::NoThreshold | State::NotInForce => {
            None
        }
    };
    (known, core.value, core.target.map(Ratio::from))
}

fn guiding_settled(evaluation: Option<&Evaluation<'_>>) -> Found {
    let Some(evaluation) = evaluation else { return (None, None, None) };
    let guiding = evaluation.outcomes.iter().filter(|outcome| outcome.kind == Kind::Guiding);
    let truth = Truth::all(guiding.map(|outcome| match outcome.state {
        State::Met | State::NotApplicable => Truth::Met,
        State::NotMet => Truth::NotMet,
        State::NoData | State::Pending | State::NoThreshold | State::NotInForce => Truth::Unknown,
    }));
    let known = match truth {
        Truth::Met => Some(true),
        Truth::NotMet => Some(false),
        Truth::Unknown => None,
    };
    (known, None, None)
}

/// The last target of each indicator that the park committed itself to. A park without any published
/// target is unknown, not done.
fn committed_targets_met(standing: &LadderFacts<'_>) -> Found {
    let last = |committed: &&Committed<'_>| {
        !standing.committed.iter().any(|c| c.indicator == committed.indicator && c.year > committed.year)
    };
    let mut decided = None;
    let mut all_known = true;
    for committed in standing.committed.iter().filter(last) {
        let Some(value) = standing.value(committed.indicator) else {
            all_known = false;
            continue;
        };
        let met = committed.direction.is_met(value.cmp_decimal(committed.target));
        // The first target that is missed is the figure to show; else the first one.
        let shown = (Some(met), Some(value), Some(Ratio::from(committed.target)));
        if !met {
            return shown;
        }
        decided = decided.or(Some(shown));
    }
    match decided {
        Some(shown) if all_known => shown,
        Some((_, value, threshold)) => (None, value, threshold),
        None => (None, None, None),
    }
}

/// Whether the ladder's indicator is worse than the committed path on the day, beyond the tolerance. The
/// path is straight, day by day, between the ends of the committed years; outside them nothing was
/// committed to before, and the last target goes on afterwards.
fn progress_lags(ladder: &Ladder, standing: &LadderFacts<'_>) -> Found {
    let lag = &ladder.lag;
    let value = standing.value(&lag.indicator);
    let mut points: Vec<_> = standing.committed.iter().filter(|c| c.indicator == lag.indicator).collect();
    points.sort_by_key(|committed| committed.year);
    let after = points.iter().position(|c| Date::year_end(c.year).is_some_and(|end| standing.on <= end));
    let path = match after {
        // Before the first committed year ends there is no path yet, but on its last day there is.
        Some(0) => points
            .first()
            .filter(|c| Date::year_end(c.year) == Some(standing.on))
            .map(|c| Ratio::from(c.target)),
        Some(next) => between(points[next - 1], points[next], standing.on),
        None => points.last().map(|c| Ratio::from(c.target)),
    };
    let Some((path, direction)) = path.zip(points.first().map(|c| c.direction)) else {
        return (None, value, None);
    };
    let share = match direction {
        Direction::AtMost => Decimal::HUNDRED + lag.tolerance_pct,
        Direction::AtLeast => Decimal::HUNDRED - lag.tolerance_pct,
    };
    let allowed = path.scaled(share, Decimal::HUNDRED);
    let lags = value.map(|value| !direction.is_met(value.cmp_ratio(allowed)));
    (lags, value, Some(allowed))
}

fn between(from: &Committed<'_>, to: &Committed<'_>, on: Date) -> Option<Ratio> {
    let (start, end) = (Date::year_end(from.year)?, Date::year_end(to.year)?);
    let days = Decimal::from_integer(start.days_until(end));
    let passed = Decimal::from_integer(start.days_until(on));
    Ratio::checked(from.target * days + (to.target - from.target) * passed, days)
}
