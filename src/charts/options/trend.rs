//! Emissions, energy and intensity over the rounds: three panels above one another on the same rounds, so
//! that no panel has two scales.

use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{
    AxisLabel, AxisTick, AxisType, Color, ItemStyle, LineStyle, LineStyleType, SplitLine, Step, Symbol,
    Trigger,
};
use charming::series::{Bar, Line};
use serde_json::{Value, json};

use super::super::drawing::{Room, Stack, TrendDrawing};
use super::{chart, complete, letters};

/// Top and height of each panel in a figure of 560 px.
const PANELS: [(f64, f64); 3] = [(36.0, 150.0), (236.0, 100.0), (386.0, 130.0)];
/// Room for the figures of the vertical axes.
const LEFT: f64 = 72.0;
/// How much a value that is not yet verified is seen through.
const PENDING: f64 = 0.45;

pub(super) fn option(drawing: &TrendDrawing, room: Room) -> Value {
    // The target's name stands beside its line, or above it where there is no room beside.
    let right = match room {
        Room::Wide => 168.0,
        Room::Narrow => 12.0,
    };
    let mut trend = chart(Trigger::Axis);
    for (at, ((top, height), title)) in PANELS.into_iter().zip(&drawing.titles).enumerate() {
        let grid = at as f64;
        trend = trend
            .grid(Grid::new().left(LEFT).right(right).top(top).height(height))
            .x_axis(rounds(drawing, room).grid_index(grid))
            .y_axis(amounts(title, room).grid_index(grid));
    }
    for (at, stacks) in [&drawing.emissions, &drawing.energy].into_iter().enumerate() {
        for stack in stacks {
            trend = trend.series(bar(stack, at, &drawing.pending));
        }
    }
    trend = trend.series(intensity(drawing)).series(target(drawing));
    let mut option = complete(&trend);
    for at in 0..PANELS.len() {
        let name = &mut option["yAxis"][at]["nameTextStyle"];
        *name = json!({ "align": "left", "padding": [0, 0, 4, -LEFT], "color": "var(--muted)", "fontSize": letters(room) });
        option["xAxis"][at]["axisLine"] = json!({ "lineStyle": { "color": "var(--line-strong)" } });
        option["xAxis"][at]["axisLabel"]["show"] = (at + 1 == PANELS.len()).into();
        option["yAxis"][at]["axisLabel"]["hideOverlap"] = true.into();
    }
    for series in
        option["series"].as_array_mut().into_iter().flatten().filter(|series| series["type"] == "bar")
    {
        series["barMaxWidth"] = 36.into();
    }
    let last = option["series"].as_array().map_or(0, |series| series.len().saturating_sub(1));
    option["series"][last]["endLabel"] = match room {
        Room::Wide => {
            end_label(drawing, room, json!({ "width": right - 12.0, "overflow": "break", "distance": 8 }))
        }
        Room::Narrow => {
            end_label(drawing, room, json!({ "align": "right", "verticalAlign": "bottom", "distance": 0 }))
        }
    };
    option
}

fn end_label(drawing: &TrendDrawing, room: Room, place: Value) -> Value {
    let mut label = json!({
        "show": true, "formatter": drawing.target_name, "color": "var(--rust)",
        "fontSize": letters(room) - 1.0, "lineHeight": 16,
    });
    if let (Some(label), Value::Object(place)) = (label.as_object_mut(), place) {
        label.extend(place);
    }
    label
}

fn rounds(drawing: &TrendDrawing, room: Room) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .data(drawing.rounds.clone())
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(Color::from("var(--muted)")).font_size(letters(room)))
}

fn amounts(title: &str, room: Room) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .name(title)
        .name_gap(12.0)
        .split_number(3.0)
        .axis_label(AxisLabel::new().color(Color::from("var(--muted)")).font_size(letters(room)))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(Color::from("var(--line)"))))
}

/// A value by round; nothing where nothing is published.
fn points(values: &[Option<f64>], style: impl Fn(usize) -> ItemStyle) -> Vec<DataPoint> {
    let point = |(at, value): (usize, &Option<f64>)| match value {
        Some(value) => DataPoint::from(DataPointItem::new(*value).item_style(style(at))),
        None => DataPoint::Value(CompositeValue::OptionalNumber(None)),
    };
    values.iter().enumerate().map(point).collect()
}

fn is_pending(pending: &[bool], at: usize) -> bool {
    pending.get(at).copied().unwrap_or_default()
}

fn bar(stack: &Stack, panel: usize, pending: &[bool]) -> Bar {
    let style = |at| ItemStyle::new().opacity(if is_pending(pending, at) { PENDING } else { 1.0 });
    Bar::new()
        .name(stack.name.clone())
        .stack(panel.to_string())
        .x_axis_index(panel as f64)
        .y_axis_index(panel as f64)
        .item_style(ItemStyle::new().color(Color::from(stack.token)))
        .data(points(&stack.values, style))
}

/// The line of the intensity; a point that is not yet verified is hollow.
fn intensity(drawing: &TrendDrawing) -> Line {
    let style = |at| {
        let inside = if is_pending(&drawing.pending, at) { "var(--paper)" } else { "var(--accent)" };
        let border = ItemStyle::new().border_color(Color::from("var(--accent)")).border_width(2.0);
        border.color(Color::from(inside))
    };
    Line::new()
        .name(drawing.intensity_name.clone())
        .x_axis_index(2.0)
        .y_axis_index(2.0)
        .symbol(Symbol::Circle)
        .symbol_size(7.0)
        .show_symbol(true)
        .connect_nulls(false)
        .line_style(LineStyle::new().color(Color::from("var(--accent)")).width(2.0))
        .data(points(&drawing.intensity, style))
}

/// The line of the target, which moves with the park's band and the rules in force.
fn target(drawing: &TrendDrawing) -> Line {
    let value = |value: &Option<f64>| DataPoint::Value(CompositeValue::from(*value));
    Line::new()
        .name(drawing.target_name.replace('\n', " "))
        .x_axis_index(2.0)
        .y_axis_index(2.0)
        .symbol(Symbol::None)
        .step(Step::Middle)
        .connect_nulls(false)
        .item_style(ItemStyle::new().color(Color::from("var(--rust)")))
        .line_style(
            LineStyle::new().color(Color::from("var(--rust)")).width(1.5).type_(LineStyleType::Dashed),
        )
        .data(drawing.target.iter().map(value).collect())
}
