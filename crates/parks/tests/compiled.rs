//! What `parks build` makes of the published data: it reads back, every reference resolves, and the map
//! is whole.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use disclosure::integrity::{ReadError, read, read_catalogue, read_edition};
use disclosure::model::{
    Background, Catalogue, Document, Edition, FileRef, LATEST, LeagueMap, List, Membership, Park, Plan,
    Publication, Rulebook, Stage, Subject, Term, WorkReport, WorkReports,
};
use disclosure::own_pages::OwnPage;
use disclosure::round::Round;
use disclosure::search::{EntryKind, SearchIndex};
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The day on which the data are compiled here, whatever day it is.
const BUILT_ON: &str = "2026-11-28";
/// The same day in seconds, for the program.
const BUILT_AT: &str = "1795824000";

fn compile_published() -> Compiled {
    compile(&check(&Files::read(&data()).unwrap()).draft, BUILT_ON.parse().unwrap()).unwrap()
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(compile_published);

fn catalogue() -> Catalogue {
    read_catalogue(&COMPILED.catalogue).unwrap()
}

fn bytes(file: &FileRef) -> &'static [u8] {
    &COMPILED.files[&file.path]
}

fn load<T: serde::de::DeserializeOwned>(file: &FileRef) -> T {
    read(bytes(file), file).unwrap()
}

/// The edition of the public facts.
fn edition() -> Edition {
    let catalogue = catalogue();
    let found = catalogue.editions.iter().find(|edition| edition.id == "published").unwrap();
    assert_eq!(found.version(), &found.index.sha256[..10]);
    read_edition(bytes(&found.index), &found.index).unwrap()
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let again = compile_published();
    assert_eq!(again.files, COMPILED.files);
    assert_eq!(again.catalogue, COMPILED.catalogue);
    assert_eq!(again.pages, COMPILED.pages);
}

/// Every file that an edition refers to; those that have a type of their own read as it.
fn files_of(edition: &Edition) -> BTreeSet<String> {
    let shared = [
        &edition.documents,
        &edition.rulebook,
        &edition.plan,
        &edition.background,
        &edition.glossary,
        edition.quotas.as_ref().unwrap(),
        &edition.search,
    ];
    let mut used: BTreeSet<String> = shared.map(|file| file.path.clone()).into();
    used.extend(edition.publications.iter().map(|file| file.path.clone()));
    for summary in &edition.parks {
        let park: Park = load(&summary.file);
        assert_eq!((&park.id, &park.name), (&summary.id, &summary.name));
        assert_eq!(park.events.len(), summary.events.len());
        used.insert(summary.file.path.clone());
    }
    for summary in &edition.lists {
        let list: List = load(&summary.file);
        assert_eq!(list.entries.len(), usize::from(summary.entries));
        used.insert(summary.file.path.clone());
    }
    for summary in &edition.rounds {
        let round: Round = load(&summary.file);
        assert_eq!((&round.id, round.dated), (&summary.id, summary.dated));
        used.insert(summary.file.path.clone());
    }
    used.extend(edition.corrections.iter().map(|all| all.file.path.clone()));
    if let Some(work) = &edition.work {
        used.insert(work.path.clone());
        for summary in load::<WorkReports>(work).reports {
            let report: WorkReport = load(&summary.file);
            assert_eq!((&report.id, report.dated), (&summary.id, summary.dated));
            used.insert(summary.file.path.clone());
            let pictures = report.pictures.iter().map(|picture| &picture.file);
            for media in pictures.chain(report.attachments.iter().map(|attachment| &attachment.file)) {
                assert_eq!(media.sha256, disclosure::integrity::sha256_hex(bytes(media)));
                used.insert(media.path.clone());
            }
        }
    }
    assert!(edition.rounds.is_sorted_by(|a, b| a.dated < b.dated));
    used
}

