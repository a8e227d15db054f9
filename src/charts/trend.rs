//! Emissions, energy and intensity of a park over the rounds.

use assessment::quantity::TonnesCo2;
use assessment::{Decimal, Ratio};
use disclosure::trend::{Balanced, Emitter, Point};
use leptos::prelude::*;

use super::drawing::{Drawing, Stack, TrendDrawing};
use super::{Figure, chart};
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;
use crate::words::grouped;

/// Digits after the point of an intensity.
const SHOWN: u8 = 3;

/// A park's course over the rounds, oldest first.
pub fn trend(here: ViewContext, points: &[Point]) -> AnyView {
    let drawing = drawing(here, points);
    let figure = Figure {
        title: here.words.charts().trend_title.to_owned(),
        finding: finding(here, points),
        key: key(here, &drawing),
        twin: twin(here, points),
        drawing: Drawing::Trend(Box::new(drawing)),
    };
    chart(here, figure)
}

fn balances(points: &[Point]) -> impl DoubleEndedIterator<Item = (&Point, &Balanced)> {
    points.iter().filter_map(|point| Some((point, point.balance.as_ref()?)))
}

/// How a round is called where there is little room: its month.
fn month(point: &Point) -> String {
    format!("{}-{:02}", point.dated.year(), point.dated.month())
}

fn finding(here: ViewContext, points: &[Point]) -> String {
    let words = here.words.charts();
    let said = |(point, balance): (&Point, &Balanced)| {
        let intensity = balance.intensity.map(intensity);
        (words.trend_state)(&month(point), &grouped(tonnes(balance.total)), intensity.as_deref())
    };
    let (Some(first), Some(last)) = (balances(points).next(), balances(points).next_back()) else {
        return words.not_published.to_owned();
    };
    let mut sentences = vec![said(first)];
    if first.0.round != last.0.round {
        sentences.push(said(last));
    }
    let gaps = points.iter().filter(|point| point.balance.is_none()).count();
    let pending = balances(points).filter(|(_, balance)| balance.pending).count();
    (words.trend_finding)(&sentences, gaps, pending)
}

/// Whole tonnes, for reading; sums and comparisons were made before.
fn tonnes(amount: TonnesCo2) -> Decimal {
    amount.tonnes().rounded(0)
}

fn intensity(value: Ratio) -> String {
    value.to_fixed(SHOWN)
}

fn token(emitter: Emitter) -> &'static str {
    match emitter {
        Emitter::Fuel => "var(--chart-fuel)",
        Emitter::Conversion => "var(--chart-conversion)",
        Emitter::Power => "var(--chart-power)",
        Emitter::Heat => "var(--chart-heat)",
        Emitter::Process => "var(--chart-process)",
    }
}

fn drawing(here: ViewContext, points: &[Point]) -> TrendDrawing {
    let words = here.words.charts();
    let by_round = |value: &dyn Fn(&Balanced) -> Option<f64>| -> Vec<Option<f64>> {
        points.iter().map(|point| value(point.balance.as_ref()?)).collect()
    };
    let emissions = Emitter::ALL.iter().enumerate().filter_map(|(at, emitter)| {
        let values = by_round(&|balance| Some(tonnes(balance.emissions[at]).to_f64()));
        let any = balances(points).any(|(_, balance)| balance.emissions[at] != TonnesCo2::ZERO);
        any.then(|| Stack { name: (words.emitter)(*emitter).to_owned(), token: token(*emitter), values })
    });
    let stack = |name: &str, token, value: fn(&Balanced) -> Decimal| Stack {
        name: name.to_owned(),
        token,
        values: by_round(&|balance| Some(value(balance).to_f64().round())),
    };
    let target = |balance: &Balanced| balance.target.as_ref().map(|target| target.value);
    let last_target = balances(points).rev().find_map(|(_, balance)| balance.target.clone());
    TrendDrawing {
        rounds: points.iter().map(month).collect(),
        pending: points
            .iter()
            .map(|point| point.balance.as_ref().is_some_and(|balance| balance.pending))
            .collect(),
        titles: words.panels.map(str::to_owned),
        emissions: emissions.collect(),
        energy: vec![
            stack(words.non_fossil, "var(--chart-clean)", |balance| balance.non_fossil.tce().rounded(SHOWN)),
            stack(words.fossil, "var(--chart-fossil)", |balance| balance.fossil.tce().rounded(SHOWN)),
        ],
        intensity_name: words.intensity.to_owned(),
        intensity: by_round(&|balance| Some(balance.intensity?.rounded(SHOWN).to_f64())),
        target: by_round(&|balance| Some(target(balance)?.to_f64())),
        target_name: last_target
            .map(|target| {
                let (sign, value, clause) = (target.direction.sign(), target.value, target.clause);
                format!("{} {sign} {value}\n{}", here.words.indicators().target, clause.unwrap_or_default())
            })
            .unwrap_or_default(),
    }
}

