//! Where the pages are drawn: in a reader's browser, or on a sheet, when a site is built.
//!
//! Drawing knows nothing else of its surroundings. What happens once a page stands (focus, scrolling, timers,
//! listeners) is in effects and handlers, which run in a browser alone.

use std::cmp::Ordering;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use assessment::Date;

use crate::address::Lang;
use crate::remembered::Key;

/// Something that goes on beside the drawing.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Compares two names as a language sorts them.
pub type Collation = Box<dyn Fn(&str, &str) -> Ordering>;

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

    /// What the portal remembers of an earlier visit.
    fn remembered(&self, key: Key) -> Option<String>;

    /// How names are sorted.
    fn collation(&self, lang: Lang) -> Collation;

    /// Does something that may wait for the network. On paper nothing has to wait: all files are there.
    fn spawn(&self, task: Task);

    /// Lets a reader's scroll or key, and the next frame, go before what is left of a long task. On paper nobody does
    /// anything.
    fn pause(&self) -> Task {
        Box::pin(std::future::ready(()))
    }
}

/// A sheet that pages are drawn on, one after the other; nobody reads it yet.
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

    /// How the page that was drawn last is called.
    pub fn title(&self) -> String {
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

    fn remembered(&self, _key: Key) -> Option<String> {
        None
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
