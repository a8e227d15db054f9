//! English: lists, method, progress, glossary, about, search.

use assessment::Date;
use assessment::formulas::FormulaKey;
use assessment::ruleset::{Authority, Level};
use disclosure::model::{EntryStatus, Feedstock, QuotaState, QuotaUnit, WorkKind};

use super::*;
use crate::remembered::{Forgotten, Key};

/// A day in running text.
fn said(day: Date) -> String {
    (en::WORDS.day)(day)
}

/// What was deleted from the browser.
fn forgotten(what: &Forgotten) -> String {
    const REACH: &str = "If anything was kept before, clear this site's data in the browser's settings.";
    let assessments = what.assessments.filter(|n| *n > 0).map(|n| match n {
        1 => "1 self-assessment".to_owned(),
        n => format!("{n} self-assessments"),
    });
    let key = |key: &Key| match key {
        Key::Theme => "your choice of colours",
        Key::Worksheet => "the number of the one that was open last",
        Key::Draft => "a draft",
        Key::Release => "the day of the newest data seen",
    };
    let keys = what.remembered.iter().flatten().map(|each| key(each).to_owned());
    let gone: Vec<String> = assessments.into_iter().chain(keys).collect();
    let refused = match (what.assessments, &what.remembered) {
        (None, None) => {
            return format!(
                "The browser does not let the portal use its storage: nothing could be seen or deleted. {REACH}"
            );
        }
        (None, Some(_)) => {
            format!(
                "The database of self-assessments could not be opened, and nothing in it was deleted. {REACH}"
            )
        }
        (Some(_), None) => {
            format!("Colours, number and draft could not be reached and were not deleted. {REACH}")
        }
        (Some(_), Some(_)) => String::new(),
    };
    match (gone.is_empty(), refused.is_empty()) {
        (true, true) => "Nothing was kept in this browser, so there was nothing to delete.".to_owned(),
        (true, false) => refused,
        (false, true) => format!("Deleted: {}.", gone.join(", ")),
        (false, false) => format!("Deleted: {}. {refused}", gone.join(", ")),
    }
}

pub(super) const FILTER: Filter = Filter {
    placeholder: "Type to filter",
    count: |shown, all| {
        if shown == all { format!("{all} in all") } else { format!("{shown} of {all} shown") }
    },
    nothing: |words| format!("Nothing here matches “{words}”."),
    clear: "Clear the filter",
};

pub(super) const SEARCH: Search = Search {
    open: "Search",
    title: "Search pages, parks, lists, documents, clauses and terms",
    placeholder: "Name, pinyin or initials",
    close: "Close",
    results: "Results",
    hint: "Finds pages, parks, leagues, lists, documents, clauses and terms, also by pinyin or its initials, such as baotou or bt. Up and Down choose, Enter opens.",
    nothing: |words| format!("Nothing found for “{words}”. Try another word, or pinyin."),
    found: |all, shown| match all {
        1 => "1 result.".to_owned(),
        _ if all > shown => format!("{all} results, the first {shown} shown."),
        _ => format!("{all} results."),
    },
    page: "Page",
    park: "Park",
    league: "League or city",
    list: "List",
    list_entry: "List entry",
    document: "Document",
    clause: "Clause",
    term: "Term",
    work: "Report",
};

