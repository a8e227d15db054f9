//! Departments: how many tasks each leads and joins, and what was found of the deliverables that name it.

use assessment::Date;
use disclosure::as_of::Known;
use disclosure::model::{Membership, Plan};
use disclosure::plan_evidence::{EvidenceState, Share, share};
use leptos::prelude::*;

use super::tasks::department_link;
use crate::parts::finding::finding_glyph;
use crate::view_context::ViewContext;

/// The departments that the plan gives tasks or deliverables, in the plan's order.
pub fn departments(here: ViewContext, plan: &Known<Plan>, on: Date) -> AnyView {
    let words = here.words.over_time();
    let busy = |share: &Share| *share != Share::default();
    let rows = plan
        .departments
        .iter()
        .map(|unit| (unit, share(plan, &unit.id, on)))
        .filter(|(_, share)| busy(share))
        .map(|(unit, share)| {
            let found = share.deliverables;
            // The short form of those that the plan leaves unnamed, “and others”, says nothing by itself.
            let named = unit.membership != Membership::Unnamed;
            let name = here.text(if named { &unit.short } else { &unit.name });
            let numbers =
                [share.leads, share.joins, found.found, found.inferred, found.not_found, found.not_due];
            let cells = numbers.map(|n| view! { <td class="number" class:quiet={n == 0}>{n}</td> });
            view! {
                <tr>
                    <th scope="row">{department_link(here, &unit.id, name)}</th>
                    {cells}
                </tr>
            }
        });
    view! {
        <table class="department-table">
            <caption class="vh">{words.by_department}</caption>
            <thead>
                <tr>
                    <th scope="col">{here.words.progress().department}</th>
                    <th scope="col" class="number">{words.leads}</th>
                    <th scope="col" class="number">{words.joins}</th>
                    <th scope="col" class="number">{finding_glyph(EvidenceState::Found)} " " {words.found}</th>
                    <th scope="col" class="number">{finding_glyph(EvidenceState::Inferred)} " " {words.inferred}</th>
                    <th scope="col" class="number">{finding_glyph(EvidenceState::NotFound(on))} " " {words.not_found}</th>
                    <th scope="col" class="number">{finding_glyph(EvidenceState::NotDue(on))} " " {words.waiting}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
