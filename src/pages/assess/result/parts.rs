//! Emissions and energy by part, each with its bar and its why.

use assessment::Ratio;
use assessment::account::{Accounts, Part};
use assessment::formulas::CARBON_PER_ENERGY;
use assessment::input::Assessment;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::report::assess;
use assessment::trace::{Node, Trace};
use leptos::prelude::*;

use super::figures::rounded;
use super::{ResultContext, why};

/// Parts of the emissions: the id of the trace's node, and which entries belong to it.
const EMISSIONS: [(&str, &[Part]); 6] = [
    ("emissions_combustion", &[Part::Combustion]),
    ("emissions_feedstock", &[Part::Feedstock]),
    ("emissions_conversion", &[Part::ConversionInput, Part::ConversionOutput]),
    ("emissions_electricity", &[Part::PowerReceived, Part::PowerSent, Part::PowerOwn]),
    ("emissions_heat", &[Part::HeatReceived, Part::HeatSent]),
    ("emissions_process", &[Part::Process]),
];

/// Parts of the energy: id, entries, and the beginning of their paths in the file.
const ENERGY: [(&str, &[Part], &str); 4] = [
    ("energy_fuels", &[Part::Combustion, Part::Feedstock], "fuels"),
    ("energy_conversion", &[Part::ConversionInput, Part::ConversionOutput], "conversions"),
    ("energy_electricity", &[Part::PowerReceived, Part::PowerSent, Part::PowerOwn], "electricity"),
    ("energy_heat", &[Part::HeatReceived, Part::HeatSent], "heat"),
];

/// A row: id of the part and its figure.
struct Row {
    id: &'static str,
    value: Ratio,
    why: AnyView,
}

/// Emissions and energy by part.
pub fn parts(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    view! {
        <section class="result-part" aria-labelledby="result-emissions">
            <h3 id="result-emissions">{words.emissions}</h3>
            {context.live(move |assessment, rules| emissions(context, assessment, &assess(assessment, rules).accounts))}
        </section>
        <section class="result-part" aria-labelledby="result-energy">
            <h3 id="result-energy">{words.energy}</h3>
            {context.live(move |assessment, rules| energy(context, &assess(assessment, rules).accounts))}
        </section>
    }
    .into_any()
}

fn emissions(context: ResultContext, assessment: &Assessment, accounts: &Accounts) -> AnyView {
    let words = context.here.words.assess_result();
    let (filled, empty): (Vec<_>, Vec<_>) =
        EMISSIONS.into_iter().partition(|(_, parts)| accounts.parts(parts).next().is_some());
    let rows = filled.into_iter().map(|(id, parts)| Row {
        id,
        value: accounts.emissions_of(parts).tonnes(),
        why: why::fold(context, format!("why.{id}"), move |trace| part_of(trace, id)),
    });
    let total = accounts.emissions().tonnes();
    let empty = empty.into_iter().filter(|(id, _)| *id != "emissions_feedstock").map(|(id, _)| id);
    let bunkers = assessment.bunkers_t.is_positive().then(|| {
        view! { <p class="section-note">{(words.bunkers)(&rounded(assessment.bunkers_t, 2))}</p> }
    });
    view! {
        {table(context, words.emissions, words.t_co2, rows.collect(), total)}
        {left_out(context, empty)}
        {bunkers}
    }
    .into_any()
}

fn energy(context: ResultContext, accounts: &Accounts) -> AnyView {
    let words = context.here.words.assess_result();
    let (filled, empty): (Vec<_>, Vec<_>) =
        ENERGY.into_iter().partition(|(_, parts, _)| accounts.parts(parts).next().is_some());
    let rows = filled.into_iter().map(|(id, parts, path)| Row {
        id,
        value: accounts
            .parts(parts)
            .map(assessment::account::Contribution::energy)
            .sum::<TonnesCoalEquivalent>()
            .tce(),
        why: why::fold(context, format!("why.{id}"), move |trace| energy_of(trace, path)),
    });
    let total = accounts.energy().tce();
    view! {
        {table(context, words.energy, words.tce, rows.collect(), total)}
        {left_out(context, empty.into_iter().map(|(id, ..)| id))}
    }
    .into_any()
}

/// What nothing was filled in for: left out, not zero.
fn left_out(context: ResultContext, ids: impl Iterator<Item = &'static str>) -> AnyView {
    let words = context.here.words.assess_result();
    let names: Vec<_> = ids.map(|id| (words.quantity)(id).to_owned()).collect();
    if names.is_empty() {
        return ().into_any();
    }
    view! { <p class="section-note">{(words.not_filled)(&context.here.join(&names))}</p> }.into_any()
}

fn table(
    context: ResultContext,
    caption: &'static str,
    unit: &'static str,
    rows: Vec<Row>,
    total: Ratio,
) -> AnyView {
    let words = context.here.words.assess_result();
    let most = rows.iter().map(|row| row.value.to_f64().abs()).fold(0.0, f64::max);
    let rows: Vec<_> = rows.into_iter().map(|row| one(context, row, unit, most)).collect();
    view! {
        <table class="part-table" role="table">
            <caption class="vh">{caption}</caption>
            <thead class="vh" role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{words.part}</th>
                    <th scope="col" role="columnheader">{unit}</th>
                    <th scope="col" role="columnheader">{words.why}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {rows}
                <tr role="row" class="part-total">
                    <th scope="row" role="rowheader">{words.total}</th>
                    <td role="cell" class="part-value">{rounded(total, 2)} " " <span class="unit">{unit}</span></td>
                    <td role="cell" class="part-why"></td>
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}

fn one(context: ResultContext, row: Row, unit: &'static str, most: f64) -> AnyView {
    let words = context.here.words.assess_result();
    let share = if most > 0.0 { row.value.to_f64() / most * 100.0 } else { 0.0 };
    let bar = view! {
        <svg class="part-bar" class:negative={share < 0.0} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <path d=format!("M0 0H{:.2}V6H0z", share.abs()) />
        </svg>
    };
    view! {
        <tr role="row" data-part=row.id>
            <th scope="row" role="rowheader">{(words.quantity)(row.id)}</th>
            <td role="cell" class="part-value">{rounded(row.value, 2)} " " <span class="unit">{unit}</span></td>
            <td role="cell" class="part-why">{bar} {row.why}</td>
        </tr>
    }
    .into_any()
}

/// The core indicator's tree holds the intensity, which holds emissions and energy.
fn under_intensity(trace: Trace, quantity: &str) -> Vec<Node> {
    let intensity =
        trace.indicators.into_iter().flat_map(|node| node.inputs).find(|n| n.quantity == CARBON_PER_ENERGY);
    let found = intensity.and_then(|node| node.inputs.into_iter().find(|node| node.quantity == quantity));
    found.map(|node| node.inputs).unwrap_or_default()
}

fn part_of(trace: Trace, id: &str) -> Vec<Node> {
    under_intensity(trace, "emissions").into_iter().filter(|node| node.quantity == id).collect()
}

fn energy_of(trace: Trace, path: &str) -> Vec<Node> {
    let of = |node: &Node| {
        node.inputs.iter().any(|input| match &input.source {
            assessment::trace::Source::Input { path: from, .. } => from.starts_with(path),
            _ => false,
        })
    };
    under_intensity(trace, "energy").into_iter().filter(of).collect()
}
