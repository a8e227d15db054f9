//! What a mix of levers makes of an assessment, put back into the sheet that it came from.

use assessment::Decimal;
use assessment::factors::FactorSet;
use assessment::input::Assessment;

use crate::sheet::{Amount, FuelLine, HeatLine, PowerLine, Sheet, fuel_quantity};
use crate::unit::Quantity;

impl Sheet {
    /// The sheet with the amounts of an assessment that was changed: `before` is what the sheet makes, `after`
    /// what became of it. Amounts that did not change stay as they were typed; the others stand in the
    /// contract's unit. What came in has a line of its own, or the empty line of its source.
    pub fn with_amounts(&self, factors: &FactorSet, before: &Assessment, after: &Assessment) -> Sheet {
        let made = self.make(factors);
        let mut sheet = self.clone();
        let mut set = |path: String, was: Option<Decimal>, is: Decimal, quantity| -> bool {
            let Some(was) = was else { return false };
            if was != is
                && let Some(amount) = made.field_of(&path).and_then(|field| sheet.amount_mut(field))
            {
                *amount = written(is, quantity);
            }
            true
        };
        let mut fuels = Vec::new();
        for (i, entry) in after.fuels.iter().enumerate() {
            let quantity = fuel_quantity(factors, &entry.fuel.id);
            let was = before.fuels.get(i).map(|entry| entry.fuel.amount);
            if !set(format!("fuels[{i}].amount"), was, entry.fuel.amount, quantity) {
                let line = FuelLine::of(&entry.fuel.id, "combustion", quantity);
                fuels.push(FuelLine { amount: written(entry.fuel.amount, quantity), ..line });
            }
        }
        let mut power = Vec::new();
        for (i, entry) in after.power_received.iter().enumerate() {
            let was = before.power_received.get(i).map(|entry| entry.mwh.0);
            if !set(format!("electricity.received[{i}].mwh"), was, entry.mwh.0, Quantity::Power) {
                power.push((entry.source.id(), written(entry.mwh.0, Quantity::Power)));
            }
        }
        let mut heat = Vec::new();
        for (i, entry) in after.heat_received.iter().enumerate() {
            let was = before.heat_received.get(i).map(|entry| entry.gj);
            if !set(format!("heat.received[{i}].gj"), was, entry.gj, Quantity::Heat) {
                heat.push((entry.source.id(), written(entry.gj, Quantity::Heat)));
            }
        }
        for (i, entry) in after.processes.iter().enumerate() {
            let was = before.processes.get(i).map(|entry| entry.tonnes);
            set(format!("processes[{i}].tonnes"), was, entry.tonnes, Quantity::Mass);
        }
        sheet.fuels.extend(fuels);
        for (source, amount) in power {
            let empty = |line: &&mut PowerLine| line.source == source && line.amount.is_empty();
            match sheet.received.iter_mut().find(empty) {
                Some(line) => line.amount = amount,
                None => sheet.received.push(PowerLine { source: source.to_owned(), amount }),
            }
        }
        for (source, amount) in heat {
            let empty = |line: &&mut HeatLine| line.source == source && line.amount.is_empty();
            match sheet.heat_received.iter_mut().find(empty) {
                Some(line) => line.amount = amount,
                None => sheet.heat_received.push(HeatLine { amount, ..HeatLine::of(source) }),
            }
        }
        sheet
    }
}

fn written(amount: Decimal, quantity: Quantity) -> Amount {
    Amount { text: amount.to_string(), unit: quantity.contract_unit() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use assessment::gap::{Lever, Mix, Replacement};
    use assessment::reader::Library;
    use assessment::report::assess;
    use assessment::ruleset::Ruleset;

    #[test]
    fn a_mix_put_back_makes_the_assessment_that_was_judged() {
        let rulesets: Vec<Ruleset> = vec![fixtures::national()];
        let factors: FactorSet = fixtures::annex4();
        let factor_sets = vec![factors];
        let library = Library { rulesets: &rulesets, factor_sets: &factor_sets };
        let mut sheet = Sheet::empty(2026);
        sheet.name = "kept".to_owned();
        sheet.received[3].amount.text = "10,000".to_owned();
        sheet.received[3].amount.unit = crate::unit::Unit::TenThousandKwh;
        // An empty line before it: positions in the sheet and in the file differ.
        sheet.fuels.push(FuelLine::of("diesel", "combustion", Quantity::Mass));
        sheet.fuels.push(FuelLine::of("lignite", "combustion", Quantity::Mass));
        sheet.fuels[1].amount.text = "200000".to_owned();
        let (before, rules) = sheet.read(library).assessment.unwrap();
        let n = Decimal::from_integer;
        let wanted = [
            (Lever::DirectPower, n(60_000)),
            (Lever::Fuel { entry: 0, by: Replacement::NonFossilHeat }, n(50_000)),
            (Lever::Fuel { entry: 0, by: Replacement::NaturalGas }, n(40_000)),
        ];
        let mix = Mix::of(&before, &wanted, &factor_sets[0]);
        let put_back = sheet.with_amounts(&factor_sets[0], &before, &mix.assessment);
        let (after, _) = put_back.read(library).assessment.unwrap();
        let (there, here) = (assess(&mix.assessment, rules), assess(&after, rules));
        assert_eq!(there.energy_tce, here.energy_tce);
        assert!(there.emissions_t.cmp_ratio(here.emissions_t).is_eq());
        assert_eq!(put_back.name, "kept");
        assert_eq!(put_back.received[3].amount.text, "40000");
        assert_eq!(put_back.received[0].amount.text, "60000");
        assert_eq!(put_back.fuels[0].amount.text, "");
        assert_eq!(put_back.fuels[1].amount.text, "110000");
        assert_eq!(put_back.fuels[2].fuel, "natural_gas");
    }
}
