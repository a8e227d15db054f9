//! What the work on all parks brought forth and somebody published in words: bulletins (调度通报), practices
//! (典型经验), annual summaries, meetings, supervision (督办). Each is a publication with a page of its own.

use assessment::Date;
use assessment::ruleset::Level;
use serde::{Deserialize, Serialize};

use super::edition::FileRef;
use super::plan::WorkKind;
use super::source::{OriginalText, Source};
use crate::correction::Amended;

/// A report of the work on the parks as it is published: a file of an edition's folder `work`.
///
/// With pictures and attachments of other types it is a report as it is edited, before its files were looked at
/// ([`WorkReport::with_files`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkReport<P = Picture, A = Attachment> {
    /// Stable id, by which it is cited: `2027-q3-bulletin`.
    pub id: String,
    /// What it is.
    pub kind: WorkKind,
    /// Title.
    pub title: OriginalText,
    /// Day on which it was published, or of the act that it tells of; it is known from then on.
    pub dated: Date,
    /// Whose it is: the nation's or the region's.
    pub level: Level,
    /// Who issued it.
    pub issuer: OriginalText,
    /// How it must be read, and what is not known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<OriginalText>,
    /// Clause that provides for such reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Where it is published.
    pub source: Source,
    /// Ids of the parks that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parks: Vec<String>,
    /// Ids of the departments that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<String>,
    /// Ids of the plan's tasks that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<String>,
    /// Its text, in order.
    pub sections: Vec<Section>,
    /// Its pictures, shown after the text.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<P>,
    /// Files that belong to it.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<A>,
    /// Corrections of its text, oldest first. Compiled from the notices, never edited here.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<Amended<OriginalText>>,
}

/// A part of a text: plain words, never HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What stands above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<OriginalText>,
    /// Its paragraphs.
    pub paragraphs: Vec<OriginalText>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The file: PNG, JPEG or WebP.
    pub file: FileRef,
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// What it shows, for a reader who does not see it.
    pub alt: OriginalText,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<OriginalText>,
}

/// A file to take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// The file; its name ends in what it is.
    pub file: FileRef,
    /// What it is called.
    pub title: OriginalText,
}

impl<P, A> WorkReport<P, A> {
    /// The report with other pictures and attachments.
    pub fn with_files<Q, B>(self, pictures: Vec<Q>, attachments: Vec<B>) -> WorkReport<Q, B> {
        WorkReport {
            id: self.id,
            kind: self.kind,
            title: self.title,
            dated: self.dated,
            level: self.level,
            issuer: self.issuer,
            caveat: self.caveat,
            clause: self.clause,
            source: self.source,
            parks: self.parks,
            departments: self.departments,
            tasks: self.tasks,
            sections: self.sections,
            pictures,
            attachments,
            amended: self.amended,
        }
    }
}

/// What is said of a picture, edited or compiled.
pub trait Described {
    /// What it shows, and what stands below it.
    fn described(&mut self) -> (&mut OriginalText, &mut Option<OriginalText>);
}

impl Described for Picture {
    fn described(&mut self) -> (&mut OriginalText, &mut Option<OriginalText>) {
        (&mut self.alt, &mut self.caption)
    }
}

impl<P: Described, A> WorkReport<P, A> {
    /// Makes a correction of its text: a text that stands in it is replaced or, without `is`, taken out; without `was` a
    /// paragraph is added at the end. Tells whether there was such a text. Its title and the names of its attachments
    /// are not corrected: it is known by them.
    pub fn amend(&mut self, was: Option<&OriginalText>, is: Option<&OriginalText>) -> bool {
        let Some(was) = was else {
            let Some(is) = is else { return false };
            let is_there = self.sections.iter().any(|section| section.paragraphs.contains(is));
            match self.sections.last_mut() {
                _ if is_there => {}
                Some(last) => last.paragraphs.push(is.clone()),
                None => self.sections.push(Section { heading: None, paragraphs: vec![is.clone()] }),
            }
            return true;
        };
        let optional = std::iter::once(&mut self.caveat)
            .chain(self.sections.iter_mut().map(|section| &mut section.heading))
            .chain(self.pictures.iter_mut().map(|picture| picture.described().1));
        if let Some(text) = optional.into_iter().find(|text| text.as_ref() == Some(was)) {
            *text = is.cloned();
            return true;
        }
        for section in &mut self.sections {
            if let Some(at) = section.paragraphs.iter().position(|text| text == was) {
                match is {
                    Some(is) => section.paragraphs[at] = is.clone(),
                    None => drop(section.paragraphs.remove(at)),
                }
                return true;
            }
        }
        // What a picture shows is said in other words; it is never left unsaid.
        let shown = self.pictures.iter_mut().map(|picture| picture.described().0).find(|alt| *alt == was);
        match (shown, is) {
            (Some(alt), Some(is)) => alt.clone_from(is),
            _ => return false,
        }
        true
    }
}

/// The reports of an edition, oldest first: a file of its own, which only the pages that need it load.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkReports {
    /// The reports.
    pub reports: Vec<WorkSummary>,
}

/// A report in the list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkSummary {
    /// Id.
    pub id: String,
    /// What it is.
    pub kind: WorkKind,
    /// Whose it is.
    pub level: Level,
    /// Its day.
    pub dated: Date,
    /// Title.
    pub title: OriginalText,
    /// Who issued it.
    pub issuer: OriginalText,
    /// A [`WorkReport`].
    pub file: FileRef,
}

/// A report in the file of a park that it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkMention {
    /// Id.
    pub id: String,
    /// What it is.
    pub kind: WorkKind,
    /// Its day.
    pub dated: Date,
    /// Title.
    pub title: OriginalText,
}
