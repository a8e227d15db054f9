//! One league: its parks, how many it may recommend, what it has to do.

use std::sync::Arc;

use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, ParkSummary, Plan};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::pages::not_found::not_found;
use crate::parts::basis::clause_link;
use crate::parts::heading::heading;
use crate::parts::ladder::{ladder, stage_key};
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::map::ramp_key;
use crate::parts::map::{Extent, leagues_with_parks, outlines};
use crate::parts::source::source_line;
use crate::parts::stage::stage_marks;
use crate::parts::stage_counts::small;
use crate::view_context::ViewContext;

/// The page of the league with this id.
pub fn league(here: ViewContext, id: String) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.map, move |opened| opened_league(here, opened, &id))
}

fn opened_league(here: ViewContext, opened: Arc<Opened>, id: &str) -> AnyView {
    let Some(league) = opened.edition.leagues.iter().find(|league| league.id == *id) else {
        return not_found(here);
    };
    let words = here.words.league();
    let parks: Vec<ParkSummary> =
        opened.edition.parks.iter().filter(|park| park.league == *id).cloned().collect();
    let grid = match league.grid {
        disclosure::model::Grid::West => here.words.map().grid_west,
        disclosure::model::Grid::East => here.words.map().grid_east,
    };
    let others = opened.edition.leagues.iter().filter(|other| other.id != *id).map(|other| {
        view! { <li><a href=here.href(Page::League(other.id.clone()))>{here.text(&other.short)}</a></li> }
    });
    let store = Store::of();
    let plan = store.file_at::<Plan>(&opened, &opened.edition.plan);
    let documents = store.file_at::<Vec<Document>>(&opened, &opened.edition.documents);
    let map = store.map(&opened);
    let (edition, current) = (Arc::clone(&opened), league.id.clone());
    view! {
        <article class="page league-page">
            <p class="crumbs"><a href=here.href(Page::Map)>{here.words.pages.map}</a> " · " {grid}</p>
            {heading(here, &here.text(&league.name))}
            <p class="lead">{(words.count)(parks.len())}</p>
            {failure_notice(documents.clone())}
            <section class="figure" aria-label=here.words.ladder.label>
                {ladder(here, &opened.edition, &parks)}
                <div class="figure-foot">{stage_key(here, opened.edition.stages(), &parks)}</div>
            </section>
            <div class="columns">
                <section aria-labelledby="parks">
                    <h2 id="parks">{words.parks}</h2>
                    {park_list(here, &opened.edition, &parks)}
                    {small(here, &opened.edition, &parks, here.words.over_time().here_title, &[])}
                    {shown(plan, move |plan| duties(here, &plan, documents.ready()))}
                </section>
                <section aria-labelledby="elsewhere" class="no-print">
                    <h2 id="elsewhere">{words.elsewhere}</h2>
                    {shown(map, move |map| outlines(here, Extent::Side, &leagues_with_parks(&edition.edition), &map, Some(&current)))}
                    <div class="figure-foot">{ramp_key(here)} <p class="sketch-note">{here.words.map().sketch}</p></div>
                    <ul class="inline-list">{others.collect_view()}</ul>
                </section>
            </div>
        </article>
    }
    .into_any()
}

/// What is said where no park of the league is known; that a list is awaited, while none of the region is known.
fn no_parks(here: ViewContext, edition: &Edition) -> String {
    let words = here.words.league();
    let listed = edition.lists.iter().any(|list| list.level == Level::Region);
    here.sentences([words.no_parks, if listed { "" } else { words.no_list_yet }])
}

fn park_list(here: ViewContext, edition: &Edition, parks: &[ParkSummary]) -> AnyView {
    if parks.is_empty() {
        return view! { <p class="empty">{no_parks(here, edition)}</p> }.into_any();
    }
    let (words, table) = (here.words.league(), edition.stages());
    let rows = parks.iter().map(|park| {
        let period = park.construction.map(|[from, to]| format!("{from}–{to}"));
        let since = park.since.map(|day| day.to_string());
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.name)}</a>
                </th>
                <td role="cell">{stage_marks(here, table, park)}</td>
                <td role="cell" class="number" data-label=here.words.over_time().since>{since}</td>
                <td role="cell" class="number" data-label=words.period>{period}</td>
            </tr>
        }
    });
    view! {
        <table class="stack" role="table">
            <caption class="vh">{words.parks}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{words.park}</th>
                    <th scope="col" role="columnheader">{words.stage}</th>
                    <th scope="col" role="columnheader" class="number">{here.words.over_time().since}</th>
                    <th scope="col" role="columnheader" class="number">{words.period}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn duties(here: ViewContext, plan: &Known<Plan>, documents: Option<Arc<Known<Vec<Document>>>>) -> AnyView {
    let words = here.words.league();
    let documents = documents.as_deref().map_or(&[][..], |documents| documents.as_slice());
    let none = plan.quotas.is_empty().then(|| view! { <p class="empty">{here.words.map().none}</p> });
    let quotas = plan.quotas.iter().map(|quota| {
        let level = match quota.level {
            Level::National => words.national,
            Level::Region => words.region,
        };
        view! {
            <div>
                <dt>{level}</dt>
                <dd>
                    <span class="quota">{(words.at_most)(quota.at_most)}</span>
                    {source_line(here, &quota.source, documents)}
                </dd>
            </div>
        }
    });
    let duties = plan
        .league_duties
        .iter()
        .map(|duty| view! { <li>{here.text(&duty.text)} " " {clause_link(here, &duty.clause)}</li> });
    view! {
        <h2>{words.quota}</h2>
        {none}
        <dl class="recommendation-quotas">{quotas.collect_view()}</dl>
        <h2>{words.duties}</h2>
        <ol class="duties">{duties.collect_view()}</ol>
    }
    .into_any()
}
