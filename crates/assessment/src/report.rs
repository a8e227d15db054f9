//! The result of an assessment, in the contract's form.

use serde::Serialize;

use crate::account::{Accounts, Origin, Part};
use crate::applicability::Subject;
use crate::decimal::{Decimal, Ratio};
use crate::evaluate::{Block, Evaluation, Finding, Outcome, State, Verdict, evaluate};
use crate::factors::FactorSet;
use crate::input::{Assessment, ELECTRICITY_PARAMETER, Given, HeatSource, PowerSource, Rules};
use crate::plausible::{self, Check};
use crate::quantity::{CarbonLimit, TonnesCo2, TonnesCoalEquivalent};
use crate::ruleset::{Direction, Indicator, Kind};
use crate::trace::{self, Trace};
use crate::unit::ValueRange;

/// Format of assessment results.
pub const RESULT_FORMAT: &str = "zcp.assessment-result/1";
pub use crate::formulas::CLEAN_ENERGY_SHARE;

/// The result of an assessment. Numbers are full length, never rounded for display.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'a> {
    /// [`RESULT_FORMAT`].
    pub format: &'static str,
    /// Id of the ruleset; `None` in a year in which none was in force.
    pub ruleset: Option<&'a str>,
    /// Id of the factor set.
    pub factors: &'a str,
    /// E园区, t CO₂.
    pub emissions_t: Ratio,
    /// 年综合能源消费量, tce.
    pub energy_tce: TonnesCoalEquivalent,
    /// 单位能耗碳排放, t CO₂ per tce.
    pub intensity_t_per_tce: Option<Ratio>,
    /// The same with feedstock left out of the energy; `None` when nothing would be left.
    pub intensity_without_feedstock_energy: Option<Ratio>,
    /// 绿色电力直接供应比例, per cent; reported, never part of the verdict.
    pub direct_supply_share_pct: Option<Ratio>,
    /// 清洁能源消费占比 without gas, per cent.
    pub clean_energy_share_strict_pct: Option<Ratio>,
    /// International aviation and shipping within combustion, t CO₂: listed alone.
    pub bunkers_t: Decimal,
    /// All indicators, in the ruleset's order.
    pub outcomes: Vec<Outcome<'a>>,
    /// What they add up to.
    pub verdict: Verdict,
    /// Why nothing can be made of them, where figures do not hang together.
    pub blocked_by: Vec<Block>,
    /// What a reader should be warned of.
    pub warnings: Vec<Warning>,
    /// What is plausible to nobody; never part of the verdict.
    pub checks: Vec<Check>,
    /// The accounts behind it.
    #[serde(skip)]
    pub accounts: Accounts,
}

/// A result with its trace: the whole of the contract's `zcp.assessment-result/1`.
#[derive(Clone, Debug, Serialize)]
pub struct Traced<'a> {
    /// The result.
    #[serde(flatten)]
    pub report: Report<'a>,
    /// How each figure came about.
    pub trace: Trace,
}

impl<'a> Report<'a> {
    /// The result with the trace that explains it. Apart, because a trace is many times as long.
    pub fn traced(self, assessment: &Assessment, rules: Rules<'_>) -> Traced<'a> {
        let trace = trace::of(assessment, &self.accounts, &self.outcomes, rules);
        Traced { report: self, trace }
    }

    /// The judgement of the core indicator, where the ruleset has one.
    pub fn core(&self) -> Option<&Outcome<'a>> {
        crate::evaluate::core(&self.outcomes)
    }
}

/// Something unusual that is no mistake by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// What.
    pub code: WarningCode,
    /// Which figure: a path of the input or a field of the result.
    pub subject: String,
}

/// Kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// More was sent out than received.
    SentExceedsReceived,
    /// The figure is below zero.
    Negative,
    /// A computed share lies outside 0 to 100 per cent.
    ShareOutOfRange,
    /// More power of the source `other` is sent than received, and no generation is given: the power used, and
    /// the direct-supply share with it, are not known.
    GenerationNotGiven,
    /// The factor set has no value for a fuel: the general default stands in. The subject is the fuel.
    FactorFromOtherSet,
    /// The ruleset was last compared with its source before the year began.
    RulesCheckedEarlier,
}

impl WarningCode {
    /// All of them.
    pub const ALL: [WarningCode; 6] = [
        WarningCode::SentExceedsReceived,
        WarningCode::Negative,
        WarningCode::ShareOutOfRange,
        WarningCode::GenerationNotGiven,
        WarningCode::FactorFromOtherSet,
        WarningCode::RulesCheckedEarlier,
    ];
}

/// Assesses a park's year.
pub fn assess<'a>(assessment: &Assessment, rules: Rules<'a>) -> Report<'a> {
    assess_accounts(assessment, Accounts::of(assessment, rules), rules)
}

