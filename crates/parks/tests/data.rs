//! The published data are right, and each mistake that a person can make in data is told: one fixture per mistake
//! in `data/bad`, named by a sentence, each a change to the frozen folder of the fixtures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod mistakes;

use std::fs;
use std::path::Path;

use assessment::Date;
use parks::check::{check, check_on};
use parks::compile::compile;
use parks::files::Files;
use parks::finding::Finding;
use parks::lang::Lang;
use proptest::prelude::*;
use serde::Deserialize;

/// A mistake: a change to the frozen data, and what the check must say of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    /// The file that is changed, added or taken away.
    file: String,
    /// Start from this file instead of `file` itself.
    copy: Option<String>,
    /// Words to find, once or more.
    find: Option<String>,
    /// What stands in place of the first of them; nothing takes them away.
    #[serde(default)]
    replace: String,
    /// The whole file instead.
    write: Option<String>,
    /// The whole file instead, as bytes.
    bytes: Option<Vec<u8>>,
    /// No file at all.
    #[serde(default)]
    remove: bool,
    /// The demonstration is compared with what its seed makes; other mistakes in it are looked at alone.
    #[serde(default)]
    seeded: bool,
    /// Each must be in one of the lines.
    expect: Vec<String>,
    /// How many lines there are.
    #[serde(default = "one")]
    lines: usize,
}

fn one() -> usize {
    1
}

fn built_on() -> Date {
    Date::new(2026, 11, 28).unwrap()
}

/// What is published, as it stands.
fn live() -> Files {
    Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

/// The frozen folder, with what its demonstration's seed makes.
fn all() -> Files {
    let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
    for (path, text) in parks::demo::files(SEED) {
        files.insert(format!("{DEMONSTRATION}{path}"), text);
    }
    files
}

/// As the frozen `edition.toml` of the demonstration names it.
const SEED: u64 = 2025;

const DEMONSTRATION: &str = "editions/demonstration/";

/// Without the demonstration, which takes long to read.
fn published() -> Files {
    let mut files = all();
    let invented: Vec<String> =
        files.paths().filter(|path| path.starts_with(DEMONSTRATION)).map(str::to_owned).collect();
    invented.iter().for_each(|path| files.remove(path));
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    files
}

/// With the demonstration, which nothing is compared with.
fn unseeded() -> Files {
    let mut files = all();
    let head = format!("{DEMONSTRATION}edition.toml");
    let text = String::from_utf8(files.get(&head).unwrap().to_vec()).unwrap();
    files.insert(head, text.replace(&format!("seed = {SEED}\n"), ""));
    files
}

impl Mistake {
    fn apply(&self, files: &mut Files) {
        if self.remove {
            files.remove(&self.file);
            return;
        }
        let bytes = match (&self.write, &self.bytes) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, Some(bytes)) => bytes.clone(),
            (None, None) => files.get(self.copy.as_ref().unwrap_or(&self.file)).unwrap().to_vec(),
        };
        let bytes = match &self.find {
            None => bytes,
            Some(find) => {
                let text = String::from_utf8(bytes).unwrap();
                assert!(text.contains(find), "{find:?} is not in {}", self.file);
                text.replacen(find, &self.replace, 1).into_bytes()
            }
        };
        files.insert(&self.file, bytes);
    }
}

