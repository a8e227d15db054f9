//! Rules, carbon accounting and evaluation of zero-carbon parks.
//!
//! Pure: no I/O, no clock, no interface language, no file format but serde's. The same input gives
//! the same output, natively and in WebAssembly.

#![deny(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::float_arithmetic)]

pub mod account;
pub mod applicability;
pub mod clause;
pub mod decimal;
pub mod evaluate;
pub mod fact;
pub mod factors;
mod fields;
pub mod flow;
pub mod formulas;
pub mod gap;
pub mod in_force;
pub mod input;
pub mod ladder;
pub mod ladder_amendment;
pub mod ladder_position;
pub mod plausible;
pub mod quantity;
pub mod ranking;
pub mod reader;
pub mod report;
pub mod ruleset;
pub mod scoring;
pub mod stages;
pub mod trace;
pub mod unit;
pub mod whatif;
mod writer;

/// Version of the engine, as results and reports name it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

pub use decimal::{Decimal, Ratio};
pub use fact::{Date, Mark, Problem, Text};