#[test]
fn every_reference_resolves_and_every_file_is_referred_to() {
    let catalogue = catalogue();
    let edition = edition();
    let map: LeagueMap = load(&catalogue.map);
    let documents: Vec<Document> = load(&edition.documents);
    let rulebook: Rulebook = load(&edition.rulebook);
    let plan: Plan = load(&edition.plan);
    let background: Background = load(&edition.background);
    let glossary: Vec<Term> = load(&edition.glossary);
    let search: SearchIndex = load(&edition.search);
    assert_eq!(map.shapes.len(), edition.leagues.len());
    assert_eq!(documents.len(), 14);
    // Rules may be added; those that a page or a citation names stay.
    let sets: Vec<&str> = rulebook.rulesets.iter().map(|set| set.id.as_str()).collect();
    let named =
        ["national-2025", "region-2025", "im-1020-parks", "im-1020-industries", "im-1020-data-centres"];
    assert!(named.iter().all(|id| sets.contains(id)), "{sets:?}");
    let ladders: Vec<&str> = rulebook.ladders.iter().map(|ladder| ladder.id.as_str()).collect();
    assert!(["upgrade-2025", "upgrade-2025-12"].iter().all(|id| ladders.contains(id)), "{ladders:?}");
    assert!(!rulebook.scorings.is_empty());
    let standing = |membership| plan.departments.iter().filter(|unit| unit.membership == membership).count();
    let standings = [Membership::Named, Membership::Unnamed, Membership::Outside].map(standing);
    assert_eq!(standings, [19, 2, 1], "named units; 等 and the governments; the leagues' commissions");
    assert_eq!(background.registers.len(), 5);
    assert!(glossary.len() >= 25);
    assert!(search.entries.len() > 150);

    let mut used: BTreeSet<String> = [catalogue.map.path.clone()].into();
    for listed in &catalogue.editions {
        used.insert(listed.index.path.clone());
        used.extend(files_of(&read_edition(bytes(&listed.index), &listed.index).unwrap()));
    }
    assert_eq!(used, COMPILED.files.keys().cloned().collect());
    let all: Vec<Publication> = load(edition.publications.as_ref().unwrap());
    assert_eq!(edition.latest, all[..LATEST], "the index holds what the first view shows");
    for publication in &all {
        let known = match &publication.subject {
            Subject::Park(id) => edition.parks.iter().any(|park| park.id == *id),
            Subject::List(id) => edition.lists.iter().any(|list| list.id == *id),
            Subject::Document(id) => documents.iter().any(|document| document.id == *id),
            Subject::Work(id) => {
                let reports: WorkReports = load(edition.work.as_ref().unwrap());
                reports.reports.iter().any(|report| report.id == *id)
            }
            Subject::Round(id) => edition.rounds.iter().any(|round| round.id == *id),
            Subject::Correction(id) => {
                edition.corrections.iter().flat_map(|all| &all.days).any(|notice| notice.id == *id)
            }
        };
        assert!(known, "{publication:?}");
    }
    assert!(all.is_sorted_by(|a, b| a.dated >= b.dated));
}

#[test]
fn the_published_facts_are_there() {
    let edition = edition();
    assert!(!edition.demonstration);
    let list = &edition.lists[0];
    assert_eq!((list.entries, list.in_region), (52, 2));
    for park in &edition.parks {
        assert_eq!(park.stage, Some(Stage::NATIONAL_CONSTRUCTION));
        assert_eq!(park.since.unwrap().to_string(), "2025-12-26");
        let file: Park = load(&park.file);
        assert!(file.observations.is_empty(), "no value of an indicator is published");
    }
    assert_eq!(edition.milestones.iter().map(|each| each.year).collect::<Vec<_>>(), [2025, 2027, 2030]);
}

/// An act with a page stands once in the work of the mechanism, at its day, and leads to its page.
#[test]
fn reports_are_acts_of_the_mechanism() {
    let catalogue = catalogue();
    for listed in &catalogue.editions {
        let edition = read_edition(bytes(&listed.index), &listed.index).unwrap();
        let reports: WorkReports = load(edition.work.as_ref().unwrap());
        let acts = load::<Background>(&edition.background).mechanism.unwrap().acts;
        assert!(acts.is_sorted_by_key(|act| act.dated));
        let mut pages: Vec<_> = acts.iter().filter_map(|act| Some((act.page.clone()?, act.dated))).collect();
        let mut expected: Vec<_> = reports.reports.iter().map(|each| (each.id.clone(), each.dated)).collect();
        pages.sort();
        expected.sort();
        assert_eq!(pages, expected, "{}", edition.id);
        for summary in &reports.reports {
            let report: WorkReport = load(&summary.file);
            for park in &report.parks {
                let summary = edition.parks.iter().find(|summary| summary.id == *park).unwrap();
                let park: Park = load(&summary.file);
                assert!(park.work.iter().any(|mention| mention.id == report.id));
            }
        }
    }
}

