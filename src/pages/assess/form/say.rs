//! Mistakes in plain words.

use assessment::Problem;
use leptos::prelude::*;
use worksheet::What;
use worksheet::number::Why;
use worksheet::unit::Unit;

use crate::address::Lang;
use crate::assess::Session;
use crate::view_context::ViewContext;

/// A unit as the reader's language writes it.
pub fn unit(here: ViewContext, unit: Unit) -> &'static str {
    let [zh, en] = unit.symbol();
    match here.lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What is wrong, in one sentence.
pub fn sentence(here: ViewContext, session: Session, what: &What) -> String {
    let words = &here.words.assess_form().field;
    match what {
        What::Unreadable(Why::Negative) => words.negative.to_owned(),
        What::Unreadable(Why::TooLong) => words.too_long.to_owned(),
        What::Unreadable(Why::OtherUnit) => words.other_unit.to_owned(),
        What::Unreadable(Why::Several) => words.several_cells.to_owned(),
        What::Unreadable(Why::NotANumber) => words.not_a_number.to_owned(),
        What::Ambiguous(_) => words.ambiguous.to_owned(),
        What::Unit(typed) => (words.unit_differs)(unit(here, *typed)),
        What::Incomplete => words.incomplete.to_owned(),
        What::Refused(problem) => refused(here, session, problem),
    }
}

fn refused(here: ViewContext, session: Session, problem: &Problem) -> String {
    let words = &here.words.assess_form().refused;
    let last = problem.path.rsplit('.').next().unwrap_or_default();
    let in_guiding = problem.path.starts_with("guiding");
    match last {
        "basis" => words.basis,
        "product" => words.product,
        "t_per_t" => words.factor,
        "t_per_gj" => words.no_factor,
        "value" | "pending" if in_guiding => words.share,
        "not_applicable" => words.reason,
        "electricity_tce_per_mwh" => words.equivalent,
        "bunkers_t" => words.bunkers,
        "energy" => words.energy,
        "fuel" => words.fuel,
        "source" => words.source,
        "use" => words.purpose,
        "year" => return (words.year)(super::super::first_year(&session.rulebook())),
        _ => words.other,
    }
    .to_owned()
}

/// The contract's own line, small: it names the path that the command line tool would print.
pub fn contract(here: ViewContext, what: &What) -> Option<AnyView> {
    let What::Refused(problem) = what else { return None };
    let line = problem.to_string();
    Some(
        view! {
            <span class="contract-line">
                {here.words.assess_form().field.contract} <code lang="en" dir="ltr">{line}</code>
            </span>
        }
        .into_any(),
    )
}
