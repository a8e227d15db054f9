//! The course of one figure over time beside its committed path and targets: where everything lies.
//!
//! Plain arithmetic, apart from the drawing, so that it is tested without a browser.

use assessment::Date;

/// Distance between the baselines of two labels, in drawing units.
const LINE: f64 = 15.0;
/// Width of a figure of the last value's label, about.
const FIGURE: f64 = 7.5;

/// A value in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Day of the round.
    pub day: Date,
    /// The value; absent when it is not published.
    pub value: Option<f64>,
    /// Whether it is not yet verified.
    pub pending: bool,
    /// The value as first published, where it has been corrected.
    pub was: Option<f64>,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrajectoryData {
    /// Values, oldest first, with those that are missing.
    pub points: Vec<Point>,
    /// The committed path: ends of years and the targets then.
    pub path: Vec<(Date, f64)>,
    /// Targets in force, each from a day on.
    pub targets: Vec<Vec<(Date, f64)>>,
    /// First and last day of the construction period.
    pub construction: Option<[Date; 2]>,
    /// The reader's day.
    pub day: Option<Date>,
}

/// Size of a drawing and its margins, in drawing units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width and height.
    pub size: [f64; 2],
    /// Room above, right, below and left of the plot.
    pub margin: [f64; 4],
}

/// For a column.
pub const WIDE: Frame = Frame { size: [680.0, 340.0], margin: [40.0, 142.0, 28.0, 36.0] };
/// For a phone.
pub const NARROW: Frame = Frame { size: [344.0, 300.0], margin: [40.0, 96.0, 28.0, 30.0] };

/// A place in the drawing.
pub type Place = [f64; 2];

/// A label beside the plot: the height it speaks of, and the height it stands at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Height of what it names.
    pub of: f64,
    /// Height of its middle.
    pub at: f64,
}

/// Where everything lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Left, top, right and bottom of the plot.
    pub plot: [f64; 4],
    /// Heights of the ruled lines with their values.
    pub rules: Vec<(f64, String)>,
    /// Years with the left end and the middle of each.
    pub years: Vec<(i32, f64, f64)>,
    /// Left and right of the construction period.
    pub construction: Option<[f64; 2]>,
    /// The reader's day.
    pub day: Option<f64>,
    /// The committed path.
    pub path: Vec<Place>,
    /// Each target as steps.
    pub targets: Vec<Vec<Place>>,
    /// Runs of verified values that follow each other.
    pub runs: Vec<Vec<Place>>,
    /// Links from or to a value that is not yet verified.
    pub links: Vec<[Place; 2]>,
    /// Verified values.
    pub verified: Vec<Place>,
    /// Values that are not yet verified.
    pub pending: Vec<Place>,
    /// Rounds without a value, on the ground line.
    pub missing: Vec<f64>,
    /// Corrected values: where they were and where they are.
    pub corrected: Vec<[Place; 2]>,
    /// Where the last value's label stands, and whether it ends or begins there.
    pub last: Option<(Place, Anchor)>,
    /// Labels of the targets in their order, then of the path where there is one.
    pub labels: Vec<Label>,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It ends there.
    End,
}

/// A ruled scale from zero: its step and its top, both round numbers.
fn scale(top: f64) -> (f64, usize) {
    let raw = (top / 4.0).max(1e-9);
    let power = 10_f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|n| n * power).into_iter().find(|step| *step >= raw - 1e-12);
    let step = step.unwrap_or(power * 10.0);
    (step, ((top / step) - 1e-9).ceil().max(1.0) as usize)
}

