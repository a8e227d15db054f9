//! From an assessment file of the contract to a sheet.

use assessment::Problem;
use assessment::input::{ELECTRICITY_PARAMETER, HeatSource, PowerSource};
use assessment::reader::{self, Library, OWN_FACTORS};
use assessment::ruleset::Kind;
use json_tree::{Member, Tree};

use crate::sheet::{Amount, FuelLine, HeatLine, How, PowerLine, Sheet, fuel_quantity};
use crate::unit::Quantity;

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
    let (tree, twice) = reader::parse(bytes)?;
    let read = reader::read_tree(&tree, library).map(|_| ());
    let problems = twice.into_iter().chain(read.err().unwrap_or_default()).collect();
    let mut opening = Opening { library, left_out: Vec::new(), places: Vec::new() };
    let Tree::Object(members) = &tree else {
        return Err(Problem::new("$", "one JSON object", tree.describe()));
    };
    let sheet = opening.sheet(members);
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

type Members<'t> = [Member<'t>];

impl Opening<'_> {
    fn sheet(&mut self, members: &Members<'_>) -> Sheet {
        let mut sheet = Sheet::empty(0);
        sheet.year = String::new();
        for (key, node) in members {
            match (&**key, node) {
                ("format", _) => {}
                ("name", node) => sheet.name = written(node),
                ("year", node) => sheet.year = written(node),
                ("factors", node) => sheet.factors = written(node),
                ("bunkers_t", node) => sheet.bunkers_t = written(node),
                ("conventions", Tree::Object(members)) => {
                    sheet.electricity_tce_per_mwh = self.only(members, "conventions", ELECTRICITY_PARAMETER);
                }
                ("fuels", Tree::List(entries)) => sheet.fuels = self.fuels(entries, "fuels", true),
                ("conversions", Tree::List(entries)) => {
                    sheet.conversions = self.conversions(entries);
                }
                ("electricity", Tree::Object(members)) => self.electricity(members, &mut sheet),
                ("heat", Tree::Object(members)) => {
                    for (key, node) in members {
                        match (&**key, node) {
                            ("received", Tree::List(entries)) => {
                                sheet.heat_received = self.heat(entries, "heat.received");
                            }
                            ("sent", Tree::List(entries)) => {
                                sheet.heat_sent = self.heat(entries, "heat.sent")
                            }
                            _ => self.left_out.push(format!("heat.{key}")),
                        }
                    }
                }
                ("processes", Tree::List(entries)) => sheet.processes = self.processes(entries),
                ("guiding", Tree::Object(members)) => self.guiding(members, &mut sheet),
                _ => self.left_out.push(key.to_string()),
            }
        }
        sheet
    }

    /// The entries of a list that are objects, each with the texts of the fields named; others are left out.
    fn entries<const N: usize>(
        &mut self,
        entries: &[Tree<'_>],
        path: &str,
        names: [&str; N],
    ) -> Vec<[String; N]> {
        let mut texts = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let Tree::Object(members) = entry else {
                self.left_out.push(format!("{path}[{i}]"));
                continue;
            };
            for (key, _) in members.iter().filter(|(key, _)| !names.contains(&&**key)) {
                self.left_out.push(format!("{path}[{i}].{key}"));
            }
            texts.push(names.map(|name| member(members, name).map(written).unwrap_or_default()));
        }
        texts
    }

    fn fuels(&mut self, entries: &[Tree<'_>], path: &str, purposes: bool) -> Vec<FuelLine> {
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

    fn conversions(&mut self, entries: &[Tree<'_>]) -> Vec<crate::sheet::ConversionLine> {
        let mut lines = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut line = crate::sheet::ConversionLine::default();
            let Tree::Object(members) = entry else {
                self.left_out.push(format!("conversions[{i}]"));
                continue;
            };
            for (key, node) in members {
                let path = format!("conversions[{i}].{key}");
                match (&**key, node) {
                    ("name", node) => line.name = written(node),
                    ("inputs", Tree::List(entries)) => line.inputs = self.fuels(entries, &path, false),
                    ("outputs", Tree::List(entries)) => line.outputs = self.fuels(entries, &path, false),
                    _ => self.left_out.push(path),
                }
            }
            lines.push(line);
        }
        lines
    }

    fn electricity(&mut self, members: &Members<'_>, sheet: &mut Sheet) {
        for (key, node) in members {
            match (&**key, node) {
                ("received", Tree::List(entries)) => {
                    sheet.received = self.power(entries, "electricity.received");
                }
                ("sent", Tree::List(entries)) => sheet.sent = self.power(entries, "electricity.sent"),
                ("self_used_non_fossil_mwh", node) => sheet.own.text = written(node),
                ("generated_thermal_mwh", node) => sheet.generated_thermal.text = written(node),
                ("generated_waste_heat_mwh", node) => sheet.generated_waste_heat.text = written(node),
                _ => self.left_out.push(format!("electricity.{key}")),
            }
        }
    }

    fn power(&mut self, entries: &[Tree<'_>], path: &'static str) -> Vec<PowerLine> {
        let unit = Quantity::Power.contract_unit();
        let line = |[source, text]: [String; 2]| PowerLine { source, amount: Amount { text, unit } };
        let lines: Vec<_> = self.entries(entries, path, ["source", "mwh"]).into_iter().map(line).collect();
        let empty =
            |source: &str| PowerLine { source: source.to_owned(), amount: Amount::empty(Quantity::Power) };
        let sources = PowerSource::ALL.map(PowerSource::id);
        self.by_source(path, lines, &sources, |line| &line.source, empty)
    }

    fn heat(&mut self, entries: &[Tree<'_>], path: &'static str) -> Vec<HeatLine> {
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

    fn processes(&mut self, entries: &[Tree<'_>]) -> Vec<crate::sheet::ProcessLine> {
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

    fn guiding(&mut self, members: &Members<'_>, sheet: &mut Sheet) {
        for (id, node) in members {
            let mut indicators = self.library.rulesets.iter().flat_map(|set| &set.indicators);
            let known = indicators.any(|i| i.kind == Kind::Guiding && i.id == *id);
            let (true, Tree::Object(given)) = (known, node) else {
                self.left_out.push(format!("guiding.{id}"));
                continue;
            };
            let line = sheet.guiding.line_mut(id);
            for (key, node) in given {
                match &**key {
                    "value" | "pending" => {
                        line.how = How::Value;
                        line.pending = &**key == "pending";
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

    fn only(&mut self, members: &Members<'_>, path: &str, name: &str) -> String {
        for (key, _) in members.iter().filter(|(key, _)| key != name) {
            self.left_out.push(format!("{path}.{key}"));
        }
        member(members, name).map(written).unwrap_or_default()
    }
}

fn member<'n>(members: &'n Members<'n>, name: &str) -> Option<&'n Tree<'n>> {
    members.iter().find(|(key, _)| key == name).map(|(_, node)| node)
}

/// A value as it was written; a list or an object has no place in a field.
fn written(node: &Tree<'_>) -> String {
    match node {
        Tree::Number(text) | Tree::Text(text) => text.to_string(),
        Tree::Bool(value) => value.to_string(),
        Tree::Null => "null".to_owned(),
        Tree::List(_) | Tree::Object(_) => node.describe(),
    }
}
