//! A clerk's day with the folder that is handed over: the program, the portal's built files beside it, the data;
//! nothing of the machine but this.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use disclosure::model::Version;
use tempfile::TempDir;

/// The folder that is handed over, with stand-ins for what is compiled to WebAssembly.
fn handed_over() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = |path: &str| folder.path().join(path);
    fs::copy(env!("CARGO_BIN_EXE_parks"), at("parks")).unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"), &at("data"));
    for (path, text) in [
        (
            "portal/portal.json",
            r#"{"main":{"name":"main-1.js","integrity":"sha384-0"},"glue":{"name":"portal-1.js","integrity":"sha384-0"},"wasm":{"name":"portal-1.wasm","integrity":"sha384-0"},"home":{"name":"site-1.css","integrity":"sha384-0"},
                "pages":{"name":"pages-1.css","integrity":"sha384-0"},"assess":{"name":"assess-1.css","integrity":"sha384-0"}}"#,
        ),
        ("portal/app/main-1.js", "main"),
        ("portal/app/portal-1.js", "portal"),
        ("portal/app/portal-1.wasm", "wasm"),
        ("portal/app/site-1.css", "site"),
        ("portal/app/pages-1.css", "pages"),
        ("portal/app/assess-1.css", "assess"),
        ("portal/public/robots.txt", "User-agent: *\n"),
        ("portal/theme.js", "theme"),
    ] {
        fs::create_dir_all(at(path).parent().unwrap()).unwrap();
        fs::write(at(path), text).unwrap();
    }
    fs::write(
        at("data/catalogue.toml"),
        "default_edition = \"published\"\nleave_out = [\"demonstration\"]\n",
    )
    .unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The program in the folder, on a machine that has nothing else and speaks Chinese.
fn program(folder: &Path, line: &str) -> Command {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("parks"));
    let mut command = Command::new(folder.join("parks"));
    command.current_dir(folder).args(words).env_clear().env("LANG", "zh_CN.UTF-8").env("PATH", "");
    command
}

