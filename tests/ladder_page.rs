//! The ladder in a real browser: marks, crowds, and the conditions of a step.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::ladder::{Condition, ConditionKind, Ladder};
use assessment::ladder_position::{Answer, Truth};
use assessment::{Decimal, Ratio};
use disclosure::model::{Act, ParkSummary, Stage};
use fixtures::{edition, stage_table};
use leptos::prelude::*;
use portal::address::Lang;
use portal::pages::ladder::conditions::{answers, conditions};
use portal::parts::basis::Asked;
use portal::parts::ladder::ladder;
use portal::view_context::ViewContext;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

/// A view in a place, with what the clauses in it ask the page for.
fn with_clauses(view: impl FnOnce() -> AnyView + 'static) -> Place {
    Place::show(move || {
        provide_context(Asked::new());
        view()
    })
}

fn park(id: usize, stage: Stage) -> ParkSummary {
    let json = format!(
        r#"{{"id":"p{id}","name":{{"zh":"园{id}","en":"Park {id}"}},"short":{{"zh":"园{id}","en":"Park {id}"}},
            "league":"ordos","scope":"whole","file":{{"path":"x","sha256":"","bytes":0}}}}"#
    );
    let events = vec![Act { dated: "2025-09-16".parse().unwrap(), stage, removed: false, due: None }];
    ParkSummary { stage: Some(stage), events, ..serde_json::from_str(&json).unwrap() }
}

fn shown(parks: Vec<ParkSummary>) -> Place {
    let edition = edition(parks);
    with_clauses(move || ladder(ViewContext::new(Lang::En, "/"), &edition, &edition.parks))
}

#[wasm_bindgen_test]
fn parks_to_be_corrected_stand_first_on_the_step_of_cultivation() {
    let stages = [Stage::CULTIVATION, Stage::REMINDED, Stage::CULTIVATION, Stage::RECTIFICATION];
    let drawn = shown(stages.into_iter().enumerate().map(|(id, stage)| park(id, stage)).collect());
    let said: Vec<_> = drawn
        .all("[data-step='2'] a.step-mark")
        .iter()
        .map(|mark| mark.get_attribute("aria-label").unwrap())
        .collect();
    assert_eq!(
        said,
        [
            "Park 3, Ordered to rectify",
            "Park 1, Reminded",
            "Park 0, In cultivation",
            "Park 2, In cultivation"
        ]
    );
    assert_eq!(drawn.texts("[data-step='2'] .step-count"), ["4"]);
    assert_eq!(drawn.all(".step.vacant").len(), 7);
    assert_eq!(drawn.texts(".step.vacant .step-none").len(), 7, "of the others nothing is published");
}

#[wasm_bindgen_test]
fn a_crowd_is_a_number_for_each_stage_and_not_ten_thousand_marks() {
    let stage = |id: usize| if id.is_multiple_of(100) { Stage::REMINDED } else { Stage::CULTIVATION };
    let drawn = shown((0..10_000).map(|id| park(id, stage(id))).collect());
    assert!(drawn.all("a.step-mark").is_empty());
    let crowds: Vec<_> = drawn.texts(".step-crowd").iter().map(|text| text.trim().to_owned()).collect();
    assert_eq!(crowds, ["× 9900", "× 100"]);
    assert_eq!(drawn.texts(".step-count"), ["10000"]);
}

fn rules() -> Ladder {
    let mut ladder: serde_json::Value = serde_json::from_str(
        r#"{"id":"l","title":{"zh":"规则","en":"Rules"},"document":"plan","mark":"A",
            "in_force_from":"2025-06-03","published_on":"2025-07-08","checked_on":"2026-11-23",
            "lag":{"indicator":"carbon_per_energy","tolerance_pct":"5","mark":"C","statement":{"zh":"约","en":"C"}},
            "transitions":[{"id":"t","track":"region","from":"cultivation","to":"acceptance","clause":"plan/2/3/3",
              "decided_by":{"zh":"委","en":"the commission"},
              "conditions":[{"kind":"committed_targets_met","clause":"plan/2/3/3"},
                            {"kind":"core_met","level":"region","clause":"im-cultivation/core"},
                            {"kind":"progress_lags","holds":false,"clause":"plan/2/3/3"}]}],
            "not_modelled":[]}"#,
    )
    .unwrap();
    ladder["table"] = serde_json::to_value(stage_table()).unwrap();
    serde_json::from_value(ladder).unwrap()
}

