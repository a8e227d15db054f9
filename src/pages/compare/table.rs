//! The comparison as a table: one column a park, one row a figure.

use assessment::Ratio;
use assessment::evaluate::{Outcome, State};
use assessment::ladder::Track;
use assessment::ruleset::{Indicator, Kind};
use assessment::unit::Unit;
use leptos::prelude::*;

use super::Compared;
use super::side::{PARTS, Side};
use crate::address::Page;
use crate::pages::rankings::table::{SHOWN, rank};
use crate::parts::basis::clause_link;
use crate::parts::correction;
use crate::parts::indicator::{sign, unit};
use crate::parts::interval::{index_text, interval};
use crate::parts::last_known;
use crate::parts::source::source_line;
use crate::parts::stage::{reading as reading_words, stage_marks};
use crate::parts::state::state_mark;
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Digits after the point of a displayed share.
const SHOWN_PERCENT: u8 = 1;

/// A row: what it is, and what each park has of it.
struct Line {
    head: AnyView,
    core: bool,
    cells: Vec<AnyView>,
}

/// The table. A reader on a narrow screen moves it sideways; its first column stays.
pub fn table(compared: &Compared, rows: &[usize], names: &str) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    let sides: Vec<Side<'_>> = rows.iter().map(|at| Side::of(compared, *at)).collect();
    let caption = (words.caption)(names);
    let label = caption.clone();
    let heads: Vec<_> = rows.iter().map(|at| column(compared, *at)).collect();
    let groups = [
        (words.stage, stages(here, &sides)),
        (words.standing, standing(here, &sides)),
        (words.indicators, indicators(compared, &sides)),
        (words.accounts, accounts(compared, &sides)),
    ];
    let span = sides.len() + 1;
    let bodies: Vec<_> = groups
        .into_iter()
        .map(|(title, lines)| {
            let lines: Vec<_> = lines.into_iter().map(line).collect();
            view! {
                <tbody>
                    <tr class="group"><th scope="rowgroup" colspan=span>{title}</th></tr>
                    {lines}
                </tbody>
            }
        })
        .collect();
    view! {
        <div class="compare-scroll" role="region" tabindex="0" aria-label=label>
            <table class="comparison">
                <caption class="vh">{caption}</caption>
                <thead>
                    <tr><th scope="col"><span class="vh">{words.item}</span></th> {heads}</tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
    .into_any()
}

fn column(compared: &Compared, at: usize) -> AnyView {
    let here = compared.here;
    let park = compared.board.park(at);
    let league = compared.board.league(at).map(|league| here.text(&league.short));
    view! {
        <th scope="col">
            <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.short)}</a>
            <span class="under">
                {league} {last_known::mark(here, compared.board.row(at))} " " {correction::mark(here, &correction::of_park(&compared.files.round, &park.id))}
            </span>
        </th>
    }
    .into_any()
}

fn line(line: Line) -> AnyView {
    let cells: Vec<_> = line.cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
    view! { <tr class:core=line.core><th scope="row">{line.head}</th> {cells}</tr> }.into_any()
}

/// A row of one word.
fn plain<'a>(head: &'static str, sides: &[Side<'a>], cell: impl Fn(&Side<'a>) -> AnyView) -> Line {
    Line { head: head.into_any(), core: false, cells: sides.iter().map(cell).collect() }
}

fn quiet(words: &'static str) -> AnyView {
    view! { <span class="quiet">{words}</span> }.into_any()
}

fn stages(here: ViewContext, sides: &[Side<'_>]) -> Vec<Line> {
    let words = here.words.compare();
    let reading = |side: &Side<'_>, track| match side.reading(track) {
        Some(reading) => reading_words(here, side.stages, &reading).into_any(),
        None => quiet(words.no_reading),
    };
    vec![
        plain(words.official, sides, |side| stage_marks(here, side.stages, side.park)),
        plain(words.since, sides, |side| match side.park.since {
            Some(day) => view! { <time datetime=day.to_string()>{day.to_string()}</time> }.into_any(),
            None => quiet(here.words.indicators().not_published),
        }),
        plain(words.on_track[0], sides, |side| reading(side, Track::Region)),
        plain(words.on_track[1], sides, |side| reading(side, Track::National)),
    ]
}

