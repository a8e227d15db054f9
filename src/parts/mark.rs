//! How sure a fact is: its letter and what the letter means.

use assessment::{Date, Mark};
use leptos::prelude::*;

use crate::address::Lang;
use crate::view_context::ViewContext;

/// Every mark, in the order of the key.
pub const ALL: [Mark; 5] = [Mark::A, Mark::B, Mark::C, Mark::U, Mark::D];

/// The letter of a mark in the data, by which the style tells them apart.
fn id(mark: Mark) -> &'static str {
    match mark {
        Mark::A => "A",
        Mark::B => "B",
        Mark::C => "C",
        Mark::U => "U",
        Mark::D => "D",
    }
}

/// The letter of a mark. What is invented says so in the reader's own script.
pub fn letter(here: ViewContext, mark: Mark) -> &'static str {
    match (mark, here.lang) {
        (Mark::D, Lang::Zh) => "演",
        (mark, _) => id(mark),
    }
}

/// What a mark means, in one short phrase.
pub fn meaning(here: ViewContext, mark: Mark) -> &'static str {
    let words = &here.words.marks;
    match mark {
        Mark::A => words.a,
        Mark::B => words.b,
        Mark::C => words.c,
        Mark::U => words.u,
        Mark::D => words.d,
    }
}

/// When a fact was last compared with its source.
pub fn checked(here: ViewContext, day: Date) -> AnyView {
    view! { {here.words.basis.checked} <time>{day.to_string()}</time> }.into_any()
}

/// How sure a fact is, in full: letter, meaning, and when it was checked. What is invented was not.
pub fn sure(here: ViewContext, mark: Mark, checked_on: Option<Date>) -> AnyView {
    let checked = checked_on.map(|day| view! { " · " {checked(here, day)} });
    view! { {mark_badge(here, mark)} " " {meaning(here, mark)} {checked} }.into_any()
}

/// The badge of a mark. Its meaning is read out, and shown on hover; [`mark_key`] prints it.
pub fn mark_badge(here: ViewContext, mark: Mark) -> AnyView {
    let meaning = meaning(here, mark);
    view! {
        <span class="mark" data-mark=id(mark) title=meaning>
            <span aria-hidden="true">{letter(here, mark)}</span>
            <span class="vh">{meaning}</span>
        </span>
    }
    .into_any()
}

/// The key to the marks, for the foot of a list of sources.
pub fn mark_key(here: ViewContext) -> AnyView {
    let entries = ALL.map(|mark| {
        view! {
            <li>
                <span class="mark" data-mark=id(mark) aria-hidden="true">
                    {letter(here, mark)}
                </span>
                {meaning(here, mark)}
            </li>
        }
    });
    view! {
        <ul class="mark-key" aria-label=here.words.marks.key>
            {entries.collect_view()}
        </ul>
    }
    .into_any()
}
