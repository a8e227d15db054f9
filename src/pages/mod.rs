//! The pages, one file each.

mod about;
pub mod assess;
mod built;
mod chunks;
mod compare;
mod corrections;
mod glossary;
mod home;
pub mod ladder;
mod league;
pub mod list;
mod lists;
mod map;
pub mod method;
mod not_found;
mod park;
mod progress;
mod rankings;
mod rectification;
mod versions;
mod work;

pub use chunks::{Chunks, group, page};
