//! Words of the ladder, the built parks and the rectification.

use super::W;

groups! {
    /// LadderPage.
    LadderPage {
        todo_title: W,
    }
    /// Built.
    Built {
        todo_title: W,
    }
    /// Rectification.
    Rectification {
        todo_title: W,
    }
}
