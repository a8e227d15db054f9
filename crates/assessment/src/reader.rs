//! Reads an assessment file: every mistake at once, each with its path and what was expected.

use std::ops::RangeInclusive;

use json_tree::parser::{self, Parsed, Twice};
use json_tree::text::{is_blank, shorten, utf8};
use json_tree::{Member, Tree};

use crate::account::{self, Accounts, Part};
use crate::decimal::Decimal;
use crate::fact::{Date, Problem};
use crate::factors::{DEFAULT_FACTORS, FactorSet};
use crate::fields::{Fields, Numeral, Place, numeral};
use crate::in_force::{self, RuleError};
use crate::input::{
    Assessment, Conversion, ELECTRICITY_PARAMETER, FORMAT, Fuel, FuelEntry, Given, Heat, HeatSource, Power,
    PowerSource, Process, Purpose, Rules,
};
use crate::quantity::{MegawattHours, TonnesCo2};
use crate::ruleset::{Kind, Level, Ruleset};
use crate::unit::ValueRange;

/// Years that can be accounted for.
pub const YEARS: RangeInclusive<u16> = 2000..=2100;

/// What an assessment file may be judged by.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// Rulesets of every level and date.
    pub rulesets: &'a [Ruleset],
    /// Factor sets of every date.
    pub factor_sets: &'a [FactorSet],
}

/// Why an assessment cannot be put under rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoRules {
    /// Field that asks for them: `year` or `factors`.
    pub field: &'static str,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
}

impl<'a> Library<'a> {
    /// The national rules for a year, with a factor set by its id; without one by [`DEFAULT_FACTORS`], or by what
    /// followed that set where it has an end.
    ///
    /// In a year on whose last day no ruleset is in force the nearest one comes, marked as not in force.
    ///
    /// # Errors
    /// A year outside [`YEARS`], one on whose last day two rulesets are in force, a factor set that is not there,
    /// or a library without any ruleset.
    pub fn rules(&self, year: u16, factors: Option<&str>) -> Result<Rules<'a>, NoRules> {
        let (ruleset, in_force) = self.ruleset(year)?;
        let factors = self.factors(year, factors)?;
        let rules = Rules { ruleset, in_force, factors, general: factors };
        rules.with_factors(factors, self.factor_sets).ok_or_else(|| NoRules {
            field: "factors",
            expected: format!("a factor set that completes {}", factors.id),
            found: factors.completed_by.clone().unwrap_or_default(),
        })
    }

    /// The rules of an assessment that was read.
    pub fn rules_of(&self, assessment: &Assessment) -> Option<Rules<'a>> {
        self.rules(assessment.year, assessment.factors.as_deref()).ok()
    }

    /// The accounts of an assessment that was read without rules ([`read_unruled`]); `None` where the library holds
    /// none that it can be accounted by, as before the day of their publication.
    pub fn accounts_of(&self, assessment: &Assessment) -> Option<Accounts> {
        let accounts = Accounts::checked(assessment, self.rules_of(assessment)?)?;
        check_totals(assessment, &accounts).ok()?;
        Some(accounts)
    }

    /// The factor set that a new assessment is proposed: the newest.
    pub fn proposed_factors(&self) -> Option<&'a FactorSet> {
        self.factor_sets.iter().max_by_key(|set| set.in_force_from)
    }

    fn ruleset(&self, year: u16) -> Result<(&'a Ruleset, bool), NoRules> {
        let wrong = |expected: String, found: String| NoRules { field: "year", expected, found };
        let day = Date::year_end(year).filter(|_| YEARS.contains(&year));
        let day = day.ok_or_else(|| wrong(expected_year(), year.to_string()))?;
        match in_force::ruleset(self.rulesets, Level::National, day) {
            Ok(ruleset) => Ok((ruleset, true)),
            Err(ambiguous @ RuleError::Ambiguous { .. }) => Err(wrong(
                "a year on whose last day one national ruleset is in force".to_owned(),
                ambiguous.to_string(),
            )),
            Err(RuleError::NotInForce { .. }) => {
                let national = || self.rulesets.iter().filter(|set| set.decides(Level::National));
                let before =
                    national().filter(|set| set.in_force_from <= day).max_by_key(|s| s.in_force_from);
                let nearest = before.or_else(|| national().min_by_key(|set| set.in_force_from));
                let none = || wrong("a national ruleset in the library".to_owned(), "none".to_owned());
                Ok((nearest.ok_or_else(none)?, false))
            }
        }
    }

    fn factors(&self, year: u16, id: Option<&str>) -> Result<&'a FactorSet, NoRules> {
        let set = |id: &str| self.factor_sets.iter().find(|set| set.id == id);
        let found = match id {
            Some(id) => set(id),
            None => {
                let default = set(DEFAULT_FACTORS);
                let day = Date::year_end(year);
                let ended = |set: &&FactorSet| set.in_force_to.zip(day).is_some_and(|(to, day)| to < day);
                let next = || in_force::factor_set(self.factor_sets, day?).ok();
                default.filter(|set| !ended(set)).or_else(next).or(default)
            }
        };
        found.ok_or_else(|| {
            let known: Vec<_> = self.factor_sets.iter().map(|set| set.id.as_str()).collect();
            let found = id.map_or_else(|| "nothing".to_owned(), |id| format!("\"{}\"", shorten(id)));
            NoRules { field: "factors", expected: format!("one of {}", known.join(", ")), found }
        })
    }
}

