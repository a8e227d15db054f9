//! Who moved between an earlier round and the reader's moment: bands between the stages, and each move in words.

use std::sync::Arc;

use assessment::ladder::{Ladder, Stage, StageTable, Transition};
use disclosure::as_of;
use disclosure::model::{Document, Park, ParkSummary, Rulebook};
use disclosure::park_history::ladder_in_force;
use disclosure::round::RoundSummary;
use disclosure::stage_changes::{self, Flow, Move};
use leptos::prelude::*;

use super::common::{act_links, act_on, long_sheet, park_link};
use super::conditions::{truth_mark, ways_answered};
use super::rules::anchor;
use super::streams::{Bearing, Node, lay_out};
use crate::address::Page;
use crate::load::{Handle, Opened, Store};
use crate::parts::filter::Choice;
use crate::parts::loading::{failure_notice, no_such_choice, shown};
use crate::parts::original::original;
use crate::parts::sheet::Row;
use crate::parts::source::source_line;
use crate::parts::stage::{stage_glyph, stage_mark, stage_name};
use crate::query::Query;
use crate::view_context::ViewContext;
use crate::words::Moved;

/// The section.
pub fn flow(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = &here.words.ladder_page().flow;
    let earlier: Vec<RoundSummary> =
        opened.edition.rounds.iter().filter(|round| round.dated < opened.day()).cloned().collect();
    let body = if opened.edition.rounds.is_empty() {
        view! { <p class="empty">{words.no_rounds}</p> }.into_any()
    } else if earlier.is_empty() {
        view! { <p class="empty">{(words.first_round)(opened.day())}</p> }.into_any()
    } else {
        compared(here, opened, earlier)
    };
    view! {
        <section aria-labelledby="moves">
            <h2 id="moves">{words.title}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// The round that the address names, the last one where it names none; or what it names that cannot be compared with.
fn chosen(earlier: &[RoundSummary], query: Query) -> Result<Option<&RoundSummary>, String> {
    let known: Vec<&str> = earlier.iter().map(|round| round.id.as_str()).collect();
    let query = query.among(|query| &mut query.since, &known)?;
    Ok(earlier.iter().find(|round| round.id == query.since).or(earlier.last()))
}

fn compared(here: ViewContext, opened: &Arc<Opened>, earlier: Vec<RoundSummary>) -> AnyView {
    let words = &here.words.ladder_page().flow;
    let choice = Choice::of();
    let choose = move |ev| {
        let since = event_target_value(&ev);
        choice.set(&Query { since, ..choice.query() });
    };
    let earlier: Arc<[RoundSummary]> = earlier.into();
    let since = {
        let earlier = Arc::clone(&earlier);
        Memo::new(move |_| {
            let round = chosen(&earlier, choice.query());
            round.map(|round| round.map(|round| (round.id.clone(), round.dated)))
        })
    };
    let options = earlier.iter().rev().map(|round| {
        let id = round.id.clone();
        let selected = move || since.with(|chosen| matches!(chosen, Ok(Some((on, _))) if *on == id));
        view! {
            <option value=round.id.clone() selected=selected>
                {here.text(&round.title)}
            </option>
        }
    });
    let opened = Arc::clone(opened);
    let shown = move || match since.get() {
        Ok(round) => round.map(|(_, day)| between(here, &opened, day)),
        Err(asked) => Some(no_such_choice(here, &asked, Page::Ladder, here.words.pages.ladder)),
    };
    view! {
        <div class="filter no-print">
            <label for="since">{words.since}</label>
            <select id="since" on:change=choose>
                {options.collect_view()}
            </select>
        </div>
        {shown}
    }
    .into_any()
}

fn between(here: ViewContext, opened: &Arc<Opened>, since: assessment::Date) -> AnyView {
    let words = &here.words.ladder_page().flow;
    let on = opened.day();
    let flow = stage_changes::flow(&opened.edition.parks, opened.edition.stages(), since, on);
    let said = (words.finding)(&Moved {
        since,
        on,
        moved: flow.moved.len(),
        new: flow.new,
        returned: flow.returned,
        stayed: flow.stayed,
    });
    let moves = if flow.moved.is_empty() {
        view! { <p class="empty">{words.nobody}</p> }.into_any()
    } else {
        table(here, opened, &flow)
    };
    view! {
        <p class="lead" aria-live="polite">
            {said}
        </p>
        {picture(here, opened.edition.stages(), &flow, since, on)}
        {moves}
    }
    .into_any()
}

fn picture(
    here: ViewContext,
    table: &StageTable,
    flow: &Flow<'_>,
    since: assessment::Date,
    on: assessment::Date,
) -> AnyView {
    let words = &here.words.ladder_page().flow;
    let drawn = lay_out(table, &flow.streams);
    if drawn.bands.is_empty() {
        return ().into_any();
    }
    let said = |from: Option<Stage>, to: Stage, n: usize| {
        let name = |stage| stage_name(here, table, stage);
        format!("{} → {}: {n}", from.map_or_else(|| words.new.to_owned(), name), name(to))
    };
    let bands = drawn.bands.iter().map(|band| {
        let stream = band.stream;
        view! {
            <path class=band.bearing.class() d=band.path()>
                <title>{said(stream.from, stream.to, stream.parks)}</title>
            </path>
        }
    });
    let key = Bearing::ALL.into_iter().zip(words.key).map(|(bearing, word)| {
        view! {
            <li>
                <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
                    <rect class=bearing.class() y="3" width="16" height="10" />
                </svg>
                {word}
            </li>
        }
    });
    view! {
        <figure class="streams">
            <figcaption class="section-note">{words.picture}</figcaption>
            <div class="streams-drawing">
                {side(here, table, &drawn.left, since)}
                <svg
                    class="streams-bands"
                    viewBox=format!("0 0 100 {:.1}", drawn.height)
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                    style:height=format!("{:.1}px", drawn.height)
                >
                    {bands.collect_view()}
                </svg>
                {side(here, table, &drawn.right, on)}
            </div>
            <ul class="stage-key">{key.collect_view()}</ul>
        </figure>
    }
    .into_any()
}

/// The stages of one day with their parks.
fn side(here: ViewContext, table: &StageTable, nodes: &[Node], day: assessment::Date) -> AnyView {
    let nodes = nodes.iter().map(|node| {
        let name = node.stage.map_or_else(
            || here.words.ladder_page().flow.new.into_any(),
            |stage| {
                view! { <span class="stage">{stage_glyph(table, stage)} {short_name(here, table, stage)}</span> }.into_any()
            },
        );
        view! {
            <li style:height=format!("{:.1}px", node.height)>
                <span>{name}</span>
                <b>{node.parks}</b>
            </li>
        }
    });
    view! {
        <div class="streams-side">
            <p><time>{day.to_string()}</time></p>
            <ol>{nodes.collect_view()}</ol>
        </div>
    }
    .into_any()
}

/// The short name of its group where a stage is alone in it: a phone has little room.
fn short_name(here: ViewContext, table: &StageTable, stage: Stage) -> String {
    let group = table.group_of(stage).filter(|group| table.stages_of(group.id).count() == 1);
    group.map_or_else(|| stage_name(here, table, stage), |group| here.text(&group.short))
}

/// What every row of the table needs besides its park.
#[derive(Clone)]
struct Known {
    here: ViewContext,
    opened: Arc<Opened>,
    book: Handle<as_of::Known<Rulebook>>,
    documents: Handle<as_of::Known<Vec<Document>>>,
}

fn table(here: ViewContext, opened: &Arc<Opened>, flow: &Flow<'_>) -> AnyView {
    let words = &here.words.ladder_page().flow;
    let store = Store::of();
    let known = Known {
        here,
        opened: Arc::clone(opened),
        book: store.file_at(opened, &opened.edition.rulebook),
        documents: store.file_at(opened, &opened.edition.documents),
    };
    let moves: Vec<(ParkSummary, Move)> = flow
        .moved
        .iter()
        .flat_map(|(park, moves)| moves.iter().rev().map(|each| ((*park).clone(), *each)))
        .collect();
    let (rows, trouble) = (moves.len(), failure_notice(known.documents.clone()));
    let row = move |at: usize| {
        let (park, moved) = &moves[at];
        Row::new(vec![
            park_link(here, park),
            way(here, known.opened.edition.stages(), moved),
            view! { <time>{moved.dated.to_string()}</time> }.into_any(),
            why(&known, &store, park, *moved),
        ])
    };
    view! { {trouble} {long_sheet(here, words.caption.to_owned(), "moves", &words.heads, rows, row)} }
        .into_any()
}

fn way(here: ViewContext, table: &StageTable, moved: &Move) -> AnyView {
    let from = match moved.from {
        Some(_) => stage_mark(here, table, moved.from),
        None => here.words.ladder_page().flow.new.into_any(),
    };
    view! {
        <span class="from-to" data-bearing=Bearing::of(table, moved.from, moved.to).class()>
            {from} <span class="arrow" aria-hidden="true">"→"</span>
            <span class="vh">{here.words.ladder_page().conditions.to}</span> {stage_mark(here, table, Some(moved.to))}
        </span>
    }
    .into_any()
}

/// The act as published, the step of the rules that it is, and how its conditions stood on the eve.
fn why(known: &Known, store: &Store, park: &ParkSummary, moved: Move) -> AnyView {
    let file = store.file_at::<Park>(&known.opened, &park.file);
    let (known, park) = (known.clone(), park.clone());
    shown(file, move |file| {
        let here = known.here;
        let act = act_on(&file, moved.dated, moved.to).map_or_else(
            || view! { <p class="quiet">{here.words.ladder_page().flow.no_act}</p> }.into_any(),
            |act| {
                let documents = known.documents.ready().unwrap_or_default();
                view! {
                    <p>{original(here, &act.text)} " " {act_links(here, act, &known.opened.edition)}</p>
                    <p class="under">{source_line(here, &act.source, &documents)}</p>
                }
                .into_any()
            },
        );
        let (known, park) = (known.clone(), park.clone());
        let rules = shown(known.book.clone(), move |book| rules_of(here, &park, &file, &book, &moved));
        view! { {act} {rules} }.into_any()
    })
}

fn rules_of(
    here: ViewContext,
    park: &ParkSummary,
    file: &as_of::Known<Park>,
    book: &as_of::Known<Rulebook>,
    moved: &Move,
) -> AnyView {
    let words = &here.words.ladder_page().flow;
    if moved.from.is_none() {
        return view! { <p class="under quiet">{words.came}</p> }.into_any();
    }
    let ladder = ladder_in_force(book, moved.dated).ok();
    let steps = ladder.map(|ladder| stage_changes::transitions(ladder, moved)).unwrap_or_default();
    let Some((ladder, first)) = ladder.zip(steps.first()) else {
        return view! { <p class="under quiet">{words.no_such_step}</p> }.into_any();
    };
    let decided = (words.decided_by)(&here.text(&first.decided_by));
    let link = |(at, step): (usize, &&Transition)| {
        let or = (at > 0).then_some(here.words.readings.or);
        view! { {or} <a href=format!("#{}", anchor(step))>{words.table_step}</a> }
    };
    let links = steps.iter().enumerate().map(link).collect_view();
    view! {
        <p class="under">{links} " · " {decided}</p>
        {eve(here, ladder, park, file, book, moved)}
    }
    .into_any()
}

/// How the conditions stood on the day before.
fn eve(
    here: ViewContext,
    ladder: &Ladder,
    park: &ParkSummary,
    file: &as_of::Known<Park>,
    book: &as_of::Known<Rulebook>,
    moved: &Move,
) -> AnyView {
    let words = &here.words.ladder_page().flow;
    match stage_changes::eve(park, &file.rounds, book, moved) {
        Some(eve) if eve.is_by_decision() => {
            view! { <p class="under quiet">{words.by_decision}</p> }.into_any()
        }
        Some(eve) => {
            // What a measure asks for is never a green "met".
            let case = ladder.table.correction(moved.to).is_some();
            let said = (words.eve)(eve.truth());
            let said = if case { said.into_any() } else { truth_mark(eve.truth(), said) };
            view! {
                <details class="why">
                    <summary>{said}</summary>
                    {ways_answered(here, ladder, &eve.ways, case)}
                    <p class="under quiet">{(words.eve_round)(eve.round)}</p>
                </details>
            }
            .into_any()
        }
        None => ().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use assessment::{Date, Text};
    use disclosure::model::FileRef;

    fn round(id: &str, month: u8) -> RoundSummary {
        RoundSummary {
            id: id.to_owned(),
            title: Text { zh: "轮".into(), en: "Round".into() },
            dated: Date::new(2026, month, 1).unwrap(),
            year: None,
            file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
        }
    }

    #[test]
    fn the_round_before_is_compared_with_unless_the_address_names_another() {
        let earlier = [round("a", 1), round("b", 2)];
        let since = |asked: &str| Query { since: asked.to_owned(), ..Query::default() };
        let id = |asked| chosen(&earlier, since(asked)).map(|round| round.map(|round| round.id.as_str()));
        assert_eq!((id(""), id("a"), id("a。")), (Ok(Some("b")), Ok(Some("a")), Ok(Some("a"))));
        // A round that is not known, or not earlier: no other stands in its place.
        assert_eq!(id("z"), Err("z".to_owned()));
        assert_eq!(chosen(&[], since("")), Ok(None));
    }
}
