//! From the data as people edit it to the files that readers load: immutable ones named by their
//! content, and the catalogue. Deterministic: the same data give the same bytes.

use std::collections::BTreeMap;

use assessment::Date;
use disclosure::integrity::sha256_hex;
use disclosure::model::{
    Background, CATALOGUE_FORMAT, Catalogue, Document, EDITION_FORMAT, Edition, EditionRef, FileRef, List,
    ListSummary, Park, ParkSummary, Plan, Rulebook,
};
use serde::Serialize;

use crate::draft::{Draft, EditionDraft, ListDraft};
use crate::tomlfile::Read;

mod latest;
mod map;
mod names;
pub mod pages;
mod projection;
mod search_index;
mod topology;

/// Id of the document that is the plan.
const PLAN: &str = "plan";

/// The compiled data.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Immutable files by path below the data folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `catalog.json`, the one file that changes in place.
    pub catalogue: Vec<u8>,
    /// The addresses of the portal, of its default edition.
    pub pages: Vec<pages::Page>,
}

impl Compiled {
    /// Stores a value as a file named by its content.
    fn add(&mut self, stem: &str, value: &impl Serialize) -> FileRef {
        let bytes = json(value);
        let sha256 = sha256_hex(&bytes);
        let path = format!("{stem}-{}.json", &sha256[..16]);
        let file = FileRef { path: path.clone(), sha256, bytes: bytes.len() as u64 };
        self.files.insert(path, bytes);
        file
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("the model has string keys and finite numbers only")
}

/// Compiles the data. `None` when a part of it could not be read; the check says which.
pub fn compile(draft: &Draft) -> Option<Compiled> {
    let mut compiled = Compiled::default();
    let shared = Shared::new(draft, &mut compiled)?;
    let mut editions = Vec::new();
    for edition in &draft.editions {
        let is_default = edition.folder == draft.catalogue.as_ref()?.value.default_edition;
        editions.push(shared.edition(edition, is_default, &mut compiled)?);
    }
    let catalogue = Catalogue {
        format: CATALOGUE_FORMAT.to_owned(),
        default_edition: draft.catalogue.as_ref()?.value.default_edition.clone(),
        editions,
        map: shared.map,
    };
    compiled.catalogue = json(&catalogue);
    Some(compiled)
}

fn values<T: Clone>(files: &[Read<T>]) -> Vec<T> {
    files.iter().map(|file| file.value.clone()).collect()
}

/// What all editions share.
struct Shared<'a> {
    draft: &'a Draft,
    projection: projection::Projection,
    all_documents: Vec<Document>,
    map: FileRef,
    documents: FileRef,
    rulebook: FileRef,
    glossary: FileRef,
}

