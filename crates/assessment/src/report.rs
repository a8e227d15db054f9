//! The result of an assessment, in the contract's form.

use serde::Serialize;

use crate::account::{Accounts, Part};
use crate::decimal::{Decimal, Ratio};
use crate::evaluate::{Evaluation, Finding, Outcome, State, Verdict, evaluate};
use crate::factors::FactorSet;
use crate::input::{Assessment, ELECTRICITY_PARAMETER, Given, HeatSource, PowerSource, Rules};
use crate::quantity::{CarbonLimit, TonnesCo2, TonnesCoalEquivalent};
use crate::ruleset::Kind;
use crate::trace::{self, Trace};

/// Format of assessment results.
pub const RESULT_FORMAT: &str = "zcp.assessment-result/1";
/// Id of the indicator that is computed when it is not given.
pub const CLEAN_ENERGY_SHARE: &str = "clean_energy_share";

/// The result of an assessment. Numbers are full length, never rounded for display.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'a> {
    /// [`RESULT_FORMAT`].
    pub format: &'static str,
    /// Id of the ruleset.
    pub ruleset: &'a str,
    /// Id of the factor set.
    pub factors: &'a str,
    /// E园区, t CO₂.
    pub emissions_t: Ratio,
    /// 年综合能源消费量, tce.
    pub energy_tce: Decimal,
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
    /// What a reader should be warned of.
    pub warnings: Vec<Warning>,
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
}

/// Assesses a park's year.
pub fn assess<'a>(assessment: &Assessment, rules: Rules<'a>) -> Report<'a> {
    let accounts = Accounts::of(assessment, rules);
    let Evaluation { outcomes, verdict } = evaluate_accounts(assessment, &accounts, rules);
    Report {
        format: RESULT_FORMAT,
        ruleset: &rules.ruleset.id,
        factors: &rules.factors.id,
        emissions_t: accounts.emissions().tonnes(),
        energy_tce: accounts.energy().0,
        intensity_t_per_tce: accounts.intensity().map(|intensity| intensity.0),
        intensity_without_feedstock_energy: accounts.intensity_without_feedstock_energy().map(|i| i.0),
        direct_supply_share_pct: accounts.direct_supply_share(),
        clean_energy_share_strict_pct: accounts.clean_energy_share_strict(),
        bunkers_t: assessment.bunkers_t,
        warnings: warnings(assessment, &accounts),
        outcomes,
        verdict,
        accounts,
    }
}

/// Judges accounts without the trace: what rankings need.
pub fn evaluate_accounts<'a>(
    assessment: &Assessment,
    accounts: &Accounts,
    rules: Rules<'a>,
) -> Evaluation<'a> {
    evaluate(rules.ruleset, Some(accounts.energy()), |indicator| {
        if indicator.kind == Kind::Core {
            return accounts.intensity().map_or(Finding::NoData, |intensity| Finding::Value(intensity.0));
        }
        let given = assessment.guiding.iter().find(|(id, _)| *id == indicator.id).map(|(_, given)| given);
        match given {
            Some(Given::Value(value)) => Finding::Value(Ratio::from(*value)),
            Some(Given::Pending(value)) => Finding::Pending(Ratio::from(*value)),
            Some(Given::NotApplicable(reason)) => Finding::NotApplicable(reason.clone()),
            Some(Given::Nothing) | None if indicator.id == CLEAN_ENERGY_SHARE => {
                accounts.clean_energy_share().map_or(Finding::NoData, Finding::Value)
            }
            Some(Given::Nothing) | None => Finding::NoData,
        }
    })
}

fn warnings(assessment: &Assessment, accounts: &Accounts) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, subject: String| warnings.push(Warning { code, subject });
    for source in PowerSource::ALL {
        let sum = |list: &[crate::input::Power]| -> Decimal {
            list.iter().filter(|power| power.source == source).map(|power| power.mwh.0).sum()
        };
        if sum(&assessment.power_sent) > sum(&assessment.power_received) {
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
    let out_of_range = |share: Ratio| {
        share.cmp_decimal(Decimal::ZERO).is_lt() || share.cmp_decimal(Decimal::HUNDRED).is_gt()
    };
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
        let core = evaluation.outcomes.iter().find(|outcome| outcome.kind == Kind::Core)?;
        Some(Sensitivity {
            electricity_tce_per_mwh: value,
            energy: accounts.energy(),
            intensity: core.value,
            target: core.target,
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

/// The gap of the core indicator; `None` without a threshold.
pub fn core_gap(report: &Report<'_>, rules: Rules<'_>) -> Option<CoreGap> {
    let core = report.outcomes.iter().find(|outcome| outcome.kind == Kind::Core)?;
    core_gap_of(&report.accounts, core, rules.factors)
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
