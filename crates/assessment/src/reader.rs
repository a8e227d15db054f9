//! Reads an assessment file: every mistake at once, each with its path and what was expected.

use crate::account::Accounts;
use crate::decimal::Decimal;
use crate::fact::{Date, Problem};
use crate::factors::FactorSet;
use crate::fields::{Fields, Numeral, Place, numeral};
use crate::in_force::{self, RuleError};
use crate::input::{
    Assessment, Conversion, ELECTRICITY_PARAMETER, FORMAT, Fuel, FuelEntry, Given, Heat, HeatSource, Power,
    PowerSource, Process, Purpose, Rules,
};
use crate::json::{self, Node, is_blank};
use crate::quantity::{MegawattHours, TonnesCo2};
use crate::ruleset::{Kind, Level, Ruleset};

/// What an assessment file may be judged by.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// Rulesets of every level and date.
    pub rulesets: &'a [Ruleset],
    /// Factor sets of every date.
    pub factor_sets: &'a [FactorSet],
}

impl<'a> Library<'a> {
    /// The national rules in force on the last day of a year.
    ///
    /// # Errors
    /// What was expected instead of this year, where there are none.
    pub fn rules(&self, year: u16) -> Result<Rules<'a>, String> {
        let none = || {
            let national = self.rulesets.iter().filter(|set| set.level == Level::National);
            let earliest = national.map(|set| set.in_force_from.year()).min().unwrap_or(i32::MAX);
            format!("a year on whose last day a national ruleset is in force ({earliest} or later)")
        };
        let expected = |error: RuleError| match error {
            RuleError::NotInForce { .. } => none(),
            RuleError::Ambiguous { .. } => format!("one national ruleset in force, but {error}"),
        };
        let day = Date::year_end(year).ok_or_else(none)?;
        let ruleset = in_force::ruleset(self.rulesets, Level::National, day).map_err(expected)?;
        let factors = in_force::factor_set(self.factor_sets, day);
        let factors = factors.map_err(|_| format!("a year with a factor set in force on {day}"))?;
        Ok(Rules { ruleset, factors })
    }
}

/// Reads and checks an assessment file.
///
/// # Errors
/// All problems, in the contract's order; `$` stands for the text as a whole and `energy` for a total
/// that is not positive.
pub fn read<'a>(bytes: &[u8], library: Library<'a>) -> Result<(Assessment, Rules<'a>), Vec<Problem>> {
    let mut problems = Vec::new();
    let members = match json::parse_object(bytes, &mut problems) {
        Ok(members) => members,
        Err(problem) => return Err(vec![problem]),
    };
    read_members(&members, problems, library).map(|read| (read.assessment, read.rules))
}

/// An assessment that was read, with the accounts that its totals were checked by.
#[derive(Clone, Debug)]
pub struct Accounted<'a> {
    /// What the file says.
    pub assessment: Assessment,
    /// The rules it is made under.
    pub rules: Rules<'a>,
    /// Its accounts.
    pub accounts: Accounts,
}

/// Reads and checks an assessment that is a tree already, as [`read`] does its text.
///
/// # Errors
/// All problems, in the contract's order.
pub fn read_node<'a>(node: &Node, library: Library<'a>) -> Result<Accounted<'a>, Vec<Problem>> {
    match node {
        Node::Object(members) => read_members(members, Vec::new(), library),
        other => Err(vec![Problem::new("$", "one JSON object", other.describe())]),
    }
}

fn read_members<'a>(
    members: &[(String, Node)],
    mut problems: Vec<Problem>,
    library: Library<'a>,
) -> Result<Accounted<'a>, Vec<Problem>> {
    let mut file = Fields::new(&Place::File, members, &mut problems);
    read_format(&mut file);
    let year = read_year(&mut file);
    let rules = year.and_then(|year| match library.rules(year) {
        Ok(rules) => Some(rules),
        Err(expected) => {
            file.problem("year", expected, year.to_string());
            None
        }
    });
    // Without rules of its own the file is still checked against the newest, so that a wrong year does
    // not hide the rest of what is wrong.
    let newest = library.rulesets.iter().filter(|set| set.level == Level::National);
    let judged_by = rules.or_else(|| {
        let ruleset = newest.max_by_key(|set| set.in_force_from)?;
        let factors = library.factor_sets.iter().max_by_key(|set| set.in_force_from)?;
        Some(Rules { ruleset, factors })
    });
    let assessment = judged_by.map(|judged_by| read_sections(&mut file, year.unwrap_or_default(), judged_by));
    file.finish();
    match (assessment, rules) {
        (Some(assessment), Some(rules)) if problems.is_empty() => {
            let accounts = Accounts::of(&assessment, rules);
            check_totals(&assessment, &accounts)?;
            Ok(Accounted { assessment, rules, accounts })
        }
        _ => Err(problems),
    }
}