/// Lays a course out. `None` without any value, path or target to show.
pub fn lay_out(course: &TrajectoryData, frame: Frame) -> Option<Layout> {
    let [top, right, bottom, left] = frame.margin;
    let plot = [left, top, frame.size[0] - right, frame.size[1] - bottom];
    let [from, to] = span(course)?;
    let days = from.days_until(to).max(1) as f64;
    let x = |day: Date| {
        let share = (from.days_until(day) as f64 / days).clamp(0.0, 1.0);
        plot[0] + (plot[2] - plot[0]) * share
    };
    let highest = values(course).fold(0.0, f64::max);
    let (step, steps) = scale(highest * 1.04);
    let ceiling = step * steps as f64;
    let y = |value: f64| plot[3] - (plot[3] - plot[1]) * (value / ceiling).clamp(0.0, 1.0);
    let decimals = if step < 0.1 - 1e-9 { 2 } else { usize::from(step < 1.0 - 1e-9 || step.fract() > 1e-9) };
    let rules = (0..=steps).map(|i| (y(step * i as f64), format!("{:.decimals$}", step * i as f64)));
    let place = |point: &Point| Some([x(point.day), y(point.value?)]);
    let path: Vec<Place> = course.path.iter().map(|(day, value)| [x(*day), y(*value)]).collect();
    let targets: Vec<Vec<Place>> = course.targets.iter().map(|target| steps_of(target, plot, x, y)).collect();
    let (runs, links) = joined(&course.points, place);
    let of = |pending: bool| {
        let points = course.points.iter().filter(move |point| point.pending == pending);
        points.filter_map(place).collect::<Vec<_>>()
    };
    let corrected = |point: &Point| Some([[x(point.day), y(point.was?)], place(point)?]);
    let mut layout = Layout {
        plot,
        rules: rules.collect(),
        years: (from.year()..=to.year()).filter_map(|year| year_at(year, from, to, x)).collect(),
        construction: course.construction.map(|days| days.map(x)),
        day: course.day.filter(|day| (from..=to).contains(day)).map(x),
        labels: Vec::new(),
        last: None,
        verified: of(false),
        pending: of(true),
        missing: course.points.iter().filter(|point| point.value.is_none()).map(|p| x(p.day)).collect(),
        corrected: course.points.iter().filter_map(corrected).collect(),
        path,
        targets,
        runs,
        links,
    };
    let ends = layout.targets.iter().chain((!layout.path.is_empty()).then_some(&layout.path));
    let ends: Vec<f64> = ends.filter_map(|line| line.last()).map(|end| end[1]).collect();
    layout.labels = spread(&ends, plot[1], plot[3]);
    layout.last = course.points.iter().filter_map(place).next_back().map(|last| beside(last, &layout));
    Some(layout)
}

/// First and last day that the drawing shows: whole years.
fn span(course: &TrajectoryData) -> Option<[Date; 2]> {
    values(course).next()?;
    let points = course.points.iter().map(|point| point.day);
    let days = points.chain(course.path.iter().map(|(day, _)| *day));
    let days: Vec<Date> = days.chain(course.construction.into_iter().flatten()).chain(course.day).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    Some([Date::new(first.year(), 1, 1)?, Date::new(last.year(), 12, 31)?])
}

fn values(course: &TrajectoryData) -> impl Iterator<Item = f64> {
    let points = course.points.iter().flat_map(|point| [point.value, point.was]).flatten();
    let lines = course.path.iter().chain(course.targets.iter().flatten()).map(|(_, value)| *value);
    points.chain(lines)
}

fn year_at(year: i32, from: Date, to: Date, x: impl Fn(Date) -> f64) -> Option<(i32, f64, f64)> {
    let start = x(Date::new(year, 1, 1)?.max(from));
    Some((year, start, f64::midpoint(start, x(Date::new(year, 12, 31)?.min(to)))))
}

/// A target over the whole plot, level between the days on which it changed.
fn steps_of(
    target: &[(Date, f64)],
    plot: [f64; 4],
    x: impl Fn(Date) -> f64,
    y: impl Fn(f64) -> f64,
) -> Vec<Place> {
    let mut steps: Vec<Place> = Vec::new();
    for (day, value) in target {
        let height = y(*value);
        match steps.last() {
            None => steps.push([plot[0], height]),
            Some([_, before]) if (before - height).abs() < 1e-9 => {}
            Some([_, before]) => {
                let before = *before;
                steps.extend([[x(*day), before], [x(*day), height]]);
            }
        }
    }
    if let Some([_, height]) = steps.last().copied() {
        steps.push([plot[2], height]);
    }
    steps
}

