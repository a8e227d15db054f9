//! A sparkline: values by year, the target as a line, the last value at the line's end.

use leptos::prelude::*;

/// Width and height of the drawing.
const SIZE: [f64; 2] = [120.0, 32.0];
/// Room around the line for its marks.
const MARGIN: f64 = 4.0;

/// Where a run of values and its target lie in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    /// One point a value.
    pub points: Vec<[f64; 2]>,
    /// Height of the target's line.
    pub target: Option<f64>,
}

/// Lays values out by year. `None` with fewer than two: one value is no course.
pub fn lay_out(values: &[(u16, f64)], target: Option<f64>) -> Option<Spark> {
    let (first, last) = (values.first()?.0, values.last()?.0);
    if first >= last {
        return None;
    }
    let all = || values.iter().map(|(_, value)| *value).chain(target);
    let low = all().fold(f64::INFINITY, f64::min);
    let high = all().fold(f64::NEG_INFINITY, f64::max);
    let spread = if high > low { high - low } else { 1.0 };
    let x = |year: u16| MARGIN + (SIZE[0] - 2.0 * MARGIN) * f64::from(year - first) / f64::from(last - first);
    let y = |value: f64| SIZE[1] - MARGIN - (SIZE[1] - 2.0 * MARGIN) * (value - low) / spread;
    Some(Spark {
        points: values.iter().map(|(year, value)| [x(*year), y(*value)]).collect(),
        target: target.map(y),
    })
}

/// Draws values by year; nothing with fewer than two. `label` says the same in words.
pub fn sparkline(values: &[(u16, f64)], target: Option<f64>, label: String) -> AnyView {
    let Some(spark) = lay_out(values, target) else { return ().into_any() };
    let path: String = spark
        .points
        .iter()
        .enumerate()
        .map(|(i, [x, y])| format!("{}{x:.1} {y:.1}", if i == 0 { "M" } else { "L" }))
        .collect();
    let [x, y] = spark.points.last().copied().unwrap_or_default();
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

    #[test]
    fn one_value_is_no_course() {
        assert_eq!(lay_out(&[], Some(0.2)), None);
        assert_eq!(lay_out(&[(2025, 0.5)], Some(0.2)), None);
    }

    #[test]
    fn years_lie_evenly_and_higher_values_higher() {
        let spark = lay_out(&[(2025, 0.5), (2027, 0.2)], Some(0.2)).unwrap();
        assert_eq!(spark.points, [[4.0, 4.0], [116.0, 28.0]]);
        assert_eq!(spark.target, Some(28.0));
    }

    #[test]
    fn equal_values_lie_on_a_level_line() {
        let spark = lay_out(&[(2025, 1.0), (2026, 1.0)], None).unwrap();
        assert!(spark.points.iter().all(|[_, y]| y.is_finite()));
        assert!((spark.points[0][1] - spark.points[1][1]).abs() < 1e-9);
    }
}
