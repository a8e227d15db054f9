//! Deleting everything that the portal keeps on the reader's machine.

use super::{queue, store};
use crate::browser::{storage, tabs};
use crate::remembered::Forgotten;

/// Deletes it all, after what was asked of the store before, and tells `then` what it was.
pub fn forget_everything(then: impl FnOnce(Forgotten) + 'static) {
    queue::then(async move {
        let assessments = store::clear().await.ok();
        let remembered = storage::forget_all();
        // Other tabs list what is kept; one that has an assessment open goes on with it.
        tabs::tell("");
        then(Forgotten { assessments, remembered });
    });
}
