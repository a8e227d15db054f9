//! Words of a park's course over its rounds.

use super::W;

groups! {
    /// Course.
    Course {
        todo_title: W,
    }
}