#[test]
fn a_list_leaves_as_the_table_it_came_from() {
    let list: List = load(&edition().lists[0].file);
    let table = fs::read_to_string(data().join("editions/published/lists/national-2025.csv")).unwrap();
    assert_eq!(disclosure::csv::list(&list), format!("{}{}", '\u{feff}', table.replace('\n', "\r\n")));
}

#[test]
fn a_changed_file_is_told() {
    let file = edition().plan;
    let mut changed = bytes(&file).to_vec();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert!(matches!(read::<Plan>(&changed, &file), Err(ReadError::Hash { .. })));
    let found = bytes(&file).len() as u64 - 1;
    let truncated = &bytes(&file)[..found as usize];
    assert_eq!(read::<Plan>(truncated, &file), Err(ReadError::Length { expected: found + 1, found }));
}

#[test]
fn parks_are_found_by_pinyin_and_initials() {
    let search: SearchIndex = load(&edition().search);
    let find = |kind, words: &str| {
        let mut entries = search.entries.iter().filter(move |entry| entry.kind == kind);
        entries
            .find(|entry| entry.pinyin.split(' ').any(|way| way.contains(words)))
            .map(|found| &found.address)
    };
    assert_eq!(find(EntryKind::Page, "paihang").unwrap(), "rankings");
    assert_eq!(find(EntryKind::Page, "zpg").unwrap(), "assess");
    let pages = search.entries.iter().filter(|entry| entry.kind == EntryKind::Page);
    let said: Vec<&str> = pages.filter_map(|page| page.pinyin.split(' ').next()).collect();
    assert_eq!(
        said.join(" "),
        "gailan ditu jieti jianchengyuanqu xianqizhenggai paihang duibi mingdan gengzheng banben gongzuodongtai jinzhan zipinggu fangfa nenghaoxiane shuyu guanyu"
    );
    assert_eq!(find(EntryKind::Park, "mengsu").unwrap(), "parks/ordos-mengsu");
    assert_eq!(find(EntryKind::Park, "btxt").unwrap(), "parks/baotou-rare-earth");
    assert_eq!(find(EntryKind::League, "wuhai").unwrap(), "leagues/wuhai");
    assert_eq!(find(EntryKind::Term, "lvdian").unwrap(), "glossary#green-power");
    assert_eq!(find(EntryKind::ListEntry, "chongqing").unwrap(), "lists/national-2025#entry-38");
    let clause = search.entries.iter().find(|entry| entry.kind == EntryKind::Clause).unwrap();
    assert!(clause.address.starts_with("method#"));
}

/// Each of the portal's own pages is found in both languages, and has a folder of the same name.
#[test]
fn every_page_of_the_portal_is_found() {
    let search: SearchIndex = load(&edition().search);
    for own in OwnPage::ALL {
        let entry = search
            .entries
            .iter()
            .find(|entry| entry.kind == EntryKind::Page && entry.address == own.path())
            .unwrap_or_else(|| panic!("{own:?} is not found"));
        for (lang, name, line) in
            [("zh", &entry.name.zh, &entry.line.zh), ("en", &entry.name.en, &entry.line.en)]
        {
            let path = match (lang, own.path()) {
                ("zh", path) => path.to_owned(),
                (_, "") => "en".to_owned(),
                (_, path) => format!("en/{path}"),
            };
            let page = COMPILED.pages.iter().find(|page| page.path == path).unwrap();
            assert!(!name.is_empty() && !line.is_empty());
            assert!(page.title.starts_with(name.as_str()) || *own == OwnPage::Home, "{}", page.title);
            assert!(page.description.ends_with(line.as_str()), "{}", page.description);
        }
    }
}

