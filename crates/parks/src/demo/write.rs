//! The files of the demonstration: parks, lists and registers, as TOML and CSV.

use std::fmt::Write as _;

use assessment::Date;
use assessment::ladder::Stage;

use super::acts::Event;
use super::career::Career;
use super::cast::Character;
use super::corrections::{self, Correction, MISPRINT, MISREPORT};
use super::course::targets;
use super::lists::List;
use super::text::{SOURCE, Words, decimal, words};

/// The first line of every file that the generator writes.
pub const HEADER: &str = "# 演示数据 / demonstration data: invented. Made by `parks demo`; do not edit.\n";

/// A park of the demonstration.
pub struct Cast<'a> {
    /// Who it is.
    pub who: &'a Character,
    /// What happens to it.
    pub career: &'a Career,
    /// Its acts, dated.
    pub events: Vec<Event>,
}

impl Cast<'_> {
    /// Its name in both languages.
    pub fn name(&self) -> (String, String) {
        let (zh, en) = self.who.kind.name();
        (format!("示例·{}{zh}园", self.who.zh), format!("Demo · {} {en} Park", self.who.en))
    }

    /// Its short name in both languages.
    pub fn short(&self) -> (String, String) {
        (format!("示例·{}", self.who.zh), format!("Demo · {}", self.who.en))
    }

    /// Day of its application.
    pub fn joined(&self) -> Date {
        self.events[0].dated
    }

    fn scope(&self) -> &'static str {
        if self.who.is_part { "part" } else { "whole" }
    }

    /// Tasks: id, words, clause.
    pub fn tasks(&self) -> Vec<(&'static str, Words, &'static str)> {
        let mut tasks = vec![
            (
                "grid",
                ("建设园区增量配电网，实现相对独立运行", "Build the park's own distribution grid"),
                "plan/2/2/1",
            ),
            (
                "direct-line",
                (
                    "建设绿电直供专线，接入园区用电企业",
                    "Build a direct line for green power to the enterprises",
                ),
                "plan/2/2/2",
            ),
            (
                "diagnosis",
                (
                    "完成全部企业节能降碳诊断并实施改造",
                    "Diagnose energy and carbon in every enterprise, and refit",
                ),
                "plan/2/2/3",
            ),
        ];
        if self.who.kind.mix().process > 0 {
            let words = ("建设碳捕集利用示范工程", "Build a demonstration of carbon capture and utilisation");
            tasks.push(("ccus", words, "plan/2/2/4"));
        }
        tasks
    }

    /// Its file.
    pub fn park(&self) -> String {
        let Character { id, league, kind, at, .. } = self.who;
        let (name, short) = (self.name(), self.short());
        let mut toml = format!("{HEADER}# {}: {}.\n", id, self.career.shows);
        let mut line = |text: String| {
            toml.push_str(&text);
            toml.push('\n');
        };
        line(format!("id = \"{id}\""));
        line(format!("name = {}", words(&name.0, &name.1)));
        line(format!("short = {}", words(&short.0, &short.1)));
        line(format!("league = \"{league}\""));
        line(format!("scope = \"{}\"", self.scope()));
        line(format!("industries = [\"{}\"]", kind.industries().join("\", \"")));
        let (lon, lat) = (decimal(at.0.into(), 2), decimal(at.1.into(), 2));
        line("\n[place]".to_owned());
        line(format!("point = {{ lon = {lon}, lat = {lat} }}"));
        line(format!(
            "note = {}",
            words("演示用的位置，没有真实园区。", "A place for the demonstration; no park stands there.")
        ));
        line("mark = \"D\"".to_owned());
        let (start, end) = self.career.construction;
        line(format!("\n[construction]\nfrom = {start}\nto = {end}\nsource = {SOURCE}"));
        for (indicator, year, target) in self.committed() {
            line(format!(
                "\n[[committed]]\nindicator = \"{indicator}\"\nyear = {year}\ntarget = \"{target}\"\nsource = {SOURCE}"
            ));
        }
        for (id, (zh, en), clause) in self.tasks() {
            line(format!("\n[[tasks]]\nid = \"{id}\"\ntext = {}\nclause = \"{clause}\"", words(zh, en)));
        }
        for event in &self.events {
            line(format!("\n[[events]]\n{}", event_toml(event, self.printed_due(event))));
        }
        if self.who.id == MISREPORT.park {
            line(format!("\n[[statements]]\n{}", MISREPORT.statement(false).trim_end()));
        }
        toml
    }

    /// The last day of an order as it was published.
    fn printed_due(&self, event: &Event) -> Option<Date> {
        let (year, month, day) = MISREPORT.due;
        let is_misreported = self.who.id == MISREPORT.park && event.due.is_some();
        if is_misreported { Date::new(year.into(), month, day) } else { event.due }
    }

    /// Committed targets: indicator, year, target.
    fn committed(&self) -> Vec<(&'static str, u16, String)> {
        let mut committed: Vec<_> = targets(self.career)
            .map(|(year, target)| ("carbon_per_energy", year, decimal(target, 3)))
            .collect();
        committed.push(("direct_green_power", self.career.committed.3, "50".to_owned()));
        committed
    }
}

