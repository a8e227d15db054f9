//! Tables of departments, made up and as untidy as they come, imported into the demonstration.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::ruleset::Level;
use assessment::{Date, Decimal};
use disclosure::csv::Ranking;
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{Edition, List, ListEntry, Rulebook};
use disclosure::ranking_table::standings;
use disclosure::round::{PublishedCore, Quality, Round};
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::draft::{Draft, EditionDraft};
use parks::files::Files;
use parks::import::{As, Input, Outcome, import};
use parks::lang::Lang;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

const EDITION: &str = "editions/demonstration/";

/// The demonstration as if people had typed it, without what is to be imported.
pub(crate) fn demonstration(leave_out: &[&str]) -> Files {
    let mut files = Files::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data"))).unwrap();
    let head = String::from_utf8(files.get("editions/demonstration/edition.toml").unwrap().to_vec()).unwrap();
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with("seed")).collect();
    files.insert("editions/demonstration/edition.toml", head.join("\n"));
    let left_out = |path: &str| {
        path.strip_prefix(EDITION).is_some_and(|name| leave_out.iter().any(|prefix| name.starts_with(prefix)))
    };
    files.retain(|path| !left_out(path));
    files
}

/// The same without any round: what lists are imported into.
fn without_rounds(leave_out: &[&str]) -> Files {
    demonstration(&[leave_out, &["rounds/", "corrections/"]].concat())
}

/// What is left of the rounds are the second half of 2026 and the first of 2027.
pub(crate) fn until_2027_h1() -> Files {
    let others = ["2025", "2026-h1", "2027-h2", "2028", "2029", "2030"];
    let others: Vec<String> =
        others.iter().flat_map(|id| [format!("rounds/{id}"), format!("corrections/{id}")]).collect();
    let mut left_out: Vec<&str> = others.iter().map(String::as_str).collect();
    left_out.push("corrections/2027-h1");
    demonstration(&left_out)
}

pub(crate) fn imported(files: &Files, kind: As, bytes: &[u8], map: Option<&str>) -> Outcome {
    import(Input {
        name: "附件.xlsx",
        bytes,
        map,
        files,
        edition: Some("demonstration"),
        kind,
        lang: Lang::Zh,
        today: Date::new(2028, 1, 10).unwrap(),
    })
}

/// The same, where what looks like a slip is confirmed: the workbooks' figures are of a scale of their own.
pub(crate) fn confirmed(files: &Files, kind: As, bytes: &[u8], map: Option<&str>) -> Outcome {
    let outcome = imported(files, kind, bytes, map);
    let Some(asked) = outcome.map.as_ref().filter(|map| map.contains("[confirmed]")) else { return outcome };
    assert!(outcome.files.is_empty());
    imported(files, kind, bytes, Some(&asked.replace("\"?是\"", "\"是\"")))
}

/// The folder with what was imported, which passes the check.
pub(crate) fn with(files: &Files, outcome: &Outcome) -> Draft {
    assert_eq!(outcome.problems, [], "{:#?}", outcome.preview);
    let mut files = files.clone();
    assert!(!outcome.files.is_empty());
    for file in &outcome.files {
        files.insert(file.path.clone(), file.text.as_bytes());
    }
    let report = check(&files);
    assert_eq!(report.findings, []);
    report.draft
}

pub(crate) fn edition(draft: &Draft) -> &EditionDraft {
    draft.editions.iter().find(|edition| edition.folder == "demonstration").unwrap()
}

pub(crate) fn round<'a>(draft: &'a Draft, id: &str) -> &'a Round {
    let rounds = edition(draft).rounds.whole().unwrap();
    &rounds.iter().find(|read| read.value.id == id).unwrap().value
}

fn entries(draft: &Draft, id: &str) -> Vec<ListEntry> {
    let lists = edition(draft).lists.whole().unwrap();
    let list = lists.iter().find(|list| list.head.value.id == id).unwrap();
    list.entries.iter().map(|(_, entry)| entry.clone()).collect()
}

pub(crate) fn told(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(ToString::to_string).collect()
}

fn full_width(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c };
    text.chars().map(wide).collect()
}

fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in cells.iter().enumerate() {
        sheet.write(row, column as u16, *cell).unwrap();
    }
}

