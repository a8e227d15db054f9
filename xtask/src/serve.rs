//! A small server for one's own machine that answers as production does.

use std::fs;
use std::io::{Cursor, ErrorKind, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use tiny_http::{Header, Request, Response, Server};

use crate::headers;
use crate::project::say;

const DEFAULT_PORT: u16 = 8080;
/// How many ports to try when none was asked for.
const TRIES: u16 = 20;
const WORKERS: usize = 4;

/// Takes the port before anything is built, so that a taken one is told at once.
pub fn bind(port: Option<u16>) -> Result<TcpListener> {
    let (first, tries) = port.map_or((DEFAULT_PORT, TRIES), |port| (port, 1));
    for port in first..first + tries {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot use port {port}")),
        }
    }
    match port {
        Some(port) => bail!("port {port} is in use: choose another with --port"),
        None => bail!("ports {first} to {} are in use: choose one with --port", first + tries - 1),
    }
}

/// Serves `dist` below `base` until the program is ended.
pub fn run(listener: &TcpListener, dist: &Path, base: &str) -> Result<()> {
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener.try_clone()?, None)
        .map_err(|error| anyhow::anyhow!("cannot serve: {error}"))?;
    say(&format!("Serving at http://{address}{base} (stop with Ctrl-C)"));
    let server = Arc::new(server);
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, dist, base) = (Arc::clone(&server), dist.to_path_buf(), base.to_string());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &dist, &base);
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
    let (status, file, path) = match resolve(dist, base, request.url()) {
        Hit::File { file, path } => (200, file, path),
        Hit::Missing => (404, dist.join("404.html"), "404.html".into()),
        Hit::Redirect(to) => {
            let response = Response::empty(301).with_header(header("Location", &to));
            // A reader who has gone away needs no answer.
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
    let accepts_gzip = request
        .headers()
        .iter()
        .any(|header| header.field.equiv("Accept-Encoding") && header.value.as_str().contains("gzip"));
    let kind = content_type(&path);
    let packed = if accepts_gzip && !kind.starts_with("image/png") { gzip(&bytes) } else { None };
    let is_packed = packed.is_some();
    let mut response =
        Response::new(status.into(), Vec::new(), Cursor::new(packed.unwrap_or(bytes)), None, None);
    for (name, value) in headers::everywhere() {
        response.add_header(header(name, &value));
    }
    response.add_header(header("Content-Type", kind));
    response.add_header(header("Cache-Control", headers::cache_control(&path)));
    response.add_header(header("Vary", "Accept-Encoding"));
    if is_packed {
        response.add_header(header("Content-Encoding", "gzip"));
    }
    let _ = request.respond(response);
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).ok()
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("headers are made of ASCII")
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("pdf") => "application/pdf",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_resolve_as_on_a_static_host() {
        let dist = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(dist.join("parks/x")).unwrap();
        fs::write(dist.join("index.html"), "").unwrap();
        fs::write(dist.join("parks/x/index.html"), "").unwrap();
        fs::write(dist.join("parks/boot.js"), "").unwrap();
        let hit = |url: &str| resolve(&dist, "/sub/", url);
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
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_taken_port_is_told_and_passed_over_when_none_was_asked_for() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(bind(Some(port)).unwrap_err().to_string().contains("in use"));
    }
}
