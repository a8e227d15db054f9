//! Tests of the worksheet.
//!
//! One program for all of them: linking is most of what tests cost.

mod number;
mod sheet;
