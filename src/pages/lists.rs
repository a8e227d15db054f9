//! The official lists: those published, and those that are provided for and nobody has published yet.

use assessment::evaluate::State;
use assessment::ladder::StageTable;
use disclosure::as_of::Known;
use disclosure::model::{Edition, ListSummary, NotPublished, Stage};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::Store;
use crate::parts::basis::clause_link;
use crate::parts::heading::heading;
use crate::parts::loading::shown_page;
use crate::parts::sheet::{Row, sheet};
use crate::parts::stage::{stage_glyph, stage_name};
use crate::parts::state::state_mark;
use crate::view_context::ViewContext;

/// Clauses of the plan that provide for a list of parks: for cultivation, and built.
const PROVIDED: [&str; 2] = ["plan/2/1/3", "plan/2/3/3"];

/// The page.
pub fn lists(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.lists, move |opened| {
        opened_lists(here, &opened.edition)
    })
}

fn opened_lists(here: ViewContext, edition: &Known<Edition>) -> AnyView {
    let words = here.words.lists();
    let awaited = awaited(&edition.not_published);
    let published: Vec<_> = by_kind(edition.stages(), &edition.lists)
        .into_iter()
        .map(|(stage, lists)| kind(here, edition.stages(), stage, &lists))
        .collect();
    let none = published.is_empty().then(|| view! { <p class="quiet">{words.none_published}</p> });
    let missing: Vec<_> = awaited.iter().map(|missing| awaited_list(here, missing)).collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <section aria-labelledby="awaited">
                <h2 id="awaited">{words.awaited}</h2>
                <p class="lead">{words.awaited_lead}</p>
                <ul class="entries">{missing}</ul>
            </section>
        }
    });
    view! {
        <div class="page">
            {heading(here, here.words.pages.lists)}
            <p class="lead">{(words.finding)(edition.lists.len(), awaited.len())}</p>
            <section aria-labelledby="published">
                <h2 id="published">{words.published}</h2>
                {none}
                {published}
            </section>
            {missing}
            <p>
                <a href=here.href(Page::Corrections)>{here.words.pages.corrections}</a> "\u{a0}· "
                <a href=here.href(Page::Versions)>{here.words.pages.versions}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What is not published and would be a list.
fn awaited(not_published: &[NotPublished]) -> Vec<&NotPublished> {
    let is_list =
        |missing: &&NotPublished| missing.clause.as_deref().is_some_and(|clause| PROVIDED.contains(&clause));
    not_published.iter().filter(is_list).collect()
}

/// Lists by the stage that they put parks on, the highest first; within one, the newest first.
fn by_kind<'a>(table: &StageTable, lists: &'a [ListSummary]) -> Vec<(Stage, Vec<&'a ListSummary>)> {
    let of = |stage: Stage| -> Vec<&'a ListSummary> {
        let mut of: Vec<_> = lists.iter().filter(|list| list.stage == stage).collect();
        of.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        of
    };
    let kinds = table.stages.iter().rev().map(|row| (row.id, of(row.id)));
    kinds.filter(|(_, lists)| !lists.is_empty()).collect()
}

/// The lists of one kind, one row a list.
fn kind(here: ViewContext, table: &StageTable, stage: Stage, lists: &[&ListSummary]) -> AnyView {
    let words = here.words.over_time();
    // A column that says what the one beside it says is left out.
    let elsewhere = lists.iter().any(|list| list.entries != list.in_region);
    let rows = lists.iter().map(|list| {
        let name = view! { <a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a> };
        let mut cells = vec![
            name.into_any(),
            view! { <time datetime=list.published.to_string()>{list.published.to_string()}</time> }
                .into_any(),
            list.entries.into_any(),
        ];
        cells.extend(elsewhere.then(|| list.in_region.into_any()));
        Row::new(cells)
    });
    let named = table.get(stage).and_then(|row| row.list.as_ref());
    let name = named.map_or_else(|| stage_name(here, table, stage), |list| here.text(list));
    let mut heads = vec![words.list, words.published, words.entries];
    heads.extend(elsewhere.then_some(words.in_region));
    view! {
        <div class="list-kind">
            <h3>{stage_glyph(table, stage)} " " {name.clone()}</h3>
            {sheet(name, "list-table", &heads, rows.collect())}
        </div>
    }
    .into_any()
}

fn awaited_list(here: ViewContext, missing: &NotPublished) -> AnyView {
    let clause = missing.clause.as_deref().map(|clause| clause_link(here, clause));
    view! {
        <li>
            <h3>{here.text(&missing.what)}</h3>
            <p>{missing.known.as_ref().map(|known| here.text(known))} " " {clause}</p>
            <p class="quiet small">
                {state_mark(here, State::NoData)} " " {(here.words.lists().searched)(missing.as_of)}
            </p>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use assessment::Text;
    use assessment::ruleset::Level;
    use disclosure::model::FileRef;
    use fixtures::stage_table;

    use super::*;

    fn list(id: &str, stage: Stage, published: &str) -> ListSummary {
        ListSummary {
            id: id.into(),
            title: Text { zh: id.into(), en: id.into() },
            level: Level::Region,
            stage,
            published: published.parse().unwrap(),
            entries: 1,
            in_region: 1,
            amended: vec![],
            file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
        }
    }

    #[test]
    fn lists_stand_by_kind_and_the_newest_first() {
        let lists = [
            list("a", Stage::CULTIVATION, "2025-09-16"),
            list("b", Stage::NATIONAL_PARK, "2029-06-18"),
            list("c", Stage::CULTIVATION, "2026-10-20"),
        ];
        let ids: Vec<Vec<&str>> = by_kind(&stage_table(), &lists)
            .into_iter()
            .map(|(_, lists)| lists.into_iter().map(|list| list.id.as_str()).collect())
            .collect();
        assert_eq!(ids, [vec!["b"], vec!["c", "a"]]);
        assert!(by_kind(&stage_table(), &[]).is_empty());
    }
}
