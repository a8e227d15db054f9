//! Tests of what is published.
//!
//! One program for all of them: linking is most of what tests cost.

mod as_of;
mod case;
mod correction;
mod earlier_programs;
mod judged_rounds;
mod last_known;
mod one_day;
mod park_evaluation;
mod park_headline;
mod park_history;
mod plan_evidence;
mod rank_changes;
mod ranking_table;
mod stage_changes;
mod stage_counts;
mod trend;
