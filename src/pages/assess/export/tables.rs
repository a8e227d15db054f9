//! The report's tables: each cell as it is shown, and as it is saved with every digit.

use assessment::evaluate::State;
use assessment::input::Rules;
use assessment::report::Report;
use assessment::unit::Unit;
use assessment::{Decimal, Ratio};
use disclosure::csv;
use leptos::prelude::*;
use worksheet::Sheet;
use worksheet::tables::{carbon, energy, structure};

use super::super::result::{subject_name, unit_symbol};
use crate::parts::indicator::{sign, unit};
use crate::parts::state::state_word;
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Digits after the point of a shown figure.
const SHOWN: u8 = 2;
/// Digits after the point of a shown intensity.
const INTENSITY: u8 = 3;
/// Digits after the point of a shown factor.
const FACTOR: u8 = 4;

/// A cell: what is read, what is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    shown: String,
    saved: String,
    number: bool,
}

impl Cell {
    fn text(text: impl Into<String>) -> Cell {
        let shown: String = text.into();
        Cell { saved: shown.clone(), shown, number: false }
    }

    fn figure(value: Ratio, places: u8) -> Cell {
        Cell { shown: grouped_text(&value.to_fixed(places)), saved: value.to_string(), number: true }
    }

    /// A value that is held against a target: never shown as the target where it is not.
    fn against(value: Ratio, target: Option<Decimal>, places: u8) -> Cell {
        let shown =
            target.map_or_else(|| value.to_fixed(places), |target| value.to_fixed_against(target, places));
        Cell { shown, saved: value.to_string(), number: true }
    }

    fn exact(value: Decimal) -> Cell {
        let saved = value.to_string();
        Cell { shown: grouped_text(&saved), saved, number: true }
    }

    fn none() -> Cell {
        Cell { shown: "–".to_owned(), saved: String::new(), number: true }
    }
}

/// A table of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Part of its file's name.
    pub id: &'static str,
    /// Caption.
    pub title: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as CSV, every digit kept.
    pub fn csv(&self) -> String {
        let heads = self.heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| cell.saved.clone()).collect());
        csv::write(std::iter::once(heads).chain(rows))
    }

    /// The table on the page.
    pub fn view(&self) -> AnyView {
        let number =
            |at: usize| self.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| cell.number);
        let heads = self.heads.iter().enumerate();
        let heads = heads.map(|(at, head)| view! { <th scope="col" class:number=number(at)>{*head}</th> });
        let heads = heads.collect_view();
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().enumerate().map(|(at, cell)| {
                let text = cell.shown.clone();
                if at == 0 {
                    return view! { <th scope="row">{text}</th> }.into_any();
                }
                view! { <td class:number=cell.number>{text}</td> }.into_any()
            });
            view! { <tr>{cells.collect_view()}</tr> }
        });
        view! {
            <div class="report-part">
                <h3>{self.title}</h3>
                <div class="wide-table" role="region" aria-label=self.title tabindex="0">
                    <table class="report-table" data-report-table=self.id>
                        <caption class="vh">{self.title}</caption>
                        <thead>
                            <tr>{heads}</tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            </div>
        }
        .into_any()
    }
}

/// All tables of the report, in its order.
pub fn tables(here: ViewContext, sheet: &Sheet, report: &Report<'_>, rules: Rules<'_>) -> Vec<Table> {
    vec![
        totals(here, report),
        indicators(here, report, rules),
        energy_table(here, report, rules),
        carbon_table(here, report, rules),
        structure_table(here, report),
        basic(here, sheet),
    ]
}

fn totals(here: ViewContext, report: &Report<'_>) -> Table {
    let words = here.words.assess_export();
    let target = report.core().and_then(|core| core.target);
    let optional =
        |value: Option<Ratio>, places| value.map_or_else(Cell::none, |value| Cell::figure(value, places));
    let rows = vec![
        vec![Cell::text(words.emissions), Cell::figure(report.emissions_t, SHOWN)],
        vec![Cell::text(words.energy_total), Cell::figure(report.energy_tce.into(), SHOWN)],
        vec![
            Cell::text(words.intensity),
            report.intensity_t_per_tce.map_or_else(Cell::none, |value| Cell::against(value, target, 6)),
        ],
        vec![Cell::text(words.without_feedstock), optional(report.intensity_without_feedstock_energy, 6)],
        vec![Cell::text(words.direct_supply), optional(report.direct_supply_share_pct, SHOWN)],
        vec![Cell::text(words.clean_strict), optional(report.clean_energy_share_strict_pct, SHOWN)],
        vec![Cell::text(words.bunkers), Cell::figure(report.bunkers_t.into(), SHOWN)],
    ];
    Table { id: "result", title: words.verdict, heads: words.result_head.to_vec(), rows }
}

