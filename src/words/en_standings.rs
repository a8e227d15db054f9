//! English: Words of the rankings and the comparison.

use disclosure::rank_changes::Movement;

use super::*;

/// `1 place`, `2 places`.
fn places(n: usize) -> String {
    if n == 1 { "1 place".to_owned() } else { format!("{n} places") }
}

/// `1 park`, `2 parks`.
fn parks(n: usize) -> String {
    if n == 1 { "1 park".to_owned() } else { format!("{n} parks") }
}

pub(super) static RANKINGS: Rankings = Rankings {
    lead: "Parks by the portal's index, which the portal computes by a published method: it is not an official score. \
           A green bar is the range left open by data that are not published; a rank may be a range for the same reason.",
    finding: |ranked, met, apart| {
        let said = match (ranked, met) {
            (0, _) => "No park is ranked".to_owned(),
            (1, 0) => "One park is ranked, with none to compare it with; it does not meet its core target"
                .to_owned(),
            (1, _) => "One park is ranked, with none to compare it with; it meets its core target".to_owned(),
            (_, 0) => format!("{ranked} parks are ranked; none meets its core target"),
            (_, 1) => format!("{ranked} parks are ranked; one meets its core target"),
            _ => format!("{ranked} parks are ranked; {met} meet their core target"),
        };
        match apart {
            0 => format!("{said}."),
            1 => format!("{said}. One has no target in force and is listed apart."),
            _ => format!("{said}. {apart} have no target in force and are listed apart."),
        }
    },
    round: "Round",
    level_label: "Indicators of which level",
    levels: ["National indicators", "Regional indicators"],
    caption: |level, round| format!("Parks ranked, {level}, {round}"),
    rank: "Rank",
    park: "Park",
    index: "Portal index",
    known: "Data known",
    core: "Core / target",
    core_short: "Core",
    stage: "Official stage",
    moved: "Moved",
    pick: "Compare",
    ranks_from_to: |best, worst| format!("between rank {best} and rank {worst}"),
    movement: |movement| match movement {
        Movement::New => ["new".to_owned(), "not ranked in the round before".to_owned()],
        Movement::Same => ["–".to_owned(), "no change".to_owned()],
        Movement::Uncertain => ["?".to_owned(), "up or down cannot be told".to_owned()],
        Movement::Up(by) if by.exact => [format!("▲{}", by.least), format!("up {}", places(by.least))],
        Movement::Up(by) => [format!("▲≥{}", by.least), format!("up at least {}", places(by.least))],
        Movement::Down(by) if by.exact => [format!("▼{}", by.least), format!("down {}", places(by.least))],
        Movement::Down(by) => [format!("▼≥{}", by.least), format!("down at least {}", places(by.least))],
    },
    moved_since: |round| {
        format!("Movement is since {round}; a question mark where up or down cannot be told.")
    },
    no_earlier: "This is the first round: there is no movement to tell.",
    target: "target",
    sort: "Sort by",
    ascending: "low to high",
    descending: "high to low",
    filters: "Filters",
    by_name: "Name",
    league: "League or city",
    grid: "Grid",
    industry: "Industry",
    band: "Annual energy",
    any: "All",
    band_unknown: "Energy not published",
    clear: "Clear the filters",
    nothing: "No park matches all of this.",
    pages: "Pages",
    page: |page| format!("Page {page}"),
    rows: |from, to, all| format!("Rows {from} to {to} of {all}"),
    previous: "Previous",
    next: "Next",
    pick_one: |park| format!("Choose {park} for comparison"),
    chosen: |chosen| format!("{} chosen: ", parks(chosen)),
    choose_more: "Choose one more to compare.",
    full: "Four at most.",
    go: "Compare side by side",
    pick_some: "Tick two to four parks to compare them side by side",
    drop: "Choose none",
    apart: "Listed apart: no target in force",
    apart_why: "The annual energy of these parks falls into a band without a target. Whether they meet it cannot be said, \
                so they stand here and have no rank.",
    apart_all: |parks| format!("Show all {parks} parks"),
    apart_first: |parks| format!("Show the first {parks} only"),
    about: "What the portal's index is, and what it is not",
    weights: "Weights and baselines",
    indicator: "Indicator",
    weight: "Weight",
    baseline: "Baseline (counts 0)",
    how: "How parks are ranked",
    rules: [
        "Parks that meet their core target stand before those that do not; then the index decides. Equal parks have equal ranks.",
        "What is not published or not yet verified is not guessed: the index becomes a range from worst to best, and the rank a range of ranks. \
         Where the core indicator is not known, both outcomes count.",
        "The table first stands in the order of the middle of each range. Sorted by the index, it goes by the worst value, which the data prove.",
        "Movement tells only what is certain: where the ranges of two rounds do not overlap, up or down by at least so many places; where they do, a question mark.",
        "Baseline: a park's own published base-year value where there is one, else the convention in the table.",
    ],
    to_method: "Indicators, formulas and clauses are on the method page",
    steady: "Would other weights change the ranks?",
    steady_lead: |seed, draws| {
        format!(
            "Weights are a convention. Here each weight is drawn on its own, evenly between half and one and a half times itself, {draws} times over, and we count how often each park keeps its place. The random seed is {seed}: the same seed gives the same result on any machine."
        )
    },
    steady_alone: "Fewer than two parks are ranked: there is no place to lose.",
    steady_button: "Try it",
    steady_busy: "Drawing…",
    steady_done: |seed, draws| {
        format!("{draws} draws done (seed {seed}). The rows are those of the ranking above.")
    },
    kept: "Place kept",
    spread: "Ranks in the draws",
    take_along: "Download and cite",
    download_note: |rows| {
        format!("The {} that the filters leave, those listed apart included; every digit. File:", parks(rows))
    },
    no_ruleset: "No indicators of this level are published and in force on this day, so there is no ranking.",
    no_scoring: "The indicators of this level are not published and there is no index over them, so there is no ranking.",
    unpublished: "No evaluation round is published yet, so there is no ranking.",
    unpublished_what: "Once a round is published, the parks stand here by national and by regional indicators: the portal's index with its range, \
                       the core value against its target, the official stage, and how the rank moved.",
    see_elsewhere: |edition| format!("See this page in the {edition}"),
    cite_title: |level, round| format!("Parks ranked ({level}, {round})"),
};

