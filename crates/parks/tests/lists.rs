//! Lists stand as their documents print them, whatever has become of a park since.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::Date;
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{Edition, FileRef, List, Park, Today};
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;

const PUBLISHED: &str = "editions/published/";

/// The frozen public facts alone.
fn published() -> Files {
    let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
    let invented: Vec<String> =
        files.paths().filter(|path| path.starts_with("editions/demonstration/")).map(str::to_owned).collect();
    invented.iter().for_each(|path| files.remove(path));
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    files
}

fn replace(files: &mut Files, path: &str, find: &str, put: &str) {
    let path = format!("{PUBLISHED}{path}");
    let text = String::from_utf8(files.get(&path).unwrap().to_vec()).unwrap();
    assert!(text.contains(find), "{find:?} is not in {path}");
    files.insert(path, text.replacen(find, put, 1));
}

fn insert(files: &mut Files, path: &str, text: &str) {
    files.insert(format!("{PUBLISHED}{path}"), text);
}

fn findings(files: &Files) -> Vec<String> {
    check(files).findings.iter().map(ToString::to_string).collect()
}

struct Built(Compiled);

impl Built {
    /// What is right, compiled.
    fn of(files: &Files) -> Built {
        let report = check(files);
        assert_eq!(report.findings, []);
        Built(compile(&report.draft, Date::new(2026, 11, 28).unwrap()).unwrap())
    }

    fn edition(&self) -> Edition {
        let index = &read_catalogue(&self.0.catalogue).unwrap().editions[0].index;
        read_edition(&self.0.files[&index.path], index).unwrap()
    }

    fn load<T: serde::de::DeserializeOwned>(&self, file: &FileRef) -> T {
        read(&self.0.files[&file.path], file).unwrap()
    }

    fn list(&self, id: &str) -> List {
        self.load(&self.edition().lists.iter().find(|list| list.id == id).unwrap().file)
    }

    fn park(&self, id: &str) -> Park {
        self.load(&self.edition().parks.iter().find(|park| park.id == id).unwrap().file)
    }
}

#[test]
fn a_renamed_and_prolonged_park_stands_on_its_list_as_printed_and_says_what_is_so_today() {
    let mut files = published();
    let park = "parks/baotou-rare-earth.toml";
    replace(&mut files, park, "zh = \"内蒙古包头稀土高新技术产业开发区\"", "zh = \"内蒙古包头零碳高新区\"");
    replace(&mut files, park, "to = 2027", "to = 2029");
    replace(&mut files, park, "scope = \"part\"", "scope = \"whole\"");
    // Nobody knows yet that it is the same park.
    assert_eq!(findings(&files).len(), 1);
    let renamed = "league = \"baotou\"\nother_names = [{ zh = \"内蒙古包头稀土高新技术产业开发区\", until = \"2026-05-01\" }]";
    replace(&mut files, park, "league = \"baotou\"", renamed);

    let built = Built::of(&files);
    let (list, edition) = (built.list("national-2025"), built.edition());
    let summary = edition.parks.iter().find(|park| park.id == "baotou-rare-earth").unwrap();
    let entry = &list.entries[9];
    assert_eq!(entry.name, "内蒙古包头稀土高新技术产业开发区");
    assert_eq!(entry.years(), Some([2025, 2027]));
    assert_eq!(entry.today(summary), [Today::Name, Today::Scope, Today::Period]);
    let otherwise = &built.park("baotou-rare-earth").listed_otherwise;
    assert_eq!((otherwise.len(), &otherwise[0].entry), (1, entry));
    // The other park is as its list has it.
    assert_eq!(built.park("ordos-mengsu").listed_otherwise, []);
}

/// As [`published`], without the objective that says that no list for cultivation was found.
fn awaiting_no_list() -> Files {
    let mut files = published();
    replace(&mut files, "milestones.toml", "parks = 20\nstage = \"cultivation\"\n", "");
    files
}

const REGIONAL: &str = "id = \"region-2026\"\n\
    title = { zh = \"培育建设名单\", en = \"Parks for cultivation\" }\n\
    meaning = { zh = \"培育建设。\", en = \"In cultivation.\" }\n\
    level = \"region\"\nstage = \"cultivation\"\ndocument = \"plan\"\n\
    published = \"2026-03-02\"\nmark = \"B\"\nchecked_on = \"2026-11-23\"\n";

#[test]
fn a_list_that_prints_names_and_leagues_alone_is_published_with_nothing_invented() {
    let mut files = awaiting_no_list();
    insert(&mut files, "lists/region-2026.toml", REGIONAL);
    let rows = "\u{feff}league,name,status,park\r\n".to_owned();
    let rows = rows
        + "鄂尔多斯市,内蒙古鄂尔多斯蒙苏经济开发区,,ordos-mengsu\r\n合计,1,,\r\n包头市,某园区,reserve,\r\n";
    insert(&mut files, "lists/region-2026.csv", &rows);
    let built = Built::of(&files);
    let list = built.list("region-2026");
    let [listed, reserve] = &list.entries[..] else { panic!("{:?}", list.entries) };
    assert_eq!((listed.league.as_deref(), listed.province.as_deref()), (Some("鄂尔多斯市"), None));
    assert_eq!((listed.scope, listed.years(), listed.unnumbered), (None, None, true));
    assert!(!reserve.status.is_listed());
    // What is in reserve is not counted as listed.
    let edition = built.edition();
    let summary = edition.lists.iter().find(|list| list.id == "region-2026").unwrap();
    assert_eq!((summary.entries, summary.in_region), (1, 1));
    // What a list does not say differs in nothing from today.
    assert_eq!(built.park("ordos-mengsu").listed_otherwise, []);
}

