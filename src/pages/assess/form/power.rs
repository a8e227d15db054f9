//! Power and heat: what comes in, what goes out, and the conventions they are converted by.

use assessment::input::{ELECTRICITY_PARAMETER, HeatSource, PowerSource};
use leptos::prelude::*;
use worksheet::unit::{Quantity, STEAM_GJ_PER_TONNE};

use super::field::{self, Field};
use crate::assess::Session;
use crate::here::Here;
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;

/// Power.
pub fn power(here: Here, session: Session) -> AnyView {
    let words = &here.words.assess_form().power;
    view! {
        <p class="section-note">
            {words.lead} " " {clause_link(here, "ndrc-910/annex4/2.3.electricity")}
        </p>
        {sources(here, session, "received", words.received)}
        <fieldset>
            <legend>{words.own}</legend>
            <div class="fields">
                {field::number(here, session, Field::new("own", words.own).hint(words.own_hint), Quantity::Power)}
            </div>
        </fieldset>
        {sources(here, session, "sent", words.sent)}
        <fieldset>
            <legend>{words.conventions} " " {mark_badge(here, assessment::Mark::C)}</legend>
            <div class="fields">{equivalent(here, session)}</div>
        </fieldset>
    }
    .into_any()
}

fn sources(here: Here, session: Session, list: &'static str, legend: &'static str) -> AnyView {
    let words = &here.words.assess_form().power;
    let ids = Memo::new(move |_| {
        session.with(|sheet| {
            let lines = if list == "received" { &sheet.received } else { &sheet.sent };
            lines.iter().map(|line| line.source.clone()).collect::<Vec<_>>()
        })
    });
    let fields = move || {
        let line = |(at, id): (usize, String)| {
            let known = PowerSource::ALL.iter().position(|source| source.id() == id);
            let label = known.map_or(id, |known| words.sources[known].to_owned());
            let field = Field::new(format!("{list}.{at}.amount"), label);
            // What goes out needs no telling where it comes from again.
            let field = match known.filter(|_| list == "received") {
                Some(known) => field.hint(words.source_hints[known]),
                None => field,
            };
            view! {
                <div>
                    {field::number(here, session, field, Quantity::Power)}
                    {field::only_mistakes(here, session, format!("{list}.{at}.source"))}
                </div>
            }
        };
        ids.get().into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <div class="fields">{fields}</div>
        </fieldset>
    }
    .into_any()
}

fn equivalent(here: Here, session: Session) -> AnyView {
    let words = &here.words.assess_form().power;
    let rulebook = session.rulebook();
    let parameter = rulebook.rulesets.iter().find_map(|ruleset| ruleset.parameter(ELECTRICITY_PARAMETER));
    let hint = parameter.map(|parameter| {
        let texts =
            [parameter.default, parameter.range_from, parameter.range_to].map(|value| value.to_fixed(3));
        (words.equivalent_hint)(&texts[0], &texts[1], &texts[2])
    });
    let field = Field { hint, ..Field::new("equivalent", words.equivalent) };
    field::number(here, session, field, Quantity::Plain)
}

/// Heat.
pub fn heat(here: Here, session: Session) -> AnyView {
    let words = &here.words.assess_form().heat;
    let power = &here.words.assess_form().power;
    let steam = Field::new("steam", words.steam).hint((words.steam_hint)(STEAM_GJ_PER_TONNE));
    view! {
        <p class="section-note">{words.lead} " " {clause_link(here, "ndrc-910/annex4/2.3.heat")}</p>
        {heats(here, session, "heat_received", power.received)}
        {heats(here, session, "heat_sent", power.sent)}
        <fieldset>
            <legend>{power.conventions} " " {mark_badge(here, assessment::Mark::C)}</legend>
            <div class="fields">{field::number(here, session, steam, Quantity::Plain)}</div>
        </fieldset>
    }
    .into_any()
}

fn heats(here: Here, session: Session, list: &'static str, legend: &'static str) -> AnyView {
    let ids = Memo::new(move |_| {
        session.with(|sheet| {
            let lines = if list == "heat_received" { &sheet.heat_received } else { &sheet.heat_sent };
            lines.iter().map(|line| line.source.clone()).collect::<Vec<_>>()
        })
    });
    let lines = move || {
        ids.get()
            .into_iter()
            .enumerate()
            .map(|(at, id)| heat_line(here, session, list, at, id))
            .collect_view()
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {lines}
        </fieldset>
    }
    .into_any()
}

fn heat_line(here: Here, session: Session, list: &str, at: usize, id: String) -> AnyView {
    let words = &here.words.assess_form().heat;
    let fuels = &here.words.assess_form().fuels;
    let entry = format!("{list}.{at}");
    let known = HeatSource::ALL.iter().position(|source| source.id() == id);
    let label = known.map_or(id, |known| words.sources[known].to_owned());
    // Only fossil heat has a factor; a file may have brought one along for the other, which must be seen.
    let factor_field = format!("{entry}.t_per_gj");
    let brought = !session.with(|sheet| sheet.text(&factor_field)).unwrap_or_default().is_empty();
    let own = (known == Some(0) || brought).then(|| {
        let default = session.rulebook().factor_sets.first().map(|set| set.fossil_heat_t_per_gj.value.to_string());
        let label = (words.factor)(&default.unwrap_or_default());
        view! {
            <details class="fold" open=brought>
                <summary>{fuels.own}</summary>
                <div class="fields">
                    {field::number(here, session, Field::new(factor_field, label), Quantity::Plain)}
                    {field::words(here, session, Field::new(format!("{entry}.basis"), fuels.basis).hint(fuels.basis_hint))}
                </div>
            </details>
        }
    });
    view! {
        <div class="line">
            <div class="fields">{field::number(here, session, Field::new(format!("{entry}.amount"), label), Quantity::Heat)}</div>
            {field::only_mistakes(here, session, format!("{entry}.source"))} {own}
        </div>
    }
    .into_any()
}
