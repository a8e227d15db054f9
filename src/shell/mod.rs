//! The frame around every page: header, page, footer, and what moves focus between them.

mod footer;
pub mod header;
mod moment;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;

use crate::address::{Address, Page};
use crate::browser::guard::Disturbed;
use crate::browser::{document, focus};
use crate::host::Host;
use crate::load::Store;
use crate::moment::Moment;
use crate::pages;
use crate::parts::basis;
use crate::parts::heading::Moves;
use crate::query::Query;
use crate::theme::Chosen;
use crate::view_context::ViewContext;

/// Where the portal is drawn.
#[derive(Clone, Copy)]
pub struct Place {
    /// Where its root lies, as the address bar has it, ending in `/`.
    pub root: &'static str,
    /// What links to its own pages and files begin with.
    pub links: &'static str,
    /// Who draws.
    pub host: &'static dyn Host,
    /// What stands between header and footer.
    pub draw: fn(ViewContext, Page) -> AnyView,
}

/// The whole portal, with what was brought of its data.
pub fn portal(place: Place, store: Store) -> impl IntoView {
    provide_context(store);
    provide_context(pages::Chunks::default());
    provide_context(Moves::new());
    provide_context(basis::Asked::new());
    provide_context(Chosen::remembered(place.host));
    let base = place.root.trim_end_matches('/');
    // One route: which page an address means is read by `Address`, in one place for links and routes.
    view! {
        <Router base=base>
            <FlatRoutes fallback=move || frame(place)>
                <Route path=WildcardSegment("page") view=move || frame(place) />
            </FlatRoutes>
        </Router>
    }
}

fn frame(place: Place) -> AnyView {
    let location = use_location();
    let address = Memo::new(move |_| location.pathname.with(|path| Address::parse(path, place.root)));
    let lang = Memo::new(move |_| address.with(|address| address.lang));
    let moment = Memo::new(move |_| location.search.with(|search| Moment::of(&Query::from_query(search))));
    let moves = Moves::of();
    (move || {
        let here = ViewContext::new(lang.get(), place.links).on(place.host).at(moment.get());
        provide_context(here);
        Effect::new(move || document::set_language(here.lang.tag()));
        let page = move || {
            moves.left_for(&address.get());
            (place.draw)(here, address.get().page)
        };
        view! {
            <a class="skip" href="#main" on:click=skip_to_main>
                {here.words.shell.skip}
            </a>
            {header::header(here, address)}
            {disturbed(here)}
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

/// Says that foreign hands change the page again and again; nobody's are on paper.
fn disturbed(here: ViewContext) -> AnyView {
    let disturbed = use_context::<Disturbed>();
    let notice = move || {
        let is_disturbed = disturbed.is_some_and(Disturbed::get);
        is_disturbed.then(
            || view! { <p class="notice" role="status" data-disturbed="">{here.words.shell.disturbed}</p> },
        )
    };
    notice.into_any()
}

/// The skip link: focus without a change of address.
fn skip_to_main(ev: MouseEvent) {
    ev.prevent_default();
    ev.stop_propagation();
    focus::with_scrolling("main");
}
