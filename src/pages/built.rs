//! Built parks: the named list, with date, document and figures at acceptance.

use std::sync::Arc;

use assessment::evaluate::{Outcome, State};
use assessment::ruleset::Level;
use disclosure::as_of;
use disclosure::model::{Document, Park, ParkSummary, Rulebook};
use disclosure::park_history::{judged, ladder_in_force};
use disclosure::stage_changes::{Move, accepted, eve};
use leptos::prelude::*;

use super::ladder::common::{act_links, act_on, beside, cited, long_sheet, park_link, ways};
use super::ladder::conditions::{short, ways_answered};
use crate::address::Page;
use crate::load::{Handle, Opened, Store};
use crate::parts::basis::clause_link;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::sheet::Row;
use crate::parts::source::source_line;
use crate::parts::stage::stage_mark;
use crate::parts::state::state_mark;
use crate::view_context::ViewContext;

/// Digits after the point of a displayed value.
const SHOWN: u8 = 3;

/// The page.
pub fn built(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.built, move |opened| opened_built(here, &opened))
}

fn opened_built(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.built();
    let accepted = accepted(&opened.edition.parks, opened.edition.stages());
    let of = |level| accepted.iter().filter(|each| each.level == level).count();
    let said = if accepted.is_empty() {
        (words.none)(opened.day())
    } else {
        (words.finding)(of(Level::Region), of(Level::National))
    };
    let rows = accepted.iter().map(|each| (each.park.clone(), each.level, each.by)).collect();
    let body = if accepted.is_empty() { none(here, opened) } else { list(here, opened, rows) };
    view! {
        <div class="page built-page">
            {heading(here, here.words.pages.built)}
            <p class="lead">{said}</p>
            {ways(here, &Page::Built)}
            {body}
            {cited(here, opened, Page::Built, here.words.pages.built)}
        </div>
    }
    .into_any()
}

/// No park is built: what the plan provides for, and what was looked for.
fn none(here: ViewContext, opened: &Opened) -> AnyView {
    const CLAUSE: &str = "plan/2/3/3";
    let missing = opened.edition.not_published.iter();
    let missing: Vec<_> = missing
        .filter(|missing| missing.clause.as_deref() == Some(CLAUSE))
        .map(|missing| {
            view! {
                <li>
                    <p class="missing-what">{here.text(&missing.what)}</p>
                    <p class="missing-known">
                        {missing.known.as_ref().map(|known| here.text(known))} " " <time>{missing.as_of.to_string()}</time>
                    </p>
                </li>
            }
        })
        .collect();
    let missing = (!missing.is_empty()).then(|| view! { <ul class="missing">{missing}</ul> });
    view! {
        <div class="empty-state">
            <p>{here.words.built().none_why} " " {clause_link(here, CLAUSE)}</p>
            {missing}
        </div>
    }
    .into_any()
}

/// What every row needs besides its park.
#[derive(Clone)]
struct Known {
    here: ViewContext,
    opened: Arc<Opened>,
    book: Handle<as_of::Known<Rulebook>>,
    documents: Handle<as_of::Known<Vec<Document>>>,
}

/// One acceptance, with the park's file as it was known on that day.
#[derive(Clone)]
struct Case {
    park: ParkSummary,
    level: Level,
    by: Move,
    file: Handle<as_of::Known<Park>>,
}

fn list(here: ViewContext, opened: &Arc<Opened>, accepted: Vec<(ParkSummary, Level, Move)>) -> AnyView {
    let words = here.words.built();
    let store = Store::of();
    let known = Known {
        here,
        opened: Arc::clone(opened),
        book: store.file_at(opened, &opened.edition.rulebook),
        documents: store.file_at(opened, &opened.edition.documents),
    };
    let trouble = [failure_notice(known.book.clone()), failure_notice(known.documents.clone())];
    let rows = accepted.len();
    let row = move |at: usize| {
        let (park, level, by) = &accepted[at];
        // What was known on the day of acceptance: a later correction does not change what was judged.
        let file = store.file_on::<Park>(&park.file, by.dated);
        row(&known, Case { park: park.clone(), level: *level, by: *by, file })
    };
    view! {
        <section aria-label=here.words.pages.built>
            <p class="section-note">{here.sentences([words.lead, words.note])}</p>
            {trouble.collect_view()}
            {long_sheet(here, words.caption.to_owned(), "built", &words.heads, rows, row)}
        </section>
    }
    .into_any()
}

fn row(known: &Known, case: Case) -> Row {
    let here = known.here;
    let words = here.words.built();
    let day = view! {
        <time>{case.by.dated.to_string()}</time>
        <p class="under">{(words.level)(case.level)}</p>
    };
    let id = match case.level {
        Level::Region => format!("{}-region", case.park.id),
        Level::National => format!("{}-national", case.park.id),
    };
    let cells = vec![
        named(known, &case),
        day.into_any(),
        document(known, &case),
        figure(known, &case, value),
        figure(known, &case, target),
        rules(known, &case),
    ];
    Row { cells, id: Some(id) }
}

