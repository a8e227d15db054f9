//! Undo and redo: the sheets that were, each before one change.

use crate::sheet::Sheet;

/// Changes that can be undone; what lies further back is forgotten.
const DEPTH: usize = 200;

/// What was before, and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Sheet>,
    future: Vec<Sheet>,
    /// The field that is being typed into: its letters are one change.
    typing: Option<String>,
}

impl History {
    /// Keeps the sheet as it is before a change. Letters typed one after the other into one field are one
    /// change; `field` is `None` for any other change.
    pub fn before(&mut self, sheet: &Sheet, field: Option<&str>) {
        self.future.clear();
        if field.is_some() && self.typing.as_deref() == field {
            return;
        }
        self.typing = field.map(str::to_owned);
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(sheet.clone());
    }

    /// The field was left: typing into it again is another change.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    /// The sheet before the last change; `now` can be brought back.
    pub fn undo(&mut self, now: &Sheet) -> Option<Sheet> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        self.typing = None;
        Some(before)
    }

    /// The sheet that was undone last.
    pub fn redo(&mut self, now: &Sheet) -> Option<Sheet> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        self.typing = None;
        Some(after)
    }

    /// Whether there is something to undo, and something to redo.
    pub fn can(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Sheet {
        Sheet { name: name.into(), ..Sheet::empty(2026) }
    }

    #[test]
    fn letters_of_one_field_are_undone_together_and_come_back() {
        let mut history = History::default();
        history.before(&named(""), Some("name"));
        history.before(&named("a"), Some("name"));
        history.before(&named("ab"), Some("year"));
        let now = named("ab");
        assert_eq!(history.undo(&now).unwrap(), named("ab"));
        let back = history.undo(&named("ab")).unwrap();
        assert_eq!((back.name.as_str(), history.can()), ("", (false, true)));
        assert_eq!(history.redo(&back).unwrap(), named("ab"));
        history.before(&named("ab"), None);
        assert_eq!(history.can(), (true, false), "a new change ends what was undone");
    }

    #[test]
    fn a_pause_parts_two_changes_of_one_field() {
        let mut history = History::default();
        history.before(&named(""), Some("name"));
        history.pause();
        history.before(&named("a"), Some("name"));
        assert_eq!(history.undo(&named("ab")).unwrap(), named("a"));
    }

    #[test]
    fn the_past_is_bounded() {
        let mut history = History::default();
        for at in 0..1000 {
            history.before(&named(&at.to_string()), None);
        }
        assert_eq!(history.past.len(), DEPTH);
    }
}
