//! How the core indicator came about: every entry of the energy balance with its factors.

use assessment::Ratio;
use assessment::account::{Accounts, Contribution, Origin};
use assessment::clause;
use assessment::factors::FactorSet;
use disclosure::as_of::Known;
use disclosure::model::{Document, Rulebook};
use disclosure::park_history::JudgedRound;
use disclosure::round::{PublishedCore, RatioAlone, Totals};
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
    let snapshot = &last.round.snapshot;
    let core = snapshot.core.as_ref();
    let not_from = core.and_then(words.not_from);
    let body = match (read, core) {
        (Some((accounts, rules)), _) => view! {
            <p class="section-note">{words.made_of_lead}</p>
            {account(here, accounts, rules.factors, &documents)}
            {core.and_then(PublishedCore::totals).map(|totals| printed(here, totals))}
        }
        .into_any(),
        (None, Some(PublishedCore::Totals(totals))) => of_totals(here, totals),
        (None, Some(PublishedCore::Ratio(ratio))) => of_ratio(here, ratio),
        (None, _) => view! { <p class="empty">{words.no_balance}</p> }.into_any(),
    };
    let remark = snapshot.core_remark.as_ref().map(|remark| {
        view! { <p class="section-note" lang="zh">{(words.remark)(remark)}</p> }
    });
    let source = snapshot.source_of_core();
    let source = source.map(|source| source_line(here, source, &documents));
    let quality = (here.words.indicators().quality)(snapshot.core_quality);
    view! {
        {not_from.map(|said| view! { <p class="section-note not-from">{said}</p> })}
        <details class="made-of no-print">
            <summary>{words.made_of}</summary>
            {body}
            {remark}
            <p class="section-note">{quality} " · " {source}</p>
        </details>
    }
    .into_any()
}

/// Totals as they are published, and what they make.
fn of_totals(here: ViewContext, totals: &Totals) -> AnyView {
    let words = here.words.park_history();
    let [emissions, energy] =
        [totals.emissions_t, totals.energy_tce].map(|total| grouped_text(&total.to_string()));
    let published =
        [&totals.emissions_t_published, &totals.energy_tce_published, &totals.t_per_tce_published];
    let published: Vec<String> = published.into_iter().flatten().cloned().collect();
    let published = (!published.is_empty())
        .then(|| view! { <p class="section-note">{(words.printed_as)(&here.join(&published))}</p> });
    let formula =
        totals.intensity().map(|value| (words.formula)(&emissions, &energy, &with_unit(here, value)));
    let ratio = totals.t_per_tce.map(|ratio| {
        let said = format!("{ratio} {}", here.words.indicators().t_per_tce);
        view! { <p class="section-note">{(words.printed_ratio)(&said)}</p> }
    });
    view! {
        <p class="section-note">{words.of_totals}</p>
        <p class="account-formula">{formula} " " {clause_link(here, clause::ENERGY)}</p>
        {ratio}
        {published}
    }
    .into_any()
}

/// A ratio as it is published, and what is published of the energy.
fn of_ratio(here: ViewContext, ratio: &RatioAlone) -> AnyView {
    let value = format!("{} {}", ratio.t_per_tce, here.words.indicators().t_per_tce);
    let energy = ratio.energy().map(|_| (here.words.indicators().band)(ratio.from_tce, ratio.to_tce));
    view! { <p>{(here.words.park_history().of_ratio)(&value, energy.as_deref())}</p> }.into_any()
}

/// Totals that are published beside a balance: shown, never judged.
fn printed(here: ViewContext, totals: &Totals) -> AnyView {
    let [emissions, energy] =
        [totals.emissions_t, totals.energy_tce].map(|total| grouped_text(&total.to_string()));
    let said = totals
        .intensity()
        .map(|value| (here.words.park_history().printed)(&emissions, &energy, &with_unit(here, value)));
    view! { <p class="section-note printed-totals">{said}</p> }.into_any()
}

fn with_unit(here: ViewContext, value: Ratio) -> String {
    format!("{} {}", value.to_fixed(3), here.words.indicators().t_per_tce)
}

fn account(here: ViewContext, accounts: &Accounts, factors: &FactorSet, documents: &[Document]) -> AnyView {
    let words = here.words.park_history();
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
    let value = accounts.intensity().map(|intensity| intensity.0);
    let formula = value.map(|value| (words.formula)(&emissions, &energy, &with_unit(here, value)));
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
