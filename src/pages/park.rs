//! One park: official status beside computed status, indicators, period, statements, acts, sources.

mod composition;

use std::sync::Arc;

use assessment::ruleset::{Level, Ruleset, in_force};
use disclosure::citation::Citation;
use disclosure::model::{Document, Edition, Event, League, Park, ParkSummary, Rulebook, Scope, Statement};
use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::here::Here;
use crate::judgement::{compare, judge_park, observations};
use crate::load::{Handle, Opened, Store, shown, shown_page, told};
use crate::pages::not_found::not_found;
use crate::parts::basis::{clause_link, clause_link_as};
use crate::parts::cite::{citation, today};
use crate::parts::indicator::{Row, indicator_table};
use crate::parts::ladder::small_ladder;
use crate::parts::mark::{mark_badge, mark_key};
use crate::parts::source::source_line;
use crate::parts::stage::{stage_glyph, stage_mark};
use crate::parts::timeline::{Axis, Bar, timeline};
use crate::shell::heading;

/// The page of the park with this id.
pub fn park(here: Here, id: String) -> AnyView {
    shown_page(Store::of().opened(), here.words.park.park, move |opened| opened_park(here, opened, &id))
}

/// What every part of the page stands on. Each part loads what it needs besides, and fails alone.
#[derive(Clone)]
struct Parts {
    opened: Arc<Opened>,
    summary: ParkSummary,
    park: Handle<Park>,
    rulebook: Handle<Rulebook>,
    documents: Handle<Vec<Document>>,
}

impl Parts {
    fn edition(&self) -> &Edition {
        &self.opened.edition
    }

    /// The documents as far as they are here; sources are named by their own words until then.
    fn documents(&self) -> Arc<Vec<Document>> {
        self.documents.ready().unwrap_or_default()
    }
}

fn opened_park(here: Here, opened: Arc<Opened>, id: &str) -> AnyView {
    let Some(summary) = opened.edition.parks.iter().find(|park| park.id == *id).cloned() else {
        return not_found(here);
    };
    let store = Store::of();
    let parts = Parts {
        park: store.file_at(&opened, &summary.file),
        rulebook: store.file(&opened.edition.rulebook),
        documents: store.file(&opened.edition.documents),
        summary,
        opened,
    };
    let league = parts.edition().leagues.iter().find(|league| league.id == parts.summary.league);
    let words = &here.words.park;
    view! {
        <article class="page park" data-park=id.to_owned()>
            {crumbs(here, league, &parts)}
            {heading(here, &here.text(&parts.summary.name))}
            <div class="status-pair">
                <section class="status" aria-labelledby="official">
                    <h2 id="official" class="eyebrow">{words.official}</h2>
                    {official(here, &parts)}
                </section>
                <section class="status" aria-labelledby="computed">
                    <h2 id="computed" class="eyebrow">
                        {format!("{}{}", words.computed, (words.as_of)(parts.edition().as_of))}
                    </h2>
                    {computed(here, &parts)}
                </section>
            </div>
            {small_ladder(here, parts.summary.stage)}
            {body(here, parts)}
        </article>
    }
    .into_any()
}

fn crumbs(here: Here, league: Option<&League>, parts: &Parts) -> AnyView {
    let league = league.map(|league| {
        view! { <a href=here.href(Page::League(league.id.clone()))>{here.text(&league.name)}</a> }
    });
    let profile = {
        let park = parts.park.clone();
        move || {
            park.ready().map(|park| {
                let scope = match park.scope {
                    Scope::Whole => here.words.park.whole,
                    Scope::Part => here.words.park.part,
                };
                let industries: Vec<_> = park.industries.iter().map(|industry| here.text(industry)).collect();
                let industries = (!industries.is_empty()).then(|| format!(" · {}", here.join(&industries)));
                format!(" · {scope}{}", industries.unwrap_or_default())
            })
        }
    };
    view! { <p class="crumbs">{league} {profile}</p> }.into_any()
}

fn official(here: Here, parts: &Parts) -> AnyView {
    let words = &here.words.park;
    let Some(stage) = parts.summary.stage else {
        return view! { <p class="status-word">{here.words.stages.none}</p> }.into_any();
    };
    let since = parts.summary.since.map(|since| (words.since)(since));
    let park = parts.park.clone();
    let edition = Arc::clone(&parts.opened);
    let act = move || {
        let park = park.ready()?;
        let act = park.events.iter().rev().find(|event| event.stage == stage)?;
        Some(act_links(here, act, &edition.edition))
    };
    view! {
        <p class="status-word">{stage_glyph(stage)} {(here.words.stages.name)(stage)}</p>
        <p class="status-note">{since} " " {act}</p>
        <p class="status-note">{(here.words.stages.meaning)(stage)}</p>
    }
    .into_any()
}

