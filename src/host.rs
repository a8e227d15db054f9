//! Where the pages are drawn: in a reader's browser, or on paper, when a site is built.
//!
//! Drawing knows nothing else of its surroundings. What happens once a page stands (focus, scrolling, timers,
//! listeners) is in effects and handlers, which run in a browser alone.

use std::cmp::Ordering;
use std::pin::Pin;

use assessment::Date;

use crate::address::Lang;
use crate::theme::Theme;

/// Something that goes on beside the drawing.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Compares two names as a language sorts them.
pub type Collation = Box<dyn Fn(&str, &str) -> Ordering>;

/// The place that is meant where none is named: the browser that runs the portal.
#[cfg(target_arch = "wasm32")]
pub fn usual() -> &'static dyn Host {
    &crate::browser::Browser
}

/// The place that is meant where none is named: a sheet whose site has no address.
#[cfg(not(target_arch = "wasm32"))]
pub fn usual() -> &'static dyn Host {
    static SHEET: crate::paper::Sheet = crate::paper::Sheet::new(None, None);
    &SHEET
}

/// What drawing asks of the place where it happens, and tells it.
pub trait Host: Sync {
    /// The page is called this.
    fn set_title(&self, title: &str);

    /// The day on which it is drawn.
    fn today(&self) -> Date;

    /// Whether somebody reads what is drawn, as soon as it is.
    fn has_reader(&self) -> bool;

    /// Address of the portal's root in full, ending in `/`; `None` where it is not known.
    fn address(&self) -> Option<String>;

    /// The colours that the reader chose on an earlier visit.
    fn theme(&self) -> Theme;

    /// How names are sorted.
    fn collation(&self, lang: Lang) -> Collation;

    /// Does something that may wait for the network. On paper nothing has to wait: all files are there.
    fn spawn(&self, task: Task);
}
