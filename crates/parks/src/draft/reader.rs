//! Reads the data folder file by file.

use assessment::factors::FactorSet;
use assessment::ladder::Ladder;
use assessment::ladder_amendment::{self, LadderFile};
use assessment::ruleset::Ruleset;
use disclosure::correction::Notice;
use disclosure::model::{Park, WorkReport};
use disclosure::round::Round;
use json_tree::Tree;
use serde::de::DeserializeOwned;

use super::{Draft, EditionDraft, Folder, ListDraft};
use crate::assess::Rules;
use crate::balance;
use crate::confirmed;
use crate::entries;
use crate::files::Files;
use crate::finding::Finding;
use crate::outlines;
use crate::printed;
use crate::site;
use crate::tomlfile::{self, Read, TomlFile};
use crate::untranslated;
use crate::words::findings as words;
use crate::work::{self, AttachmentFile, PictureFile, WorkDraft};

/// Reads the data folder and says what cannot be read.
pub fn read(files: &Files) -> (Draft, Vec<Finding>) {
    let rules = Rules { rulesets: Vec::new(), factor_sets: Vec::new() };
    let units = printed::Units::new();
    let mut reader = Reader { files, findings: Vec::new(), used: Vec::new(), rules, units };
    let draft = reader.draft();
    let Reader { mut findings, used, .. } = reader;
    for path in files.paths().filter(|path| !used.iter().any(|used| used == path)) {
        findings.push(Finding::of_file(path, words::known_file(), words::unread_file()));
    }
    (draft, findings)
}

struct Reader<'a> {
    files: &'a Files,
    findings: Vec<Finding>,
    used: Vec<String>,
    /// The shared rules, for balances that cannot be read.
    rules: Rules,
    /// The units of the indicators that are known so far, shared ones and an edition's own.
    units: printed::Units,
}

