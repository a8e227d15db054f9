//! The formulas of indicators: a row of the engine's table each, with the indicators that the rules compute by it.

use assessment::formulas::{FORMULAS, Formula};
use assessment::ruleset::Ruleset;
use leptos::prelude::*;

use crate::parts::basis::clause_link;
use crate::parts::indicator::unit;
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// The table.
pub fn formulas(here: ViewContext, sets: &[Ruleset]) -> AnyView {
    let words = here.words.method();
    let rows = FORMULAS.iter().map(|formula| row(here, formula, sets)).collect();
    let heads = [words.quantity, words.formula, words.unit_of, words.computes, here.words.basis.link];
    view! {
        <section id="formulas" tabindex="-1" aria-labelledby="formulas-title">
            <h2 id="formulas-title">{words.computed}</h2>
            <p>{words.computed_lead}</p>
            {sheet(words.computed.to_owned(), "formulas", &heads, rows)}
        </section>
    }
    .into_any()
}

fn row(here: ViewContext, formula: &Formula, sets: &[Ruleset]) -> Row {
    let words = here.words.method();
    let computed = sets.iter().flat_map(|set| {
        let by_it = set.indicators.iter().filter(|indicator| {
            indicator.computed_by().is_some_and(|computed_by| computed_by.key == formula.key)
        });
        by_it.map(move |indicator| {
            let href = format!("#{}/{}", set.id, indicator.id);
            view! { <li><a href=href>{here.text(&indicator.name)}</a> " " <code>{set.id.clone()}</code></li> }
        })
    });
    let computed: Vec<_> = computed.collect();
    let computed = if computed.is_empty() {
        words.computes_none.into_any()
    } else {
        view! { <ul class="bands">{computed}</ul> }.into_any()
    };
    let name = view! { {(here.words.indicators().formula_name)(formula.key)} " " <code>{formula.id}</code> };
    Row {
        id: Some(format!("formula-{}", formula.id)),
        cells: vec![
            name.into_any(),
            (words.computed_by)(formula.key).into_any(),
            unit(here, &formula.unit).into_any(),
            computed,
            clause_link(here, formula.clause),
        ],
    }
}