/// The list of the twenty parks in cultivation, as a department sends it.
fn list_of_twenty(count: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let centred = Format::new();
    let drafts = book.add_worksheet();
    drafts.set_name("底稿").unwrap().set_hidden(true);
    row(drafts, 0, &["序号", "园区名称", "盟市"]);
    row(drafts, 1, &["1", "示例·不该导入园", "包头市"]);
    let sheet = book.add_worksheet();
    sheet.set_name("表1").unwrap().set_active(true);
    row(sheet, 0, &["附件1"]);
    sheet.merge_range(1, 0, 1, 5, "自治区零碳园区培育建设名单（2025年，演示）", &centred).unwrap();
    sheet.merge_range(2, 0, 2, 5, "（２０２５年９月１６日）", &centred).unwrap();
    row(sheet, 3, &["序 号", "园区\n名称", "所属盟市", "建设范围", "建设期", "备  注"]);
    let report = check(&without_rounds(&[]));
    let mut at = 4;
    for (i, entry) in entries(&report.draft, "region-cultivation-2025").iter().enumerate() {
        if i == 10 {
            sheet.merge_range(at, 0, at, 5, "二、第二批推荐", &centred).unwrap();
            at += 1;
        }
        let scope = match entry.scope.unwrap() {
            disclosure::model::Scope::Whole => "整体",
            disclosure::model::Scope::Part => "园中园",
        };
        let number = full_width(&entry.number.to_string());
        let [from, to] = entry.years().unwrap();
        let name = format!(" {}　", entry.name);
        row(
            sheet,
            at,
            &[&number, &name, "", scope, &format!("{from}—{to}年"), if i == 3 { "—" } else { "" }],
        );
        at += 1;
    }
    row(sheet, at, &["合 计", count]);
    row(sheet, at + 2, &["注：1.排名不分先后。"]);
    row(sheet, at + 3, &["2.建设期含起止年份。"]);
    book.save_to_buffer().unwrap()
}

const LIST_MAP: &str = "[head]\nid = \"region-cultivation-2025\"\nstage = \"培育建设\"\ndocument = \"demo\"\n\
                        title_en = \"List\"\n";

#[test]
fn a_list_of_twenty_with_titles_sections_totals_and_notes_becomes_the_list_that_was_typed() {
    let files = without_rounds(&["lists/region-cultivation-2025"]);
    let bytes = list_of_twenty("共20个");
    let outcome = imported(&files, As::List, &bytes, Some(LIST_MAP));
    let draft = with(&files, &outcome);
    let typed = entries(&check(&without_rounds(&[])).draft, "region-cultivation-2025");
    let typed: Vec<ListEntry> =
        typed.into_iter().map(|entry| ListEntry { province: None, ..entry }).collect();
    assert_eq!(entries(&draft, "region-cultivation-2025"), typed);
    assert_eq!(outcome.preview.len(), 20);
    assert!(
        outcome.preview[0].starts_with("表1!B5  示例·星砾磁性材料园（demo-xingli）"),
        "{}",
        outcome.preview[0]
    );
    assert!(outcome.notices.iter().any(|line| line.contains("“底稿”是隐藏的")), "{:?}", outcome.notices);
    assert!(
        outcome.preview[0].ends_with("建设范围 whole；建设期起始年 2025；建设期末年 2027"),
        "{}",
        outcome.preview[0]
    );
}

#[test]
fn what_is_unsure_is_asked_once_and_what_is_wrong_is_told_at_once_with_its_cell() {
    let files = without_rounds(&["lists/region-cultivation-2025"]);
    let bytes = list_of_twenty("共21个");
    let outcome = imported(&files, As::List, &bytes, None);
    assert!(outcome.files.is_empty());
    let told = told(&outcome);
    assert!(told.iter().any(|line| line == "表1!B26: 合计写21个，表中有20个"), "{told:#?}");
    assert!(told.iter().any(|line| line.contains("表里没有写明“阶段”")), "{told:#?}");
    assert!(told.iter().any(|line| line.contains("[head] 中回答 document")), "{told:#?}");
    let map = outcome.map.unwrap();
    // The stage that the title names is proposed; a text in English is not asked for.
    assert!(map.contains("stage = \"?cultivation\"") && map.contains("document = \"?demo\""), "{map}");
    assert!(!map.contains("title_en"), "{map}");
    // Answered, nothing is asked again.
    let answered = map.replace("\"?", "\"").replace("[head]", "[head]\nid = \"region-cultivation-2025\"");
    let again = imported(&files, As::List, &list_of_twenty("20"), Some(&answered));
    assert_eq!(again.map, None);
    with(&files, &again);
}

