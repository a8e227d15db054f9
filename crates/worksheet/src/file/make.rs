//! From a sheet to an assessment file of the contract.

use assessment::factors::FactorSet;
use assessment::input::{Assessment, ELECTRICITY_PARAMETER, FORMAT, Rules};
use assessment::reader::{self, Library, OWN_FACTORS};
use assessment::{Decimal, Problem};
use json_tree::text::is_blank;
use json_tree::{Member, Tree};

use crate::calculators;
use crate::number::{self, Reading, Why};
use crate::sheet::{
    Amount, FuelLine, GuidingLine, HeatLine, How, PRODUCT_QUOTA, PowerLine, Sheet, fuel_quantity,
};
use crate::unit::{Quantity, STEAM_GJ_PER_TONNE, Unit};

/// A mistake, at the field where it can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Name of the field: `fuels.0.amount`.
    pub field: String,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The text is no number that can stand here.
    Unreadable(Why),
    /// It can be read in these ways; one has to be chosen.
    Ambiguous(Vec<String>),
    /// The unit behind the number is another than the one chosen beside the field.
    Unit(Unit),
    /// A calculator lacks an input, or divides by nothing.
    Incomplete,
    /// The contract refuses it: what it expects, and what it found.
    Refused(Problem),
}

/// What a sheet makes.
#[derive(Clone, Debug)]
pub struct Made {
    /// The assessment file, as far as the fields could be read.
    pub file: Tree<'static>,
    /// Mistakes, in the order of the form.
    pub problems: Vec<FieldProblem>,
    /// Where each path of the file comes from: path, then name of the field.
    paths: Vec<(String, String)>,
}

/// A sheet that was read through to the engine.
pub struct Read<'a> {
    /// What it makes.
    pub made: Made,
    /// The assessment and the rules it is made under; absent while something is wrong.
    pub assessment: Option<(Assessment, Rules<'a>)>,
    /// Whether nothing that counts as energy is filled in yet: no mistake, only a beginning.
    pub nothing_yet: bool,
}

struct Making<'a> {
    factors: &'a FactorSet,
    steam: Decimal,
    problems: Vec<FieldProblem>,
    paths: Vec<(String, String)>,
}

impl Sheet {
    /// The assessment file that the sheet makes. Lines without an amount are left out.
    pub fn make(&self, factors: &FactorSet) -> Made {
        let steam = Decimal::parse(STEAM_GJ_PER_TONNE).expect("a number");
        let mut making = Making { factors, steam, problems: Vec::new(), paths: Vec::new() };
        let file = making.file(self);
        Made { file, problems: making.problems, paths: making.paths }
    }

    /// Reads the sheet through to the engine.
    pub fn read<'a>(&self, library: Library<'a>) -> Read<'a> {
        let sets = || library.factor_sets.iter();
        let factors = sets().find(|set| set.id == self.factor_set()).or_else(|| sets().next());
        let Some(factors) = factors else {
            let made = Made { file: Tree::Null, problems: Vec::new(), paths: Vec::new() };
            return Read { made, assessment: None, nothing_yet: true };
        };
        let mut made = self.make(factors);
        let misfits = self.other_units(library);
        let is_new = |misfit: &FieldProblem| made.problems.iter().all(|other| other.field != misfit.field);
        let misfits: Vec<_> = misfits.into_iter().filter(is_new).collect();
        made.problems.extend(misfits);
        let read = reader::read_tree(&made.file, library).map(|read| (read.assessment, read.rules));
        let (assessment, refused) = match read {
            Ok(read) => (Some(read), Vec::new()),
            Err(problems) => (None, problems),
        };
        // Without any energy the total is no mistake of a field; the form has only begun.
        let nothing_yet = made.problems.is_empty()
            && matches!(refused.as_slice(), [only] if only.path == "energy" && !self.has_amounts());
        if !nothing_yet {
            let refused = refused.into_iter().map(|problem| made.located(problem));
            let refused: Vec<_> = refused.collect();
            made.problems.extend(refused);
        }
        let assessment = assessment.filter(|_| made.problems.is_empty());
        Read { made, assessment, nothing_yet }
    }

    /// Guiding values that were typed per cent where their indicator has another unit: `85%` kilograms is no number.
    fn other_units(&self, library: Library<'_>) -> Vec<FieldProblem> {
        let indicators = || library.rulesets.iter().flat_map(|set| &set.indicators);
        let of = |(id, line): (&str, &GuidingLine)| {
            let indicator = indicators().find(|indicator| indicator.id == id)?;
            let read = number::read(&line.value, Quantity::of_indicator(&indicator.unit));
            let is_other = line.how == How::Value && read == Reading::Unreadable(Why::OtherUnit);
            let what = What::Unreadable(Why::OtherUnit);
            is_other.then(|| FieldProblem { field: format!("guiding.{id}.value"), what })
        };
        self.guiding.iter().filter_map(of).collect()
    }

    fn has_amounts(&self) -> bool {
        let fuels = |lines: &[FuelLine]| lines.iter().any(|line| !line.amount.is_empty());
        fuels(&self.fuels)
            || self.conversions.iter().any(|line| fuels(&line.inputs) || fuels(&line.outputs))
            || self.received.iter().chain(&self.sent).any(|line| !line.amount.is_empty())
            || !self.own.is_empty()
            || self.heat_received.iter().chain(&self.heat_sent).any(|line| !line.amount.is_empty())
            || self.processes.iter().any(|line| !line.amount.is_empty())
    }
}

