//! A park over its rounds: the accounts' figures, and gaps.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::{Date, Text};
use disclosure::correction::Change;
use disclosure::model::FileRef;
use disclosure::round::{Balance, ParkRound, PublishedCore, Quality, RoundSummary, Snapshot};
use disclosure::trend::trend;
use fixtures::national_book;
use serde_json::json;

use crate::correction::corrected;

fn day(year: i32, month: u8) -> Date {
    Date::new(year, month, 30).unwrap()
}

fn round(id: &str, dated: Date) -> RoundSummary {
    let file = FileRef { path: id.to_owned(), sha256: String::new(), bytes: 0 };
    RoundSummary {
        id: id.to_owned(),
        title: Text { zh: id.to_owned(), en: id.to_owned() },
        dated,
        year: None,
        file,
    }
}

/// 900 GWh of non-fossil power, and so much of other.
fn balance(other: &str) -> Balance {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": "900000" },
        { "source": "other", "mwh": other },
    ]);
    serde_json::from_value(
        json!({ "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } }),
    )
    .unwrap()
}

fn observed(id: &str, dated: Date, balance: Option<Balance>, core_quality: Quality) -> ParkRound {
    let snapshot = Snapshot {
        park: "x".to_owned(),
        source: None,
        core: balance.map(PublishedCore::from),
        core_quality,
        basic: Default::default(),
        values: Vec::new(),
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    };
    ParkRound {
        round: id.to_owned(),
        dated,
        year: None,
        snapshot,
        indicators: None,
        filled_on: None,
        corrections: Vec::new(),
        as_published: None,
    }
}

#[test]
fn a_round_without_a_balance_is_a_point_without_one() {
    let book = national_book();
    let days = [day(2026, 6), day(2026, 12), day(2027, 6), day(2027, 12)];
    let rounds: Vec<_> = ["a", "b", "c", "d"].iter().zip(days).map(|(id, day)| round(id, day)).collect();
    let course = [
        observed("a", days[0], Some(balance("100000")), Quality::Measured),
        observed("b", days[1], None, Quality::NotPublished),
        observed("d", days[3], Some(balance("100000")), Quality::Pending),
    ];
    let points = trend(&rounds, &course, &book, days[3]);
    let has: Vec<_> = points.iter().map(|point| point.balance.as_ref().map(|b| b.pending)).collect();
    assert_eq!(has, [Some(false), None, None, Some(true)]);

    let first = points[0].balance.as_ref().unwrap();
    assert_eq!(first.total.tonnes().to_fixed(0), "83250");
    assert_eq!(first.emissions.iter().copied().sum::<assessment::quantity::TonnesCo2>(), first.total);
    assert_eq!(first.non_fossil.to_string(), "270000");
    assert_eq!(first.fossil.to_string(), "30000");
    let target = first.target.as_ref().unwrap();
    assert_eq!(target.value.to_string(), "0.2");
    assert_eq!(target.clause.as_deref(), Some("ndrc-910/annex3/core"));

    // Nothing later is known.
    assert_eq!(trend(&rounds, &course, &book, days[1]).len(), 2);
}

#[test]
fn a_correction_stands_from_the_day_on_which_it_was_published() {
    let book = national_book();
    let days = [day(2026, 6), day(2026, 12)];
    let rounds = [round("a", days[0]), round("b", days[1])];
    let mut first = observed("a", days[0], Some(balance("100000")), Quality::Measured);
    let is = Change::Core { was: None, is: Some(balance("0").into()), quality: Quality::Measured };
    first.corrections.push(corrected(days[1], "x", is));
    let later = observed("b", days[1], Some(balance("50000")), Quality::Measured);
    let course = [first, later];
    let first = |on| trend(&rounds, &course, &book, on)[0].balance.as_ref().unwrap().total;
    assert_eq!(first(days[0]).tonnes().to_fixed(0), "83250");
    assert_eq!(first(days[1]).tonnes().to_fixed(0), "0");
}
