//! Indicators of a ruleset as a table: state, value, target by band, clause, and one plain sentence each.

use assessment::Decimal;
use assessment::evaluate::{Outcome, State};
use assessment::ruleset::{Band, Direction, Indicator, Kind, Unit};
use disclosure::model::{Document, Observation};
use leptos::prelude::*;

use super::basis::clause_link;
use super::source::source_line;
use super::spark::sparkline;
use super::state::state_mark;
use crate::here::Here;

/// Digits after the point of a displayed value; the comparison used all of them.
const SHOWN: u8 = 3;

/// An indicator with what is known of it for one park.
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its outcome.
    pub outcome: Outcome<'a>,
    /// Its published values, oldest first.
    pub observations: Vec<&'a Observation>,
}

/// The table of indicators.
pub fn indicator_table(here: Here, caption: &str, rows: Vec<Row<'_>>, documents: &[Document]) -> AnyView {
    let words = &here.words.indicators;
    // The roles are said again because a phone sets the rows as blocks, which would end their being a table.
    let heads = [words.indicator, words.value, words.target, words.state, words.basis]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows: Vec<_> = rows.into_iter().map(|row| indicator_row(here, row, documents)).collect();
    view! {
        <table class="indicators" role="table">
            <caption class="vh">{caption.to_owned()}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// One row of the table.
pub fn indicator_row(here: Here, row: Row<'_>, documents: &[Document]) -> AnyView {
    let words = &here.words.indicators;
    let Row { indicator, outcome, observations } = row;
    let unit = unit(here, indicator.unit);
    let value = match &outcome.value {
        Some(value) => {
            let value = outcome
                .target
                .map_or_else(|| value.to_fixed(SHOWN), |target| value.to_fixed_against(target, SHOWN));
            let last = observations.last();
            view! {
                <span class="value">{value} " " <span class="unit">{unit}</span></span>
                {last.map(|last| view! { <span class="value-note">{last.year} " " {source_line(here, &last.source, documents)}</span> })}
                {course(here, indicator, &outcome, &observations)}
            }
            .into_any()
        }
        None if outcome.state == State::NotApplicable => {
            view! { <span class="quiet">{here.words.states.not_applicable}</span> }.into_any()
        }
        None => view! { <span class="quiet">{words.not_published}</span> }.into_any(),
    };
    let clause = outcome.clause.or(indicator.clause.as_deref());
    let basis = clause.map_or_else(
        || view! { <span class="quiet">{words.no_clause}</span> }.into_any(),
        |clause| clause_link(here, clause),
    );
    view! {
        <tr role="row" data-indicator=indicator.id.clone() class:core={indicator.kind == Kind::Core}>
            <th scope="row" role="rowheader">
                <span class="indicator-name">{here.text(&indicator.name)}</span>
                <span class="kind">{if indicator.kind == Kind::Core { words.core } else { words.guiding }}</span>
                <span class="sentence">{here.text(&indicator.sentence)}</span>
            </th>
            <td role="cell" class="cell-value" data-label=words.value>{value}</td>
            <td role="cell" class="cell-target" data-label=words.target>
                {targets(here, indicator, outcome.target)}
            </td>
            <td role="cell" class="cell-state" data-label=words.state>{state_mark(here, outcome.state)}</td>
            <td role="cell" class="cell-basis" data-label=words.basis>{basis}</td>
        </tr>
    }
    .into_any()
}

/// The course of the published values, where there are at least two.
fn course(here: Here, indicator: &Indicator, outcome: &Outcome<'_>, values: &[&Observation]) -> AnyView {
    let values: Vec<_> = values.iter().map(|value| (value.year, value.value.to_f64())).collect();
    let said: Vec<_> = values.iter().map(|(year, value)| format!("{year}: {value}")).collect();
    let label = format!("{} {}", here.text(&indicator.name), here.join(&said));
    sparkline(&values, outcome.target.map(Decimal::to_f64), label)
}

/// The unit's words.
pub fn unit(here: Here, unit: Unit) -> &'static str {
    match unit {
        Unit::TPerTce => here.words.indicators.t_per_tce,
        Unit::Percent => "%",
    }
}

/// The target that applies; where the park's energy is not known, the target of each band.
fn targets(here: Here, indicator: &Indicator, applies: Option<Decimal>) -> AnyView {
    let sign = sign(indicator.direction);
    if let Some(target) = applies {
        return view! { <span class="target">{format!("{sign} {target}")}</span> }.into_any();
    }
    let bands: Vec<_> =
        indicator.bands.iter().map(|band| view! { <li>{band_target(here, sign, band)}</li> }).collect();
    view! { <ul class="bands">{bands}</ul> }.into_any()
}

/// `≤` or `≥`.
pub fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::AtMost => "≤",
        Direction::AtLeast => "≥",
    }
}

/// What applies in one band, with its range of annual energy.
pub fn band_target(here: Here, sign: &'static str, band: &Band) -> AnyView {
    let words = &here.words.indicators;
    let target = match (&band.target, &band.between) {
        (Some(target), _) => format!("{sign} {target}"),
        (None, Some([low, high])) => format!("{sign} {low}–{high}"),
        (None, None) => words.no_target.to_owned(),
    };
    let range = (band.from_tce.is_some() || band.to_tce.is_some())
        .then(|| view! { <span class="band-range">{(words.band)(band.from_tce, band.to_tce)}</span> });
    let split =
        band.between.is_some().then(|| view! { <span class="band-range">{words.split_unknown}</span> });
    let class = if band.target.is_some() || band.between.is_some() { "target" } else { "target quiet" };
    view! { <span class=class>{target}</span> {range} {split} }.into_any()
}
