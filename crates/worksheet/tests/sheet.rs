//! Sheets and assessment files: what goes in comes out, and every mistake stands at its field.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::Decimal;
use assessment::factors::FactorSet;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader::{self, Library};
use assessment::report::assess;
use assessment::ruleset::Ruleset;
use json_tree::Tree;
use serde_json::{Value, json};
use worksheet::calculators;
use worksheet::file::{FieldProblem, What, calculated, open};
use worksheet::number::Why;
use worksheet::sheet::{FuelLine, How, ProcessLine, ProductLine, Sheet};
use worksheet::unit::{Quantity, Unit};

/// A file that was made, as its text has it.
fn value(file: &Tree<'_>) -> Value {
    serde_json::from_str(&file.to_string()).unwrap()
}

const GUIDING: [&str; 5] = [
    "clean_energy_share",
    "product_energy_quota",
    "solid_waste_utilisation",
    "waste_heat_utilisation",
    "industrial_water_reuse",
];

struct Book {
    rulesets: Vec<Ruleset>,
    factor_sets: Vec<FactorSet>,
}

impl Book {
    fn new() -> Book {
        Book { rulesets: vec![fixtures::national()], factor_sets: vec![fixtures::annex4(), fixtures::ncsc()] }
    }

    fn library(&self) -> Library<'_> {
        Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets }
    }
}

/// The contract's cases, each with its name.
fn cases(folder: &str) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../parks/tests/assess").join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    files.map(read).collect()
}

/// The result; of checks all but the place, since the form has an order of its own for the lines of sources.
fn result(file: &[u8], book: &Book) -> String {
    let (assessment, rules) = reader::read(file, book.library()).unwrap();
    let mut report = assess(&assessment, rules);
    report.checks.iter_mut().for_each(|check| check.path.clear());
    serde_json::to_string(&report).unwrap()
}

#[test]
fn every_good_file_of_the_contract_goes_through_the_sheet_to_the_digit() {
    let book = Book::new();
    let cases = cases("good");
    assert!(cases.len() > 25);
    for (name, case) in cases {
        let input = case["input"].to_string();
        let opened = open(input.as_bytes(), book.library()).unwrap();
        assert_eq!((opened.problems.as_slice(), opened.left_out.as_slice()), (&[][..], &[][..]), "{name}");
        let read = opened.sheet.read(book.library());
        assert_eq!(read.made.problems, [], "{name}");
        assert_eq!(
            result(read.made.file.to_string().as_bytes(), &book),
            result(input.as_bytes(), &book),
            "{name}"
        );
        // Once more, and nothing changes any more.
        let again = open(read.made.file.to_string().as_bytes(), book.library()).unwrap();
        assert_eq!(again.sheet.read(book.library()).made.file, read.made.file, "{name}");
    }
}

