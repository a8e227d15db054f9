//! TOML as a person would write it: short tables on one line, numbers in quotes.

use std::fmt::Write as _;

/// Chinese and English.
pub type Words = (&'static str, &'static str);

/// A text in both languages as an inline table.
pub fn words(zh: &str, en: &str) -> String {
    format!("{{ zh = \"{zh}\", en = \"{en}\" }}")
}

/// Where everything invented comes from. It was never compared with anything, so it bears no day of a check.
pub const SOURCE: &str = "{ document = \"demo\", mark = \"D\" }";

/// A number of so many decimal places, without zeros at its end.
pub fn decimal(value: i64, places: usize) -> String {
    let unit = 10_i64.pow(places as u32);
    let mut text = String::new();
    if value < 0 {
        text.push('-');
    }
    let (whole, rest) = (value.abs() / unit, value.abs() % unit);
    // Writing to a string does not fail.
    let _ = write!(text, "{whole}");
    if rest > 0 {
        let _ = write!(text, ".{rest:0places$}");
        text.truncate(text.trim_end_matches('0').len());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_short_and_exact() {
        assert_eq!(decimal(1234, 2), "12.34");
        assert_eq!(decimal(1200, 2), "12");
        assert_eq!(decimal(1205, 3), "1.205");
        assert_eq!(decimal(30, 3), "0.03");
        assert_eq!(decimal(-15, 1), "-1.5");
        assert_eq!(decimal(100, 0), "100");
    }
}
