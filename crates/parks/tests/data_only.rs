//! Rules are data: each change that a publisher makes to them is a change of files alone, here of the frozen folder of
//! the fixtures, and check, compiled rules, judgements of rounds and of files follow.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::applicability::Subject;
use assessment::evaluate::State;
use assessment::ladder::Ladder;
use assessment::ladder_position::Truth;
use assessment::reader;
use assessment::report::{Report, assess};
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Mark};
use disclosure::as_of::Known;
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{ParkSummary, Rulebook};
use disclosure::park_evaluation::judge;
use disclosure::park_history::position;
use disclosure::round::{Balance, Quality, RulesDay, Snapshot};
use parks::check::check;
use parks::compile::compile;
use parks::files::Files;
use serde_json::json;

/// The published edition alone, with changes: each a file, a text in it and what stands in its place.
struct Data(Files);

impl Data {
    fn published() -> Data {
        let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
        let invented = files.paths().filter(|path| path.starts_with("editions/demonstration/"));
        let invented: Vec<String> = invented.map(str::to_owned).collect();
        invented.iter().for_each(|path| files.remove(path));
        files.insert("catalogue.toml", "default_edition = \"published\"\n");
        Data(files)
    }

    fn text(&self, file: &str) -> String {
        String::from_utf8(self.0.get(file).unwrap().to_vec()).unwrap()
    }

    fn change(mut self, file: &str, find: &str, replace: &str) -> Data {
        let text = self.text(file);
        assert!(text.contains(find), "{find:?} in {file}");
        self.0.insert(file, text.replacen(find, replace, 1));
        self
    }

    /// A file that begins as another: with its id changed, and what else is.
    fn copy(mut self, from: &str, to: &str, changes: &[(&str, &str)]) -> Data {
        let mut text = self.text(from);
        for (find, replace) in changes {
            assert!(text.contains(find), "{find:?} in {from}");
            text = text.replacen(find, replace, 1);
        }
        self.0.insert(to, text);
        self
    }

    fn wrong(&self) -> Vec<String> {
        check(&self.0).findings.iter().map(ToString::to_string).collect()
    }

    /// The rules that pages are given on a day, from the compiled files; nothing may be wrong with them.
    fn book(&self, on: &str) -> Known<Rulebook> {
        assert_eq!(self.wrong(), Vec::<String>::new());
        let compiled = compile(&check(&self.0).draft, day("2026-11-28")).unwrap();
        let listed = read_catalogue(&compiled.catalogue).unwrap().editions[0].index.clone();
        let edition = read_edition(&compiled.files[&listed.path], &listed).unwrap();
        let book: Rulebook = read(&compiled.files[&edition.rulebook.path], &edition.rulebook).unwrap();
        assert_eq!(book.check(), []);
        Known::on(book, day(on))
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// 300,000 tce, of which power from the grid is 6 %: 0.1665 t/tce.
fn file(year: u16, more: serde_json::Value) -> serde_json::Value {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": "940000" },
        { "source": "other", "mwh": "60000" },
    ]);
    let mut file =
        json!({ "format": "zcp.assessment/1", "year": year, "electricity": { "received": received } });
    let members = file.as_object_mut().unwrap();
    members.extend(more.as_object().unwrap().clone());
    file
}