pub(super) static COMPARE: Compare = Compare {
    lead: "Choose two to four parks and see them side by side.",
    picked: "Parks compared",
    add: "Add a park",
    add_one: |park| format!("Add {park}"),
    adds: "Parks that can be added",
    suggested: "Parks that rank first:",
    no_match: "No park matches.",
    remove: "Remove",
    remove_one: |park| format!("Remove {park}"),
    too_few: |missing| match missing {
        1 => "Add one more park to compare.".to_owned(),
        _ => "Add two to four parks to compare: look a name up, or tick them in the rankings.".to_owned(),
    },
    too_many: "The address names more than four parks; the first four are shown.",
    full: "That is four. Remove one to add another.",
    unknown: |id| format!("There is no park with the id “{id}”."),
    side_by_side: "Item by item",
    caption: |parks| format!("Side by side: {parks}"),
    item: "Item",
    stage: "Stage",
    official: "Official stage",
    since: "Since",
    on_track: ["Computed by the rules (regional)", "Computed by the rules (national)"],
    no_reading: "No official act to compare with",
    standing: "Portal index and rank",
    ranks: "Rank",
    apart: "Listed apart, no rank",
    indicators: "Indicators",
    target: "target",
    no_target: "no target in force",
    accounts: "Energy and emissions",
    energy: "Annual energy consumption",
    emissions: "Carbon emissions in all",
    parts: ["Fuel burnt", "Energy conversion", "Power bought", "Heat bought", "Industrial processes"],
    tonnes: "t CO₂",
    tce: "tce",
    source: "Source",
    not_verified: "not yet verified",
    to_rankings: "Back to the rankings",
    unpublished: "No evaluation round is published yet: there are no values to compare.",
    unpublished_what: "Once a round is published, two to four parks stand here side by side: stage, the portal's index, every indicator, energy and emissions.",
    cite_title: |parks, round| format!("Parks compared: {parks} ({round})"),
};
