//! The command line of the publisher.

pub mod assess;
mod assess_text;
