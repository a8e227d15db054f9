//! Corrections (更正): what was published wrongly, and what holds now.
//!
//! A correction is a publication of its own: it has a day, a reason and a source, and changes what it names and
//! nothing else. What it corrects is never rewritten, so that an earlier day looks as it did.

use std::borrow::Cow;

use assessment::{Date, Decimal, Text};
use serde::{Deserialize, Serialize};

use crate::model::{Act, Event, FileRef, ListEntry, OriginalText, Source, Statement};
use crate::round::{
    Balance, Observed, ParkRound, PublishedCore, Quality, Requirements, Snapshot, Stated, TaskProgress,
};

/// A correction as it is published: a file of an edition's folder `corrections`.
///
/// With balances of another type it is a correction as it is edited, before they were read
/// ([`Notice::with_balances`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize"))]
pub struct Notice<B = Balance> {
    /// Stable id, by which it is cited: `2026-h2-c1`.
    pub id: String,
    /// Day on which it was published; what it says holds from then on.
    pub dated: Date,
    /// Why, unless a change says so itself.
    pub reason: Text,
    /// Where it is published.
    pub source: Source,
    /// Values of rounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueChange<B>>,
    /// Entries of lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryChange>,
    /// Official acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<ActChange>,
    /// Statements about parks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<StatementChange>,
    /// Texts of reports of the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<ReportChange>,
}

/// A change of what a round says of a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize"))]
pub struct ValueChange<B = Balance> {
    /// Id of the round that is corrected.
    pub round: String,
    /// Id of the park.
    pub park: String,
    /// What is corrected.
    pub change: Change<B>,
    /// Why, where that is not the notice's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// What is corrected in a round. Nothing as `was` fills what was blank, nothing as `is` withdraws what was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    from = "ChangeForm<B>",
    tag = "kind",
    rename_all = "snake_case",
    bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize")
)]
pub enum Change<B = Balance> {
    /// A guiding indicator: its value, quality, or that it does not apply.
    Value {
        /// The requirements that the indicator belongs to.
        of: Requirements,
        /// Indicator id.
        indicator: String,
        /// As it was known before.
        #[serde(skip_serializing_if = "Option::is_none")]
        was: Option<Reading>,
        /// As it is known now.
        #[serde(skip_serializing_if = "Option::is_none")]
        is: Option<Reading>,
    },
    /// What the core indicator rests on, as a whole.
    Core {
        /// As it was known before. Compiled from the round, never written by hand; absent where nothing was known.
        #[serde(skip_serializing_if = "Option::is_none")]
        was: Option<PublishedCore<B>>,
        /// As it is known now.
        #[serde(skip_serializing_if = "Option::is_none")]
        is: Option<PublishedCore<B>>,
        /// How sure it is now.
        quality: Quality,
    },
    /// A basic condition of ndrc-910, annex 1.
    Condition {
        /// Its number, 1 to 4.
        number: u8,
        /// As it was known before.
        was: Stated,
        /// As it is known now.
        is: Stated,
    },
    /// How far a task of the park has come, per cent.
    Task {
        /// Id of the task.
        task: String,
        /// As it was known before.
        #[serde(skip_serializing_if = "Option::is_none")]
        was: Option<Decimal>,
        /// As it is known now.
        #[serde(skip_serializing_if = "Option::is_none")]
        is: Option<Decimal>,
    },
}

/// A change as files have it: also `level` for what an indicator belongs to, and `balance` for a core that rests on a
/// balance, as they were written while nothing else could be.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    tag = "kind",
    rename_all = "snake_case",
    bound(deserialize = "B: Deserialize<'de>")
)]
enum ChangeForm<B> {
    Value {
        #[serde(alias = "level")]
        of: Requirements,
        indicator: String,
        was: Option<Reading>,
        is: Option<Reading>,
    },
    Core {
        #[serde(default = "none")]
        was: Option<PublishedCore<B>>,
        #[serde(default = "none")]
        is: Option<PublishedCore<B>>,
        #[serde(default)]
        quality: Quality,
    },
    Balance {
        #[serde(default = "none")]
        was: Option<B>,
        #[serde(default = "none")]
        is: Option<B>,
        #[serde(default)]
        quality: Quality,
    },
    Condition {
        number: u8,
        was: Stated,
        is: Stated,
    },
    Task {
        task: String,
        was: Option<Decimal>,
        is: Option<Decimal>,
    },
}

