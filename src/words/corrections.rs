//! Words of corrections, on their page and beside what they correct.

use assessment::Date;
use disclosure::round::{PublishedCore, Stated};

use super::W;

groups! {
    /// Corrections.
    Corrections {
        lead: fn(usize, usize) -> String,
        none: W,
        caption: fn(&str) -> String,
        heads: [W; 3],
        of_round: fn(&str) -> String,
        nothing: W,
        withdrawn: W,
        removed: W,
        reading: fn(&str, &str) -> String,
        not_applicable: fn(&str) -> String,
        core: fn(&PublishedCore) -> W,
        balance_given: fn(&str) -> String,
        condition: fn(u8) -> String,
        stated: fn(Stated) -> W,
        task: fn(&str) -> String,
        entry: fn(u16) -> String,
        entry_period: fn(u16, u16) -> String,
        comma: W,
        scopes: [W; 2],
        act: W,
        act_text: fn(Date, &str, Option<Date>) -> String,
        statement: W,
        mark: W,
        mark_title: fn(Date, &str) -> String,
        on: fn(Date) -> String,
        before: fn(&str) -> String,
        because: fn(&str) -> String,
        of_park: W,
        of_park_lead: W,
        of_list: W,
        of_report_lead: W,
        report_text: W,
        older: fn(Date) -> String,
        partly_older: fn(Date) -> String,
        older_note: fn(usize) -> String,
        covers: fn(&str) -> String,
        not_covered: W,
        corrected_note: fn(usize) -> String,
        all: W,
    }
}
