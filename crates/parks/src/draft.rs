//! The data as read: typed file by file, before anything is known to fit together.

use assessment::factors::FactorSet;
use assessment::ladder::Ladder;
use assessment::ruleset::{Level, Ruleset};
use assessment::scoring::Scoring;
use assessment::{Date, Mark, Text};
use disclosure::correction::Notice;
use disclosure::model::{
    Deliverable, Department, Document, EarlierPark, Industry, League, LeagueDuty, Mechanism, Milestone,
    NotPublished, Park, Quota, QuotaStandard, Register, Stage, Task, Term,
};
use disclosure::round::Round;
use serde::Deserialize;

use crate::entries::Entries;
use crate::finding::Finding;
use crate::outlines::Outlines;
use crate::site::SiteFile;
use crate::tomlfile::{Read, TomlFile};
use crate::work::WorkDraft;

mod reader;

pub use self::reader::read;

macro_rules! file {
    ($(#[$doc:meta])* $name:ident { $field:ident: $type:ty }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            #[doc = "What the file lists."]
            #[serde(default)]
            pub $field: $type,
        }
    };
}

file!(/** `leagues.toml`. */ LeaguesFile { leagues: Vec<League> });
file!(/** `industries.toml`. */ IndustriesFile { industries: Vec<Industry> });
file!(/** `glossary.toml`. */ GlossaryFile { terms: Vec<Term> });
file!(/** `plan/tasks.toml`. */ TasksFile { tasks: Vec<Task> });
file!(/** `plan/departments.toml`. */ DepartmentsFile { departments: Vec<Department> });
file!(/** `milestones.toml` of an edition. */ MilestonesFile { milestones: Vec<Milestone> });
file!(/** `deliverables.toml` of an edition. */ DeliverablesFile { deliverables: Vec<Deliverable> });
file!(/** `registers.toml` of an edition. */ RegistersFile { registers: Vec<Register> });
file!(/** `history.toml` of an edition. */ HistoryFile { earlier_parks: Vec<EarlierPark> });
file!(/** `not-published.toml` of an edition. */ NotPublishedFile { not_published: Vec<NotPublished> });

/// `catalogue.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    /// Id of the edition that opens when none is asked for.
    pub default_edition: String,
    /// Ids of editions that are not built: a deployment that shows no invented parks leaves the demonstration out.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// `outlines/outlines.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlinesFile {
    /// Where the outlines come from.
    pub attribution: Text,
}

/// `plan/leagues.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueRulesFile {
    /// What the leagues do.
    pub league_duties: Vec<LeagueDuty>,
    /// How many parks each may recommend.
    pub quotas: Vec<Quota>,
}

/// `edition.toml` of an edition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    /// Id, the name of its folder.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Whether its parks and figures are invented.
    pub demonstration: bool,
    /// Day of its facts.
    pub as_of: Date,
    /// Seed of `parks demo`, where the parks are made by it; the check makes them again.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Ids of its rulesets, shared ones and its own.
    pub rulesets: Vec<String>,
    /// Ids of its factor sets; the first of them in force applies where an assessment names none.
    pub factor_sets: Vec<String>,
    /// Ids of its upgrade ladders.
    pub ladders: Vec<String>,
    /// Ids of its scorings, shared ones and its own.
    pub scorings: Vec<String>,
}

/// The head of a list; its entries stand in the CSV beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListFile {
    /// Id, the name of both files.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What being on it means.
    pub meaning: Text,
    /// Level.
    pub level: Level,
    /// Stage of its entries.
    pub stage: Stage,
    /// Id of the document.
    pub document: String,
    /// Day of publication.
    pub published: Date,
    /// What the act is that puts a park on it; absent, it says that the park was placed on the list.
    #[serde(default)]
    pub act: Option<Text>,
    /// Clause that provides for such a list.
    #[serde(default)]
    pub clause: Option<String>,
    /// It repeats earlier lists: to stand on it again is no act, and moves no park.
    #[serde(default)]
    pub restates: bool,
    /// How sure it is.
    pub mark: Mark,
    /// Day of the last comparison with its source; absent where it is invented.
    #[serde(default)]
    pub checked_on: Option<Date>,
}

/// The files of a folder: those that could be read, and whether these are all.
#[derive(Clone, Debug)]
pub struct Folder<T> {
    read: Vec<T>,
    is_whole: bool,
}

impl<T> Folder<T> {
    /// Of what was read of each file.
    fn of(read: Vec<Option<T>>, names_hold: impl Fn(&T) -> bool) -> Folder<T> {
        let is_whole = read.iter().all(|read| read.as_ref().is_some_and(&names_hold));
        Folder { read: read.into_iter().flatten().collect(), is_whole }
    }

