//! The drawing of a course from its layout.

use std::fmt::Write;

use assessment::Date;
use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::Park;
use leptos::prelude::*;

use super::Target;
use crate::parts::trajectory::{Anchor, Frame, Layout, Place, TrajectoryData};
use crate::view_context::ViewContext;

/// The words in the drawing.
#[derive(Clone)]
pub struct Names {
    construction: Option<String>,
    day: String,
    last: String,
    /// Of the targets in their order, then of the path: full and short.
    labels: Vec<[String; 2]>,
    levels: Vec<Level>,
}

impl Names {
    /// In the reader's language.
    pub fn of(
        here: ViewContext,
        park: &Known<Park>,
        day: Date,
        targets: &[Target],
        last: Option<String>,
    ) -> Names {
        let words = here.words.park_history();
        let target = |target: &Target| {
            let full = format!("{} {}", (words.target)(target.level), target.shown);
            [full, (words.target_short)(target.level, &target.shown)]
        };
        let path = [words.path.to_owned(), words.path.to_owned()];
        Names {
            construction: park
                .construction
                .as_ref()
                .map(|period| (words.construction)(period.from, period.to)),
            day: (words.as_of)(day),
            last: last.unwrap_or_default(),
            labels: targets.iter().map(target).chain([path]).collect(),
            levels: targets.iter().map(|target| target.level).collect(),
        }
    }

    /// The same with short labels, where there is little room.
    pub fn short(&self, narrow: bool) -> Names {
        let mut names = self.clone();
        if narrow {
            for label in &mut names.labels {
                let [full, short] = label;
                *full = std::mem::take(short);
            }
        }
        names
    }
}

/// The drawing; `said` is what it shows, in a sentence.
pub fn drawing(layout: &Layout, frame: Frame, class: &'static str, names: &Names, said: &str) -> AnyView {
    let [left, top, right, bottom] = layout.plot;
    let band = layout.construction.map(|[from, to]| {
        view! { <rect class="course-band" x=n(from) y=n(top) width=n(to - from) height=n(bottom - top) /> }
    });
    let rules = layout.rules.iter().map(|(y, said)| {
        view! {
            <path class="course-rule" d=format!("M{left:.1} {y:.1}H{right:.1}") />
            <text class="course-tick" x=n(left - 6.0) y=n(*y) text-anchor="end" dominant-baseline="central">
                {said.clone()}
            </text>
        }
    });
    let years = layout.years.iter().map(|(year, start, middle)| {
        view! {
            <path class="course-rule" d=format!("M{start:.1} {bottom:.1}v5") />
            <text class="course-tick" x=n(*middle) y=n(bottom + 18.0) text-anchor="middle">{*year}</text>
        }
    });
    view! {
        <svg
            class=format!("course-drawing {class}")
            viewBox=format!("0 0 {} {}", frame.size[0], frame.size[1])
            role="img"
            aria-label=said.to_owned()
        >
            {band}
            {rules.collect_view()}
            {years.collect_view()}
            {above(layout, names)}
            {lines(layout, names)}
            {points(layout)}
            {labels(layout, names)}
        </svg>
    }
    .into_any()
}

/// The construction period's name and the reader's day, in two rows above the plot, where no line can cross
/// them.
fn above(layout: &Layout, names: &Names) -> AnyView {
    let [left, top, right, bottom] = layout.plot;
    let period = layout.construction.zip(names.construction.clone()).map(|([from, to], said)| {
        let (x, anchor) = if from < f64::midpoint(left, right) { (from, "start") } else { (to, "end") };
        view! { <text class="course-note" x=n(x) y=n(top - 9.0) text-anchor=anchor>{said}</text> }
    });
    let day = layout.day.map(|x| {
        let anchor = if x < f64::midpoint(left, right) { "start" } else { "end" };
        view! {
            <path class="course-day" d=format!("M{x:.1} {:.1}V{bottom:.1}", top - 32.0) />
            <text
                class="course-day-name"
                x=n(if anchor == "end" { x - 5.0 } else { x + 5.0 })
                y=n(top - 24.0)
                text-anchor=anchor
            >
                {names.day.clone()}
            </text>
        }
    });
    view! { {period} {day} }.into_any()
}

