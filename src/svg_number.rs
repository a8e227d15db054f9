//! Lengths of drawings as text. A drawing needs a digit or three after the point; the machinery that prints any
//! float to its last digit would be a fiftieth of what a first view waits for.

/// A length with so many digits after the point, up to 3.
pub fn fixed(length: f64, places: u32) -> String {
    let units = 10_i64.pow(places);
    // A drawing is at most some thousands long.
    let scaled = (length * units as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) = (scaled.abs() / units, scaled.abs() % units);
    if places == 0 {
        return format!("{sign}{whole}");
    }
    let width = places as usize;
    format!("{sign}{whole}.{rest:0width$}")
}

/// A value between two bounds, without the message that a float in it would need.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_reads_as_the_standard_library_writes_it() {
        for length in [0.0, 0.04, 1.25, 99.95, 1000.0, -0.31, -12.5, 340.123_4] {
            for places in 0..=3 {
                let ours: f64 = fixed(length, places).parse().unwrap();
                assert!(
                    (ours - length).abs() <= 0.5 / 10_f64.powi(places as i32) + 1e-9,
                    "{length} {places}"
                );
            }
        }
        assert_eq!(fixed(3.0, 2), "3.00");
        assert_eq!(fixed(0.05, 2), "0.05");
        assert_eq!(fixed(-0.5, 1), "-0.5");
        assert_eq!(fixed(12.0, 0), "12");
    }
}
