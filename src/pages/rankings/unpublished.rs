//! A page that stands on rounds, while none is published.

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::Page;
use crate::load::Opened;
use crate::moment::Moment;
use crate::parts::heading::heading;
use crate::view_context::ViewContext;

/// Says that nothing is published, what will stand here, and where the page can be seen at work.
pub fn page(
    here: ViewContext,
    opened: &Arc<Opened>,
    title: &str,
    page: Page,
    said: [&'static str; 2],
) -> AnyView {
    let catalogue = &opened.catalogue;
    let others =
        catalogue.editions.iter().filter(|listed| listed.demonstration && listed.id != opened.edition.id);
    let links: Vec<_> = others
        .map(|listed| {
            let default = listed.id == catalogue.default_edition;
            let there = here.at(Moment::in_edition((!default).then_some(listed.id.as_str())));
            let words = (here.words.rankings().see_elsewhere)(&here.text(&listed.title));
            view! { <p><a href=there.href(page.clone())>{words}</a></p> }
        })
        .collect();
    let [nothing, later] = said;
    view! {
        <div class="page">
            {heading(here, title)}
            <p class="lead">{nothing}</p>
            <p>{later}</p>
            {links}
        </div>
    }
    .into_any()
}