fn expected_year() -> String {
    format!("a year from {} to {}", YEARS.start(), YEARS.end())
}

/// Reads and checks an assessment file.
///
/// # Errors
/// All problems, in the contract's order; `$` stands for the text as a whole and `energy` for a total
/// that is not positive.
pub fn read<'a>(bytes: &[u8], library: Library<'a>) -> Result<(Assessment, Rules<'a>), Vec<Problem>> {
    read_accounted(bytes, library).map(|read| (read.assessment, read.rules))
}

/// As [`read`], with the accounts that the totals were checked by, so that nobody makes them twice.
///
/// # Errors
/// As [`read`].
pub fn read_accounted<'a>(bytes: &[u8], library: Library<'a>) -> Result<Accounted<'a>, Vec<Problem>> {
    let (tree, problems) = parse(bytes).map_err(|problem| vec![problem])?;
    read_members(object(&tree)?, problems, library)
}

/// The text of an assessment file as one JSON object, and the keys that stand twice in it, each a problem.
///
/// # Errors
/// One problem at `$` when the bytes are not one JSON object in UTF-8.
pub fn parse(bytes: &[u8]) -> Result<(Tree<'_>, Vec<Problem>), Problem> {
    let whole = |found: String| Problem::new("$", "one JSON object", found);
    let text = utf8(bytes).map_err(whole)?;
    if text.trim().is_empty() {
        return Err(whole("nothing".to_owned()));
    }
    let not_json = |why: String| whole(format!("text that is not JSON: {}", shorten(&why)));
    let Parsed { tree, twice, .. } = parser::parse(text).map_err(not_json)?;
    if !matches!(tree, Tree::Object(_)) {
        return Err(whole(tree.describe()));
    }
    let twice = twice.into_iter().map(|Twice { key, path }| {
        let found = format!("\"{}\" twice in {path}", shorten(&key));
        Problem::new("$", "each key once in an object", found)
    });
    Ok((tree, twice.collect()))
}

/// Reads and checks an assessment that is a tree already, as [`read`] does its text.
///
/// # Errors
/// All problems, in the contract's order.
pub fn read_tree<'a>(tree: &Tree<'_>, library: Library<'a>) -> Result<Accounted<'a>, Vec<Problem>> {
    read_members(object(tree)?, Vec::new(), library)
}

fn object<'t>(tree: &'t Tree<'t>) -> Result<&'t [Member<'t>], Vec<Problem>> {
    match tree {
        Tree::Object(members) => Ok(members),
        other => Err(vec![Problem::new("$", "one JSON object", other.describe())]),
    }
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

/// Reads what an assessment says and checks what can be checked without any rules: every field, every number,
/// everything but fuels, factors, indicators and totals. [`Library::accounts_of`] makes the accounts of it.
///
/// # Errors
/// All problems, in the contract's order.
pub fn read_unruled(tree: &Tree<'_>) -> Result<Assessment, Vec<Problem>> {
    let members = object(tree)?;
    let mut problems = Vec::new();
    let mut file = Fields::new(&Place::File, members, &mut problems);
    read_format(&mut file);
    let year = read_year(&mut file);
    if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
        file.problem("year", expected_year(), year.to_string());
    }
    let factors = file.text("factors");
    let head = Assessment { year: year.unwrap_or_default(), factors, ..Assessment::default() };
    let assessment = read_sections(&mut file, head, None);
    file.finish();
    if problems.is_empty() { Ok(assessment) } else { Err(problems) }
}