/// The park, one plain sentence, and where it stands now.
fn named(known: &Known, case: &Case) -> AnyView {
    let here = known.here;
    let words = here.words.built();
    let sentence = {
        let (known, case) = (known.clone(), case.clone());
        beside(case.file.clone(), move |file| {
            let core = known.book.ready().and_then(|book| core_of(file, &book, &case, |core, _| core.state));
            view! { {(words.sentence)(case.by.dated, case.level, core)} }.into_any()
        })
    };
    let moved_on = case.park.stage.filter(|stage| *stage != case.by.to);
    let now =
        moved_on.map(|stage| view! { <p class="under">{words.now} {stage_mark(here, known.opened.edition.stages(), Some(stage))}</p> });
    view! {
        <span class="row-name">{park_link(here, &case.park)}</span>
        <p class="sentence">{sentence}</p>
        {now}
    }
    .into_any()
}

/// The act with its list and source; tells when the park's file cannot be had.
fn document(known: &Known, case: &Case) -> AnyView {
    let (known, by) = (known.clone(), case.by);
    shown(case.file.clone(), move |file| {
        let here = known.here;
        let Some(act) = act_on(&file, by.dated, by.to) else {
            return view! { <span class="quiet">{here.words.built().no_document}</span> }.into_any();
        };
        let documents = known.documents.ready().unwrap_or_default();
        view! {
            <p>{act_links(here, act, &known.opened.edition)}</p>
            <p class="under">{source_line(here, &act.source, &documents)}</p>
        }
        .into_any()
    })
}

/// What `read` makes of the core indicator by the rules and figures of the day of acceptance. `None` when no
/// round was published by then, or no ruleset was in force.
fn core_of<T>(
    file: &as_of::Known<Park>,
    book: &as_of::Known<Rulebook>,
    case: &Case,
    read: impl FnOnce(&Outcome<'_>, assessment::Date) -> T,
) -> Option<T> {
    let round = file.rounds.last()?;
    let judged = judged(Some(&round.snapshot), case.park.subject(book, round.dated), book, round.rules_day());
    let core = judged.core(case.level)?;
    Some(read(core, round.dated))
}

fn figure(
    known: &Known,
    case: &Case,
    cell: fn(ViewContext, &Outcome<'_>, assessment::Date) -> AnyView,
) -> AnyView {
    let (known, case) = (known.clone(), case.clone());
    beside(case.file.clone(), move |file| {
        let here = known.here;
        let Some(book) = known.book.ready() else { return ().into_any() };
        core_of(file, &book, &case, |core, day| cell(here, core, day))
            .unwrap_or_else(|| view! { <span class="quiet">{here.words.built().no_round}</span> }.into_any())
    })
}

fn value(here: ViewContext, core: &Outcome<'_>, day: assessment::Date) -> AnyView {
    let value = core.value.map(|value| {
        core.target.map_or_else(|| value.to_fixed(SHOWN), |target| value.to_fixed_against(target, SHOWN))
    });
    let value = value.map_or_else(
        || view! { <span class="quiet">{here.words.indicators().not_published}</span> }.into_any(),
        |value| {
            view! { <span class="value">{value}</span> " " <span class="unit">{here.words.indicators().t_per_tce}</span> }
                .into_any()
        },
    );
    view! { {value} <span class="value-note">{here.words.built().round} " " <time>{day.to_string()}</time></span> }.into_any()
}

fn target(here: ViewContext, core: &Outcome<'_>, _: assessment::Date) -> AnyView {
    let target = core.target.map_or_else(
        || view! { <span class="quiet">{here.words.indicators().no_target}</span> }.into_any(),
        |target| {
            view! { <span class="target">{format!("{} {}", core.direction.sign(), short(target))}</span> }
                .into_any()
        },
    );
    let clause = core.clause.map(|clause| clause_link(here, clause));
    view! { {target} " " {clause} }.into_any()
}

/// State of the core indicator, and the conditions of the step on its eve.
fn rules(known: &Known, case: &Case) -> AnyView {
    let (known, case) = (known.clone(), case.clone());
    beside(case.file.clone(), move |file| {
        let here = known.here;
        let Some(book) = known.book.ready() else { return ().into_any() };
        let core = core_of(file, &book, &case, |core, _| core.state).unwrap_or(State::NoData);
        let ladder = ladder_in_force(&book, case.by.dated).ok();
        let eve = eve(&case.park, &file.rounds, &book, &case.by).zip(ladder).map(|(eve, ladder)| {
            view! {
                <details class="why">
                    <summary>{here.words.built().conditions}</summary>
                    {ways_answered(here, ladder, &eve.ways, false)}
                    <p class="under quiet">{(here.words.ladder_page().flow.eve_round)(eve.round)}</p>
                </details>
            }
        });
        view! { {state_mark(here, core)} {eve} }.into_any()
    })
}