fn standing(here: ViewContext, sides: &[Side<'_>]) -> Vec<Line> {
    let words = here.words.rankings();
    vec![
        plain(words.index, sides, |side| match side.row.index {
            Some(index) => view! {
                <span class="figure-value">{index_text(&index)}</span> {interval(&index)}
            }
            .into_any(),
            None => quiet(here.words.states.not_applicable),
        }),
        plain(words.rank, sides, |side| match side.row.ranks {
            Some(ranks) => rank(here, ranks),
            None => quiet(here.words.compare().apart),
        }),
        plain(words.known, sides, |side| {
            let known = side.row.index.and_then(|index| index.completeness());
            known.map(|known| format!("{}%", known.to_fixed(0))).into_any()
        }),
    ]
}

fn indicators(compared: &Compared, sides: &[Side<'_>]) -> Vec<Line> {
    let here = compared.here;
    let set = compared.files.book.ruleset(compared.level, compared.files.round.rules_day());
    let Ok(set) = set else { return Vec::new() };
    let one = |(at, indicator): (usize, &Indicator)| {
        let clause = indicator.clause.as_deref().map(|clause| clause_link(here, clause));
        let cells = sides.iter().map(|side| {
            let outcomes = side.judged.by(compared.level).map(|evaluation| &evaluation.outcomes);
            match outcomes.and_then(|outcomes| outcomes.get(at)) {
                Some(outcome) => outcome_cell(compared, side, indicator, outcome),
                None => ().into_any(),
            }
        });
        Line {
            head: view! { {here.text(&indicator.name)} " " {clause} }.into_any(),
            core: indicator.kind == Kind::Core,
            cells: cells.collect(),
        }
    };
    set.indicators.iter().enumerate().map(one).collect()
}

fn outcome_cell(
    compared: &Compared,
    side: &Side<'_>,
    indicator: &Indicator,
    outcome: &Outcome<'_>,
) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    let value = outcome.value.map(|value| {
        let digits = if indicator.unit == Unit::Percent { SHOWN_PERCENT } else { SHOWN };
        let text = outcome
            .target
            .map_or_else(|| value.to_fixed(digits), |target| value.to_fixed_against(target, digits));
        view! { <span class="figure-value">{text} " " <span class="unit">{unit(here, &indicator.unit)}</span></span> }
    });
    let target = match outcome.target {
        Some(target) => Some(format!("{} {} {target}", words.target, sign(indicator.direction))),
        None if outcome.state == State::NotApplicable || outcome.target_unknown => None,
        None => Some(words.no_target.to_owned()),
    };
    let observed = side.snapshot.and_then(|snapshot| snapshot.observed(compared.level, &indicator.id));
    let reason =
        observed.and_then(|observed| observed.not_applicable.as_ref()).map(|reason| here.text(reason));
    let older = match observed {
        Some(observed) if !observed.is_blank() => observed.older,
        _ if outcome.value.is_some() => side.snapshot.and_then(|snapshot| snapshot.core_older),
        _ => None,
    };
    let older = older.map(|older| (here.words.corrections().older)(older.dated));
    let under =
        [target, reason, older].into_iter().flatten().map(|text| view! { <span class="under">{text}</span> });
    view! { {value} {state_mark(here, outcome.state)} {under.collect_view()} }.into_any()
}

fn accounts(compared: &Compared, sides: &[Side<'_>]) -> Vec<Line> {
    let here = compared.here;
    let words = here.words.compare();
    let verified = |side: &Side<'_>| {
        let of_balance = side.accounts().map(|(_, verified)| verified);
        of_balance.or_else(|| side.without_balance().map(|(_, verified)| verified))
    };
    // Whole tonnes: the figures run to millions.
    let figure = |side: &Side<'_>, value: Option<Ratio>, unit: &'static str| match (value, verified(side)) {
        (Some(value), Some(verified)) => {
            let pending = (!verified).then(|| view! { <span class="under">{words.not_verified}</span> });
            view! { {grouped_text(&value.to_fixed(0))} " " <span class="unit">{unit}</span> {pending} }
                .into_any()
        }
        _ if side.without_balance().is_some() => quiet(here.words.park_history().not_computable),
        _ => quiet(here.words.indicators().not_published),
    };
    let totals = |side: &Side<'_>| side.without_balance().and_then(|(core, _)| core.totals().cloned());
    let energy = |side: &Side<'_>| match side.accounts() {
        Some((accounts, _)) => Some(accounts.energy().tce()),
        None => totals(side).map(|totals| totals.energy().tce()),
    };
    let emissions = |side: &Side<'_>| match side.accounts() {
        Some((accounts, _)) => Some(accounts.emissions().tonnes()),
        None => totals(side).map(|totals| totals.emissions().tonnes()),
    };
    let mut lines = vec![
        plain(words.energy, sides, |side| figure(side, energy(side), words.tce)),
        plain(words.emissions, sides, |side| figure(side, emissions(side), words.tonnes)),
    ];
    for (word, part) in words.parts.into_iter().zip(PARTS) {
        let of = |side: &Side<'_>| side.emissions_of(part).map(|emissions| emissions.tonnes());
        lines.push(plain(word, sides, |side| figure(side, of(side), words.tonnes)));
    }
    lines.push(plain(words.source, sides, |side| source(compared, side)));
    lines
}

/// Where the snapshot is published, once the documents are here.
fn source(compared: &Compared, side: &Side<'_>) -> AnyView {
    let here = compared.here;
    let Some(source) = side.snapshot.and_then(|snapshot| snapshot.source.clone()) else {
        return quiet(here.words.indicators().not_published);
    };
    let documents = compared.documents.clone();
    let line = move || source_line(here, &source, &documents.ready().unwrap_or_default());
    view! { <span class="small">{line}</span> }.into_any()
}
