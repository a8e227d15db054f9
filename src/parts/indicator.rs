//! Indicators of a ruleset as a table: state, value, target by band, clause, and one plain sentence each.

use assessment::applicability::IndustryId;
use assessment::evaluate::{Outcome, State};
use assessment::ruleset::{Band, Direction, Indicator, Kind};
use assessment::unit::Unit;
use assessment::{Date, Decimal, Ratio};
use disclosure::model::{Document, Industry, Source};
use disclosure::round::Quality;
use leptos::prelude::*;

use super::basis::clause_link;
use super::source::source_line;
use super::spark::sparkline;
use super::state::{state_mark, state_mark_as};
use crate::view_context::ViewContext;

/// Digits after the point of a displayed value; the comparison used all of them.
const SHOWN: u8 = 3;

/// An indicator with what is known of it for one park.
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its outcome.
    pub outcome: Outcome<'a>,
    /// Its published values, oldest first.
    pub past: Vec<Past>,
    /// How sure the value is, where a round says so.
    pub quality: Option<Quality>,
    /// Year of the value, where no round dates it.
    pub year: Option<u16>,
    /// Where the value is published, when elsewhere than what the table names.
    pub source: Option<&'a Source>,
    /// Why it does not apply, where it does not.
    pub reason: Option<String>,
    /// The value as it is printed, where otherwise, and the remark beside it; both verbatim.
    pub verbatim: [Option<String>; 2],
    /// Day of the earlier round that it is of, where the last one does not cover the indicator.
    pub older: Option<Date>,
    /// The note of its last correction, with what stood before it.
    pub corrected: Option<AnyView>,
    /// Whether it would follow from a balance, and something else is published in place of one.
    pub not_computable: bool,
}

/// A value of the past.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its place in time, in a unit that all of a row share.
    pub at: i64,
    /// When, in words.
    pub when: String,
    /// The value; absent when none is published.
    pub value: Option<Ratio>,
}

/// The table of indicators.
pub fn indicator_table(
    here: ViewContext,
    caption: &str,
    rows: Vec<Row<'_>>,
    industries: &[Industry],
    documents: &[Document],
) -> AnyView {
    let words = here.words.indicators();
    // The roles are said again because a phone sets the rows as blocks, which would end their being a table.
    let heads = [words.indicator, words.value, words.target, words.state, words.basis]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows: Vec<_> = rows.into_iter().map(|row| indicator_row(here, row, industries, documents)).collect();
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
pub fn indicator_row(
    here: ViewContext,
    row: Row<'_>,
    industries: &[Industry],
    documents: &[Document],
) -> AnyView {
    let words = here.words.indicators();
    let value = value_cell(here, &row, documents);
    let older = row.older.map(|day| (here.words.corrections().older)(day));
    let older = older.map(|said| view! { <span class="value-note older">{said}</span> });
    let Row { indicator, outcome, corrected, not_computable, .. } = row;
    let state = match not_computable {
        true => state_mark_as(outcome.state, here.words.park_history().not_computable),
        false => state_mark(here, outcome.state),
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
                <span class="kind">{kind(here, indicator.kind)}</span>
                <span class="sentence">{here.text(&indicator.sentence)}</span>
            </th>
            <td role="cell" class="cell-value" data-label=words.value>{value} {older} {corrected}</td>
            <td role="cell" class="cell-target" data-label=words.target>
                {targets(here, indicator, outcome.target, industries)}
            </td>
            <td role="cell" class="cell-state" data-label=words.state>{state}</td>
            <td role="cell" class="cell-basis" data-label=words.basis>{basis}</td>
        </tr>
    }
    .into_any()
}

/// What an indicator is to its set.
pub fn kind(here: ViewContext, kind: Kind) -> &'static str {
    let words = here.words.indicators();
    match kind {
        Kind::Core => words.core,
        Kind::Guiding => words.guiding,
        Kind::Requirement => words.requirement,
    }
}

/// The value with its course and source, or why there is none.
fn value_cell(here: ViewContext, row: &Row<'_>, documents: &[Document]) -> AnyView {
    let Row { indicator, outcome, .. } = row;
    let Some(value) = &outcome.value else {
        return match outcome.state {
            State::NotApplicable => view! {
                <span class="quiet">{here.words.states.not_applicable}</span>
                {row.reason.clone().map(|reason| view! { <span class="value-note">{reason}</span> })}
            }
            .into_any(),
            _ if row.verbatim[1].is_some() => view! {
                <span class="quiet">{here.words.indicators().not_published}</span>
                {verbatim(here, row)}
                {course(here, row)}
            }
            .into_any(),
            _ if row.not_computable => {
                view! { <span class="quiet">{here.words.park_history().not_computable}</span> }.into_any()
            }
            _ => {
                view! { <span class="quiet">{here.words.indicators().not_published}</span> {course(here, row)} }
                    .into_any()
            }
        };
    };
    let value = match (&indicator.unit, outcome.target) {
        // A share that ends is written as it is: 94.5 %, not 94.500 %.
        (Unit::Percent, _) if value.cmp_decimal(value.rounded(SHOWN)).is_eq() => figure(*value, SHOWN),
        (_, Some(target)) => value.to_fixed_against(target, SHOWN),
        (_, None) => value.to_fixed(SHOWN),
    };
    // A core indicator's target is chosen by energy alone.
    let wanting = (outcome.target_unknown && indicator.kind == Kind::Core)
        .then(|| view! { <span class="value-note">{here.words.park_history().energy_wanting}</span> });
    let quality = row.quality.map(|quality| (here.words.indicators().quality)(quality));
    let source = row.source.map(|source| source_line(here, source, documents));
    let note = (row.year.is_some() || source.is_some() || quality.is_some()).then(|| {
        view! { <span class="value-note">{quality} " " {row.year} " " {source}</span> }
    });
    view! {
        <span class="value" data-figure=indicator.id.clone()>{value} " " <span class="unit">{unit(here, &indicator.unit)}</span></span>
        {note}
        {verbatim(here, row)}
        {wanting}
        {course(here, row)}
    }
    .into_any()
}

