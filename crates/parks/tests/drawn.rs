//! Every page of the published data, drawn in full without a browser, and what must hold of all of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use assessment::Date;
use disclosure::integrity::{read_catalogue, read_edition};
use disclosure::model::Edition;
use disclosure::stage_changes::accepted;
use disclosure::stage_counts::headline;
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::drawing::Drawing;
use parks::files::Files;
use scraper::{ElementRef, Html, Selector};
use static_site::{Draw, Lang, Page};

/// A page and its body.
struct Drawn {
    page: Page,
    body: String,
}

fn built_on() -> Date {
    Date::new(2026, 11, 28).unwrap()
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    compile(&check(&Files::read(&data).unwrap()).draft, built_on()).unwrap()
});

static DRAWN: LazyLock<BTreeMap<String, Drawn>> = LazyLock::new(|| {
    let mut drawing = Drawing::new(&COMPILED, None, built_on());
    let drawn = COMPILED.pages.iter().map(|page| {
        let up = if page.path.is_empty() { "./".into() } else { "../".repeat(page.path.split('/').count()) };
        let body = drawing.page(page, &up).body;
        (page.path.clone(), Drawn { page: page.clone(), body })
    });
    drawn.collect()
});

/// The parsed body of every page.
fn parsed() -> impl Iterator<Item = (&'static Drawn, Html)> {
    DRAWN.values().map(|drawn| (drawn, Html::parse_document(&format!("<body>{}</body>", drawn.body))))
}

fn of(html: &Html, selector: &str) -> usize {
    html.select(&Selector::parse(selector).unwrap()).count()
}

fn said(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn default_edition() -> Edition {
    let catalogue = read_catalogue(&COMPILED.catalogue).unwrap();
    let listed = catalogue.editions.iter().find(|each| each.id == catalogue.default_edition).unwrap();
    read_edition(&COMPILED.files[&listed.index.path], &listed.index).unwrap()
}

#[test]
fn every_page_is_drawn_whole() {
    assert!(DRAWN.len() > 150, "{} pages", DRAWN.len());
    for (drawn, html) in parsed() {
        let path = &drawn.page.path;
        assert_eq!(of(&html, "main"), 1, "{path}");
        // Whatever is on its way or could not be had would stand there for ever.
        let states: Vec<_> = html.select(&Selector::parse("[data-state]").unwrap()).collect();
        let open = states.iter().filter_map(|state| state.value().attr("data-state"));
        let unsettled: Vec<_> = open
            .filter(|state| ["loading", "offline", "missing", "malformed", "unsound"].contains(state))
            .collect();
        assert!(unsettled.is_empty(), "{path}: {unsettled:?}");
        assert_eq!(of(&html, "script, [onclick]"), 0, "{path}");
    }
}

#[test]
fn headings_form_an_outline() {
    for (drawn, html) in parsed() {
        let path = &drawn.page.path;
        let levels: Vec<u8> = html
            .select(&Selector::parse("main h1, main h2, main h3, main h4, main h5, main h6").unwrap())
            .map(|heading| heading.value().name().as_bytes()[1] - b'0')
            .collect();
        assert_eq!(levels.first(), Some(&1), "{path} opens with its heading");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: h{} after h{}", pair[1], pair[0]);
        }
    }
}

#[test]
fn ids_are_unique_and_what_names_them_finds_them() {
    for (drawn, html) in parsed() {
        let path = &drawn.page.path;
        let mut ids = BTreeSet::new();
        for element in html.select(&Selector::parse("[id]").unwrap()) {
            let id = element.value().attr("id").unwrap();
            assert!(ids.insert(id.to_owned()), "{path}: #{id} twice");
        }
        for name in ["for", "aria-labelledby", "aria-describedby"] {
            // A dialog that is closed has no content yet.
            for element in html.select(&Selector::parse(&format!("[{name}]:not(dialog)")).unwrap()) {
                for id in element.value().attr(name).unwrap().split_whitespace() {
                    assert!(ids.contains(id), "{path}: {name}={id} names nothing");
                }
            }
        }
    }
}

/// The page and the place in it that a link of a page leads to; `None` for another site or a file.
fn target(from: &str, href: &str) -> Option<(String, String)> {
    if href.contains("://") || href.starts_with("mailto:") {
        return None;
    }
    let (path, place) = href.split_once('#').unwrap_or((href, ""));
    let path = path.split('?').next().unwrap_or_default();
    let mut steps: Vec<&str> = from.split('/').filter(|step| !step.is_empty()).collect();
    if !path.is_empty() {
        for step in path.split('/').filter(|step| !step.is_empty() && *step != ".") {
            if step == ".." {
                assert!(steps.pop().is_some(), "{from}: {href} leads above the site");
            } else {
                steps.push(step);
            }
        }
    }
    Some((steps.join("/"), place.to_owned()))
}