fn run(folder: &Path, line: &str) -> (i32, String, String) {
    let output = program(folder, line).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A command that does its work, and what it says.
fn done(folder: &Path, line: &str) -> String {
    let (code, said, told) = run(folder, line);
    assert_eq!((code, told.as_str()), (0, ""), "{line}: {said}");
    said
}

/// What the site lists as published, newest first.
fn versions(site: &Path) -> Vec<Version> {
    let data = site.join("data");
    let catalogue = fs::read(data.join("catalog.json")).unwrap();
    let list = disclosure::integrity::read_catalogue(&catalogue).unwrap().versions.unwrap();
    disclosure::integrity::read(&fs::read(data.join(&list.path)).unwrap(), &list).unwrap()
}

const PUBLISH: &str = "parks build --site dist --archive archive --public-url https://example.org/";

/// A department's table as it comes: a title row, 万 in the headings, full-width digits, a dash, a total.
const TABLE: &str = "2026年下半年零碳园区监测数据（测试）,,,
园区名称,碳排放总量（万吨）,综合能源消费量（万吨标准煤）,工业用水重复利用率（%）
鄂尔多斯蒙苏经济开发区,5.61,33,88.3
包头稀土高新技术产业开发区,２０.1,60.5,—
";
/// What the table does not say, answered once in the mapping beside it.
const ANSWERS: [(&str, &str); 8] = [
    ("checked_on", "2026-11-28"),
    ("dated", "2026-11-27"),
    ("document", "im-cultivation"),
    ("mark", "A"),
    ("period", "2025年11月至2026年10月"),
    ("period_en", "November 2025 to October 2026"),
    ("title_en", "Second half of 2026 (test)"),
    ("quality", "reported"),
];
const NOTICE: &str = "更正（测试）,,,
园区,评估轮次,指标,更正后
内蒙古鄂尔多斯蒙苏经济开发区,2026-h2,工业用水重复利用率,85.1
";
const NOTICE_ANSWERS: [(&str, &str); 6] = [
    ("checked_on", "2026-11-28"),
    ("dated", "2026-11-28"),
    ("document", "im-cultivation"),
    ("mark", "A"),
    ("reason", "漏报一台水表。"),
    ("reason_en", "A meter was left out."),
];

/// Imports a table: the first time it asks and writes nothing; the mapping is answered; then it is taken.
fn import(folder: &Path, file: &str, table: &str, kind: &str, answers: &[(&str, &str)]) {
    fs::write(folder.join(file), table).unwrap();
    let line = format!("parks import {file} --as {kind}");
    let map = folder.join(format!("{file}.map.toml"));
    let (code, _, told) = run(folder, &format!("{line} --dry-run"));
    assert!(code == 2 && told.contains("--dry-run 什么也不写") && !map.exists(), "{told}");
    let (code, _, told) = run(folder, &line);
    assert!(code == 2 && told.contains("待确认"), "{told}");
    let head: String = answers.iter().map(|(id, answer)| format!("{id} = \"{answer}\"\n")).collect();
    let parks = "\"鄂尔多斯蒙苏经济开发区\" = \"ordos-mengsu\"\n\"包头稀土高新技术产业开发区\" = \"baotou-rare-earth\"\n";
    fs::write(map, format!("[head]\n{head}\n[parks]\n{parks}")).unwrap();
    let shown = done(folder, &format!("{line} --dry-run"));
    assert!(shown.contains("鄂尔多斯蒙苏"), "{shown}");
    assert!(done(folder, &line).contains("已写入 data/editions/published/"));
}

const BULLETIN: &str = r#"id = "bulletin-2026-11"
kind = "bulletin"
title = { zh = "零碳园区建设调度通报（测试）" }
dated = "2026-11-27"
level = "region"
issuer = { zh = "自治区统筹推进机制" }
source = { title = { zh = "通报（测试）", en = "Bulletin (test)" }, address = "example.org/bulletin", mark = "A", checked_on = "2026-11-28" }
parks = ["ordos-mengsu"]

[[sections]]
paragraphs = [{ zh = "各园区按计划推进。" }]
"#;

const TOLD: &str = r#"
[[events]]
dated = "2026-11-27"
stage = "national_construction"
text = { zh = "调整建设内容（测试）。" }
source = { title = { zh = "通报（测试）" }, mark = "A", checked_on = "2026-11-28" }

[[statements]]
dated = "2026-11-27"
text = { zh = "报道（测试）。" }
caveat = { zh = "只是报道。" }
source = { title = { zh = "报社（测试）" }, mark = "B", checked_on = "2026-11-28" }
"#;

#[test]
fn a_clerks_day_from_the_first_publication_to_taking_one_back() {
    let office = handed_over();
    let folder = office.path();
    let site = folder.join("dist");
    let at = |path: &str| folder.join(path);

    assert!(done(folder, "parks check --archive archive").contains("没有“archive”这个文件夹"));
    assert!(done(folder, "parks diff --archive archive").contains("公开事实：尚未公布过"));
    done(folder, "parks build --site preview");
    assert!(!at("archive").exists(), "a preview publishes nothing");
    let said = done(folder, PUBLISH);
    assert!(
        said.contains("dist：网站已生成") && said.contains("archive：存档里还没有发布过的内容"),
        "{said}"
    );
    for path in [
        "index.html",
        "404.html",
        "_headers",
        "sitemap.xml",
        "robots.txt",
        "parks/theme.js",
        "app/main-1.js",
        "feeds/published.zh.xml",
        "parks/ordos-mengsu/index.html",
        "en/index.html",
        "data/catalog.json",
        "data/catalog.json.br",
        "index.html.gz",
        "SHA256SUMS.txt",
    ] {
        assert!(site.join(path).is_file(), "{path}");
    }
    // A page is whole before any program runs.
    let park = fs::read_to_string(site.join("en/parks/ordos-mengsu/index.html")).unwrap();
    assert!(park.contains("<h1 id=\"title\"") && park.contains("2025–2028"), "{park}");
    assert!(park.contains("<link rel=\"canonical\" href=\"https://example.org/en/parks/ordos-mengsu/\">"));
    assert!(fs::read_to_string(site.join("sitemap.xml")).unwrap().contains("https://example.org/en/"));
    assert_eq!(versions(&site).len(), 1);
    copy(&at("data"), &at("data-kept"));

    // A bulletin: what changes is told before it is published.
    fs::write(at("data/editions/published/work/bulletin-2026-11.toml"), BULLETIN).unwrap();
    done(folder, "parks check --archive archive");
    let told = done(folder, "parks diff --archive archive");
    assert!(told.contains("零碳园区建设调度通报（测试）"), "{told}");
    assert!(!done(folder, PUBLISH).contains("第一次发布"));
    assert!(site.join("work/bulletin-2026-11/index.html").is_file());
    assert_eq!(versions(&site).len(), 2);
    assert!(!done(folder, "parks check --archive archive").contains("这个文件夹"));
    assert!(done(folder, "parks diff --archive archive").contains("没有变化"));

    // An act that leaves the stage as it is, and a statement, are told before they are published.
    let park = at("data/editions/published/parks/baotou-rare-earth.toml");
    let file = fs::read_to_string(&park).unwrap();
    fs::write(&park, format!("{file}{TOLD}")).unwrap();
    let told = done(folder, "parks diff --archive archive");
    for words in [
        "新增园区事项（1）：包头稀土高新区（2026-11-27，调整建设内容（测试））。",
        "新增有关说法（1）：包头稀土高新区（2026-11-27，报道（测试））。",
    ] {
        assert!(told.contains(words), "{told}");
    }

    // A round out of a department's table, published; then one of its values is corrected, and nothing else changes.
    assert!(done(folder, "parks new round --xlsx --out round.xlsx").contains("round.xlsx"));
    assert!(fs::read(at("round.xlsx")).unwrap().starts_with(b"PK"));
    import(folder, "round.csv", TABLE, "round", &ANSWERS);
    done(folder, "parks check --archive archive");
    let told = done(folder, "parks diff --archive archive");
    assert!(told.contains("2026年下半年零碳园区监测数据（测试）"), "{told}");
    done(folder, PUBLISH);
    import(folder, "notice.csv", NOTICE, "correction", &NOTICE_ANSWERS);
    let told = done(folder, "parks diff --archive archive");
    assert!(
        told.contains("更正（1）：2026-h2-c1（鄂尔多斯蒙苏 工业用水重复利用率 88.3 → 85.1；漏报一台水表）。"),
        "{told}"
    );
    done(folder, PUBLISH);
    assert_eq!(versions(&site).len(), 4);
    let feed = fs::read_to_string(site.join("feeds/published.zh.xml")).unwrap();
    assert!(feed.contains("漏报一台水表") && feed.contains("2026年下半年零碳园区监测数据（测试）"), "{feed}");

    // What is published is not edited in its place; the site that is there stays as it is.
    let list = at("data/editions/published/lists/national-2025.csv");
    let printed = fs::read_to_string(&list).unwrap();
    fs::write(&list, printed.replacen("part,2025,2028", "part,2025,2029", 1)).unwrap();
    for line in ["parks check --archive archive", "parks diff --archive archive", PUBLISH] {
        let (code, _, told) = run(folder, line);
        assert!(code == 2 && told.contains("lists/national-2025."), "{line}: {told}");
    }
    assert_eq!(versions(&site).len(), 4);
    fs::write(&list, printed).unwrap();

    // Taking back: the data as it was, published anew. What stood in between stays listed and can be opened.
    fs::remove_dir_all(at("data")).unwrap();
    copy(&at("data-kept"), &at("data"));
    done(folder, "parks check --archive archive");
    let told = done(folder, "parks diff --archive archive");
    assert!(told.contains("回到") && told.contains("公布的内容"), "{told}");
    done(folder, PUBLISH);
    let listed = versions(&site);
    assert_eq!(listed.len(), 5);
    assert_eq!(listed[0].edition.index, listed[4].edition.index);
    assert!(listed.iter().all(|version| site.join("data").join(&version.edition.index.path).is_file()));
    assert!(!site.join("work/bulletin-2026-11").exists());
    assert!(
        fs::read_dir(folder).unwrap().all(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            !name.starts_with('.')
        }),
        "nothing is left lying about"
    );

    assert!(done(folder, "parks verify dist --site dist").contains("都是发布的内容"));
    preview(folder);
}

