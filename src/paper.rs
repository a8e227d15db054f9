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
    let body = body.replace("<!>", "");
    Drawn {
        title: sheet.title(),
        group: pages::group(&page),
        files: asked,
        body: format!("<noscript><p class=\"boot-notice\">{no_scripts}</p></noscript>{body}"),
    }
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
