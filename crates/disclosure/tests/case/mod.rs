//! Cases as data files, each with a sentence for a name: parks in a few words, and what is to come of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use assessment::ladder::Stage;
use assessment::ladder::StageTable;
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Text};
use disclosure::model::{Act, Commitment, Edition, FileRef, ListSummary, ParkSummary, Scope};
use disclosure::round::{Balance, Coverage, Observed, Quality, Round, Snapshot, Stated};
use serde::Deserialize;
use serde_json::json;

/// Parks in a round.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case<T> {
    /// Day of the round.
    pub on: Date,
    /// Level whose values and standings the case is about.
    #[serde(default = "national")]
    pub level: Level,
    /// The parks.
    pub parks: Vec<CasePark<T>>,
}

fn national() -> Level {
    Level::National
}

/// A park in a few words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePark<T> {
    /// What it shows.
    pub id: String,
    /// Its official stage.
    #[serde(default = "cultivation")]
    pub stage: Stage,
    /// First and last year of construction.
    pub construction: Option<[u16; 2]>,
    /// Committed values of the core indicator by year.
    #[serde(default)]
    pub committed: BTreeMap<String, Decimal>,
    /// The round does not name it.
    #[serde(default)]
    pub unnamed: bool,
    /// All that it used, MWh: supplied directly without fossil energy, and from elsewhere. Of 1,110,000 MWh
    /// (333,000 tce) each 80,000 from elsewhere are 0.2 t/tce.
    pub mwh: Option<Used>,
    /// How sure that is.
    #[serde(default = "reported")]
    pub balance_quality: Quality,
    /// Verified values of guiding indicators.
    #[serde(default)]
    pub values: BTreeMap<String, Decimal>,
    /// Those not yet verified.
    #[serde(default)]
    pub pending: BTreeMap<String, Decimal>,
    /// Those that do not apply.
    #[serde(default)]
    pub not_applicable: Vec<String>,
    /// The basic conditions.
    #[serde(default)]
    pub basic: [Stated; 4],
    /// What is to come of it.
    pub expect: T,
}

fn cultivation() -> Stage {
    Stage::CULTIVATION
}

fn reported() -> Quality {
    Quality::Reported
}

/// Power, MWh.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Used {
    direct: String,
    other: String,
}

/// The cases of a folder below `tests/cases`, by name.
pub fn cases<T: for<'de> Deserialize<'de>>(folder: &str) -> Vec<(String, Case<T>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let case = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let case = toml::from_str(&std::fs::read_to_string(path).unwrap());
        (name.clone(), case.unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    let cases: Vec<_> = files.iter().map(case).collect();
    assert!(!cases.is_empty());
    cases
}

/// What stages mean, by the plan's ladder.
pub fn stages() -> StageTable {
    fixtures::stage_table()
}

/// An edition that holds nothing but these parks and lists, as of a day.
pub fn edition(parks: Vec<ParkSummary>, lists: Vec<ListSummary>, as_of: &str) -> Edition {
    Edition { as_of: day(as_of), lists, ..fixtures::edition(parks) }
}

/// A list of parks on a stage, published on a day.
pub fn list(published: &str, stage: Stage) -> ListSummary {
    ListSummary {
        id: format!("list-{published}"),
        title: Text { zh: "名单".to_owned(), en: "list".to_owned() },
        level: Level::Region,
        stage,
        published: day(published),
        entries: 0,
        in_region: 0,
        amended: Vec::new(),
        file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
    }
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A number.
pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

/// A park that an act put on a stage, on the first day of the plan.
pub fn park(id: &str, stage: Stage) -> ParkSummary {
    let dated = day("2025-06-03");
    ParkSummary {
        id: id.to_owned(),
        name: text(id),
        short: text(id),
        league: "ordos".to_owned(),
        at: None,
        stage: Some(stage),
        since: Some(dated),
        amended: Vec::new(),
        events: vec![Act { dated, stage, removed: false, due: None }],
        industries: Vec::new(),
        scope: Some(Scope::Whole),
        construction: None,
        committed: Vec::new(),
        file: FileRef { path: id.to_owned(), sha256: String::new(), bytes: 0 },
    }
}

/// A target of the core indicator.
pub fn committed(year: u16, target: Decimal) -> Commitment {
    Commitment { indicator: "carbon_per_energy".to_owned(), year, target }
}

/// A balance of nothing but power, MWh: what is supplied directly without fossil energy, and the rest.
pub fn power(year: i32, direct: &str, other: &str) -> Balance {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": direct },
        { "source": "other", "mwh": other },
    ]);
    serde_json::from_value(
        json!({ "format": "zcp.assessment/1", "year": year, "electricity": { "received": received } }),
    )
    .unwrap()
}

/// A snapshot that publishes nothing.
pub fn silent(park: &str) -> Snapshot {
    Snapshot {
        park: park.to_owned(),
        source: None,
        core: None,
        core_quality: Quality::NotPublished,
        basic: [Stated::Unknown; 4],
        values: Vec::new(),
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    }
}

/// A value of a guiding indicator.
pub fn observed(level: Level, indicator: &str, value: Decimal, quality: Quality) -> Observed {
    let indicator = indicator.to_owned();
    Observed {
        of: level.into(),
        indicator,
        value: Some(value),
        published: None,
        remark: None,
        quality,
        not_applicable: None,
        source: None,
        older: None,
    }
}

impl<T> Case<T> {
    /// The parks' entries in the edition.
    pub fn summaries(&self) -> Vec<ParkSummary> {
        let summary = |of: &CasePark<T>| {
            let targets = of.committed.iter().map(|(year, target)| committed(year.parse().unwrap(), *target));
            ParkSummary {
                construction: of.construction,
                committed: targets.collect(),
                ..park(&of.id, of.stage)
            }
        };
        self.parks.iter().map(summary).collect()
    }

    /// The round.
    pub fn round(&self) -> Round {
        let named = self.parks.iter().filter(|park| !park.unnamed);
        Round {
            id: "r".to_owned(),
            title: text("r"),
            dated: self.on,
            year: None,
            period: text("p"),
            covers: Coverage::Named,
            indicators: None,
            earlier: Vec::new(),
            corrections: Vec::new(),
            parks: named.map(|park| park.snapshot(self)).collect(),
        }
    }
}

impl<T> CasePark<T> {
    fn snapshot(&self, case: &Case<T>) -> Snapshot {
        let value =
            |quality| move |(id, value): (&String, &Decimal)| observed(case.level, id, *value, quality);
        let not_applicable = self.not_applicable.iter().map(|id| Observed {
            value: None,
            not_applicable: Some(text("nothing to reuse")),
            ..observed(case.level, id, Decimal::ZERO, Quality::NotPublished)
        });
        let values = self.values.iter().map(value(Quality::Measured));
        let pending = self.pending.iter().map(value(Quality::Pending));
        Snapshot {
            core: self.mwh.as_ref().map(|mwh| power(case.on.year(), &mwh.direct, &mwh.other).into()),
            core_quality: self.balance_quality,
            basic: self.basic,
            values: values.chain(pending).chain(not_applicable).collect(),
            ..silent(&self.id)
        }
    }
}