#[test]
fn a_gbk_file_is_read_and_a_park_that_nobody_knows_is_asked_with_the_nearest() {
    let files = without_rounds(&["lists/region-built-2027"]);
    let text = "自治区建成零碳园区名单（演示）,,\r\n序号,园区名称,建设期\r\n１,示例·岚启数据算力园,2025—2030\r\n\
                2,示例·星砾磁性材料产业园,三年\r\n3,示例·澄冶低碳冶炼园,2025—2027\r\n4,示例·暖砾生物医药园,2025—2030\r\n";
    let (bytes, _, _) = encoding_rs::GBK.encode(text);
    let head = "[head]\nid = \"region-built-2027\"\nstage = \"built\"\ndocument = \"demo\"\ntitle_en = \"List\"\ndated = \"2027-12-20\"\n";
    let outcome = imported(&files, As::List, &bytes, Some(head));
    let told = told(&outcome);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("B4: 待确认：“示例·星砾磁性材料产业园”是哪个园区"), "{told:#?}");
    assert!(outcome.map.unwrap().contains("\"示例·星砾磁性材料产业园\" = \"?demo-xingli\""));
    // The check wants to know why a park bears another name on a list.
    let answered = format!("{head}[parks]\n\"示例·星砾磁性材料产业园\" = \"demo-xingli\"\n");
    let outcome = imported(&files, As::List, &bytes, Some(&answered));
    let told = self::told(&outcome);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("B4: parks check 不通过"), "{told:#?}");
}

/// A round as a department sends it: two rows of headings, 万 units, words for what is missing, a total.
fn round_with_totals(total: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let centred = Format::new();
    let percent = Format::new().set_num_format("0.0%");
    let sheet = book.add_worksheet();
    sheet.set_name("汇总").unwrap();
    sheet.merge_range(0, 0, 0, 6, "2027年下半年零碳园区评估情况汇总表（演示）", &centred).unwrap();
    row(sheet, 1, &["数据截至：2027年12月31日　　统计期：2027年1月至12月"]);
    for (column, heading) in
        [(0, "序号"), (1, "园区名称"), (5, "工业用水重复利用率"), (6, "绿电消费占比（%）")]
    {
        sheet.merge_range(2, column, 3, column, heading, &centred).unwrap();
    }
    sheet.merge_range(2, 2, 2, 4, "核心指标", &centred).unwrap();
    row(sheet, 3, &["", "", "碳排放总量（万吨）", "综合能耗（吨标准煤）", "单位能耗碳排放（吨/吨标准煤）"]);
    row(sheet, 4, &["1", "示例·星砾磁性材料园", "5.61"]);
    sheet.write(4, 3, 330_000).unwrap();
    sheet.write(4, 4, 0.17).unwrap();
    sheet.write_with_format(4, 5, 0.883, &percent).unwrap();
    row(sheet, 5, &["2", "示例·岚启数据算力园", "约１０．２", "500,000", "—", "不涉及", "95.6％"]);
    row(sheet, 6, &["3", "示例·澄冶低碳冶炼园", "暂无", "/", "0.21", "81.5", "暂无"]);
    row(sheet, 7, &["合计", "", total, "830000"]);
    row(sheet, 8, &["填表人：示例", "", "审核人：示例"]);
    book.save_to_buffer().unwrap()
}

pub(crate) const ROUND_MAP: &str = "[head]\nquality = \"上报\"\ndocument = \"demo\"\ntitle_en = \"Round\"\nperiod_en = \"2027\"\n\
                         [units]\n\"绿电消费占比(%)\" = \"%\"\n";

