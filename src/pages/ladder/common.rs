//! What the three pages of the ladder share: the way between them, citation, long tables, links.

use disclosure::as_of::Known;
use disclosure::model::{Edition, Event, Park, ParkSummary};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Handle, Loaded, Opened};
use crate::parts::basis::clause_link;
use crate::parts::cite::page_citation;
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// Rows of a table before the rest is asked for.
pub const ROWS: usize = 40;

/// Links among the ladder, the built parks and the rectification.
pub fn ways(here: ViewContext, current: &Page) -> AnyView {
    let words = &here.words.pages;
    let pages = [
        (Page::Ladder, words.ladder),
        (Page::Built, words.built),
        (Page::Rectification, words.rectification),
    ];
    let ways = pages.map(|(page, name)| {
        let on = (page == *current).then_some("page");
        view! {
            <li>
                <a href=here.href(page) aria-current=on>
                    {name}
                </a>
            </li>
        }
    });
    view! {
        <nav class="tabs" aria-label=here.words.ladder_page().ways_label>
            <ul>{ways.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// How to cite a page as it stands at the reader's moment.
pub fn cited(here: ViewContext, opened: &Opened, page: Page, title: &str) -> AnyView {
    view! {
        <section class="take-along" aria-labelledby="cite">
            <h2 id="cite">{here.words.park().cite}</h2>
            {page_citation(here, opened, page, title)}
        </section>
    }
    .into_any()
}

/// A table that shows its first rows, and the rest when asked. Every row is drawn by `row`, which is called for
/// those alone that are shown.
pub fn long_sheet(
    here: ViewContext,
    caption: String,
    class: &'static str,
    heads: &'static [&'static str],
    rows: usize,
    row: impl Fn(usize) -> Row + Send + Sync + 'static,
) -> AnyView {
    let all = RwSignal::new(false);
    let table = move || {
        let shown = if all.get() { rows } else { rows.min(ROWS) };
        sheet(caption.clone(), class, heads, (0..shown).map(&row).collect())
    };
    let more = move || {
        (rows > ROWS && !all.get()).then(|| {
            view! {
                <p class="more">
                    <button type="button" class="button" on:click=move |_| all.set(true)>
                        {(here.words.ladder_page().show_all)(rows)}
                    </button>
                </p>
            }
        })
    };
    view! { {table} {more} }.into_any()
}

/// The link to a park, by its short name.
pub fn park_link(here: ViewContext, park: &ParkSummary) -> AnyView {
    view! { <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.short)}</a> }.into_any()
}

/// A cell beside the one that tells how loading stands: quiet until the value is here.
pub fn beside<T: Send + Sync + 'static>(
    handle: Handle<T>,
    cell: impl Fn(&T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    crate::parts::loading::live(Box::new(move || match handle.get() {
        Loaded::Ready(value) => cell(&value),
        Loaded::Loading | Loaded::Failed(_) => view! { <span class="quiet">"–"</span> }.into_any(),
    }))
}

/// An act of a park's file on a day.
pub fn act_on(
    park: &Known<Park>,
    dated: assessment::Date,
    stage: assessment::ladder::Stage,
) -> Option<&Event> {
    park.events.iter().find(|event| event.dated == dated && event.stage == stage)
}

/// The list that names the park in an act, and the clause that provides for the act.
pub fn act_links(here: ViewContext, act: &Event, edition: &Known<Edition>) -> AnyView {
    let list = act.list.as_ref().and_then(|id| edition.lists.iter().find(|list| list.id == *id));
    let list = list.map(|list| {
        view! { <a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a> " " }
    });
    let clause = act.clause.as_deref().map(|clause| clause_link(here, clause));
    view! { {list} {clause} }.into_any()
}
