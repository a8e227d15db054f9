//! A sparkline: values over time, the target as a line, the last value at the line's end.

use std::fmt::Write;

use leptos::prelude::*;

/// Width and height of the drawing.
const SIZE: [f64; 2] = [120.0, 32.0];
/// Room around the line for its marks.
const MARGIN: f64 = 4.0;

/// A value at its place in time, in any unit that grows evenly; absent where none is known.
pub type Value = (i64, Option<f64>);

/// Where a run of values and its target lie in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    /// Runs of points without a gap, one point a value.
    pub runs: Vec<Vec<[f64; 2]>>,
    /// Height of the target's line.
    pub target: Option<f64>,
}

/// Lays values out over time. `None` with fewer than two: one value is no course. What is not known between
/// them parts the line.
pub fn lay_out(values: &[Value], target: Option<f64>) -> Option<Spark> {
    let known = || values.iter().filter_map(|(at, value)| Some((*at, (*value)?)));
    let (first, last) = (known().next()?.0, known().next_back()?.0);
    if first >= last {
        return None;
    }
    let all = || known().map(|(_, value)| value).chain(target);
    let low = all().fold(f64::INFINITY, f64::min);
    let high = all().fold(f64::NEG_INFINITY, f64::max);
    let spread = if high > low { high - low } else { 1.0 };
    let x = |at: i64| MARGIN + (SIZE[0] - 2.0 * MARGIN) * (at - first) as f64 / (last - first) as f64;
    let y = |value: f64| SIZE[1] - MARGIN - (SIZE[1] - 2.0 * MARGIN) * (value - low) / spread;
    let runs = values.split(|(_, value)| value.is_none());
    let runs = runs.filter(|run| !run.is_empty());
    let run =
        |run: &[Value]| run.iter().filter_map(|(at, value)| Some([x(*at), y((*value)?)])).collect::<Vec<_>>();
    Some(Spark { runs: runs.map(run).collect(), target: target.map(y) })
}

/// Draws values over time; nothing with fewer than two. `label` says the same in words.
pub fn sparkline(values: &[Value], target: Option<f64>, label: String) -> AnyView {
    let Some(spark) = lay_out(values, target) else { return ().into_any() };
    let mut path = String::new();
    for run in &spark.runs {
        for (i, [x, y]) in run.iter().enumerate() {
            let letter = if i == 0 { 'M' } else { 'L' };
            write!(path, "{letter}{x:.1} {y:.1}").expect("writing to a string does not fail");
        }
        if let [[x, _]] = run[..] {
            // A value between two gaps is a point.
            write!(path, "H{x:.1}").expect("writing to a string does not fail");
        }
    }
    let [x, y] = spark.runs.last().and_then(|run| run.last()).copied().unwrap_or_default();
    let target =
        spark.target.map(|y| view! { <path class="spark-target" d=format!("M0 {y:.1}H{}", SIZE[0]) /> });
    view! {
        <svg class="spark" viewBox=format!("0 0 {} {}", SIZE[0], SIZE[1]) role="img" aria-label=label>
            {target}
            <path class="spark-line" d=path />
            <circle class="spark-end" cx=format!("{x:.1}") cy=format!("{y:.1}") r="3" />
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(values: &[(i64, f64)]) -> Vec<Value> {
        values.iter().map(|(at, value)| (*at, Some(*value))).collect()
    }

    #[test]
    fn one_value_is_no_course() {
        assert_eq!(lay_out(&[], Some(0.2)), None);
        assert_eq!(lay_out(&known(&[(2025, 0.5)]), Some(0.2)), None);
        assert_eq!(lay_out(&[(2025, Some(0.5)), (2026, None)], Some(0.2)), None);
    }

    #[test]
    fn years_lie_evenly_and_higher_values_higher() {
        let spark = lay_out(&known(&[(2025, 0.5), (2027, 0.2)]), Some(0.2)).unwrap();
        assert_eq!(spark.runs, [[[4.0, 4.0], [116.0, 28.0]]]);
        assert_eq!(spark.target, Some(28.0));
    }

    #[test]
    fn what_is_not_known_parts_the_line() {
        let spark = lay_out(&[(1, Some(2.0)), (2, None), (3, Some(1.0))], None).unwrap();
        assert_eq!(spark.runs, [[[4.0, 4.0]], [[116.0, 28.0]]]);
    }

    #[test]
    fn equal_values_lie_on_a_level_line() {
        let spark = lay_out(&known(&[(2025, 1.0), (2026, 1.0)]), None).unwrap();
        let run = &spark.runs[0];
        assert!(run.iter().all(|[_, y]| y.is_finite()));
        assert!((run[0][1] - run[1][1]).abs() < 1e-9);
    }
}
