//! The indicators of each level as the last round has them, with their past; then what other requirement sets ask that
//! decide no level.

use assessment::applicability::{Applies, Missing};
use assessment::evaluate::{Outcome, State};
use assessment::in_force::RuleError;
use assessment::ruleset::{Indicator, Kind, Level, Ruleset};
use disclosure::as_of::Known;
use disclosure::correction::{Change, Corrected};
use disclosure::model::{Park, Rulebook};
use disclosure::park_evaluation::ByRuleset;
use disclosure::park_history::{JudgedRound, judged_rounds};
use disclosure::park_view::{observations, park_view};
use disclosure::round::{Observed, ParkRound, PublishedCore, Requirements, Snapshot};
use leptos::prelude::*;

use super::{Parts, no_rule};
use crate::parts::basis::{clause_link, clause_link_as};
use crate::parts::correction;
use crate::parts::indicator::{Past, Row, indicator_table};
use crate::parts::last_known;
use crate::parts::mark::mark_badge;
use crate::parts::source::source_line;
use crate::view_context::ViewContext;

/// Both levels, then the sets beside them.
pub fn indicators(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let rounds = judged_rounds(&park.rounds, |on| parts.summary.subject(book, on), book);
    let seen = park_view(&parts.summary, park, book, parts.opened.day());
    let section = |level| level_section(here, parts, (book, park), level, (&rounds, seen.judged.of(level)));
    view! {
        {section(Level::National)}
        {section(Level::Region)}
        {beside(here, parts, (book, park), &rounds, &seen.judged.beside)}
    }
    .into_any()
}

fn level_section(
    here: ViewContext,
    parts: &Parts,
    (book, park): (&Known<Rulebook>, &Known<Park>),
    level: Level,
    (rounds, judged): (&[JudgedRound<'_>], Result<&ByRuleset<'_>, &RuleError>),
) -> AnyView {
    let words = here.words.park();
    let (id, title) = match level {
        Level::National => ("indicators", words.national_indicators),
        Level::Region => ("region-indicators", words.region_indicators),
    };
    let by = match judged {
        Ok(by) => by,
        Err(error) => {
            return view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="empty">{no_rule(here, error)}</p>
                </section>
            }
            .into_any();
        }
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {set_link(here, by.ruleset)}
            {said_of_set(here, by.ruleset)}
            {of_round(here, parts, book, rounds)}
            {set_table(here, parts, (book, park), title, by, rounds)}
            {unpublished(here, by.ruleset)}
        </section>
    }
    .into_any()
}

