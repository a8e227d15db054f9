//! Progress against the plan: milestones, dated deliverables, tasks by department, registers, history.

mod deliverables;
mod departments;
mod evidence;
mod history;
mod mechanism;
mod tasks;

use std::sync::Arc;

use assessment::Date;
use disclosure::as_of;
use disclosure::model::{Background, Document, Edition, Milestone, Plan};
use disclosure::plan_evidence::found;
use disclosure::stage_counts::{days, over_time};
use leptos::prelude::*;

use crate::load::{Handle, Opened, Store};
use crate::parts::basis::clause_link;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::stage_counts::{Size, stage_counts};
use crate::view_context::ViewContext;

/// The page.
pub fn progress(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.progress, move |opened| opened_progress(here, opened))
}

/// What the parts of the page share: the documents, once they are here. Until then a source shows its id.
#[derive(Clone)]
struct Known {
    here: ViewContext,
    documents: Handle<as_of::Known<Vec<Document>>>,
}

impl Known {
    /// The documents; tracked.
    fn documents(&self) -> Arc<as_of::Known<Vec<Document>>> {
        self.documents.ready().unwrap_or_default()
    }
}

fn opened_progress(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.progress();
    let store = Store::of();
    let edition = &opened.edition;
    let known = Known { here, documents: store.file_at(&opened, &edition.documents) };
    let plan = store.file_at::<Plan>(&opened, &edition.plan);
    let background = store.file_at::<Background>(&opened, &edition.background);
    let years = milestones(&known, &edition.milestones, edition.as_of);
    let counted = counts(here, edition);
    let of_plan = {
        let (known, opened, background) = (known.clone(), Arc::clone(&opened), background.clone());
        move |plan: Arc<as_of::Known<Plan>>| planned(&known, &opened.edition, &plan, &background)
    };
    view! {
        <div class="page progress">
            {heading(here, here.words.pages.progress)}
            <p class="lead">{words.lead}</p>
            {failure_notice(known.documents.clone())}
            <section aria-labelledby="milestones">
                <h2 id="milestones">{words.milestones}</h2>
                <div class="milestones">{years}</div>
            </section>
            {counted}
            {shown(plan, of_plan)}
            {shown(background, move |background| history::history(&known, &opened.edition, &background))}
        </div>
    }
    .into_any()
}

/// Parks by stage over time against the plan's years.
fn counts(here: ViewContext, edition: &as_of::Known<Edition>) -> AnyView {
    let words = here.words.over_time();
    let lead = if edition.rounds.is_empty() { words.lead_by_year } else { words.lead };
    let counts = over_time(edition, &edition.parks, &days(edition));
    view! {
        <section aria-labelledby="counts">
            <h2 id="counts">{words.title}</h2>
            <p class="section-note">{lead}</p>
            {stage_counts(here, edition.stages(), &counts, &edition.milestones, Size::Full)}
        </section>
    }
    .into_any()
}

fn milestones(known: &Known, milestones: &[Milestone], on: Date) -> AnyView {
    let here = known.here;
    let columns: Vec<_> = milestones
        .iter()
        .map(|milestone| {
            let end = Date::year_end(milestone.year).unwrap_or(on);
            let objectives: Vec<_> = milestone
                .objectives
                .iter()
                .map(|objective| {
                    view! {
                        <li>
                            <p class="objective">{here.text(&objective.text)}</p>
                            {evidence::evidence(known, &objective.evidence, end, on)}
                        </li>
                    }
                })
                .collect();
            view! {
                <div class="milestone-column">
                    <h3>{milestone.year} " " <span class="small">{clause_link(here, &milestone.clause)}</span></h3>
                    <ul>{objectives}</ul>
                </div>
            }
        })
        .collect();
    columns.into_any()
}

fn planned(
    known: &Known,
    edition: &as_of::Known<Edition>,
    plan: &Arc<as_of::Known<Plan>>,
    background: &Handle<as_of::Known<Background>>,
) -> AnyView {
    let words = known.here.words.progress();
    let over_time = known.here.words.over_time();
    let found = found(&plan.deliverables, edition.as_of);
    view! {
        <section aria-labelledby="deliverables">
            <h2 id="deliverables">{words.deliverables}</h2>
            <p class="lead">{(over_time.due_finding)(&found, edition.as_of)}</p>
            {deliverables::deliverables(known, plan, edition.as_of)}
        </section>
        <section aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks}</h2>
            <p class="section-note">{over_time.by_department_lead}</p>
            {departments::departments(known.here, plan, edition.as_of)}
            {tasks::tasks(known.here, Arc::clone(plan), background.clone(), edition.as_of)}
        </section>
        <section aria-labelledby="units">
            <h2 id="units">{words.units}</h2>
            <p class="lead">{(words.units_lead)(tasks::named_units(plan))}</p>
            {tasks::units(known.here, plan)}
        </section>
    }
    .into_any()
}
