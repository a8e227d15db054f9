//! A correction out of a table with a corrected value a row: what was published is looked up, never typed.

use std::collections::BTreeMap;

use disclosure::correction::{Change, Reading as Published};
use disclosure::round::{PublishedCore, Quality, Requirements, Stated, Totals};

use super::fields::{Found, Holds, find};
use super::mapping::quoted;
use super::toml_text::{Writer, text};
use super::{Entry, Import, Made, Row};
use crate::sheet::Place;
use crate::sheet::number::{self, Number, Reading};
use crate::sheet::plain::heading;
use crate::words::headings::{ANSWERS, QUALITIES, choice};
use crate::words::import as words;

/// The words that take a value back.
const WITHDRAWN: [&str; 4] = ["撤回", "撤销", "withdrawn", "withdraw"];

/// What a row says now.
enum Now {
    Withdrawn,
    Said(Entry),
}

/// A corrected value.
struct Corrected {
    round: String,
    park: String,
    change: String,
    reason: Option<String>,
    place: Place,
}

/// Numbers of a core that are corrected together.
struct CoreRows {
    numbers: Vec<(String, Number)>,
    quality: Option<&'static str>,
    reason: Option<String>,
    place: Place,
}

/// By round and park.
type Cores = BTreeMap<(String, String), CoreRows>;