impl Made {
    /// The field that a problem of the contract is in: that of its path, or of the longest path above it.
    fn located(&self, problem: Problem) -> FieldProblem {
        let field = self.field_of(&problem.path).unwrap_or(&problem.path).to_owned();
        FieldProblem { field, what: What::Refused(problem) }
    }

    /// The field that a path of the file comes from, or the field of the longest path above it.
    pub fn field_of(&self, asked: &str) -> Option<&str> {
        let above = |path: &str| {
            asked == path || asked.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        let found = self.paths.iter().filter(|(path, _)| above(path)).max_by_key(|(path, _)| path.len());
        found.map(|(_, field)| field.as_str())
    }
}

impl Making<'_> {
    fn file(&mut self, sheet: &Sheet) -> Tree<'static> {
        let mut file = Members::new();
        file.push(("format".into(), said(FORMAT)));
        // A year that is no number stays what it is, and the contract says what it expects.
        let year = |year: u16| Tree::Number(year.to_string().into());
        let year = sheet.year().map_or_else(|| said(sheet.year.trim()), year);
        file.push(("year".into(), year));
        self.from("year", "year");
        text(&mut file, "name", &sheet.name);
        text(&mut file, "factors", &sheet.factors);
        self.from("factors", "factors");
        self.steam = self.plain(&sheet.steam_gj_per_tonne, "steam").and_then(decimal).unwrap_or(self.steam);
        if let Some(value) = self.plain(&sheet.electricity_tce_per_mwh, "equivalent") {
            file.push(("conventions".into(), object(vec![(ELECTRICITY_PARAMETER.into(), said(value))])));
            self.from("conventions", "equivalent");
        }
        let fuels = self.fuels(&sheet.fuels, "fuels", "fuels", true);
        list(&mut file, "fuels", fuels);
        let conversions = self.conversions(sheet);
        list(&mut file, "conversions", conversions);
        section(&mut file, "electricity", self.electricity(sheet));
        let mut heat = Members::new();
        let received = self.heat(&sheet.heat_received, "heat.received", "heat_received");
        list(&mut heat, "received", received);
        let sent = self.heat(&sheet.heat_sent, "heat.sent", "heat_sent");
        list(&mut heat, "sent", sent);
        section(&mut file, "heat", heat);
        let processes = self.processes(sheet);
        list(&mut file, "processes", processes);
        if let Some(value) = self.plain(&sheet.bunkers_t, "bunkers") {
            file.push(("bunkers_t".into(), said(value)));
            self.from("bunkers_t", "bunkers");
        }
        let guiding = self.guiding(sheet);
        section(&mut file, "guiding", guiding);
        object(file)
    }

    /// Remembers where a path of the file comes from.
    fn from(&mut self, path: impl Into<String>, field: impl Into<String>) {
        self.paths.push((path.into(), field.into()));
    }

    fn problem(&mut self, field: &str, what: What) {
        self.problems.push(FieldProblem { field: field.to_owned(), what });
    }

    /// A number without a choice of units.
    fn plain(&mut self, typed: &str, field: &str) -> Option<String> {
        self.number(typed, Quantity::Plain, Unit::One, field)
    }

    /// A typed number in the unit it was typed in.
    fn number(&mut self, typed: &str, quantity: Quantity, chosen: Unit, field: &str) -> Option<String> {
        match number::read(typed, quantity) {
            Reading::Empty => None,
            Reading::Number { text, unit } => match unit {
                Some(unit) if unit != chosen => {
                    self.problem(field, What::Unit(unit));
                    None
                }
                _ => Some(text),
            },
            Reading::Ambiguous(ways) => {
                self.problem(field, What::Ambiguous(ways));
                None
            }
            Reading::Unreadable(why) => {
                self.problem(field, What::Unreadable(why));
                None
            }
        }
    }

    /// An amount in the contract's unit; `None` when nothing, or nothing readable, was typed.
    fn amount(&mut self, amount: &Amount, quantity: Quantity, field: &str) -> Option<String> {
        let typed = self.number(&amount.text, quantity, amount.unit, field)?;
        if amount.unit == quantity.contract_unit() {
            return Some(typed);
        }
        let converted = amount.unit.to_contract(decimal(typed)?, self.steam).to_string();
        if Decimal::parse(&converted).is_err() {
            self.problem(field, What::Unreadable(Why::TooLong));
            return None;
        }
        Some(converted)
    }

    fn fuels(&mut self, lines: &[FuelLine], path: &str, field: &str, purposes: bool) -> Vec<Tree<'static>> {
        let mut made = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let field = format!("{field}.{i}");
            let quantity = fuel_quantity(self.factors, &line.fuel);
            let amount = self.amount(&line.amount, quantity, &format!("{field}.amount"));
            let t = self.plain(&line.t_per_unit, &format!("{field}.t_per_unit"));
            let tce = self.plain(&line.tce_per_unit, &format!("{field}.tce_per_unit"));
            let ncv = self.plain(&line.ncv_gj_per_unit, &format!("{field}.ncv_gj_per_unit"));
            let carbon = self.plain(&line.carbon_t_per_gj, &format!("{field}.carbon_t_per_gj"));
            let oxidation = self.plain(&line.oxidation, &format!("{field}.oxidation"));
            let Some(amount) = amount else { continue };
            let path = format!("{path}[{}]", made.len());
            let mut entry = Members::new();
            entry.push(("fuel".into(), said(&*line.fuel)));
            if purposes {
                entry.push(("use".into(), said(&*line.purpose)));
            }
            entry.push(("amount".into(), said(amount)));
            for (key, value) in OWN_FACTORS.into_iter().zip([t, tce, ncv, carbon, oxidation]) {
                if let Some(value) = value {
                    entry.push((key.into(), said(value)));
                }
            }
            text(&mut entry, "basis", &line.basis);
            self.entry(&path, &field, &["fuel", "use", "amount", "basis"]);
            self.entry(&path, &field, &OWN_FACTORS);
            made.push(object(entry));
        }
        made
    }

    /// Remembers an entry and its fields.
    fn entry(&mut self, path: &str, field: &str, names: &[&str]) {
        self.from(path, format!("{field}.amount"));
        for name in names {
            self.from(format!("{path}.{name}"), format!("{field}.{name}"));
        }
    }

    fn conversions(&mut self, sheet: &Sheet) -> Vec<Tree<'static>> {
        let mut made = Vec::new();
        for (i, line) in sheet.conversions.iter().enumerate() {
            let (path, field) = (format!("conversions[{}]", made.len()), format!("conversions.{i}"));
            let inputs =
                self.fuels(&line.inputs, &format!("{path}.inputs"), &format!("{field}.inputs"), false);
            let outputs =
                self.fuels(&line.outputs, &format!("{path}.outputs"), &format!("{field}.outputs"), false);
            if inputs.is_empty() && outputs.is_empty() {
                continue;
            }
            let mut entry = Members::new();
            text(&mut entry, "name", &line.name);
            list(&mut entry, "inputs", inputs);
            list(&mut entry, "outputs", outputs);
            self.from(path, format!("{field}.name"));
            made.push(object(entry));
        }
        made
    }

    fn electricity(&mut self, sheet: &Sheet) -> Members {
        let mut made = Members::new();
        for (lines, key) in [(&sheet.received, "received"), (&sheet.sent, "sent")] {
            let entries = self.power(lines, key);
            list(&mut made, key, entries);
        }
        if let Some(own) = self.amount(&sheet.own, Quantity::Power, "own") {
            made.push(("self_used_non_fossil_mwh".into(), said(own)));
            self.from("electricity.self_used_non_fossil_mwh", "own");
        }
        let generated = [
            ("generated_thermal", &sheet.generated_thermal),
            ("generated_waste_heat", &sheet.generated_waste_heat),
        ];
        for (field, amount) in generated {
            if let Some(mwh) = self.amount(amount, Quantity::Power, field) {
                made.push((format!("{field}_mwh").into(), said(mwh)));
                self.from(format!("electricity.{field}_mwh"), field);
            }
        }
        made
    }

    fn power(&mut self, lines: &[PowerLine], key: &str) -> Vec<Tree<'static>> {
        let mut made = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let field = format!("{key}.{i}");
            let Some(mwh) = self.amount(&line.amount, Quantity::Power, &format!("{field}.amount")) else {
                continue;
            };
            let path = format!("electricity.{key}[{}]", made.len());
            self.entry(&path, &field, &["source"]);
            made.push(object(vec![("source".into(), said(&*line.source)), ("mwh".into(), said(mwh))]));
        }
        made
    }

    fn heat(&mut self, lines: &[HeatLine], path: &str, field: &str) -> Vec<Tree<'static>> {
        let mut made = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let field = format!("{field}.{i}");
            let gj = self.amount(&line.amount, Quantity::Heat, &format!("{field}.amount"));
            let factor = self.plain(&line.t_per_gj, &format!("{field}.t_per_gj"));
            let Some(gj) = gj else { continue };
            let path = format!("{path}[{}]", made.len());
            let mut entry = Members::new();
            entry.push(("source".into(), said(&*line.source)));
            entry.push(("gj".into(), said(gj)));
            if let Some(factor) = factor {
                entry.push(("t_per_gj".into(), said(factor)));
            }
            text(&mut entry, "basis", &line.basis);
            self.entry(&path, &field, &["source", "t_per_gj", "basis"]);
            made.push(object(entry));
        }
        made
    }

    fn processes(&mut self, sheet: &Sheet) -> Vec<Tree<'static>> {
        let mut made = Vec::new();
        for (i, line) in sheet.processes.iter().enumerate() {
            let field = format!("processes.{i}");
            let tonnes = self.amount(&line.amount, Quantity::Mass, &format!("{field}.amount"));
            let factor = self.plain(&line.t_per_t, &format!("{field}.t_per_t"));
            let Some(tonnes) = tonnes else { continue };
            let mut entry = Members::new();
            text(&mut entry, "product", &line.product);
            entry.push(("tonnes".into(), said(tonnes)));
            if let Some(factor) = factor {
                entry.push(("t_per_t".into(), said(factor)));
            }
            text(&mut entry, "basis", &line.basis);
            let path = format!("processes[{}]", made.len());
            self.entry(&path, &field, &["product", "t_per_t", "basis"]);
            made.push(object(entry));
        }
        made
    }

    fn guiding(&mut self, sheet: &Sheet) -> Members {
        let mut made = Members::new();
        for (id, line) in sheet.guiding.iter() {
            let field = format!("guiding.{id}");
            let value = match line.how {
                How::Nothing => continue,
                How::NotApplicable => {
                    self.from(format!("guiding.{id}"), format!("{field}.reason"));
                    let reason = object(vec![("not_applicable".into(), said(&*line.reason))]);
                    made.push((id.to_owned().into(), reason));
                    continue;
                }
                How::Value => {
                    self.number(&line.value, Quantity::Share, Unit::Percent, &format!("{field}.value"))
                }
                How::Calculator => self.calculated(id, line, &field),
            };
            let Some(value) = value else { continue };
            let key = if line.pending { "pending" } else { "value" };
            let at = if line.how == How::Value { "value" } else { "inputs.0" };
            self.from(format!("guiding.{id}"), format!("{field}.{at}"));
            made.push((id.to_owned().into(), object(vec![(key.into(), said(value))])));
        }
        made
    }

    fn calculated(&mut self, id: &str, line: &GuidingLine, field: &str) -> Option<String> {
        if id == PRODUCT_QUOTA {
            let products = line.products.iter().filter(|product| product.reaches.is_some());
            let assessed = u32::try_from(products.count()).ok().filter(|assessed| *assessed > 0)?;
            let reached = line.products.iter().filter(|product| product.reaches == Some(true)).count();
            let value = calculators::product_quota(u32::try_from(reached).ok()?, assessed);
            if value.is_none() {
                self.problem(&format!("{field}.products"), What::Incomplete);
            }
            return value.map(|value| value.to_string());
        }
        let mut numbers = Vec::new();
        for (i, input) in line.inputs.iter().enumerate() {
            let number = self.plain(input, &format!("{field}.inputs.{i}"));
            numbers.push(number.and_then(decimal));
        }
        let value = calculated(id, &numbers);
        if value.is_none() && numbers.iter().any(Option::is_some) {
            self.problem(&format!("{field}.inputs.0"), What::Incomplete);
        }
        value.map(|value| value.to_string())
    }
}

