//! Fuels and energy conversions.

use assessment::factors::{FactorSet, FuelFactor, FuelGroup, FuelUnit};
use assessment::reader::OWN_FACTORS;
use leptos::html::Select;
use leptos::prelude::*;
use worksheet::sheet::{ConversionLine, FuelLine, fuel_quantity};
use worksheet::unit::Quantity;

use super::field::{self, Field};
use crate::assess::Session;
use crate::browser::focus;
use crate::pages::assess::steps::{HEADING, field_id};
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;
use crate::view_context::ViewContext;

/// Digits after the point of a default factor as it is shown.
const SHOWN: u8 = 4;

/// The factor set of the sheet. Untracked: a list that followed every letter typed would
/// be drawn anew under the fingers; the year is typed in another step.
fn with_factors<T>(session: Session, look: impl FnOnce(&FactorSet) -> T) -> Option<T> {
    let rulebook = session.rulebook();
    let id = untrack(|| session.with(|sheet| sheet.factor_set().to_owned()));
    let sets = &rulebook.factor_sets;
    let set = sets.iter().find(|set| set.id == id).or_else(|| sets.first());
    set.map(look)
}

/// Fuels burnt and used as feedstock.
pub fn fuels(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let bunkers = Field::new("bunkers", words.bunkers).hint(words.bunkers_hint);
    view! {
        <p class="section-note">
            {words.lead} " " {clause_link(here, "ndrc-910/annex4/2.2.combustion")}
        </p>
        {lines(here, session, "fuels".to_owned(), true)}
        <div class="fields">{field::number(here, session, bunkers, Quantity::Plain)}</div>
    }
    .into_any()
}

/// Energy conversions.
pub fn conversions(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let count = Memo::new(move |_| session.with(|sheet| sheet.conversions.len()));
    let add = move |_| {
        session.change(|sheet| sheet.conversions.push(ConversionLine::default()));
        focus::field_soon(field_id(&format!("conversions.{}.name", count.get_untracked() - 1)));
    };
    view! {
        <p class="section-note">
            {words.conversions_lead} " " {clause_link(here, "ndrc-910/annex4/2.2.conversion")}
        </p>
        {move || (0..count.get()).map(|at| conversion(here, session, at)).collect_view()}
        <p>
            <button type="button" class="button" on:click=add>
                {words.add_conversion}
            </button>
        </p>
    }
    .into_any()
}

fn conversion(here: ViewContext, session: Session, at: usize) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let name = (words.conversion)(at + 1);
    let entry = format!("conversions.{at}");
    view! {
        <fieldset class="line">
            <legend>{name.clone()}</legend>
            <div class="fields">{field::words(here, session, Field::new(format!("{entry}.name"), words.conversion_name))}</div>
            <h4>{words.inputs}</h4>
            {lines(here, session, format!("{entry}.inputs"), false)}
            <h4>{words.outputs}</h4>
            {lines(here, session, format!("{entry}.outputs"), false)}
            {remove_button(here, session, entry, &name)}
        </fieldset>
    }
    .into_any()
}

/// A button that takes a line out; the focus goes to the step's heading.
pub fn remove_button(here: ViewContext, session: Session, entry: String, name: &str) -> AnyView {
    let remove = move |_| {
        session.change(|sheet| sheet.remove(&entry));
        focus::field_soon(HEADING.to_owned());
    };
    view! {
        <button type="button" class="button remove no-print" on:click=remove>
            {(here.words.assess_form().remove)(name)}
        </button>
    }
    .into_any()
}

/// The fuels of a list, and the choice of another.
fn lines(here: ViewContext, session: Session, list: String, purposes: bool) -> AnyView {
    let ids = {
        let list = list.clone();
        Memo::new(move |_| {
            session.with(|sheet| {
                let mut sheet = sheet.clone();
                let lines = sheet.fuels_mut(&list).map(std::mem::take).unwrap_or_default();
                lines.into_iter().map(|line| line.fuel).collect::<Vec<_>>()
            })
        })
    };
    let entries = {
        let list = list.clone();
        move || {
            let ids = ids.get();
            ids.into_iter()
                .enumerate()
                .map(|(at, id)| line(here, session, format!("{list}.{at}"), &id, purposes))
                .collect_view()
        }
    };
    view! {
        {entries}
        {choice(here, session, list)}
    }
    .into_any()
}

