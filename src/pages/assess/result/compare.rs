//! The result beside the published parks of the same energy band. The round's file comes when it is asked for.

use std::sync::Arc;

use assessment::applicability::AnnualEnergy;
use assessment::applicability::Subject;
use assessment::evaluate::State;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::report::assess;
use assessment::ruleset::{Band, Direction, Level};
use assessment::{Decimal, Ratio};
use disclosure::model::{Industry, ParkSummary};
use disclosure::ranking_table::standings;
use disclosure::round::Round;
use leptos::prelude::*;

use super::figures::against;
use super::{ResultContext, summary};
use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::indicator::industry_names;
use crate::parts::loading::shown;
use crate::parts::state::{state_glyph, state_key};

/// A published park that can stand beside the result.
#[derive(Clone)]
struct Other {
    park: ParkSummary,
    value: Ratio,
    energy: TonnesCoalEquivalent,
    state: State,
}

/// The published parks, once the section is open.
pub fn compare(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    context.folds.section("compare", words.compare, move || {
        let opened = context.opened.get_value();
        let Some(file) = opened.round().map(|round| round.file.clone()) else {
            return view! { <p class="empty">{words.no_round}</p> }.into_any();
        };
        let industry = RwSignal::new(String::new());
        shown(Store::of().file_at::<Round>(&opened, &file), move |round| {
            let others = Arc::new(others(&opened, &round, context));
            let others_live = Arc::clone(&others);
            let head =
                (words.compare_lead)(&context.here.text(&round.title), &context.here.text(&round.period));
            let demo = opened
                .edition
                .demonstration
                .then(|| view! { <p class="caution">{context.here.words.shell.demonstration}</p> });
            view! {
                <p class="section-note">{head}</p>
                {demo}
                {choice(context, &others, &opened.edition.industries, industry)}
                {move || beside(context, &others_live, &industry.get())}
            }
            .into_any()
        })
    })
}

/// Every park with a published value of the core indicator and a published energy.
fn others(opened: &Opened, round: &Round, context: ResultContext) -> Vec<Other> {
    let parks = &opened.edition.parks;
    let book = context.session.rulebook();
    let Ok(standings) = standings(parks, round, &book, Level::National) else { return Vec::new() };
    let with_value = |row: &disclosure::ranking_table::Row| {
        Some(Other {
            park: parks.get(row.park)?.clone(),
            value: row.value?,
            energy: row.energy.and_then(AnnualEnergy::exactly)?,
            state: row.core,
        })
    };
    standings.rows.iter().filter_map(with_value).collect()
}

fn choice(
    context: ResultContext,
    others: &[Other],
    industries: &[Industry],
    industry: RwSignal<String>,
) -> AnyView {
    let here = context.here;
    let mut names: Vec<_> = others
        .iter()
        .flat_map(|other| &other.park.industries)
        .map(|id| (id.as_str().to_owned(), industry_names(here, std::slice::from_ref(id), industries)))
        .collect();
    names.sort();
    names.dedup();
    let options: Vec<_> = names
        .into_iter()
        .map(|(id, name)| {
            let value = id.clone();
            view! { <option value=value selected=move || industry.with(|chosen| *chosen == id)>{name}</option> }
        })
        .collect();
    let words = here.words.assess_result();
    view! {
        <p class="limit">
            <label for="compare-industry">{words.industry}</label>
            <select id="compare-industry" on:change=move |ev| industry.set(event_target_value(&ev))>
                <option value="">{words.all_industries}</option>
                {options}
            </select>
        </p>
    }
    .into_any()
}

fn beside(context: ResultContext, others: &[Other], industry: &str) -> AnyView {
    let words = context.here.words.assess_result();
    context.look(|assessment, rules| {
        let report = assess(assessment, rules);
        let Some(core) = rules.ruleset.core() else { return ().into_any() };
        let band = core.band(Subject::of_energy(report.energy_tce));
        let (Some(band), Some(own)) = (band, report.intensity_t_per_tce) else { return ().into_any() };
        let chosen = |other: &&Other| {
            band.contains(other.energy)
                && (industry.is_empty() || other.park.industries.iter().any(|id| id.as_str() == industry))
        };
        let mut same: Vec<&Other> = others.iter().filter(chosen).collect();
        if same.is_empty() {
            return view! { <p class="empty">{words.no_others}</p> }.into_any();
        }
        same.sort_by(|a, b| a.value.cmp_ratio(b.value));
        let below = same.iter().filter(|other| other.value.cmp_ratio(own).is_lt()).count();
        view! {
            <p>{(words.compare_finding)(same.len(), below)}</p>
            {strip(context, &same, own, band, core.direction)}
            {table(context, &same, own, band)}
        }
        .into_any()
    })
}

