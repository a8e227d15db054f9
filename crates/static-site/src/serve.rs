//! A small server for one's own machine that answers as production does.

use std::fs;
use std::io::{Cursor, ErrorKind};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::compress::Encoding;
use crate::headers;
use crate::types::{content_type, is_compressible};

const WORKERS: usize = 4;

/// Takes the first free port of so many, for this machine alone; `None` where all are in use.
///
/// # Errors
/// When a port cannot be used for another reason.
pub fn bind(first: u16, tries: u16) -> Result<Option<TcpListener>> {
    for port in first..first.saturating_add(tries) {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(Some(listener)),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot use port {port}")),
        }
    }
    Ok(None)
}

/// Serves a site below a path until the program is ended; tells the address once it answers there.
///
/// `base` begins and ends with `/`.
///
/// # Errors
/// When the server cannot be started.
pub fn run(listener: &TcpListener, site: &Path, base: &str, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener.try_clone()?, None)
        .map_err(|error| anyhow::anyhow!("cannot serve: {error}"))?;
    ready(address);
    let server = Arc::new(server);
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, site, base) = (Arc::clone(&server), site.to_path_buf(), base.to_string());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &site, &base);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow::anyhow!("a worker of the server stopped"))?;
    }
    Ok(())
}

/// What an address leads to.
#[derive(Debug, PartialEq)]
enum Hit {
    File { file: PathBuf, path: String },
    Redirect(String),
    Missing,
}

/// Resolves an address as static hosts do: files, folders with an index, a redirect to a folder's slash.
fn resolve(dist: &Path, base: &str, url: &str) -> Hit {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let redirect = |to: &str| Hit::Redirect(query.map_or_else(|| to.into(), |query| format!("{to}?{query}")));
    let Some(rest) = address.strip_prefix(base) else {
        return if format!("{address}/") == base { redirect(base) } else { Hit::Missing };
    };
    // No address of the site needs percent-encoding, so one that has it, or leaves the folder, is none.
    let is_name = |name: &str| !(name.is_empty() || name.starts_with('.') || name.contains(['\\', '%', ':']));
    let path = rest.strip_suffix('/').unwrap_or(rest);
    if !path.is_empty() && !path.split('/').all(is_name) {
        return Hit::Missing;
    }
    let place = if path.is_empty() { dist.to_path_buf() } else { dist.join(path) };
    let index = place.join("index.html");
    match (rest.is_empty() || rest.ends_with('/'), index.is_file()) {
        (true, true) => Hit::File { file: index, path: format!("{rest}index.html") },
        (false, true) => redirect(&format!("{address}/")),
        (false, false) if place.is_file() => Hit::File { file: place, path: path.into() },
        _ => Hit::Missing,
    }
}

fn answer(request: Request, dist: &Path, base: &str) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        // A reader who has gone away needs no answer.
        let _ = request.respond(Response::empty(405).with_header(header("Allow", "GET, HEAD")));
        return;
    }
    let (status, file, path) = match resolve(dist, base, request.url()) {
        Hit::File { file, path } => (200, file, path),
        Hit::Missing => (404, dist.join("404.html"), "404.html".into()),
        Hit::Redirect(to) => {
            let response = Response::empty(301).with_header(header("Location", &to));
            let _ = request.respond(response);
            return;
        }
    };
    let Ok(bytes) = fs::read(&file) else {
        let _ = request.respond(
            Response::from_string("The build is gone: run the command again.\n").with_status_code(500),
        );
        return;
    };
    let packed = accepted(&request).find_map(|encoding| {
        let copy = is_compressible(&path).then(|| fs::read(encoding.copy_of(&file)).ok());
        Some((encoding, copy??))
    });
    let (encoding, body) = packed.map_or((None, bytes), |(encoding, copy)| (Some(encoding), copy));
    let length = Some(body.len());
    let mut response = Response::new(status.into(), Vec::new(), Cursor::new(body), length, None);
    for (name, value) in headers::everywhere() {
        response.add_header(header(name, &value));
    }
    response.add_header(header("Content-Type", content_type(&path)));
    response.add_header(header("Cache-Control", headers::cache_control(&path)));
    response.add_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        response.add_header(header("Content-Encoding", encoding.token()));
    }
    let _ = request.respond(response);
}

