//! Home: the finding, the ladder, the years, the map, what was published last and what is not.

use std::sync::Arc;

use assessment::Date;
use disclosure::as_of::Known;
use disclosure::model::{Edition, Evidence, LATEST, Milestone, NotPublished, Publication, Subject};
use disclosure::plan_evidence::finding;
use disclosure::stage_counts::{days, headline, over_time};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::basis::{clause_link, clause_link_as};
use crate::parts::finding::finding_mark;
use crate::parts::heading::heading_titled;
use crate::parts::ladder::{ladder, stage_key};
use crate::parts::loading::{shown, shown_page};
use crate::parts::map::{Extent, leagues_with_parks, outlines, ramp_key};
use crate::parts::mark::mark_badge;
use crate::parts::stage_counts::{Size, stage_counts};
use crate::parts::timeline::{Axis, Bar, timeline};
use crate::query::{MapView, Query};
use crate::view_context::ViewContext;
use crate::words::FindingPart;

/// The page.
pub fn home(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.home, move |opened| opened_home(here, opened))
}

fn opened_home(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.home();
    let edition = &opened.edition;
    view! {
        <div class="page home">
            <div class="opening">
                {heading_titled(here, None, finding_of(here, edition))}
                <p class="lead">{words.lead}</p>
            </div>
            <section class="figure" aria-label=here.words.ladder.label>
                {ladder(here, edition, &edition.parks)}
                <div class="figure-foot">
                    {stage_key(here, edition.stages(), &edition.parks)}
                    <p>
                        {words.ladder_note} {here.sentence_gap()}
                        {clause_link_as(here, "plan/2/3/3", words.ladder_rules[0].to_owned())} "\u{a0}· "
                        {clause_link_as(here, "ndrc-910/3.4", words.ladder_rules[1].to_owned())}
                    </p>
                </div>
            </section>
            <section aria-labelledby="years">
                <h2 id="years">{words.years}</h2>
                {years(here, edition)}
                <div class="milestones">
                    {edition.milestones.iter().map(|milestone| milestone_column(here, milestone, edition.as_of)).collect_view()}
                </div>
                <p class="more"><a href=here.href(Page::Progress)>{words.all_progress}</a></p>
            </section>
            <div class="columns">
                <section aria-labelledby="leagues">
                    <h2 id="leagues">{words.leagues}</h2>
                    {map_section(here, &opened)}
                </section>
                <section aria-labelledby="latest">
                    <h2 id="latest">{words.latest}</h2>
                    {latest(here, &opened)}
                    {onward(here)}
                </section>
            </div>
            {not_published(here, &edition.not_published)}
        </div>
    }
    .into_any()
}

/// The finding: how many parks there are, how many have been accepted, how many are behind, each number a link
/// to the page that counts them one by one.
fn finding_of(here: ViewContext, edition: &Known<Edition>) -> AnyView {
    let parts = (here.words.home().finding)(&headline(edition), edition.stages());
    let set = |part: FindingPart| match part {
        FindingPart::Words(words) => words.into_any(),
        FindingPart::Linked(number, page) => {
            view! { <a href=here.href(page) data-figure="headline">{number}</a> }.into_any()
        }
    };
    parts.into_iter().map(set).collect_view().into_any()
}

/// The plan's years with what stood in them: counts by stage where rounds are published, else the
/// construction periods.
fn years(here: ViewContext, edition: &Known<Edition>) -> AnyView {
    if edition.rounds.is_empty() {
        return periods(here, edition);
    }
    let counts = over_time(edition, &edition.parks, &days(edition));
    view! {
        <p class="section-note">{here.words.over_time().lead}</p>
        {stage_counts(here, edition.stages(), &counts, &edition.milestones, Size::Small)}
    }
    .into_any()
}

fn periods(here: ViewContext, edition: &Known<Edition>) -> AnyView {
    /// Bars beyond this many say nothing at a glance.
    const BARS: usize = 8;
    let milestones: Vec<u16> = edition.milestones.iter().map(|milestone| milestone.year).collect();
    let built: Vec<_> =
        edition.parks.iter().filter_map(|park| Some((park, park.construction?))).take(BARS).collect();
    let starts = milestones.iter().copied().chain(built.iter().map(|(_, [from, _])| *from));
    let ends = milestones.iter().copied().chain(built.iter().map(|(_, [_, to])| *to));
    let (Some(from), Some(to)) = (starts.min(), ends.max()) else { return ().into_any() };
    let bars = built
        .iter()
        .map(|(park, [from, to])| Bar {
            label: here.text(&park.short),
            href: Some(here.href(Page::Park(park.id.clone()))),
            from: *from,
            to: *to,
        })
        .collect();
    timeline(here, Axis { from, to }, bars, &milestones, edition.as_of)
}

