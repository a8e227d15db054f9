//! The command line of the publisher.

pub mod archive;
pub mod assess;
mod assess_text;
mod balance;
pub mod build;
pub mod check;
pub mod compile;
pub mod demo;
pub mod diff;
pub mod draft;
mod entries;
pub mod files;
pub mod finding;
mod listed;
mod media;
mod outlines;
mod printed;
pub mod propose;
pub mod publication;
pub mod schema;
mod site;
mod text;
mod tomlfile;
mod tree;
mod work;
