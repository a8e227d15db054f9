//! A field by its name: label, hint, text, unit, what it comes to, and what is wrong with it.

use leptos::prelude::*;
use worksheet::unit::{Quantity, Unit};
use worksheet::{FieldProblem, What};

use super::say;
use crate::assess::Session;
use crate::browser::focus;
use crate::pages::assess::steps::field_id;
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Longest text that a field takes; a pasted novel is cut.
const LONGEST: &str = "2000";

/// What a field is called, and what helps to fill it in.
pub struct Field {
    /// Its name in the sheet: `fuels.0.amount`.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
}

impl Field {
    /// A field without a hint.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Field {
        Field { name: name.into(), label: label.into(), hint: None }
    }

    /// The same with a hint.
    pub fn hint(self, hint: impl Into<String>) -> Field {
        Field { hint: Some(hint.into()), ..self }
    }
}

/// How a text is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number(Quantity),
    Words,
    Area,
}

/// A field for a number of a quantity, with the choice of its unit where there is one.
pub fn number(here: ViewContext, session: Session, field: Field, quantity: Quantity) -> AnyView {
    draw(here, session, field, Kind::Number(quantity))
}

/// A field for a line of words.
pub fn words(here: ViewContext, session: Session, field: Field) -> AnyView {
    draw(here, session, field, Kind::Words)
}

/// A field for several lines of words.
pub fn area(here: ViewContext, session: Session, field: Field) -> AnyView {
    draw(here, session, field, Kind::Area)
}

fn draw(here: ViewContext, session: Session, field: Field, kind: Kind) -> AnyView {
    let Field { name, label, hint } = field;
    let id = field_id(&name);
    // While a number is being typed it is not yet wrong: mistakes are shown when the field was left.
    let typing = RwSignal::new(false);
    let problems = {
        let name = name.clone();
        Memo::new(move |_| session.problems_of(&name))
    };
    let wrong = Memo::new(move |_| !typing.get() && problems.with(|problems| !problems.is_empty()));
    let described = {
        let (id, hinted) = (id.clone(), hint.is_some());
        move || {
            let parts =
                [(hinted, "hint"), (wrong.get(), "problem"), (matches!(kind, Kind::Number(_)), "said")];
            let parts = parts.iter().filter(|(there, _)| *there).map(|(_, part)| format!("{id}-{part}"));
            Some(parts.collect::<Vec<_>>().join(" ")).filter(|ids| !ids.is_empty())
        }
    };
    let input = entry(session, name.clone(), id.clone(), kind, typing, wrong, described);
    let hint = hint.map(|hint| view! { <span class="field-hint" id=format!("{id}-hint")>{hint}</span> });
    let unit = match kind {
        Kind::Number(quantity) => unit_choice(here, session, &name, &label, quantity),
        Kind::Words | Kind::Area => ().into_any(),
    };
    let said = match kind {
        Kind::Number(quantity) => converted(here, session, name.clone(), &id, quantity),
        Kind::Words | Kind::Area => ().into_any(),
    };
    view! {
        <div class="field" class:wrong=move || wrong.get() class:wide=kind == Kind::Area>
            <label for=id.clone()>{label}</label>
            {hint}
            <span class="field-row">{input} {unit}</span>
            {said}
            {move || wrong.get().then(|| mistakes(here, session, &name, &id, problems.get()))}
        </div>
    }
    .into_any()
}

fn entry(
    session: Session,
    name: String,
    id: String,
    kind: Kind,
    typing: RwSignal<bool>,
    wrong: Memo<bool>,
    described: impl Fn() -> Option<String> + Send + 'static,
) -> AnyView {
    let text = {
        let name = name.clone();
        Memo::new(move |_| session.text(&name))
    };
    let typed = {
        let name = name.clone();
        move |ev: leptos::ev::Event| {
            typing.set(true);
            session.set_text(&name, event_target_value(&ev));
        }
    };
    // A browser takes line breaks out of what is pasted into a line: two cells would become one number. They are
    // put in with a tab between them instead, which no number has.
    let pasted = {
        let name = name.clone();
        move |ev: leptos::ev::ClipboardEvent| {
            let text = ev.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
            if matches!(kind, Kind::Number(_)) && text.trim().contains(['\n', '\r']) {
                ev.prevent_default();
                typing.set(false);
                session.set_text(&name, text.trim().replace(['\n', '\r'], "\t"));
            }
        }
    };
    let left = move |_| {
        typing.set(false);
        session.pause();
    };
    let invalid = move || wrong.get().then_some("true");
    if kind == Kind::Area {
        return view! {
            <textarea
                id=id
                rows="3"
                maxlength=LONGEST
                aria-invalid=invalid
                aria-describedby=described
                prop:value=move || text.get()
                on:input=typed
                on:blur=left
            ></textarea>
        }
        .into_any();
    }
    let decimal = matches!(kind, Kind::Number(_));
    view! {
        <input
            id=id
            type="text"
            class:number=decimal
            inputmode=decimal.then_some("decimal")
            maxlength=LONGEST
            autocomplete="off"
            spellcheck="false"
            aria-invalid=invalid
            aria-describedby=described
            prop:value=move || text.get()
            on:input=typed
            on:paste=pasted
            on:blur=left
        />
    }
    .into_any()
}

