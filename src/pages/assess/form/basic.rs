//! The first step and the last: park and year, and the basic conditions of annex 1.

use leptos::prelude::*;
use worksheet::unit::Quantity;

use super::field::{self, Field};
use crate::assess::Session;
use crate::pages::assess::steps::field_id;
use crate::parts::basis::clause_link;
use crate::view_context::ViewContext;

/// Park and year.
pub fn park(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().park;
    view! {
        <div class="fields">
            {field::words(here, session, Field::new("name", words.name).hint(words.name_hint))}
            {field::number(here, session, Field::new("year", words.year).hint(words.year_hint), Quantity::Plain)}
            {factors(here, session)}
            {field::area(here, session, Field::new("notes", words.notes).hint(words.notes_hint))}
        </div>
    }
    .into_any()
}

/// The choice of the factor set.
fn factors(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().park;
    let id = field_id("factors");
    let chosen = Memo::new(move |_| session.with(|sheet| sheet.factor_set().to_owned()));
    let rulebook = session.rulebook();
    let options = rulebook.factor_sets.iter().map(|set| {
        let own = set.id.clone();
        view! {
            <option value=set.id.clone() selected=move || chosen.get() == own>
                {here.text(&set.title)}
            </option>
        }
    });
    let options = options.collect_view();
    let choose = move |ev: leptos::ev::Event| {
        session.pause();
        session.set_text("factors", event_target_value(&ev));
        session.pause();
    };
    let hint = format!("{id}-hint");
    view! {
        <div class="field wide">
            <label for=id.clone()>{words.factors}</label>
            <span class="field-hint" id=hint.clone()>{words.factors_hint}</span>
            <select id=id aria-describedby=hint prop:value=move || chosen.get() on:change=choose>
                {options}
            </select>
            {field::mistakes_below(here, session, "factors".to_owned())}
        </div>
    }
    .into_any()
}

/// The basic conditions.
pub fn basic(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().basic;
    let conditions = (0..words.questions.len()).map(|at| condition(here, session, at));
    view! {
        <p class="section-note">{words.lead}</p>
        {conditions.collect_view()}
    }
    .into_any()
}

fn condition(here: ViewContext, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().basic;
    let holds = Memo::new(move |_| session.with(|sheet| sheet.basic[at].holds));
    let name = format!("basic-{at}");
    let answers =
        [(Some(true), words.yes), (Some(false), words.no), (None, words.unknown)].map(|(answer, word)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || holds.get() == answer
                        on:change=move |_| session.change(|sheet| sheet.basic[at].holds = answer)
                    />
                    {word}
                </label>
            }
        });
    view! {
        <fieldset class="condition">
            <legend>{words.questions[at]} " " {clause_link(here, &format!("ndrc-910/annex1/{}", at + 1))}</legend>
            <div class="choices">{answers.collect_view()}</div>
            {field::words(here, session, Field::new(format!("basic.{at}.note"), words.note))}
        </fieldset>
    }
    .into_any()
}
