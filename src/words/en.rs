//! English.

use assessment::Date;
use assessment::evaluate::Verdict;
use assessment::formulas::FormulaKey;

use super::*;

pub(super) static WORDS: Words = Words {
    lang: Lang::En,
    portal: "Inner Mongolia Zero-Carbon Parks: Public Assessment",
    list_comma: ", ",
    day: |day: Date| {
        let month = MONTHS[usize::from(day.month() - 1)];
        format!("{} {month} {}", day.day(), day.year())
    },
    shell: Shell {
        disturbed: "A translation or an extension keeps changing this page. Figures are drawn anew with every input; if in doubt, switch it off and reload.",
        drawn_short: "Only a summary of this page was drawn beforehand; the rest appears once the program has loaded.",
        recomputed: [
            "The {n} figures of this page were worked out again in your browser and agree.",
            "{n} figures of this page come out differently in your browser; they are marked where they stand.",
            "the page said {was}",
        ],
        no_scripts: "Scripts are off in this browser: this is the page as it was drawn; filters, calculations and other moments need scripts.",
        brand: ["Inner Mongolia Zero-Carbon Parks", "Public Assessment"],
        skip: "Skip to content",
        menu: "Menu",
        navigation: "Main",
        other_language: "中文",
        theme: "Colours",
        themes: ["System", "Light", "Dark"],
        demonstration: "Demonstration data: parks and figures are invented.",
        every_number: "Every figure has its basis beside it; what is not published is said to be so.",
        edition: "Edition: ",
        as_of: "As of ",
        as_of_label: "As of",
        latest: |day| format!("{day} (latest)"),
        past: |day| format!("You are looking at what was known on {day}; nothing published later is shown."),
        to_latest: "Back to the latest",
        superseded: |day, version| {
            format!("You see version {version}, published on {day}; newer ones have been published since.")
        },
        older_release: |day, seen| {
            format!(
                "These data were compiled on {day}, and this browser has seen data compiled on {seen}: this may be an old copy."
            )
        },
        switch_to: |edition| format!("Switch to: {edition}"),
        other_edition: |title| format!("This is the edition “{title}”."),
        fingerprint: "Fingerprint ",
        organiser: "Run by ",
        identification_code: "Site code ",
        map_approval: "Map approval ",
    },
    pages: Pages {
        home: "Overview",
        map: "Map",
        ladder: "Ladder",
        built: "Built parks",
        rectification: "Rectification",
        rankings: "Rankings",
        compare: "Compare",
        assess: "Self-assessment",
        lists: "Lists",
        corrections: "Corrections",
        versions: "Versions",
        work: "Work reports",
        progress: "Progress",
        method: "Method",
        quotas: "Energy quotas",
        glossary: "Glossary",
        about: "About",
    },
    load: Load {
        loading: "Loading data…",
        offline: "The data could not be fetched: the network or the server did not answer.",
        missing: "The server does not have this data file; it may be being updated.",
        program: "This part of the program could not be had, or is of another version than the page: the site may have been updated, and reloading the page brings the new version. What you entered in a self-assessment is kept.",
        hash_mismatch: "This file does not match its fingerprint in the catalogue, so it was not used.",
        malformed: "This file is not in the form it should be and cannot be read.",
        newer_format: "The data are newer than this page's program; please reload the page.",
        unsound: |problem| format!("The rules contradict themselves, so they were not used: {problem}"),
        rules_contradict: |first, second, on| {
            format!("The rules {first} and {second} are both in force on {on}, so nothing is judged.")
        },
        no_such_state: |id| {
            format!(
                "“{id}”, as the address has it, does not exist here, or not yet on the day looked at; so nothing is shown."
            )
        },
        retry: "Try again",
        reload: "Reload",
    },
    not_found: NotFound {
        title: "There is no such page",
        sentence: "The address may be mistyped, or the page never existed. You can go on from here:",
        not_yet: "Not yet known on that day",
        not_yet_on: |day| {
            format!("What this page shows was published after {day}; it was not public on that day.")
        },
        now_known: "See what is published now",
    },
    marks: Marks {
        key: "How sure",
        a: "read in the official text",
        b: "read in a reprint or press report",
        c: "common practice, not confirmed",
        u: "not published",
        d: "invented for demonstration",
    },
    stages: Stages { none: "No published official status", beside: "and" },
    readings: Readings {
        contradicts: "Today's figures no longer meet the conditions of this stage",
        agrees: "Consistent with official status",
        undetermined: "Not published, so it cannot be determined",
        or: " or ",
        either: |said| {
            let lower = |sentence: &String| {
                let mut letters = sentence.chars();
                letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
            };
            let first = said.iter().take(1).cloned();
            first.chain(said.iter().skip(1).map(lower)).collect::<Vec<_>>().join(", or ")
        },
    },
    states: States {
        met: "Met",
        not_met: "Not met",
        no_data: "Not published",
        not_applicable: "Not applicable",
        pending: "To be verified",
        no_threshold: "No target to compare with",
        not_in_force: "No rules in force that year",
    },
    basis: Basis {
        link: "Basis",
        title: "Basis",
        close: "Close",
        unknown: "This clause was not found:",
        in_method: "See it on the method page",
        no_quote: "The clause's own words were not read.",
        original: "Original page",
        reprint: "Reprint or report",
        beside: " (opens in a new window)",
        unnamed: "Unnamed source",
        checked: "checked ",
    },
    cite: Cite {
        invented: "[Demonstration data, invented] ",
        of_round: |title, round| format!("{title}, {round}"),
        version: "version",
        copy: "Copy citation",
        copied: "Copied",
        refused: "The browser does not allow copying; the citation is selected for you to copy.",
    },
    ladder: Ladder { label: "The ladder", key: "Marks", none_published: "None published" },
    filter: en_reference::FILTER,
    search: en_reference::SEARCH,
    report: en_reference::REPORT,
};

