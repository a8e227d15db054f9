//! Fields by name: `fuels.0.amount`. The same names stand in the page, in mistakes and in this index.

use crate::sheet::{Amount, FuelLine, GuidingLine, HeatLine, PRODUCT_QUOTA, PowerLine, Sheet};
use crate::unit::{Quantity, Unit};

impl Sheet {
    /// What was typed into a field; `None` where there is no such field.
    pub fn text(&self, field: &str) -> Option<String> {
        // One index of fields serves both ways; a sheet is small.
        self.clone().text_mut(field).map(|text| text.clone())
    }

    /// The text of a field, to be changed.
    pub fn text_mut(&mut self, field: &str) -> Option<&mut String> {
        let parts: Vec<&str> = field.split('.').collect();
        match parts.as_slice() {
            ["name"] => Some(&mut self.name),
            ["year"] => Some(&mut self.year),
            ["factors"] => Some(&mut self.factors),
            ["equivalent"] => Some(&mut self.electricity_tce_per_mwh),
            ["steam"] => Some(&mut self.steam_gj_per_tonne),
            ["bunkers"] => Some(&mut self.bunkers_t),
            ["notes"] => Some(&mut self.notes),
            ["fuels", at, rest] => fuel(at_mut(&mut self.fuels, at)?, rest),
            ["conversions", at, "name"] => Some(&mut at_mut(&mut self.conversions, at)?.name),
            ["conversions", at, "inputs", line, rest] => {
                fuel(at_mut(&mut at_mut(&mut self.conversions, at)?.inputs, line)?, rest)
            }
            ["conversions", at, "outputs", line, rest] => {
                fuel(at_mut(&mut at_mut(&mut self.conversions, at)?.outputs, line)?, rest)
            }
            ["heat_received", at, rest] => heat(at_mut(&mut self.heat_received, at)?, rest),
            ["heat_sent", at, rest] => heat(at_mut(&mut self.heat_sent, at)?, rest),
            ["processes", at, rest] => {
                let line = at_mut(&mut self.processes, at)?;
                match *rest {
                    "product" => Some(&mut line.product),
                    "amount" => Some(&mut line.amount.text),
                    "t_per_t" => Some(&mut line.t_per_t),
                    "basis" => Some(&mut line.basis),
                    _ => None,
                }
            }
            ["guiding", id, rest @ ..] => guiding(self.guiding.line_mut(id), rest),
            ["basic", at, "note"] => Some(&mut at_mut(&mut self.basic, at)?.note),
            _ => self.amount_mut(field).map(|amount| &mut amount.text),
        }
    }

    /// The amount of a field that has a unit beside it.
    pub fn amount_mut(&mut self, field: &str) -> Option<&mut Amount> {
        let parts: Vec<&str> = field.split('.').collect();
        match parts.as_slice() {
            ["own"] => Some(&mut self.own),
            ["generated_thermal"] => Some(&mut self.generated_thermal),
            ["generated_waste_heat"] => Some(&mut self.generated_waste_heat),
            ["received", at, "amount"] => Some(&mut at_mut(&mut self.received, at)?.amount),
            ["sent", at, "amount"] => Some(&mut at_mut(&mut self.sent, at)?.amount),
            ["fuels", at, "amount"] => Some(&mut at_mut(&mut self.fuels, at)?.amount),
            ["conversions", at, "inputs", line, "amount"] => {
                Some(&mut at_mut(&mut at_mut(&mut self.conversions, at)?.inputs, line)?.amount)
            }
            ["conversions", at, "outputs", line, "amount"] => {
                Some(&mut at_mut(&mut at_mut(&mut self.conversions, at)?.outputs, line)?.amount)
            }
            ["heat_received", at, "amount"] => Some(&mut at_mut(&mut self.heat_received, at)?.amount),
            ["heat_sent", at, "amount"] => Some(&mut at_mut(&mut self.heat_sent, at)?.amount),
            ["processes", at, "amount"] => Some(&mut at_mut(&mut self.processes, at)?.amount),
            _ => None,
        }
    }

    /// The unit chosen beside a field.
    pub fn unit(&self, field: &str) -> Option<Unit> {
        self.clone().amount_mut(field).map(|amount| amount.unit)
    }

    /// A list of fuels: `fuels`, `conversions.0.inputs`.
    pub fn fuels_mut(&mut self, list: &str) -> Option<&mut Vec<FuelLine>> {
        let parts: Vec<&str> = list.split('.').collect();
        match parts.as_slice() {
            ["fuels"] => Some(&mut self.fuels),
            ["conversions", at, "inputs"] => Some(&mut at_mut(&mut self.conversions, at)?.inputs),
            ["conversions", at, "outputs"] => Some(&mut at_mut(&mut self.conversions, at)?.outputs),
            _ => None,
        }
    }