fn read_format(file: &mut Fields<'_>) {
    let expected = format!("\"{FORMAT}\"");
    match file.required("format", &expected) {
        Some(Node::Text(format)) if format == FORMAT => {}
        Some(other) => file.problem("format", expected, other.describe()),
        None => {}
    }
}

fn read_year(file: &mut Fields<'_>) -> Option<u16> {
    const EXPECTED: &str = "a whole year of four digits such as 2026, not in quotes";
    let node = file.required("year", EXPECTED)?;
    let year = match node {
        Node::Number(text) if text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok()
        }
        _ => None,
    };
    if year.is_none() {
        file.problem("year", EXPECTED, node.describe());
    }
    year
}

fn read_sections(file: &mut Fields<'_>, year: u16, rules: Rules<'_>) -> Assessment {
    let mut assessment = Assessment { year, name: file.text("name"), ..Assessment::default() };
    file.section("conventions", |conventions| {
        let limit = rules.ruleset.parameter(ELECTRICITY_PARAMETER).map(|parameter| parameter.at_most);
        let value = conventions.number(ELECTRICITY_PARAMETER);
        let allowed = |value: Decimal| value.is_positive() && limit.is_none_or(|limit| value <= limit);
        match value {
            Some(value) if !allowed(value) => {
                let limit = limit.map_or(String::new(), |limit| format!(" and at most {limit}"));
                let found = conventions.get(ELECTRICITY_PARAMETER).map_or_else(String::new, Node::describe);
                conventions.problem(ELECTRICITY_PARAMETER, format!("more than 0{limit}"), found);
            }
            value => assessment.electricity_tce_per_mwh = value,
        }
    });
    let fuels: Vec<_> = rules.factors.fuels.iter().map(|fuel| (fuel.id.as_str(), &fuel.id)).collect();
    assessment.fuels = file.list("fuels", |entry| {
        let fuel = entry.choice("fuel", &fuels).cloned();
        let purpose =
            entry.choice("use", &[("combustion", Purpose::Combustion), ("feedstock", Purpose::Feedstock)]);
        let fuel = read_fuel(entry, fuel);
        Some(FuelEntry { purpose: purpose?, fuel: fuel? })
    });
    assessment.conversions = file.list("conversions", |entry| {
        let read = |entry: &mut Fields<'_>| {
            let id = entry.choice("fuel", &fuels).cloned();
            read_fuel(entry, id)
        };
        let name = entry.text("name");
        Some(Conversion { name, inputs: entry.list("inputs", read), outputs: entry.list("outputs", read) })
    });
    file.section("electricity", |electricity| {
        let sources = PowerSource::ALL.map(|source| (source.id(), source));
        let read = |entry: &mut Fields<'_>| {
            let source = entry.choice("source", &sources);
            let mwh = entry.required_number("mwh").map(MegawattHours);
            Some(Power { source: source?, mwh: mwh? })
        };
        assessment.power_received = electricity.list("received", read);
        assessment.power_sent = electricity.list("sent", read);
        let own = electricity.number("self_used_non_fossil_mwh");
        assessment.self_used_non_fossil = own.unwrap_or(Decimal::ZERO);
    });
    file.section("heat", |heat| {
        assessment.heat_received = heat.list("received", read_heat);
        assessment.heat_sent = heat.list("sent", read_heat);
    });
    assessment.processes = file.list("processes", |entry| {
        let product = entry.required_text("product", "the product's name");
        let tonnes = entry.required_number("tonnes");
        let t_per_t = entry.required_number("t_per_t");
        let basis = entry.required_text("basis", "where the factor comes from");
        Some(Process { product: product?, tonnes: tonnes?, t_per_t: t_per_t?, basis: basis? })
    });
    assessment.bunkers_t = file.number("bunkers_t").unwrap_or(Decimal::ZERO);
    file.section("guiding", |guiding| {
        for indicator in rules.ruleset.indicators.iter().filter(|i| i.kind == Kind::Guiding) {
            if let Some(given) = guiding.object(&indicator.id, read_given) {
                assessment.guiding.push((indicator.id.clone(), given));
            }
        }
    });
    assessment
}

