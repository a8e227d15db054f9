//! An index from 0 to 100 with what is unknown of it drawn: a tick where it is certain, a band from worst to
//! best where it is not.

use assessment::scoring::Index;
use assessment::{Decimal, Ratio};
use leptos::prelude::*;

/// Width and height of the drawing.
const SIZE: [f64; 2] = [120.0, 16.0];
/// Room at either end for half a tick.
const MARGIN: f64 = 2.0;
/// Digits after the point of a displayed index.
const SHOWN: u8 = 1;

/// The index in figures: one where it is certain, worst and best where it is not. What is short of 100 does not
/// read 100.
pub fn index_text(index: &Index) -> String {
    let figure = |value: Ratio| value.to_fixed_apart(&[Decimal::ZERO, Decimal::HUNDRED], SHOWN);
    if index.is_exact() {
        return figure(index.worst);
    }
    format!("{}–{}", figure(index.worst), figure(index.best))
}

/// Where a value from 0 to 100 lies in the drawing.
pub fn along(value: f64) -> f64 {
    MARGIN + (SIZE[0] - 2.0 * MARGIN) * value.clamp(0.0, 100.0) / 100.0
}

/// The drawing. The figures stand beside it, so it is not read out.
pub fn interval(index: &Index) -> AnyView {
    let [from, to] = [index.worst, index.best].map(|end| along(end.to_f64()));
    let known = if index.is_exact() {
        view! { <path class="interval-tick" d=format!("M{from:.1} 2V14") /> }.into_any()
    } else {
        view! {
            <rect class="interval-band" x=format!("{from:.1}") y="5" width=format!("{:.1}", to - from) height="6" />
            <path class="interval-end" d=format!("M{from:.1} 3V13M{to:.1} 3V13") />
        }
        .into_any()
    };
    view! {
        <svg class="interval" viewBox=format!("0 0 {} {}", SIZE[0], SIZE[1]) aria-hidden="true" focusable="false">
            <path class="interval-track" d=format!("M{MARGIN} 8H{}", SIZE[0] - MARGIN) />
            {known}
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(worst: &str, best: &str, known: usize) -> Index {
        let of = |text| Ratio::from(Decimal::parse(text).unwrap());
        Index { worst: of(worst), best: of(best), known, applicable: 6 }
    }

    #[test]
    fn a_certain_index_is_one_figure_and_an_uncertain_one_two() {
        assert_eq!(index_text(&index("91.44", "91.44", 6)), "91.4");
        assert_eq!(index_text(&index("62.06", "82.06", 4)), "62.1–82.1");
        assert_eq!(index_text(&index("99.98", "99.98", 6)), "99.98");
    }

    #[test]
    fn the_ends_of_the_scale_lie_within_the_drawing() {
        assert!((along(0.0) - MARGIN).abs() < 1e-9 && (along(100.0) - (SIZE[0] - MARGIN)).abs() < 1e-9);
        assert!((along(250.0) - along(100.0)).abs() < 1e-9);
    }
}
