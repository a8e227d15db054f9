//! English: the ladder, the built parks and the rectification.

use assessment::evaluate::State;
use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Rectification as Standing, Truth};
use assessment::ruleset::Level;

use super::en_park_history::basic_condition;
use super::*;

/// A day in running text.
fn said(day: Date) -> String {
    (en::WORDS.day)(day)
}

/// So many parks, with the verb's two forms.
fn parks(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 park {one}") } else { format!("{n} parks {many}") }
}

/// So many days.
fn days(n: i64) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{n} days") }
}

pub(super) static LADDER_PAGE: LadderPage = LadderPage {
    lead: "Each mark is a park on the stage where an official act has put it, and opens its page. How a park moves up, and who decides, stands below.",
    ways_label: "Ladder, built parks and rectification",
    too_many: "There are too many parks to draw each; the table names every one.",
    as_table: "As a table",
    table_caption: |n| format!("Where {} on the ladder", parks(n, "stands", "stand")),
    heads: ["Park", "Official stage", "Since"],
    not_named: |n| {
        format!(
            "Besides, {} no published official status and no place on the ladder.",
            parks(n, "has", "have")
        )
    },
    show_all: |n| format!("Show all {n} rows"),
    flow: FlowWords {
        title: "Who moved between two rounds",
        since: "Compared with",
        no_rounds: "No evaluation round is published, so there is nothing to compare.",
        first_round: |day| format!("Up to {} there is no earlier round to compare with.", said(day)),
        finding: |moved| {
            let mut sentence = format!(
                "From {} to {}: {}, {}",
                said(moved.since),
                said(moved.on),
                parks(moved.moved, "moved", "moved"),
                if moved.stayed == 1 { "1 stayed".to_owned() } else { format!("{} stayed", moved.stayed) },
            );
            if moved.new > 0 {
                sentence.push_str(&format!("; {} of those that moved came new", moved.new));
            }
            if moved.returned > 0 {
                sentence.push_str(&format!("; {} left and came back", moved.returned));
            }
            sentence + "."
        },
        nobody: "No park moved in this time.",
        picture: "Stages in the earlier round on the left, stages now on the right; a band is as wide as its parks are many.",
        new: "New",
        key: ["Up", "Reminded or ordered", "Back", "Unmoved"],
        caption: "Parks that moved, the latest first",
        heads: ["Park", "Move", "Day", "By which act, and what the rules said"],
        table_step: "This step in the rules",
        no_such_step: "The rules have no such step.",
        came: "First official act.",
        decided_by: |who| format!("decided by {who}"),
        eve: |truth| match truth {
            Truth::Met => "The day before, all conditions of the rules were met",
            Truth::NotMet => "The day before, not all conditions of the rules were met",
            Truth::Unknown => "The day before, not all conditions of the rules could be told",
        },
        by_decision: "This step rests on the decision alone; there is nothing to compute.",
        eve_round: |round| {
            round.map_or_else(
                || "No evaluation round was published then.".to_owned(),
                |day| format!("Computed from the round of {}; no official finding.", said(day)),
            )
        },
        no_act: "The park's file has no act of this day.",
    },
    differences: Differences {
        title: "Where official and computed status differ",
        lead: "What the rules say is computed from published data and never replaces a decision. To support another stage means that its conditions are met and the authority has yet to decide.",
        no_round: "No evaluation round is published, so the rules have nothing to go by.",
        by_round: |day| format!("Computed from the round of {}.", said(day)),
        finding: |differ, agree, open| {
            format!(
                "They differ in {differ} cases and agree in {agree}; {open} cannot be told for want of data. A park counts once on each of the two tracks."
            )
        },
        caption: "Where official and computed status differ",
        heads: ["Park", "Track", "Official stage", "By the rules", "Since the round of"],
        supports: "support",
        contradicts: "By present figures, the conditions for entering this stage are not met",
        at_least_since: "on",
        no_since: "No round tells",
        conditions: "Each condition",
    },
    rules: LadderRules {
        title: "How a park moves",
        lead: "Every step from every stage: what it takes, who decides, and by which clause. All conditions of a step are needed.",
        none: "No rules of upgrading were published and in force on this day.",
        unique: |alternatives| {
            if alternatives {
                "From one stage, only steps marked “or instead” may hold at once on one track; the authority decides which is taken. No other two hold at once and lead to different ends; every pair is checked before publication. That conditions are met only says that the rules support a step."
            } else {
                "From one stage, two steps of one track never hold at once and lead to different ends; every pair is checked before publication. That conditions are met only says that the rules support a step. The authority decides."
            }
        },
        lag: "What counts as lagging progress",
        track: |track| match track {
            Track::Region => "The region's track",
            Track::National => "The national track",
        },
        track_lead: |track| match track {
            Track::Region => "From candidate to built, with reminders, orders to rectify and the way back.",
            Track::National => {
                "From recommendation to national zero-carbon park; a park whose conditions are ripe need not wait for the region's acceptance."
            }
        },
        heads: ["From and to", "Conditions", "Who decides", "Basis"],
        instead: "or instead",
        coverage: "Clause by clause",
        coverage_lead: "Which steps stand for a clause, and what of it is not in the rules, with the reason.",
        coverage_heads: ["Clause", "Steps in the rules", "Not in the rules, and why"],
        nothing_left_out: "Nothing",
        not_a_step: "No step of its own",
    },
    conditions: Conditions {
        kind: |kind, holds| {
            let level = |level: Level| match level {
                Level::National => "national",
                Level::Region => "regional",
            };
            match (kind, holds) {
                (ConditionKind::CoreMet { level: of }, true) => {
                    format!("The core indicator meets the {} target", level(*of))
                }
                (ConditionKind::CoreMet { level: of }, false) => {
                    format!("The core indicator misses the {} target", level(*of))
                }
                (ConditionKind::GuidingSettled { level: of }, true) => {
                    format!("Every {} guiding indicator is met or does not apply", level(*of))
                }
                (ConditionKind::GuidingSettled { level: of }, false) => {
                    format!("Not every {} guiding indicator is met", level(*of))
                }
                (ConditionKind::CommittedTargetsMet, true) => {
                    "All targets it committed to are met".to_owned()
                }
                (ConditionKind::CommittedTargetsMet, false) => {
                    "Not all targets it committed to are met".to_owned()
                }
                (ConditionKind::ProgressLags, true) => "Progress lags".to_owned(),
                (ConditionKind::ProgressLags, false) => "Progress does not lag".to_owned(),
                (ConditionKind::ConstructionEnded, true) => "The construction period is over".to_owned(),
                (ConditionKind::ConstructionEnded, false) => "The construction period is not over".to_owned(),
                (ConditionKind::BasicCondition { number }, true) => {
                    format!("National basic condition {number} holds ({})", basic_condition(*number))
                }
                (ConditionKind::BasicCondition { number }, false) => {
                    format!("National basic condition {number} does not hold ({})", basic_condition(*number))
                }
                (ConditionKind::SelectedForCultivation, true) => "Selected for cultivation".to_owned(),
                (ConditionKind::SelectedForCultivation, false) => "Not selected for cultivation".to_owned(),
                (ConditionKind::SelectedForNationalList, true) => {
                    "Selected for the national construction list".to_owned()
                }
                (ConditionKind::SelectedForNationalList, false) => {
                    "Not selected for the national construction list".to_owned()
                }
                (ConditionKind::NationalAcceptancePassed, true) => "National acceptance is passed".to_owned(),
                (ConditionKind::NationalAcceptancePassed, false) => {
                    "National acceptance is not passed".to_owned()
                }
            }
        },
        truth: |truth| match truth {
            Truth::Met => "met",
            Truth::NotMet => "not met",
            Truth::Unknown => "unknown",
        },
        decision: "known by the decision itself",
        against: |value, threshold| format!("{value} against {threshold}"),
        gap: |gap| format!("{gap} short"),
        to: "to",
        or: "or",
    },
};

