//! The page of a report of the work: its text, picture, attachment and whom it concerns; Chinese where nobody has
//! translated it, which says so; none before its day.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use leptos::prelude::*;
use leptos_router::components::Router;
use portal::address::{Lang, Page};
use portal::browser::fetch::store;
use portal::pages;
use portal::parts::heading::Moves;
use portal::view_context::ViewContext;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::address::address;
use crate::place::Place;
use crate::served::{catalogue, edition, file, serve};
use crate::waiting::until;

fn text(zh: &str, en: &str) -> Value {
    json!({ "zh": zh, "en": en })
}

/// The page of the one report, of 2026-10-28, in an edition of a day.
async fn shown(lang: Lang, as_of: &str) -> Place {
    shown_with(lang, as_of, json!([])).await
}

/// The same, with what notices correct of its text.
async fn shown_with(lang: Lang, as_of: &str, amended: Value) -> Place {
    address("");
    let source = json!({ "title": text("报", "Press"), "mark": "B", "checked_on": "2026-10-28" });
    let media = |name: &str| json!({ "path": name, "sha256": "", "bytes": 12_300 });
    let picture =
        json!({ "file": media("p/work-picture-1.png"), "size": [640, 320], "alt": text("图", "A chart") });
    let report = json!({
        "id": "r", "kind": "bulletin", "title": { "zh": "通报" }, "dated": "2026-10-28", "level": "region",
        "issuer": text("机制", "Mechanism"), "source": source, "departments": ["energy"],
        "sections": [{ "heading": text("进展", "Progress"), "paragraphs": [{ "zh": "甲<b>。" }] }],
        "pictures": [picture], "attachments": [{ "file": media("p/work-attachment-2.pdf"), "title": text("全文", "Full text") }],
        "amended": amended,
    });
    let reports = json!({ "reports": [{
        "id": "r", "kind": "bulletin", "level": "region", "dated": "2026-10-28", "title": { "zh": "通报" },
        "issuer": text("机制", "Mechanism"), "file": file("report.json", &report),
    }]});
    let department = json!({ "id": "energy", "name": text("能源局", "Energy Bureau"), "short": text("能源", "Energy"), "clause": "plan/1" });
    let plan = json!({ "document": "plan", "milestones": [], "deliverables": [], "tasks": [], "departments": [department],
                       "league_duties": [], "quotas": [] });
    let documents = json!([]);
    let edition = edition(json!({
        "as_of": as_of, "work": file("work.json", &reports), "plan": file("plan.json", &plan),
        "documents": file("documents.json", &documents),
    }));
    let catalogue = catalogue(&edition);
    serve(&[
        ("catalog.json", &catalogue),
        ("index.json", &edition),
        ("work.json", &reports),
        ("report.json", &report),
        ("plan.json", &plan),
        ("documents.json", &documents),
    ]);
    let shown = Place::show(move || {
        let here = ViewContext::new(lang, "/");
        provide_context(here);
        provide_context(store("/data/".to_owned()));
        provide_context(pages::Chunks::default());
        provide_context(Moves::new());
        view! { <Router>{pages::page(here, Page::WorkReport("r".to_owned()))}</Router> }
    });
    until("the page", || !shown.all("#concerned + h3 + ul, .not-found, #concerned ~ h3").is_empty()).await;
    shown
}

#[wasm_bindgen_test]
async fn a_report_shows_its_text_and_files_and_marks_what_is_in_chinese_only() {
    let page = shown(Lang::En, "2026-11-28").await;
    assert_eq!(page.texts("h1"), ["通报"]);
    assert_eq!(page.attributes("h1 span", "lang"), ["zh-CN"]);
    assert_eq!(page.texts(".report-text h2"), ["Progress"]);
    // Plain words: nothing in them is markup.
    assert_eq!(page.texts(".report-text p"), ["甲<b>。"]);
    assert_eq!(page.attributes(".report-text p", "lang"), ["zh-CN"]);
    assert_eq!(page.all(".chinese-only").len(), 1);
    assert_eq!(page.attributes("img", "src"), ["/data/p/work-picture-1.png"]);
    assert_eq!(page.attributes("img", "alt"), ["A chart"]);
    assert_eq!(page.attributes("img", "width"), ["640"]);
    assert_eq!(page.attributes(".files a", "download"), ["Full text.pdf"]);
    assert_eq!(page.texts(".files li"), ["Full text (PDF, 13 kB)"]);
    assert!(page.whole().contains("Energy Bureau"));
}

#[wasm_bindgen_test]
async fn what_was_corrected_says_what_stood_before_and_from_which_day() {
    let by = json!({
        "notice": "c1", "dated": "2026-11-02", "reason": text("多写了。", "Too much was written."),
        "source": { "title": text("公告", "Notice"), "mark": "B", "checked_on": "2026-11-02" },
    });
    let amended = json!([{ "by": by, "was": { "zh": "甲<b>。" }, "is": text("乙。", "Second.") }]);
    let page = shown_with(Lang::En, "2026-11-28", amended.clone()).await;
    assert_eq!(page.texts(".report-text > p:not(.under)"), ["Second."]);
    let note = page.text(".report-text .corrected-note");
    assert!(
        note.contains("2 November 2026") && note.contains("甲<b>。") && note.contains("Too much"),
        "{note}"
    );
    assert!(page.text("#corrections ~ ol").contains("→"));
    let before = shown_with(Lang::En, "2026-11-01", amended).await;
    assert_eq!(before.texts(".report-text > p:not(.under)"), ["甲<b>。"]);
    assert!(before.all(".corrected-note, #corrections").is_empty());
}

#[wasm_bindgen_test]
async fn in_chinese_nothing_is_said_of_languages() {
    let page = shown(Lang::Zh, "2026-11-28").await;
    assert_eq!(page.all(".chinese-only, [lang]").len(), 0);
    assert!(page.whole().contains("能源局"));
}

#[wasm_bindgen_test]
async fn before_its_day_there_is_no_such_page() {
    let page = shown(Lang::Zh, "2026-10-27").await;
    assert_eq!(page.all(".not-found").len(), 1);
    assert!(!page.whole().contains("通报"));
}
