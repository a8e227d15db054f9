//! JSON Schemas of assessment files and results, made from the tables that reader and engine themselves use: a fuel,
//! a source, an indicator, a state or a check that is added there stands here without being written again.
//!
//! A schema knows forms and names. What only totals show (bunkers above combustion, no energy at all), what depends
//! on a factor set (a fuel without a default), and keys that stand twice are refused by the reader alone.

use std::path::PathBuf;
use std::process::ExitCode;

use assessment::evaluate::{Block, State, Verdict};
use assessment::factors::{DEFAULT_FACTORS, FactorSet};
use assessment::formulas::{self, FORMULAS};
use assessment::input::{ELECTRICITY_PARAMETER, FORMAT, HeatSource, PowerSource};
use assessment::plausible::CheckCode;
use assessment::reader::{OWN_FACTORS, YEARS};
use assessment::report::{RESULT_FORMAT, WarningCode};
use assessment::ruleset::{Kind, Level, Ruleset};
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::assess::Rules;
use crate::lang::Lang;
use crate::terminal;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// Which schema.
    pub which: Which,
    /// The data folder whose indicators and factors it names; where it is not given, those that the program carries.
    #[arg(long)]
    pub data: Option<PathBuf>,
}

/// What a schema is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// Assessment files.
    Input,
    /// What comes of them.
    Result,
}

/// Prints a schema.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    let schema = match options.which {
        Which::Input => Rules::of(options.data.as_deref(), lang).map(|rules| input(&rules)),
        Which::Result => Ok(result()),
    };
    match schema {
        Ok(schema) => {
            terminal::say(format_args!("{schema:#}"));
            ExitCode::SUCCESS
        }
        Err(errors) => {
            terminal::fail("schema", errors.trim_end());
            ExitCode::from(2)
        }
    }
}