/// Verified values that follow each other, and links to those that are not verified. A round without a value
/// parts the line: what nobody published is not drawn as if it were known.
fn joined(points: &[Point], place: impl Fn(&Point) -> Option<Place>) -> (Vec<Vec<Place>>, Vec<[Place; 2]>) {
    let (mut runs, mut links): (Vec<Vec<Place>>, Vec<[Place; 2]>) = (Vec::new(), Vec::new());
    let mut before: Option<(&Point, Place)> = None;
    for point in points {
        let at = place(point);
        match (before, at) {
            (Some((last, from)), Some(to)) if last.pending || point.pending => links.push([from, to]),
            (Some(_), Some(to)) => {
                if let Some(run) = runs.last_mut() {
                    run.push(to);
                }
            }
            _ => {}
        }
        let begins = before.is_none_or(|(last, _)| last.pending);
        if let (true, false, Some(to)) = (begins, point.pending, at) {
            runs.push(vec![to]);
        }
        before = at.map(|at| (point, at));
    }
    (runs, links)
}

/// Labels at the heights given or as near as they go without standing on each other, in the order given.
pub fn spread(heights: &[f64], top: f64, bottom: f64) -> Vec<Label> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]));
    // Labels that would touch move apart together, around the middle of what they name.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for at in &order {
        let mut group = (heights[*at], 1_usize);
        while let Some((middle, count)) = groups.last().copied() {
            let apart = LINE * (count + group.1) as f64 / 2.0;
            if group.0 - middle >= apart {
                break;
            }
            let all = (count + group.1) as f64;
            group = ((middle * count as f64 + group.0 * group.1 as f64) / all, count + group.1);
            groups.pop();
        }
        groups.push(group);
    }
    let mut places: Vec<f64> = Vec::with_capacity(heights.len());
    for (middle, count) in groups {
        let first = middle - LINE * (count - 1) as f64 / 2.0;
        for i in 0..count {
            let least = places.last().map_or(top, |before| before + LINE);
            places.push((first + LINE * i as f64).max(least));
        }
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - LINE;
    }
    let mut labels = vec![Label { of: 0.0, at: 0.0 }; heights.len()];
    for (at, place) in order.into_iter().zip(places) {
        labels[at] = Label { of: heights[at], at: place };
    }
    labels
}

/// Where the last value is written: above or below its point, whichever is freer of lines.
fn beside(last: Place, layout: &Layout) -> (Place, Anchor) {
    const WIDTH: f64 = 6.0 * FIGURE;
    let [x, y] = last;
    let anchor = if x + WIDTH > layout.plot[2] { Anchor::End } else { Anchor::Start };
    let span = match anchor {
        Anchor::Start => [x, x + WIDTH],
        Anchor::End => [x - WIDTH, x],
    };
    let lines = layout.targets.iter().chain(&layout.runs).chain([&layout.path]);
    let lines: Vec<&Vec<Place>> = lines.collect();
    let crowd = |middle: f64| -> f64 {
        let mut nearest = f64::INFINITY;
        for i in 0..=6 {
            let at = span[0] + (span[1] - span[0]) * f64::from(i) / 6.0;
            let heights = lines.iter().filter_map(|line| height_at(line, at));
            nearest = heights.map(|height| (height - middle).abs()).fold(nearest, f64::min);
        }
        nearest
    };
    let places = [y - 13.0, y + 15.0, y - 26.0, y + 28.0];
    let within = |middle: &f64| *middle > layout.plot[1] + 4.0 && *middle < layout.plot[3] - 6.0;
    let free = places.into_iter().filter(within).max_by(|a, b| {
        // Beyond a line's height free is free; the nearer place wins.
        crowd(*a).min(LINE * 0.6).total_cmp(&crowd(*b).min(LINE * 0.6)).then_with(|| {
            let far = |middle: f64| (middle - y).abs();
            far(*b).total_cmp(&far(*a))
        })
    });
    ([x, free.unwrap_or(y - 13.0)], anchor)
}