/// The acts of a park that a list named, typed in its file.
fn untyped(files: &mut Files, park: &str) {
    let path = format!("{PUBLISHED}parks/{park}.toml");
    let text = String::from_utf8(files.get(&path).unwrap().to_vec()).unwrap();
    let (before, _) = text.split_once("[[events]]").unwrap();
    files.insert(path, before.to_owned());
}

#[test]
fn an_entry_is_an_act_and_told_once() {
    let typed = Built::of(&published());
    let mut files = published();
    untyped(&mut files, "ordos-mengsu");
    replace(
        &mut files,
        "lists/national-2025.toml",
        "mark = \"A\"",
        "clause = \"ndrc-910/3.3\"\nmark = \"A\"",
    );
    let built = Built::of(&files);
    let [act] = &built.park("ordos-mengsu").events[..] else { panic!("one act") };
    let [before] = &typed.park("ordos-mengsu").events[..] else { panic!("one act") };
    // All but its words, which nobody has typed.
    assert_eq!(act.text.zh, "列入国家级零碳园区建设名单（第一批）。");
    assert_eq!(disclosure::model::Event { text: before.text.clone(), ..act.clone() }, *before);
    // No page can tell the difference in what is counted and ranked from.
    let summary = |built: &Built| {
        let mut parks = built.edition().parks;
        parks.iter_mut().for_each(|park| park.file.sha256.clear());
        parks
            .iter()
            .map(|park| (park.id.clone(), park.stage, park.since, park.events.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(summary(&built), summary(&typed));
}

#[test]
fn a_reserve_is_no_act_and_a_removal_ends_what_a_list_began() {
    let mut files = awaiting_no_list();
    insert(&mut files, "lists/region-2026.toml", REGIONAL);
    let rows = "number,name,status,park\n\
                1,内蒙古包头稀土高新技术产业开发区,reserve,baotou-rare-earth\n\
                1,内蒙古鄂尔多斯蒙苏经济开发区,removed,ordos-mengsu\n";
    insert(&mut files, "lists/region-2026.csv", rows);
    let head = REGIONAL.replace("region-2026", "region-2025").replace("2026-03-02", "2025-11-03");
    insert(&mut files, "lists/region-2025.toml", &head);
    let rows = "number,name,park\n1,内蒙古鄂尔多斯蒙苏经济开发区,ordos-mengsu\n";
    insert(&mut files, "lists/region-2025.csv", rows);
    let built = Built::of(&files);
    let acts = |id: &str| {
        let acts = built.park(id).events;
        acts.iter()
            .map(|act| (act.dated.to_string(), act.list.clone().unwrap(), act.removed))
            .collect::<Vec<_>>()
    };
    let act = |day: &str, list: &str, removed: bool| (day.to_owned(), list.to_owned(), removed);
    assert_eq!(acts("baotou-rare-earth"), [act("2025-12-26", "national-2025", false)]);
    assert_eq!(
        acts("ordos-mengsu"),
        [
            act("2025-11-03", "region-2025", false),
            act("2025-12-26", "national-2025", false),
            act("2026-03-02", "region-2026", true)
        ]
    );
}

#[test]
fn a_list_that_restates_an_earlier_one_moves_no_park() {
    let mut files = awaiting_no_list();
    let head = REGIONAL.replace("mark =", "restates = true\nmark =");
    insert(&mut files, "lists/region-2026.toml", &head);
    insert(&mut files, "lists/region-2026.csv", "name,park\n内蒙古鄂尔多斯蒙苏经济开发区,ordos-mengsu\n");
    assert_eq!(Built::of(&files).park("ordos-mengsu").events.len(), 1);
}

#[test]
fn an_entry_that_a_correction_adds_is_an_act_from_the_day_of_the_correction_on() {
    let mut files = awaiting_no_list();
    insert(&mut files, "lists/region-2026.toml", REGIONAL);
    insert(&mut files, "lists/region-2026.csv", "name,park\n内蒙古鄂尔多斯蒙苏经济开发区,ordos-mengsu\n");
    let notice = "id = \"list-c1\"\ndated = \"2026-04-01\"\nreason = { zh = \"漏排。\", en = \"Left out.\" }\n\
        source = { document = \"plan\", mark = \"B\", checked_on = \"2026-11-23\" }\n\
        [[entries]]\nlist = \"region-2026\"\n\
        is = { number = 2, name = \"内蒙古包头稀土高新技术产业开发区\", park = \"baotou-rare-earth\" }\n";
    insert(&mut files, "corrections/list-c1.toml", notice);
    let built = Built::of(&files);
    let edition = built.edition();
    let stage = |on: &str| {
        let known = disclosure::as_of::edition(&edition, on.parse().unwrap());
        known.parks.iter().find(|park| park.id == "baotou-rare-earth").unwrap().events.len()
    };
    assert_eq!((stage("2026-03-31"), stage("2026-04-01")), (1, 2));
}
