//! What was corrected: the words for it, beside what holds now.

use std::cmp::Reverse;

use assessment::applicability::Subject;
use assessment::ruleset::{Indicator, Level};
use assessment::unit::Unit;
use disclosure::correction::{Amended, Amendment, Change, Corrected, Reading, change_to};
use disclosure::model::{Event, ListEntry, Rulebook, Scope, Statement};
use disclosure::park_evaluation::judge;
use disclosure::round::{PublishedCore, Quality, Round, RulesDay, Snapshot};
use leptos::prelude::*;

use super::indicator::{figure, unit};
use crate::address::Page;
use crate::view_context::ViewContext;

/// Digits after the point of a displayed value.
const SHOWN: u8 = 3;

/// What is corrected, as it was and as it is, in words; nothing where nothing was or is published.
pub struct Told {
    /// What.
    pub what: String,
    /// Before.
    pub was: Option<String>,
    /// Now.
    pub is: Option<String>,
}

/// A correction in the list of all that concern one thing.
pub struct Record {
    /// By what.
    pub by: Amendment,
    /// What it changed.
    pub told: Told,
    /// Whether it is told at what it changed, too; paper has it there alone.
    pub beside: bool,
}

/// The address of a notice on the page of corrections.
pub fn notice_href(here: ViewContext, notice: &str) -> String {
    format!("{}#{notice}", here.href(Page::Corrections))
}

/// A change of what a round says of a park. Without a core before it, that of the round as `published` is meant.
pub fn told(
    here: ViewContext,
    change: &Change,
    published: Option<&PublishedCore>,
    book: &Rulebook,
    by: RulesDay,
) -> Told {
    let words = here.words.corrections();
    match change {
        Change::Value { of, indicator, was, is } => {
            let known = book.requirements(of, by).and_then(|set| set.indicator(indicator));
            let said = |reading: &Reading| said_reading(here, reading, known);
            Told {
                what: known.map_or_else(|| indicator.clone(), |known| here.text(&known.name)),
                was: was.as_ref().map(said),
                is: is.as_ref().map(said),
            }
        }
        Change::Core { was, is, quality } => {
            let was = was.as_ref().or(published);
            let core = |core: &PublishedCore, quality| {
                let value = core_value(core, quality, book, by);
                value.map_or_else(|| (words.core)(core).to_owned(), |value| (words.balance_given)(&value))
            };
            Told {
                what: is.as_ref().or(was).map(words.core).unwrap_or_default().to_owned(),
                was: was.map(|was| core(was, Quality::Measured)),
                is: is.as_ref().map(|is| core(is, *quality)),
            }
        }
        Change::Condition { number, was, is } => {
            let said = |stated| Some((words.stated)(stated).to_owned());
            Told { what: (words.condition)(*number), was: said(*was), is: said(*is) }
        }
        Change::Task { task, was, is } => {
            let said = |progress: assessment::Decimal| format!("{progress}%");
            Told { what: (words.task)(task), was: was.map(said), is: is.map(said) }
        }
    }
}

fn said_reading(here: ViewContext, reading: &Reading, of: Option<&Indicator>) -> String {
    let words = here.words.corrections();
    if let Some(reason) = &reading.not_applicable {
        return (words.not_applicable)(&here.text(reason));
    }
    let Some(value) = reading.value else { return words.nothing.to_owned() };
    let quality = (here.words.indicators().quality)(reading.quality);
    let unit = unit(here, of.map_or(&Unit::Percent, |indicator| &indicator.unit));
    (words.reading)(&format!("{} {unit}", figure(value.into(), SHOWN)), quality)
}

/// The core indicator, from what it rests on.
fn core_value(core: &PublishedCore, quality: Quality, book: &Rulebook, by: RulesDay) -> Option<String> {
    let snapshot = Snapshot { core: Some(core.clone()), core_quality: quality, ..Snapshot::blank("") };
    let judged = judge(&snapshot, Subject::default(), book, by);
    Some(judged.core(Level::National)?.value?.to_fixed(SHOWN))
}

/// An entry of a list.
pub fn entry_text(here: ViewContext, entry: &ListEntry) -> String {
    let words = here.words.corrections();
    let scope = entry.scope.map(|scope| words.scopes[usize::from(scope == Scope::Part)].to_owned());
    let scope = entry.scope_as_printed.clone().or(scope);
    let years = entry.years().map(|[from, to]| (words.entry_period)(from, to));
    let period = entry.period_as_printed.clone().or(years);
    let status = (!entry.status.is_listed()).then(|| (here.words.lists().status)(entry.status).to_owned());
    let name = Some(entry.name.clone());
    let said = [name, entry.league.clone(), scope, period, status, entry.remark.clone()];
    said.into_iter().flatten().collect::<Vec<_>>().join(words.comma)
}