/// What `parks assess` and the form make of a file, by the rules that pages are given.
fn assessed<T>(book: &Rulebook, file: &serde_json::Value, told: impl FnOnce(&Report<'_>) -> T) -> T {
    let (assessment, rules) = reader::read(file.to_string().as_bytes(), book.library()).unwrap();
    told(&assess(&assessment, rules))
}

fn state(report: &Report<'_>, indicator: &str) -> Option<State> {
    report.outcomes.iter().find(|outcome| outcome.indicator == indicator).map(|outcome| outcome.state)
}

/// A park that an act has put on the list of built ones.
fn built() -> ParkSummary {
    let text = json!({ "zh": "园区", "en": "Park" });
    let park = json!({
        "id": "x", "name": text, "short": text, "league": "ordos", "scope": "whole",
        "events": [{ "dated": "2026-06-30", "stage": "built" }],
        "file": { "path": "x.json", "sha256": "", "bytes": 0 },
    });
    serde_json::from_value(park).unwrap()
}

/// A round's part of a park with the same balance.
fn snapshot(year: u16) -> Snapshot {
    Snapshot {
        park: "x".to_owned(),
        source: None,
        core: Some(serde_json::from_value::<Balance>(file(year, json!({}))).unwrap().into()),
        core_quality: Quality::Measured,
        basic: Default::default(),
        values: Vec::new(),
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    }
}

/// What the pages say of it.
fn of_round(book: &Rulebook, year: u16, indicator: &str) -> Option<State> {
    let judged = judge(&snapshot(year), Subject::default(), book, RulesDay::of_year(year).unwrap());
    judged.outcome(Level::National, indicator).map(|outcome| outcome.state)
}

const RULES: &str = "rulesets/national-2025.toml";
const SCORING: &str = "scoring/portal-national-2026.toml";
const EDITION: &str = "editions/published/edition.toml";
const GUIDING: &str = r#"
[[indicators]]
id = "NAME"
kind = "guiding"
name = { zh = "新增指标", en = "Added indicator" }
sentence = { zh = "一句话说明。", en = "One sentence." }
unit = "percent"
direction = "at_least"
clause = "ndrc-910/annex3/core"
mark = "A"
formula = { zh = "按公式", en = "By the formula" }
FORMULA
bands = [{ target = "50", clause = "ndrc-910/annex3/core" }]

"#;
const WEIGHT: &str = "[[weights]]\nindicator = \"NAME\"\nweight = \"1\"\nbaseline = \"0\"\n\n";

/// The national set ends with 2026, and another follows it, announced on 1 October.
fn followed(changes: &[(&str, &str)]) -> Data {
    let mut all = vec![
        ("id = \"national-2025\"", "id = \"national-2027\""),
        ("in_force_from = \"2025-06-30\"", "in_force_from = \"2027-01-01\""),
        ("published_on = \"2025-07-08\"", "published_on = \"2026-10-01\""),
    ];
    all.extend(changes);
    let ends =
        "published_on = \"2025-07-08\"\nin_force_to = \"2026-12-31\"\nend_published_on = \"2026-10-01\"";
    Data::published()
        .copy(RULES, "rulesets/national-2027.toml", &all)
        .change(RULES, "published_on = \"2025-07-08\"", ends)
        .copy(
            SCORING,
            "scoring/portal-national-2027.toml",
            &[
                ("id = \"portal-national-2026\"", "id = \"portal-national-2027\""),
                ("ruleset = \"national-2025\"", "ruleset = \"national-2027\""),
                ("published_on = \"2025-07-08\"", "published_on = \"2026-10-01\""),
                ("in_force_from = \"2025-06-30\"", "in_force_from = \"2027-01-01\""),
            ],
        )
        .change(EDITION, "rulesets = [\"national-2025\"", "rulesets = [\"national-2025\", \"national-2027\"")
        .change(EDITION, "scorings = [", "scorings = [\"portal-national-2027\", ")
}

#[test]
fn a_threshold_from_a_day_on() {
    let data = followed(&[("target = \"0.2\"", "target = \"0.15\"")]);
    let book = data.book("2026-11-28");
    for (year, ruleset, met) in [(2026, "national-2025", State::Met), (2027, "national-2027", State::NotMet)]
    {
        let told = assessed(&book, &file(year, json!({})), |report| {
            (report.ruleset.map(str::to_owned), state(report, "carbon_per_energy"))
        });
        assert_eq!(told, (Some(ruleset.to_owned()), Some(met)), "{year}");
        assert_eq!(of_round(&book, year, "carbon_per_energy"), Some(met), "{year}");
    }
    let before = data.book("2026-09-30");
    assert_eq!(of_round(&before, 2027, "carbon_per_energy"), Some(State::Met), "nobody knew of it yet");
}

#[test]
fn a_ruleset_from_2027_with_what_is_half_done_named() {
    let data = followed(&[]);
    let book = data.book("2026-11-28");
    let by = |year| RulesDay::of_year(year).unwrap();
    let id = |year| book.ruleset(Level::National, by(year)).unwrap().id.clone();
    assert_eq!((id(2026), id(2027)), ("national-2025".to_owned(), "national-2027".to_owned()));
    let set = book.ruleset(Level::National, by(2027)).unwrap();
    assert_eq!(book.scoring(set, by(2027)).unwrap().id, "portal-national-2027");
    let unended = data.change(RULES, "in_force_to = \"2026-12-31\"\nend_published_on = \"2026-10-01\"", "");
    let wrong = unended.wrong();
    assert!(wrong.iter().any(|line| line.contains("both in force on 2027-01-01")), "{wrong:?}");
}

/// A guiding indicator more in the national set, and its weight.
fn with_indicator(name: &str, formula: &str) -> Data {
    let indicator = GUIDING.replace("NAME", name).replace("FORMULA", formula);
    let last = "[[conventions]]";
    Data::published().change(RULES, last, &format!("{indicator}{last}")).change(
        SCORING,
        "[[weights]]",
        &format!("{}[[weights]]", WEIGHT.replace("NAME", name)),
    )
}

#[test]
fn a_guiding_indicator_that_is_given() {
    let data = with_indicator("green_transport", "");
    let book = data.book("2026-11-28");
    let given = json!({ "guiding": { "green_transport": { "value": "60" } } });
    assert_eq!(assessed(&book, &file(2026, given), |r| state(r, "green_transport")), Some(State::Met));
    assert_eq!(assessed(&book, &file(2026, json!({})), |r| state(r, "green_transport")), Some(State::NoData));
    assert_eq!(of_round(&book, 2026, "green_transport"), Some(State::NoData));
    let unweighed = data.change(SCORING, &WEIGHT.replace("NAME", "green_transport"), "");
    assert!(unweighed.wrong()[0].contains("a weight for green_transport"), "{:?}", unweighed.wrong());
}

#[test]
fn a_guiding_indicator_in_a_unit_of_its_own_that_has_a_range_and_is_better_low() {
    let unit = "unit = { zh = \"千克标准煤/吨\", en = \"kgce/t\" }\nrange = { from = \"10\", to = \"500\" }";
    let of = |unit: &str, target: &str| {
        let own = GUIDING.replace("NAME", "unit_consumption").replace("FORMULA", "");
        let new = own
            .replace(
                "unit = \"percent\"\ndirection = \"at_least\"",
                &format!("{unit}\ndirection = \"at_most\""),
            )
            .replace("target = \"50\"", &format!("target = \"{target}\""));
        with_indicator("unit_consumption", "").change(RULES, &own, &new)
    };
    let book = of(unit, "120").book("2026-11-28");
    let given = |value: &str| file(2026, json!({ "guiding": { "unit_consumption": { "value": value } } }));
    for (value, met) in
        [("10", State::Met), ("120", State::Met), ("120.001", State::NotMet), ("500", State::NotMet)]
    {
        assert_eq!(assessed(&book, &given(value), |r| state(r, "unit_consumption")), Some(met), "{value}");
    }
    for value in ["9.999", "500.001"] {
        let problems = reader::read(given(value).to_string().as_bytes(), book.library()).unwrap_err();
        let found: Vec<_> =
            problems.iter().map(|p| (p.path.as_str(), p.expected.as_str(), &*p.found)).collect();
        assert_eq!(found, [("guiding.unit_consumption.value", "a value of 10 to 500", value)]);
    }
    let (assessment, rules) = reader::read(given("110").to_string().as_bytes(), book.library()).unwrap();
    let trace = assess(&assessment, rules).traced(&assessment, rules).trace;
    let node = serde_json::to_value(trace.indicators.last().unwrap()).unwrap();
    let units = [&node, &node["inputs"][0], &node["inputs"][1]].map(|node| node["unit"].as_str());
    assert_eq!(units, [Some("kgce/t"); 3], "indicator, given value, target");
    for (unit, target, wrong) in [
        (unit, "501", "bands[0].target: expected a value of 10 to 500, found 501"),
        ("unit = \"percent\"", "100.1", "bands[0].target: expected a value of 0 to 100, found 100.1"),
        ("unit = \"percent\"\nrange = { from = \"5\", to = \"5\" }", "5", "range.to: expected more than 5"),
        ("unit = { zh = \"\", en = \"kgce/t\" }", "5", "unit.zh: expected a unit's name"),
    ] {
        let found = of(unit, target).wrong();
        assert!(found.iter().any(|line| line.contains(wrong)), "{wrong}: {found:?}");
    }
    assert!(
        of("unit = \"percent\"\nrange = { to = \"130\" }", "120").wrong().is_empty(),
        "more than a whole"
    );
}

#[test]
fn a_guiding_indicator_that_is_computed_by_a_listed_formula() {
    let book = with_indicator("direct_supply", "formula_id = \"direct_supply_share\"").book("2026-11-28");
    let told = assessed(&book, &file(2026, json!({})), |report| {
        let outcome = report.outcomes.iter().find(|outcome| outcome.indicator == "direct_supply").unwrap();
        (outcome.state, outcome.value.map(|value| value.to_string()))
    });
    assert_eq!(told, (State::Met, Some("94".to_owned())));
    assert_eq!(of_round(&book, 2026, "direct_supply"), Some(State::Met));
    let bytes = file(2026, json!({})).to_string();
    let (assessment, rules) = reader::read(bytes.as_bytes(), book.library()).unwrap();
    let traced = serde_json::to_value(assess(&assessment, rules).traced(&assessment, rules)).unwrap();
    assert!(traced["trace"].to_string().contains("direct ÷ used × 100"), "the trace tells how");
}

/// A requirement set of the region beside its indicators, with a band for smelters.
const DUTY: &str = r#"
id = "region-duty"
authority = "region"
title = { zh = "要求", en = "Duty" }
document = "im-1020"
mark = "B"
in_force_from = "2026-01-01"
published_on = "2026-01-01"
checked_on = "2026-11-28"
applies_to = { stages = ["built", "cultivation"], clause = "im-1020/parks" }

[[indicators]]
id = "green_duty"
kind = "requirement"
name = { zh = "绿电", en = "Green" }
sentence = { zh = "绿电。", en = "Green." }
unit = "percent"
direction = "at_least"
mark = "B"
formula = { zh = "未读到", en = "not read" }
bands = [
  { target = "40", clause = "im-1020/parks" },
  { industries = ["aluminium_smelting"], target = "60", clause = "im-1020/parks" },
]
"#;

#[test]
fn a_second_requirement_set_beside_the_13_with_a_band_by_industry() {
    let mut data = Data::published().change(EDITION, "rulesets = [", "rulesets = [\"region-duty\", ");
    data.0.insert("rulesets/region-duty.toml", DUTY);
    let book = data.book("2026-11-28");
    let mut snapshot = snapshot(2026);
    let duty = disclosure::round::Requirements::Set("region-duty".to_owned());
    let value =
        json!({ "of": "region-duty", "indicator": "green_duty", "value": "50", "quality": "reported" });
    snapshot.values = vec![serde_json::from_value(value).unwrap()];
    let seen = |industries: &[&str], year| {
        let park = ParkSummary { industries: serde_json::from_value(json!(industries)).unwrap(), ..built() };
        let by = RulesDay::of_year(year).unwrap();
        let judged = judge(&snapshot, park.subject(&book, by.date()), &book, by);
        let region = judged.of(Level::Region).map(|by| by.ruleset.id.clone()).map_err(Clone::clone);
        (region, judged.outcome(duty.clone(), "green_duty").map(|outcome| outcome.state))
    };
    let region = Ok("region-2025".to_owned());
    assert_eq!(seen(&["aluminium_smelting"], 2026), (region.clone(), Some(State::NotMet)), "60 is asked");
    assert_eq!(seen(&["rare_earths"], 2026), (region.clone(), Some(State::Met)), "40 is asked");
    assert_eq!(seen(&[], 2026), (region.clone(), Some(State::NoThreshold)), "industries are not published");
    assert_eq!(seen(&["rare_earths"], 2025), (region, None), "not in force yet");
    let unnamed = data.change(EDITION, "\"region-duty\", ", "");
    assert!(unnamed.wrong()[0].contains("an edition that names it in its rulesets"), "{:?}", unnamed.wrong());
}

#[test]
fn a_band_by_industry_of_a_guiding_indicator() {
    let band = "bands = [{ target = \"50\"";
    let with = |data: Data| {
        let smelters = "bands = [{ industries = [\"aluminium_smelting\"], target = \"70\", clause = \"ndrc-910/annex3/core\" }, { target = \"50\"";
        data.change(RULES, band, smelters)
    };
    let data = with(with_indicator("green_transport", ""));
    let book = data.book("2026-11-28");
    let mut snapshot = snapshot(2026);
    let value =
        json!({ "of": "national", "indicator": "green_transport", "value": "60", "quality": "measured" });
    snapshot.values = vec![serde_json::from_value(value).unwrap()];
    let state = |industries: &[&str]| {
        let park = ParkSummary { industries: serde_json::from_value(json!(industries)).unwrap(), ..built() };
        let by = RulesDay::of_year(2026).unwrap();
        let judged = judge(&snapshot, park.subject(&book, by.date()), &book, by);
        judged.outcome(Level::National, "green_transport").unwrap().state
    };
    assert_eq!(state(&["aluminium_smelting", "steel"]), State::NotMet);
    assert_eq!(state(&["steel"]), State::Met);
    assert_eq!(state(&[]), State::NoThreshold);
    let twice =
        data.change(RULES, "{ target = \"50\"", "{ industries = [\"aluminium_smelting\"], target = \"50\"");
    assert!(twice.wrong().iter().any(|line| line.contains("which overlaps")), "{:?}", twice.wrong());
}

#[test]
fn a_factor_set_beside_the_others() {
    let factors = Decimal::parse("0.5").unwrap();
    let data = Data::published()
        .copy(
            "factors/annex4-2025.toml",
            "factors/annex4-2027.toml",
            &[("id = \"annex4-2025\"", "id = \"annex4-2027\""), ("value = \"0.8325\"", "value = \"0.5\"")],
        )
        .change(EDITION, "factor_sets = [", "factor_sets = [\"annex4-2027\", ");
    let book = data.book("2026-11-28");
    assert!(book.factor_sets.iter().any(|set| set.other_power_t_per_mwh.value == factors));
    let emissions = |more| assessed(&book, &file(2026, more), |report| report.emissions_t.to_string());
    assert_eq!(emissions(json!({ "factors": "annex4-2027" })), "30000");
    assert_eq!(emissions(json!({})), "49950", "a file that names none keeps its figures");
}

#[test]
fn a_transition_of_the_ladder() {
    let transition = r#"[[transitions]]
id = "examine-again"
track = "region"
from = "built"
to = "acceptance"
decided_by = { zh = "自治区发展改革委", en = "the region's Development and Reform Commission" }
clause = "plan/2/3/3"
conditions = [{ kind = "core_met", level = "national", holds = false, clause = "ndrc-910/annex3/core" }]

"#;
    let with = format!("{transition}[[transitions]]");
    let data = Data::published().change("ladder/upgrade-2025.toml", "[[transitions]]", &with);
    let book = data.book("2026-11-28");
    let park = built();
    let open = |grid: &str| {
        let mut snapshot = snapshot(2026);
        let mut balance = serde_json::to_value(snapshot.balance()).unwrap();
        balance["electricity"]["received"][1]["mwh"] = json!(grid);
        snapshot.core = Some(serde_json::from_value::<Balance>(balance).unwrap().into());
        let judged = judge(&snapshot, Subject::default(), &book, RulesDay::of_year(2026).unwrap());
        let position = position(&park, Some(&snapshot), &judged, &book, day("2026-11-28")).unwrap();
        position.open.iter().find(|open| open.transition.id == "examine-again").unwrap().truth
    };
    assert_eq!((open("60000"), open("600000")), (Truth::NotMet, Truth::Met));
    let twice = data.change("ladder/upgrade-2025.toml", "to = \"acceptance\"", "to = \"ruin\"");
    assert!(twice.wrong()[0].contains("ruin"), "{:?}", twice.wrong());
}

/// What was said on 31 December 2025 is in no table of the day before, and the table of that day has no end yet.
#[test]
fn an_amended_ladder_is_known_from_its_day_on() {
    let data = Data::published();
    let (before, after) = (data.book("2025-12-30"), data.book("2025-12-31"));
    let ids = |book: &Rulebook| book.ladders.iter().map(|ladder| ladder.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&before), before.ladders[0].in_force_to), (vec!["upgrade-2025".to_owned()], None));
    for (book, at, id) in [
        (&before, "2025-12-31", "upgrade-2025"),
        (&after, "2025-12-30", "upgrade-2025"),
        (&after, "2025-12-31", "upgrade-2025-12"),
    ] {
        assert_eq!(book.ladder(day(at)).unwrap().id, id, "{at}");
    }
    let said_then = |ladder: &Ladder| {
        let clauses = ladder.transitions.iter().map(|each| &each.clause);
        let clauses = clauses.chain(ladder.not_modelled.iter().map(|each| &each.clause));
        clauses.filter(|clause| clause.starts_with("ndrc-1082/") || clause.starts_with("ndrc-press")).count()
    };
    let (first, second) =
        (after.ladder(day("2025-12-30")).unwrap(), after.ladder(day("2025-12-31")).unwrap());
    assert_eq!(
        (said_then(first), said_then(second)),
        (0, 7),
        "five steps, and two sentences on what is left out"
    );
    assert_eq!(second.transitions.len(), first.transitions.len() + 5);
    for transition in &second.transitions {
        let goes_on = first.transitions.iter().any(|each| each.id == transition.id);
        assert_eq!(second.mark_of(transition), if goes_on { Mark::A } else { Mark::B }, "{}", transition.id);
    }
    assert_eq!(first.table, second.table, "stages are said once");
}
