//! What stands beside the tables: construction period, place, reports.

use disclosure::as_of::Known;
use disclosure::model::{Document, Park, Statement};
use leptos::prelude::*;

use super::Parts;
use crate::parts::correction::{note_of, statement_text};
use crate::parts::mark::{mark_badge, mark_key};
use crate::parts::original::original;
use crate::parts::source::source_line;
use crate::parts::timeline::{Axis, Bar, timeline};
use crate::view_context::ViewContext;

/// The construction period among the plan's years.
pub fn period(here: ViewContext, park: &Known<Park>, parts: &Parts) -> AnyView {
    let words = here.words.park();
    let documents = parts.documents();
    let body = match &park.construction {
        None => view! { <p class="empty">{words.no_period}</p> }.into_any(),
        Some(construction) => {
            let years = parts.edition().milestones.iter().map(|milestone| milestone.year);
            let axis = Axis {
                from: years.clone().min().unwrap_or(construction.from).min(construction.from),
                to: years.clone().max().unwrap_or(construction.to).max(construction.to),
            };
            let (from, to) = (construction.from, construction.to);
            let bar = Bar { label: words.period.to_owned(), href: None, from, to };
            let commitments = park
                .committed
                .is_empty()
                .then(|| view! { <p class="section-note">{words.no_commitments}</p> });
            view! {
                {timeline(here, axis, vec![bar], &years.collect::<Vec<_>>(), parts.opened.day())}
                <p class="section-note">{source_line(here, &construction.source, &documents)}</p>
                {commitments}
            }
            .into_any()
        }
    };
    view! {
        <section class="park-period" aria-labelledby="period">
            <h2 id="period">{words.period}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Where the park stands, and the key to the marks.
pub fn place(here: ViewContext, park: &Known<Park>) -> AnyView {
    let words = here.words.park();
    let place = match &park.place {
        None => view! { <p class="empty">{words.no_place}</p> }.into_any(),
        Some(place) => {
            let point = format!("{:.2}°E {:.2}°N", place.point.lon, place.point.lat);
            view! {
                <p>{point} " " {mark_badge(here, place.mark)}</p>
                <p class="section-note">{here.text(&place.note)}</p>
            }
            .into_any()
        }
    };
    view! {
        <section class="park-place" aria-labelledby="place">
            <h2 id="place">{words.place}</h2>
            {place}
            {mark_key(here)}
        </section>
    }
    .into_any()
}

/// What was reported about it.
pub fn reports(here: ViewContext, park: &Known<Park>, documents: &[Document]) -> AnyView {
    let words = here.words.park();
    let statements = if park.statements.is_empty() {
        view! { <p class="empty">{words.no_statements}</p> }.into_any()
    } else {
        let statements = park.statements.iter().rev().map(|said| {
            let corrected = note_of(here, &park.amended_statements, said, |said| statement_text(here, said));
            statement(here, said, documents, corrected)
        });
        view! { <ol class="dated">{statements.collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="park-reports" aria-labelledby="statements">
            <h2 id="statements">{words.statements}</h2>
            <p class="section-note">{words.statements_note}</p>
            {announced(here, park, documents)}
            {statements}
        </section>
    }
    .into_any()
}

/// Targets that were announced of it, newest first; nothing where none was.
fn announced(here: ViewContext, park: &Known<Park>, documents: &[Document]) -> Option<AnyView> {
    let words = here.words.park();
    let of =
        park.statements.iter().rev().flat_map(|said| said.targets.iter().map(move |target| (said, target)));
    let rows: Vec<_> = of
        .map(|(said, target)| {
            let year = target.year.map_or_else(|| words.no_target_year.to_owned(), words.target_year);
            view! {
                <li>
                    <p><strong>{year}</strong> " " {original(here, &target.text)}</p>
                    <p class="under">
                        {(words.announced_on)(&said.day_or_month())} " " {source_line(here, &said.source, documents)}
                    </p>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="announced-targets">
                <h3>{words.announced_targets}</h3>
                <p class="section-note">{words.announced_targets_note}</p>
                <ul>{rows}</ul>
            </div>
        }
        .into_any()
    })
}

fn statement(
    here: ViewContext,
    statement: &Statement,
    documents: &[Document],
    corrected: Option<AnyView>,
) -> AnyView {
    view! {
        <li>
            <time datetime=statement.day_or_month()>{statement.day_or_month()}</time>
            <div>
                <p>{original(here, &statement.text)}</p>
                <p class="caveat">{original(here, &statement.caveat)}</p>
                {corrected}
                <p class="under">{source_line(here, &statement.source, documents)}</p>
            </div>
        </li>
    }
    .into_any()
}