/// The key of the colours, one list a panel; the third panel's lines are named where they are.
fn key(here: ViewContext, drawing: &TrendDrawing) -> AnyView {
    let words = here.words.charts();
    let entries = |stacks: &[Stack]| {
        let entry = |stack: &Stack| {
            // `var(--chart-fuel)` is drawn by the class `chart-swatch-fuel`.
            let class = stack.token.trim_start_matches("var(--chart-").trim_end_matches(')');
            view! { <li><span class=format!("chart-swatch chart-swatch-{class}")></span>{stack.name.clone()}</li> }
        };
        stacks.iter().map(entry).collect_view()
    };
    let pending = drawing.pending.contains(&true).then(|| {
        view! { <li><span class="chart-swatch chart-swatch-pending"></span>{words.pending_key}</li> }
    });
    view! {
        <ul class="chart-key">
            <li class="chart-key-of">{words.emissions}</li>
            {entries(&drawing.emissions)}
        </ul>
        <ul class="chart-key">
            <li class="chart-key-of">{words.energy}</li>
            {entries(&drawing.energy)}
            {pending}
        </ul>
    }
    .into_any()
}

fn twin(here: ViewContext, points: &[Point]) -> AnyView {
    let words = here.words.charts();
    let used: Vec<(usize, &'static str)> = Emitter::ALL
        .iter()
        .enumerate()
        .filter(|(at, _)| balances(points).any(|(_, balance)| balance.emissions[*at] != TonnesCo2::ZERO))
        .map(|(at, emitter)| (at, (words.emitter)(*emitter)))
        .collect();
    let mut heads = vec![words.round, words.emissions_t];
    heads.extend(used.iter().map(|(_, name)| *name));
    heads.extend([words.energy_tce, words.non_fossil, words.intensity, here.words.indicators().target]);
    heads.push(here.words.indicators().state);
    let rows = points.iter().map(|point| row(here, point, &used, heads.len())).collect();
    sheet(words.trend_caption.to_owned(), "chart-table chart-trend-table", &heads, rows)
}

fn row(here: ViewContext, point: &Point, used: &[(usize, &'static str)], columns: usize) -> Row {
    let states = &here.words.states;
    let mut cells = vec![point.dated.to_string().into_any()];
    let Some(balance) = &point.balance else {
        cells.extend((2..columns).map(|_| view! { <span class="quiet">"—"</span> }.into_any()));
        cells.push(view! { <span class="quiet">{states.no_data}</span> }.into_any());
        return Row::new(cells);
    };
    let words = here.words.charts();
    let figure = |amount: Decimal| grouped(amount).into_any();
    cells.push(figure(tonnes(balance.total)));
    cells.extend(used.iter().map(|(at, _)| figure(tonnes(balance.emissions[*at]))));
    cells.push(figure(balance.energy.tce().rounded(SHOWN)));
    cells.push(figure(balance.non_fossil.tce().rounded(SHOWN)));
    cells.push(balance.intensity.map_or_else(|| "—".to_owned(), intensity).into_any());
    cells.push(match &balance.target {
        Some(target) => format!("{} {}", target.direction.sign(), target.value).into_any(),
        None => view! { <span class="quiet">{states.no_threshold}</span> }.into_any(),
    });
    cells.push(if balance.pending { states.pending } else { words.verified }.into_any());
    Row::new(cells)
}