pub(super) static LISTS: Lists = Lists {
    finding: |published, awaited| {
        let published = match published {
            0 => "No list is published".to_owned(),
            1 => "One list is published".to_owned(),
            n => format!("{n} lists are published"),
        };
        match awaited {
            0 => format!("{published}."),
            1 => format!("{published}; one more that the plan provides for was not found published."),
            n => format!("{published}; {n} more that the plan provides for were not found published."),
        }
    },
    published: "Published",
    none_published: "No list is published yet.",
    awaited: "Provided for, not found published",
    awaited_lead: "A clause provides for each of these, and no published text of it was found. The portal does not guess what they would hold.",
    searched: |day| format!("last looked for on {}", said(day)),
    as_published: |day| format!("As published on {}.", said(day)),
    of_which: |all, region| match (all, region) {
        (1, 1) => "It names one park, in Inner Mongolia.".to_owned(),
        _ if all == region => format!("It names {all} parks, all in Inner Mongolia."),
        _ => format!("It names {all} parks, {region} of them in Inner Mongolia."),
    },
    meaning: "What being listed means",
    stage_of: "Stage of the parks on it:",
    document: "Document",
    number: "Number",
    issuer: "Issued by",
    published_day: "Published",
    sure: "How sure",
    entries_title: "Entries",
    filter: "Filter",
    entry_number: "No.",
    entry_name: "Park, as printed",
    province: "Region",
    scope: "Scope",
    period: "Construction",
    in_region_tag: "Inner Mongolia",
    league: "League or city",
    remark: "Remark",
    status: |status| match status {
        EntryStatus::Listed => "listed",
        EntryStatus::Reserve => "reserve",
        EntryStatus::Removed => "taken off",
    },
    reserve_and_taken_off: |reserve, taken_off| match (reserve, taken_off) {
        (0, 0) => String::new(),
        (reserve, 0) => format!("{reserve} more in reserve, which is not being on the list."),
        (0, taken_off) => format!("{taken_off} more taken off the list."),
        (reserve, taken_off) => {
            format!("{reserve} more in reserve, which is not being on the list; {taken_off} taken off it.")
        }
    },
    today: |said| format!("today: {said}"),
    not_printed: "not stated",
    as_printed: "Names and order are the published text's; only Chinese names are official. All entries are printed, whatever the filter.",
    as_today: "Where a park is no longer as the list has it, the list stands as printed; what follows “today” is how the park is now.",
    take_along: "Cite and download",
    download: "Download CSV",
    download_note: "All entries; the file's name carries the version:",
    download_failed: "The browser did not save the file.",
    version: "version",
};

