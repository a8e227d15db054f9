//! The parks of a round as a table that can be filtered and sorted: plain values, computed once.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::OnceLock;

use assessment::applicability::IndustryId;
use assessment::ladder::{Group, StageTable};
use assessment::ruleset::{Band, Ruleset};
use disclosure::model::{Grid, Industry, League, ParkSummary};
use disclosure::rank_changes::Movement;
use disclosure::ranking_table::{Row, Standings};

use crate::query::{Field, Query};
use crate::search::matching::fold;

/// Value in the address for what is not published.
pub const UNKNOWN: &str = "unknown";

/// Everything that a level's table is drawn from.
#[derive(Debug)]
pub struct RankingRows {
    /// The parks that the standings' rows point into.
    pub parks: Vec<ParkSummary>,
    /// The leagues, for their names.
    pub leagues: Vec<League>,
    /// Industries, for their names.
    industries: Vec<Industry>,
    /// The standings: one row a park.
    pub standings: Standings,
    /// Bands of the core indicator by annual energy.
    pub bands: Vec<Band>,
    /// What each row is filtered by.
    entries: Vec<Entry>,
    /// What words are looked for in, one a row: nobody waits for it before somebody types.
    texts: OnceLock<Vec<String>>,
}

/// What a row is filtered by.
#[derive(Debug)]
struct Entry {
    grid: Option<Grid>,
    group: Option<Group>,
    /// Place of its stage in the order of the ladder.
    rank: Option<usize>,
    band: Option<usize>,
}

/// What a reader asks to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Id of a league.
    pub league: String,
    /// `west` or `east`.
    pub grid: String,
    /// Id of a stage; one that gives a step its mark stands for the whole step.
    pub stage: String,
    /// An industry, in Chinese.
    pub industry: String,
    /// Key of a band.
    pub band: String,
    /// Words.
    pub words: String,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The middle of the range of ranks.
    #[default]
    Rank,
    /// The park's name.
    Park,
    /// The index at worst: what is proven.
    Index,
    /// Share of the indicators that are known.
    Known,
    /// Value of the core indicator.
    Core,
    /// Official stage.
    Stage,
    /// Movement since the round before.
    Moved,
}

/// How the rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Whether the highest comes first.
    pub descending: bool,
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 7] = [
        Column::Rank,
        Column::Park,
        Column::Index,
        Column::Known,
        Column::Core,
        Column::Stage,
        Column::Moved,
    ];

    /// Value in the address.
    pub fn key(self) -> &'static str {
        match self {
            Column::Rank => "rank",
            Column::Park => "park",
            Column::Index => "index",
            Column::Known => "known",
            Column::Core => "core",
            Column::Stage => "stage",
            Column::Moved => "moved",
        }
    }

    /// Whether a reader who first asks for the column wants its highest first.
    fn is_highest_first(self) -> bool {
        matches!(self, Column::Index | Column::Known | Column::Stage | Column::Moved)
    }
}

impl Sort {
    /// What an address says, read among what there is; by rank where it says nothing.
    pub fn of(text: &str) -> Sort {
        let (descending, key) = text.strip_prefix('-').map_or((false, text), |key| (true, key));
        let column = Column::ALL.into_iter().find(|column| column.key() == key);
        column.map(|column| Sort { column, descending }).unwrap_or_default()
    }

    /// Value in the address; empty for the order by rank.
    pub fn key(self) -> String {
        if self == Sort::default() {
            return String::new();
        }
        format!("{}{}", if self.descending { "-" } else { "" }, self.column.key())
    }

    /// What choosing a column makes of it: the other direction where it is the column already.
    pub fn choosing(self, column: Column) -> Sort {
        let descending = if self.column == column { !self.descending } else { column.is_highest_first() };
        Sort { column, descending }
    }
}

impl Asked {
    /// What an address and typed words ask for.
    pub fn of(query: &Query, words: String) -> Asked {
        Asked {
            league: query.league.clone(),
            grid: query.grid.clone(),
            stage: query.stage.clone(),
            industry: query.industry.clone(),
            band: query.band.clone(),
            words,
        }
    }

    /// Whether everything is asked for.
    pub fn is_all(&self) -> bool {
        let words = self.words.trim();
        [&self.league, &self.grid, &self.stage, &self.industry, &self.band].iter().all(|text| text.is_empty())
            && words.is_empty()
    }
}

/// Key of a grid in the address.
pub fn grid_key(grid: Grid) -> &'static str {
    match grid {
        Grid::West => "west",
        Grid::East => "east",
    }
}

/// Key of a band: its lower end.
pub fn band_key(band: &Band) -> String {
    band.from_tce.map_or_else(|| "0".to_owned(), |from| from.to_string())
}

