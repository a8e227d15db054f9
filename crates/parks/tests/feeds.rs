//! Feeds are what RFC 4287 and JSON Feed 1.1 ask for, by a reader of XML of its own; their ids stay.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use assessment::Date;
use parks::check::check;
use parks::compile::feeds::Feed;
use parks::compile::{Compiled, compile};
use parks::files::Files;
use roxmltree::{Document, Node};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITE: &str = "https://example.org/sub/";

fn live() -> Files {
    Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

fn compiled(files: &Files) -> Compiled {
    compile(&check(files).draft, Date::new(2026, 11, 28).unwrap()).unwrap()
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| compiled(&live()));

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let mut found = node.children().filter(|child| child.has_tag_name((ATOM, name)));
    let first = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(name == "link" || found.next().is_none(), "{name} twice");
    first
}

fn words<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    child(node, name).text().unwrap()
}

fn day(moment: &str) -> Date {
    moment.strip_suffix("T00:00:00+08:00").unwrap().parse().unwrap()
}

fn as_of(feed: &Feed) -> Date {
    let day = if feed.edition == "demonstration" { "2030-12-31" } else { "2026-11-28" };
    day.parse().unwrap()
}

/// Ids of a feed's entries with their titles.
fn ids(feed: &Feed) -> Vec<(String, String)> {
    let xml = feed.atom(None);
    let document = Document::parse(&xml).unwrap();
    let entries = document.root_element().children().filter(|node| node.has_tag_name((ATOM, "entry")));
    entries.map(|entry| (words(entry, "id").to_owned(), words(entry, "title").to_owned())).collect()
}

#[test]
fn every_feed_has_what_a_reader_of_feeds_asks_for() {
    let names: Vec<String> = COMPILED.feeds.iter().map(Feed::name).collect();
    assert_eq!(names, ["demonstration.zh", "demonstration.en", "published.zh", "published.en"]);
    let paths: BTreeSet<&str> = COMPILED.pages.iter().map(|page| page.path.as_str()).collect();
    for feed in &COMPILED.feeds {
        let xml = feed.atom(Some(SITE));
        let document = Document::parse(&xml).unwrap();
        let root = document.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        assert_eq!(words(root, "title"), feed.title);
        assert!(!child(root, "author").children().next().unwrap().text().unwrap().is_empty());
        let updated = day(words(root, "updated"));
        assert!(updated <= as_of(feed));
        let mut seen = BTreeSet::from([words(root, "id")]);
        let entries: Vec<_> = root.children().filter(|node| node.has_tag_name((ATOM, "entry"))).collect();
        assert!((10..=100).contains(&entries.len()), "{}", entries.len());
        for entry in &entries {
            let id = words(*entry, "id");
            assert!(id.starts_with("urn:uuid:") && id.len() == 45 && seen.insert(id), "{id}");
            assert!(!words(*entry, "title").trim().is_empty());
            assert!(day(words(*entry, "updated")) <= updated);
            let href = child(*entry, "link").attribute("href").unwrap();
            let path = href.strip_prefix(SITE).unwrap().split(['?', '#']).next().unwrap();
            assert!(paths.contains(path.trim_end_matches('/')), "{href}");
            assert_eq!(href.contains("edition=published"), feed.edition == "published", "{href}");
            assert_eq!(path.starts_with("en/"), feed.lang == "en");
        }
        let days: Vec<Date> = entries.iter().map(|entry| day(words(*entry, "updated"))).collect();
        assert!(days.is_sorted_by(|a, b| a >= b));
        let invented =
            feed.title.contains(if feed.lang == "zh" { "演示数据" } else { "demonstration data" });
        assert_eq!(invented, feed.edition == "demonstration");
    }
}

#[test]
fn both_forms_say_the_same() {
    for feed in &COMPILED.feeds {
        let json: serde_json::Value = serde_json::from_slice(&feed.json(Some(SITE))).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["feed_url"], format!("{SITE}feeds/{}.json", feed.name()));
        let items = json["items"].as_array().unwrap().iter();
        let items: Vec<(String, String)> = items
            .map(|item| {
                assert!(item["url"].as_str().unwrap().starts_with(SITE) && item["content_text"].is_string());
                (item["id"].as_str().unwrap().to_owned(), item["title"].as_str().unwrap().to_owned())
            })
            .collect();
        assert_eq!(items, ids(feed));
    }
}

#[test]
fn no_feed_names_a_host_that_nobody_told() {
    for feed in &COMPILED.feeds {
        let (xml, json) = (feed.atom(None), String::from_utf8(feed.json(None)).unwrap());
        let xml = xml.replace(ATOM, "");
        assert!(!xml.contains("http") && !json.replace("https://jsonfeed.org/", "").contains("http"));
        assert!(xml.contains("href=\"../"));
    }
}

/// A reader is not told again of what it has, when something is published or its words are mended.
#[test]
fn ids_stay_when_something_is_added_and_when_words_change() {
    let mut files = live();
    let path = "editions/published/work/meeting-2025-12.toml";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let added = text.replace("meeting-2025-12", "meeting-2026-11").replace("2025-12-29", "2026-11-20");
    files.insert("editions/published/work/meeting-2026-11.toml", added);
    files.insert(path, text.replace("现场推进会\"", "现场会\""));
    let after = compiled(&files);
    let published =
        |all: &'_ Compiled| ids(all.feeds.iter().find(|feed| feed.name() == "published.zh").unwrap());
    let (before, after) = (published(&COMPILED), published(&after));
    let only = |all: &[(String, String)]| all.iter().map(|(id, _)| id.clone()).collect::<BTreeSet<_>>();
    assert!(only(&before).is_subset(&only(&after)));
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.iter().any(|(_, title)| title.ends_with("现场会")));
}
