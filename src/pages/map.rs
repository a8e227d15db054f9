//! The map page: the leagues as outlines, tiles or a table, as the address says.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::heading::heading;
use crate::parts::ladder::stage_key;
use crate::parts::loading::{no_such_choice, shown, shown_page};
use crate::parts::map::{Extent, league_view, leagues_with_parks, ramp_key, table};
use crate::parts::stage_counts::small;
use crate::query::{MapView, Query};
use crate::view_context::ViewContext;

/// The page.
pub fn map(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.map, move |opened| opened_map(here, opened))
}

/// The view that an address asks for, or what it asks for in place of one.
fn view_of(query: Query) -> Result<MapView, String> {
    let query = query.among(|query| &mut query.view, &["map", "tiles", "table"])?;
    Ok(MapView::of(&query.view))
}

fn opened_map(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.map();
    let search = use_location().search;
    let asked = Memo::new(move |_| search.with(|search| view_of(Query::from_query(search))));
    // Nothing is drawn where the address asks for no view that there is.
    let view = move || asked.with(|asked| asked.as_ref().ok().copied());
    let is_drawn = move || view().is_some_and(|view| view != MapView::Table);
    let tabs = MapView::ALL.map(|tab| {
        let href = here.href_with(Page::Map, Query { view: tab.key().to_owned(), ..Query::default() });
        view! {
            <li>
                <a href=href data-noscroll="" aria-current=move || asked.with(|asked| *asked == Ok(tab)).then_some("true")>
                    {words.views[tab as usize]}
                </a>
            </li>
        }
    });
    let edition = Arc::clone(&opened);
    let map = Store::of().map(&opened);
    let drawing = move || {
        let edition = Arc::clone(&edition);
        let view = match asked.get() {
            Ok(view) => view,
            Err(asked) => return no_such_choice(here, &asked, Page::Map, here.words.pages.map),
        };
        shown(map.clone(), move |map| {
            league_view(here, view, Extent::Page, &leagues_with_parks(&edition.edition), &map)
        })
    };
    // The table speaks for itself.
    let key = {
        let opened = Arc::clone(&opened);
        move || {
            is_drawn().then(|| {
                view! {
                    <div class="figure-foot">
                        {ramp_key(here)} {stage_key(here, opened.edition.stages(), &opened.edition.parks)}
                        <p class="sketch-note">{words.sketch} " " {here.words.over_time().spread}</p>
                    </div>
                }
            })
        }
    };
    // The outlines have their table twin below them; the table itself needs none.
    let twin = {
        let opened = Arc::clone(&opened);
        move || {
            is_drawn().then(|| {
                view! {
                    <h2>{words.table_twin}</h2>
                    {table(here, &leagues_with_parks(&opened.edition))}
                }
            })
        }
    };
    view! {
        <div class="page map-page-body">
            {heading(here, here.words.pages.map)}
            <p class="lead">{words.lead}</p>
            <nav class="tabs" aria-label=words.views_label>
                <ul>{tabs.collect_view()}</ul>
            </nav>
            <section class="figure" class:map-figure=move || view() == Some(MapView::Map) aria-label=words.label>
                {drawing}
                {key}
            </section>
            {twin}
            {small(here, &opened.edition, &opened.edition.parks, here.words.over_time().title, &opened.edition.milestones)}
        </div>
    }
    .into_any()
}