/// What the sets ask that decide no level; nothing where none is in force that takes the park in.
fn beside(
    here: ViewContext,
    parts: &Parts,
    known: (&Known<Rulebook>, &Known<Park>),
    rounds: &[JudgedRound<'_>],
    sets: &[ByRuleset<'_>],
) -> AnyView {
    if sets.is_empty() {
        return ().into_any();
    }
    let words = here.words.park();
    let one = |by: &ByRuleset<'_>| {
        let set = by.ruleset;
        let unknown = match by.applies {
            Applies::Unknown(Missing::Industries) => Some(words.applies_unknown_industries),
            Applies::Unknown(Missing::Stage) => Some(words.applies_unknown_stage),
            Applies::Yes | Applies::No => None,
        };
        let title = here.text(&set.title);
        view! {
            <div class="set-beside" data-set=set.id.clone()>
                <h3>{title.clone()}</h3>
                <p class="section-note">
                    {clause_link_as(here, &set.document, words.set_document.to_owned())} " " {mark_badge(here, set.mark)} " "
                    {set.applies_to.as_ref().map(|to| clause_link(here, &to.clause))}
                </p>
                {unknown.map(|unknown| view! { <p class="section-note applies-unknown">{unknown}</p> })}
                {said_of_set(here, set)}
                {set_table(here, parts, known, &title, by, rounds)}
                {unpublished(here, set)}
            </div>
        }
    };
    view! {
        <section aria-labelledby="other-requirements">
            <h2 id="other-requirements">{words.other_requirements}</h2>
            <p class="section-note">{words.other_requirements_note}</p>
            {of_round(here, parts, known.0, rounds)}
            {sets.iter().map(one).collect_view()}
        </section>
    }
    .into_any()
}

fn set_link(here: ViewContext, set: &Ruleset) -> AnyView {
    view! {
        <p class="section-note">
            {clause_link_as(here, &set.document, here.text(&set.title))} " " {mark_badge(here, set.mark)}
        </p>
    }
    .into_any()
}

/// What the reader must know of a set as a whole.
fn said_of_set(here: ViewContext, set: &Ruleset) -> Option<AnyView> {
    let note = set.note.as_ref()?;
    Some(view! { <p class="section-note set-note">{here.text(note)}</p> }.into_any())
}

fn set_table(
    here: ViewContext,
    parts: &Parts,
    (book, park): (&Known<Rulebook>, &Known<Park>),
    caption: &str,
    by: &ByRuleset<'_>,
    rounds: &[JudgedRound<'_>],
) -> AnyView {
    let of = Requirements::from(by.ruleset);
    let rows = by.ruleset.indicators.iter().zip(by.evaluation.outcomes.clone());
    let rows =
        rows.map(|(indicator, outcome)| row(here, (book, park), &of, (indicator, outcome), rounds)).collect();
    indicator_table(here, caption, rows, &parts.edition().industries, &parts.documents())
}

/// Which round the values are from, and where it is published.
fn of_round(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, rounds: &[JudgedRound<'_>]) -> AnyView {
    let Some(last) = rounds.last() else { return ().into_any() };
    let title = parts.edition().rounds.iter().find(|round| round.id == last.round.round);
    let said = title.map(|round| (here.words.park_history().from_round)(&here.text(&round.title)));
    let covered = last_known::covered(here, last.round.indicators.as_deref(), &book.rulesets);
    let source = last.round.snapshot.source.as_ref();
    let source = source.map(|source| source_line(here, source, &parts.documents()));
    view! { <p class="section-note from-round">{said} " " {covered} " " {source}</p> }.into_any()
}

fn row<'a>(
    here: ViewContext,
    (book, park): (&Known<Rulebook>, &'a Known<Park>),
    of: &Requirements,
    (indicator, outcome): (&'a Indicator, Outcome<'a>),
    rounds: &[JudgedRound<'a>],
) -> Row<'a> {
    let Some(last) = rounds.last() else { return observed(park, indicator, outcome) };
    let observed = last.round.snapshot.observed(of.clone(), &indicator.id);
    let reason = observed.and_then(|observed| observed.not_applicable.as_ref());
    let epoch = rounds[0].round.dated;
    let past = |round: &JudgedRound<'_>| {
        let seen = round.seen(of.clone(), &indicator.id)?;
        let (at, when) = (epoch.days_until(round.round.dated), round.round.dated.to_string());
        Some(Past { at, when, value: seen.value })
    };
    let known = last.known(of.clone(), &indicator.id);
    let older = known.and_then(|known| known.older);
    let of_value = rounds.iter().rfind(|round| Some(round.round.dated) == older).unwrap_or(last);
    let quality = known.filter(|known| known.value.is_some());
    let rests_on = last.round.snapshot.core.as_ref().filter(|core| core.balance().is_none());
    let is_wanting = outcome.state == State::NoData && indicator.computed_by().is_some();
    let not_computable = rests_on.filter(|_| is_wanting).is_some();
    Row {
        past: rounds.iter().filter_map(past).collect(),
        quality: quality.map(|seen| seen.quality),
        year: None,
        source: observed.and_then(|observed| observed.source.as_ref()),
        reason: reason.map(|reason| here.text(reason)),
        verbatim: verbatim(&last.round.snapshot, observed, indicator),
        older,
        corrected: corrected(here, book, of_value.round, of, indicator),
        not_computable,
        indicator,
        outcome,
    }
}

/// What is printed of an indicator in place of its number, and beside it.
fn verbatim(snapshot: &Snapshot, observed: Option<&Observed>, indicator: &Indicator) -> [Option<String>; 2] {
    match (indicator.kind, observed, &snapshot.core) {
        (Kind::Core, _, Some(PublishedCore::Ratio(ratio))) => {
            [ratio.t_per_tce_published.clone(), snapshot.core_remark.clone()]
        }
        (Kind::Core, ..) => [None, snapshot.core_remark.clone()],
        (_, Some(observed), _) => [observed.published.clone(), observed.remark.clone()],
        (_, None, _) => [None, None],
    }
}

/// The last correction of an indicator in a round; the core indicator is corrected with its balance.
fn corrected(
    here: ViewContext,
    book: &Known<Rulebook>,
    round: &ParkRound,
    belongs: &Requirements,
    indicator: &Indicator,
) -> Option<AnyView> {
    let of = |each: &&Corrected| match &each.change {
        Change::Value { of, indicator: id, .. } => of == belongs && *id == indicator.id,
        Change::Core { .. } => indicator.kind == Kind::Core,
        Change::Condition { .. } | Change::Task { .. } => false,
    };
    let last = round.corrections.iter().rfind(of)?;
    let published = round.as_published.as_deref().and_then(|snapshot| snapshot.core.as_ref());
    let told = correction::told(here, &last.change, published, book, round.rules_day());
    Some(correction::note(here, &last.by, told.was.as_deref()))
}

/// A value that is published outside rounds.
fn observed<'a>(park: &'a Known<Park>, indicator: &'a Indicator, outcome: Outcome<'a>) -> Row<'a> {
    let values = observations(park, &indicator.id);
    let last = values.last();
    let past = values.iter().map(|value| Past {
        at: i64::from(value.year),
        when: value.year.to_string(),
        value: Some(value.value.into()),
    });
    Row {
        past: past.collect(),
        quality: None,
        year: last.map(|last| last.year),
        source: last.map(|last| &last.source),
        reason: None,
        verbatim: [None, None],
        older: None,
        corrected: None,
        not_computable: false,
        indicator,
        outcome,
    }
}

/// What the set prescribes and nobody has published.
fn unpublished(here: ViewContext, ruleset: &Ruleset) -> AnyView {
    if ruleset.unpublished.is_empty() {
        return ().into_any();
    }
    let words = here.words.park();
    let missing = ruleset.unpublished.iter().map(|missing| {
        let count = missing.count.map(|count| (words.count_of)(count));
        view! { <li>{here.text(&missing.what)} " " {count}</li> }
    });
    view! {
        <p>{words.set_unpublished}</p>
        <ul class="unpublished">{missing.collect_view()}</ul>
    }
    .into_any()
}
