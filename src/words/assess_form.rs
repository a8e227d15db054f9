//! Words of the self-assessment's form.

use super::W;

groups! {
    /// Words of the self-assessment's form.
    AssessForm {
        todo_title: W,
    }
}
