//! Words of the reports of the work: bulletins, practices, summaries, meetings, supervision.

use super::W;

groups! {
    /// Reports of the work.
    WorkWords {
        lead: W,
        all: W,
        none: W,
        issuer: W,
        day: W,
        published: W,
        clause: W,
        caveat: W,
        concerns: W,
        parks: W,
        departments: W,
        tasks: W,
        attachments: W,
        file_size: fn(&str, &str) -> String,
        chinese_only: W,
        of_park: W,
        feeds: W,
        feeds_lead: W,
    }
}
