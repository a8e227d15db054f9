//! One park: official status beside computed status, its course, what is next, indicators, tasks, acts.

use std::sync::Arc;

use assessment::in_force::RuleError;
use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, League, OriginalText, Park, ParkSummary, Rulebook, Scope};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Handle, Opened, Store};
use crate::pages::not_found::not_in_edition;
use crate::parts::cite::page_citation;
use crate::parts::heading::heading;
use crate::parts::indicator::industry_names;
use crate::parts::ladder::small_ladder;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::original::note;
use crate::view_context::ViewContext;
use status::status_pair;

mod acts;
mod composition;
mod corrections;
mod emission_breakdown;
mod indicators;
mod next;
mod rank;
mod side;
mod status;
mod tasks;
mod trajectory;
mod work;

/// The page of the park with this id.
pub fn park(here: ViewContext, id: String) -> AnyView {
    shown_page(Store::of().opened(), here.words.park().park, move |opened| opened_park(here, opened, &id))
}

/// What every part of the page stands on. Each part loads what it needs besides, and fails alone.
#[derive(Clone)]
struct Parts {
    opened: Arc<Opened>,
    summary: ParkSummary,
    park: Handle<Known<Park>>,
    rulebook: Handle<Known<Rulebook>>,
    documents: Handle<Known<Vec<Document>>>,
}

impl Parts {
    fn edition(&self) -> &Known<Edition> {
        &self.opened.edition
    }

    /// The documents as far as they are here; sources are named by their own words until then.
    fn documents(&self) -> Arc<Known<Vec<Document>>> {
        self.documents.ready().unwrap_or_default()
    }
}

fn opened_park(here: ViewContext, opened: Arc<Opened>, id: &str) -> AnyView {
    let Some(summary) = opened.edition.parks.iter().find(|park| park.id == *id).cloned() else {
        return not_in_edition(here, &opened, &Page::Park(id.to_owned()));
    };
    let store = Store::of();
    let parts = Parts {
        park: store.file_at(&opened, &summary.file),
        rulebook: store.file_at(&opened, &opened.edition.rulebook),
        documents: store.file_at(&opened, &opened.edition.documents),
        summary,
        opened,
    };
    let league = parts.edition().leagues.iter().find(|league| league.id == parts.summary.league);
    view! {
        <article class="page park" data-park=id.to_owned()>
            {crumbs(here, league, &parts)}
            {heading(here, &here.text(&parts.summary.name))}
            {status_pair(here, &parts)}
            {small_ladder(here, parts.edition().stages(), parts.summary.stage)}
            {body(here, &parts)}
        </article>
    }
    .into_any()
}

fn crumbs(here: ViewContext, league: Option<&League>, parts: &Parts) -> AnyView {
    let league = league.map(|league| {
        view! { <a href=here.href(Page::League(league.id.clone()))>{here.text(&league.name)}</a> }
    });
    let profile = {
        let (park, opened) = (parts.park.clone(), Arc::clone(&parts.opened));
        move || {
            park.ready().map(|park| {
                let scope = park.scope.map(|scope| match scope {
                    Scope::Whole => here.words.park().whole,
                    Scope::Part => here.words.park().part,
                });
                let named = || industry_names(here, &park.industries, &opened.edition.industries);
                let industries = match &park.industries_as_published {
                    Some(published) => Some(here.text(published)),
                    None => (!park.industries.is_empty()).then(named),
                };
                let formerly = park
                    .other_names
                    .iter()
                    .filter_map(|other| Some((here.words.park_history().formerly)(&other.zh, other.until?)));
                let said = [scope.map(str::to_owned), industries].into_iter().flatten().chain(formerly);
                said.map(|said| format!(" · {said}")).collect::<String>()
            })
        }
    };
    view! { <p class="crumbs">{league} {profile}</p> }.into_any()
}

/// Draws a part of the page from the park and the rules.
type Draw = dyn Fn(&Parts, &Known<Rulebook>, &Known<Park>) -> AnyView + Send + Sync;

/// What needs the park and the rules: drawn when both are here, failing by itself when one is not.
fn ruled(
    parts: &Parts,
    draw: impl Fn(&Parts, &Known<Rulebook>, &Known<Park>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw: Arc<Draw> = Arc::new(draw);
    let parts = parts.clone();
    shown(parts.rulebook.clone(), move |book| {
        let (parts, draw) = (parts.clone(), Arc::clone(&draw));
        shown(parts.park.clone(), move |park| draw(&parts, &book, &park))
    })
}

/// What needs the park alone.
fn of_park(parts: &Parts, draw: impl Fn(&Parts, &Known<Park>) -> AnyView + Send + Sync + 'static) -> AnyView {
    let parts = parts.clone();
    shown(parts.park.clone(), move |park| draw(&parts, &park))
}

/// Why nothing is judged: no rules in force, or two sets that are at once.
fn no_rule(here: ViewContext, error: &RuleError) -> String {
    match error {
        RuleError::NotInForce { .. } => here.words.park().not_in_force.to_owned(),
        RuleError::Ambiguous { first, second, on, .. } => {
            (here.words.load.rules_contradict)(first, second, *on)
        }
    }
}

fn body(here: ViewContext, parts: &Parts) -> AnyView {
    view! {
        {failure_notice(parts.documents.clone())}
        {of_park(parts, move |_, park| note(here, Some(&park.name), texts(park)).into_any())}
        <div class="columns columns-main park-now">
            <div>{ruled(parts, move |parts, book, park| trajectory::trajectory(here, parts, book, park))}</div>
            <div>{ruled(parts, move |parts, book, park| next::next(here, parts, book, park))}</div>
        </div>
        <div class="columns columns-main">
            <div>
                {ruled(parts, move |parts, book, park| indicators::indicators(here, parts, book, park))}
                {of_park(parts, move |parts, park| side::reports(here, park, &parts.documents()))}
            </div>
            <div>
                {rank::rank(here, parts)}
                {of_park(parts, move |parts, park| beside(here, park, parts))}
                {ruled(parts, move |parts, book, park| corrections::corrections(here, parts, book, park))}
                <section aria-labelledby="cite">
                    <h2 id="cite">{here.words.park().cite}</h2>
                    {page_citation(here, &parts.opened, Page::Park(parts.summary.id.clone()), &here.text(&parts.summary.name))}
                </section>
            </div>
        </div>
        {ruled(parts, move |parts, book, park| {
            composition::composition(here, park, book, parts.edition(), &parts.documents())
        })}
    }
    .into_any()
}

/// Every text of a park that may stand in Chinese alone.
fn texts(park: &Park) -> impl Iterator<Item = &OriginalText> {
    let statements = park.statements.iter().flat_map(|said| {
        [&said.text, &said.caveat].into_iter().chain(said.targets.iter().map(|target| &target.text))
    });
    let acts = park.events.iter().flat_map(|event| std::iter::once(&event.text).chain(&event.cause));
    statements.chain(acts).chain(park.work.iter().map(|report| &report.title))
}

fn beside(here: ViewContext, park: &Known<Park>, parts: &Parts) -> AnyView {
    view! {
        {tasks::tasks(here, park, parts)}
        {acts::acts(here, park, parts)}
        {work::work(here, park)}
        {side::period(here, park, parts)}
        {side::place(here, park)}
    }
    .into_any()
}
