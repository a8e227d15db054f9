//! English: Words of a park's course over its rounds.

use assessment::account::Part;
use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Reading, Truth};
use assessment::ruleset::Level;
use disclosure::round::{PublishedCore, Quality};

use super::*;

pub(super) static PARK_HISTORY: ParkHistory = ParkHistory {
    reading_note: |reading, since| match (reading, since) {
        (Reading::Supports(_), None) => "Differs from the official status.".to_owned(),
        (Reading::Supports(_), Some(day)) => format!("Differs from the official status since {day}."),
        (Reading::Contradicts, None) => {
            "Differs from the official status, which stands as published.".to_owned()
        }
        (Reading::Contradicts, Some(day)) => {
            format!("Differs since {day} from the official status, which stands as published.")
        }
        (Reading::Agrees, _) => "By what is known, the rules support no other stage.".to_owned(),
        (Reading::Undetermined, _) => {
            "What is missing is listed; the official status stands as published.".to_owned()
        }
    },
    decides: |who| format!("This is no decision. Decided by {who}."),
    track: |track| match track {
        Track::Region => "Regional side",
        Track::National => "National side",
    },
    verdict_line: |verdict| format!("National indicators: {verdict}."),
    days_left: |day, left| match left {
        0 => format!("To be rectified by {day}: today is the last day."),
        1 => format!("To be rectified by {day}: one day left."),
        left => format!("To be rectified by {day}: {left} days left."),
    },
    overdue: |day, past| match past {
        1 => format!("To be rectified by {day}: one day overdue."),
        past => format!("To be rectified by {day}: {past} days overdue."),
    },
    no_last_day: "No last day for rectifying is published.",
    trajectory: "Carbon per unit of energy",
    trajectory_note: "t CO₂ per tce; lower is better.",
    summary: |summary| {
        let (from, first) = summary.first;
        let (to, last) = summary.last;
        let course = if from == to {
            format!("{last} on {to}")
        } else {
            format!("From {first} on {from} to {last} on {to}")
        };
        let pending = if summary.pending { ", not yet verified" } else { Default::default() };
        let targets: Vec<_> = summary
            .targets
            .iter()
            .map(|(level, target)| match level {
                Level::National => format!("national target {target}"),
                Level::Region => format!("regional target {target}"),
            })
            .collect();
        let targets =
            if targets.is_empty() { Default::default() } else { format!("; {}", targets.join(", ")) };
        let missing = match summary.missing {
            0 => Default::default(),
            1 => "; one round without a published value".to_owned(),
            n => format!("; {n} rounds without a published value"),
        };
        format!("{course}{pending}{targets}{missing}.")
    },
    target: |level| match level {
        Level::National => "National target",
        Level::Region => "Regional target",
    },
    target_short: |level, target| match level {
        Level::National => format!("National {target}"),
        Level::Region => format!("Region {target}"),
    },
    path: "Committed",
    path_note: "the park's committed target at each year's end, joined straight, day by day",
    construction: |from, to| format!("Construction {from}–{to}"),
    as_of: |day| format!("As of {day}"),
    keys: ["verified", "not yet verified", "not published", "before a correction"],
    corrected: |c| {
        format!("The value of {} was corrected on {}: {}, was {}. {}", c.round, c.on, c.is, c.was, c.reason)
    },
    no_rounds: "No evaluation round is published, so there is no course of the indicators yet.",
    table: "The same as a table",
    round: "Round",
    correction: "Correction",
    source: "Source",
    quality_head: "Quality",
    from_round: |round| format!("Values from: {round}."),
    made_of: "How this figure came about",
    made_of_lead: "Each amount of energy times its factors gives emissions and energy; one total divided by the other is the core indicator.",
    entry: "Entry",
    amount: "Amount",
    factor: "Emission factor",
    emissions: "Emissions, t CO₂",
    energy_factor: "Energy factor",
    energy: "Energy, tce",
    total: "Total",
    formula: |emissions, energy, value| format!("{emissions} t CO₂ ÷ {energy} tce = {value}"),
    subject: |id| match id {
        "direct_non_fossil" => Some("Non-fossil power, direct"),
        "green_certificate" => Some("Power with green certificates"),
        "green_trade" => Some("Traded green power"),
        "other" => Some("Other power"),
        "own_non_fossil" => Some("Own non-fossil power"),
        "fossil" => Some("Fossil heat"),
        "non_fossil" => Some("Non-fossil heat"),
        _ => None,
    },
    part: |part| match part {
        Part::Combustion => "burnt",
        Part::Feedstock => "as feedstock",
        Part::ConversionInput => "into conversion",
        Part::ConversionOutput => "out of conversion, subtracted",
        Part::PowerReceived | Part::HeatReceived => "received",
        Part::PowerSent | Part::HeatSent => "sent out, subtracted",
        Part::PowerOwn => "used in the park",
        Part::Process => "industrial process",
    },
    unit: |unit| match unit {
        "10k_m3" => "10⁴ m³",
        "MWh" => "MWh",
        "GJ" => "GJ",
        _ => "t",
    },
    origin_own: |basis| format!("measured: {basis}"),
    origin_convention: "power at its equivalent value, a convention",
    origin_method: "set by the method",
    not_from: |core| match core {
        PublishedCore::Balance(..) => None,
        PublishedCore::Totals(_) => Some(
            "Published as totals, without an energy balance: the composition of the emissions, the flow of energy, the fuels, the clean-energy share, the direct-supply share and what would close a gap cannot be shown, and none of it is estimated.",
        ),
        PublishedCore::Ratio(_) => Some(
            "Published as a ratio alone, without totals or an energy balance: emissions, energy, composition, the flow of energy, the fuels, the clean-energy share, the direct-supply share and what would close a gap cannot be shown, and none of it is estimated.",
        ),
    },
    of_totals: "The two totals stand as published; one divided by the other is the core indicator.",
    of_ratio: |ratio, energy| match energy {
        Some(energy) => format!("Ratio as published: {ratio}; range of energy as published: {energy}."),
        None => format!("Ratio as published: {ratio}; the annual energy is not published."),
    },
    printed: |emissions, energy, computed| {
        format!(
            "Totals published beside it: {emissions} t CO₂ and {energy} tce, which make {computed}. Judged is what the energy balance above makes; the difference stands as it is."
        )
    },
    printed_ratio: |ratio| {
        format!("Ratio published beside them: {ratio}; judged is one total divided by the other.")
    },
    remark: |remark| format!("Remark as published: {remark}"),
    printed_as: |text| format!("As printed: {text}"),
    not_computable: "Cannot be computed",
    energy_wanting: "The annual energy is not published: which target applies is unknown, and nothing can be judged",
    no_balance: "No energy balance is published for this round, so the core indicator cannot be computed.",
    headline_overdue: |days| match days {
        1 => "Rectification overdue by one day".to_owned(),
        days => format!("Rectification overdue by {days} days"),
    },
    headline_ordered: |left| match left {
        None => "Ordered to rectify; no last day is published".to_owned(),
        Some(0) => "Ordered to rectify: today is the last day".to_owned(),
        Some(1) => "Ordered to rectify: one day left".to_owned(),
        Some(left) => format!("Ordered to rectify: {left} days left"),
    },
    headline_pending: "The core value is still to be verified, so it is not judged",
    headline_undetermined: "Too little is published to determine it",
    headline_no_data: "Data not published, so it cannot be determined",
    no_values: "No value of any indicator is published.",
    missing_conditions: |missing| format!("What is missing to determine it: {missing}."),
    why: "Why this stage, and what next",
    why_lead: "Every step that the rules provide for from here, with its conditions. Meeting them is no decision; who decides is named with each.",
    no_act: "No official act is published, so the ladder has no starting point.",
    no_open: "From this stage the rules provide for no further step.",
    to: |stage| format!("To {stage}"),
    decided_by: |who| format!("Decided by {who}."),
    truth: |truth| match truth {
        Truth::Met => "Met",
        Truth::NotMet => "Not met",
        Truth::Unknown => "Not published",
    },
    undecided: "Not decided",
    condition,
    held_against: |kind, value, threshold| match kind {
        ConditionKind::ProgressLags => format!("{value}, allowed up to {threshold}"),
        _ => format!("{value}, target {threshold}"),
    },
    missing: |gap| format!("{gap} missing"),
    to_do: |tonnes, mwh| {
        let over = format!("At unchanged energy, emissions exceed the target by {tonnes} t CO₂");
        match mwh {
            Some(mwh) => format!("{over}: {mwh} MWh of other power would have to become non-fossil."),
            None => format!("{over}, more than all other power stands for."),
        }
    },
    arisen: "The case has arisen; the authority has yet to decide.",
    case_truth: |truth| match truth {
        Truth::Met => "yes",
        Truth::NotMet => "no",
        Truth::Unknown => "not published",
    },
    not_yet: "not yet",
    all_met: "Every condition is met; the decision is yet to be taken.",
    still: "Do the conditions of this stage still hold today?",
    still_note: "Decisions already taken are not asked again; only figures and facts are looked at.",
    tolerance: |pct| {
        format!(
            "Up to {}% worse than the committed path is no lag: a convention of the portal.",
            pct.to_fixed(0)
        )
    },
    rank: "Range of ranks",
    rank_range: |best, worst, ranked| {
        if best == worst {
            format!("Rank {best} of {ranked} ranked")
        } else {
            format!("Rank {best}–{worst} of {ranked} ranked")
        }
    },
    index_range: |worst, best, known, applicable| {
        let range = if worst == best { worst.to_owned() } else { format!("{worst}–{best}") };
        format!(
            "Portal index of the national indicators {range}; {known} of {applicable} applicable indicators known."
        )
    },
    rank_apart: "The state sets no core target for this amount of energy: listed apart, not ranked.",
    rank_none: "There is nothing to rank by.",
    rank_note: "The portal index is this site's own method, no official score. What is not published is counted once at worst and once at best, hence a range.",
    to_rankings: "To the rankings",
    tasks: "Committed tasks",
    tasks_note: |round| format!("Progress from: {round}."),
    task_unknown: "progress not published",
    task_past: |past| format!("Rounds before: {past}"),
    due: |day| format!("By {day}."),
    cause: |cause| format!("Cause: {cause}"),
    as_listed: |entry| {
        format!("As the list prints it: {entry}. The park is otherwise today; the list stands as printed.")
    },
    formerly: |name, until| format!("named {name} before {until}"),
};

