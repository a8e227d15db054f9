//! How far a result rests on what the notice leaves open: the same year under another reading, one at a time.
//!
//! A what-if is never the rule. It shows whether a state or a verdict would move, so that nobody is surprised.

use crate::account::{self, Accounts, Part};
use crate::applicability::Subject;
use crate::decimal::{Decimal, Ratio};
use crate::evaluate::{Evaluation, Finding, Outcome, State, Verdict, evaluate};
use crate::factors::{ElsewhereFactor, FactorSet};
use crate::input::{Assessment, ELECTRICITY_PARAMETER, Fuel, Given, Purpose, Rules};
use crate::quantity::{TonnesCo2, TonnesCoalEquivalent};
use crate::report::{CLEAN_ENERGY_SHARE, evaluate_accounts};
use crate::ruleset::Direction;

/// What is read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// Nothing: as the assessment has it.
    Nothing,
    /// Another 等价值 of electricity, tce per MWh.
    Equivalent(Decimal),
    /// Feedstock left out of the energy as well.
    FeedstockOut,
    /// The clean-energy share without gas.
    StrictCleanEnergy,
    /// A factor of fossil power that was published later.
    LaterFactor(&'a ElsewhereFactor),
    /// Another factor set.
    Factors(&'a FactorSet),
}

/// The result under a reading.
#[derive(Clone, Debug)]
pub struct WhatIf<'a> {
    /// The reading.
    pub change: Change<'a>,
    /// Emissions, t CO₂.
    pub emissions: TonnesCo2,
    /// Energy, tce.
    pub energy: TonnesCoalEquivalent,
    /// Intensity, t CO₂ per tce; `None` when no energy is left.
    pub intensity: Option<Ratio>,
    /// Target of the band that this energy falls into.
    pub target: Option<Decimal>,
    /// Which side of the target is the good one.
    pub direction: Direction,
    /// State of the core indicator.
    pub core: State,
    /// 清洁能源消费占比 as judged, per cent.
    pub clean_energy: Option<Ratio>,
    /// State of the clean-energy share.
    pub clean: State,
    /// What the outcomes add up to.
    pub verdict: Verdict,
    /// Whether target, a state or the verdict differ from those of the assessment as it is.
    pub moves: bool,
}

/// The assessment as it is, and below it every reading that makes sense for it: the 等价值 over its range,
/// feedstock where there is some, the strict clean-energy share where the share is computed, later factors
/// that the factor set admits as a what-if, the other factor sets among `sets`.
pub fn what_ifs<'a>(assessment: &Assessment, rules: Rules<'a>, sets: &'a [FactorSet]) -> Vec<WhatIf<'a>> {
    let mut rows: Vec<_> = one(Change::Nothing, assessment, rules, sets).into_iter().collect();
    let mut add = |change| rows.extend(one(change, assessment, rules, sets));
    sets.iter().filter(|set| set.id != rules.factors.id).for_each(|set| add(Change::Factors(set)));
    if let Some(parameter) = rules.ruleset.parameter(ELECTRICITY_PARAMETER) {
        let own = assessment.electricity_tce_per_mwh.unwrap_or(parameter.default);
        parameter.range().filter(|value| *value != own).for_each(|value| add(Change::Equivalent(value)));
    }
    if assessment.fuels.iter().any(|entry| entry.purpose == Purpose::Feedstock) {
        add(Change::FeedstockOut);
    }
    if *assessment.given(CLEAN_ENERGY_SHARE) == Given::Nothing {
        add(Change::StrictCleanEnergy);
    }
    rules.factors.elsewhere.iter().filter(|f| f.what_if).for_each(|factor| add(Change::LaterFactor(factor)));
    if let Some((now, others)) = rows.split_first_mut() {
        for row in others {
            row.moves = row.target != now.target
                || row.core != now.core
                || row.clean != now.clean
                || row.verdict != now.verdict;
        }
    }
    rows
}