impl<B> From<ChangeForm<B>> for Change<B> {
    fn from(form: ChangeForm<B>) -> Change<B> {
        let balance = |balance: Option<B>| balance.map(|balance| PublishedCore::Balance(balance, None));
        match form {
            ChangeForm::Value { of, indicator, was, is } => Change::Value { of, indicator, was, is },
            ChangeForm::Core { was, is, quality } => Change::Core { was, is, quality },
            ChangeForm::Balance { was, is, quality } => {
                Change::Core { was: balance(was), is: balance(is), quality }
            }
            ChangeForm::Condition { number, was, is } => Change::Condition { number, was, is },
            ChangeForm::Task { task, was, is } => Change::Task { task, was, is },
        }
    }
}

/// What is known of a guiding indicator, apart from which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The value, in the indicator's unit; absent where the indicator does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The value as it is printed, where otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// How sure it is.
    #[serde(default)]
    pub quality: Quality,
    /// Why the indicator does not apply, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<Text>,
}

impl Reading {
    /// What a published value says; `None` where it says nothing.
    pub fn of(observed: &Observed) -> Option<Reading> {
        let Observed { value, published, quality, not_applicable, .. } = observed;
        let said = value.is_some() || not_applicable.is_some();
        said.then(|| Reading {
            value: *value,
            published: published.clone(),
            quality: *quality,
            not_applicable: not_applicable.clone(),
        })
    }
}

/// A change of an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryChange {
    /// Id of the list.
    pub list: String,
    /// As it was published; absent where an entry is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<ListEntry>,
    /// As it is known now; absent where the entry is taken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<ListEntry>,
    /// Why, where that is not the notice's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A change of an official act about a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActChange {
    /// Id of the park.
    pub park: String,
    /// As it was published; absent where an act is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Event>,
    /// As it is known now; absent where there was no such act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Event>,
    /// Why, where that is not the notice's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A change of a statement about a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementChange {
    /// Id of the park.
    pub park: String,
    /// As it was published; absent where a statement is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Statement>,
    /// As it is known now; absent where the statement is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Statement>,
    /// Why, where that is not the notice's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A change of a text of a report of the work: a paragraph, a heading, a caption or what a picture shows, as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportChange {
    /// Id of the report.
    pub report: String,
    /// As it was published; absent where a paragraph is added at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<OriginalText>,
    /// As it is known now; absent where it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<OriginalText>,
    /// Why, where that is not the notice's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A notice in an edition's index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeDay {
    /// Id of the notice.
    pub id: String,
    /// Day on which it was published.
    pub dated: Date,
}

/// The corrections of an edition, in its index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionsRef {
    /// The notices, oldest first.
    pub days: Vec<NoticeDay>,
    /// A [`Corrections`].
    pub file: FileRef,
}

/// All corrections of an edition, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    /// The notices.
    pub notices: Vec<Notice>,
}

/// Which notice changes something, when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Id of the notice.
    pub notice: String,
    /// Day on which it was published.
    pub dated: Date,
    /// Why.
    pub reason: Text,
    /// Where it is published.
    pub source: Source,
}

/// A change of one of several things that were published, with the notice that makes it. Compiled from the notices
/// into what they correct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended<T> {
    /// By which notice.
    pub by: Amendment,
    /// As it was published; absent where it is added.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub was: Option<T>,
    /// As it is known now; absent where it is taken back.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub is: Option<T>,
}

