//! From values to states and a verdict, by a ruleset.

use std::cmp::Ordering;

use serde::Serialize;

use crate::applicability::Subject;
use crate::decimal::{Decimal, Ratio};
use crate::ruleset::{Direction, Indicator, Kind, Ruleset};
use crate::unit::{Unit, ValueRange};

/// State of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The value meets the target.
    Met,
    /// The value does not meet the target.
    NotMet,
    /// No value is published or given.
    NoData,
    /// The work cannot be done here; the reason is given (ndrc-910/annex3/1).
    NotApplicable,
    /// A value is there and not yet verified.
    Pending,
    /// No threshold is in force for this park.
    NoThreshold,
    /// No ruleset was in force in that year: figures only.
    NotInForce,
}

impl State {
    /// All of them.
    pub const ALL: [State; 7] = [
        State::Met,
        State::NotMet,
        State::NoData,
        State::NotApplicable,
        State::Pending,
        State::NoThreshold,
        State::NotInForce,
    ];
}

/// Why figures cannot be judged: they do not hang together. In the order of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The park's emissions are below zero.
    NegativeEmissions,
    /// The computed clean-energy share or the direct-supply share lies outside 0 to 100 per cent.
    ShareOutOfRange,
    /// Nothing is left of the energy when feedstock is taken off it.
    NoFinalEnergy,
}

impl Block {
    /// All of them, in order.
    pub const ALL: [Block; 3] = [Block::NegativeEmissions, Block::ShareOutOfRange, Block::NoFinalEnergy];
}

/// What can be said of an indicator before it is judged.
#[derive(Clone, Debug)]
pub enum Finding {
    /// A value.
    Value(Ratio),
    /// A value that is not yet verified.
    Pending(Ratio),
    /// Not applicable, with the reason.
    NotApplicable(String),
    /// Nothing published or given.
    NoData,
}

/// An indicator, judged.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome<'a> {
    /// Indicator id.
    pub indicator: &'a str,
    /// Its state.
    pub state: State,
    /// The value, full length.
    pub value: Option<Ratio>,
    /// The target that applies to this park.
    pub target: Option<Decimal>,
    /// Clause of the target or, where none is in force, of the indicator.
    pub clause: Option<&'a str>,
    /// Core or guiding.
    #[serde(skip)]
    pub kind: Kind,
    /// Which side of the target is the good one.
    #[serde(skip)]
    pub direction: Direction,
    /// Unit of value and target.
    #[serde(skip)]
    pub unit: &'a Unit,
    /// The values that it may have.
    #[serde(skip)]
    pub values: ValueRange,
    /// Reason, when not applicable.
    #[serde(skip)]
    pub reason: Option<String>,
    /// Whether nobody can say which target applies, for want of the park's energy or industries: then there is no
    /// target to compare with, which is another thing than that none is in force.
    #[serde(skip)]
    pub target_unknown: bool,
}

/// What the outcomes add up to. Eligibility is never a decision: the authority decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Core met, and every guiding indicator met or not applicable.
    Eligible,
    /// Core met; some guiding indicator not met, without data or pending.
    EligibleOnCore,
    /// Core not met: 达不到核心指标要求的园区，原则上不得申请验收.
    NotEligible,
    /// The core indicator cannot be judged.
    Undetermined,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Verdict; 4] =
        [Verdict::Eligible, Verdict::EligibleOnCore, Verdict::NotEligible, Verdict::Undetermined];
}

/// A park, judged by a ruleset.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// Every indicator, in the ruleset's order.
    pub outcomes: Vec<Outcome<'a>>,
    /// What they add up to.
    pub verdict: Verdict,
    /// Why nothing can be made of them, where figures do not hang together.
    pub blocked_by: Vec<Block>,
}

