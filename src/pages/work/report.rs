//! The page of one report: who issued it, its text, pictures and attachments, and whom it concerns.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::correction::Amended;
use disclosure::model::{
    Attachment, Document, OriginalText, Picture, Plan, Section, WorkReport, WorkReports, WorkSummary,
};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::pages::list::level;
use crate::pages::not_found::not_in_edition;
use crate::parts::basis::clause_link;
use crate::parts::cite::{citation, cite_text};
use crate::parts::correction::{amended, note_of, records};
use crate::parts::heading::{heading, heading_titled};
use crate::parts::loading::{failure_notice, live, shown, shown_page};
use crate::parts::original::{language, note, original};
use crate::parts::source::source_line;
use crate::query::Query;
use crate::view_context::ViewContext;

/// The page of the report with this id.
pub fn report(here: ViewContext, id: String) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.work, move |opened| {
        let Some(file) = &opened.edition.work else {
            return not_in_edition(here, &opened, &Page::WorkReport(id.clone()));
        };
        let reports = Store::of().file_at::<WorkReports>(&opened, file);
        let (opened, id) = (Arc::clone(&opened), id.clone());
        shown_page(reports, here.words.pages.work, move |reports| {
            match reports.reports.iter().find(|report| report.id == id) {
                Some(summary) => found(here, &opened, summary),
                None => not_in_edition(here, &opened, &Page::WorkReport(id.clone())),
            }
        })
    })
}

fn found(here: ViewContext, opened: &Arc<Opened>, summary: &WorkSummary) -> AnyView {
    let file = Store::of().file_at::<WorkReport>(opened, &summary.file);
    let kind = (here.words.progress().mechanism.kind)(summary.kind);
    let title = here.text(&summary.title);
    let opened = Arc::clone(opened);
    view! {
        <article class="page work-report">
            <p class="crumbs">
                <a href=here.href(Page::Work)>{here.words.pages.work}</a> " · " {level(here, summary.level)} " · " {kind}
            </p>
            {match language(here, &summary.title) {
                None => heading(here, &title),
                Some(_) => heading_titled(here, Some(&title), original(here, &summary.title)),
            }}
            {shown(file, move |report| loaded(here, &opened, &report))}
        </article>
    }
    .into_any()
}

fn loaded(here: ViewContext, opened: &Arc<Opened>, report: &Arc<Known<WorkReport>>) -> AnyView {
    let store = Store::of();
    let documents = store.file_at::<Vec<Document>>(opened, &opened.edition.documents);
    let trouble = failure_notice(documents.clone());
    let note = note(here, None, texts(report));
    let head = {
        let report = Arc::clone(report);
        live(Box::new(move || head(here, &report, &documents.ready().unwrap_or_default())))
    };
    let what = here.words.corrections().report_text;
    let corrections = amended(&report.amended, what, &[], |text| here.text(text)).collect();
    let title = here.text(&report.title);
    let issuer = here.text(&report.issuer);
    let page = Page::WorkReport(report.id.clone());
    let cited = cite_text(here, opened, Some(&issuer), &title, report.dated, page, Query::default());
    view! {
        {trouble}
        {note}
        {head}
        <div class="report-text">
            {report.sections.iter().map(|each| section(here, each, &report.amended)).collect_view()}
            {report.pictures.iter().map(|each| picture(here, each)).collect_view()}
        </div>
        {attachments(here, &report.attachments)}
        {concerned(here, opened, report)}
        {records(here, here.words.corrections().of_report_lead, corrections)}
        <section class="take-along" aria-labelledby="cite">
            <h2 id="cite">{here.words.park().cite}</h2>
            {citation(here, cited)}
        </section>
    }
    .into_any()
}

/// Every text of a report.
fn texts(report: &WorkReport) -> impl Iterator<Item = &OriginalText> {
    let sections =
        report.sections.iter().flat_map(|section| section.heading.iter().chain(&section.paragraphs));
    let pictures = report.pictures.iter().flat_map(|picture| picture.caption.iter().chain([&picture.alt]));
    let attachments = report.attachments.iter().map(|attachment| &attachment.title);
    let named = [&report.title, &report.issuer].into_iter().chain(&report.caveat);
    named.chain(sections).chain(pictures).chain(attachments)
}

fn head(here: ViewContext, report: &WorkReport, documents: &[Document]) -> AnyView {
    let words = here.words.work();
    let clause = report.clause.as_deref().map(|clause| (words.clause, clause_link(here, clause)));
    let caveat = report.caveat.as_ref().map(|caveat| (words.caveat, original(here, caveat)));
    let facts = [
        (words.issuer, original(here, &report.issuer)),
        (
            words.day,
            view! { <time datetime=report.dated.to_string()>{here.day(report.dated)}</time> }.into_any(),
        ),
        (words.published, source_line(here, &report.source, documents)),
    ];
    let facts = facts.into_iter().chain(clause).chain(caveat);
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> });
    view! { <dl class="facts-table">{facts.collect_view()}</dl> }.into_any()
}

