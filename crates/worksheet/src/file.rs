//! From a sheet to an assessment file of the contract, and back. Every mistake names the field that it is in.

mod make;
mod open;

pub use make::{FieldProblem, Made, Read, What, calculated};
pub use open::{Opened, open};
