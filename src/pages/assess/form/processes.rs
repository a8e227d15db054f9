//! Industrial processes. The method prints no factors: hints are offered and never applied by themselves.

use leptos::prelude::*;
use worksheet::sheet::ProcessLine;
use worksheet::unit::Quantity;

use super::field::{self, Field};
use super::fuels::remove_button;
use crate::assess::Session;
use crate::browser::focus;
use crate::pages::assess::steps::field_id;
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;
use crate::view_context::ViewContext;

/// Industrial processes.
pub fn processes(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().processes;
    let count = Memo::new(move |_| session.with(|sheet| sheet.processes.len()));
    let add = move |_| {
        session.change(|sheet| sheet.processes.push(ProcessLine::empty()));
        focus::field_soon(field_id(&format!("processes.{}.product", count.get_untracked() - 1)));
    };
    view! {
        <p class="section-note">{words.lead} " " {clause_link(here, "ndrc-910/annex4/3")}</p>
        {move || (0..count.get()).map(|at| line(here, session, at)).collect_view()}
        <p>
            <button type="button" class="button" on:click=add>
                {words.add}
            </button>
        </p>
        <h4>{words.sinks}</h4>
        <p class="section-note">{words.sinks_note}</p>
    }
    .into_any()
}

fn line(here: ViewContext, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().processes;
    let entry = format!("processes.{at}");
    let named = format!("{} {}", words.product, at + 1);
    let basis =
        Field::new(format!("{entry}.basis"), here.words.assess_form().fuels.basis).hint(words.basis_hint);
    let product = Field::new(format!("{entry}.product"), words.product).hint(words.product_hint);
    view! {
        <fieldset class="line">
            <legend>{named.clone()}</legend>
            <div class="fields">
                {field::words(here, session, product)}
                {field::number(here, session, Field::new(format!("{entry}.amount"), words.amount), Quantity::Mass)}
                {field::number(here, session, Field::new(format!("{entry}.t_per_t"), words.factor), Quantity::Plain)}
                {field::words(here, session, basis)}
            </div>
            {hints(here, session, entry.clone())}
            {remove_button(here, session, entry, &named)}
        </fieldset>
    }
    .into_any()
}

fn hints(here: ViewContext, session: Session, entry: String) -> AnyView {
    let words = &here.words.assess_form().processes;
    let rulebook = session.rulebook();
    let id = untrack(|| session.with(|sheet| sheet.factor_set().to_owned()));
    let hints = rulebook.factor_sets.iter().find(|set| set.id == id).map(|set| &set.process_hints);
    let items = hints.into_iter().flatten().map(|hint| {
        let (field, value) = (format!("{entry}.t_per_t"), hint.t_per_t.to_string());
        let said = (words.hint)(&here.text(&hint.name), &value);
        let label = format!("{} {said}", words.apply);
        let apply = move |_| {
            session.pause();
            session.set_text(&field, value.clone());
            session.pause();
        };
        view! {
            <li>
                {said} " " {mark_badge(here, hint.mark)} " "
                <button type="button" class="button" aria-label=label on:click=apply>
                    {words.apply}
                </button>
            </li>
        }
    });
    view! {
        <details class="fold">
            <summary>{words.hints}</summary>
            <ul class="hints">{items.collect_view()}</ul>
        </details>
    }
    .into_any()
}
