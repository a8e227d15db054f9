//! Versions: everything that was published and can still be opened, by the day, with what each changed.

use std::sync::Arc;

use assessment::Date;
use disclosure::as_of::Known;
use disclosure::model::{FileRef, Version};
use leptos::prelude::*;

use super::ladder::common::cited;
use crate::address::Page;
use crate::load::{Opened, Store};
use crate::moment::Moment;
use crate::parts::heading::heading;
use crate::parts::loading::{shown, shown_page};
use crate::parts::sheet::{Row, sheet};
use crate::query::Query;
use crate::view_context::ViewContext;

/// The page.
pub fn versions(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.versions, move |opened| opened_versions(here, &opened))
}

fn opened_versions(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.versions();
    let body = match &opened.catalogue.versions {
        None => view! { <p class="lead">{words.no_archive}</p> }.into_any(),
        Some(file) => {
            // An edition is published after the last day of its facts: who looks at that day looks at all that was.
            let last = Date::year_end(9999).filter(|_| !opened.is_past());
            let versions = Store::of().file_on::<Vec<Version>>(file, last.unwrap_or(opened.day()));
            let opened = Arc::clone(opened);
            shown(versions, move |versions| all(here, &opened, &versions))
        }
    };
    view! {
        <div class="page">
            {heading(here, here.words.pages.versions)}
            {body}
            {cited(here, opened, Page::Versions, here.words.pages.versions)}
        </div>
    }
    .into_any()
}

fn all(here: ViewContext, opened: &Opened, versions: &Known<Vec<Version>>) -> AnyView {
    let words = here.words.versions();
    let own: Vec<&Version> =
        versions.iter().filter(|version| version.edition.id == opened.edition.id).collect();
    if own.is_empty() {
        return view! { <p class="lead">{words.none}</p> }.into_any();
    }
    let count = own.len();
    let rows = own.into_iter().map(|version| row(here, opened, version)).collect();
    view! {
        <p class="lead">{(words.lead)(count)}</p>
        {sheet(words.caption.to_owned(), "versions", &words.heads, rows)}
    }
    .into_any()
}

fn row(here: ViewContext, opened: &Opened, version: &Version) -> Row {
    let words = here.words.versions();
    let index = &version.edition.index;
    let query =
        Query { edition: version.edition.id.clone(), version: index.sha256.clone(), ..Query::default() };
    let href = here.at(Moment::of(&query)).href(Page::Home);
    let shown = *index == opened.listed.index;
    let changes = version.changes.iter().map(|said| view! { <li>{here.text(said)}</li> });
    let changes = if version.changes.is_empty() {
        view! { <span class="quiet">{words.first}</span> }.into_any()
    } else {
        view! { <ul>{changes.collect_view()}</ul> }.into_any()
    };
    Row {
        cells: vec![
            view! {
                <time datetime=version.published.to_string()>{version.published.to_string()}</time>
                <br />
                <code>{version.edition.version().to_owned()}</code>
            }
            .into_any(),
            version.as_of.to_string().into_any(),
            changes,
            view! {
                <a href=href>{words.open}</a>
                {shown.then(|| view! { " " <span class="quiet">{words.shown}</span> })}
                <br />
                <a href=file_address(here, index) download="">{words.index}</a>
            }
            .into_any(),
        ],
        id: Some(version.edition.version().to_owned()),
    }
}

/// Where a published file lies.
fn file_address(here: ViewContext, file: &FileRef) -> String {
    format!("{}data/{}", here.root, file.path)
}
