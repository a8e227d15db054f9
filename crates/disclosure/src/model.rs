//! What an edition publishes, as it stands in the compiled files.
//!
//! Every fact carries a mark and a source; absent means not published, never zero.

use assessment::factors::FactorSet;
use assessment::ladder::Ladder;
use assessment::ruleset::{Level, Ruleset};
use assessment::scoring::Scoring;
use assessment::{Date, Mark, Text};
use serde::{Deserialize, Serialize};

pub use assessment::ladder::Stage;

use crate::round::{ParkRound, ParkTask, RoundSummary};

/// Where a fact stands, how sure it is and when it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of one of the edition's documents, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Who reported it, where it is not a document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Web address, without the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How sure it is.
    pub mark: Mark,
    /// Day on which it was last compared with its source.
    pub checked_on: Date,
}

/// An official document that a rule, list or figure rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Stable id: `ndrc-910`. Clauses are cited as `ndrc-910/annex3/core`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Official number: 发改环资〔2025〕910号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// Day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Web address, without the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How sure the text is.
    pub mark: Mark,
    /// What is uncertain about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Day on which it was last looked at.
    pub checked_on: Date,
    /// The clauses that the portal cites.
    #[serde(default)]
    pub clauses: Vec<Clause>,
}

/// A clause of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Path within the document: `annex3/core`.
    pub path: String,
    /// How the document itself numbers it: 附件3.
    pub label: String,
    /// The official words, verbatim, in Chinese; absent when they are not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What it says, for a reader without Chinese; a courtesy, not official.
    pub gloss_en: String,
}

/// A point on the map, degrees WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// Which of the region's two power grids a league belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grid {
    /// 蒙西.
    West,
    /// 蒙东.
    East,
}

/// A league or city (盟市).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct League {
    /// Address in the portal: `ordos`.
    pub id: String,
    /// Administrative division code: `150600`.
    pub adcode: String,
    /// Name.
    pub name: Text,
    /// Short name for the map: 鄂尔多斯.
    pub short: Text,
    /// Power grid.
    pub grid: Grid,
    /// Seat of its government.
    pub seat: Point,
    /// Row and column of its tile in the tile view, from 0.
    pub tile: [u8; 2],
}

/// The leagues' outlines, projected and simplified to SVG paths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueMap {
    /// Width and height of the drawing, its `viewBox` from 0 0.
    pub size: [f64; 2],
    /// Where the outlines come from.
    pub attribution: Text,
    /// One a league, in the order of the leagues.
    pub shapes: Vec<LeagueShape>,
}

/// One league's outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueShape {
    /// Id of the league.
    pub league: String,
    /// SVG path data.
    pub path: String,
    /// Where its name and marks stand, in drawing units.
    pub label: [f64; 2],
}

/// Whether a park takes part whole or with a part of it (园中园).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole park.
    Whole,
    /// A park within the park (园中园).
    Part,
}

/// A park of the region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Park {
    /// Address in the portal: `ordos-mengsu`.
    pub id: String,
    /// Name, the Chinese as listed.
    pub name: Text,
    /// Short name for the map and tables.
    pub short: Text,
    /// Id of its league.
    pub league: String,
    /// Whole or part.
    pub scope: Scope,
    /// Industries, as reported; empty when not published.
    #[serde(default)]
    pub industries: Vec<Text>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ParkPlace>,
    /// First and last year of the construction period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub construction: Option<Construction>,
    /// Its committed targets by year; empty when not published.
    #[serde(default)]
    pub committed: Vec<CommittedTarget>,
    /// What was reported about it, dated; not observations of an indicator.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Official acts about it, oldest first.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Published observations of indicators outside the rounds; empty when not published.
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// Tasks that it has committed itself to; rounds tell how far they have come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<ParkTask>,
    /// Its own course over all rounds, oldest first. Compiled from the rounds, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<ParkRound>,
}

/// A point with how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkPlace {
    /// The point.
    pub point: Point,
    /// What the point is: a seat, not a boundary.
    pub note: Text,
    /// How sure it is.
    pub mark: Mark,
}

/// A construction period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Construction {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Where it is published.
    pub source: Source,
}

/// A target that a park has committed itself to for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommittedTarget {
    /// Indicator id.
    pub indicator: String,
    /// Year.
    pub year: u16,
    /// The target.
    pub target: assessment::Decimal,
    /// Where it is published.
    pub source: Source,
}