#[test]
fn a_round_with_totals_and_units_of_its_own_becomes_the_round_that_was_printed() {
    let files = until_2027_h1();
    let outcome = confirmed(&files, As::Round, &round_with_totals("15.81"), Some(ROUND_MAP));
    let draft = with(&files, &outcome);
    let round = round(&draft, "2027-h2");
    assert_eq!(round.title.zh, "2027年下半年零碳园区评估情况汇总表（演示）");
    assert_eq!(
        (round.dated.to_string().as_str(), round.period.zh.as_str()),
        ("2027-12-31", "2027年1月至12月")
    );
    let of = |text: &str| Decimal::parse(text).unwrap();
    let [xingli, lanqi, chengye] = round.parks.as_slice() else { panic!("{:?}", round.parks) };
    let Some(PublishedCore::Totals(totals)) = &xingli.core else { panic!("{xingli:?}") };
    assert_eq!(
        (totals.emissions_t, totals.energy_tce, totals.t_per_tce),
        (of("56100"), of("330000"), Some(of("0.17")))
    );
    assert_eq!(totals.emissions_t_published.as_deref(), Some("5.61万吨"));
    assert_eq!(xingli.core_quality, Quality::Reported);
    let value = |park: &disclosure::round::Snapshot, id: &str| {
        park.values.iter().find(|v| v.indicator == id).cloned()
    };
    assert_eq!(value(xingli, "industrial_water_reuse").unwrap().value, Some(of("88.3")));
    let Some(PublishedCore::Totals(totals)) = &lanqi.core else { panic!("{lanqi:?}") };
    assert_eq!(
        (totals.emissions_t, totals.emissions_t_published.as_deref()),
        (of("102000"), Some("约10.2万吨"))
    );
    assert_eq!(value(lanqi, "industrial_water_reuse").unwrap().not_applicable.unwrap().zh, "不涉及");
    assert!(matches!(&chengye.core, Some(PublishedCore::Ratio(ratio)) if ratio.t_per_tce == of("0.21")));
    assert_eq!(value(chengye, "green_power_share"), None);
    assert!(outcome.preview[0].contains("碳排放总量 5.61 万吨"), "{:?}", outcome.preview);
}

#[test]
fn a_total_that_does_not_add_up_and_a_published_round_stop_the_import() {
    let files = until_2027_h1();
    let outcome = imported(&files, As::Round, &round_with_totals("18.51"), Some(ROUND_MAP));
    assert_eq!(told(&outcome), ["汇总!C8: “碳排放总量”的合计是 185100，各行相加是 158100"]);
    let published = ROUND_MAP.replace("[head]", "[head]\nid = \"2027-h1\"");
    let outcome = imported(&files, As::Round, &round_with_totals("15.81"), Some(&published));
    let told = told(&outcome);
    assert!(
        told.len() == 1 && told[0].contains("2027-h1 已经公布") && told[0].contains("--as correction"),
        "{told:?}"
    );
}

/// The months of one park, items down and months across.
fn months(gas_in_may: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("能源月报").unwrap();
    row(sheet, 0, &["示例·星砾磁性材料园2027年能源消费月报汇总"]);
    let mut heading = vec!["指标名称".to_owned(), "计量单位".to_owned()];
    heading.extend((1..=12).map(|month| format!("{month}月")));
    heading.push("全年合计".to_owned());
    row(sheet, 2, &heading.iter().map(String::as_str).collect::<Vec<_>>());
    let items = [
        ("绿电直供电量", "万千瓦时", "1200.5", "14406"),
        ("其他外购电量", "万千瓦时", "30", "360"),
        ("天然气", "立方米", "10000", "120000"),
        ("外购化石热力", "百万千焦", "250.25", "3003"),
    ];
    for (i, (name, unit, month, total)) in items.into_iter().enumerate() {
        let mut cells = vec![name, unit];
        cells.extend((1..=12).map(|at| if (i, at) == (2, 5) { gas_in_may } else { month }));
        cells.push(total);
        row(sheet, 3 + i as u32, &cells);
    }
    row(sheet, 8, &["说明：数据由园区能碳管理平台导出。"]);
    book.save_to_buffer().unwrap()
}

const MONTHS_MAP: &str = "[head]\nid = \"2027-h2\"\ndated = \"2027-12-31\"\ntitle_en = \"t\"\nperiod = \"2027年\"\n\
                          period_en = \"2027\"\nquality = \"measured\"\ndocument = \"demo\"\n";

