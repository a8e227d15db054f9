//! The portal's index (门户指数): how close a park is to its targets, and how much of that is known.
//!
//! The index is the portal's own, never an official score. Weights, baselines and method stand in a
//! scoring file apart from the official rulesets. What is missing makes the index an interval: what it
//! would be at worst and at best.

use std::cmp::Ordering;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::decimal::{Decimal, MAX_FRACTION_DIGITS, Ratio};
use crate::evaluate::{Outcome, State};
use crate::fact::{Date, Mark, Problem, Text};
use crate::in_force;
use crate::ruleset::{Direction, Ruleset, check_number};

/// Digits after the point that an attainment is rounded to, half to even. Part of the method: sums of
/// attainments stay exact, so that equal parks rank equal on every machine.
pub const ATTAINMENT_PLACES: u8 = 6;

/// How the index of a ruleset is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What the index is and what it is not.
    pub statement: Text,
    /// Id of the ruleset whose indicators it weighs.
    pub ruleset: String,
    /// C: a convention of the portal; D in a demonstration.
    pub mark: Mark,
    /// First day of use.
    pub in_force_from: Date,
    /// Last day of use; absent while it is in use without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Day on which it was published: before it, nobody knew of it, whatever day it is in force from.
    pub published_on: Date,
    /// Day on which its end was published; with `in_force_to`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_published_on: Option<Date>,
    /// Day on which it was last looked at; absent where it is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// One for each indicator of the ruleset, in its order.
    pub weights: Vec<Weight>,
}

/// How an indicator counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// Indicator id.
    pub indicator: String,
    /// Its weight; only the ratios of weights matter.
    pub weight: Decimal,
    /// The value that counts 0 where a park has no published base year of its own.
    pub baseline: Decimal,
}

impl Scoring {
    /// Every mistake: indicators that the ruleset lacks or the scoring leaves out, weights that are not
    /// above zero.
    pub fn check(&self, ruleset: &Ruleset) -> Vec<Problem> {
        let mut problems = Vec::new();
        in_force::check_days(self, &mut problems);
        let mut seen = HashSet::new();
        for (i, weight) in self.weights.iter().enumerate() {
            let path = format!("weights[{i}]");
            if ruleset.indicator(&weight.indicator).is_none() {
                let expected = format!("an indicator of {}", ruleset.id);
                problems.push(Problem::new(format!("{path}.indicator"), expected, &weight.indicator));
            }
            if !seen.insert(&weight.indicator) {
                problems.push(Problem::new(
                    format!("{path}.indicator"),
                    "each indicator once",
                    &weight.indicator,
                ));
            }
            check_number(format!("{path}.baseline"), weight.baseline, &mut problems);
            if !weight.weight.is_positive() || weight.weight.scale() > 3 || !weight.weight.is_of_a_rule() {
                let expected = "more than 0, with at most 3 digits after the point";
                problems.push(Problem::new(format!("{path}.weight"), expected, weight.weight.to_string()));
            }
        }
        for indicator in ruleset.indicators.iter().filter(|indicator| !seen.contains(&indicator.id)) {
            problems.push(Problem::new("weights", format!("a weight for {}", indicator.id), "none"));
        }
        problems
    }

    fn weight(&self, indicator: &str) -> Option<&Weight> {
        self.weights.iter().find(|weight| weight.indicator == indicator)
    }
}

/// How far a value has come from its baseline to its target: 0 at or beyond the baseline, 100 at or
/// beyond the target, linear between. A target that is missed never counts 100, by however little.
pub fn attainment(value: Ratio, baseline: Decimal, target: Decimal, direction: Direction) -> Decimal {
    if direction.is_met(value.cmp_decimal(target)) {
        return Decimal::HUNDRED;
    }
    let covered = value.cmp_decimal(baseline);
    let beyond_baseline = match direction {
        Direction::AtMost => covered != Ordering::Less,
        Direction::AtLeast => covered != Ordering::Greater,
    };
    if beyond_baseline {
        return Decimal::ZERO;
    }
    // Strictly between the two, so they differ. A value of more digits than can be written is first
    // brought to the digits that a written one may have.
    let value = value.rounded(MAX_FRACTION_DIGITS as u8);
    let attained = Ratio::new((value - baseline) * Decimal::HUNDRED, target - baseline);
    attained.rounded(ATTAINMENT_PLACES).min(Decimal::HUNDRED - Decimal::last_place(ATTAINMENT_PLACES))
}

/// What the index needs to know of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attained {
    /// A verified value has come so far, 0 to 100.
    Known(Decimal),
    /// Missing or not yet verified: anything from 0 to 100.
    Unknown,
    /// Gives its weight to the others.
    NotApplicable,
}

/// The index of a park.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    /// What it is at worst, 0 to 100.
    pub worst: Ratio,
    /// What it is at best, 0 to 100.
    pub best: Ratio,
    /// Indicators with a verified value.
    pub known: usize,
    /// Indicators that apply.
    pub applicable: usize,
}

impl Index {
    /// Share of the applicable indicators that are known, per cent; `None` when none applies.
    pub fn completeness(&self) -> Option<Ratio> {
        let whole = |n: usize| Decimal::from_integer(i64::try_from(n).unwrap_or(i64::MAX));
        Ratio::checked(whole(self.known) * Decimal::HUNDRED, whole(self.applicable))
    }

    /// Whether nothing is missing.
    pub fn is_exact(&self) -> bool {
        self.known == self.applicable
    }
}

/// The attainment of each outcome.
///
/// `base_year` gives the park's published base-year value of an indicator, where there is one; else the
/// scoring's convention stands.
pub fn attained(
    outcomes: &[Outcome<'_>],
    ruleset: &Ruleset,
    scoring: &Scoring,
    mut base_year: impl FnMut(&str) -> Option<Decimal>,
) -> Vec<Attained> {
    let one = |outcome: &Outcome<'_>| {
        let (indicator, weight) = (ruleset.indicator(outcome.indicator), scoring.weight(outcome.indicator));
        match (outcome.state, outcome.value, outcome.target, indicator, weight) {
            (State::NotApplicable, ..) => Attained::NotApplicable,
            (State::Met | State::NotMet, Some(value), Some(target), Some(indicator), Some(weight)) => {
                let baseline = base_year(outcome.indicator).unwrap_or(weight.baseline);
                Attained::Known(attainment(value, baseline, target, indicator.direction))
            }
            _ => Attained::Unknown,
        }
    };
    outcomes.iter().map(one).collect()
}

/// The index from attainments and their weights, in the same order; `None` when nothing applies.
pub fn index(attained: &[Attained], weights: impl IntoIterator<Item = Decimal>) -> Option<Index> {
    let (mut sum, mut total, mut missing) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let (mut known, mut applicable) = (0, 0);
    for (attained, weight) in attained.iter().zip(weights) {
        match attained {
            Attained::NotApplicable => continue,
            Attained::Known(value) => {
                sum += *value * weight;
                known += 1;
            }
            Attained::Unknown => missing += weight,
        }
        total += weight;
        applicable += 1;
    }
    let worst = Ratio::checked(sum, total)?;
    let best = Ratio::checked(sum + missing * Decimal::HUNDRED, total)?;
    Some(Index { worst, best, known, applicable })
}
