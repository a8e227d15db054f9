//! Numbers of departments' tables with their units: read digit by digit, so that nothing is rounded on the way.

use std::sync::LazyLock;

use super::plain::{compact, comparable};
use super::{Cell, Kind};

/// What is measured, and with it the unit that files have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Energy, t of coal equivalent.
    Energy,
    /// Carbon dioxide, t.
    Carbon,
    /// Electric energy, MWh.
    Power,
    /// Heat, GJ.
    Heat,
    /// Mass, t.
    Mass,
    /// Gas, 10,000 m³.
    Gas,
    /// A share, per cent.
    Percent,
    /// Carbon per energy, t CO₂ per tce.
    Intensity,
    /// A number without a unit that could be another.
    Plain,
}

/// A unit that tables are printed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As it is commonly written.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// By how many places a number in it is moved to become one in the unit of files.
    pub places: i32,
}

/// A dimension, places, and how the unit is written, the common way first.
type Row = (Dimension, i32, &'static [&'static str]);

const UNITS: &[Row] = &[
    (Dimension::Energy, 0, &["吨标准煤", "吨标煤", "tce", "t标准煤", "吨ce", "吨"]),
    (Dimension::Energy, 4, &["万吨标准煤", "万吨标煤", "万tce", "万吨"]),
    (Dimension::Energy, 8, &["亿吨标准煤", "亿吨标煤", "亿tce", "亿吨"]),
    (Dimension::Energy, -3, &["千克标准煤", "公斤标准煤", "kgce", "千克标煤"]),
    (Dimension::Carbon, 0, &["吨二氧化碳", "吨co2", "tco2", "吨二氧化碳当量", "tco2e", "吨", "t"]),
    (
        Dimension::Carbon,
        4,
        &["万吨二氧化碳", "万吨co2", "万tco2", "万吨二氧化碳当量", "万tco2e", "万吨", "万t"],
    ),
    (Dimension::Carbon, 8, &["亿吨二氧化碳", "亿吨co2", "亿tco2", "亿吨"]),
    (Dimension::Power, 0, &["兆瓦时", "mwh"]),
    (Dimension::Power, -3, &["千瓦时", "kwh", "度"]),
    (Dimension::Power, 1, &["万千瓦时", "万kwh", "万度"]),
    (Dimension::Power, 5, &["亿千瓦时", "亿kwh", "亿度"]),
    (Dimension::Power, 3, &["吉瓦时", "gwh"]),
    (Dimension::Power, 6, &["太瓦时", "twh"]),
    (Dimension::Heat, 0, &["吉焦", "gj", "百万千焦"]),
    (Dimension::Heat, -3, &["兆焦", "mj"]),
    (Dimension::Heat, 3, &["太焦", "tj"]),
    (Dimension::Heat, 4, &["万吉焦", "万gj", "万百万千焦"]),
    (Dimension::Mass, 0, &["吨", "t"]),
    (Dimension::Mass, 4, &["万吨", "万t"]),
    (Dimension::Mass, -3, &["千克", "公斤", "kg"]),
    (Dimension::Gas, 0, &["万立方米", "万m3", "万nm3", "万标立方米", "万标方", "万方"]),
    (Dimension::Gas, -4, &["立方米", "m3", "nm3", "标立方米", "标方", "方"]),
    (Dimension::Gas, 4, &["亿立方米", "亿m3", "亿nm3", "亿标方"]),
    (Dimension::Percent, 0, &["%", "百分比", "百分数"]),
    (Dimension::Percent, 2, &["小数", "fraction"]),
    (
        Dimension::Intensity,
        0,
        &[
            "吨二氧化碳/吨标准煤",
            "吨/吨标准煤",
            "tco2/tce",
            "t/tce",
            "吨co2/吨标准煤",
            "吨co2/tce",
            "吨二氧化碳/吨标煤",
            "吨/吨标煤",
        ],
    ),
];

struct Spelling {
    written: String,
    unit: Unit,
}

