//! English: Words of a park's course over its rounds.

use super::*;

pub(super) const COURSE: Course = Course { todo_title: "Title" };
