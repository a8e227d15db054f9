//! A publication beside the one before it: what it changes, in words, and what it must not change.
//!
//! What was published stays as it was: a round, a list, an act or a statement is changed by a correction, which has a
//! day and a reason of its own, and never in its file. Sources may be checked again, and facts that were not known
//! may be added; a park that a round did not tell of is filled in by a correction too.

use std::io;

use assessment::{Date, Text};
use disclosure::correction::Corrections;
use disclosure::model::{
    Catalogue, Document, Edition, FileRef, ListSummary, ParkSummary, Rulebook, WorkReports,
};
use disclosure::round::RoundSummary;
use disclosure::stage_counts::headline;
use portal::address::Lang;
use portal::words::FindingPart;
use serde_json::Value;

use crate::archive::Archive;
use crate::compile::Compiled;
use crate::corrected;
use crate::finding::Finding;
use crate::words::findings::{self as words, Message};

/// What an edition changes in the one that was published before it, a sentence each.
///
/// # Errors
/// When a file of the earlier publication cannot be read.
pub fn changes(
    archive: &Archive,
    before: &Edition,
    compiled: &Compiled,
    now: &Edition,
) -> io::Result<Vec<Text>> {
    let mut said = Vec::new();
    let mut added = |zh: &str, en: &str, names: Vec<Text>| {
        if !names.is_empty() {
            said.push(named(zh, en, &names));
        }
    };
    let parks = now.parks.iter().filter(|park| before.parks.iter().all(|other| other.id != park.id));
    added("新增园区", "New parks", parks.map(|park| park.short.clone()).collect());
    added("阶段变动", "Stages changed", stages_changed(before, now));
    added("新增园区事项", "New acts", told_of_parks("events", archive, before, compiled, now)?);
    added("新增有关说法", "New statements", told_of_parks("statements", archive, before, compiled, now)?);
    let lists = now.lists.iter().filter(|list| before.lists.iter().all(|other| other.id != list.id));
    added("新增名单", "New lists", lists.map(|list| list.title.clone()).collect());
    let rounds = now.rounds.iter().filter(|round| before.rounds.iter().all(|other| other.id != round.id));
    added("新增评估轮次", "New rounds", rounds.map(|round| round.title.clone()).collect());
    let told: WorkReports =
        before.work.as_ref().map(|file| archive.read(file)).transpose()?.unwrap_or_default();
    let reports: WorkReports = now.work.as_ref().map(|file| compiled.read(file)).unwrap_or_default();
    let new = reports.reports.iter().filter(|report| told.reports.iter().all(|other| other.id != report.id));
    added("新增工作动态", "New work reports", new.map(|report| report.title.in_both()).collect());
    let documents: Vec<Document> = archive.read(&before.documents)?;
    let read: Vec<Document> = compiled.read(&now.documents);
    let new = read.iter().filter(|document| documents.iter().all(|other| other.id != document.id));
    added("新增文件", "New documents", new.map(|document| document.title.clone()).collect());
    let rules: Rulebook = archive.read(&before.rulebook)?;
    let book: Rulebook = compiled.read(&now.rulebook);
    added("更正", "Corrections", corrections_added(before, now, compiled, &book));
    added("规则变动", "Rules changed", rules_changed(&rules, &book));
    let (first, last) = (home_sentence(before), home_sentence(now));
    if first != last {
        said.push(Text {
            zh: format!("首页的话改为：{}", last.zh),
            en: format!("The sentence of the home page becomes: {}", last.en),
        });
    }
    if said.is_empty() {
        said.push(Text {
            zh: "文字、来源或其他细节有改动。".to_owned(),
            en: "Words, sources or other details were changed.".to_owned(),
        });
    }
    Ok(said)
}

