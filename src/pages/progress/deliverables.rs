//! The plan's deliverables by day, drawn to scale against the edition's day.

use assessment::Date;
use disclosure::as_of;
use disclosure::model::{Deliverable, Plan};
use disclosure::plan_evidence::finding;
use leptos::prelude::*;

use super::Known;
use super::evidence::evidence;
use super::tasks::department_names;
use crate::parts::basis::clause_link;
use crate::parts::finding::finding_glyph;
use crate::parts::timeline::Axis;

/// All deliverables, the earliest first.
pub fn deliverables(known: &Known, plan: &as_of::Known<Plan>, as_of: Date) -> AnyView {
    let here = known.here;
    let mut ordered: Vec<&Deliverable> = plan.deliverables.iter().collect();
    ordered.sort_by_key(|deliverable| deliverable.due);
    let Some(axis) = axis(&ordered, as_of) else { return ().into_any() };
    let rows: Vec<_> = ordered
        .iter()
        .map(|deliverable| {
            view! {
                <li id=format!("due-{}", deliverable.id)>
                    <div class="due">
                        <time datetime=deliverable.due.to_string()>{here.text(&deliverable.due_text)}</time>
                    </div>
                    <div class="due-what">
                        <h3>{here.text(&deliverable.text)}</h3>
                        <p class="quiet">
                            {department_names(here, plan, &deliverable.departments)} "\u{a0}· "
                            {clause_link(here, &deliverable.clause)}
                        </p>
                        {track(axis, deliverable, as_of)}
                    </div>
                    <div class="due-evidence">{evidence(known, &deliverable.evidence, deliverable.due, as_of)}</div>
                </li>
            }
        })
        .collect();
    view! {
        <p class="track-key">
            <span class="track-key-due"></span> {here.words.progress().key_due}
            <span class="track-key-day"></span> {(here.words.progress().key_day)(as_of)}
        </p>
        <ol class="deliverables">{rows}</ol>
    }
    .into_any()
}

/// Whole years from the first due day to the edition's day or the last due day.
fn axis(ordered: &[&Deliverable], as_of: Date) -> Option<Axis> {
    let year = |day: Date| u16::try_from(day.year()).ok();
    let (first, last) = (ordered.first()?.due, ordered.last()?.due.max(as_of));
    Some(Axis { from: year(first.min(as_of))?, to: year(last)? })
}

/// Where the due day and the edition's day lie. The days stand in words beside it.
fn track(axis: Axis, deliverable: &Deliverable, as_of: Date) -> AnyView {
    let percent = |share: Option<f64>| format!("{:.2}%", share.unwrap_or_default());
    let found = finding(&deliverable.evidence, deliverable.due, as_of);
    let years: Vec<_> = (axis.from..=axis.to)
        .map(|year| {
            view! {
                <span class="track-year" style:left=percent(Some(axis.at_year(year)))>
                    {year}
                </span>
            }
        })
        .collect();
    view! {
        <div class="track" aria-hidden="true">
            {years} <span class="track-day" style:left=percent(axis.at_day(as_of))></span>
            <span class="track-due" style:left=percent(axis.at_day(deliverable.due))>{finding_glyph(found)}</span>
        </div>
    }
    .into_any()
}
