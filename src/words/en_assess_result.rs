//! English: the self-assessment's result.

use assessment::evaluate::Block;
use assessment::gap::Replacement;
use assessment::plausible::CheckCode;
use assessment::whatif::Side;

use super::*;

pub(super) static ASSESS_RESULT: AssessResult = AssessResult {
    nothing: "No energy use is filled in yet. Once it is, this is worked out as you type:",
    will: [
        "carbon per unit of energy, against the target for a park of this size",
        "emissions and energy by part, each figure with how it came about",
        "the state of each guiding indicator, and what can be said of the regional level",
        "how far the target is, and the least that each single measure would take",
        "which stage the upgrade rules support, and what is missing",
    ],
    mistakes: |n| match n {
        1 => "One mistake in the form: no result until it is mended.".to_owned(),
        n => format!("{n} mistakes in the form: no result until they are mended."),
    },
    first_mistake: "Go to the first",
    said: |value, verdict| format!("Carbon per unit of energy {value}: {verdict}."),
    judged: |rules, year| format!("By “{rules}”, for {year}"),
    no_threshold: "No threshold in force",
    no_threshold_why: "The notice prints no target for parks that use less than 200,000 tce a year: this is neither met nor not met.",
    accounted: |year| format!("{year}, accounts only"),
    not_in_force: "No indicator system in force that year",
    not_in_force_why: "No national indicator system was in force in this year: the accounts are shown, nothing is judged.",
    blocked: "The figures do not hang together, so nothing is judged:",
    blocked_by: |block| match block {
        Block::NegativeEmissions => "Emissions come to less than zero.",
        Block::ShareOutOfRange => {
            "The clean-energy share or the direct-supply share is not between 0 and 100%."
        }
        Block::NoFinalEnergy => "Nothing is left of the energy when feedstock is taken off it.",
    },
    checks: "Please look again",
    checks_lead: "These figures are valid and unusual: most often a slip of unit or place. They are no part of the verdict.",
    check: |code, found, expected| match code {
        CheckCode::OwnFactor => {
            format!("A factor of your own, {found}, lies more than 30% from the default (usual: {expected}).")
        }
        CheckCode::CoalCalorificValue => format!("Calorific value of coal {found} GJ/t; usual: {expected}."),
        CheckCode::ElectricityEquivalent => {
            format!("Equivalent value of power {found} tce/MWh; usual: {expected}.")
        }
        CheckCode::HeatFactor => format!("Heat factor {found} t CO₂/GJ; usual: {expected}."),
        CheckCode::ProcessFactor => {
            format!("Process factor {found} t/t; about {expected} is usual, or less: check the unit.")
        }
        CheckCode::ShareAsFraction => {
            format!("{found}% is filled in; if that is a fraction, it is {expected}%.")
        }
        CheckCode::EntryDominates => {
            format!(
                "This entry comes to {found}, above ten times all others together ({expected}): check the unit."
            )
        }
        CheckCode::CertificatesExceedGrid => {
            format!(
                "Certificates and trade cover {found} MWh, more than was taken from the grid, net ({expected} MWh)."
            )
        }
        CheckCode::CertificatesRepeatDirect => {
            format!("Certificates and trade, and direct supply, are both {found} MWh: is it the same power?")
        }
        CheckCode::FeedstockWithoutProcess => {
            "Feedstock is filled in, and neither a process nor a conversion.".to_owned()
        }
        CheckCode::BurntAndConverted => {
            "The same fuel stands under fuels and goes into a conversion: is it there twice?".to_owned()
        }
        CheckCode::ConvertedGasUnused => {
            "A conversion gives a gas that is not among the fuels: what is burnt in the park goes there too."
                .to_owned()
        }
        CheckCode::BunkersShare => {
            format!("Aviation and shipping, {found} t, are more than a third of combustion ({expected} t).")
        }
    },
    generation_not_given: "More of other power is sent out than received, and no generation of the park’s own is filled in: the power used is not known, nor is the direct-supply share.",
    other_set: |fuel| {
        format!("The chosen factor set has no factor for {fuel}: the general default was used.")
    },
    rules_checked: |day| {
        format!(
            "The indicator system was last compared with its source on {day}, before the year filled in; later changes may be missing."
        )
    },
    other_factors: |name| format!("With “{name}”"),
    t_per_tj: "t CO₂/TJ",
    notice_says: "A park that misses the core indicator may in principle not apply for acceptance. In the notice’s words:",
    excess: |t| format!("Emissions are {t} t CO₂ beyond what the target allows."),
    what_closes: "What would close it",
    room: |t| format!("{t} t CO₂ of room are left below the target."),
    no_decision: "Worked out from what is filled in, nothing else. It is no acceptance and no certification.",
    gauge: |value, target| format!("Carbon per unit of energy {value}, target at most {target}"),
    warned: |subject| {
        match subject {
            "electricity.direct_non_fossil" => "Non-fossil power supplied directly",
            "electricity.green_certificate" => "Power with green certificates",
            "electricity.green_trade" => "Green power trade",
            "electricity.other" => "Other power",
            "heat.fossil" => "Fossil heat",
            "heat.non_fossil" => "Non-fossil heat",
            "emissions_t" => "Emissions",
            "intensity_t_per_tce" => "Carbon per unit of energy",
            "direct_supply_share_pct" => "Direct-supply share",
            _ => "Clean-energy share",
        }
        .to_owned()
    },
    sent_exceeds: |what| format!("{what}: more is sent out than received. Please check."),
    negative: |what| format!("{what}: below zero, shown as it comes out. Please check."),
    out_of_range: |what| format!("{what}: not between 0 and 100%. Please check."),
    why: "How it came about",
    quantity: |id| match id {
        "emissions" => "Emissions, total",
        "emissions_combustion" => "Fuel burnt",
        "emissions_feedstock" => "Feedstock",
        "emissions_conversion" | "energy_conversion" => "Energy conversion",
        "emissions_electricity" | "energy_electricity" => "Power",
        "emissions_heat" | "energy_heat" => "Heat",
        "emissions_process" => "Industrial processes",
        "energy_fuels" => "Fuels and feedstock",
        "energy" => "Total annual energy use",
        "clean_energy" => "Clean energy",
        "direct_power" => "Non-fossil power supplied directly, and own",
        "power_used" => "Power used",
        "amount" => "Amount",
        "emission_factor" => "Emission factor",
        "net_calorific_value" => "Net calorific value",
        "emissions_by_heat" => "Emissions by heat",
        "heat_of_coal_equivalent" => "Heat of a tonne of coal equivalent",
        "carbon_content" => "Carbon content",
        "oxidation_rate" => "Oxidation rate",
        "energy_factor" => "Coal equivalent",
        "generated_thermal" => "Own thermal generation",
        "generated_waste_heat" => "Own generation from waste heat",
        "target" => "Target",
        "given" => "Value filled in",
        "bunkers" => "International aviation and shipping",
        _ => "Value",
    },
    source: |id| {
        Some(match id {
            "direct_non_fossil" => "Non-fossil power supplied directly",
            "green_certificate" => "Power with green certificates",
            "green_trade" => "Green power trade",
            "other" => "Other power",
            "own_non_fossil" => "Own non-fossil power",
            "generated_thermal" => "Own thermal generation",
            "generated_waste_heat" => "Own generation from waste heat",
            "fossil" => "Fossil heat",
            "non_fossil" => "Non-fossil heat",
            _ => return None,
        })
    },
    compared: |formula| {
        format!("{}, compared in full length, nothing rounded before", formula.replace("E ", "emissions "))
    },
    filled_in: "filled in",
    own_basis: |basis| format!(", basis: {basis}"),
    convention: "a convention; change it in the form",
    by_method: "set by the method",
    tonne: "t",
    tce: "tce",
    t_co2: "t CO₂",
    ten_thousand_m3: "× 10,000 m³",
    gj_per_unit: "GJ/unit",
    t_per_unit: "t CO₂/unit",
    tce_per_unit: "tce/unit",
    read_power: ("GWh", 1000),
    read_heat: ("TJ", 1000),
    in_brackets: |exact, read| format!("{exact} ({read})"),
    emissions: "Emissions by part",
    energy: "Energy by part",
    part: "Part",
    total: "Total",
    bunkers: |t| {
        format!(
            "Of which international aviation and shipping: {t} t CO₂, listed alone, neither added nor deducted."
        )
    },
    not_filled: |parts| format!("Not filled in: {parts}."),
    guiding: "Guiding indicators and direct supply",
    not_given: "Not filled in",
    reason: |reason| format!("Reason: {reason}"),
    clean_readings: |with, strict| {
        format!("From the energy data: {with} with gas, {strict} without. The notice prints no formula.")
    },
    direct_supply: "Direct supply of green power",
    direct_supply_note: "The notice asks for at least 50% in principle. Shown here; never part of the verdict.",
    region: "What can be said of the regional level",
    no_region: "No regional indicator system is in force for this year.",
    region_missing: "The following is not published, so no full verdict is given:",
    region_guiding: |n| {
        format!(
            "{n} guiding indicators are not part of this form and not judged; only the core indicator is compared."
        )
    },
    beside: |side, low, high| match side {
        Side::Below => {
            format!("Not above the lower end, {low}. How {low}–{high} is split is not published: not judged.")
        }
        Side::Within => {
            format!("Between {low} and {high}. How the range is split is not published: not judged.")
        }
        Side::Above => {
            format!("Above the upper end, {high}. How {low}–{high} is split is not published: not judged.")
        }
    },
    stage: "Which stage the upgrade rules support",
    no_ladder: "No upgrade rules are published and in force on this day.",
    supports: |stages| {
        let stages = stages.join("” or “");
        format!(
            "By what is filled in, the rules support “{stages}” directly; the authority has yet to decide."
        )
    },
    supports_none: "By what is filled in, the rules do not support another stage yet. What is missing:",
    decided_by: |who| format!("Decided by {who}."),
    as_candidate: "Seen as a park that applies; a park on a list has a page of its own.",
    sensitivity: "How other readings would move it",
    sensitivity_heads: ["Reading", "Value", "Verdict"],
    moved: |n| match n {
        0 => "No verdict moves under any of these readings.".to_owned(),
        1 => "One of these readings moves the target, a state or the verdict; it is marked.".to_owned(),
        n => format!("{n} of these readings move the target, a state or the verdict; they are marked."),
    },
    moves: "Moves",
    as_filled: "As filled in",
    equivalent: |value| format!("Equivalent value of power {value} tce/MWh"),
    feedstock_out: "Feedstock left out of the energy total",
    strict_clean: "Clean energy without gas",
    later_factor: |value| format!("What if: other power at the later published factor, {value} t/MWh"),
    never: "These factors must not enter the core indicator, and nothing is worked out with them:",
    gap: "Gap: the least that each measure would take",
    alone: |n| {
        if n == 1 {
            "One measure alone meets the target; the least of it stands below.".to_owned()
        } else {
            format!("{n} measures meet the target alone; the least of each stands below.")
        }
    },
    together: |value, target| match target {
        Some((target, true)) => format!(
            "No measure alone is enough. All that help, one after the other up to their limits, lead to {value} and meet the target of {target}."
        ),
        Some((target, false)) => format!(
            "No measure alone is enough. Even all that help, one after the other up to their limits, lead only to {value}, above the target of {target}."
        ),
        None => format!(
            "No measure alone is enough. All that help, one after the other up to their limits, lead to {value}, where no target applies."
        ),
    },
    none_helps: "None of the measures leads towards the target; why stands below.",
    try_all: "Put all into the mix",
    gap_lead: "One thing is changed at a time. Amounts are rounded up to thousandths: with that much the target is met. Solved within today’s energy band; a change of band is told apart.",
    gap_met: "The core indicator is met: there is no gap to close. A mix can still be tried below.",
    gap_blocked: "The figures do not hang together: check them before any gap is spoken of.",
    gap_none: "No threshold is in force, so there is no gap to speak of.",
    no_lever: "Nothing that is filled in can be replaced: no power, heat, fuel or process.",
    replacement: "Fuels are replaced at equal heat (net calorific value): a convention of the portal, mark C. Real replacement depends on the equipment.",
    direct_power: "Other power becomes directly supplied non-fossil power",
    certificates: "Other power is covered by green certificates",
    heat: "Fossil heat becomes non-fossil heat",
    replace: |fuel, by| {
        let by = match by {
            Replacement::DirectPower => "directly supplied non-fossil power",
            Replacement::NonFossilHeat => "non-fossil heat",
            Replacement::NaturalGas => "natural gas",
        };
        format!("{fuel} gives way to {by}")
    },
    process: |product| format!("{product} is made without process emissions"),
    direct_power_short: "direct power",
    heat_short: "non-fossil heat",
    gas_short: "natural gas",
    takes: |name, amount, rate| format!(", which takes {amount} of {name} ({rate} for each unit of fuel)"),
    most: "At most",
    must_keep: "Must stay",
    there_is: |amount, unit| format!("of {amount} {unit}"),
    limit_unread: "This is no number that can be read; it does not limit anything yet.",
    limit_zero: "Within this limit nothing can be changed.",
    least: |amount| format!("At least {amount}"),
    leads: |value, target, t, tce| {
        format!("Leads to {value}, target {target}; emissions {t} t, energy {tce} tce.")
    },
    cannot: |amount, at, target| {
        format!("Not by this alone: with {amount} it comes to {at}, still above {target}.")
    },
    moves_away: "Not by this alone: energy falls faster than emissions, so the more of it, the further from the target.",
    across: |amount, energy, target| {
        format!(
            "Careful: from {amount} on, energy comes to {energy} tce, in another band with the target {target}. That does not close the gap."
        )
    },
    leaves: |amount| {
        format!("Careful: from {amount} on, energy is below 200,000 tce, where no threshold is in force.")
    },
    try_it: "Try it in the mix",
    mix: "Try a mix",
    mix_lead: "Move or type the amount of each measure; the result follows. The limits set above hold here as well.",
    mix_outcome: "Result of the mix",
    mix_sums: |t, tce| format!("emissions {t} t, energy {tce} tce"),
    slider_share: ", share of what there is, per cent",
    crossed: |before, after| {
        format!("Careful: energy goes from {before} to {after} tce, into another band with another target.")
    },
    shared: "Some measures draw on the same thing, and together ask for more than there is; the first is served first.",
    keep_as: |letter, taken| {
        if taken { format!("Overwrite scenario {letter}") } else { format!("Keep as scenario {letter}") }
    },
    take_over: "Put into the form",
    reset: "Reset",
    kept_scenario: "Kept as a scenario; compare them below.",
    put_in_form: "Put into the form; it can be undone.",
    scenarios: "Scenarios side by side",
    scenarios_lead: "Keep what is filled in as scenario A, B or C and compare. Scenarios stay on this device, like everything else here.",
    no_scenarios: "No scenario is kept yet.",
    load: "Load back",
    loaded: "Loaded into the form; it can be undone.",
    forget: "Delete",
    forget_really: "Press again to delete",
    forgotten: "Deleted.",
    now: "Now",
    not_judged: "no result",
    scenario_rows: [
        "Year",
        "Emissions",
        "Energy",
        "Carbon per energy",
        "Verdict",
        "Direct supply",
        "Clean energy",
    ],
    units_are: |emissions, energy, intensity| format!("Units: {emissions}, {energy}, {intensity}."),
    compare: "Beside published parks",
    compare_lead: |round, period| {
        format!("As published in “{round}” ({period}), parks of the same energy band only.")
    },
    compare_finding: |n, below| {
        format!("Parks of this band with a published value: {n}; lower than yours: {below}.")
    },
    compare_heads: ["Park", "Carbon per energy", "State"],
    no_round: "No evaluation round is published yet, so there are no parks to compare with.",
    no_others: "No park of the same energy band and the chosen industry has published a value.",
    industry: "Industry",
    all_industries: "All",
    strip: |n, value| format!("Carbon per unit of energy of {n} parks; yours is {value}"),
    own: "Yours",
    as_table: "As a table",
};