fn choice(here: ViewContext, session: Session, list: String) -> AnyView {
    let words = here.words.assess_form();
    let node = NodeRef::<Select>::new();
    let id = field_id(&format!("{list}.new"));
    let groups = with_factors(session, |set| {
        let options = |wanted: FuelGroup| {
            let fuels = set.fuels.iter().filter(|fuel| fuel.kind.group() == wanted);
            fuels
                .map(|fuel| view! { <option value=fuel.id.clone()>{here.text(&fuel.name)}</option> })
                .collect_view()
        };
        let groups = [
            (FuelGroup::NaturalGas, words.fuels.groups[2]),
            (FuelGroup::Coal, words.fuels.groups[0]),
            (FuelGroup::Oil, words.fuels.groups[1]),
        ];
        groups.map(|(group, name)| view! { <optgroup label=name>{options(group)}</optgroup> }).collect_view()
    });
    let add = move |_| {
        let Some(select) = node.get_untracked() else { return };
        let fuel = select.value();
        let quantity = with_factors(session, |set| fuel_quantity(set, &fuel)).unwrap_or(Quantity::Mass);
        if fuel.is_empty() {
            return;
        }
        let purpose = if list == "fuels" { "combustion" } else { "" };
        let mut at = 0;
        session.change(|sheet| {
            if let Some(lines) = sheet.fuels_mut(&list) {
                at = lines.len();
                lines.push(FuelLine::of(&fuel, purpose, quantity));
            }
        });
        focus::field_soon(field_id(&format!("{list}.{at}.amount")));
    };
    view! {
        <p class="add no-print">
            <label for=id.clone()>{words.fuels.fuel}</label>
            <select id=id node_ref=node>
                <option value="">{words.choose}</option>
                {groups}
            </select>
            <button type="button" class="button" on:click=add>
                {words.add}
            </button>
        </p>
    }
    .into_any()
}

fn line(here: ViewContext, session: Session, entry: String, id: &str, purposes: bool) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let factor = with_factors(session, |set| set.fuel(id).cloned()).flatten();
    let name = factor.as_ref().map_or_else(|| id.to_owned(), |factor| here.text(&factor.name));
    let quantity = match factor.as_ref().map(|factor| factor.unit) {
        Some(FuelUnit::TenThousandCubicMetres) => Quantity::Gas,
        Some(FuelUnit::Tonne) | None => Quantity::Mass,
    };
    let unit = words.units[usize::from(quantity == Quantity::Gas)];
    let amount = Field::new(format!("{entry}.amount"), words.amount);
    view! {
        <fieldset class="line">
            <legend>{name.clone()}</legend>
            {field::only_mistakes(here, session, format!("{entry}.fuel"))}
            <div class="fields">
                {field::number(here, session, amount, quantity)}
                {purposes.then(|| purpose(here, session, entry.clone()))}
            </div>
            {factor.map(|factor| default_factor(here, session, &factor, unit, purposes))}
            {own_factors(here, session, &entry, unit, purposes)}
            {remove_button(here, session, entry.clone(), &name)}
        </fieldset>
    }
    .into_any()
}

fn purpose(here: ViewContext, session: Session, entry: String) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let field = format!("{entry}.use");
    let id = field_id(&field);
    let chosen = {
        let field = field.clone();
        Memo::new(move |_| session.text(&field))
    };
    let options = ["combustion", "feedstock"].into_iter().zip(words.purposes).map(|(key, word)| {
        view! {
            <option value=key selected=move || chosen.get() == key>
                {word}
            </option>
        }
    });
    let unknown = move || {
        let known = matches!(chosen.get().as_str(), "combustion" | "feedstock");
        (!known).then(
            || view! { <option value=chosen.get() selected=true>{here.words.assess_form().choose}</option> },
        )
    };
    let name = field.clone();
    view! {
        <div class="field">
            <label for=id.clone()>{words.purpose}</label>
            <select
                id=id
                prop:value=move || chosen.get()
                on:change=move |ev| {
                    session.pause();
                    session.set_text(&name, event_target_value(&ev));
                    session.pause();
                }
            >
                {options.collect_view()}
                {unknown}
            </select>
            <span class="field-said">{move || (chosen.get() == "feedstock").then_some(words.feedstock)}</span>
            {mistakes_of(here, session, field)}
        </div>
    }
    .into_any()
}

