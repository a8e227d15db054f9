//! 中文：Words of the counts over time and of tasks by state.

use super::*;

pub(super) const OVER_TIME: OverTime = OverTime { todo_title: "标题" };
