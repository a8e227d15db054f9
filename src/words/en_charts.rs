//! English: Words of the charts.

use assessment::flow::{Carrier, Use};
use disclosure::trend::Emitter;

use super::*;

pub(super) static CHARTS: Charts = Charts {
    composition: "What energy and carbon are made of",
    composition_note: "Computed from the energy balance published in each round, by the same accounts that the park is judged by.",
    not_published: "The energy balance of this park is not published, so there is no chart of it.",
    rule: "Accounting method",
    waiting: "The chart loads when it comes into view.",
    twin: "The same as a table",
    see_twin: "The chart could not be loaded; the table below says the same.",
    broken: "The chart could not be drawn; the table below says the same.",
    flow_title: |round| format!("Where energy comes from and where it goes ({round})"),
    flow_earlier: "The latest round has no energy balance of this park; the chart shows the last one published before.",
    flow_pending: "This balance is not yet verified.",
    flow_finding: |energy, share| match share {
        Some(share) => {
            format!("The park used {energy} tce in the year, {share}% of it non-fossil power and heat.")
        }
        None => format!("The park used {energy} tce in the year."),
    },
    flow_caption: "Where energy comes from and where it goes",
    from: "From",
    to: "To",
    kind: "Kind",
    energy_tce: "Energy, tce",
    non_fossil: "Non-fossil",
    fossil: "Fossil and other",
    both: "All",
    carrier: |carrier| match carrier {
        Carrier::Power => "Power",
        Carrier::Heat => "Heat",
        Carrier::Fuel => "Fuels",
    },
    usage: |to| match to {
        Use::Power => "Power used",
        Use::Heat => "Heat used",
        Use::Combustion => "Burnt",
        Use::Feedstock => "Feedstock",
        Use::Conversion => "Put into conversion",
        Use::SentOut(Carrier::Power) => "Power sent out",
        Use::SentOut(Carrier::Heat) => "Heat sent out",
        Use::SentOut(Carrier::Fuel) => "Fuels sent out",
        Use::Converted => "Given by conversion",
    },
    source: |carrier, id| match (carrier, id) {
        (Carrier::Power, "direct_non_fossil") => Some("Direct green power"),
        (Carrier::Power, "green_certificate") => Some("Green certificates"),
        (Carrier::Power, "green_trade") => Some("Green power trade"),
        (Carrier::Power, "other") => Some("Other power"),
        (Carrier::Power, "own_non_fossil") => Some("Own non-fossil power"),
        (Carrier::Heat, "fossil") => Some("Fossil heat"),
        (Carrier::Heat, "non_fossil") => Some("Non-fossil heat"),
        _ => None,
    },
    beyond: "Sent out beyond what came in",
    beyond_note: "What is sent out beyond what came in is taken off the consumption; a chart has no room for it.",
    in_all: "In all",
    in_all_note: "Energy consumption",
    trend_title: "Emissions, energy and intensity by round",
    trend_caption: "Emissions, energy and carbon per energy by round",
    trend_state: |round, emissions, intensity| match intensity {
        Some(intensity) => {
            format!("{round}: {emissions} t of CO₂, {intensity} t of CO₂ per tce")
        }
        None => format!("{round}: {emissions} t of CO₂"),
    },
    trend_finding: |states, gaps, pending| {
        let mut text = states.join("; ") + ".";
        if gaps > 0 {
            text += &format!(" Rounds without a published balance, left as gaps: {gaps}.");
        }
        if pending > 0 {
            text += &format!(" Rounds not yet verified: {pending}.");
        }
        text
    },
    panels: ["Emissions, t CO₂", "Energy, tce", "Carbon per energy, t CO₂/tce"],
    emitter: |emitter| match emitter {
        Emitter::Fuel => "Fuel burnt",
        Emitter::Conversion => "Conversion",
        Emitter::Power => "Power",
        Emitter::Heat => "Heat",
        Emitter::Process => "Industrial processes",
    },
    round: "As of",
    emissions: "Emissions",
    energy: "Energy",
    emissions_t: "Emissions, t CO₂",
    intensity: "Carbon per energy",
    verified: "Verified",
    pending_key: "Pale and hollow: not yet verified",
    radar_title: "How far each indicator is from its target",
    radar_caption: "How far each indicator has come, 0 to 100",
    radar_park: |park, reached, known, applicable| {
        format!("{park}: {applicable} indicators apply, {known} are known, {reached} of them meet the target")
    },
    radar_finding: |parks| {
        format!(
            "{}. The middle is 0, the rim is the target; what is not known is left as a gap.",
            parks.join("; ")
        )
    },
    not_known: "Not published or not verified",
};