/// Every spelling, the longest first, so that a unit is not taken for one that ends like it.
static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let spell = |(dimension, places, names): &Row| {
        let unit = Unit { name: names[0], dimension: *dimension, places: *places };
        names
            .iter()
            .map(move |name| Spelling { written: (*name).to_owned(), unit: unit.clone() })
            .collect::<Vec<_>>()
    };
    let mut spellings: Vec<Spelling> = UNITS.iter().flat_map(spell).collect();
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.written.chars().count()));
    spellings
});

/// A unit's spelling made comparable: ₂ and ³ as digits, no dots.
fn spelled(text: &str) -> String {
    comparable(text).replace('₂', "2").replace('³', "3")
}

/// Whether a text is a unit of anything.
pub fn is_unit(text: &str) -> bool {
    let text = spelled(text);
    SPELLINGS.iter().any(|spelling| spelling.written == text)
}

/// The unit of a dimension that a text is.
pub fn unit_of(text: &str, dimension: Dimension) -> Option<Unit> {
    let text = spelled(text);
    let known = SPELLINGS.iter().find(|known| known.unit.dimension == dimension && known.written == text);
    known.map(|spelling| spelling.unit.clone())
}

/// The units of a dimension as they are commonly written.
pub fn units_of(dimension: Dimension) -> Vec<&'static str> {
    UNITS.iter().filter(|row| row.0 == dimension).map(|row| row.2[0]).collect()
}

/// The unit in which files have a dimension; `None` where any number is one of it.
pub fn unit_of_files(dimension: Dimension) -> Option<&'static str> {
    UNITS.iter().find(|row| row.0 == dimension && row.1 == 0).map(|row| row.2[0])
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is published.
    Blank,
    /// That the indicator does not apply, in these words.
    NotApplicable(String),
    /// A number.
    Number(Number),
}

/// A number out of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its digits in the unit of files, exact.
    pub digits: String,
    /// As a file that keeps what is printed has it: `53.6万吨`, `约0.28`.
    pub printed: String,
    /// As the table has it, with its unit: `53.6 万吨`.
    pub shown: String,
    /// The unit that it was printed in.
    pub unit: Option<&'static str>,
}

/// Why a cell is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// A range or a limit.
    Range,
    /// It has more digits than anybody has typed.
    Long,
    /// A formula that failed.
    Error,
    /// 万 in the cell and 万 in the heading.
    Twice,
    /// No unit, where there may be several.
    WithoutUnit,
    /// Words.
    Words,
}

const BLANKS: [&str; 16] = [
    "",
    "-",
    "—",
    "——",
    "–",
    "/",
    "\\",
    "暂无",
    "暂无数据",
    "无数据",
    "未提供",
    "未公布",
    "不详",
    "n/a",
    "na",
    "…",
];
const NOT_APPLICABLE: [&str; 5] = ["不涉及", "不适用", "无此项", "无此项指标", "notapplicable"];

/// Whether a text says that nothing is published.
pub fn is_blank(text: &str) -> bool {
    BLANKS.contains(&compact(text).to_lowercase().as_str())
}