/// The encodings that a reader takes.
fn accepted(request: &Request) -> impl Iterator<Item = Encoding> {
    let asked = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let asked = asked.map(|header| header.value.as_str().to_ascii_lowercase()).unwrap_or_default();
    Encoding::ALL.into_iter().filter(move |encoding| {
        asked.split(',').any(|choice| {
            let (token, weight) = choice.split_once(';').unwrap_or((choice, ""));
            let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
            token.trim() == encoding.token() && !refused
        })
    })
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("headers are made of ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    /// Long enough to be worth compressing.
    const LIST: &str = "park,park,park,park,park,park,park,park,park,park,park,park";

    /// A site of a few files, served below `/sub/`: its folder and where it answers.
    fn served() -> (tempfile::TempDir, SocketAddr) {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        for (path, text) in [
            ("index.html", "<p>home</p>"),
            ("404.html", "<p>no such page</p>"),
            ("parks/x/index.html", "<p>x</p>"),
            ("parks/boot.js", "boot"),
            ("app/portal-0123456789abcdef.wasm", "wasm"),
            ("data/catalog.json", "{}"),
            ("data/0123456789abcdef.json", "{}"),
            ("data/a.pdf", "%PDF-"),
            ("feeds/published.zh.xml", "<feed/>"),
            (".git/config", "hidden"),
            ("data/list.csv", LIST),
            ("data/seal.png", LIST),
            ("../secret.txt", "secret"),
        ] {
            let path = site.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        crate::compress(&site, |_| true).unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || run(&listener, &site, "/sub/", |_| ()));
        (folder, address)
    }

    /// What the server answers: status, headers in lower case, body.
    fn ask(address: SocketAddr, method: &str, path: &str, more: &str) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_lowercase(), bytes[end + 4..].to_vec())
    }

    #[test]
    fn every_answer_has_the_headers_of_production_and_its_type() {
        let (_folder, address) = served();
        for (path, status, kind) in [
            ("/sub/", 200, "text/html; charset=utf-8"),
            ("/sub/parks/x/", 200, "text/html; charset=utf-8"),
            ("/sub/parks/boot.js", 200, "text/javascript; charset=utf-8"),
            ("/sub/app/portal-0123456789abcdef.wasm", 200, "application/wasm"),
            ("/sub/data/catalog.json", 200, "application/json"),
            ("/sub/data/0123456789abcdef.json", 200, "application/json"),
            ("/sub/data/a.pdf", 200, "application/pdf"),
            ("/sub/feeds/published.zh.xml?x=1", 200, "application/xml"),
            ("/sub/none/", 404, "text/html; charset=utf-8"),
        ] {
            let (found, head, _) = ask(address, "GET", path, "");
            assert_eq!(found, status, "{path}");
            let file = path.strip_prefix("/sub/").unwrap();
            let kept = headers::cache_control(if status == 404 { "404.html" } else { file });
            let mut expected = vec![("Content-Type", kind.to_owned()), ("Cache-Control", kept.to_owned())];
            expected.extend(headers::everywhere());
            for (name, value) in expected {
                let line = format!("{name}: {value}").to_lowercase();
                assert!(head.lines().any(|found| found == line), "{path}: {line}: {head}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_404_with_its_page_and_nothing_outside_is_there() {
        let (_folder, address) = served();
        for path in [
            "/sub/none",
            "/",
            "/sub/parks/",
            "/sub/../secret.txt",
            "/../secret.txt",
            "/sub/%2e%2e/secret.txt",
            "/sub/..%2fsecret.txt",
            "/sub/..\\secret.txt",
            "/sub//index.html",
            "/sub/.git/config",
            "/sub/c:/x",
        ] {
            let (status, _, body) = ask(address, "GET", path, "");
            assert_eq!((status, body.as_slice()), (404, &b"<p>no such page</p>"[..]), "{path}");
        }
        let (status, head, _) = ask(address, "GET", "/sub/parks/x?a=1", "");
        assert!(status == 301 && head.contains("location: /sub/parks/x/?a=1"), "{head}");
    }

    #[test]
    fn a_reader_gets_the_copy_that_it_takes_and_only_reading_is_allowed() {
        let (_folder, address) = served();
        for (accepted, encoding) in [
            ("gzip, deflate, BR", Some(Encoding::Brotli)),
            ("br;q=0, gzip;q=0.5", Some(Encoding::Gzip)),
            ("identity, br; q=0.0", None),
            ("", None),
        ] {
            let asked = format!("Accept-Encoding: {accepted}\r\n");
            let (_, head, body) = ask(address, "GET", "/sub/data/list.csv", &asked);
            let told = head.lines().find_map(|line| line.strip_prefix("content-encoding: "));
            assert_eq!(told, encoding.map(Encoding::token), "{accepted}");
            let plain = encoding.map_or(Ok(body.clone()), |encoding| encoding.unpack(&body)).unwrap();
            assert_eq!(plain, LIST.as_bytes(), "{accepted}");
            assert!(head.contains("content-type: text/csv") && head.contains("vary: accept-encoding"));
        }
        let (_, head, body) = ask(address, "GET", "/sub/data/seal.png", "Accept-Encoding: br\r\n");
        assert!(!head.contains("content-encoding") && body == LIST.as_bytes(), "{head}");
        let (status, head, body) = ask(address, "HEAD", "/sub/", "");
        assert!(status == 200 && head.contains("content-type: text/html") && body.is_empty(), "{head}");
        let (status, head, _) = ask(address, "POST", "/sub/", "Content-Length: 0\r\n");
        assert!(status == 405 && head.contains("allow: get, head"), "{head}");
    }

    #[test]
    fn addresses_resolve_as_on_a_static_host() {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path();
        fs::create_dir_all(dist.join("parks/x")).unwrap();
        fs::write(dist.join("index.html"), "").unwrap();
        fs::write(dist.join("parks/x/index.html"), "").unwrap();
        fs::write(dist.join("parks/boot.js"), "").unwrap();
        let hit = |url: &str| resolve(dist, "/sub/", url);
        let file = |path: &str| Hit::File { file: dist.join(path), path: path.into() };
        assert_eq!(hit("/sub/"), file("index.html"));
        assert_eq!(hit("/sub"), Hit::Redirect("/sub/".into()));
        assert_eq!(hit("/sub/parks/x/?a=1"), file("parks/x/index.html"));
        assert_eq!(hit("/sub/parks/x?a=1"), Hit::Redirect("/sub/parks/x/?a=1".into()));
        assert_eq!(hit("/sub/parks/boot.js"), file("parks/boot.js"));
        for missing in
            ["/", "/sub/parks/", "/sub/none", "/sub/../x", "/sub//x", "/sub/%2e%2e/x", "/sub/.git/x"]
        {
            assert_eq!(hit(missing), Hit::Missing, "{missing}");
        }
    }

    #[test]
    fn a_taken_port_is_passed_over_and_told_where_no_other_may_be_tried() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(bind(port, 1).unwrap().is_none());
        assert!(bind(port, 100).unwrap().is_some());
    }
}