#[test]
fn every_link_leads_to_a_page_and_every_anchor_to_a_place() {
    let pages: BTreeMap<&str, BTreeSet<String>> = parsed()
        .map(|(drawn, html)| {
            let mut ids = BTreeSet::new();
            for element in html.select(&Selector::parse("[id]").unwrap()) {
                ids.insert(element.value().attr("id").unwrap().to_owned());
            }
            (drawn.page.path.as_str(), ids)
        })
        .collect();
    let mut links = 0;
    for (drawn, html) in parsed() {
        for link in html.select(&Selector::parse("a[href]").unwrap()) {
            let (from, href) = (&drawn.page.path, link.value().attr("href").unwrap());
            assert!(!href.starts_with('/'), "{from}: {href} names where the site stands");
            let Some((path, place)) = target(from, href) else { continue };
            if let Some(file) = path.strip_prefix("data/") {
                assert!(
                    file == "catalog.json" || COMPILED.files.contains_key(file),
                    "{from}: no file {file}"
                );
                continue;
            }
            // The portal's own files bring it, whatever is published; tests/e2e/licences.test.mjs reads it.
            if path == "licenses.txt" {
                continue;
            }
            if path.starts_with("feeds/") {
                let name = path.trim_end_matches(".xml").trim_end_matches(".json");
                assert!(COMPILED.feeds.iter().any(|feed| feed.path() == name), "{from}: no feed {path}");
                continue;
            }
            links += 1;
            let ids = pages.get(path.as_str()).unwrap_or_else(|| panic!("{from}: {href} leads to no page"));
            // What a query asks for may bring the place, and the other edition's page is another.
            let same = !href.contains('?');
            assert!(place.is_empty() || !same || ids.contains(&place), "{from}: {href} leads to no place");
        }
    }
    assert!(links > 10_000, "{links} links");
}

#[test]
fn invented_pages_say_so_and_the_others_never_do() {
    for (drawn, html) in parsed() {
        let banner = of(&html, "aside.banner");
        assert_eq!(banner == 1, drawn.page.edition.is_none(), "{}", drawn.page.path);
    }
}

#[test]
fn pages_say_the_same_on_the_editions_day() {
    let edition = default_edition();
    let text = |path: &str, selector: &str| {
        let html = Html::parse_document(&format!("<body>{}</body>", DRAWN[path].body));
        html.select(&Selector::parse(selector).unwrap()).map(said).collect::<Vec<_>>().join(" ")
    };
    let headline = headline(&edition);
    let accepted_count = headline.accepted.unwrap().parks;
    let home = text("", "h1");
    assert!(
        home.contains(&headline.named.to_string()) && home.contains(&accepted_count.to_string()),
        "{home}"
    );
    let built = &DRAWN["built"].body;
    for each in &accepted(&edition.parks, edition.stages()) {
        assert!(
            built.contains(&format!("/parks/{}/\"", each.park.id)),
            "{} is not on the built page",
            each.park.id
        );
    }
    let behind = &DRAWN["rectification"].body;
    let named = edition.parks.iter().filter(|park| {
        let stage = park.stage.and_then(|stage| edition.stages().correction(stage));
        stage.is_some() && behind.contains(&format!("/parks/{}/\"", park.id))
    });
    assert_eq!(named.count(), headline.behind.unwrap());
}

#[test]
fn a_page_says_its_language_and_is_there_in_both() {
    for (drawn, html) in parsed() {
        let other = html.select(&Selector::parse("a.language").unwrap()).next().unwrap();
        let tag = if drawn.page.lang == Lang::Zh { "en" } else { "zh-CN" };
        assert_eq!(other.value().attr("hreflang"), Some(tag), "{}", drawn.page.path);
        let (path, _) = target(&drawn.page.path, other.value().attr("href").unwrap()).unwrap();
        assert_eq!(path, drawn.page.alternate);
    }
}

#[test]
fn a_link_that_leaves_the_portal_opens_beside_and_says_so() {
    let mut links = 0;
    for (drawn, html) in parsed() {
        let path = &drawn.page.path;
        let beside = if drawn.page.lang == Lang::Zh { "在新窗口打开" } else { "opens in a new window" };
        for link in html.select(&Selector::parse("a[href]").unwrap()) {
            let (href, target) = (link.value().attr("href").unwrap(), link.value().attr("target"));
            if !href.contains("://") {
                assert_eq!(target, None, "{path}: {href}");
                continue;
            }
            links += 1;
            let rel: Vec<&str> = link.value().attr("rel").unwrap_or_default().split(' ').collect();
            assert_eq!(target, Some("_blank"), "{path}: {href}");
            assert!(
                rel.contains(&"noopener") && link.value().classes().any(|class| class == "external"),
                "{path}: {href}"
            );
            assert!(said(link).contains(beside), "{path}: {href} does not say where it opens");
        }
    }
    assert!(links > 40, "{links} links");
}

#[test]
fn figures_verdicts_and_computed_values_are_kept_out_of_translation() {
    let kept = |element: ElementRef<'_>| {
        let around = element.ancestors().filter_map(ElementRef::wrap);
        std::iter::once(element).chain(around).any(|each| each.value().attr("translate") == Some("no"))
    };
    let mut figures = 0;
    for (drawn, html) in parsed() {
        let path = &drawn.page.path;
        for element in html.select(&Selector::parse("body *:not(noscript)").unwrap()) {
            let text = said(element);
            let is_number =
                text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic);
            let is_leaf = element.children().all(|child| child.value().is_text());
            let computed =
                ["data-figure", "data-outcome"].iter().any(|name| element.value().attr(name).is_some());
            if computed || is_leaf && is_number {
                figures += 1;
                assert!(kept(element), "{path}: {}", element.html());
            } else {
                // Words are for everybody: only what is inside a verdict is kept with it.
                assert_eq!(element.value().attr("translate"), None, "{path}: {}", element.html());
            }
        }
    }
    assert!(figures > 20_000, "{figures} figures");
}
