//! The reader on anything at all, and the accounting on anything that it reads.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::account::Accounts;
use assessment::decimal::Decimal;
use assessment::evaluate::State;
use assessment::factors::FactorSet;
use assessment::input::Assessment;
use assessment::quantity::{TonnesCo2, TonnesCoalEquivalent};
use assessment::reader::{Library, read};
use assessment::report::assess;
use assessment::ruleset::Ruleset;
use proptest::prelude::*;

struct Data {
    rulesets: Vec<Ruleset>,
    factor_sets: Vec<FactorSet>,
}

impl Data {
    fn published() -> Data {
        let ruleset = fixtures::national();
        let factors = fixtures::annex4();
        Data { rulesets: vec![ruleset], factor_sets: vec![factors] }
    }

    fn library(&self) -> Library<'_> {
        Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets }
    }
}

const SAMPLE: &str = r#"{"format":"zcp.assessment/1","year":2026,
  "fuels":[{"fuel":"natural_gas","use":"combustion","amount":"2000","t_per_unit":"21.62","basis":"b"}],
  "conversions":[{"inputs":[{"fuel":"lignite","amount":"1000"}],"outputs":[{"fuel":"coke_oven_gas","amount":"10"}]}],
  "electricity":{"received":[{"source":"other","mwh":"100000"}],"sent":[{"source":"other","mwh":"5"}]},
  "heat":{"received":[{"source":"fossil","gj":"500000"}]},
  "processes":[{"product":"lime","tonnes":"1000","t_per_t":"1.154","basis":"b"}],
  "guiding":{"industrial_water_reuse":{"value":"80"}}}"#;

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes, Data::published().library()).is_err());
    }

    #[test]
    fn a_sample_with_any_span_replaced_is_read_or_refused(
        from in 0..SAMPLE.len(),
        length in 0_usize..40,
        insert in "[ -~]{0,12}",
    ) {
        let to = (from + length).min(SAMPLE.len());
        let text = [&SAMPLE[..from], &insert, &SAMPLE[to..]].concat();
        let data = Data::published();
        match read(text.as_bytes(), data.library()) {
            Ok((assessment, rules)) => {
                assess(&assessment, rules);
                let written = assessment.to_string();
                prop_assert_eq!(serde_json::from_str::<Assessment>(&written).unwrap(), assessment);
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    /// Splitting an entry in two changes nothing: entries of one kind add up.
    #[test]
    fn entries_of_one_kind_add_up(a in 1_u64..1_000_000_000, b in 1_u64..1_000_000_000, fuel in 0_usize..18) {
        let data = Data::published();
        let with_value: Vec<_> = data.factor_sets[0].fuels.iter().filter(|fuel| fuel.has_value()).collect();
        let id = &with_value[fuel].id;
        let file = |amounts: &[u64]| {
            let entries: Vec<_> = amounts
                .iter()
                .map(|n| format!(r#"{{"fuel":"{id}","use":"combustion","amount":{n}}}"#))
                .collect();
            format!(r#"{{"format":"zcp.assessment/1","year":2026,"fuels":[{}]}}"#, entries.join(","))
        };
        let totals = |text: &str| {
            let (assessment, rules) = read(text.as_bytes(), data.library()).unwrap();
            let accounts = Accounts::of(&assessment, rules);
            (accounts.emissions(), accounts.energy())
        };
        prop_assert_eq!(totals(&file(&[a, b])), totals(&file(&[a + b])));
    }

    /// At the limit it is met, and the smallest step beyond it is not.
    #[test]
    fn the_core_limit_is_sharp(mwh in 700_000_u64..20_000_000) {
        let data = Data::published();
        let file = |tonnes: String| format!(
            r#"{{"format":"zcp.assessment/1","year":2026,
                "electricity":{{"received":[{{"source":"green_trade","mwh":{mwh}}}]}},
                "processes":[{{"product":"p","tonnes":"{tonnes}","t_per_t":"1","basis":"b"}}]}}"#
        );
        let state = |tonnes: Decimal| {
            let text = file(tonnes.to_string());
            let (assessment, rules) = read(text.as_bytes(), data.library()).unwrap();
            assess(&assessment, rules).outcomes[0].state
        };
        let energy = Decimal::from_integer(mwh as i64) * Decimal::parse("0.3").unwrap();
        let target = if energy < Decimal::from_integer(1_000_000) { "0.2" } else { "0.3" };
        let limit = energy * Decimal::parse(target).unwrap();
        prop_assert_eq!(state(limit), State::Met);
        prop_assert_eq!(state(limit + Decimal::parse("0.000000000001").unwrap()), State::NotMet);
    }
}

#[test]
fn the_carbon_of_fuels_is_summed_before_it_becomes_carbon_dioxide() {
    let third = TonnesCo2::from_carbon(Decimal::parse("0.1").unwrap());
    let sum: TonnesCo2 = [third; 30].into_iter().sum();
    assert_eq!(sum, TonnesCo2::from_tonnes(Decimal::from_integer(11)));
}

#[test]
fn no_energy_means_no_intensity() {
    use assessment::quantity::CarbonIntensity;
    assert!(CarbonIntensity::of(TonnesCo2::ZERO, TonnesCoalEquivalent::ZERO).is_none());
}

/// A balance inside a published file is read without rules: it says as much as it says in a file of its own, and is
/// published as it was read.
#[test]
fn an_assessment_inside_another_file_reads_and_is_written_as_its_text() {
    let data = Data::published();
    let (apart, rules) = read(SAMPLE.as_bytes(), data.library()).unwrap();
    let inside: Assessment = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(inside, apart);
    let written = inside.to_string();
    assert_eq!(read(written.as_bytes(), data.library()).unwrap().0, apart, "{written}");
    assert_eq!(serde_json::from_str::<Assessment>(&written).unwrap(), apart, "{written}");
    let accounts = data.library().accounts_of(&inside).unwrap();
    assert_eq!(accounts.emissions(), assess(&apart, rules).accounts.emissions());
}

#[test]
fn all_that_is_wrong_with_an_assessment_inside_another_file_is_told_with_its_path() {
    let said = |text: &str| serde_json::from_str::<Assessment>(text).unwrap_err().to_string();
    let broken = SAMPLE.replace("\"100000\"", "\"5 MWh\"").replace("\"sent\"", "\"gone\"");
    let broken = said(&broken);
    assert!(broken.contains("mwh: expected") && broken.contains("gone: expected no such field"), "{broken}");
    assert!(said("[]").contains("$: expected one JSON object, found a list"));
    assert!(
        said(r#"{"format":"zcp.assessment/1","year":1999}"#)
            .contains("year: expected a year from 2000 to 2100")
    );
    assert!(said(r#"{"year":2026,"year":2027}"#).contains("twice"));
}
