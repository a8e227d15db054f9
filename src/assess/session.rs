//! The assessment that is open: what is typed, what can be undone, where it is kept, what the engine says.

mod tabs_and_unload;

use std::sync::Arc;
use std::time::Duration;

use assessment::input::{Assessment, Rules};
use assessment::reader::Library;
use disclosure::as_of::Known;
use disclosure::model::Rulebook;
use json_tree::Tree;
use leptos::prelude::*;
use worksheet::history::History;
use worksheet::unit::Unit;
use worksheet::{FieldProblem, Sheet};

use super::kept::{Keeping, Kept, Listed, new_id};
use super::{queue, store};
use crate::browser::tabs::tell;
use crate::browser::timer::Pause;
use crate::browser::{clock, storage};
use crate::remembered::Key;

/// How long a change waits for the next one before it is written.
const PAUSE: Duration = Duration::from_millis(500);

/// What the engine makes of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Mistakes, in the order of the form.
    pub problems: Vec<FieldProblem>,
    /// Nothing that counts as energy is filled in yet.
    pub nothing_yet: bool,
    /// The assessment, where nothing is wrong.
    pub assessment: Option<Assessment>,
    /// The assessment file that the sheet makes, as far as it can be read.
    pub file: Tree<'static>,
}

/// The open assessment. Small and copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub struct Session {
    sheet: RwSignal<Sheet>,
    scenarios: RwSignal<[Option<Sheet>; 3]>,
    history: StoredValue<History>,
    can: RwSignal<(bool, bool)>,
    /// Id in the store.
    id: RwSignal<String>,
    keeping: RwSignal<Keeping>,
    /// What was open last is being read back from the store.
    opening: RwSignal<bool>,
    listed: RwSignal<Vec<Listed>>,
    waiting: Pause,
    rulebook: StoredValue<Arc<Known<Rulebook>>>,
    outcome: Memo<Outcome>,
}

impl Session {
    /// Opens the assessment that was open last, or an empty one of a year.
    pub fn open(rulebook: Arc<Known<Rulebook>>, year: u16) -> Session {
        let sheet = RwSignal::new(Sheet::proposed(year, library(&rulebook)));
        let book = Arc::clone(&rulebook);
        let outcome = Memo::new(move |_| sheet.with(|sheet| outcome(sheet, &book)));
        let session = Session {
            sheet,
            scenarios: RwSignal::new(Default::default()),
            history: StoredValue::new(History::default()),
            can: RwSignal::new((false, false)),
            id: RwSignal::new(String::new()),
            keeping: RwSignal::new(Keeping::Untouched),
            opening: RwSignal::new(false),
            listed: RwSignal::new(Vec::new()),
            waiting: Pause::default(),
            rulebook: StoredValue::new(rulebook),
            outcome,
        };
        session.watch_leaving();
        // What was open last is looked for once the form stands.
        Effect::new(move || {
            untrack(|| {
                session.id.set(new_id());
                session.listen();
                session.reopen();
            });
        });
        session
    }

    /// Whether what was open last is still being read back; tracked.
    pub fn is_opening(self) -> bool {
        self.opening.get()
    }

    /// Does not wait for what was open last: it stays in the list, and what is typed now is another assessment.
    pub fn stop_opening(self) {
        self.opening.set(false);
    }

    /// The session of this page.
    pub fn of() -> Session {
        expect_context::<Session>()
    }

    /// The sheet; tracked.
    pub fn sheet(self) -> Sheet {
        self.sheet.get()
    }

