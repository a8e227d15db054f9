//! The flow of energy as a Sankey diagram.

use charming::element::{Color, ItemStyle, Label, LabelPosition, LineStyle, Trigger};
use charming::series::{Sankey, SankeyLink, SankeyNode, SankeyNodeAlign};
use serde_json::{Value, json};

use super::super::drawing::{FlowDrawing, Link, Node, Room};
use super::{chart, complete, letters};

pub(super) fn option(drawing: &FlowDrawing, room: Room) -> Value {
    let nodes = drawing.nodes.iter().map(|node: &Node| {
        SankeyNode::new(node.name.clone())
            .depth(f64::from(node.column))
            .item_style(ItemStyle::new().color(Color::from(node.kind.token())).border_width(0.0))
    });
    let links = drawing
        .links
        .iter()
        .map(|link: &Link| SankeyLink::from((link.from.clone(), link.to.clone(), link.energy)));
    // Names stand to the right of their nodes, also those of the last column.
    let right = match room {
        Room::Wide => 176.0,
        Room::Narrow => 92.0,
    };
    let label = Label::new().position(LabelPosition::Right).font_size(letters(room));
    let series = Sankey::new()
        .left(0.0)
        .top(8.0)
        .bottom(8.0)
        .right(right)
        .node_align(SankeyNodeAlign::Left)
        .label(label.color(Color::from("var(--ink)")))
        .line_style(LineStyle::new().opacity(0.42).curveness(0.5))
        .nodes(nodes.collect())
        .links(links.collect::<Vec<_>>());
    let mut option = complete(&chart(Trigger::Item).series(series));
    let series = &mut option["series"][0];
    series["draggable"] = false.into();
    series["nodeGap"] = json!(if room == Room::Wide { 18 } else { 34 });
    series["nodeWidth"] = json!(if room == Room::Wide { 12 } else { 8 });
    let overflow = json!({ "width": right - 8.0, "overflow": "break", "lineHeight": 16 });
    if let (Some(label), Value::Object(overflow)) = (series["label"].as_object_mut(), overflow) {
        label.extend(overflow);
    }
    let between = if room == Room::Wide { " " } else { "\n" };
    for (at, node) in drawing.nodes.iter().enumerate() {
        series["data"][at]["label"] =
            json!({ "formatter": format!("{}{between}{}", node.name, node.amount) });
    }
    for (at, link) in drawing.links.iter().enumerate() {
        series["links"][at]["lineStyle"] = json!({ "color": link.kind.token() });
    }
    option
}
