//! The browser's database. Every failure is an answer: the page goes on in memory and says so.

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;

use super::kept::{Kept, Listed};

const DATABASE: &str = "zcp";
const SHEETS: &str = "sheets";

/// Why the store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No room is left.
    Full,
    /// It is not to be had.
    Refused,
}

impl From<idb::Error> for Trouble {
    fn from(error: idb::Error) -> Trouble {
        let full = format!("{error:?}").contains("QuotaExceeded");
        if full { Trouble::Full } else { Trouble::Refused }
    }
}

/// What became of writing.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// It was written, at this revision.
    At(u64),
    /// Another tab had written it meanwhile; nothing was changed.
    Conflict,
    /// Another tab has deleted it meanwhile; nothing was changed.
    Deleted,
}

async fn open() -> Result<Database, Trouble> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // A store that cannot be made is missed by the first transaction, which says so.
            let _missing = database.create_object_store(SHEETS, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

/// What is kept under a text: the assessment, or the text itself where it is of another format.
fn read(text: &str) -> Option<Kept> {
    serde_json::from_str::<Kept>(text).ok().filter(Kept::is_known)
}

/// Writes an assessment, if nobody has written it since the revision that it carries.
pub async fn write(kept: &Kept) -> Result<Written, Trouble> {
    let database = open().await?;
    let transaction = database.transaction(&[SHEETS], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(SHEETS)?;
    let key = JsValue::from_str(&kept.id);
    let before = store.get(key.clone())?.await?.and_then(|text| text.as_string());
    let theirs = before.as_deref().map(read);
    let conflict = match &theirs {
        // Written before, and gone.
        None if kept.revision > 0 => Some(Written::Deleted),
        Some(Some(theirs)) if theirs.revision != kept.revision => Some(Written::Conflict),
        Some(None) => Some(Written::Conflict),
        None | Some(Some(_)) => None,
    };
    if let Some(conflict) = conflict {
        transaction.await?;
        database.close();
        return Ok(conflict);
    }
    let next = Kept { revision: kept.revision + 1, ..kept.clone() };
    let text = serde_json::to_string(&next).expect("a sheet has string keys and finite numbers");
    store.put(&JsValue::from_str(&text), Some(&key))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(Written::At(next.revision))
}

/// Everything that is kept, the last written first.
pub async fn list() -> Result<Vec<Listed>, Trouble> {
    let database = open().await?;
    let transaction = database.transaction(&[SHEETS], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(SHEETS)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let texts = store.get_all(None, None)?.await?;
    transaction.await?;
    database.close();
    let mut listed: Vec<Listed> = keys
        .iter()
        .zip(&texts)
        .filter_map(|(key, text)| Some(list_one(key.as_string()?, text.as_string()?)))
        .collect();
    listed.sort_by(|a, b| b.written.total_cmp(&a.written));
    Ok(listed)
}

fn list_one(id: String, text: String) -> Listed {
    match read(&text) {
        Some(kept) => Listed {
            id,
            name: kept.sheet.name,
            year: kept.sheet.year,
            written: kept.written,
            unreadable: None,
        },
        None => Listed { id, name: String::new(), year: String::new(), written: 0.0, unreadable: Some(text) },
    }
}

/// One assessment; `None` when it is gone or of a format that this version does not read.
pub async fn get(id: &str) -> Result<Option<Kept>, Trouble> {
    let database = open().await?;
    let transaction = database.transaction(&[SHEETS], TransactionMode::ReadOnly)?;
    let text = transaction.object_store(SHEETS)?.get(JsValue::from_str(id))?.await?;
    transaction.await?;
    database.close();
    Ok(text.and_then(|text| text.as_string()).as_deref().and_then(read))
}

/// Deletes every assessment for good, also those of another format, and says how many there were.
pub async fn clear() -> Result<usize, Trouble> {
    let database = open().await?;
    let transaction = database.transaction(&[SHEETS], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(SHEETS)?;
    let count = store.count(None)?.await?;
    store.clear()?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(count as usize)
}

/// Deletes an assessment for good.
pub async fn delete(id: &str) -> Result<(), Trouble> {
    let database = open().await?;
    let transaction = database.transaction(&[SHEETS], TransactionMode::ReadWrite)?;
    transaction.object_store(SHEETS)?.delete(JsValue::from_str(id))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