impl Sheet {
    /// The amount of a field as the assessment file has it, where it reads otherwise than it was typed: another
    /// unit, 万, grouped or full-width digits.
    pub fn converted(&self, field: &str, quantity: Quantity) -> Option<String> {
        let default = || Decimal::parse(STEAM_GJ_PER_TONNE).ok();
        let read = |typed: &str, quantity| match number::read(typed, quantity) {
            Reading::Number { text, unit } => Some((text, unit)),
            Reading::Empty | Reading::Ambiguous(_) | Reading::Unreadable(_) => None,
        };
        let unit = self.unit(field).unwrap_or(quantity.contract_unit());
        let typed = self.text(field)?;
        let (text, behind) = read(&typed, quantity)?;
        if behind.is_some_and(|behind| behind != unit) {
            return None;
        }
        let steam = match read(&self.steam_gj_per_tonne, Quantity::Plain) {
            Some((steam, _)) => decimal(steam),
            None => default(),
        };
        let converted = unit.to_contract(decimal(text)?, steam?).to_string();
        (converted != typed.trim() && Decimal::parse(&converted).is_ok()).then_some(converted)
    }
}

/// The value of an indicator's calculator. Heat, cold and pressure may each be left out as a pair; everything
/// else needs all of its inputs.
pub fn calculated(id: &str, numbers: &[Option<Decimal>]) -> Option<Decimal> {
    let at = |i: usize| numbers.get(i).copied().flatten();
    match id {
        "solid_waste_utilisation" => calculators::solid_waste(at(0)?, at(1)?, at(2).unwrap_or(Decimal::ZERO)),
        "waste_heat_utilisation" => {
            let mut pairs = Vec::new();
            for kind in 0..3 {
                match (at(2 * kind), at(2 * kind + 1)) {
                    (Some(recovered), Some(available)) => pairs.push((recovered, available)),
                    (None, None) => {}
                    _ => return None,
                }
            }
            calculators::waste_heat(&pairs)
        }
        "industrial_water_reuse" => calculators::water(at(0)?, at(1)?),
        _ => None,
    }
}

