//! Tiles: each league the same size, roughly where it lies.

use leptos::prelude::*;

use super::{LeagueParks, ramp};
use crate::address::Page;
use crate::here::Here;
use crate::parts::stage::stage_glyph;

/// Draws the tiles.
pub fn tiles(here: Here, leagues: &[LeagueParks<'_>]) -> AnyView {
    let tiles = leagues.iter().map(|item| {
        let [row, column] = item.league.tile;
        let marks: Vec<_> = item.parks.iter().filter_map(|park| park.stage).map(stage_glyph).collect();
        view! {
            <li style:grid-row=(row + 1).to_string() style:grid-column=(column + 1).to_string()>
                <a
                    href=here.href(Page::League(item.league.id.clone()))
                    class=format!("tile ramp-{}", ramp(item.parks.len()))
                    data-league=item.league.id.clone()
                >
                    <span class="tile-name">{here.text(&item.league.short)}</span>
                    <span class="tile-marks">{marks}</span>
                    <span class="tile-count">
                        {item.parks.len()} <span class="vh">{here.words.map.parks}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <ul class="tiles" aria-label=here.words.map.label>
            {tiles.collect_view()}
        </ul>
    }
    .into_any()
}