    /// Looks at the sheet; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Sheet) -> T) -> T {
        self.sheet.with(look)
    }

    /// What was typed into a field; tracked.
    pub fn text(self, field: &str) -> String {
        self.sheet.with(|sheet| sheet.text(field)).unwrap_or_default()
    }

    /// What the engine makes of the sheet; tracked.
    pub fn outcome(self) -> Memo<Outcome> {
        self.outcome
    }

    /// Mistakes in a field; tracked.
    pub fn problems_of(self, field: &str) -> Vec<FieldProblem> {
        let of = |problem: &&FieldProblem| problem.field == field;
        self.outcome.with(|outcome| outcome.problems.iter().filter(of).cloned().collect())
    }

    /// The rules that the portal knows.
    pub fn rulebook(self) -> Arc<Known<Rulebook>> {
        self.rulebook.get_value()
    }

    /// Copies kept as scenarios; tracked.
    pub fn scenarios(self) -> [Option<Sheet>; 3] {
        self.scenarios.get()
    }

    /// What became of keeping; tracked.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// Everything that is kept; tracked.
    pub fn listed(self) -> Vec<Listed> {
        self.listed.get()
    }

    /// Id of the open assessment in the store.
    pub fn id(self) -> String {
        self.id.get_untracked()
    }

    /// Whether an assessment of the store is the open one; tracked.
    pub fn is_open(self, id: &str) -> bool {
        self.id.with(|open| open == id)
    }

    /// Whether something can be undone, and redone; tracked.
    pub fn can(self) -> (bool, bool) {
        self.can.get()
    }

    /// Types into a field. Letters in a row are one change.
    pub fn set_text(self, field: &str, text: String) {
        self.changed(Some(field), |sheet| {
            if let Some(place) = sheet.text_mut(field) {
                *place = text;
            }
        });
    }

    /// Chooses the unit beside a field. The number typed stays as it is.
    pub fn set_unit(self, field: &str, unit: Unit) {
        self.changed(None, |sheet| {
            if let Some(amount) = sheet.amount_mut(field) {
                amount.unit = unit;
            }
        });
    }

    /// Makes any other change.
    pub fn change(self, change: impl FnOnce(&mut Sheet)) {
        self.changed(None, change);
    }

    /// A field was left: typing into it again is another change.
    pub fn pause(self) {
        self.history.update_value(History::pause);
    }

    fn changed(self, field: Option<&str>, change: impl FnOnce(&mut Sheet)) {
        let before = self.sheet.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.stop_opening();
            self.history.update_value(|history| history.before(&before, field));
            self.sheet.set(after);
            self.touched();
        }
    }

    /// Undoes the last change.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Brings back what was undone last.
    pub fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, step: fn(&mut History, &Sheet) -> Option<Sheet>) {
        let now = self.sheet.get_untracked();
        if let Some(sheet) = self.history.try_update_value(|history| step(history, &now)).flatten() {
            self.sheet.set(sheet);
            self.touched();
        }
    }

    /// Keeps the sheet as it is as scenario A, B or C (0 to 2), or forgets that scenario.
    pub fn keep_scenario(self, at: usize, sheet: Option<Sheet>) {
        self.scenarios.update(|scenarios| {
            if let Some(place) = scenarios.get_mut(at) {
                *place = sheet;
            }
        });
        self.touched();
    }

    /// Puts another sheet in place of this one: a file, a link, an example. It is one change, and can be undone.
    pub fn replace(self, sheet: Sheet) {
        self.changed(None, |place| *place = sheet);
    }

    /// Begins another assessment; the present one stays in the list.
    pub fn begin(self, sheet: Sheet) {
        self.write_now();
        let blank = sheet.is_blank();
        self.adopt(Kept::new(sheet));
        self.keeping.set(Keeping::Untouched);
        if !blank {
            self.touched();
        }
    }

    fn adopt(self, kept: Kept) {
        self.waiting.stop();
        self.stop_opening();
        storage::write(Key::Worksheet, Some(&kept.id));
        self.id.set(kept.id);
        self.history.set_value(History::default());
        self.can.set((false, false));
        self.scenarios.set(kept.scenarios);
        self.sheet.set(kept.sheet);
    }

    fn touched(self) {
        self.can.set(self.history.with_value(History::can));
        self.keeping.set(Keeping::Waiting);
        self.waiting.then(PAUSE, move || self.write_now());
    }

    /// Writes a change that waits, at once. What is written is what is here now, also when another assessment is
    /// opened or the page is left before the store answers.
    pub fn write_now(self) {
        // A change whose pause is over waits too, until it is stopped here.
        if !self.waiting.stop() {
            return;
        }
        let kept = self.kept();
        storage::write(Key::Worksheet, Some(&kept.id));
        queue::then(async move {
            let asked = kept.id.clone();
            let (id, keeping) = queue::keep(kept).await;
            tell(&id);
            // The page may have been left, or another assessment opened meanwhile.
            if self.id.try_with_untracked(|open| *open == asked) == Some(true) {
                if id != asked {
                    storage::write(Key::Worksheet, Some(&id));
                    self.id.set(id);
                }
                self.keeping.set(if self.waiting.is_waiting() { Keeping::Waiting } else { keeping });
            }
            self.refresh().await;
        });
    }

    fn kept(self) -> Kept {
        Kept {
            id: self.id.get_untracked(),
            scenarios: self.scenarios.get_untracked(),
            ..Kept::new(self.sheet.get_untracked())
        }
    }

    /// Opens another of those that are kept; the present one stays in the list.
    pub fn open_kept(self, id: String) {
        self.write_now();
        queue::then(async move { self.load(&id).await });
    }

    /// Opens a copy of one of those that are kept, under a name; both stay in the list.
    pub fn duplicate(self, id: String, name: impl FnOnce(&str) -> String + 'static) {
        self.write_now();
        queue::then(async move {
            let Ok(Some(kept)) = store::get(&id).await else { return };
            let mut copy = Kept { written: clock::now(), ..kept.apart() };
            copy.sheet.name = name(&copy.sheet.name);
            let (id, _) = queue::keep(copy).await;
            tell(&id);
            self.load(&id).await;
            self.refresh().await;
        });
    }

    async fn load(self, id: &str) {
        let Ok(Some(kept)) = store::get(id).await else { return };
        queue::learn(&kept.id, kept.revision);
        if self.keeping.try_get_untracked().is_some() {
            // What was typed into the present one while the store was asked is kept with it.
            self.write_now();
            self.adopt(kept);
            self.keeping.set(Keeping::Kept);
        }
    }

    /// A new sheet for a year, with the factor set that the rules propose.
    pub fn new_sheet(self, year: u16) -> Sheet {
        Sheet::proposed(year, library(&self.rulebook()))
    }

    /// Deletes one of those that are kept, for good. The open one gives way to an empty one.
    pub fn delete(self, id: String) {
        if id == self.id() {
            let year = self.sheet.with_untracked(Sheet::year).unwrap_or_default();
            self.adopt(Kept::new(self.new_sheet(year)));
            storage::write(Key::Worksheet, None);
            self.keeping.set(Keeping::Untouched);
        }
        queue::forget_draft(&id);
        queue::then(async move {
            match store::delete(&id).await {
                Ok(()) => tell(&id),
                Err(trouble) => {
                    self.keeping.try_set(queue::said(trouble));
                }
            }
            self.refresh().await;
        });
    }

    async fn refresh(self) {
        match store::list().await {
            Ok(listed) => {
                self.listed.try_set(listed);
            }
            Err(trouble) => {
                self.keeping.try_set(queue::said(trouble));
            }
        }
    }
}

/// What the rules know, for the engine.
pub fn library(book: &Known<Rulebook>) -> Library<'_> {
    book.library()
}

/// The rules that an assessment is made under.
pub fn rules_of<'a>(assessment: &Assessment, book: &'a Known<Rulebook>) -> Option<Rules<'a>> {
    library(book).rules_of(assessment)
}

fn outcome(sheet: &Sheet, book: &Known<Rulebook>) -> Outcome {
    let read = sheet.read(library(book));
    Outcome {
        problems: read.made.problems,
        nothing_yet: read.nothing_yet,
        assessment: read.assessment.map(|(assessment, _)| assessment),
        file: read.made.file,
    }
}
