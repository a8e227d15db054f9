//! What a park's figures do over time.

use assessment::Date;

use super::career::Career;
use super::draw::Draw;

/// Half-years from the first half of 2025 to the second half of 2030.
pub const HALVES: u8 = 12;

/// The last day of a half-year, the day of its round.
pub fn day(half: u8) -> Date {
    let (month, day) = if half.is_multiple_of(2) { (6, 30) } else { (12, 31) };
    Date::new(year(half).into(), month, day).expect("the ends of half-years are days")
}

/// The year of a half-year.
pub fn year(half: u8) -> u16 {
    2025 + u16::from(half) / 2
}

/// Id of the round at the end of a half-year: `2027-h1`.
pub fn round_id(half: u8) -> String {
    format!("{}-h{}", year(half), 1 + half % 2)
}

/// Value at a half, straight between points in order and level outside them.
fn between(points: &[(u8, i64)], half: u8) -> i64 {
    let after = points.iter().position(|(at, _)| *at >= half);
    match after {
        None => points.last().map_or(0, |(_, value)| *value),
        Some(0) => points[0].1,
        Some(next) => {
            let ((from, start), (to, end)) = (points[next - 1], points[next]);
            start + (end - start) * i64::from(half - from) / i64::from(to - from)
        }
    }
}

/// A park's targets by year: year and thousandths of t CO₂ per tce, straight from the first to the last.
pub fn targets(career: &Career) -> impl Iterator<Item = (u16, i64)> {
    let (from, start, end, to) = career.committed;
    (from..=to).map(move |year| {
        (year, start + (end - start) * i64::from(year - from) / i64::from((to - from).max(1)))
    })
}

/// The committed path at the end of a half-year, ten-thousandths of t CO₂ per tce. Before the first
/// committed year ends it was a little higher.
fn path(career: &Career, half: u8) -> i64 {
    let targets: Vec<(u16, i64)> = targets(career).collect();
    let at = |year: u16| targets.iter().find(|(of, _)| *of == year).map(|(_, value)| value * 10);
    let (from, start, end, to) = career.committed;
    let year = year(half);
    if year < from || (year == from && half.is_multiple_of(2)) {
        return start * 10 + start / 3;
    }
    if year > to {
        return end * 10;
    }
    match (half.is_multiple_of(2), at(year - 1), at(year)) {
        (true, Some(before), Some(after)) => (before + after) / 2,
        (_, _, Some(after)) => after,
        _ => end * 10,
    }
}

/// A year of a park, as it truly was.
#[derive(Clone, Copy, Debug)]
pub struct Year {
    /// Energy, tce.
    pub energy: i64,
    /// Carbon per energy, ten-thousandths of t CO₂ per tce.
    pub intensity: i64,
}

/// The year up to the end of a half.
pub fn year_to(career: &Career, half: u8, draw: &mut Draw) -> Year {
    let (energy, intensity) = (draw.around(8), draw.around(4));
    let planned = between(career.energy, half);
    let energy = if career.energy_is_exact { planned } else { planned + planned * energy / 1000 };
    let target = path(career, half) * between(career.actual, half) / 1000;
    Year { energy, intensity: target + target * intensity / 1000 }
}
