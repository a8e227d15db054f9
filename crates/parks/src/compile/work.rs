//! Reports of the work: their pictures and attachments under names made of their content, a file for each, and where
//! else they stand.

use assessment::Text;
use disclosure::correction::Notice;
use disclosure::integrity::sha256_hex;
use disclosure::model::{
    Attachment, FileRef, Mechanism, Park, Picture, WorkAct, WorkKind, WorkMention, WorkReport, WorkReports,
    WorkSummary,
};

use super::{Compiled, corrections};
use crate::work::{Media, WorkDraft};

/// What a kind of report is called, in pages without scripts, in the search and in feeds.
pub fn kind_name(kind: WorkKind) -> Text {
    let (zh, en) = match kind {
        WorkKind::Meeting => ("会议", "Meeting"),
        WorkKind::Supervision => ("督办", "Supervision"),
        WorkKind::Bulletin => ("调度通报", "Progress bulletin"),
        WorkKind::AnnualSummary => ("年度总结", "Annual summary"),
        WorkKind::Practice => ("典型经验", "Practice"),
    };
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

/// The reports with their files stored and their corrections beside them, oldest first. `None` where a file is not there, which the check says.
pub fn reports(
    drafts: &[WorkDraft],
    notices: &[Notice],
    stem: &str,
    compiled: &mut Compiled,
) -> Option<Vec<WorkReport>> {
    let mut reports = Vec::new();
    for draft in drafts {
        let mut stored = |what: &str, name: &str| {
            let media = draft.media.get(name)?;
            Some((compiled.add_media(&format!("{stem}-{what}"), media), media.size))
        };
        let pictures: Option<Vec<Picture>> = draft
            .report
            .value
            .pictures
            .iter()
            .map(|picture| {
                let (file, size) = stored("picture", &picture.file)?;
                Some(Picture {
                    file,
                    size: size?,
                    alt: picture.alt.clone(),
                    caption: picture.caption.clone(),
                })
            })
            .collect();
        let attachments: Option<Vec<Attachment>> = draft
            .report
            .value
            .attachments
            .iter()
            .map(|attachment| {
                let (file, _) = stored("attachment", &attachment.file)?;
                Some(Attachment { file, title: attachment.title.clone() })
            })
            .collect();
        let report = draft.report.value.clone().with_files(pictures?, attachments?);
        let amended = corrections::of_report(notices, &report.id);
        reports.push(WorkReport { amended, ..report });
    }
    reports.sort_by(|one, other| (one.dated, &one.id).cmp(&(other.dated, &other.id)));
    Some(reports)
}

/// The reports in the edition's index, each in a file of its own; `None` where there are none.
pub fn reference(reports: &[WorkReport], stem: &str, compiled: &mut Compiled) -> Option<FileRef> {
    if reports.is_empty() {
        return None;
    }
    let summary = |report: &WorkReport, compiled: &mut Compiled| WorkSummary {
        id: report.id.clone(),
        kind: report.kind,
        level: report.level,
        dated: report.dated,
        title: report.title.clone(),
        issuer: report.issuer.clone(),
        file: compiled.add(&format!("{stem}-{}", report.id), report),
    };
    let reports = reports.iter().map(|report| summary(report, compiled)).collect();
    Some(compiled.add(stem, &WorkReports { reports }))
}

/// Puts the reports into the parks that they concern.
pub fn into_parks(parks: &mut [Park], reports: &[WorkReport]) {
    for park in parks {
        let of_park = reports.iter().filter(|report| report.parks.contains(&park.id));
        park.work = of_park
            .map(|report| WorkMention {
                id: report.id.clone(),
                kind: report.kind,
                dated: report.dated,
                title: report.title.clone(),
            })
            .collect();
    }
}

/// The work on all parks with the reports among its acts, oldest first.
pub fn into_mechanism(mut mechanism: Mechanism, reports: &[WorkReport]) -> Mechanism {
    mechanism.acts.extend(reports.iter().map(|report| WorkAct {
        dated: report.dated,
        kind: report.kind,
        level: report.level,
        text: report.title.clone(),
        caveat: report.caveat.clone(),
        page: Some(report.id.clone()),
        clause: report.clause.clone(),
        source: report.source.clone(),
    }));
    mechanism.acts.sort_by_key(|act| act.dated);
    mechanism
}

impl Compiled {
    /// Stores a picture or an attachment as a file named by its content.
    fn add_media(&mut self, stem: &str, media: &Media) -> FileRef {
        let sha256 = sha256_hex(&media.bytes);
        let path = format!("{stem}-{}.{}", &sha256[..16], media.ending);
        self.files.insert(path.clone(), media.bytes.clone());
        FileRef { path, sha256, bytes: media.bytes.len() as u64 }
    }
}