/// `新增园区2个：甲、乙。`, the first five by name.
/// The sentence that opens Home.
fn home_sentence(edition: &Edition) -> Text {
    let said = |lang| {
        let parts = (portal::words::words(lang).home().finding)(&headline(edition), edition.stages());
        let text = |part| match part {
            FindingPart::Words(text) | FindingPart::Linked(text, _) => text,
        };
        parts.into_iter().map(text).collect::<String>()
    };
    Text { zh: said(Lang::Zh), en: said(Lang::En) }
}

fn named(zh: &str, en: &str, names: &[Text]) -> Text {
    const NAMED: usize = 5;
    let shown = &names[..names.len().min(NAMED)];
    let chinese: Vec<&str> = shown.iter().map(|name| name.zh.as_str()).collect();
    let english: Vec<&str> = shown.iter().map(|name| name.en.as_str()).collect();
    let (count, more) = (names.len(), names.len() > NAMED);
    Text {
        zh: format!("{zh}（{count}）：{}{}。", chinese.join("、"), if more { "等" } else { "" }),
        en: format!("{en} ({count}): {}{}.", english.join("; "), if more { "; and others" } else { "" }),
    }
}

fn stages_changed(before: &Edition, now: &Edition) -> Vec<Text> {
    let moved = |park: &ParkSummary| {
        let earlier = before.parks.iter().find(|other| other.id == park.id)?;
        let stage = park.stage.filter(|_| earlier.stage != park.stage)?;
        let name = now.stages().get(stage).map(|stage| stage.name.clone())?;
        Some(Text {
            zh: format!("{}（{}）", park.short.zh, name.zh),
            en: format!("{} ({})", park.short.en, name.en),
        })
    };
    now.parks.iter().filter_map(moved).collect()
}

/// What is newly told of parks that were there: acts or statements, each with its day. An act that a list makes is told
/// with the list.
fn told_of_parks(
    field: &str,
    archive: &Archive,
    before: &Edition,
    compiled: &Compiled,
    now: &Edition,
) -> io::Result<Vec<Text>> {
    let mut told = Vec::new();
    for park in &now.parks {
        let Some(earlier) = before.parks.iter().find(|other| other.id == park.id) else { continue };
        if earlier.file == park.file {
            continue;
        }
        let (was, is): (Value, Value) = (archive.read(&earlier.file)?, compiled.read(&park.file));
        let new = array(&is[field]).iter().filter(|said| {
            said["list"].is_null()
                && array(&was[field]).iter().all(|other| !differences(other, said).is_empty())
        });
        told.extend(new.map(|said| {
            let (day, zh) = (plain(&said["dated"]), plain(&said["text"]["zh"]));
            let en = said["text"]["en"].as_str().unwrap_or(&zh);
            Text {
                zh: format!("{}（{day}，{}）", park.short.zh, zh.trim_end_matches('。')),
                en: format!("{} ({day}, {})", park.short.en, en.trim_end_matches('.')),
            }
        }));
    }
    Ok(told)
}

fn corrections_added(before: &Edition, now: &Edition, compiled: &Compiled, book: &Rulebook) -> Vec<Text> {
    let told: Vec<&str> =
        before.corrections.iter().flat_map(|all| &all.days).map(|notice| notice.id.as_str()).collect();
    let corrections: Corrections =
        now.corrections.as_ref().map(|all| compiled.read(&all.file)).unwrap_or_default();
    let new = corrections.notices.iter().filter(|notice| !told.contains(&notice.id.as_str()));
    new.map(|notice| corrected::in_words(notice, now, book)).collect()
}

fn rules_changed(before: &Rulebook, now: &Rulebook) -> Vec<Text> {
    let id = |id: &String| Text { zh: id.clone(), en: id.clone() };
    let sets = now.rulesets.iter().filter(|set| !before.rulesets.contains(set)).map(|set| id(&set.id));
    let factors = now.factor_sets.iter().filter(|set| !before.factor_sets.contains(set));
    let ladders = now.ladders.iter().filter(|ladder| !before.ladders.contains(ladder));
    let scorings = now.scorings.iter().filter(|scoring| !before.scorings.contains(scoring));
    let others = factors.map(|set| id(&set.id)).chain(ladders.map(|ladder| id(&ladder.id)));
    sets.chain(others).chain(scorings.map(|scoring| id(&scoring.id))).collect()
}

