//! Writes an assessment as the contract has it, so that what was read can be published and read again.

use std::fmt;

use json_tree::Tree;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use crate::decimal::Decimal;
use crate::input::{
    Assessment, Conversion, ELECTRICITY_PARAMETER, FORMAT, Fuel, Given, Heat, Power, Process, Purpose,
};
use crate::reader::{OWN_FACTORS, read_unruled};

impl Assessment {
    /// The assessment as a tree: what is absent is left out, members stand in the order of their names, and the
    /// guiding indicators last.
    pub fn tree(&self) -> Tree<'_> {
        let conventions = Tree::object([(ELECTRICITY_PARAMETER, self.electricity_tce_per_mwh.map(number))]);
        let electricity = Tree::object([
            ("generated_thermal_mwh", self.generated_thermal.map(number)),
            ("generated_waste_heat_mwh", self.generated_waste_heat.map(number)),
            ("received", list(&self.power_received, power)),
            ("self_used_non_fossil_mwh", not_zero(self.self_used_non_fossil)),
            ("sent", list(&self.power_sent, power)),
        ]);
        let heat = Tree::object([
            ("received", list(&self.heat_received, heat)),
            ("sent", list(&self.heat_sent, heat)),
        ]);
        let guiding = self.guiding.iter().map(|(id, value)| (id.as_str().into(), given(value))).collect();
        let year = Some(Tree::Number(self.year.to_string().into()));
        Tree::object([
            ("bunkers_t", not_zero(self.bunkers_t)),
            ("conventions", conventions.not_empty()),
            ("conversions", list(&self.conversions, conversion)),
            ("electricity", electricity.not_empty()),
            ("factors", self.factors.as_deref().map(text)),
            ("format", Some(text(FORMAT))),
            ("fuels", list(&self.fuels, |entry| fuel(&entry.fuel, Some(entry.purpose)))),
            ("heat", heat.not_empty()),
            ("name", self.name.as_deref().map(text)),
            ("processes", list(&self.processes, process)),
            ("year", year),
            ("guiding", Tree::Object(guiding).not_empty()),
        ])
    }
}

fn fuel(fuel: &Fuel, purpose: Option<Purpose>) -> Tree<'_> {
    let [t_per_unit, tce_per_unit, ncv_gj_per_unit, carbon_t_per_gj, oxidation] = OWN_FACTORS;
    let purpose = purpose.map(|purpose| match purpose {
        Purpose::Combustion => "combustion",
        Purpose::Feedstock => "feedstock",
    });
    Tree::object([
        ("amount", Some(number(fuel.amount))),
        ("basis", fuel.basis.as_deref().map(text)),
        (carbon_t_per_gj, fuel.carbon_t_per_gj.map(number)),
        ("fuel", Some(text(&fuel.id))),
        (ncv_gj_per_unit, fuel.ncv_gj_per_unit.map(number)),
        (oxidation, fuel.oxidation.map(number)),
        (t_per_unit, fuel.t_per_unit.map(number)),
        (tce_per_unit, fuel.tce_per_unit.map(number)),
        ("use", purpose.map(text)),
    ])
}

fn conversion(conversion: &Conversion) -> Tree<'_> {
    Tree::object([
        ("inputs", list(&conversion.inputs, |input| fuel(input, None))),
        ("name", conversion.name.as_deref().map(text)),
        ("outputs", list(&conversion.outputs, |output| fuel(output, None))),
    ])
}

fn power(power: &Power) -> Tree<'_> {
    Tree::object([("mwh", Some(number(power.mwh.0))), ("source", Some(text(power.source.id())))])
}

fn heat(heat: &Heat) -> Tree<'_> {
    Tree::object([
        ("basis", heat.basis.as_deref().map(text)),
        ("gj", Some(number(heat.gj))),
        ("source", Some(text(heat.source.id()))),
        ("t_per_gj", heat.t_per_gj.map(number)),
    ])
}

fn process(process: &Process) -> Tree<'_> {
    Tree::object([
        ("basis", Some(text(&process.basis))),
        ("product", Some(text(&process.product))),
        ("t_per_t", Some(number(process.t_per_t))),
        ("tonnes", Some(number(process.tonnes))),
    ])
}

fn given(given: &Given) -> Tree<'_> {
    Tree::object(match given {
        Given::Value(value) => [("value", Some(number(*value)))],
        Given::Pending(value) => [("pending", Some(number(*value)))],
        Given::NotApplicable(reason) => [("not_applicable", Some(text(reason)))],
        Given::Nothing => [("value", None)],
    })
}

fn list<'t, T>(entries: &'t [T], write: impl Fn(&'t T) -> Tree<'t>) -> Option<Tree<'t>> {
    Tree::List(entries.iter().map(write).collect()).not_empty()
}

fn text(text: &str) -> Tree<'_> {
    Tree::Text(text.into())
}

fn number<'t>(number: Decimal) -> Tree<'t> {
    Tree::Text(number.to_string().into())
}

fn not_zero<'t>(value: Decimal) -> Option<Tree<'t>> {
    (!value.is_zero()).then(|| number(value))
}

/// JSON text: an assessment file.
impl fmt::Display for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.tree(), f)
    }
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.tree().serialize(serializer)
    }
}

/// Read without rules, by [`read_unruled`]; all that is wrong with it is the error.
impl<'de> Deserialize<'de> for Assessment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Assessment, D::Error> {
        read_unruled(&Tree::deserialize(deserializer)?).map_err(|problems| {
            let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
            D::Error::custom(said.join("; "))
        })
    }
}
