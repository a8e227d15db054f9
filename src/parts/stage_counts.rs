//! Parks by stage over time: a row of bars for each group of stages, one bar a round, all rows on one
//! scale, against the plan's years. The table twin says the same.

use assessment::Date;
use assessment::evaluate::State;
use assessment::ladder::{Group, StageTable};
use disclosure::as_of::Known;
use disclosure::model::{Edition, Milestone, ParkSummary};
use disclosure::stage_counts::{StageCounts, days, over_time};
use leptos::prelude::*;

use super::basis::clause_link;
use super::stage::{group_glyph, group_paths};
use super::state::state_glyph;
use super::timeline::Axis;
use crate::stages::tone_class;
use crate::svg_number::fixed;
use crate::view_context::ViewContext;

/// How large the bars are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The subject of a section: every group has its row.
    Full,
    /// Beside something else: only groups that occur.
    Small,
}

/// Parks by stage over time beside something else, below their title and by what they are counted; nothing while no
/// act names one of them.
pub fn small(
    here: ViewContext,
    edition: &Known<Edition>,
    parks: &[ParkSummary],
    title: &'static str,
    milestones: &[Milestone],
) -> AnyView {
    let words = here.words.over_time();
    if parks.iter().all(|park| park.events.is_empty()) {
        return ().into_any();
    }
    let lead = if edition.rounds.is_empty() { words.lead_by_year } else { words.lead };
    view! {
        <h2>{title}</h2>
        <p class="section-note">{lead}</p>
        {stage_counts(here, edition.stages(), &over_time(edition, parks, &days(edition)), milestones, Size::Small)}
    }
    .into_any()
}

/// Height of the years above the rows, px.
const YEARS: f64 = 26.0;
/// Height of a row's name, px.
const NAME: f64 = 20.0;
/// Height that a bar's number takes, px.
const NUMBER: f64 = 15.0;
/// Share of its room that a bar fills.
const FILL: f64 = 0.76;

/// A bar: middle and width in per cent of the drawing, and how many parks.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bar {
    middle: f64,
    width: f64,
    parks: usize,
}

/// A row of bars: its group and the largest number drawn in it, of a bar or of a target.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    group: Group,
    bars: Vec<Bar>,
    most: usize,
}

/// What the drawing shows.
#[derive(Clone, Debug, PartialEq)]
struct Layout {
    axis: Axis,
    /// Rising from the last row to the first, as the ladder does.
    rows: Vec<Row>,
    /// Height of one park, px.
    park: f64,
}

/// Lays the counts out. `None` without any.
fn lay_out(
    table: &StageTable,
    counts: &[StageCounts],
    milestones: &[Milestone],
    size: Size,
) -> Option<Layout> {
    let year = |day: Date| u16::try_from(day.year()).ok();
    let years = || milestones.iter().map(|milestone| milestone.year);
    let from = years().chain(year(counts.first()?.on)).min()?;
    let to = years().chain(year(counts.last()?.on)).max()?;
    let axis = Axis { from, to };
    // A bar ends with its day: a round of June has the half-year before it.
    let ends: Vec<f64> = counts.iter().filter_map(|count| axis.at_day(count.on)).collect();
    let half_year = axis.at_year(from + 1) / 2.0;
    let room = ends.windows(2).map(|pair| pair[1] - pair[0]).fold(half_year, f64::min);
    let rows = table.groups.iter().rev().map(|group| {
        let group = group.id;
        let bar = |(end, count): (&f64, &StageCounts)| Bar {
            middle: end - room / 2.0,
            width: room * FILL,
            parks: count.of(group).unwrap_or_default(),
        };
        let bars: Vec<Bar> = ends.iter().zip(counts).map(bar).collect();
        let asked = targets(table, milestones, group).map(|(_, parks)| usize::from(parks));
        let most = bars.iter().map(|bar| bar.parks).chain(asked).max().unwrap_or_default();
        Row { group, bars, most }
    });
    let occurs = |row: &Row| row.bars.iter().any(|bar| bar.parks > 0);
    let rows: Vec<Row> = rows.filter(|row| size == Size::Full || occurs(row)).collect();
    let tallest = match size {
        Size::Full => 72.0,
        Size::Small => 40.0,
    };
    let most = rows.iter().map(|row| row.most).max().unwrap_or_default().max(1);
    Some(Layout { axis, rows, park: (tallest / most as f64).min(12.0) })
}