    /// Those that could be read.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.read.iter()
    }

    /// Those that could be read, in a slice.
    pub fn read(&self) -> &[T] {
        &self.read
    }

    /// All of them; `None` when one could not be read, or not what others refer to it by: then nothing can be said
    /// of what they do not hold.
    pub fn whole(&self) -> Option<&[T]> {
        self.is_whole.then_some(&self.read)
    }
}

/// The data folder.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which edition is the default.
    pub catalogue: Option<Read<CatalogueFile>>,
    /// Who runs the portal.
    pub site: Option<Read<SiteFile>>,
    /// Leagues.
    pub leagues: Option<Read<LeaguesFile>>,
    /// Industries that parks and rules name.
    pub industries: Option<Read<IndustriesFile>>,
    /// Attribution of the outlines.
    pub attribution: Option<Read<OutlinesFile>>,
    /// Outlines.
    pub outlines: Option<Outlines>,
    /// Documents.
    pub documents: Folder<Read<Document>>,
    /// Rulesets.
    pub rulesets: Folder<Read<Ruleset>>,
    /// Factor sets.
    pub factor_sets: Folder<Read<FactorSet>>,
    /// Tasks.
    pub tasks: Option<Read<TasksFile>>,
    /// Departments.
    pub departments: Option<Read<DepartmentsFile>>,
    /// Duties and quotas of the leagues.
    pub league_rules: Option<Read<LeagueRulesFile>>,
    /// Energy quotas, a standard each.
    pub quotas: Folder<Read<QuotaStandard>>,
    /// Glossary.
    pub glossary: Option<Read<GlossaryFile>>,
    /// Tables of the dynamic upgrading, each whole.
    pub ladders: Folder<Read<Ladder>>,
    /// Methods of the portal's index.
    pub scorings: Folder<Read<Scoring>>,
    /// Editions, in the order of their ids.
    pub editions: Vec<EditionDraft>,
}

/// An edition's folder.
#[derive(Clone, Debug)]
pub struct EditionDraft {
    /// Name of the folder.
    pub folder: String,
    /// Head.
    pub head: Option<Read<EditionFile>>,
    /// Documents of its own.
    pub documents: Folder<Read<Document>>,
    /// Rulesets of its own.
    pub rulesets: Folder<Read<Ruleset>>,
    /// Scorings of its own.
    pub scorings: Folder<Read<Scoring>>,
    /// Rounds, in the order of their ids, which is the order of their days.
    pub rounds: Folder<Read<Round>>,
    /// Corrections, in the order of their ids, which is the order of their days.
    pub corrections: Folder<Read<Notice>>,
    /// Reports of the work.
    pub work: Folder<WorkDraft>,
    /// Parks.
    pub parks: Folder<Read<Park>>,
    /// Lists.
    pub lists: Folder<ListDraft>,
    /// Main objectives.
    pub milestones: Option<Read<MilestonesFile>>,
    /// Deliverables.
    pub deliverables: Option<Read<DeliverablesFile>>,
    /// Registers.
    pub registers: Option<Read<RegistersFile>>,
    /// History.
    pub history: Option<Read<HistoryFile>>,
    /// The work on all parks together.
    pub mechanism: Option<Read<Mechanism>>,
    /// What is not published.
    pub not_published: Option<Read<NotPublishedFile>>,
}

/// A list: its head and its entries.
#[derive(Clone, Debug)]
pub struct ListDraft {
    /// Head.
    pub head: Read<ListFile>,
    /// Path of the CSV.
    pub csv: String,
    /// Entries, each with its line.
    pub entries: Entries,
}

fn one<T>(read: &Option<Read<T>>) -> impl Iterator<Item = &TomlFile> {
    read.iter().map(|read| &read.file)
}

fn many<T>(folder: &Folder<Read<T>>) -> impl Iterator<Item = &TomlFile> {
    folder.iter().map(|read| &read.file)
}

impl Draft {
    /// Whether a finding is about something that could not be read, which was told already.
    pub fn doubts(&self, finding: &Finding) -> bool {
        let lists = self.editions.iter().flat_map(|edition| edition.lists.iter());
        let in_entries = lists
            .filter(|list| list.csv == finding.file)
            .any(|list| list.entries.doubt(finding.line, &finding.path));
        let is_of = |file: &&TomlFile| file.name == finding.file;
        let in_fields = self
            .files()
            .filter(is_of)
            .any(|file| !file.is_sound() && (file.is_broken(finding.line) || file.doubts(&finding.path)));
        in_entries || in_fields
    }

    /// Every TOML file that could be read.
    pub fn files(&self) -> impl Iterator<Item = &TomlFile> {
        self.shared_files().chain(self.editions.iter().flat_map(EditionDraft::files))
    }