#[test]
fn the_months_of_a_year_are_added_up_and_that_is_said() {
    let files = until_2027_h1();
    let outcome = confirmed(&files, As::Round, &months("10000"), Some(MONTHS_MAP));
    let draft = with(&files, &outcome);
    assert!(
        outcome.notices.iter().any(|line| line == "“示例·星砾磁性材料园”：12个月相加为全年"),
        "{:?}",
        outcome.notices
    );
    let park = &round(&draft, "2027-h2").parks[0];
    let balance = park.balance().unwrap().assessment();
    let file = balance.to_string();
    for said in ["\"144060\"", "\"3600\"", "\"12\"", "\"3003\""] {
        assert!(file.contains(said), "{said} is not in {file}");
    }
    let wrong = imported(&files, As::Round, &months("暂无"), Some(MONTHS_MAP));
    assert_eq!(
        told(&wrong),
        [
            "能源月报!G6: “天然气”这个月没有数，不能相加成全年；没有用量的填 0",
            "能源月报!O6: “天然气”的合计是 12，各行相加是 11",
        ]
    );
}

#[test]
fn a_list_that_the_portal_gives_to_take_along_is_imported_again() {
    let all = without_rounds(&[]);
    let compiled = compile(&check(&all).draft, Date::new(2026, 11, 28).unwrap()).unwrap();
    let edition = opened(&compiled);
    let summary = edition.lists.iter().find(|list| list.id == "region-cultivation-2026").unwrap();
    let list: List = read(&compiled.files[&summary.file.path], &summary.file).unwrap();
    let bytes = disclosure::csv::list(&list).into_bytes();
    let files = without_rounds(&["lists/region-cultivation-2026"]);
    let map = "[head]\nid = \"region-cultivation-2026\"\ntitle = \"名单\"\ntitle_en = \"List\"\nstage = \"cultivation\"\n\
               document = \"demo\"\ndated = \"";
    let outcome = imported(&files, As::List, &bytes, Some(&format!("{map}{}\"\n", list.published)));
    let draft = with(&files, &outcome);
    assert_eq!(entries(&draft, "region-cultivation-2026"), list.entries);
}

#[test]
fn a_ranking_that_the_portal_gives_to_take_along_is_read_whole_and_never_published_twice() {
    let files = until_2027_h1();
    let compiled = compile(&check(&files).draft, Date::new(2026, 11, 28).unwrap()).unwrap();
    let edition = opened(&compiled);
    let file = &edition.rounds.last().unwrap().file;
    let round: Round = read(&compiled.files[&file.path], file).unwrap();
    let book: Rulebook = read(&compiled.files[&edition.rulebook.path], &edition.rulebook).unwrap();
    let standings = standings(&edition.parks, &round, &book, Level::National).unwrap();
    let of = Ranking {
        edition: &edition,
        round: &round,
        level: Level::National,
        standings: &standings,
        parks: &edition.parks,
    };
    let rows: Vec<usize> = (0..standings.rows.len()).collect();
    let bytes = disclosure::csv::standings(of, &rows).into_bytes();
    let head = |id: &str, day: &str| {
        format!(
            "[head]\nid = \"{id}\"\ndated = \"{day}\"\ntitle = \"轮\"\ntitle_en = \"R\"\nperiod = \"期\"\n\
             period_en = \"P\"\nquality = \"reported\"\ndocument = \"demo\"\n"
        )
    };
    let outcome = imported(&files, As::Round, &bytes, Some(&head("2027-h1", "2027-06-30")));
    assert_eq!(outcome.map, None);
    assert!(told(&outcome).iter().all(|line| line.contains("2027-h1 已经公布")), "{:?}", told(&outcome));
    let outcome = confirmed(&files, As::Round, &bytes, Some(&head("2027-h2", "2027-12-31")));
    let draft = with(&files, &outcome);
    let again = self::round(&draft, "2027-h2");
    assert_eq!(again.parks.len(), standings.rows.len());
    for row in &standings.rows {
        let id = &edition.parks[row.park].id;
        let snapshot = again.parks.iter().find(|snapshot| snapshot.park == *id).unwrap();
        let ratio = match &snapshot.core {
            Some(PublishedCore::Ratio(ratio)) => Some(ratio.t_per_tce),
            None => None,
            other => panic!("{other:?}"),
        };
        assert_eq!(ratio, row.value.map(|value| value.rounded(12)), "{id}");
    }
}

/// The demonstration as compiled.
fn opened(compiled: &Compiled) -> Edition {
    let catalogue = read_catalogue(&compiled.catalogue).unwrap();
    let listed = catalogue.editions.iter().find(|edition| edition.id == "demonstration").unwrap();
    read_edition(&compiled.files[&listed.index.path], &listed.index).unwrap()
}