#[test]
fn a_league_that_is_found_says_its_grid_and_not_its_kind_again() {
    let search: SearchIndex = load(&edition().search);
    let mut leagues = search.entries.iter().filter(|entry| entry.kind == EntryKind::League).peekable();
    assert!(leagues.peek().is_some());
    for league in leagues {
        assert!(league.line.zh.ends_with("电网") && league.line.en.ends_with("grid"), "{:?}", league.line);
    }
}

#[test]
fn every_address_has_a_page_in_both_languages() {
    let pages: BTreeMap<&str, &static_site::Page> =
        COMPILED.pages.iter().map(|page| (page.path.as_str(), page)).collect();
    assert_eq!(pages.len(), COMPILED.pages.len(), "each address once");
    for page in pages.values() {
        let other = pages[page.alternate.as_str()];
        assert_eq!(other.alternate, page.path);
        assert_ne!(other.lang, page.lang);
        assert!(!page.title.is_empty() && !page.description.is_empty());
    }
    for path in ["", "map", "lists", "lists/national-2025", "method", "progress", "glossary", "about"] {
        assert_eq!(pages[path].lang, static_site::Lang::Zh);
    }
    let park = pages["en/parks/ordos-mengsu"];
    assert!(park.title.ends_with(" · Inner Mongolia Zero-Carbon Parks: Public Assessment"));
    assert_eq!(pages.keys().filter(|path| path.starts_with("leagues/")).count(), 12);
}

#[test]
fn pages_of_the_demonstration_say_so_and_those_of_another_edition_name_it() {
    assert_eq!(catalogue().default_edition, "demonstration");
    let default = |page: &&static_site::Page| page.edition.is_none();
    for page in COMPILED.pages.iter().filter(default) {
        let said = if page.lang == static_site::Lang::Zh { "演示数据" } else { "Demonstration data" };
        assert!(page.description.starts_with(said), "{}", page.path);
    }
    let others: Vec<_> = COMPILED.pages.iter().filter(|page| page.edition.is_some()).collect();
    assert!(others.iter().any(|page| page.path == "parks/ordos-mengsu"));
    for page in others {
        assert_eq!(page.edition.as_deref(), Some("published"));
        assert!(!page.description.contains("演示"), "{}", page.path);
    }
}

type Place = [i32; 2];

/// Reads path data back: rings of places in tenths of a unit.
fn rings(path: &str) -> Vec<Vec<Place>> {
    path.split('M')
        .skip(1)
        .map(|ring| {
            let (start, steps) = ring.trim_end_matches('z').split_once('l').unwrap();
            let mut places = pairs(start);
            for [x, y] in pairs(steps) {
                let [from_x, from_y] = places[places.len() - 1];
                places.push([from_x + x, from_y + y]);
            }
            places
        })
        .collect()
}

fn pairs(numbers: &str) -> Vec<Place> {
    let spaced = numbers.replace('-', " -");
    let tenths = |number: &str| (number.parse::<f64>().unwrap() * 10.0).round() as i32;
    let tenths: Vec<i32> = spaced.split_whitespace().map(tenths).collect();
    tenths.chunks(2).map(|pair| [pair[0], pair[1]]).collect()
}

