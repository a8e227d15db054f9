//! What was published stays: it is opened again after whatever came later, and is changed by corrections only.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use assessment::Date;
use disclosure::as_of::Known;
use disclosure::integrity::verify;
use disclosure::model::{Edition, FileRef, Version, WorkReport, WorkReports};
use parks::archive::Archive;
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;
use parks::finding::Finding;
use parks::lang::Lang;
use parks::publication::edited_in_place;
use serde_json::Value;
use tempfile::TempDir;

const ROUND: &str = "editions/demonstration/rounds/2025-h1.toml";
const NOTICE: &str = "editions/demonstration/corrections/2027-h1-c1.toml";

fn day(at: u8) -> Date {
    Date::new(2026, 12, at).unwrap()
}

/// The data folder as it is.
fn folder() -> Files {
    Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

/// The data, with the invented edition for a published one: only what is published may not be edited.
fn data() -> Files {
    let files = folder();
    changed(files, "editions/demonstration/edition.toml", "demonstration = true", "demonstration = false")
}

fn changed(mut files: Files, file: &str, find: &str, replace: &str) -> Files {
    let text = String::from_utf8(files.get(file).unwrap().to_vec()).unwrap();
    assert!(text.contains(find), "{find:?} in {file}");
    files.insert(file, text.replacen(find, replace, 1));
    files
}

/// The first value of the round.
fn first_value(files: &Files) -> String {
    let text = String::from_utf8(files.get(ROUND).unwrap().to_vec()).unwrap();
    text.split_once("value = \"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

fn compiled(files: &Files) -> Compiled {
    compile(&check(files).draft, day(1)).unwrap()
}

/// Publishes into an archive, and gives the folder that is uploaded.
fn publish(files: &Files, archive: &Path, on: Date) -> TempDir {
    let (mut compiled, out) = (compiled(files), TempDir::new().unwrap());
    let mut kept = Archive::open(archive).unwrap();
    kept.take(&mut compiled, on).unwrap();
    kept.write(&compiled.files).unwrap();
    kept.restore(out.path()).unwrap();
    fs::write(out.path().join("catalog.json"), &compiled.catalogue).unwrap();
    out
}

fn versions(out: &TempDir) -> Vec<Version> {
    let catalogue =
        disclosure::integrity::read_catalogue(&fs::read(out.path().join("catalog.json")).unwrap()).unwrap();
    read(out, &catalogue.versions.unwrap())
}

fn read<T: serde::de::DeserializeOwned>(out: &TempDir, file: &FileRef) -> T {
    disclosure::integrity::read(&fs::read(out.path().join(&file.path)).unwrap(), file).unwrap()
}

/// Every file that a value names, at any depth.
fn named(value: &Value, files: &mut Vec<FileRef>) {
    if let Ok(file) = serde_json::from_value::<FileRef>(value.clone()) {
        files.push(file);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| named(value, files)),
        Value::Array(values) => values.iter().for_each(|value| named(value, files)),
        _ => {}
    }
}

#[test]
fn a_version_opens_whole_after_ten_later_publications() {
    let archive = TempDir::new().unwrap();
    let first = publish(&data(), archive.path(), day(1));
    let cited = versions(&first)[0].clone();
    let mut last = first;
    for at in 2..=11 {
        let said = format!("short = {{ zh = \"第{at}次\"");
        let files = changed(data(), "editions/published/parks/ordos-mengsu.toml", "short = { zh = \"", &said);
        let files = changed(
            files,
            "editions/published/parks/ordos-mengsu.toml",
            &said,
            &format!("{said}, en = \"x\" }}\n#"),
        );
        last = publish(&files, archive.path(), day(at));
    }
    let listed = versions(&last);
    let published = |id: &str| listed.iter().filter(|version| version.edition.id == id).count();
    assert_eq!(published("published"), 11, "each was another");
    assert!(listed.is_sorted_by(|a, b| a.published >= b.published), "newest first");
    assert!(listed.contains(&cited));

    let index: Value = read(&last, &cited.edition.index);
    let mut files = vec![cited.edition.index.clone()];
    named(&index, &mut files);
    assert!(files.len() > 10, "an index names its files");
    for file in files {
        let bytes = fs::read(last.path().join(&file.path)).unwrap();
        assert!(verify(&bytes, &file).is_ok(), "{}", file.path);
    }
    let opened: Edition = read(&last, &cited.edition.index);
    assert_ne!(opened.parks, read::<Edition>(&last, &listed[0].edition.index).parks);
}

#[test]
fn what_is_in_the_archive_is_compressed_once_and_later_sites_take_the_copies_along() {
    let archive = TempDir::new().unwrap();
    let first = publish(&data(), archive.path(), day(1));
    let index = &versions(&first)[0].edition.index;
    let plain = fs::read(first.path().join(&index.path)).unwrap();
    let copies = static_site::Encoding::ALL.map(|encoding| {
        let copy = encoding.copy_of(index.path.as_ref());
        assert_eq!(encoding.unpack(&fs::read(first.path().join(&copy)).unwrap()).unwrap(), plain);
        copy
    });
    let written =
        || copies.clone().map(|copy| fs::metadata(archive.path().join(copy)).unwrap().modified().unwrap());
    let at_first = written();
    let park = "editions/published/parks/ordos-mengsu.toml";
    let second =
        publish(&changed(data(), park, "short = {", "short = { zh = \"另\" }\n#"), archive.path(), day(2));
    assert_eq!(versions(&second).len(), versions(&first).len() + 1);
    assert_eq!(written(), at_first);
    assert!(copies.iter().all(|copy| second.path().join(copy).is_file()));
    assert!(
        !archive.path().join("versions.json.br").exists(),
        "the list changes each time and is in no site"
    );
}

#[test]
fn publishing_the_same_again_is_no_new_version() {
    let archive = TempDir::new().unwrap();
    let first = versions(&publish(&data(), archive.path(), day(1)));
    assert!(first.iter().all(|version| version.changes.is_empty()), "nothing was published before");
    assert_eq!(versions(&publish(&data(), archive.path(), day(2))), first);
}

#[test]
fn what_a_publication_changes_is_said() {
    let archive = TempDir::new().unwrap();
    let mut before = data();
    before.remove(NOTICE);
    publish(&before, archive.path(), day(1));
    let said = &versions(&publish(&data(), archive.path(), day(2)))[0].changes;
    assert!(
        said.iter()
            .any(|said| said.zh == "更正（1）：2027-h1-c1（示例·皓鸢 核心指标；漏报了一台外购电计量表）。"),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.en == "Corrections (1): 2027-h1-c1 (Demo · Haoyuan, core indicator; A meter of bought power had been left out)."), "{said:?}");
}

/// What is found in changed data once `data()` was published.
fn found(change: impl FnOnce(Files) -> Files) -> Vec<Finding> {
    let archive = TempDir::new().unwrap();
    publish(&data(), archive.path(), day(1));
    edited_in_place(&Archive::open(archive.path()).unwrap(), &compiled(&change(data()))).unwrap()
}

#[test]
fn a_value_that_was_published_is_not_edited_in_its_file() {
    let value = first_value(&data());
    let found = found(|files| changed(files, ROUND, &format!("value = \"{value}\""), "value = \"1.25\""));
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert_eq!(finding.file, ROUND);
    assert!(
        finding.path.starts_with("parks[demo-") && finding.path.ends_with("].values[0].value"),
        "{finding}"
    );
    assert!(
        finding.to_string().contains(&format!("expected {value}, as it was published by 2026-12-01")),
        "{finding}"
    );
    assert!(finding.to_string().contains("a correction") && finding.found.in_lang(Lang::En) == "1.25");
    assert!(finding.line_in(Lang::Zh).contains("请另写更正"), "{}", finding.line_in(Lang::Zh));
}

#[test]
fn a_round_is_not_taken_back() {
    let found = found(|mut files| {
        files.remove(ROUND);
        files
    });
    assert!(
        found.iter().any(|finding| finding.file == ROUND && finding.found.in_lang(Lang::En) == "none"),
        "{found:?}"
    );
}

#[test]
fn a_list_and_an_act_are_not_edited_in_their_files() {
    let list = "editions/published/lists/national-2025.csv";
    let found_in_list = found(|files| changed(files, list, "2025,2027", "2025,2028"));
    assert!(found_in_list.iter().all(|finding| finding.path.starts_with("entries[")), "{found_in_list:?}");
    assert!(!found_in_list.is_empty());

    let park = "editions/published/parks/ordos-mengsu.toml";
    let found_in_park =
        found(|files| changed(files, park, "dated = \"2025-12-26\"", "dated = \"2025-12-25\""));
    let [finding] = &found_in_park[..] else { panic!("{found_in_park:?}") };
    assert_eq!((finding.file.as_str(), finding.path.as_str()), (park, "events[0]"));
}

#[test]
fn a_report_of_the_work_is_not_edited_in_its_file_but_corrected() {
    let report = "editions/demonstration/work/bulletin-2027-10.toml";
    let edited = found(|files| changed(files, report, "9月8日责令限期整改", "9月9日责令限期整改"));
    let [finding] = &edited[..] else { panic!("{edited:?}") };
    assert_eq!((finding.file.as_str(), finding.path.as_str()), (report, "sections[0].paragraphs[1].zh"));
    assert!(finding.line_in(Lang::Zh).contains("请另写更正"), "{}", finding.line_in(Lang::Zh));
    let gone = found(|mut files| {
        files.remove(report);
        files
    });
    assert!(gone.iter().any(|finding| finding.file == report), "{gone:?}");

    const WAS: &str = r#"was = { zh = "示例·星砾已组织评估验收。", en = "The assessment of Demo · Xingli for acceptance has begun." }"#;
    let notice = |was: &str| {
        format!(
            "id = \"2027-h1-c3\"\ndated = \"2027-11-20\"\nreason = {{ zh = \"名称有误。\", en = \"Another park.\" }}\n\
             source = {{ document = \"demo\", mark = \"D\" }}\n\n[[reports]]\nreport = \"bulletin-2027-10\"\n{was}\n\
             is = {{ zh = \"示例·芷桓已组织评估验收。\" }}\n"
        )
    };
    let path = "editions/demonstration/corrections/2027-h1-c3.toml";
    let corrected = |was: &str| {
        let mut files = folder();
        files.insert(path, notice(was));
        files
    };
    assert_eq!(
        found(|_| changed(
            corrected(WAS),
            "editions/demonstration/edition.toml",
            "demonstration = true",
            "demonstration = false"
        )),
        []
    );
    let told = |was: &str| -> Vec<String> {
        let findings = check(&corrected(was)).findings.into_iter().map(|finding| finding.to_string());
        findings.filter(|line| line.contains("reports[0]")).collect()
    };
    assert_eq!(told(WAS), Vec::<String>::new());
    let other = &told("was = { zh = \"示例·星砾已通过验收。\" }")[0];
    assert!(other.contains("reports[0].was: expected a paragraph, heading, caption"), "{other}");
    assert!(other.contains("just as it was published"), "{other}");

    let compiled = compiled(&corrected(WAS));
    let catalogue = compiled.catalogue();
    let invented = catalogue.editions.iter().find(|edition| edition.id == "demonstration").unwrap();
    let index: Edition = compiled.read(&invented.index);
    let reports: WorkReports = compiled.read(&index.work.unwrap());
    let summary = reports.reports.iter().find(|each| each.id == "bulletin-2027-10").unwrap();
    let first = |on: &str| {
        let known = Known::on(compiled.read::<WorkReport>(&summary.file), on.parse().unwrap());
        (known.sections[0].paragraphs[0].zh.clone(), known.amended.len())
    };
    assert_eq!(first("2027-11-19"), ("示例·星砾已组织评估验收。".to_owned(), 0));
    assert_eq!(first("2027-11-20"), ("示例·芷桓已组织评估验收。".to_owned(), 1));
}

#[test]
fn a_correction_a_new_check_and_new_knowledge_are_no_edits() {
    let archive = TempDir::new().unwrap();
    let mut before = data();
    before.remove(NOTICE);
    publish(&before, archive.path(), day(1));
    let kept = Archive::open(archive.path()).unwrap();
    assert_eq!(edited_in_place(&kept, &compiled(&data())).unwrap(), [], "a correction is one of its own");

    let park = "editions/published/parks/ordos-mengsu.toml";
    let checked = changed(before.clone(), park, "checked_on = \"2026-11-23\"", "checked_on = \"2026-11-24\"");
    assert_eq!(edited_in_place(&kept, &compiled(&checked)).unwrap(), []);
}

#[test]
fn a_demonstration_may_be_made_anew() {
    let archive = TempDir::new().unwrap();
    let invented = folder();
    publish(&invented, archive.path(), day(1));
    let value = format!("value = \"{}\"", first_value(&invented));
    let again = changed(invented, ROUND, &value, "value = \"1.25\"");
    assert_eq!(edited_in_place(&Archive::open(archive.path()).unwrap(), &compiled(&again)).unwrap(), []);
}

#[test]
fn a_damaged_archive_names_the_file() {
    let archive = TempDir::new().unwrap();
    publish(&data(), archive.path(), day(1));
    let kept = Archive::open(archive.path()).unwrap();
    let index = kept.last("published").unwrap().edition.index.clone();
    fs::write(archive.path().join(&index.path), "{}").unwrap();
    let error = kept.read::<Value>(&index).unwrap_err().to_string();
    assert!(error.contains(&index.path) && error.contains("expected"), "{error}");
}

#[test]
fn a_deployment_leaves_the_demonstration_out() {
    let mut files = folder();
    files.insert("catalogue.toml", "default_edition = \"published\"\nleave_out = [\"demonstration\"]\n");
    let compiled = compiled(&files);
    let ids: Vec<String> = compiled.catalogue().editions.into_iter().map(|edition| edition.id).collect();
    assert_eq!(ids, ["published"]);
    assert!(compiled.files.keys().all(|path| !path.starts_with("demonstration/")));
    assert!(compiled.pages.iter().all(|page| !page.path.contains("demo-")));

    for left in ["published", "elsewhere"] {
        files
            .insert("catalogue.toml", format!("default_edition = \"published\"\nleave_out = [\"{left}\"]\n"));
        let found = check(&files).findings;
        assert!(found.iter().any(|finding| finding.path == "leave_out[0]"), "{left}: {found:?}");
    }
}
