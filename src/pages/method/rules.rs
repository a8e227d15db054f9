//! Rulesets as tables, with what of them is not published, and the conventions that fill what they leave open.

use assessment::ladder::Stage;
use assessment::ruleset::{Convention, Indicator, Ruleset};
use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, Industry};
use leptos::prelude::*;

use crate::load::Handle;
use crate::parts::basis::{clause_link, clause_link_as};
use crate::parts::indicator::{band_target, industry_names, kind, sign, unit};
use crate::parts::mark::{mark_badge, sure};
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// A ruleset: its head, its indicators, and what of it nobody has published.
pub fn ruleset(
    here: ViewContext,
    set: &Ruleset,
    edition: &Known<Edition>,
    documents: &Handle<Known<Vec<Document>>>,
) -> AnyView {
    let words = here.words.method();
    let rows = set
        .indicators
        .iter()
        .map(|indicator| indicator_row(here, set, indicator, &edition.industries))
        .collect();
    let heads = [words.indicator, words.target, words.formula, here.words.basis.link];
    let caption = format!("{} ({})", here.text(&set.title), set.id);
    view! {
        <section id=set.id.clone() tabindex="-1" aria-labelledby=format!("{}-title", set.id)>
            <h2 id=format!("{}-title", set.id)>{here.text(&set.title)}</h2>
            {head(here, set, documents)}
            {applies_to(here, set, edition)}
            {set.note.as_ref().map(|note| view! { <p>{here.text(note)}</p> })}
            {sheet(caption, "rules", &heads, rows)}
            {unpublished(here, set)}
        </section>
    }
    .into_any()
}

fn head(here: ViewContext, set: &Ruleset, documents: &Handle<Known<Vec<Document>>>) -> AnyView {
    let words = here.words.method();
    let (id, documents) = (set.document.clone(), documents.clone());
    let document = move || {
        let known = documents.ready().unwrap_or_default();
        let title =
            known.iter().find(|document| document.id == id).map(|document| here.text(&document.title));
        clause_link_as(here, &id, title.unwrap_or_else(|| id.clone()))
    };
    view! {
        <ul class="facts">
            <li><code>{set.id.clone()}</code></li>
            <li>{(words.authority)(set.authority)}</li>
            <li>{(words.decides)(set.level)}</li>
            <li>{document}</li>
            <li>{(words.in_force)(set.in_force_from, set.in_force_to)}</li>
            <li>{(words.published)(set.published_on)}</li>
            <li>{sure(here, set.mark, set.checked_on)}</li>
        </ul>
    }
    .into_any()
}

/// To whom a set applies, by the names of stages and industries; nothing where it applies to every park.
fn applies_to(here: ViewContext, set: &Ruleset, edition: &Known<Edition>) -> Option<AnyView> {
    let to = set.applies_to.as_ref()?;
    let stage = |id: &Stage| {
        let row = edition.stages().get(*id);
        row.map_or_else(|| id.as_str().to_owned(), |row| here.text(&row.name))
    };
    let stages: Vec<String> = to.stages.iter().map(stage).collect();
    let industries: Vec<String> = to
        .industries
        .iter()
        .map(|id| industry_names(here, std::slice::from_ref(id), &edition.industries))
        .collect();
    let said = (here.words.method().applies_to)(&stages, &industries);
    Some(view! { <p class="applies-to">{said} " " {clause_link(here, &to.clause)}</p> }.into_any())
}

fn indicator_row(here: ViewContext, set: &Ruleset, indicator: &Indicator, industries: &[Industry]) -> Row {
    let words = here.words.method();
    let name = view! {
        <span class="indicator-name">{here.text(&indicator.name)}</span>
        " "
        <span class="kind">{kind(here, indicator.kind)}</span>
        <span class="sentence">{here.text(&indicator.sentence)}</span>
    };
    let bands: Vec<_> = indicator
        .bands
        .iter()
        .map(|band| {
            let why =
                band.no_target.as_ref().map(|why| view! { <span class="band-range">{here.text(why)}</span> });
            view! { <li>{band_target(here, sign(indicator.direction), band, industries)} {why}</li> }
        })
        .collect();
    let targets = view! {
        <ul class="bands">{bands}</ul>
        <span class="unit">{words.unit} " " {unit(here, &indicator.unit)}</span>
        {indicator.quote.as_ref().map(|quote| view! { <q lang="zh-CN">{quote.clone()}</q> })}
    };
    let formula = view! {
        <p>{here.text(&indicator.formula)}</p>
        {indicator.convention.as_ref().map(|convention| view! {
            <p class="convention"><strong>{words.convention}</strong> " " {here.text(convention)}</p>
        })}
    };
    let basis = view! {
        {mark_badge(here, indicator.mark)} " "
        {indicator.clause.as_deref().map(|clause| clause_link(here, clause))}
    };
    Row {
        id: Some(format!("{}/{}", set.id, indicator.id)),
        cells: vec![name.into_any(), targets.into_any(), formula.into_any(), basis.into_any()],
    }
}

fn unpublished(here: ViewContext, set: &Ruleset) -> AnyView {
    if set.unpublished.is_empty() {
        return ().into_any();
    }
    let missing: Vec<_> = set
        .unpublished
        .iter()
        .map(|missing| {
            let count = missing.count.map(here.words.park().count_of);
            view! { <li>{here.text(&missing.what)} {count}</li> }
        })
        .collect();
    view! {
        <div class="set-missing">
            <p>{here.words.park().set_unpublished}</p>
            <ul>{missing}</ul>
        </div>
    }
    .into_any()
}

/// Every reading that the portal takes where a document leaves it open.
pub fn conventions(here: ViewContext, sets: &[Ruleset]) -> AnyView {
    let words = here.words.method();
    let entries: Vec<_> = sets
        .iter()
        .flat_map(|set| set.conventions.iter().map(move |convention| one(here, set, convention)))
        .collect();
    view! {
        <section id="conventions" aria-labelledby="conventions-title">
            <h2 id="conventions-title">{words.conventions}</h2>
            <p>{words.conventions_lead}</p>
            <ol class="conventions">{entries}</ol>
        </section>
    }
    .into_any()
}

fn one(here: ViewContext, set: &Ruleset, convention: &Convention) -> AnyView {
    let words = here.words.method();
    let number = convention.parameter.as_ref().map(|number| {
        // All three to the places of the finest, as they are written in the data.
        let places = [number.default, number.range_from, number.range_to, number.range_step]
            .map(assessment::Decimal::scale)
            .into_iter()
            .max()
            .unwrap_or_default();
        let [default, from, to] =
            [number.default, number.range_from, number.range_to].map(|number| number.to_fixed(places));
        let range = (words.parameter)(&default, &from, &to);
        view! { <p class="parameter">{range}</p> }
    });
    view! {
        <li id=format!("convention-{}", convention.id) tabindex="-1">
            <p>{here.text(&convention.statement)} " " {mark_badge(here, convention.mark)}</p>
            {number}
            <p class="quiet small"><code>{format!("{}/{}", set.id, convention.id)}</code></p>
        </li>
    }
    .into_any()
}