/// `None` where a reading leaves no energy: then there is nothing to judge.
fn one<'a>(
    change: Change<'a>,
    assessment: &Assessment,
    mut rules: Rules<'a>,
    sets: &'a [FactorSet],
) -> Option<WhatIf<'a>> {
    let mut changed = assessment.clone();
    let mut factors: Option<FactorSet> = None;
    match change {
        Change::Nothing | Change::StrictCleanEnergy => {}
        Change::Equivalent(value) => changed.electricity_tce_per_mwh = Some(value),
        Change::FeedstockOut => changed.fuels.retain(|entry| entry.purpose != Purpose::Feedstock),
        Change::LaterFactor(later) => {
            let mut set = rules.factors.clone();
            set.other_power_t_per_mwh.value = later.t_per_mwh;
            factors = Some(set);
        }
        Change::Factors(other) => {
            rules = rules.with_factors(other, sets)?;
            if !is_complete(assessment, rules) {
                return None;
            }
        }
    }
    let rules = Rules { factors: factors.as_ref().unwrap_or(rules.factors), ..rules };
    let accounts = Accounts::of(&changed, rules);
    if !accounts.energy().is_positive() {
        return None;
    }
    let mut evaluation = evaluate_accounts(&changed, &accounts, rules);
    if change == Change::StrictCleanEnergy {
        evaluation = strictly(&evaluation, &accounts, rules);
    }
    let core = evaluation.core()?;
    let clean = evaluation.outcomes.iter().find(|outcome| outcome.indicator == CLEAN_ENERGY_SHARE);
    Some(WhatIf {
        change,
        emissions: accounts.emissions(),
        energy: accounts.energy(),
        intensity: accounts.intensity().map(|intensity| intensity.0),
        target: core.target,
        direction: core.direction,
        core: core.state,
        clean_energy: clean.and_then(|clean| clean.value),
        clean: clean.map_or(State::NoData, |clean| clean.state),
        verdict: evaluation.verdict,
        moves: false,
    })
}

/// Whether every fuel has factors under these rules, its own or theirs.
fn is_complete(assessment: &Assessment, rules: Rules<'_>) -> bool {
    let has = |fuel: &Fuel, part| account::missing(fuel, part, rules).is_empty();
    assessment.fuels.iter().all(|entry| has(&entry.fuel, Part::of(entry.purpose)))
        && assessment.conversions.iter().all(|conversion| {
            conversion.inputs.iter().all(|fuel| has(fuel, Part::ConversionInput))
                && conversion.outputs.iter().all(|fuel| has(fuel, Part::ConversionOutput))
        })
}

/// The same findings, with the clean-energy share in its strict reading.
fn strictly<'a>(now: &Evaluation<'_>, accounts: &Accounts, rules: Rules<'a>) -> Evaluation<'a> {
    let strict = evaluate(rules.ruleset, Subject::of_energy(accounts.energy()), |indicator| {
        if indicator.id == CLEAN_ENERGY_SHARE {
            return accounts.clean_energy_share_strict().map_or(Finding::NoData, Finding::Value);
        }
        now.outcomes.iter().find(|o| o.indicator == indicator.id).map_or(Finding::NoData, finding)
    });
    let strict = strict.blocked(now.blocked_by.clone());
    if rules.in_force { strict } else { strict.not_in_force() }
}

/// What an outcome was judged from.
fn finding(outcome: &Outcome<'_>) -> Finding {
    match (outcome.state, outcome.value) {
        (State::NotApplicable, _) => Finding::NotApplicable(outcome.reason.clone().unwrap_or_default()),
        (State::Pending, Some(value)) => Finding::Pending(value),
        (_, Some(value)) => Finding::Value(value),
        (_, None) => Finding::NoData,
    }
}

/// Where a value lies to a threshold of which only the range is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At or below the lower end.
    Below,
    /// Between both ends.
    Within,
    /// Above the upper end.
    Above,
}

/// Where a value lies to a range; it says nothing of whether a target is met.
pub fn side(value: Ratio, [low, high]: [Decimal; 2]) -> Side {
    if value.cmp_decimal(low).is_le() {
        Side::Below
    } else if value.cmp_decimal(high).is_le() {
        Side::Within
    } else {
        Side::Above
    }
}
