//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::browser::{document, storage};
use crate::host::Host;
use crate::remembered::Key;
use crate::view_context::ViewContext;

/// The reader's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// Value in storage and in `<html data-theme>`.
    pub fn key(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The remembered choice.
    pub fn remembered(host: &dyn Host) -> Theme {
        let key = host.remembered(Key::Theme);
        Theme::ALL.into_iter().find(|theme| key.as_deref() == Some(theme.key())).unwrap_or_default()
    }

    /// Shows the theme: the style sheet follows `<html data-theme>`, and the system without it.
    pub fn show(self) {
        document::set_theme((self != Theme::System).then(|| self.key()));
    }
}

/// The theme that the whole portal shows: the switch follows it wherever it is changed.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<Theme>);

impl Chosen {
    /// What the reader chose on an earlier visit.
    pub fn remembered(host: &dyn Host) -> Chosen {
        Chosen(RwSignal::new(Theme::remembered(host)))
    }

    /// The portal's; of a part that stands alone, its own.
    pub fn of(here: ViewContext) -> Chosen {
        use_context().unwrap_or_else(|| Chosen::remembered(here.host))
    }

    /// Which theme it is; tracked.
    pub fn get(self) -> Theme {
        self.0.get()
    }

    /// Shows a theme without remembering it.
    pub fn show(self, theme: Theme) {
        theme.show();
        self.0.set(theme);
    }

    /// Shows a theme and remembers it.
    pub fn choose(self, theme: Theme) {
        self.show(theme);
        storage::write(Key::Theme, (theme != Theme::System).then(|| theme.key()));
    }
}
