//! The states of a resource, each with one sentence.

use std::sync::Arc;

use leptos::prelude::*;

use super::heading::{heading, reach_anchor};
use crate::address::Page;
use crate::browser::window;
use crate::load::{Fault, Handle, Loaded};
use crate::moment::Moment;
use crate::view_context::ViewContext;

/// Shows a resource: what `ready` makes of it, or the state that it is in.
pub fn shown<T: Send + Sync + 'static>(
    handle: Handle<T>,
    ready: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let here = ViewContext::of();
    live(Box::new(move || match handle.get() {
        Loaded::Ready(value) => {
            let view = ready(value);
            // What the address points at may have come with this file.
            reach_anchor();
            view
        }
        Loaded::Loading => loading(here),
        Loaded::Failed(fault) => {
            let handle = handle.clone();
            failed(here, fault, Box::new(move || handle.retry()))
        }
    }))
}

/// Shows the resource that a whole page stands on: while it is not there, the page has its heading and
/// the state below it.
pub fn shown_page<T: Send + Sync + 'static>(
    handle: Handle<T>,
    title: &'static str,
    ready: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let here = ViewContext::of();
    live(Box::new(move || match handle.get() {
        Loaded::Ready(value) => {
            let view = ready(value);
            reach_anchor();
            view
        }
        Loaded::Loading => loading(here),
        Loaded::Failed(fault) => {
            let handle = handle.clone();
            failed_page(here, title, fault, Box::new(move || handle.retry()))
        }
    }))
}

/// Tells when a resource that only completes what is shown, such as the names of sources, cannot be had.
pub fn failure_notice<T: Send + Sync + 'static>(handle: Handle<T>) -> AnyView {
    let here = ViewContext::of();
    live(Box::new(move || match handle.get() {
        Loaded::Ready(_) | Loaded::Loading => ().into_any(),
        Loaded::Failed(fault) => {
            let handle = handle.clone();
            failed(here, fault, Box::new(move || handle.retry()))
        }
    }))
}

/// A view that follows what it reads. The closure is boxed, so that the machinery of following is compiled
/// once and not once for each place.
pub fn live(draw: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || draw()).into_any()
}

/// Something on its way.
pub fn loading(here: ViewContext) -> AnyView {
    view! {
        <p class="state state-loading" data-state="loading" role="status">
            {here.words.load.loading}
        </p>
    }
    .into_any()
}

/// A page whose resource cannot be had.
pub fn failed_page(here: ViewContext, title: &'static str, fault: Fault, retry: Retry) -> AnyView {
    let words = &here.words.load;
    // The part that this page was built with may be gone for good: only a new page knows the new one.
    let state = match fault {
        Fault::Program => failed_with(here, fault, words.reload, Box::new(window::reload)),
        _ => failed(here, fault, retry),
    };
    view! { <div class="page">{heading(here, title)} {state}</div> }.into_any()
}

/// Tries again. Boxed, for what [`live`] says.
pub type Retry = Box<dyn Fn() + Send + Sync>;

/// Something that cannot be had: why, and a way to try again.
pub fn failed(here: ViewContext, fault: Fault, retry: Retry) -> AnyView {
    failed_with(here, fault, here.words.load.retry, retry)
}

fn failed_with(here: ViewContext, fault: Fault, way: &'static str, act: Retry) -> AnyView {
    let words = &here.words.load;
    let sentence = match &fault {
        Fault::Offline => words.offline.to_owned(),
        Fault::Missing => words.missing.to_owned(),
        Fault::Program => words.program.to_owned(),
        Fault::HashMismatch => words.hash_mismatch.to_owned(),
        Fault::Malformed => words.malformed.to_owned(),
        Fault::NewerFormat => words.newer_format.to_owned(),
        Fault::Unsound(problem) => (words.unsound)(problem),
        Fault::NoSuchState(asked) => return no_such_state(here, &fault, asked),
    };
    view! {
        <div class="state state-failed" data-state=fault.key() role="alert">
            <p>{sentence}</p>
            <button type="button" class="button" on:click=move |_| act()>
                {way}
            </button>
        </div>
    }
    .into_any()
}

/// What the address names was never published: nothing is shown in its place, and the way to what there is.
fn no_such_state(here: ViewContext, fault: &Fault, asked: &str) -> AnyView {
    let now = here.at(Moment::default());
    nothing_there(here, fault.key(), asked, now.href(Page::Home), here.words.shell.to_latest)
}

/// What the address chooses on a page is none of its choices: nothing is shown in its place, and the way to the page
/// without it, by the page's name.
pub fn no_such_choice(here: ViewContext, asked: &str, page: Page, name: &'static str) -> AnyView {
    nothing_there(here, "no-such-choice", asked, here.href(page), name)
}

fn nothing_there(
    here: ViewContext,
    state: &'static str,
    asked: &str,
    href: String,
    way: &'static str,
) -> AnyView {
    view! {
        <div class="state state-failed" data-state=state role="alert">
            <p>{(here.words.load.no_such_state)(asked)}</p>
            <p><a href=href>{way}</a></p>
        </div>
    }
    .into_any()
}
