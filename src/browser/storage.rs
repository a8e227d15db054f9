//! What the portal remembers on the reader's machine. Storage may be refused or full: then nothing is
//! remembered and nothing breaks.

use crate::remembered::Key;

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What is remembered under a key.
pub fn read(key: Key) -> Option<String> {
    storage()?.get_item(key.name()).ok()?
}

/// Remembers a value, or forgets it.
pub fn write(key: Key, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A refusal is no error to the reader: the choice holds until the page is left.
    let _refused = match value {
        Some(value) => storage.set_item(key.name(), value),
        None => storage.remove_item(key.name()),
    };
}

/// Forgets everything and says what there was; `None` where the browser refuses.
pub fn forget_all() -> Option<Vec<Key>> {
    let storage = storage()?;
    let mut forgotten = Vec::new();
    for key in Key::ALL {
        if storage.get_item(key.name()).ok()?.is_some() {
            storage.remove_item(key.name()).ok()?;
            forgotten.push(key);
        }
    }
    Some(forgotten)
}
