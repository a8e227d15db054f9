//! The five guiding indicators, each given as a value, by its small calculator, or excused.

use assessment::Mark;
use assessment::account::Accounts;
use assessment::ruleset::Indicator;
use leptos::prelude::*;
use worksheet::sheet::{GUIDING, How, ProductLine};
use worksheet::unit::Quantity;

use super::field::{self, Field};
use super::fuels::remove_button;
use crate::assess::Session;
use crate::assess::session::rules_of;
use crate::here::Here;
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;

/// Digits after the point of a share as it is shown.
const SHOWN: u8 = 2;

/// The ways of giving an indicator, with their value in the choice.
const HOWS: [(How, &str); 4] = [
    (How::Nothing, "nothing"),
    (How::Value, "value"),
    (How::Calculator, "calculator"),
    (How::NotApplicable, "not_applicable"),
];

/// The guiding indicators.
pub fn guiding(here: Here, session: Session) -> AnyView {
    let rulebook = session.rulebook();
    let mut indicators = rulebook.rulesets.iter().flat_map(|ruleset| &ruleset.indicators);
    let lines = (0..GUIDING.len()).filter_map(|at| {
        let indicator = indicators.find(|indicator| indicator.id == GUIDING[at])?;
        Some(indicator_line(here, session, at, indicator))
    });
    view! {
        <p class="section-note">{here.words.assess_form().guiding.lead} " " {clause_link(here, "ndrc-910/annex3/note1")}</p>
        {lines.collect_view()}
    }
    .into_any()
}

fn indicator_line(here: Here, session: Session, at: usize, indicator: &Indicator) -> AnyView {
    let name = here.text(&indicator.name);
    let clause = indicator.clause.clone().map(|clause| clause_link(here, &clause));
    let how = Memo::new(move |_| session.with(|sheet| sheet.guiding[at].how));
    let convention = indicator.convention.as_ref().map(|text| here.text(text));
    let convention =
        convention.map(|text| view! { <p class="factor">{text} " " {mark_badge(here, Mark::C)}</p> });
    view! {
        <fieldset class="line" id=field::id_of(&format!("guiding.{}", GUIDING[at])) tabindex="-1">
            <legend>{name.clone()} " " {clause}</legend>
            <p class="section-note">{here.text(&indicator.sentence)}</p>
            {way(here, session, at, how, &name)}
            {move || match how.get() {
                How::Nothing => ().into_any(),
                How::Value => value(here, session, at),
                How::Calculator => calculator(here, session, at),
                How::NotApplicable => reason(here, session, at),
            }}
            {(at == 0).then(|| readings(here, session))}
            {convention}
        </fieldset>
    }
    .into_any()
}

fn way(here: Here, session: Session, at: usize, how: Memo<How>, name: &str) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let id = field::id_of(&format!("guiding.{}.how", GUIDING[at]));
    // The clean-energy share has the energy balance for its calculator.
    let ways = HOWS.iter().zip(words.hows).filter(|((way, _), _)| at > 0 || *way != How::Calculator);
    let options = ways.map(|((way, key), word)| {
        let word = if at == 0 && *way == How::Nothing { words.hows_clean } else { word };
        view! {
            <option value=*key selected=move || how.get() == *way>
                {word}
            </option>
        }
    });
    let choose = move |ev: leptos::ev::Event| {
        let chosen = event_target_value(&ev);
        if let Some((way, _)) = HOWS.iter().find(|(_, key)| *key == chosen) {
            session.change(|sheet| sheet.guiding[at].how = *way);
        }
    };
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

fn value(here: Here, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let field = Field::new(format!("guiding.{}.value", GUIDING[at]), words.value);
    view! {
        <div class="fields">{field::number(here, session, field, Quantity::Share)}</div>
        {pending(here, session, at)}
    }
    .into_any()
}

fn pending(here: Here, session: Session, at: usize) -> AnyView {
    let checked = move || session.with(|sheet| sheet.guiding[at].pending);
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |ev| {
                    let pending = event_target_checked(&ev);
                    session.change(|sheet| sheet.guiding[at].pending = pending);
                }
            />
            {here.words.assess_form().guiding.pending}
        </label>
    }
    .into_any()
}

fn reason(here: Here, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let field = Field::new(format!("guiding.{}.reason", GUIDING[at]), words.reason).hint(words.reason_hint);
    field::area(here, session, field)
}

fn calculator(here: Here, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let result = move || {
        let value = session.with(|sheet| sheet.calculated(GUIDING[at]));
        value.map_or_else(|| words.no_result.to_owned(), |value| (words.computed)(&value.to_fixed(SHOWN)))
    };
    let labels: &[&str] = match at {
        2 => &words.solid,
        3 => &words.heat,
        4 => &words.water,
        _ => &[],
    };
    let inputs = labels.iter().enumerate().map(|(input, label)| {
        let field = Field::new(format!("guiding.{}.inputs.{input}", GUIDING[at]), *label);
        field::number(here, session, field, Quantity::Plain)
    });
    view! {
        <p class="formula">{at.checked_sub(1).and_then(|at| words.formulas.get(at)).copied()} " " {mark_badge(here, Mark::C)}</p>
        <div class="fields">{inputs.collect_view()}</div>
        {(at == 1).then(|| products(here, session))}
        <p class="computed" role="status">
            {result}
        </p>
        {pending(here, session, at)}
    }
    .into_any()
}

fn products(here: Here, session: Session) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let count = Memo::new(move |_| session.with(|sheet| sheet.guiding[1].products.len()));
    let add = move |_| {
        session.change(|sheet| sheet.guiding[1].products.push(ProductLine::default()));
        let at = count.get_untracked() - 1;
        super::focus_soon(field::id_of(&format!("guiding.{}.products.{at}.name", GUIDING[1])));
    };
    view! {
        {move || (0..count.get()).map(|at| product(here, session, at)).collect_view()}
        {field::only_mistakes(here, session, format!("guiding.{}.products", GUIDING[1]))}
        <p>
            <button type="button" class="button" on:click=add>
                {words.add_product}
            </button>
        </p>
    }
    .into_any()
}

fn product(here: Here, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().guiding;
    let basic = &here.words.assess_form().basic;
    let entry = format!("guiding.{}.products.{at}", GUIDING[1]);
    let reaches = Memo::new(move |_| {
        session.with(|sheet| sheet.guiding[1].products.get(at).and_then(|product| product.reaches))
    });
    let answers =
        [(Some(true), basic.yes), (Some(false), basic.no), (None, basic.unknown)].map(|(answer, word)| {
            let choose = move |_| {
                session.change(|sheet| {
                    if let Some(product) = sheet.guiding[1].products.get_mut(at) {
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
fn readings(here: Here, session: Session) -> AnyView {
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
    let given = move || session.with(|sheet| matches!(sheet.guiding[0].how, How::Value | How::NotApplicable));
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