#[test]
fn the_map_is_small_whole_and_shows_wuhai() {
    let catalogue = catalogue();
    assert!(catalogue.map.bytes <= 20_000, "{} bytes", catalogue.map.bytes);
    let map: LeagueMap = load(&catalogue.map);
    let shapes: Vec<Vec<Vec<Place>>> = map.shapes.iter().map(|shape| rings(&shape.path)).collect();

    let wuhai = map.shapes.iter().position(|shape| shape.league == "wuhai").unwrap();
    let extent = |axis: usize| {
        let values = shapes[wuhai].iter().flatten().map(|place| place[axis]);
        f64::from(values.clone().max().unwrap() - values.min().unwrap()) / 10.0 / map.size[0] * 390.0
    };
    assert!(extent(0) > 4.0 && extent(1) > 8.0, "{} × {} px on a phone", extent(0), extent(1));

    // A border is drawn at most twice, once from each side; no line crosses another.
    let mut lines: BTreeMap<(Place, Place), usize> = BTreeMap::new();
    for ring in shapes.iter().flatten() {
        for (index, place) in ring.iter().enumerate() {
            let next = ring[(index + 1) % ring.len()];
            *lines.entry((*place.min(&next), *place.max(&next))).or_default() += 1;
        }
    }
    assert!(lines.values().all(|count| *count <= 2));
    let shared = lines.values().filter(|count| **count == 2).count();
    assert!(shared > 250, "{shared} lines are shared");
    let lines: Vec<(Place, Place)> = lines.into_keys().collect();
    for (index, line) in lines.iter().enumerate() {
        for other in &lines[index + 1..] {
            assert!(!cross(*line, *other), "{line:?} crosses {other:?}");
        }
    }
    let edition = edition();
    for park in &edition.parks {
        let [x, y] = park.at.unwrap();
        assert!(x > 0.0 && x < map.size[0] && y > 0.0 && y < map.size[1]);
    }
}

/// Whether two lines cross at a place inside both.
fn cross((a, b): (Place, Place), (c, d): (Place, Place)) -> bool {
    let side = |p: Place, q: Place, r: Place| {
        let [px, py, qx, qy, rx, ry] = [p[0], p[1], q[0], q[1], r[0], r[1]].map(i64::from);
        ((qx - px) * (ry - py) - (qy - py) * (rx - px)).signum()
    };
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

fn parks(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_parks"));
    program.env("LC_ALL", "C").env("SOURCE_DATE_EPOCH", BUILT_AT);
    let output = program.args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn build_writes_what_it_compiled() {
    let out = scratch("build");
    let (data, data_out, pages) = (data(), out.join("data"), out.join("pages.json"));
    let [data, data_out, pages] = [&data, &data_out, &pages].map(|path| path.to_str().unwrap());
    let (code, _, stderr) = parks(&["build", "--data", data, "--out", data_out, "--pages", pages]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(fs::read(out.join("data/catalog.json")).unwrap(), COMPILED.catalogue);
    for (path, bytes) in &COMPILED.files {
        assert_eq!(&fs::read(out.join("data").join(path)).unwrap(), bytes);
    }
    let pages: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("pages.json")).unwrap()).unwrap();
    assert_eq!(pages["pages"].as_array().unwrap().len(), COMPILED.pages.len());
}

#[test]
fn build_refuses_what_the_check_refuses() {
    let out = scratch("refused");
    let (data, compiled) = (out.join("data"), out.join("compiled"));
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("site.toml"), "colour = 1\n").unwrap();
    let [data, compiled] = [&data, &compiled].map(|path| path.to_str().unwrap());
    for arguments in [&["check", "--data", data][..], &["build", "--data", data, "--out", compiled]] {
        let (code, stdout, stderr) = parks(arguments);
        assert_eq!(code, Some(2));
        assert!(stderr.contains(&format!("{data}/site.toml:1: colour: expected")), "{stderr}");
        assert!(stdout.trim_end().ends_with(" wrong"), "{stdout}");
    }
    assert!(!Path::new(compiled).exists());
}

#[test]
fn the_check_lists_empty_slots_without_refusing_them() {
    let (code, stdout, stderr) = parks(&["check", "--data", data().to_str().unwrap()]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("site.toml:14: map_approval_number: empty and not shown"));
    assert!(stdout.trim_end().ends_with("nothing wrong"));
}

#[test]
fn a_wrong_call_says_how_it_is_called() {
    for arguments in [&["build"][..], &["check", "--colour"], &["build", "--out"]] {
        let (code, _, stderr) = parks(arguments);
        assert_eq!(code, Some(2));
        assert!(stderr.contains("Usage: parks"), "{stderr}");
    }
    let (code, _, stderr) = parks(&["check", "--data", "no/such/folder"]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("no/such/folder"), "{stderr}");
}
