//! The bulletins, practices and other reports that concern a park.

use disclosure::as_of::Known;
use disclosure::model::Park;
use leptos::prelude::*;

use crate::address::Page;
use crate::parts::original::original;
use crate::view_context::ViewContext;

/// The reports, the newest first; nothing where there are none.
pub fn work(here: ViewContext, park: &Known<Park>) -> AnyView {
    if park.work.is_empty() {
        return ().into_any();
    }
    let items = park.work.iter().rev().map(|report| {
        view! {
            <li>
                <time datetime=report.dated.to_string()>{report.dated.to_string()}</time>
                <div>
                    <p class="quiet small">{(here.words.progress().mechanism.kind)(report.kind)}</p>
                    <p>
                        <a href=here.href(Page::WorkReport(report.id.clone()))>{original(here, &report.title)}</a>
                    </p>
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="work">
            <h2 id="work">{here.words.work().of_park}</h2>
            <ol class="dated course-acts">{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}