#[test]
fn a_bad_file_is_opened_as_far_as_it_goes_and_its_mistakes_are_listed() {
    let book = Book::new();
    for (name, case) in cases("bad") {
        let input = case["text"].as_str().map_or_else(|| case["input"].to_string(), str::to_owned);
        let errors: Vec<&str> =
            case["errors"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
        let listed = match open(input.as_bytes(), book.library()) {
            Ok(opened) => {
                // Whatever was taken over can be worked on.
                let _read = opened.sheet.read(book.library());
                opened.problems
            }
            Err(problem) => vec![problem],
        };
        assert_eq!(listed.len(), errors.len(), "{name}");
        for error in errors {
            assert!(listed.iter().any(|problem| problem.to_string().starts_with(error)), "{name}: {error}");
        }
    }
}

#[test]
fn what_a_form_cannot_hold_is_named_and_the_rest_taken_over() {
    let book = Book::new();
    let file = json!({
        "format": "zcp.assessment/1", "year": "2026", "colour": 1,
        "fuels": [{ "fuel": "peat", "use": "art", "amount": "-5", "hue": 2 }, 7],
        "electricity": { "received": [{ "source": "other", "mwh": "1 2" }], "lent": [] },
        "guiding": { "happiness": {}, "industrial_water_reuse": { "value": "101" } },
    });
    let opened = open(file.to_string().as_bytes(), book.library()).unwrap();
    let mut left_out = opened.left_out;
    left_out.sort_unstable();
    assert_eq!(left_out, ["colour", "electricity.lent", "fuels[0].hue", "fuels[1]", "guiding.happiness"]);
    let sheet = opened.sheet;
    assert_eq!((sheet.fuels[0].fuel.as_str(), sheet.fuels[0].amount.text.as_str()), ("peat", "-5"));
    let fields: Vec<_> = sheet.read(book.library()).made.problems.into_iter().map(|p| p.field).collect();
    assert!(fields.contains(&"received.3.amount".to_owned()), "{fields:?}");
    assert!(fields.contains(&"guiding.industrial_water_reuse.value".to_owned()), "{fields:?}");
}

fn filled() -> Sheet {
    let mut sheet = Sheet::empty(2026);
    for (line, text) in sheet.received.iter_mut().zip(["600000", "30", "", "1亿"]) {
        line.amount.text = text.into();
    }
    sheet.received[1].amount.unit = Unit::TenThousandKwh;
    sheet.received[3].amount.unit = Unit::Kwh;
    sheet.fuels.push(FuelLine::of("natural_gas", "combustion", Quantity::Gas));
    sheet.fuels.push(FuelLine::of("natural_gas", "combustion", Quantity::Gas));
    sheet.fuels[1].amount.text = "20,000,000".into();
    sheet.fuels[1].amount.unit = Unit::CubicMetre;
    sheet.heat_received[0].amount.text = "100000".into();
    sheet.heat_received[0].amount.unit = Unit::TonneSteam;
    sheet
}

#[test]
fn units_are_converted_and_empty_lines_left_out() {
    let book = Book::new();
    let made = filled().make(&book.factor_sets[0]);
    assert_eq!(made.problems, []);
    let received = json!([
        { "source": "direct_non_fossil", "mwh": "600000" },
        { "source": "green_certificate", "mwh": "300" },
        { "source": "other", "mwh": "100000" },
    ]);
    assert_eq!(value(&made.file)["electricity"]["received"], received);
    let fuels = json!([{ "fuel": "natural_gas", "use": "combustion", "amount": "2000" }]);
    assert_eq!(value(&made.file)["fuels"], fuels);
    assert_eq!(value(&made.file)["heat"]["received"], json!([{ "source": "fossil", "gj": "376300" }]));
    assert!(made.file.get("processes").is_none() && made.file.get("guiding").is_none());
}

#[test]
fn a_mistake_stands_at_its_field_also_behind_empty_lines() {
    let book = Book::new();
    let mut sheet = filled();
    sheet.fuels[1].t_per_unit = "21.6".into();
    sheet.processes.push(ProcessLine::empty());
    sheet.processes.push(ProcessLine { product: "lime".into(), ..ProcessLine::empty() });
    sheet.processes[1].amount.text = "5".into();
    sheet.sent[2].amount.text = "1,5".into();
    sheet.bunkers_t = "-1".into();
    let read = sheet.read(book.library());
    assert!(read.assessment.is_none() && !read.nothing_yet);
    let fields: Vec<&str> = read.made.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        ["sent.2.amount", "bunkers", "fuels.1.basis", "processes.1.t_per_t", "processes.1.basis"],
        "{:?}",
        read.made.problems
    );
    let at = |field: &str| &read.made.problems.iter().find(|p| p.field == field).unwrap().what;
    assert_eq!(*at("sent.2.amount"), What::Ambiguous(vec!["1.5".into(), "15".into()]));
    assert_eq!(*at("bunkers"), What::Unreadable(Why::Negative));
    assert!(matches!(at("fuels.1.basis"), What::Refused(problem) if problem.path == "fuels[0].basis"));
}