/// Height of a line at a place, where it passes there.
fn height_at(line: &[Place], x: f64) -> Option<f64> {
    line.windows(2).find_map(|pair| {
        let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
        let within = (x0..=x1).contains(&x) && x1 > x0;
        within.then(|| y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn point(on: &str, value: Option<f64>, pending: bool) -> Point {
        Point { day: day(on), value, pending, was: None }
    }

    fn course(points: Vec<Point>) -> TrajectoryData {
        TrajectoryData {
            points,
            path: vec![(day("2025-12-31"), 0.5), (day("2027-12-31"), 0.2)],
            targets: vec![vec![(day("2025-06-30"), 0.2)], vec![(day("2025-06-30"), 0.22)]],
            construction: Some([day("2025-01-01"), day("2027-12-31")]),
            day: Some(day("2026-12-31")),
        }
    }

    #[test]
    fn a_round_without_a_value_is_never_bridged() {
        let seen = course(vec![
            point("2025-06-30", Some(0.5), false),
            point("2025-12-31", None, false),
            point("2026-06-30", Some(0.3), false),
            point("2026-12-31", Some(0.2), false),
        ]);
        let layout = lay_out(&seen, WIDE).unwrap();
        assert_eq!(layout.runs.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
        assert!(layout.links.is_empty());
        assert_eq!(layout.missing.len(), 1);
    }

    #[test]
    fn what_is_not_verified_is_linked_and_not_joined() {
        let seen = course(vec![
            point("2025-06-30", Some(0.5), false),
            point("2025-12-31", Some(0.4), true),
            point("2026-06-30", Some(0.3), false),
        ]);
        let layout = lay_out(&seen, NARROW).unwrap();
        assert_eq!(layout.runs.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        assert_eq!((layout.links.len(), layout.pending.len(), layout.verified.len()), (2, 1, 2));
    }

    #[test]
    fn labels_never_stand_on_each_other() {
        for heights in [vec![100.0, 101.0, 99.0], vec![42.0, 41.0], vec![310.0, 311.0, 40.0], vec![5.0]] {
            let labels = spread(&heights, 40.0, 312.0);
            let mut at: Vec<f64> = labels.iter().map(|label| label.at).collect();
            at.sort_by(f64::total_cmp);
            assert!(at.windows(2).all(|pair| pair[1] - pair[0] >= LINE - 1e-9), "{at:?}");
            assert!(at.iter().all(|at| (40.0..=312.0).contains(at)), "{at:?}");
            assert!(labels.iter().zip(&heights).all(|(label, of)| (label.of - of).abs() < 1e-9));
        }
        assert_eq!(spread(&[60.0, 90.0], 40.0, 312.0).iter().map(|l| l.at).collect::<Vec<_>>(), [60.0, 90.0]);
    }

    #[test]
    fn the_last_value_keeps_off_the_line_that_it_ends_on() {
        for value in [0.2, 0.205, 0.215, 0.22] {
            let seen = course(vec![
                point("2025-12-31", Some(0.3), false),
                point("2026-06-30", Some(0.25), false),
                point("2026-12-31", Some(value), false),
            ]);
            for frame in [WIDE, NARROW] {
                let layout = lay_out(&seen, frame).unwrap();
                let ([x, middle], _) = layout.last.unwrap();
                for line in &layout.targets {
                    let height = height_at(line, x).unwrap();
                    assert!((height - middle).abs() > 6.0, "{value}: {middle} on {height}");
                }
            }
        }
    }

    #[test]
    fn the_scale_is_round_and_holds_everything() {
        for (top, step, count) in [(0.52, 0.2, 3), (1.51, 0.5, 4), (0.9, 0.25, 4), (0.05, 0.02, 3)] {
            let (found, steps) = scale(top);
            assert!((found - step).abs() < 1e-9 && steps == count, "{top}: {found} × {steps}");
            assert!(found * steps as f64 >= top);
        }
    }

    #[test]
    fn days_outside_the_years_shown_are_not_drawn_and_nothing_is_no_drawing() {
        let empty = TrajectoryData { day: Some(day("2026-01-01")), ..TrajectoryData::default() };
        assert_eq!(lay_out(&empty, WIDE), None);
        let one = TrajectoryData {
            points: vec![point("2026-06-30", Some(0.0), false)],
            ..TrajectoryData::default()
        };
        let layout = lay_out(&one, WIDE).unwrap();
        assert!(layout.verified[0].iter().all(|place| place.is_finite()));
        assert_eq!(layout.years.len(), 1);
    }

    #[test]
    fn a_target_that_changes_is_drawn_as_steps() {
        let mut seen = course(Vec::new());
        seen.targets =
            vec![vec![(day("2025-06-30"), 0.4), (day("2026-06-30"), 0.2), (day("2026-12-31"), 0.2)]];
        let layout = lay_out(&seen, WIDE).unwrap();
        assert_eq!(layout.targets[0].len(), 4);
    }
}