/// A number of parks that the plan asks for by the end of a year, in a group.
fn targets(table: &StageTable, milestones: &[Milestone], group: Group) -> impl Iterator<Item = (u16, u16)> {
    let objectives = milestones.iter().flat_map(|m| m.objectives.iter().map(move |each| (m.year, each)));
    objectives
        .filter(move |(_, each)| {
            each.stage.and_then(|stage| table.get(stage)).is_some_and(|row| row.group == group)
        })
        .filter_map(|(year, each)| Some((year, each.parks?)))
}

/// The drawing with its key and its table twin. `milestones` are those that the counts are set against.
pub fn stage_counts(
    here: ViewContext,
    table: &StageTable,
    counts: &[StageCounts],
    milestones: &[Milestone],
    size: Size,
) -> AnyView {
    let words = here.words.over_time();
    let Some(layout) = lay_out(table, counts, milestones, size) else {
        return view! { <p class="empty">{words.none}</p> }.into_any();
    };
    let rows = counts.iter().map(|count| {
        (view! { <span class="nowrap">{count.on.to_string()}</span> }.into_any(), count.clone())
    });
    let twin = counts_table(here, table, words.caption.to_owned(), words.day, rows.collect());
    view! {
        <div class="counts" class:counts-small=size == Size::Small>
            {drawing(here, table, &layout, milestones, said(here, table, counts))}
            {key(here, milestones)}
            <details class="twin">
                <summary>{words.table}</summary>
                {twin}
            </details>
        </div>
    }
    .into_any()
}

/// The last counts in words: what the drawing's name says.
fn said(here: ViewContext, table: &StageTable, counts: &[StageCounts]) -> String {
    let words = here.words.over_time();
    let Some(last) = counts.last() else { return words.none.to_owned() };
    (words.label)(counts.len(), here.day(last.on), summary(here, table, last))
}

/// The groups that occur, each with its number, the highest first.
pub fn summary(here: ViewContext, table: &StageTable, counts: &StageCounts) -> String {
    let words = here.words.over_time();
    let groups = table.groups.iter().rev().map(|group| (group, counts.of(group.id).unwrap_or_default()));
    let parts = groups.filter(|(_, parks)| *parks > 0);
    let parts: Vec<String> =
        parts.map(|(group, parks)| (words.number_of)(&here.text(&group.name), parks)).collect();
    here.join(&parts)
}

fn drawing(
    here: ViewContext,
    table: &StageTable,
    layout: &Layout,
    milestones: &[Milestone],
    label: String,
) -> AnyView {
    let mut top = YEARS;
    let rows: Vec<AnyView> = layout
        .rows
        .iter()
        .map(|row| {
            let view = row_of_bars(here, table, layout, row, milestones, top);
            top += height(layout, row);
            view
        })
        .collect();
    let axis = layout.axis;
    let years = (axis.from..=axis.to).map(|year| {
        let goal = milestones.iter().any(|milestone| milestone.year == year);
        let middle = (axis.at_year(year) + axis.at_year(year + 1)) / 2.0;
        let line = percent(axis.at_year(if goal { year + 1 } else { year }));
        let word = if goal { (here.words.over_time().goal)(year) } else { year.to_string() };
        view! {
            <line class="counts-year" x1=percent(axis.at_year(year)) x2=percent(axis.at_year(year)) y1="0" y2=px(top) />
            {goal.then(|| view! { <line class="counts-goal" x1=line.clone() x2=line.clone() y1="0" y2=px(top) /> })}
            <text class=if goal { "counts-at goal" } else { "counts-at" } x=percent(middle) y="15">{word}</text>
        }
    });
    view! {
        <svg class="counts-drawing" width="100%" height=px(top + 2.0) role="img" aria-label=label>
            {years.collect_view()}
            {rows}
        </svg>
    }
    .into_any()
}

/// Height of a row, px.
fn height(layout: &Layout, row: &Row) -> f64 {
    NAME + NUMBER + layout.park * row.most as f64 + 4.0
}

