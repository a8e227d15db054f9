//! What would close the gap: for each single lever the least change, or why it cannot.

use assessment::gap::{Gap, Lever, Mix, Reach, Replacement, gap as solve, levers};
use assessment::input::{Assessment, Rules};
use assessment::report::assess;
use assessment::{Decimal, evaluate::State};
use leptos::prelude::*;

use super::figures::{against, amount, rounded, unit};
use super::levers::{drawn_on, key, lever_name, quantity, stuff};
use super::mix;
use super::{ResultContext, summary};
use crate::view_context::ViewContext;

/// Levers that draw on one thing share its limit: grid power, an entry of heat, of fuel, of a process.
#[derive(Clone, PartialEq)]
struct Group {
    levers: Vec<Lever>,
}

/// The gap, lever by lever, and the mix.
pub fn gap(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    let groups = move || {
        context.live(move |assessment, rules| {
            let report = assess(assessment, rules);
            let state = report.core().map(|core| core.state);
            match state {
                Some(State::NotMet) => list(context, assessment, rules),
                Some(State::Met) => view! { <p>{words.gap_met}</p> }.into_any(),
                _ if !report.blocked_by.is_empty() => view! { <p>{words.gap_blocked}</p> }.into_any(),
                _ => view! { <p>{words.gap_none}</p> }.into_any(),
            }
        })
    };
    // What would close the gap is what a park that misses its target asks for: it need not be looked for.
    let missed = Memo::new(move |_| {
        let of = |assessment: &Assessment, rules: Rules<'_>| {
            assess(assessment, rules).core().map(|core| core.state)
        };
        mix::with(context, of).flatten() == Some(State::NotMet)
    });
    view! {
        {context.folds.section_by("gap", words.gap, move || missed.get(), groups)}
        {mix::mix(context)}
    }
    .into_any()
}

fn list(context: ResultContext, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let words = context.here.words.assess_result();
    let mut groups: Vec<Group> = Vec::new();
    for lever in levers(assessment, rules) {
        match groups.last_mut() {
            Some(group) if group.levers.iter().any(|other| stuff(*other) == stuff(lever)) => {
                group.levers.push(lever)
            }
            _ => groups.push(Group { levers: vec![lever] }),
        }
    }
    if groups.is_empty() {
        return view! { <p>{words.no_lever}</p> }.into_any();
    }
    let groups: Vec<_> = groups.iter().map(|group| of_group(context, group, assessment, rules)).collect();
    view! {
        {context.live(move |assessment, rules| finding(context, assessment, rules))}
        <p class="section-note">{words.gap_lead}</p>
        <ul class="levers">{groups}</ul>
        <p class="section-note">{words.replacement}</p>
    }
    .into_any()
}

/// The answer in one sentence: how many levers close the gap alone, and when none does, what all that help come
/// to together.
fn finding(context: ResultContext, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let solved = |lever| solve(lever, assessment, rules, Some(context.tried.limit(lever, assessment, rules)));
    let gaps: Vec<Gap> = levers(assessment, rules).into_iter().filter_map(solved).collect();
    let alone = gaps.iter().filter(|gap| gap.within.is_some()).count();
    if alone > 0 {
        return view! { <p class="gap-finding">{(words.alone)(alone)}</p> }.into_any();
    }
    let helping: Vec<(Lever, Decimal)> =
        gaps.iter().filter(|gap| gap.helps).map(|gap| (gap.lever, gap.limit)).collect();
    if helping.is_empty() {
        return view! { <p class="gap-finding">{words.none_helps}</p> }.into_any();
    }
    let (before, after) =
        (assess(assessment, rules), assess(&Mix::of(assessment, &helping, rules.factors).assessment, rules));
    let Some(core) = after.core() else { return ().into_any() };
    let value = core.value.map(|value| against(value, core.target, summary::SHOWN)).unwrap_or_default();
    let target = core.target.map(|target| (target.to_string(), core.state == State::Met));
    let try_all = move |_| {
        for (lever, limit) in &helping {
            context.tried.set(*lever, *limit);
        }
        context.folds.open("mix");
    };
    view! {
        <p class="gap-finding">{(words.together)(&value, target)}</p>
        {mix::crossing(here, &before, &after)}
        <button type="button" class="button small" id="try-all" on:click=try_all>
            {words.try_all}
        </button>
    }
    .into_any()
}

/// The levers of one group, with the limit that the user sets.
fn of_group(context: ResultContext, group: &Group, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let Some(first) = group.levers.first().copied() else { return ().into_any() };
    let is_fuel = matches!(first, Lever::Fuel { .. });
    let head = is_fuel.then(|| view! { <h4>{drawn_on(here, first, assessment, rules)}</h4> });
    let levers: Vec<_> = group
        .levers
        .iter()
        .map(|lever| {
            let lever = *lever;
            view! {
                <li class="lever" data-lever=key(lever)>
                    <span class="row-name">{lever_name(here, lever, assessment, rules)}</span>
                    {context.live(move |assessment, rules| {
                        let limit = context.tried.limit(lever, assessment, rules);
                        match solve(lever, assessment, rules, Some(limit)) {
                            Some(gap) => answer(context, &gap, assessment, rules),
                            None => view! { <p>{words.limit_zero}</p> }.into_any(),
                        }
                    })}
                </li>
            }
        })
        .collect();
    let limit = limit_field(context, first, assessment, rules);
    let levers = view! { <ul>{levers}</ul> };
    if is_fuel {
        // What must stay of a fuel holds for all that may replace it.
        return view! { <li class="lever-group">{head} {limit} {levers}</li> }.into_any();
    }
    view! { <li class="lever-group">{levers} {limit}</li> }.into_any()
}