fn indicators(here: ViewContext, report: &Report<'_>, rules: Rules<'_>) -> Table {
    let words = here.words.assess_export();
    let rows = report.outcomes.iter().filter_map(|outcome| {
        let indicator = rules.ruleset.indicator(outcome.indicator)?;
        let target = outcome.target.map(|target| format!("{} {target}", sign(indicator.direction)));
        let places = if indicator.unit == Unit::TPerTce { INTENSITY } else { SHOWN };
        Some(vec![
            Cell::text((words.with_unit)(&here.text(&indicator.name), &unit(here, &indicator.unit))),
            outcome.value.map_or_else(Cell::none, |value| Cell::against(value, outcome.target, places)),
            target.map_or_else(Cell::none, Cell::text),
            Cell::text(match &outcome.reason {
                Some(reason) => {
                    format!("{}{}{reason}", state_word(here, outcome.state), here.words.map().colon)
                }
                // Nobody has to publish what somebody fills in alone.
                None if outcome.state == State::NoData => words.not_given.to_owned(),
                None => state_word(here, outcome.state).to_owned(),
            }),
            Cell::text(outcome.clause.unwrap_or_default()),
        ])
    });
    let heads = words.indicator_heads.to_vec();
    Table { id: "indicators", title: words.indicators, heads, rows: rows.collect() }
}

fn energy_table(here: ViewContext, report: &Report<'_>, rules: Rules<'_>) -> Table {
    let words = here.words.assess_export();
    let mut rows: Vec<Vec<Cell>> = energy(&report.accounts)
        .into_iter()
        .map(|row| {
            vec![
                Cell::text(subject_name(here, &row.subject, rules)),
                Cell::text((words.supply)(row.supply)),
                Cell::text((words.usage)(row.used)),
                Cell::exact(row.amount),
                Cell::text(unit_symbol(here, row.unit)),
                Cell::figure(row.tce_per_unit, FACTOR),
                Cell::figure(row.tce.into(), SHOWN),
            ]
        })
        .collect();
    rows.push(total(words.total, 7, Ratio::from(report.energy_tce)));
    Table { id: "energy", title: words.energy, heads: words.energy_heads.to_vec(), rows }
}

fn carbon_table(here: ViewContext, report: &Report<'_>, rules: Rules<'_>) -> Table {
    let words = here.words.assess_export();
    let mut rows: Vec<Vec<Cell>> = carbon(&report.accounts)
        .into_iter()
        .map(|row| {
            vec![
                Cell::text((words.part)(row.part)),
                Cell::text(subject_name(here, &row.subject, rules)),
                Cell::exact(row.amount),
                Cell::text(unit_symbol(here, row.unit)),
                Cell::figure(row.t_per_unit, FACTOR),
                Cell::text((words.origin)(&row.origin)),
                Cell::figure(row.emissions, SHOWN),
            ]
        })
        .collect();
    rows.push(total(words.total, 7, report.emissions_t));
    Table { id: "carbon", title: words.carbon, heads: words.carbon_heads.to_vec(), rows }
}

fn total(word: &'static str, columns: usize, sum: Ratio) -> Vec<Cell> {
    let mut row = vec![Cell::text(word)];
    row.resize(columns - 1, Cell::text(""));
    row.push(Cell::figure(sum, SHOWN));
    row
}

fn structure_table(here: ViewContext, report: &Report<'_>) -> Table {
    let words = here.words.assess_export();
    let rows = structure(&report.accounts).into_iter().map(|(id, emissions, share)| {
        vec![
            Cell::text((words.structure_part)(id)),
            Cell::figure(emissions, SHOWN),
            share.map_or_else(Cell::none, |share| Cell::figure(share, SHOWN)),
        ]
    });
    let heads = words.structure_heads.to_vec();
    Table { id: "structure", title: words.structure, heads, rows: rows.collect() }
}

fn basic(here: ViewContext, sheet: &Sheet) -> Table {
    let words = here.words.assess_export();
    let questions = &here.words.assess_form().basic.questions;
    let rows = sheet.basic.iter().zip(questions).map(|(line, question)| {
        vec![Cell::text(*question), Cell::text((words.holds)(line.holds)), Cell::text(line.note.clone())]
    });
    Table { id: "basic", title: words.basic, heads: words.basic_heads.to_vec(), rows: rows.collect() }
}
