//! From values to states and a verdict, by a ruleset.

use std::cmp::Ordering;

use serde::Serialize;

use crate::decimal::{Decimal, Ratio};
use crate::quantity::TonnesCoalEquivalent;
use crate::ruleset::{Indicator, Kind, Ruleset};

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
    /// Reason, when not applicable.
    #[serde(skip)]
    pub reason: Option<String>,
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

/// A park, judged by a ruleset.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// Every indicator, in the ruleset's order.
    pub outcomes: Vec<Outcome<'a>>,
    /// What they add up to.
    pub verdict: Verdict,
}

/// Judges a park by a ruleset.
///
/// `energy` chooses the band of the core indicator; without it only indicators whose target does not
/// depend on energy can be judged.
pub fn evaluate<'a>(
    ruleset: &'a Ruleset,
    energy: Option<TonnesCoalEquivalent>,
    mut finding: impl FnMut(&Indicator) -> Finding,
) -> Evaluation<'a> {
    let judge_one = |indicator: &'a Indicator| judge(indicator, energy, finding(indicator));
    let outcomes: Vec<_> = ruleset.indicators.iter().map(judge_one).collect();
    let verdict = verdict(&outcomes, ruleset);
    Evaluation { outcomes, verdict }
}

/// Judges one indicator.
pub fn judge(indicator: &Indicator, energy: Option<TonnesCoalEquivalent>, finding: Finding) -> Outcome<'_> {
    let band = indicator.band(energy.map(|energy| energy.0));
    let target = band.and_then(|band| band.target);
    let clause = band.and_then(|band| band.clause.as_deref()).or(indicator.clause.as_deref());
    let (state, value, reason) = match finding {
        Finding::NoData => (State::NoData, None, None),
        Finding::NotApplicable(reason) => (State::NotApplicable, None, Some(reason)),
        Finding::Pending(value) => (State::Pending, Some(value), None),
        Finding::Value(value) => (judge_value(indicator, target, value), Some(value), None),
    };
    Outcome { indicator: &indicator.id, state, value, target, clause, kind: indicator.kind, reason }
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
    let core = outcomes.iter().find(|outcome| outcome.kind == Kind::Core).map(|outcome| outcome.state);
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