pub(super) static HOME: Home = Home {
    finding: |headline, stages| {
        let mut parts = Vec::new();
        if headline.named == 0 {
            parts.push(FindingPart::Words("No park is on a published list yet.".to_owned()));
            return parts;
        }
        let noun = |n: usize| if n == 1 { "park" } else { "parks" };
        let Some(accepted) = headline.accepted.filter(|accepted| accepted.parks > 0) else {
            let mut standing = headline.standing.groups.iter().filter(|(_, n)| n.is_some_and(|n| n > 0));
            let all = format!("{} {}", capital(&numeral(headline.named)), noun(headline.named));
            parts.push(FindingPart::Linked(all, Page::Ladder));
            // Where all stand on one step, the step says more than their number.
            let one = standing.next().filter(|_| standing.next().is_none());
            let one = one.and_then(|(group, _)| Some(format!(" {}", stages.group(*group)?.parks.en)));
            parts.push(FindingPart::Words(one.unwrap_or_default()));
            let none = match headline.accepted {
                Some(_) => ". None has passed acceptance",
                None => ". No acceptance is published",
            };
            parts.push(FindingPart::Words(none.to_owned()));
            if let Some(behind) = headline.behind.filter(|behind| *behind > 0) {
                parts.push(FindingPart::Words(". ".to_owned()));
                let be = if behind == 1 { "is" } else { "are" };
                let behind = format!("{} {be} reminded or ordered to rectify", capital(&numeral(behind)));
                parts.push(FindingPart::Linked(behind, Page::Rectification));
            }
            parts.push(FindingPart::Words(".".to_owned()));
            return parts;
        };
        let verb = |n: usize| if n == 1 { "has" } else { "have" };
        parts.push(FindingPart::Words("Of ".to_owned()));
        parts.push(FindingPart::Linked(
            format!("{} {}", numeral(headline.named), noun(headline.named)),
            Page::Ladder,
        ));
        parts.push(FindingPart::Words(", ".to_owned()));
        let passed = format!("{} {} passed acceptance", numeral(accepted.parks), verb(accepted.parks));
        parts.push(FindingPart::Linked(passed, Page::Built));
        if accepted.national > 0 {
            parts.push(FindingPart::Words(", ".to_owned()));
            parts.push(FindingPart::Linked(
                format!("{} of them nationally", numeral(accepted.national)),
                Page::Built,
            ));
        }
        if let Some(behind) = headline.behind.filter(|behind| *behind > 0) {
            parts.push(FindingPart::Words(". ".to_owned()));
            let be = if behind == 1 { "is" } else { "are" };
            let behind = format!("{} {be} reminded or ordered to rectify", capital(&numeral(behind)));
            parts.push(FindingPart::Linked(behind, Page::Rectification));
        }
        parts.push(FindingPart::Words(".".to_owned()));
        parts
    },
    lead: "How far Inner Mongolia's zero-carbon parks have come, and how much of their indicators is published, set against the plan clause by clause. Official and computed status stand side by side; what is not published is said to be so.",
    ladder_note: "Each mark is a park and opens its page. Rules:",
    ladder_rules: ["the plan on upgrading", "the notice on acceptance"],
    years: "Three years of the plan",
    all_progress: "All tasks and dates",
    leagues: "Twelve leagues and cities",
    latest: "Published last",
    not_published: "Not published",
    not_published_lead: "What a reader would look for and nobody has published so far.",
};