/// Assesses a park's year by accounts that are made already.
pub fn assess_accounts<'a>(assessment: &Assessment, accounts: Accounts, rules: Rules<'a>) -> Report<'a> {
    let Evaluation { outcomes, verdict, blocked_by } = evaluate_accounts(assessment, &accounts, rules);
    Report {
        format: RESULT_FORMAT,
        ruleset: rules.in_force.then_some(&rules.ruleset.id),
        factors: &rules.factors.id,
        emissions_t: accounts.emissions().tonnes(),
        energy_tce: accounts.energy(),
        intensity_t_per_tce: accounts.intensity().map(|intensity| intensity.0),
        intensity_without_feedstock_energy: accounts.intensity_without_feedstock_energy().map(|i| i.0),
        direct_supply_share_pct: accounts.direct_supply_share(),
        clean_energy_share_strict_pct: accounts.clean_energy_share_strict(),
        bunkers_t: assessment.bunkers_t,
        warnings: warnings(assessment, &accounts, rules),
        checks: plausible::checks(assessment, &accounts, rules),
        outcomes,
        verdict,
        blocked_by,
        accounts,
    }
}

/// Judges accounts without the trace: what rankings need.
pub fn evaluate_accounts<'a>(
    assessment: &Assessment,
    accounts: &Accounts,
    rules: Rules<'a>,
) -> Evaluation<'a> {
    let mut evaluation = evaluate(rules.ruleset, Subject::of_energy(accounts.energy()), |indicator| {
        match assessment.given(&indicator.id) {
            // Nobody gives a core indicator: it follows from the figures.
            _ if indicator.kind == Kind::Core => computed(indicator, accounts),
            Given::Value(value) => Finding::Value(Ratio::from(*value)),
            Given::Pending(value) => Finding::Pending(Ratio::from(*value)),
            Given::NotApplicable(reason) => Finding::NotApplicable(reason.clone()),
            Given::Nothing => computed(indicator, accounts),
        }
    });
    let impossible = |outcome: &&mut Outcome<'_>| {
        let is_computed = *assessment.given(outcome.indicator) == Given::Nothing;
        is_computed && outcome.value.is_some_and(|value| !outcome.values.contains(value))
    };
    evaluation.outcomes.iter_mut().filter(impossible).for_each(Outcome::suspend);
    let evaluation = evaluation.blocked(blocks(accounts));
    if rules.in_force { evaluation } else { evaluation.not_in_force() }
}

/// What the formula of an indicator makes of the accounts.
fn computed(indicator: &Indicator, accounts: &Accounts) -> Finding {
    let value = indicator.computed_by().and_then(|formula| (formula.value)(accounts));
    value.map_or(Finding::NoData, Finding::Value)
}

/// Why nothing can be made of accounts, where their figures do not hang together.
pub fn blocks(accounts: &Accounts) -> Vec<Block> {
    let holds = |block: &Block| match block {
        Block::NegativeEmissions => accounts.emissions().is_negative(),
        Block::ShareOutOfRange => {
            let shares = [accounts.clean_energy_share(), accounts.direct_supply_share()];
            shares.into_iter().flatten().any(out_of_range)
        }
        Block::NoFinalEnergy => !(accounts.energy() - accounts.feedstock_energy()).is_positive(),
    };
    Block::ALL.into_iter().filter(holds).collect()
}

/// Whether a share lies outside 0 to 100 per cent.
pub fn out_of_range(share: Ratio) -> bool {
    !ValueRange::SHARE.contains(share)
}

