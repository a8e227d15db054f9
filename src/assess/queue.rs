//! What is asked of the store is done in the order in which it was asked, one thing after the other: a write
//! never overtakes a deletion, and one that was asked for goes on when the page that asked is left.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::pin::Pin;

use leptos::task::spawn_local;

use super::kept::{Keeping, Kept};
use super::store::{self, Written};
use crate::browser::database::Trouble;
use crate::browser::storage;
use crate::remembered::Key;

type Job = Pin<Box<dyn Future<Output = ()>>>;

thread_local! {
    static JOBS: RefCell<VecDeque<Job>> = RefCell::default();
    static BUSY: Cell<bool> = const { Cell::new(false) };
    /// The revision of each assessment that this tab has read or written last.
    static KNOWN: RefCell<HashMap<String, u64>> = RefCell::default();
    /// Assessments that had to be kept apart, and under which id.
    static APART: RefCell<HashMap<String, String>> = RefCell::default();
}

/// Does something after all that was asked for before.
pub fn then(job: impl Future<Output = ()> + 'static) {
    JOBS.with_borrow_mut(|jobs| jobs.push_back(Box::pin(job)));
    if BUSY.replace(true) {
        return;
    }
    spawn_local(async {
        while let Some(job) = JOBS.with_borrow_mut(VecDeque::pop_front) {
            job.await;
        }
        BUSY.set(false);
    });
}

/// The revision that this tab knows of an assessment.
pub fn known(id: &str) -> Option<u64> {
    KNOWN.with_borrow(|known| known.get(id).copied())
}

/// Remembers the revision of an assessment that was read or written.
pub fn learn(id: &str, revision: u64) {
    KNOWN.with_borrow_mut(|known| known.insert(id.to_owned(), revision));
}

/// Writes an assessment. When another tab has written or deleted it meanwhile, what is here is kept as an
/// assessment of its own. Answers under which id, and how it went.
pub async fn keep(kept: Kept) -> (String, Keeping) {
    let asked = kept.id.clone();
    let id = APART.with_borrow(|apart| apart.get(&asked).cloned()).unwrap_or_else(|| asked.clone());
    let kept = Kept { revision: known(&id).unwrap_or(0), id: id.clone(), ..kept };
    let (id, keeping) = match store::write(&kept).await {
        Ok(Written::At(revision)) => {
            learn(&id, revision);
            (id, Keeping::Kept)
        }
        Ok(Written::Conflict | Written::Deleted) => keep_apart(kept).await,
        Err(trouble) => (id, said(trouble)),
    };
    if matches!(keeping, Keeping::Kept | Keeping::KeptApart) {
        forget_draft(&asked);
    }
    (id, keeping)
}

async fn keep_apart(kept: Kept) -> (String, Keeping) {
    let before = kept.id.clone();
    let kept = Kept { revision: 0, ..kept.apart() };
    match store::write(&kept).await {
        Ok(Written::At(revision)) => {
            learn(&kept.id, revision);
            APART.with_borrow_mut(|apart| apart.insert(before, kept.id.clone()));
            (kept.id, Keeping::KeptApart)
        }
        Ok(Written::Conflict | Written::Deleted) => (before, Keeping::Refused),
        Err(trouble) => (before, said(trouble)),
    }
}

/// What a trouble of the store means for what was to be kept.
pub fn said(trouble: Trouble) -> Keeping {
    match trouble {
        Trouble::Full => Keeping::Full,
        Trouble::Refused => Keeping::Refused,
    }
}

/// What was typed in the last moment before the page went, where the store may have been too slow for it.
pub fn draft() -> Option<Kept> {
    let kept = serde_json::from_str::<Kept>(&storage::read(Key::Draft)?).ok()?;
    kept.is_known().then_some(kept)
}

/// Remembers what was typed in the last moment.
pub fn set_draft(kept: &Kept) {
    let kept = Kept { revision: known(&kept.id).unwrap_or(0), ..kept.clone() };
    storage::write(Key::Draft, serde_json::to_string(&kept).ok().as_deref());
}

/// Forgets it, once it is kept or deleted.
pub fn forget_draft(id: &str) {
    if draft().is_some_and(|draft| draft.id == id) {
        storage::write(Key::Draft, None);
    }
}
