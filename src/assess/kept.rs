//! Assessments as they are kept in the browser, and what became of keeping them.

use serde::{Deserialize, Serialize};
use worksheet::Sheet;

use crate::browser::clock;

/// Format of what is kept; a reader refuses any other and keeps it as it is.
pub const FORMAT: &str = "zcp.kept/1";

/// An assessment that is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// [`FORMAT`].
    pub format: String,
    /// Id in the store.
    pub id: String,
    /// How often it was written: two tabs that both write are told apart by it.
    pub revision: u64,
    /// When it was last written, milliseconds since 1970.
    pub written: f64,
    /// The assessment.
    pub sheet: Sheet,
    /// Copies kept as scenario A, B and C.
    pub scenarios: [Option<Sheet>; 3],
}

impl Kept {
    /// A new one.
    pub fn new(sheet: Sheet) -> Kept {
        Kept {
            format: FORMAT.to_owned(),
            id: new_id(),
            revision: 0,
            written: clock::now(),
            sheet,
            scenarios: Default::default(),
        }
    }

    /// The same as an assessment of its own.
    pub fn apart(self) -> Kept {
        Kept { id: new_id(), revision: 0, ..self }
    }

    /// Whether this version of the portal reads it.
    pub fn is_known(&self) -> bool {
        self.format == FORMAT && self.sheet.format == worksheet::sheet::FORMAT
    }
}

/// Two that begin in one millisecond differ by chance; nothing secret hangs on it.
pub fn new_id() -> String {
    format!("{:x}-{:x}", clock::now() as u64, clock::chance())
}

/// An assessment in the list of those that are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Id in the store.
    pub id: String,
    /// Its name, as typed; empty while it has none.
    pub name: String,
    /// Its year, as typed.
    pub year: String,
    /// When it was last written, milliseconds since 1970.
    pub written: f64,
    /// Its text, where this version of the portal cannot read it.
    pub unreadable: Option<String>,
}

/// What became of keeping the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed yet.
    Untouched,
    /// A change waits to be written.
    Waiting,
    /// Everything is written.
    Kept,
    /// Another tab had changed it meanwhile: what is here was kept as an assessment of its own.
    KeptApart,
    /// The browser has no room left.
    Full,
    /// The browser keeps nothing, as in a private window.
    Refused,
}
