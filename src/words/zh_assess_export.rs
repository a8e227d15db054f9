//! Words of the self-assessment's report and exports.

use super::*;

pub(super) static ASSESS_EXPORT: AssessExport = AssessExport { todo_title: "标题" };
