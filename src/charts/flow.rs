//! The energy balance of a park's round as a flow from sources to uses.

use assessment::Ratio;
use assessment::account::Accounts;
use assessment::factors::FactorSet;
use assessment::flow::{Carrier, End, Flow, Flows, Use};
use assessment::quantity::TonnesCoalEquivalent;
use leptos::prelude::*;

use super::drawing::{Drawing, FlowDrawing, Kind, Link, Node};
use super::{Figure, chart};
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;
use crate::words::grouped;

/// The flow of a park's energy. `title` says which round it is of.
pub fn flow(here: ViewContext, title: String, accounts: &Accounts, fuels: &[FactorSet]) -> AnyView {
    let flows = accounts.flows();
    let names = Names { here, fuels };
    chart(
        here,
        Figure {
            title,
            finding: finding(here, accounts),
            key: key(here),
            drawing: Drawing::Flow(drawing(&names, &flows)),
            twin: twin(&names, &flows, accounts.energy()),
        },
    )
}

fn finding(here: ViewContext, accounts: &Accounts) -> String {
    let share = accounts.clean_energy_share_strict().map(|share: Ratio| share.to_fixed(1));
    (here.words.charts().flow_finding)(&grouped(accounts.energy().tce()), share.as_deref())
}

fn key(here: ViewContext) -> AnyView {
    let words = here.words.charts();
    view! {
        <ul class="chart-key">
            <li><span class="chart-swatch chart-swatch-clean"></span>{words.non_fossil}</li>
            <li><span class="chart-swatch chart-swatch-fossil"></span>{words.fossil}</li>
        </ul>
    }
    .into_any()
}

/// What the ends of flows are called.
struct Names<'a> {
    here: ViewContext,
    fuels: &'a [FactorSet],
}

impl Names<'_> {
    fn of(&self, end: &End) -> String {
        let words = self.here.words.charts();
        match end {
            End::Source(Carrier::Fuel, id) => {
                let fuel = self.fuels.iter().flat_map(|set| &set.fuels).find(|fuel| fuel.id == *id);
                fuel.map_or_else(|| id.clone(), |fuel| self.here.text(&fuel.name))
            }
            End::Source(carrier, id) => {
                (words.source)(*carrier, id).map_or_else(|| id.clone(), str::to_owned)
            }
            End::Carrier(carrier) => (words.carrier)(*carrier).to_owned(),
            End::Use(to) => (words.usage)(*to).to_owned(),
        }
    }
}

fn column(end: &End) -> u8 {
    match end {
        End::Source(..) => 0,
        End::Carrier(_) => 1,
        End::Use(Use::Converted) => 3,
        End::Use(_) => 2,
    }
}

/// Everything that goes through an end: what comes in or what goes out, whichever is more.
fn through(flows: &[Flow], end: &End) -> TonnesCoalEquivalent {
    let sum =
        |side: fn(&Flow) -> &End| flows.iter().filter(|flow| side(flow) == end).map(|flow| flow.energy).sum();
    let (into, out): (TonnesCoalEquivalent, TonnesCoalEquivalent) =
        (sum(|flow| &flow.to), sum(|flow| &flow.from));
    into.max(out)
}

fn kind(non_fossil: bool) -> Kind {
    if non_fossil { Kind::NonFossil } else { Kind::Fossil }
}

fn drawing(names: &Names<'_>, flows: &Flows) -> FlowDrawing {
    let flows = &flows.flows;
    let mut ends: Vec<&End> = Vec::new();
    for end in flows.iter().flat_map(|flow| [&flow.from, &flow.to]) {
        if !ends.contains(&end) {
            ends.push(end);
        }
    }
    let nodes = ends.into_iter().map(|end| {
        let touching = || flows.iter().filter(|flow| flow.from == *end || flow.to == *end);
        let kind = match (touching().any(|flow| flow.non_fossil), touching().any(|flow| !flow.non_fossil)) {
            (true, true) => Kind::Both,
            (clean, _) => kind(clean),
        };
        let name = names.of(end);
        let amount = grouped(through(flows, end).tce());
        Node { name, amount, column: column(end), kind }
    });
    let links = flows.iter().map(|flow| Link {
        from: names.of(&flow.from),
        to: names.of(&flow.to),
        energy: flow.energy.tce().to_f64().round().max(1.0),
        kind: kind(flow.non_fossil),
    });
    FlowDrawing { nodes: nodes.collect(), links: links.collect() }
}

fn twin(names: &Names<'_>, flows: &Flows, energy: TonnesCoalEquivalent) -> AnyView {
    let here = names.here;
    let words = here.words.charts();
    let kind_word = |non_fossil| if non_fossil { words.non_fossil } else { words.fossil };
    let cells = |from: String, to: String, energy: String, kind: &'static str| {
        Row::new(vec![from.into_any(), to.into_any(), energy.into_any(), kind.into_any()])
    };
    let mut rows: Vec<Row> = flows
        .flows
        .iter()
        .map(|flow| {
            let amount = grouped(flow.energy.tce());
            cells(names.of(&flow.from), names.of(&flow.to), amount, kind_word(flow.non_fossil))
        })
        .collect();
    rows.extend(flows.beyond.iter().map(|(carrier, non_fossil, energy)| {
        let from = (words.carrier)(*carrier).to_owned();
        cells(from, words.beyond.to_owned(), grouped(energy.tce()), kind_word(*non_fossil))
    }));
    rows.push(cells(
        words.in_all.to_owned(),
        words.in_all_note.to_owned(),
        grouped(energy.tce()),
        words.both,
    ));
    let heads = [words.from, words.to, words.energy_tce, words.kind];
    view! {
        {sheet(words.flow_caption.to_owned(), "chart-table chart-flow-table", &heads, rows)}
        {(!flows.beyond.is_empty()).then(|| view! { <p class="section-note">{words.beyond_note}</p> })}
    }
    .into_any()
}