#[test]
fn per_cent_is_refused_for_an_indicator_of_another_unit() {
    let mut book = Book::new();
    let water = |set: &mut Ruleset| {
        let water = set.indicators.iter_mut().find(|indicator| indicator.id == GUIDING[4]).unwrap();
        let name = assessment::Text { zh: "立方米/吨".to_owned(), en: "m³/t".to_owned() };
        water.unit = assessment::unit::Unit::Named(name);
    };
    let mut sheet = filled();
    sheet.guiding.line_mut(GUIDING[4]).how = How::Value;
    sheet.guiding.line_mut(GUIDING[4]).value = "85%".into();
    let problems = |sheet: &Sheet, book: &Book| sheet.read(book.library()).made.problems;
    assert_eq!(problems(&sheet, &book), []);
    water(&mut book.rulesets[0]);
    let field = format!("guiding.{}.value", GUIDING[4]);
    let expected = FieldProblem { field, what: What::Unreadable(Why::OtherUnit) };
    assert_eq!(problems(&sheet, &book), [expected]);
    assert!(sheet.read(book.library()).assessment.is_none(), "nothing is judged by it");
    sheet.guiding.line_mut(GUIDING[4]).value = "85".into();
    assert_eq!(problems(&sheet, &book), []);
}

#[test]
fn a_unit_that_was_typed_is_held_against_the_one_chosen() {
    let book = Book::new();
    let mut sheet = filled();
    sheet.received[0].amount.text = "600000 MWh".into();
    assert_eq!(sheet.make(&book.factor_sets[0]).problems, []);
    sheet.received[0].amount.text = "600000 kWh".into();
    let expected = FieldProblem { field: "received.0.amount".into(), what: What::Unit(Unit::Kwh) };
    assert_eq!(sheet.make(&book.factor_sets[0]).problems, [expected]);
}

#[test]
fn an_empty_sheet_is_a_beginning_and_no_mistake() {
    let book = Book::new();
    let read = Sheet::empty(2026).read(book.library());
    assert!(read.nothing_yet && read.made.problems.is_empty() && read.assessment.is_none());
    let mut zero = Sheet::empty(2026);
    zero.received[3].amount.text = "0".into();
    let read = zero.read(book.library());
    assert!(!read.nothing_yet);
    assert_eq!(read.made.problems[0].field, "energy");
    let year = Sheet { year: "1999".into(), ..filled() }.read(book.library());
    assert_eq!(year.made.problems[0].field, "year");
}

#[test]
fn guiding_indicators_are_given_calculated_or_excused() {
    let book = Book::new();
    let mut sheet = filled();
    sheet.guiding.line_mut(GUIDING[1]).how = How::Calculator;
    let product = |reaches| ProductLine { name: "x".into(), reaches };
    sheet.guiding.line_mut(GUIDING[1]).products =
        vec![product(Some(true)), product(Some(true)), product(Some(false)), product(None)];
    sheet.guiding.line_mut(GUIDING[2]).how = How::Calculator;
    sheet.guiding.line_mut(GUIDING[2]).inputs = vec!["80".into(), "90".into(), "10".into()];
    sheet.guiding.line_mut(GUIDING[3]).how = How::NotApplicable;
    sheet.guiding.line_mut(GUIDING[3]).reason = "没有余热".into();
    sheet.guiding.line_mut(GUIDING[4]).how = How::Value;
    sheet.guiding.line_mut(GUIDING[4]).pending = true;
    sheet.guiding.line_mut(GUIDING[4]).value = "85%".into();
    let made = sheet.make(&book.factor_sets[0]);
    assert_eq!(made.problems, []);
    let expected = json!({
        "product_energy_quota": { "value": "66.666666666666" },
        "solid_waste_utilisation": { "value": "80" },
        "waste_heat_utilisation": { "not_applicable": "没有余热" },
        "industrial_water_reuse": { "pending": "85" },
    });
    assert_eq!(value(&made.file)["guiding"], expected);
    sheet.guiding.line_mut(GUIDING[3]).reason = " ".into();
    let read = sheet.read(book.library());
    assert_eq!(read.made.problems[0].field, "guiding.waste_heat_utilisation.reason");
    sheet.guiding.line_mut(GUIDING[2]).inputs = vec!["80".into()];
    let fields: Vec<_> = sheet.make(&book.factor_sets[0]).problems.into_iter().map(|p| p.field).collect();
    assert_eq!(fields, ["guiding.solid_waste_utilisation.inputs.0"]);
}

