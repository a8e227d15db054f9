//! What pages are made of. Each is a function from values to a view.

pub mod basis;
pub mod cite;
pub mod correction;
pub mod download;
pub mod filter;
pub mod finding;
pub mod heading;
pub mod indicator;
pub mod interval;
pub mod ladder;
pub mod last_known;
pub mod loading;
pub mod map;
pub mod mark;
pub mod original;
pub mod report;
pub mod sheet;
pub mod source;
pub mod spark;
pub mod stage;
pub mod stage_counts;
pub mod state;
pub mod timeline;
pub mod trajectory;