fn milestone_column(here: ViewContext, milestone: &Milestone, on: Date) -> AnyView {
    let end = Date::year_end(milestone.year).unwrap_or(on);
    let objectives = milestone.objectives.iter().map(|objective| {
        let evidence = match &objective.evidence {
            Evidence::Found { text, source, .. } => view! {
                <span class="evidence found">
                    {finding_mark(here, finding(&objective.evidence, end, on))}
                    <span class="evidence-text">{mark_badge(here, source.mark)} " " {here.text(text)}</span>
                </span>
            }
            .into_any(),
            Evidence::NotFound { text, .. } => view! {
                <span class="evidence none">
                    {finding_mark(here, finding(&objective.evidence, end, on))}
                    {text.as_ref().map(|text| here.text(text))}
                </span>
            }
            .into_any(),
        };
        view! { <li>{here.text(&objective.text)} {evidence}</li> }
    });
    view! {
        <div class="milestone-column">
            <div class="milestone-head">
                <h3>{milestone.year}</h3>
                {clause_link(here, &milestone.clause)}
            </div>
            <ul>{objectives.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn map_section(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let map = Store::of().map(opened);
    let edition = Arc::clone(opened);
    let words = here.words.map();
    let [_, tiles, table] = words.views;
    let view =
        |view: MapView| here.href_with(Page::Map, Query { view: view.key().to_owned(), ..Query::default() });
    view! {
        {shown(map, move |map| outlines(here, Extent::Column, &leagues_with_parks(&edition.edition), &map, None))}
        <div class="figure-foot">
            {ramp_key(here)}
            <p>
                <span class="sketch-note">{words.sketch}</span> " " <a href=view(MapView::Tiles)>{tiles}</a> "\u{a0}· "
                <a href=view(MapView::Table)>{table}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What was published last: from the index, or from the file of everything where the moment lies before some of it.
fn latest(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let edition = &opened.edition;
    match &edition.publications {
        Some(all) if edition.latest.len() < LATEST => {
            let all = Store::of().file_at::<Vec<Publication>>(opened, all);
            shown(all, move |all| publications(here, &all))
        }
        _ => publications(here, &edition.latest),
    }
}

fn publications(here: ViewContext, publications: &[Publication]) -> AnyView {
    let entries = publications.iter().take(LATEST).map(|entry| {
        let href = match &entry.subject {
            Subject::Park(id) => here.href(Page::Park(id.clone())),
            Subject::List(id) => here.href(Page::List(id.clone())),
            Subject::Document(id) => here.clause_href(id),
            Subject::Round(id) => {
                here.at(here.moment.as_of_round(Some(id))).href(Page::Rankings)
            }
            Subject::Work(id) => here.href(Page::WorkReport(id.clone())),
            Subject::Correction(id) => format!("{}#{id}", here.href(Page::Corrections)),
        };
        view! {
            <li>
                <time datetime=entry.dated.to_string()>{entry.dated.to_string()} {mark_badge(here, entry.mark)}</time>
                <a href=href>{here.text(&entry.text)}</a>
            </li>
        }
    });
    view! { <ol class="dated brief">{entries.collect_view()}</ol> }.into_any()
}

/// Where what was published last leads on to: all lists, and where parks stand.
fn onward(here: ViewContext) -> AnyView {
    let words = here.words.over_time();
    let links = [
        (Page::Lists, words.all_lists),
        (Page::Rankings, words.rankings),
        (Page::Built, words.built),
        (Page::Rectification, words.rectification),
    ]
    .map(|(page, name)| view! { <li><a href=here.href(page)>{name}</a></li> });
    view! { <nav class="onward" aria-label=words.elsewhere><ul class="inline-list">{links.collect_view()}</ul></nav> }.into_any()
}

/// What a reader would look for and nobody has published; nothing where the edition names nothing.
fn not_published(here: ViewContext, missing: &[NotPublished]) -> AnyView {
    let words = here.words.home();
    let entries = missing.iter().map(|missing| {
        let clause = missing.clause.as_deref().map(|clause| clause_link(here, clause));
        view! {
            <li>
                <p class="missing-what">{here.text(&missing.what)}</p>
                <p class="missing-known">{missing.known.as_ref().map(|known| here.text(known))} " " {clause}</p>
            </li>
        }
    });
    (!missing.is_empty())
        .then(|| {
            view! {
                <section aria-labelledby="not-published">
                    <h2 id="not-published">{words.not_published}</h2>
                    <p class="lead">{words.not_published_lead}</p>
                    <ul class="missing">{entries.collect_view()}</ul>
                </section>
            }
        })
        .into_any()
}
