//! The pages, one file each.

mod about;
mod chunks;
mod glossary;
mod home;
mod league;
pub mod list;
mod lists;
mod map;
mod method;
mod not_found;
mod park;
mod progress;

pub use chunks::{Chunks, page};
