//! The guiding indicators, each given as a value, by its small calculator, or excused.

use std::sync::Arc;

use assessment::Mark;
use assessment::account::Accounts;
use assessment::report::CLEAN_ENERGY_SHARE;
use assessment::ruleset::{Indicator, Kind, Level};
use assessment::unit::Unit;
use disclosure::model::Rulebook;
use leptos::prelude::*;
use worksheet::sheet::{How, PRODUCT_QUOTA, ProductLine};
use worksheet::unit::Quantity;

use super::field::{self, Field};
use super::fuels::remove_button;
use crate::assess::Session;
use crate::assess::session::rules_of;
use crate::browser::focus;
use crate::pages::assess::steps::field_id;
use crate::parts::basis::clause_link;
use crate::parts::indicator;
use crate::parts::mark::mark_badge;
use crate::view_context::ViewContext;

/// Id of an indicator, shared by the closures of its fields.
type Id = Arc<str>;

/// Digits after the point of a share as it is shown.
const SHOWN: u8 = 2;

/// The ways of giving an indicator, with their value in the choice.
const HOWS: [(How, &str); 4] = [
    (How::Nothing, "nothing"),
    (How::Value, "value"),
    (How::Calculator, "calculator"),
    (How::NotApplicable, "not_applicable"),
];

/// What works a guiding indicator out from its inputs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Calculator {
    /// Main products and whether each reaches its quota.
    Products,
    /// Solid waste.
    SolidWaste,
    /// Waste heat, cold and pressure.
    WasteHeat,
    /// Water.
    Water,
}

/// The calculator of an indicator; one without is given as a value.
pub fn calculator_of(id: &str) -> Option<Calculator> {
    Some(match id {
        PRODUCT_QUOTA => Calculator::Products,
        "solid_waste_utilisation" => Calculator::SolidWaste,
        "waste_heat_utilisation" => Calculator::WasteHeat,
        "industrial_water_reuse" => Calculator::Water,
        _ => return None,
    })
}

/// The national guiding indicators, each once, in their rulesets' order: one that a later ruleset adds comes last.
pub fn indicators(rulebook: &Rulebook) -> Vec<&Indicator> {
    let national = rulebook.rulesets.iter().filter(|set| set.decides(Level::National));
    let mut indicators: Vec<&Indicator> = Vec::new();
    for indicator in national.flat_map(|set| &set.indicators).filter(|i| i.kind == Kind::Guiding) {
        if indicators.iter().all(|known| known.id != indicator.id) {
            indicators.push(indicator);
        }
    }
    indicators
}

/// The guiding indicators.
pub fn guiding(here: ViewContext, session: Session) -> AnyView {
    let rulebook = session.rulebook();
    let lines = indicators(&rulebook).into_iter().map(|indicator| indicator_line(here, session, indicator));
    view! {
        <p class="section-note">{here.words.assess_form().guiding.lead} " " {clause_link(here, "ndrc-910/annex3/note1")}</p>
        {lines.collect_view()}
    }
    .into_any()
}

fn indicator_line(here: ViewContext, session: Session, indicator: &Indicator) -> AnyView {
    let id: Id = Arc::from(indicator.id.as_str());
    let is_clean = indicator.id == CLEAN_ENERGY_SHARE;
    let name = here.text(&indicator.name);
    let clause = indicator.clause.clone().map(|clause| clause_link(here, &clause));
    let how = {
        let id = Arc::clone(&id);
        Memo::new(move |_| session.with(|sheet| sheet.guiding.get(&id).how))
    };
    let given = {
        let (id, unit) = (Arc::clone(&id), indicator.unit.clone());
        move || match how.get() {
            How::Nothing => ().into_any(),
            How::Value => value(here, session, &id, &unit),
            How::Calculator => calculator(here, session, &id),
            How::NotApplicable => reason(here, session, &id),
        }
    };
    let convention = indicator.convention.as_ref().map(|text| here.text(text));
    let convention =
        convention.map(|text| view! { <p class="factor">{text} " " {mark_badge(here, Mark::C)}</p> });
    view! {
        <fieldset class="line" id=field_id(&format!("guiding.{id}")) tabindex="-1">
            <legend>{name.clone()} " " {clause}</legend>
            <p class="section-note">{here.text(&indicator.sentence)}</p>
            {way(here, session, &id, how, &name)}
            {given}
            {is_clean.then(|| readings(here, session))}
            {convention}
        </fieldset>
    }
    .into_any()
}

