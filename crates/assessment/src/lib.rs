//! Rules, carbon accounting and evaluation of zero-carbon parks.
//!
//! Pure: no I/O, no clock, no interface language, no file format but serde's. The same input gives
//! the same output, natively and in WebAssembly.

pub mod decimal;
pub mod fact;
pub mod factors;
pub mod ruleset;

pub use decimal::{Decimal, Ratio};
pub use fact::{Date, Mark, Problem, Text};
