//! English words of the self-assessment's report and exports.

use assessment::account::{Origin, Part};
use worksheet::tables::{Supply, Use};

use super::*;

pub(super) static ASSESS_EXPORT: AssessExport = AssessExport {
    title: "Take the result along",
    lead: "The report follows the tables of the application form and can be printed or saved; the result file can be recomputed on the command line, to the digit.",
    nothing: "Once figures that can be accounted are filled in, the report and the files are here.",
    print: "Print the report, or save it as PDF",
    preview: "Preview of the report",
    result_json: "Download result and trace (JSON)",
    result_note: "The command parks assess makes the same result of the same assessment file:",
    tables: "Download tables (CSV):",
    failed: "The browser does not allow saving a file.",
    report_title: "Self-assessment of a zero-carbon park",
    not_certified: "Computed in a browser by whoever filled it in; neither acceptance nor a certificate.",
    to_check: "To be checked",
    whose_figures: "“Invented” is said of the parks of the portal and its regional demonstration indicators; the figures of this report are those of whoever filled it in.",
    method: "Method",
    cited: |title, number, id| {
        let number = if number.is_empty() { String::new() } else { format!(" ({number})") };
        format!("{title}{number}, cited in the tables as {id}")
    },
    with_unit: |name, unit| format!("{name}, {unit}"),
    park: "Park",
    unnamed: "No name given",
    year: "Year",
    made: "Made on",
    engine: "Version of the engine",
    ruleset: "Indicators",
    factors: "Factors",
    fingerprint: "Fingerprint of the rules",
    verdict: "Conclusion",
    result_head: ["Figure", "Value"],
    emissions: "Emissions, t CO₂",
    energy_total: "Annual energy, tce",
    intensity: "Carbon emissions per unit of energy, t CO₂/tce",
    without_feedstock: "The same with feedstock left out of the energy",
    direct_supply: "Green power supplied directly, %; reported only",
    clean_strict: "Clean energy share without natural gas, %",
    bunkers: "International aviation and shipping, listed alone, t CO₂",
    energy: "Energy supply and use (application form, 1.3)",
    energy_heads: ["Energy", "Supply", "Use", "Amount", "Unit", "tce per unit", "Energy, tce"],
    carbon: "Carbon emissions (application form, 1.4)",
    carbon_heads: [
        "Part",
        "Energy or product",
        "Amount",
        "Unit",
        "t CO₂ per unit",
        "Source of the factor",
        "Emissions, t CO₂",
    ],
    structure: "Structure of the emissions",
    structure_heads: ["Part", "Emissions, t CO₂", "Share, %"],
    structure_part: |id| match id {
        "combustion" => "Fuel burnt",
        "conversion" => "Energy conversion",
        "power" => "Net power received",
        "heat" => "Net heat received",
        _ => "Industrial processes",
    },
    indicators: "Indicators and targets (application form, 3)",
    indicator_heads: ["Indicator", "Value", "Target", "State", "Clause"],
    basic: "Basic conditions (annex 1)",
    basic_heads: ["Condition", "Answer", "Note"],
    holds: |holds| match holds {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "Not answered",
    },
    conventions: "Conventions",
    equivalent: |value, set| {
        let whose = if set { "set by whoever filled it in" } else { "the portal's default" };
        format!("Power counts {value} tce per MWh ({whose}; the notice gives no figure).")
    },
    supply: |supply| match supply {
        Supply::Bought => "Received from outside",
        Supply::Own => "Own",
        Supply::Sent => "Sent out (subtracted)",
        Supply::NotAsked => "Bought or own: not asked",
    },
    usage: |used| match used {
        Use::Fuel => "Fuel",
        Use::Conversion => "Conversion",
        Use::Feedstock => "Feedstock",
        Use::Direct => "Used as such",
    },
    part: |part| match part {
        Part::Combustion => "Fuel burnt",
        Part::Feedstock => "Feedstock",
        Part::ConversionInput => "Into conversion",
        Part::ConversionOutput => "Out of conversion (subtracted)",
        Part::PowerReceived => "Power received",
        Part::PowerSent => "Power sent out (subtracted)",
        Part::PowerOwn => "Own power",
        Part::HeatReceived => "Heat received",
        Part::HeatSent => "Heat sent out (subtracted)",
        Part::Process => "Industrial process",
    },
    origin: |origin| match origin {
        Origin::Own(basis) => format!("The park's own: {basis}"),
        Origin::FactorSet { source, .. } => source.to_string(),
        Origin::Convention { .. } => "Convention".to_owned(),
        Origin::Method => "Set by the method".to_owned(),
    },
    total: "Total",
    notes: "Notes",
    not_given: "Not given",
};