/// A published value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Indicator id.
    pub indicator: String,
    /// The year it is for.
    pub year: u16,
    /// The value.
    pub value: assessment::Decimal,
    /// Where it is published.
    pub source: Source,
}

/// A dated statement about a park, shown with its caveat and source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Day of the report.
    pub dated: Date,
    /// Only the month of the report is known; `dated` then bears the month's last day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub month_only: bool,
    /// What was said.
    pub text: Text,
    /// How to read it.
    pub caveat: Text,
    /// Who said it.
    pub source: Source,
}

/// An official act about a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Day of the act.
    pub dated: Date,
    /// The stage that the park stands on from then.
    pub stage: Stage,
    /// What was done.
    pub text: Text,
    /// Id of the list that names it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Clause that provides for such an act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Day by which an order to rectify is to be carried out, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Why, as the act states it: the cause of an order to rectify.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Text>,
    /// Where it is published.
    pub source: Source,
}

/// An official act as far as it moves a park on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Day of the act.
    pub dated: Date,
    /// The stage that the park stands on from then.
    pub stage: Stage,
    /// Day by which an order to rectify is to be carried out, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

impl From<&Event> for Act {
    fn from(event: &Event) -> Act {
        Act { dated: event.dated, stage: event.stage, due: event.due }
    }
}

/// An official list: a document's ordered entries, as published on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Address in the portal: `national-2025`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What being on it means, and what it does not.
    pub meaning: Text,
    /// Level.
    pub level: Level,
    /// Stage that its entries stand on.
    pub stage: Stage,
    /// Id of the document.
    pub document: String,
    /// Day it was published.
    pub published: Date,
    /// How sure it is.
    pub mark: Mark,
    /// Day on which it was last compared with its source.
    pub checked_on: Date,
    /// Entries, in the document's order.
    pub entries: Vec<ListEntry>,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Number in the list.
    pub number: u16,
    /// Name as printed.
    pub name: String,
    /// Province as printed.
    pub province: String,
    /// Whole or part.
    pub scope: Scope,
    /// First year of construction.
    pub start_year: u16,
    /// Last year of construction.
    pub end_year: u16,
    /// Id of the park, or absent when it lies outside the region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
}

/// What was found of a deliverable or milestone: evidence, or none as of a day. Never done or late by
/// guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, tag = "state", rename_all = "snake_case")]
pub enum Evidence {
    /// Published evidence was found.
    Found {
        /// What the evidence says.
        text: Text,
        /// Where it stands.
        source: Source,
    },
    /// No published evidence was found.
    NotFound {
        /// Day of the search.
        as_of: Date,
        /// What was looked for or known, where that helps.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
}

/// A main objective of the plan for a year: 2025, 2027, 2030.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The year.
    pub year: u16,
    /// The objective: the Chinese verbatim.
    pub objectives: Vec<Objective>,
    /// Clause.
    pub clause: String,
}

/// One part of a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Stable id.
    pub id: String,
    /// What is to be reached.
    pub text: Text,
    /// How many parks it asks for, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parks: Option<u16>,
    /// Stage that it asks these parks to stand on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What was found of it.
    pub evidence: Evidence,
}

/// A deliverable of the plan with a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Stable id.
    pub id: String,
    /// Last day.
    pub due: Date,
    /// How the plan words the day: 2025年8月底前.
    pub due_text: Text,
    /// What is due.
    pub text: Text,
    /// Ids of the departments responsible, the leading one first; the plan's 等 is said in `text`.
    pub departments: Vec<String>,
    /// Clause.
    pub clause: String,
    /// What was found of it.
    pub evidence: Evidence,
}

/// A key task or safeguard of the plan, without a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Stable id.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// What is to be done.
    pub text: Text,
    /// Which part of the plan it belongs to.
    pub kind: TaskKind,
    /// Ids of the departments responsible, the leading one first.
    pub departments: Vec<String>,
    /// Clause.
    pub clause: String,
    /// Clause that names the departments, where the task's own does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departments_clause: Option<String>,
}

/// Part of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// 重点工作.
    Task,
    /// 工作机制 and 工作规则.
    Mechanism,
    /// 保障措施 and 工作要求.
    Safeguard,
}

/// How a unit stands to the coordination mechanism (plan/annex/2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// A member that the plan names.
    #[default]
    Named,
    /// Members that the plan does not name one by one: 等, and the governments where parks stand.
    Unnamed,
    /// No member, but given work by the plan.
    Outside,
}

