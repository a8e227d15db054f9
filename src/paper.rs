//! The portal on paper: its pages drawn in full when a site is built, from the compiled files, without a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::address::{Address, Page};
use crate::host::Sheet;
use crate::load::{self, Fault, Store, Waiting};
use crate::moment::Moment;
use crate::pages;
use crate::parts::heading::heading_titled;
use crate::query::Query;
use crate::shell::{Place, portal};
use crate::view_context::ViewContext;
use crate::words::words;

/// The compiled files, which are all there.
#[derive(Debug)]
pub struct Files {
    files: BTreeMap<String, Vec<u8>>,
    /// What the page that is being drawn has asked for.
    asked: Mutex<BTreeSet<String>>,
}

impl Files {
    /// Files by path below the data folder, `catalog.json` among them.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Files {
        Files { files, asked: Mutex::default() }
    }

    /// What was asked for since this was called last.
    fn take_asked(&self) -> BTreeSet<String> {
        self.asked.lock().map(|mut asked| std::mem::take(&mut *asked)).unwrap_or_default()
    }
}

impl load::Files for Files {
    fn bytes<'a>(&'a self, path: &'a str, _mutable: bool) -> Waiting<'a, Result<Vec<u8>, Fault>> {
        Box::pin(std::future::ready(self.files.get(path).cloned().ok_or(Fault::Missing)))
    }

    fn asked(&self, path: &str) {
        if let Ok(mut asked) = self.asked.lock() {
            asked.insert(path.to_owned());
        }
    }

    fn digest<'a>(&'a self, _bytes: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>> {
        Box::pin(std::future::ready(None))
    }
}

/// How much of a page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth<'a> {
    /// All of it.
    Full,
    /// The frame, what it is about, and that the rest comes with the program.
    Short {
        /// Title of the document.
        title: &'a str,
        /// One sentence about the page.
        said: &'a str,
    },
}

/// A page as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Title of the document.
    pub title: String,
    /// What stands in its body.
    pub body: String,
    /// The group of pages whose part of the program it needs.
    pub group: Option<&'static str>,
    /// Paths of the files that it was drawn from, below the data folder.
    pub files: BTreeSet<String>,
}

/// What pages are drawn on, and from.
#[derive(Clone)]
pub struct Desk {
    sheet: &'static Sheet,
    files: &'static Files,
    store: Store,
}

impl Desk {
    /// A desk with a sheet and the compiled files.
    pub fn new(sheet: &'static Sheet, files: &'static Files) -> Desk {
        Desk { sheet, files, store: Store::open(files, sheet) }
    }
}

/// Draws the page at an address below the root, of an edition that is not the one opened by default. Its links begin
/// with `links`.
pub fn draw(
    Desk { sheet, files, store }: &Desk,
    path: &str,
    edition: Option<&str>,
    links: &str,
    depth: Depth<'_>,
) -> Drawn {
    files.take_asked();
    let owner = Owner::new();
    let body = owner.with(|| {
        let slash = if path.is_empty() { "" } else { "/" };
        let query = Query { edition: edition.unwrap_or_default().to_owned(), ..Query::default() }.to_query();
        provide_context(RequestUrl::new(&format!("/{path}{slash}{query}")));
        let draw = match depth {
            Depth::Full => pages::page,
            Depth::Short { title, said } => {
                provide_context(Short { title: title.to_owned(), said: said.to_owned() });
                short
            }
        };
        let place = Place { root: "/", links: way_up(links), host: *sheet, draw };
        portal(place, store.clone()).into_view().to_html()
    });
    let mut asked = files.take_asked();
    let moment = Moment::in_edition(edition);
    if let Some(opened) = store.opened_at(moment).ready() {
        asked.insert(opened.listed.index.path.clone());
    }
    owner.cleanup();
    let Address { lang, page, .. } = Address::parse(path, "");
    let no_scripts = words(lang).shell.no_scripts;
    // Marks between texts are for a program that takes up what was drawn; this one draws its own.
    let body = untranslated(&body.replace("<!>", ""));
    Drawn {
        title: sheet.title(),
        group: pages::group(&page),
        files: asked,
        body: format!("<noscript><p class=\"boot-notice\">{no_scripts}</p></noscript>{body}"),
    }
}

/// Elements that hold nothing.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// The body with its figures, verdicts and computed values kept out of a browser's translation. The page that the
/// program shows is marked by the same rule (web/guard.js).
fn untranslated(body: &str) -> String {
    let mut marked = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(begin) = rest.find('<') {
        let end = begin + end_of_tag(&rest[begin..]);
        let (tag, after) = (&rest[begin..end], &rest[end..]);
        let text = after.split('<').next().unwrap_or_default();
        let is_leaf = after[text.len()..].starts_with("</");
        let name = tag[1..].split([' ', '>']).next().unwrap_or_default();
        let opens = tag.ends_with('>') && !name.starts_with(['/', '!']) && !VOID.contains(&name);
        let computed = || [" data-figure=", " data-outcome="].iter().any(|attribute| tag.contains(attribute));
        if opens && (computed() || is_leaf && is_number(text)) {
            marked.push_str(&rest[..end - 1]);
            marked.push_str(" translate=\"no\">");
        } else {
            marked.push_str(&rest[..end]);
        }
        rest = after;
    }
    marked.push_str(rest);
    marked
}

/// Where a tag at the beginning of a text ends. A `>` in the value of an attribute does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

/// Whether a text says a number and nothing else.
fn is_number(text: &str) -> bool {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// What a short page says.
#[derive(Clone)]
struct Short {
    title: String,
    said: String,
}

fn short(here: ViewContext, _: Page) -> AnyView {
    let Short { title, said } = expect_context::<Short>();
    let name = title.split(" · ").next().unwrap_or_default().to_owned();
    view! {
        <div class="page">
            {heading_titled(here, Some(&name), name.clone().into_any())}
            <p class="lead">{said}</p>
            <p>{here.words.shell.drawn_short}</p>
        </div>
    }
    .into_any()
}

/// There are few ways up, and each is kept for good, as in a browser its root is.
fn way_up(links: &str) -> &'static str {
    /// Deeper than any page lies.
    const WAYS: [&str; 6] = ["./", "../", "../../", "../../../", "../../../../", "../../../../../"];
    WAYS.into_iter().find(|way| *way == links).unwrap_or("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_kept_out_of_translation_and_words_are_not() {
        let of = |body: &str| untranslated(body);
        assert_eq!(of("<td>0.991</td>"), "<td translate=\"no\">0.991</td>");
        assert_eq!(of("<b title=\"a > b\">&lt; 5%</b>"), "<b title=\"a > b\" translate=\"no\">&lt; 5%</b>");
        assert_eq!(
            of("<p data-outcome=\"met\">达到 <i>x</i></p>"),
            "<p data-outcome=\"met\" translate=\"no\">达到 <i>x</i></p>"
        );
        for plain in ["<td>5 个</td>", "<p>5<i>x</i></p>", "<label><input>5</label>", "<td>–</td>", "a", "<p"]
        {
            assert_eq!(of(plain), plain);
        }
    }
}
