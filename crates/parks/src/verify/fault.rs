//! What can be wrong with a file or a host, and how bytes tell it.

use static_site::content_type;
use static_site::sums::sha256_hex;

/// What UTF-8 may begin with, and no published file does.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// How every published page begins.
const DOCTYPE: &[u8] = b"<!doctype html>";

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there, and was not published.
    Unlisted,
    /// The host answers with an error: its status.
    Status(u16),
    /// No answer: why.
    Unreachable(String),
    /// A page stands where something else was published: a host that answers everything with its own page.
    PageInstead,
    /// A byte order mark was put before it.
    ByteOrderMark,
    /// Its line ends were changed, as by a transfer in text mode.
    LineEnds,
    /// White space or quotes were taken out, or tags left out.
    Minified,
    /// Its content is another.
    Changed,
    /// A compressed copy, or the answer made of it, stands for other bytes: what it is encoded by.
    Copy(String),
    /// The type that it is sent with, where a browser refuses it or is slow with it.
    Type(String),
    /// What does not exist is answered with 200, instead of 404.
    AnswersAll,
    /// What does not exist is answered with 404 and another page than the site's own.
    OtherNotFound,
    /// A header of production is not sent: its name.
    NoHeader(&'static str),
    /// What changes with every publication may be kept by browsers: the path, and `Cache-Control`.
    KeptTooLong(&'static str, String),
}

/// What sets bytes apart from those of a sum; `None` where they are the published ones. `published` are those, where
/// they are at hand: without them only a page's missing line break tells of a minifier.
pub fn difference(path: &str, sum: &str, published: Option<&[u8]>, found: &[u8]) -> Option<Fault> {
    let is_published = |bytes: &[u8]| sha256_hex(bytes) == sum;
    if is_published(found) {
        return None;
    }
    let bare = found.strip_prefix(BYTE_ORDER_MARK);
    if bare.is_some_and(|bare| is_published(bare) || is_published(&with_line_feeds(bare))) {
        return Some(Fault::ByteOrderMark);
    }
    if is_published(&with_line_feeds(found)) {
        return Some(Fault::LineEnds);
    }
    let kind = content_type(path);
    let text = bare.unwrap_or(found).trim_ascii_start();
    let is_page = [DOCTYPE, b"<html"]
        .iter()
        .any(|begin| text.get(..begin.len()).is_some_and(|found| found.eq_ignore_ascii_case(begin)));
    let wanted_page = kind.starts_with("text/html");
    if is_page && !wanted_page {
        return Some(Fault::PageInstead);
    }
    let is_text = kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml");
    let minified = match published {
        Some(published) => is_text && found.len() < published.len() && squeezed(found) == squeezed(published),
        None => {
            wanted_page && is_page && text.get(DOCTYPE.len()).is_some_and(|next| !next.is_ascii_whitespace())
        }
    };
    Some(if minified { Fault::Minified } else { Fault::Changed })
}

fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let ends = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    (0..bytes.len()).filter(|at| !ends(*at)).map(|at| bytes[at]).collect()
}

/// What no minifier leaves out: letters, digits and what is not ASCII.
fn squeezed(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        .map(u8::to_ascii_lowercase)
        .collect()
}

/// The type of an answer, where a browser does not take the file under it: `nosniff` refuses styles and scripts, and
/// another type shows a page as text. WebAssembly works under any, but cannot be compiled while it comes in.
pub fn wrong_type(path: &str, sent: &str) -> Option<Fault> {
    let essence = |kind: &str| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let wanted = essence(content_type(path));
    let strict = ["text/html", "text/css", "text/javascript", "application/wasm"];
    let sent_as = essence(sent);
    let script = wanted == "text/javascript" && sent_as == "application/javascript";
    (strict.contains(&wanted.as_str()) && sent_as != wanted && !script).then(|| Fault::Type(sent.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_damage_is_told_by_its_bytes() {
        let page = "<!doctype html>\n<html lang=\"zh-CN\">\n<p class=\"a\">一个\n园区</p>\n</html>\n";
        let (json, style) = ("{\"a\": 1,\n\"b\": 2}\n", "a { color: red; }\n");
        let small = "<!doctype html><html lang=zh-CN><p class=a>一个 园区</p></html>";
        for (path, published, found, expected) in [
            ("index.html", page, page.to_owned(), None),
            ("index.html", page, format!("\u{feff}{page}"), Some(Fault::ByteOrderMark)),
            ("index.html", page, format!("\u{feff}{page}").replace('\n', "\r\n"), Some(Fault::ByteOrderMark)),
            ("index.html", page, page.replace('\n', "\r\n"), Some(Fault::LineEnds)),
            ("index.html", page, small.to_owned(), Some(Fault::Minified)),
            ("index.html", page, page.replace("一个", "两个"), Some(Fault::Changed)),
            (
                "index.html",
                page,
                page.replace("</html>", "<script src=\"x\"></script></html>"),
                Some(Fault::Changed),
            ),
            ("data/a.json", json, "{\"a\":1,\"b\":2}".into(), Some(Fault::Minified)),
            ("data/a.json", json, "{\"a\":1,\"b\":3}".into(), Some(Fault::Changed)),
            ("data/a.json", json, page.to_uppercase(), Some(Fault::PageInstead)),
            ("app/a.css", style, "a{color:red}".into(), Some(Fault::Minified)),
            ("app/a.wasm", "\0asm", String::new(), Some(Fault::Changed)),
        ] {
            let sum = sha256_hex(published.as_bytes());
            let told = difference(path, &sum, Some(published.as_bytes()), found.as_bytes());
            assert_eq!(told, expected, "{path}: {found}");
            // Without the published bytes a minifier is known by what it did to a page; else the file is another.
            let alone = difference(path, &sum, None, found.as_bytes());
            let minified = expected == Some(Fault::Minified) && path != "index.html";
            assert_eq!(alone, if minified { Some(Fault::Changed) } else { expected }, "{path}: {found}");
        }
    }

    #[test]
    fn a_type_that_a_browser_refuses_is_told() {
        let wrong = |path: &str, sent: &str| wrong_type(path, sent).is_some();
        assert!(!wrong("index.html", "text/html") && wrong("index.html", "text/plain"));
        assert!(
            !wrong("app/a.js", "application/javascript; charset=utf-8") && wrong("app/a.js", "text/html")
        );
        assert!(!wrong("app/a.wasm", "application/wasm") && wrong("app/a.wasm", "application/octet-stream"));
        assert!(!wrong("data/a.json", "text/plain") && !wrong("data/a.pdf", ""));
    }
}
