//! Words of the self-assessment's result.

use super::W;

groups! {
    /// Words of the self-assessment's result.
    AssessResult {
        todo_title: W,
    }
}
