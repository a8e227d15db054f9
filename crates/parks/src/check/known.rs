//! What there is to refer to. A collection that could not be read in full is absent, and nothing is said
//! about references into it: they may be right.

use std::collections::{BTreeMap, BTreeSet};

use assessment::ladder::Stage;
use assessment::ruleset::Ruleset;
use assessment::stages::StageRow;
use disclosure::model::Document;

use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::Read;

/// Ids that all editions share, or that one edition sees: the shared ones with its own.
pub struct Known<'a> {
    /// Clause paths by document.
    pub documents: Option<BTreeMap<&'a str, BTreeSet<&'a str>>>,
    /// Leagues.
    pub leagues: Option<BTreeSet<&'a str>>,
    /// Departments.
    pub departments: Option<BTreeSet<&'a str>>,
    /// Indicators of the rulesets.
    pub indicators: Option<BTreeSet<&'a str>>,
    /// Industries.
    pub industries: Option<BTreeSet<&'a str>>,
    /// Stages of every ladder.
    pub stages: Option<BTreeSet<&'a str>>,
}

/// Ids of one edition.
pub struct KnownInEdition<'a> {
    /// Parks.
    pub parks: Option<BTreeSet<&'a str>>,
    /// Lists.
    pub lists: Option<BTreeSet<&'a str>>,
    /// Stages of the ladders that it names.
    stages: Option<Vec<&'a StageRow>>,
}

impl<'a> Known<'a> {
    /// Ids that all editions share.
    pub fn shared(draft: &'a Draft) -> Known<'a> {
        let documents = draft.documents.whole().map(|documents| documents.iter().collect());
        let rulesets = draft.rulesets.whole().map(|rulesets| rulesets.iter().collect());
        Known::new(draft, documents, rulesets)
    }

    /// Ids that an edition sees.
    pub fn by(draft: &'a Draft, edition: &'a EditionDraft) -> Known<'a> {
        let documents = EditionDraft::with_own(&draft.documents, &edition.documents);
        Known::new(draft, documents, edition.rulesets_of(draft))
    }

    fn new(
        draft: &'a Draft,
        documents: Option<Vec<&'a Read<Document>>>,
        rulesets: Option<Vec<&'a Read<Ruleset>>>,
    ) -> Known<'a> {
        let documents = documents.map(|documents| {
            let clauses = documents.into_iter().map(|document| {
                let paths = document.value.clauses.iter().map(|clause| clause.path.as_str());
                (document.value.id.as_str(), paths.collect())
            });
            clauses.collect()
        });
        let leagues = names(&draft.leagues).map(|file| &file.leagues);
        let departments = names(&draft.departments).map(|file| &file.departments);
        let industries = names(&draft.industries).map(|file| &file.industries);
        let ladders = draft.ladders.whole();
        Known {
            documents,
            leagues: leagues.map(|leagues| leagues.iter().map(|league| league.id.as_str()).collect()),
            departments: departments
                .map(|departments| departments.iter().map(|department| department.id.as_str()).collect()),
            industries: industries.map(|all| all.iter().map(|industry| industry.id.as_str()).collect()),
            stages: ladders.map(|ladders| {
                let rows = ladders.iter().flat_map(|read| &read.value.table.stages);
                rows.map(|row| row.id.as_str()).collect()
            }),
            indicators: rulesets.map(|sets| {
                sets.into_iter().flat_map(|set| &set.value.indicators).map(|each| each.id.as_str()).collect()
            }),
        }
    }
}

/// What a file holds, when everything that others refer to could be read.
pub fn names<T>(read: &Option<Read<T>>) -> Option<&T> {
    read.as_ref().filter(|read| read.file.names_hold()).map(|read| &read.value)
}

impl<'a> KnownInEdition<'a> {
    /// Collects the ids.
    pub fn new(draft: &'a Draft, edition: &'a EditionDraft) -> KnownInEdition<'a> {
        let parks = edition.parks.whole();
        let lists = edition.lists.whole();
        let ladders = edition.ladders_of(draft);
        KnownInEdition {
            stages: ladders.map(|all| all.into_iter().flat_map(|read| &read.value.table.stages).collect()),
            parks: parks.map(|parks| parks.iter().map(|park| park.value.id.as_str()).collect()),
            lists: lists.map(|lists| lists.iter().map(|list| list.head.value.id.as_str()).collect()),
        }
    }

    /// Ids of the stages; `None` when a ladder could not be read.
    pub fn stage_ids(&self) -> Option<BTreeSet<&str>> {
        Some(self.stages.as_ref()?.iter().map(|row| row.id.as_str()).collect())
    }

    /// What the ladders say of a stage; `None` for one that they do not know.
    pub fn stage(&self, stage: Stage) -> Option<&StageRow> {
        self.stages.as_ref()?.iter().find(|row| row.id == stage).copied()
    }
}
