//! The assessment that is open: what is typed, what can be undone, where it is kept, what the engine says.

use std::sync::Arc;
use std::time::Duration;

use assessment::input::{Assessment, Rules};
use assessment::reader::Library;
use disclosure::model::Rulebook;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};
use worksheet::history::History;
use worksheet::unit::Unit;
use worksheet::{FieldProblem, Sheet};

use super::kept::{Keeping, Kept, Listed};
use super::store::{self, Trouble, Written};
use crate::storage::{self, Key};

/// How long a change waits for the next one before it is written.
const PAUSE: Duration = Duration::from_millis(500);
/// Tabs of the portal tell each other here which assessment they have written.
const CHANNEL: &str = "zcp-sheets";

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
    pub file: serde_json::Value,
}

/// The open assessment. Small and copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub struct Session {
    sheet: RwSignal<Sheet>,
    scenarios: RwSignal<[Option<Sheet>; 3]>,
    history: StoredValue<History>,
    can: RwSignal<(bool, bool)>,
    /// Id and revision in the store.
    place: StoredValue<(String, u64)>,
    keeping: RwSignal<Keeping>,
    listed: RwSignal<Vec<Listed>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    channel: StoredValue<Option<BroadcastChannel>, LocalStorage>,
    rulebook: StoredValue<Arc<Rulebook>>,
    outcome: Memo<Outcome>,
}

