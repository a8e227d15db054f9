//! What was published last.

use std::cmp::Reverse;

use assessment::{Date, Text};
use disclosure::correction::Notice;
use disclosure::model::{Document, List, Park, Publication, Subject, WorkReport};
use disclosure::round::Round;

/// What an edition publishes.
pub struct Published<'a> {
    /// Documents.
    pub documents: &'a [Document],
    /// Lists.
    pub lists: &'a [List],
    /// Parks.
    pub parks: &'a [Park],
    /// Rounds.
    pub rounds: &'a [Round],
    /// Corrections.
    pub notices: &'a [Notice],
    /// Reports of the work.
    pub reports: &'a [WorkReport],
}

/// Publications up to a day, newest first: lists, documents that no list stands for, rounds, corrections, reports of
/// the work, statements about parks, and official acts that no list names.
pub fn latest(published: &Published<'_>, as_of: Date) -> Vec<Publication> {
    let Published { documents, lists, parks, rounds, notices, reports } = published;
    let mut publications: Vec<Publication> = Vec::new();
    for round in *rounds {
        let marks = round.parks.iter().filter_map(|snapshot| Some(snapshot.source.as_ref()?.mark));
        // A round is as sure as the least sure of its sources.
        if let Some(mark) = marks.max() {
            let subject = Subject::Round(round.id.clone());
            publications.push(Publication { dated: round.dated, text: round.title.clone(), subject, mark });
        }
    }
    for notice in *notices {
        publications.push(Publication {
            dated: notice.dated,
            text: notice.reason.clone(),
            subject: Subject::Correction(notice.id.clone()),
            mark: notice.source.mark,
        });
    }
    for report in *reports {
        publications.push(Publication {
            dated: report.dated,
            text: report.title.in_both(),
            subject: Subject::Work(report.id.clone()),
            mark: report.source.mark,
        });
    }
    for list in *lists {
        let subject = Subject::List(list.id.clone());
        publications.push(Publication {
            dated: list.published,
            text: list.title.clone(),
            subject,
            mark: list.mark,
        });
    }
    for document in documents.iter().filter(|document| lists.iter().all(|list| list.document != document.id))
    {
        if let Some(dated) = document.published.or(document.dated) {
            let subject = Subject::Document(document.id.clone());
            let (text, mark) = (document.title.clone(), document.mark);
            publications.push(Publication { dated, text, subject, mark });
        }
    }
    for park in *parks {
        let subject = Subject::Park(park.id.clone());
        let of_park = |text: Text| Text {
            zh: format!("{}：{}", park.short.zh, text.zh),
            en: format!("{}: {}", park.short.en, text.en),
        };
        let statements =
            park.statements.iter().map(|said| (said.dated, said.text.in_both(), said.source.mark));
        let acts = park.events.iter().filter(|event| event.list.is_none());
        let acts = acts.map(|event| (event.dated, event.text.in_both(), event.source.mark));
        for (dated, text, mark) in statements.chain(acts) {
            publications.push(Publication { dated, text: of_park(text), subject: subject.clone(), mark });
        }
    }
    publications.retain(|publication| publication.dated <= as_of);
    publications.sort_by_key(|publication| Reverse(publication.dated));
    publications
}
