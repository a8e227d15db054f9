//! Workbooks as departments send them, made up and untidy, imported into what is published: in Chinese alone, with what
//! such a table does not print answered once.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::Date;
use parks::check::check;
use parks::compile::compile;
use parks::files::Files;
use parks::import::{As, Input, Outcome, import};
use parks::lang::Lang;
use rust_xlsxwriter::{Format, Workbook};

use crate::import::{demonstration, told};

/// What is published, and the notice by which the list was announced.
fn published() -> Files {
    let mut files = Files::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data"))).unwrap();
    files.retain(|path: &str| !path.starts_with("editions/demonstration/"));
    files.insert("catalogue.toml", "default_edition = \"published\"\n");
    files.insert(
        "documents/im-list-2026.toml",
        "id = \"im-list-2026\"\ntitle = { zh = \"关于公布自治区零碳园区培育建设名单的通知（测试）\" }\n\
         issuer = { zh = \"自治区发展改革委\" }\ndated = \"2026-11-20\"\npublished = \"2026-11-20\"\n\
         mark = \"A\"\nchecked_on = \"2026-11-28\"\n",
    );
    files
}

fn imported(files: &Files, kind: As, bytes: &[u8], map: Option<&str>) -> Outcome {
    import(Input {
        name: "附件1.xlsx",
        bytes,
        map,
        files,
        edition: None,
        kind,
        lang: Lang::Zh,
        today: Date::new(2026, 11, 28).unwrap(),
    })
}

/// Twelve leagues, merged where a league has several parks; a number in full-width digits, a name in two lines, three
/// ways of writing a period, a row of totals, a note.
fn list_of_twenty() -> Vec<u8> {
    const PARKS: [(&str, &[&str]); 12] = [
        ("呼和浩特市", &["测试金山开发区", "测试和林格尔新区"]),
        ("包头市", &["测试装备制造园区", "测试土右工业园区", "测试白云矿区"]),
        ("鄂尔多斯市", &["测试高新区", "测试鄂托克开发区", "测试准格尔开发区", "测试杭锦开发区"]),
        ("乌兰察布市", &["测试察哈尔高新区", "测试丰镇高新区"]),
        ("巴彦淖尔市", &["测试巴彦淖尔经开区"]),
        ("乌海市", &["测试乌海高新区"]),
        ("阿拉善盟", &["测试阿拉善高新区", "测试腾格里经开区"]),
        ("锡林郭勒盟", &["测试锡林郭勒经开区"]),
        ("赤峰市", &["测试赤峰高新区"]),
        ("通辽市", &["测试通辽经开区"]),
        ("兴安盟", &["测试兴安盟经开区"]),
        ("呼伦贝尔市", &["测试呼伦贝尔\n经开区"]),
    ];
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "附件1").unwrap();
    sheet.merge_range(1, 0, 1, 5, "自治区零碳园区培育建设名单（第一批）", &plain).unwrap();
    sheet.merge_range(2, 0, 2, 5, "（２０２６年１１月２０日）", &plain).unwrap();
    for (column, heading) in
        ["序\n号", "盟　市", "园区名称", "建设\n范围", "建设周期", "备 注"].iter().enumerate()
    {
        sheet.write(3, column as u16, *heading).unwrap();
    }
    let mut row = 4;
    for (league, parks) in PARKS {
        let last = row + parks.len() as u32 - 1;
        if row == last {
            sheet.write(row, 1, league).unwrap();
        } else {
            sheet.merge_range(row, 1, last, 1, league, &plain).unwrap();
        }
        for park in parks {
            let at = row as usize % 3;
            sheet.write(row, 0, row - 3).unwrap();
            sheet.write(row, 2, format!(" {park}　")).unwrap();
            sheet.write(row, 3, ["整体", "园中园", "全域"][at]).unwrap();
            sheet.write(row, 4, ["2026.1－2028.12", "2026-2028年", "三年"][at]).unwrap();
            sheet.write(row, 5, if row == 7 { "重点培育" } else { "—" }).unwrap();
            row += 1;
        }
    }
    sheet.write(row, 0, "合计").unwrap();
    sheet.write(row, 2, "20个").unwrap();
    sheet.write(row + 2, 0, "注：排名不分先后。").unwrap();
    book.save_to_buffer().unwrap()
}

