//! An evaluation round out of a table with a park a row, or of the months of parks.

use std::collections::BTreeMap;

use assessment::Date;
use disclosure::model::Park;

use super::fields::Holds;
use super::mapping::quoted;
use super::published_core::class;
use super::toml_text::{Writer, list, text};
use super::{Import, Made, Row};
use crate::sheet::number::{Number, Reading, unit_of_files};
use crate::sheet::{Place, day};
use crate::words::headings::{ANSWERS, COVERAGES, QUALITIES, choice};
use crate::words::import as words;

/// What a row says of a park.
pub(super) struct Record<'a> {
    pub(super) park: &'a Park,
    pub(super) place: Place,
    /// Numbers by their fields.
    pub(super) readings: BTreeMap<usize, (Reading, Place)>,
    pub(super) quality: Option<&'static str>,
    pub(super) remark: Option<String>,
    pub(super) basic: [&'static str; 4],
    /// The class of the annual energy, tce: from, to.
    pub(super) class: Option<[Option<String>; 2]>,
}

/// What the whole file says of the round.
pub(super) struct Round {
    pub(super) year: u16,
    pub(super) dated: Date,
    pub(super) source: String,
    pub(super) quality: &'static str,
}

impl<'a> Import<'a> {
    /// The file of the round.
    pub(super) fn round(&mut self, rows: Vec<Row>) -> Vec<Made> {
        let records = self.records(&rows);
        let dated = self.needed_day("dated", "");
        let title = self.needed_original("title", Some("title_en"), "");
        let period = self.needed_original("period", Some("period_en"), "");
        let source = self.source();
        let covers =
            self.said("covers").is_some().then(|| self.needed_choice("covers", COVERAGES, "named")).flatten();
        let quality = if records.iter().all(|record| record.quality.is_some()) {
            Some("not_published")
        } else {
            self.needed_choice("quality", &QUALITIES[..3], "")
        };
        let (Some(dated), Some(title), Some(period), Some(source), Some(quality)) =
            (dated, title, period, source, quality)
        else {
            return Vec::new();
        };
        let half = if dated.month() <= 6 { 1 } else { 2 };
        let id = self.id(&format!("{}-h{half}", dated.year()));
        let path = format!("editions/{}/rounds/{id}.toml", self.edition.folder);
        if self.files.get(&path).is_some() {
            self.problem(None, words::round_exists(self.lang, &id));
            return Vec::new();
        }
        let year = self.year(dated);
        let mut out = Writer::default();
        out.pair("id", &id);
        out.raw("title", &title);
        out.pair("dated", &dated.to_string());
        if i32::from(year) != dated.year() {
            out.raw("year", &year.to_string());
        }
        out.raw("period", &period);
        if covers == Some("all") {
            out.pair("covers", "all");
        }
        let round = Round { year, dated, source, quality };
        for (i, record) in records.iter().enumerate() {
            self.park_of_round(i, record, &round, &mut out);
        }
        vec![out.made(path)]
    }

    /// The year of the figures: as said, as the title names it, that of the day.
    fn year(&self, dated: Date) -> u16 {
        let said = self.said("year").and_then(|text| day::year(&text));
        let of_day = u16::try_from(dated.year()).unwrap_or_default();
        // A title may name the year of the round, which is that of its day or the one before.
        said.or_else(|| self.head.year().filter(|year| *year <= of_day)).unwrap_or(of_day)
    }

    /// What the rows say, a record a park.
    fn records(&mut self, rows: &[Row]) -> Vec<Record<'a>> {
        let mut of_park: Vec<(&'a Park, Vec<&Row>)> = Vec::new();
        for row in rows {
            let named = self.words(row, "park").or_else(|| self.park_of_file());
            let Some((name, place)) = named else {
                self.wrong(&row.place, words::no_park(self.lang));
                continue;
            };
            match self.park(&name, &place) {
                None => {}
                Some(None) => {
                    let words = words::left_out(self.lang, &place, &name);
                    self.say(words);
                }
                Some(Some(park)) => match of_park.iter_mut().find(|(known, _)| known.id == park.id) {
                    Some((_, rows)) => rows.push(row),
                    None => of_park.push((park, vec![row])),
                },
            }
        }
        of_park.into_iter().filter_map(|(park, rows)| self.record(park, &rows)).collect()
    }

