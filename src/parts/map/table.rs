//! The table twin of the map.

use disclosure::model::Grid;
use leptos::prelude::*;

use super::LeagueParks;
use crate::address::Page;
use crate::parts::stage::{group_glyph, stage_marks};
use crate::view_context::ViewContext;

/// Sets the leagues and their parks as a table.
pub fn table(here: ViewContext, leagues: &[LeagueParks<'_>]) -> AnyView {
    let words = here.words.map();
    let rows = leagues.iter().map(|item| {
        let grid = match item.league.grid {
            Grid::West => words.grid_west,
            Grid::East => words.grid_east,
        };
        let parks: Vec<_> = item
            .parks
            .iter()
            .map(|park| {
                view! {
                    <li>
                        <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.short)}</a>
                        " " {stage_marks(here, item.stages, park)}
                    </li>
                }
            })
            .collect();
        let parks = if parks.is_empty() {
            view! { <span class="quiet">{words.none}</span> }.into_any()
        } else {
            view! { <ul class="plain">{parks}</ul> }.into_any()
        };
        view! {
            <tr data-league=item.league.id.clone()>
                <th scope="row">
                    <a href=here.href(Page::League(item.league.id.clone()))>{here.text(&item.league.name)}</a>
                    <span class="under">{grid}</span>
                </th>
                <td class="number">{item.parks.len()}</td>
                <td class="league-stages">{stages(here, item)}</td>
                <td>{parks}</td>
            </tr>
        }
    });
    view! {
        <table class="league-table">
            <caption class="vh">{words.label}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.league}</th>
                    <th scope="col" class="number">{words.parks}</th>
                    <th scope="col" class="league-stages">{words.stages}</th>
                    <th scope="col">{words.which}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// How many of a league's parks stand in each group that occurs, the highest first.
fn stages(here: ViewContext, item: &LeagueParks<'_>) -> AnyView {
    let groups = item.stages.groups.iter().rev();
    let groups = groups.map(|group| (group, item.counts.of(group.id).unwrap_or_default()));
    let groups: Vec<_> = groups
        .filter(|(_, parks)| *parks > 0)
        .map(|(group, parks)| {
            let name = here.text(&group.name);
            view! {
                <li title=name>
                    {group_glyph(item.stages, group.id)} <span class="vh">{here.text(&group.name)}</span> {parks}
                </li>
            }
        })
        .collect();
    view! { <ul class="stage-numbers">{groups}</ul> }.into_any()
}