/// Each park a mark on the scale of intensity, this one larger, the target as a labelled line.
fn strip(context: ResultContext, same: &[&Other], own: Ratio, band: &Band, direction: Direction) -> AnyView {
    let words = context.here.words.assess_result();
    let values: Vec<f64> = same.iter().map(|other| other.value.to_f64()).collect();
    let target = band.target.map(Decimal::to_f64);
    let most = values.iter().copied().chain([own.to_f64()]).chain(target).fold(1e-9, f64::max) * 1.05;
    let x = |value: f64| 8.0 + (value / most).clamp(0.0, 1.0) * 304.0;
    let marks: Vec<_> = values
        .iter()
        .map(|value| view! { <path class="strip-park" d=format!("M{:.1} 22V34", x(*value)) /> })
        .collect();
    let line = target.map(|target| {
        let at = x(target);
        // The words stand on the side that has room.
        let (end, at_words) = if at > 200.0 { ("end", at - 4.0) } else { ("start", at + 4.0) };
        view! {
            <path class="gauge-target" d=format!("M{at:.1} 6V42") />
            <text class="strip-label target" x=format!("{at_words:.1}") y="12" text-anchor=end>
                {format!("{} {} {target}", context.here.words.indicators().target, direction.sign())}
            </text>
        }
    });
    let at = x(own.to_f64());
    let (end, at_words) = if at > 200.0 { ("end", at - 8.0) } else { ("start", at + 8.0) };
    let value = against(own, band.target, summary::SHOWN);
    let label = (words.strip)(same.len(), &value);
    view! {
        <svg class="strip" viewBox="0 0 320 64" role="img" aria-label=label>
            <path class="strip-axis" d="M8 28H312" />
            {marks}
            {line}
            <path class="strip-own" d=format!("M{at:.1} 20l7 16h-14z") />
            <text class="strip-label" x=format!("{at_words:.1}") y="54" text-anchor=end>
                {format!("{} {value}", words.own)}
            </text>
        </svg>
    }
    .into_any()
}

fn table(context: ResultContext, same: &[&Other], own: Ratio, band: &Band) -> AnyView {
    let words = context.here.words.assess_result();
    let heads = words.compare_heads.map(|head| view! { <th scope="col">{head}</th> });
    let own_row = view! {
        <tr class="own">
            <th scope="row">{words.own}</th>
            <td>{against(own, band.target, summary::SHOWN)}</td>
            <td></td>
        </tr>
    }
    .into_any();
    let at = same.iter().filter(|other| other.value.cmp_ratio(own).is_lt()).count();
    let mut rows: Vec<AnyView> = same.iter().map(|other| row(context, other, band)).collect();
    rows.insert(at, own_row);
    view! {
        <details class="result-why">
            <summary>{words.as_table}</summary>
            <table class="what-ifs">
                <caption class="vh">{words.compare}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn row(context: ResultContext, other: &Other, band: &Band) -> AnyView {
    let here = context.here;
    let word = match other.state {
        State::Met => here.words.states.met,
        State::NotMet => here.words.states.not_met,
        State::Pending => here.words.states.pending,
        State::NoThreshold => here.words.states.no_threshold,
        State::NotInForce => here.words.states.not_in_force,
        State::NoData => here.words.states.no_data,
        State::NotApplicable => here.words.states.not_applicable,
    };
    view! {
        <tr>
            <th scope="row"><a href=here.href(Page::Park(other.park.id.clone()))>{here.text(&other.park.short)}</a></th>
            <td>{against(other.value, band.target, summary::SHOWN)}</td>
            <td><span class="outcome" data-outcome=state_key(other.state)>{state_glyph(other.state)} {word}</span></td>
        </tr>
    }
    .into_any()
}