fn read_members<'a>(
    members: &[Member<'_>],
    mut problems: Vec<Problem>,
    library: Library<'a>,
) -> Result<Accounted<'a>, Vec<Problem>> {
    let mut file = Fields::new(&Place::File, members, &mut problems);
    read_format(&mut file);
    let year = read_year(&mut file);
    let factors = file.text("factors");
    let wanted = factors.as_deref();
    let tried = year.map(|year| library.rules(year, wanted));
    if let Some(Err(NoRules { field, expected, found })) = &tried {
        file.problem(field, expected.clone(), found.clone());
    }
    // A wrong year or factor set does not hide the rest of what is wrong: the file is still checked against
    // the newest rules and the default factors.
    let rules = tried.and_then(Result::ok);
    let judged_by = rules.or_else(|| {
        let national = library.rulesets.iter().filter(|set| set.decides(Level::National));
        let ruleset = national.max_by_key(|set| set.in_force_from)?;
        let set = |id: &str| library.factor_sets.iter().find(|set| set.id == id);
        let named = wanted.and_then(set).or_else(|| set(DEFAULT_FACTORS));
        let factors = named.or_else(|| library.factor_sets.first())?;
        Rules::new(ruleset, factors).with_factors(factors, library.factor_sets)
    });
    let head = Assessment { year: year.unwrap_or_default(), factors, ..Assessment::default() };
    let assessment = read_sections(&mut file, head, judged_by);
    file.finish();
    let Some(rules) = rules.filter(|_| problems.is_empty()) else { return Err(problems) };
    let Some(accounts) = Accounts::checked(&assessment, rules) else {
        let expected = "figures whose exact totals have at most 66 digits";
        return Err(vec![Problem::new("$", expected, "measured values of too many digits")]);
    };
    check_totals(&assessment, &accounts)?;
    Ok(Accounted { assessment, rules, accounts })
}

fn read_format(file: &mut Fields<'_>) {
    let expected = || format!("\"{FORMAT}\"");
    match file.get("format") {
        Some(Tree::Text(format)) if format == FORMAT => {}
        Some(other) => file.problem("format", expected(), other.describe()),
        None => file.problem("format", expected(), "nothing"),
    }
}

fn read_year(file: &mut Fields<'_>) -> Option<u16> {
    const EXPECTED: &str = "a whole year of four digits such as 2026, not in quotes";
    let node = file.required("year", EXPECTED)?;
    let year = match node {
        Tree::Number(text) if text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok()
        }
        _ => None,
    };
    if year.is_none() {
        file.problem("year", EXPECTED, node.describe());
    }
    year
}

/// Without rules, any fuel and any indicator may be named, and may bring what it likes: nobody knows yet.
fn read_sections(file: &mut Fields<'_>, mut assessment: Assessment, rules: Option<Rules<'_>>) -> Assessment {
    assessment.name = file.text("name");
    file.section("conventions", |conventions| {
        let parameter = rules.and_then(|rules| rules.ruleset.parameter(ELECTRICITY_PARAMETER));
        let limit = parameter.map(|parameter| parameter.at_most);
        let value = conventions.number(ELECTRICITY_PARAMETER);
        let allowed = |value: Decimal| value.is_positive() && limit.is_none_or(|limit| value <= limit);
        match value {
            Some(value) if !allowed(value) => {
                let limit = limit.map_or(String::new(), |limit| format!(" and at most {limit}"));
                let found = conventions.get(ELECTRICITY_PARAMETER).map_or_else(String::new, Tree::describe);
                conventions.problem(ELECTRICITY_PARAMETER, format!("more than 0{limit}"), found);
            }
            value => assessment.electricity_tce_per_mwh = value,
        }
    });
    // The general set has every fuel that another has, and maybe more.
    let listed = rules.map(|rules| &rules.general.fuels);
    let fuels: Option<Vec<_>> =
        listed.map(|fuels| fuels.iter().map(|fuel| (fuel.id.as_str(), &fuel.id)).collect());
    let read_id = |entry: &mut Fields<'_>| match &fuels {
        Some(fuels) => entry.choice("fuel", fuels).cloned(),
        None => entry.required_text("fuel", "the id of a fuel"),
    };
    assessment.fuels = file.list("fuels", |entry| {
        let id = read_id(entry);
        let purpose =
            entry.choice("use", &[("combustion", Purpose::Combustion), ("feedstock", Purpose::Feedstock)]);
        let part = purpose.map(Part::of);
        let fuel = read_fuel(entry, id, part, rules);
        Some(FuelEntry { purpose: purpose?, fuel: fuel? })
    });
    assessment.conversions = file.list("conversions", |entry| {
        let mut read = |list, part| {
            entry.list(list, |entry| {
                let id = read_id(entry);
                read_fuel(entry, id, Some(part), rules)
            })
        };
        let inputs = read("inputs", Part::ConversionInput);
        let outputs = read("outputs", Part::ConversionOutput);
        Some(Conversion { name: entry.text("name"), inputs, outputs })
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
        assessment.generated_thermal = electricity.number("generated_thermal_mwh");
        assessment.generated_waste_heat = electricity.number("generated_waste_heat_mwh");
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
        // Without rules nobody knows what a value may be.
        let ids: Vec<(&str, ValueRange)> = match rules {
            Some(rules) => {
                let guiding = rules.ruleset.indicators.iter().filter(|i| i.kind == Kind::Guiding);
                guiding.map(|indicator| (indicator.id.as_str(), indicator.values())).collect()
            }
            None => guiding.names().map(|id| (id, ValueRange::ANY)).collect(),
        };
        for (id, range) in ids {
            if let Some(given) = guiding.object(id, |entry| read_given(entry, range)) {
                assessment.guiding.push((id.to_owned(), given));
            }
        }
    });
    assessment
}

