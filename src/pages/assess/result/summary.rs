//! The head of the result: the intensity against its target, and what the rules say of it.

use assessment::Decimal;
use assessment::Ratio;
use assessment::applicability::Subject;
use assessment::evaluate::{Block, State, Verdict};
use assessment::input::Rules;
use assessment::plausible::Check;
use assessment::report::{Report, Warning, WarningCode, assess, core_gap};
use assessment::ruleset::{Direction, Level};
use disclosure::model::Document;
use disclosure::round::RulesDay;
use leptos::prelude::*;

use super::figures::{against, at_least, rounded};
use super::{ResultContext, why};
use crate::assess::Session;
use crate::parts::basis::{clause_link, find_clause};
use crate::parts::indicator::{band_target, sign};
use crate::parts::state::{state_glyph, state_key};
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Digits after the point of an intensity.
pub const SHOWN: u8 = 3;
/// Where the notice says that a park which misses the core indicator may in principle not apply.
const NOT_ELIGIBLE: &str = "ndrc-910/annex3/note1";
/// The words of it that are quoted.
const QUOTED: &str = "达不到核心指标要求的园区，原则上不得申请验收。";

/// One short sentence, to be read out.
pub fn said(here: ViewContext, report: &Report<'_>) -> String {
    let words = here.words.assess_result();
    let Some(core) = report.core() else { return String::new() };
    let value = core.value.map(|value| against(value, core.target, SHOWN)).unwrap_or_default();
    (words.said)(&value, verdict_words(here, report.verdict, core.state))
}

/// The verdict in the words of a park's page; without a threshold, that there is none.
pub fn verdict_words(here: ViewContext, verdict: Verdict, core: State) -> &'static str {
    match core {
        State::NoThreshold => here.words.assess_result().no_threshold,
        State::NotInForce => here.words.assess_result().not_in_force,
        _ => (here.words.park().verdict)(verdict),
    }
}

/// The head.
pub fn head(context: ResultContext) -> AnyView {
    let documents = context.documents.get_value();
    context.live(move |assessment, rules| {
        let (here, words) = (context.here, context.here.words.assess_result());
        let report = assess(assessment, rules);
        let Some(core) = report.core() else { return ().into_any() };
        let indicator = rules.ruleset.indicator(core.indicator);
        let band = indicator.and_then(|indicator| indicator.band(Subject::of_energy(report.energy_tce)));
        let value = core.value.map_or_else(|| "–".to_owned(), |value| against(value, core.target, SHOWN));
        let band =
            band.zip(indicator).map(|(band, indicator)| band_target(here, sign(indicator.direction), band, &[]));
        let judged_by = if rules.in_force {
            (words.judged)(&here.text(&rules.ruleset.title), assessment.year)
        } else {
            (words.accounted)(assessment.year)
        };
        let band = band.filter(|_| rules.in_force);
        let judged = matches!(core.state, State::Met | State::NotMet);
        let quote =
            (core.state == State::NotMet).then(|| quoted(here, &documents.ready().unwrap_or_default()));
        view! {
            <div class="result-head" data-result="ready" data-verdict=verdict_key(report.verdict)>
                <p class="eyebrow">{judged_by}</p>
                <p class="result-verdict" data-outcome=state_key(core.state)>
                    {state_glyph(core.state)} <span>{verdict_words(here, report.verdict, core.state)}</span>
                </p>
                <p class="result-figure">
                    <strong>{grouped_text(&value)}</strong>
                    " " <span class="unit">{here.words.indicators().t_per_tce}</span>
                </p>
                {judged.then_some(()).and(core.value).zip(core.target).map(|(value, target)| gauge(here, value, target, core.direction))}
                <p class="result-band">{band} " " {core.clause.map(|clause| clause_link(here, clause))}</p>
            </div>
            {quote}
            {(core.state == State::NoThreshold).then(|| view! { <p>{words.no_threshold_why}</p> })}
            {(core.state == State::NotInForce).then(|| view! { <p>{words.not_in_force_why}</p> })}
            {blocked(here, &report.blocked_by)}
            {room(context, &report, rules)}
            {why::of_indicator(context, core.indicator)}
            {warnings(here, &report.warnings, rules)}
            {checks(here, context.session, &report.checks, rules)}
            <p class="section-note">{words.no_decision}</p>
        }
        .into_any()
    })
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::EligibleOnCore => "eligible-on-core",
        Verdict::NotEligible => "not-eligible",
        Verdict::Undetermined => "undetermined",
    }
}

/// The notice's own sentence, as the document has it.
fn quoted(here: ViewContext, documents: &[Document]) -> AnyView {
    let clause = find_clause(documents, NOT_ELIGIBLE).and_then(|(_, clause)| clause);
    let verbatim =
        clause.and_then(|clause| clause.quote.as_ref()).is_some_and(|quote| quote.contains(QUOTED));
    let quote = verbatim.then(|| view! { <q lang="zh-CN">{QUOTED}</q> " " });
    view! { <p class="result-quote">{here.words.assess_result().notice_says} {quote} {clause_link(here, NOT_ELIGIBLE)}</p> }
        .into_any()
}