pub(super) static METHOD: Method = Method {
    lead: "By which rules the portal judges, with which factors it accounts, on which clauses all of it rests. This page is generated from the published data, the same that the calculation uses.",
    contents: "On this page",
    bounds: "What can be said, and what cannot",
    can: "The portal can say",
    can_say: &[
        "which parks stand on which official list, from which day, by which document;",
        "whether an indicator meets its target by the published rules and values, and how that comes about;",
        "whether published evidence was found of what the plan asks for, and as of which day;",
        "what is not published.",
    ],
    cannot: "The portal cannot say",
    cannot_say: &[
        "whether a park is a national or regional zero-carbon park: the authorities decide that, and computing does not replace it;",
        "what an unpublished value is: it is not estimated, not counted as zero, not held against a park;",
        "whether something without published evidence has been done: not found does not mean not done;",
        "whether figures in the press are true: they are given as reported, with source and how to read them.",
    ],
    marks: "Marks of how sure a fact is",
    marks_lead: "Every fact carries a mark of how sure it is. U means unknown: the portal says that it is not published, and never invents it. D means invented (Chinese pages show a character of their own): it stands in the demonstration only, and has no day of a check, for there is nothing to check it against.",
    versions: "Versions of program and rules",
    engine: "Engine",
    rulesets: "Rulesets",
    factor_sets: "Factor sets",
    authority: |authority| match authority {
        Authority::National => "issued by the state",
        Authority::Region => "issued by the region",
    },
    decides: |level| match level {
        Some(Level::National) => "decides the national judgement",
        Some(Level::Region) => "decides the regional judgement",
        None => "decides no level",
    },
    applies_to: |stages, industries| {
        let stages = (!stages.is_empty()).then(|| format!("parks on the stages: {}", stages.join(", ")));
        let industries = (!industries.is_empty())
            .then(|| format!("parks with one of the industries: {}", industries.join(", ")));
        let parts: Vec<String> = stages.into_iter().chain(industries).collect();
        format!("applies to {}", parts.join("; "))
    },
    in_force: |from, to| match to {
        Some(to) => format!("in force from {} to {}", said(from), said(to)),
        None => format!("in force from {}", said(from)),
    },
    indicator: "Indicator",
    target: "Target",
    unit: "Unit:",
    formula: "Formula",
    convention: "Convention:",
    conventions: "What the documents leave open, and the portal's conventions",
    conventions_lead: "Where the documents are silent the portal takes these readings. None of them is the documents' word; each can be changed and is stated beside the results.",
    parameter: |default, from, to| format!("Default {default}; results are also shown over {from} to {to}."),
    accounting: "Accounting formulas",
    accounting_lead: "The engine computes by these formulas in exact decimals; nothing is rounded before a comparison, only for display.",
    quantity: "Quantity",
    formulas: [
        ["Emissions of the park", "Energy activities + industrial processes, over a natural year, CO₂ only"],
        [
            "Scope of energy activities",
            "Combustion + conversion + power + heat; feedstock is left out; fuel for international aviation and shipping is not deducted and listed alone",
        ],
        ["Combustion", "Σ (amount × calorific value × carbon content × oxidation × 44 ÷ 12)"],
        ["Conversion", "Σ (input × factor) − Σ (output × factor), oxidation at 100%"],
        [
            "Power",
            "Σ (received × Ef) − Σ (sent × Ef); Ef is 0 for direct non-fossil and certified green power, else the national fossil-power factor",
        ],
        [
            "Heat",
            "Σ (received × Hf) − Σ (sent × Hf); fossil heat at a measured or the default value, non-fossil heat 0",
        ],
        [
            "Industrial processes",
            "Σ (output × factor); the notice prints no factors, so whoever reports gives value and source",
        ],
        [
            "Total annual energy use",
            "Σ all energy in coal equivalent, feedstock included; power at its equivalent value, own non-fossil power included",
        ],
    ],
    computed: "Formulas of indicators",
    computed_lead: "Which indicator is computed by which formula is stated by the rules; unit and clause of a formula stand in the program's own table, from which the workings in a result are written too. An indicator that is not named here is not computed by the portal and can only be reported.",
    computed_by: |key| match key {
        FormulaKey::CarbonPerEnergy => {
            "Emissions of the park ÷ total annual energy use; against a target nothing is divided first: emissions are compared with target × energy"
        }
        FormulaKey::CleanEnergyShare => {
            "(non-fossil power and heat + natural gas and LNG, what goes into conversions included) ÷ total annual energy use × 100"
        }
        FormulaKey::CleanEnergyShareStrict => {
            "(non-fossil power and heat) ÷ total annual energy use × 100, without gas"
        }
        FormulaKey::DirectSupplyShare => {
            "(direct non-fossil power received − sent + own power) ÷ power used × 100; power used = received − sent + own power + own generation from fuels and from waste heat. Annex 4: in principle at least 50%"
        }
    },
    unit_of: "Unit",
    computes: "Indicators computed by it",
    computes_none: "Judges no indicator; shown in results",
    fixed: "Factors of power and heat",
    factor: "Factor",
    source: "Source",
    sources: "Sources of the factors",
    other_power: "Other power (neither direct nor certified green)",
    fossil_heat: "Fossil heat, default",
    heat_energy: "Heat in coal equivalent",
    t_per_mwh: "t CO₂/MWh",
    t_per_gj: "t CO₂/GJ",
    tce_per_gj: "tce/GJ",
    t_per_t: "t CO₂/t",
    fuels: "Default factors of fuels",
    fuels_lead: "Emission factor = calorific value × carbon content × oxidation × 44 ÷ 12, computed from the columns before it and shown to four places. A park may use a measured value and must name its source.",
    fuel: "Fuel",
    gas: "counts as clean",
    per: "Unit",
    tonne: "t",
    ten_thousand_m3: "10,000 m³",
    ncv: "Calorific value, GJ/unit",
    carbon: "Carbon, t C/GJ",
    oxidation: "Oxidation",
    t_per_tj: "t CO₂ per TJ",
    emission: "Emission, t CO₂/unit",
    coal_equivalent: "Energy, tce/unit",
    hints: "Process factors for orientation",
    hints_lead: "Annex 4 prints no process factors. These only help those who report; the engine never applies them by itself.",
    product: "Product",
    elsewhere: "Factors that must not enter the core indicator",
    elsewhere_lead: "Published elsewhere and often used by mistake. The notice fixes the factor of power; none of these enters the core indicator.",
    what: "What it is",
    enters: "Use",
    what_if: "as a what-if only",
    must_not: "must not be used",
    documents: "Documents and clauses",
    documents_lead: "The clauses that the portal cites, each with a lasting address: verbatim where the text was read, else the gist as reprinted. The English below each is a courtesy and not official.",
    dated: |day| format!("dated {}", said(day)),
    published: |day| format!("published {}", said(day)),
};