fn lines(layout: &Layout, names: &Names) -> AnyView {
    let targets = layout.targets.iter().zip(&names.levels).map(|(target, level)| {
        view! { <path class=level_class(*level) d=path(target) /> }
    });
    let links = layout.links.iter().map(|link| view! { <path class="course-link" d=path(link) /> });
    let runs = layout.runs.iter().map(|run| view! { <path class="course-line" d=path(run) /> });
    view! {
        {(layout.path.len() > 1).then(|| view! { <path class="course-path" d=path(&layout.path) /> })}
        {targets.collect_view()}
        {links.collect_view()}
        {runs.collect_view()}
    }
    .into_any()
}

fn points(layout: &Layout) -> AnyView {
    let circle = |class: &'static str, [x, y]: Place| view! { <circle class=class cx=n(x) cy=n(y) r="4" /> };
    let verified = layout.verified.iter().map(|place| circle("course-point", *place));
    let pending = layout.pending.iter().map(|place| circle("course-point-open", *place));
    let ground = layout.plot[3];
    let missing = layout.missing.iter().map(|x| {
        view! { <path class="course-missing" d=format!("M{:.1} {:.1}h7v-7h-7zl7-7", x - 3.5, ground - 2.0) /> }
    });
    let corrected = layout.corrected.iter().map(|[[x, was], [_, is]]| {
        let cross = format!("M{:.1} {:.1}l6 6m0-6l-6 6", x - 3.0, was - 3.0);
        view! {
            <path class="course-corrected" d=format!("M{x:.1} {was:.1}V{is:.1}") />
            <path class="course-cross" d=cross />
        }
    });
    view! {
        {corrected.collect_view()}
        {missing.collect_view()}
        {verified.collect_view()}
        {pending.collect_view()}
    }
    .into_any()
}

fn labels(layout: &Layout, names: &Names) -> AnyView {
    let right = layout.plot[2];
    let labels = layout.labels.iter().zip(&names.labels).enumerate().map(|(at, (label, [said, _]))| {
        let class = names.levels.get(at).map_or("course-name course-name-path", |level| match level {
            Level::National => "course-name course-name-national",
            Level::Region => "course-name course-name-region",
        });
        let lead = format!("M{:.1} {:.1}L{:.1} {:.1}", right + 1.0, label.of, right + 9.0, label.at);
        view! {
            <path class="course-lead" d=lead />
            <text class=class x=n(right + 12.0) y=n(label.at) dominant-baseline="central">{said.clone()}</text>
        }
    });
    let last = layout.last.map(|([x, y], anchor)| {
        let (x, anchor) = match anchor {
            Anchor::Start => (x - 4.0, "start"),
            Anchor::End => (x + 4.0, "end"),
        };
        view! {
            <text class="course-last" x=n(x) y=n(y) text-anchor=anchor dominant-baseline="central">
                {names.last.clone()}
            </text>
        }
    });
    view! { {labels.collect_view()} {last} }.into_any()
}

/// What the shapes of points mean, those that occur.
pub fn point_keys(here: ViewContext, course: &TrajectoryData) -> AnyView {
    let [verified, pending, missing, corrected] = here.words.park_history().keys;
    let points = &course.points;
    let known = |pending: bool| points.iter().any(|p| p.value.is_some() && p.pending == pending);
    let key = |occurs: bool, said: &'static str, mark: AnyView| {
        occurs.then(|| {
            view! {
                <li>
                    <svg class="key-point" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{mark}</svg>
                    " " {said}
                </li>
            }
        })
    };
    let circle = |class: &'static str| view! { <circle class=class cx="8" cy="8" r="5" /> }.into_any();
    view! {
        {key(known(false), verified, circle("course-point"))}
        {key(known(true), pending, circle("course-point-open"))}
        {key(
            points.iter().any(|p| p.value.is_none()),
            missing,
            view! { <path class="course-missing" d="M4 12h8V4H4zl8-8" /> }.into_any(),
        )}
        {key(
            points.iter().any(|p| p.was.is_some()),
            corrected,
            view! { <path class="course-cross" d="M4 4l8 8m0-8l-8 8" /> }.into_any(),
        )}
    }
    .into_any()
}

fn level_class(level: Level) -> &'static str {
    match level {
        Level::National => "course-target course-target-national",
        Level::Region => "course-target course-target-region",
    }
}

fn n(length: f64) -> String {
    format!("{length:.1}")
}

fn path(places: &[Place]) -> String {
    let mut path = String::new();
    for (at, [x, y]) in places.iter().enumerate() {
        let letter = if at == 0 { 'M' } else { 'L' };
        write!(path, "{letter}{x:.1} {y:.1}").expect("writing to a string does not fail");
    }
    path
}
