//! Attainment of several parks as rings around one middle.
//!
//! Lines on polar axes rather than ECharts' radar series: that one draws a missing value in the middle, where
//! it would say 0, and has no way to leave a gap.

use charming::component::{AngleAxis, PolarCoordinate, RadiusAxis};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AxisLabel, AxisType, BoundaryGap, Color, CoordinateSystem, ItemStyle, LineStyle, LineStyleType, Symbol,
    Trigger,
};
use charming::series::Line;
use serde_json::{Value, json};

use super::super::drawing::{RadarDrawing, Room};
use super::{chart, complete, letters};

/// Colour, line and mark of each park, told apart by all three; more than these are not compared at once.
pub const LOOKS: [(&str, LineStyleType, &str); 4] = [
    ("var(--accent)", LineStyleType::Solid, "circle"),
    ("var(--sky)", LineStyleType::Dashed, "rect"),
    ("var(--rust)", LineStyleType::Dotted, "triangle"),
    ("var(--on-sand)", LineStyleType::Solid, "diamond"),
];

pub(super) fn option(drawing: &RadarDrawing, room: Room) -> Value {
    let radius = match room {
        Room::Wide => "74%",
        Room::Narrow => "56%",
    };
    // A category lies in the middle of its sector; turned by half of one, the first stands at the top.
    let sectors = u32::try_from(drawing.indicators.len().max(1)).unwrap_or(u32::MAX);
    let angle = AngleAxis::new()
        .type_(AxisType::Category)
        .boundary_gap(BoundaryGap::CategoryAxis(true))
        .start_angle(90.0 + 180.0 / f64::from(sectors))
        .data(drawing.indicators.clone())
        .axis_label(AxisLabel::new().color(Color::from("var(--ink)")).font_size(letters(room)));
    let reach = RadiusAxis::new()
        .type_(AxisType::Value)
        .min(0.0)
        .max(100.0)
        .interval(25.0)
        .axis_label(AxisLabel::new().color(Color::from("var(--muted)")).font_size(11.0));
    let mut radar = chart(Trigger::Item)
        .polar(PolarCoordinate::new().center(vec!["50%", "52%"]).radius(radius))
        .angle_axis(angle)
        .radius_axis(reach);
    for ((name, values), (color, dash, mark)) in drawing.parks.iter().zip(LOOKS) {
        radar = radar.series(ring(name, values, color, dash, mark));
    }
    let mut option = complete(&radar);
    for series in option["series"].as_array_mut().into_iter().flatten() {
        // A mark at the rim is shown whole.
        series["clip"] = false.into();
    }
    let thin = json!({ "show": true, "lineStyle": { "color": "var(--line)" } });
    option["angleAxis"][0]["splitLine"] = thin.clone();
    option["angleAxis"][0]["axisLine"] = json!({ "lineStyle": { "color": "var(--line-strong)" } });
    option["angleAxis"][0]["axisTick"] = json!({ "show": false, "alignWithLabel": true });
    let width = if room == Room::Wide { 150 } else { 76 };
    option["angleAxis"][0]["axisLabel"]["width"] = width.into();
    option["angleAxis"][0]["axisLabel"]["overflow"] = "break".into();
    option["radiusAxis"][0]["splitLine"] = thin;
    option["radiusAxis"][0]["axisLine"] = json!({ "show": false });
    option["radiusAxis"][0]["axisTick"] = json!({ "show": false });
    option
}

fn ring(name: &str, values: &[Option<f64>], color: &str, dash: LineStyleType, mark: &str) -> Line {
    let point = |(at, value): (usize, &Option<f64>)| {
        let at = CompositeValue::from(i64::try_from(at).unwrap_or_default());
        DataPoint::Value(CompositeValue::Array(vec![CompositeValue::from(*value), at]))
    };
    let mut points: Vec<DataPoint> = values.iter().enumerate().map(point).collect();
    points.extend(points.first().cloned());
    Line::new()
        .name(name)
        .coordinate_system(CoordinateSystem::Polar)
        .symbol(Symbol::Custom(mark.to_owned()))
        .symbol_size(9.0)
        .show_symbol(true)
        .connect_nulls(false)
        .item_style(ItemStyle::new().color(Color::from(color)))
        .line_style(LineStyle::new().color(Color::from(color)).width(2.0).type_(dash))
        .data(points)
}