fn row_of_bars(
    here: ViewContext,
    table: &StageTable,
    layout: &Layout,
    row: &Row,
    milestones: &[Milestone],
    top: f64,
) -> AnyView {
    let words = here.words.over_time();
    let ground = top + height(layout, row) - 4.0;
    let group = table.group(row.group);
    let attained = table.sign_of(row.group).is_some_and(|sign| sign.accepted_by.is_some());
    let class = format!(
        "counts-bar {}{}",
        group.map(|group| tone_class(group.tone)).unwrap_or_default(),
        if attained { " attained" } else { Default::default() }
    );
    let name = group.map(|group| here.text(&group.name));
    let last = row.bars.len().saturating_sub(1);
    let bars = row.bars.iter().enumerate().filter(|(_, bar)| bar.parks > 0).map(|(at, bar)| {
        let tall = layout.park * bar.parks as f64;
        view! {
            <rect
                class=class.clone()
                x=percent(bar.middle - bar.width / 2.0)
                y=px(ground - tall)
                width=percent(bar.width)
                height=px(tall)
            />
            <text class=if at == last { "counts-number last" } else { "counts-number" } x=percent(bar.middle) y=px(ground - tall - 4.0)>
                {bar.parks}
            </text>
        }
    });
    let targets: Vec<(u16, u16)> = targets(table, milestones, row.group).collect();
    let lines = targets.iter().map(|(year, parks)| {
        let y = px(ground - layout.park * f64::from(*parks));
        view! {
            <line class="counts-target" x1="0" x2=percent(layout.axis.at_year(year + 1)) y1=y.clone() y2=y.clone() />
        }
    });
    let said = targets.iter().map(|(year, parks)| {
        view! { <tspan class="counts-target-word" dx="10">{(words.target)(*year, *parks)}</tspan> }
    });
    view! {
        <line class="counts-ground" x1="0" x2="100%" y1=px(ground) y2=px(ground) />
        <svg x="0" y=px(top + 3.0) width="13" height="13" viewBox="0 0 16 16">
            {group_paths(table, row.group)}
        </svg>
        <text class="counts-name" x="19" y=px(top + 14.0)>{name} {said.collect_view()}</text>
        {bars.collect_view()}
        {lines.collect_view()}
    }
    .into_any()
}

/// What the lines stand for, each with its clause.
fn key(here: ViewContext, milestones: &[Milestone]) -> AnyView {
    let words = here.words.over_time();
    let entries = milestones.iter().map(|milestone| {
        let asked = milestone.objectives.iter().filter(|each| each.parks.is_some());
        let asked: Vec<String> = asked.map(|each| here.text(&each.text)).collect();
        let asked = (!asked.is_empty()).then(|| format!("{}{}", here.words.map().colon, here.join(&asked)));
        view! { <li><span class="nowrap">{(words.goal)(milestone.year)}</span> {asked} " " {clause_link(here, &milestone.clause)}</li> }
    });
    (!milestones.is_empty())
        .then(|| view! { <ul class="counts-key" aria-label=words.key>{entries.collect_view()}</ul> })
        .into_any()
}

/// Counts as a table, one row each: the head of a row says what is counted.
pub fn counts_table(
    here: ViewContext,
    table: &StageTable,
    caption: String,
    head: &'static str,
    rows: Vec<(AnyView, StageCounts)>,
) -> AnyView {
    let words = here.words.over_time();
    let heads: Vec<_> = table
        .groups
        .iter()
        .map(|group| {
            view! {
                <th scope="col" class="number">
                    {group_glyph(table, group.id)} <span class="counts-word">{here.text(&group.name)}</span>
                </th>
            }
        })
        .collect();
    let unknown = rows.iter().any(|(_, counts)| counts.groups.iter().any(|(_, parks)| parks.is_none()));
    let key = unknown.then(|| {
        view! { <p class="counts-unknown" aria-hidden="true">{state_glyph(State::NoData)} " " {here.words.ladder.none_published}</p> }
    });
    let rows = rows.into_iter().map(|(name, counts)| {
        let cells: Vec<_> = counts
            .groups
            .iter()
            .map(|(_, parks)| match parks {
                Some(parks) => {
                    view! { <td class="number" class:quiet={*parks == 0}>{*parks}</td> }.into_any()
                }
                None => view! { <td class="number none-published">
                    {state_glyph(State::NoData)} <span class="vh">{here.words.ladder.none_published}</span>
                </td> }
                .into_any(),
            })
            .collect();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
                <td class="number counts-all">{counts.all()}</td>
            </tr>
        }
    });
    view! {
        <table class="counts-table">
            <caption class="vh">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{head}</th>
                    {heads}
                    <th scope="col" class="number">{words.all}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {key}
    }
    .into_any()
}

fn percent(share: f64) -> String {
    format!("{}%", fixed(share, 2))
}

fn px(length: f64) -> String {
    fixed(length, 1)
}