fn way(here: ViewContext, session: Session, id: &Id, how: Memo<How>, name: &str) -> AnyView {
    let words = &here.words.assess_form().guiding;
    // The clean-energy share has the energy balance for its calculator.
    let is_clean = **id == *CLEAN_ENERGY_SHARE;
    let has_calculator = calculator_of(id).is_some();
    let ways = HOWS.iter().zip(words.hows).filter(|((way, _), _)| has_calculator || *way != How::Calculator);
    let options = ways.map(|((way, key), word)| {
        let word = if is_clean && *way == How::Nothing { words.hows_clean } else { word };
        view! {
            <option value=*key selected=move || how.get() == *way>
                {word}
            </option>
        }
    });
    let indicator = Arc::clone(id);
    let choose = move |ev: leptos::ev::Event| {
        let chosen = event_target_value(&ev);
        if let Some((way, _)) = HOWS.iter().find(|(_, key)| *key == chosen) {
            session.change(|sheet| sheet.guiding.line_mut(&indicator).how = *way);
        }
    };
    let id = field_id(&format!("guiding.{id}.how"));
    let key = move || HOWS.iter().find(|(way, _)| *way == how.get()).map_or("nothing", |(_, key)| key);
    view! {
        <div class="field">
            <label for=id.clone()>{words.how} <span class="vh">{format!(" {name}")}</span></label>
            <select id=id prop:value=key on:change=choose>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn value(here: ViewContext, session: Session, id: &Id, unit: &Unit) -> AnyView {
    let name = here.words.assess_form().guiding.value;
    // Per cent stands beside the field as other units do that a reader can choose; one of its own stands in the name.
    let name = match unit {
        Unit::Percent => name.to_owned(),
        Unit::TPerTce | Unit::Named(_) => {
            (here.words.assess_export().with_unit)(name, &indicator::unit(here, unit))
        }
    };
    let quantity = Quantity::of_indicator(unit);
    let field = Field::new(format!("guiding.{id}.value"), name);
    view! {
        <div class="fields">{field::number(here, session, field, quantity)}</div>
        {pending(here, session, id)}
    }
    .into_any()
}

fn pending(here: ViewContext, session: Session, id: &Id) -> AnyView {
    let (id, own) = (Arc::clone(id), Arc::clone(id));
    let checked = move || session.with(|sheet| sheet.guiding.get(&own).pending);
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |ev| {
                    let pending = event_target_checked(&ev);
                    session.change(|sheet| sheet.guiding.line_mut(&id).pending = pending);
                }
            />
            {here.words.assess_form().guiding.pending}
        </label>
    }
    .into_any()
}

fn reason(here: ViewContext, session: Session, id: &Id) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let field = Field::new(format!("guiding.{id}.reason"), words.reason).hint(words.reason_hint);
    field::area(here, session, field)
}