    /// Every TOML file outside the editions' folders that could be read.
    pub fn shared_files(&self) -> impl Iterator<Item = &TomlFile> {
        one(&self.catalogue)
            .chain(one(&self.site))
            .chain(one(&self.leagues))
            .chain(one(&self.industries))
            .chain(one(&self.attribution))
            .chain(many(&self.documents))
            .chain(many(&self.rulesets))
            .chain(many(&self.factor_sets))
            .chain(one(&self.tasks))
            .chain(one(&self.departments))
            .chain(one(&self.league_rules))
            .chain(many(&self.quotas))
            .chain(one(&self.glossary))
            .chain(many(&self.ladders))
            .chain(many(&self.scorings))
    }
}

impl EditionDraft {
    /// Every TOML file of its folder that could be read.
    pub fn files(&self) -> impl Iterator<Item = &TomlFile> {
        one(&self.head)
            .chain(many(&self.documents))
            .chain(many(&self.rulesets))
            .chain(many(&self.scorings))
            .chain(many(&self.rounds))
            .chain(many(&self.corrections))
            .chain(self.work.iter().map(|work| &work.report.file))
            .chain(many(&self.parks))
            .chain(self.lists.iter().map(|list| &list.head.file))
            .chain(one(&self.milestones))
            .chain(one(&self.deliverables))
            .chain(one(&self.registers))
            .chain(one(&self.history))
            .chain(one(&self.mechanism))
            .chain(one(&self.not_published))
    }
}

impl EditionDraft {
    /// Day of its facts; `None` when it could not be read.
    pub fn as_of(&self) -> Option<Date> {
        self.head.as_ref().filter(|head| !head.file.doubts("as_of")).map(|head| head.value.as_of)
    }

    /// Whether its parks and figures are invented; `None` when that could not be read.
    pub fn is_demonstration(&self) -> Option<bool> {
        let head = self.head.as_ref().filter(|head| !head.file.doubts("demonstration"));
        head.map(|head| head.value.demonstration)
    }

    /// A shared collection with the edition's own; `None` when one of both could not be read.
    pub fn with_own<'a, T>(
        shared: &'a Folder<Read<T>>,
        own: &'a Folder<Read<T>>,
    ) -> Option<Vec<&'a Read<T>>> {
        Some(shared.whole()?.iter().chain(own.whole()?).collect())
    }

    /// The rulesets that it names, in its order; `None` when one could not be read.
    pub fn rulesets_of<'a>(&'a self, draft: &'a Draft) -> Option<Vec<&'a Read<Ruleset>>> {
        let all = EditionDraft::with_own(&draft.rulesets, &self.rulesets)?;
        select(self.named("rulesets", |head| &head.rulesets)?, &all, |set| &set.id)
    }

    /// The factor sets that it names, in its order; `None` when one could not be read.
    pub fn factor_sets_of<'a>(&'a self, draft: &'a Draft) -> Option<Vec<&'a Read<FactorSet>>> {
        let all: Vec<&Read<FactorSet>> = draft.factor_sets.whole()?.iter().collect();
        select(self.named("factor_sets", |head| &head.factor_sets)?, &all, |set| &set.id)
    }

    /// The ladders that it names; `None` when one could not be read.
    pub fn ladders_of<'a>(&'a self, draft: &'a Draft) -> Option<Vec<&'a Read<Ladder>>> {
        let all: Vec<&Read<Ladder>> = draft.ladders.whole()?.iter().collect();
        select(self.named("ladders", |head| &head.ladders)?, &all, |ladder| &ladder.id)
    }

    /// The scorings that it names; `None` when one could not be read.
    pub fn scorings_of<'a>(&'a self, draft: &'a Draft) -> Option<Vec<&'a Read<Scoring>>> {
        let all = EditionDraft::with_own(&draft.scorings, &self.scorings)?;
        select(self.named("scorings", |head| &head.scorings)?, &all, |scoring| &scoring.id)
    }

    fn named(&self, field: &str, ids: fn(&EditionFile) -> &Vec<String>) -> Option<&Vec<String>> {
        self.head.as_ref().filter(|head| !head.file.doubts(field)).map(|head| ids(&head.value))
    }
}

/// Those that are named; `None` when something of one could not be read.
fn select<'a, T>(ids: &[String], all: &[&'a Read<T>], id: fn(&T) -> &String) -> Option<Vec<&'a Read<T>>> {
    let found = ids.iter().filter_map(|named| all.iter().find(|read| id(&read.value) == named)).copied();
    let found: Vec<&Read<T>> = found.collect();
    found.iter().all(|read| read.file.is_sound()).then_some(found)
}
