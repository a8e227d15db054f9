//! English: Words of the charts.

use super::*;

pub(super) const CHARTS: Charts = Charts { todo_title: "Title" };