    /// Sources of a list, line by line: `received`, `sent`, `heat_received`, `heat_sent`.
    pub fn sources(&self, list: &str) -> Vec<String> {
        let power = |lines: &[PowerLine]| lines.iter().map(|line| line.source.clone()).collect();
        let heat = |lines: &[HeatLine]| lines.iter().map(|line| line.source.clone()).collect();
        match list {
            "received" => power(&self.received),
            "sent" => power(&self.sent),
            "heat_received" => heat(&self.heat_received),
            "heat_sent" => heat(&self.heat_sent),
            _ => Vec::new(),
        }
    }

    /// Adds an empty line of a source to a list of sources: what several suppliers deliver stands in a line
    /// each, heat with its own factor. Answers where it stands.
    pub fn add_source(&mut self, list: &str, source: &str) -> Option<usize> {
        let power = || PowerLine { source: source.to_owned(), amount: Amount::empty(Quantity::Power) };
        match list {
            "received" => self.received.push(power()),
            "sent" => self.sent.push(power()),
            "heat_received" => self.heat_received.push(HeatLine::of(source)),
            "heat_sent" => self.heat_sent.push(HeatLine::of(source)),
            _ => return None,
        }
        self.sources(list).len().checked_sub(1)
    }

    /// Takes a line out: `fuels.0`, `conversions.0`, `conversions.0.outputs.1`, `received.4`, `processes.2`,
    /// `guiding.product_energy_quota.products.0`. What is not there stays away.
    pub fn remove(&mut self, entry: &str) {
        let Some((list, at)) = entry.rsplit_once('.') else { return };
        let Ok(at) = at.parse::<usize>() else { return };
        match list {
            "conversions" => take(&mut self.conversions, at),
            "processes" => take(&mut self.processes, at),
            "received" => take(&mut self.received, at),
            "sent" => take(&mut self.sent, at),
            "heat_received" => take(&mut self.heat_received, at),
            "heat_sent" => take(&mut self.heat_sent, at),
            "guiding.product_energy_quota.products" => {
                take(&mut self.guiding.line_mut(PRODUCT_QUOTA).products, at);
            }
            _ => {
                if let Some(fuels) = self.fuels_mut(list) {
                    take(fuels, at);
                }
            }
        }
    }
}

fn take<T>(lines: &mut Vec<T>, at: usize) {
    if at < lines.len() {
        lines.remove(at);
    }
}

fn at_mut<'a, T>(lines: &'a mut [T], at: &str) -> Option<&'a mut T> {
    lines.get_mut(at.parse::<usize>().ok()?)
}

fn fuel<'a>(line: &'a mut FuelLine, name: &str) -> Option<&'a mut String> {
    match name {
        "fuel" => Some(&mut line.fuel),
        "use" => Some(&mut line.purpose),
        "amount" => Some(&mut line.amount.text),
        "t_per_unit" => Some(&mut line.t_per_unit),
        "tce_per_unit" => Some(&mut line.tce_per_unit),
        "ncv_gj_per_unit" => Some(&mut line.ncv_gj_per_unit),
        "carbon_t_per_gj" => Some(&mut line.carbon_t_per_gj),
        "oxidation" => Some(&mut line.oxidation),
        "basis" => Some(&mut line.basis),
        _ => None,
    }
}

fn heat<'a>(line: &'a mut HeatLine, name: &str) -> Option<&'a mut String> {
    match name {
        "amount" => Some(&mut line.amount.text),
        "t_per_gj" => Some(&mut line.t_per_gj),
        "basis" => Some(&mut line.basis),
        _ => None,
    }
}

/// Inputs of a calculator come into being when they are first typed into.
fn guiding<'a>(line: &'a mut GuidingLine, names: &[&str]) -> Option<&'a mut String> {
    /// No calculator asks for more.
    const INPUTS: usize = 6;
    match names {
        ["value"] => Some(&mut line.value),
        ["reason"] => Some(&mut line.reason),
        ["inputs", at] => {
            let at = at.parse::<usize>().ok().filter(|at| *at < INPUTS)?;
            if line.inputs.len() <= at {
                line.inputs.resize(at + 1, String::new());
            }
            line.inputs.get_mut(at)
        }
        ["products", at, "name"] => at_mut(&mut line.products, at).map(|product| &mut product.name),
        _ => None,
    }
}
