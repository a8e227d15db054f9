//! Charts for readers who explore: drawn by ECharts once they come into view, each with a table that says
//! the same. Until then, and where ECharts cannot be had, the table stands alone.
//!
//! A page makes a [`Drawing`] from the engine's figures; charming, which is in a chunk of its own, makes the
//! option of it; [`echarts`] hands that to ECharts, which is a script of its own.

pub mod drawing;
pub mod flow;
pub mod options;
mod radar;
pub mod trend;
mod view;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::echarts;
use crate::chunk::{chunk, fault};
use crate::load::{Fault, Loaded};
use crate::parts::loading::{failed, loading};
use crate::view_context::ViewContext;
use drawing::{Drawing, Room};

pub use radar::{RadarPark, radar};

/// Makes the option of a drawing as JSON.
pub type Make = fn(&Drawing, Room) -> String;

// charming, which no page needs before a chart comes into view.
chunk!(chart_options, options::option, Make);

/// A chart and what stands with it.
pub struct Figure {
    /// Its heading.
    pub title: String,
    /// What it shows, said in a sentence for those who do not see it.
    pub finding: String,
    /// What its colours and marks mean.
    pub key: AnyView,
    /// Its content.
    pub drawing: Drawing,
    /// The same as a table.
    pub twin: AnyView,
}

/// Both halves of what draws: charming's part of the WebAssembly and the script with ECharts.
fn engine() -> ArcRwSignal<Loaded<Make>> {
    thread_local! {
        static ENGINE: RefCell<Option<ArcRwSignal<Loaded<Make>>>> = const { RefCell::new(None) };
    }
    if let Some(state) = ENGINE.with_borrow(Clone::clone) {
        return state;
    }
    let state = ArcRwSignal::new(Loaded::Loading);
    ENGINE.set(Some(state.clone()));
    fetch(state.clone());
    state
}

fn fetch(state: ArcRwSignal<Loaded<Make>>) {
    spawn_local(async move {
        let script = async { echarts::script().await };
        let brought = match chart_options().await.map_err(fault) {
            Ok(make) => script.await.map(|()| make),
            Err(fault) => Err(fault),
        };
        state.set(match brought {
            Ok(make) => Loaded::Ready(Arc::new(make)),
            Err(fault) => Loaded::Failed(fault),
        });
    });
}

/// A figure: its place is kept from the first moment on, its chart comes when it is looked at.
pub fn chart(here: ViewContext, figure: Figure) -> AnyView {
    let words = here.words.charts();
    let place = view::Place::new();
    let Figure { title, finding, key, drawing, twin } = figure;
    let kind = drawing.kind();
    let drawing = StoredValue::new(drawing);
    let label = StoredValue::new(finding.clone());
    let picture = move || {
        if !place.is_seen() {
            return view! { <p class="chart-waiting" aria-hidden="true">{words.waiting}</p> }.into_any();
        }
        match engine().get() {
            Loaded::Ready(make) => view::picture(here, *make, drawing, label.get_value(), place),
            Loaded::Loading => loading(here),
            Loaded::Failed(fault) => unavailable(here, fault),
        }
    };
    view! {
        <figure class=format!("chart chart-{kind}")>
            <figcaption>
                <h3>{title}</h3>
                <p class="section-note">{finding}</p>
                {key}
            </figcaption>
            <div class="chart-place" node_ref=place.node>
                {picture}
            </div>
            <details class="chart-twin" node_ref=place.twin>
                <summary>{words.twin}</summary>
                {twin}
            </details>
        </figure>
    }
    .into_any()
}

/// No picture: why, that the table says the same, and a way to try again.
fn unavailable(here: ViewContext, fault: Fault) -> AnyView {
    let retry = || {
        let state = engine();
        state.set(Loaded::Loading);
        fetch(state);
    };
    view! {
        {failed(here, fault, Box::new(retry))}
        <p class="section-note">{here.words.charts().see_twin}</p>
    }
    .into_any()
}
