//! English: parks by stage over time, tasks and evidence.

use disclosure::plan_evidence::Found;

use super::*;

/// A day in running text.
fn said(day: Date) -> String {
    (en::WORDS.day)(day)
}

pub(super) static OVER_TIME: OverTime = OverTime {
    title: "Parks by stage over time",
    lead: "Counted from official acts alone, one bar a round; all rows are on one scale.",
    lead_by_year: "No evaluation round is published: counted from official acts at each year's end and on this edition's day; all rows are on one scale.",
    none: "No official act is published yet, so there is nothing to count.",
    number_of: |group, n| format!("{group} {n}"),
    label: |bars, day, counts| format!("Parks by stage on {bars} days. On {day}: {counts}. A table follows."),
    goal: |year| format!("{year} goal"),
    target: |year, parks| format!("dashed: {year} goal, {parks}"),
    key: "Upright lines: years of the plan's goals",
    table: "As a table",
    caption: "Parks by stage, by day",
    day: "As of",
    all: "All",
    here_title: "Parks here by stage over time",
    not_due: |day| format!("Not due before {}", said(day)),
    due_finding: |count, day| {
        let Found { found, inferred, not_found, not_due } = count;
        let mut parts = vec![format!("published evidence was found of {found}")];
        if *inferred > 0 {
            parts.push(format!("the portal infers evidence of {inferred}"));
        }
        if *not_found > 0 {
            parts.push(format!("the day of {not_found} has passed and none was found as of {}", said(day)));
        }
        if *not_due > 0 {
            parts.push(format!("{not_due} are not due yet"));
        }
        format!(
            "The plan sets a day for {} deliverables: {}.",
            found + inferred + not_found + not_due,
            parts.join("; ")
        )
    },
    by_department: "Departments: tasks and evidence",
    by_department_lead: "The tasks themselves have no day. What can be looked up is whether evidence was found of the deliverables that name a department; no evidence does not mean that nothing was done.",
    leads: "Leads",
    joins: "Joins",
    found: "Found",
    inferred: "Inferred",
    not_found: "None found",
    waiting: "Not due",
    traces: "Under the same clause:",
    no_traces: "The plan sets no day for this task, and this edition records no evidence under its clause.",
    register: |title, n, day| match n {
        0 => format!("{title}: no published list was found as of {}", said(day)),
        1 => format!("{title}: one entry on the register"),
        n => format!("{title}: {n} entries on the register"),
    },
    since: "Since",
    elsewhere: "Read on",
    rankings: "Rankings",
    built: "Built parks",
    rectification: "Rectification",
    all_lists: "All lists",
    list: "List",
    published: "Published",
    entries: "Parks",
    in_region: "In the region",
    spread: "Marks too near each other are set slightly apart.",
};
