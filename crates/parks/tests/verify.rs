//! `parks verify` names every file of a folder and of a host that is not the published one.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::thread;

use tempfile::TempDir;
use tiny_http::{Header, Response, Server};

const PAGE: &str = "<!doctype html>\n<html lang=\"zh-CN\">\n<title>园区</title>\n<p class=\"a\">一个园区，又一个园区，又一个园区</p>\n</html>\n";

/// A finished site of a few files.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in [
        ("index.html", PAGE),
        ("404.html", "<!doctype html>\n<title>没有这个页面</title>\n"),
        ("parks/x/index.html", PAGE),
        ("parks/x/boot.js", "import \"../../app/main-1.js\";\n"),
        ("app/main-1.js", "export const parks = 1;\n"),
        ("app/site-1.css", "a { color: red; }\na { color: red; }\n"),
        ("app/portal-1.wasm", "\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm"),
        ("data/catalog.json", "{\"editions\": []}\n"),
        ("data/rounds-1.json", "{\"round\": 1,\n \"rounds\": [1, 1, 1, 1, 1, 1, 1]}\n"),
        ("_headers", "/*\n"),
    ] {
        write(folder.path(), path, text);
    }
    static_site::seal(folder.path()).unwrap();
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn copy(from: &Path) -> TempDir {
    let to = TempDir::new().unwrap();
    static_site::copy(from, to.path()).unwrap();
    to
}

/// The address of a folder, served as production does.
fn served(folder: &Path) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let folder = folder.to_owned();
    thread::spawn(move || static_site::serve::run(&listener, &folder, "/sub/", |_| ()));
    format!("http://{address}/sub/")
}

/// The exit code, and what is said.
fn verify(place: &str, site: Option<&Path>, lang: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parks"));
    command.env_clear().args(["verify", place, "--lang", lang]);
    if let Some(site) = site {
        command.arg("--site").arg(site);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap(), said)
}

/// The lines of what is said about files and the place, without the closing ones.
fn told(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| !line.contains("something is wrong with") && !line.contains("held to its own"))
        .collect()
}

#[test]
fn what_was_published_is_found_so_in_a_folder_and_on_a_host() {
    let site = site();
    let folder = site.path();
    let address = served(folder);
    for (place, count) in [(folder.to_str().unwrap(), 9), (address.trim_end_matches('/'), 8)] {
        for against in [None, Some(folder)] {
            let (code, said) = verify(place, against, "en");
            assert_eq!(code, 0, "{said}");
            assert!(said.contains(&format!("{count} files, all as published")), "{said}");
            // Who compares with the place's own list is told what that is worth.
            assert_eq!(said.contains("held to its own SHA256SUMS.txt"), against.is_none(), "{said}");
        }
    }
    // What was published earlier may stay, and hosts that compress by themselves have no copies.
    write(folder, "data/rounds-0.json", "{}");
    fs::remove_file(folder.join("index.html.br")).unwrap();
    assert_eq!(verify(folder.to_str().unwrap(), None, "en").0, 0);
}

#[test]
fn each_damage_is_named_with_its_file_in_a_folder_and_on_a_host() {
    let site = site();
    let minified = PAGE.replace(['\n', '"'], "");
    let json = "{\"round\":1,\"rounds\":[1,1,1,1,1,1,1]}";
    for (path, damaged, en, zh) in [
        ("parks/x/index.html", None, "it is missing", "没有这个文件"),
        ("index.html", Some(PAGE.replace("一个", "两个")), "not what was published", "内容不是发布的内容"),
        ("index.html", Some(format!("\u{feff}{PAGE}")), "a byte order mark", "字节顺序标记"),
        ("index.html", Some(PAGE.replace('\n', "\r\n")), "made CRLF", "CRLF"),
        ("index.html", Some(minified), "minifies", "minify"),
        ("data/rounds-1.json", Some(json.into()), "minifies", "minify"),
        ("app/main-1.js", Some(PAGE.into()), "200 with a page instead", "却是一个网页"),
    ] {
        let host = copy(site.path());
        let folder = host.path();
        let place = folder.join(path);
        for encoding in static_site::Encoding::ALL {
            let _ = fs::remove_file(encoding.copy_of(&place));
        }
        match damaged {
            Some(text) => fs::write(&place, text).unwrap(),
            None => fs::remove_file(&place).unwrap(),
        }
        let address = served(folder);
        for at in [folder.to_str().unwrap(), &address] {
            let (code, said) = verify(at, Some(site.path()), "en");
            assert_eq!(code, 2, "{said}");
            let lines = told(&said);
            assert!(
                matches!(lines[..], [line] if line.starts_with(path) && line.contains(en)),
                "{at}: {said}"
            );
            let (_, said) = verify(at, Some(site.path()), "zh");
            assert!(said.contains(&format!("{path}：")) && said.contains(zh), "{said}");
            // Without the site that was built, the list that the host carries still names the file.
            let (code, said) = verify(at, None, "en");
            assert!(code == 2 && said.contains(path), "{said}");
        }
    }
}