#[test]
fn nothing_is_wrong_in_the_published_data_nor_in_the_frozen() {
    for (name, files) in [("published", live()), ("frozen", all())] {
        let lines: Vec<String> = check(&files).findings.iter().map(ToString::to_string).collect();
        assert_eq!(lines, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_mistake_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bad");
    let (published, unseeded, all) = (published(), unseeded(), all());
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mistake: Mistake = toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut files = match (mistake.seeded, mistake.file.starts_with(DEMONSTRATION)) {
            (true, _) => all.clone(),
            (false, true) => unseeded.clone(),
            (false, false) => published.clone(),
        };
        mistake.apply(&mut files);
        let findings = check(&files).findings;
        findings.iter().for_each(told_in_chinese);
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        let told = mistake.expect.iter().all(|words| lines.iter().any(|line| line.contains(words)));
        if !told || lines.len() != mistake.lines || mistake.expect.is_empty() {
            failures.push(format!(
                "{name}\n  expected {} lines with {:#?}\n  found {lines:#?}",
                mistake.lines, mistake.expect
            ));
        }
        count += 1;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count >= 50, "only {count} fixtures were read");
}

/// Texts of parks and acts may stand in Chinese alone; those that all editions share may not (a term without English).
#[test]
fn english_may_be_left_out_of_what_an_edition_publishes() {
    let mut files = published();
    let path = "editions/published/parks/ordos-mengsu.toml";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let (before, act) = text.split_once("[[events]]").unwrap();
    let start = act.find(", en = \"").unwrap();
    let end = start + act[start..].find("\" }").unwrap() + 1;
    files.insert(path, format!("{before}[[events]]{}{}", &act[..start], &act[end..]));
    let report = check(&files);
    assert_eq!(report.findings, []);
    assert!(compile(&report.draft, built_on()).is_some());
}

/// What is told in Chinese has no sentence in English in it, whatever stands in the file.
fn told_in_chinese(finding: &Finding) {
    let said = [&finding.expected, &finding.found].map(|message| message.in_lang(Lang::Zh));
    for said in said {
        // What is quoted is what stands in the file.
        let own: String =
            said.split('“').map(|part| part.split_once('”').map_or(part, |(_, rest)| rest)).collect();
        let english = [" the ", " for ", " with ", " that ", " not ", " or ", " of ", "the ", "a "];
        let sentence = english
            .iter()
            .find(|word| own.starts_with(*word) || own.contains(&format!(" {}", word.trim_start())));
        assert_eq!(sentence, None, "{}", finding.line_in(Lang::Zh));
    }
}

/// Mistakes that stand in a round, two parks and a list at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtOnce {
    mistakes: Vec<Mistake>,
}

#[test]
fn mistakes_hide_none_of_one_another() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/at-once.toml");
    let AtOnce { mistakes } = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut files = unseeded();
    mistakes.iter().for_each(|mistake| mistake.apply(&mut files));
    let findings = check(&files).findings;
    findings.iter().for_each(told_in_chinese);
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let expected: Vec<&String> = mistakes.iter().flat_map(|mistake| &mistake.expect).collect();
    for words in &expected {
        let told = lines.iter().filter(|line| line.contains(words.as_str())).count();
        assert_eq!(told, 1, "{words}: {lines:#?}");
    }
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    assert!(expected.len() > 37);
}

#[test]
fn rows_that_changed_their_places_are_asked_about_once() {
    let mut files = unseeded();
    let path = "editions/demonstration/rounds/2030-h2.toml";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let exchanged = text
        .replace("park = \"demo-lanqi\"", "park = \"-\"")
        .replace("park = \"demo-yinmu\"", "park = \"demo-lanqi\"")
        .replace("park = \"-\"", "park = \"demo-yinmu\"");
    files.insert(path, exchanged.clone());
    let lines: Vec<String> = check(&files).findings.iter().map(ToString::to_string).collect();
    let [line] = &lines[..] else { panic!("{lines:#?}") };
    assert!(line.contains("two rows exchanged") && line.contains("demo-yinmu"), "{line}");
    let confirmed =
        exchanged.replace("park = \"demo-yinmu\"", "park = \"demo-yinmu\"\nconfirmed = [\"rows\"]");
    files.insert(path, confirmed);
    let left = check(&files).findings;
    assert!(left.iter().all(|finding| !finding.to_string().contains("exchanged")), "{left:#?}");
}

#[test]
fn rows_of_parks_that_are_much_alike_are_asked_about_too() {
    let mut files = unseeded();
    let path = "editions/demonstration/rounds/2030-h2.toml";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let exchanged = text
        .replace("park = \"demo-yuzhao\"", "park = \"-\"")
        .replace("park = \"demo-feilan\"", "park = \"demo-yuzhao\"")
        .replace("park = \"-\"", "park = \"demo-feilan\"");
    files.insert(path, exchanged);
    let lines: Vec<String> = check(&files).findings.iter().map(ToString::to_string).collect();
    let [line] = &lines[..] else { panic!("{lines:#?}") };
    assert!(line.contains("two rows exchanged"), "{line}");
}

