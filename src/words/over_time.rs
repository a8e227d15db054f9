//! Words of the counts over time and of tasks by state.

use super::W;

groups! {
    /// OverTime.
    OverTime {
        todo_title: W,
    }
}