/// Quality of a value.
pub(super) fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Measured => "measured",
        Quality::Reported => "reported",
        Quality::Pending => "not yet verified",
        Quality::NotPublished => "not published",
    }
}

fn condition(kind: &ConditionKind, holds: bool) -> String {
    let text = match (kind, holds) {
        (ConditionKind::CoreMet { level: Level::National }, true) => {
            "Core indicator meets the national target"
        }
        (ConditionKind::CoreMet { level: Level::National }, false) => {
            "Core indicator misses the national target"
        }
        (ConditionKind::CoreMet { level: Level::Region }, true) => "Core indicator meets the regional target",
        (ConditionKind::CoreMet { level: Level::Region }, false) => {
            "Core indicator misses the regional target"
        }
        (ConditionKind::GuidingSettled { .. }, true) => "Every guiding indicator met or not applicable",
        (ConditionKind::GuidingSettled { .. }, false) => "A guiding indicator not met",
        (ConditionKind::CommittedTargetsMet, true) => "Every committed target met",
        (ConditionKind::CommittedTargetsMet, false) => "Not every committed target met",
        (ConditionKind::ProgressLags, true) => "Core indicator behind the committed path",
        (ConditionKind::ProgressLags, false) => "Core indicator not behind the committed path",
        (ConditionKind::ConstructionEnded, true) => "Construction period over",
        (ConditionKind::ConstructionEnded, false) => "Construction period not over",
        (ConditionKind::BasicCondition { number }, _) => basic_condition(*number),
        (ConditionKind::SelectedForCultivation, true) => "Selected for cultivation",
        (ConditionKind::SelectedForCultivation, false) => "Not selected for cultivation",
        (ConditionKind::SelectedForNationalList, true) => "Selected for the national construction list",
        (ConditionKind::SelectedForNationalList, false) => "Not selected for the national construction list",
        (ConditionKind::NationalAcceptancePassed, true) => "National acceptance passed",
        (ConditionKind::NationalAcceptancePassed, false) => "National acceptance not passed",
    };
    text.to_owned()
}

/// A basic condition of ndrc-910, annex 1, 1 to 4, in short.
pub(super) fn basic_condition(number: u8) -> &'static str {
    match number {
        1 => "Development zone at provincial level or above",
        2 => "Scope and boundary clear",
        3 => "A basis in metering energy and carbon",
        4 => "No major accident within three years",
        _ => "Basic condition",
    }
}
