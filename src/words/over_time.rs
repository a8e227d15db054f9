//! Words of the counts over time and of tasks by state.

use assessment::Date;
use disclosure::plan_evidence::Found;

use super::W;

groups! {
    /// Parks by stage over time, and the plan's work by what was found of it.
    OverTime {
        title: W,
        lead: W,
        lead_by_year: W,
        none: W,
        number_of: fn(&str, usize) -> String,
        label: fn(usize, String, String) -> String,
        goal: fn(u16) -> String,
        target: fn(u16, u16) -> String,
        key: W,
        table: W,
        caption: W,
        day: W,
        all: W,
        here_title: W,
        not_due: fn(Date) -> String,
        due_finding: fn(&Found, Date) -> String,
        by_department: W,
        by_department_lead: W,
        leads: W,
        joins: W,
        found: W,
        inferred: W,
        not_found: W,
        waiting: W,
        traces: W,
        no_traces: W,
        register: fn(&str, usize, Date) -> String,
        since: W,
        elsewhere: W,
        rankings: W,
        built: W,
        rectification: W,
        all_lists: W,
        list: W,
        published: W,
        entries: W,
        in_region: W,
        spread: W,
    }
}
