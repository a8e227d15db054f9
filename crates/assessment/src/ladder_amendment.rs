//! A later edition of the ladder, written as what it changes in an earlier one.
//!
//! Stages, conventions and the transitions that go on as they were are said once, in the edition that is amended. The
//! editions are made whole where the rules are compiled; engine and portal know whole ladders only.

use serde::{Deserialize, Serialize};

use crate::fact::{Date, Mark, Problem, Text};
use crate::ladder::{Ladder, NotModelled, Transition};

/// What a later edition changes in the ladder that it amends. Stages, groups and the convention of lagging stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderAmendment {
    /// Stable id of the edition that it makes.
    pub id: String,
    /// Id of the ladder that it amends.
    pub amends: String,
    /// Title of the edition.
    pub title: Text,
    /// Id of the document that the change rests on.
    pub document: String,
    /// How sure the change is. What goes on as it was keeps its own mark.
    pub mark: Mark,
    /// First day in force.
    pub in_force_from: Date,
    /// Last day in force; absent while it is in force without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Day on which the change was published.
    pub published_on: Date,
    /// Day on which its end was published; with `in_force_to`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_published_on: Option<Date>,
    /// Day on which it was last compared with its sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// Ids of the transitions that fall, or in whose place others stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// Transitions that are new.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// What the clauses of the change say and the table leaves out, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_modelled: Vec<NotModelled>,
}

/// A ladder as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LadderFile {
    /// With its stages and all its transitions.
    Whole(Ladder),
    /// As what it changes in another.
    Amendment(LadderAmendment),
}

impl LadderFile {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            LadderFile::Whole(ladder) => &ladder.id,
            LadderFile::Amendment(amendment) => &amendment.id,
        }
    }
}

impl LadderAmendment {
    /// The whole edition: the transitions that go on, each with the mark that it had, then the new ones.
    pub fn applied_to(&self, amended: &Ladder) -> Ladder {
        let marked = |transition: &Transition, mark| Transition {
            mark: transition.mark.or(Some(mark)),
            ..transition.clone()
        };
        let kept = amended.transitions.iter().filter(|transition| !self.replaces.contains(&transition.id));
        let kept = kept.map(|transition| marked(transition, amended.mark));
        let new = self.transitions.iter().map(|transition| marked(transition, self.mark));
        Ladder {
            id: self.id.clone(),
            amends: Some(self.amends.clone()),
            title: self.title.clone(),
            document: self.document.clone(),
            mark: self.mark,
            in_force_from: self.in_force_from,
            in_force_to: self.in_force_to,
            published_on: self.published_on,
            end_published_on: self.end_published_on,
            checked_on: self.checked_on,
            lag: amended.lag.clone(),
            table: amended.table.clone(),
            transitions: kept.chain(new).collect(),
            not_modelled: amended.not_modelled.iter().chain(&self.not_modelled).cloned().collect(),
        }
    }

    /// What is half done in it, beside what [`Ladder::check`] says of the whole edition.
    fn check(&self, amended: &Ladder) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (i, id) in self.replaces.iter().enumerate() {
            if !amended.transitions.iter().any(|transition| transition.id == *id) {
                let expected = format!("the id of a transition of {}", amended.id);
                problems.push(Problem::new(format!("replaces[{i}]"), expected, id));
            }
        }
        if self.replaces.is_empty() && self.transitions.is_empty() {
            let expected = "at least one transition that it adds or replaces";
            problems.push(Problem::new("transitions", expected, "none"));
        }
        if self.in_force_from <= amended.in_force_from {
            let expected = format!("a day after that of {}, {}", amended.id, amended.in_force_from);
            problems.push(Problem::new("in_force_from", expected, self.in_force_from.to_string()));
        }
        problems
    }
}

/// The ladder with an id, made whole from the files that there are.
///
/// # Errors
/// What keeps it from being whole: it amends a ladder that does not exist, itself by a detour, or transitions that
/// the amended one does not have.
pub fn whole(files: &[LadderFile], id: &str) -> Result<Ladder, Vec<Problem>> {
    let mut amendments: Vec<&LadderAmendment> = Vec::new();
    let mut asked = id;
    let ladder = loop {
        match files.iter().find(|file| file.id() == asked) {
            Some(LadderFile::Whole(ladder)) => break ladder,
            Some(LadderFile::Amendment(amendment)) if amendments.iter().all(|each| each.id != asked) => {
                amendments.push(amendment);
                asked = &amendment.amends;
            }
            Some(LadderFile::Amendment(_)) => {
                let around: Vec<&str> = amendments.iter().map(|each| each.id.as_str()).collect();
                let found = format!("a circle: {}, {asked}", around.join(", "));
                return Err(vec![Problem::new("amends", "a ladder that in the end is written whole", found)]);
            }
            None => return Err(vec![Problem::new("amends", "the id of a ladder", asked)]),
        }
    };
    amendments.iter().rev().try_fold(ladder.clone(), |ladder, amendment| {
        let problems = amendment.check(&ladder);
        match problems.is_empty() {
            true => Ok(amendment.applied_to(&ladder)),
            // What is wrong with another is told of the other.
            false if amendment.id != id => {
                let found = format!("{}, which cannot be made whole", amendment.id);
                Err(vec![Problem::new("amends", "a ladder without such mistakes", found)])
            }
            false => Err(problems),
        }
    })
}
