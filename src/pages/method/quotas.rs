//! Energy quotas: how much energy a unit of product may take, by standard and level, with what is in force when.

use std::sync::Arc;

use assessment::{Date, Decimal};
use disclosure::as_of::Known;
use disclosure::model::{Document, QuotaLimit, QuotaStandard, QuotaState, QuotaUnit, Quotas};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::basis::clause_link;
use crate::parts::filter::Choice;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::source::source_line;
use crate::search::matching::holds;
use crate::view_context::ViewContext;

/// The guiding indicator that counts products at level 2 or better.
const INDICATOR: &str = "ndrc-910/annex3/product_energy_quota";

/// Product, unit, three levels, feedstock.
const COLUMNS: usize = 6;

/// The page.
pub fn quotas(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.quotas, move |opened| {
        let words = here.words.quotas();
        let store = Store::of();
        let body = match &opened.edition.quotas {
            Some(file) => {
                let day = opened.day();
                shown(store.file_at::<Quotas>(&opened, file), move |quotas: Arc<Known<Quotas>>| {
                    table(here, &quotas, day)
                })
            }
            None => view! { <p class="empty">{words.none}</p> }.into_any(),
        };
        view! {
            <div class="page quotas">
                <p class="crumbs"><a href=here.href(Page::Method)>{here.words.pages.method}</a></p>
                {heading(here, here.words.pages.quotas)}
                {body}
                {sources(here, &opened)}
            </div>
        }
        .into_any()
    })
}

fn table(here: ViewContext, quotas: &Known<Quotas>, day: Date) -> AnyView {
    let words = here.words.quotas();
    let standards = &quotas.standards;
    if standards.is_empty() {
        return view! { <p class="empty">{words.none}</p> }.into_any();
    }
    let choice = Choice::of();
    let texts: Vec<Vec<String>> = standards
        .iter()
        .map(|standard| standard.limits.iter().map(|limit| searched(standard, limit)).collect())
        .collect();
    let all = texts.iter().map(Vec::len).sum();
    let kept = Memo::new(move |_| {
        let words = choice.words();
        let holds = |texts: &Vec<String>| texts.iter().map(|text| holds(text, &words)).collect();
        texts.iter().map(holds).collect::<Vec<Vec<bool>>>()
    });
    let count = move || kept.with(|kept| kept.iter().flatten().filter(|kept| **kept).count());
    let groups: Vec<_> =
        standards.iter().enumerate().map(|(at, each)| standard(here, each, day, kept, at)).collect();
    let [first, second, third] = words.levels;
    let heads: [&str; COLUMNS] = [words.product, words.unit, first, second, third, words.feedstock];
    let columns = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let applying =
        standards.iter().filter(|each| matches!(each.state(day), QuotaState::InForce { .. })).count();
    let coming = standards.iter().filter(|each| matches!(each.state(day), QuotaState::NotYet { .. })).count();
    view! {
        <p class="lead">{(words.finding)(standards.len(), all, applying, coming, day)}</p>
        <ul class="quota-notes">
            <li>{words.indicator} " " {clause_link(here, INDICATOR)}</li>
            <li>{words.calorific}</li>
            <li>{words.reading}</li>
        </ul>
        {choice.field(here, words.filter, move || (here.words.filter.count)(count(), all))}
        <table class="sheet quota-table" role="table">
            <caption class="vh">{here.words.pages.quotas}</caption>
            <thead role="rowgroup">
                <tr role="row">{columns}</tr>
            </thead>
            {groups}
        </table>
        {move || (count() == 0).then(|| choice.nothing(here))}
    }
    .into_any()
}

/// What the filter looks at.
fn searched(standard: &QuotaStandard, limit: &QuotaLimit) -> String {
    let QuotaStandard { number, title, .. } = standard;
    format!("{number} {} {} {} {}", title.zh, title.en, limit.product.zh, limit.product.en)
}

