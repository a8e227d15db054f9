//! How a figure came about: a tree whose every node names its clause and its source.

use std::borrow::Cow;

use serde::Serialize;

use crate::account::{Accounts, Contribution, Generated, MadeOf, Origin, Part};
use crate::clause;
use crate::decimal::{Decimal, Ratio};
use crate::evaluate::{Outcome, State};
use crate::fact::Mark;
use crate::formulas::{self, Formula, FormulaKey};
use crate::input::{Assessment, ELECTRICITY_PARAMETER, Given, Rules};
use crate::quantity::{GJ_PER_TCE, Gigajoules, TonnesCoalEquivalent};
use crate::ruleset::{Direction, Kind};

/// The trees of all figures of a result.
#[derive(Clone, Debug, Serialize)]
pub struct Trace {
    /// Version of the engine.
    pub engine: &'static str,
    /// The year assessed.
    pub year: u16,
    /// Each indicator of the ruleset, in its order: comparison, value, how the value came about.
    pub indicators: Vec<Node>,
    /// 清洁能源消费占比 as computed, with gas; beside a given value.
    pub clean_energy_share_computed: Option<Node>,
    /// 清洁能源消费占比 as computed, without gas.
    pub clean_energy_share_strict: Option<Node>,
    /// 绿色电力直接供应比例.
    pub direct_supply_share: Option<Node>,
    /// International aviation and shipping, listed alone.
    pub bunkers: Node,
}

/// One figure and what it was made from.
#[derive(Clone, Debug, Serialize)]
pub struct Node {
    /// What it is: the id of a quantity.
    pub quantity: &'static str,
    /// Which one of its kind: a fuel, a power source, a product, an indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Its value, full length; `null` when there is none.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Cow<'static, str>,
    /// The formula in symbols, for computed figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<&'static str>,
    /// State, for indicators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Clause it rests on.
    pub clause: String,
    /// Where it comes from.
    pub source: Source,
    /// What it was made from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Node>,
}

/// Where a figure of the trace comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// Computed from its inputs.
    Computed,
    /// A field of the assessment file.
    Input {
        /// Its path.
        path: String,
        /// Its basis or reason, where it needs one.
        #[serde(skip_serializing_if = "Option::is_none")]
        basis: Option<String>,
    },
    /// A factor set.
    FactorSet {
        /// Its id.
        id: String,
        /// Where the factor stands.
        source: String,
        /// How sure it is.
        mark: Mark,
    },
    /// A ruleset.
    Ruleset {
        /// Its id.
        id: String,
        /// How sure it is.
        mark: Mark,
    },
    /// A convention of a ruleset.
    Convention {
        /// Id of the ruleset.
        ruleset: String,
        /// How sure it is.
        mark: Mark,
    },
    /// The method says so: zero, or left out.
    Method,
}

/// The trace of an assessment.
pub fn of(assessment: &Assessment, accounts: &Accounts, outcomes: &[Outcome<'_>], rules: Rules<'_>) -> Trace {
    let writer = Writer { assessment, accounts, rules };
    let told = |id| writer.formula(formulas::formula(id)?);
    Trace {
        engine: crate::VERSION,
        year: assessment.year,
        indicators: outcomes.iter().map(|outcome| writer.indicator(outcome)).collect(),
        clean_energy_share_computed: told(formulas::CLEAN_ENERGY_SHARE),
        clean_energy_share_strict: told(formulas::CLEAN_ENERGY_SHARE_STRICT),
        direct_supply_share: told(formulas::DIRECT_SUPPLY_SHARE),
        bunkers: Node {
            source: input("bunkers_t".to_owned(), None),
            ..computed("bunkers", "t", clause::SCOPE, assessment.bunkers_t, None, Vec::new())
        },
    }
}

struct Writer<'a> {
    assessment: &'a Assessment,
    accounts: &'a Accounts,
    rules: Rules<'a>,
}

fn computed(
    quantity: &'static str,
    unit: &'static str,
    clause: &str,
    value: impl ToString,
    formula: Option<&'static str>,
    inputs: Vec<Node>,
) -> Node {
    Node {
        quantity,
        subject: None,
        value: Some(value.to_string()),
        unit: unit.into(),
        formula,
        state: None,
        clause: clause.to_owned(),
        source: Source::Computed,
        inputs,
    }
}

