//! English: Words of the rankings and the comparison.

use super::*;

pub(super) const RANKINGS: Rankings = Rankings { todo_title: "Title" };

pub(super) const COMPARE: Compare = Compare { todo_title: "Title" };