pub(super) static BUILT: Built = Built {
    finding: |region, national| match (region, national) {
        (region, 0) => format!(
            "{} the region's acceptance; none is accepted by the state yet.",
            parks(region, "has passed", "have passed")
        ),
        (0, national) => format!(
            "{} the state's acceptance; none is accepted by the region yet.",
            parks(national, "has passed", "have passed")
        ),
        (region, national) => format!(
            "{} the region's acceptance, and {national} the state's.",
            parks(region, "has passed", "have passed")
        ),
    },
    lead: "Only acceptance makes a park built; a place on a construction list or a recommendation does not. The figures are those published by the day of acceptance; what came later is on the park's page.",
    none: |day| format!("As of {}, no published list of built parks was found.", said(day)),
    none_why: "The plan has parks that completed their targets assessed, accepted and published on a list. Once it is, each park stands here with the day, the document and the figures of that day.",
    caption: "Built parks by day of acceptance",
    heads: ["Park", "Accepted", "List and document", "Carbon per energy", "Target", "By the rules then"],
    level: |level| match level {
        Level::Region => "by the region",
        Level::National => "by the state",
    },
    sentence: |day, level, core| {
        let level = match level {
            Level::Region => "the region",
            Level::National => "the state",
        };
        let core = match core {
            Some(State::Met) => "its core indicator as then published met the target",
            Some(State::NotMet) => "its core indicator as then published missed the target",
            Some(State::Pending) => "its core indicator was yet to be verified",
            Some(State::NoThreshold | State::NotApplicable | State::NotInForce) => {
                "its core indicator had no target to be held against"
            }
            Some(State::NoData) | None => "its core indicator was not published",
        };
        format!("Accepted by {level} on {}; {core}.", said(day))
    },
    now: "Now: ",
    round: "Round of",
    no_round: "Not published at acceptance",
    no_document: "No document found",
    conditions: "Conditions on the day before",
    note: "The authority decides on acceptance; what stands in the last column is computed from the data published, and the rules in force, at the time.",
};

