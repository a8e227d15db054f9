//! From the data as people edit it to the files that readers load: immutable ones named by their
//! content, and the catalogue. Deterministic: the same data give the same bytes.

use std::collections::BTreeMap;

use assessment::Date;
use assessment::ladder::{Ladder, StageTable};
use disclosure::as_of;
use disclosure::correction::{AmendedAct, Notice};
use disclosure::integrity::{sealed, sha256_hex};
use disclosure::model::{
    Act, Background, CATALOGUE_FORMAT, Catalogue, Commitment, Document, EDITION_FORMAT, Edition, EditionRef,
    FileRef, LATEST, LadderStages, List, ListSummary, Park, ParkSummary, Plan, Quotas, Rulebook, Term,
    stages_on,
};
use disclosure::round::{Round, RoundSummary};
use serde::Serialize;
use serde::de::DeserializeOwned;
use static_site::Page;

use crate::draft::{CatalogueFile, Draft, EditionDraft, ListDraft};
use crate::listed;
use crate::tomlfile::Read;

mod corrections;
pub mod feeds;
mod latest;
mod map;
pub(crate) mod names;
pub mod pages;
mod projection;
mod search_index;
mod topology;
mod work;

/// Id of the document that is the plan.
const PLAN: &str = "plan";

/// The compiled data.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Immutable files by path below the data folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `catalog.json`, the one file that changes in place.
    pub catalogue: Vec<u8>,
    /// The addresses of the portal: those of its default edition, then what other editions have beyond them.
    pub pages: Vec<Page>,
    /// The feeds: those of the default edition first.
    pub feeds: Vec<feeds::Feed>,
}

impl Compiled {
    /// The catalogue.
    ///
    /// # Panics
    /// Never: it was written by [`compile`].
    pub fn catalogue(&self) -> Catalogue {
        serde_json::from_slice(&self.catalogue).expect("the catalogue is written by the compiler")
    }

    /// Puts a catalogue in the place of the one that was compiled.
    pub fn set_catalogue(&mut self, catalogue: &Catalogue) {
        self.catalogue = sealed(catalogue);
    }

    /// A compiled file, read back.
    ///
    /// # Panics
    /// When it is none of the compiled files, or of another type.
    pub fn read<T: DeserializeOwned>(&self, file: &FileRef) -> T {
        serde_json::from_slice(&self.files[&file.path]).expect("a compiled file is of its type")
    }

