//! Exact arithmetic against an independent rational arithmetic.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::decimal::{Decimal, NumberError, Ratio};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

fn number() -> impl Strategy<Value = String> {
    ("[0-9]{1,15}", proptest::option::of("[0-9]{1,12}"))
        .prop_map(|(integer, fraction)| fraction.map_or(integer.clone(), |f| format!("{integer}.{f}")))
}

fn rational(text: &str) -> BigRational {
    let (integer, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{integer}{fraction}").parse().unwrap();
    BigRational::new(digits, BigInt::from(10).pow(fraction.len() as u32))
}

fn shown(value: impl ToString) -> BigRational {
    let text = value.to_string();
    match text.strip_prefix('-') {
        Some(rest) => -rational(rest),
        None => rational(&text),
    }
}

#[test]
fn numbers_of_any_length_are_compared_and_the_longer_is_told_from_its_sign() {
    let most = Decimal::parse("999999999999999.999999999999").unwrap();
    let long = most * most * Decimal::from_integer(1_000_000_000_000);
    let fine = (0..5).fold(Decimal::last_place(12), |small, _| small * Decimal::last_place(12));
    let mut numbers = [long, fine, Decimal::ZERO, -long, -fine];
    numbers.sort();
    assert_eq!(
        numbers.map(|number| number.to_string()),
        [-long, -fine, Decimal::ZERO, fine, long].map(|n| n.to_string())
    );
}

proptest! {
    #[test]
    fn arithmetic_is_exact(a in number(), b in number()) {
        let (x, y) = (Decimal::parse(&a).unwrap(), Decimal::parse(&b).unwrap());
        let (p, q) = (rational(&a), rational(&b));
        prop_assert_eq!(shown(x), p.clone());
        prop_assert_eq!(shown(x + y), &p + &q);
        prop_assert_eq!(shown(x - y), &p - &q);
        prop_assert_eq!(shown(x * y), &p * &q);
        prop_assert_eq!(x.cmp(&y), p.cmp(&q));
    }

    #[test]
    fn a_quotient_is_compared_exactly(a in number(), b in number(), c in number()) {
        let (x, y, z) = (Decimal::parse(&a).unwrap(), Decimal::parse(&b).unwrap(), Decimal::parse(&c).unwrap());
        prop_assume!(!y.is_zero());
        let expected = (rational(&a) / rational(&b)).cmp(&rational(&c));
        prop_assert_eq!(Ratio::new(x, y).cmp_decimal(z), expected);
    }

    #[test]
    fn quotients_of_products_are_compared_and_set_apart_exactly(
        a in number(), b in number(), c in number(), d in number(), scale in number(), sign in any::<bool>(),
    ) {
        // Products of two written numbers, as emissions and energy are: their cross products have up to 108
        // digits, more than are held.
        let read = |text: &str| Decimal::parse(text).unwrap();
        let (y, s) = (read(&b) * read(&scale), read(&scale) * read(&d));
        prop_assume!(!y.is_zero() && !s.is_zero());
        let x = read(&a) * read(&scale);
        let left = Ratio::new(if sign { -x } else { x }, y);
        let right = Ratio::new(read(&c) * read(&d), s);
        let exact = rational(&a) / rational(&b);
        let (p, q) = (if sign { -exact } else { exact }, rational(&c) / rational(&scale));
        prop_assert_eq!(left.cmp_ratio(right), p.cmp(&q));
        prop_assert_eq!(left.cmp_ratio(left), std::cmp::Ordering::Equal);
        prop_assert_eq!(left.cmp_decimal(read(&c)), p.cmp(&rational(&c)));
        let apart = if p > q { &p - &q } else { &q - &p };
        let error = shown(left.distance(right).to_fixed(6)) - apart;
        let tolerance = BigRational::new(BigInt::from(1), BigInt::from(1_000_000));
        prop_assert!(error <= tolerance && -error <= tolerance);
    }

    /// By one division or digit by digit, half to even: the same.
    #[test]
    fn a_rounded_quotient_is_the_printed_one(a in number(), b in number(), c in number(), sign in any::<bool>()) {
        let read = |text: &str| Decimal::parse(text).unwrap();
        let (x, y) = (read(&a), read(&b) * read(&c));
        prop_assume!(!y.is_zero());
        let x = if sign { -x } else { x };
        for (ratio, places) in [(Ratio::new(x, read(&b)), 0), (Ratio::new(x, y), 6), (Ratio::new(x * read(&c), y), 12)] {
            prop_assert_eq!(shown(ratio.rounded(places)), shown(ratio.to_fixed(places)));
            prop_assert_eq!(ratio.rounded(places).scale(), places);
        }
        for halves in -7_i64..=7 {
            let half = Ratio::new(Decimal::from_integer(halves), Decimal::from_integer(2));
            prop_assert_eq!(shown(half.rounded(0)), shown(half.to_fixed(0)));
        }
    }

    #[test]
    fn a_printed_quotient_is_within_half_a_digit(a in number(), b in number()) {
        let (x, y) = (Decimal::parse(&a).unwrap(), Decimal::parse(&b).unwrap());
        prop_assume!(!y.is_zero());
        let exact = rational(&a) / rational(&b);
        let printed = shown(Ratio::new(x, y));
        let error = (&printed - &exact) * BigRational::from(BigInt::from(10).pow(27));
        let magnitude = if exact > BigRational::from(BigInt::from(0)) { exact } else { BigRational::from(BigInt::from(1)) };
        prop_assert!(error <= magnitude.clone() && -error <= magnitude);
        for places in 0..6_u8 {
            let fixed = shown(Ratio::new(x, y).to_fixed(places));
            let error = (fixed - rational(&a) / rational(&b)) * BigRational::from(BigInt::from(10).pow(u32::from(places)));
            let half = BigRational::new(BigInt::from(1), BigInt::from(2));
            prop_assert!(error <= half && error >= -half);
        }
    }

    #[test]
    fn what_is_printed_is_read_back(a in number()) {
        let x = Decimal::parse(&a).unwrap();
        prop_assert_eq!(Decimal::parse(&x.to_string()), Ok(x));
        prop_assert_eq!(serde_json::from_str::<Decimal>(&serde_json::to_string(&-x).unwrap()).unwrap(), -x);
    }

    #[test]
    fn an_exponent_moves_the_point(digits in "[1-9][0-9]{0,8}", exponent in -12_i32..=6) {
        let token = format!("{digits}e{exponent}");
        let ten = BigRational::from(BigInt::from(10));
        prop_assert_eq!(shown(Decimal::parse_json(&token).unwrap()), rational(&digits) * ten.pow(exponent));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,40}") {
        let _ = Decimal::parse(&text);
        let _ = Decimal::parse_json(&text);
    }
}

