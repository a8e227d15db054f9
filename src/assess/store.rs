//! Assessments in the browser's database. Every failure is an answer: the page goes on in memory and says so.

use super::kept::{Kept, Listed};
use crate::browser::database::{self, Trouble};

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

/// The assessment that is kept under a text; `None` where it is of another format.
fn read(text: &str) -> Option<Kept> {
    serde_json::from_str::<Kept>(text).ok().filter(Kept::is_known)
}

/// Why an assessment may not be written over what is kept of it; `None` where it may.
fn conflict(kept: &Kept, theirs: Option<&str>) -> Option<Written> {
    match theirs.map(read) {
        // Written before, and gone.
        None if kept.revision > 0 => Some(Written::Deleted),
        Some(Some(theirs)) if theirs.revision != kept.revision => Some(Written::Conflict),
        Some(None) => Some(Written::Conflict),
        None | Some(Some(_)) => None,
    }
}

/// Writes an assessment, if nobody has written it since the revision that it carries.
pub async fn write(kept: &Kept) -> Result<Written, Trouble> {
    let next = Kept { revision: kept.revision + 1, ..kept.clone() };
    let written = database::replace(&kept.id, |theirs| match conflict(kept, theirs) {
        Some(conflict) => Err(conflict),
        None => Ok(serde_json::to_string(&next).expect("a sheet has string keys and finite numbers")),
    });
    Ok(written.await?.err().unwrap_or(Written::At(next.revision)))
}

/// Everything that is kept, the last written first.
pub async fn list() -> Result<Vec<Listed>, Trouble> {
    let all = database::all().await?;
    let mut listed: Vec<Listed> = all.into_iter().map(|(id, text)| list_one(id, text)).collect();
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
    Ok(database::get(id).await?.as_deref().and_then(read))
}

/// Deletes every assessment for good, also those of another format, and says how many there were.
pub async fn clear() -> Result<usize, Trouble> {
    database::clear().await
}

/// Deletes an assessment for good.
pub async fn delete(id: &str) -> Result<(), Trouble> {
    database::delete(id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use worksheet::Sheet;

    #[test]
    fn nothing_is_written_over_what_another_tab_has_written_deleted_or_cannot_be_read() {
        let kept = |revision| Kept {
            format: super::super::kept::FORMAT.to_owned(),
            id: "one".to_owned(),
            revision,
            written: 0.0,
            sheet: Sheet::example(2025),
            scenarios: Default::default(),
        };
        let text = |revision| serde_json::to_string(&kept(revision)).unwrap();
        assert_eq!(conflict(&kept(0), None), None);
        assert_eq!(conflict(&kept(3), Some(&text(3))), None);
        assert_eq!(conflict(&kept(3), None), Some(Written::Deleted));
        assert_eq!(conflict(&kept(3), Some(&text(4))), Some(Written::Conflict));
        assert_eq!(conflict(&kept(0), Some("another format")), Some(Written::Conflict));
    }
}
