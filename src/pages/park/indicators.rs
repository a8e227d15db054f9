//! The indicators of each level as the last round has them, with their past.

use assessment::evaluate::Outcome;
use assessment::in_force::RuleError;
use assessment::ruleset::{Indicator, Level, Ruleset};
use disclosure::as_of::Known;
use disclosure::course::{JudgedRound, judged_rounds};
use disclosure::judge::ByRuleset;
use disclosure::model::{Park, Rulebook};
use disclosure::park_view::{observations, park_view};
use leptos::prelude::*;

use super::{Parts, no_rule};
use crate::here::Here;
use crate::parts::basis::clause_link_as;
use crate::parts::indicator::{Past, Row, indicator_table};
use crate::parts::mark::mark_badge;
use crate::parts::source::source_line;

/// Both levels.
pub fn indicators(here: Here, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let rounds = judged_rounds(&park.rounds, book);
    let seen = park_view(&parts.summary, park, book, parts.opened.day());
    let section = |level| level_section(here, parts, park, level, (&rounds, seen.judged.of(level)));
    view! { {section(Level::National)} {section(Level::Region)} }.into_any()
}

fn level_section(
    here: Here,
    parts: &Parts,
    park: &Known<Park>,
    level: Level,
    (rounds, judged): (&[JudgedRound<'_>], Result<&ByRuleset<'_>, &RuleError>),
) -> AnyView {
    let words = here.words.park();
    let (id, title) = match level {
        Level::National => ("indicators", words.national_indicators),
        Level::Region => ("region-indicators", words.region_indicators),
    };
    let ByRuleset { ruleset, evaluation } = match judged {
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
    let rows = ruleset.indicators.iter().zip(evaluation.outcomes.clone());
    let rows =
        rows.map(|(indicator, outcome)| row(here, park, level, (indicator, outcome), rounds)).collect();
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p class="section-note">
                {clause_link_as(here, &ruleset.document, here.text(&ruleset.title))} " " {mark_badge(here, ruleset.mark)}
            </p>
            {ruleset.note.as_ref().map(|note| view! { <p class="section-note set-note">{here.text(note)}</p> })}
            {of_round(here, parts, rounds)}
            {indicator_table(here, title, rows, &parts.documents())}
            {unpublished(here, ruleset)}
        </section>
    }
    .into_any()
}

/// Which round the values are from, and where it is published.
fn of_round(here: Here, parts: &Parts, rounds: &[JudgedRound<'_>]) -> AnyView {
    let Some(last) = rounds.last() else { return ().into_any() };
    let title = parts.edition().rounds.iter().find(|round| round.id == last.round.round);
    let said = title.map(|round| (here.words.course().from_round)(&here.text(&round.title)));
    let source = last.round.snapshot.source.as_ref();
    let source = source.map(|source| source_line(here, source, &parts.documents()));
    view! { <p class="section-note from-round">{said} " " {source}</p> }.into_any()
}

fn row<'a>(
    here: Here,
    park: &'a Known<Park>,
    level: Level,
    (indicator, outcome): (&'a Indicator, Outcome<'a>),
    rounds: &[JudgedRound<'a>],
) -> Row<'a> {
    let Some(last) = rounds.last() else { return observed(park, indicator, outcome) };
    let observed = last.round.snapshot.observed(level, &indicator.id);
    let reason = observed.and_then(|observed| observed.not_applicable.as_ref());
    let epoch = rounds[0].round.dated;
    let past = |round: &JudgedRound<'_>| Past {
        at: epoch.days_until(round.round.dated),
        when: round.round.dated.to_string(),
        value: round.seen(level, &indicator.id).and_then(|seen| seen.value),
    };
    let quality = last.seen(level, &indicator.id).filter(|seen| seen.value.is_some());
    Row {
        past: rounds.iter().map(past).collect(),
        quality: quality.map(|seen| seen.quality),
        year: None,
        source: observed.and_then(|observed| observed.source.as_ref()),
        reason: reason.map(|reason| here.text(reason)),
        indicator,
        outcome,
    }
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
        indicator,
        outcome,
    }
}

/// What the set prescribes and nobody has published.
fn unpublished(here: Here, ruleset: &Ruleset) -> AnyView {
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