    /// Stores a value as a file named by its content.
    pub fn add(&mut self, stem: &str, value: &impl Serialize) -> FileRef {
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

/// Compiles the data on a day. `None` when a part of it could not be read; the check says which.
pub fn compile(draft: &Draft, built_on: Date) -> Option<Compiled> {
    let mut compiled = Compiled::default();
    let shared = Shared::new(draft, &mut compiled)?;
    let mut editions = Vec::new();
    let CatalogueFile { default_edition: default, leave_out } = &draft.catalogue.as_ref()?.value;
    let shown: Vec<_> =
        draft.editions.iter().filter(|edition| !leave_out.contains(&edition.folder)).collect();
    // The default edition's pages come first: an address without an edition is its.
    let (first, rest): (Vec<_>, Vec<_>) = shown.into_iter().partition(|edition| edition.folder == *default);
    for edition in first.into_iter().chain(rest) {
        editions.push(shared.edition(edition, &mut compiled)?);
    }
    let catalogue = Catalogue {
        format: CATALOGUE_FORMAT.to_owned(),
        default_edition: default.clone(),
        built_on: Some(built_on),
        editions,
        map: shared.map,
        versions: None,
        seal: None,
    };
    compiled.set_catalogue(&catalogue);
    Some(compiled)
}

fn values<T: Clone>(files: &[Read<T>]) -> Vec<T> {
    files.iter().map(value).collect()
}

fn value<T: Clone>(file: &Read<T>) -> T {
    file.value.clone()
}

/// The rules that an edition names, in its order. `None` when a part of them could not
/// be read.
pub fn rulebook(draft: &Draft, edition: &EditionDraft) -> Option<Rulebook> {
    Some(Rulebook {
        rulesets: edition.rulesets_of(draft)?.into_iter().map(value).collect(),
        factor_sets: edition.factor_sets_of(draft)?.into_iter().map(value).collect(),
        ladders: edition.ladders_of(draft)?.into_iter().map(value).collect(),
        scorings: edition.scorings_of(draft)?.into_iter().map(value).collect(),
    })
}

/// The terms, each with the day from which there is the clause that it cites.
fn terms(draft: &Draft) -> Option<Vec<Term>> {
    let documents = draft.documents.whole()?;
    let known_from = |clause: &String| {
        let id = clause.split('/').next()?;
        documents.iter().find(|read| read.value.id == id)?.value.known_from()
    };
    let terms = draft.glossary.as_ref()?.value.terms.iter();
    let dated =
        terms.map(|term| Term { known_from: term.clause.as_ref().and_then(known_from), ..term.clone() });
    Some(dated.collect())
}

/// What the edition's ladders say of stages, oldest first. One that says what the one before it says, because it
/// amends transitions alone, says nothing anew.
fn stages(rulebook: &Rulebook) -> Vec<LadderStages> {
    let of = |ladder: &Ladder| LadderStages {
        ladder: ladder.id.clone(),
        in_force_from: ladder.in_force_from,
        published_on: Some(ladder.published_on),
        table: ladder.table.clone(),
    };
    let mut stages: Vec<_> = rulebook.ladders.iter().map(of).collect();
    stages.sort_by_key(|each| each.in_force_from);
    stages.dedup_by(|later, earlier| later.table == earlier.table);
    stages
}

fn round_summary(round: &Round, stem: &str, compiled: &mut Compiled) -> RoundSummary {
    RoundSummary {
        id: round.id.clone(),
        title: round.title.clone(),
        dated: round.dated,
        year: round.year,
        file: compiled.add(&format!("{stem}-{}", round.id), round),
    }
}

/// What all editions share.
struct Shared<'a> {
    draft: &'a Draft,
    projection: projection::Projection,
    map: FileRef,
    glossary: FileRef,
    quotas: FileRef,
}

impl<'a> Shared<'a> {
    fn new(draft: &'a Draft, compiled: &mut Compiled) -> Option<Shared<'a>> {
        let outlines = draft.outlines.as_ref()?;
        let projection = map::projection(outlines);
        let leagues = &draft.leagues.as_ref()?.value.leagues;
        let attribution = &draft.attribution.as_ref()?.value.attribution;
        let map = map::draw(leagues, outlines, &projection, attribution);
        Some(Shared {
            draft,
            projection,
            map: compiled.add("map", &map),
            glossary: compiled.add("glossary", &terms(draft)?),
            quotas: compiled.add("quotas", &Quotas { standards: values(draft.quotas.whole()?) }),
        })
    }

    fn edition(&self, edition: &EditionDraft, compiled: &mut Compiled) -> Option<EditionRef> {
        let head = &edition.head.as_ref()?.value;
        let stem = |name: &str| format!("{}/{name}", edition.folder);
        let leagues = &self.draft.leagues.as_ref()?.value.leagues;
        let terms = &terms(self.draft)?;
        let documents: Vec<Document> = EditionDraft::with_own(&self.draft.documents, &edition.documents)?
            .into_iter()
            .map(value)
            .collect();
        let rulebook = rulebook(self.draft, edition)?;
        let notices: Vec<Notice> = values(edition.corrections.whole()?);
        let mut rounds = values(edition.rounds.whole()?);
        corrections::into_rounds(&mut rounds, &notices);
        let edited = edition.lists.whole()?;
        let mut lists: Vec<List> = edited.iter().map(list).collect();
        corrections::into_lists(&mut lists, &notices);
        let mut parks = values(edition.parks.whole()?);
        corrections::into_parks(&mut parks, &notices);
        let reports = work::reports(edition.work.whole()?, &notices, &stem("work"), compiled)?;
        work::into_parks(&mut parks, &reports);
        for park in &mut parks {
            park.rounds = corrections::course_of(&park.id, &rounds);
            park.listed_otherwise = listed::otherwise(park, &lists);
            park.amended_acts.extend(listed::amended(park, edited, &notices));
            park.amended_acts.sort_by_key(|change| change.by.dated);
            park.events = listed::acts(park, edited);
        }
        let sources = search_index::Sources {
            leagues,
            parks: &parks,
            lists: &lists,
            reports: &reports,
            documents: &documents,
            terms,
        };
        let background = Background {
            registers: edition.registers.as_ref()?.value.registers.clone(),
            earlier_parks: edition.history.as_ref()?.value.earlier_parks.clone(),
            mechanism: Some(work::into_mechanism(edition.mechanism.as_ref()?.value.clone(), &reports)),
        };
        let published = latest::Published {
            documents: &documents,
            lists: &lists,
            parks: &parks,
            rounds: &rounds,
            notices: &notices,
            reports: &reports,
        };
        let stages = stages(&rulebook);
        let table = stages_on(&stages, head.as_of);
        let publications = latest::latest(&published, head.as_of);
        let index = Edition {
            format: EDITION_FORMAT.to_owned(),
            id: head.id.clone(),
            title: head.title.clone(),
            demonstration: head.demonstration,
            as_of: head.as_of,
            site: self.draft.site.as_ref()?.value.site(),
            leagues: leagues.clone(),
            stages: stages.clone(),
            industries: self.draft.industries.as_ref()?.value.industries.clone(),
            parks: parks
                .iter()
                .map(|park| self.park(park, table, head.as_of, &stem("park"), compiled))
                .collect(),
            lists: lists.iter().map(|list| list_summary(list, &stem("list"), compiled)).collect(),
            rounds: rounds.iter().map(|round| round_summary(round, &stem("round"), compiled)).collect(),
            corrections: corrections::reference(&notices, &rounds, |all| {
                compiled.add(&stem("corrections"), all)
            }),
            work: work::reference(&reports, &stem("work"), compiled),
            milestones: edition.milestones.as_ref()?.value.milestones.clone(),
            not_published: edition.not_published.as_ref()?.value.not_published.clone(),
            latest: publications.iter().take(LATEST).cloned().collect(),
            publications: (publications.len() > LATEST)
                .then(|| compiled.add(&stem("publications"), &publications)),
            documents: compiled.add("documents", &documents),
            rulebook: compiled.add("rulebook", &rulebook),
            plan: compiled.add(&stem("plan"), &self.plan(edition)?),
            background: compiled.add(&stem("background"), &background),
            glossary: self.glossary.clone(),
            quotas: Some(self.quotas.clone()),
            search: compiled.add(&stem("search"), &search_index::index(&sources)),
        };
        let own = pages::pages(&index, &parks, &lists, &reports);
        compiled.feeds.extend(feeds::feeds(&index, &publications, compiled.pages.is_empty()));
        if compiled.pages.is_empty() {
            compiled.pages = own;
        } else {
            pages::add(&mut compiled.pages, &index.id, own);
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

    fn park(
        &self,
        park: &Park,
        table: &StageTable,
        day: Date,
        stem: &str,
        compiled: &mut Compiled,
    ) -> ParkSummary {
        let events: Vec<Act> = park.events.iter().map(Act::from).collect();
        let amended: Vec<AmendedAct> = park.amended_acts.iter().map(AmendedAct::from).collect();
        let official = as_of::standing(&events, table, day);
        let committed = park.committed.iter().map(|each| Commitment {
            indicator: each.indicator.clone(),
            year: each.year,
            target: each.target,
        });
        ParkSummary {
            id: park.id.clone(),
            name: park.name.clone(),
            short: park.short.clone(),
            league: park.league.clone(),
            at: park.place.as_ref().map(|place| self.projection.place(place.point)),
            stage: official.map(|official| official.stage),
            since: official.map(|official| official.since),
            events,
            amended,
            industries: park.industries.clone(),
            scope: park.scope,
            committed: committed.collect(),
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
        amended: Vec::new(),
    }
}

fn list_summary(list: &List, stem: &str, compiled: &mut Compiled) -> ListSummary {
    let (entries, in_region) = corrections::size(list);
    ListSummary {
        id: list.id.clone(),
        title: list.title.clone(),
        level: list.level,
        stage: list.stage,
        published: list.published,
        entries,
        in_region,
        amended: corrections::counts(list),
        file: compiled.add(&format!("{stem}-{}", list.id), list),
    }
}
