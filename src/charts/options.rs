//! Options of ECharts, made by charming from a drawing.
//!
//! Colours are written `var(--token)`: web/charts.js reads them from the style sheet each time it draws, so
//! that a chart follows the theme. Texts are plain or templates, never functions, which the pages' policy
//! forbids. What ECharts knows and charming 0.6 does not is added to the JSON by [`complete`] and by the
//! charts' own modules.

mod flow;
mod radar;
mod trend;

use charming::Chart;
use charming::element::{Color, Tooltip, Trigger};
use serde_json::{Value, json};

use super::drawing::{Drawing, Room};

pub use radar::LOOKS;

/// The option of a drawing as JSON.
pub fn option(drawing: &Drawing, room: Room) -> String {
    let option = match drawing {
        Drawing::Flow(drawing) => flow::option(drawing, room),
        Drawing::Trend(drawing) => trend::option(drawing, room),
        Drawing::Radar(drawing) => radar::option(drawing, room),
    };
    option.to_string()
}

/// An empty chart in the portal's manner: still, with a tooltip in the page's colours.
fn chart(trigger: Trigger) -> Chart {
    let tooltip = Tooltip::new()
        .trigger(trigger)
        .background_color(Color::from("var(--raised)"))
        .border_color(Color::from("var(--line-strong)"))
        .border_width(1.0);
    Chart::new().animation(false).tooltip(tooltip)
}

/// The JSON of a chart, with what charming has no words for.
fn complete(chart: &Chart) -> Value {
    let mut option = serde_json::to_value(chart).expect("a chart has nothing that JSON cannot hold");
    option["textStyle"] = json!({ "fontFamily": "var(--sans)", "color": "var(--ink)" });
    // A tooltip of HTML would carry inline styles.
    option["tooltip"]["renderMode"] = "richText".into();
    option["tooltip"]["confine"] = true.into();
    option["tooltip"]["textStyle"] =
        json!({ "fontFamily": "var(--sans)", "color": "var(--ink)", "fontSize": 13 });
    option
}

/// The size of a chart's letters.
fn letters(room: Room) -> f64 {
    match room {
        Room::Wide => 13.0,
        Room::Narrow => 11.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawing::{FlowDrawing, Kind, Link, Node, RadarDrawing, Stack, TrendDrawing};
    use super::*;

    fn read(drawing: &Drawing, room: Room) -> Value {
        serde_json::from_str(&option(drawing, room)).unwrap()
    }

    fn flow() -> Drawing {
        let node =
            |name: &str, column, kind| Node { name: name.to_owned(), amount: "5".to_owned(), column, kind };
        let link = |from: &str, to: &str, energy, kind| Link {
            from: from.to_owned(),
            to: to.to_owned(),
            energy,
            kind,
        };
        Drawing::Flow(FlowDrawing {
            nodes: vec![
                node("wind", 0, Kind::NonFossil),
                node("grid", 0, Kind::Fossil),
                node("power", 1, Kind::Both),
                node("used", 2, Kind::Both),
            ],
            links: vec![
                link("wind", "power", 4.0, Kind::NonFossil),
                link("grid", "power", 1.0, Kind::Fossil),
                link("power", "used", 4.0, Kind::NonFossil),
                link("power", "used", 1.0, Kind::Fossil),
            ],
        })
    }

    fn trend() -> Drawing {
        Drawing::Trend(TrendDrawing {
            rounds: ["2025-06", "2025-12", "2026-06"].map(str::to_owned).into(),
            pending: vec![false, false, true],
            titles: ["emissions", "energy", "intensity"].map(str::to_owned),
            emissions: vec![Stack {
                name: "fuel".to_owned(),
                token: "var(--chart-1)",
                values: vec![Some(5.0), None, Some(4.0)],
            }],
            energy: Vec::new(),
            intensity_name: "intensity".to_owned(),
            intensity: vec![Some(0.5), None, Some(0.25)],
            target: vec![Some(0.2), None, Some(0.2)],
            target_name: "target".to_owned(),
        })
    }

    fn radar() -> Drawing {
        Drawing::Radar(RadarDrawing {
            indicators: ["a", "b", "c"].map(str::to_owned).into(),
            parks: vec![
                ("whole".to_owned(), vec![Some(100.0), Some(50.0), Some(0.0)]),
                ("gap".to_owned(), vec![Some(10.0), None, Some(30.0)]),
            ],
        })
    }

    #[test]
    fn no_option_needs_what_the_policy_forbids() {
        for drawing in [flow(), trend(), radar()] {
            for room in [Room::Wide, Room::Narrow] {
                let option = read(&drawing, room);
                assert_eq!(option["tooltip"]["renderMode"], "richText");
                assert_eq!(option["animation"], false);
                // charming marks functions so.
                assert!(!option.to_string().contains("function"), "{option}");
            }
        }
    }

    #[test]
    fn a_flow_has_its_columns_and_the_colour_of_its_carbon() {
        let option = read(&flow(), Room::Wide);
        let series = &option["series"][0];
        assert_eq!(series["type"], "sankey");
        assert_eq!(series["data"][2]["depth"], 1.0);
        assert_eq!(series["data"][0]["label"]["formatter"], "wind 5");
        let links = series["links"].as_array().unwrap();
        assert_eq!(links.len(), 4);
        assert_eq!(links[2]["value"], 4.0);
        assert_eq!(links[2]["lineStyle"]["color"], "var(--chart-clean)");
        assert_eq!(links[3]["lineStyle"]["color"], "var(--chart-fossil)");
    }

    #[test]
    fn a_round_without_a_balance_is_a_gap_and_never_zero() {
        let option = read(&trend(), Room::Wide);
        let series = option["series"].as_array().unwrap();
        let of = |name: &str| series.iter().find(|series| series["name"] == name).unwrap();
        assert_eq!(of("fuel")["data"][0]["value"], 5.0);
        assert!(of("fuel")["data"][1].is_null());
        assert!(of("intensity")["data"][1].is_null());
        assert_eq!(of("intensity")["connectNulls"], false);
        assert!(of("target")["data"][1].is_null());
        // What is not verified looks otherwise.
        let style = |at: usize| of("fuel")["data"][at]["itemStyle"]["opacity"].as_f64();
        assert_ne!(style(0), style(2));
    }

    #[test]
    fn each_panel_has_its_own_grid_and_axes() {
        let option = read(&trend(), Room::Narrow);
        for axis in ["grid", "xAxis", "yAxis"] {
            assert_eq!(option[axis].as_array().unwrap().len(), 3, "{axis}");
        }
        assert_eq!(option["yAxis"][2]["name"], "intensity");
        assert_eq!(option["yAxis"][2]["gridIndex"], 2.0);
    }

    #[test]
    fn a_missing_indicator_is_a_gap_in_the_ring() {
        let option = read(&radar(), Room::Wide);
        assert_eq!(option["angleAxis"][0]["data"], json!(["a", "b", "c"]));
        assert_eq!(option["radiusAxis"][0]["max"], 100.0);
        let data = |at: usize| &option["series"][at]["data"];
        // The ring closes at the indicator that it begins with.
        assert_eq!(*data(0), json!([[100.0, 0], [50.0, 1], [0.0, 2], [100.0, 0]]));
        assert_eq!(*data(1), json!([[10.0, 0], [null, 1], [30.0, 2], [10.0, 0]]));
        assert_eq!(option["series"][1]["connectNulls"], false);
    }
}
