//! The tasks that a park has committed itself to, and how far the rounds say they have come.

use assessment::Decimal;
use disclosure::as_of::Known;
use disclosure::model::Park;
use disclosure::round::{ParkTask, RoundSummary, TaskProgress};
use leptos::prelude::*;

use super::Parts;
use crate::parts::basis::clause_link;
use crate::view_context::ViewContext;

/// The tasks with a bar each; nothing for a park without published tasks.
pub fn tasks(here: ViewContext, park: &Known<Park>, parts: &Parts) -> AnyView {
    if park.tasks.is_empty() {
        return ().into_any();
    }
    let words = here.words.park_history();
    let named = |id: &str| {
        let round = |round: &&RoundSummary| round.id == id;
        parts.edition().rounds.iter().find(round).map(|round| here.text(&round.title))
    };
    let last = park.rounds.last().and_then(|round| named(&round.round));
    let rows = park.tasks.iter().map(|each| task(here, each, &progress(park, &each.id)));
    view! {
        <section class="park-tasks" aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks}</h2>
            {last.map(|round| view! { <p class="section-note">{(words.tasks_note)(&round)}</p> })}
            <ul class="tasks">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// How far a task had come in each round, oldest first; absent where a round does not say.
fn progress<'a>(park: &'a Known<Park>, task: &str) -> Vec<Option<&'a TaskProgress>> {
    let of = |tasks: &'a [TaskProgress]| tasks.iter().find(|each| each.task == task);
    park.rounds.iter().map(|round| of(&round.snapshot.tasks)).collect()
}

fn task(here: ViewContext, task: &ParkTask, progress: &[Option<&TaskProgress>]) -> AnyView {
    let words = here.words.park_history();
    let last = progress.last().copied().flatten();
    let older = last.and_then(|last| last.older).map(|older| (here.words.corrections().older)(older.dated));
    let older = older.map(|said| view! { " " <span class="quiet">{said}</span> });
    let last = last.map(|last| last.progress);
    let earlier = progress.split_last().map_or(&[][..], |(_, earlier)| earlier);
    let own =
        |each: &Option<&'_ TaskProgress>| each.filter(|each| each.older.is_none()).map(|each| each.progress);
    let earlier: Vec<Option<Decimal>> = earlier.iter().map(own).collect();
    let said: Vec<_> =
        earlier.iter().map(|each| each.map_or_else(|| "–".to_owned(), |each| format!("{each}%"))).collect();
    let past = (!said.is_empty()).then(|| {
        view! { <span class="vh">{(words.task_past)(&said.join(" "))}</span> }
    });
    let ticks = earlier.iter().flatten().map(|each| {
        let at = each.to_f64().clamp(0.0, 100.0);
        view! { <span class="task-tick" style:left=format!("{at:.1}%")></span> }
    });
    let share = last.map_or(0.0, Decimal::to_f64).clamp(0.0, 100.0);
    let figure = last.map_or_else(
        || view! { <span class="quiet">{words.task_unknown}</span> }.into_any(),
        |last| view! { <span class="task-figure">{format!("{last}%")} {older}</span> }.into_any(),
    );
    view! {
        <li class:unknown={last.is_none()}>
            <p class="task-words">
                <span>{here.text(&task.text)} " " {clause_link(here, &task.clause)}</span>
                {figure}
            </p>
            <span class="task-bar" aria-hidden="true">
                <span class="task-done" style:width=format!("{share:.1}%")></span>
                {ticks.collect_view()}
            </span>
            {past}
        </li>
    }
    .into_any()
}