/// What a publication changes that is an earlier one again.
pub fn taken_back(to: Date) -> Text {
    Text { zh: format!("回到{to}公布的内容。"), en: format!("Back to what was published on {to}.") }
}

/// What was published and is not as it was published, with the way out. A demonstration may be made anew: nobody
/// has published it. What is wholly as an earlier publication was is taken back to it, which is no edit.
///
/// # Errors
/// When a file of the earlier publication cannot be read.
pub fn edited_in_place(archive: &Archive, compiled: &Compiled) -> io::Result<Vec<Finding>> {
    let catalogue: Catalogue = compiled.catalogue();
    let mut edits =
        Edits { archive, compiled, findings: Vec::new(), folder: String::new(), day: String::new() };
    for published in archive.editions().filter(|edition| !edition.demonstration) {
        let Some(listed) = catalogue.editions.iter().find(|edition| edition.id == published.id) else {
            continue;
        };
        if archive.with_index(&listed.index).is_some() {
            continue;
        }
        let before: Edition = archive.read(&published.index)?;
        let now: Edition = compiled.read(&listed.index);
        edits.folder = format!("editions/{}", published.id);
        edits.day = archive.last(&published.id).map(|last| last.published.to_string()).unwrap_or_default();
        for round in &before.rounds {
            edits.round(round, now.rounds.iter().find(|other| other.id == round.id))?;
        }
        for list in &before.lists {
            edits.list(list, now.lists.iter().find(|other| other.id == list.id))?;
        }
        edits.reports(before.work.as_ref(), now.work.as_ref())?;
        for park in &before.parks {
            edits.park(park, now.parks.iter().find(|other| other.id == park.id))?;
        }
    }
    Ok(edits.findings)
}

struct Edits<'a> {
    archive: &'a Archive,
    compiled: &'a Compiled,
    findings: Vec<Finding>,
    /// Folder of the edition below the data folder.
    folder: String,
    /// Day of the last publication.
    day: String,
}

