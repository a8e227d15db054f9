//! The ladder: stages with the parks on them, who moved between two rounds, where the rules see it otherwise,
//! and the rules themselves.

pub mod common;
pub mod conditions;
mod differences;
mod flow;
mod rules;
mod streams;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use common::{cited, long_sheet, park_link, ways};

use crate::address::Page;
use crate::browser::folds;
use crate::load::{Opened, Store};
use crate::parts::basis::clause_link_as;
use crate::parts::heading::heading;
use crate::parts::ladder::{ladder as picture, stage_key, too_many};
use crate::parts::loading::shown_page;
use crate::parts::sheet::Row;
use crate::parts::stage::stage_marks;
use crate::stages::by_step;
use crate::view_context::ViewContext;

/// The page.
pub fn ladder(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.ladder, move |opened| opened_ladder(here, &opened))
}

fn opened_ladder(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.ladder_page();
    view! {
        <div class="page ladder-page">
            {heading(here, here.words.pages.ladder)}
            <p class="lead">{words.lead}</p>
            {ways(here, &Page::Ladder)}
            {standing(here, opened)}
            {flow::flow(here, opened)}
            {differences::differences(here, opened)}
            {rules::rules(here, opened)}
            {cited(here, opened, Page::Ladder, here.words.pages.ladder)}
        </div>
    }
    .into_any()
}

/// The picture, its key and its table.
fn standing(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.ladder_page();
    let parks = &opened.edition.parks;
    let table = opened.edition.stages();
    let [region, national] = here.words.home().ladder_rules;
    let unnamed = parks.iter().filter(|park| park.stage.is_none()).count();
    let unnamed = (unnamed > 0).then(|| view! { <p>{(words.not_named)(unnamed)}</p> });
    let crowd = too_many(table, parks).then(|| view! { <p>{words.too_many}</p> });
    view! {
        <section class="figure" aria-label=here.words.ladder.label>
            {picture(here, &opened.edition, parks)}
            <div class="figure-foot">
                {stage_key(here, table, parks)} {crowd} {unnamed}
                <p>
                    {here.words.home().ladder_note} " " {clause_link_as(here, "plan/2/3/3", region.to_owned())} "\u{a0}· "
                    {clause_link_as(here, "ndrc-910/3.4", national.to_owned())}
                </p>
            </div>
            {twin(here, opened)}
        </section>
    }
    .into_any()
}

/// The same as a table, drawn when it is opened.
fn twin(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.ladder_page();
    let open = RwSignal::new(false);
    let opened = Arc::clone(opened);
    let table = move || {
        open.get().then(|| {
            let (opened, table) = (Arc::clone(&opened), opened.edition.stages());
            let steps = by_step(table, &opened.edition.parks);
            let parks: Arc<[_]> = steps.into_iter().flat_map(|(_, parks)| parks).cloned().collect();
            let n = parks.len();
            let row = move |at: usize| {
                let park = &parks[at];
                let since = park.since.map(|day| view! { <time>{day.to_string()}</time> });
                Row::new(vec![
                    park_link(here, park),
                    stage_marks(here, opened.edition.stages(), park),
                    since.into_any(),
                ])
            };
            long_sheet(here, (words.table_caption)(n), "ladder-twin", &words.heads, n, row)
        })
    };
    let toggled = move |ev: ev::Event| open.set(folds::is_open(&ev) == Some(true));
    view! {
        <details class="twin" on:toggle=toggled>
            <summary>{words.as_table}</summary>
            {table}
        </details>
    }
    .into_any()
}