fn warnings(assessment: &Assessment, accounts: &Accounts, rules: Rules<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, subject: String| warnings.push(Warning { code, subject });
    for source in PowerSource::ALL {
        let sum = |list: &[crate::input::Power]| -> Decimal {
            list.iter().filter(|power| power.source == source).map(|power| power.mwh.0).sum()
        };
        // A plant of the park's own may well sell more than the park takes in.
        let generated = match source {
            PowerSource::Other => assessment.generated().unwrap_or_default(),
            _ => Decimal::ZERO,
        };
        if sum(&assessment.power_sent) > sum(&assessment.power_received) + generated {
            warn(WarningCode::SentExceedsReceived, format!("electricity.{}", source.id()));
        }
    }
    for source in HeatSource::ALL {
        let sum = |list: &[crate::input::Heat]| -> Decimal {
            list.iter().filter(|heat| heat.source == source).map(|heat| heat.gj).sum()
        };
        if sum(&assessment.heat_sent) > sum(&assessment.heat_received) {
            warn(WarningCode::SentExceedsReceived, format!("heat.{}", source.id()));
        }
    }
    if accounts.emissions().is_negative() {
        warn(WarningCode::Negative, "emissions_t".to_owned());
        warn(WarningCode::Negative, "intensity_t_per_tce".to_owned());
    }
    let shares = [
        ("direct_supply_share_pct", accounts.direct_supply_share()),
        ("clean_energy_share_strict_pct", accounts.clean_energy_share_strict()),
        (CLEAN_ENERGY_SHARE, accounts.clean_energy_share()),
    ];
    for (subject, share) in shares {
        if share.is_some_and(out_of_range) {
            warn(WarningCode::ShareOutOfRange, subject.to_owned());
        }
    }
    if accounts.lacks_generation() {
        warn(WarningCode::GenerationNotGiven, "direct_supply_share_pct".to_owned());
    }
    let mut named: Vec<&str> = Vec::new();
    for entry in &accounts.contributions {
        let from_other = matches!(entry.carbon.1, Origin::FactorSet { general: true, .. });
        if from_other && !named.contains(&&*entry.subject) {
            named.push(&entry.subject);
            warn(WarningCode::FactorFromOtherSet, entry.subject.to_string());
        }
    }
    let year = i32::from(assessment.year);
    if rules.in_force && rules.ruleset.checked_on.is_some_and(|checked| year > checked.year()) {
        warn(WarningCode::RulesCheckedEarlier, "year".to_owned());
    }
    warnings
}

/// How the core indicator comes out at another 等价值 of electricity.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// 等价值, tce per MWh.
    pub electricity_tce_per_mwh: Decimal,
    /// Energy, tce.
    pub energy: TonnesCoalEquivalent,
    /// Intensity, t CO₂ per tce; `None` when no energy is left.
    pub intensity: Option<Ratio>,
    /// Target of the band that this energy falls into.
    pub target: Option<Decimal>,
    /// Which side of the target is the good one.
    pub direction: Direction,
    /// State of the core indicator.
    pub state: State,
    /// Verdict.
    pub verdict: Verdict,
}

/// The core indicator over the range of the electricity convention, which the notice leaves open, and at
/// the value that the assessment itself uses; ascending.
pub fn sensitivity(assessment: &Assessment, rules: Rules<'_>) -> Vec<Sensitivity> {
    let Some(parameter) = rules.ruleset.parameter(ELECTRICITY_PARAMETER) else { return Vec::new() };
    let at = |value: Decimal| {
        let assessment = Assessment { electricity_tce_per_mwh: Some(value), ..assessment.clone() };
        let accounts = Accounts::of(&assessment, rules);
        let evaluation = evaluate_accounts(&assessment, &accounts, rules);
        let core = evaluation.core()?;
        Some(Sensitivity {
            electricity_tce_per_mwh: value,
            energy: accounts.energy(),
            intensity: core.value,
            target: core.target,
            direction: core.direction,
            state: core.state,
            verdict: evaluation.verdict,
        })
    };
    let mut values: Vec<_> = parameter.range().collect();
    values.push(assessment.electricity_tce_per_mwh.unwrap_or(parameter.default));
    values.sort();
    values.dedup();
    values.into_iter().filter_map(at).collect()
}

/// What separates the park from its target at unchanged energy.
#[derive(Clone, Debug)]
pub struct CoreGap {
    /// Emissions beyond what the target allows, t CO₂; below zero is room left.
    pub excess: TonnesCo2,
    /// Power of the `other` source that would have to become non-fossil, MWh; `None` when the target is met or the park does not use that much of it.
    pub power_to_replace: Option<Ratio>,
}

/// The gap of the core indicator; `None` without a threshold, and of figures that do not hang together.
pub fn core_gap(report: &Report<'_>, rules: Rules<'_>) -> Option<CoreGap> {
    if !report.blocked_by.is_empty() {
        return None;
    }
    core_gap_of(&report.accounts, report.core()?, rules.factors)
}

/// The gap of a core indicator's outcome by the accounts behind it; `None` without a threshold.
pub fn core_gap_of(accounts: &Accounts, core: &Outcome<'_>, factors: &FactorSet) -> Option<CoreGap> {
    let excess = accounts.emissions() - CarbonLimit(core.target?) * accounts.energy();
    let other = |c: &&crate::account::Contribution| c.subject == PowerSource::Other.id();
    let from_other: TonnesCo2 = accounts
        .parts(&[Part::PowerReceived, Part::PowerSent])
        .filter(other)
        .map(crate::account::Contribution::emissions)
        .sum();
    let replaceable = core.state == State::NotMet && excess <= from_other;
    let power_to_replace = replaceable.then(|| excess.per(factors.other_power_t_per_mwh.value)).flatten();
    Some(CoreGap { excess, power_to_replace })
}
