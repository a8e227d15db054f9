//! The browser's database: texts by their key, and nothing else of it. Every failure is an answer.

use idb::{
    Database, DatabaseEvent as _, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
};
use wasm_bindgen::JsValue;

const DATABASE: &str = "zcp";
const SHEETS: &str = "sheets";

/// Why the database did not do what it was asked.
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

fn begin(database: &Database, mode: TransactionMode) -> Result<(Transaction, ObjectStore), Trouble> {
    let transaction = database.transaction(&[SHEETS], mode)?;
    let store = transaction.object_store(SHEETS)?;
    Ok((transaction, store))
}

/// Writes the text that `decide` makes of the one under a key, in one transaction: nobody writes between. What
/// `decide` refuses is not written, and its reason is the answer.
///
/// # Errors
/// When the database does not do it.
pub async fn replace<R>(
    key: &str,
    decide: impl FnOnce(Option<&str>) -> Result<String, R>,
) -> Result<Result<(), R>, Trouble> {
    let database = open().await?;
    let (transaction, store) = begin(&database, TransactionMode::ReadWrite)?;
    let key = JsValue::from_str(key);
    let before = store.get(key.clone())?.await?.and_then(|text| text.as_string());
    let done = match decide(before.as_deref()) {
        Ok(text) => {
            store.put(&JsValue::from_str(&text), Some(&key))?.await?;
            transaction.commit()?.await?;
            Ok(())
        }
        Err(refused) => {
            transaction.await?;
            Err(refused)
        }
    };
    database.close();
    Ok(done)
}

/// Every text with its key.
///
/// # Errors
/// When the database does not tell.
pub async fn all() -> Result<Vec<(String, String)>, Trouble> {
    let database = open().await?;
    let (transaction, store) = begin(&database, TransactionMode::ReadOnly)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let texts = store.get_all(None, None)?.await?;
    transaction.await?;
    database.close();
    let pairs = keys.iter().zip(&texts);
    Ok(pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// The text under a key; `None` where there is none.
///
/// # Errors
/// When the database does not tell.
pub async fn get(key: &str) -> Result<Option<String>, Trouble> {
    let database = open().await?;
    let (transaction, store) = begin(&database, TransactionMode::ReadOnly)?;
    let text = store.get(JsValue::from_str(key))?.await?;
    transaction.await?;
    database.close();
    Ok(text.and_then(|text| text.as_string()))
}

/// Deletes every text for good and says how many there were.
///
/// # Errors
/// When the database does not do it.
pub async fn clear() -> Result<usize, Trouble> {
    let database = open().await?;
    let (transaction, store) = begin(&database, TransactionMode::ReadWrite)?;
    let count = store.count(None)?.await?;
    store.clear()?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(count as usize)
}

/// Deletes the text under a key for good.
///
/// # Errors
/// When the database does not do it.
pub async fn delete(key: &str) -> Result<(), Trouble> {
    let database = open().await?;
    let (transaction, store) = begin(&database, TransactionMode::ReadWrite)?;
    store.delete(JsValue::from_str(key))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
