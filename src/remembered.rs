//! What the portal keeps on the reader's machine, by name.

/// Every key that the portal remembers something under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Chosen theme.
    Theme,
    /// Id of the assessment that was open last.
    Worksheet,
    /// What was typed into it in the last moment before the page went.
    Draft,
    /// Day on which the newest data that were seen here were compiled.
    Release,
}

impl Key {
    /// All of them.
    pub const ALL: [Key; 4] = [Key::Theme, Key::Worksheet, Key::Draft, Key::Release];

    /// Its name in the browser's storage.
    pub fn name(self) -> &'static str {
        match self {
            Key::Theme => "zcp.theme",
            Key::Worksheet => "zcp.worksheet",
            Key::Draft => "zcp.draft",
            Key::Release => "zcp.release",
        }
    }
}

/// What was deleted. What the browser does not let the portal reach is absent, and may still be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// How many self-assessments.
    pub assessments: Option<usize>,
    /// What was remembered beside them.
    pub remembered: Option<Vec<Key>>,
}