impl Evaluation<'_> {
    /// The same figures, which do not hang together: a core indicator that would be met or not met is pending,
    /// and there is no verdict.
    pub fn blocked(mut self, by: Vec<Block>) -> Self {
        if !by.is_empty() {
            self.outcomes.iter_mut().filter(|outcome| outcome.kind == Kind::Core).for_each(Outcome::suspend);
            self.verdict = Verdict::Undetermined;
        }
        self.blocked_by = by;
        self
    }

    /// The same figures of a year in which these rules are not in force: nothing is judged.
    pub fn not_in_force(mut self) -> Self {
        for outcome in &mut self.outcomes {
            outcome.state = State::NotInForce;
            outcome.target = None;
        }
        self.verdict = Verdict::Undetermined;
        self
    }
}

impl Outcome<'_> {
    /// Leaves open what would be met or not met.
    pub fn suspend(&mut self) {
        if matches!(self.state, State::Met | State::NotMet) {
            self.state = State::Pending;
        }
    }
}

impl<'a> Evaluation<'a> {
    /// The judgement of the core indicator, where the ruleset has one.
    pub fn core(&self) -> Option<&Outcome<'a>> {
        core(&self.outcomes)
    }
}

/// The judgement of the core indicator among others.
pub fn core<'b, 'a>(outcomes: &'b [Outcome<'a>]) -> Option<&'b Outcome<'a>> {
    outcomes.iter().find(|outcome| outcome.kind == Kind::Core)
}

/// Judges a park by a ruleset.
///
/// The subject chooses the band of each indicator; where something is not known of it, only indicators whose target
/// does not depend on that can be judged.
pub fn evaluate<'a>(
    ruleset: &'a Ruleset,
    subject: Subject<'_>,
    mut finding: impl FnMut(&Indicator) -> Finding,
) -> Evaluation<'a> {
    let judge_one = |indicator: &'a Indicator| judge(indicator, subject, finding(indicator));
    let outcomes: Vec<_> = ruleset.indicators.iter().map(judge_one).collect();
    let verdict = verdict(&outcomes, ruleset);
    Evaluation { outcomes, verdict, blocked_by: Vec::new() }
}

/// Judges one indicator.
pub fn judge<'a>(indicator: &'a Indicator, subject: Subject<'_>, finding: Finding) -> Outcome<'a> {
    let band = indicator.band(subject);
    let target = band.and_then(|band| band.target);
    let clause = band.and_then(|band| band.clause.as_deref()).or(indicator.clause.as_deref());
    let (state, value, reason) = match finding {
        Finding::NoData => (State::NoData, None, None),
        Finding::NotApplicable(reason) => (State::NotApplicable, None, Some(reason)),
        Finding::Pending(value) => (State::Pending, Some(value), None),
        Finding::Value(value) => (judge_value(indicator, target, value), Some(value), None),
    };
    Outcome {
        indicator: &indicator.id,
        state,
        value,
        target,
        clause,
        kind: indicator.kind,
        direction: indicator.direction,
        unit: &indicator.unit,
        values: indicator.values(),
        reason,
        target_unknown: band.is_none(),
    }
}

fn judge_value(indicator: &Indicator, target: Option<Decimal>, value: Ratio) -> State {
    let compare = |target| -> Ordering { value.cmp_decimal(target) };
    match target.map(compare) {
        None => State::NoThreshold,
        Some(ordering) if indicator.direction.is_met(ordering) => State::Met,
        Some(_) => State::NotMet,
    }
}

fn verdict(outcomes: &[Outcome<'_>], ruleset: &Ruleset) -> Verdict {
    let core = core(outcomes).map(|outcome| outcome.state);
    let settled = |outcome: &Outcome<'_>| matches!(outcome.state, State::Met | State::NotApplicable);
    match core {
        Some(State::NotMet) => Verdict::NotEligible,
        // What nobody has published cannot have been met.
        Some(State::Met) if outcomes.iter().all(settled) && ruleset.unpublished.is_empty() => {
            Verdict::Eligible
        }
        Some(State::Met) => Verdict::EligibleOnCore,
        _ => Verdict::Undetermined,
    }
}