    /// The park that the file as a whole is of: said in its head, or the only one that a line above the table names.
    fn park_of_file(&self) -> Option<(String, Place)> {
        if let Some(said) = self.said("park") {
            return Some((
                said,
                self.said_at("park").unwrap_or(Place { sheet: String::new(), row: 0, column: 0 }),
            ));
        }
        let named = |park: &&Park| {
            self.head
                .lines
                .iter()
                .find(|(_, line)| line.contains(&park.name.zh) || line.contains(&park.short.zh))
        };
        let mut parks = self.parks().filter_map(|park| Some((park, named(&park)?.0.clone())));
        let (park, place) = parks.next()?;
        parks.next().is_none().then(|| (park.id.clone(), place))
    }

    fn record(&mut self, park: &'a Park, rows: &[&Row]) -> Option<Record<'a>> {
        let first = *rows.first()?;
        let place = self.words(first, "park").map_or_else(|| first.place.clone(), |(_, place)| place);
        let monthly = rows.iter().any(|row| self.entry(row, "month").is_some());
        let readings =
            if monthly { self.year_of(&park.name.zh, rows, &place)? } else { self.readings(park, rows) };
        let mut basic = ["unknown"; 4];
        for (i, answer) in basic.iter_mut().enumerate() {
            let id = ["basic_1", "basic_2", "basic_3", "basic_4"][i];
            if let Some((text, place)) = self.words(first, id) {
                match choice(ANSWERS, &text) {
                    Some(said) => *answer = said,
                    None => self.wrong(&place, words::no_choice(self.lang, &text, &["yes", "no", "unknown"])),
                }
            }
        }
        let quality = self.words(first, "quality").and_then(|(text, place)| {
            let quality = choice(QUALITIES, &text);
            if quality.is_none() {
                let ids = ["measured", "reported", "pending", "not_published"];
                self.wrong(&place, words::no_choice(self.lang, &text, &ids));
            }
            quality
        });
        let class = self.words(first, "energy_class").and_then(|(text, place)| {
            let class = class(&text);
            if class.is_none() {
                self.wrong(&place, words::no_class(self.lang, &text));
            }
            class
        });
        let remark = self.words(first, "remark").map(|(text, _)| text);
        let record = Record { park, place, readings, quality, remark, basic, class };
        self.preview(&record);
        Some(record)
    }

    /// What the rows of a park say, each thing once.
    fn readings(&mut self, park: &Park, rows: &[&Row]) -> BTreeMap<usize, (Reading, Place)> {
        let mut readings: BTreeMap<usize, (Reading, Place)> = BTreeMap::new();
        for entry in rows.iter().flat_map(|row| &row.entries) {
            let Some(reading) = self.number(entry) else { continue };
            match readings.get(&entry.field) {
                Some((_, place)) if reading != Reading::Blank => {
                    let words = words::said_twice(self.lang, &park.name.zh, self.name_of(entry.field), place);
                    self.wrong(&entry.place, words);
                }
                Some(_) => {}
                None => {
                    readings.insert(entry.field, (reading, entry.place.clone()));
                }
            }
        }
        readings
    }

    fn preview(&mut self, record: &Record<'_>) {
        let mut said: Vec<String> = Vec::new();
        for (field, (reading, _)) in &record.readings {
            let name = self.name_of(*field);
            said.push(match reading {
                Reading::Blank => continue,
                Reading::NotApplicable(text) => format!("{name} {text}"),
                Reading::Number(number) => {
                    let unit = match self.fields[*field].holds {
                        Holds::Number(dimension) => unit_of_files(dimension).unwrap_or_default(),
                        Holds::Words | Holds::Nothing => "",
                    };
                    format!("{name} {} → {} {unit}", number.shown, number.digits)
                }
            });
        }
        let blank = record.readings.values().filter(|(reading, _)| *reading == Reading::Blank).count();
        if blank > 0 {
            said.push(words::blanks(self.lang, blank));
        }
        let line = words::preview(self.lang, &record.place, &record.park.name.zh, &record.park.id, &said);
        self.out.preview.push(line);
    }

    /// The number of a field in a record.
    pub(super) fn figure<'r>(&self, record: &'r Record<'_>, id: &str) -> Option<(&'r Number, &'r Place)> {
        match record.readings.get(&self.field(id)?) {
            Some((Reading::Number(number), place)) => Some((number, place)),
            _ => None,
        }
    }

