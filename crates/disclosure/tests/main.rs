//! Tests of what is published.
//!
//! One program for all of them: linking is most of what tests cost.

mod as_of;
mod case;
mod correction;
mod course;
mod judge;
mod judged_rounds;
mod movement;
mod moves;
mod one_day;
mod park_headline;
mod plan_evidence;
mod stage_counts;
mod standings;
mod trend;
