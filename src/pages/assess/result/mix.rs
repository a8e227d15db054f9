//! What the user tries: limits of each lever, and several levers used together, live.

use std::collections::HashMap;

use assessment::evaluate::State;
use assessment::gap::{Lever, Mix, levers};
use assessment::input::{Assessment, Rules};
use assessment::report::{Report, assess};
use assessment::{Decimal, Ratio};
use leptos::prelude::*;
use worksheet::number::{Reading, read};
use worksheet::unit::Quantity;

use super::figures::{against, rounded, unit};
use super::levers::{key, lever_name, quantity, stuff};
use super::{ResultContext, summary};
use crate::parts::state::{state_glyph, state_key, state_word};
use crate::view_context::ViewContext;

/// Limits and amounts that the user tries. They belong to the page, not to the assessment.
#[derive(Clone, Copy)]
pub struct Tried {
    /// What was typed as a limit, by what the lever draws on.
    limits: RwSignal<HashMap<String, String>>,
    /// Amounts of the mix, by lever.
    amounts: RwSignal<HashMap<Lever, Decimal>>,
}

impl Tried {
    /// Nothing.
    pub fn new() -> Tried {
        Tried { limits: RwSignal::new(HashMap::new()), amounts: RwSignal::new(HashMap::new()) }
    }

    /// What was typed as a limit; tracked.
    pub fn typed(self, key: &str) -> String {
        self.limits.with(|limits| limits.get(key).cloned()).unwrap_or_default()
    }

    /// Types a limit.
    pub fn type_limit(self, key: &str, text: String) {
        self.limits.update(|limits| {
            limits.insert(key.to_owned(), text);
        });
    }

    /// The limit that was typed, in the contract's unit; `Err` when it cannot be read. Tracked.
    pub fn typed_amount(self, key: &str, quantity: Quantity) -> Result<Option<Decimal>, ()> {
        match read(&self.typed(key), quantity) {
            Reading::Empty => Ok(None),
            Reading::Number { text, unit } => {
                let amount = Decimal::parse(&text).map_err(|_| ())?;
                let unit = unit.unwrap_or(quantity.contract_unit());
                // Steam needs the sheet's own conversion: typed here it is refused, not guessed.
                match unit {
                    worksheet::unit::Unit::TonneSteam => Err(()),
                    unit => Ok(Some(unit.to_contract(amount, Decimal::ZERO))),
                }
            }
            Reading::Ambiguous(_) | Reading::Unreadable(_) => Err(()),
        }
    }

