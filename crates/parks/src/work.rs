//! Reports of the work as they are edited, with the pictures and attachments that lie beside them.

use std::collections::BTreeMap;

use disclosure::model::{OriginalText, WorkReport};
use serde::Deserialize;

use crate::files::Files;
use crate::finding::Finding;
use crate::media::{self, ATTACHMENTS, LARGEST_ATTACHMENT, LARGEST_PICTURE, MOST_PIXELS, PICTURES};
use crate::tomlfile::Read;

/// A picture as it is named in a report's file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureFile {
    /// Name of the file beside the report's.
    pub file: String,
    /// What it shows, for a reader who does not see it.
    pub alt: OriginalText,
    /// What stands below it.
    #[serde(default)]
    pub caption: Option<OriginalText>,
}

/// An attachment as it is named in a report's file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentFile {
    /// Name of the file beside the report's.
    pub file: String,
    /// What it is called.
    pub title: OriginalText,
}

/// A file that was looked at.
#[derive(Clone, Debug)]
pub struct Media {
    /// What it is, as the ending of a name.
    pub ending: String,
    /// Width and height in pixels of a picture.
    pub size: Option<[u32; 2]>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A report with its files.
#[derive(Clone, Debug)]
pub struct WorkDraft {
    /// The report.
    pub report: Read<WorkReport<PictureFile, AttachmentFile>>,
    /// Its pictures and attachments, by name.
    pub media: BTreeMap<String, Media>,
}

/// Looks at the pictures and attachments of a report and tells which paths were looked at. `None` for the report
/// where one of them cannot be used.
pub fn with_media(
    report: Read<WorkReport<PictureFile, AttachmentFile>>,
    files: &Files,
    findings: &mut Vec<Finding>,
) -> (Option<WorkDraft>, Vec<String>) {
    let folder = report.file.name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let (mut media, mut used, mut wrong) = (BTreeMap::new(), Vec::new(), false);
    let pictures = report.value.pictures.iter().map(|picture| (&picture.file, true));
    let attachments = report.value.attachments.iter().map(|attachment| (&attachment.file, false));
    let named = pictures.enumerate().chain(attachments.enumerate());
    for (at, (name, is_picture)) in named {
        let path = format!("{}[{at}].file", if is_picture { "pictures" } else { "attachments" });
        let mut tell = |expected: String, found: String| {
            findings.push(report.file.finding(&path, expected, found));
            wrong = true;
        };
        if name.contains(['/', '\\']) || name.starts_with('.') {
            tell("the name of a file beside this one".to_owned(), format!("“{name}”"));
            continue;
        }
        let place = format!("{folder}/{name}");
        let Some(bytes) = files.get(&place) else {
            tell("the name of a file beside this one".to_owned(), format!("“{name}”, and no such file"));
            continue;
        };
        used.push(place);
        match look(name, is_picture, bytes) {
            Ok(found) => drop(media.insert(name.clone(), found)),
            Err((expected, found)) => tell(expected, found),
        }
    }
    ((!wrong).then_some(WorkDraft { report, media }), used)
}

/// A file as what it is to be, or what was expected and found instead.
fn look(name: &str, is_picture: bool, bytes: &[u8]) -> Result<Media, (String, String)> {
    let largest = if is_picture { LARGEST_PICTURE } else { LARGEST_ATTACHMENT };
    if bytes.len() > largest {
        return Err((format!("a file of at most {largest} bytes"), bytes.len().to_string()));
    }
    if !is_picture {
        let ending = media::attachment(name, bytes);
        let ending = ending.ok_or_else(|| (ATTACHMENTS.to_owned(), format!("“{name}”")))?;
        return Ok(Media { ending: ending.to_owned(), size: None, bytes: bytes.to_vec() });
    }
    let (kind, size) =
        media::picture(bytes).ok_or_else(|| (PICTURES.to_owned(), media::guess(bytes).to_owned()))?;
    if size.iter().any(|side| !(1..=MOST_PIXELS).contains(side)) {
        let expected = format!("a picture of at most {MOST_PIXELS} × {MOST_PIXELS} pixels");
        return Err((expected, format!("{} × {}", size[0], size[1])));
    }
    Ok(Media { ending: kind.ending().to_owned(), size: Some(size), bytes: bytes.to_vec() })
}
