//! The formulas of the accounting, as the engine computes them, each with its clause.

use assessment::clause;
use leptos::prelude::*;

use crate::parts::basis::clause_link;
use crate::parts::sheet::{Row, sheet};
use crate::view_context::ViewContext;

/// Clauses of the accounting, in the order in which the words set them.
pub const CLAUSES: [&str; 8] = [
    clause::TOTAL,
    clause::SCOPE,
    clause::COMBUSTION,
    clause::CONVERSION,
    clause::ELECTRICITY,
    clause::HEAT,
    clause::PROCESS,
    clause::ENERGY,
];

/// The table of formulas.
pub fn accounting(here: ViewContext) -> AnyView {
    let words = here.words.method();
    let rows = CLAUSES
        .into_iter()
        .zip(words.formulas)
        .map(|(clause, [name, formula])| {
            Row::new(vec![name.into_any(), formula.into_any(), clause_link(here, clause)])
        })
        .collect();
    let heads = [words.quantity, words.formula, here.words.basis.link];
    view! {
        <section id="accounting" aria-labelledby="accounting-title">
            <h2 id="accounting-title">{words.accounting}</h2>
            <p>{words.accounting_lead}</p>
            {sheet(words.accounting.to_owned(), "formulas", &heads, rows)}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use assessment::formulas::FORMULAS;

    use super::*;

    #[test]
    fn every_clause_that_the_engine_computes_by_is_shown() {
        for id in clause::ALL {
            let of_indicator = FORMULAS.iter().any(|formula| formula.clause == id);
            assert!(CLAUSES.contains(&id) || of_indicator, "{id}");
        }
    }
}