    /// How much of a lever may be used; tracked. Of fuels the user says how much must stay.
    pub fn limit(self, lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> Decimal {
        let typed = self.typed_amount(&stuff(lever), quantity(lever, assessment, rules)).ok().flatten();
        let available = lever.available(assessment);
        match (lever, typed) {
            (_, None) => available,
            (Lever::Fuel { .. }, Some(kept)) => lever.limit(assessment, kept),
            (_, Some(most)) => most.min(available),
        }
    }

    /// Uses an amount of a lever.
    pub fn set(self, lever: Lever, amount: Decimal) {
        self.amounts.update(|amounts| {
            amounts.insert(lever, amount);
        });
    }

    /// Amount of a lever; tracked.
    pub fn amount(self, lever: Lever) -> Decimal {
        self.amounts.with(|amounts| amounts.get(&lever).copied()).unwrap_or_default()
    }

    fn reset(self) {
        self.amounts.update(HashMap::clear);
    }

    /// The mix, each amount within its limit; tracked.
    pub fn mix(self, assessment: &Assessment, rules: Rules<'_>) -> Mix {
        let wanted: Vec<_> = levers(assessment, rules)
            .into_iter()
            .map(|lever| (lever, self.amount(lever).min(self.limit(lever, assessment, rules))))
            .collect();
        Mix::of(assessment, &wanted, rules.factors)
    }
}

/// Sliders for every lever, and what they come to.
pub fn mix(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    context.folds.section("mix", words.mix, move || {
        view! {
            <p class="section-note">{words.mix_lead}</p>
            {context.live(move |assessment, rules| {
                let sliders: Vec<_> = levers(assessment, rules)
                    .into_iter()
                    .map(|lever| slider(context, lever, assessment, rules))
                    .collect();
                view! { <ul class="sliders">{sliders}</ul> }.into_any()
            })}
            {context.live(move |assessment, rules| outcome(context, assessment, rules))}
            {tools(context)}
        }
        .into_any()
    })
}

/// The limit of a lever now; tracked, and zero while there is no assessment.
fn limit(context: ResultContext, lever: Lever) -> Decimal {
    with(context, |assessment, rules| context.tried.limit(lever, assessment, rules)).unwrap_or_default()
}

/// Looks at the assessment and its rules; nothing while there is none. Tracked.
pub fn with<T>(context: ResultContext, look: impl Fn(&Assessment, Rules<'_>) -> T) -> Option<T> {
    let book = context.session.rulebook();
    context.session.outcome().with(|outcome| {
        let assessment = outcome.assessment.as_ref()?;
        Some(look(assessment, crate::assess::session::rules_of(assessment, &book)?))
    })
}

fn slider(context: ResultContext, lever: Lever, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let words = context.here.words.assess_result();
    let name = lever_name(context.here, lever, assessment, rules);
    let unit = unit(context.here, lever, assessment, rules.factors);
    let id = format!("mix-{}", key(lever));
    let of = quantity(lever, assessment, rules);
    let per_cent = move || {
        let limit = limit(context, lever);
        let share = Ratio::checked(context.tried.amount(lever).min(limit) * Decimal::HUNDRED, limit);
        share.map_or_else(|| "0".to_owned(), |share| share.to_fixed(0))
    };
    let slid = move |ev: leptos::ev::Event| {
        let share = Decimal::parse(&event_target_value(&ev)).unwrap_or_default();
        let hundredth = Decimal::parse("0.01").unwrap_or_default();
        context.tried.set(lever, limit(context, lever) * share * hundredth);
    };
    let typed = move |ev: leptos::ev::Event| {
        if let Reading::Number { text, unit } = read(&event_target_value(&ev), of) {
            let amount = Decimal::parse(&text).unwrap_or_default();
            let unit = unit.unwrap_or(of.contract_unit());
            context.tried.set(lever, unit.to_contract(amount, Decimal::ZERO).min(limit(context, lever)));
        }
    };
    let shown = move || rounded(context.tried.amount(lever).min(limit(context, lever)), 3);
    let said = format!("{name}{}", words.slider_share);
    view! {
        <li class="slider">
            <label for=id.clone()>{name}</label>
            <input
                type="range"
                min="0"
                max="100"
                step="1"
                aria-label=said
                aria-valuetext=move || format!("{} {unit}", shown())
                prop:value=per_cent
                on:input=slid
            />
            <span class="slider-amount">
                <input
                    id=id.clone()
                    name=id
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=shown
                    on:change=typed
                />
                " " <span class="unit">{unit}</span>
            </span>
        </li>
    }
    .into_any()
}

/// What the mix comes to.
fn outcome(context: ResultContext, assessment: &Assessment, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let mix = context.tried.mix(assessment, rules);
    let (before, after) = (assess(assessment, rules), assess(&mix.assessment, rules));
    let Some(core) = after.core() else { return ().into_any() };
    let value =
        core.value.map_or_else(|| "–".to_owned(), |value| against(value, core.target, summary::SHOWN));
    let crossed = crossing(here, &before, &after);
    let short = mix.used.iter().any(|(lever, used)| {
        *used < context.tried.amount(*lever).min(context.tried.limit(*lever, assessment, rules))
    });
    let state = match core.state {
        State::NoThreshold => words.no_threshold,
        other => state_word(here, other),
    };
    view! {
        <div class="mix-outcome" role="group" aria-label=words.mix_outcome>
            <p class="mix-figure">
                <strong>{value}</strong> " " <span class="unit">{here.words.indicators().t_per_tce}</span> " "
                {core.target.map(|target| format!("{} {} {target}", here.words.indicators().target, core.direction.sign()))}
            </p>
            <p>
                <span class="outcome" data-outcome=state_key(core.state)>{state_glyph(core.state)} {state}</span>
                " "
                {(words.mix_sums)(&rounded(after.emissions_t, 1), &rounded(after.energy_tce, 1))}
            </p>
            {crossed}
            {short.then(|| view! { <p class="caution">{words.shared}</p> })}
        </div>
    }
    .into_any()
}

/// A caution where a change leads into a band with another target.
pub fn crossing(here: ViewContext, before: &Report<'_>, after: &Report<'_>) -> Option<AnyView> {
    let target = |report: &Report<'_>| report.core().and_then(|core| core.target);
    (target(before) != target(after)).then(|| {
        let energy = [before.energy_tce, after.energy_tce].map(|energy| rounded(energy, 0));
        let said = (here.words.assess_result().crossed)(&energy[0], &energy[1]);
        view! { <p class="caution">{said}</p> }.into_any()
    })
}

/// Reset, keep as a scenario, put into the form.
fn tools(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    let done = RwSignal::new("");
    let taken = move || {
        with(context, |assessment, rules| {
            let mix = context.tried.mix(assessment, rules);
            context.session.with(|sheet| sheet.with_amounts(rules.factors, assessment, &mix.assessment))
        })
    };
    let slots = ["A", "B", "C"].into_iter().enumerate().map(|(at, letter)| {
        let keep = move |_| {
            if let Some(sheet) = untrack(taken) {
                context.session.keep_scenario(at, Some(sheet));
                done.set(words.kept_scenario);
            }
        };
        let label = move || {
            let taken = context.session.scenarios().get(at).is_some_and(Option::is_some);
            (words.keep_as)(letter, taken)
        };
        view! { <button type="button" class="button" on:click=keep>{label}</button> }
    });
    let put = move |_| {
        if let Some(sheet) = untrack(taken) {
            context.session.replace(sheet);
            context.tried.reset();
            done.set(words.put_in_form);
        }
    };
    view! {
        <div class="mix-tools">
            {slots.collect_view()}
            <button type="button" class="button" on:click=put>{words.take_over}</button>
            <button type="button" class="button" on:click=move |_| context.tried.reset()>{words.reset}</button>
            <span role="status">{done}</span>
        </div>
    }
    .into_any()
}