    fn park_of_round(&mut self, i: usize, record: &Record<'_>, round: &Round, out: &mut Writer) {
        let quality = record.quality.unwrap_or(round.quality);
        let path = format!("parks[{i}]");
        out.line("\n[[parks]]");
        out.pair("park", &record.park.id);
        out.from(path.as_str(), &record.place);
        let core = self.core(&path, record, round, out);
        out.raw("source", &round.source);
        let (core, mut core_remark) = core.unwrap_or_default();
        if !core.is_empty() {
            out.pair("core_quality", quality);
        }
        let values = self.values(&path, record, quality, out);
        if let Some(remark) = &record.remark {
            if core.is_empty() {
                self.wrong(&record.place, words::remark_of_nothing(self.lang, remark));
            }
            core_remark.push(remark.clone());
        }
        if !core_remark.is_empty() {
            out.pair("core_remark", &core_remark.join("；"));
        }
        if record.basic.iter().any(|answer| *answer != "unknown") {
            out.raw("basic", &format!("[\"{}\"]", record.basic.join("\", \"")));
        }
        let tasks = self.tasks(record);
        if !tasks.is_empty() {
            out.raw("tasks", &format!("[{}]", tasks.join(", ")));
        }
        let confirmed = self.mapping.confirmed(&record.park.id);
        if !confirmed.is_empty() {
            out.raw("confirmed", &list(&confirmed));
        }
        if !values.is_empty() {
            out.line("values = [");
            values.iter().for_each(|value| out.line(&format!("  {value},")));
            out.line("]");
        }
        core.iter().for_each(|line| out.line(line));
    }

    fn values(&self, path: &str, record: &Record<'_>, quality: &str, out: &mut Writer) -> Vec<String> {
        let mut values = Vec::new();
        for (field, (reading, place)) in &record.readings {
            let Some((of, indicator)) =
                self.fields[*field].id.split_once('.').filter(|(of, _)| self.is_set(of))
            else {
                continue;
            };
            let said = match reading {
                Reading::Blank => continue,
                Reading::NotApplicable(reason) => {
                    format!("not_applicable = {}", text(reason, Some(words::not_applicable_en(reason))))
                }
                Reading::Number(number) => {
                    format!("value = {}, quality = \"{quality}\"", quoted(&number.printed))
                }
            };
            out.from(format!("{path}.values[{}]", values.len()), place);
            values.push(format!("{{ of = \"{of}\", indicator = \"{indicator}\", {said} }}"));
        }
        values
    }

    fn is_set(&self, of: &str) -> bool {
        let sets = self.book.iter().flat_map(|book| &book.rulesets);
        ["national", "region"].contains(&of) || sets.into_iter().any(|set| set.id == of)
    }

    fn tasks(&self, record: &Record<'_>) -> Vec<String> {
        let of = |(field, (reading, _)): (&usize, &(Reading, Place))| match reading {
            Reading::Number(number) => {
                let task = self.fields[*field].id.strip_prefix("task.")?;
                Some(format!("{{ task = \"{task}\", progress = \"{}\" }}", number.digits))
            }
            _ => None,
        };
        record.readings.iter().filter_map(of).collect()
    }
}
