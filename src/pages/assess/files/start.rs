//! Ways to begin: blank, the worked example, a published park's figures, a file.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::round::{Round, RoundSummary, Snapshot};
use leptos::html::Select;
use leptos::prelude::*;
use worksheet::Sheet;
use worksheet::file::open;

use super::incoming::{Incoming, read_file};
use crate::address::Page;
use crate::assess::Session;
use crate::assess::session::library;
use crate::browser::files;
use crate::load::{Opened, Store};
use crate::parts::loading::shown;
use crate::query::Query;
use crate::view_context::ViewContext;

/// Puts a sheet here when nothing is filled in yet, and else begins another assessment: nothing is lost.
pub fn take_up(session: Session, sheet: Sheet) {
    if session.with(Sheet::is_blank) { session.replace(sheet) } else { session.begin(sheet) }
}

/// The ways to begin.
pub fn start(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let words = &here.words.assess_form().desk;
    let year = move || {
        session.with(Sheet::year).unwrap_or_else(|| super::super::default_year(here, &session.rulebook()))
    };
    let example = move |_| {
        let name = words.example_name.to_owned();
        take_up(session, Sheet { name, ..Sheet::example(year()) });
    };
    let blank = here.href_with(Page::Assess, Query { step: "print".to_owned(), ..Query::default() });
    view! {
        <div class="fold-body">
            <p class="start-ways">
                <button type="button" class="button" id="new" on:click=move |_| session.begin(session.new_sheet(year()))>
                    {words.new}
                </button>
                <button type="button" class="button" id="example" on:click=example>
                    {words.example}
                </button>
                <a href=blank>{here.words.assess_form().blank.link}</a>
            </p>
            {file(here)}
            {parks(here, session, opened)}
        </div>
    }
    .into_any()
}

fn file(here: ViewContext) -> AnyView {
    let words = &here.words.assess_form().desk;
    let incoming = expect_context::<Incoming>();
    let chosen = move |ev: leptos::ev::Event| {
        if let Some(handed) = files::chosen(&ev) {
            read_file(incoming, handed);
        }
    };
    view! {
        <div class="field wide">
            <label for="open-file">{words.file}</label>
            <span class="field-hint" id="open-file-hint">
                {words.file_hint}
            </span>
            <input
                id="open-file"
                type="file"
                accept=".json,application/json"
                aria-describedby="open-file-hint"
                on:change=chosen
            />
        </div>
    }
    .into_any()
}

/// The parks of the last round whose energy balance is published. The round is loaded when it is asked for.
fn parks(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let words = &here.words.assess_form().desk;
    let Some(summary) = opened.round().cloned() else {
        return view! {
            <p class="quiet">{words.park} " · " {words.park_none}</p>
        }
        .into_any();
    };
    let asked = RwSignal::new(false);
    let list = move || {
        let (opened, summary) = (Arc::clone(&opened), summary.clone());
        asked.get().then(|| {
            let round = Store::of().file_at::<Round>(&opened, &summary.file);
            shown(round, move |round| choice(here, session, &opened, &summary, &round))
        })
    };
    view! {
        <details class="fold" on:toggle=move |_| asked.set(true)>
            <summary>{words.park}</summary>
            {list}
        </details>
    }
    .into_any()
}

fn choice(
    here: ViewContext,
    session: Session,
    opened: &Opened,
    summary: &RoundSummary,
    round: &Arc<Known<Round>>,
) -> AnyView {
    let words = &here.words.assess_form().desk;
    let name_of = |snapshot: &Snapshot| {
        let park = opened.edition.parks.iter().find(|park| park.id == snapshot.park)?;
        Some(here.text(&park.name))
    };
    let with_balance = round.parks.iter().filter(|snapshot| snapshot.balance().is_some());
    let parks: Vec<(String, String)> =
        with_balance.filter_map(|snapshot| Some((snapshot.park.clone(), name_of(snapshot)?))).collect();
    if parks.is_empty() {
        return view! { <p class="quiet">{words.park_none}</p> }.into_any();
    }
    let title = here.text(&summary.title);
    let demonstration = if opened.edition.demonstration { words.demonstration } else { "" };
    let options = parks.iter().map(|(id, name)| view! { <option value=id.clone()>{name.clone()}</option> });
    let options = options.collect_view();
    let (node, round) = (NodeRef::<Select>::new(), Arc::clone(round));
    let load = move |_| {
        let Some(id) = node.get_untracked().map(|select| select.value()) else { return };
        let name = parks.iter().find(|(park, _)| *park == id).map_or("", |(_, name)| name);
        let name = format!("{}{demonstration}", (words.park_name)(name, &title));
        if let Some(sheet) = round
            .parks
            .iter()
            .find(|snapshot| snapshot.park == id)
            .and_then(|snapshot| of_park(session, snapshot))
        {
            take_up(session, Sheet { name, ..sheet });
        }
    };
    view! {
        <div class="field">
            <label for="start-park">{words.park_choose}</label>
            <span class="field-row">
                <select id="start-park" node_ref=node>
                    {options}
                </select>
                <button type="button" class="button" on:click=load>
                    {words.park_load}
                </button>
            </span>
        </div>
    }
    .into_any()
}

/// The sheet of a published park: its balance, its guiding indicators, what is published of its basic conditions.
fn of_park(session: Session, snapshot: &Snapshot) -> Option<Sheet> {
    let file = snapshot.assessment_file()?;
    let mut sheet = open(file.to_string().as_bytes(), library(&session.rulebook())).ok()?.sheet;
    for (line, stated) in sheet.basic.iter_mut().zip(snapshot.basic) {
        line.holds = stated.known();
    }
    Some(sheet)
}