pub(super) static RECTIFICATION: Rectification = Rectification {
    finding: |ordered, overdue, reminded| {
        if ordered + reminded == 0 {
            return "No park is under a reminder or an order to rectify.".to_owned();
        }
        let overdue = if overdue > 0 { format!(", {overdue} of them overdue") } else { String::new() };
        match (ordered, reminded) {
            (0, reminded) => {
                format!("{} reminded; none is under an order to rectify.", parks(reminded, "is", "are"))
            }
            (ordered, 0) => format!("{} under an order to rectify{overdue}.", parks(ordered, "is", "are")),
            (ordered, reminded) => {
                let order = parks(ordered, "is", "are");
                let verb = if reminded == 1 { "is" } else { "are" };
                format!("{order} under an order to rectify{overdue}; {reminded} {verb} reminded.")
            }
        }
    },
    none: |day| format!("As of {}, no published reminder or order to rectify was found.", said(day)),
    lead: "The region reminds parks whose construction lags or orders them to rectify by a day. Cause, last day and outcome stand here as published. The plan provides for no removal: past its last day, an order is overdue and nothing more.",
    current: "Under way",
    no_current: "None at present.",
    history: "Ended",
    no_history: "No reminder or order has ended yet.",
    caption: |current| {
        if current { "Parks under a reminder or an order" } else { "Reminders and orders that have ended" }
    },
    heads: ["Park", "Reminder and order", "Cause as stated", "Last day", "Outcome"],
    reminded: "reminded",
    ordered: "ordered to rectify",
    no_due: "No last day is published",
    no_due_yet: "A reminder sets none",
    extended: |on, due| format!("Extended on {on} to {due}"),
    first_due: |due| format!("First set: {due}"),
    stands: |standing| match standing {
        Standing::DaysLeft(0) => "Today is the last day".to_owned(),
        Standing::DaysLeft(n) => format!("{} left", days(n)),
        Standing::Overdue(n) => format!("{} overdue", days(n)),
        Standing::NoDay => "No last day is published, so it is not overdue".to_owned(),
    },
    only_reminded: "Reminded; no order to rectify",
    ended: "moved to",
    in_time: |late| match late {
        1.. => format!("{} after the last day", days(late)),
        0 => "on the last day".to_owned(),
        _ => format!("{} before the last day", days(-late)),
    },
    cause_unstated: "The act states no cause",
};