/// The list that names the park and the clause that provides for the act.
fn act_links(here: Here, act: &Event, edition: &Edition) -> AnyView {
    let list = act.list.as_ref().and_then(|id| edition.lists.iter().find(|list| list.id == *id));
    let list = list.map(|list| {
        view! { <a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a> " " }
    });
    let clause = act.clause.as_deref().map(|clause| clause_link(here, clause));
    view! { {list} {clause} }.into_any()
}

fn computed(here: Here, parts: &Parts) -> AnyView {
    let parts = parts.clone();
    shown(parts.rulebook.clone(), move |rulebook| {
        let parts = parts.clone();
        shown(parts.park.clone(), move |park| {
            let words = &here.words.park;
            let Some(ruleset) = ruleset_of(&rulebook, &parts, Level::National) else {
                return view! { <p class="status-word">{words.not_in_force}</p> }.into_any();
            };
            let verdict = judge_park(&park, ruleset).verdict;
            let sentence = (words.comparison)(compare(parts.summary.stage, verdict));
            view! {
                <p class="status-word">{(words.verdict)(verdict)}</p>
                <p class="status-note">{sentence} " " <a href="#indicators">{words.why}</a></p>
                <p class="status-note">
                    {format!("{}{}", words.judged_by, here.text(&ruleset.title))}
                </p>
            }
            .into_any()
        })
    })
}

fn ruleset_of<'a>(rulebook: &'a Rulebook, parts: &Parts, level: Level) -> Option<&'a Ruleset> {
    in_force(&rulebook.rulesets, level, parts.edition().as_of).ok()
}

fn body(here: Here, parts: Parts) -> AnyView {
    let words = &here.words.park;
    let rules = {
        let parts = parts.clone();
        shown(parts.rulebook.clone(), move |rulebook| {
            let parts = parts.clone();
            shown(parts.park.clone(), move |park| {
                view! {
                    {ruleset_section(here, &rulebook, &park, &parts, Level::National)}
                    {ruleset_section(here, &rulebook, &park, &parts, Level::Region)}
                }
                .into_any()
            })
        })
    };
    let reports = {
        let parts = parts.clone();
        shown(parts.park.clone(), move |park| reports(here, &park, &parts.documents()))
    };
    let side = {
        let parts = parts.clone();
        shown(parts.park.clone(), move |park| side(here, &park, &parts))
    };
    let composition = {
        let parts = parts.clone();
        shown(parts.rulebook.clone(), move |rulebook| {
            let parts = parts.clone();
            shown(parts.park.clone(), move |park| {
                composition::composition(here, &park, &rulebook, parts.edition(), &parts.documents())
            })
        })
    };
    view! {
        {told(parts.documents.clone())}
        <div class="columns columns-main">
            <div>{rules} {reports}</div>
            <div>
                {side}
                <section aria-labelledby="cite">
                    <h2 id="cite">{words.cite}</h2>
                    {citation(here, cite_text(here, &parts))}
                </section>
            </div>
        </div>
        {composition}
    }
    .into_any()
}

fn ruleset_section(here: Here, rulebook: &Rulebook, park: &Park, parts: &Parts, level: Level) -> AnyView {
    let words = &here.words.park;
    let (id, title) = match level {
        Level::National => ("indicators", words.national_indicators),
        Level::Region => ("region-indicators", words.region_indicators),
    };
    let head = view! { <h2 id=id>{title}</h2> };
    let Some(ruleset) = ruleset_of(rulebook, parts, level) else {
        return view! { <section>{head} <p class="empty">{words.not_in_force}</p></section> }.into_any();
    };
    let evaluation = judge_park(park, ruleset);
    let rows = ruleset
        .indicators
        .iter()
        .zip(evaluation.outcomes)
        .map(|(indicator, outcome)| Row {
            indicator,
            outcome,
            observations: observations(park, &indicator.id),
        })
        .collect();
    let documents = parts.documents();
    let unpublished = ruleset.unpublished.iter().map(|missing| {
        let count = missing.count.map(|count| (words.count_of)(count));
        view! { <li>{here.text(&missing.what)} " " {count}</li> }
    });
    let unpublished = (!ruleset.unpublished.is_empty()).then(|| {
        view! {
            <p>{words.set_unpublished}</p>
            <ul class="unpublished">{unpublished.collect_view()}</ul>
        }
    });
    view! {
        <section aria-labelledby=id>
            {head}
            <p class="section-note">
                {clause_link_as(here, &ruleset.document, here.text(&ruleset.title))} " " {mark_badge(here, ruleset.mark)}
            </p>
            {ruleset.note.as_ref().map(|note| view! { <p class="section-note">{here.text(note)}</p> })}
            {indicator_table(here, title, rows, &documents)}
            {unpublished}
        </section>
    }
    .into_any()
}

