//! 中文：Words of the rankings and the comparison.

use super::*;

pub(super) const RANKINGS: Rankings = Rankings { todo_title: "标题" };

pub(super) const COMPARE: Compare = Compare { todo_title: "标题" };