impl Session {
    /// Opens the assessment that was open last, or an empty one of a year.
    pub fn open(rulebook: Arc<Rulebook>, year: u16) -> Session {
        let kept = Kept::new(Sheet::empty(year));
        let sheet = RwSignal::new(kept.sheet);
        let book = Arc::clone(&rulebook);
        let outcome = Memo::new(move |_| sheet.with(|sheet| outcome(sheet, &book)));
        let session = Session {
            sheet,
            scenarios: RwSignal::new(Default::default()),
            history: StoredValue::new(History::default()),
            can: RwSignal::new((false, false)),
            place: StoredValue::new((kept.id, 0)),
            keeping: RwSignal::new(Keeping::Untouched),
            listed: RwSignal::new(Vec::new()),
            waiting: StoredValue::new(None),
            channel: StoredValue::new_local(None),
            rulebook: StoredValue::new(rulebook),
            outcome,
        };
        session.listen();
        // What was typed last is not lost with the page.
        on_cleanup(move || session.write_now());
        let last = storage::read(Key::Worksheet);
        spawn_local(async move {
            session.refresh().await;
            if let Some(id) = last {
                session.load(&id).await;
            }
        });
        session
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
    pub fn rulebook(self) -> Arc<Rulebook> {
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
        self.place.with_value(|(id, _)| id.clone())
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
        self.sheet.with_untracked(|sheet| self.history.update_value(|history| history.before(sheet, field)));
        self.sheet.update(change);
        self.touched();
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
        self.adopt(Kept::new(sheet));
        self.keeping.set(Keeping::Untouched);
    }

    fn adopt(self, kept: Kept) {
        self.place.set_value((kept.id.clone(), kept.revision));
        self.history.set_value(History::default());
        self.can.set((false, false));
        self.scenarios.set(kept.scenarios);
        self.sheet.set(kept.sheet);
        storage::write(Key::Worksheet, Some(&kept.id));
    }

    fn touched(self) {
        self.can.set(self.history.with_value(History::can));
        self.keeping.set(Keeping::Waiting);
        if let Some(handle) = self.waiting.get_value() {
            handle.clear();
        }
        let write = move || {
            self.waiting.set_value(None);
            spawn_local(self.write());
        };
        self.waiting.set_value(set_timeout_with_handle(write, PAUSE).ok());
    }

    /// Writes a change that waits, at once.
    pub fn write_now(self) {
        if let Some(Some(handle)) = self.waiting.try_get_value() {
            handle.clear();
            self.waiting.set_value(None);
            spawn_local(self.write());
        }
    }

    fn kept(self) -> Option<Kept> {
        let (id, revision) = self.place.try_get_value()?;
        Some(Kept {
            id,
            revision,
            scenarios: self.scenarios.try_get_untracked()?,
            ..Kept::new(self.sheet.try_get_untracked()?)
        })
    }

    async fn write(self) {
        let Some(kept) = self.kept() else { return };
        let keeping = match store::write(&kept).await {
            Ok(Written::At(revision)) => self.written(&kept.id, revision, Keeping::Kept),
            // Deleted elsewhere while it was worked on here: what is here is kept, as new.
            Ok(Written::Conflict | Written::Deleted) => {
                let apart = Kept { id: Kept::new(kept.sheet.clone()).id, revision: 0, ..kept };
                match store::write(&apart).await {
                    Ok(Written::At(revision)) => {
                        storage::write(Key::Worksheet, Some(&apart.id));
                        self.written(&apart.id, revision, Keeping::KeptApart)
                    }
                    Ok(_) => Keeping::Refused,
                    Err(trouble) => keeping(trouble),
                }
            }
            Err(trouble) => keeping(trouble),
        };
        // The page may have been left meanwhile.
        if self.keeping.try_get_untracked().is_some() {
            let waits = self.waiting.with_value(Option::is_some);
            self.keeping.set(if waits { Keeping::Waiting } else { keeping });
            self.refresh().await;
        }
    }

    fn written(self, id: &str, revision: u64, keeping: Keeping) -> Keeping {
        storage::write(Key::Worksheet, Some(id));
        self.place.try_update_value(|place| *place = (id.to_owned(), revision));
        self.channel.try_with_value(|channel| {
            if let Some(channel) = channel {
                // A channel that is closed has nobody to tell.
                let _nobody = channel.post_message(&JsValue::from_str(id));
            }
        });
        keeping
    }

    /// Opens another of those that are kept; the present one stays in the list.
    pub fn open_kept(self, id: String) {
        self.write_now();
        spawn_local(async move { self.load(&id).await });
    }

    async fn load(self, id: &str) {
        if let Ok(Some(kept)) = store::get(id).await
            && self.keeping.try_get_untracked().is_some()
        {
            self.adopt(kept);
            self.keeping.set(Keeping::Kept);
        }
    }

    /// Deletes one of those that are kept, for good. The open one gives way to an empty one.
    pub fn delete(self, id: String) {
        spawn_local(async move {
            if id == self.id() {
                if let Some(handle) = self.waiting.get_value() {
                    handle.clear();
                    self.waiting.set_value(None);
                }
                let year = self.sheet.with_untracked(|sheet| sheet.year.parse().unwrap_or_default());
                self.adopt(Kept::new(Sheet::empty(year)));
                storage::write(Key::Worksheet, None);
                self.keeping.set(Keeping::Untouched);
            }
            if let Err(trouble) = store::delete(&id).await {
                self.keeping.set(keeping(trouble));
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
                self.keeping.try_set(keeping(trouble));
            }
        }
    }

    /// Follows what other tabs write: the list, and this very assessment while nothing waits here.
    fn listen(self) {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            let Some(id) = message.data().as_string() else { return };
            let idle = matches!(
                self.keeping.try_get_untracked(),
                Some(Keeping::Untouched | Keeping::Kept | Keeping::KeptApart)
            );
            spawn_local(async move {
                if idle && id == self.id() {
                    self.load(&id).await;
                }
                self.refresh().await;
            });
        });
        channel.set_onmessage(Some(wasm_bindgen::JsCast::unchecked_ref(heard.as_ref())));
        let heard = StoredValue::new_local(heard);
        self.channel.set_value(Some(channel.clone()));
        let channel = StoredValue::new_local(channel);
        on_cleanup(move || {
            channel.with_value(BroadcastChannel::close);
            heard.dispose();
        });
    }
}

fn keeping(trouble: Trouble) -> Keeping {
    match trouble {
        Trouble::Full => Keeping::Full,
        Trouble::Refused => Keeping::Refused,
    }
}

/// What the rules know, for the engine.
pub fn library(book: &Rulebook) -> Library<'_> {
    Library { rulesets: &book.rulesets, factor_sets: &book.factor_sets }
}

/// The rules that an assessment is made under.
pub fn rules_of<'a>(assessment: &Assessment, book: &'a Rulebook) -> Option<Rules<'a>> {
    library(book).rules(assessment.year).ok()
}

fn outcome(sheet: &Sheet, book: &Rulebook) -> Outcome {
    let read = sheet.read(library(book));
    Outcome {
        problems: read.made.problems,
        nothing_yet: read.nothing_yet,
        assessment: read.assessment.map(|(assessment, _)| assessment),
        file: read.made.file,
    }
}
