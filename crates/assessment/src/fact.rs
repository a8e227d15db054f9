//! What every published fact carries: words in both languages, a day, a mark of how sure it is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text in the portal's two languages. The engine carries it and never chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// How sure a fact is.
///
/// Ordered from the surest to the least sure: what is made of several facts is as sure as the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    /// Read in the official text.
    A,
    /// Read in a transcription or a press report; the source says so.
    B,
    /// Commonly used, not confirmed: a visible, changeable default.
    C,
    /// Unknown: not published, and never invented.
    U,
    /// Invented for the demonstration: nobody has published it, and nothing is compared with it. What is made of
    /// it is invented, too.
    D,
}

/// A calendar day, written `2025-06-30`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(time::Date);

impl Date {
    /// The day, or `None` when the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Date)
    }

    /// The last day of a year, the day by which a year's figures are complete.
    ///
    /// `None` outside the years 1 to 9999.
    pub fn year_end(year: u16) -> Option<Date> {
        (1..=9999).contains(&year).then(|| Date::new(i32::from(year), 12, 31))?
    }

    /// The day, in UTC, of a moment counted in seconds from 1970; `None` beyond the calendar.
    pub fn of_unix_seconds(seconds: u64) -> Option<Date> {
        let moment = time::OffsetDateTime::from_unix_timestamp(seconds.try_into().ok()?).ok()?;
        Some(Date(moment.date()))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day before; `None` before the first of the calendar.
    pub fn previous(self) -> Option<Date> {
        self.0.previous_day().map(Date)
    }

    /// Days from this day to another; negative when the other is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        (other.0 - self.0).whole_days()
    }
}

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Date, Self::Err> {
        const EXPECTED: &str = "a day written as YYYY-MM-DD";
        let form = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !form {
            return Err(EXPECTED);
        }
        let number = |range| text.get(range).and_then(|s: &str| s.parse::<u16>().ok()).ok_or(EXPECTED);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        Date::new(i32::from(year), month as u8, day as u8).ok_or(EXPECTED)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|expected| de::Error::invalid_value(de::Unexpected::Str(&text), &expected))
    }
}

/// One thing that is wrong in a file: where, what was expected, what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Path of the field, indices from 0: `electricity.received[2].mwh`; `$` for the whole text.
    pub path: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
}

impl Problem {
    /// A problem at a path.
    pub fn new(path: impl Into<String>, expected: impl Into<String>, found: impl Into<String>) -> Problem {
        Problem { path: path.into(), expected: expected.into(), found: found.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}, found {}", self.path, self.expected, self.found)
    }
}
