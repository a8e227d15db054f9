//! Editions: the catalogue, an index, and the files that it names.

use assessment::applicability::{self, IndustryId};
use assessment::factors::FactorSet;
use assessment::in_force::{self, InForce, RuleError, RuleKind};
use assessment::ladder::{Ladder, Stage, StageTable};
use assessment::reader::Library;
use assessment::ruleset::{Level, Ruleset};
use assessment::scoring::Scoring;
use assessment::{Date, Mark, Problem, Text};
use serde::{Deserialize, Serialize};

use super::park::{Act, Scope};
use super::place::League;
use super::plan::{EarlierPark, Mechanism, Milestone, Register};
use crate::as_of::{self, OfficialStatus};
use crate::correction::{AmendedAct, CorrectionsRef};
use crate::round::{Requirements, RoundSummary, RulesDay};

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Anchor on the glossary page.
    pub id: String,
    /// The term.
    pub term: Text,
    /// Plain definition.
    pub definition: Text,
    /// Pinyin without tones, for search: `lingtanyuanqu`.
    pub pinyin: String,
    /// Clause that uses or defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Day from which there is the clause; made when the edition is compiled, never written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<Date>,
}

/// What is not published though a reader would look for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotPublished {
    /// What is missing.
    pub what: Text,
    /// What is known of it on the day of the search; always given, and absent only for a reader of an earlier day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Text>,
    /// Day of the last search.
    pub as_of: Date,
    /// Document or clause it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Stage whose official list is missing, where a list is: by it the check finds that one is published. No page
    /// needs it, so it is not compiled.
    #[serde(default, skip_serializing)]
    pub stage: Option<Stage>,
    /// Day on which it was published after all: from then on it is missing no longer, and before it it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Date>,
}

/// Who runs the portal. An empty slot is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// 主办单位.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organiser: Option<Text>,
    /// Address for reports of errors, an e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// ICP备案号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record_number: Option<String>,
    /// 政府网站标识码.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification_code: Option<String>,
    /// 公安备案号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_security_number: Option<String>,
    /// 审图号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map_approval_number: Option<String>,
    /// The portal's public address, for citations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// On what terms the data may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Text>,
}

/// The rules as they are loaded together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Requirement sets: those that decide a level, and those beside them.
    pub rulesets: Vec<Ruleset>,
    /// Factor sets, the one that applies where an assessment names none first.
    pub factor_sets: Vec<FactorSet>,
    /// Tables of the dynamic upgrading.
    #[serde(default)]
    pub ladders: Vec<Ladder>,
    /// How the portal's index is made, one for each ruleset that has one.
    #[serde(default)]
    pub scorings: Vec<Scoring>,
}

fn conflicts<T: InForce>(rules: &[T], problems: &mut Vec<Problem>) {
    let rules: Vec<&T> = rules.iter().collect();
    for (earlier, later, on) in in_force::conflicts(&rules) {
        let (first, second) = (rules[earlier].id(), rules[later].id());
        let found = format!("{first} and {second}, both in force on {on}");
        problems.push(Problem::new("in_force_from", "one of a kind in force on a day", found));
    }
}

impl Rulebook {
    /// Every mistake in the rules and between them: what each set's own check says, two of a kind in force on one
    /// day, a scoring of no ruleset. Asked before the rules are published, and again where they are loaded.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut told = |id: &str, found: Vec<Problem>| {
            let told = found.into_iter().map(|each| Problem { path: format!("{id}: {}", each.path), ..each });
            problems.extend(told);
        };
        self.rulesets.iter().for_each(|set| told(&set.id, set.check()));
        self.factor_sets.iter().for_each(|set| told(&set.id, set.check()));
        self.ladders.iter().for_each(|ladder| told(&ladder.id, ladder.check()));
        for scoring in &self.scorings {
            let found = match self.rulesets.iter().find(|set| set.id == scoring.ruleset) {
                Some(set) => scoring.check(set),
                None => vec![Problem::new("ruleset", "the id of a ruleset", &scoring.ruleset)],
            };
            told(&scoring.id, found);
        }
        conflicts(&self.rulesets, &mut problems);
        conflicts(&self.ladders, &mut problems);
        conflicts(&self.scorings, &mut problems);
        problems
    }

    /// What the ladders say of stages on a day: by the last that began, or, before the first did, by that one.
    pub fn stages(&self, on: Date) -> &StageTable {
        static NONE: StageTable = StageTable { groups: Vec::new(), stages: Vec::new() };
        let mut begun: Vec<&Ladder> = self.ladders.iter().collect();
        begun.sort_by_key(|ladder| ladder.in_force_from);
        let last = begun.iter().rfind(|ladder| ladder.in_force_from <= on);
        last.or(begun.first()).map_or(&NONE, |ladder| &ladder.table)
    }

    /// The rules that an assessment file may be judged by.
    pub fn library(&self) -> Library<'_> {
        Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets }
    }

    /// The requirement sets in force on a day that decide no level.
    pub fn beside_levels(&self, by: RulesDay) -> impl Iterator<Item = &Ruleset> {
        in_force::beside_levels(&self.rulesets, by.date())
    }

    /// The requirement set that decides a level on a day.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub fn ruleset(&self, level: Level, by: RulesDay) -> Result<&Ruleset, RuleError> {
        in_force::ruleset(&self.rulesets, level, by.date())
    }

    /// The set of requirements on a day; `None` where there is none, or more than one.
    pub fn requirements(&self, of: &Requirements, by: RulesDay) -> Option<&Ruleset> {
        match of {
            Requirements::Level(level) => self.ruleset(*level, by).ok(),
            Requirements::Set(id) => self.beside_levels(by).find(|set| set.id == *id),
        }
    }

    /// The table of the dynamic upgrading on a day.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub fn ladder(&self, on: Date) -> Result<&Ladder, RuleError> {
        in_force::in_force(&self.ladders, RuleKind::Ladder, on)
    }

    /// How the index over a ruleset is made on a day.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub fn scoring(&self, ruleset: &Ruleset, by: RulesDay) -> Result<&Scoring, RuleError> {
        let kind = RuleKind::Scoring { ruleset: ruleset.id.clone() };
        in_force::in_force(&self.scorings, kind, by.date())
    }
}