fn side(here: Here, park: &Park, parts: &Parts) -> AnyView {
    let words = &here.words.park;
    let documents = parts.documents();
    view! {
        <section aria-labelledby="period">
            <h2 id="period">{words.period}</h2>
            {period(here, park, parts, &documents)}
        </section>
        <section aria-labelledby="acts">
            <h2 id="acts">{words.acts}</h2>
            {acts(here, park, parts, &documents)}
        </section>
        <section aria-labelledby="place">
            <h2 id="place">{words.place}</h2>
            {place(here, park)}
            {mark_key(here)}
        </section>
    }
    .into_any()
}

fn period(here: Here, park: &Park, parts: &Parts, documents: &[Document]) -> AnyView {
    let words = &here.words.park;
    let Some(construction) = &park.construction else {
        return view! { <p class="empty">{words.no_period}</p> }.into_any();
    };
    let years = parts.edition().milestones.iter().map(|milestone| milestone.year);
    let axis = Axis {
        from: years.clone().min().unwrap_or(construction.from).min(construction.from),
        to: years.clone().max().unwrap_or(construction.to).max(construction.to),
    };
    let bar =
        Bar { label: words.period.to_owned(), href: None, from: construction.from, to: construction.to };
    let commitments =
        park.committed.is_empty().then(|| view! { <p class="section-note">{words.no_commitments}</p> });
    view! {
        {timeline(here, axis, vec![bar], &years.collect::<Vec<_>>(), parts.edition().as_of)}
        <p class="section-note">{source_line(here, &construction.source, documents)}</p>
        {commitments}
    }
    .into_any()
}

fn acts(here: Here, park: &Park, parts: &Parts, documents: &[Document]) -> AnyView {
    if park.events.is_empty() {
        return view! { <p class="empty">{here.words.park.no_acts}</p> }.into_any();
    }
    let acts = park.events.iter().rev().map(|act| {
        view! {
            <li>
                <time datetime=act.dated.to_string()>{act.dated.to_string()}</time>
                <div>
                    <p>{stage_mark(here, Some(act.stage))}</p>
                    <p>{here.text(&act.text)} " " {act_links(here, act, parts.edition())}</p>
                    <p class="under">{source_line(here, &act.source, documents)}</p>
                </div>
            </li>
        }
    });
    view! { <ol class="dated">{acts.collect_view()}</ol> }.into_any()
}

fn reports(here: Here, park: &Park, documents: &[Document]) -> AnyView {
    let words = &here.words.park;
    view! {
        <section aria-labelledby="statements">
            <h2 id="statements">{words.statements}</h2>
            <p class="section-note">{words.statements_note}</p>
            {statements(here, &park.statements, documents)}
        </section>
    }
    .into_any()
}

fn statements(here: Here, statements: &[Statement], documents: &[Document]) -> AnyView {
    if statements.is_empty() {
        return view! { <p class="empty">{here.words.park.no_statements}</p> }.into_any();
    }
    let statements = statements.iter().rev().map(|statement| {
        view! {
            <li>
                <time datetime=statement.dated.to_string()>{statement.dated.to_string()}</time>
                <div>
                    <p>{here.text(&statement.text)}</p>
                    <p class="caveat">{here.text(&statement.caveat)}</p>
                    <p class="under">{source_line(here, &statement.source, documents)}</p>
                </div>
            </li>
        }
    });
    view! { <ol class="dated">{statements.collect_view()}</ol> }.into_any()
}

fn place(here: Here, park: &Park) -> AnyView {
    let Some(place) = &park.place else {
        return view! { <p class="empty">{here.words.park.no_place}</p> }.into_any();
    };
    let point = format!("{:.2}°E {:.2}°N", place.point.lon, place.point.lat);
    view! {
        <p>{point} " " {mark_badge(here, place.mark)}</p>
        <p class="section-note">{here.text(&place.note)}</p>
    }
    .into_any()
}

/// The citation.
fn cite_text(here: Here, parts: &Parts) -> String {
    let edition = parts.edition();
    let page = Address { lang: here.lang, page: Page::Park(parts.summary.id.clone()) };
    let root = edition
        .site
        .address
        .clone()
        .unwrap_or_else(|| format!("{}{}", window().location().origin().unwrap_or_default(), here.root));
    let organiser = edition.site.organiser.as_ref().map(|organiser| here.text(organiser));
    Citation {
        author: organiser.as_deref(),
        title: &here.text(&parts.summary.name),
        portal: here.words.portal,
        version_word: here.words.cite.version,
        version: parts.opened.listed.version(),
        published: Some(edition.as_of),
        accessed: today(),
        address: &format!("{}/{}/", root.trim_end_matches('/'), page.path()),
    }
    .text()
}
