//! A balance, its targets, its factors and its exported file are judged by one day: the last of its year.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::applicability::Subject;
use assessment::factors::FactorSet;
use assessment::reader;
use assessment::report::assess;
use assessment::ruleset::{Level, Ruleset};
use assessment::{Date, Decimal, Text};
use disclosure::model::Rulebook;
use disclosure::park_evaluation::judge;
use disclosure::round::{Balance, Coverage, Observed, Quality, Round, Snapshot};
use serde_json::json;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// Two national sets and two factor sets, each pair with its change in the middle of a year: targets half as high
/// from 2027-07-01, power from the grid a tenth as heavy from 2028-04-01.
fn book() -> Rulebook {
    let national: Ruleset = fixtures::national();
    let mut old = national.clone();
    old.in_force_to = Some(day("2027-06-30"));
    let mut new = Ruleset { id: "national-2027".to_owned(), in_force_from: day("2027-07-01"), ..national };
    for band in new.indicators.iter_mut().flat_map(|indicator| &mut indicator.bands) {
        band.target = band.target.map(|target| target * decimal("0.5"));
    }
    let factors: FactorSet = fixtures::annex4();
    let mut light = FactorSet { id: "later".to_owned(), in_force_from: day("2028-04-01"), ..factors.clone() };
    light.other_power_t_per_mwh.value = decimal("0.08325");
    let heavy = FactorSet { in_force_to: Some(day("2028-03-31")), ..factors };
    Rulebook {
        rulesets: vec![old, new],
        factor_sets: vec![heavy, light],
        ladders: Vec::new(),
        scorings: Vec::new(),
    }
}

/// A round with one park: 300,000 tce, of which `grid` MWh come from the grid.
fn round(dated: &str, year: Option<u16>, grid: u32) -> Round {
    let dated = day(dated);
    let of = year.map_or(dated.year(), i32::from);
    let received = json!([
        { "source": "direct_non_fossil", "mwh": (1_000_000 - grid).to_string() },
        { "source": "other", "mwh": grid.to_string() },
    ]);
    let balance =
        json!({ "format": "zcp.assessment/1", "year": of, "electricity": { "received": received } });
    let water = Observed {
        of: Level::National.into(),
        indicator: "industrial_water_reuse".to_owned(),
        value: Some(decimal("60")),
        quality: Quality::Measured,
        published: None,
        remark: None,
        not_applicable: None,
        source: None,
        older: None,
    };
    let snapshot = Snapshot {
        park: "x".to_owned(),
        source: None,
        core: Some(serde_json::from_value::<Balance>(balance).unwrap().into()),
        core_quality: Quality::Measured,
        basic: Default::default(),
        values: vec![water],
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    };
    let text = Text { zh: "轮".to_owned(), en: "round".to_owned() };
    Round {
        id: "r".to_owned(),
        title: text.clone(),
        dated,
        year,
        period: text,
        parks: vec![snapshot],
        covers: Coverage::Named,
        indicators: None,
        earlier: Vec::new(),
        corrections: Vec::new(),
    }
}

#[test]
fn a_round_is_judged_as_the_file_that_is_exported_from_it_over_changes_of_rules_in_mid_year() {
    let book = book();
    let rounds = [
        // day, year of its figures where not the day's own, power from the grid, ruleset, factors, core, water
        ("2026-12-31", None, 60_000, "national-2025", "annex4-2025", "met", "not_met"),
        ("2027-06-30", None, 60_000, "national-2027", "annex4-2025", "not_met", "met"),
        ("2027-06-30", Some(2026), 60_000, "national-2025", "annex4-2025", "met", "not_met"),
        ("2027-12-31", None, 60_000, "national-2027", "annex4-2025", "not_met", "met"),
        ("2028-03-31", None, 60_000, "national-2027", "later", "met", "met"),
        ("2028-12-31", None, 600_000, "national-2027", "later", "not_met", "met"),
    ];
    for (dated, year, grid, ruleset, factors, core, water) in rounds {
        let round = round(dated, year, grid);
        let judged = judge(&round.parks[0], Subject::default(), &book, round.rules_day());
        let national = judged.of(Level::National).unwrap();
        assert_eq!(national.ruleset.id, ruleset, "{dated}");
        assert_eq!(judged.rules(&book).unwrap().factors.id, factors, "{dated}");
        let states = json!(national.evaluation.outcomes);
        assert_eq!((&states[0]["state"], &states[5]["state"]), (&json!(core), &json!(water)), "{dated}");

        let file = round.parks[0].assessment_file().unwrap().to_string();
        let (assessment, rules) = reader::read(file.as_bytes(), book.library()).unwrap();
        let report = assess(&assessment, rules);
        assert_eq!((report.ruleset, report.factors), (Some(ruleset), factors), "{dated}");
        assert_eq!(json!(report.outcomes), states, "{dated}");
        assert_eq!(json!(report.verdict), json!(national.evaluation.verdict), "{dated}");
    }
}