#[test]
fn a_share_just_below_its_target_is_not_rounded_onto_it() {
    let n = |text: &str| Decimal::parse(text).unwrap();
    let almost = calculators::water(n("799999999999999"), n("200000000000001")).unwrap();
    assert!(almost < n("80"), "{almost}");
    assert_eq!(calculators::water(n("80"), n("20")), Some(n("80")));
    assert_eq!(calculators::water(n("0"), n("0")), None);
    assert_eq!(calculators::product_quota(3, 2), None);
    let some = |texts: &[&str]| texts.iter().map(|text| Decimal::parse(text).ok()).collect::<Vec<_>>();
    // 10 of 20 and 30 of 60: 40 of 80.
    assert_eq!(calculated(GUIDING[3], &some(&["10", "20", "30", "60", "", ""])), Some(n("50")));
    assert_eq!(calculated(GUIDING[3], &some(&["10", "", "30", "60", "", ""])), None);
    assert_eq!(calculated(GUIDING[0], &[]), None);
}

#[test]
fn a_sheet_is_stored_and_read_back() {
    let sheet = filled();
    let stored = serde_json::to_string(&sheet).unwrap();
    assert_eq!(serde_json::from_str::<Sheet>(&stored).unwrap(), sheet);
}

#[test]
fn every_field_of_a_mistake_can_be_reached_by_its_name() {
    let mut sheet = filled();
    sheet.processes.push(ProcessLine::empty());
    sheet.conversions.push(worksheet::sheet::ConversionLine::default());
    sheet.conversions[0].inputs.push(FuelLine::of("lignite", "", Quantity::Mass));
    sheet.guiding.line_mut(GUIDING[1]).products.push(ProductLine::default());
    let fields = [
        "name",
        "year",
        "equivalent",
        "steam",
        "bunkers",
        "own",
        "received.3.amount",
        "sent.0.amount",
        "fuels.1.amount",
        "fuels.0.t_per_unit",
        "fuels.0.tce_per_unit",
        "fuels.0.basis",
        "conversions.0.name",
        "conversions.0.inputs.0.amount",
        "heat_received.1.amount",
        "heat_sent.0.t_per_gj",
        "heat_sent.0.basis",
        "processes.0.product",
        "processes.0.amount",
        "processes.0.t_per_t",
        "processes.0.basis",
        "guiding.clean_energy_share.value",
        "guiding.waste_heat_utilisation.inputs.5",
        "guiding.product_energy_quota.products.0.name",
        "guiding.industrial_water_reuse.reason",
        "basic.3.note",
        "notes",
    ];
    for (at, field) in fields.iter().enumerate() {
        *sheet.text_mut(field).unwrap_or_else(|| panic!("{field}")) = at.to_string();
    }
    for (at, field) in fields.iter().enumerate() {
        assert_eq!(sheet.text(field), Some(at.to_string()), "{field}: no other field is the same");
    }
    for field in [
        "",
        "fuels",
        "fuels.9.amount",
        "fuels.x.amount",
        "guiding.x.colour",
        "guiding.clean_energy_share.inputs.6",
        "basic.4.note",
    ] {
        assert_eq!(sheet.text(field), None, "{field}");
    }
    assert_eq!(sheet.unit("fuels.1.amount"), Some(Unit::CubicMetre));
    assert_eq!(sheet.unit("name"), None);
}