pub(super) static QUOTAS: Quotas = Quotas {
    finding: |standards, products, applying, coming, day| {
        let coming = match coming {
            0 => String::new(),
            1 => ", and one will apply later".to_owned(),
            n => format!(", and {n} will apply later"),
        };
        format!(
            "{standards} standards with limits for {products} products or processes; on {}, {applying} are known to apply{coming}.",
            said(day)
        )
    },
    none: "This edition holds no energy quotas.",
    indicator: "What the guiding indicator asks: how many of the main products are at level 2 or better.",
    calorific: "Quotas convert power at its calorific value, 0.1229 kgce/kWh, and never at its equivalent value. The core indicator uses the equivalent value: no figure of the one may enter the other.",
    reading: "Level 1 is the strictest, and lower is better. A process that recovers energy may have negative limits. A limit in kWh is power as such and not converted. Where a product is said to be corrected, how is not held here.",
    filter: "Filter products",
    product: "Product",
    unit: "Unit",
    levels: ["Level 1", "Level 2", "Level 3"],
    feedstock: "Feedstock energy",
    feedstock_is: |feedstock| match feedstock {
        Some(Feedstock::Included) => "included",
        Some(Feedstock::Excluded) => "excluded",
        None => "not stated",
    },
    no_level: "no such level",
    unit_is: |unit| match unit {
        QuotaUnit::KgcePerT => "kgce/t",
        QuotaUnit::KgcePerKg => "kgce/kg",
        QuotaUnit::KgcePerM3 => "kgce/m³",
        QuotaUnit::KgcePerToe => "kgce/toe",
        QuotaUnit::KgcePerMillionPieces => "kgce/million pieces",
        QuotaUnit::KwhPerT => "kWh/t",
    },
    state: |state| match state {
        QuotaState::InForce { from } => format!("applies from {}", said(from)),
        QuotaState::NotYet { from } => format!("not yet in force, will apply from {}", said(from)),
        QuotaState::Ended { on } => format!("applied until {}", said(on)),
        QuotaState::DayUnknown => "its first day was not found".to_owned(),
    },
    replaces: |number| format!("replaces {number}, whose limits are not held here"),
    sources: "Where the figures come from",
    in_method: "Energy quotas of products",
};

pub(super) static PROGRESS: Progress = Progress {
    lead: "What the plan asks for, who answers for it, and what published evidence was found. The portal says found or not found and infers neither done nor late.",
    milestones: "Goals for 2025, 2027 and 2030",
    found: "Published evidence found",
    inferred: "Published, and evidence by inference only",
    not_found: |day| format!("No published evidence found as of {}", said(day)),
    deliverables: "What is due by a day",
    key_due: "day set by the plan",
    key_day: |day| format!("this edition, as of {}", said(day)),
    tasks: "Tasks and departments",
    department: "Department",
    all_departments: "All departments",
    option: |name, n| format!("{name} ({n})"),
    led_by: |name| format!("Led by: {name}"),
    no_department: "No department named in the plan",
    no_tasks: "The plan names no task of this department.",
    with: "With:",
    kind_task: "Key task",
    kind_mechanism: "Mechanism",
    kind_safeguard: "Safeguard",
    departments_by: "Departments as named in",
    units: "Members and their division of work",
    units_lead: |n| {
        format!(
            "The coordination mechanism consists of {n} departments and units that the plan names, others that it does not name, and the governments where zero-carbon parks stand. A name leads to its tasks."
        )
    },
    units_caption: "Division of work among the members",
    unit: "Department or unit",
    duty: "Division of work",
    no_duty: "Not stated in the plan",
    registers: "Registers of projects and factories",
    registers_lead: "What the plan asks for, one by one, and projects reported in public. An empty register means that no published list was found, not that there are no projects.",
    register_empty: |day| format!("No published list was found as of {}.", said(day)),
    history: "Earlier zero-carbon industrial parks",
    history_lead: "From before the plan; kept as history and not on today's ladder.",
    now_within: "now within",
    mechanism: MechanismWords {
        title: "The work on all parks",
        lead: "Meetings, supervision, bulletins, annual summaries and experience made known, as far as they were published.",
        kind: |kind| match kind {
            WorkKind::Meeting => "meeting",
            WorkKind::Supervision => "supervision",
            WorkKind::Bulletin => "progress bulletin",
            WorkKind::AnnualSummary => "annual summary",
            WorkKind::Practice => "practice",
        },
        kind_heading: |kind| match kind {
            WorkKind::Meeting => "Meetings",
            WorkKind::Supervision => "Supervision",
            WorkKind::Bulletin => "Progress bulletins",
            WorkKind::AnnualSummary => "Annual summaries",
            WorkKind::Practice => "Practices",
        },
        none: |kinds, day| format!("Not found published as of {}: {kinds}.", said(day)),
    },
};

pub(super) const GLOSSARY: Glossary =
    Glossary { lead: "The words that the portal uses, each in a sentence or two.", filter: "Filter terms" };

