//! Parks compared by how far each indicator has come to its target.

use assessment::Decimal;
use assessment::scoring::Attained;
use leptos::prelude::*;

use super::drawing::{Drawing, RadarDrawing};
use super::{Figure, chart};
use crate::view_context::ViewContext;

/// Digits after the point of an attainment.
const SHOWN: u8 = 1;

/// A park in the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarPark {
    /// Its name.
    pub name: String,
    /// How far each indicator has come, in the order of the indicators: see
    /// [`disclosure::ranking_table::Row::attained`].
    pub attained: Vec<Attained>,
}

/// Two to four parks as rings, 0 in the middle, the targets at the rim. `indicators` are the names in the
/// ruleset's order; an indicator that is not known or does not apply is a gap, and the table says which.
///
/// Parks after the fourth are in the table only.
pub fn radar(here: ViewContext, parks: &[RadarPark], indicators: &[String]) -> AnyView {
    let figure = Figure {
        title: here.words.charts().radar_title.to_owned(),
        finding: finding(here, parks),
        key: key(parks),
        drawing: Drawing::Radar(drawing(parks, indicators)),
        twin: twin(here, parks, indicators),
    };
    chart(here, figure)
}

fn known(attained: &Attained) -> Option<Decimal> {
    match attained {
        Attained::Known(value) => Some(*value),
        Attained::Unknown | Attained::NotApplicable => None,
    }
}

fn finding(here: ViewContext, parks: &[RadarPark]) -> String {
    let said = parks.iter().map(|park| {
        let reached =
            park.attained.iter().filter_map(known).filter(|value| *value == Decimal::HUNDRED).count();
        let applicable = park.attained.iter().filter(|each| **each != Attained::NotApplicable).count();
        let known = park.attained.iter().filter_map(known).count();
        (here.words.charts().radar_park)(&park.name, reached, known, applicable)
    });
    (here.words.charts().radar_finding)(&said.collect::<Vec<_>>())
}

fn drawing(parks: &[RadarPark], indicators: &[String]) -> RadarDrawing {
    let ring = |park: &RadarPark| {
        let values = park.attained.iter().map(|each| known(each).map(|value| value.to_f64()));
        (park.name.clone(), values.collect())
    };
    RadarDrawing { indicators: indicators.to_vec(), parks: parks.iter().map(ring).collect() }
}

/// Line and mark of each park, as `LOOKS` of the option has them.
fn key(parks: &[RadarPark]) -> AnyView {
    const MARKS: [&str; 4] =
        ["M16 2a4 4 0 1 0 .01 0z", "M12.5 2.5h7v7h-7z", "M16 1.5l4.5 8h-9z", "M16 1l5 5-5 5-5-5z"];
    let entries = parks.iter().zip(MARKS).enumerate().map(|(at, (park, mark))| {
        view! {
            <li>
                <svg class=format!("chart-line chart-line-{at}") viewBox="0 0 32 12" aria-hidden="true">
                    <path class="chart-stroke" d="M0 6H32" />
                    <path class="chart-mark" d=mark />
                </svg>
                {park.name.clone()}
            </li>
        }
    });
    view! { <ul class="chart-key">{entries.collect_view()}</ul> }.into_any()
}

fn twin(here: ViewContext, parks: &[RadarPark], indicators: &[String]) -> AnyView {
    let words = here.words.charts();
    let heads = parks.iter().map(|park| view! { <th scope="col" class="number">{park.name.clone()}</th> });
    let rows = indicators.iter().enumerate().map(|(at, indicator)| {
        let cells = parks.iter().map(|park| {
            let cell = match park.attained.get(at) {
                Some(Attained::Known(value)) => value.to_fixed(SHOWN).into_any(),
                Some(Attained::NotApplicable) => {
                    view! { <span class="quiet">{here.words.states.not_applicable}</span> }.into_any()
                }
                Some(Attained::Unknown) | None => {
                    view! { <span class="quiet">{words.not_known}</span> }.into_any()
                }
            };
            view! { <td class="number">{cell}</td> }
        });
        view! {
            <tr>
                <th scope="row">{indicator.clone()}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <div class="chart-scroll" role="region" tabindex="0" aria-label=words.radar_caption>
            <table class="chart-table">
                <caption class="vh">{words.radar_caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{here.words.indicators().indicator}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
