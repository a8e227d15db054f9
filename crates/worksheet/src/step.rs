//! The steps of the form, one group of questions each, and which field stands in which.

use crate::file::FieldProblem;
use crate::sheet::{FuelLine, HeatLine, How, PowerLine, Sheet};

/// A step of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Park and year.
    Park,
    /// Fuels burnt and used as feedstock.
    Fuels,
    /// Energy conversions.
    Conversions,
    /// Power received, sent out, own.
    Power,
    /// Heat received and sent out.
    Heat,
    /// Industrial processes.
    Processes,
    /// Guiding indicators.
    Guiding,
    /// Basic conditions of ndrc-910, annex 1.
    Basic,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is filled in.
    Empty,
    /// Something is filled in, and nothing is wrong.
    Filled,
    /// So many things are wrong.
    Mistakes(usize),
}

impl Step {
    /// All steps.
    pub const ALL: [Step; 8] = [
        Step::Park,
        Step::Fuels,
        Step::Conversions,
        Step::Power,
        Step::Heat,
        Step::Processes,
        Step::Guiding,
        Step::Basic,
    ];

    /// Value in the address.
    pub fn key(self) -> &'static str {
        match self {
            Step::Park => "park",
            Step::Fuels => "fuels",
            Step::Conversions => "conversions",
            Step::Power => "power",
            Step::Heat => "heat",
            Step::Processes => "processes",
            Step::Guiding => "guiding",
            Step::Basic => "basic",
        }
    }

    /// The step of a value in the address.
    pub fn from_key(key: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.key() == key)
    }

    /// The step that a field stands in. What belongs to no field, as a total of nothing, is met where most
    /// parks have most of their energy: at power.
    pub fn of(field: &str) -> Step {
        match field.split(['.', '[']).next().unwrap_or(field) {
            "name" | "year" | "factors" | "notes" => Step::Park,
            "fuels" | "bunkers" => Step::Fuels,
            "conversions" => Step::Conversions,
            "steam" | "heat_received" | "heat_sent" => Step::Heat,
            "processes" => Step::Processes,
            "guiding" => Step::Guiding,
            "basic" => Step::Basic,
            _ => Step::Power,
        }
    }

    /// The step before, and the step after.
    pub fn beside(self) -> (Option<Step>, Option<Step>) {
        let at = Step::ALL.iter().position(|step| *step == self).unwrap_or(0);
        (at.checked_sub(1).map(|before| Step::ALL[before]), Step::ALL.get(at + 1).copied())
    }

    /// How far the step is.
    pub fn progress(self, sheet: &Sheet, problems: &[FieldProblem]) -> Progress {
        match problems.iter().filter(|problem| Step::of(&problem.field) == self).count() {
            0 if self.is_filled(sheet) => Progress::Filled,
            0 => Progress::Empty,
            count => Progress::Mistakes(count),
        }
    }

    /// Whether anything is filled in. The year, which is there from the start, does not count.
    pub fn is_filled(self, sheet: &Sheet) -> bool {
        let typed = |text: &String| !text.trim().is_empty();
        let fuel = |line: &FuelLine| !line.amount.is_empty();
        let power = |lines: &[PowerLine]| lines.iter().any(|line| !line.amount.is_empty());
        let heat =
            |lines: &[HeatLine]| lines.iter().any(|line| !line.amount.is_empty() || typed(&line.t_per_gj));
        match self {
            Step::Park => typed(&sheet.name) || typed(&sheet.notes),
            Step::Fuels => sheet.fuels.iter().any(fuel) || typed(&sheet.bunkers_t),
            Step::Conversions => {
                sheet.conversions.iter().any(|line| line.inputs.iter().chain(&line.outputs).any(fuel))
            }
            Step::Power => {
                let amounts = power(&sheet.received) || power(&sheet.sent);
                let own = [&sheet.own, &sheet.generated_thermal, &sheet.generated_waste_heat];
                amounts || own.into_iter().any(|own| !own.is_empty()) || typed(&sheet.electricity_tce_per_mwh)
            }
            Step::Heat => {
                heat(&sheet.heat_received) || heat(&sheet.heat_sent) || typed(&sheet.steam_gj_per_tonne)
            }
            Step::Processes => {
                sheet.processes.iter().any(|line| !line.amount.is_empty() || typed(&line.product))
            }
            Step::Guiding => sheet.guiding.iter().any(|(_, line)| line.how != How::Nothing),
            Step::Basic => sheet.basic.iter().any(|line| line.holds.is_some() || typed(&line.note)),
        }
    }
}

impl Sheet {
    /// Whether nothing is filled in that would be lost if another sheet took its place.
    pub fn is_blank(&self) -> bool {
        // A line that was added is work as well, though nothing stands in it yet.
        let lines = self.fuels.is_empty() && self.conversions.is_empty() && self.processes.is_empty();
        lines && !Step::ALL.iter().any(|step| step.is_filled(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_key_and_leads_to_the_next() {
        for step in Step::ALL {
            assert_eq!(Step::from_key(step.key()), Some(step));
            if let (_, Some(next)) = step.beside() {
                assert_eq!(next.beside().0, Some(step));
            }
        }
        assert_eq!((Step::Park.beside().0, Step::Basic.beside().1), (None, None));
        assert_eq!(Step::from_key("print"), None);
    }

    #[test]
    fn a_field_stands_in_one_step() {
        for (field, step) in [
            ("year", Step::Park),
            ("fuels.3.basis", Step::Fuels),
            ("received.0.amount", Step::Power),
            ("equivalent", Step::Power),
            ("energy", Step::Power),
            ("heat_sent.1.t_per_gj", Step::Heat),
            ("guiding.industrial_water_reuse.value", Step::Guiding),
            ("basic.0.note", Step::Basic),
        ] {
            assert_eq!(Step::of(field), step, "{field}");
        }
    }

    #[test]
    fn a_new_sheet_is_blank_and_the_example_is_not() {
        assert!(Sheet::empty(2026).is_blank());
        let example = Sheet::example(2026);
        assert!(!example.is_blank());
        let filled: Vec<Step> = Step::ALL.into_iter().filter(|step| step.is_filled(&example)).collect();
        assert_eq!(filled, [Step::Fuels, Step::Power, Step::Heat]);
        assert_eq!(Step::Heat.progress(&example, &[]), Progress::Filled);
    }
}
