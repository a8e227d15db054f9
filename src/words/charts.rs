//! Words of the charts.

use super::W;

groups! {
    /// Charts.
    Charts {
        todo_title: W,
    }
}