/// An act, with the last day that it bears.
fn event_toml(event: &Event, due: Option<Date>) -> String {
    let Event { dated, stage, list, cause, text, clause, .. } = event;
    let mut toml =
        format!("dated = \"{dated}\"\nstage = \"{}\"\ntext = {}\n", stage.as_str(), words(text.0, text.1));
    if let Some(list) = list {
        let _ = writeln!(toml, "list = \"{list}\"");
    }
    if let Some(due) = due {
        let _ = writeln!(toml, "due = \"{due}\"");
    }
    if *stage == Stage::RECTIFICATION && due.is_none() {
        toml.push_str("not_stated = [\"due\"]\n");
    }
    if let Some((zh, en)) = cause {
        let _ = writeln!(toml, "cause = {}", words(zh, en));
    }
    let _ = write!(toml, "clause = \"{clause}\"\nsource = {SOURCE}");
    toml
}

/// The head and the entries of a list.
pub fn list(list: &List, parks: &[Cast<'_>]) -> (String, String) {
    let (year, month, day) = list.published;
    let day = format!("{year}-{month:02}-{day:02}");
    let ((title_zh, title_en), (zh, en)) = list.words();
    let head = format!(
        "{HEADER}id = \"{}\"\ntitle = {}\nmeaning = {}\nlevel = \"{}\"\nstage = \"{}\"\ndocument = \"demo\"\n\
         published = \"{day}\"\nmark = \"D\"\n",
        list.id,
        words(&format!("{title_zh}（{year}年，演示）"), &format!("{title_en}, {year} (demonstration)")),
        words(zh, en),
        list.level(),
        list.stage.as_str(),
    );
    let mut csv = String::from("number,name,province,scope,start_year,end_year,park\n");
    for (index, park) in named(list.id, parks).enumerate() {
        let (from, to) = park.career.construction;
        let misprinted = (list.id, park.who.id) == (MISPRINT.list, MISPRINT.park);
        let to = if misprinted { MISPRINT.printed } else { to };
        // Writing to a string does not fail.
        let _ = writeln!(
            csv,
            "{},{},内蒙古,{},{from},{to},{}",
            index + 1,
            park.name().0,
            park.scope(),
            park.who.id
        );
    }
    (head, csv)
}

/// The parks that a list names, in its order.
fn named<'a, 'c>(list: &'a str, parks: &'a [Cast<'c>]) -> impl Iterator<Item = &'a Cast<'c>> {
    parks.iter().filter(move |park| park.events.iter().any(|event| event.list == Some(list)))
}

/// The correction of the lists' misprint.
pub fn misprint(parks: &[Cast<'_>]) -> Option<Correction> {
    let (at, park) =
        named(MISPRINT.list, parks).enumerate().find(|(_, park)| park.who.id == MISPRINT.park)?;
    Some(corrections::misprint(at + 1, &park.name().0, park.scope(), park.career.construction))
}

/// The correction of the act and of the statement that were published wrongly.
pub fn misreport(parks: &[Cast<'_>]) -> Option<Correction> {
    let park = parks.iter().find(|park| park.who.id == MISREPORT.park)?;
    let order = park.events.iter().find(|event| event.due.is_some())?;
    let act = |due| format!("{}\n", event_toml(order, due));
    Some(MISREPORT.correction([act(park.printed_due(order)), act(order.due)]))
}
