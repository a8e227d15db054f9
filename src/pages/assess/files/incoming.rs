//! What wants to come in: a file that was chosen or dropped, a link that carries an assessment. Nothing that is
//! filled in gives way without being asked about.

use assessment::Problem;
use leptos::ev::DragEvent;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use worksheet::Sheet;
use worksheet::file::{Opened, open};
use worksheet::link::{self, BadLink};

use crate::assess::Session;
use crate::assess::session::library;
use crate::browser::dialog::set_open;
use crate::browser::files::{self, Handed};
use crate::pages::assess::steps::Steps;
use crate::view_context::ViewContext;

/// Largest file that is read, bytes; an assessment file has a few thousand.
const LARGEST: f64 = 1_048_576.0;

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
struct Arrived {
    sheet: Sheet,
    /// Each with the field it is in, where there is one.
    problems: Vec<(Problem, Option<String>)>,
    left_out: Vec<String>,
}

impl Arrived {
    fn of(opened: Opened) -> Arrived {
        let problems =
            opened.problems.iter().map(|problem| (problem.clone(), opened.field_of(&problem.path)));
        Arrived { problems: problems.collect(), sheet: opened.sheet, left_out: opened.left_out }
    }
}

/// What became of the file that was chosen or dropped last.
#[derive(Clone, Debug, PartialEq)]
enum State {
    Nothing,
    Several,
    TooLarge,
    Unreadable(Option<Problem>),
    /// It waits for an answer.
    Asks(Arrived),
    /// It was taken over, with these problems.
    Taken(Arrived),
}

/// What wants to come in by file.
#[derive(Clone, Copy)]
pub struct Incoming {
    session: Session,
    state: RwSignal<State>,
}

impl Incoming {
    /// Nothing yet.
    pub fn new(session: Session) -> Incoming {
        Incoming { session, state: RwSignal::new(State::Nothing) }
    }

    fn text(self, text: &str) {
        let rulebook = self.session.rulebook();
        let state = match open(text.as_bytes(), library(&rulebook)) {
            Err(problem) => State::Unreadable(Some(problem)),
            Ok(opened) => {
                let arrived = Arrived::of(opened);
                if self.session.with(Sheet::is_blank) {
                    self.session.replace(arrived.sheet.clone());
                    State::Taken(arrived)
                } else {
                    State::Asks(arrived)
                }
            }
        };
        self.state.set(state);
    }
}

/// Reads the file that was handed over; a person means one.
pub fn read_file(incoming: Incoming, handed: Handed) {
    let Handed::One(file) = handed else {
        incoming.state.set(State::Several);
        return;
    };
    if file.size() > LARGEST {
        incoming.state.set(State::TooLarge);
        return;
    }
    let reading = file.text();
    spawn_local(async move {
        match reading.await {
            Some(text) => incoming.text(&text),
            None => incoming.state.set(State::Unreadable(None)),
        }
    });
}

/// A file was dropped somewhere on the form: the browser must not open it in place of the page.
pub fn dropped(incoming: Incoming, ev: &DragEvent) {
    if let Some(handed) = files::dropped(ev) {
        read_file(incoming, handed);
    }
}

/// The dialog that asks, and below it what became of the last file.
pub fn incoming_dialog(here: ViewContext, session: Session) -> AnyView {
    let incoming = expect_context::<Incoming>();
    let steps = expect_context::<Steps>();
    let location = use_location();
    // A link carries what was filled in behind its `#`, which only a browser has.
    let read = here.host.has_reader();
    let by_link = Memo::new(move |_| if read { location.hash.with(|hash| link::sheet(hash)) } else { None });
    let asks = Memo::new(move |_| {
        by_link.get().is_some() || incoming.state.with(|state| matches!(state, State::Asks(_)))
    });
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let asks = asks.get();
        let Some(dialog) = node.get() else { return };
        set_open(&dialog, asks);
    });
    let discard = move || {
        if by_link.with_untracked(Option::is_some) {
            steps.forget_fragment();
        } else if incoming.state.with_untracked(|state| matches!(state, State::Asks(_))) {
            incoming.state.set(State::Nothing);
        }
    };
    let content = move || match (by_link.get(), incoming.state.get()) {
        (Some(sheet), _) => Some(linked(here, session, sheet, discard)),
        (None, State::Asks(arrived)) => Some(arrived_file(here, incoming, arrived, discard)),
        _ => None,
    };
    view! {
        <dialog class="dialog" id="incoming" node_ref=node aria-labelledby="incoming-title" on:close=move |_| discard()>
            <div class="dialog-panel">{content}</div>
        </dialog>
        {move || notice(here, incoming, steps)}
    }
    .into_any()
}

fn button(word: &'static str, id: &'static str, act: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <button type="button" class="button" id=id on:click=move |_| act()>
            {word}
        </button>
    }
    .into_any()
}