/// How far the emissions lie beyond what the target allows, or how much room is left.
fn room(context: ResultContext, report: &Report<'_>, rules: Rules<'_>) -> AnyView {
    let words = context.here.words.assess_result();
    let Some(gap) = core_gap(report, rules) else { return ().into_any() };
    let tonnes = if gap.excess.is_negative() { -gap.excess } else { gap.excess };
    if gap.excess.is_negative() || report.verdict != Verdict::NotEligible {
        return view! { <p class="result-room">{(words.room)(&rounded(tonnes.tonnes(), 1))}</p> }.into_any();
    }
    view! {
        <p class="result-room">
            {(words.excess)(&at_least(tonnes.tonnes(), 1))} " "
            <button type="button" class="button small" on:click=move |_| context.folds.reach("gap")>
                {words.what_closes}
            </button>
        </p>
    }
    .into_any()
}

/// What asks to be checked, each in a sentence.
pub fn warnings(here: ViewContext, warnings: &[Warning], rules: Rules<'_>) -> AnyView {
    if warnings.is_empty() {
        return ().into_any();
    }
    let words = here.words.assess_result();
    let lines: Vec<_> = warnings
        .iter()
        .map(|warning| {
            let what = (words.warned)(&warning.subject);
            let said = match warning.code {
                WarningCode::SentExceedsReceived => (words.sent_exceeds)(what),
                WarningCode::Negative => (words.negative)(what),
                WarningCode::ShareOutOfRange => (words.out_of_range)(what),
                WarningCode::GenerationNotGiven => words.generation_not_given.to_owned(),
                WarningCode::FactorFromOtherSet => {
                    (words.other_set)(&why::subject_name(here, &warning.subject, rules))
                }
                WarningCode::RulesCheckedEarlier => (words.rules_checked)(
                    &rules.ruleset.checked_on.map(|day| day.to_string()).unwrap_or_default(),
                ),
            };
            view! { <li>{said}</li> }
        })
        .collect();
    view! { <ul class="warnings">{lines}</ul> }.into_any()
}

/// Why nothing is judged, where figures do not hang together.
pub fn blocked(here: ViewContext, blocks: &[Block]) -> AnyView {
    if blocks.is_empty() {
        return ().into_any();
    }
    let words = here.words.assess_result();
    let lines: Vec<_> = blocks.iter().map(|block| view! { <li>{(words.blocked_by)(*block)}</li> }).collect();
    view! { <div class="caution" data-result="blocked"><p>{words.blocked}</p><ul>{lines}</ul></div> }
        .into_any()
}

/// What is plausible to nobody, each with a way to its field.
pub fn checks(here: ViewContext, session: Session, checks: &[Check], rules: Rules<'_>) -> AnyView {
    if checks.is_empty() {
        return ().into_any();
    }
    let words = here.words.assess_result();
    let made = session.with(|sheet| sheet.make(rules.factors));
    let lines: Vec<_> = checks
        .iter()
        .map(|check| {
            let said = (words.check)(check.code, &check.found, &check.expected);
            let field = made.field_of(&check.path).map(|field| format!("#{field}"));
            match field {
                Some(field) => view! { <li><a href=field>{said}</a></li> }.into_any(),
                None => view! { <li>{said}</li> }.into_any(),
            }
        })
        .collect();
    view! {
        <section class="checks" aria-label=words.checks>
            <h3 class="checks-title">{words.checks}</h3>
            <p class="section-note">{words.checks_lead}</p>
            <ul class="check-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// Where value and target lie on the scale, per cent of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// End of the value's bar.
    pub value: f64,
    /// The target's line.
    pub target: f64,
}

/// Lays a gauge out. The scale begins at 0 and holds both; the target lies within its first two thirds, so
/// that its words have room.
pub fn lay_out(value: f64, target: f64) -> Scale {
    let most = (value * 1.1).max(target * 1.6).max(1e-9);
    let at = |x: f64| (x / most * 100.0).clamp(0.0, 100.0);
    Scale { value: at(value), target: at(target) }
}

/// The intensity on a scale, with the target as a labelled line. Without a target there is nothing to be told
/// by a length.
fn gauge(here: ViewContext, value: Ratio, target: Decimal, direction: Direction) -> AnyView {
    let words = here.words.assess_result();
    let scale = lay_out(value.to_f64(), target.to_f64());
    let label = (words.gauge)(&against(value, Some(target), SHOWN), &target.to_string());
    let met = direction.is_met(value.cmp_decimal(target));
    view! {
        <div class="gauge">
            <svg viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label=label>
                <path class="gauge-track" d="M0 4H100V12H0z" />
                <path class="gauge-bar" class:met=met d=format!("M0 4H{:.2}V12H0z", scale.value) />
                <path class="gauge-target" d=format!("M{:.2} 0V16", scale.target) />
            </svg>
            <span class="gauge-label" style:inset-inline-start=format!("{:.2}%", scale.target)>
                {format!("{} {} {target}", here.words.indicators().target, direction.sign())}
            </span>
        </div>
    }
    .into_any()
}

/// The regional ruleset of the year, where there is one.
pub fn regional(book: &disclosure::model::Rulebook, year: u16) -> Option<&assessment::ruleset::Ruleset> {
    book.ruleset(Level::Region, RulesDay::of_year(year)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_holds_value_and_target_and_leaves_room_for_words() {
        for (value, target) in [(0.0, 0.2), (0.19, 0.2), (0.2, 0.2), (5.0, 0.2), (-1.0, 0.3)] {
            let scale = lay_out(value, target);
            let line = scale.target;
            assert!((0.0..=100.0).contains(&scale.value) && line > 0.0 && line <= 63.0, "{scale:?}");
            assert_eq!(value > target, scale.value > line, "{value}");
        }
    }
}