#[wasm_bindgen_test]
fn a_step_says_each_condition_and_another_clause_where_it_rests_on_one() {
    let drawn = with_clauses(|| conditions(ViewContext::new(Lang::En, "/"), &rules().transitions[0]));
    let said = drawn.texts("li");
    assert_eq!(said.len(), 3);
    assert!(said[0].starts_with("All targets it committed to are met"), "{said:?}");
    assert!(said[2].starts_with("Progress does not lag"), "{said:?}");
    let clauses: Vec<_> =
        drawn.all("a.basis").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(clauses, ["/en/method/#im-cultivation/core"]);
}

#[wasm_bindgen_test]
fn an_answer_shows_figure_threshold_gap_and_what_is_unknown() {
    let n = |text: &str| Some(Ratio::from(Decimal::parse(text).unwrap()));
    let condition = |kind| Condition { kind, holds: true, clause: "plan/2/3/3".into() };
    let drawn = with_clauses(move || {
        let (targets, selected, ended) = (
            condition(ConditionKind::CommittedTargetsMet),
            condition(ConditionKind::SelectedForCultivation),
            condition(ConditionKind::ConstructionEnded),
        );
        let answer = |condition, truth, value, threshold| Answer { condition, truth, value, threshold };
        answers(
            ViewContext::new(Lang::En, "/"),
            &[
                answer(&targets, Truth::NotMet, n("0.4001"), n("0.4")),
                answer(&selected, Truth::Unknown, None, None),
                answer(&ended, Truth::Met, None, None),
            ],
            false,
        )
    });
    let said = drawn.texts(".answer");
    // What was compared is not rounded into its opposite.
    assert!(said[0].contains("0.4001 against 0.4, 0.0001 short"), "{said:?}");
    assert!(said[1].contains("unknown") && said[1].contains("known by the decision itself"), "{said:?}");
    assert!(said[2].starts_with("met") && !said[2].contains("against"), "{said:?}");
    let states: Vec<_> =
        drawn.all(".outcome").iter().map(|mark| mark.get_attribute("data-outcome").unwrap()).collect();
    assert_eq!(states, ["not-met", "no-data", "met"]);
}

#[wasm_bindgen_test]
fn what_a_measure_asks_for_has_arisen_or_not_and_is_never_a_green_met() {
    let shown = |truth: Truth, case: bool| {
        with_clauses(move || {
            let lags =
                Condition { kind: ConditionKind::ProgressLags, holds: true, clause: "plan/2/3/3".into() };
            let answer = Answer { condition: &lags, truth, value: None, threshold: None };
            answers(ViewContext::new(Lang::En, "/"), &[answer], case)
        })
    };
    let outcomes = |place: &Place| -> Vec<_> {
        place.all(".outcome").iter().filter_map(|each| each.get_attribute("data-outcome")).collect()
    };
    assert_eq!(outcomes(&shown(Truth::Met, false)), ["met"]);
    let case = shown(Truth::Met, true);
    assert_eq!(
        (outcomes(&case), case.texts(".outcome")),
        (vec!["circumstance".to_owned()], vec!["yes".to_owned()])
    );
    assert_eq!(shown(Truth::NotMet, true).texts(".outcome"), ["no"]);
    assert_eq!(outcomes(&shown(Truth::Unknown, true)), ["no-data"], "what is unknown stays unknown");
}