/// A file of an edition: immutable, named by its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// Path below the data folder.
    pub path: String,
    /// Hex SHA-256 of its bytes.
    pub sha256: String,
    /// Length in bytes.
    pub bytes: u64,
}

/// Format of [`Catalogue`]; a reader refuses any other.
pub const CATALOGUE_FORMAT: &str = "zcp.catalogue/1";
/// Format of [`Edition`]; a reader refuses any other.
pub const EDITION_FORMAT: &str = "zcp.edition/1";

/// The one mutable file: which editions there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// [`CATALOGUE_FORMAT`].
    pub format: String,
    /// Id of the edition that opens when none is asked for.
    pub default_edition: String,
    /// Day on which the data were compiled. A demonstration is cited by it, for its own days are invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built_on: Option<Date>,
    /// Editions.
    pub editions: Vec<EditionRef>,
    /// The leagues' outlines, which all editions share.
    pub map: FileRef,
    /// A `Vec<Version>`: everything that was published and can still be opened, newest first; absent where no archive
    /// of publications is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versions: Option<FileRef>,
    /// SHA-256 of the file's own bytes with 64 zeros in this place, hex: no other file names the catalogue's hash. The
    /// last field, and absent in what was published before it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// An edition as it was published once. Its index and every file that it names stay where they were, so that it can
/// be opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Day of the publication.
    pub published: Date,
    /// Day of the edition's facts.
    pub as_of: Date,
    /// The edition as the catalogue listed it.
    pub edition: EditionRef,
    /// What it changed in the one before it; empty for the first.
    pub changes: Vec<Text>,
}

/// An edition in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionRef {
    /// Stable id: `published`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Whether its parks and figures are invented.
    pub demonstration: bool,
    /// Its index.
    pub index: FileRef,
}

/// How many publications the first view shows, so that the index holds no more.
pub const LATEST: usize = 6;

/// An edition's index: what the first view needs, and where the rest is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// [`EDITION_FORMAT`].
    pub format: String,
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Whether its parks and figures are invented.
    pub demonstration: bool,
    /// Day of its facts.
    pub as_of: Date,
    /// Who runs the portal.
    pub site: Site,
    /// The twelve leagues and cities.
    pub leagues: Vec<League>,
    /// What stages mean, by the tables of the ladder, oldest first.
    pub stages: Vec<LadderStages>,
    /// Industries that parks and rules name.
    #[serde(default)]
    pub industries: Vec<Industry>,
    /// Parks of the region.
    pub parks: Vec<ParkSummary>,
    /// Lists.
    pub lists: Vec<ListSummary>,
    /// Evaluation rounds, oldest first; empty while none is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundSummary>,
    /// Corrections of what was published; absent while there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrections: Option<CorrectionsRef>,
    /// A [`super::WorkReports`]; absent while there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<FileRef>,
    /// Main objectives by year.
    pub milestones: Vec<Milestone>,
    /// What is not published.
    pub not_published: Vec<NotPublished>,
    /// What was published last, newest first: [`LATEST`] where there are so many, or all.
    pub latest: Vec<Publication>,
    /// A `Vec<Publication>` with everything that was published, newest first; absent where `latest` holds it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publications: Option<FileRef>,
    /// A `Vec<Document>`.
    pub documents: FileRef,
    /// A [`Rulebook`].
    pub rulebook: FileRef,
    /// A [`super::Plan`].
    pub plan: FileRef,
    /// A [`Background`].
    pub background: FileRef,
    /// A `Vec<Term>`.
    pub glossary: FileRef,
    /// A [`super::Quotas`]; absent in editions from before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotas: Option<FileRef>,
    /// A [`crate::search::SearchIndex`], loaded on the first search.
    pub search: FileRef,
}