pub(super) static PARK: Park = Park {
    park: "Park",
    whole: "Whole park",
    part: "Park within the park",
    official: "Official status",
    computed: "Computed status",
    as_of: |day| format!(" (as of {day})"),
    since: |day| format!("Published {day}."),
    verdict: |verdict| match verdict {
        Verdict::Eligible => "Every indicator met",
        Verdict::EligibleOnCore => "Core indicator met",
        Verdict::NotEligible => "Core indicator not met",
        Verdict::Undetermined => "Cannot be determined",
    },
    why: "Why",
    judged_by: "Judged by: ",
    not_in_force: "No rules published and in force on this day",
    national_indicators: "National indicators",
    region_indicators: "Regional indicators",
    other_requirements: "Other requirements",
    other_requirements_note: "These decide no level and change nothing of the judgement above.",
    set_document: "The document",
    applies_unknown_industries: "The park's industries are not published, so nobody can say whether this applies.",
    applies_unknown_stage: "No official act about the park is published, so nobody can say whether this applies.",
    set_unpublished: "Of this set the following is not published, so nothing can be judged by it:",
    count_of: |n| format!("({n})"),
    period: "Construction period",
    no_period: "The construction period is not published.",
    no_commitments: "The park's committed yearly targets are not published.",
    acts: "Official acts",
    no_acts: "No official act is published.",
    statements: "Published reports",
    statements_note: "What was reported, with its source and how to read it; not observations of an indicator, and no part of the judgement.",
    announced_targets: "Targets that were announced",
    announced_targets_note: "Targets named in reports: no values, not the yearly targets that a park commits itself to, and no part of the judgement.",
    announced_on: |day| format!("Reported {day}."),
    target_year: |year| format!("By {year}:"),
    no_target_year: "No year named:",
    no_statements: "No reports are recorded.",
    place: "Place, and marks of sources",
    no_place: "The place is not published.",
    cite: "Cite this page",
};

pub(super) static LEAGUE: League = League {
    count: |n| match n {
        0 => "No park here is on a published list yet.".to_owned(),
        1 => "One park here is on a published list.".to_owned(),
        n => capital(&format!("{} parks here are on published lists.", numeral(n))),
    },
    parks: "Parks",
    park: "Park",
    stage: "Stage",
    period: "Construction",
    no_parks: "No park is on a published list.",
    no_list_yet: "No list at regional level was found published; this will change when one is.",
    elsewhere: "Other leagues and cities",
    quota: "Recommendation quota",
    at_most: |n| format!("at most {n}"),
    national: "National level",
    region: "Regional level",
    duties: "Duties of leagues and cities",
};

pub(super) static MAP: Map = Map {
    lead: "Shade is the number of parks on published lists; a mark is the stage of a park.",
    label: "The twelve leagues and cities, and their parks",
    views_label: "View",
    views: ["Map", "Tiles", "Table"],
    table_twin: "The same as a table",
    sketch: "A sketch; not a basis for boundaries.",
    parks: "Parks",
    count: |n| match n {
        1 => "1 park".to_owned(),
        n => format!("{n} parks"),
    },
    colon: ": ",
    league: "League or city",
    which: "Parks and stages",
    stages: "By stage",
    of_which: |count, stages| format!("{count} ({stages})"),
    none: "None published",
    grid_west: "West grid",
    grid_east: "East grid",
};

pub(super) static INDICATORS: Indicators = Indicators {
    indicator: "Indicator",
    value: "Value",
    target: "Target",
    state: "State",
    basis: "Basis",
    core: "Core",
    guiding: "Guiding",
    requirement: "Requirement",
    not_published: "Not published",
    no_clause: "No clause",
    no_target: "No target",
    split_unknown: "how it is split is not published",
    t_per_tce: "t CO₂/tce",
    quality: en_park_history::quality,
    formula_name: |key| match key {
        FormulaKey::CarbonPerEnergy => "Carbon per unit of energy",
        FormulaKey::CleanEnergyShare => "Clean-energy share",
        FormulaKey::CleanEnergyShareStrict => "Clean-energy share without gas",
        FormulaKey::DirectSupplyShare => "Direct-supply share",
    },
    band: |from, to| match (from.map(grouped), to.map(grouped)) {
        (Some(from), Some(to)) => format!("{from} to under {to} tce a year"),
        (None, Some(to)) => format!("under {to} tce a year"),
        (Some(from), None) => format!("{from} tce a year and more"),
        (None, None) => "at any annual energy".to_owned(),
    },
};

pub(super) static TIMELINE: Timeline = Timeline { today: "As of " };

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A sentence with its first letter capital.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words up to ten, figures from there on.
fn numeral(n: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}
