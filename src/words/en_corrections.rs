//! Corrections in English.

use disclosure::round::{PublishedCore, Stated};

use super::{Corrections, en};

pub static CORRECTIONS: Corrections = Corrections {
    lead: |notices, changes| {
        let notices = if notices == 1 {
            "One correction has".to_owned()
        } else {
            format!("{notices} corrections have")
        };
        let things = if changes == 1 { "one thing".to_owned() } else { format!("{changes} things") };
        let holds =
            "Each holds from its own day on; as of an earlier day, what was published then still stands.";
        format!("{notices} been published, of {things}. {holds}")
    },
    none: "No correction had been published by this day.",
    caption: |id| format!("What correction {id} changes"),
    heads: ["What is corrected", "Before", "Now"],
    of_round: |title| format!("{title}:"),
    nothing: "not published",
    withdrawn: "withdrawn",
    removed: "taken off",
    reading: |value, quality| format!("{value} ({quality})"),
    not_applicable: |reason| format!("not applicable: {reason}"),
    core: |core| match core {
        PublishedCore::Balance(..) => "Energy balance",
        PublishedCore::Totals(_) => "Totals of emissions and energy",
        PublishedCore::Ratio(_) => "Carbon per unit of energy, the ratio alone",
    },
    balance_given: |core| format!("carbon per unit of energy {core}"),
    condition: |number| format!("Basic condition {number}"),
    stated: |stated| match stated {
        Stated::Yes => "holds",
        Stated::No => "does not hold",
        Stated::Unknown => "not published",
    },
    task: |task| format!("Progress of a task ({task})"),
    entry: |number| format!("No. {number}"),
    entry_period: |from, to| format!("construction {from}–{to}"),
    comma: ", ",
    scopes: ["whole park", "park within a park"],
    act: "Official act",
    act_text: |day, text, due| {
        let due = due.map(|due| format!(", by {}", (en::WORDS.day)(due))).unwrap_or_default();
        // The text is a sentence of its own elsewhere.
        let text = text.trim_end_matches('.');
        format!("{}: {text}{due}", (en::WORDS.day)(day))
    },
    statement: "Public statement",
    mark: "corrected",
    mark_title: |day, reason| format!("Corrected on {}: {reason}", (en::WORDS.day)(day)),
    on: |day| format!("Corrected on {}.", (en::WORDS.day)(day)),
    before: |was| format!("Before: {}.", was.trim_end_matches('.')),
    because: |reason| format!("Why: {reason}"),
    of_park: "Corrections",
    of_park_lead: "What was corrected of what is published about this park, the latest first.",
    of_list: "Corrections of this list",
    of_report_lead: "Corrections since it was published, the latest first; the text above is as corrected.",
    report_text: "text",
    older: |day| format!("data of {day}"),
    partly_older: |day| format!("in part data of {day}"),
    older_note: |parks| {
        let parks =
            if parks == 1 { "one of these parks".to_owned() } else { format!("{parks} of these parks") };
        format!(
            "The round does not cover {parks}, or not in all: what was published last stands, with its day."
        )
    },
    covers: |indicators| format!("The round covers {indicators} only."),
    not_covered: "not covered by the round",
    corrected_note: |parks| {
        let parks = if parks == 1 { "one park were".to_owned() } else { format!("{parks} parks were") };
        format!("Data of {parks} corrected after this round was published.")
    },
    all: "All corrections",
};
