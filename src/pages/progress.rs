//! Progress against the plan: milestones, dated deliverables, tasks by department, registers, history.

mod deliverables;
mod evidence;
mod history;
mod tasks;

use std::sync::Arc;

use disclosure::model::{Background, Document, Edition, Evidence, Milestone, Plan};
use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Handle, Opened, Store, shown, shown_page, told};
use crate::parts::basis::clause_link;
use crate::shell::heading;

/// The page.
pub fn progress(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.progress, move |opened| opened_progress(here, opened))
}

/// What the parts of the page share: the documents, once they are here. Until then a source shows its id.
#[derive(Clone)]
struct Known {
    here: Here,
    documents: Handle<Vec<Document>>,
}

impl Known {
    /// The documents; tracked.
    fn documents(&self) -> Arc<Vec<Document>> {
        self.documents.ready().unwrap_or_default()
    }
}

fn opened_progress(here: Here, opened: Arc<Opened>) -> AnyView {
    let words = &here.words.progress;
    let store = Store::of();
    let edition = &opened.edition;
    let known = Known { here, documents: store.file(&edition.documents) };
    let plan = store.file_at::<Plan>(&opened, &edition.plan);
    let background = store.file_at::<Background>(&opened, &edition.background);
    let years = milestones(&known, &edition.milestones);
    let of_plan = {
        let (known, opened) = (known.clone(), Arc::clone(&opened));
        move |plan: Arc<Plan>| planned(&known, &opened.edition, &plan)
    };
    view! {
        <div class="page progress">
            {heading(here, here.words.pages.progress)}
            <p class="lead">{words.lead}</p>
            {told(known.documents.clone())}
            <section aria-labelledby="milestones">
                <h2 id="milestones">{words.milestones}</h2>
                <div class="milestones">{years}</div>
            </section>
            {shown(plan, of_plan)}
            {shown(background, move |background| history::history(&known, &opened.edition, &background))}
        </div>
    }
    .into_any()
}

fn milestones(known: &Known, milestones: &[Milestone]) -> AnyView {
    let here = known.here;
    let columns: Vec<_> = milestones
        .iter()
        .map(|milestone| {
            let objectives: Vec<_> = milestone
                .objectives
                .iter()
                .map(|objective| {
                    view! {
                        <li>
                            <p class="objective">{here.text(&objective.text)}</p>
                            {evidence::evidence(known, &objective.evidence)}
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

fn planned(known: &Known, edition: &Edition, plan: &Arc<Plan>) -> AnyView {
    let words = &known.here.words.progress;
    let found = plan.deliverables.iter().filter(|d| matches!(d.evidence, Evidence::Found { .. })).count();
    view! {
        <section aria-labelledby="deliverables">
            <h2 id="deliverables">{words.deliverables}</h2>
            <p class="lead">{(words.finding)(found, plan.deliverables.len(), edition.as_of)}</p>
            {deliverables::deliverables(known, plan, edition.as_of)}
        </section>
        <section aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks}</h2>
            {tasks::tasks(known.here, Arc::clone(plan))}
        </section>
        <section aria-labelledby="units">
            <h2 id="units">{words.units}</h2>
            <p class="lead">{(words.units_lead)(tasks::named_units(plan))}</p>
            {tasks::units(known.here, plan)}
        </section>
    }
    .into_any()
}