impl Edits<'_> {
    fn round(&mut self, before: &RoundSummary, now: Option<&RoundSummary>) -> io::Result<()> {
        let file = format!("{}/rounds/{}.toml", self.folder, before.id);
        let Some((before, now)) = self.both(&file, &before.file, now.map(|now| &now.file))? else {
            return Ok(());
        };
        for field in ["dated", "year", "period", "covers", "indicators"] {
            self.compare(&file, field, &before[field], &now[field]);
        }
        self.entries(&file, "parks", "park", &before["parks"], &now["parks"]);
        Ok(())
    }

    fn list(&mut self, before: &ListSummary, now: Option<&ListSummary>) -> io::Result<()> {
        let file = format!("{}/lists/{}.toml", self.folder, before.id);
        let Some((before, now)) = self.both(&file, &before.file, now.map(|now| &now.file))? else {
            return Ok(());
        };
        for field in ["published", "document", "stage"] {
            self.compare(&file, field, &before[field], &now[field]);
        }
        self.entries(&file, "entries", "number", &before["entries"], &now["entries"]);
        Ok(())
    }

    /// Reports of the work that were published read as they did.
    fn reports(&mut self, before: Option<&FileRef>, now: Option<&FileRef>) -> io::Result<()> {
        let before: WorkReports = before.map(|file| self.archive.read(file)).transpose()?.unwrap_or_default();
        let now: WorkReports = now.map(|file| self.compiled.read(file)).unwrap_or_default();
        for report in &before.reports {
            let file = format!("{}/work/{}.toml", self.folder, report.id);
            let of_now = now.reports.iter().find(|other| other.id == report.id);
            let Some((mut before, mut now)) =
                self.both(&file, &report.file, of_now.map(|report| &report.file))?
            else {
                continue;
            };
            for fields in [&mut before, &mut now].into_iter().filter_map(Value::as_object_mut) {
                fields.remove("amended");
            }
            for (at, was, is) in differences(&before, &now) {
                self.told(&file, at.trim_start_matches('.').to_owned(), short(&was), short(&is));
            }
        }
        Ok(())
    }

    /// Acts and statements that were published are still there, word for word. Others may have come to be known.
    fn park(&mut self, before: &ParkSummary, now: Option<&ParkSummary>) -> io::Result<()> {
        let file = format!("{}/parks/{}.toml", self.folder, before.id);
        let Some((before, now)) = self.both(&file, &before.file, now.map(|now| &now.file))? else {
            return Ok(());
        };
        for field in ["events", "statements"] {
            for (index, said) in array(&before[field]).iter().enumerate() {
                let same = |other: &&Value| differences(said, other).is_empty();
                if !array(&now[field]).iter().any(|other| same(&other)) {
                    let path = format!("{field}[{index}]");
                    self.told(&file, path, short(said), words::another_text());
                }
            }
        }
        Ok(())
    }

    /// A file of both publications; a finding where the new one has it no more.
    fn both(
        &mut self,
        file: &str,
        before: &FileRef,
        now: Option<&FileRef>,
    ) -> io::Result<Option<(Value, Value)>> {
        let Some(now) = now else {
            self.told(file, "$".to_owned(), words::the_file(), words::none());
            return Ok(None);
        };
        Ok(Some((self.archive.read(before)?, self.compiled.read(now))))
    }

    /// Entries that are known by a key: none gone, none come, none changed.
    fn entries(&mut self, file: &str, field: &str, key: &str, before: &Value, now: &Value) {
        let of = |all: &Value, id: &Value| array(all).iter().find(|entry| entry[key] == *id).cloned();
        for entry in array(before) {
            let path = format!("{field}[{}]", plain(&entry[key]));
            self.compare(file, &path, entry, &of(now, &entry[key]).unwrap_or(Value::Null));
        }
        for entry in array(now).iter().filter(|entry| of(before, &entry[key]).is_none()) {
            let path = format!("{field}[{}]", plain(&entry[key]));
            self.told(file, path, words::nothing(), short(entry));
        }
    }

    fn compare(&mut self, file: &str, path: &str, before: &Value, now: &Value) {
        for (at, was, is) in differences(before, now) {
            self.told(file, format!("{path}{at}"), short(&was), short(&is));
        }
    }

    fn told(&mut self, file: &str, path: String, was: Message, is: Message) {
        let day = &self.day;
        let expected = words::as_published(was, day.as_str());
        self.findings.push(Finding::of_file(file, expected, is).at_path(path));
    }
}

/// Where two values differ, by path, with both. When a source was checked again is no difference.
fn differences(before: &Value, now: &Value) -> Vec<(String, Value, Value)> {
    match (before, now) {
        (Value::Object(old), Value::Object(new)) => {
            let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
            keys.sort();
            keys.dedup();
            let keys = keys.into_iter().filter(|key| *key != "checked_on");
            keys.flat_map(|key| {
                let below =
                    differences(old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null));
                below.into_iter().map(move |(path, was, is)| (format!(".{key}{path}"), was, is))
            })
            .collect()
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let pairs = old.iter().zip(new).enumerate();
            pairs
                .flat_map(|(index, (old, new))| {
                    let below = differences(old, new).into_iter();
                    below.map(move |(path, was, is)| (format!("[{index}]{path}"), was, is))
                })
                .collect()
        }
        (before, now) if before == now => Vec::new(),
        (before, now) => vec![(String::new(), before.clone(), now.clone())],
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A value as a finding shows it: its text, or the beginning of what it says.
fn short(value: &Value) -> Message {
    const LONGEST: usize = 60;
    if value.is_null() {
        return words::nothing();
    }
    let text = plain(value);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => words::plain(format!("{}…", &text[..end])),
        None => words::plain(text),
    }
}