#[test]
fn a_day_to_come_and_old_facts_are_told_by_the_day_of_the_check() {
    let files = published();
    let on = |year, month, day| check_on(&files, Date::new(year, month, day).unwrap());
    let lines: Vec<String> = on(2026, 1, 1).findings.iter().map(ToString::to_string).collect();
    let [line] = &lines[..] else { panic!("{lines:#?}") };
    assert!(line.contains("as_of: expected a day not after today, 2026-01-01"), "{line}");
    // The day has begun in Inner Mongolia before it has in UTC.
    let as_of = on(2026, 12, 1).draft.editions[0].head.as_ref().unwrap().value.as_of;
    assert_eq!(check_on(&files, as_of.previous().unwrap()).findings, []);
    let is_old = |report: &parks::check::Report| {
        report.notices.iter().any(|notice| notice.line_in(Lang::En).contains("days ago"))
    };
    assert!(!is_old(&on(2026, 12, 1)) && is_old(&on(2028, 1, 1)));
}

#[test]
fn what_is_still_as_it_came_is_noticed_before_the_portal_is_public() {
    let notices = |files: &Files| -> Vec<String> {
        let report = check_on(files, built_on());
        report.notices.iter().map(|notice| notice.line_in(Lang::En)).collect()
    };
    let all = notices(&all());
    assert!(all.iter().any(|line| line.starts_with("catalogue.toml:3: default_edition: ")), "{all:#?}");
    assert!(all.iter().any(|line| line.contains("no licence of the data")), "{all:#?}");
    let mut files = self::all();
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    let beside = notices(&files);
    assert!(beside.iter().any(|line| line.contains("leave_out = [\"demonstration\"]")), "{beside:#?}");
    files.insert("catalogue.toml", "default_edition = \"published\"\nleave_out = [\"demonstration\"]\n");
    assert!(notices(&files).iter().all(|line| !line.starts_with("catalogue.toml")));
    // The licence has a slot, which a site file of before may lack.
    let site = String::from_utf8(files.get("site.toml").unwrap().to_vec()).unwrap();
    files.insert("site.toml", format!("{site}\nlicence = {{ zh = \"可以自由使用，注明来源\", en = \"Free to use with the source named\" }}\n"));
    let said = notices(&files);
    assert!(said.iter().all(|line| !line.contains("licence")), "{said:#?}");
    let report = check_on(&files, built_on());
    assert_eq!(report.findings, []);
    assert!(report.draft.site.unwrap().value.site().licence.is_some());
    files.insert("site.toml", format!("{site}\nlicence = {{ zh = \"可以\", en = \"\" }}\n"));
    assert!(check(&files).findings.iter().any(|finding| finding.path == "licence"));
}

#[test]
fn an_edition_that_is_left_out_stops_no_publication() {
    let mut files = unseeded();
    let round = format!("{DEMONSTRATION}rounds/2030-h2.toml");
    files.insert(&round, "id = \"2030-h2\"\nnonsense = 1\n");
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    assert!(check(&files).findings.iter().any(|finding| finding.file == round));
    files.insert("catalogue.toml", "default_edition = \"published\"\nleave_out = [\"demonstration\"]\n");
    let report = check(&files);
    assert_eq!(report.findings, []);
    assert!(compile(&report.draft, built_on()).is_some());
}

#[test]
fn findings_write_out_what_nobody_sees() {
    let mut files = published();
    files.insert("catalogue.toml", "default_edition = \"a\\u001b[2J\\u202eb\\u200b\"\n");
    for finding in check(&files).findings {
        for lang in [Lang::Zh, Lang::En] {
            let line = finding.line_in(lang);
            let json = serde_json::to_string(&finding.told_in(lang)).unwrap();
            for said in [line, json] {
                assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{200b}']), "{said:?}");
            }
        }
    }
}

