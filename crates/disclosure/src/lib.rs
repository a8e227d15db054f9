//! Published artefacts of the portal: what is in them, how they are checked, written and cited.
//!
//! Turns bytes into checked values and back; fetches and reads nothing.

#![deny(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::float_arithmetic)]

pub mod as_of;
pub mod citation;
pub mod correction;
pub mod course;
pub mod csv;
pub mod integrity;
pub mod judge;
pub mod model;
pub mod movement;
pub mod moves;
pub mod own_pages;
pub mod park_headline;
pub mod park_view;
pub mod plan_evidence;
pub mod round;
pub mod search;
pub mod stage_counts;
pub mod standings;
pub mod trend;
