//! The corrections of the demonstration: what rounds and a list said wrongly, and from which day it is put right.

use assessment::Date;

use super::course::{day, round_id};
use super::text::{SOURCE, words};
use super::write::HEADER;

/// What a list misprints: an entry's last year of construction.
pub struct Misprint {
    /// Id of the list.
    pub list: &'static str,
    /// Id of the park.
    pub park: &'static str,
    /// The last year as it is printed.
    pub printed: u16,
}

/// The one misprint of the lists.
pub const MISPRINT: Misprint =
    Misprint { list: "region-cultivation-2026", park: "demo-lingqu", printed: 2029 };

/// The half-year at whose end the last round before the misprint's correction lies.
const MISPRINT_AFTER: u8 = 3;

/// A correction before it is written.
pub struct Correction {
    /// The half-year of the last round before it.
    pub after: u8,
    /// Why.
    pub reason: (&'static str, &'static str),
    /// Its changes, as TOML.
    pub changes: String,
}

/// The day of a correction: seven weeks after the round before it.
fn dated(after: u8) -> Date {
    let round = day(after);
    let (year, month) = if round.month() == 12 { (round.year() + 1, 2) } else { (round.year(), 8) };
    Date::new(year, month, 18).expect("every month has an 18th")
}

/// The change of an entry of a list, as it is printed and as it is.
pub fn misprint(number: usize, name: &str, scope: &str, (from, to): (u16, u16)) -> Correction {
    let Misprint { list, park, printed } = MISPRINT;
    let entry = |end: u16| {
        format!(
            "number = {number}\nname = \"{name}\"\nprovince = \"内蒙古\"\nscope = \"{scope}\"\n\
             start_year = {from}\nend_year = {end}\npark = \"{park}\"\n"
        )
    };
    Correction {
        after: MISPRINT_AFTER,
        reason: (
            "名单印错建设期末年，现予更正。",
            "The list misprints the last year of construction; this puts it right.",
        ),
        changes: format!(
            "\n[[entries]]\nlist = \"{list}\"\n\n[entries.was]\n{}\n[entries.is]\n{}",
            entry(printed),
            entry(to)
        ),
    }
}

/// The corrections as files, by id: numbered in turn after the round that lies before them.
pub fn files(mut corrections: Vec<Correction>) -> Vec<(String, String)> {
    corrections.sort_by_key(|each| each.after);
    let mut files: Vec<(String, String)> = Vec::new();
    for Correction { after, reason, changes } in corrections {
        let round = round_id(after);
        let number = 1 + files.iter().filter(|(id, _)| id.starts_with(&format!("{round}-c"))).count();
        let id = format!("{round}-c{number}");
        let toml = format!(
            "{HEADER}id = \"{id}\"\ndated = \"{}\"\nreason = {}\nsource = {SOURCE}\n{changes}",
            dated(after),
            words(reason.0, reason.1)
        );
        files.push((id, toml));
    }
    files
}
