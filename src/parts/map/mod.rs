//! The leagues and their parks: outlines, tiles, table. Three views of the same values.

pub mod labels;
mod outlines;
mod table;
mod tiles;

use assessment::ladder::StageTable;
use disclosure::as_of::Known;
use disclosure::model::{Edition, League, LeagueMap, ParkSummary};
use disclosure::stage_counts::{Census, StageCounts};
use leptos::prelude::*;

use crate::parts::stage_counts::summary;
use crate::query::MapView;
use crate::view_context::ViewContext;

pub use outlines::{Extent, outlines};
pub use table::table;
pub use tiles::tiles;

/// A league with its parks.
#[derive(Clone, Debug)]
pub struct LeagueParks<'a> {
    /// The league.
    pub league: &'a League,
    /// Parks of it that an official act names, and others the edition knows.
    pub parks: Vec<&'a ParkSummary>,
    /// How many of them stand where, on the edition's day.
    pub counts: StageCounts,
    /// What stages mean.
    pub stages: &'a StageTable,
}

/// Leagues with their parks, in the edition's order.
pub fn leagues_with_parks(edition: &Known<Edition>) -> Vec<LeagueParks<'_>> {
    let census = Census::of(edition, edition.as_of);
    let parks = |league: &League| -> Vec<_> {
        edition.parks.iter().filter(|park| park.league == league.id).collect()
    };
    let leagues = edition.leagues.iter().map(|league| {
        let parks = parks(league);
        let counts = census.count(parks.iter().copied());
        LeagueParks { league, parks, counts, stages: edition.stages() }
    });
    leagues.collect()
}

/// Darkest step of the ramp.
const RAMP: usize = 4;

/// Step of the ramp for a number of parks: none, one, two to three, four to six, more.
fn ramp(parks: usize) -> usize {
    match parks {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        4..=6 => 3,
        _ => RAMP,
    }
}

/// What the ramp's steps stand for.
const RAMP_WORDS: [&str; RAMP + 1] = ["0", "1", "2–3", "4–6", "≥ 7"];

/// One of the three views.
pub fn league_view(
    here: ViewContext,
    view: MapView,
    extent: Extent,
    leagues: &[LeagueParks<'_>],
    map: &LeagueMap,
) -> AnyView {
    match view {
        MapView::Map => outlines(here, extent, leagues, map, None),
        MapView::Tiles => tiles(here, leagues),
        MapView::Table => table(here, leagues),
    }
}

/// The key to the ramp.
pub fn ramp_key(here: ViewContext) -> AnyView {
    let steps = RAMP_WORDS.into_iter().enumerate().map(|(step, words)| {
        view! {
            <li>
                <span class=format!("swatch ramp-{step}") aria-hidden="true"></span>
                {words}
            </li>
        }
    });
    view! {
        <div class="ramp-key">
            <span>{here.words.map().parks}</span>
            <ul>{steps.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// What is said of a league where its name is a link: name, count, and how many parks stand where.
fn league_words(here: ViewContext, item: &LeagueParks<'_>) -> String {
    let words = here.words.map();
    let count = format!("{}{}{}", here.text(&item.league.name), words.colon, (words.count)(item.parks.len()));
    let counts = &item.counts;
    if counts.all() == 0 { count } else { (words.of_which)(&count, &summary(here, item.stages, counts)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ramp_rises_with_the_parks() {
        let steps: Vec<_> = (0..20).map(ramp).collect();
        assert!(steps.is_sorted());
        assert_eq!((steps[0], steps[1], steps[19]), (0, 1, RAMP));
    }
}