/// Reads a number of a dimension from a cell under a heading that names a unit or none.
///
/// # Errors
/// Why it is none.
pub fn read(cell: &Cell, dimension: Dimension, heading: Option<&Unit>) -> Result<Reading, NotANumber> {
    match cell.kind {
        Kind::Error => return Err(NotANumber::Error),
        Kind::LongNumber => return Err(NotANumber::Long),
        Kind::Day(_) => return Err(NotANumber::Words),
        Kind::Empty | Kind::Text | Kind::Number | Kind::Percent => {}
    }
    let text = compact(&cell.text);
    if is_blank(&text) {
        return Ok(Reading::Blank);
    }
    if NOT_APPLICABLE.iter().any(|word| text.to_lowercase().starts_with(word)) {
        return Ok(Reading::NotApplicable(super::plain::trimmed(&cell.text)));
    }
    if is_range(&text) {
        return Err(NotANumber::Range);
    }
    let (about, rest) = match ["约为", "大约", "约"].iter().find_map(|about| text.strip_prefix(about)) {
        Some(rest) => (true, rest.to_owned()),
        None => (false, text),
    };
    let (digits, own) = with_unit(&rest, dimension);
    let own = if cell.kind == Kind::Percent { unit_of("%", Dimension::Percent) } else { own };
    let (digits, more) = match digits.chars().last() {
        Some('万') => (digits.trim_end_matches('万'), 4),
        Some('亿') => (digits.trim_end_matches('亿'), 8),
        _ => (digits, 0),
    };
    let unit = own.as_ref().or(heading);
    if more > 0 && own.is_none() && heading.is_some_and(|unit| unit.places > 0) {
        return Err(NotANumber::Twice);
    }
    let digits = without_separators(digits).ok_or(NotANumber::Words)?;
    let places = match (unit, dimension) {
        (Some(unit), _) => unit.places,
        (None, Dimension::Percent | Dimension::Intensity | Dimension::Plain) => 0,
        (None, _) => return Err(NotANumber::WithoutUnit),
    } + more;
    let moved = shifted(&digits, places).ok_or(NotANumber::Words)?;
    let kept = matches!(
        dimension,
        Dimension::Carbon | Dimension::Energy | Dimension::Percent | Dimension::Intensity
    );
    let mut printed = match places {
        4 if kept => format!("{digits}万吨"),
        8 if kept => format!("{digits}亿吨"),
        _ => moved.clone(),
    };
    if about {
        printed.insert(0, '约');
    }
    let mut shown = super::plain::trimmed(&cell.text);
    if cell.kind == Kind::Percent {
        shown.push('%');
    } else if own.is_none()
        && let Some(unit) = heading
    {
        shown = format!("{shown} {}", unit.name);
    }
    Ok(Reading::Number(Number { digits: moved, printed, shown, unit: unit.map(|unit| unit.name) }))
}

/// A number's text without the unit that it ends in, and that unit.
fn with_unit(text: &str, dimension: Dimension) -> (&str, Option<Unit>) {
    let lower = text.to_lowercase().replace('₂', "2").replace('³', "3");
    // 万 before a unit belongs to the number, where the unit with it is none of the spellings.
    for known in SPELLINGS.iter().filter(|known| known.unit.dimension == dimension) {
        if let Some(rest) = lower.strip_suffix(&known.written)
            && rest.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '万' | '亿'))
        {
            // The digits before the unit have the same bytes in both.
            return (text.get(..rest.len()).unwrap_or_default(), Some(known.unit.clone()));
        }
    }
    (text, None)
}

fn is_range(text: &str) -> bool {
    // 至 and 到 are in many words.
    let between = |word: char| {
        let before = |part: &str| part.ends_with(|c: char| c.is_ascii_digit() || "%万亿吨".contains(c));
        let parts = text.split_once(word);
        parts.is_some_and(|(from, to)| before(from) && to.starts_with(|c: char| c.is_ascii_digit()))
    };
    text.contains(['≥', '≤', '>', '<', '~', '—', '–'])
        || between('至')
        || between('到')
        || text.trim_start_matches('-').contains('-')
        || ["以上", "以下", "不低于", "不高于", "不少于", "不超过", "以内"]
            .iter()
            .any(|word| text.contains(word))
}

/// The digits of a number without thousands separators; `None` where it is none.
fn without_separators(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(a, b)| (a, Some(b)));
    let groups: Vec<&str> = whole.split(',').collect();
    let parted = groups.len() > 1;
    let sound = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let whole: String = groups.concat();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(&whole) || (parted && !sound) || fraction.is_some_and(|fraction| !is_digits(fraction)) {
        return None;
    }
    let trimmed = whole.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    Some(match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    })
}