/// The comparison that decided: the core indicator's is multiplied out, so that no quotient is formed before it.
fn compared(outcome: &Outcome<'_>) -> &'static str {
    match (outcome.kind, outcome.direction) {
        (Kind::Core, Direction::AtMost) => "E ≤ target × energy",
        (Kind::Core, Direction::AtLeast) => "E ≥ target × energy",
        (Kind::Guiding | Kind::Requirement, Direction::AtMost) => "value ≤ target",
        (Kind::Guiding | Kind::Requirement, Direction::AtLeast) => "value ≥ target",
    }
}

fn input(path: String, basis: Option<String>) -> Source {
    Source::Input { path, basis }
}

/// Power of the park's own plants: no entry of its own, an amount only.
fn generated(generated: &Generated) -> Node {
    let source = input(format!("electricity.{}", generated.field), None);
    Node {
        source,
        subject: Some(generated.field.trim_end_matches("_mwh").to_owned()),
        ..computed("amount", "MWh", clause::DIRECT_SUPPLY, generated.mwh.0, None, Vec::new())
    }
}

impl Writer<'_> {
    fn indicator(&self, outcome: &Outcome<'_>) -> Node {
        let clause = outcome.clause.unwrap_or(&self.rules.ruleset.document).to_owned();
        let ruleset = |mark| Source::Ruleset { id: self.rules.ruleset.id.clone(), mark };
        let mark =
            self.rules.ruleset.indicator(outcome.indicator).map_or(self.rules.ruleset.mark, |i| i.mark);
        let unit = Cow::Owned(outcome.unit.symbol().to_owned());
        let value =
            if outcome.kind == Kind::Core { self.computed(outcome) } else { self.guiding(outcome, &clause) };
        let target = Node {
            quantity: "target",
            subject: None,
            value: outcome.target.map(|target| target.to_string()),
            unit: Cow::clone(&unit),
            formula: None,
            state: None,
            clause: clause.clone(),
            source: ruleset(mark),
            inputs: Vec::new(),
        };
        Node {
            quantity: "indicator",
            subject: Some(outcome.indicator.to_owned()),
            value: outcome.value.map(|value| value.to_string()),
            unit,
            formula: Some(compared(outcome)),
            state: Some(outcome.state),
            clause,
            source: Source::Computed,
            inputs: value.into_iter().chain([target]).collect(),
        }
    }

    /// What was given for a guiding indicator, or how it was computed.
    fn guiding(&self, outcome: &Outcome<'_>, clause: &str) -> Option<Node> {
        let given = self.assessment.guiding.iter().find(|(id, _)| id == outcome.indicator);
        let (field, basis) = match given.map(|(_, given)| given) {
            Some(Given::Value(_)) => ("value", None),
            Some(Given::Pending(_)) => ("pending", None),
            Some(Given::NotApplicable(reason)) => ("not_applicable", Some(reason.clone())),
            Some(Given::Nothing) | None => return self.computed(outcome),
        };
        Some(Node {
            quantity: "given",
            subject: None,
            value: outcome.value.map(|value| value.to_string()),
            unit: outcome.unit.symbol().to_owned().into(),
            formula: None,
            state: None,
            clause: clause.to_owned(),
            source: input(format!("guiding.{}.{field}", outcome.indicator), basis),
            inputs: Vec::new(),
        })
    }

    /// How the formula of an indicator came to its value.
    fn computed(&self, outcome: &Outcome<'_>) -> Option<Node> {
        self.formula(self.rules.ruleset.indicator(outcome.indicator)?.computed_by()?)
    }

    /// What a formula of the table gives, with its id, unit, clause and symbols, and what it was made from.
    fn formula(&self, formula: &'static Formula) -> Option<Node> {
        let value = (formula.value)(self.accounts)?;
        let inputs = match formula.key {
            FormulaKey::CarbonPerEnergy => vec![self.emissions(), self.energy()],
            FormulaKey::CleanEnergyShare => vec![self.clean_energy(false), self.energy()],
            FormulaKey::CleanEnergyShareStrict => vec![self.clean_energy(true), self.energy()],
            FormulaKey::DirectSupplyShare => self.direct_supply(),
        };
        let (unit, symbols) = (formula.unit.symbol(), Some(formula.symbols));
        Some(computed(formula.id, unit, formula.clause, value, symbols, inputs))
    }

    fn emissions(&self) -> Node {
        let part = |quantity, parts: &[Part], clause, formula| {
            let entries = self.accounts.parts(parts).map(|c| self.emission(c, clause)).collect();
            let sum = self.accounts.emissions_of(parts).tonnes();
            computed(quantity, "t", clause, sum, Some(formula), entries)
        };
        use Part::{Combustion, ConversionInput, ConversionOutput, HeatReceived, HeatSent};
        use Part::{Feedstock, PowerOwn, PowerReceived, PowerSent, Process};
        let parts = vec![
            part("emissions_combustion", &[Combustion], clause::COMBUSTION, "Σ amount × EF"),
            part("emissions_feedstock", &[Feedstock], clause::SCOPE, "0"),
            part(
                "emissions_conversion",
                &[ConversionInput, ConversionOutput],
                clause::CONVERSION,
                "Σ input × EF − Σ output × EF",
            ),
            part(
                "emissions_electricity",
                &[PowerReceived, PowerSent, PowerOwn],
                clause::ELECTRICITY,
                "Σ received × Ef − Σ sent × Ef",
            ),
            part("emissions_heat", &[HeatReceived, HeatSent], clause::HEAT, "Σ received × Hf − Σ sent × Hf"),
            part("emissions_process", &[Process], clause::PROCESS, "Σ output × EF"),
        ];
        let formula = "E_combustion + E_conversion + E_electricity + E_heat + E_process";
        let total = self.accounts.emissions().tonnes();
        computed("emissions", "t", clause::TOTAL, total, Some(formula), parts)
    }

    fn energy(&self) -> Node {
        let counted = self.accounts.contributions.iter().filter(|c| c.part != Part::Process);
        let entries = counted.map(|c| self.energy_entry(c)).collect();
        let total = self.accounts.energy();
        computed("energy", "tce", clause::ENERGY, total, Some("Σ amount × tce per unit"), entries)
    }

    /// Clean energy, with natural gas or in the strict reading without.
    fn clean_energy(&self, strict: bool) -> Node {
        let fuel = |c: &Contribution| !strict && Accounts::is_clean_fuel(c);
        let counted = self.accounts.contributions.iter().filter(|c| c.non_fossil || fuel(c));
        let counted: Vec<_> = counted.map(|c| self.energy_entry(c)).collect();
        let mut sum = self.accounts.non_fossil_energy();
        if !strict {
            sum += self.accounts.clean_fuel_energy();
        }
        let formula = Some("Σ amount × tce per unit");
        computed("clean_energy", "tce", clause::CLEAN_ENERGY, sum, formula, counted)
    }

    /// Power supplied directly, and all power used.
    fn direct_supply(&self) -> Vec<Node> {
        let sum = |quantity, value: Decimal, formula, entries: Vec<&Contribution>| {
            let mut inputs: Vec<_> =
                entries.into_iter().map(|c| self.amount(c, clause::DIRECT_SUPPLY)).collect();
            if quantity == "power_used" {
                inputs.extend(self.accounts.generated.iter().map(generated));
            }
            computed(quantity, "MWh", clause::DIRECT_SUPPLY, value, Some(formula), inputs)
        };
        let used = self.accounts.parts(&[Part::PowerReceived, Part::PowerSent, Part::PowerOwn]).collect();
        let direct = self.accounts.direct_entries().collect();
        vec![
            sum(
                "direct_power",
                self.accounts.direct_power().0,
                "direct received − direct sent + own",
                direct,
            ),
            sum("power_used", self.accounts.power_used().0, "received − sent + own + generated", used),
        ]
    }

    fn emission(&self, c: &Contribution, clause: &str) -> Node {
        let (factor, origin) = &c.carbon;
        let (formula, parts) = match &factor.made_of {
            MadeOf::Itself => (None, Vec::new()),
            MadeOf::Carbon(of) => {
                let [ncv, content, oxidation] = of.as_ref();
                let parts = vec![
                    self.factor("net_calorific_value", "GJ/unit", ncv.0, clause, &ncv.1, c),
                    self.factor("carbon_content", "tC/GJ", content.0, clause, &content.1, c),
                    self.factor("oxidation_rate", "1", oxidation.0, clause, &oxidation.1, c),
                ];
                (Some("NCV × carbon × oxidation × 44 ÷ 12"), parts)
            }
            MadeOf::ByHeat(of) => {
                let [heat, by_heat] = of.as_ref();
                let parts = vec![
                    self.heat_content(heat, clause, c),
                    self.factor("emissions_by_heat", "t/TJ", by_heat.0, clause, &by_heat.1, c),
                ];
                (Some("NCV × t per TJ ÷ 1000"), parts)
            }
        };
        let factor = Node {
            formula,
            inputs: parts,
            ..self.factor("emission_factor", "t/unit", factor.t_per_unit(), clause, origin, c)
        };
        let inputs = vec![self.amount(c, clause), factor];
        let node =
            computed("emissions_entry", "t", clause, c.emissions().tonnes(), Some("amount × EF"), inputs);
        Node { subject: Some(c.subject.to_string()), ..node }
    }

    /// The heat of a unit: measured, or what its coal equivalent stands for.
    fn heat_content(&self, (heat, origin): &(Decimal, Origin), clause: &str, c: &Contribution) -> Node {
        let node = self.factor("net_calorific_value", "GJ/unit", *heat, clause, origin, c);
        if matches!(origin, Origin::Own(_)) {
            return node;
        }
        let tce = TonnesCoalEquivalent::from_heat(Gigajoules(*heat)).tce();
        let inputs = vec![
            self.factor("energy_factor", "tce/unit", tce, clause, origin, c),
            computed("heat_of_coal_equivalent", "GJ/tce", clause, GJ_PER_TCE, None, Vec::new()),
        ];
        Node { formula: Some("tce × GJ per tce"), inputs, source: Source::Computed, ..node }
    }

    fn energy_entry(&self, c: &Contribution) -> Node {
        let (tce, origin) = &c.energy_per_unit;
        let mut factor = self.factor("energy_factor", "tce/unit", tce.tce(), clause::ENERGY, origin, c);
        if let Some(ncv) = c.ncv_gj_per_unit {
            factor.formula = Some("NCV ÷ GJ per tce");
            factor.inputs = vec![
                self.factor("net_calorific_value", "GJ/unit", ncv, clause::ENERGY, origin, c),
                computed("heat_of_coal_equivalent", "GJ/tce", clause::ENERGY, GJ_PER_TCE, None, Vec::new()),
            ];
        }
        let inputs = vec![self.amount(c, clause::ENERGY), factor];
        let formula = Some("amount × tce per unit");
        let node = computed("energy_entry", "tce", clause::ENERGY, c.energy(), formula, inputs);
        Node { subject: Some(c.subject.to_string()), ..node }
    }

    /// An amount with its sign: what is taken off is below zero, so that printed terms add up to printed sums.
    fn amount(&self, c: &Contribution, clause: &str) -> Node {
        let source = input(format!("{}.{}", c.path, c.field), None);
        Node { source, ..computed("amount", c.unit, clause, c.signed(), None, Vec::new()) }
    }

    fn factor(
        &self,
        quantity: &'static str,
        unit: &'static str,
        value: impl Into<Ratio>,
        clause: &str,
        origin: &Origin,
        c: &Contribution,
    ) -> Node {
        let source = match origin {
            Origin::Own(basis) => input(c.path.to_string(), Some(basis.clone())),
            Origin::FactorSet { mark, source, general } => Source::FactorSet {
                id: if *general { &self.rules.general.id } else { &self.rules.factors.id }.clone(),
                source: source.to_string(),
                mark: *mark,
            },
            Origin::Convention { set: true } => input("conventions.electricity_tce_per_mwh".to_owned(), None),
            Origin::Convention { set: false } => {
                let convention =
                    self.rules.ruleset.conventions.iter().find(|c| c.id == ELECTRICITY_PARAMETER);
                let mark = convention.map_or(Mark::C, |convention| convention.mark);
                Source::Convention { ruleset: self.rules.ruleset.id.clone(), mark }
            }
            Origin::Method => Source::Method,
        };
        Node { source, ..computed(quantity, unit, clause, value.into(), None, Vec::new()) }
    }
}
