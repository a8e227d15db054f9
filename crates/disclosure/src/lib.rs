//! Published artefacts of the portal: what is in them, how they are checked, written and cited.
//!
//! Turns bytes into checked values and back; fetches and reads nothing.

#![deny(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::float_arithmetic)]

pub mod as_of;
pub mod asked;
pub mod citation;
pub mod correction;
pub mod csv;
pub mod integrity;
pub mod last_known;
pub mod model;
pub mod own_pages;
pub mod park_evaluation;
pub mod park_headline;
pub mod park_history;
pub mod park_view;
pub mod plan_evidence;
pub mod rank_changes;
pub mod ranking_table;
pub mod round;
pub mod search;
pub mod stage_changes;
pub mod stage_counts;
pub mod trend;
