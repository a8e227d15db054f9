//! Power and heat: what comes in, what goes out, and the conventions they are converted by.

use assessment::input::{ELECTRICITY_PARAMETER, HeatSource, PowerSource};
use leptos::html::Select;
use leptos::prelude::*;
use worksheet::unit::{Quantity, STEAM_GJ_PER_TONNE};

use super::field::{self, Field};
use super::fuels::remove_button;
use crate::assess::Session;
use crate::browser::focus;
use crate::pages::assess::steps::field_id;
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;
use crate::view_context::ViewContext;

/// Power.
pub fn power(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().power;
    let thermal = Field::new("generated_thermal", words.generated_thermal).hint(words.generated_thermal_hint);
    let waste_heat =
        Field::new("generated_waste_heat", words.generated_waste_heat).hint(words.generated_waste_heat_hint);
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
            <legend>{words.generated}</legend>
            <div class="fields">
                {field::number(here, session, thermal, Quantity::Power)}
                {field::number(here, session, waste_heat, Quantity::Power)}
            </div>
        </fieldset>
        <fieldset>
            <legend>{words.conventions} " " {mark_badge(here, assessment::Mark::C)}</legend>
            <div class="fields">{equivalent(here, session)}</div>
        </fieldset>
    }
    .into_any()
}

fn sources(here: ViewContext, session: Session, list: &'static str, legend: &'static str) -> AnyView {
    let words = &here.words.assess_form().power;
    let names = PowerSource::ALL.map(PowerSource::id).into_iter().zip(words.sources).collect::<Vec<_>>();
    let lines = lines_of(here, session, list, names.clone());
    let fields = move || {
        let line = |(at, line): (usize, Line)| {
            let field = Field::new(format!("{list}.{at}.amount"), line.label.clone());
            // What goes out needs no telling where it comes from again, nor does a line that was added.
            let field = match line.known.filter(|_| list == "received" && !line.removable) {
                Some(known) => field.hint(words.source_hints[known]),
                None => field,
            };
            let entry = format!("{list}.{at}");
            view! {
                <div>
                    {field::number(here, session, field, Quantity::Power)}
                    {field::only_mistakes(here, session, format!("{entry}.source"))}
                    {line.removable.then(|| remove_button(here, session, entry, &line.label))}
                </div>
            }
        };
        lines.get().into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <div class="fields">{fields}</div>
            {another(here, session, list, names)}
        </fieldset>
    }
    .into_any()
}

/// A line of a list of sources, as it is shown.
#[derive(Clone, PartialEq)]
struct Line {
    /// Position of its source among those that are known.
    known: Option<usize>,
    /// What it is called; from the second of its source on with its number.
    label: String,
    /// Each known source keeps its first line; what was added, or is not known, can go.
    removable: bool,
}

/// The lines of a list of sources. They follow the sources, not the amounts: a field is not drawn anew while it
/// is typed into.
fn lines_of(
    here: ViewContext,
    session: Session,
    list: &'static str,
    names: Vec<(&'static str, &'static str)>,
) -> Memo<Vec<Line>> {
    let nth = here.words.assess_form().power.nth;
    Memo::new(move |_| {
        let ids = session.with(|sheet| sheet.sources(list));
        let line = |(at, id): (usize, &String)| {
            let known = names.iter().position(|(source, _)| source == id);
            let name = known.map_or(id.as_str(), |known| names[known].1);
            let before = ids[..at].iter().filter(|other| *other == id).count();
            let label = if before == 0 { name.to_owned() } else { nth(name, before + 1) };
            Line { known, label, removable: known.is_none() || before > 0 }
        };
        ids.iter().enumerate().map(line).collect()
    })
}

/// Another line of a source: the contract takes as many as there are suppliers.
fn another(
    here: ViewContext,
    session: Session,
    list: &'static str,
    names: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let words = &here.words.assess_form().power;
    let node = NodeRef::<Select>::new();
    let id = field_id(&format!("{list}.new"));
    let options = names.into_iter().map(|(source, name)| view! { <option value=source>{name}</option> });
    let add = move |_| {
        let Some(select) = node.get_untracked() else { return };
        let mut added = None;
        session.change(|sheet| added = sheet.add_source(list, &select.value()));
        if let Some(at) = added {
            focus::field_soon(field_id(&format!("{list}.{at}.amount")));
        }
    };
    view! {
        <details class="fold no-print">
            <summary>{words.another}</summary>
            <p class="section-note">{words.another_note}</p>
            <p class="add">
                <label for=id.clone()>{words.another_source}</label>
                <select id=id node_ref=node>
                    {options.collect_view()}
                </select>
                <button type="button" class="button" on:click=add>
                    {here.words.assess_form().add}
                </button>
            </p>
        </details>
    }
    .into_any()
}

fn equivalent(here: ViewContext, session: Session) -> AnyView {
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
pub fn heat(here: ViewContext, session: Session) -> AnyView {
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

fn heats(here: ViewContext, session: Session, list: &'static str, legend: &'static str) -> AnyView {
    let words = &here.words.assess_form().heat;
    let names = HeatSource::ALL.map(HeatSource::id).into_iter().zip(words.sources).collect::<Vec<_>>();
    let all = lines_of(here, session, list, names.clone());
    let lines = move || {
        all.get()
            .into_iter()
            .enumerate()
            .map(|(at, line)| heat_line(here, session, format!("{list}.{at}"), line))
            .collect_view()
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {lines}
            {another(here, session, list, names)}
        </fieldset>
    }
    .into_any()
}

fn heat_line(here: ViewContext, session: Session, entry: String, line: Line) -> AnyView {
    let words = &here.words.assess_form().heat;
    let fuels = &here.words.assess_form().fuels;
    let Line { known, label, removable } = line;
    // Only fossil heat has a factor; a file may have brought one along for the other, which must be seen.
    let factor_field = format!("{entry}.t_per_gj");
    let brought = !untrack(|| session.text(&factor_field)).is_empty();
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
            <div class="fields">{field::number(here, session, Field::new(format!("{entry}.amount"), label.clone()), Quantity::Heat)}</div>
            {field::only_mistakes(here, session, format!("{entry}.source"))} {own}
            {removable.then(|| remove_button(here, session, entry, &label))}
        </div>
    }
    .into_any()
}
