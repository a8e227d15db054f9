//! From a sheet to an assessment file of the contract, and back. Every mistake names the field that it is in.

use assessment::factors::FactorSet;
use assessment::input::{Assessment, ELECTRICITY_PARAMETER, FORMAT, HeatSource, PowerSource, Rules};
use assessment::json::{self, Node};
use assessment::reader::{self, Library, OWN_FACTORS};
use assessment::ruleset::Kind;
use assessment::{Decimal, Problem};
use serde_json::{Map, Value, json};

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
    pub file: Value,
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
            let made = Made { file: Value::Null, problems: Vec::new(), paths: Vec::new() };
            return Read { made, assessment: None, nothing_yet: true };
        };
        let mut made = self.make(factors);
        let read = reader::read(made.file.to_string().as_bytes(), library);
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
    fn file(&mut self, sheet: &Sheet) -> Value {
        let mut file = Map::new();
        file.insert("format".into(), json!(FORMAT));
        // A year that is no number stays what it is, and the contract says what it expects.
        let year = sheet.year().map_or_else(|| json!(sheet.year.trim()), |year| json!(year));
        file.insert("year".into(), year);
        self.from("year", "year");
        text(&mut file, "name", &sheet.name);
        text(&mut file, "factors", &sheet.factors);
        self.from("factors", "factors");
        self.steam = self.plain(&sheet.steam_gj_per_tonne, "steam").and_then(decimal).unwrap_or(self.steam);
        if let Some(value) = self.plain(&sheet.electricity_tce_per_mwh, "equivalent") {
            file.insert("conventions".into(), json!({ ELECTRICITY_PARAMETER: value }));
            self.from("conventions", "equivalent");
        }
        let fuels = self.fuels(&sheet.fuels, "fuels", "fuels", true);
        list(&mut file, "fuels", fuels);
        let conversions = self.conversions(sheet);
        list(&mut file, "conversions", conversions);
        section(&mut file, "electricity", self.electricity(sheet));
        let mut heat = Map::new();
        let received = self.heat(&sheet.heat_received, "heat.received", "heat_received");
        list(&mut heat, "received", received);
        let sent = self.heat(&sheet.heat_sent, "heat.sent", "heat_sent");
        list(&mut heat, "sent", sent);
        section(&mut file, "heat", heat);
        let processes = self.processes(sheet);
        list(&mut file, "processes", processes);
        if let Some(value) = self.plain(&sheet.bunkers_t, "bunkers") {
            file.insert("bunkers_t".into(), json!(value));
            self.from("bunkers_t", "bunkers");
        }
        let guiding = self.guiding(sheet);
        section(&mut file, "guiding", guiding);
        Value::Object(file)
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

    fn fuels(&mut self, lines: &[FuelLine], path: &str, field: &str, purposes: bool) -> Vec<Value> {
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
            let mut entry = Map::new();
            entry.insert("fuel".into(), json!(line.fuel));
            if purposes {
                entry.insert("use".into(), json!(line.purpose));
            }
            entry.insert("amount".into(), json!(amount));
            for (key, value) in OWN_FACTORS.into_iter().zip([t, tce, ncv, carbon, oxidation]) {
                if let Some(value) = value {
                    entry.insert(key.into(), json!(value));
                }
            }
            text(&mut entry, "basis", &line.basis);
            self.entry(&path, &field, &["fuel", "use", "amount", "basis"]);
            self.entry(&path, &field, &OWN_FACTORS);
            made.push(Value::Object(entry));
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

    fn conversions(&mut self, sheet: &Sheet) -> Vec<Value> {
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
            let mut entry = Map::new();
            text(&mut entry, "name", &line.name);
            list(&mut entry, "inputs", inputs);
            list(&mut entry, "outputs", outputs);
            self.from(path, format!("{field}.name"));
            made.push(Value::Object(entry));
        }
        made
    }

    fn electricity(&mut self, sheet: &Sheet) -> Map<String, Value> {
        let mut made = Map::new();
        for (lines, key) in [(&sheet.received, "received"), (&sheet.sent, "sent")] {
            let entries = self.power(lines, key);
            list(&mut made, key, entries);
        }
        if let Some(own) = self.amount(&sheet.own, Quantity::Power, "own") {
            made.insert("self_used_non_fossil_mwh".into(), json!(own));
            self.from("electricity.self_used_non_fossil_mwh", "own");
        }
        let generated = [
            ("generated_thermal", &sheet.generated_thermal),
            ("generated_waste_heat", &sheet.generated_waste_heat),
        ];
        for (field, amount) in generated {
            if let Some(mwh) = self.amount(amount, Quantity::Power, field) {
                made.insert(format!("{field}_mwh"), json!(mwh));
                self.from(format!("electricity.{field}_mwh"), field);
            }
        }
        made
    }

    fn power(&mut self, lines: &[PowerLine], key: &str) -> Vec<Value> {
        let mut made = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let field = format!("{key}.{i}");
            let Some(mwh) = self.amount(&line.amount, Quantity::Power, &format!("{field}.amount")) else {
                continue;
            };
            let path = format!("electricity.{key}[{}]", made.len());
            self.entry(&path, &field, &["source"]);
            made.push(json!({ "source": line.source, "mwh": mwh }));
        }
        made
    }

    fn heat(&mut self, lines: &[HeatLine], path: &str, field: &str) -> Vec<Value> {
        let mut made = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let field = format!("{field}.{i}");
            let gj = self.amount(&line.amount, Quantity::Heat, &format!("{field}.amount"));
            let factor = self.plain(&line.t_per_gj, &format!("{field}.t_per_gj"));
            let Some(gj) = gj else { continue };
            let path = format!("{path}[{}]", made.len());
            let mut entry = Map::new();
            entry.insert("source".into(), json!(line.source));
            entry.insert("gj".into(), json!(gj));
            if let Some(factor) = factor {
                entry.insert("t_per_gj".into(), json!(factor));
            }
            text(&mut entry, "basis", &line.basis);
            self.entry(&path, &field, &["source", "t_per_gj", "basis"]);
            made.push(Value::Object(entry));
        }
        made
    }

    fn processes(&mut self, sheet: &Sheet) -> Vec<Value> {
        let mut made = Vec::new();
        for (i, line) in sheet.processes.iter().enumerate() {
            let field = format!("processes.{i}");
            let tonnes = self.amount(&line.amount, Quantity::Mass, &format!("{field}.amount"));
            let factor = self.plain(&line.t_per_t, &format!("{field}.t_per_t"));
            let Some(tonnes) = tonnes else { continue };
            let mut entry = Map::new();
            text(&mut entry, "product", &line.product);
            entry.insert("tonnes".into(), json!(tonnes));
            if let Some(factor) = factor {
                entry.insert("t_per_t".into(), json!(factor));
            }
            text(&mut entry, "basis", &line.basis);
            let path = format!("processes[{}]", made.len());
            self.entry(&path, &field, &["product", "t_per_t", "basis"]);
            made.push(Value::Object(entry));
        }
        made
    }

    fn guiding(&mut self, sheet: &Sheet) -> Map<String, Value> {
        let mut made = Map::new();
        for (id, line) in sheet.guiding.iter() {
            let field = format!("guiding.{id}");
            let value = match line.how {
                How::Nothing => continue,
                How::NotApplicable => {
                    self.from(format!("guiding.{id}"), format!("{field}.reason"));
                    made.insert(id.into(), json!({ "not_applicable": line.reason }));
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
            made.insert(id.into(), json!({ key: value }));
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

fn text(entry: &mut Map<String, Value>, key: &str, text: &str) {
    if !json::is_blank(text) {
        entry.insert(key.into(), json!(text));
    }
}

fn list(entry: &mut Map<String, Value>, key: &str, values: Vec<Value>) {
    if !values.is_empty() {
        entry.insert(key.into(), Value::Array(values));
    }
}

fn section(entry: &mut Map<String, Value>, key: &str, members: Map<String, Value>) {
    if !members.is_empty() {
        entry.insert(key.into(), Value::Object(members));
    }
}

/// An assessment file that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The sheet, with all that has a field in it; what is wrong stands in its field as it was written.
    pub sheet: Sheet,
    /// Mistakes of the file; empty when `parks assess` takes it.
    pub problems: Vec<Problem>,
    /// Paths that the form has no field for, which were left out.
    pub left_out: Vec<String>,
    /// Where lines of sources stand, by where they stood in the file.
    places: Vec<(&'static str, Vec<usize>)>,
}

/// Opens an assessment file.
///
/// # Errors
/// What is wrong when the text is not one JSON object at all.
pub fn open(bytes: &[u8], library: Library<'_>) -> Result<Opened, Problem> {
    let problems = reader::read(bytes, library).err().unwrap_or_default();
    let members = json::parse_object(bytes, &mut Vec::new())?;
    let mut opening = Opening { library, left_out: Vec::new(), places: Vec::new() };
    let sheet = opening.sheet(&members);
    Ok(Opened { sheet, problems, left_out: opening.left_out, places: opening.places })
}

impl Opened {
    /// The field of the form that a path of the file was read into; `None` for a path without one.
    pub fn field_of(&self, path: &str) -> Option<String> {
        let moved = self.places.iter().find_map(|(list, places)| {
            let (at, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
            Some(format!("{list}[{}]{rest}", places.get(at.parse::<usize>().ok()?)?))
        });
        field_of(moved.as_deref().unwrap_or(path))
    }
}

/// The field that a path is read into where lines stand as they stood in the file.
fn field_of(path: &str) -> Option<String> {
    let dotted = path.replace('[', ".").replace(']', "");
    let renamed = [
        ("electricity.received", "received"),
        ("electricity.sent", "sent"),
        ("electricity.self_used_non_fossil_mwh", "own"),
        ("electricity.generated_thermal_mwh", "generated_thermal"),
        ("electricity.generated_waste_heat_mwh", "generated_waste_heat"),
        ("heat.received", "heat_received"),
        ("heat.sent", "heat_sent"),
        ("bunkers_t", "bunkers"),
        ("conventions.electricity_tce_per_mwh", "equivalent"),
    ];
    let begins = renamed.iter().find_map(|(from, to)| Some(format!("{to}{}", dotted.strip_prefix(from)?)));
    let field = begins.unwrap_or(dotted);
    // An entry as a whole, or a number that the contract names by its unit, is met at the amount.
    let amount = ["mwh", "gj", "tonnes"].iter().find_map(|unit| field.strip_suffix(&format!(".{unit}")));
    let is_entry = field.ends_with(|c: char| c.is_ascii_digit());
    match (amount, field.strip_suffix(".pending").or(field.strip_suffix(".not_applicable"))) {
        (Some(entry), _) => Some(format!("{entry}.amount")),
        (None, Some(indicator)) if path.ends_with("pending") => Some(format!("{indicator}.value")),
        (None, Some(indicator)) => Some(format!("{indicator}.reason")),
        (None, None) if is_entry => Some(format!("{field}.amount")),
        (None, None) => (!field.starts_with('$') && field != "format" && field != "energy").then_some(field),
    }
}

struct Opening<'a> {
    library: Library<'a>,
    left_out: Vec<String>,
    /// Where a line of a source stands in the sheet, by where it stood in the file, list by list.
    places: Vec<(&'static str, Vec<usize>)>,
}

type Members = [(String, Node)];

impl Opening<'_> {
    fn sheet(&mut self, members: &Members) -> Sheet {
        let mut sheet = Sheet::empty(0);
        sheet.year = String::new();
        for (key, node) in members {
            match (key.as_str(), node) {
                ("format", _) => {}
                ("name", node) => sheet.name = written(node),
                ("year", node) => sheet.year = written(node),
                ("factors", node) => sheet.factors = written(node),
                ("bunkers_t", node) => sheet.bunkers_t = written(node),
                ("conventions", Node::Object(members)) => {
                    sheet.electricity_tce_per_mwh = self.only(members, "conventions", ELECTRICITY_PARAMETER);
                }
                ("fuels", Node::List(entries)) => sheet.fuels = self.fuels(entries, "fuels", true),
                ("conversions", Node::List(entries)) => {
                    sheet.conversions = self.conversions(entries);
                }
                ("electricity", Node::Object(members)) => self.electricity(members, &mut sheet),
                ("heat", Node::Object(members)) => {
                    for (key, node) in members {
                        match (key.as_str(), node) {
                            ("received", Node::List(entries)) => {
                                sheet.heat_received = self.heat(entries, "heat.received");
                            }
                            ("sent", Node::List(entries)) => {
                                sheet.heat_sent = self.heat(entries, "heat.sent")
                            }
                            _ => self.left_out.push(format!("heat.{key}")),
                        }
                    }
                }
                ("processes", Node::List(entries)) => sheet.processes = self.processes(entries),
                ("guiding", Node::Object(members)) => self.guiding(members, &mut sheet),
                _ => self.left_out.push(key.clone()),
            }
        }
        sheet
    }

    /// The entries of a list that are objects, each with the texts of the fields named; others are left out.
    fn entries<const N: usize>(
        &mut self,
        entries: &[Node],
        path: &str,
        names: [&str; N],
    ) -> Vec<[String; N]> {
        let mut texts = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let Node::Object(members) = entry else {
                self.left_out.push(format!("{path}[{i}]"));
                continue;
            };
            for (key, _) in members.iter().filter(|(key, _)| !names.contains(&key.as_str())) {
                self.left_out.push(format!("{path}[{i}].{key}"));
            }
            texts.push(names.map(|name| member(members, name).map(written).unwrap_or_default()));
        }
        texts
    }

    fn fuels(&mut self, entries: &[Node], path: &str, purposes: bool) -> Vec<FuelLine> {
        let [t, tce, ncv, carbon, oxidation] = OWN_FACTORS;
        let names = ["fuel", "amount", "basis", "use", t, tce, ncv, carbon, oxidation];
        let line = |[fuel, amount, basis, purpose, t, tce, ncv, carbon, oxidation]: [String; 9]| {
            // Gases and others have their contract's unit each, which the factor sets know.
            let listed = self.library.factor_sets.iter().find(|set| set.fuel(&fuel).is_some());
            let unit = listed.map_or(Quantity::Mass, |set| fuel_quantity(set, &fuel));
            FuelLine {
                fuel,
                purpose: if purposes { purpose } else { String::new() },
                amount: Amount { text: amount, unit: unit.contract_unit() },
                t_per_unit: t,
                tce_per_unit: tce,
                ncv_gj_per_unit: ncv,
                carbon_t_per_gj: carbon,
                oxidation,
                basis,
            }
        };
        self.entries(entries, path, names).into_iter().map(line).collect()
    }

    fn conversions(&mut self, entries: &[Node]) -> Vec<crate::sheet::ConversionLine> {
        let mut lines = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut line = crate::sheet::ConversionLine::default();
            let Node::Object(members) = entry else {
                self.left_out.push(format!("conversions[{i}]"));
                continue;
            };
            for (key, node) in members {
                let path = format!("conversions[{i}].{key}");
                match (key.as_str(), node) {
                    ("name", node) => line.name = written(node),
                    ("inputs", Node::List(entries)) => line.inputs = self.fuels(entries, &path, false),
                    ("outputs", Node::List(entries)) => line.outputs = self.fuels(entries, &path, false),
                    _ => self.left_out.push(path),
                }
            }
            lines.push(line);
        }
        lines
    }

    fn electricity(&mut self, members: &Members, sheet: &mut Sheet) {
        for (key, node) in members {
            match (key.as_str(), node) {
                ("received", Node::List(entries)) => {
                    sheet.received = self.power(entries, "electricity.received");
                }
                ("sent", Node::List(entries)) => sheet.sent = self.power(entries, "electricity.sent"),
                ("self_used_non_fossil_mwh", node) => sheet.own.text = written(node),
                ("generated_thermal_mwh", node) => sheet.generated_thermal.text = written(node),
                ("generated_waste_heat_mwh", node) => sheet.generated_waste_heat.text = written(node),
                _ => self.left_out.push(format!("electricity.{key}")),
            }
        }
    }

    fn power(&mut self, entries: &[Node], path: &'static str) -> Vec<PowerLine> {
        let unit = Quantity::Power.contract_unit();
        let line = |[source, text]: [String; 2]| PowerLine { source, amount: Amount { text, unit } };
        let lines: Vec<_> = self.entries(entries, path, ["source", "mwh"]).into_iter().map(line).collect();
        let empty =
            |source: &str| PowerLine { source: source.to_owned(), amount: Amount::empty(Quantity::Power) };
        let sources = PowerSource::ALL.map(PowerSource::id);
        self.by_source(path, lines, &sources, |line| &line.source, empty)
    }

    fn heat(&mut self, entries: &[Node], path: &'static str) -> Vec<HeatLine> {
        let unit = Quantity::Heat.contract_unit();
        let line = |[source, text, t_per_gj, basis]: [String; 4]| HeatLine {
            source,
            amount: Amount { text, unit },
            t_per_gj,
            basis,
        };
        let names = ["source", "gj", "t_per_gj", "basis"];
        let lines: Vec<_> = self.entries(entries, path, names).into_iter().map(line).collect();
        let sources = HeatSource::ALL.map(HeatSource::id);
        self.by_source(path, lines, &sources, |line| &line.source, HeatLine::of)
    }

    /// The lines of a file in the order of the sources, an empty one for each source that has none, and what has
    /// no known source last: the form has one order, whatever a file has.
    fn by_source<T>(
        &mut self,
        path: &'static str,
        lines: Vec<T>,
        sources: &[&str],
        source: impl Fn(&T) -> &String,
        empty: impl Fn(&str) -> T,
    ) -> Vec<T> {
        let mut places = vec![0; lines.len()];
        let mut lines: Vec<Option<T>> = lines.into_iter().map(Some).collect();
        let mut ordered = Vec::new();
        for wanted in sources.iter().map(|source| Some(*source)).chain([None]) {
            let before = ordered.len();
            for (at, line) in lines.iter_mut().enumerate() {
                let is_wanted = |line: &T| wanted.is_none_or(|wanted| source(line) == wanted);
                if line.as_ref().is_some_and(is_wanted) {
                    places[at] = ordered.len();
                    ordered.extend(line.take());
                }
            }
            if let Some(wanted) = wanted.filter(|_| ordered.len() == before) {
                ordered.push(empty(wanted));
            }
        }
        self.places.push((path, places));
        ordered
    }

    fn processes(&mut self, entries: &[Node]) -> Vec<crate::sheet::ProcessLine> {
        let unit = Quantity::Mass.contract_unit();
        let line = |[product, text, t_per_t, basis]: [String; 4]| crate::sheet::ProcessLine {
            product,
            amount: Amount { text, unit },
            t_per_t,
            basis,
        };
        let names = ["product", "tonnes", "t_per_t", "basis"];
        self.entries(entries, "processes", names).into_iter().map(line).collect()
    }

    fn guiding(&mut self, members: &Members, sheet: &mut Sheet) {
        for (id, node) in members {
            let mut indicators = self.library.rulesets.iter().flat_map(|set| &set.indicators);
            let known = indicators.any(|i| i.kind == Kind::Guiding && i.id == *id);
            let (true, Node::Object(given)) = (known, node) else {
                self.left_out.push(format!("guiding.{id}"));
                continue;
            };
            let line = sheet.guiding.line_mut(id);
            for (key, node) in given {
                match key.as_str() {
                    "value" | "pending" => {
                        line.how = How::Value;
                        line.pending = key == "pending";
                        line.value = written(node);
                    }
                    "not_applicable" => {
                        line.how = How::NotApplicable;
                        line.reason = written(node);
                    }
                    _ => self.left_out.push(format!("guiding.{id}.{key}")),
                }
            }
        }
    }

    fn only(&mut self, members: &Members, path: &str, name: &str) -> String {
        for (key, _) in members.iter().filter(|(key, _)| key != name) {
            self.left_out.push(format!("{path}.{key}"));
        }
        member(members, name).map(written).unwrap_or_default()
    }
}

fn member<'n>(members: &'n Members, name: &str) -> Option<&'n Node> {
    members.iter().find(|(key, _)| key == name).map(|(_, node)| node)
}

/// A value as it was written; a list or an object has no place in a field.
fn written(node: &Node) -> String {
    match node {
        Node::Number(text) | Node::Text(text) => text.clone(),
        Node::Bool(value) => value.to_string(),
        Node::Null => "null".to_owned(),
        Node::List(_) | Node::Object(_) => node.describe(),
    }
}