fn calculator(here: ViewContext, session: Session, id: &Id) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let own = Arc::clone(id);
    let result = move || {
        let value = session.with(|sheet| sheet.calculated(&own));
        value.map_or_else(|| words.no_result.to_owned(), |value| (words.computed)(&value.to_fixed(SHOWN)))
    };
    let [quota, solid, heat, water] = words.formulas;
    let calculator = calculator_of(id);
    let (formula, labels): (_, &[&str]) = match calculator {
        Some(Calculator::Products) => (quota, &[]),
        Some(Calculator::SolidWaste) => (solid, &words.solid),
        Some(Calculator::WasteHeat) => (heat, &words.heat),
        Some(Calculator::Water) => (water, &words.water),
        None => return ().into_any(),
    };
    let inputs = labels.iter().enumerate().map(|(input, label)| {
        let field = Field::new(format!("guiding.{id}.inputs.{input}"), *label);
        field::number(here, session, field, Quantity::Plain)
    });
    view! {
        <p class="formula">{formula} " " {mark_badge(here, Mark::C)}</p>
        <div class="fields">{inputs.collect_view()}</div>
        {(calculator == Some(Calculator::Products)).then(|| products(here, session))}
        <p class="computed" role="status">
            {result}
        </p>
        {pending(here, session, id)}
    }
    .into_any()
}

fn products(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let count = Memo::new(move |_| session.with(|sheet| sheet.guiding.get(PRODUCT_QUOTA).products.len()));
    let add = move |_| {
        session.change(|sheet| sheet.guiding.line_mut(PRODUCT_QUOTA).products.push(ProductLine::default()));
        let at = count.get_untracked() - 1;
        focus::field_soon(field_id(&format!("guiding.{PRODUCT_QUOTA}.products.{at}.name")));
    };
    view! {
        {move || (0..count.get()).map(|at| product(here, session, at)).collect_view()}
        {field::only_mistakes(here, session, format!("guiding.{PRODUCT_QUOTA}.products"))}
        <p>
            <button type="button" class="button" on:click=add>
                {words.add_product}
            </button>
        </p>
    }
    .into_any()
}

fn product(here: ViewContext, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let basic = &here.words.assess_form().basic;
    let entry = format!("guiding.{PRODUCT_QUOTA}.products.{at}");
    let reaches = Memo::new(move |_| {
        session.with(|sheet| {
            sheet.guiding.get(PRODUCT_QUOTA).products.get(at).and_then(|product| product.reaches)
        })
    });
    let answers =
        [(Some(true), basic.yes), (Some(false), basic.no), (None, basic.unknown)].map(|(answer, word)| {
            let choose = move |_| {
                session.change(|sheet| {
                    if let Some(product) = sheet.guiding.line_mut(PRODUCT_QUOTA).products.get_mut(at) {
                        product.reaches = answer;
                    }
                });
            };
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=format!("reaches-{at}")
                        prop:checked=move || reaches.get() == answer
                        on:change=choose
                    />
                    {word}
                </label>
            }
        });
    let name = Field::new(format!("{entry}.name"), format!("{} {}", words.product, at + 1));
    view! {
        <div class="line">
            {field::words(here, session, name.hint(words.product_hint))}
            <fieldset class="inner">
                <legend>{words.reaches}</legend>
                <div class="choices">{answers.collect_view()}</div>
            </fieldset>
            {remove_button(here, session, entry, &format!("{} {}", words.product, at + 1))}
        </div>
    }
    .into_any()
}

/// Both readings of the clean-energy share, as the engine computes them.
fn readings(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let shares = Memo::new(move |_| {
        session.outcome().with(|outcome| {
            let assessment = outcome.assessment.as_ref()?;
            let rulebook = session.rulebook();
            let accounts = Accounts::of(assessment, rules_of(assessment, &rulebook)?);
            let shares = [accounts.clean_energy_share()?, accounts.clean_energy_share_strict()?];
            Some(shares.map(|share| share.to_fixed(SHOWN)))
        })
    });
    let given = move || {
        session.with(|sheet| {
            matches!(sheet.guiding.get(CLEAN_ENERGY_SHARE).how, How::Value | How::NotApplicable)
        })
    };
    view! {
        <p class="computed" role="status">
            {move || match shares.get() {
                None => words.no_balance.to_owned(),
                Some([statistical, strict]) => {
                    format!("{} · {}", (words.statistical)(&statistical), (words.strict)(&strict))
                }
            }}
        </p>
        {move || given().then(|| view! { <p class="section-note">{words.given_wins}</p> })}
    }
    .into_any()
}