/// How much may be used; of a fuel, how much must stay.
fn limit_field(context: ResultContext, lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let unit = unit(here, lever, assessment, rules.factors);
    let label = if matches!(lever, Lever::Fuel { .. }) { words.must_keep } else { words.most };
    let name = lever_name(here, lever, assessment, rules);
    let of = quantity(lever, assessment, rules);
    let (stuff, id) = (stuff(lever), format!("limit-{}", stuff(lever)));
    let typed = {
        let stuff = stuff.clone();
        move |ev| context.tried.type_limit(&stuff, event_target_value(&ev))
    };
    let shown = stuff.clone();
    let wrong = Memo::new(move |_| context.tried.typed_amount(&stuff, of).is_err());
    let available = rounded(lever.available(assessment), 3);
    let error = format!("{id}-error");
    let described = error.clone();
    view! {
        <p class="limit">
            <label for=id.clone()>{label} <span class="vh">{name}</span></label>
            <input
                id=id.clone()
                name=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                placeholder=if matches!(lever, Lever::Fuel { .. }) { "0".to_owned() } else { available.clone() }
                prop:value=move || context.tried.typed(&shown)
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=described
                on:input=typed
            />
            <span class="unit">{unit}</span>
            <span class="limit-of">{(words.there_is)(&available, unit)}</span>
            <span id=error class="caution">{move || wrong.get().then_some(words.limit_unread)}</span>
        </p>
    }
    .into_any()
}

/// What a lever can do, in a sentence or two.
fn answer(context: ResultContext, gap: &Gap, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let unit = unit(here, gap.lever, assessment, rules.factors);
    let target = assess(assessment, rules).core().and_then(|core| core.target);
    let said = |amount_of: Decimal| amount(here, gap.lever, amount_of, unit);
    let within = match &gap.within {
        Some(reach) => {
            let (lever, least) = (gap.lever, reach.amount);
            let becomes = replaced(here, gap, reach.amount, assessment, rules);
            view! {
                <p class="least">
                    <strong>{(words.least)(&said(reach.amount))}</strong> {becomes}
                    <span class="under">{leads(here, reach)}</span>
                </p>
                <button type="button" class="button small" on:click=move |_| {
                    context.tried.set(lever, least);
                    context.folds.open("mix");
                }>
                    {words.try_it} <span class="vh">{lever_name(here, lever, assessment, rules)}</span>
                </button>
            }
            .into_any()
        }
        None if gap.helps => {
            let at = gap.at_limit.map(|at| against(at, target, summary::SHOWN)).unwrap_or_default();
            let target = target.map(|target| target.to_string()).unwrap_or_default();
            view! { <p class="cannot">{(words.cannot)(&said(gap.limit), &at, &target)}</p> }.into_any()
        }
        None => view! { <p class="cannot">{words.moves_away}</p> }.into_any(),
    };
    let across: Vec<_> = gap
        .across
        .iter()
        .map(|reach| {
            let energy = rounded(reach.energy.tce(), 0);
            let said = (words.across)(&said(reach.amount), &energy, &reach.target.to_string());
            view! { <p class="caution">{said}</p> }
        })
        .collect();
    let leaves =
        gap.leaves_thresholds_at.map(|at| view! { <p class="caution">{(words.leaves)(&said(at))}</p> });
    view! { {within} {across} {leaves} }.into_any()
}

/// Where the least change leads.
fn leads(here: ViewContext, reach: &Reach) -> String {
    let value =
        reach.intensity().map(|value| against(value, Some(reach.target), summary::SHOWN)).unwrap_or_default();
    (here.words.assess_result().leads)(
        &value,
        &reach.target.to_string(),
        &rounded(reach.emissions.tonnes(), 1),
        &rounded(reach.energy.tce(), 1),
    )
}

/// How much of what replaces a fuel that takes.
fn replaced(
    here: ViewContext,
    gap: &Gap,
    least: Decimal,
    assessment: &Assessment,
    rules: Rules<'_>,
) -> Option<String> {
    let Lever::Fuel { by, .. } = gap.lever else { return None };
    let rate = gap.lever.rate(assessment, rules.factors);
    let words = here.words.assess_result();
    let (unit, name) = match by {
        Replacement::DirectPower => ("MWh", words.direct_power_short),
        Replacement::NonFossilHeat => ("GJ", words.heat_short),
        Replacement::NaturalGas => (words.ten_thousand_m3, words.gas_short),
    };
    Some((words.takes)(name, &format!("{} {unit}", rounded(least * rate, 2)), &rounded(rate, 6)))
}