fn put(files: &mut Files, outcome: &Outcome) {
    assert_eq!(outcome.problems, [], "{:#?}", outcome.preview);
    assert!(!outcome.files.is_empty());
    for file in &outcome.files {
        files.insert(file.path.clone(), file.text.as_bytes());
    }
}

/// What is asked, answered in the mapping.
fn answered(outcome: &Outcome, answers: &[(&str, &str)]) -> String {
    let mut map = outcome.map.clone().unwrap();
    for (key, value) in answers {
        let at = map.find(&format!("\n{key} = ")).unwrap_or_else(|| panic!("{key} is not asked: {map}"));
        let end = at + 1 + map[at + 1..].find('\n').unwrap_or(map.len() - at - 1);
        map.replace_range(at + 1..end, &format!("{key} = \"{value}\""));
    }
    assert!(!map.contains("\"?"), "{map}");
    map
}

#[test]
fn a_list_of_twenty_new_parks_makes_their_files_and_the_list_without_a_word_of_english() {
    let mut files = published();
    let book = list_of_twenty();
    let first = imported(&files, As::Park, &book, None);
    let map = answered(&first, &[("document", "im-list-2026"), ("mark", "A"), ("checked_on", "2026-11-28")]);
    let parks = imported(&files, As::Park, &book, Some(&map));
    put(&mut files, &parks);
    assert_eq!(parks.files.len(), 20);
    assert!(
        parks.preview[0].contains("测试金山开发区") && parks.preview[0].ends_with("：呼和浩特"),
        "{parks:?}"
    );
    // What has no first and last year is no construction period of a park, and is said.
    let text = |name: &str| &parks.files.iter().find(|made| made.text.contains(name)).unwrap().text;
    assert!(text("测试装备制造园区").contains("[construction]\nfrom = 2026\nto = 2028\n"));
    assert!(!text("测试和林格尔新区").contains("[construction]"), "{}", text("测试和林格尔新区"));
    assert!(parks.notices.iter().any(|line| line.starts_with("Sheet1!E6：“三年”没有写明起止年份")));

    // The same mapping serves; what is left is asked in one run, the stage by what the title says.
    let first = imported(&files, As::List, &book, Some(&map));
    assert_eq!(told(&first).len(), 2, "{:#?}", told(&first));
    assert!(first.map.as_ref().unwrap().contains("stage = \"?cultivation\""), "{:?}", first.map);
    let map = answered(&first, &[("stage", "cultivation"), ("meaning", "列入培育建设名单。")]);
    // Everything that says that there is no such list is named before anything is written.
    let refused = imported(&files, As::List, &book, Some(&map));
    assert!(refused.files.is_empty());
    for name in ["deliverables.toml", "milestones.toml", "not-published.toml"] {
        assert_eq!(told(&refused).iter().filter(|line| line.contains(name)).count(), 1, "{refused:#?}");
    }
    const NOT_FOUND: &str = "state = \"not_found\"\nas_of = \"2026-11-28\"\n\
                             text = { zh = \"未见名单公开。\", en = \"No list was found published.\" }";
    const FOUND: &str = "state = \"found\"\ndated = \"2026-11-20\"\n\
                         text = { zh = \"名单已公布。\", en = \"The list is published.\" }\n\
                         source = { document = \"im-list-2026\", mark = \"A\", checked_on = \"2026-11-28\" }";
    const CLAUSE: &str = "clause = \"plan/2/1/3\"\n";
    let published_on = format!("{CLAUSE}published_on = \"2026-11-20\"\n");
    for (name, behind, from, to) in [
        ("deliverables.toml", "id = \"cultivation-list\"", NOT_FOUND, FOUND),
        ("milestones.toml", "id = \"2025-cultivation-list\"", NOT_FOUND, FOUND),
        ("not-published.toml", "培育建设名单", CLAUSE, published_on.as_str()),
    ] {
        let path = format!("editions/published/{name}");
        let text = String::from_utf8(files.get(&path).unwrap().to_vec()).unwrap();
        let (before, after) = text.split_at(text.find(behind).unwrap());
        assert!(after.contains(from), "{name}");
        files.insert(path, format!("{before}{}", after.replacen(from, to, 1)));
    }
    let list = imported(&files, As::List, &book, Some(&map));
    put(&mut files, &list);
    let csv = &list.files.iter().find(|made| made.path.ends_with(".csv")).unwrap().text;
    assert!(csv.contains("4,测试土右工业园区,包头市,part,2026,2028,,重点培育,"), "{csv}");
    let report = check(&files);
    assert_eq!(report.findings, []);
    assert!(compile(&report.draft, Date::new(2026, 11, 28).unwrap()).is_some());
}