/// The units to choose from; a quantity that has one only says it.
fn unit_choice(here: ViewContext, session: Session, name: &str, label: &str, quantity: Quantity) -> AnyView {
    let chosen = {
        let name = name.to_owned();
        Memo::new(move |_| session.with(|sheet| sheet.unit(&name)))
    };
    if chosen.get_untracked().is_none() || quantity.units().len() < 2 {
        let unit = say::unit(here, quantity.contract_unit());
        return (!unit.is_empty()).then(|| view! { <span class="field-unit">{unit}</span> }).into_any();
    }
    let options = quantity.units().iter().map(|unit| {
        let unit = *unit;
        view! {
            <option value=key(unit) selected=move || chosen.get() == Some(unit)>
                {say::unit(here, unit)}
            </option>
        }
    });
    let name = name.to_owned();
    let choose = move |ev: leptos::ev::Event| {
        let value = event_target_value(&ev);
        if let Some(unit) = quantity.units().iter().find(|unit| key(**unit) == value) {
            session.set_unit(&name, *unit);
        }
    };
    view! {
        <select
            class="field-units"
            aria-label=(here.words.assess_form().field.unit)(label)
            prop:value=move || chosen.get().map(key).unwrap_or_default()
            on:change=choose
        >
            {options.collect_view()}
        </select>
    }
    .into_any()
}

/// Value of a unit in its choice.
fn key(unit: Unit) -> String {
    format!("{unit:?}")
}

/// What the number comes to in the contract's unit, where it was typed otherwise.
fn converted(here: ViewContext, session: Session, name: String, id: &str, quantity: Quantity) -> AnyView {
    let said = Memo::new(move |_| session.with(|sheet| sheet.converted(&name, quantity)));
    let unit = say::unit(here, quantity.contract_unit());
    let shown = move || {
        said.get().map(|number| (here.words.assess_form().field.converted)(&grouped_text(&number), unit))
    };
    view! {
        <span class="field-said" id=format!("{id}-said")>
            {shown}
        </span>
    }
    .into_any()
}

fn mistakes(
    here: ViewContext,
    session: Session,
    name: &str,
    id: &str,
    problems: Vec<FieldProblem>,
) -> AnyView {
    let lines = problems.into_iter().map(|problem| {
        view! {
            <span class="problem-line">{say::sentence(here, session, &problem.what)}</span>
            {remedies(here, session, name, &problem.what)}
            {say::contract(here, &problem.what)}
        }
    });
    view! {
        <div class="field-problem" id=format!("{id}-problem")>
            {lines.collect_view()}
        </div>
    }
    .into_any()
}

/// Buttons that mend a mistake in one step.
fn remedies(here: ViewContext, session: Session, name: &str, what: &What) -> AnyView {
    let words = &here.words.assess_form().field;
    match what {
        What::Ambiguous(ways) => ways
            .iter()
            .map(|way| {
                let (name, way) = (name.to_owned(), way.clone());
                let label = (words.read_as)(&grouped_text(&way));
                let id = field_id(&name);
                let choose = move |_| {
                    session.pause();
                    session.set_text(&name, way.clone());
                    session.pause();
                    focus::field_soon(id.clone());
                };
                view! {
                    <button type="button" class="button remedy" on:click=choose>
                        {label}
                    </button>
                }
            })
            .collect_view()
            .into_any(),
        What::Unit(unit) => {
            let (name, unit) = (name.to_owned(), *unit);
            let id = field_id(&name);
            let choose = move |_| {
                session.set_unit(&name, unit);
                focus::field_soon(id.clone());
            };
            view! {
                <button type="button" class="button remedy" on:click=choose>
                    {(words.use_unit)(say::unit(here, unit))}
                </button>
            }
            .into_any()
        }
        What::Unreadable(_) | What::Incomplete | What::Refused(_) => ().into_any(),
    }
}

/// Mistakes of a field that has no text of its own on the page: the kind of a fuel, a source.
pub fn only_mistakes(here: ViewContext, session: Session, name: String) -> AnyView {
    let id = field_id(&name);
    view! {
        <div id=id tabindex="-1">
            {mistakes_below(here, session, name)}
        </div>
    }
    .into_any()
}

/// Mistakes below a field that stands on the page and bears its id itself.
pub fn mistakes_below(here: ViewContext, session: Session, name: String) -> AnyView {
    let problems = {
        let name = name.clone();
        Memo::new(move |_| session.problems_of(&name))
    };
    let id = field_id(&name);
    let shown = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| mistakes(here, session, &name, &id, problems))
    };
    shown.into_any()
}