#[test]
fn a_copy_of_other_bytes_and_what_was_not_published_are_named() {
    let site = site();
    let host = copy(site.path());
    let folder = host.path();
    let old = copy(site.path());
    write(old.path(), "index.html", &PAGE.replace("一个", "三个"));
    static_site::seal(old.path()).unwrap();
    // A page that was uploaded without its copies: who takes Brotli reads the old one.
    fs::copy(old.path().join("index.html.br"), folder.join("index.html.br")).unwrap();
    write(folder, "parks/gone/index.html", PAGE);
    let (code, said) = verify(folder.to_str().unwrap(), None, "en");
    assert_eq!(code, 2);
    let lines = told(&said);
    assert!(lines.iter().any(|line| line.starts_with("index.html: its compressed copy (br)")), "{said}");
    assert!(
        lines.iter().any(|line| line.starts_with("parks/gone/index.html: it was not published")),
        "{said}"
    );
    let (code, said) = verify(&served(folder), Some(site.path()), "en");
    assert!(
        code == 2 && matches!(told(&said)[..], [line] if line.contains("compressed copy (br)")),
        "{said}"
    );
}

#[test]
fn a_host_that_answers_everything_with_a_page_and_sends_no_header_is_told() {
    let site = site();
    let server = Server::http(("127.0.0.1", 0)).unwrap();
    let address = format!("http://{}/", server.server_addr());
    let folder = site.path().to_owned();
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let path = request.url().trim_start_matches('/').to_owned();
            let kept = path != "data/rounds-1.json" && !path.contains("SHA256SUMS");
            let file = fs::read(folder.join(&path)).ok().filter(|_| kept);
            let header = |name: &str, value: &str| Header::from_bytes(name, value).unwrap();
            let kind = if path.ends_with(".css") { "text/plain" } else { static_site::content_type(&path) };
            let kind = if file.is_some() { kind } else { "text/html" };
            let response = Response::from_data(file.unwrap_or_else(|| PAGE.into()));
            let response = response.with_header(header("Content-Type", kind));
            let _ =
                request.respond(response.with_header(header("Cache-Control", "max-age=31536000, immutable")));
        }
    });
    let (code, said) = verify(&address, Some(site.path()), "en");
    assert_eq!(code, 2);
    for line in [
        "data/rounds-1.json: the host answers 200 with a page instead of it",
        "app/site-1.css: wrong Content-Type: text/plain",
        "what does not exist is answered with 200",
        "home is sent without the header Content-Security-Policy",
        "home is sent without the header X-Content-Type-Options",
        "data/catalog.json: it changes with every publication, and browsers may keep it",
    ] {
        assert!(said.lines().any(|told| told.starts_with(line)), "{line}\n{said}");
    }
    assert!(!said.contains("index.html:"), "{said}");
    // Its answer for the list is a page too.
    let (code, said) = verify(&address, None, "en");
    assert!(code == 2 && said.contains("there is no SHA256SUMS.txt"), "{said}");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let empty = TempDir::new().unwrap();
    let (code, said) = verify(empty.path().to_str().unwrap(), None, "zh");
    assert!(code == 2 && said.contains("没有文件清单"), "{said}");
    let (code, said) = verify(empty.path().to_str().unwrap(), Some(empty.path()), "zh");
    assert!(code == 2 && said.contains("这里没有网站"), "{said}");
    let published = site();
    let (code, said) = verify("no-such-folder", Some(published.path()), "zh");
    assert!(code == 2 && said.trim_end().ends_with("no-such-folder：这里没有网站"), "{said}");
    // A port that was free a moment ago.
    let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    for against in [None, Some(published.path())] {
        let (code, said) = verify(&format!("http://127.0.0.1:{port}/"), against, "zh");
        assert!(code == 2 && said.contains("连不上") && said.lines().count() == 1, "{said}");
    }
}
