//! How the core indicator came about: every entry of the energy balance with its factors.

use assessment::Ratio;
use assessment::account::{Accounts, Contribution, Origin};
use assessment::clause;
use assessment::factors::FactorSet;
use disclosure::as_of::Known;
use disclosure::model::{Document, Rulebook};
use disclosure::park_history::JudgedRound;
use leptos::prelude::*;

use super::Parts;
use crate::parts::basis::{clause_link, find_clause};
use crate::parts::indicator::figure;
use crate::parts::mark::mark_badge;
use crate::parts::source::source_line;
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// The account of the last round, folded away; a sentence where there is none.
pub fn emission_breakdown(
    here: ViewContext,
    parts: &Parts,
    book: &Known<Rulebook>,
    last: Option<&JudgedRound<'_>>,
) -> AnyView {
    let words = here.words.park_history();
    let Some(last) = last else { return ().into_any() };
    let documents = parts.documents();
    let read = last.judged.accounts.as_ref().zip(last.judged.rules(book));
    let body = match read {
        None => view! { <p class="empty">{words.no_balance}</p> }.into_any(),
        Some((accounts, rules)) => account(here, accounts, rules.factors, &documents),
    };
    let source = last.round.snapshot.source.as_ref();
    let source = source.map(|source| source_line(here, source, &documents));
    let quality = (here.words.indicators().quality)(last.round.snapshot.balance_quality);
    view! {
        <details class="made-of no-print">
            <summary>{words.made_of}</summary>
            <p class="section-note">{words.made_of_lead}</p>
            {body}
            <p class="section-note">{quality} " · " {source}</p>
        </details>
    }
    .into_any()
}

fn account(here: ViewContext, accounts: &Accounts, factors: &FactorSet, documents: &[Document]) -> AnyView {
    let (words, shared) = (here.words.park_history(), here.words.indicators());
    let heads = [
        (words.entry, ""),
        (words.amount, "number"),
        (words.factor, "number"),
        (words.emissions, "number"),
        (words.energy_factor, "number"),
        (words.energy, "number"),
    ];
    let heads =
        heads.map(|(head, class)| view! { <th scope="col" role="columnheader" class=class>{head}</th> });
    let rows = accounts.contributions.iter().map(|entry| row(here, entry, factors, documents));
    let (emissions, energy) = (accounts.emissions().tonnes(), accounts.energy().tce());
    let (emissions, energy) = (grouped_text(&emissions.to_fixed(0)), grouped_text(&energy.to_fixed(0)));
    let value = accounts.intensity().map(|intensity| intensity.0.to_fixed(3));
    let formula = value.map(|value| {
        let value = format!("{value} {}", shared.t_per_tce);
        (words.formula)(&emissions, &energy, &value)
    });
    view! {
        <div class="wide-table">
            <table class="account" role="table">
                <caption class="vh">{words.made_of}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads.collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">
                    {rows.collect_view()}
                    <tr role="row" class="account-total">
                        <th scope="row" role="rowheader">{words.total}</th>
                        <td role="cell"></td>
                        <td role="cell"></td>
                        <td role="cell" class="number" data-label=words.emissions>{emissions}</td>
                        <td role="cell"></td>
                        <td role="cell" class="number" data-label=words.energy>{energy}</td>
                    </tr>
                </tbody>
            </table>
        </div>
        <p class="account-formula">
            {formula} " " {clause_link(here, clause::TOTAL)} " " {clause_link(here, clause::ENERGY)}
        </p>
    }
    .into_any()
}

fn row(here: ViewContext, entry: &Contribution, factors: &FactorSet, documents: &[Document]) -> AnyView {
    let words = here.words.park_history();
    let (carbon, tce) = (&entry.carbon, &entry.energy_per_unit);
    let unit = (words.unit)(entry.unit);
    view! {
        <tr role="row" data-entry=entry.path.to_string()>
            <th scope="row" role="rowheader">
                {subject(here, entry, factors)} <span class="sentence">{(words.part)(entry.part)}</span>
            </th>
            <td role="cell" class="number" data-label=words.amount>
                {grouped_text(&figure(Ratio::from(entry.amount), 1))} " " <span class="unit">{unit}</span>
            </td>
            <td role="cell" class="number" data-label=words.factor>
                {figure(carbon.0.t_per_unit(), 4)} {origin(here, &carbon.1, documents)}
            </td>
            <td role="cell" class="number" data-label=words.emissions>
                {grouped_text(&entry.emissions().tonnes().to_fixed(0))}
            </td>
            <td role="cell" class="number" data-label=words.energy_factor>
                {figure(tce.0.tce(), 4)} {origin(here, &tce.1, documents)}
            </td>
            <td role="cell" class="number" data-label=words.energy>
                {grouped_text(&entry.energy().tce().to_fixed(0))}
            </td>
        </tr>
    }
    .into_any()
}

/// Fuel, source or product, in words where there are some.
fn subject(here: ViewContext, entry: &Contribution, factors: &FactorSet) -> String {
    let fuel = factors.fuels.iter().find(|fuel| fuel.id == entry.subject).map(|fuel| here.text(&fuel.name));
    let hint = factors.process_hints.iter().find(|hint| hint.product == entry.subject);
    let named = (here.words.park_history().subject)(&entry.subject).map(str::to_owned);
    let product = hint.map(|hint| here.text(&hint.name));
    named.or(fuel).or(product).unwrap_or_else(|| entry.subject.to_string())
}

/// Where a factor comes from, under it.
fn origin(here: ViewContext, origin: &Origin, documents: &[Document]) -> AnyView {
    let words = here.words.park_history();
    let said = match origin {
        Origin::Own(basis) => view! { {(words.origin_own)(basis)} }.into_any(),
        Origin::FactorSet { mark, source, .. } if find_clause(documents, source).is_some() => {
            view! { {mark_badge(here, *mark)} {clause_link(here, source)} }.into_any()
        }
        Origin::FactorSet { mark, source, .. } => {
            view! { {mark_badge(here, *mark)} {source.clone()} }.into_any()
        }
        Origin::Convention { .. } => view! { {words.origin_convention} }.into_any(),
        Origin::Method => view! { {words.origin_method} }.into_any(),
    };
    view! { <span class="value-note">{said}</span> }.into_any()
}
