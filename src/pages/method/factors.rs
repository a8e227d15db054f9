//! A factor set: every factor with its mark and source, hints, and the factors that must not enter.

use assessment::Decimal;
use assessment::factors::{Emission, Factor, FactorSet, FuelUnit};
use leptos::prelude::*;

use crate::parts::basis::clause_link;
use crate::parts::mark::{checked, mark_badge};
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// Digits after the point of a computed emission factor; the accounting uses all of them.
const SHOWN: u8 = 4;

/// Sources in the order of their first use: tables name them by number.
struct Notes(Vec<String>);

impl Notes {
    fn number(&mut self, source: &str) -> usize {
        let at = self.0.iter().position(|known| known == source);
        at.unwrap_or_else(|| {
            self.0.push(source.to_owned());
            self.0.len() - 1
        }) + 1
    }
}

/// The section of a factor set.
pub fn factor_set(here: ViewContext, set: &FactorSet) -> AnyView {
    let words = here.words.method();
    let mut notes = Notes(Vec::new());
    let fixed = fixed(here, set);
    let fuels = fuels(here, set, &mut notes);
    let hints = hints(here, set, &mut notes);
    let elsewhere = elsewhere(here, set, &mut notes);
    let notes: Vec<_> = notes.0.into_iter().map(|note| view! { <li>{note}</li> }).collect();
    view! {
        <section id=set.id.clone() tabindex="-1" aria-labelledby=format!("{}-title", set.id)>
            <h2 id=format!("{}-title", set.id)>{here.text(&set.title)}</h2>
            <ul class="facts">
                <li><code>{set.id.clone()}</code></li>
                <li>{(words.in_force)(set.in_force_from, set.in_force_to)}</li>
                <li>{(words.published)(set.published_on)}</li>
                {set.checked_on.map(|day| view! { <li>{checked(here, day)}</li> })}
            </ul>
            {fixed}
            <h3>{words.fuels}</h3>
            <p>{words.fuels_lead}</p>
            {fuels}
            <h3>{words.hints}</h3>
            <p>{words.hints_lead}</p>
            {hints}
            <h3>{words.elsewhere}</h3>
            <p>{words.elsewhere_lead}</p>
            {elsewhere}
            <h3>{words.sources}</h3>
            <ol class="notes">{notes}</ol>
        </section>
    }
    .into_any()
}

/// The factors of power and heat, each by its clause or standard.
fn fixed(here: ViewContext, set: &FactorSet) -> AnyView {
    let words = here.words.method();
    let rows = [
        (words.other_power, &set.other_power_t_per_mwh, words.t_per_mwh),
        (words.fossil_heat, &set.fossil_heat_t_per_gj, words.t_per_gj),
        (words.heat_energy, &set.heat_tce_per_gj, words.tce_per_gj),
    ]
    .into_iter()
    .map(|(name, factor, unit)| {
        Row::new(vec![name.into_any(), value(&factor.value, unit), basis(here, &set.document, factor)])
    })
    .collect();
    sheet(words.fixed.to_owned(), "factors", &[words.quantity, words.factor, words.source], rows)
}

fn value(number: &Decimal, unit: &'static str) -> AnyView {
    view! { <span class="figure-value">{number.to_string()}</span> " " <span class="unit">{unit}</span> }
        .into_any()
}

/// A clause of the method's document, or the name of a standard.
fn basis(here: ViewContext, document: &str, factor: &Factor) -> AnyView {
    let is_clause = factor.source.split_once('/').is_some_and(|(head, _)| head == document);
    let source = if is_clause { clause_link(here, &factor.source) } else { factor.source.clone().into_any() };
    view! { {mark_badge(here, factor.mark)} " " {source} }.into_any()
}

fn fuels(here: ViewContext, set: &FactorSet, notes: &mut Notes) -> AnyView {
    let words = here.words.method();
    let rows = set
        .fuels
        .iter()
        .map(|fuel| {
            let mark = |mark| mark_badge(here, mark);
            let marked = |number: Option<String>, own: Option<_>| match number {
                Some(number) => {
                    view! { <span class="figure-value">{number}</span> " " {own.map(mark)} }.into_any()
                }
                None => view! { <span class="quiet">"–"</span> }.into_any(),
            };
            let plain = |number: Decimal| number.to_string();
            let name = view! {
                {here.text(&fuel.name)} " " {fuel.clean.then(|| view! { <span class="kind">{words.gas}</span> })}
            };
            Row::new(vec![
                name.into_any(),
                unit(here, fuel.unit).into_any(),
                marked(fuel.ncv_gj_per_unit.map(plain), fuel.ncv_mark),
                marked(fuel.carbon_t_per_gj.map(plain), None),
                marked(fuel.oxidation.map(plain), None),
                marked(fuel.t_per_tj.map(plain), None),
                marked(fuel.emission().map(emission), Some(fuel.mark)),
                marked(fuel.tce_per_unit().map(plain), Some(fuel.kgce_mark.unwrap_or(fuel.mark))),
                note(notes.number(&fuel.source)),
            ])
        })
        .collect();
    let heads = [
        words.fuel,
        words.per,
        words.ncv,
        words.carbon,
        words.oxidation,
        words.t_per_tj,
        words.emission,
        words.coal_equivalent,
        words.source,
    ];
    sheet(words.fuels.to_owned(), "fuels", &heads, rows)
}

/// t CO₂ per unit of fuel burnt.
fn emission(emission: Emission) -> String {
    emission.burnt().tonnes().to_fixed(SHOWN)
}

fn unit(here: ViewContext, unit: FuelUnit) -> &'static str {
    match unit {
        FuelUnit::Tonne => here.words.method().tonne,
        FuelUnit::TenThousandCubicMetres => here.words.method().ten_thousand_m3,
    }
}

fn note(number: usize) -> AnyView {
    format!("[{number}]").into_any()
}

fn hints(here: ViewContext, set: &FactorSet, notes: &mut Notes) -> AnyView {
    let words = here.words.method();
    let rows = set
        .process_hints
        .iter()
        .map(|hint| {
            let value = view! { {value(&hint.t_per_t, words.t_per_t)} " " {mark_badge(here, hint.mark)} };
            Row::new(vec![
                here.text(&hint.name).into_any(),
                value.into_any(),
                note(notes.number(&hint.source)),
            ])
        })
        .collect();
    sheet(words.hints.to_owned(), "factors", &[words.product, words.factor, words.source], rows)
}

fn elsewhere(here: ViewContext, set: &FactorSet, notes: &mut Notes) -> AnyView {
    let words = here.words.method();
    let rows = set
        .elsewhere
        .iter()
        .map(|factor| {
            let value =
                view! { {value(&factor.t_per_mwh, words.t_per_mwh)} " " {mark_badge(here, factor.mark)} };
            let enters = if factor.what_if { words.what_if } else { words.must_not };
            Row::new(vec![
                here.text(&factor.statement).into_any(),
                value.into_any(),
                enters.into_any(),
                note(notes.number(&factor.source)),
            ])
        })
        .collect();
    let heads = [words.what, words.factor, words.enters, words.source];
    sheet(words.elsewhere.to_owned(), "factors", &heads, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_numbered_once() {
        let mut notes = Notes(Vec::new());
        assert_eq!(["a", "b", "a", "c"].map(|source| notes.number(source)), [1, 2, 1, 3]);
        assert_eq!(notes.0, ["a", "b", "c"]);
    }
}
