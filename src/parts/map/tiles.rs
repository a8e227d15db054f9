//! Tiles: each league the same size, roughly where it lies.

use leptos::prelude::*;

use super::{LeagueParks, ramp};
use crate::address::Page;
use crate::parts::stage::stage_glyph;
use crate::view_context::ViewContext;

/// Draws the tiles.
pub fn tiles(here: ViewContext, leagues: &[LeagueParks<'_>]) -> AnyView {
    let tiles = leagues.iter().map(|item| {
        let [row, column] = item.league.tile;
        let marks: Vec<_> = item
            .parks
            .iter()
            .filter_map(|park| park.stage)
            .map(|stage| stage_glyph(item.stages, stage))
            .collect();
        view! {
            <li style:grid-row=(row + 1).to_string() style:grid-column=(column + 1).to_string()>
                <a
                    href=here.href(Page::League(item.league.id.clone()))
                    class=format!("tile ramp-{}", ramp(item.parks.len()))
                    data-league=item.league.id.clone()
                >
                    {tile_name(here.text(&item.league.short))}
                    <span class="tile-marks">{marks}</span>
                    <span class="tile-count">
                        {item.parks.len()} <span class="vh">{here.words.map().parks}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <ul class="tiles" aria-label=here.words.map().label>
            {tiles.collect_view()}
        </ul>
    }
    .into_any()
}

/// Letters that fit into a tile on a phone; longer names are cut there, and read out in full.
const LETTERS: usize = 6;

fn tile_name(name: String) -> AnyView {
    match abbreviation(&name) {
        None => view! { <span class="tile-name">{name}</span> }.into_any(),
        Some(short) => view! {
            <span class="tile-name">
                <span class="tile-full">{name}</span>
                <span class="tile-short" aria-hidden="true">{short}</span>
            </span>
        }
        .into_any(),
    }
}

/// A long Latin name cut short; an ideographic one is never long.
fn abbreviation(name: &str) -> Option<String> {
    let long = name.is_ascii() && name.len() > LETTERS;
    long.then(|| format!("{}.", &name[..LETTERS - 1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_latin_names_are_cut() {
        assert_eq!(abbreviation("Hulunbuir").as_deref(), Some("Hulun."));
        assert_eq!(abbreviation("Hohhot"), None);
        assert_eq!(abbreviation("鄂尔多斯"), None);
    }
}