/// The change that made something what it is now; `None` where it is as it was first published.
pub fn change_to<'a, T: PartialEq>(changes: &'a [Amended<T>], now: &T) -> Option<&'a Amended<T>> {
    changes.iter().rfind(|change| change.is.as_ref() == Some(now))
}

/// A change of an act as far as it moves a park on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmendedAct {
    /// Day of the notice.
    pub dated: Date,
    /// As it was published; absent where it is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Act>,
    /// As it is known now; absent where it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Act>,
}

impl From<&Amended<Event>> for AmendedAct {
    fn from(change: &Amended<Event>) -> AmendedAct {
        let act = |event: &Option<Event>| event.as_ref().map(Act::from);
        AmendedAct { dated: change.by.dated, was: act(&change.was), is: act(&change.is) }
    }
}

/// Without it serde would ask of `T` that it has a default.
fn none<T>() -> Option<T> {
    None
}

/// Changes what was published, each change at its place in the order of `key`. Made twice, it is as made once.
fn amend<T: Clone + PartialEq, K: Ord>(
    items: &mut Vec<T>,
    (was, is): (Option<&T>, Option<&T>),
    key: impl Fn(&T) -> K,
) {
    if let Some(at) = was.and_then(|was| items.iter().position(|item| item == was)) {
        items.remove(at);
    }
    if let Some(is) = is.filter(|is| !items.contains(is)) {
        let after = items.partition_point(|item| key(item) <= key(is));
        items.insert(after, is.clone());
    }
}

/// What is left of changes on a day, made in what they change.
pub(crate) fn amended<T: Clone + PartialEq, K: Ord>(
    items: &mut Vec<T>,
    changes: &mut Vec<Amended<T>>,
    on: Date,
    key: impl Fn(&T) -> K,
) {
    changes.retain(|change| change.by.dated <= on);
    changes.iter().for_each(|change| amend(items, (change.was.as_ref(), change.is.as_ref()), &key));
}

/// The acts of a park that were known on a day, with the changes known then, oldest first.
pub(crate) fn acts_on(acts: &[Act], changes: &[AmendedAct], on: Date) -> Vec<Act> {
    let mut known = acts.to_vec();
    let changes = changes.iter().filter(|change| change.dated <= on);
    changes.for_each(|change| amend(&mut known, (change.was.as_ref(), change.is.as_ref()), |act| act.dated));
    known.retain(|act| act.dated <= on);
    known
}

impl<B> Notice<B> {
    /// The correction with its balances read: `read` is told where each stands (`values[0].change.is.balance`). `None` where
    /// it could not read one; all are handed to it.
    pub fn with_balances<C>(self, mut read: impl FnMut(&str, B) -> Option<C>) -> Option<Notice<C>> {
        let Notice { id, dated, reason, source, values, entries, acts, statements, reports } = self;
        let values = values.into_iter().enumerate().map(|(i, value)| {
            let ValueChange { round, park, change, reason } = value;
            let change = change
                .with_balances(|field, balance| read(&format!("values[{i}].change.{field}"), balance))?;
            Some(ValueChange { round, park, change, reason })
        });
        let values: Vec<_> = values.collect();
        let values = values.into_iter().collect::<Option<_>>()?;
        Some(Notice { id, dated, reason, source, values, entries, acts, statements, reports })
    }
}

impl<B> Change<B> {
    fn with_balances<C>(self, mut read: impl FnMut(&str, B) -> Option<C>) -> Option<Change<C>> {
        Some(match self {
            Change::Value { of, indicator, was, is } => Change::Value { of, indicator, was, is },
            Change::Condition { number, was, is } => Change::Condition { number, was, is },
            Change::Task { task, was, is } => Change::Task { task, was, is },
            Change::Core { was, is, quality } => {
                let [was, is] = [("was", was), ("is", is)].map(|(field, core)| match core {
                    Some(core) => {
                        core.with_balance(|balance| read(&format!("{field}.balance"), balance)).map(Some)
                    }
                    None => Some(None),
                });
                Change::Core { was: was?, is: is?, quality }
            }
        })
    }
}