fn mistakes_of(here: ViewContext, session: Session, field: String) -> AnyView {
    let problems = Memo::new(move |_| session.problems_of(&field));
    let lines = move || {
        problems
            .get()
            .into_iter()
            .map(|problem| {
                view! { <div class="field-problem">{super::say::sentence(here, session, &problem.what)}</div> }
            })
            .collect_view()
    };
    view! { {lines} }.into_any()
}

/// The default factor of a fuel with its mark and source. In a conversion all carbon counts as oxidised.
///
/// Where the factor set has none, the set that completes it is asked, and said to be.
fn default_factor(
    here: ViewContext,
    session: Session,
    factor: &FuelFactor,
    unit: &str,
    burnt: bool,
) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let general = factor.emission().is_none().then(|| general_factor(session, &factor.id)).flatten();
    let from_general = general.is_some().then_some(words.from_general);
    let factor = general.as_ref().unwrap_or(factor);
    let Some((emission, tce)) = factor.emission().zip(factor.tce_per_unit()) else {
        return view! { <p class="factor quiet">{words.no_default}</p> }.into_any();
    };
    let t = if burnt { emission.burnt() } else { emission.converted() };
    let (t, tce) = (t.tonnes().to_fixed(SHOWN), tce.to_fixed(SHOWN));
    view! {
        <p class="factor">
            {(words.factor)(&t, &tce, unit)} " " {mark_badge(here, factor.mark)} " "
            <span class="quiet">{from_general} " " {words.source} {factor.source.clone()}</span>
        </p>
    }
    .into_any()
}

/// The fuel in the set that completes the chosen one.
fn general_factor(session: Session, id: &str) -> Option<FuelFactor> {
    let general = with_factors(session, |set| set.completed_by.clone())??;
    let rulebook = session.rulebook();
    rulebook.factor_sets.iter().find(|set| set.id == general)?.fuel(id).cloned()
}

fn own_factors(here: ViewContext, session: Session, entry: &str, unit: &str, burnt: bool) -> AnyView {
    let words = &here.words.assess_form().fuels;
    let [t, tce, ncv, carbon, oxidation] = OWN_FACTORS.map(|name| format!("{entry}.{name}"));
    let basis = format!("{entry}.basis");
    // Whether it opens is asked once: what is typed must not draw it anew.
    let typed = |name: &String| untrack(|| session.text(name));
    let open = [&t, &tce, &ncv, &carbon, &oxidation, &basis].into_iter().any(|name| !typed(name).is_empty());
    // Only what is burnt has an oxidation rate; a file may have brought one along elsewhere, which must be seen.
    let oxidation = (burnt || !typed(&oxidation).is_empty()).then(|| {
        let field = Field::new(oxidation, words.own_oxidation).hint(words.own_oxidation_hint);
        field::number(here, session, field, Quantity::Plain)
    });
    let ncv = Field::new(ncv, (words.own_ncv)(unit)).hint(words.own_ncv_hint);
    view! {
        <details class="fold" open=open>
            <summary>{words.own}</summary>
            <div class="fields">
                {field::number(here, session, Field::new(t, (words.own_t)(unit)), Quantity::Plain)}
                {field::number(here, session, Field::new(tce, (words.own_tce)(unit)), Quantity::Plain)}
                {field::number(here, session, ncv, Quantity::Plain)}
                {field::number(here, session, Field::new(carbon, words.own_carbon), Quantity::Plain)}
                {oxidation}
                {field::words(here, session, Field::new(basis, words.basis).hint(words.basis_hint))}
            </div>
        </details>
    }
    .into_any()
}