#[test]
fn every_mistake_of_a_file_is_told_at_once() {
    let mut files = published();
    let text = String::from_utf8(files.get("leagues.toml").unwrap().to_vec()).unwrap();
    let text = text.replacen("grid = \"west\"", "grid = \"middle\"", 2).replacen(
        "tile = [4, 0]",
        "tyle = [4, 0]",
        1,
    );
    files.insert("leagues.toml", text);
    let text = String::from_utf8(files.get("catalogue.toml").unwrap().to_vec()).unwrap();
    files.insert("catalogue.toml", text.replace("published", "none"));
    let lines: Vec<String> = check(&files).findings.iter().map(ToString::to_string).collect();
    for words in [
        "catalogue.toml:1: default_edition: expected the name of a folder",
        "leagues[0].grid: expected one of west, east, found “middle”",
        "leagues[1].grid: expected",
        "leagues[11].tyle: expected one of id, adcode, name, short, grid, seat, tile (did you mean “tile”?)",
    ] {
        assert!(lines.iter().any(|line| line.contains(words)), "{words}: {lines:#?}");
    }
}

#[test]
fn a_file_of_nothing_but_mistakes_is_given_up() {
    let mut files = published();
    files.insert("glossary.toml", "[[terms]]\n".repeat(20_000));
    assert_eq!(check(&files).findings.len(), 100);
}

fn path_and_bytes(files: Files, below: &'static str) -> impl Strategy<Value = (String, Vec<u8>)> {
    let paths: Vec<String> =
        files.paths().filter(|path| path.starts_with(below)).map(str::to_owned).collect();
    let path = prop::sample::select(paths);
    (
        path,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::collection::vec(any::<u8>(), 0..4),
    )
        .prop_map(move |(path, from, length, put)| {
            let mut bytes = files.get(&path).unwrap().to_vec();
            let from = from.index(bytes.len());
            let to = (from + length.index(40)).min(bytes.len());
            bytes.splice(from..to, put);
            (path, bytes)
        })
}

/// Whatever a file holds, the check comes back with lines that name a file and a line of it, and what it
/// lets through compiles.
fn comes_back(mut files: Files, path: &str, bytes: Vec<u8>) -> Result<(), TestCaseError> {
    files.insert(path, bytes);
    let report = check(&files);
    for finding in &report.findings {
        let bytes = files.get(&finding.file).unwrap_or_default();
        let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
        prop_assert!((1..=lines).contains(&finding.line), "{finding}");
    }
    prop_assert!(!report.findings.is_empty() || compile(&report.draft, built_on()).is_some());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_file_breaks_the_check((path, bytes) in path_and_bytes(published(), "")) {
        comes_back(published(), &path, bytes)?;
    }
}

proptest! {
    // Few, for the demonstration takes long to read.
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn no_file_of_the_demonstration_breaks_the_check(
        (path, bytes) in path_and_bytes(all(), DEMONSTRATION),
        is_seeded in any::<bool>(),
    ) {
        comes_back(if is_seeded { all() } else { unseeded() }, &path, bytes)?;
    }
}

/// A department's own way of writing: the number is compared, the text is kept, a blank is none.
#[test]
fn numbers_may_be_entered_as_they_are_printed() {
    let mut files = unseeded();
    let path = "editions/demonstration/rounds/2027-h1.toml";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let value =
        "{ of = \"region\", indicator = \"storage_ratio\", value = \"18.8\", quality = \"measured\" }";
    let printed = "{ of = \"region\", indicator = \"storage_ratio\", value = \"约１８．８％\", quality = \"measured\", remark = \"含在建\" }";
    let emissions = "emissions_t = \"535839\"";
    assert!(text.contains(value) && text.contains(emissions));
    let text = text.replacen(value, printed, 1).replacen(emissions, "emissions_t = \"53.5839万吨\"", 1);
    files.insert(path, text);
    let report = check(&files);
    let lines: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(lines, Vec::<String>::new());
    let edition = report.draft.editions.iter().find(|edition| edition.folder == "demonstration").unwrap();
    let round = edition.rounds.iter().find(|round| round.value.id == "2027-h1").unwrap();
    let value = &round.value.parks[0].values[6];
    assert_eq!(value.value, Some(assessment::Decimal::parse("18.8").unwrap()));
    assert_eq!((value.published.as_deref(), value.remark.as_deref()), (Some("约１８．８％"), Some("含在建")));
    let totals = round.value.parks[5].core.as_ref().and_then(|core| core.totals()).unwrap();
    assert_eq!(totals.emissions_t, assessment::Decimal::parse("535839").unwrap());
    assert_eq!(totals.emissions_t_published.as_deref(), Some("53.5839万吨"));
}
