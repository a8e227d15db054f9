//! Words of the self-assessment's report and exports.

use super::W;

groups! {
    /// Words of the self-assessment's report and exports.
    AssessExport {
        todo_title: W,
    }
}
