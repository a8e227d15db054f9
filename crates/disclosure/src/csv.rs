//! Tables as CSV (RFC 4180) that opens well in a spreadsheet: a byte order mark, so that Excel reads it
//! as UTF-8, and no cell that a spreadsheet would run as a formula.

use assessment::applicability::AnnualEnergy;
use assessment::ruleset::Level;
use serde::Serialize;

use crate::model::{Edition, List, ListEntry, ParkSummary};
use crate::ranking_table::{Row, Standings};
use crate::round::Round;

/// Writes rows. A cell that begins like a formula gets a leading apostrophe.
pub fn write<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator,
    C::Item: AsRef<str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell.as_ref());
        }
        text.push_str("\r\n");
    }
    text
}

/// What a column of a list holds of an entry.
type ListColumn = (&'static str, fn(&ListEntry) -> Option<String>);

/// The columns of a list in the published data.
const LIST_COLUMNS: [ListColumn; 12] = [
    ("number", |entry| (!entry.unnumbered).then(|| entry.number.to_string())),
    ("name", |entry| Some(entry.name.clone())),
    ("province", |entry| entry.province.clone()),
    ("league", |entry| entry.league.clone()),
    ("scope", |entry| entry.scope.as_ref().map(id_of)),
    ("scope_as_printed", |entry| entry.scope_as_printed.clone()),
    ("start_year", |entry| entry.start_year.map(|year| year.to_string())),
    ("end_year", |entry| entry.end_year.map(|year| year.to_string())),
    ("period_as_printed", |entry| entry.period_as_printed.clone()),
    ("status", |entry| (!entry.status.is_listed()).then(|| id_of(&entry.status))),
    ("remark", |entry| entry.remark.clone()),
    ("park", |entry| entry.park.clone()),
];

/// Columns that a file of a list always has, so that a table made for one list fits another.
const ALWAYS: [&str; 7] = ["number", "name", "province", "scope", "start_year", "end_year", "park"];

/// A list's entries, in the columns of the published data; beyond those that every list has, those in which this
/// one says something.
pub fn list(list: &List) -> String {
    let said = |(name, of): &&ListColumn| {
        ALWAYS.contains(name) || list.entries.iter().any(|entry| of(entry).is_some())
    };
    let columns: Vec<&ListColumn> = LIST_COLUMNS.iter().filter(said).collect();
    let header = columns.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    let row = |entry: &ListEntry| columns.iter().map(|(_, of)| of(entry).unwrap_or_default()).collect();
    write(std::iter::once(header).chain(list.entries.iter().map(row)))
}

/// What a table of standings is taken from.
#[derive(Clone, Copy, Debug)]
pub struct Ranking<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Its round.
    pub round: &'a Round,
    /// Level whose indicators are ranked by.
    pub level: Level,
    /// The standings.
    pub standings: &'a Standings,
    /// The parks that the standings' rows point into.
    pub parks: &'a [ParkSummary],
}

/// Some rows of the standings, in the order given, with every digit: an index has a worst and a best value, a
/// rank likewise, and what is not known is empty. `core_rests_on` is `balance`, `totals` or `ratio`, and
/// `core_of_earlier_round` the day of the round that the core value is of, where this one does not cover it. Each row says which data, round and method it is of.
pub fn standings(of: Ranking<'_>, rows: &[usize]) -> String {
    const HEADER: [&str; 25] = [
        "data",
        "edition",
        "round",
        "dated",
        "level",
        "ruleset",
        "scoring",
        "park",
        "name_zh",
        "name_en",
        "league",
        "official_stage",
        "rank_best",
        "rank_worst",
        "index_worst",
        "index_best",
        "indicators_known",
        "indicators_applicable",
        "core_state",
        "core_value_t_per_tce",
        "core_target_t_per_tce",
        "core_rests_on",
        "core_of_earlier_round",
        "energy_tce",
        "computed_verdict",
    ];
    let rows = rows.iter().filter_map(|row| Some(ranking_row(of, of.standings.rows.get(*row)?)));
    write(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
}

fn ranking_row(of: Ranking<'_>, row: &Row) -> [String; 25] {
    let park = &of.parks[row.park];
    let data = if of.edition.demonstration { "demonstration data (invented)" } else { "published" };
    let text = |value: Option<String>| value.unwrap_or_default();
    let index = row.index.as_ref();
    [
        data.to_owned(),
        of.edition.id.clone(),
        of.round.id.clone(),
        of.round.dated.to_string(),
        id_of(&of.level),
        of.standings.ruleset.clone(),
        of.standings.scoring.clone(),
        park.id.clone(),
        park.name.zh.clone(),
        park.name.en.clone(),
        park.league.clone(),
        text(park.stage.as_ref().map(id_of)),
        text(row.ranks.map(|ranks| ranks.best.to_string())),
        text(row.ranks.map(|ranks| ranks.worst.to_string())),
        text(index.map(|index| index.worst.to_string())),
        text(index.map(|index| index.best.to_string())),
        text(index.map(|index| index.known.to_string())),
        text(index.map(|index| index.applicable.to_string())),
        id_of(&row.core),
        text(row.value.map(|value| value.to_string())),
        text(row.target.map(|target| target.to_string())),
        text(row.rests_on.as_ref().map(id_of)),
        text(row.older.map(|day| day.to_string())),
        text(row.energy.and_then(AnnualEnergy::exactly).map(|energy| energy.to_string())),
        id_of(&row.verdict),
    ]
}

/// The id by which files know a value: `national_construction`.
fn id_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(id)) => id,
        Ok(_) | Err(_) => String::new(),
    }
}

fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let needs_quotes = cell.contains([',', '"', '\r', '\n']);
    if needs_quotes {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if needs_quotes {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::RestsOn;

    #[test]
    fn cells_are_quoted_only_where_they_must_be() {
        assert_eq!(write([["a", "b,c", "d\"e", "f\ng"]]), "\u{feff}a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n");
    }

    #[test]
    fn what_a_core_rests_on_is_told_by_the_name_that_files_have() {
        let all = [RestsOn::Balance, RestsOn::Totals, RestsOn::Ratio];
        assert_eq!(all.map(|rests_on| id_of(&rests_on)), ["balance", "totals", "ratio"]);
    }

    #[test]
    fn no_cell_is_a_formula() {
        let text = write([["=1+1", "@x", "+cmd|x", "-2+3", "-2.5", "=\"a\""]]);
        assert_eq!(text, "\u{feff}'=1+1,'@x,'+cmd|x,'-2+3,-2.5,\"'=\"\"a\"\"\"\r\n");
    }

    proptest::proptest! {
        /// Whatever the cells hold, a reader of CSV gets them back, but for the apostrophe.
        #[test]
        fn cells_read_back(rows in proptest::collection::vec(proptest::array::uniform3(".*"), 1..5)) {
            let text = write(&rows);
            let mut reader = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            proptest::prop_assert_eq!(read.len(), rows.len());
            for (cell, written) in read.iter().flatten().zip(rows.iter().flatten()) {
                let kept = cell == written || cell.strip_prefix('\'') == Some(written);
                proptest::prop_assert!(kept, "{:?} came back as {:?}", written, cell);
                proptest::prop_assert!(!cell.starts_with(['=', '@', '\t']));
            }
        }
    }
}