#[test]
fn a_reminder_an_order_and_its_lifting_in_one_table_stand_in_the_order_of_their_days() {
    let files = demonstration(&["rounds/", "corrections/"]);
    let table = "园区,日期,阶段,事项,整改期限,整改原因,文件\n\
                 demo-shupo,2026/11/27,培育建设,解除整改。,,,demo\n\
                 demo-shupo,2026-11-21,提醒,予以提醒。,,,demo\n\
                 demo-shupo,2026年11月24日,限期整改,责令限期整改。,2027-03-31,未达进度,demo\n";
    let outcome = crate::import::imported(&files, As::Act, table.as_bytes(), None);
    let mut with = files.clone();
    put(&mut with, &outcome);
    assert_eq!(check(&with).findings, []);
    let text = &outcome.files[0].text;
    assert!(text.contains("stage = \"reminded\""), "{text}");
    // Of several stages none is taken.
    let several = table.replace("提醒,", "验收,");
    let refused = crate::import::imported(&files, As::Act, several.as_bytes(), None);
    assert!(told(&refused)[0].contains("“验收”不在可选范围"), "{:?}", told(&refused));
    let places = ["予以提醒", "责令限期整改", "解除整改"].map(|words| text.find(words).unwrap());
    assert!(places.is_sorted(), "{text}");
}

/// A workbook of Excel 97, kept as it was saved.
fn kept(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets").join(name)).unwrap()
}

#[test]
fn a_workbook_of_excel_97_is_read_as_a_new_one() {
    let files = demonstration(&["rounds/", "corrections/", "lists/region-built-2027"]);
    let map = "[head]\nid = \"region-built-2027\"\nstage = \"built\"\ndocument = \"demo\"\ndated = \"2027-12-20\"\n";
    let outcome = crate::import::imported(&files, As::List, &kept("list.xls"), Some(map));
    assert_eq!(outcome.preview.len(), 2, "{outcome:#?}");
    assert!(outcome.preview[0].starts_with("表1!B3  示例·岚启数据算力园（demo-lanqi）"), "{outcome:#?}");
    assert!(outcome.preview[1].ends_with("建设期起始年 2025；建设期末年 2027"), "{outcome:#?}");
}

/// Such a workbook does not hand on that a cell is shown as per cent: whether 88.3% or 0.883% is meant is asked.
#[test]
fn a_share_whose_format_is_not_handed_on_is_asked_about() {
    let files = crate::import::until_2027_h1();
    let outcome = crate::import::imported(&files, As::Round, &kept("per-cent.xls"), None);
    let asked = told(&outcome);
    let line = asked.iter().find(|line| line.starts_with("表1!B1")).unwrap_or_else(|| panic!("{asked:#?}"));
    assert!(line.contains("0.803表示80.3%") && line.contains("0.803%"), "{line}");
}