impl Notice {
    /// Which notice, when and why, for a change with or without a reason of its own.
    pub fn amendment(&self, reason: Option<&Text>) -> Amendment {
        Amendment {
            notice: self.id.clone(),
            dated: self.dated,
            reason: reason.unwrap_or(&self.reason).clone(),
            source: self.source.clone(),
        }
    }

    /// How many changes it makes.
    pub fn len(&self) -> usize {
        let told = self.values.len() + self.entries.len() + self.acts.len();
        told + self.statements.len() + self.reports.len()
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A change of what a round says of a park, with the notice that makes it. Compiled from the notices into the round
/// that it corrects, so that whoever has the round has all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// By which notice.
    pub by: Amendment,
    /// Id of the park.
    pub park: String,
    /// What is corrected.
    pub change: Change,
}

impl Corrected {
    /// Makes the change in what was known before it.
    pub(crate) fn apply(&self, snapshot: &mut Snapshot) {
        match &self.change {
            Change::Value { of, indicator, is, .. } => {
                let same = |value: &Observed| value.of == *of && value.indicator == *indicator;
                let at = snapshot.values.iter().position(same);
                match (is, at) {
                    (Some(is), at) => {
                        let observed = self.observed(of.clone(), indicator, is);
                        match at {
                            Some(at) => snapshot.values[at] = observed,
                            None => snapshot.values.push(observed),
                        }
                    }
                    (None, Some(at)) => drop(snapshot.values.remove(at)),
                    (None, None) => {}
                }
            }
            Change::Core { is, quality, .. } => {
                snapshot.core.clone_from(is);
                snapshot.core_quality = *quality;
                snapshot.core_source = is.is_some().then(|| self.by.source.clone());
                snapshot.core_remark = None;
                snapshot.core_older = None;
            }
            Change::Condition { number, is, .. } => {
                let at = usize::from(*number).checked_sub(1);
                if let Some(condition) = at.and_then(|at| snapshot.basic.get_mut(at)) {
                    *condition = *is;
                }
            }
            Change::Task { task, is, .. } => {
                snapshot.tasks.retain(|known| known.task != *task);
                let progress = is.map(|progress| TaskProgress { task: task.clone(), progress, older: None });
                snapshot.tasks.extend(progress);
            }
        }
    }

    fn observed(&self, of: Requirements, indicator: &str, is: &Reading) -> Observed {
        Observed {
            of,
            indicator: indicator.to_owned(),
            value: is.value,
            published: is.published.clone(),
            remark: None,
            quality: is.quality,
            not_applicable: is.not_applicable.clone(),
            source: Some(self.by.source.clone()),
            older: None,
        }
    }
}

/// What is known of a snapshot after the changes, oldest first.
pub(crate) fn applied<'a>(snapshot: &Snapshot, changes: impl IntoIterator<Item = &'a Corrected>) -> Snapshot {
    let mut known = snapshot.clone();
    changes.into_iter().for_each(|change| change.apply(&mut known));
    known
}

impl ParkRound {
    /// What was known of it on a day: with the corrections known then, and with what was first published beside it
    /// where there are any. `None` while nothing of it was known.
    pub fn known_on(&self, on: Date) -> Option<Cow<'_, ParkRound>> {
        if self.dated > on || self.filled_on.is_some_and(|day| day > on) {
            return None;
        }
        if self.corrections.is_empty() {
            return Some(Cow::Borrowed(self));
        }
        let first = self.as_published.as_deref().unwrap_or(&self.snapshot);
        let known: Vec<Corrected> =
            self.corrections.iter().filter(|each| each.by.dated <= on).cloned().collect();
        Some(Cow::Owned(ParkRound {
            snapshot: applied(first, &known),
            as_published: (!known.is_empty()).then(|| Box::new(first.clone())),
            corrections: known,
            ..self.clone()
        }))
    }
}
