//! The blank form for collecting figures, on A4.

use assessment::factors::FuelUnit;
use leptos::prelude::*;
use worksheet::step::Step;

use super::guiding::Calculator;

use crate::assess::Session;
use crate::browser::print;
use crate::pages::assess::steps::Steps;
use crate::parts::indicator::unit;
use crate::view_context::ViewContext;

/// Empty rows where the number of entries is open.
const ROWS: usize = 5;

/// The blank form.
pub fn blank(here: ViewContext, session: Session, steps: Steps) -> AnyView {
    let words = here.words.assess_form();
    view! {
        <section class="blank" aria-labelledby="blank">
            <h2 id="blank">{words.blank.title}</h2>
            <p class="section-note">{words.blank.lead}</p>
            <p class="no-print start-ways">
                <button type="button" class="button" id="print" on:click=move |_| print::page()>
                    {words.blank.print}
                </button>
                <a href=steps.href(Step::Park)>{words.blank.back}</a>
            </p>
            {part(here, Step::Park, vec![(words.park.name, ""), (words.park.year, "")])}
            {fuels(here, session)}
            {power(here)}
            {part(here, Step::Heat, heat(here))}
            {open_table(here, Step::Processes, &words.blank.process_heads)}
            {guiding(here, session)}
            {basic(here)}
        </section>
    }
    .into_any()
}

fn table(title: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> AnyView {
    let heads: Vec<_> = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let mut cells = cells.into_iter();
            let name = cells.next().map(|name| view! { <th scope="row">{name}</th> });
            let cells: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr>{name} {cells}</tr> }
        })
        .collect();
    view! {
        <h3>{title}</h3>
        <div class="blank-scroll" role="group" aria-label=title tabindex="0">
            <table class="blank-table">
                <caption class="vh">{title}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn part(here: ViewContext, step: Step, items: Vec<(&str, &str)>) -> AnyView {
    let words = here.words.assess_form();
    let rows = items.into_iter().map(|(item, unit)| vec![item.to_owned(), String::new(), unit.to_owned()]);
    table(words.steps[step as usize], &words.blank.heads, rows.collect())
}

fn open_table(here: ViewContext, step: Step, heads: &[&'static str]) -> AnyView {
    let rows = (1..=ROWS).map(|row| {
        let mut cells = vec![format!("{row}")];
        cells.resize(heads.len(), String::new());
        cells
    });
    table(here.words.assess_form().steps[step as usize], heads, rows.collect())
}

fn fuels(here: ViewContext, session: Session) -> AnyView {
    let words = here.words.assess_form();
    let rulebook = session.rulebook();
    let set = crate::assess::session::library(&rulebook).proposed_factors();
    let rows = set.into_iter().flat_map(|set| &set.fuels).map(|fuel| {
        let unit = words.fuels.units[usize::from(fuel.unit == FuelUnit::TenThousandCubicMetres)];
        vec![here.text(&fuel.name), unit.to_owned(), String::new(), String::new(), String::new()]
    });
    table(words.steps[Step::Fuels as usize], &words.blank.fuel_heads, rows.collect())
}

fn power(here: ViewContext) -> AnyView {
    let words = &here.words.assess_form().power;
    let of = |list: &str| words.sources.map(|source| format!("{list} · {source}"));
    let own = [words.own, words.generated_thermal, words.generated_waste_heat].map(str::to_owned);
    let names: Vec<String> = of(words.received).into_iter().chain(own).chain(of(words.sent)).collect();
    part(here, Step::Power, names.iter().map(|name| (name.as_str(), "MWh")).collect())
}

fn heat(here: ViewContext) -> Vec<(&'static str, &'static str)> {
    let words = here.words.assess_form();
    let sources = words.heat.sources;
    vec![(sources[0], "GJ"), (sources[1], "GJ"), (words.power.sent, "GJ"), (words.heat.steam, "GJ")]
}

fn guiding(here: ViewContext, session: Session) -> AnyView {
    let words = here.words.assess_form();
    let guiding = &words.guiding;
    let rulebook = session.rulebook();
    let mut items: Vec<(String, String)> = Vec::new();
    for indicator in super::guiding::indicators(&rulebook) {
        items.push((here.text(&indicator.name), unit(here, &indicator.unit)));
        let inputs: &[&str] = match super::guiding::calculator_of(&indicator.id) {
            Some(Calculator::Products) => &[guiding.product],
            Some(Calculator::SolidWaste) => &guiding.solid,
            Some(Calculator::WasteHeat) => &guiding.heat,
            Some(Calculator::Water) => &guiding.water,
            None => &[],
        };
        items.extend(inputs.iter().map(|input| (format!("· {input}"), String::new())));
    }
    let items = items.iter().map(|(name, unit)| (name.as_str(), unit.as_str())).collect();
    part(here, Step::Guiding, items)
}

fn basic(here: ViewContext) -> AnyView {
    let words = here.words.assess_form();
    let rows = words
        .basic
        .questions
        .map(|question| vec![question.to_owned(), words.blank.answer.to_owned(), String::new()]);
    let heads = [words.blank.heads[0], words.blank.heads[1], words.basic.note];
    table(words.steps[Step::Basic as usize], &heads, rows.into())
}