/// A unit that the plan gives work to, most of them members of the coordination mechanism (plan/annex/2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// Its division of work, where the plan states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Text>,
    /// How it stands to the coordination mechanism.
    #[serde(default)]
    pub membership: Membership,
    /// Clause.
    pub clause: String,
}

/// The plan, as far as it can be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Id of the document.
    pub document: String,
    /// Main objectives by year.
    pub milestones: Vec<Milestone>,
    /// Deliverables by day.
    pub deliverables: Vec<Deliverable>,
    /// Tasks, mechanisms and safeguards in the plan's order.
    pub tasks: Vec<Task>,
    /// Member units in the plan's order, then units outside the mechanism.
    pub departments: Vec<Department>,
    /// What a league does under the plan.
    pub league_duties: Vec<LeagueDuty>,
    /// How many parks a league may recommend.
    pub quotas: Vec<Quota>,
}

/// A duty of the leagues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueDuty {
    /// The duty.
    pub text: Text,
    /// Clause.
    pub clause: String,
}

/// How many parks each league may recommend at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Level.
    pub level: Level,
    /// How many.
    pub at_most: u16,
    /// Where it stands.
    pub source: Source,
}

/// An entry of a register: a project, or a zero-carbon factory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Id of its park, where it stands in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
    /// Day from which it is listed, where that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// Where it is published.
    pub source: Source,
}

/// A register that the plan provides for. Empty means that nothing was found published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it would hold.
    pub meaning: Text,
    /// Clause that provides for it.
    pub clause: String,
    /// Day on which entries were last looked for.
    pub as_of: Date,
    /// Entries.
    #[serde(default)]
    pub entries: Vec<RegisterEntry>,
}

/// An earlier zero-carbon industrial park, kept as history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierPark {
    /// Name as reported.
    pub name: Text,
    /// Id of its league.
    pub league: String,
    /// Id of the park of today that contains it, where that is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
    /// What was reported, oldest first.
    pub statements: Vec<Statement>,
}

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
}

/// What is not published though a reader would look for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotPublished {
    /// What is missing.
    pub what: Text,
    /// What is known of it.
    pub known: Text,
    /// Day of the last search.
    pub as_of: Date,
    /// Document or clause it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
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
}

/// The rules as they are loaded together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Rulesets of every level.
    pub rulesets: Vec<Ruleset>,
    /// Factor sets.
    pub factor_sets: Vec<FactorSet>,
    /// Tables of the dynamic upgrading.
    #[serde(default)]
    pub ladders: Vec<Ladder>,
    /// How the portal's index is made, one for each ruleset that has one.
    #[serde(default)]
    pub scorings: Vec<Scoring>,
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
    /// Editions.
    pub editions: Vec<EditionRef>,
    /// The leagues' outlines, which all editions share.
    pub map: FileRef,
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
    /// Parks of the region.
    pub parks: Vec<ParkSummary>,
    /// Lists.
    pub lists: Vec<ListSummary>,
    /// Evaluation rounds, oldest first; empty while none is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundSummary>,
    /// Main objectives by year.
    pub milestones: Vec<Milestone>,
    /// What is not published.
    pub not_published: Vec<NotPublished>,
    /// What was published, newest first.
    pub latest: Vec<Publication>,
    /// A `Vec<Document>`.
    pub documents: FileRef,
    /// A [`Rulebook`].
    pub rulebook: FileRef,
    /// A [`Plan`].
    pub plan: FileRef,
    /// A [`Background`].
    pub background: FileRef,
    /// A `Vec<Term>`.
    pub glossary: FileRef,
    /// A [`crate::search::SearchIndex`], loaded on the first search.
    pub search: FileRef,
}

/// Registers and history of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Registers of projects and factories.
    pub registers: Vec<Register>,
    /// Earlier zero-carbon industrial parks.
    pub earlier_parks: Vec<EarlierPark>,
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
    /// Its official stage on the edition's day; absent when no official act names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Day from which the official stage holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Official acts about it, oldest first; [`crate::as_of::standing`] tells its stage on a day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Act>,
    /// Industries, the leading one first; empty when not published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<Text>,
    /// Whole or part.
    pub scope: Scope,
    /// First and last year of the construction period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub construction: Option<[u16; 2]>,
    /// Its committed targets, the base year's value first; empty when not published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committed: Vec<Commitment>,
    /// A [`Park`].
    pub file: FileRef,
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
    /// A [`List`].
    pub file: FileRef,
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
}
