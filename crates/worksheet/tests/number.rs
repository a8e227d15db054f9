//! Numbers as people type and paste them: read rightly, asked about, or refused with a reason.

use assessment::Decimal;
use proptest::prelude::*;
use worksheet::number::{Reading, Why, read};
use worksheet::unit::{Quantity, Unit};

#[track_caller]
fn reads(typed: &str, expected: &str) {
    assert_eq!(
        read(typed, Quantity::Plain),
        Reading::Number { text: expected.into(), unit: None },
        "{typed}"
    );
}

#[track_caller]
fn asks(typed: &str, expected: &[&str]) {
    let ways = expected.iter().map(|way| (*way).to_owned()).collect();
    assert_eq!(read(typed, Quantity::Plain), Reading::Ambiguous(ways), "{typed}");
}

#[track_caller]
fn refuses(typed: &str, why: Why) {
    assert_eq!(read(typed, Quantity::Power), Reading::Unreadable(why), "{typed}");
}

#[test]
fn plain_numbers_are_themselves() {
    for (typed, expected) in
        [("0", "0"), ("600000", "600000"), ("0.1", "0.1"), ("007", "7"), (" 12.50 ", "12.5")]
    {
        reads(typed, expected);
    }
    assert_eq!(read("  \u{3000}", Quantity::Plain), Reading::Empty);
}

#[test]
fn full_width_digits_and_grouped_thousands_are_read() {
    reads("６０００００．５", "600000.5");
    reads("1,234,567.8", "1234567.8");
    reads("１，２３４", "1234");
    reads("1 234 567", "1234567");
    reads("1'234'567", "1234567");
    reads("+5", "5");
    reads("1.2E5", "120000");
}

#[test]
fn ten_thousands_and_hundred_millions_are_multiplied() {
    reads("3.2万", "32000");
    reads("1.5 亿", "150000000");
    reads("12,345万", "123450000");
    reads("0.00001万", "0.1");
    reads("2万亿", "2000000000000");
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_about() {
    asks("1,5", &["1.5", "15"]);
    asks("12,34", &["12.34", "1234"]);
    asks("1,2345", &["1.2345", "12345"]);
    asks("1,2345,6789", &["123456789"]);
    asks("1.234.567", &["1234567"]);
    asks("1.234,5", &["1234.5"]);
    asks("1,5万", &["15000", "150000"]);
}

#[test]
fn a_unit_behind_the_number_is_told() {
    let unit = |typed: &str, quantity| match read(typed, quantity) {
        Reading::Number { text, unit } => (text, unit),
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(unit("1200 MWh", Quantity::Power), ("1200".into(), Some(Unit::Mwh)));
    assert_eq!(unit("3.2万千瓦时", Quantity::Power), ("3.2".into(), Some(Unit::TenThousandKwh)));
    assert_eq!(unit("500度", Quantity::Power), ("500".into(), Some(Unit::Kwh)));
    assert_eq!(unit("2万吨", Quantity::Mass), ("2".into(), Some(Unit::TenThousandTonnes)));
    assert_eq!(unit("2万", Quantity::Mass), ("20000".into(), None));
    assert_eq!(unit("91.2%", Quantity::Share), ("91.2".into(), Some(Unit::Percent)));
    refuses("5 GJ", Why::OtherUnit);
    refuses("5吨", Why::OtherUnit);
}

#[test]
fn what_is_no_number_says_why() {
    refuses("-5", Why::Negative);
    refuses("－５", Why::Negative);
    refuses("1234567890123456", Why::TooLong);
    refuses("0.1234567890123", Why::TooLong);
    refuses("999999999999999万", Why::TooLong);
    for typed in [
        "abc", "--5", "1..2", "1,,2", ",5", "5,", "12 34", "1/2", "万", ".", "1.2.3,4", "1e", "∞", "<b>1</b>",
    ] {
        refuses(typed, Why::NotANumber);
    }
    refuses(&"9".repeat(10_000), Why::NotANumber);
}

proptest! {
    #[test]
    fn anything_typed_is_answered_in_the_contracts_grammar(typed in "\\PC{0,24}|[0-9０-９.,万亿 eE+-]{0,20}") {
        for quantity in [Quantity::Power, Quantity::Plain] {
            match read(&typed, quantity) {
                Reading::Number { text, .. } => prop_assert!(Decimal::parse(&text).is_ok(), "{text}"),
                Reading::Ambiguous(ways) => {
                    prop_assert!(!ways.is_empty());
                    for way in ways {
                        prop_assert!(Decimal::parse(&way).is_ok(), "{way}");
                    }
                }
                Reading::Empty | Reading::Unreadable(_) => {}
            }
        }
    }

    #[test]
    fn a_number_grouped_in_any_usual_way_is_the_same_number(n in 0..10_u64.pow(14), sign in prop::sample::select(vec![',', ' ', '\''])) {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(sign);
            }
            grouped.push(digit);
        }
        prop_assert_eq!(read(&grouped, Quantity::Plain), Reading::Number { text: digits, unit: None });
    }
}

#[test]
fn cells_of_a_table_are_never_one_number() {
    for text in ["100\t200", "100\n200", "100\r\n200", "1\t", "100\t200\t300"] {
        let reading = read(text, Quantity::Power);
        let one_cell = text.trim().bytes().all(|b| b.is_ascii_digit());
        match reading {
            Reading::Number { .. } => assert!(one_cell, "{text:?}"),
            other => assert_eq!(other, Reading::Unreadable(Why::Several), "{text:?}"),
        }
    }
    // One cell, as spreadsheets copy it, ends with a line break.
    assert!(matches!(read("100\r\n", Quantity::Power), Reading::Number { .. }));
}
