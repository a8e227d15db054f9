//! The place of a chart on the page: when it is looked at, and what becomes of it on paper.

use leptos::html;
use leptos::prelude::*;

use super::Make;
use super::drawing::{Drawing, Room};
use crate::browser::{echarts, in_view, window};
use crate::view_context::ViewContext;

/// How far below the window a chart is fetched already.
const AHEAD: &str = "200px";

/// A chart's place.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The element that keeps the room.
    pub node: NodeRef<html::Div>,
    /// The table beside it.
    pub twin: NodeRef<html::Details>,
    seen: RwSignal<bool>,
    broken: RwSignal<bool>,
}

impl Place {
    /// A place that nobody has looked at.
    pub fn new() -> Place {
        let place = Place {
            node: NodeRef::new(),
            twin: NodeRef::new(),
            seen: RwSignal::new(false),
            broken: RwSignal::new(false),
        };
        let watch = StoredValue::new_local(None);
        place.node.on_load(move |element| {
            watch.set_value(in_view::watch(&element, AHEAD, move || place.seen.set(true)));
        });
        on_cleanup(move || drop(watch.try_update_value(Option::take)));
        place.open_on_paper();
        place
    }

    /// Whether it has come into view; tracked.
    pub fn is_seen(self) -> bool {
        self.seen.get()
    }

    /// Paper cannot be unfolded: the table is open on it, and afterwards as the reader had it.
    fn open_on_paper(self) {
        let was_open = StoredValue::new(None);
        window::on("beforeprint", move |_| {
            if let (Some(twin), None) = (self.twin.get_untracked(), was_open.get_value()) {
                was_open.set_value(Some(twin.open()));
                twin.set_open(true);
            }
        });
        window::on("afterprint", move |_| {
            if let (Some(twin), Some(open)) = (self.twin.get_untracked(), was_open.get_value()) {
                twin.set_open(open);
                was_open.set_value(None);
            }
        });
    }
}

/// The picture, drawn as soon as its element is on the page and taken off with it.
pub(super) fn picture(
    here: ViewContext,
    make: Make,
    drawing: StoredValue<Drawing>,
    label: String,
    place: Place,
) -> AnyView {
    if place.broken.get() {
        return view! { <p class="state" data-chart="broken">{here.words.charts().broken}</p> }.into_any();
    }
    let host = NodeRef::<html::Div>::new();
    let drawn = StoredValue::new_local(None);
    host.on_load(move |element| {
        let [wide, narrow] =
            drawing.with_value(|drawing| [Room::Wide, Room::Narrow].map(|room| make(drawing, room)));
        match echarts::draw(&element, [&wide, &narrow], here.lang) {
            Some(chart) => drawn.set_value(Some(chart)),
            None => place.broken.set(true),
        }
    });
    on_cleanup(move || {
        if let Some(chart) = drawn.try_update_value(Option::take).flatten() {
            echarts::Drawn::dispose(&chart);
        }
    });
    view! {
        <div class="chart-picture" data-chart="drawn" role="img" aria-label=label node_ref=host></div>
    }
    .into_any()
}
