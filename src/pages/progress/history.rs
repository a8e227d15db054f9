//! Registers, empty until something is published, and the zero-carbon industrial parks of before the plan.

use disclosure::as_of;
use disclosure::model::{Background, EarlierPark, Edition, Register, Statement};
use leptos::prelude::*;

use super::Known;
use super::mechanism::mechanism;
use crate::address::Page;
use crate::parts::basis::clause_link;
use crate::parts::original::original;
use crate::parts::source::source_line;
use crate::view_context::ViewContext;

/// Registers and history.
pub fn history(
    known: &Known,
    edition: &as_of::Known<Edition>,
    background: &as_of::Known<Background>,
) -> AnyView {
    let words = known.here.words.progress();
    let registers: Vec<_> = background.registers.iter().map(|r| register(known, edition, r)).collect();
    let parks: Vec<_> = background.earlier_parks.iter().map(|p| earlier(known, edition, p)).collect();
    let work = background.mechanism.as_ref().map(|work| mechanism(known, work));
    view! {
        {work}
        <section aria-labelledby="registers">
            <h2 id="registers">{words.registers}</h2>
            <p class="lead">{words.registers_lead}</p>
            <ul class="entries">{registers}</ul>
        </section>
        <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <p class="lead">{words.history_lead}</p>
            <ul class="entries">{parks}</ul>
        </section>
    }
    .into_any()
}

fn register(known: &Known, edition: &as_of::Known<Edition>, register: &Register) -> AnyView {
    let here = known.here;
    let entries: Vec<_> = register
        .entries
        .iter()
        .map(|entry| {
            let (known, source) = (known.clone(), entry.source.clone());
            let park = entry.park.as_deref().map(|id| park_link(here, edition, id));
            let league = entry.league.as_deref().and_then(|id| league_link(here, edition, id));
            let place = park.or(league);
            view! {
                <li>
                    {here.text(&entry.name)} " " {place} " " {entry.dated.map(|day| view! { <time class="quiet small">{day.to_string()}</time> })}
                    {entry.text.as_ref().map(|text| view! { <p class="small">{here.text(text)}</p> })} " "
                    <span class="small">{move || source_line(here, &source, &known.documents())}</span>
                </li>
            }
        })
        .collect();
    let body = if entries.is_empty() {
        view! { <p class="empty">{(here.words.progress().register_empty)(register.as_of)}</p> }.into_any()
    } else {
        view! { <ul>{entries}</ul> }.into_any()
    };
    view! {
        <li id=format!("register-{}", register.id)>
            <h3>{here.text(&register.title)}</h3>
            <p>
                {here.text(&register.meaning)} " "
                {register.clause.as_deref().map(|clause| clause_link(here, clause))}
            </p>
            {body}
        </li>
    }
    .into_any()
}

fn earlier(known: &Known, edition: &as_of::Known<Edition>, park: &EarlierPark) -> AnyView {
    let here = known.here;
    let league = league_link(here, edition, &park.league);
    let within = park.park.as_deref().map(|id| {
        view! { " · " {here.words.progress().now_within} " " {park_link(here, edition, id)} }
    });
    let statements: Vec<_> = park.statements.iter().map(|s| statement(known, s)).collect();
    view! {
        <li>
            <h3>{here.text(&park.name)}</h3>
            <p class="quiet">{league} {within}</p>
            <ol class="dated">{statements}</ol>
        </li>
    }
    .into_any()
}

fn statement(known: &Known, statement: &Statement) -> AnyView {
    let here = known.here;
    let (documents, source) = (known.clone(), statement.source.clone());
    let (shown, read) = (statement.day_or_month(), statement.day_or_month());
    view! {
        <li>
            <time datetime=read>{shown}</time>
            <div>
                <p>{original(here, &statement.text)}</p>
                <p class="quiet small">{original(here, &statement.caveat)}</p>
                <p class="small">{move || source_line(here, &source, &documents.documents())}</p>
            </div>
        </li>
    }
    .into_any()
}

fn league_link(here: ViewContext, edition: &as_of::Known<Edition>, id: &str) -> Option<AnyView> {
    let league = edition.leagues.iter().find(|league| league.id == id)?;
    let href = here.href(Page::League(league.id.clone()));
    Some(view! { <a href=href>{here.text(&league.name)}</a> }.into_any())
}

fn park_link(here: ViewContext, edition: &as_of::Known<Edition>, id: &str) -> AnyView {
    let name = edition.parks.iter().find(|park| park.id == id).map(|park| here.text(&park.name));
    view! { <a href=here.href(Page::Park(id.to_owned()))>{name.unwrap_or_else(|| id.to_owned())}</a> }
        .into_any()
}
