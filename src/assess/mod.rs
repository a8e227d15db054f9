//! Self-assessment: what is being filled in, where it is kept, and what the engine makes of it. Nothing of it
//! leaves the reader's machine.

pub mod forget;
pub mod kept;
mod queue;
pub mod session;
mod store;

pub use kept::{Keeping, Kept};
pub use session::Session;