/// Asks the preview for Home, as a browser does.
fn preview(folder: &Path) {
    let mut server = program(folder, "parks serve dist --port 0").stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    assert!(line.contains("在浏览器里打开") && address.starts_with("127.0.0.1:"), "{line}");
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("frame-ancestors 'self'"), "{answer}");
    assert!(answer.contains("内蒙古零碳园区公开评估"), "{answer}");
}

#[test]
fn what_is_in_the_way_of_a_site_is_told_before_anything_is_made() {
    let office = handed_over();
    let folder = office.path();
    let at = |path: &str| folder.join(path);
    // Someone's own folder is never emptied.
    fs::create_dir_all(at("papers")).unwrap();
    fs::write(at("papers/report.docx"), "mine").unwrap();
    let (code, _, told) = run(folder, "parks build --site papers --archive archive");
    assert!(code == 2 && told.contains("papers"), "{told}");
    assert_eq!(fs::read_to_string(at("papers/report.docx")).unwrap(), "mine");
    // Without the portal's files beside the program there is no site.
    fs::rename(at("portal"), at("elsewhere")).unwrap();
    let (code, _, told) = run(folder, "parks build --site dist --archive archive");
    assert!(code == 2 && told.contains("portal：应为门户的程序文件夹"), "{told}");
    assert!(!at("archive").exists() && !at("dist").exists());
    done(folder, "parks build --site dist --portal elsewhere");
    // And without a site nothing is shown.
    let (code, _, told) = run(folder, "parks serve papers");
    assert!(code == 2 && told.contains("parks build --site papers"), "{told}");
    // What the engine and the machine say is said in Chinese too.
    fs::write(at("park.json"), r#"{"format":"zcp.assessment/1","year":"2026"}"#).unwrap();
    let (code, _, told) = run(folder, "parks assess park.json");
    assert!(code == 2 && told.contains("year: 应为") && !told.contains("expected"), "{told}");
    let (code, _, told) = run(folder, "parks import none.xlsx --as list");
    assert!(code == 2 && told.contains("none.xlsx: 没有这个文件或文件夹"), "{told}");
    // A data folder that is not there is named, with the way out.
    let (code, _, told) = run(folder, "parks check --data nowhere");
    assert!(code == 2 && told.contains("nowhere") && told.contains("--data"), "{told}");
}
