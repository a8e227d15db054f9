//! How sure a fact is: its letter and what the letter means.

use assessment::Mark;
use leptos::prelude::*;

use crate::here::Here;

/// The letter of a mark.
pub fn letter(mark: Mark) -> &'static str {
    match mark {
        Mark::A => "A",
        Mark::B => "B",
        Mark::C => "C",
        Mark::U => "U",
    }
}

/// What a mark means, in one short phrase.
pub fn meaning(here: Here, mark: Mark) -> &'static str {
    let words = &here.words.marks;
    match mark {
        Mark::A => words.a,
        Mark::B => words.b,
        Mark::C => words.c,
        Mark::U => words.u,
    }
}

/// The badge of a mark. Its meaning is read out, and shown on hover; [`mark_key`] prints it.
pub fn mark_badge(here: Here, mark: Mark) -> AnyView {
    let meaning = meaning(here, mark);
    view! {
        <span class="mark" data-mark=letter(mark) title=meaning>
            <span aria-hidden="true">{letter(mark)}</span>
            <span class="vh">{meaning}</span>
        </span>
    }
    .into_any()
}

/// The key to the marks, for the foot of a list of sources.
pub fn mark_key(here: Here) -> AnyView {
    let entries = [Mark::A, Mark::B, Mark::C, Mark::U].map(|mark| {
        view! {
            <li>
                <span class="mark" data-mark=letter(mark) aria-hidden="true">
                    {letter(mark)}
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
