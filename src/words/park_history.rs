//! Words of a park's course over its rounds.

use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Reading, Truth};
use assessment::ruleset::Level;
use assessment::{Date, Decimal};
use disclosure::round::PublishedCore;

use super::W;

groups! {
    /// Course.
    ParkHistory {
        reading_note: fn(&Reading, Option<Date>) -> String,
        decides: fn(&str) -> String,
        track: fn(Track) -> W,
        verdict_line: fn(&str) -> String,
        days_left: fn(Date, i64) -> String,
        overdue: fn(Date, i64) -> String,
        no_last_day: W,
        trajectory: W,
        trajectory_note: W,
        summary: fn(&Summary<'_>) -> String,
        target: fn(Level) -> W,
        target_short: fn(Level, &str) -> String,
        path: W,
        path_note: W,
        construction: fn(u16, u16) -> String,
        as_of: fn(Date) -> String,
        keys: [W; 4],
        corrected: fn(&Corrected<'_>) -> String,
        no_rounds: W,
        table: W,
        round: W,
        correction: W,
        source: W,
        quality_head: W,
        from_round: fn(&str) -> String,
        made_of: W,
        made_of_lead: W,
        entry: W,
        amount: W,
        factor: W,
        emissions: W,
        energy_factor: W,
        energy: W,
        total: W,
        formula: fn(&str, &str, &str) -> String,
        subject: fn(&str) -> Option<W>,
        part: fn(assessment::account::Part) -> W,
        unit: fn(&str) -> W,
        origin_own: fn(&str) -> String,
        origin_convention: W,
        origin_method: W,
        no_balance: W,
        not_from: fn(&PublishedCore) -> Option<W>,
        of_totals: W,
        of_ratio: fn(&str, Option<&str>) -> String,
        printed: fn(&str, &str, &str) -> String,
        printed_ratio: fn(&str) -> String,
        remark: fn(&str) -> String,
        printed_as: fn(&str) -> String,
        not_computable: W,
        energy_wanting: W,
        headline_overdue: fn(i64) -> String,
        headline_ordered: fn(Option<i64>) -> String,
        headline_pending: W,
        headline_undetermined: W,
        headline_no_data: W,
        no_values: W,
        missing_conditions: fn(&str) -> String,
        why: W,
        why_lead: W,
        no_act: W,
        no_open: W,
        to: fn(&str) -> String,
        decided_by: fn(&str) -> String,
        truth: fn(Truth) -> W,
        undecided: W,
        condition: fn(&ConditionKind, bool) -> String,
        held_against: fn(&ConditionKind, &str, &str) -> String,
        missing: fn(&str) -> String,
        to_do: fn(&str, Option<&str>) -> String,
        all_met: W,
        arisen: W,
        case_truth: fn(Truth) -> W,
        not_yet: W,
        still: W,
        still_note: W,
        tolerance: fn(Decimal) -> String,
        rank: W,
        rank_range: fn(usize, usize, usize) -> String,
        index_range: fn(&str, &str, usize, usize) -> String,
        rank_apart: W,
        rank_none: W,
        rank_note: W,
        to_rankings: W,
        tasks: W,
        tasks_note: fn(&str) -> String,
        task_unknown: W,
        task_past: fn(&str) -> String,
        due: fn(Date) -> String,
        cause: fn(&str) -> String,
        as_listed: fn(&str) -> String,
        formerly: fn(&str, Date) -> String,
    }
}

/// What the drawing of a park's course shows, for the sentence that says it.
pub struct Summary<'a> {
    /// First round with a value, and the value.
    pub first: (Date, &'a str),
    /// Last round with a value, and the value.
    pub last: (Date, &'a str),
    /// Whether the last value is not yet verified.
    pub pending: bool,
    /// Targets of the levels, as printed.
    pub targets: &'a [(Level, String)],
    /// Rounds without a value.
    pub missing: usize,
}

/// A value that was corrected.
pub struct Corrected<'a> {
    /// Day of the round.
    pub round: Date,
    /// Day of the correction.
    pub on: Date,
    /// The value as first published.
    pub was: &'a str,
    /// The value as now known.
    pub is: &'a str,
    /// Why.
    pub reason: &'a str,
}
