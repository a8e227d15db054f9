//! Figures as they are read: grouped, cut where they have no end, in a unit of the right size.

use assessment::factors::FactorSet;
use assessment::gap::Lever;
use assessment::input::Assessment;
use assessment::{Decimal, Ratio};

use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Digits of a figure that has no end; the rest is left out, and said to be.
const DIGITS: usize = 6;

/// A figure in full length, cut after some digits with an ellipsis: nothing is rounded.
pub fn cut(text: &str) -> String {
    let Some((whole, fraction)) = text.split_once('.') else { return grouped_text(text) };
    // A small factor keeps its first digits, however far behind the point they stand.
    let zeros = fraction.bytes().take_while(|digit| *digit == b'0').count();
    let keep = if whole.trim_start_matches('-') == "0" { zeros + DIGITS } else { DIGITS };
    match fraction.get(..keep).filter(|_| fraction.len() > keep) {
        Some(kept) => format!("{}…", grouped_text(&format!("{whole}.{kept}"))),
        None => grouped_text(text),
    }
}

/// A quantity rounded to `places`, without the zeros at its end.
pub fn rounded(value: impl Into<Ratio>, places: u8) -> String {
    let text = value.into().to_fixed(places);
    grouped_text(trimmed(&text))
}

/// An amount that has to be done, never shown as less than it is.
pub fn at_least(value: impl Into<Ratio>, places: u8) -> String {
    let text = value.into().to_fixed_up(places);
    grouped_text(trimmed(&text))
}

fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// An intensity or share that is shown beside its target: never rounded onto it.
pub fn against(value: Ratio, target: Option<Decimal>, places: u8) -> String {
    target.map_or_else(|| value.to_fixed(places), |target| value.to_fixed_against(target, places))
}

/// Unit of a lever's amount, in the contract.
pub fn unit(here: ViewContext, lever: Lever, assessment: &Assessment, factors: &FactorSet) -> &'static str {
    match lever {
        Lever::DirectPower | Lever::Certificates => "MWh",
        Lever::Heat { .. } => "GJ",
        Lever::Process { .. } => here.words.assess_result().tonne,
        Lever::Fuel { entry, .. } => {
            let fuel = assessment.fuels.get(entry).and_then(|entry| factors.fuel(&entry.fuel.id));
            fuel.map_or(here.words.assess_result().tonne, |fuel| symbol(here, fuel.unit.symbol()))
        }
    }
}

/// A unit's id as the reader's language writes it.
pub fn symbol(here: ViewContext, unit: &str) -> &str {
    let words = here.words.assess_result();
    match unit {
        "10k_m3" => words.ten_thousand_m3,
        "t" => words.tonne,
        "tce" => words.tce,
        "t/tce" => here.words.indicators().t_per_tce,
        "GJ/unit" => words.gj_per_unit,
        "tC/GJ" => "tC/GJ",
        "t/unit" => words.t_per_unit,
        "t/TJ" => words.t_per_tj,
        "tce/unit" => words.tce_per_unit,
        "1" => "",
        other => other,
    }
}

/// The least amount in the contract's unit, and in the one that readers think in.
pub fn amount(here: ViewContext, lever: Lever, amount: Decimal, unit: &'static str) -> String {
    let exact = format!("{} {unit}", at_least(amount, 3));
    let (name, divisor) = match lever {
        Lever::DirectPower | Lever::Certificates => here.words.assess_result().read_power,
        Lever::Heat { .. } => here.words.assess_result().read_heat,
        Lever::Fuel { .. } | Lever::Process { .. } => return exact,
    };
    let read = at_least(Ratio::new(amount, Decimal::from_integer(divisor)), 2);
    (here.words.assess_result().in_brackets)(&exact, &format!("{read} {name}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn figures_are_grouped_and_cut_without_rounding() {
        for (written, read) in [
            ("181493.77618", "181,493.77618"),
            ("0.528120165279", "0.528120…"),
            ("0.9999999", "0.999999…"),
            ("0.0000123456789", "0.0000123456…"),
            ("-1234", "−1,234"),
            ("999", "999"),
        ] {
            assert_eq!(cut(written), read);
        }
    }

    #[test]
    fn what_has_to_be_done_is_never_shown_as_less() {
        let amount = Decimal::parse("75181.637001").unwrap();
        assert_eq!(at_least(amount, 3), "75,181.638");
        assert_eq!(rounded(amount, 3), "75,181.637");
        assert_eq!(rounded(Decimal::from_integer(600_000), 2), "600,000");
    }
}