impl Import<'_> {
    /// The file of the correction.
    pub(super) fn correction(&mut self, rows: &[Row]) -> Vec<Made> {
        let dated = self.needed_day("dated", &self.today.to_string());
        let reasons: Vec<_> = rows.iter().filter_map(|row| self.words(row, "reason")).collect();
        let common = reasons.first().map(|(text, _)| text.clone()).unwrap_or_default();
        let reason = self.needed_original("reason", Some("reason_en"), &common);
        let source = self.source();
        let mut changes: Vec<Corrected> = Vec::new();
        let mut cores = Cores::new();
        for row in rows {
            changes.extend(self.corrected(row, &mut cores));
        }
        for ((round, park), rows) in cores {
            changes.extend(self.corrected_core(round, park, rows));
        }
        let (Some(dated), Some(reason), Some(source)) = (dated, reason, source) else { return Vec::new() };
        let Some(last) = changes.iter().map(|change| change.round.clone()).max() else { return Vec::new() };
        let taken = |n: &usize| self.files.get(&self.path_of(&format!("{last}-c{n}"))).is_some();
        let number = (1..).find(|n| !taken(n)).unwrap_or(1);
        let id = self.id(&format!("{last}-c{number}"));
        let path = self.path_of(&id);
        if self.files.get(&path).is_some() {
            self.problem(None, words::file_exists(self.lang, &path));
            return Vec::new();
        }
        let mut out = Writer::default();
        out.pair("id", &id);
        out.pair("dated", &dated.to_string());
        out.raw("reason", &reason);
        out.raw("source", &source);
        for (i, change) in changes.iter().enumerate() {
            out.line("\n[[values]]");
            out.from(format!("values[{i}]"), &change.place);
            out.pair("round", &change.round);
            out.pair("park", &change.park);
            out.raw("change", &change.change);
            if let Some(reason) = &change.reason {
                out.raw("reason", reason);
            }
        }
        vec![out.made(path)]
    }

    fn path_of(&self, id: &str) -> String {
        format!("editions/{}/corrections/{id}.toml", self.edition.folder)
    }

    /// The id of the round that a row corrects: the one it names, or the last.
    fn round_of(&mut self, row: &Row) -> Option<String> {
        let rounds: Vec<(String, String)> = self
            .edition
            .rounds
            .iter()
            .map(|read| (read.value.id.clone(), read.value.title.zh.clone()))
            .collect();
        let Some((said, place)) = self.words(row, "round") else {
            return rounds.last().map(|(id, _)| id.clone());
        };
        let found = rounds.iter().find(|(id, title)| *id == said || *title == said).map(|(id, _)| id.clone());
        if found.is_none() {
            let ids: Vec<&str> = rounds.iter().map(|(id, _)| id.as_str()).collect();
            self.wrong(&place, words::no_choice(self.lang, &said, &ids));
        }
        found
    }

    fn corrected(&mut self, row: &Row, cores: &mut Cores) -> Option<Corrected> {
        let round = self.round_of(row);
        let Some((name, at)) = self.words(row, "park") else {
            self.wrong(&row.place, words::no_park(self.lang));
            return None;
        };
        let park = self.park(&name, &at);
        let Some((said, place)) = self.words(row, "indicator") else {
            self.wrong(&row.place, words::no_indicator(self.lang));
            return None;
        };
        let field = self.corrected_field(&said, &place)?;
        let unit =
            self.words(row, "unit").map(|(text, _)| text).or_else(|| heading(&said, number::is_unit).1);
        let now = self.now(row, field, unit.as_deref(), &said)?;
        let quality = self.words(row, "quality").and_then(|(text, _)| choice(QUALITIES, &text));
        let reason = self.reason_of(row);
        let (round, park) = (round?, park??);
        let id = self.fields[field].id.clone();
        let was = self.words(row, "was").map(|(text, _)| text);
        let is = match &now {
            Now::Withdrawn => WITHDRAWN[0].to_owned(),
            Now::Said(entry) => entry.cell.plain(),
        };
        let line: Vec<String> = [Some(said), was, Some(is)].into_iter().flatten().collect();
        let line = words::preview(self.lang, &at, &park.name.zh, &park.id, &[line.join(" → ")]);
        self.out.preview.push(line);
        let change = if let Some(number) = id.strip_prefix("basic_") {
            self.condition(row, &round, &park.id, number, &now)?
        } else if let Some((of, indicator)) = id.split_once('.').filter(|(of, _)| *of != "task") {
            self.value(row, &round, &park.id, (of, indicator), &now, quality)?
        } else if let Some(task) = id.strip_prefix("task.") {
            self.task(&round, &park.id, task, &now)?
        } else {
            let Now::Said(entry) = &now else {
                self.wrong(&place, words::core_withdrawn(self.lang));
                return None;
            };
            if let Some(Reading::Number(number)) = self.number(entry) {
                let core = cores.entry((round, park.id.clone()));
                let rows = core.or_insert_with(|| CoreRows {
                    numbers: Vec::new(),
                    quality: None,
                    reason: None,
                    place: place.clone(),
                });
                rows.numbers.push((id, number));
                rows.quality = rows.quality.or(quality);
                rows.reason = rows.reason.take().or(reason);
            }
            return None;
        };
        Some(Corrected { round, park: park.id.clone(), change, reason, place })
    }

    /// Why a row is corrected, where that is not why all are.
    fn reason_of(&mut self, row: &Row) -> Option<String> {
        let (zh, _) = self.words(row, "reason")?;
        if self.said("reason").as_ref() == Some(&zh) {
            return None;
        }
        let en = self.words(row, "reason_en").map(|(text, _)| text);
        Some(text(&zh, en.as_deref()))
    }

    /// The field that a row corrects.
    fn corrected_field(&mut self, said: &str, place: &Place) -> Option<usize> {
        let (bare, _) = heading(said, number::is_unit);
        let answer = self.mapping.answer(super::mapping::Part::Columns, &bare).and_then(|id| self.field(id));
        match answer.map_or_else(|| find(&self.fields, std::slice::from_ref(&bare)), Found::Sure) {
            Found::Sure(field) => Some(field),
            Found::Perhaps(perhaps) => {
                let proposals = self.proposals(&perhaps);
                let first = proposals.first().map(|(id, _)| id.clone()).unwrap_or_default();
                let hint = words::which_field(self.lang, &bare, &proposals);
                self.ask(super::mapping::Part::Columns, &bare, &first, hint, Some(place.clone()));
                None
            }
        }
    }

    fn now(&mut self, row: &Row, field: usize, unit: Option<&str>, said: &str) -> Option<Now> {
        let Some(entry) = self.entry(row, "is").cloned() else {
            self.wrong(&row.place, words::nothing_is(self.lang));
            return None;
        };
        if WITHDRAWN.contains(&entry.cell.plain().to_lowercase().as_str()) {
            return Some(Now::Withdrawn);
        }
        let unit = match self.fields[field].holds {
            Holds::Number(dimension) => unit.and_then(|unit| number::unit_of(unit, dimension)),
            Holds::Words | Holds::Nothing => None,
        };
        Some(Now::Said(Entry { field, unit, heading: said.to_owned(), ..entry }))
    }

    /// What was published of a value and corrected since.
    fn published(&self, round: &str, park: &str, of: &str, indicator: &str) -> Option<Published> {
        let rounds = self.edition.rounds.iter().map(|read| &read.value);
        let snapshot =
            rounds.into_iter().find(|one| one.id == round)?.parks.iter().find(|one| one.park == park);
        let is = |requirements: &Requirements| match requirements {
            Requirements::Level(level) => {
                of == if *level == assessment::ruleset::Level::National { "national" } else { "region" }
            }
            Requirements::Set(id) => id == of,
        };
        let values = snapshot.into_iter().flat_map(|snapshot| &snapshot.values);
        let first = values
            .into_iter()
            .find(|value| is(&value.of) && value.indicator == indicator)
            .and_then(Published::of);
        let changes = self.changes(round, park);
        changes.fold(first, |known, change| match change {
            Change::Value { of, indicator: named, is: now, .. } if is(of) && named == indicator => {
                now.clone()
            }
            _ => known,
        })
    }

    fn changes(&self, round: &str, park: &str) -> impl Iterator<Item = &Change> {
        let notices = self.edition.corrections.iter().flat_map(|read| &read.value.values);
        notices
            .filter(move |change| change.round == round && change.park == park)
            .map(|change| &change.change)
    }

    fn value(
        &mut self,
        row: &Row,
        round: &str,
        park: &str,
        (of, indicator): (&str, &str),
        now: &Now,
        quality: Option<&'static str>,
    ) -> Option<String> {
        let was = self.published(round, park, of, indicator);
        self.agrees(row, now, was.as_ref());
        let mut change = format!("{{ kind = \"value\", of = \"{of}\", indicator = \"{indicator}\"");
        if let Some(was) = &was {
            change += &format!(", was = {}", reading(was));
        }
        if let Now::Said(entry) = now {
            let quality = quality.or_else(|| was.as_ref().map(|was| id_of(was.quality)));
            match self.number(entry)? {
                Reading::Number(number) => {
                    let Some(quality) = quality else {
                        self.wrong(&entry.place, words::no_quality(self.lang));
                        return None;
                    };
                    change +=
                        &format!(", is = {{ value = {}, quality = \"{quality}\" }}", quoted(&number.printed));
                }
                Reading::NotApplicable(reason) => {
                    change += &format!(
                        ", is = {{ not_applicable = {} }}",
                        text(&reason, Some(words::not_applicable_en(&reason)))
                    );
                }
                Reading::Blank => {
                    self.wrong(&entry.place, words::nothing_is(self.lang));
                    return None;
                }
            }
        }
        Some(change + " }")
    }

    /// What the table says was published has to be that.
    fn agrees(&mut self, row: &Row, now: &Now, was: Option<&Published>) {
        let (Some(entry), Now::Said(of)) = (self.entry(row, "was").cloned(), now) else { return };
        let entry = Entry { field: of.field, unit: of.unit.clone(), heading: of.heading.clone(), ..entry };
        if number::is_blank(&entry.cell.text) && was.is_none() {
            return;
        }
        let known = was.and_then(|was| was.value);
        if let Some(Reading::Number(number)) = self.number(&entry)
            && known.map(|known| known.to_string())
                != assessment::Decimal::parse(&number.digits).ok().map(|said| said.to_string())
        {
            let known = known.map_or_else(|| "—".to_owned(), |known| known.to_string());
            self.wrong(&entry.place, words::was_otherwise(self.lang, &number.digits, &known));
        }
    }

    fn condition(&mut self, row: &Row, round: &str, park: &str, number: &str, now: &Now) -> Option<String> {
        let Now::Said(entry) = now else {
            self.wrong(&row.place, words::nothing_is(self.lang));
            return None;
        };
        let said = entry.cell.plain();
        let Some(is) = choice(ANSWERS, &said) else {
            self.wrong(&entry.place, words::no_choice(self.lang, &said, &["yes", "no", "unknown"]));
            return None;
        };
        let place: usize = number.parse().ok()?;
        let rounds = self.edition.rounds.iter().map(|read| &read.value);
        let snapshot =
            rounds.into_iter().find(|one| one.id == round)?.parks.iter().find(|one| one.park == park);
        let first = snapshot.and_then(|snapshot| snapshot.basic.get(place - 1)).copied().unwrap_or_default();
        let was = self.changes(round, park).fold(first, |known, change| match change {
            Change::Condition { number, is, .. } if usize::from(*number) == place => *is,
            _ => known,
        });
        let was = match was {
            Stated::Yes => "yes",
            Stated::No => "no",
            Stated::Unknown => "unknown",
        };
        Some(format!("{{ kind = \"condition\", number = {number}, was = \"{was}\", is = \"{is}\" }}"))
    }

    fn task(&mut self, round: &str, park: &str, task: &str, now: &Now) -> Option<String> {
        let rounds = self.edition.rounds.iter().map(|read| &read.value);
        let snapshot =
            rounds.into_iter().find(|one| one.id == round)?.parks.iter().find(|one| one.park == park);
        let tasks = snapshot.into_iter().flat_map(|snapshot| &snapshot.tasks);
        let first = tasks.into_iter().find(|known| known.task == task).map(|known| known.progress);
        let was = self.changes(round, park).fold(first, |known, change| match change {
            Change::Task { task: named, is, .. } if named == task => *is,
            _ => known,
        });
        let mut change = format!("{{ kind = \"task\", task = \"{task}\"");
        if let Some(was) = was {
            change += &format!(", was = \"{was}\"");
        }
        if let Now::Said(entry) = now
            && let Reading::Number(number) = self.number(entry)?
        {
            change += &format!(", is = \"{}\"", number.digits);
        }
        Some(change + " }")
    }

    /// A corrected core: totals or a ratio in which the numbers that are named are others.
    fn corrected_core(
        &mut self,
        round: String,
        park: String,
        CoreRows { numbers, quality, reason, place }: CoreRows,
    ) -> Option<Corrected> {
        let rounds = self.edition.rounds.iter().map(|read| &read.value);
        let snapshot =
            rounds.into_iter().find(|one| one.id == round)?.parks.iter().find(|one| one.park == park);
        let first = snapshot.map(|snapshot| (snapshot.core.clone(), snapshot.core_quality));
        let (core, known) =
            self.changes(&round, &park).fold(first.unwrap_or_default(), |known, change| match change {
                Change::Core { is, quality, .. } => (is.clone(), *quality),
                _ => known,
            });
        let said = |id: &str| {
            numbers.iter().find(|(named, _)| named == id).map(|(_, number)| quoted(&number.printed))
        };
        let kept = |printed: &Option<String>, number: assessment::Decimal| {
            quoted(&printed.clone().unwrap_or_else(|| number.to_string()))
        };
        let is = match &core {
            Some(PublishedCore::Balance(..)) => {
                self.wrong(&place, words::balance_by_hand(self.lang));
                return None;
            }
            Some(PublishedCore::Ratio(ratio)) if said("emissions_t").is_none() => {
                let limit = |key: &str, limit: Option<assessment::Decimal>| {
                    limit.map(|limit| format!(", {key} = \"{limit}\"")).unwrap_or_default()
                };
                let value = said("t_per_tce")?;
                format!(
                    "{{ ratio = {{ t_per_tce = {value}{}{} }} }}",
                    limit("from_tce", ratio.from_tce),
                    limit("to_tce", ratio.to_tce)
                )
            }
            other => {
                let totals: Option<&Totals> = other.as_ref().and_then(PublishedCore::totals);
                let emissions = said("emissions_t")
                    .or_else(|| totals.map(|t| kept(&t.emissions_t_published, t.emissions_t)));
                let energy = said("energy_tce")
                    .or_else(|| totals.map(|t| kept(&t.energy_tce_published, t.energy_tce)));
                match (emissions, energy, said("t_per_tce")) {
                    (Some(emissions), Some(energy), ratio) => {
                        let ratio = ratio.map(|ratio| format!(", t_per_tce = {ratio}")).unwrap_or_default();
                        format!(
                            "{{ totals = {{ emissions_t = {emissions}, energy_tce = {energy}{ratio} }} }}"
                        )
                    }
                    (None, None, Some(ratio)) => format!("{{ ratio = {{ t_per_tce = {ratio} }} }}"),
                    _ => {
                        self.wrong(&place, words::half_a_core(self.lang));
                        return None;
                    }
                }
            }
        };
        let quality = quality.unwrap_or_else(|| id_of(known));
        let change = format!("{{ kind = \"core\", is = {is}, quality = \"{quality}\" }}");
        Some(Corrected { round, park, change, reason, place })
    }
}

/// A published value as a correction has it.
fn reading(was: &Published) -> String {
    let mut fields = Vec::new();
    if let Some(value) = &was.value {
        fields.push(format!("value = \"{value}\""));
    }
    if let Some(published) = &was.published {
        fields.push(format!("published = {}", quoted(published)));
    }
    if was.quality != Quality::NotPublished {
        fields.push(format!("quality = \"{}\"", id_of(was.quality)));
    }
    if let Some(reason) = &was.not_applicable {
        fields.push(format!("not_applicable = {}", text(&reason.zh, Some(&reason.en))));
    }
    format!("{{ {} }}", fields.join(", "))
}

fn id_of(quality: Quality) -> &'static str {
    match quality {
        Quality::Measured => "measured",
        Quality::Reported => "reported",
        Quality::Pending => "pending",
        Quality::NotPublished => "not_published",
    }
}
