//! The frame around every page: header, page, footer, and what moves focus between them.

mod footer;
pub mod header;
mod moment;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;

use crate::address::Address;
use crate::browser::focus;
use crate::load::Store;
use crate::moment::Moment;
use crate::pages;
use crate::parts::basis;
use crate::parts::heading::Moves;
use crate::query::Query;
use crate::theme::Chosen;
use crate::view_context::ViewContext;

/// The whole portal below a root.
pub fn portal(root: &'static str) -> impl IntoView {
    let data: &'static str = Box::leak(format!("{root}data/").into_boxed_str());
    provide_context(Store::open(data));
    provide_context(pages::Chunks::default());
    provide_context(Moves::new());
    provide_context(basis::Asked::new());
    provide_context(Chosen::remembered());
    let base = root.trim_end_matches('/');
    // One route: which page an address means is read by `Address`, in one place for links and routes.
    view! {
        <Router base=base>
            <FlatRoutes fallback=move || frame(root)>
                <Route path=WildcardSegment("page") view=move || frame(root) />
            </FlatRoutes>
        </Router>
    }
}

fn frame(root: &'static str) -> AnyView {
    let location = use_location();
    let address = Memo::new(move |_| location.pathname.with(|path| Address::parse(path, root)));
    let lang = Memo::new(move |_| address.with(|address| address.lang));
    let moment = Memo::new(move |_| location.search.with(|search| Moment::of(&Query::from_query(search))));
    let moves = Moves::of();
    (move || {
        let here = ViewContext::new(lang.get(), root).at(moment.get());
        provide_context(here);
        if let Some(html) = document().document_element() {
            // Setting an attribute of valid name cannot fail.
            let _done = html.set_attribute("lang", here.lang.tag());
        }
        let page = move || {
            moves.left_for(&address.get());
            pages::page(here, address.get().page)
        };
        view! {
            <a class="skip" href="#main" on:click=skip_to_main>
                {here.words.shell.skip}
            </a>
            {header::header(here, address)}
            <main id="main" tabindex="-1">
                {page}
            </main>
            {footer::footer(here, address)}
            {basis::dialog(here)}
            <p class="vh" aria-live="polite" data-announce>
                {move || moves.announced()}
            </p>
        }
        .into_any()
    })
    .into_any()
}

/// The skip link: focus without a change of address.
fn skip_to_main(ev: MouseEvent) {
    ev.prevent_default();
    ev.stop_propagation();
    focus::with_scrolling("main");
}