/// What is printed in place of the number, and the remark beside it.
fn verbatim(here: ViewContext, row: &Row<'_>) -> AnyView {
    let words = here.words.park_history();
    let [published, remark] = &row.verbatim;
    let said = [
        published.as_ref().map(|published| (words.printed_as)(published)),
        remark.as_ref().map(|remark| (words.remark)(remark)),
    ];
    let said = said.into_iter().flatten().map(|said| view! { <span class="value-note">{said}</span> });
    said.collect_view().into_any()
}

/// The course of the published values, where there are at least two.
fn course(here: ViewContext, row: &Row<'_>) -> AnyView {
    let values: Vec<_> = row.past.iter().map(|past| (past.at, past.value.map(Ratio::to_f64))).collect();
    let said: Vec<_> = row
        .past
        .iter()
        .map(|past| match past.value {
            Some(value) => format!("{} {}", past.when, figure(value, SHOWN)),
            None => format!("{} {}", past.when, here.words.indicators().not_published),
        })
        .collect();
    let label = format!("{} {}", here.text(&row.indicator.name), here.join(&said));
    sparkline(&values, row.outcome.target.map(Decimal::to_f64), label)
}

/// A figure without the zeros that say nothing: `0.2`, not `0.200`.
pub fn figure(value: Ratio, places: u8) -> String {
    let text = value.to_fixed(places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// The unit's words.
pub fn unit(here: ViewContext, unit: &Unit) -> String {
    match unit {
        Unit::TPerTce => here.words.indicators().t_per_tce.to_owned(),
        Unit::Percent => "%".to_owned(),
        Unit::Named(name) => here.text(name),
    }
}

/// A figure with its unit: `91.2%`, `35 kgce/t`.
pub fn with_unit(here: ViewContext, figure: &str, of: &Unit) -> String {
    match of {
        Unit::Percent => format!("{figure}%"),
        Unit::TPerTce | Unit::Named(_) => format!("{figure} {}", unit(here, of)),
    }
}

/// The target that applies; where what chooses the band is not known of the park, the target of each band.
fn targets(
    here: ViewContext,
    indicator: &Indicator,
    applies: Option<Decimal>,
    industries: &[Industry],
) -> AnyView {
    let sign = sign(indicator.direction);
    if let Some(target) = applies {
        return view! { <span class="target">{format!("{sign} {target}")}</span> }.into_any();
    }
    let bands = indicator.bands.iter().map(|band| {
        let why =
            band.no_target.as_ref().map(|why| view! { <span class="band-range">{here.text(why)}</span> });
        view! { <li>{band_target(here, sign, band, industries)} {why}</li> }
    });
    view! { <ul class="bands">{bands.collect_view()}</ul> }.into_any()
}

/// `≤` or `≥`.
pub fn sign(direction: Direction) -> &'static str {
    direction.sign()
}

/// What applies in one band, with its range of annual energy and its industries.
pub fn band_target(here: ViewContext, sign: &'static str, band: &Band, industries: &[Industry]) -> AnyView {
    let words = here.words.indicators();
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
    let of = (!band.industries.is_empty()).then(
        || view! { <span class="band-range">{industry_names(here, &band.industries, industries)}</span> },
    );
    // What is set apart on the screen is read apart, too.
    view! { <span class=class>{target}</span> " " {range} " " {of} " " {split} }.into_any()
}

/// The names of industries, joined; one that the edition does not know stands by its id.
pub fn industry_names(here: ViewContext, ids: &[IndustryId], industries: &[Industry]) -> String {
    let name = |id: &IndustryId| {
        let known = industries.iter().find(|industry| industry.id == *id);
        known.map_or_else(|| id.as_str().to_owned(), |industry| here.text(&industry.name))
    };
    here.join(&ids.iter().map(name).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_zeros_are_left_out() {
        let value = |n: i64, of: i64| Ratio::new(Decimal::from_integer(n), Decimal::from_integer(of));
        assert_eq!(figure(value(1, 5), 3), "0.2");
        assert_eq!(figure(value(100, 1), 0), "100");
    }
}
