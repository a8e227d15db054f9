//! Pages that come when they are asked for.
//!
//! The first view shall be quick on a phone, so the WebAssembly is shipped in parts: the frame first, then
//! the chunk of the page that is asked for. Few chunks, because what some of them share becomes a chunk
//! of its own.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::not_found::not_found;
use crate::address::Page;
use crate::browser::document;
use crate::chunk::{chunk, fault};
use crate::load::{Fault, Loaded};
use crate::parts::loading::{failed_page, loading};
use crate::view_context::ViewContext;

/// Draws a page of a chunk.
type Draw = fn(ViewContext, Page) -> AnyView;

/// A group of pages that come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Chunk {
    /// Home alone: what others share with it is all that a first view waits for.
    Home,
    /// Map and leagues.
    Places,
    /// A park.
    Park,
    /// Self-assessment.
    Assess,
    /// The ladder, built parks, rectification, rankings, comparison.
    Standing,
    /// What is looked things up in: lists, corrections, work reports, progress, method, glossary, about.
    Reference,
}

chunk!(home, draw_home, Draw);
chunk!(places, draw_places, Draw);
chunk!(park, draw_park, Draw);
chunk!(standing, draw_standing, Draw);
chunk!(assess, draw_assess, Draw);
chunk!(reference, draw_reference, Draw);

fn draw_home(here: ViewContext, _: Page) -> AnyView {
    super::home::home(here)
}

fn draw_places(here: ViewContext, page: Page) -> AnyView {
    match page {
        Page::League(id) => super::league::league(here, id),
        _ => super::map::map(here),
    }
}

fn draw_park(here: ViewContext, page: Page) -> AnyView {
    if let Page::Park(id) = page { super::park::park(here, id) } else { not_found(here) }
}

fn draw_standing(here: ViewContext, page: Page) -> AnyView {
    match page {
        Page::Ladder => super::ladder::ladder(here),
        Page::Built => super::built::built(here),
        Page::Rectification => super::rectification::rectification(here),
        Page::Rankings => super::rankings::rankings(here),
        _ => super::compare::compare(here),
    }
}

fn draw_assess(here: ViewContext, _: Page) -> AnyView {
    super::assess::assess(here)
}

fn draw_reference(here: ViewContext, page: Page) -> AnyView {
    match page {
        Page::Lists => super::lists::lists(here),
        Page::List(id) => super::list::list(here, id),
        Page::Corrections => super::corrections::corrections(here),
        Page::Versions => super::versions::versions(here),
        Page::Work => super::work::work(here),
        Page::WorkReport(id) => super::work::report(here, id),
        Page::Progress => super::progress::progress(here),
        Page::Method => super::method::method(here),
        Page::Quotas => super::method::quotas::quotas(here),
        Page::Glossary => super::glossary::glossary(here),
        _ => super::about::about(here),
    }
}

impl Chunk {
    /// The chunk that a page is in; `None` for an address without a page.
    fn of(page: &Page) -> Option<Chunk> {
        match page {
            Page::NotFound(_) => None,
            Page::Home => Some(Chunk::Home),
            Page::Map | Page::League(_) => Some(Chunk::Places),
            Page::Park(_) => Some(Chunk::Park),
            Page::Assess => Some(Chunk::Assess),
            Page::Ladder | Page::Built | Page::Rectification | Page::Rankings | Page::Compare => {
                Some(Chunk::Standing)
            }
            Page::Lists
            | Page::List(_)
            | Page::Corrections
            | Page::Versions
            | Page::Work
            | Page::WorkReport(_)
            | Page::Progress
            | Page::Method
            | Page::Quotas
            | Page::Glossary
            | Page::About => Some(Chunk::Reference),
        }
    }

    /// Its name in the build, which is that of the function that brings it.
    fn name(self) -> &'static str {
        match self {
            Chunk::Home => "home",
            Chunk::Places => "places",
            Chunk::Park => "park",
            Chunk::Standing => "standing",
            Chunk::Assess => "assess",
            Chunk::Reference => "reference",
        }
    }

    async fn fetch(self) -> Result<Draw, Fault> {
        match self {
            Chunk::Home => home().await,
            Chunk::Places => places().await,
            Chunk::Park => park().await,
            Chunk::Standing => standing().await,
            Chunk::Assess => assess().await,
            Chunk::Reference => reference().await,
        }
        .map_err(fault)
    }
}

/// The name of the group of pages that a page comes with, where it is one.
pub fn group(page: &Page) -> Option<&'static str> {
    Chunk::of(page).map(Chunk::name)
}

/// The chunks that were asked for since the portal was opened.
#[derive(Clone, Copy)]
pub struct Chunks(StoredValue<HashMap<Chunk, ArcRwSignal<Loaded<Draw>>>>);

impl Default for Chunks {
    /// None yet.
    fn default() -> Chunks {
        Chunks(StoredValue::new(HashMap::new()))
    }
}

impl Chunks {
    fn state(self, here: ViewContext, chunk: Chunk) -> ArcRwSignal<Loaded<Draw>> {
        if let Some(state) = self.0.with_value(|states| states.get(&chunk).cloned()) {
            return state;
        }
        let state = ArcRwSignal::new(Loaded::Loading);
        self.0.update_value(|states| {
            states.insert(chunk, state.clone());
        });
        fetch(here, chunk, state.clone());
        state
    }
}

fn fetch(here: ViewContext, chunk: Chunk, state: ArcRwSignal<Loaded<Draw>>) {
    here.host.spawn(Box::pin(async move {
        state.set(match chunk.fetch().await {
            Ok(draw) => Loaded::Ready(Arc::new(draw)),
            Err(fault) => Loaded::Failed(fault),
        });
    }));
}

/// The view of a page, or the state that its chunk is in.
pub fn page(here: ViewContext, page: Page) -> AnyView {
    let Some(chunk) = Chunk::of(&page) else { return not_found(here) };
    let state = expect_context::<Chunks>().state(here, chunk);
    if page != Page::Home {
        Effect::new(|| document::bring_style("pages"));
    }
    (move || match state.get() {
        Loaded::Ready(draw) => draw(here, page.clone()),
        Loaded::Loading => loading(here),
        Loaded::Failed(fault) => {
            let state = state.clone();
            let retry = move || {
                state.set(Loaded::Loading);
                fetch(here, chunk, state.clone());
            };
            failed_page(here, here.words.portal, fault, Box::new(retry))
        }
    })
    .into_any()
}
