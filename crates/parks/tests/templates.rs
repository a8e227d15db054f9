//! Templates: filled in, they are imported without any question; empty, they ask.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use assessment::Decimal;
use disclosure::round::{PublishedCore, Quality};
use parks::files::Files;
use parks::import::As;
use parks::lang::Lang;
use parks::new::workbook::{Filled, workbook};
use parks::new::{shape_of, skeleton};

use crate::import::{
    ROUND_MAP, confirmed, demonstration, edition, imported, round, told, until_2027_h1, with,
};

/// A template of the edition, filled in.
fn template(files: &Files, kind: As, lang: Lang, filled: &Filled) -> Vec<u8> {
    let shape = shape_of(files, kind, Some("demonstration"), lang).unwrap();
    workbook(&shape, filled).unwrap()
}

fn cells(cells: &[(&str, &str)]) -> BTreeMap<String, String> {
    cells.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_round_typed_into_its_template_is_imported_without_any_question() {
    let files = until_2027_h1();
    for lang in [Lang::Zh, Lang::En] {
        let quality = lang.of("实测", "measured");
        let head = cells(&[
            ("title", "2027年下半年评估（演示）"),
            ("title_en", "Second half of 2027 (demonstration)"),
            ("dated", "2027-12-31"),
            ("period", "2027年1月至12月"),
            ("period_en", "January to December 2027"),
            ("quality", quality),
            ("document", "demo 演示文件（虚构，非官方）"),
        ]);
        let gas = lang.of("天然气", "Natural gas");
        let direct = lang.of("绿电直供电量", "Non-fossil power supplied directly");
        let filled = Filled {
            head,
            rows: vec![
                cells(&[
                    ("park", "示例·星砾磁性材料园"),
                    ("emissions_t", "5.61万吨"),
                    ("energy_tce", "330000"),
                    ("t_per_tce", "0.17"),
                    ("basic_1", lang.of("是", "yes")),
                    ("national.industrial_water_reuse", "88.3"),
                ]),
                cells(&[("park", "示例·岚启数据算力园"), ("national.solid_waste_utilisation", "不涉及")]),
            ],
            balance: vec![
                cells(&[
                    ("park", "示例·岚启数据算力园"),
                    ("item", gas),
                    ("unit", "立方米"),
                    ("amount", "12,000"),
                ]),
                cells(&[
                    ("park", "示例·岚启数据算力园"),
                    ("item", direct),
                    ("unit", "万千瓦时"),
                    ("amount", "148394.4"),
                ]),
            ],
        };
        let outcome = confirmed(&files, As::Round, &template(&files, As::Round, lang, &filled), None);
        assert_eq!(outcome.map, None, "{:#?}", outcome.problems);
        let draft = with(&files, &outcome);
        let round = round(&draft, "2027-h2");
        let of = |text: &str| Decimal::parse(text).unwrap();
        let Some(PublishedCore::Totals(totals)) = &round.parks[0].core else {
            panic!("{:?}", round.parks[0])
        };
        assert_eq!((totals.emissions_t, totals.energy_tce), (of("56100"), of("330000")));
        assert_eq!(round.parks[0].core_quality, Quality::Measured);
        assert_eq!(round.parks[0].basic[0], disclosure::round::Stated::Yes);
        let balance = round.parks[1].balance().unwrap().assessment().to_string();
        assert!(balance.contains("\"1483944\"") && balance.contains("\"1.2\""), "{balance}");
        assert_eq!(round.parks[1].values[0].not_applicable.as_ref().unwrap().zh, "不涉及");
    }
}

#[test]
fn an_empty_template_asks_and_writes_nothing() {
    let files = until_2027_h1();
    for kind in [As::Round, As::List, As::Park, As::Act, As::Correction, As::Bulletin, As::Practice] {
        let outcome = imported(&files, kind, &template(&files, kind, Lang::Zh, &Filled::default()), None);
        assert!(outcome.files.is_empty() && !outcome.problems.is_empty(), "{kind:?}: {outcome:?}");
    }
}

#[test]
fn acts_parks_corrections_and_reports_typed_into_their_templates_pass_the_check() {
    let files = until_2027_h1();
    let with_head = |head: &[(&str, &str)], rows: &[&[(&str, &str)]]| Filled {
        head: cells(head),
        rows: rows.iter().map(|row| cells(row)).collect(),
        balance: Vec::new(),
    };
    let run = |kind: As, filled: &Filled| {
        let outcome = imported(&files, kind, &template(&files, kind, Lang::Zh, filled), None);
        (with(&files, &outcome), outcome)
    };

    let park = with_head(
        &[("document", "demo")],
        &[&[
            ("name", "示例·新苑储能电池园"),
            ("name_en", "Demo · Xinyuan Battery Park"),
            ("short", "示例·新苑"),
            ("short_en", "Demo · Xinyuan"),
            ("league", "包头市"),
            ("scope", "整体"),
            ("start_year", "2028"),
            ("end_year", "2030"),
        ]],
    );
    let (draft, outcome) = run(As::Park, &park);
    let id = outcome.files[0].path.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned();
    let made = edition(&draft).parks.whole().unwrap().iter().find(|read| read.value.id == id).unwrap();
    assert_eq!((made.value.league.as_str(), made.value.construction.as_ref().unwrap().to), ("baotou", 2030));

    let act = with_head(
        &[("document", "demo")],
        &[&[
            ("park", "示例·曙珀晶硅材料园"),
            ("dated", "2030年11月3日"),
            ("stage", "提醒督促"),
            ("text", "提醒督促。"),
        ]],
    );
    let (draft, outcome) = run(As::Act, &act);
    assert!(outcome.files[0].adds);
    let park =
        edition(&draft).parks.whole().unwrap().iter().find(|read| read.value.id == "demo-shupo").unwrap();
    let last = park.value.events.last().unwrap();
    assert_eq!((last.dated.to_string().as_str(), last.stage.as_str()), ("2030-11-03", "reminded"));
    // One that the ladder knows no way to is refused, at its cell.
    let refused = with_head(
        &[("document", "demo")],
        &[&[("park", "示例·曙珀"), ("dated", "2030-11-03"), ("stage", "自治区建成"), ("text", "建成。")]],
    );
    let outcome = imported(&files, As::Act, &template(&files, As::Act, Lang::Zh, &refused), None);
    assert!(told(&outcome)[0].starts_with("填写!A"), "{:?}", told(&outcome));
    assert!(told(&outcome)[0].contains("parks check 不通过") && outcome.files.is_empty());

    let correction = with_head(
        &[
            ("dated", "2027-09-01"),
            ("reason", "漏报一台水表。"),
            ("reason_en", "A meter was left out."),
            ("document", "demo"),
        ],
        &[&[
            ("round", "2027-h1"),
            ("park", "示例·岚启数据算力园"),
            ("indicator", "工业用水重复利用率"),
            ("is", "85.1"),
        ]],
    );
    let (draft, outcome) = run(As::Correction, &correction);
    assert!(outcome.files[0].path.ends_with("corrections/2027-h1-c1.toml"));
    assert_eq!(edition(&draft).corrections.whole().unwrap().last().unwrap().value.values.len(), 1);

    let bulletin = with_head(
        &[
            ("title", "调度通报（演示）"),
            ("dated", "2028-01-10"),
            ("level", "自治区级"),
            ("issuer", "演示统筹推进机制"),
            ("parks", "示例·星砾、demo-lanqi"),
            ("document", "demo"),
        ],
        &[&[("heading", "总体进展"), ("paragraph", "第一段。")], &[("paragraph", "第二段。")]],
    );
    for kind in [As::Bulletin, As::Practice] {
        let (draft, _) = run(kind, &bulletin);
        let work = edition(&draft).work.whole().unwrap();
        let report =
            &work.iter().find(|work| work.report.value.id.ends_with("2028-01")).unwrap().report.value;
        assert_eq!((report.sections[0].paragraphs.len(), report.parks.len()), (2, 2));
    }
}

#[test]
fn every_template_in_toml_is_toml_and_says_where_it_belongs() {
    let files = until_2027_h1();
    for kind in [As::Round, As::List, As::Park, As::Act, As::Correction, As::Bulletin, As::Practice] {
        for lang in [Lang::Zh, Lang::En] {
            let text = skeleton(&shape_of(&files, kind, Some("demonstration"), lang).unwrap());
            assert!(
                text.starts_with("# ") && text.lines().next().unwrap().contains("editions/demonstration/")
            );
            // What a table of corrections has no column for is written by hand, and the template shows how.
            if kind == As::Correction {
                for part in
                    ["\"core\"", "\"condition\"", "\"task\"", "[[entries]]", "[[acts]]", "[[statements]]"]
                {
                    assert!(text.contains(part), "{part}: {text}");
                }
            }
            // Taken off its marks, an optional line is a field like the others.
            let whole: String = text.lines().map(|line| format!("{}\n", optional(line))).collect();
            for toml in [&text, &whole] {
                if let Err(error) = toml.parse::<toml::Table>() {
                    panic!("{kind:?}: {error}\n{toml}");
                }
            }
        }
    }
}

/// A line that a clerk takes the mark off.
fn optional(line: &str) -> &str {
    let rest = line.trim_start_matches("# ").trim_start_matches("#   ");
    let is_field = rest
        .split_once(" = ")
        .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    if line.starts_with('#') && (is_field || rest.starts_with("{ of") || rest.starts_with('[')) {
        rest
    } else {
        line
    }
}

#[test]
fn an_indicator_in_a_unit_of_its_own_is_asked_for_and_read_in_that_unit() {
    let mut files = until_2027_h1();
    let path = "editions/demonstration/rulesets/region-demo.toml";
    let rules = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let at = rules.find("id = \"storage_ratio\"").unwrap();
    let unit =
        rules[at..].replacen("unit = \"percent\"", "unit = { zh = \"千瓦时/千瓦\", en = \"kWh/kW\" }", 1);
    files.insert(path, format!("{}{unit}", &rules[..at]));
    let shape = shape_of(&files, As::Round, Some("demonstration"), Lang::Zh).unwrap();
    let column = shape.columns.iter().find(|column| column.id == "region.storage_ratio").unwrap();
    assert_eq!(column.heading, "储能配置比例·演示指标（非官方）（千瓦时/千瓦）");
    let csv = |unit: &str| format!("园区,储能配置比例（{unit}）\n示例·星砾磁性材料园,2.5\n").into_bytes();
    let map = format!("{ROUND_MAP}[columns]\n\"储能配置比例(万千瓦时)\" = \"region.storage_ratio\"\n");
    let right = imported(&files, As::Round, &csv("千瓦时/千瓦"), Some(&map));
    assert!(!told(&right).iter().any(|line| line.contains("单位")), "{:?}", told(&right));
    let wrong = imported(&files, As::Round, &csv("万千瓦时"), Some(&map));
    assert!(told(&wrong).iter().any(|line| line.starts_with("B1: 单位“万千瓦时”不是")), "{:?}", told(&wrong));
}

#[test]
fn a_list_typed_into_its_template_is_imported_without_any_question() {
    let files = demonstration(&["rounds/", "corrections/", "lists/region-built-2027"]);
    for lang in [Lang::Zh, Lang::En] {
        let filled = Filled {
            head: cells(&[
                ("id", "region-built-2027"),
                ("title", "自治区建成零碳园区名单（演示）"),
                ("dated", "2027-12-20"),
                ("stage", lang.of("自治区建成", "built")),
                ("document", "demo"),
                ("meaning", "通过自治区验收。"),
            ]),
            rows: [
                ("1", "示例·岚启数据算力园", "2030"),
                ("2", "示例·星砾磁性材料园", "2027"),
                ("3", "示例·澄冶低碳冶炼园", "2027"),
                ("4", "示例·暖砾生物医药园", "2030"),
            ]
            .map(|(number, name, end)| {
                cells(&[("number", number), ("name", name), ("start_year", "2025"), ("end_year", end)])
            })
            .to_vec(),
            ..Filled::default()
        };
        let outcome = imported(&files, As::List, &template(&files, As::List, lang, &filled), None);
        let draft = with(&files, &outcome);
        let lists = edition(&draft).lists.whole().unwrap();
        let list = lists.iter().find(|list| list.head.value.id == "region-built-2027").unwrap();
        assert_eq!(list.entries.iter().count(), 4);
    }
}
