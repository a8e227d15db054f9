//! Rounds as a clerk writes them, to what their pages are drawn from: one that covers certain indicators, and values
//! with the unit of their own indicator behind them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::Date;
use assessment::ruleset::Level;
use disclosure::as_of::{Known, edition};
use disclosure::model::{Edition, Park};
use disclosure::round::{Round, Snapshot};
use parks::check::check;
use parks::compile::compile;
use parks::files::Files;

const WHOLE: &str = r#"
id = "2025-h2"
title = { zh = "2025年评估", en = "Evaluation of 2025" }
dated = "2025-12-31"
period = { zh = "2025年", en = "2025" }

[[parks]]
park = "ordos-mengsu"
source = { document = "plan", mark = "A", checked_on = "2026-11-28" }
core_quality = "reported"
values = [
  { of = "national", indicator = "industrial_water_reuse", value = "81", quality = "reported" },
  { of = "national", indicator = "solid_waste_utilisation", value = "90", quality = "reported" },
]
totals = { emissions_t = "60000", energy_tce = "400000" }
"#;

const WATER: &str = r#"
id = "2026-h1"
title = { zh = "2026年用水通报", en = "Bulletin on water of 2026" }
dated = "2026-06-30"
period = { zh = "2026年上半年", en = "the first half of 2026" }
indicators = ["industrial_water_reuse"]

[[parks]]
park = "ordos-mengsu"
source = { document = "ndrc-910", mark = "A", checked_on = "2026-11-28" }
values = [{ of = "national", indicator = "industrial_water_reuse", value = "83", quality = "reported" }]
"#;

/// What the last round of the portal says of the park, by the round and by the park's own file.
fn last_of(files: &Files) -> [Snapshot; 2] {
    let report = check(files);
    assert_eq!(report.findings, []);
    let on = Date::new(2026, 11, 28).unwrap();
    let compiled = compile(&report.draft, on).unwrap();
    let index = compiled.catalogue().editions[0].index.clone();
    let known = edition(&compiled.read::<Edition>(&index), on);
    let round = Known::on(compiled.read::<Round>(&known.rounds.last().unwrap().file), on);
    let park = known.parks.iter().find(|park| park.id == "ordos-mengsu").unwrap();
    let park = Known::on(compiled.read::<Park>(&park.file), on);
    [round.parks[0].clone(), park.rounds.last().unwrap().snapshot.clone()]
}

#[test]
fn a_round_of_one_indicator_leaves_the_rest_of_the_park_dated_as_it_was() {
    let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
    let invented: Vec<String> =
        files.paths().filter(|path| path.starts_with("editions/demonstration")).map(str::to_owned).collect();
    invented.iter().for_each(|path| files.remove(path));
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    files.insert("editions/published/rounds/2025-h2.toml", WHOLE);
    files.insert("editions/published/rounds/2026-h1.toml", WATER);
    for snapshot in last_of(&files) {
        let known = |indicator| snapshot.observed(Level::National, indicator).unwrap();
        let (water, waste) = (known("industrial_water_reuse"), known("solid_waste_utilisation"));
        assert_eq!((water.value.unwrap().to_string(), water.older), ("83".to_owned(), None));
        assert_eq!(waste.value.unwrap().to_string(), "90");
        let of = Date::new(2025, 12, 31).unwrap();
        assert_eq!(waste.older.map(|older| older.dated), Some(of));
        assert_eq!(snapshot.core_older.map(|older| older.dated), Some(of));
        let source = snapshot.source_of(waste).unwrap();
        assert_eq!(source.document.as_deref(), Some("plan"), "it stands where it was published");
        assert_eq!(snapshot.source_of_core().unwrap().document.as_deref(), Some("plan"));
    }
    // The same without the line: what it leaves blank is not published.
    let all = WATER.replace("indicators = [\"industrial_water_reuse\"]\n", "");
    files.insert("editions/published/rounds/2026-h1.toml", all);
    for snapshot in last_of(&files) {
        assert!(snapshot.observed(Level::National, "solid_waste_utilisation").is_none());
        assert!(snapshot.core.is_none());
    }
}

/// The published data with an indicator of a named unit, and a round that gives a value of it.
fn with_value(value: &str) -> Files {
    let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
    let invented: Vec<String> =
        files.paths().filter(|path| path.starts_with("editions/demonstration")).map(str::to_owned).collect();
    invented.iter().for_each(|path| files.remove(path));
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    let set = "rulesets/national-2025.toml";
    let text = String::from_utf8(files.get(set).unwrap().to_vec()).unwrap();
    let (before, water) = text.split_once("id = \"industrial_water_reuse\"").unwrap();
    let unit = "unit = { zh = \"千克标准煤/吨\", en = \"kgce/t\" }";
    let water = water.replacen("unit = \"percent\"", unit, 1);
    files.insert(set, format!("{before}id = \"industrial_water_reuse\"{water}"));
    let round = format!(
        "id = \"2025-h2\"\ntitle = {{ zh = \"轮\", en = \"R\" }}\ndated = \"2025-12-31\"\n\
         period = {{ zh = \"年\", en = \"Y\" }}\n\n[[parks]]\npark = \"ordos-mengsu\"\n\
         source = {{ document = \"plan\", mark = \"A\", checked_on = \"2026-11-28\" }}\n\
         values = [{{ of = \"national\", indicator = \"industrial_water_reuse\", value = \"{value}\", quality = \"reported\" }}]\n"
    );
    files.insert("editions/published/rounds/2025-h2.toml", round);
    files
}

#[test]
fn the_unit_behind_a_value_is_its_indicators_and_no_other() {
    for printed in ["35千克标准煤/吨", "约 35 kgce/t", "３５千克标准煤／吨"] {
        let report = check(&with_value(printed));
        let told: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(told, Vec::<String>::new(), "{printed}");
        let edition = report.draft.editions.iter().find(|edition| edition.folder == "published").unwrap();
        let value = &edition.rounds.whole().unwrap()[0].value.parks[0].values[0];
        assert_eq!(value.value.unwrap().to_string(), "35", "{printed}");
        assert_eq!(value.published.as_deref(), Some(printed), "as it is printed");
    }
    for printed in ["35%", "35吨"] {
        let told: Vec<String> =
            check(&with_value(printed)).findings.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|line| line.contains("parks[0].values[0].value")), "{printed}: {told:?}");
    }
}
