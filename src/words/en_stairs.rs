//! English: Words of the ladder, the built parks and the rectification.

use super::*;

pub(super) const LADDER_PAGE: LadderPage = LadderPage { todo_title: "Title" };

pub(super) const BUILT: Built = Built { todo_title: "Title" };

pub(super) const RECTIFICATION: Rectification = Rectification { todo_title: "Title" };
