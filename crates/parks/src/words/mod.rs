//! What the command line says, in Chinese and English.

use crate::lang::Lang;

mod commands;
pub mod findings;
pub mod headings;
pub mod help;
pub mod import;
pub mod mistakes;
pub mod site;
pub mod template;
pub mod verify;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// A text in both languages.
    pub const fn new(zh: &'static str, en: &'static str) -> Both {
        Both { zh, en }
    }

    /// The text in one of them.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}