/// An official act.
pub fn act_text(here: ViewContext, act: &Event) -> String {
    (here.words.corrections().act_text)(act.dated, &here.text(&act.text), act.due)
}

/// A statement.
pub fn statement_text(here: ViewContext, said: &Statement) -> String {
    (here.words.corrections().act_text)(said.dated, &here.text(&said.text), None)
}

/// The line beside what was corrected: when, what stood before, why; with the way to the notice.
pub fn note(here: ViewContext, by: &Amendment, was: Option<&str>) -> AnyView {
    let words = here.words.corrections();
    let was = (words.before)(was.unwrap_or(words.nothing));
    view! {
        <span class="corrected-note" data-notice=by.notice.clone()>
            <a href=notice_href(here, &by.notice)>{(words.on)(by.dated)}</a>
            " " {was} " " {(words.because)(&here.text(&by.reason))}
        </span>
    }
    .into_any()
}

/// The line beside something that a correction made what it is now; nothing beside what stands as it was published.
pub fn note_of<T: PartialEq>(
    here: ViewContext,
    changes: &[Amended<T>],
    now: &T,
    text: impl Fn(&T) -> String,
) -> Option<AnyView> {
    let change = change_to(changes, now)?;
    Some(note(here, &change.by, change.was.as_ref().map(text).as_deref()))
}

/// Changes of one kind of thing in words, each with its notice.
pub fn amended<'a, T: PartialEq>(
    changes: &'a [Amended<T>],
    what: &'static str,
    now: &'a [T],
    text: impl Fn(&T) -> String + 'a,
) -> impl Iterator<Item = Record> + 'a {
    changes.iter().map(move |change| {
        let (was, is) = (change.was.as_ref().map(&text), change.is.as_ref().map(&text));
        let beside = change.is.as_ref().is_some_and(|is| now.contains(is));
        Record { by: change.by.clone(), told: Told { what: what.to_owned(), was, is }, beside }
    })
}

/// All that was corrected of one thing, the latest first; nothing where nothing was.
pub fn records(here: ViewContext, lead: &'static str, mut all: Vec<Record>) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let words = here.words.corrections();
    all.sort_by_key(|record| Reverse(record.by.dated));
    let items = all.into_iter().map(|Record { by, told, beside }| {
        view! {
            <li data-notice=by.notice.clone() class:told-beside=beside>
                <time datetime=by.dated.to_string()>
                    <a href=notice_href(here, &by.notice)>{by.dated.to_string()}</a>
                </time>
                <div>
                    <p>{told.what}</p>
                    <p class="before-now">
                        {cell(told.was, words.nothing)} " → " <strong>{cell(told.is, words.withdrawn)}</strong>
                    </p>
                    <p class="under">{(words.because)(&here.text(&by.reason))}</p>
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="corrections">
            <h2 id="corrections">{words.of_park}</h2>
            <p class="section-note">{lead}</p>
            <ol class="dated course-acts">{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// The corrections of what is shown of a park: of the round or, where it does not cover the park, of an earlier one.
pub fn of_park<'a>(round: &'a Round, park: &str) -> Vec<&'a Corrected> {
    let earlier = round.earlier.iter().filter(|earlier| earlier.snapshot.park == park);
    let earlier = earlier.flat_map(|earlier| &earlier.corrections);
    round.corrections.iter().filter(|each| each.park == park).chain(earlier).collect()
}

/// The mark of a row of which something was corrected: the last notice of it.
pub fn mark(here: ViewContext, corrections: &[&Corrected]) -> AnyView {
    let Some(last) = corrections.last() else { return ().into_any() };
    let words = here.words.corrections();
    let title = (words.mark_title)(last.by.dated, &here.text(&last.by.reason));
    view! { <a class="corrected-mark" href=notice_href(here, &last.by.notice) title=title>{words.mark}</a> }
        .into_any()
}

/// A cell of before or now: what is published, or the word for nothing.
pub fn cell(text: Option<String>, nothing: &'static str) -> AnyView {
    match text {
        Some(text) => text.into_any(),
        None => view! { <span class="quiet">{nothing}</span> }.into_any(),
    }
}
