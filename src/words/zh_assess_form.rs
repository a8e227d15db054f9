//! Words of the self-assessment's form.

use super::*;

pub(super) const ASSESS_FORM: AssessForm = AssessForm { todo_title: "标题" };