/// Fields that hold a fuel's own factors.
pub const OWN_FACTORS: [&str; 5] =
    ["t_per_unit", "tce_per_unit", "ncv_gj_per_unit", "carbon_t_per_gj", "oxidation"];

fn read_fuel(
    entry: &mut Fields<'_>,
    id: Option<String>,
    part: Option<Part>,
    rules: Option<Rules<'_>>,
) -> Option<Fuel> {
    let amount = entry.required_number("amount");
    let t_per_unit = entry.number("t_per_unit");
    let tce_per_unit = entry.number("tce_per_unit");
    let ncv_gj_per_unit = read_measured(entry, "ncv_gj_per_unit", TEN_THOUSAND, "less than 10000");
    let carbon_t_per_gj = read_measured(entry, "carbon_t_per_gj", TEN_THOUSAND, "less than 10000");
    let oxidation = read_measured(entry, "oxidation", ABOVE_ONE, "at most 1");
    let there = |entry: &mut Fields<'_>, field| entry.get(field).is_some();
    if there(entry, "oxidation") && part.is_some_and(|part| part != Part::Combustion) {
        let found = entry.get("oxidation").map_or_else(String::new, Tree::describe);
        entry.problem("oxidation", "no oxidation rate, which only fuels with use combustion have", found);
    }
    let content = there(entry, "carbon_t_per_gj") || there(entry, "oxidation");
    if content && there(entry, "t_per_unit") {
        entry.problem_here("t_per_unit, or carbon_t_per_gj and oxidation", "both");
    }
    if content && !there(entry, "ncv_gj_per_unit") {
        let expected = "ncv_gj_per_unit beside carbon_t_per_gj and oxidation";
        entry.problem_here(expected, "no ncv_gj_per_unit");
    }
    let basis = read_basis(entry, &OWN_FACTORS);
    let fuel = Fuel {
        id: id?,
        amount: amount?,
        t_per_unit,
        tce_per_unit,
        ncv_gj_per_unit,
        carbon_t_per_gj,
        oxidation,
        basis,
    };
    let part = part?;
    let missing = rules.map(|rules| account::missing(&fuel, part, rules)).unwrap_or_default();
    if !missing.is_empty() {
        let expected = format!("{}, for {} has no default", missing.join(" and "), fuel.id);
        entry.problem_here(expected, "none of its own");
        return None;
    }
    Some(fuel)
}

/// A measured value: above 0 and below a limit that keeps the accounts exact and no real fuel comes near.
fn read_measured(entry: &mut Fields<'_>, field: &str, below: Decimal, limit: &str) -> Option<Decimal> {
    let value = entry.number(field)?;
    if !value.is_positive() || value >= below {
        entry.problem(field, format!("more than 0 and {limit}"), value.to_string());
        return None;
    }
    Some(value)
}

/// Own calorific values and carbon contents stay below this, as those of factor sets do.
const TEN_THOUSAND: Decimal = Decimal::from_integer(10_000);
/// The first number of the contract above 1.
const ABOVE_ONE: Decimal = Decimal::from_digits_of(1_000_000_000_001, 12);

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

fn read_given(entry: &mut Fields<'_>, range: ValueRange) -> Option<Given> {
    let held: Vec<_> = ["value", "pending", "not_applicable"]
        .into_iter()
        .filter(|field| entry.get(field).is_some())
        .collect();
    let value = read_value(entry, "value", range);
    let pending = read_value(entry, "pending", range);
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

fn read_value(entry: &mut Fields<'_>, field: &str, range: ValueRange) -> Option<Decimal> {
    let value = entry.number(field)?;
    if !range.contains(value.into()) {
        entry.problem(field, format!("a value of {range}"), value.to_string());
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
    if !energy.is_positive() {
        problems.push(Problem::new("energy", "a total of more than 0 tce", energy.to_string()));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Reads one number as the contract writes it, for forms that check field by field.
///
/// # Errors
/// What was expected.
pub fn read_number(node: &Tree<'_>) -> Result<Decimal, String> {
    match numeral(node) {
        Numeral::Read(value) => Ok(value),
        Numeral::Refused(expected) => Err(expected),
    }
}