/// A number moved by so many places, up or down, digit by digit; `None` of what is no number.
pub fn shifted(digits: &str, places: i32) -> Option<String> {
    let (sign, text) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    if places == 0 {
        return Some(digits.to_owned());
    }
    let all = format!("{whole}{fraction}");
    // Where the point stands after it was moved.
    let point = i32::try_from(whole.len()).ok()? + places;
    let (whole, fraction) = if point <= 0 {
        let zeros = usize::try_from(-point).ok()?;
        (String::new(), format!("{}{all}", "0".repeat(zeros)))
    } else {
        let point = usize::try_from(point).ok()?;
        if point >= all.len() {
            (format!("{all}{}", "0".repeat(point - all.len())), String::new())
        } else {
            (all[..point].to_owned(), all[point..].to_owned())
        }
    };
    let trimmed = whole.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, dimension: Dimension, heading: &str) -> Result<String, NotANumber> {
        let unit = unit_of(heading, dimension);
        read(&Cell::text(text), dimension, unit.as_ref()).map(|reading| match reading {
            Reading::Blank => "blank".to_owned(),
            Reading::NotApplicable(_) => "none".to_owned(),
            Reading::Number(number) => format!("{} = {}", number.printed, number.digits),
        })
    }

    #[test]
    fn units_of_headings_and_cells_are_converted_without_rounding() {
        use Dimension::*;
        for (text, dimension, heading, read) in [
            ("53.58", Carbon, "万吨", "53.58万吨 = 535800"),
            ("53.58万吨", Carbon, "吨", "53.58万吨 = 535800"),
            ("５３５，８００", Carbon, "吨CO₂", "535800 = 535800"),
            ("约56.1", Energy, "万吨标准煤", "约56.1万吨 = 561000"),
            ("1.2亿", Energy, "吨标准煤", "1.2亿吨 = 120000000"),
            ("148394.4", Power, "万千瓦时", "1483944 = 1483944"),
            ("14.839", Power, "亿kW·h", "1483900 = 1483900"),
            ("1234", Power, "千瓦时", "1.234 = 1.234"),
            ("116308", Heat, "百万千焦", "116308 = 116308"),
            ("9861000", Gas, "m³", "986.1 = 986.1"),
            ("986.1万立方米", Gas, "m³", "986.1 = 986.1"),
            ("81.5％", Percent, "", "81.5 = 81.5"),
            ("0.815", Percent, "小数", "81.5 = 81.5"),
            ("0.2831", Intensity, "", "0.2831 = 0.2831"),
            (" 暂无 ", Percent, "", "blank"),
            ("—", Percent, "", "blank"),
            ("不涉及", Percent, "", "none"),
        ] {
            assert_eq!(of(text, dimension, heading), Ok(read.to_owned()), "{text} under {heading}");
        }
    }

    #[test]
    fn what_is_no_one_number_is_told_apart() {
        use Dimension::*;
        assert_eq!(of("≥80", Percent, "%"), Err(NotANumber::Range));
        assert_eq!(of("0.2～0.3", Intensity, ""), Err(NotANumber::Range));
        assert_eq!(of("53.6万", Carbon, "万吨"), Err(NotANumber::Twice));
        assert_eq!(of("53.6", Carbon, ""), Err(NotANumber::WithoutUnit));
        assert_eq!(of("达到二级", Percent, "%"), Err(NotANumber::Words));
        assert_eq!(of("1,23", Percent, "%"), Err(NotANumber::Words));
    }

    proptest::proptest! {
        /// Moving there and back changes no digit.
        #[test]
        fn moving_places_loses_nothing(units in 0_u64..1_000_000_000_000, scale in 1_usize..9, places in -9_i32..9) {
            let all = format!("{units:0width$}", width = scale + 1);
            let (whole, fraction) = all.split_at(all.len() - scale);
            let number = assessment::Decimal::parse(&format!("{whole}.{fraction}"));
            let text = number.map(|number| number.trimmed().to_string()).unwrap_or_default();
            let there = shifted(&text, places).unwrap_or_default();
            proptest::prop_assert_eq!(shifted(&there, -places), Some(text));
        }
    }
}