/// The rows of a standard below a row that names it and says when it applies.
fn standard(
    here: ViewContext,
    standard: &QuotaStandard,
    day: Date,
    kept: Memo<Vec<Vec<bool>>>,
    at: usize,
) -> AnyView {
    let words = here.words.quotas();
    let rows: Vec<_> = standard
        .limits
        .iter()
        .enumerate()
        .map(|(row, each)| limit(here, each, move || kept.with(|kept| kept[at][row])))
        .collect();
    let is_empty = move || kept.with(|kept| kept[at].iter().all(|kept| !kept));
    let state = standard.state(day);
    let replaced = standard.replaces.as_ref().map(|number| view! { " · " {(words.replaces)(number)} });
    let note = standard.note.as_ref().map(|note| view! { <span class="quota-note">{here.text(note)}</span> });
    view! {
        <tbody role="rowgroup" id=standard.id.clone() tabindex="-1" class:filtered=is_empty>
            <tr role="row" class="quota-standard">
                <th scope="rowgroup" role="rowheader" colspan=COLUMNS.to_string()>
                    <span class="quota-title">{here.text(&standard.title)}</span>
                    " "
                    <span class="quota-number">{standard.number.clone()}</span>
                    " "
                    <span class="quota-state" class:quota-coming=matches!(state, QuotaState::NotYet { .. })>
                        {(words.state)(state)} {replaced}
                    </span>
                    {note}
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn limit(here: ViewContext, limit: &QuotaLimit, kept: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let words = here.words.quotas();
    let level = |at: usize, value: Option<Decimal>| {
        let value = match value {
            Some(value) => view! { <span class="figure-value">{signed(value)}</span> }.into_any(),
            None => view! { <span aria-hidden="true">"—"</span><span class="vh">{words.no_level}</span> }
                .into_any(),
        };
        view! {
            <td role="cell" class="quota-level" class:quota-second={at == 1} data-label=words.levels[at]>{value}</td>
        }
    };
    let [first, second, third] = limit.levels();
    let feedstock = (words.feedstock_is)(limit.feedstock);
    let correction = limit.correction.as_ref().map(|text| {
        view! { <span class="quota-correction">{here.text(text)}</span> }
    });
    view! {
        <tr role="row" class:filtered=move || !kept()>
            <th scope="row" role="rowheader">{here.text(&limit.product)} " " {correction}</th>
            <td role="cell" class="quota-unit" data-label=words.unit>{unit(here, limit.unit)}</td>
            {level(0, first)} {level(1, second)} {level(2, third)}
            <td role="cell" class="quota-feedstock" data-label=words.feedstock>{feedstock}</td>
        </tr>
    }
    .into_any()
}

/// A number with a true minus, which a hyphen is too short for.
fn signed(value: Decimal) -> String {
    value.to_string().replace('-', "\u{2212}")
}

fn unit(here: ViewContext, unit: QuotaUnit) -> &'static str {
    (here.words.quotas().unit_is)(unit)
}

/// Where the limits were read: each source once.
fn sources(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let store = Store::of();
    let Some(file) = &opened.edition.quotas else { return ().into_any() };
    let documents = store.file_at::<Vec<Document>>(opened, &opened.edition.documents);
    let quotas = store.file_at::<Quotas>(opened, file);
    let trouble = failure_notice(documents.clone());
    let lines = move || {
        let documents = documents.ready().unwrap_or_default();
        let mut seen = Vec::new();
        for standard in quotas.ready().iter().flat_map(|quotas| &quotas.standards) {
            if !seen.contains(&standard.source) {
                seen.push(standard.source.clone());
            }
        }
        let line = |source| view! { <li>{source_line(here, source, &documents)}</li> };
        seen.iter().map(line).collect_view()
    };
    view! {
        <section aria-labelledby="quota-sources">
            <h2 id="quota-sources">{here.words.quotas().sources}</h2>
            {trouble}
            <ul class="quota-sources">{lines}</ul>
        </section>
    }
    .into_any()
}