impl Sheet {
    /// What the calculator of a guiding indicator makes of its inputs, per cent; `None` while it lacks some.
    pub fn calculated(&self, id: &str) -> Option<Decimal> {
        let line = self.guiding.get(id);
        if id == PRODUCT_QUOTA {
            let count = |answer: &dyn Fn(Option<bool>) -> bool| {
                u32::try_from(line.products.iter().filter(|product| answer(product.reaches)).count()).ok()
            };
            return calculators::product_quota(
                count(&|reaches| reaches == Some(true))?,
                count(&|reaches| reaches.is_some())?,
            );
        }
        let read = |input: &String| match number::read(input, Quantity::Plain) {
            Reading::Number { text, .. } => decimal(text),
            Reading::Empty | Reading::Ambiguous(_) | Reading::Unreadable(_) => None,
        };
        calculated(id, &line.inputs.iter().map(read).collect::<Vec<_>>())
    }
}

fn decimal(text: String) -> Option<Decimal> {
    Decimal::parse(&text).ok()
}

/// Members of an object that is being made.
type Members = Vec<Member<'static>>;

/// An object, its members in the order of their names.
fn object(mut members: Members) -> Tree<'static> {
    members.sort_by(|(one, _), (other, _)| one.cmp(other));
    Tree::Object(members)
}

fn said(text: impl Into<String>) -> Tree<'static> {
    Tree::Text(text.into().into())
}

fn text(entry: &mut Members, key: &'static str, text: &str) {
    if !is_blank(text) {
        entry.push((key.into(), said(text)));
    }
}

fn list(entry: &mut Members, key: &'static str, values: Vec<Tree<'static>>) {
    entry.extend(Tree::List(values).not_empty().map(|list| (key.into(), list)));
}

fn section(entry: &mut Members, key: &'static str, members: Members) {
    entry.extend(object(members).not_empty().map(|section| (key.into(), section)));
}
