//! How the result moves under what the notice leaves open.

use assessment::applicability::Subject;
use assessment::input::Rules;
use assessment::report::CLEAN_ENERGY_SHARE;
use assessment::whatif::{Change, WhatIf, what_ifs};
use leptos::prelude::*;

use super::figures::against;
use super::{ResultContext, summary};
use crate::parts::mark::mark_badge;
use crate::parts::state::{state_glyph, state_key};

/// A small table: each reading, the result under it, and whether anything moves.
pub fn sensitivity(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    context.folds.section("sensitivity", words.sensitivity, move || {
        context.live(move |assessment, rules| {
            let book = context.session.rulebook();
            let rows = what_ifs(assessment, rules, &book.factor_sets);
            let moved = rows.iter().filter(|row| row.moves).count();
            let rows: Vec<_> = rows.iter().map(|row| one(context, row, rules)).collect();
            view! {
                <p>{(words.moved)(moved)}</p>
                {table(context, rows)}
                {never(context, rules)}
            }
            .into_any()
        })
    })
}

fn table(context: ResultContext, rows: Vec<AnyView>) -> AnyView {
    let words = context.here.words.assess_result();
    let heads = words.sensitivity_heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <table class="what-ifs">
            <caption class="vh">{words.sensitivity}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn one(context: ResultContext, row: &WhatIf<'_>, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let name = match row.change {
        Change::Nothing => words.as_filled.into_any(),
        Change::Equivalent(value) => (words.equivalent)(&value.to_fixed(3)).into_any(),
        Change::FeedstockOut => words.feedstock_out.into_any(),
        Change::StrictCleanEnergy => words.strict_clean.into_any(),
        Change::Factors(set) => (words.other_factors)(&here.text(&set.title)).into_any(),
        Change::LaterFactor(factor) => view! {
            {(words.later_factor)(&factor.t_per_mwh.to_string())} " " {mark_badge(here, factor.mark)}
            <span class="under">{here.text(&factor.statement)}</span>
        }
        .into_any(),
    };
    let value = if row.change == Change::StrictCleanEnergy {
        // Nothing else moves under this reading than the share itself.
        let target = rules
            .ruleset
            .indicator(CLEAN_ENERGY_SHARE)
            .and_then(|clean| clean.band(Subject::default())?.target);
        row.clean_energy.map(|share| (format!("{}%", against(share, target, 2)), row.clean))
    } else {
        row.intensity.map(|value| (against(value, row.target, summary::SHOWN), row.core))
    };
    let (value, state) = value.unwrap_or_else(|| ("–".to_owned(), row.core));
    let verdict = summary::verdict_words(here, row.verdict, row.core);
    let moves = row.moves.then(|| view! { <strong class="moved-word">{words.moves}</strong> " " });
    let target = (row.change != Change::StrictCleanEnergy)
        .then(|| row.target.map(|target| format!("{} {target}", row.direction.sign())))
        .map(|target| view! { <span class="under">{target}</span> });
    view! {
        <tr class:moved=row.moves>
            <th scope="row">{name}</th>
            <td>{value} {target}</td>
            <td>
                {moves}
                <span class="outcome" data-outcome=state_key(state)>{state_glyph(state)} {verdict}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// Factors that must never enter: named, and not calculated with.
fn never(context: ResultContext, rules: Rules<'_>) -> AnyView {
    let here = context.here;
    let factors: Vec<_> = rules
        .factors
        .elsewhere
        .iter()
        .filter(|factor| !factor.what_if)
        .map(|factor| {
            view! {
                <li>
                    {factor.t_per_mwh.to_string()} " " {here.text(&factor.statement)} " " {mark_badge(here, factor.mark)}
                </li>
            }
        })
        .collect();
    if factors.is_empty() {
        return ().into_any();
    }
    view! {
        <p class="section-note">{here.words.assess_result().never}</p>
        <ul class="never">{factors}</ul>
    }
    .into_any()
}