fn called(here: ViewContext, sheet: &Sheet) -> AnyView {
    let words = &here.words.assess_form().desk;
    let name = if sheet.name.trim().is_empty() { words.nameless } else { sheet.name.trim() };
    view! { <p><bdi>{(words.incoming_name)(name, sheet.year.trim())}</bdi></p> }.into_any()
}

fn linked(
    here: ViewContext,
    session: Session,
    sheet: Result<Sheet, BadLink>,
    discard: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = &here.words.assess_form().desk;
    let (body, ways) = match sheet {
        Ok(sheet) => {
            let body = called(here, &sheet);
            let open = move || {
                session.begin(sheet.clone());
                discard();
            };
            let ways = view! {
                {button(words.open_new, "incoming-open", open)}
                " "
                {button(words.discard, "incoming-discard", discard)}
            };
            (body, ways.into_any())
        }
        Err(bad) => {
            let sentence = match bad {
                BadLink::Damaged => words.link_damaged,
                BadLink::OtherFormat => words.link_other_format,
            };
            (view! { <p>{sentence}</p> }.into_any(), button(words.close, "incoming-discard", discard))
        }
    };
    view! {
        <h2 id="incoming-title">{words.incoming_link}</h2>
        {body}
        <p class="dialog-ways">{ways}</p>
    }
    .into_any()
}

fn arrived_file(
    here: ViewContext,
    incoming: Incoming,
    arrived: Arrived,
    discard: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = &here.words.assess_form().desk;
    let session = incoming.session;
    let body = called(here, &arrived.sheet);
    let (new, instead) = (arrived.clone(), arrived);
    let open = move || {
        session.begin(new.sheet.clone());
        incoming.state.set(State::Taken(new.clone()));
    };
    let replace = move || {
        session.replace(instead.sheet.clone());
        incoming.state.set(State::Taken(instead.clone()));
    };
    view! {
        <h2 id="incoming-title">{words.incoming_file}</h2>
        {body}
        <p class="dialog-ways">
            {button(words.open_new, "incoming-open", open)} " " {button(words.replace, "incoming-replace", replace)} " "
            {button(words.discard, "incoming-discard", discard)}
        </p>
    }
    .into_any()
}

/// What became of the last file: why it was not read, or what is wrong in it, with the way to each field.
fn notice(here: ViewContext, incoming: Incoming, steps: Steps) -> AnyView {
    let words = &here.words.assess_form().desk;
    let body = match incoming.state.get() {
        State::Nothing | State::Asks(_) => return ().into_any(),
        State::Taken(arrived) if arrived.problems.is_empty() && arrived.left_out.is_empty() => {
            return ().into_any();
        }
        State::Taken(arrived) => taken(here, incoming, steps, &arrived),
        State::Several => view! { <p>{words.one_file}</p> }.into_any(),
        State::TooLarge => view! { <p>{words.too_large}</p> }.into_any(),
        State::Unreadable(problem) => {
            let line =
                problem.map(|problem| view! { " " <code lang="en" dir="ltr">{problem.to_string()}</code> });
            view! { <p>{words.unreadable_file} {line}</p> }.into_any()
        }
    };
    view! {
        <div class="incoming-notice" role="alert">
            {body}
            {button(words.close, "incoming-close", move || incoming.state.set(State::Nothing))}
        </div>
    }
    .into_any()
}

fn taken(here: ViewContext, incoming: Incoming, steps: Steps, arrived: &Arrived) -> AnyView {
    let words = &here.words.assess_form().desk;
    let items = arrived.problems.iter().map(|(problem, field)| {
        let line = view! { <code lang="en" dir="ltr">{problem.to_string()}</code> };
        let field = field
            .clone()
            .filter(|field| untrack(|| incoming.session.with(|sheet| sheet.text(field))).is_some());
        match field {
            None => view! { <li>{line}</li> }.into_any(),
            Some(field) => {
                let href = steps.href(worksheet::step::Step::of(&field));
                let reach = move |ev: leptos::ev::MouseEvent| {
                    ev.prevent_default();
                    ev.stop_propagation();
                    steps.reach(&field);
                };
                view! {
                    <li>
                        <a href=href on:click=reach>
                            {line}
                        </a>
                    </li>
                }
                .into_any()
            }
        }
    });
    let problems = (!arrived.problems.is_empty()).then(|| {
        view! {
            <p>{(words.file_problems)(arrived.problems.len())}</p>
            <ul>{items.collect_view()}</ul>
        }
    });
    let left_out = (!arrived.left_out.is_empty()).then(|| {
        let paths: Vec<_> = arrived.left_out.iter().map(|path| json_tree::text::shorten(path)).collect();
        view! { <p>{(words.left_out)(&here.join(&paths))}</p> }
    });
    view! {
        {problems}
        {left_out}
    }
    .into_any()
}
