//! The portal on paper: its pages drawn in full when a site is built, from the compiled files, without a browser.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use assessment::Date;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::address::Lang;
use crate::host::{Collation, Host, Task};
use crate::load::{Fault, Files, Store, Waiting};
use crate::shell::{Place, portal};
use crate::theme::Theme;

/// A sheet that pages are drawn on, one after the other.
pub struct Sheet {
    address: Option<&'static str>,
    day: Option<Date>,
    title: Mutex<String>,
}

impl Sheet {
    /// A sheet of a site that stands at an address, if that is known, and is built on a day.
    pub const fn new(address: Option<&'static str>, day: Option<Date>) -> Sheet {
        Sheet { address, day, title: Mutex::new(String::new()) }
    }

    fn title(&self) -> String {
        self.title.lock().map(|title| title.clone()).unwrap_or_default()
    }
}

impl Host for Sheet {
    fn set_title(&self, title: &str) {
        if let Ok(mut kept) = self.title.lock() {
            title.clone_into(&mut kept);
        }
    }

    fn today(&self) -> Date {
        self.day.or_else(|| Date::new(2025, 1, 1)).expect("a day of the calendar")
    }

    fn has_reader(&self) -> bool {
        false
    }

    fn address(&self) -> Option<String> {
        self.address.map(str::to_owned)
    }

    fn theme(&self) -> Theme {
        Theme::System
    }

    fn collation(&self, _lang: Lang) -> Collation {
        Box::new(str::cmp)
    }

    fn spawn(&self, mut task: Task) {
        // Nothing on paper has to wait, so that one look brings a task to its end.
        let done = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        debug_assert_eq!(done, Poll::Ready(()), "a task on paper waits for something");
    }
}

/// The compiled files, which are all there.
#[derive(Debug)]
pub struct Compiled {
    /// By path below the data folder; `catalog.json` among them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The way from the page that is drawn to the data folder is the page's root and this.
    pub folder: &'static str,
}

impl Files for Compiled {
    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    fn bytes<'a>(&'a self, path: &'a str, _mutable: bool) -> Waiting<'a, Result<Vec<u8>, Fault>> {
        Box::pin(std::future::ready(self.files.get(path).cloned().ok_or(Fault::Missing)))
    }

    fn digest<'a>(&'a self, _bytes: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>> {
        Box::pin(std::future::ready(None))
    }
}

/// A page as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Title of the document.
    pub title: String,
    /// What stands in its body.
    pub body: String,
}

/// Draws the page at an address below the root.
pub fn draw(sheet: &'static Sheet, store: &Store, path: &str, links: &'static str) -> Drawn {
    let owner = Owner::new();
    let body = owner.with(|| {
        let slash = if path.is_empty() { "" } else { "/" };
        provide_context(RequestUrl::new(&format!("/{path}{slash}")));
        let place = Place { root: "/", links, host: sheet };
        portal(place, store.clone()).into_view().to_html()
    });
    owner.cleanup();
    Drawn { title: sheet.title(), body }
}
