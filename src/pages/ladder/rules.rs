//! The table of the ladder in words: every step of both tracks, and clause by clause what is in it and what not.

use std::collections::BTreeSet;
use std::sync::Arc;

use assessment::in_force::RuleError;
use assessment::ladder::{Ladder, Track, Transition};
use disclosure::model::Rulebook;
use disclosure::park_history::ladder_in_force;
use leptos::prelude::*;

use super::conditions::{conditions, short, step_basis};
use crate::load::{Opened, Store};
use crate::parts::basis::clause_link_as;
use crate::parts::loading::shown;
use crate::parts::mark::{mark_badge, meaning, sure};
use crate::parts::sheet::{Row, sheet};
use crate::parts::stage::{stage_mark, stage_name};
use crate::view_context::ViewContext;

/// Anchor of a step in the table.
pub fn anchor(transition: &Transition) -> String {
    format!("step-{}", transition.id)
}

/// The section.
pub fn rules(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = &here.words.ladder_page().rules;
    let book = Store::of().file_at::<Rulebook>(opened, &opened.edition.rulebook);
    let day = opened.day();
    let table = shown(book, move |book| match ladder_in_force(&book, day) {
        Ok(ladder) => in_force(here, ladder),
        Err(RuleError::NotInForce { .. }) => view! { <p class="empty">{words.none}</p> }.into_any(),
        Err(RuleError::Ambiguous { first, second, on, .. }) => {
            view! { <p class="empty">{(here.words.load.rules_contradict)(&first, &second, on)}</p> }
                .into_any()
        }
    });
    view! {
        <section aria-labelledby="rules">
            <h2 id="rules">{words.title}</h2>
            <p class="section-note">{words.lead}</p>
            {table}
        </section>
    }
    .into_any()
}

fn in_force(here: ViewContext, ladder: &Ladder) -> AnyView {
    let words = &here.words.ladder_page().rules;
    let lag = &ladder.lag;
    let choice = ladder.transitions.iter().any(|each| ladder.instead_of(each).next().is_some());
    view! {
        <p>
            {clause_link_as(here, &ladder.document, here.text(&ladder.title))} " " {sure(here, ladder.mark, ladder.checked_on)}
        </p>
        <p class="section-note">{(words.unique)(choice)}</p>
        {[Track::Region, Track::National].map(|track| track_table(here, ladder, track)).collect_view()}
        <h3>{words.lag}</h3>
        <p class="measure">{mark_badge(here, lag.mark)} " " {here.text(&lag.statement)}</p>
        <p class="section-note">{meaning(here, lag.mark)} " · " {format!("{}%", short(lag.tolerance_pct))}</p>
        {coverage(here, ladder)}
    }
    .into_any()
}

fn track_table(here: ViewContext, ladder: &Ladder, track: Track) -> AnyView {
    let words = &here.words.ladder_page().rules;
    let title = (words.track)(track);
    let of_track = ladder.transitions.iter().filter(|transition| transition.track == track);
    let rows = of_track.map(|transition| Row {
        id: Some(anchor(transition)),
        cells: vec![
            steps(here, ladder, transition),
            conditions(here, transition),
            here.text(&transition.decided_by).into_any(),
            step_basis(here, ladder, transition),
        ],
    });
    view! {
        <h3>{title}</h3>
        <p class="section-note">{(words.track_lead)(track)}</p>
        {sheet(title.to_owned(), "ladder-rules", &words.heads, rows.collect())}
    }
    .into_any()
}

/// From and to, as marks with their words, and which other steps may be taken instead.
fn steps(here: ViewContext, ladder: &Ladder, transition: &Transition) -> AnyView {
    let table = &ladder.table;
    let instead = ladder.instead_of(transition).map(|other| {
        let to = stage_name(here, table, other.to);
        view! { <li><a href=format!("#{}", anchor(other))>{format!("→ {to}")}</a> " " {mark_badge(here, ladder.mark_of(other))}</li> }
    });
    let instead: Vec<_> = instead.collect();
    let instead = (!instead.is_empty()).then(|| {
        view! { <div class="instead under"><span>{here.words.ladder_page().rules.instead}</span> <ul>{instead}</ul></div> }
    });
    view! {
        <span class="from-to">
            {stage_mark(here, table, Some(transition.from))} <span class="arrow" aria-hidden="true">"→"</span>
            <span class="vh">{here.words.ladder_page().conditions.to}</span> {stage_mark(here, table, Some(transition.to))}
        </span>
        {instead}
    }
    .into_any()
}

/// Every clause that the table rests on or leaves something out of.
fn coverage(here: ViewContext, ladder: &Ladder) -> AnyView {
    let words = &here.words.ladder_page().rules;
    let clauses: BTreeSet<&str> = ladder
        .transitions
        .iter()
        .map(|transition| transition.clause.as_str())
        .chain(ladder.not_modelled.iter().map(|omitted| omitted.clause.as_str()))
        .collect();
    let rows = clauses.into_iter().map(|clause| {
        let steps: Vec<_> = ladder
            .transitions
            .iter()
            .filter(|transition| transition.clause == clause)
            .map(|transition| {
                let name = |stage| stage_name(here, &ladder.table, stage);
                let said = format!("{} → {}", name(transition.from), name(transition.to));
                view! { <li><a href=format!("#{}", anchor(transition))>{said}</a></li> }
            })
            .collect();
        let steps = if steps.is_empty() {
            view! { <span class="quiet">{words.not_a_step}</span> }.into_any()
        } else {
            view! { <ul class="conditions">{steps}</ul> }.into_any()
        };
        let omitted: Vec<_> = ladder
            .not_modelled
            .iter()
            .filter(|omitted| omitted.clause == clause)
            .map(|omitted| view! { <p>{here.text(&omitted.text)}</p> })
            .collect();
        let omitted = if omitted.is_empty() {
            view! { <span class="quiet">{words.nothing_left_out}</span> }.into_any()
        } else {
            omitted.into_any()
        };
        Row::new(vec![clause_link_as(here, clause, clause.to_owned()), steps, omitted])
    });
    view! {
        <h3>{words.coverage}</h3>
        <p class="section-note">{words.coverage_lead}</p>
        {sheet(words.coverage.to_owned(), "ladder-coverage", &words.coverage_heads, rows.collect())}
    }
    .into_any()
}