#[test]
fn display_rounds_half_to_even() {
    let fixed = |text: &str, places| Decimal::parse(text).unwrap().to_fixed(places);
    assert_eq!(fixed("0.125", 2), "0.12");
    assert_eq!(fixed("0.135", 2), "0.14");
    assert_eq!(fixed("0.1250000001", 2), "0.13");
    assert_eq!(fixed("9.995", 2), "10.00");
    assert_eq!(fixed("0.5", 0), "0");
    assert_eq!(fixed("1.5", 0), "2");
    assert_eq!((-Decimal::parse("0.001").unwrap()).to_fixed(2), "0.00");
}

#[test]
fn a_value_beside_its_limit_is_never_shown_as_the_limit() {
    let limit = Decimal::parse("0.2").unwrap();
    let shown = |text: &str| Ratio::from(Decimal::parse(text).unwrap()).to_fixed_against(limit, 3);
    assert_eq!(shown("0.2"), "0.200");
    assert_eq!(shown("0.20001"), "0.20001");
    assert_eq!(shown("0.1999999"), "0.1999999");
    assert_eq!(shown("0.25"), "0.250");
}

#[test]
fn quotients_lie_apart_by_their_exact_distance() {
    let ratio = |n, d| Ratio::new(Decimal::from_integer(n), Decimal::from_integer(d));
    assert_eq!(ratio(1, 3).distance(ratio(1, 4)).cmp_ratio(ratio(1, 12)), std::cmp::Ordering::Equal);
    assert_eq!(ratio(1, 4).distance(ratio(1, 3)).to_string(), ratio(1, 12).to_string());
    assert_eq!(ratio(-1, 4).distance(ratio(1, 4)).to_string(), "0.5");
    assert_eq!(ratio(2, 6).distance(ratio(1, 3)).to_string(), "0");
}

#[test]
fn what_has_to_be_done_is_rounded_up() {
    let ratio = |n, d| Ratio::new(Decimal::from_integer(n), Decimal::from_integer(d));
    assert_eq!(ratio(10, 4).to_fixed_up(0), "3");
    assert_eq!(ratio(9, 4).to_fixed_up(0), "3");
    assert_eq!(ratio(8, 4).to_fixed_up(0), "2");
    assert_eq!(ratio(1, 1000).to_fixed_up(2), "0.01");
    assert_eq!(ratio(-1, 1000).to_fixed_up(2), "0.00");
}

#[test]
fn the_grammar_is_the_contracts() {
    for text in ["", ".", "1.", ".1", "-1", "+1", "1e3", " 1", "1 ", "1_0", "１", "1.2.3", "0x1"] {
        assert_eq!(Decimal::parse(text), Err(NumberError::Form), "{text}");
    }
    for text in ["0", "000", "999999999999999.999999999999", "0.000000000001"] {
        assert!(Decimal::parse(text).is_ok(), "{text}");
    }
    for text in ["1000000000000000", "0.0000000000001"] {
        assert_eq!(Decimal::parse(text), Err(NumberError::Size), "{text}");
    }
    for (token, expected) in
        [("1e3", "1000"), ("1.5E-2", "0.015"), ("0e99999999999", "0"), ("10e-13", "0.000000000001")]
    {
        assert_eq!(Decimal::parse_json(token).map(|n| n.to_string()), Ok(expected.to_owned()), "{token}");
    }
    for token in ["1e15", "1e-13", "1e99999999999999999999", "1e-99999999999999999999"] {
        assert_eq!(Decimal::parse_json(token), Err(NumberError::Size), "{token}");
    }
    assert_eq!(Decimal::parse_json("-1e3"), Err(NumberError::Form));
}
