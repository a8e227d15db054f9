//! The site as a static host has it: the pages around the compiled data, compressed copies, the headers of production,
//! and a preview that answers as production does.
//!
//! The publisher's program and the project's own builds both stand on it, so that a site is put together in one way
//! whoever builds it. It knows nothing of what is published: pages come as a list, data as files.

mod compose;
mod compress;
pub mod headers;
mod pages;
mod positions;
pub mod serve;
pub mod sums;
mod types;

pub use compose::{HEADERS, MANIFEST, PUBLIC, Portal, THEME, complete, copy, may_be_replaced, seal};
pub use compress::{Encoding, compress, is_copy, list};
pub use pages::{Asset, Assets, Contents, Draw, Drawn, Feed, Lang, Page};
pub use types::content_type;