pub(super) static ABOUT: About = About {
    lead: "The public facts about zero-carbon parks in one place, every figure with its source.",
    what: "What this is",
    what_text: [
        "The portal discloses the assessment of Inner Mongolia's zero-carbon parks: who is in cultivation, who must rectify, who has passed acceptance, who is ripe for national level, and why.",
        "Official status and what the rules compute stand side by side, and a difference is pointed out.",
        "The portal decides nothing. What counts is what the authorities publish.",
    ],
    rests_on: ["It rests on: ", "."],
    title: |title| format!("“{title}”"),
    title_comma: "; ",
    who: "Who runs it",
    organiser: "Organiser",
    contact: "E-mail",
    record_number: "ICP record",
    identification_code: "Government site code",
    public_security_number: "Public security record",
    map_approval_number: "Map approval",
    address: "Address",
    licence: "Licence of the data",
    editions: "Editions",
    editions_text: [
        "Data are published in editions. A version is the fingerprint of its content: any change gives another one, so please cite it.",
    ],
    shown: "shown now",
    version: "Version",
    hash: "fingerprint",
    program: "Version of the program",
    checked: "How the data are checked",
    checked_text: [
        "Before publication every file is checked: fields, days, clauses cited, places on the map. One mistake and nothing is published.",
        "On reading, the browser compares the SHA-256 of every data file with the published one, the catalogue (catalog.json) carries a fingerprint of its own, and so have the parts of the program, the style, the scripts that start it and the script of the charts; none that differs is used. The pages themselves are not compared, for the fingerprints stand in them: their figures are worked out again from the data, and one that differs is marked. A browser that has seen newer data says so when it is given older ones.",
        "This finds damage on the way or in storage, and old files among new ones. It does not protect against someone who can change the whole site, for what is published is not signed yet. Scores and verdicts are computed anew in the browser by the same program.",
    ],
    privacy: "Privacy",
    privacy_text: [
        "There is no tracking, there are no cookies, and nothing is requested from any other site. What you search for stays in your browser.",
        "What you filter by, the edition and the round stand in the address: they go with it when you reload, bookmark or share it, and the site's server sees them. A self-assessment stands in no address but a sharing link that you make yourself, and there behind the #, which browsers do not send.",
    ],
    kept: Kept {
        lead: "The following is kept in the browser on this device alone, and the portal sends none of it anywhere:",
        what: [
            "your choice of colours",
            "your self-assessments, with name, entries, notes and scenarios, in the browser's database",
            "the number of the one that was open last, so that you can go on with it",
            "a draft of what could not be kept before you left the page",
            "the day of the newest data that were seen, so that you are told when you are given older ones",
        ],
        beside: "The browser also caches the site's files as it does for any site; nothing that you entered is in them. The button below deletes all five. Close other tabs with a self-assessment first: one that is filled in further is kept again.",
        delete: "Delete all",
        sure: "This cannot be undone. A self-assessment that you want to keep should be saved as a file first, on its page. Delete all of it?",
        yes: "Yes, delete all",
        no: "Keep it",
        under_way: "Deleting …",
        done: forgotten,
    },
    open: "Open files",
    open_text: [
        "Everything on these pages comes from these files, for anyone to compute again. Lists are there as CSV, too.",
    ],
    file_catalogue: "Catalogue",
    file_index: "Index of the edition",
    file_documents: "Documents and clauses",
    file_rulebook: "Rules and factors",
    file_plan: "Tasks and departments of the plan",
    to_method: "The method",
    licences: "Licences and attributions",
    licences_text: [
        "The program is open under the MIT or the Apache-2.0 licence, at your choice.",
        "Official texts are quoted verbatim where they were read; where only a reprint was, its gist is given and said to be one. All other words are the portal's.",
    ],
    licences_of_parts: "Terms of all that the program is made of, in full",
    access: "Accessibility",
    access_text: [
        "Everything can be used with the keyboard alone: Tab moves, / searches. The map has tiles and a table, and every drawing has words.",
        "Colour never stands alone; a shape and a word say the same. If something cannot be read or used, please tell us as below.",
    ],
    report: "Report an error",
};

pub(super) const REPORT: Report = Report {
    link: "Report an error",
    lead: "Please say which page, which value, and what it should be, with a source if you can. Nothing that you write here is sent by itself.",
    subject: "Error on",
    page: "Page",
    edition: "Edition",
    value: "Value thought to be wrong",
    said: "What is wrong",
    write: "Write an e-mail",
    write_to: "to",
    no_contact: "No e-mail address has been published yet. Please copy the text below and give it to the organiser.",
};