impl RankingRows {
    /// Lays a level's standings out.
    pub fn new(
        parks: Vec<ParkSummary>,
        leagues: Vec<League>,
        (stages, industries): (&StageTable, Vec<Industry>),
        standings: Standings,
        set: Option<&Ruleset>,
    ) -> RankingRows {
        let core = set.and_then(Ruleset::core);
        let bands = core.map(|core| core.bands.clone()).unwrap_or_default();
        let entries = standings.rows.iter().map(|row| {
            let park = &parks[row.park];
            let league = leagues.iter().find(|league| league.id == park.league);
            let energy = row.energy;
            Entry {
                grid: league.map(|league| league.grid),
                group: park.stage.and_then(|stage| stages.get(stage)).map(|row| row.group),
                rank: park.stage.map(|stage| stages.rank(stage)),
                band: energy.and_then(|energy| {
                    bands.iter().position(|band| band.holds_for(Some(energy)) == Some(true))
                }),
            }
        });
        let entries = entries.collect();
        RankingRows { parks, leagues, industries, standings, bands, entries, texts: OnceLock::new() }
    }

    /// What words are looked for in. Folded at the first call, which whoever has time for it makes beforehand.
    pub fn texts(&self) -> &[String] {
        self.texts.get_or_init(|| {
            let places = self
                .leagues
                .iter()
                .map(|league| (league.id.as_str(), fold(&format!("{} {}", league.name.zh, league.name.en))));
            let places: HashMap<&str, String> = places.collect();
            let text = |row: &Row| {
                let park = &self.parks[row.park];
                let [name, short] = [&park.name, &park.short];
                let place = places.get(park.league.as_str()).map_or("", String::as_str);
                let names = [&name.zh, &name.en, &short.zh, &short.en].map(|name| fold(name));
                format!("{} {place} {}", names.join(" "), fold(&park.id))
            };
            self.standings.rows.iter().map(text).collect()
        })
    }

    /// A query with each of its choices read among what there is to choose, mended where it was spoilt on its way.
    ///
    /// # Errors
    /// The first choice that there is not, as it was written.
    pub fn among(&self, query: Query, table: &StageTable) -> Result<Query, String> {
        let leagues = self.leagues.iter().map(|league| league.id.as_str()).collect();
        let grids = vec![grid_key(Grid::West), grid_key(Grid::East)];
        let groups = table.groups.iter().map(|group| group.id.as_str());
        let stages = groups.chain(table.stages.iter().map(|row| row.id.as_str())).chain([UNKNOWN]).collect();
        let industries = self.industries.iter().map(|industry| industry.name.zh.as_str()).collect();
        let bands: Vec<String> = self.bands.iter().map(band_key).collect();
        let bands = bands.iter().map(String::as_str).chain([UNKNOWN]).collect();
        let columns = Column::ALL.map(|column| [column.key().to_owned(), format!("-{}", column.key())]);
        let columns = columns.iter().flatten().map(String::as_str).collect();
        let known: [(Field, Vec<&str>); 6] = [
            (|query| &mut query.league, leagues),
            (|query| &mut query.grid, grids),
            (|query| &mut query.stage, stages),
            (|query| &mut query.industry, industries),
            (|query| &mut query.band, bands),
            (|query| &mut query.sort, columns),
        ];
        let mut read =
            known.into_iter().try_fold(query, |query, (field, known)| query.among(field, &known))?;
        // A page beyond the last is the last: rows become fewer as a reader filters.
        let page = read.page.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !page.is_empty() && page.parse::<usize>().is_ok_and(|page| page > 0) {
            read.page = page.to_owned();
        } else if !read.page.is_empty() {
            return Err(read.page);
        }
        Ok(read)
    }

    /// A row.
    pub fn row(&self, at: usize) -> &Row {
        &self.standings.rows[at]
    }

    /// The park of a row.
    pub fn park(&self, at: usize) -> &ParkSummary {
        &self.parks[self.row(at).park]
    }

