//! The official acts about a park, with their documents.

use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, EntryStatus, Event, ListedOtherwise, Park};
use leptos::prelude::*;

use super::Parts;
use crate::address::Page;
use crate::parts::basis::clause_link;
use crate::parts::correction::{act_text, entry_text, note_of};
use crate::parts::original::original;
use crate::parts::source::source_line;
use crate::parts::stage::stage_mark;
use crate::view_context::ViewContext;

/// The list that names the park and the clause that provides for the act.
pub fn act_links(here: ViewContext, act: &Event, edition: &Known<Edition>) -> AnyView {
    let list = act.list.as_ref().and_then(|id| edition.lists.iter().find(|list| list.id == *id));
    let list = list.map(|list| {
        view! { <a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a> " " }
    });
    let clause = act.clause.as_deref().map(|clause| clause_link(here, clause));
    view! { {list} {clause} }.into_any()
}

/// The acts, the last one first.
pub fn acts(here: ViewContext, park: &Known<Park>, parts: &Parts) -> AnyView {
    let words = here.words.park();
    let documents = parts.documents();
    // How a park is today was not known on an earlier day.
    let otherwise = if parts.opened.is_past() { &[][..] } else { &park.listed_otherwise };
    let acts = park.events.iter().rev().map(|event| {
        let corrected = note_of(here, &park.amended_acts, event, |act| act_text(here, act));
        act(here, event, otherwise, (parts.edition(), &documents), corrected)
    });
    let acts = if park.events.is_empty() {
        view! { <p class="empty">{words.no_acts}</p> }.into_any()
    } else {
        view! { <ol class="dated course-acts">{acts.collect_view()}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="acts">
            <h2 id="acts">{words.acts}</h2>
            {acts}
        </section>
    }
    .into_any()
}

fn act(
    here: ViewContext,
    act: &Event,
    otherwise: &[ListedOtherwise],
    (edition, documents): (&Known<Edition>, &[Document]),
    corrected: Option<AnyView>,
) -> AnyView {
    let words = here.words.park_history();
    let printed = otherwise.iter().filter(|each| act.list.as_ref() == Some(&each.list));
    let printed = printed.map(|each| {
        view! { <p class="act-printed quiet small">{(words.as_listed)(&entry_text(here, &each.entry))}</p> }
    });
    let cause = act.cause.as_ref().map(|cause| {
        view! { <p class="act-cause">{(words.cause)(&here.text(cause))}</p> }
    });
    let stage = if act.removed {
        view! { <span class="tag">{(here.words.lists().status)(EntryStatus::Removed)}</span> }.into_any()
    } else {
        stage_mark(here, edition.stages(), Some(act.stage)).into_any()
    };
    let due = act.due.map(|due| view! { <p class="act-due">{(words.due)(due)}</p> });
    view! {
        <li>
            <time datetime=act.dated.to_string()>{act.dated.to_string()}</time>
            <div>
                <p>{stage}</p>
                <p>{original(here, &act.text)} " " {act_links(here, act, edition)}</p>
                {printed.collect_view()}
                {cause}
                {due}
                {corrected}
                <p class="under">{source_line(here, &act.source, documents)}</p>
            </div>
        </li>
    }
    .into_any()
}
