//! The pages of a site, drawn in full by the portal's own code from the compiled data.

use std::collections::HashSet;

use assessment::Date;
use portal::host::Sheet;
use portal::paper::{self, Depth, Desk, Files};
use static_site::{Draw, Drawn, Page};

use crate::compile::Compiled;

/// Parks of an edition whose pages are drawn in full. A page is some 40 kB in each language: of ten thousand parks
/// all pages would be 800 MB.
pub const DRAWN_PARKS: usize = 300;

/// What draws the pages of one build.
pub struct Drawing {
    desk: Desk,
    /// Addresses of the pages that say only what they are about.
    short: HashSet<String>,
}

impl Drawing {
    /// Draws from what was compiled on a day, for a site whose address may be known.
    ///
    /// What it draws from stays in memory until the program ends, as a page does in a browser: one build, one drawing.
    pub fn new(compiled: &Compiled, address: Option<&str>, day: Date) -> Drawing {
        let address = address.map(|address| &*address.to_owned().leak());
        let sheet = &*Box::leak(Box::new(Sheet::new(address, Some(day))));
        let mut files = compiled.files.clone();
        files.insert("catalog.json".to_owned(), compiled.catalogue.clone());
        let files = &*Box::leak(Box::new(Files::new(files)));
        Drawing { desk: Desk::new(sheet, files), short: short(&compiled.pages) }
    }
}

/// The parks' pages beyond the first [`DRAWN_PARKS`] of their edition.
fn short(pages: &[Page]) -> HashSet<String> {
    let of_park = |page: &&Page| page.path.starts_with("parks/");
    let mut beyond = HashSet::new();
    let editions: HashSet<_> = pages.iter().map(|page| &page.edition).collect();
    for edition in editions {
        let parks = pages.iter().filter(of_park).filter(|page| &page.edition == edition);
        for page in parks.skip(DRAWN_PARKS) {
            beyond.extend([page.path.clone(), page.alternate.clone()]);
        }
    }
    beyond
}

impl Draw for Drawing {
    fn page(&mut self, page: &Page, links: &str) -> Drawn {
        let edition = page.edition.as_deref();
        let depth = match self.short.contains(&page.path) {
            true => Depth::Short { title: &page.title, said: &page.description },
            false => Depth::Full,
        };
        let drawn = paper::draw(&self.desk, &page.path, edition, links, depth);
        Drawn {
            title: drawn.title,
            body: drawn.body,
            group: drawn.group.map(str::to_owned),
            files: drawn.files.into_iter().collect(),
        }
    }

    fn missing(&mut self, links: &str) -> Drawn {
        let drawn = paper::draw(&self.desk, "404", None, links, Depth::Full);
        Drawn { title: drawn.title, body: drawn.body, group: None, files: Vec::new() }
    }
}