#[test]
fn the_tables_add_up_to_the_result() {
    let book = Book::new();
    for (name, case) in cases("good") {
        let input = case["input"].to_string();
        let (assessment, rules) = reader::read(input.as_bytes(), book.library()).unwrap();
        let accounts = assessment::account::Accounts::of(&assessment, rules);
        let tce: TonnesCoalEquivalent = worksheet::tables::energy(&accounts).iter().map(|row| row.tce).sum();
        assert_eq!(tce, accounts.energy(), "{name}");
        let structure = worksheet::tables::structure(&accounts);
        let shares: f64 =
            structure.iter().filter_map(|(_, _, share)| share.map(|share| share.to_f64())).sum();
        let none = structure.iter().all(|(_, _, share)| share.is_none());
        assert!(none || (shares - 100.0).abs() < 1e-6, "{name}: {shares}");
        let rows: f64 = worksheet::tables::carbon(&accounts).iter().map(|row| row.emissions.to_f64()).sum();
        let total = accounts.emissions().tonnes().to_f64();
        assert!((rows - total).abs() <= 1e-9 * total.abs().max(1.0), "{name}: {rows} and {total}");
    }
}

#[test]
fn the_example_is_the_worked_vector() {
    let book = Book::new();
    let read = Sheet::example(2026).read(book.library());
    assert_eq!(read.made.problems, []);
    let (assessment, rules) = read.assessment.unwrap();
    let result = serde_json::to_value(assess(&assessment, rules)).unwrap();
    assert_eq!(result["emissions_t"], "181493.77618");
    assert_eq!(result["energy_tce"], "343660");
}

#[test]
fn a_conversion_is_said_where_it_differs_from_what_was_typed() {
    let mut sheet = filled();
    let power = |sheet: &Sheet, field: &str| sheet.converted(field, Quantity::Power);
    assert_eq!(power(&sheet, "received.0.amount"), None, "600000 MWh is what the file says");
    assert_eq!(power(&sheet, "received.1.amount").as_deref(), Some("300"));
    assert_eq!(power(&sheet, "received.3.amount").as_deref(), Some("100000"));
    assert_eq!(sheet.converted("heat_received.0.amount", Quantity::Heat).as_deref(), Some("376300"));
    sheet.steam_gj_per_tonne = "2.8".into();
    assert_eq!(sheet.converted("heat_received.0.amount", Quantity::Heat).as_deref(), Some("280000"));
    sheet.steam_gj_per_tonne = "x".into();
    assert_eq!(power(&sheet, "sent.0.amount"), None);
    sheet.received[0].amount.text = "1,5".into();
    assert_eq!(power(&sheet, "received.0.amount"), None, "it is asked about first");
    sheet.received[0].amount.text = "5 kWh".into();
    assert_eq!(power(&sheet, "received.0.amount"), None, "the unit is asked about first");
    assert_eq!(Sheet { year: "２０２６".into(), ..filled() }.year(), Some(2026));
}

#[test]
fn a_calculator_that_was_only_chosen_is_no_mistake() {
    let book = Book::new();
    let mut sheet = filled();
    for id in GUIDING.iter().skip(1) {
        let line = sheet.guiding.line_mut(id);
        line.how = How::Calculator;
    }
    sheet.guiding.line_mut(GUIDING[1]).products.push(ProductLine::default());
    let made = sheet.make(&book.factor_sets[0]);
    assert_eq!(made.problems, []);
    assert!(made.file.get("guiding").is_none());
    sheet.guiding.line_mut(GUIDING[1]).products[0].reaches = Some(true);
    assert_eq!(sheet.calculated(GUIDING[1]), Decimal::parse("100").ok());
    sheet.guiding.line_mut(GUIDING[4]).inputs = vec!["８０".into(), "20".into()];
    assert_eq!(sheet.calculated(GUIDING[4]), Decimal::parse("80").ok());
    assert_eq!(sheet.calculated("x"), None);
}

#[test]
fn a_sheet_of_before_the_notes_is_still_read() {
    let mut stored = serde_json::to_value(filled()).unwrap();
    stored.as_object_mut().unwrap().remove("notes");
    assert_eq!(serde_json::from_value::<Sheet>(stored).unwrap(), filled());
}

