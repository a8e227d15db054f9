//! What the portal's index is, and what it is not.

use assessment::scoring::Scoring;
use leptos::prelude::*;

use super::ranking_state::RankingState;
use crate::address::Page;
use crate::parts::indicator::unit;
use crate::parts::mark::sure;
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// The section: the statement, the weights, and how parks are ranked.
pub fn about(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let standings = &state.board.standings;
    let scoring = state.files.book.scorings.iter().find(|scoring| scoring.id == standings.scoring);
    let rules = words.rules.map(|rule| view! { <li>{rule}</li> });
    view! {
        <section id="index-about" tabindex="-1" aria-labelledby="index-about-title">
            <h2 id="index-about-title">{words.about}</h2>
            {scoring.map(|scoring| statement(here, scoring))}
            <details>
                <summary>{words.weights}</summary>
                {scoring.map(|scoring| weights(state, scoring))}
            </details>
            <details>
                <summary>{words.how}</summary>
                <ul class="ranking-rules">{rules.collect_view()}</ul>
            </details>
            <p>
                <a href=format!("{}#{}", here.href(Page::Method), standings.ruleset)>{words.to_method}</a>
            </p>
        </section>
    }
    .into_any()
}

fn statement(here: ViewContext, scoring: &Scoring) -> AnyView {
    view! {
        <p class="statement">{here.text(&scoring.statement)}</p>
        <p class="quiet small">
            {here.text(&scoring.title)} "\u{a0}· " <code>{scoring.id.clone()}</code> "\u{a0}· "
            {sure(here, scoring.mark, scoring.checked_on)}
        </p>
    }
    .into_any()
}

fn weights(state: &RankingState, scoring: &Scoring) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let set = state.files.book.rulesets.iter().find(|set| set.id == scoring.ruleset);
    let rows = scoring.weights.iter().map(|weight| {
        let indicator = set.and_then(|set| set.indicator(&weight.indicator));
        let name = indicator.map_or_else(|| weight.indicator.clone(), |indicator| here.text(&indicator.name));
        let unit = indicator.map(|indicator| unit(here, &indicator.unit)).unwrap_or_default();
        Row::new(vec![
            name.into_any(),
            weight.weight.to_string().into_any(),
            format!("{} {unit}", weight.baseline).into_any(),
        ])
    });
    sheet(
        words.weights.to_owned(),
        "weights",
        &[words.indicator, words.weight, words.baseline],
        rows.collect(),
    )
}
