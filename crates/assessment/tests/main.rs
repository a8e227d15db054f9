//! Tests of the rules.
//!
//! One program for all of them: linking is most of what tests cost.

mod decimal;
mod flow;
mod gap;
mod ladder;
mod ladder_amendment;
mod ranking;
mod reader;
mod requirements;
mod rules;
mod whatif;
