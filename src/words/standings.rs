//! Words of the rankings and the comparison.

use super::W;

groups! {
    /// Rankings.
    Rankings {
        todo_title: W,
    }
    /// Compare.
    Compare {
        todo_title: W,
    }
}
