//! Numbers as departments print them: `53.6万吨`, `1,234,567`, `约0.28`, `81.5％`. The number that is compared is read
//! out of the text and the text is kept beside it; what is no one number is refused with the way out.

use std::collections::BTreeMap;

use assessment::Decimal;
use assessment::ruleset::Ruleset;
use assessment::unit::Unit;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::words::findings::{self as words, Message};

/// The units that may stand behind a value of an indicator, by its id.
pub type Units = BTreeMap<String, Vec<String>>;

/// Takes in the units of a set's indicators.
pub fn add_units(units: &mut Units, set: &Ruleset) {
    for indicator in &set.indicators {
        let of = units.entry(indicator.id.clone()).or_default();
        match &indicator.unit {
            Unit::Percent => of.push("%".to_owned()),
            Unit::Named(name) => of.extend([&name.zh, &name.en].map(|unit| plain(unit))),
            Unit::TPerTce => of.extend(T_PER_TCE.map(str::to_owned)),
        }
    }
}

/// How t CO₂ per tce is printed.
const T_PER_TCE: [&str; 5] = ["吨二氧化碳/吨标准煤", "吨/吨标准煤", "tCO2/tce", "tCO₂/tce", "t/tce"];

/// The fields that may be written as printed, each with where its text is kept and the units that may follow; those of
/// a value are its indicator's.
const FIELDS: [(&str, &str, &[&str]); 4] = [
    ("value", "published", &["%"]),
    ("emissions_t", "emissions_t_published", &["吨二氧化碳", "吨", "tCO2", "tCO₂", "t"]),
    ("energy_tce", "energy_tce_published", &["吨标准煤", "吨", "tce"]),
    ("t_per_tce", "t_per_tce_published", &T_PER_TCE),
];

/// What stands where nothing is published.
const BLANKS: [&str; 6] = ["", "-", "—", "——", "－", "/"];

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// Nothing is published.
    Blank,
    /// A number that needs no text beside it.
    Number,
    /// A number, and that it was printed otherwise than it is written here.
    Text(Decimal),
}

/// Reads a number as printed, with one of the units behind it or none.
///
/// # Errors
/// What was expected, where the text is no one number.
pub fn read(text: &str, units: &[&str]) -> Result<Printed, Message> {
    let text = text.trim();
    if BLANKS.contains(&text) {
        return Ok(Printed::Blank);
    }
    if Decimal::parse(text).is_ok() {
        return Ok(Printed::Number);
    }
    let mut plain = plain(text);
    // A unit such as m³/t bears no sign of a range; it goes first, so that none of its letters is taken for one.
    if let Some(rest) = units.iter().find_map(|unit| plain.strip_suffix(unit)) {
        plain = rest.to_owned();
    }
    if plain.contains(['≥', '≤', '>', '<', '~', '～', '—', '–', '至', '到'])
        || plain.trim_start_matches('-').contains('-')
        || ["以上", "以下", "不低于", "不高于", "不少于", "不超过"].iter().any(|word| plain.contains(word))
    {
        return Err(words::one_number());
    }
    for about in ["约为", "约", "大约"] {
        if let Some(rest) = plain.strip_prefix(about) {
            plain = rest.to_owned();
            break;
        }
    }
    let (digits, zeros) = match plain.chars().last() {
        Some('万') => (plain.trim_end_matches('万'), 4),
        Some('亿') => (plain.trim_end_matches('亿'), 8),
        _ => (plain.as_str(), 0),
    };
    let digits = without_separators(digits).ok_or_else(words::printed_number)?;
    Decimal::parse(&shifted(&digits, zeros)).map(Printed::Text).map_err(|_| words::printed_number())
}

/// A text without spaces, its digits and signs of half width.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect()
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '％' | '．' | '，' | '－' | '＞' | '＜' | '／' => {
            u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
        }
        _ => c,
    }
}

/// The digits without thousands separators; `None` where those do not part groups of three.
fn without_separators(digits: &str) -> Option<String> {
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let parted = whole.contains(',');
    let sound = !first.is_empty()
        && groups.all(|group| group.len() == 3)
        && (!parted || (1..=3).contains(&first.len()));
    let whole: String = whole.chars().filter(|c| *c != ',').collect();
    sound.then(|| fraction.map_or_else(|| whole.clone(), |fraction| format!("{whole}.{fraction}")))
}

