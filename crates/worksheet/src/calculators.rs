//! Small calculators for the guiding indicators. The notice prints no formulas for most of them; these are the
//! usual ones, stated as conventions (mark C) wherever they are shown.
//!
//! A share is handed on with at most twelve digits after the point, cut off and never rounded up: a share just
//! below its target must not reach it by rounding.

use assessment::{Decimal, Ratio};

/// Digits after the point that the contract admits.
const PLACES: u8 = 12;

/// A share in per cent, cut to the digits of the contract; `None` when nothing is shared.
fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let exact = Ratio::checked(part * Decimal::HUNDRED, whole)?;
    let rounded = exact.rounded(PLACES);
    let above = exact.cmp_decimal(rounded).is_lt();
    let step = Decimal::parse("0.000000000001").expect("a number");
    Some(if above { rounded - step } else { rounded })
}

/// Products at level 2 or better ÷ main products assessed, per cent (ndrc-910/annex3/product_energy_quota; how
/// many must reach it is left open: convention).
pub fn product_quota(reached: u32, assessed: u32) -> Option<Decimal> {
    let whole = |n: u32| Decimal::from_integer(i64::from(n));
    (reached <= assessed).then(|| share(whole(reached), whole(assessed)))?
}

/// Solid waste used ÷ (generated in the year + used of earlier stocks), per cent (usual, HJ 274 practice).
///
/// `used` includes what came from stocks, all in one unit of mass.
pub fn solid_waste(used: Decimal, generated: Decimal, from_stock: Decimal) -> Option<Decimal> {
    share(used, generated + from_stock)
}

/// Heat, cold and pressure recovered ÷ available, per cent: each weighs by the energy available in it, which is
/// the ratio of the sums (ndrc-910/annex3/2.3 asks for a weighted mean and leaves the weights open: convention).
pub fn waste_heat(pairs: &[(Decimal, Decimal)]) -> Option<Decimal> {
    let sum = |of: fn(&(Decimal, Decimal)) -> Decimal| pairs.iter().map(of).sum::<Decimal>();
    share(sum(|pair| pair.0), sum(|pair| pair.1))
}

/// Water reused ÷ (fresh water taken + reused), per cent (usual).
pub fn water(reused: Decimal, fresh: Decimal) -> Option<Decimal> {
    share(reused, fresh + reused)
}
