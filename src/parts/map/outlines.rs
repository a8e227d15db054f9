//! The map proper: each league a link, its name beside it, each park a mark in its place.

use assessment::ladder::StageTable;
use disclosure::model::{LeagueMap, ParkSummary};
use leptos::prelude::*;

use super::labels::{Label, Placed, Rect, place, spread, width_of};
use super::{LeagueParks, league_words, ramp};
use crate::address::Page;
use crate::parts::stage::{glyph_paths, stage_name};
use crate::svg_number::fixed;
use crate::view_context::ViewContext;

/// How large the map is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Beside something narrower.
    Column,
    /// Beside something wider.
    Side,
    /// Over the page's width.
    Page,
}

/// A layer of names and marks for one width on screen; the style sheet shows the one that fits.
struct Layer {
    class: &'static str,
    /// Width of the drawing on screen that the layer is for, px.
    shown: f64,
    /// Size of the names on screen, px.
    letters: f64,
    /// Size of a mark on screen, px.
    mark: f64,
}

/// Distance of two marks' middles at least, in marks: no mark covers another, and each can be touched.
const APART: f64 = 1.2;

const NARROW: Layer = Layer { class: "layer-narrow", shown: 340.0, letters: 12.0, mark: 13.0 };
const SIDE: Layer = Layer { class: "layer-middle", shown: 450.0, letters: 12.5, mark: 14.0 };
const MIDDLE: Layer = Layer { class: "layer-middle", shown: 620.0, letters: 13.5, mark: 15.0 };
const WIDE: Layer = Layer { class: "layer-wide", shown: 1000.0, letters: 15.0, mark: 18.0 };

/// Draws the leagues, one of them marked where the page is about it. Names come on top of all outlines,
/// so the links carry their words themselves.
pub fn outlines(
    here: ViewContext,
    extent: Extent,
    leagues: &[LeagueParks<'_>],
    map: &LeagueMap,
    current: Option<&str>,
) -> AnyView {
    let shapes = map.shapes.iter().filter_map(|shape| {
        let item = leagues.iter().find(|item| item.league.id == shape.league)?;
        let words = league_words(here, item);
        let title = words.clone();
        // The group tells the macro that the link is SVG's own.
        Some(view! {
            <g>
                <a
                    href=here.href(Page::League(item.league.id.clone()))
                    class=format!("league ramp-{}", ramp(item.parks.len()))
                    aria-label=words
                    class:current={current == Some(item.league.id.as_str())}
                    data-league=shape.league.clone()
                >
                    <title>{title}</title>
                    <path d=shape.path.clone() />
                </a>
            </g>
        })
    });
    let layers: &[Layer] = match extent {
        Extent::Column => &[NARROW, MIDDLE],
        Extent::Side => &[NARROW, SIDE],
        Extent::Page => &[NARROW, MIDDLE, WIDE],
    };
    let layers = layers.iter().map(|layer| draw_layer(here, layer, leagues, map));
    let class = if extent == Extent::Page { "map map-page" } else { "map" };
    let [width, height] = map.size;
    view! {
        <svg class=class viewBox=format!("0 0 {} {}", fixed(width, 1), fixed(height, 1)) role="group" aria-label=here.words.map().label>
            <g>{shapes.collect_view()}</g>
            {layers.collect_view()}
        </svg>
    }
    .into_any()
}

/// Parks that are marked one by one at most. Beyond it marks would cover the map and each other: shade, titles
/// and the table say how many parks a league has.
const MARKS: usize = 300;

fn draw_layer<'a>(
    here: ViewContext,
    layer: &Layer,
    leagues: &'a [LeagueParks<'a>],
    map: &LeagueMap,
) -> AnyView {
    // Drawing units a px of the screen.
    let scale = map.size[0] / layer.shown;
    let (letters, mark) = (layer.letters * scale, layer.mark * scale);
    let named: Vec<_> = map
        .shapes
        .iter()
        .filter_map(|shape| Some((shape, leagues.iter().find(|item| item.league.id == shape.league)?)))
        .collect();
    let words: Vec<_> = named.iter().map(|(_, item)| here.text(&item.league.short)).collect();
    let labels: Vec<_> = named
        .iter()
        .zip(&words)
        .map(|((shape, _), words)| Label {
            anchor: shape.label,
            width: width_of(words, letters) + letters * 0.4,
            height: letters * 1.3,
        })
        .collect();
    let of = |item: &'a LeagueParks<'a>| item.parks.iter().map(|park| (item.stages, *park));
    let parks: Vec<_> = leagues.iter().flat_map(of).filter_map(|park| Some((park, park.1.at?))).collect();
    let parks = if parks.len() > MARKS { Vec::new() } else { parks };
    let at: Vec<[f64; 2]> = parks.iter().map(|(_, at)| *at).collect();
    let at = spread(&at, mark * APART, map.size);
    let parks: Vec<_> = parks.into_iter().map(|(park, _)| park).zip(at).collect();
    let obstacles: Vec<_> = parks.iter().map(|(_, at)| Rect::around(*at, mark * 1.2, mark * 1.2)).collect();
    let placed = place(&labels, &obstacles, map.size);
    let names = placed.iter().map(|place| {
        let lit = !named[place.index].1.parks.is_empty();
        name(place, &words[place.index], lit, letters)
    });
    let marks = parks.iter().map(|((stages, park), at)| park_mark(here, stages, park, *at, mark));
    view! {
        <g class=layer.class>
            <g class="names" aria-hidden="true">{names.collect_view()}</g>
            {marks.collect_view()}
        </g>
    }
    .into_any()
}

fn name(place: &Placed, words: &str, lit: bool, letters: f64) -> AnyView {
    let leader = place.leader.map(|[from, to]| {
        let path =
            format!("M{} {}L{} {}", fixed(from[0], 1), fixed(from[1], 1), fixed(to[0], 1), fixed(to[1], 1));
        view! { <path class="leader" d=path /> }
    });
    view! {
        {leader}
        <text
            class=if lit { "name lit" } else { "name" }
            x=fixed(place.at[0], 1)
            y=fixed(place.at[1], 1)
            font-size=fixed(letters, 1)
        >
            {words.to_owned()}
        </text>
    }
    .into_any()
}

fn park_mark(here: ViewContext, stages: &StageTable, park: &ParkSummary, at: [f64; 2], size: f64) -> AnyView {
    let name = here.text(&park.name);
    let words = park.stage.map_or_else(
        || name.clone(),
        |stage| format!("{name}{}{}", here.words.map().colon, stage_name(here, stages, stage)),
    );
    let title = words.clone();
    let scale = size / 16.0;
    let (x, y) = (at[0] - size / 2.0, at[1] - size / 2.0);
    view! {
        <g>
            <a href=here.href(Page::Park(park.id.clone())) class="park-mark" aria-label=words>
                <title>{title}</title>
                <g transform=format!("translate({} {}) scale({})", fixed(x, 1), fixed(y, 1), fixed(scale, 3))>
                    <circle class="reach" cx="8" cy="8" r="13" />
                    {park.stage.map(|stage| glyph_paths(stages, stage))}
                </g>
            </a>
        </g>
    }
    .into_any()
}