#[test]
fn a_path_of_a_file_leads_to_its_field() {
    let book = Book::new();
    let opened = open(br#"{"format":"zcp.assessment/1","year":2026}"#, book.library()).unwrap();
    for (path, field) in [
        ("year", Some("year")),
        ("fuels[0].basis", Some("fuels.0.basis")),
        ("fuels[2]", Some("fuels.2.amount")),
        ("conversions[1].inputs[0].amount", Some("conversions.1.inputs.0.amount")),
        ("electricity.received[3].mwh", Some("received.3.amount")),
        ("electricity.sent[0].source", Some("sent.0.source")),
        ("electricity.self_used_non_fossil_mwh", Some("own")),
        ("heat.received[1].gj", Some("heat_received.1.amount")),
        ("processes[0].tonnes", Some("processes.0.amount")),
        ("guiding.industrial_water_reuse.value", Some("guiding.industrial_water_reuse.value")),
        ("guiding.industrial_water_reuse.pending", Some("guiding.industrial_water_reuse.value")),
        ("guiding.waste_heat_utilisation.not_applicable", Some("guiding.waste_heat_utilisation.reason")),
        ("bunkers_t", Some("bunkers")),
        ("conventions.electricity_tce_per_mwh", Some("equivalent")),
        ("$", None),
        ("format", None),
        ("energy", None),
    ] {
        assert_eq!(opened.field_of(path).as_deref(), field, "{path}");
    }
}

#[test]
fn lines_are_taken_out_by_name() {
    let mut sheet = filled();
    sheet.remove("fuels.0");
    assert_eq!(sheet.fuels[0].amount.text, "20,000,000");
    for entry in ["fuels.7", "fuels.x", "fuels", "processes.0", "conversions.0.inputs.0", "", "year.0"] {
        let before = sheet.clone();
        sheet.remove(entry);
        assert_eq!(sheet, before, "{entry}");
    }
    sheet.guiding.line_mut(GUIDING[1]).products.push(ProductLine::default());
    sheet.remove("guiding.product_energy_quota.products.0");
    assert!(sheet.guiding.get(GUIDING[1]).products.is_empty());
}

#[test]
fn a_source_may_have_several_lines_and_they_go_one_by_one() {
    let book = Book::new();
    let mut sheet = Sheet::empty(2026);
    for (list, source, amount) in [
        ("received", "other", "1500000"),
        ("sent", "green_trade", "1"),
        ("heat_received", "fossil", "10"),
        ("heat_sent", "non_fossil", "0"),
    ] {
        let before = sheet.sources(list).len();
        let at = sheet.add_source(list, source).unwrap();
        assert_eq!((at, sheet.sources(list)[at].as_str()), (before, source));
        *sheet.text_mut(&format!("{list}.{at}.amount")).unwrap() = amount.to_owned();
    }
    *sheet.text_mut("heat_received.2.t_per_gj").unwrap() = "0.1".to_owned();
    *sheet.text_mut("heat_received.2.basis").unwrap() = "measured".to_owned();
    sheet.received[3].amount.text = "0.5".to_owned();
    let file = value(&sheet.make(&book.factor_sets[0]).file);
    assert_eq!(
        file["electricity"]["received"],
        json!([{ "source": "other", "mwh": "0.5" }, { "source": "other", "mwh": "1500000" }])
    );
    let heat = json!([{ "source": "fossil", "gj": "10", "t_per_gj": "0.1", "basis": "measured" }]);
    assert_eq!(file["heat"]["received"], heat);
    for entry in ["received.4", "sent.4", "heat_received.2", "heat_sent.2", "received.9"] {
        sheet.remove(entry);
    }
    sheet.received[3].amount.text.clear();
    assert_eq!(sheet, Sheet::empty(2026));
    assert_eq!(sheet.add_source("fuels", "other"), None);
    assert_eq!(sheet.sources("fuels"), Vec::<String>::new());
}

/// What readers have stored, sent and saved before guiding lines had ids and sheets a factor set.
#[test]
fn sheets_links_and_files_of_2026_11_still_open_and_mean_the_same() {
    let book = Book::new();
    let stored: Sheet = serde_json::from_str(include_str!("stored/sheet of 2026-11.json")).unwrap();
    let linked = worksheet::link::sheet(include_str!("stored/link of 2026-11.txt").trim()).unwrap().unwrap();
    assert_eq!(stored, linked);
    assert_eq!(stored.factor_set(), "annex4-2025");
    assert_eq!(stored.guiding.get(GUIDING[0]).how, How::Nothing);
    assert_eq!(stored.guiding.get(GUIDING[1]).products.len(), 2);
    assert_eq!(stored.guiding.get(GUIDING[4]).value, "85");
    let read = stored.read(book.library());
    assert_eq!(read.made.problems, []);
    let file = include_str!("stored/file of 2026-11.json");
    assert_eq!(value(&read.made.file), serde_json::from_str::<Value>(file).unwrap());
    let opened = open(file.as_bytes(), book.library()).unwrap();
    assert_eq!((opened.problems.len(), opened.left_out.len()), (0, 0));
    assert_eq!(opened.sheet.read(book.library()).made.file, read.made.file);
    assert_eq!(result(file.as_bytes(), &book), result(read.made.file.to_string().as_bytes(), &book));
    // Kept again, it is kept by id, and comes back.
    let kept = serde_json::to_string(&stored).unwrap();
    assert!(kept.contains(r#""guiding":{"industrial_water_reuse""#), "{kept}");
    assert_eq!(serde_json::from_str::<Sheet>(&kept).unwrap(), stored);
}

#[test]
fn sources_stand_in_one_order_whatever_the_file_has() {
    let book = Book::new();
    let file = br#"{"format":"zcp.assessment/1","year":2026,"electricity":{"received":[
        {"source":"green_trade","mwh":"x"},{"source":"other","mwh":"1"},{"source":"direct_non_fossil","mwh":"2"},
        {"source":"other","mwh":"3"},{"source":"sun","mwh":"4"}]},
        "heat":{"received":[{"source":"non_fossil","gj":"5"}]}}"#;
    let opened = open(file, book.library()).unwrap();
    let sources = ["direct_non_fossil", "green_certificate", "green_trade", "other", "other", "sun"];
    assert_eq!(opened.sheet.sources("received"), sources);
    let texts: Vec<_> = opened.sheet.received.iter().map(|line| line.amount.text.as_str()).collect();
    assert_eq!(texts, ["2", "", "x", "1", "3", "4"]);
    assert_eq!(opened.sheet.sources("sent"), sources[..4]);
    assert_eq!(opened.sheet.sources("heat_received"), ["fossil", "non_fossil"]);
    assert_eq!(opened.sheet.heat_received[1].amount.text, "5");
    // A mistake is met where its line went.
    assert_eq!(opened.field_of("electricity.received[0].mwh").as_deref(), Some("received.2.amount"));
    assert_eq!(opened.field_of("electricity.received[4].source").as_deref(), Some("received.5.source"));
    assert_eq!(opened.field_of("heat.received[0].gj").as_deref(), Some("heat_received.1.amount"));
}

