//! Why a figure is what it is: the trace with the figures in the formulas, their factors, clauses and sources.

use assessment::formulas;
use assessment::input::Rules;
use assessment::report::{CLEAN_ENERGY_SHARE, assess};
use assessment::trace::{Node, Source, Trace};
use assessment::unit::Unit;
use leptos::prelude::*;

use super::ResultContext;
use super::figures::{cut, symbol};
use crate::parts::basis::clause_link;
use crate::parts::mark::mark_badge;
use crate::view_context::ViewContext;

/// Why an indicator is what it is.
pub fn of_indicator(context: ResultContext, id: &str) -> AnyView {
    let id = id.to_owned();
    let wanted = id.clone();
    let pick = move |trace: Trace| {
        let is_wanted = |node: &Node| node.subject.as_deref() == Some(wanted.as_str());
        let mut nodes: Vec<Node> = trace.indicators.into_iter().filter(is_wanted).collect();
        // The strict reading of clean energy stands beside the one that is judged.
        if wanted == CLEAN_ENERGY_SHARE {
            nodes.extend(trace.clean_energy_share_strict);
        }
        nodes
    };
    fold(context, format!("why.{id}"), pick)
}

/// Why figures are what they are: what `pick` takes from the trace, drawn only when it is asked for.
pub fn fold(
    context: ResultContext,
    key: String,
    pick: impl Fn(Trace) -> Vec<Node> + Send + Sync + 'static,
) -> AnyView {
    let summary = context.here.words.assess_result().why.into_any();
    context.folds.fold(key, "result-why", summary, move || {
        context.look(|assessment, rules| {
            let nodes = pick(assess(assessment, rules).traced(assessment, rules).trace);
            let nodes: Vec<_> = nodes.iter().map(|node| draw(context, node, rules, "")).collect();
            view! { <ul class="why-tree">{nodes}</ul> }.into_any()
        })
    })
}

/// A node with what it was made from. A clause stands where it differs from the one above.
fn draw(context: ResultContext, node: &Node, rules: Rules<'_>, above: &str) -> AnyView {
    let here = context.here;
    // A unit that an indicator names has a word in each language.
    let named = rules.ruleset.indicators.iter().find(|indicator| match &indicator.unit {
        Unit::Named(name) => name.en == node.unit,
        Unit::TPerTce | Unit::Percent => false,
    });
    let unit = named.map_or_else(
        || symbol(here, &node.unit).to_owned(),
        |indicator| crate::parts::indicator::unit(here, &indicator.unit),
    );
    let value = node.value.as_deref().map_or_else(|| "–".to_owned(), cut);
    let formula = formula(here, node);
    let inputs: Vec<_> = node.inputs.iter().map(|input| draw(context, input, rules, &node.clause)).collect();
    let inputs = (!inputs.is_empty()).then(|| view! { <ul>{inputs}</ul> });
    let clause = (node.clause != above).then(|| clause_link(here, &node.clause));
    view! {
        <li>
            <span class="why-name">{name(here, node, rules)}</span>
            " "
            <span class="why-value">{value} " " <span class="unit">{unit}</span></span>
            {formula.map(|formula| view! { <span class="why-formula">{formula}</span> })}
            <span class="why-source">{source(context, node, rules)} " " {clause}</span>
            {inputs}
        </li>
    }
    .into_any()
}

fn name(here: ViewContext, node: &Node, rules: Rules<'_>) -> String {
    let words = here.words.assess_result();
    match (node.quantity, node.subject.as_deref()) {
        ("indicator", Some(id)) => {
            let indicator = rules.ruleset.indicator(id);
            indicator.map_or_else(|| id.to_owned(), |indicator| here.text(&indicator.name))
        }
        (_, Some(subject)) => subject_name(here, subject, rules),
        (quantity, None) => match formulas::formula(quantity) {
            Some(formula) => (here.words.indicators().formula_name)(formula.key).to_owned(),
            None => (words.quantity)(quantity).to_owned(),
        },
    }
}

/// A fuel, a source or a product by its name.
pub fn subject_name(here: ViewContext, subject: &str, rules: Rules<'_>) -> String {
    let words = here.words.assess_result();
    if let Some(fuel) = rules.factors.fuel(subject).or_else(|| rules.general.fuel(subject)) {
        return here.text(&fuel.name);
    }
    if let Some(hint) = rules.factors.process_hints.iter().find(|hint| hint.product == subject) {
        return here.text(&hint.name);
    }
    (words.source)(subject).map_or_else(|| subject.to_owned(), str::to_owned)
}

/// The formula with the figures in it.
fn formula(here: ViewContext, node: &Node) -> Option<String> {
    let figure = |at: usize| node.inputs.get(at).and_then(|input| input.value.as_deref()).map(cut);
    let words = here.words.assess_result();
    if let Some(formula) = formulas::formula(node.quantity) {
        let quotient = format!("{} ÷ {}", figure(0)?, figure(1)?);
        return Some(if formula.unit == Unit::Percent { format!("{quotient} × 100") } else { quotient });
    }
    Some(match node.quantity {
        "emissions_entry" | "energy_entry" => format!("{} × {}", figure(0)?, figure(1)?),
        "emission_factor" if node.inputs.len() == 2 => format!("{} × {} ÷ 1000", figure(0)?, figure(1)?),
        "emission_factor" => format!("{} × {} × {} × 44 ÷ 12", figure(0)?, figure(1)?, figure(2)?),
        "energy_factor" => format!("{} ÷ {}", figure(0)?, figure(1)?),
        "net_calorific_value" => format!("{} × {}", figure(0)?, figure(1)?),
        "indicator" => (words.compared)(node.formula?),
        _ if node.formula.is_some() && node.inputs.len() > 1 => {
            let parts: Vec<String> = (0..node.inputs.len()).filter_map(figure).collect();
            // What is taken off is printed as taken off.
            let signed = |text: String, part: &String| match part.strip_prefix(['-', '−']) {
                Some(taken) => format!("{text} − {taken}"),
                None => format!("{text} + {part}"),
            };
            let (first, rest) = parts.split_first()?;
            rest.iter().fold(first.clone(), signed)
        }
        _ => return None,
    })
}

fn source(context: ResultContext, node: &Node, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    match &node.source {
        Source::Computed => ().into_any(),
        Source::Input { path, basis } => {
            let field =
                context.session.with(|sheet| sheet.make(rules.factors).field_of(path).map(str::to_owned));
            let filled = field.map_or_else(
                || words.filled_in.into_any(),
                |field| view! { <a href=format!("#{field}")>{words.filled_in}</a> }.into_any(),
            );
            let basis = basis.as_ref().map(|basis| (words.own_basis)(basis));
            view! { {filled} {basis} }.into_any()
        }
        Source::FactorSet { id, source, mark } => {
            let is_clause = source.starts_with("ndrc-910/");
            let source = if is_clause { clause_link(here, source) } else { source.clone().into_any() };
            let href = format!("{}#{id}", here.href(crate::address::Page::Method));
            view! { {mark_badge(here, *mark)} " " {source} " " <a href=href><code>{id.clone()}</code></a> }
                .into_any()
        }
        Source::Ruleset { mark, .. } => mark_badge(here, *mark),
        Source::Convention { mark, .. } => {
            view! { {mark_badge(here, *mark)} " " <a href="#equivalent">{words.convention}</a> }.into_any()
        }
        Source::Method => words.by_method.into_any(),
    }
}