impl Reader<'_> {
    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        self.used.push(path.to_owned());
        let bytes = self.files.get(path);
        if bytes.is_none() {
            self.findings.push(Finding::of_file(path, words::the_file(), words::none()));
        }
        bytes.map(<[u8]>::to_vec)
    }

    fn one<T: DeserializeOwned>(&mut self, path: &str) -> Option<Read<T>> {
        let bytes = self.bytes(path)?;
        tomlfile::read(path, &bytes, &mut self.findings)
    }

    /// A file with texts of departments, which may stand in Chinese alone.
    fn original<T: DeserializeOwned>(&mut self, path: &str) -> Option<Read<T>> {
        let bytes = self.bytes(path)?;
        tomlfile::read_with(path, &bytes, &mut self.findings, |_, table, _| untranslated::completed(table))
    }

    /// A file of an edition that cites sources and evidence, whose titles may stand in Chinese alone.
    fn citing<T: DeserializeOwned>(&mut self, path: &str) -> Option<Read<T>> {
        let bytes = self.bytes(path)?;
        tomlfile::read_with(path, &bytes, &mut self.findings, |_, table, _| {
            untranslated::sources_completed(table);
        })
    }

    /// One of those whose numbers may be written as they are printed, and that confirms what looks like a slip.
    fn printed<T: DeserializeOwned>(&mut self, path: &str) -> Option<Read<T>> {
        let bytes = self.bytes(path)?;
        tomlfile::read_with(path, &bytes, &mut self.findings, |file, table, findings| {
            confirmed::taken(file, table, findings);
            printed::in_file(file, table, &self.units, findings);
            untranslated::completed(table);
        })
    }

    /// The paths of a folder's TOML files.
    fn toml_in(&self, folder: &str) -> Vec<String> {
        self.files.paths().filter(|path| is_toml_in(path, folder)).map(str::to_owned).collect()
    }

    /// Every TOML file of a folder.
    fn all<T: DeserializeOwned>(&mut self, folder: &str) -> Folder<Read<T>> {
        self.each_of(folder, |reader, path| reader.one(path))
    }

    /// Every file of a folder, its texts those of departments.
    fn all_original<T: DeserializeOwned>(&mut self, folder: &str) -> Folder<Read<T>> {
        self.each_of(folder, |reader, path| reader.original(path))
    }

    /// The rounds of a folder, their balances read.
    fn rounds(&mut self, folder: &str) -> Folder<Read<Round>> {
        self.each_of(folder, |reader, path| {
            let round = reader.printed::<Round<Tree<'static>>>(path)?;
            balance::read(round, &reader.rules, &mut reader.findings)
        })
    }

    /// The corrections of a folder, their balances read.
    fn corrections(&mut self, folder: &str) -> Folder<Read<Notice>> {
        self.each_of(folder, |reader, path| {
            let notice = reader.printed::<Notice<Tree<'static>>>(path)?;
            balance::read_notice(notice, &reader.rules, &mut reader.findings)
        })
    }

    fn each_of<T>(
        &mut self,
        folder: &str,
        read: impl Fn(&mut Self, &str) -> Option<Read<T>>,
    ) -> Folder<Read<T>> {
        let paths = self.toml_in(folder);
        let read = paths.iter().map(|path| read(self, path)).collect();
        Folder::of(read, |read| read.file.names_hold())
    }

    fn draft(&mut self) -> Draft {
        let (rulesets, factor_sets) = (self.all::<Ruleset>("rulesets"), self.all::<FactorSet>("factors"));
        self.rules = Rules {
            rulesets: rulesets.iter().map(|read| read.value.clone()).collect(),
            factor_sets: factor_sets.iter().map(|read| read.value.clone()).collect(),
        };
        rulesets.iter().for_each(|read| printed::add_units(&mut self.units, &read.value));
        Draft {
            catalogue: self.one("catalogue.toml"),
            site: self.one(site::FILE),
            leagues: self.one("leagues.toml"),
            industries: self.one("industries.toml"),
            attribution: self.one("outlines/outlines.toml"),
            outlines: self.bytes(outlines::FILE).and_then(|bytes| outlines::read(&bytes, &mut self.findings)),
            documents: self.all_original("documents"),
            rulesets,
            factor_sets,
            tasks: self.one("plan/tasks.toml"),
            departments: self.one("plan/departments.toml"),
            league_rules: self.one("plan/leagues.toml"),
            quotas: self.all("quotas"),
            glossary: self.one("glossary.toml"),
            ladders: self.ladders("ladder"),
            scorings: self.all("scoring"),
            editions: self.editions(),
        }
    }

    /// The ladders of a folder, those that amend another made whole.
    fn ladders(&mut self, folder: &str) -> Folder<Read<Ladder>> {
        let read = self.each_of(folder, Reader::ladder);
        // What is wrong in one goes on in those that amend it.
        if read.whole().is_none() || read.iter().any(|read| !read.file.is_sound()) {
            return Folder { read: Vec::new(), is_whole: false };
        }
        let (files, written): (Vec<TomlFile>, Vec<LadderFile>) =
            read.read.into_iter().map(|read| (read.file, read.value)).unzip();
        let mut whole = |file: TomlFile, ladder: &LadderFile| {
            let whole = ladder_amendment::whole(&written, ladder.id()).map_err(|problems| {
                self.findings.extend(problems.into_iter().map(|problem| {
                    let (expected, found) = words::of_the_engine(&problem);
                    file.finding(&problem.path, expected, found)
                }));
            });
            Some(Read { value: whole.ok()?, file })
        };
        let made = files.into_iter().zip(&written).map(|(file, ladder)| whole(file, ladder)).collect();
        Folder::of(made, |_| true)
    }

    fn ladder(&mut self, path: &str) -> Option<Read<LadderFile>> {
        // Which of the two it is decides what its fields are, and so what is told of a mistake in them.
        if self.files.get(path).is_some_and(|bytes| tomlfile::has_key(bytes, "amends")) {
            let Read { file, value } = self.one(path)?;
            return Some(Read { file, value: LadderFile::Amendment(value) });
        }
        let Read { file, value } = self.one(path)?;
        Some(Read { file, value: LadderFile::Whole(value) })
    }

    fn editions(&mut self) -> Vec<EditionDraft> {
        let mut folders: Vec<String> = self
            .files
            .paths()
            .filter_map(|path| path.strip_prefix("editions/")?.split_once('/'))
            .map(|(folder, _)| folder.to_owned())
            .collect();
        folders.dedup();
        if folders.is_empty() {
            self.findings.push(Finding::of_file("editions", words::an_edition(), words::none()));
        }
        folders.into_iter().map(|folder| self.edition(folder)).collect()
    }

    fn edition(&mut self, folder: String) -> EditionDraft {
        let below = |name: &str| format!("editions/{folder}/{name}");
        let rulesets = self.all::<Ruleset>(&below("rulesets"));
        rulesets.iter().for_each(|read| printed::add_units(&mut self.units, &read.value));
        EditionDraft {
            head: self.one(&below("edition.toml")),
            documents: self.all_original(&below("documents")),
            rulesets,
            scorings: self.all(&below("scoring")),
            rounds: in_order_of_ids(self.rounds(&below("rounds")), |round: &Round| &round.id),
            corrections: in_order_of_ids(self.corrections(&below("corrections")), |notice: &Notice| {
                &notice.id
            }),
            work: self.work(&below("work")),
            parks: named_by_files(self.all_original(&below("parks"))),
            lists: self.lists(&below("lists")),
            milestones: self.citing(&below("milestones.toml")),
            deliverables: self.citing(&below("deliverables.toml")),
            registers: self.citing(&below("registers.toml")),
            history: self.citing(&below("history.toml")),
            mechanism: self.citing(&below("mechanism.toml")),
            not_published: self.citing(&below("not-published.toml")),
            folder,
        }
    }

    /// The reports of a folder with their pictures and attachments.
    fn work(&mut self, folder: &str) -> Folder<WorkDraft> {
        let paths = self.toml_in(folder);
        let read = paths.iter().map(|path| self.report(path)).collect();
        Folder::of(read, |work| work.report.file.names_hold())
    }

    fn report(&mut self, path: &str) -> Option<WorkDraft> {
        let report = self.citing::<WorkReport<PictureFile, AttachmentFile>>(path)?;
        let (draft, used) = work::with_media(report, self.files, &mut self.findings);
        self.used.extend(used);
        Some(draft)
    }

    fn lists(&mut self, folder: &str) -> Folder<ListDraft> {
        let paths = self.toml_in(folder);
        let read = paths.iter().map(|path| self.list(path)).collect();
        Folder::of(read, |list: &ListDraft| list.head.file.names_hold())
    }

    fn list(&mut self, path: &str) -> Option<ListDraft> {
        let head = self.original(path);
        let csv = path.replace(".toml", ".csv");
        let bytes = self.bytes(&csv);
        let entries = bytes.and_then(|bytes| entries::read(&csv, &bytes, &mut self.findings));
        Some(ListDraft { head: head?, csv, entries: entries? })
    }
}

/// Parks of which one has another id than its file are not whole: which of the two is meant is not known.
fn named_by_files(mut folder: Folder<Read<Park>>) -> Folder<Read<Park>> {
    let is_named = |read: &Read<Park>| {
        read.file.name.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")) == Some(&read.value.id)
    };
    folder.is_whole &= folder.read.iter().all(is_named);
    folder
}

/// Files in the order of their ids; that of their names would put `2026-h2-c1.toml` before `2026-h2.toml`.
fn in_order_of_ids<T>(mut folder: Folder<Read<T>>, id: fn(&T) -> &String) -> Folder<Read<T>> {
    folder.read.sort_by(|one, other| id(&one.value).cmp(id(&other.value)));
    folder
}

fn is_toml_in(path: &str, folder: &str) -> bool {
    let name = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| name.ends_with(".toml") && !name.contains('/'))
}
