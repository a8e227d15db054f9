//! Copies kept as scenario A, B and C, side by side with what is filled in.

use assessment::Decimal;
use assessment::evaluate::State;
use assessment::report::Report;
use assessment::report::assess;
use leptos::prelude::*;
use worksheet::Sheet;

use super::figures::{against, rounded};
use super::{ResultContext, summary};
use crate::assess::session::library;
use crate::view_context::ViewContext;

const LETTERS: [&str; 3] = ["A", "B", "C"];

/// Keep, compare, load back, forget.
pub fn scenarios(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    context.folds.section("scenarios", words.scenarios, move || {
        let asked = RwSignal::new(None::<usize>);
        let done = RwSignal::new("");
        let slots: Vec<_> = (0..LETTERS.len()).map(|at| slot(context, at, asked, done)).collect();
        view! {
            <p class="section-note">{words.scenarios_lead}</p>
            <ul class="slots">{slots}</ul>
            <p class="section-note" role="status">{done}</p>
            {move || table(context)}
        }
        .into_any()
    })
}

fn slot(
    context: ResultContext,
    at: usize,
    asked: RwSignal<Option<usize>>,
    done: RwSignal<&'static str>,
) -> AnyView {
    let words = context.here.words.assess_result();
    let letter = LETTERS[at];
    let kept = Memo::new(move |_| context.session.scenarios().get(at).cloned().flatten());
    let keep = move |_| {
        asked.set(None);
        context.session.keep_scenario(at, Some(context.session.with(Sheet::clone)));
        done.set(words.kept_scenario);
    };
    let load = move |_| {
        if let Some(sheet) = kept.get_untracked() {
            context.session.replace(sheet);
            done.set(words.loaded);
        }
    };
    // A copy that is forgotten cannot be undone: the second press does it.
    let forget = move |_| {
        if asked.get_untracked() == Some(at) {
            context.session.keep_scenario(at, None);
            asked.set(None);
            done.set(words.forgotten);
        } else {
            asked.set(Some(at));
        }
    };
    let forget_words = move || if asked.get() == Some(at) { words.forget_really } else { words.forget };
    let full = Memo::new(move |_| kept.with(Option::is_some));
    let buttons = move || {
        full.get().then(|| {
            view! {
                <button type="button" class="button" on:click=load>{words.load} <span class="vh">{letter}</span></button>
                <button type="button" class="button" on:click=forget>{forget_words} <span class="vh">{letter}</span></button>
            }
        })
    };
    let keep_words = move || (words.keep_as)(letter, full.get());
    view! {
        <li>
            <strong>{letter}</strong>
            <button type="button" class="button" on:click=keep>{keep_words}</button>
            {buttons}
        </li>
    }
    .into_any()
}

/// One column a sheet.
struct Column {
    head: String,
    cells: Option<[String; 7]>,
}

fn table(context: ResultContext) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let kept = context.session.scenarios();
    if kept.iter().all(Option::is_none) {
        return view! { <p class="empty">{words.no_scenarios}</p> }.into_any();
    }
    let mut columns = vec![Column {
        head: words.now.to_owned(),
        cells: context.session.with(|sheet| judged(context, sheet)),
    }];
    for (letter, sheet) in LETTERS.iter().zip(&kept) {
        if let Some(sheet) = sheet {
            let name =
                if sheet.name.trim().is_empty() { String::new() } else { format!(" {}", sheet.name.trim()) };
            columns.push(Column { head: format!("{letter}{name}"), cells: judged(context, sheet) });
        }
    }
    let heads: Vec<_> =
        columns.iter().map(|column| view! { <th scope="col">{column.head.clone()}</th> }).collect();
    let rows: Vec<_> = words
        .scenario_rows
        .iter()
        .enumerate()
        .map(|(row, name)| {
            let cells: Vec<_> = columns
                .iter()
                .map(|column| {
                    let cell = column.cells.as_ref().map_or(words.not_judged, |cells| cells[row].as_str());
                    view! { <td>{cell.to_owned()}</td> }
                })
                .collect();
            view! { <tr><th scope="row">{*name}</th> {cells}</tr> }
        })
        .collect();
    view! {
        <div class="side-by-side" tabindex="0" role="region" aria-label=words.scenarios>
            <table>
                <caption class="vh">{words.scenarios}</caption>
                <thead><tr><td></td> {heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="section-note">{(words.units_are)(words.t_co2, words.tce, here.words.indicators().t_per_tce)}</p>
    }
    .into_any()
}

/// Year, emissions, energy, intensity, verdict, direct supply, clean energy; `None` while it cannot be judged.
fn judged(context: ResultContext, sheet: &Sheet) -> Option<[String; 7]> {
    let book = context.session.rulebook();
    let (assessment, rules) = sheet.read(library(&book)).assessment?;
    let report = assess(&assessment, rules);
    Some(cells(context.here, assessment.year, &report))
}

fn cells(here: ViewContext, year: u16, report: &Report<'_>) -> [String; 7] {
    let share = |value: Option<assessment::Ratio>| {
        value.map_or_else(|| "–".to_owned(), |share| format!("{}%", share.to_fixed(2)))
    };
    let core = report.core();
    let target: Option<Decimal> = core.and_then(|core| core.target);
    let value = report.intensity_t_per_tce.map(|value| against(value, target, summary::SHOWN));
    let sign = core.map_or("", |core| core.direction.sign());
    let target = target.map(|target| format!(" ({sign}\u{a0}{target})")).unwrap_or_default();
    let state = core.map_or(State::NoData, |core| core.state);
    [
        year.to_string(),
        rounded(report.emissions_t, 1),
        rounded(report.energy_tce, 1),
        format!("{}{target}", value.unwrap_or_else(|| "–".to_owned())),
        summary::verdict_words(here, report.verdict, state).to_owned(),
        share(report.direct_supply_share_pct),
        share(report.accounts.clean_energy_share()),
    ]
}
