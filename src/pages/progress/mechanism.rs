//! The work on all parks together: meetings, supervision, bulletins, summaries, as far as they are published.

use disclosure::model::{Mechanism, WorkAct, WorkKind};
use leptos::prelude::*;

use super::Known;
use crate::address::Page;
use crate::pages::list::level;
use crate::pages::work::title;
use crate::parts::basis::clause_link;
use crate::parts::original::original;
use crate::parts::source::source_line;

/// The acts by day, and of which kind none was found.
pub fn mechanism(known: &Known, mechanism: &Mechanism) -> AnyView {
    let here = known.here;
    let words = &here.words.progress().mechanism;
    let acts: Vec<_> = mechanism.acts.iter().map(|each| act(known, each)).collect();
    let missing: Vec<String> = WorkKind::ALL
        .into_iter()
        .filter(|kind| mechanism.acts.iter().all(|act| act.kind != *kind))
        .map(|kind| (words.kind)(kind).to_owned())
        .collect();
    let missing = (!missing.is_empty()).then(|| (words.none)(&here.join(&missing), mechanism.as_of));
    view! {
        <section aria-labelledby="mechanism">
            <h2 id="mechanism">{words.title}</h2>
            <p class="section-note">{words.lead}</p>
            {(!acts.is_empty()).then(|| view! { <ol class="dated">{acts}</ol> })}
            {missing.map(|missing| view! { <p class="empty">{missing}</p> })}
            <p class="more"><a href=here.href(Page::Work)>{here.words.work().all}</a></p>
        </section>
    }
    .into_any()
}

fn act(known: &Known, act: &WorkAct) -> AnyView {
    let here = known.here;
    let (documents, source) = (known.clone(), act.source.clone());
    let clause =
        act.clause.as_deref().map(|clause| view! { <p class="small">{clause_link(here, clause)}</p> });
    view! {
        <li>
            <time datetime=act.dated.to_string()>{act.dated.to_string()}</time>
            <div>
                <p class="quiet small">
                    {level(here, act.level)} " · " {(here.words.progress().mechanism.kind)(act.kind)}
                </p>
                // Two targets on one line would be too close for a finger.
                <p>{title(here, act)}</p>
                {clause}
                {act.caveat.as_ref().map(|caveat| view! { <p class="quiet small">{original(here, caveat)}</p> })}
                <p class="small">{move || source_line(here, &source, &documents.documents())}</p>
            </div>
        </li>
    }
    .into_any()
}
