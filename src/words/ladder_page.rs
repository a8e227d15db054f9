//! Words of the ladder, the built parks and the rectification.

use assessment::evaluate::State;
use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Rectification as Standing, Truth};
use assessment::ruleset::Level;

use super::*;

groups! {
    /// The page of the ladder.
    LadderPage {
        lead: W,
        ways_label: W,
        too_many: W,
        as_table: W,
        table_caption: fn(usize) -> String,
        heads: [W; 3],
        not_named: fn(usize) -> String,
        show_all: fn(usize) -> String,
        flow: FlowWords,
        differences: Differences,
        rules: LadderRules,
        conditions: Conditions,
    }
    /// Who moved between two rounds.
    FlowWords {
        title: W,
        since: W,
        no_rounds: W,
        first_round: fn(Date) -> String,
        finding: fn(&Moved) -> String,
        nobody: W,
        picture: W,
        new: W,
        key: [W; 4],
        caption: W,
        heads: [W; 4],
        table_step: W,
        no_such_step: W,
        came: W,
        decided_by: fn(&str) -> String,
        eve: fn(Truth) -> W,
        by_decision: W,
        eve_round: fn(Option<Date>) -> String,
        no_act: W,
    }
    /// Where official and computed stage differ.
    Differences {
        title: W,
        lead: W,
        no_round: W,
        by_round: fn(Date) -> String,
        finding: fn(usize, usize, usize) -> String,
        caption: W,
        heads: [W; 5],
        supports: W,
        contradicts: W,
        at_least_since: W,
        no_since: W,
        conditions: W,
    }
    /// The table of the ladder.
    LadderRules {
        title: W,
        lead: W,
        none: W,
        unique: fn(bool) -> W,
        lag: W,
        track: fn(Track) -> W,
        track_lead: fn(Track) -> W,
        heads: [W; 4],
        instead: W,
        coverage: W,
        coverage_lead: W,
        coverage_heads: [W; 3],
        nothing_left_out: W,
        not_a_step: W,
    }
    /// Conditions and how they were answered.
    Conditions {
        kind: fn(&ConditionKind, bool) -> String,
        truth: fn(Truth) -> W,
        decision: W,
        against: fn(&str, &str) -> String,
        gap: fn(&str) -> String,
        to: W,
        or: W,
    }
    /// Built parks.
    Built {
        finding: fn(usize, usize) -> String,
        lead: W,
        none: fn(Date) -> String,
        none_why: W,
        caption: W,
        heads: [W; 6],
        level: fn(Level) -> W,
        sentence: fn(Date, Level, Option<State>) -> String,
        now: W,
        round: W,
        no_round: W,
        no_document: W,
        conditions: W,
        note: W,
    }
    /// Rectification.
    Rectification {
        finding: fn(usize, usize, usize) -> String,
        none: fn(Date) -> String,
        lead: W,
        current: W,
        no_current: W,
        history: W,
        no_history: W,
        caption: fn(bool) -> W,
        heads: [W; 5],
        reminded: W,
        ordered: W,
        no_due: W,
        no_due_yet: W,
        extended: fn(Date, Date) -> String,
        first_due: fn(Date) -> String,
        stands: fn(Standing) -> String,
        only_reminded: W,
        ended: W,
        in_time: fn(i64) -> String,
        cause_unstated: W,
    }
}

/// How many parks moved between two days, for the sentence that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The earlier day.
    pub since: Date,
    /// The later day.
    pub on: Date,
    /// Parks that moved.
    pub moved: usize,
    /// Of which no act had named on the earlier day.
    pub new: usize,
    /// Of which stand again where they stood.
    pub returned: usize,
    /// Parks that did not move.
    pub stayed: usize,
}
