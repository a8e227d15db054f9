//! Words of the self-assessment's result.

use super::*;

pub(super) const ASSESS_RESULT: AssessResult = AssessResult { todo_title: "Title" };
