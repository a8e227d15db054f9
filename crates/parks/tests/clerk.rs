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
        ("portal/portal.json", r#"{"main":"main-1.js","style":"site-1.css","pages":"pages-1.css"}"#),
        ("portal/app/main-1.js", "main"),
        ("portal/app/site-1.css", "site"),
        ("portal/app/pages-1.css", "pages"),
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

#[test]
fn a_clerks_day_from_the_first_publication_to_taking_one_back() {
    let office = handed_over();
    let folder = office.path();
    let site = folder.join("dist");
    let at = |path: &str| folder.join(path);

    done(folder, "parks check --archive archive");
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
        "boot.js",
        "app/main-1.js",
        "feeds/published.zh.xml",
        "parks/ordos-mengsu/index.html",
        "en/index.html",
        "data/catalog.json",
    ] {
        assert!(site.join(path).is_file(), "{path}");
    }
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
    assert!(done(folder, "parks diff --archive archive").contains("没有变化"));

    // What is published is not edited in its place; the site that is there stays as it is.
    let list = at("data/editions/published/lists/national-2025.csv");
    let printed = fs::read_to_string(&list).unwrap();
    fs::write(&list, printed.replacen("part,2025,2028", "part,2025,2029", 1)).unwrap();
    for line in ["parks check --archive archive", "parks diff --archive archive", PUBLISH] {
        let (code, _, told) = run(folder, line);
        assert!(code == 2 && told.contains("lists/national-2025."), "{line}: {told}");
    }
    assert_eq!(versions(&site).len(), 2);
    fs::write(&list, printed).unwrap();

    // Taking back: the data as it was, published anew. What stood in between stays listed and can be opened.
    fs::remove_dir_all(at("data")).unwrap();
    copy(&at("data-kept"), &at("data"));
    done(folder, PUBLISH);
    let listed = versions(&site);
    assert_eq!(listed.len(), 3);
    assert_eq!(listed[0].edition.index, listed[2].edition.index);
    assert!(site.join("data").join(&listed[1].edition.index.path).is_file());
    assert!(!site.join("work/bulletin-2026-11").exists());
    assert!(
        fs::read_dir(folder).unwrap().all(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            !name.starts_with('.')
        }),
        "nothing is left lying about"
    );

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
    assert!(code == 2 && told.contains("portal"), "{told}");
    assert!(!at("archive").exists() && !at("dist").exists());
    done(folder, "parks build --site dist --portal elsewhere");
    // And without a site nothing is shown.
    let (code, _, told) = run(folder, "parks serve papers");
    assert!(code == 2 && told.contains("parks build --site papers"), "{told}");
    // A data folder that is not there is named, with the way out.
    let (code, _, told) = run(folder, "parks check --data nowhere");
    assert!(code == 2 && told.contains("nowhere") && told.contains("--data"), "{told}");
}