    /// The row of the park with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.standings.rows.iter().position(|row| self.parks[row.park].id == id)
    }

    /// The league of a row's park.
    pub fn league(&self, at: usize) -> Option<&League> {
        self.leagues.iter().find(|league| league.id == self.park(at).league)
    }

    /// All ranked rows, sorted. What a row does not have comes last in either direction; among equals the
    /// order by rank stands.
    pub fn order(
        &self,
        sort: Sort,
        moved: &[Option<Movement>],
        names: impl Fn(&ParkSummary, &ParkSummary) -> Ordering,
    ) -> Vec<usize> {
        let mut order: Vec<usize> =
            (0..self.standings.rows.len()).filter(|at| self.row(*at).ranks.is_some()).collect();
        order.sort_by_key(|at| self.middle(*at));
        if sort == Sort::default() {
            return order;
        }
        // A key is found once a row, not once a comparison.
        match sort.column {
            Column::Rank => order.reverse(),
            Column::Park => order.sort_by(|a, b| {
                let compared = names(self.park(*a), self.park(*b));
                if sort.descending { compared.reverse() } else { compared }
            }),
            Column::Index => self.sort(
                &mut order,
                sort,
                |row| row.index,
                |a, b| a.worst.cmp_ratio(b.worst).then_with(|| a.best.cmp_ratio(b.best)),
            ),
            Column::Known => self.sort(
                &mut order,
                sort,
                |row| row.index.and_then(|index| index.completeness()),
                |a, b| a.cmp_ratio(*b),
            ),
            Column::Core => self.sort(&mut order, sort, |row| row.value, |a, b| a.cmp_ratio(*b)),
            Column::Stage => order.sort_by(|a, b| {
                let rank = |at: usize| self.entries[at].rank;
                last(rank(*a), rank(*b), sort.descending, &usize::cmp)
            }),
            Column::Moved => {
                let places = |at: usize| moved.get(at).copied().flatten().and_then(places);
                order.sort_by(|a, b| last(places(*a), places(*b), sort.descending, &Ord::cmp));
            }
        }
        order
    }

    fn sort<K>(
        &self,
        order: &mut [usize],
        sort: Sort,
        key: impl Fn(&Row) -> Option<K>,
        compare: impl Fn(&K, &K) -> Ordering,
    ) {
        order.sort_by(|a, b| last(key(self.row(*a)), key(self.row(*b)), sort.descending, &compare));
    }

    /// Twice the middle of the range of ranks, then its width: a park that is known better comes first.
    fn middle(&self, at: usize) -> (usize, usize) {
        self.row(at).ranks.map_or((usize::MAX, 0), |ranks| (ranks.best + ranks.worst, ranks.worst))
    }

    /// Of some rows, those that are asked for.
    pub fn filter(&self, rows: &[usize], asked: &Asked) -> Vec<usize> {
        let words = fold(&asked.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let texts = if words.is_empty() { &[][..] } else { self.texts() };
        let band = self.bands.iter().position(|band| band_key(band) == asked.band);
        let industry =
            self.industries.iter().find(|each| each.name.zh == asked.industry).map(|each| &each.id);
        let of = |at: &&usize| {
            let (park, entry) = (self.park(**at), &self.entries[**at]);
            (asked.league.is_empty() || park.league == asked.league)
                && (asked.grid.is_empty() || entry.grid.is_some_and(|grid| grid_key(grid) == asked.grid))
                && (asked.stage.is_empty() || stands(park, entry.group, &asked.stage))
                && (asked.industry.is_empty() || industry.is_some_and(|id| park.industries.contains(id)))
                && (asked.band.is_empty()
                    || (asked.band == UNKNOWN && entry.band.is_none())
                    || (band.is_some() && entry.band == band))
                && words.iter().all(|word| texts[**at].contains(word))
        };
        rows.iter().filter(of).copied().collect()
    }

    /// Rows that are listed apart, without a threshold in force, in the order of the edition.
    pub fn apart(&self) -> Vec<usize> {
        (0..self.standings.rows.len()).filter(|at| self.row(*at).ranks.is_none()).collect()
    }

    /// Industries of the parks, each once, in the order in which they are first met.
    pub fn industries(&self) -> Vec<&assessment::Text> {
        let mut found: Vec<&IndustryId> = Vec::new();
        for id in self.parks.iter().flat_map(|park| &park.industries) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        let name =
            |id: &IndustryId| self.industries.iter().find(|each| each.id == *id).map(|each| &each.name);
        found.into_iter().filter_map(name).collect()
    }
}

/// Whether a park stands where the address asks: in a group or, within one, on a stage, each named by its id.
fn stands(park: &ParkSummary, group: Option<Group>, asked: &str) -> bool {
    match (park.stage, group) {
        (Some(stage), group) => group.is_some_and(|group| group.as_str() == asked) || stage.as_str() == asked,
        (None, _) => asked == UNKNOWN,
    }
}

/// Places ahead; nothing where it is not certain.
fn places(movement: Movement) -> Option<i64> {
    let count = |places: usize| i64::try_from(places).unwrap_or(i64::MAX);
    match movement {
        Movement::Up(places) => Some(count(places.least)),
        Movement::Same => Some(0),
        Movement::Down(places) => Some(-count(places.least)),
        Movement::New | Movement::Uncertain => None,
    }
}

/// Compares two keys; a missing one comes last in either direction.
fn last<K>(a: Option<K>, b: Option<K>, descending: bool, compare: &impl Fn(&K, &K) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => compare(&b, &a),
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests;
