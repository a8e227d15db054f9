//! Reports of the work in English.

use super::WorkWords;

pub static WORK: WorkWords = WorkWords {
    lead: "Progress bulletins, practices, annual summaries, meetings and supervision, as far as they were published. One whose text is published has a page.",
    all: "All work reports",
    none: "No report of the work was found published.",
    issuer: "Issued by",
    day: "Day",
    published: "Published in",
    clause: "Clause",
    caveat: "How to read it",
    concerns: "Concerned",
    parks: "Parks",
    departments: "Departments",
    tasks: "Tasks",
    attachments: "Attachments",
    file_size: |ending, size| format!("({ending}, {size})"),
    chinese_only: "Some of this page is in Chinese only.",
    of_park: "Bulletins and practices",
    feeds: "Feeds",
    feeds_lead: "New lists, acts, rounds, corrections, bulletins and the rest, for a feed reader. A feed tells what is published by now, whatever day is looked at here.",
};
