//! The assessments that are kept in this browser.

use leptos::prelude::*;

use crate::assess::Session;
use crate::assess::kept::Listed;
use crate::browser::clock;
use crate::browser::download::{JSON, save};
use crate::view_context::ViewContext;

/// The list. The open one is renamed by its name's field.
pub fn list(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().desk;
    // The one whose deletion was asked for and not yet confirmed.
    let doomed = RwSignal::new(None::<String>);
    let shown = move || {
        let listed = session.listed();
        if listed.is_empty() {
            return view! { <p class="quiet">{words.none_kept}</p> }.into_any();
        }
        let items = listed.into_iter().map(|listed| item(here, session, doomed, listed));
        view! { <ul class="kept-list">{items.collect_view()}</ul> }.into_any()
    };
    view! { <div class="fold-body">{shown}</div> }.into_any()
}

fn item(here: ViewContext, session: Session, doomed: RwSignal<Option<String>>, listed: Listed) -> AnyView {
    let words = &here.words.assess_form().desk;
    let Listed { id, name, year, written, unreadable } = listed;
    let name = if name.trim().is_empty() { words.nameless.to_owned() } else { name };
    let (asked, open_id) = (id.clone(), id.clone());
    let confirm = {
        let (id, name) = (id.clone(), name.clone());
        move || {
            (doomed.get().as_ref() == Some(&id))
                .then(|| confirmation(here, session, doomed, id.clone(), &name))
        }
    };
    let about = match &unreadable {
        Some(_) => view! { <span class="kept-when">{words.other_format}</span> }.into_any(),
        None => {
            let is_open =
                move || session.is_open(&open_id).then(|| view! { <span class="tag">{words.is_open}</span> });
            view! {
                <span class="kept-when">{year} " · " {words.written} " " {clock::to_the_minute(written)}</span>
                {is_open}
            }
            .into_any()
        }
    };
    let ways = match unreadable {
        Some(text) => {
            let file = format!("assessment-{id}.json");
            view! {
                <button type="button" class="button" on:click=move |_| {
                        // A browser that refuses still shows the text on the page.
                        let _refused = save(&file, JSON, &text);
                    }>
                    {words.download}
                </button>
            }
            .into_any()
        }
        None => ways(here, session, id, &name),
    };
    view! {
        <li>
            <p class="kept-name">
                <bdi>{name.clone()}</bdi>
                {about}
            </p>
            <p class="kept-ways">
                {ways}
                <button
                    type="button"
                    class="button"
                    aria-label=(words.delete)(&name)
                    on:click=move |_| doomed.set(Some(asked.clone()))
                >
                    {words.ways[2]}
                </button>
            </p>
            {confirm}
        </li>
    }
    .into_any()
}

fn ways(here: ViewContext, session: Session, id: String, name: &str) -> AnyView {
    let words = &here.words.assess_form().desk;
    let copied = id.clone();
    let copy = move |_| {
        session.duplicate(copied.clone(), move |name| {
            let name = if name.trim().is_empty() { words.nameless } else { name };
            (words.copy_of)(name)
        });
    };
    view! {
        <button
            type="button"
            class="button"
            aria-label=(words.open)(name)
            on:click=move |_| session.open_kept(id.clone())
        >
            {words.ways[0]}
        </button>
        <button type="button" class="button" aria-label=(words.duplicate)(name) on:click=copy>
            {words.ways[1]}
        </button>
    }
    .into_any()
}

fn confirmation(
    here: ViewContext,
    session: Session,
    doomed: RwSignal<Option<String>>,
    id: String,
    name: &str,
) -> AnyView {
    let words = &here.words.assess_form().desk;
    let delete = move |_| {
        doomed.set(None);
        session.delete(id.clone());
    };
    view! {
        <div class="confirm" role="alert">
            <p>{(words.delete_sure)(name)}</p>
            <button type="button" class="button" on:click=delete>
                {words.delete_yes}
            </button>
            " "
            <button type="button" class="button" on:click=move |_| doomed.set(None)>
                {words.delete_no}
            </button>
        </div>
    }
    .into_any()
}
