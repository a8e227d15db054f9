//! The form, one group of questions a step. The step stands in the address, so that back and forward work.

mod basic;
pub mod blank;
pub mod field;
mod fuels;
mod guiding;
mod power;
mod processes;
mod say;

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use worksheet::FieldProblem;
use worksheet::step::{Progress, Step};

use super::files;
use super::steps::Steps;
use crate::assess::Session;
use crate::browser::keys;
use crate::load::Opened;
use crate::view_context::ViewContext;

/// The form, step by step.
pub fn form(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let steps = expect_context::<Steps>();
    let now = Memo::new(move |_| steps.now());
    let step = move || {
        let step = now.get();
        let title = here.words.assess_form().steps[step as usize];
        let of = (here.words.assess_form().step_of)(step as usize + 1, Step::ALL.len());
        view! {
            <h3 id="step" tabindex="-1">
                <span class="eyebrow">{of}</span>
                {title}
            </h3>
            {step_view(here, session, step)}
            {beside(here, steps, step)}
        }
        .into_any()
    };
    view! {
        <div class="assess-steps" on:keydown=move |ev| shortcut(session, &ev)>
            {files::saved_assessments_panel(here, session, opened)} {tools(here, session)} {navigation(here, session, steps, now)}
            {summary(here, session, steps)} <div class="step">{step}</div>
        </div>
    }
    .into_any()
}

fn step_view(here: ViewContext, session: Session, step: Step) -> AnyView {
    match step {
        Step::Park => basic::park(here, session),
        Step::Fuels => fuels::fuels(here, session),
        Step::Conversions => fuels::conversions(here, session),
        Step::Power => power::power(here, session),
        Step::Heat => power::heat(here, session),
        Step::Processes => processes::processes(here, session),
        Step::Guiding => guiding::guiding(here, session),
        Step::Basic => basic::basic(here, session),
    }
}

/// Ctrl or Cmd with Z, Shift+Z and Y. A field that is typed into keeps the browser's own undo, which knows its
/// letters and its caret: what it brings back is heard as typing. Everywhere else the keys undo changes of the
/// whole sheet.
fn shortcut(session: Session, ev: &KeyboardEvent) {
    if !(ev.ctrl_key() || ev.meta_key()) || ev.alt_key() || ev.default_prevented() {
        return;
    }
    if keys::is_typed(ev) {
        return;
    }
    match (ev.key().to_ascii_lowercase().as_str(), ev.shift_key()) {
        ("z", false) => session.undo(),
        ("z", true) | ("y", false) => session.redo(),
        _ => return,
    }
    ev.prevent_default();
}

fn tools(here: ViewContext, session: Session) -> AnyView {
    let words = here.words.assess_form();
    view! {
        <div class="assess-tools no-print" role="group" aria-label=format!("{} / {}", words.undo, words.redo)>
            <button
                type="button"
                class="button"
                id="undo"
                aria-describedby="undo-note"
                aria-disabled=move || (!session.can().0).then_some("true")
                on:click=move |_| session.undo()
            >
                {words.undo}
            </button>
            <button
                type="button"
                class="button"
                id="redo"
                aria-disabled=move || (!session.can().1).then_some("true")
                on:click=move |_| session.redo()
            >
                {words.redo}
            </button>
            <span id="undo-note" class="vh">
                {words.undo_note}
            </span>
        </div>
    }
    .into_any()
}

fn navigation(here: ViewContext, session: Session, steps: Steps, now: Memo<Step>) -> AnyView {
    let words = here.words.assess_form();
    let items = Step::ALL.map(|step| {
        let progress = Memo::new(move |_| {
            session.with(|sheet| session.outcome().with(|outcome| step.progress(sheet, &outcome.problems)))
        });
        let said = move || match progress.get() {
            Progress::Empty => words.empty.to_owned(),
            Progress::Filled => words.filled.to_owned(),
            Progress::Mistakes(count) => (words.mistakes)(count),
        };
        let state = move || match progress.get() {
            Progress::Empty => "empty",
            Progress::Filled => "filled",
            Progress::Mistakes(_) => "mistakes",
        };
        view! {
            <li data-progress=state>
                <a
                    href=steps.href(step)
                    aria-current=move || (now.get() == step).then_some("step")
                    on:click=move |ev| steps.follow(step, &ev)
                >
                    <span class="step-at">{words.steps[step as usize]}</span>
                    " "
                    <span class="step-said">{said}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="steps" aria-label=words.steps_label>
            <ol>{items.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn beside(here: ViewContext, steps: Steps, step: Step) -> AnyView {
    let words = here.words.assess_form();
    let link = |to: Option<Step>, word: &'static str, class: &'static str| {
        to.map(|to| {
            let name = words.steps[to as usize];
            view! {
                <a class=class href=steps.href(to) on:click=move |ev| steps.follow(to, &ev)>
                    {word}
                    " · "
                    {name}
                </a>
            }
        })
    };
    let (before, after) = step.beside();
    view! {
        <p class="step-ways no-print">
            {link(before, words.previous, "step-before")} {link(after, words.next, "step-after")}
        </p>
    }
    .into_any()
}

/// All mistakes, each leading to its field.
fn summary(here: ViewContext, session: Session, steps: Steps) -> AnyView {
    let words = here.words.assess_form();
    let problems: Memo<Vec<FieldProblem>> =
        Memo::new(move |_| session.outcome().with(|outcome| outcome.problems.clone()));
    let item = move |problem: FieldProblem| {
        let step = Step::of(&problem.field);
        let said = say::sentence(here, session, &problem.what);
        let field = problem.field.clone();
        let reach = move |ev: MouseEvent| {
            ev.prevent_default();
            ev.stop_propagation();
            steps.reach(&field);
        };
        view! {
            <li>
                <a href=steps.href(step) data-field=problem.field on:click=reach>
                    {words.steps[step as usize]}
                    " · "
                    {said}
                </a>
            </li>
        }
    };
    let shown = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            let count = (words.summary)(problems.len());
            view! {
                <div class="error-summary" role="group" aria-labelledby="summary" tabindex="-1">
                    <h3 id="summary">{count}</h3>
                    <ul>{problems.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    };
    view! { {shown} }.into_any()
}
