//! The corrections of the demonstration: what rounds and a list said wrongly, and from which day it is put right.

use assessment::Date;

use super::course::{day, round_id};
use super::text::{SOURCE, Words, words};
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

/// An order to rectify that was published with another last day, and what the park was reported to have said.
pub struct Misreport {
    /// Id of the park.
    pub park: &'static str,
    /// The last day of the order as it was published: year, month, day.
    pub due: (u16, u8, u8),
    /// Day of the report.
    pub said_on: &'static str,
    /// What was reported, and what was said.
    pub said: [Words; 2],
}

/// The one act and the one statement that were published wrongly.
pub const MISREPORT: Misreport = Misreport {
    park: "demo-shuanghe",
    due: (2028, 6, 3),
    said_on: "2027-10-08",
    said: [
        ("园区介绍，绿电直供专线已架设36公里。", "The park says that 36 km of the direct line are up."),
        ("园区介绍，绿电直供专线已架设26公里。", "The park says that 26 km of the direct line are up."),
    ],
};

/// How what a park says of itself must be read.
const CAVEAT: Words = ("园区自己的说法，不是指标的数值。", "The park's own words; no value of an indicator.");

impl Misreport {
    /// What was reported, as TOML: as published, or as it was said.
    pub fn statement(&self, is_corrected: bool) -> String {
        let (zh, en) = self.said[usize::from(is_corrected)];
        format!(
            "dated = \"{}\"\ntext = {}\ncaveat = {}\nsource = {SOURCE}\n",
            self.said_on,
            words(zh, en),
            words(CAVEAT.0, CAVEAT.1)
        )
    }

    /// The correction, with the act as it was published and as it is.
    pub fn correction(&self, [was, is]: [String; 2]) -> Correction {
        let park = self.park;
        let [said_was, said_is] = [false, true].map(|is_corrected| self.statement(is_corrected));
        Correction {
            after: 4,
            dated: Date::new(2027, 11, 18),
            reason: (
                "责令整改的期限和绿电直供专线的长度公布有误，现予更正。",
                "The last day of the order and the length of the direct line were published wrongly.",
            ),
            changes: format!(
                "\n[[acts]]\npark = \"{park}\"\nreason = {}\n\n[acts.was]\n{was}\n[acts.is]\n{is}\n\
                 [[statements]]\npark = \"{park}\"\nreason = {}\n\n[statements.was]\n{said_was}\n[statements.is]\n{said_is}",
                words("期限是6月30日，印成了6月3日。", "The last day is 30 June; 3 June was printed."),
                words("专线长度多写了10公里。", "The length was given as 10 km too much."),
            ),
        }
    }
}

/// A correction before it is written.
pub struct Correction {
    /// The half-year of the last round before it.
    pub after: u8,
    /// Its day; seven weeks after that round where it has none of its own.
    pub dated: Option<Date>,
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
        dated: None,
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
    corrections.sort_by_key(|each| (each.after, each.dated));
    let mut files: Vec<(String, String)> = Vec::new();
    for Correction { after, dated: own, reason, changes } in corrections {
        let round = round_id(after);
        let number = 1 + files.iter().filter(|(id, _)| id.starts_with(&format!("{round}-c"))).count();
        let id = format!("{round}-c{number}");
        let toml = format!(
            "{HEADER}id = \"{id}\"\ndated = \"{}\"\nreason = {}\nsource = {SOURCE}\n{changes}",
            own.unwrap_or_else(|| dated(after)),
            words(reason.0, reason.1)
        );
        files.push((id, toml));
    }
    files
}
