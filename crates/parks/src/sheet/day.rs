//! Days, years and periods as tables print them.

use assessment::Date;
use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::plain::compact;
use super::{Cell, Kind};

/// The days that a spreadsheet's number of a day may be: 2000 to 2099.
const SERIALS: std::ops::Range<u32> = 36_526..73_051;

/// The day that a cell of days holds: a spreadsheet's own, its number, or one in words.
pub fn of_cell(cell: &Cell) -> Option<Date> {
    match cell.kind {
        Kind::Day(day) => Some(day),
        Kind::Number => {
            let serial = cell.text.parse::<u32>().ok().filter(|serial| SERIALS.contains(serial));
            match serial {
                Some(serial) => {
                    let moment = ExcelDateTime::new(serial.into(), ExcelDateTimeType::DateTime, false);
                    let (year, month, day, ..) = moment.to_ymd_hms_milli();
                    Date::new(year.into(), month, day)
                }
                None => of_text(&cell.text),
            }
        }
        Kind::Text => of_text(&cell.text),
        Kind::Empty | Kind::Percent | Kind::LongNumber | Kind::Error => None,
    }
}

/// The day that a text is: 2026年11月28日, 2026/11/28, 2026.11.28, 20261128, 二〇二六年十一月二十八日.
pub fn of_text(text: &str) -> Option<Date> {
    let text = compact(text);
    // A time of midnight comes with days that were copied.
    let text = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("0:00")).unwrap_or(&text);
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return date(&[&text[..4], &text[4..6], &text[6..]]);
    }
    let text = text.trim_end_matches(['日', '号']);
    let parts: Vec<&str> = text.split(['年', '月', '-', '/', '.']).collect();
    (parts.len() == 3).then(|| date(&parts)).flatten()
}

fn date(parts: &[&str]) -> Option<Date> {
    let [year, month, day] = parts else { return None };
    let year = if year.chars().count() == 4 { number(year)? } else { return None };
    Date::new(i32::from(year), number(month)?.try_into().ok()?, number(day)?.try_into().ok()?)
}

/// A number up to 9999 in digits or in Chinese: 28, 二十八, 二〇二六.
fn number(text: &str) -> Option<u16> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| {
        let at = "〇一二三四五六七八九".chars().position(|known| known == c);
        at.or_else(|| "零○".contains(c).then_some(0)).map(|digit| digit as u16)
    };
    if let Some((tens, ones)) = text.split_once('十') {
        let of = |part: &str, empty: u16| {
            let mut signs = part.chars();
            match (signs.next(), signs.next()) {
                (None, _) => Some(empty),
                (Some(sign), None) => digit(sign),
                _ => None,
            }
        };
        return Some(of(tens, 1)? * 10 + of(ones, 0)?);
    }
    (!text.is_empty())
        .then(|| text.chars().try_fold(0_u16, |all, c| all.checked_mul(10)?.checked_add(digit(c)?)))?
}

/// The only day that stands somewhere in a text: （截至2026年11月28日）.
pub fn within(text: &str) -> Option<Date> {
    let text = compact(text);
    let mut found = text.match_indices('年').filter_map(|(at, _)| {
        let before: Vec<char> = text[..at].chars().rev().take(4).collect();
        let year: String = before.iter().rev().collect();
        let end = text[at..].find(['日', '号'])? + at;
        of_text(&format!("{year}{}", &text[at..end]))
    });
    found.next().filter(|day| found.all(|other| other == *day))
}

/// The year that a text is or begins with: 2027, 2027年, 2027年度, 二〇二七年.
pub fn year(text: &str) -> Option<u16> {
    let text = compact(text);
    let four: String = text.chars().take(4).collect();
    let rest = text.strip_prefix(&four)?;
    let year = number(&four).filter(|year| (2000..=2100).contains(year))?;
    (rest.is_empty() || rest.starts_with('年') || rest == ".0").then_some(year)
}

/// The first year that is named in a text.
pub fn year_within(text: &str) -> Option<u16> {
    let text = compact(text);
    text.char_indices().find_map(|(at, _)| {
        let four: String = text[at..].chars().take(4).collect();
        text[at..].strip_prefix(&four)?.starts_with('年').then(|| year(&four)).flatten()
    })
}

/// First and last year of a period of whole years: 2026—2028, 2026年至2028年.
pub fn years(text: &str) -> Option<[u16; 2]> {
    let text = compact(text).replace("——", "—");
    let (from, to) = text.split_once(['-', '—', '–', '~', '至', '到'])?;
    let bare = |text: &str| text.trim_end_matches("年度").trim_end_matches('年').to_owned();
    Some([year(&bare(from))?, year(&bare(to))?])
}

/// First and last year of a period that may name months and days: 2026.1－2028.12, 2026年1月至2028年12月.
pub fn years_spanned(text: &str) -> Option<[u16; 2]> {
    let text = compact(text);
    let mut found = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years = [year(found.next()?)?, year(found.next()?)?];
    found.next().is_none().then_some(years)
}

/// The month that a text is: 1月, 一月, 2027年1月, 2027-01.
pub fn month(cell: &Cell) -> Option<u8> {
    if let Kind::Day(day) = cell.kind {
        return Some(day.month());
    }
    let text = compact(&cell.text);
    let behind_year = text.split_once('年').map_or(text.as_str(), |(_, month)| month);
    let behind_year = behind_year.rsplit_once(['-', '/', '.']).map_or(behind_year, |(_, month)| month);
    let month = behind_year.trim_end_matches("月份").trim_end_matches('月');
    number(month).and_then(|month| u8::try_from(month).ok()).filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        of_text(text).map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        for text in [
            "2026年11月28日",
            "2026-11-28",
            "2026/11/28",
            "２０２６．１１．２８",
            "20261128",
            "二〇二六年十一月二十八日",
            "2026-11-28 00:00:00",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-11-28"), "{text}");
        }
        let serial = Cell { text: "46354".to_owned(), kind: Kind::Number };
        assert_eq!(of_cell(&serial).map(|day| day.to_string()).as_deref(), Some("2026-11-28"));
        for text in ["2026年11月", "2026-13-01", "十一月", "26-11-28"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(
            within("（截至2026年11月28日）").map(|day| day.to_string()).as_deref(),
            Some("2026-11-28")
        );
    }

    #[test]
    fn years_months_and_periods_are_read() {
        assert_eq!(years("2026—2028年"), Some([2026, 2028]));
        assert_eq!(years("2026年至2028年"), Some([2026, 2028]));
        assert_eq!(years("三年"), None);
        assert_eq!(years("2026.1—2028.12"), None);
        assert_eq!(years_spanned("２０２６.1－2028.12"), Some([2026, 2028]));
        assert_eq!(years_spanned("2026年1月至2028年12月"), Some([2026, 2028]));
        assert_eq!(["三年", "2026年", "2026—2028、2030"].map(years_spanned), [None; 3]);
        assert_eq!(year("二〇二七年"), Some(2027));
        assert_eq!(year_within("示例园区2027年能源消费表"), Some(2027));
        let months =
            ["1月", "十二月", "2027年3月", "2027-04", "5", "合计"].map(|text| month(&Cell::text(text)));
        assert_eq!(months, [Some(1), Some(12), Some(3), Some(4), Some(5), None]);
    }
}