fn section(here: ViewContext, section: &Section, amended: &[Amended<OriginalText>]) -> AnyView {
    let heading = section.heading.as_ref().map(|heading| view! { <h2>{original(here, heading)}</h2> });
    let paragraphs = section.paragraphs.iter().map(|paragraph| {
        let corrected = note_of(here, amended, paragraph, |was| here.text(was));
        view! {
            <p lang=language(here, paragraph)>{here.text(paragraph)}</p>
            {corrected.map(|note| view! { <p class="under">{note}</p> })}
        }
    });
    view! { {heading} {paragraphs.collect_view()} }.into_any()
}

fn picture(here: ViewContext, picture: &Picture) -> AnyView {
    let [width, height] = picture.size.map(|side| side.to_string());
    let caption = picture.caption.as_ref().map(|caption| {
        view! { <figcaption>{original(here, caption)}</figcaption> }
    });
    view! {
        <figure>
            <img
                src=here.file_href(&picture.file)
                alt=here.text(&picture.alt)
                lang=language(here, &picture.alt)
                width=width
                height=height
                loading="lazy"
                decoding="async"
            />
            {caption}
        </figure>
    }
    .into_any()
}

fn attachments(here: ViewContext, attachments: &[Attachment]) -> AnyView {
    if attachments.is_empty() {
        return ().into_any();
    }
    let items = attachments.iter().map(|attachment| {
        let (title, file) = (here.text(&attachment.title), &attachment.file);
        let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let size = (here.words.work().file_size)(&ending.to_uppercase(), &file_size(file.bytes));
        let name = format!("{title}.{ending}");
        view! {
            <li>
                <a href=here.file_href(file) download=name lang=language(here, &attachment.title)>{title}</a>
                " " <span class="quiet small">{size}</span>
            </li>
        }
    });
    view! {
        <section aria-labelledby="attachments">
            <h2 id="attachments">{here.words.work().attachments}</h2>
            <ul class="files">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// A size in bytes as readers say it: 850 B, 12 kB, 3.4 MB.
fn file_size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// Parks, departments and tasks, by name; the plan is loaded for the last two alone.
fn concerned(here: ViewContext, opened: &Arc<Opened>, report: &Arc<Known<WorkReport>>) -> AnyView {
    let words = here.words.work();
    let parks = report.parks.iter().filter_map(|id| {
        let park = opened.edition.parks.iter().find(|park| park.id == *id)?;
        Some((here.href(Page::Park(id.clone())), here.text(&park.name)))
    });
    let parks: Vec<_> = parks.collect();
    let of_plan = (!report.departments.is_empty() || !report.tasks.is_empty()).then(|| {
        let report = Arc::clone(report);
        let plan = Store::of().file_at::<Plan>(opened, &opened.edition.plan);
        shown(plan, move |plan| {
            let progress = here.href(Page::Progress);
            let departments = report.departments.iter().filter_map(|id| {
                let department = plan.departments.iter().find(|department| department.id == *id)?;
                Some((format!("{progress}#units"), here.text(&department.name)))
            });
            let tasks = report.tasks.iter().filter_map(|id| {
                let task = plan.tasks.iter().find(|task| task.id == *id)?;
                Some((format!("{progress}#task-{id}"), here.text(&task.title)))
            });
            view! {
                {group(words.departments, departments.collect())}
                {group(words.tasks, tasks.collect())}
            }
            .into_any()
        })
    });
    (!parks.is_empty() || of_plan.is_some())
        .then(|| {
            view! {
                <section aria-labelledby="concerned">
                    <h2 id="concerned">{words.concerns}</h2>
                    {group(words.parks, parks)}
                    {of_plan}
                </section>
            }
        })
        .into_any()
}

fn group(name: &'static str, links: Vec<(String, String)>) -> AnyView {
    let any = !links.is_empty();
    let links = links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
    any.then(|| {
        view! {
            <h3>{name}</h3>
            <ul class="inline-list">{links.collect_view()}</ul>
        }
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_the_nearest_unit_and_never_too_small() {
        let said = [999, 1_000, 1_001, 999_999, 1_000_000, 3_410_000].map(file_size);
        assert_eq!(said, ["999 B", "1 kB", "2 kB", "1000 kB", "1.0 MB", "3.5 MB"]);
    }
}
