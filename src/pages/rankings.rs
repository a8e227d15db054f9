//! Rankings: parks by the portal's index, with what is unknown drawn.

mod about;
mod apart;
mod chosen;
pub mod downloads;
mod filters;
pub mod ranking_rows;
pub mod ranking_state;
mod sheets;
mod steady;
pub mod table;
pub mod unpublished;

use std::sync::Arc;

use assessment::in_force::{RuleError, RuleKind};
use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::Rulebook;
use disclosure::ranking_table::{Standings, standings};
use disclosure::round::Round;
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::filter::Choice;
use crate::parts::heading::heading;
use crate::parts::loading::{live, no_such_choice, shown, shown_page};
use crate::query::Query;
use crate::view_context::ViewContext;
use ranking_rows::RankingRows;
use ranking_state::{Files, RankingState};

/// The page.
pub fn rankings(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.rankings, move |opened| opened_rankings(here, opened))
}

fn opened_rankings(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.rankings();
    let title = here.words.pages.rankings;
    let Some(summary) = opened.round().cloned() else {
        let said = [words.unpublished, words.unpublished_what];
        return unpublished::page(here, &opened, title, Page::Rankings, said);
    };
    let store = Store::of();
    let round = store.file_at::<Round>(&opened, &summary.file);
    let book = store.file_at::<Rulebook>(&opened, &opened.edition.rulebook);
    let loaded = move |round: Arc<Known<Round>>| {
        let (opened, book) = (Arc::clone(&opened), book.clone());
        shown(book, move |book| {
            levels(here, Files { opened: Arc::clone(&opened), round: Arc::clone(&round), book })
        })
    };
    view! {
        <div class="page rankings">
            {heading(here, title)}
            <p class="lead">{words.lead} " " <a href="#index-about">{words.about}</a></p>
            {shown(round, loaded)}
        </div>
    }
    .into_any()
}

/// The level that an address names, national where it names none; or what it names in place of one.
pub fn level_of(query: &Query) -> Result<Level, String> {
    let query = query.clone().among(|query| &mut query.level, &["national", "region"])?;
    Ok(if query.level == level_key(Level::Region) { Level::Region } else { Level::National })
}

/// Value of a level in the address.
pub fn level_key(level: Level) -> &'static str {
    match level {
        Level::National => "",
        Level::Region => "region",
    }
}

/// The words for the indicators of a level.
pub fn level_words(here: ViewContext, level: Level) -> &'static str {
    here.words.rankings().levels[usize::from(level == Level::Region)]
}

/// The switch between the levels; what else is chosen stays.
pub fn level_tabs(here: ViewContext, choice: Choice, page: fn() -> Page) -> AnyView {
    let tabs = [Level::National, Level::Region].map(|level| {
        let href = move || {
            let query = Query {
                level: level_key(level).to_owned(),
                band: String::new(),
                page: String::new(),
                ..choice.query()
            };
            here.href_with(page(), query)
        };
        let current = move || (level_of(&choice.query()) == Ok(level)).then_some("true");
        view! { <li><a href=href data-noscroll="" aria-current=current>{level_words(here, level)}</a></li> }
    });
    view! {
        <nav class="tabs" aria-label=here.words.rankings().level_label>
            <ul>{tabs.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn levels(here: ViewContext, files: Files) -> AnyView {
    let choice = Choice::of();
    let level = Memo::new(move |_| level_of(&choice.query()));
    view! {
        {level_tabs(here, choice, || Page::Rankings)}
        {live(Box::new(move || {
            let level = match level.get() {
                Ok(level) => level,
                Err(asked) => return no_such_choice(here, &asked, Page::Rankings, here.words.pages.rankings),
            };
            // Whatever else the address says chooses among rows and never reckons them anew.
            untrack(|| of_level(here, &files, choice, level))
        }))}
    }
    .into_any()
}

/// Everything of a level. The standings are computed here, once: what a reader filters or sorts only chooses
/// among their rows.
fn of_level(here: ViewContext, files: &Files, choice: Choice, level: Level) -> AnyView {
    let edition = &files.opened.edition;
    let standings = match standings(&edition.parks, &files.round, &files.book, level) {
        Ok(standings) => standings,
        Err(why) => return no_standings(here, &why),
    };
    let set = files.book.ruleset(level, files.round.rules_day()).ok();
    let names = (edition.stages(), edition.industries.clone());
    let board = RankingRows::new(edition.parks.clone(), edition.leagues.clone(), names, standings, set);
    let state = RankingState::new(here, choice, files.clone(), level, board);
    view! {
        {finding(&state)}
        {filters::filters(&state)}
        {chosen_rows(&state)}
        {about::about(&state)}
    }
    .into_any()
}

/// The rows that are asked for and what is told of them; nothing in their place where there is no such choice.
fn chosen_rows(state: &RankingState) -> AnyView {
    let state = state.clone();
    let no_such = Memo::new({
        let state = state.clone();
        move |_| state.query.with(|query| query.as_ref().err().cloned())
    });
    live(Box::new(move || match no_such.get() {
        Some(asked) => no_such_choice(state.here, &asked, Page::Rankings, state.here.words.pages.rankings),
        None => untrack(|| {
            view! {
                {table::table(&state)}
                {sheets::sheets(&state)}
                {chosen::chosen(&state)}
                {table::notes(&state)}
                {apart::apart(&state)}
                {steady::steady(&state)}
                {downloads::downloads(&state)}
            }
            .into_any()
        }),
    }))
}

/// Why there is nothing to rank by.
pub fn no_standings(here: ViewContext, why: &RuleError) -> AnyView {
    let words = here.words.rankings();
    let said = match why {
        RuleError::NotInForce { kind: RuleKind::Scoring { .. }, .. } => words.no_scoring.to_owned(),
        RuleError::NotInForce { .. } => words.no_ruleset.to_owned(),
        RuleError::Ambiguous { first, second, on, .. } => {
            (here.words.load.rules_contradict)(first, second, *on)
        }
    };
    view! { <p class="empty">{said}</p> }.into_any()
}

/// How many parks are ranked and how many of them meet their core target.
fn finding(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let standings: &Standings = &state.board.standings;
    let (ranked, all) = (standings.ranked(), standings.rows.len());
    view! {
        <p class="ranking-finding">{(words.finding)(ranked, standings.core_met(), all - ranked)}</p>
        <p class="quiet small">
            {words.round} " " {here.text(&state.files.round.title)} "\u{a0}· " {here.text(&state.files.round.period)} "\u{a0}· "
            {level_words(here, state.level)}
        </p>
    }
    .into_any()
}