/// A number moved by so many places, digit by digit: no arithmetic that could round.
fn shifted(digits: &str, zeros: usize) -> String {
    if zeros == 0 {
        return digits.to_owned();
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(zeros).collect();
    let rest: String = fraction.chars().skip(zeros).collect();
    let all = format!("{whole}{moved}");
    let trimmed = all.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

/// Reads the fields of a round or a correction that may be written as printed: each becomes its number, with the
/// text beside it; a blank is taken out.
pub fn in_file(file: &mut TomlFile, table: &mut DeTable<'_>, units: &Units, findings: &mut Vec<Finding>) {
    let mut reading = Printing { file, units, findings };
    reading.in_table("", None, table);
}

/// A file whose numbers are read.
struct Printing<'a> {
    file: &'a mut TomlFile,
    units: &'a Units,
    findings: &'a mut Vec<Finding>,
}

impl Printing<'_> {
    fn in_table(&mut self, path: &str, around: Option<&str>, table: &mut DeTable<'_>) {
        let own = table.get("indicator").and_then(|id| id.get_ref().as_str()).map(str::to_owned);
        let indicator = own.as_deref().or(around);
        for (field, kept_in, units) in FIELDS {
            let of_indicator = indicator.filter(|_| field == "value").and_then(|id| self.units.get(id));
            let of_indicator: Option<Vec<&str>> =
                of_indicator.map(|units| units.iter().map(String::as_str).collect());
            let units = of_indicator.as_deref().unwrap_or(units);
            let Some(value) = table.get(field) else { continue };
            let DeValue::String(text) = value.get_ref() else { continue };
            let (span, text) = (value.span(), text.to_string());
            let put = |table: &mut DeTable<'_>, key: &'static str, text: String| {
                table.insert(
                    Spanned::new(span.clone(), key.into()),
                    Spanned::new(span.clone(), DeValue::String(text.into())),
                );
            };
            match read(&text, units) {
                Ok(Printed::Number) => {}
                Ok(Printed::Blank) => drop(table.remove(field)),
                Ok(Printed::Text(number)) => {
                    put(table, field, number.to_string());
                    if !table.contains_key(kept_in) {
                        put(table, kept_in, text.trim().to_owned());
                    }
                }
                Err(expected) => {
                    let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
                    self.findings.push(self.file.finding(&path, expected, words::quoted(text.trim())));
                    self.file.doubt(&path);
                    // Something to read on.
                    put(table, field, "1".to_owned());
                }
            }
        }
        for (key, value) in table.iter_mut() {
            // A balance has the form of an assessment file.
            if *key.get_ref() != "balance" {
                let key = key.get_ref();
                let path = if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
                self.in_value(&path, indicator, value.get_mut());
            }
        }
    }

    fn in_value(&mut self, path: &str, around: Option<&str>, value: &mut DeValue<'_>) {
        match value {
            DeValue::Table(table) => self.in_table(path, around, table),
            DeValue::Array(array) => {
                for (i, value) in array.iter_mut().enumerate() {
                    self.in_value(&format!("{path}[{i}]"), around, value.get_mut());
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<String, bool> {
        let units = ["%", "吨", "吨标准煤"];
        match read(text, &units) {
            Ok(Printed::Blank) => Ok("blank".to_owned()),
            Ok(Printed::Number) => Ok("as written".to_owned()),
            Ok(Printed::Text(number)) => Ok(number.to_string()),
            Err(expected) => Err(expected == words::one_number()),
        }
    }

    #[test]
    fn what_departments_print_is_read() {
        for (printed, number) in [
            ("0.2831", "as written"),
            ("53.58万吨", "535800"),
            ("１２．５", "12.5"),
            ("约0.28", "0.28"),
            ("约 56.1 万吨标准煤", "561000"),
            ("1.2亿", "120000000"),
            ("0.00012万", "1.2"),
            ("1,234,567.8", "1234567.8"),
            ("1，234", "1234"),
            ("81.5％", "81.5"),
            ("", "blank"),
            (" — ", "blank"),
        ] {
            assert_eq!(of(printed), Ok(number.to_owned()), "{printed}");
        }
    }

    #[test]
    fn what_is_no_one_number_is_refused_with_the_way_out() {
        for range in ["≥80", "80-85", "0.2～0.3", "不低于90%", "20万吨以上", "0.2至0.3"] {
            assert_eq!(of(range), Err(true), "{range}");
        }
        for nonsense in ["1,23", "1234,567", "二级", "12元", "1.2.3", "万", "-1.5万"] {
            assert_eq!(of(nonsense), Err(false), "{nonsense}");
        }
    }
}
