//! The portal on paper: its pages drawn in full when a site is built, from the compiled files, without a browser.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::host::Sheet;
use crate::load::{Fault, Files, Store, Waiting};
use crate::shell::{Place, portal};

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
