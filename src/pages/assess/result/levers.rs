//! Levers by id and name, and what their amounts measure.

use assessment::gap::Lever;
use assessment::input::{Assessment, Rules};
use worksheet::sheet::fuel_quantity;
use worksheet::unit::Quantity;

use super::why;
use crate::view_context::ViewContext;

/// Id of a lever, for fields.
pub fn key(lever: Lever) -> String {
    match lever {
        Lever::DirectPower => "direct_power".to_owned(),
        Lever::Certificates => "certificates".to_owned(),
        Lever::Heat { entry } => format!("heat.{entry}"),
        Lever::Fuel { entry, by } => format!("fuel.{entry}.{}", by.id()),
        Lever::Process { entry } => format!("process.{entry}"),
    }
}

/// Id of what a lever draws on. Direct power and certificates have a limit of their own each.
pub fn stuff(lever: Lever) -> String {
    match lever {
        Lever::Fuel { entry, .. } => format!("fuel.{entry}"),
        other => key(other),
    }
}

/// A lever by its name.
pub fn lever_name(here: ViewContext, lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> String {
    let words = here.words.assess_result();
    match lever {
        Lever::DirectPower => words.direct_power.to_owned(),
        Lever::Certificates => words.certificates.to_owned(),
        Lever::Heat { .. } => words.heat.to_owned(),
        Lever::Fuel { by, .. } => (words.replace)(&drawn_on(here, lever, assessment, rules), by),
        Lever::Process { .. } => (words.process)(&drawn_on(here, lever, assessment, rules)),
    }
}

/// What a lever draws on, by its name.
pub fn drawn_on(here: ViewContext, lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> String {
    match lever {
        Lever::Fuel { entry, .. } => assessment.fuels.get(entry).map(|entry| entry.fuel.id.as_str()),
        Lever::Process { entry } => assessment.processes.get(entry).map(|entry| entry.product.as_str()),
        _ => None,
    }
    .map(|id| why::subject_name(here, id, rules))
    .unwrap_or_default()
}

/// What a lever's amount measures.
pub fn quantity(lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> Quantity {
    match lever {
        Lever::DirectPower | Lever::Certificates => Quantity::Power,
        Lever::Heat { .. } => Quantity::Heat,
        Lever::Process { .. } => Quantity::Mass,
        Lever::Fuel { entry, .. } => assessment
            .fuels
            .get(entry)
            .map_or(Quantity::Mass, |entry| fuel_quantity(rules.factors, &entry.fuel.id)),
    }
}
