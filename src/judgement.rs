//! A park judged by a ruleset from what is published about it, and how that stands to its official status.

use assessment::evaluate::{Evaluation, Finding, Verdict, evaluate};
use assessment::ruleset::Ruleset;
use assessment::{Decimal, Ratio};
use disclosure::model::{Observation, Park, Stage};

use crate::stages::Step;

/// Published values of an indicator for a park, oldest first.
pub fn observations<'a>(park: &'a Park, indicator: &str) -> Vec<&'a Observation> {
    let mut values: Vec<_> = park.observations.iter().filter(|o| o.indicator == indicator).collect();
    values.sort_by_key(|value| value.year);
    values
}

/// Judges a park by the latest published value of each indicator.
///
/// The annual energy that chooses the core indicator's band is published for no park, so the engine is
/// given none and says what then cannot be judged.
pub fn judge_park<'a>(park: &Park, ruleset: &'a Ruleset) -> Evaluation<'a> {
    evaluate(ruleset, None, |indicator| match observations(park, &indicator.id).last() {
        Some(last) => Finding::Value(Ratio::new(last.value, Decimal::from_integer(1))),
        None => Finding::NoData,
    })
}

/// How the computed status stands to the official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The rules cannot decide.
    Undetermined,
    /// No contradiction.
    Agrees,
    /// The rules say more than the authority has yet said.
    RulesAhead,
    /// The authority has said more than the published values show.
    RulesBehind,
}

/// Compares an official stage with a verdict by the national rules.
pub fn compare(stage: Option<Stage>, verdict: Verdict) -> Comparison {
    let national_park = stage.is_some_and(|stage| Step::of(stage) == Step::NationalPark);
    match (verdict, national_park) {
        (Verdict::Undetermined, _) => Comparison::Undetermined,
        (Verdict::Eligible | Verdict::EligibleOnCore, true) | (Verdict::NotEligible, false) => {
            Comparison::Agrees
        }
        (Verdict::Eligible | Verdict::EligibleOnCore, false) => Comparison::RulesAhead,
        (Verdict::NotEligible, true) => Comparison::RulesBehind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_seen_in_both_directions() {
        let listed = Some(Stage::NationalConstruction);
        assert_eq!(compare(listed, Verdict::Undetermined), Comparison::Undetermined);
        assert_eq!(compare(listed, Verdict::Eligible), Comparison::RulesAhead);
        assert_eq!(compare(listed, Verdict::NotEligible), Comparison::Agrees);
        assert_eq!(compare(Some(Stage::NationalPark), Verdict::NotEligible), Comparison::RulesBehind);
        assert_eq!(compare(Some(Stage::NationalPark), Verdict::Eligible), Comparison::Agrees);
        assert_eq!(compare(None, Verdict::EligibleOnCore), Comparison::RulesAhead);
    }
}