/// The stages as a table of the ladder knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStages {
    /// Id of the ladder.
    pub ladder: String,
    /// First day in force.
    pub in_force_from: Date,
    /// Day on which it was published; absent in what was known before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Date>,
    /// Its stages.
    pub table: StageTable,
}

/// An industry that parks and rules name by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// Stable id: `aluminium_smelting`.
    pub id: IndustryId,
    /// Name.
    pub name: Text,
    /// Code in the national classification GB/T 4754, where a source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Edition {
    /// The industry with this id; `None` for one that the edition does not know.
    pub fn industry(&self, id: &IndustryId) -> Option<&Industry> {
        self.industries.iter().find(|industry| industry.id == *id)
    }

    /// What stages mean on the edition's day: by the table in force or, before the first came into force, by that
    /// one. Empty where the edition has no ladder.
    pub fn stages(&self) -> &StageTable {
        stages_on(&self.stages, self.as_of)
    }
}

/// What stages mean on a day, by the tables in order: by the last that began, or, before the first did, by that one.
pub fn stages_on(stages: &[LadderStages], on: Date) -> &StageTable {
    static NONE: StageTable = StageTable { groups: Vec::new(), stages: Vec::new() };
    let begun = stages.iter().rfind(|each| each.in_force_from <= on);
    begun.or(stages.first()).map_or(&NONE, |each| &each.table)
}

/// Registers and history of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Registers of projects and factories.
    pub registers: Vec<Register>,
    /// Earlier zero-carbon industrial parks.
    pub earlier_parks: Vec<EarlierPark>,
    /// The work on all parks together; absent in editions from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mechanism: Option<Mechanism>,
}

/// A park in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkSummary {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// Id of its league.
    pub league: String,
    /// Where its mark stands on the map's drawing, in drawing units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<[f64; 2]>,
    /// Its official stage on the edition's day, the leading one where it stands on both tracks; absent when no official
    /// act names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Day from which the official stage holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Official acts about it, oldest first; [`crate::as_of::standing`] tells its stage on a day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Act>,
    /// Corrections of the acts, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<AmendedAct>,
    /// Ids of its industries, the leading one first; empty when not published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<IndustryId>,
    /// Whole or part; absent when not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// First and last year of the construction period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub construction: Option<[u16; 2]>,
    /// Its committed targets, the base year's value first; empty when not published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committed: Vec<Commitment>,
    /// A [`super::Park`].
    pub file: FileRef,
}

impl ParkSummary {
    /// The status that it has beside its leading one, on the other track, by the acts that it has.
    pub fn beside(&self, table: &StageTable) -> Option<OfficialStatus> {
        let last = self.events.last()?.dated;
        as_of::statuses(&self.events, table, last).beside(table)
    }

    /// What rules may ask of the park, as it stood on a day; its energy comes with a balance.
    pub fn subject(&self, book: &Rulebook, on: Date) -> applicability::Subject<'_> {
        applicability::Subject {
            energy: None,
            industries: (!self.industries.is_empty()).then_some(&self.industries),
            stage: as_of::standing(&self.events, book.stages(on), on).map(|official| official.stage),
        }
    }
}

/// A target that a park has committed itself to, without its source, which stands in its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Indicator id.
    pub indicator: String,
    /// The year by whose end it is to be met.
    pub year: u16,
    /// The target.
    pub target: assessment::Decimal,
}

/// A list in the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListSummary {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Level.
    pub level: Level,
    /// Stage that its entries stand on.
    pub stage: Stage,
    /// Day it was published.
    pub published: Date,
    /// How many entries it has.
    pub entries: u16,
    /// How many of them lie in the region.
    pub in_region: u16,
    /// How many entries it had after each correction, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<ListCount>,
    /// A [`super::List`].
    pub file: FileRef,
}

/// How many entries a list has from the day of a correction on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListCount {
    /// Day of the correction.
    pub dated: Date,
    /// How many entries it has.
    pub entries: u16,
    /// How many of them lie in the region.
    pub in_region: u16,
}

/// Something published, for "published last".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Day.
    pub dated: Date,
    /// What.
    pub text: Text,
    /// What it concerns.
    pub subject: Subject,
    /// How sure it is.
    pub mark: Mark,
}

/// Something with a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// A park, by id.
    Park(String),
    /// A list, by id.
    List(String),
    /// A document, by id.
    Document(String),
    /// A round, by id.
    Round(String),
    /// A correction, by id.
    Correction(String),
    /// A report of the work, by id.
    Work(String),
}
