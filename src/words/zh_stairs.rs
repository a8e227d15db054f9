//! 中文：Words of the ladder, the built parks and the rectification.

use super::*;

pub(super) const LADDER_PAGE: LadderPage = LadderPage { todo_title: "标题" };

pub(super) const BUILT: Built = Built { todo_title: "标题" };

pub(super) const RECTIFICATION: Rectification = Rectification { todo_title: "标题" };