fn read_fuel(entry: &mut Fields<'_>, id: Option<String>) -> Option<Fuel> {
    let amount = entry.required_number("amount");
    let t_per_unit = entry.number("t_per_unit");
    let tce_per_unit = entry.number("tce_per_unit");
    let basis = read_basis(entry, &["t_per_unit", "tce_per_unit"]);
    Some(Fuel { id: id?, amount: amount?, t_per_unit, tce_per_unit, basis })
}

fn read_heat(entry: &mut Fields<'_>) -> Option<Heat> {
    let source = entry.choice("source", &HeatSource::ALL.map(|source| (source.id(), source)));
    let gj = entry.required_number("gj");
    if source == Some(HeatSource::NonFossil) {
        if let Some(node) = entry.get("t_per_gj") {
            entry.problem("t_per_gj", "no factor, which only fossil heat has", node.describe());
        }
        let basis = read_basis(entry, &[]);
        return Some(Heat { source: HeatSource::NonFossil, gj: gj?, t_per_gj: None, basis });
    }
    let t_per_gj = entry.number("t_per_gj");
    let basis = read_basis(entry, &["t_per_gj"]);
    Some(Heat { source: source?, gj: gj?, t_per_gj, basis })
}

/// The basis of an entry, required when one of the given factors is there. Blank counts as absent.
fn read_basis(entry: &mut Fields<'_>, factors: &[&str]) -> Option<String> {
    let overridden: Vec<_> = factors.iter().copied().filter(|factor| entry.get(factor).is_some()).collect();
    if overridden.is_empty() {
        return entry.text("basis").filter(|basis| !is_blank(basis));
    }
    entry.required_text("basis", &format!("where {} comes from", overridden.join(" and ")))
}

fn read_given(entry: &mut Fields<'_>) -> Option<Given> {
    let held: Vec<_> = ["value", "pending", "not_applicable"]
        .into_iter()
        .filter(|field| entry.get(field).is_some())
        .collect();
    let value = read_percent(entry, "value");
    let pending = read_percent(entry, "pending");
    let reason = entry.get("not_applicable").is_some();
    let reason = reason.then(|| entry.required_text("not_applicable", "the reason why it cannot be done"));
    if held.len() > 1 {
        let expected = "at most one of value, pending and not_applicable";
        entry.problem_here(expected, held.join(" and "));
        return None;
    }
    Some(match held.first() {
        Some(&"value") => Given::Value(value?),
        Some(&"pending") => Given::Pending(pending?),
        Some(_) => Given::NotApplicable(reason??),
        None => Given::Nothing,
    })
}

fn read_percent(entry: &mut Fields<'_>, field: &str) -> Option<Decimal> {
    let value = entry.number(field)?;
    if value > Decimal::HUNDRED {
        entry.problem(field, "at most 100 (per cent)", value.to_string());
        return None;
    }
    Some(value)
}

/// What can only be seen in the totals.
fn check_totals(assessment: &Assessment, accounts: &Accounts) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let combustion = accounts.combustion();
    if TonnesCo2::from_tonnes(assessment.bunkers_t) > combustion {
        let expected = format!("at most the combustion emissions it is a part of, {} t", combustion.tonnes());
        problems.push(Problem::new("bunkers_t", expected, assessment.bunkers_t.to_string()));
    }
    let energy = accounts.energy();
    if !energy.0.is_positive() {
        problems.push(Problem::new("energy", "a total of more than 0 tce", energy.0.to_string()));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Reads one number as the contract writes it, for forms that check field by field.
///
/// # Errors
/// What was expected.
pub fn read_number(node: &Node) -> Result<Decimal, String> {
    match numeral(node) {
        Numeral::Read(value) => Ok(value),
        Numeral::Refused(expected) => Err(expected),
    }
}
