//! Report, files and tables to take along. Nothing of it goes to a server.

mod tables;

use std::sync::Arc;

use assessment::input::{Assessment, Rules};
use assessment::report::{Report, assess};
use disclosure::model::Document;
use leptos::prelude::*;

use self::tables::{Table, tables};
use super::result::{blocked, checks, verdict_words, warnings};
use crate::assess::Session;
use crate::assess::session::rules_of;
use crate::browser::download::{CSV, JSON, save};
use crate::browser::print;
use crate::load::{Opened, Store};
use crate::parts::loading::live;
use crate::view_context::ViewContext;

/// Value of `<html data-printing>` while the report alone is printed.
const REPORT: &str = "report";
/// The fold that the report stands in.
const PREVIEW: &str = "details.report-preview";

/// Report, files and tables to take along.
pub fn export(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let words = here.words.assess_export();
    let documents = Store::of().file_at::<Vec<Document>>(&opened, &opened.edition.documents);
    let body = live(Box::new(move || {
        let book = session.rulebook();
        let assessment = session.outcome().with(|outcome| outcome.assessment.clone());
        let ready =
            assessment.as_ref().and_then(|assessment| Some((assessment, rules_of(assessment, &book)?)));
        match ready {
            None => view! { <p class="empty">{words.nothing}</p> }.into_any(),
            Some((assessment, rules)) => {
                // Only their names are needed: without the file the report cites by id.
                let documents = documents.ready().unwrap_or_default();
                ready_export(here, session, &opened, &documents, assessment, rules)
            }
        }
    }));
    view! {
        <section class="assess-export" aria-labelledby="export">
            <h2 id="export">{words.title}</h2>
            <p class="lead">{words.lead}</p>
            {body}
        </section>
    }
    .into_any()
}

fn ready_export(
    here: ViewContext,
    session: Session,
    opened: &Opened,
    documents: &[Document],
    assessment: &Assessment,
    rules: Rules<'_>,
) -> AnyView {
    let words = here.words.assess_export();
    let report = assess(assessment, rules);
    let tables = session.with(|sheet| tables(here, sheet, &report, rules));
    let facts = facts(here, opened, documents, assessment, rules, &report);
    let stem = file_stem(assessment);
    let failed = RwSignal::new(false);
    let buttons = tables.iter().map(|table| {
        let (name, text) = (format!("{stem}-{}.csv", table.id), table.csv());
        let keep = move |_| failed.set(save(&name, CSV, &text).is_err());
        view! {
            <button type="button" class="button" on:click=keep data-table=table.id>
                {table.title}
            </button>
        }
    });
    let result = {
        let (name, assessment) = (format!("{stem}-result.json"), assessment.clone());
        move |_| {
            let book = session.rulebook();
            let Some(rules) = rules_of(&assessment, &book) else { return };
            let traced = assess(&assessment, rules).traced(&assessment, rules);
            let text = serde_json::to_string_pretty(&traced).unwrap_or_default();
            failed.set(save(&name, JSON, &text).is_err());
        }
    };
    view! {
        <div class="export-tools no-print">
            <p class="export-ways">
                <button type="button" class="button" id="print-report" on:click=move |_| print::part(REPORT, PREVIEW)>
                    {words.print}
                </button>
                " "
                <button type="button" class="button" id="save-result" on:click=result>
                    {words.result_json}
                </button>
            </p>
            <p class="quiet small">{words.result_note} " " <code>"parks assess FILE --format json"</code></p>
            <p class="export-tables">{words.tables} " " {buttons.collect_view()}</p>
            <p role="status">{move || failed.get().then_some(words.failed)}</p>
        </div>
        <details class="report-preview">
            <summary>{words.preview}</summary>
            {report_view(here, session, opened, (assessment, &report, rules), &tables, facts)}
        </details>
    }
    .into_any()
}

/// Name of the files: the park's name as far as a file system takes it, and the year.
fn file_stem(assessment: &Assessment) -> String {
    let name = assessment.name.as_deref().unwrap_or("assessment");
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let name: String = name.chars().take(40).map(kept).collect();
    format!("{}-{}", name.trim_matches('-'), assessment.year)
}

/// Whose figures they are, and all that they were worked out by.
fn facts(
    here: ViewContext,
    opened: &Opened,
    documents: &[Document],
    assessment: &Assessment,
    rules: Rules<'_>,
    report: &Report<'_>,
) -> AnyView {
    let words = here.words.assess_export();
    let name = assessment.name.clone().unwrap_or_else(|| words.unnamed.to_owned());
    let verdict = report.core().map(|core| verdict_words(here, report.verdict, core.state));
    let ruleset = if rules.in_force {
        format!("{} ({})", here.text(&rules.ruleset.title), rules.ruleset.id)
    } else {
        here.words.states.not_in_force.to_owned()
    };
    let facts = [
        (words.park, name),
        (words.year, assessment.year.to_string()),
        (words.verdict, verdict.unwrap_or_default().to_owned()),
        (words.made, here.host.today().to_string()),
        (words.method, cited(here, documents, &rules.ruleset.document)),
        (words.ruleset, ruleset),
        (words.factors, format!("{} ({})", here.text(&rules.factors.title), rules.factors.id)),
        (words.fingerprint, opened.edition.rulebook.sha256.clone()),
        (words.engine, assessment::VERSION.to_owned()),
    ];
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> });
    view! { <dl class="facts-table">{facts.collect_view()}</dl> }.into_any()
}

fn report_view(
    here: ViewContext,
    session: Session,
    opened: &Opened,
    (assessment, report, rules): (&Assessment, &Report<'_>, Rules<'_>),
    tables: &[Table],
    facts: AnyView,
) -> AnyView {
    let words = here.words.assess_export();
    let whose = opened.edition.demonstration.then_some(words.whose_figures);
    let nothing = report.warnings.is_empty() && report.blocked_by.is_empty() && report.checks.is_empty();
    let to_check = (!nothing).then(|| {
        view! {
            <h3>{words.to_check}</h3>
            {blocked(here, &report.blocked_by)}
            {warnings(here, &report.warnings, rules)}
            {checks(here, session, &report.checks, rules)}
        }
    });
    let set = assessment.electricity_tce_per_mwh.is_some();
    let equivalent = (words.equivalent)(&report.accounts.electricity_tce_per_mwh.to_string(), set);
    let notes = session.with(|sheet| sheet.notes.clone());
    let notes = (!notes.trim().is_empty()).then(|| {
        view! {
            <h3>{words.notes}</h3>
            <p class="report-notes">{notes}</p>
        }
    });
    view! {
        <div class="report" data-report="">
            <h2>{words.report_title}</h2>
            <p class="report-caveat">{words.not_certified} " " {whose}</p>
            {facts}
            {to_check}
            {tables.iter().map(Table::view).collect_view()}
            <h3>{words.conventions}</h3>
            <p>{equivalent}</p>
            {notes}
        </div>
    }
    .into_any()
}

/// A document by its title and number, and the id by which the tables cite its clauses.
fn cited(here: ViewContext, documents: &[Document], id: &str) -> String {
    let words = here.words.assess_export();
    match documents.iter().find(|document| document.id == id) {
        Some(document) => {
            (words.cited)(&here.text(&document.title), document.number.as_deref().unwrap_or_default(), id)
        }
        None => id.to_owned(),
    }
}
