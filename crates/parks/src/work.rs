//! Reports of the work as they are edited, with the pictures and attachments that lie beside them.

use std::collections::BTreeMap;

use disclosure::model::{Described, OriginalText, WorkReport};
use serde::Deserialize;

use crate::files::Files;
use crate::finding::Finding;
use crate::media::{self, LARGEST_ATTACHMENT, LARGEST_PICTURE, MOST_PIXELS};
use crate::tomlfile::Read;
use crate::words::findings::{self as words, Message};

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

impl Described for PictureFile {
    fn described(&mut self) -> (&mut OriginalText, &mut Option<OriginalText>) {
        (&mut self.alt, &mut self.caption)
    }
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

/// Looks at the pictures and attachments of a report and tells which paths were looked at. One that cannot be used is
/// doubtful.
pub fn with_media(
    mut report: Read<WorkReport<PictureFile, AttachmentFile>>,
    files: &Files,
    findings: &mut Vec<Finding>,
) -> (WorkDraft, Vec<String>) {
    let folder = report.file.name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let (mut media, mut used, mut doubtful) = (BTreeMap::new(), Vec::new(), Vec::new());
    let pictures = report.value.pictures.iter().map(|picture| (&picture.file, true));
    let attachments = report.value.attachments.iter().map(|attachment| (&attachment.file, false));
    let named = pictures.enumerate().chain(attachments.enumerate());
    for (at, (name, is_picture)) in named {
        let path = format!("{}[{at}].file", if is_picture { "pictures" } else { "attachments" });
        let mut tell = |expected: Message, found: Message| {
            findings.push(report.file.finding(&path, expected, found));
            doubtful.push(path.clone());
        };
        if name.contains(['/', '\\']) || name.starts_with('.') {
            tell(words::file_beside(), words::quoted(name));
            continue;
        }
        let place = format!("{folder}/{name}");
        let Some(bytes) = files.get(&place) else {
            tell(words::file_beside(), words::no_such_file(name));
            continue;
        };
        used.push(place);
        match look(name, is_picture, bytes) {
            Ok(found) => drop(media.insert(name.clone(), found)),
            Err(mistake) => tell(mistake.0, mistake.1),
        }
    }
    doubtful.iter().for_each(|path| report.file.doubt(path));
    (WorkDraft { report, media }, used)
}

/// A file as what it is to be, or what was expected and found instead.
fn look(name: &str, is_picture: bool, bytes: &[u8]) -> Result<Media, Box<(Message, Message)>> {
    let largest = if is_picture { LARGEST_PICTURE } else { LARGEST_ATTACHMENT };
    if bytes.len() > largest {
        return Err(Box::new((words::file_of_at_most(largest), words::plain(bytes.len()))));
    }
    if !is_picture {
        let ending = media::attachment(name, bytes);
        let ending = ending.ok_or_else(|| Box::new((words::an_attachment(), words::quoted(name))))?;
        return Ok(Media { ending: ending.to_owned(), size: None, bytes: bytes.to_vec() });
    }
    let (kind, size) =
        media::picture(bytes).ok_or_else(|| Box::new((words::a_picture(), media::guess(bytes))))?;
    if size.iter().any(|side| !(1..=MOST_PIXELS).contains(side)) {
        let expected = words::picture_of_at_most(MOST_PIXELS);
        return Err(Box::new((expected, words::pixels(size[0], size[1]))));
    }
    Ok(Media { ending: kind.ending().to_owned(), size: Some(size), bytes: bytes.to_vec() })
}