#[test]
fn a_new_sheet_is_proposed_the_newest_factor_set_and_writes_it_into_the_file() {
    let book = Book::new();
    let mut sheet = Sheet::proposed(2026, book.library());
    assert!(sheet.is_blank());
    sheet.received[3].amount.text = "1".into();
    assert_eq!(value(&sheet.read(book.library()).made.file)["factors"], "ncsc-2026");
}

#[test]
fn a_guiding_indicator_that_a_ruleset_adds_is_filled_in_and_opened_by_its_id() {
    let mut book = Book::new();
    let mut added = book.rulesets[0].indicators[5].clone();
    added.id = "storage_share".to_owned();
    book.rulesets[0].indicators.push(added);
    let mut sheet = filled();
    let line = sheet.guiding.line_mut("storage_share");
    (line.how, line.value) = (How::Value, "12".into());
    let read = sheet.read(book.library());
    assert_eq!(read.made.problems, []);
    assert_eq!(value(&read.made.file)["guiding"]["storage_share"]["value"], "12");
    let opened = open(read.made.file.to_string().as_bytes(), book.library()).unwrap();
    assert_eq!((opened.problems.len(), opened.left_out.len()), (0, 0));
    assert_eq!(opened.sheet.guiding.get("storage_share").value, "12");
}
