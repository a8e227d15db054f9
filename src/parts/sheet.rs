//! A table that a phone sets as blocks, each cell under its column's name.

use leptos::prelude::*;

/// One row: its cells, the first of which names it, and the id that addresses point at.
pub struct Row {
    /// Cells, one a column.
    pub cells: Vec<AnyView>,
    /// Anchor.
    pub id: Option<String>,
}

impl Row {
    /// A row that no address points at.
    pub fn new(cells: Vec<AnyView>) -> Row {
        Row { cells, id: None }
    }
}

/// The table. `class` gives columns their widths and figures their side.
pub fn sheet(caption: String, class: &str, heads: &[&'static str], rows: Vec<Row>) -> AnyView {
    // The roles are said again because blocks would end their being a table.
    let columns: Vec<_> =
        heads.iter().map(|head| view! { <th scope="col" role="columnheader">{*head}</th> }).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let mut cells = row.cells.into_iter().zip(heads);
            let name = cells.next().map(|(cell, _)| view! { <th scope="row" role="rowheader">{cell}</th> });
            let rest: Vec<_> =
                cells.map(|(cell, head)| view! { <td role="cell" data-label=*head>{cell}</td> }).collect();
            view! {
                <tr role="row" id=row.id>
                    {name} {rest}
                </tr>
            }
        })
        .collect();
    view! {
        <table class=format!("sheet {class}") role="table">
            <caption class="vh">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{columns}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
