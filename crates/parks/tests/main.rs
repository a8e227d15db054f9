//! Tests of the publisher's command line.
//!
//! One program for all of them: linking is most of what tests cost.

mod archive;
mod assess;
mod clerk;
mod cli;
mod compiled;
mod covered;
mod data;
mod data_only;
mod demo;
mod docs;
mod drawn;
mod feeds;
mod frozen;
mod import;
mod known;
mod lists;
mod one_truth;
mod schema;
mod templates;
mod verify;
mod workbooks;
