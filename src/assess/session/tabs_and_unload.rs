//! What goes on around an open assessment: the visit before, the page that is left, other tabs.

use leptos::prelude::*;
use worksheet::Sheet;

use super::Session;
use crate::assess::kept::{Keeping, Kept};
use crate::assess::{queue, store};
use crate::browser::{storage, tabs, window};
use crate::remembered::Key;

impl Session {
    /// Takes up what was open last, with what was typed in the last moment. Until it is here the page shows no
    /// field: what was typed before it came would be replaced by it.
    pub(super) fn reopen(self) {
        let (draft, last) = (queue::draft(), storage::read(Key::Worksheet));
        self.opening.set(draft.is_some() || last.is_some());
        queue::then(async move {
            let found = self.last(draft, last).await;
            // Somebody may have begun another, or left the page meanwhile: then it stays in the list.
            if let Some((kept, keeping)) = found
                && self.opening.try_get_untracked() == Some(true)
            {
                self.adopt(kept);
                self.keeping.set(keeping);
            }
            self.opening.try_set(false);
            self.refresh().await;
        });
    }

    /// What was open last, as the store has it; a draft that the store does not take stands for itself.
    async fn last(self, draft: Option<Kept>, last: Option<String>) -> Option<(Kept, Keeping)> {
        let mut last = last;
        if let Some(draft) = draft {
            if queue::known(&draft.id).is_none() {
                queue::learn(&draft.id, draft.revision);
            }
            match queue::keep(draft.clone()).await {
                (_, failed @ (Keeping::Full | Keeping::Refused)) => return Some((draft, failed)),
                (id, _) => last = Some(id),
            }
        }
        match store::get(&last?).await {
            Ok(kept) => {
                let kept = kept?;
                queue::learn(&kept.id, kept.revision);
                Some((kept, Keeping::Kept))
            }
            Err(trouble) => {
                self.keeping.try_set(queue::said(trouble));
                None
            }
        }
    }

    /// What was typed last is not lost with the page: the store is asked at once, and a draft stands in for it
    /// where the browser does not let it finish. Where nothing can be kept, the browser asks before it goes.
    pub(super) fn watch_leaving(self) {
        window::on("pagehide", move |_| {
            if self.waiting.is_waiting() {
                queue::set_draft(&self.kept());
                self.write_now();
            }
        });
        window::on("beforeunload", move |event| {
            if matches!(self.keeping.try_get_untracked(), Some(Keeping::Full | Keeping::Refused))
                && self.sheet.try_with_untracked(Sheet::is_blank) == Some(false)
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || self.write_now());
    }

    /// Follows what other tabs write: the list, and this very assessment while nothing waits here.
    pub(super) fn listen(self) {
        tabs::listen(move |id| queue::then(async move { self.follow(&id).await }));
    }

    async fn follow(self, id: &str) {
        let is_open = || {
            let idle = self.keeping.try_get_untracked();
            let idle = matches!(idle, Some(Keeping::Untouched | Keeping::Kept | Keeping::KeptApart));
            idle && self.id.try_with_untracked(|open| open == id) == Some(true)
        };
        if is_open()
            && let Ok(Some(kept)) = store::get(id).await
            && queue::known(id) != Some(kept.revision)
            // Somebody may have typed here meanwhile: then the next write finds the two apart.
            && is_open()
        {
            queue::learn(id, kept.revision);
            self.adopt(kept);
            self.keeping.set(Keeping::Kept);
        }
        self.refresh().await;
    }
}
