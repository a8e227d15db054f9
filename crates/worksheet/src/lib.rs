//! A self-assessment as it is filled in: typed texts with their units, small calculators, reasons. It turns
//! into an assessment file of the contract and back, and every mistake keeps the field that it stands in.
//!
//! Pure: no page, no storage, no clock. What was typed is never lost, also when it cannot be read.

#![deny(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::float_arithmetic)]

mod apply_levers;
pub mod calculators;
pub mod field;
pub mod file;
pub mod history;
pub mod link;
pub mod number;
pub mod sheet;
pub mod step;
pub mod tables;
pub mod unit;

pub use file::{FieldProblem, Made, What};
pub use sheet::Sheet;
