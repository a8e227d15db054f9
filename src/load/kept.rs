//! What a visit keeps of what it was shown: bounded, and the same for all that ask for it.

use std::any::Any;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use super::{Handle, Loaded, Opened};
use crate::moment::Moment;

/// Moments that are kept.
pub const MOMENTS: usize = 12;
/// Files that are kept, each as known on a day.
pub const FILES: usize = 160;
/// Bytes that they have together, as published: two rounds of ten thousand parks, and what goes with them.
const BYTES: u64 = 64_000_000;

/// Handles by what was asked for. Those that were asked for last are kept; a page goes on holding what it shows.
pub struct Kept {
    /// The one that was asked for last stands last.
    handles: Vec<KeptHandle>,
    most: usize,
}

/// A handle under its key, with the bytes that its file has.
struct KeptHandle {
    key: String,
    bytes: u64,
    handle: Box<dyn Any + Send + Sync>,
}

impl Kept {
    /// Room for so many.
    pub fn new(most: usize) -> Mutex<Kept> {
        Mutex::new(Kept { handles: Vec::new(), most })
    }

    /// The moment of an edition that another moment has already brought.
    pub fn at_moment(&self, moment: Moment) -> Option<Loaded<Opened>> {
        let mut here = self.opened().into_iter().filter_map(|handle| match handle.state.get_untracked() {
            Loaded::Ready(opened) => Some(opened),
            Loaded::Loading | Loaded::Failed(_) => None,
        });
        let same = here.find(|opened| {
            let edition = moment.edition.unwrap_or(&opened.catalogue.default_edition) == opened.whole.id;
            let version = match moment.version {
                None => opened.superseded.is_none(),
                Some(version) => version == opened.listed.index.sha256,
            };
            edition && version
        })?;
        let (catalogue, whole) = (Arc::clone(&same.catalogue), Arc::clone(&same.whole));
        let opened = Opened::at(catalogue, same.listed.clone(), same.superseded, whole, moment);
        Some(opened.map_or_else(Loaded::Failed, |opened| Loaded::Ready(Arc::new(opened))))
    }

    /// The moments among them.
    pub fn opened(&self) -> Vec<Handle<Opened>> {
        self.handles.iter().filter_map(|each| each.handle.downcast_ref()).cloned().collect()
    }

    /// Lets go of what was not asked for the longest, but never of what was asked for last.
    fn forget(&mut self) {
        let bytes = |handles: &[KeptHandle]| handles.iter().map(|each| each.bytes).sum::<u64>();
        while self.handles.len() > self.most || (self.handles.len() > 1 && bytes(&self.handles) > BYTES) {
            self.handles.remove(0);
        }
    }
}

/// The handle that is kept under a key, or a new one that is kept from now on, and whether it is new.
pub fn kept<T: Send + Sync + 'static>(
    kept: &Mutex<Kept>,
    key: String,
    bytes: u64,
    new: impl FnOnce(&Kept) -> Handle<T>,
) -> (Handle<T>, bool) {
    let mut kept = kept.lock().expect("one thread never poisons its lock");
    let at = kept.handles.iter().position(|each| each.key == key && each.handle.is::<Handle<T>>());
    if let Some(at) = at {
        kept.handles[at..].rotate_left(1);
        if let Some(handle) = kept.handles.last().and_then(|each| each.handle.downcast_ref::<Handle<T>>()) {
            return (handle.clone(), false);
        }
    }
    let handle = new(&kept);
    kept.handles.push(KeptHandle { key, bytes, handle: Box::new(handle.clone()) });
    kept.forget();
    (handle, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_files_leave_room_for_each_other_and_the_last_always_stays() {
        let mut kept = Kept { handles: Vec::new(), most: 5 };
        for (key, bytes) in [("a", 1), ("b", BYTES - 2), ("c", 1), ("d", 1), ("e", BYTES + 1)] {
            kept.handles.push(KeptHandle { key: key.to_owned(), bytes, handle: Box::new(()) });
            kept.forget();
            let keys: String = kept.handles.iter().map(|each| each.key.as_str()).collect();
            let expected = match key {
                "a" => "a",
                "b" => "ab",
                "c" => "abc",
                "d" => "bcd",
                _ => "e",
            };
            assert_eq!(keys, expected);
        }
    }
}