#[cfg(test)]
mod tests {
    use disclosure::model::{Act, Evidence, FileRef, Objective, ParkSummary, Scope, Stage};
    use fixtures::{edition, stage_table};

    use super::*;

    fn group(id: &str) -> Group {
        Group::parse(id).unwrap()
    }

    fn text() -> assessment::Text {
        assessment::Text { zh: "一".into(), en: "one".into() }
    }

    fn park(acts: &[(&str, Stage)]) -> ParkSummary {
        let act = |(day, stage): &(&str, Stage)| Act {
            dated: day.parse().unwrap(),
            stage: *stage,
            removed: false,
            due: None,
        };
        ParkSummary {
            id: "x".into(),
            name: text(),
            short: text(),
            league: "ordos".into(),
            at: None,
            stage: None,
            since: None,
            events: acts.iter().map(act).collect(),
            amended: vec![],
            industries: vec![],
            scope: Some(Scope::Whole),
            construction: None,
            committed: vec![],
            file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
        }
    }

    fn milestone(year: u16, parks: Option<u16>) -> Milestone {
        let evidence = Evidence::NotFound { as_of: "2025-01-01".parse().unwrap(), text: None };
        let stage = parks.map(|_| Stage::CULTIVATION);
        let objective = Objective { id: "x".into(), text: text(), parks, stage, evidence };
        Milestone { year, objectives: vec![objective], clause: "plan/1/2025".into() }
    }

    fn counts(days: &[&str]) -> Vec<StageCounts> {
        let parks =
            vec![park(&[("2025-04-01", Stage::CANDIDATE), ("2025-09-01", Stage::CULTIVATION)]), park(&[])];
        let days: Vec<Date> = days.iter().map(|day| day.parse().unwrap()).collect();
        let edition = edition(parks);
        over_time(&edition, &edition.parks, &days)
    }

    #[test]
    fn the_years_of_the_plan_are_there_from_the_first_round_on() {
        let plan = [milestone(2025, Some(20)), milestone(2027, None), milestone(2030, None)];
        let layout = lay_out(&stage_table(), &counts(&["2025-06-30"]), &plan, Size::Full).unwrap();
        assert_eq!(layout.axis, Axis { from: 2025, to: 2030 });
        assert_eq!(layout.rows.len(), stage_table().groups.len());
        assert_eq!(layout.rows[0].group, group("national_park"), "the highest stands on top");
        assert!(lay_out(&stage_table(), &[], &plan, Size::Full).is_none());
    }

    #[test]
    fn bars_end_with_their_day_and_never_touch() {
        let layout =
            lay_out(&stage_table(), &counts(&["2025-06-30", "2025-12-31", "2026-02-28"]), &[], Size::Small)
                .unwrap();
        for row in &layout.rows {
            for pair in row.bars.windows(2) {
                assert!(pair[0].middle + pair[0].width / 2.0 < pair[1].middle - pair[1].width / 2.0);
            }
            let ends = row.bars.iter().map(|bar| bar.middle + bar.width / 2.0);
            assert!(ends.fold(0.0, f64::max) <= 100.0);
        }
        let groups: Vec<Group> = layout.rows.iter().map(|row| row.group).collect();
        assert_eq!(
            groups,
            [group("cultivation"), group("candidate")],
            "a small drawing leaves out what is empty"
        );
    }

    #[test]
    fn a_target_stands_in_the_row_that_it_is_about() {
        let plan = [milestone(2025, Some(20)), milestone(2027, None)];
        assert_eq!(targets(&stage_table(), &plan, group("cultivation")).collect::<Vec<_>>(), [(2025, 20)]);
        assert_eq!(targets(&stage_table(), &plan, group("built")).count(), 0);
    }

    #[test]
    fn a_target_that_no_park_has_come_near_lies_within_its_own_row() {
        let plan = [milestone(2025, Some(20)), milestone(2030, None)];
        let layout = lay_out(&stage_table(), &counts(&["2025-06-30"]), &plan, Size::Full).unwrap();
        let row = layout.rows.iter().find(|row| row.group == group("cultivation")).unwrap();
        assert!(row.bars.iter().all(|bar| bar.parks == 0));
        assert!(height(&layout, row) >= NAME + layout.park * 20.0, "else the line crosses the row above");
        let small = lay_out(&stage_table(), &counts(&["2025-06-30"]), &plan, Size::Small).unwrap();
        assert!(small.rows.iter().all(|row| row.group != group("cultivation")), "no row for a target alone");
    }
}