impl<'a> Shared<'a> {
    fn new(draft: &'a Draft, compiled: &mut Compiled) -> Option<Shared<'a>> {
        let outlines = draft.outlines.as_ref()?;
        let projection = map::projection(outlines);
        let leagues = &draft.leagues.as_ref()?.value.leagues;
        let attribution = &draft.attribution.as_ref()?.value.attribution;
        let map = map::draw(leagues, outlines, &projection, attribution);
        let all_documents = values(draft.documents.as_ref()?);
        let rulebook = Rulebook {
            rulesets: values(draft.rulesets.as_ref()?),
            factor_sets: values(draft.factor_sets.as_ref()?),
        };
        Some(Shared {
            draft,
            projection,
            map: compiled.add("map", &map),
            documents: compiled.add("documents", &all_documents),
            rulebook: compiled.add("rulebook", &rulebook),
            glossary: compiled.add("glossary", &draft.glossary.as_ref()?.value.terms),
            all_documents,
        })
    }

    fn edition(
        &self,
        edition: &EditionDraft,
        is_default: bool,
        compiled: &mut Compiled,
    ) -> Option<EditionRef> {
        let head = &edition.head.as_ref()?.value;
        let stem = |name: &str| format!("{}/{name}", edition.folder);
        let leagues = &self.draft.leagues.as_ref()?.value.leagues;
        let terms = &self.draft.glossary.as_ref()?.value.terms;
        let parks = values(edition.parks.as_ref()?);
        let lists: Vec<List> = edition.lists.as_ref()?.iter().map(list).collect();
        let sources = search_index::Sources {
            leagues,
            parks: &parks,
            lists: &lists,
            documents: &self.all_documents,
            terms,
        };
        let background = Background {
            registers: edition.registers.as_ref()?.value.registers.clone(),
            earlier_parks: edition.history.as_ref()?.value.earlier_parks.clone(),
        };
        let index = Edition {
            format: EDITION_FORMAT.to_owned(),
            id: head.id.clone(),
            title: head.title.clone(),
            demonstration: head.demonstration,
            as_of: head.as_of,
            site: self.draft.site.as_ref()?.value.site(),
            leagues: leagues.clone(),
            parks: parks.iter().map(|park| self.park(park, head.as_of, &stem("park"), compiled)).collect(),
            lists: lists.iter().map(|list| list_summary(list, &stem("list"), compiled)).collect(),
            milestones: edition.milestones.as_ref()?.value.milestones.clone(),
            not_published: edition.not_published.as_ref()?.value.not_published.clone(),
            latest: latest::latest(&self.all_documents, &lists, &parks, head.as_of),
            documents: self.documents.clone(),
            rulebook: self.rulebook.clone(),
            plan: compiled.add(&stem("plan"), &self.plan(edition)?),
            background: compiled.add(&stem("background"), &background),
            glossary: self.glossary.clone(),
            search: compiled.add(&stem("search"), &search_index::index(&sources)),
        };
        if is_default {
            let rulesets = values(self.draft.rulesets.as_ref()?);
            compiled.pages = pages::pages(&index, &parks, &lists, terms, &rulesets);
        }
        let index_file = compiled.add(&stem("index"), &index);
        let Edition { id, title, demonstration, .. } = index;
        Some(EditionRef { id, title, demonstration, index: index_file })
    }

    fn plan(&self, edition: &EditionDraft) -> Option<Plan> {
        let rules = &self.draft.league_rules.as_ref()?.value;
        Some(Plan {
            document: PLAN.to_owned(),
            milestones: edition.milestones.as_ref()?.value.milestones.clone(),
            deliverables: edition.deliverables.as_ref()?.value.deliverables.clone(),
            tasks: self.draft.tasks.as_ref()?.value.tasks.clone(),
            departments: self.draft.departments.as_ref()?.value.departments.clone(),
            league_duties: rules.league_duties.clone(),
            quotas: rules.quotas.clone(),
        })
    }

    fn park(&self, park: &Park, as_of: Date, stem: &str, compiled: &mut Compiled) -> ParkSummary {
        // Events stand oldest first: the last one up to the edition's day tells the stage.
        let act = park.events.iter().rfind(|event| event.dated <= as_of);
        ParkSummary {
            id: park.id.clone(),
            name: park.name.clone(),
            short: park.short.clone(),
            league: park.league.clone(),
            at: park.place.as_ref().map(|place| self.projection.place(place.point)),
            stage: act.map(|event| event.stage),
            since: act.map(|event| event.dated),
            construction: park.construction.as_ref().map(|years| [years.from, years.to]),
            file: compiled.add(&format!("{stem}-{}", park.id), park),
        }
    }
}

fn list(draft: &ListDraft) -> List {
    let head = draft.head.value.clone();
    List {
        id: head.id,
        title: head.title,
        meaning: head.meaning,
        level: head.level,
        stage: head.stage,
        document: head.document,
        published: head.published,
        mark: head.mark,
        checked_on: head.checked_on,
        entries: draft.entries.iter().map(|(_, entry)| entry.clone()).collect(),
    }
}

fn list_summary(list: &List, stem: &str, compiled: &mut Compiled) -> ListSummary {
    ListSummary {
        id: list.id.clone(),
        title: list.title.clone(),
        level: list.level,
        published: list.published,
        entries: list.entries.len() as u16,
        in_region: list.entries.iter().filter(|entry| entry.park.is_some()).count() as u16,
        file: compiled.add(&format!("{stem}-{}", list.id), list),
    }
}
