//! Deleting everything that the portal keeps on the reader's machine.

use super::session::tell_others;
use super::{queue, store};
use crate::storage::{self, Key};

/// What was deleted. What the browser does not let the portal reach is absent, and may still be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// How many self-assessments.
    pub assessments: Option<usize>,
    /// What was remembered beside them.
    pub remembered: Option<Vec<Key>>,
}

/// Deletes it all, after what was asked of the store before, and tells `then` what it was.
pub fn forget_everything(then: impl FnOnce(Forgotten) + 'static) {
    queue::then(async move {
        let assessments = store::clear().await.ok();
        let remembered = storage::forget_all();
        // Other tabs list what is kept; one that has an assessment open goes on with it.
        tell_others("");
        then(Forgotten { assessments, remembered });
    });
}