/// Which dialect both are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Schema of `zcp.assessment/1`, with the indicators and factors of the rules.
pub fn input(rules: &Rules) -> Value {
    let guiding = guiding(&rules.rulesets);
    let conversion =
        object(&[], &[("name", text()), ("inputs", list("converted")), ("outputs", list("converted"))]);
    let electricity = object(
        &[],
        &[
            ("received", list("power")),
            ("sent", list("power")),
            ("self_used_non_fossil_mwh", number()),
            ("generated_thermal_mwh", number()),
            ("generated_waste_heat_mwh", number()),
        ],
    );
    let body = object(
        &["format", "year"],
        &[
            ("format", json!({ "const": FORMAT })),
            ("year", json!({ "type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end() })),
            ("name", text()),
            ("factors", json!({ "enum": rules.factor_sets.iter().map(|set| &set.id).collect::<Vec<_>>() })),
            ("conventions", object(&[], &[(ELECTRICITY_PARAMETER, number())])),
            ("fuels", list("fuel")),
            ("conversions", json!({ "type": "array", "items": conversion })),
            ("electricity", electricity),
            ("heat", object(&[], &[("received", list("heat")), ("sent", list("heat"))])),
            ("processes", list("process")),
            ("bunkers_t", number()),
            ("guiding", guiding),
        ],
    );
    let definitions = json!({
        "number": {
            "description": "digits[.digits], at most 15 before the point and 12 after it; in quotes, or as a JSON number",
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]{1,15}(\\.[0-9]{1,12})?$" },
                { "type": "number", "minimum": 0, "exclusiveMaximum": 1e15 },
            ],
        },
        "said": { "description": "text that is not blank", "type": "string", "pattern": "[^\\s\\u200b-\\u200d\\u2060\\ufeff]" },
        "power": object(
            &["source", "mwh"],
            &[("source", one_of(PowerSource::ALL.map(PowerSource::id))), ("mwh", number())],
        ),
        "heat": heat(),
        "process": object(
            &["product", "tonnes", "t_per_t", "basis"],
            &[("product", said()), ("tonnes", number()), ("t_per_t", number()), ("basis", said())],
        ),
        "fuel": fuel(&rules.factor_sets, true),
        "converted": fuel(&rules.factor_sets, false),
    });
    document("Assessment file of a zero-carbon park", FORMAT, body, definitions)
}

/// Schema of `zcp.assessment-result/1`, with or without its trace.
pub fn result() -> Value {
    let decimal = || reference("decimal");
    let maybe = || json!({ "anyOf": [reference("decimal"), { "type": "null" }] });
    let outcome = object(
        &["indicator", "state", "value", "target", "clause"],
        &[
            ("indicator", text()),
            ("state", one_of(State::ALL)),
            ("value", maybe()),
            ("target", maybe()),
            ("clause", json!({ "type": ["string", "null"] })),
        ],
    );
    let warning = object(&["code", "subject"], &[("code", one_of(WarningCode::ALL)), ("subject", text())]);
    let check = object(
        &["code", "path", "found", "expected"],
        &[("code", one_of(CheckCode::ALL)), ("path", text()), ("found", text()), ("expected", text())],
    );
    let many = |items: Value| json!({ "type": "array", "items": items });
    let fields = [
        ("format", json!({ "const": RESULT_FORMAT })),
        ("ruleset", json!({ "type": ["string", "null"] })),
        ("factors", text()),
        ("emissions_t", decimal()),
        ("energy_tce", decimal()),
        ("intensity_t_per_tce", maybe()),
        ("intensity_without_feedstock_energy", maybe()),
        ("direct_supply_share_pct", maybe()),
        ("clean_energy_share_strict_pct", maybe()),
        ("bunkers_t", decimal()),
        ("outcomes", many(outcome)),
        ("verdict", one_of(Verdict::ALL)),
        ("blocked_by", many(one_of(Block::ALL))),
        ("warnings", many(warning)),
        ("checks", many(check)),
    ];
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let mut with_trace = fields.to_vec();
    with_trace.push(("trace", reference("trace")));
    // The figure of a formula, told whatever the rules judge by; null where it would divide by nothing.
    let told = |id: &str| {
        let is_it =
            json!({ "allOf": [reference("node"), { "properties": { "quantity": { "const": id } } }] });
        json!({ "anyOf": [is_it, { "type": "null" }] })
    };
    let mut node = object(
        &["quantity", "value", "unit", "clause", "source"],
        &[
            ("quantity", text()),
            ("subject", text()),
            ("value", maybe()),
            ("unit", text()),
            ("formula", text()),
            ("state", one_of(State::ALL)),
            ("clause", text()),
            ("source", json!({ "type": "object", "required": ["kind"], "properties": { "kind": text() } })),
            ("inputs", many(reference("node"))),
        ],
    );
    // What a formula of the table gives bears its unit, its clause and its symbols.
    node["allOf"] = FORMULAS
        .iter()
        .map(|formula| {
            let of_it = json!({
                "unit": { "const": formula.unit.symbol() },
                "clause": { "const": formula.clause },
                "formula": { "const": formula.symbols },
            });
            json!({
                "if": { "properties": { "quantity": { "const": formula.id } } },
                "then": { "properties": of_it, "required": ["formula"] },
            })
        })
        .collect();
    let definitions = json!({
        "decimal": { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" },
        "trace": object(
            &["engine", "year", "indicators", "bunkers"],
            &[
                ("engine", text()),
                ("year", json!({ "type": "integer" })),
                ("indicators", many(reference("node"))),
                ("clean_energy_share_computed", told(formulas::CLEAN_ENERGY_SHARE)),
                ("clean_energy_share_strict", told(formulas::CLEAN_ENERGY_SHARE_STRICT)),
                ("direct_supply_share", told(formulas::DIRECT_SUPPLY_SHARE)),
                ("bunkers", reference("node")),
            ],
        ),
        "node": node,
    });
    document("Result of an assessment", RESULT_FORMAT, object(&required, &with_trace), definitions)
}

fn document(title: &str, format: &str, body: Value, definitions: Value) -> Value {
    let mut document = Map::new();
    document.insert("$schema".to_owned(), json!(DIALECT));
    document.insert("title".to_owned(), json!(title));
    document.insert(
        "description".to_owned(),
        json!(format!("Format {format}; docs/assessment-format.md says what each field means.")),
    );
    if let Value::Object(body) = body {
        document.extend(body);
    }
    document.insert("$defs".to_owned(), definitions);
    Value::Object(document)
}

/// An object of these fields and no others.
fn object(required: &[&str], fields: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A fuel: its own factors only together with what they need.
fn fuel(sets: &[FactorSet], in_fuels: bool) -> Value {
    let general = sets.iter().find(|set| set.id == DEFAULT_FACTORS);
    let ids: Vec<&String> = general.into_iter().flat_map(|set| &set.fuels).map(|fuel| &fuel.id).collect();
    let mut fields = vec![("fuel", json!({ "enum": ids })), ("amount", number()), ("basis", text())];
    let mut required = vec!["fuel", "amount"];
    if in_fuels {
        fields.push(("use", one_of(["combustion", "feedstock"])));
        required.push("use");
    }
    fields.extend(
        OWN_FACTORS.iter().filter(|name| in_fuels || **name != OXIDATION).map(|name| (*name, number())),
    );
    let mut schema = object(&required, &fields);
    let with_basis = json!({ "required": ["basis"], "properties": { "basis": said() } });
    let contents = json!({ "required": ["ncv_gj_per_unit"], "not": { "required": ["t_per_unit"] } });
    let needs = OWN_FACTORS.iter().map(|name| {
        let with = if matches!(*name, "carbon_t_per_gj" | OXIDATION) {
            json!({ "allOf": [with_basis, contents] })
        } else {
            with_basis.clone()
        };
        ((*name).to_owned(), with)
    });
    schema["dependentSchemas"] = Value::Object(needs.collect());
    if in_fuels {
        schema["if"] = json!({ "required": [OXIDATION] });
        schema["then"] = json!({ "properties": { "use": { "const": "combustion" } } });
    }
    schema
}

const OXIDATION: &str = "oxidation";

fn heat() -> Value {
    let mut schema = object(
        &["source", "gj"],
        &[
            ("source", one_of(HeatSource::ALL.map(HeatSource::id))),
            ("gj", number()),
            ("t_per_gj", number()),
            ("basis", text()),
        ],
    );
    let fossil = json!({ "source": { "const": HeatSource::Fossil.id() }, "basis": said() });
    schema["dependentSchemas"] = json!({ "t_per_gj": { "required": ["basis"], "properties": fossil } });
    schema
}

/// What may be given for the national guiding indicators.
fn guiding(rulesets: &[Ruleset]) -> Value {
    let mut given = object(&[], &[("value", number()), ("pending", number()), ("not_applicable", said())]);
    given["maxProperties"] = json!(1);
    let national = rulesets.iter().filter(|set| set.decides(Level::National));
    let indicators = national.flat_map(|set| &set.indicators).filter(|i| i.kind == Kind::Guiding);
    let fields: Vec<(&str, Value)> = indicators.map(|i| (i.id.as_str(), given.clone())).collect();
    object(&[], &fields)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn list(name: &str) -> Value {
    json!({ "type": "array", "items": reference(name) })
}

fn number() -> Value {
    reference("number")
}

fn said() -> Value {
    reference("said")
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn one_of<T: Serialize, const N: usize>(ids: [T; N]) -> Value {
    json!({ "enum": ids.iter().collect::<Vec<&T>>() })
}
