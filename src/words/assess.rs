//! Words of the self-assessment's frame.

use super::W;

groups! {
    /// The frame of the self-assessment.
    Assess {
        lead: W,
        private: W,
        form: W,
        result: W,
        means: W,
        means_head: [W; 2],
        means_rows: [[W; 2]; 4],
    }
}
