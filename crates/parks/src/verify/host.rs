//! A host, held to what was published: each file is asked for as a browser does.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use static_site::sums::{self, SUMS, sha256_hex};
use static_site::{Encoding, headers};
use ureq::Agent;

use super::fault::wrong_type;
use super::{Fault, Findings, Published, difference};
use crate::lang::Lang;
use crate::terminal::progress;
use crate::words::verify as words;

/// How many files are asked for at once: about as many as a browser does.
const WORKERS: usize = 6;
/// How long an answer may take, whole.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest answer that is read, bytes; nothing of a site is near it.
const LONGEST: u64 = 1 << 30;
/// The page of every folder.
const INDEX: &str = "index.html";
/// The page for what does not exist.
const NOT_FOUND: &str = "404.html";
/// The one file of the data that is not named by its content.
const CATALOGUE: &str = "data/catalog.json";

/// A host, by the address of a site on it.
#[derive(Debug)]
pub struct Host {
    /// Ends with `/`.
    address: String,
    agent: Agent,
}

/// What a host answers.
#[derive(Debug)]
struct Answer {
    status: u16,
    headers: ureq::http::HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as it is meant; `None` where it is not encoded as its header says.
    fn plain(&self) -> Option<Vec<u8>> {
        let named = self.header("Content-Encoding").trim().to_ascii_lowercase();
        match Encoding::ALL.into_iter().find(|encoding| encoding.token() == named) {
            Some(encoding) => encoding.unpack(&self.body).ok(),
            None => Some(self.body.clone()),
        }
    }
}

impl Host {
    /// The host at an address.
    pub fn new(address: &str) -> Host {
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let config = config.user_agent(concat!("parks/", env!("CARGO_PKG_VERSION")));
        let address = if address.ends_with('/') { address.to_owned() } else { format!("{address}/") };
        Host { address, agent: config.build().new_agent() }
    }

    fn ask(&self, path: &str, encodings: &str) -> Result<Answer, String> {
        let address = format!("{}{path}", self.address);
        let ask = || -> Result<Answer, ureq::Error> {
            let answer = self.agent.get(&address).header("Accept-Encoding", encodings).call()?;
            let (head, body) = answer.into_parts();
            let body = body.into_with_config().limit(LONGEST).read_to_vec()?;
            Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
        };
        // Once more, for a connection that was closed in between.
        ask().or_else(|_| ask()).map_err(|error| error.to_string())
    }

    /// As browsers ask.
    fn get(&self, path: &str) -> Result<Answer, String> {
        self.ask(path, "gzip, br")
    }

    /// The list that the host itself holds.
    ///
    /// # Errors
    /// When there is none.
    pub fn published(&self, lang: Lang) -> Result<Published> {
        let answer = match self.get(SUMS) {
            Ok(answer) => answer,
            Err(why) => bail!(words::cannot_reach(lang, &self.address, &why)),
        };
        let text = answer.plain().and_then(|bytes| String::from_utf8(bytes).ok());
        match text.as_deref().and_then(sums::parse) {
            Some(sums) if answer.status == 200 => Ok(Published { sums, site: None }),
            _ => bail!(words::no_list(lang, &self.address, SUMS)),
        }
    }

    /// Asks for every file, and for one that does not exist.
    ///
    /// # Errors
    /// When the host does not answer at all.
    pub fn verify(&self, published: &Published, lang: Lang) -> Result<Findings> {
        if let Err(why) = self.get("") {
            bail!(words::cannot_reach(lang, &self.address, &why));
        }
        let files: Vec<(&String, &String)> =
            published.sums.iter().filter(|(path, _)| *path != NOT_FOUND).collect();
        progress(words::asking(lang, &self.address, files.len()));
        let next = AtomicUsize::new(0);
        let found = Mutex::new(BTreeMap::new());
        thread::scope(|scope| {
            for _ in 0..WORKERS {
                scope.spawn(|| {
                    while let Some((path, sum)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let faults = self.file(path, sum, published);
                        if !faults.is_empty() {
                            found.lock().expect("no worker panics").insert((*path).clone(), faults);
                        }
                    }
                });
            }
        });
        let of_files = found.into_inner().expect("no worker panics");
        Ok(Findings { files: files.len(), of_files, of_place: self.place(published) })
    }

    fn file(&self, path: &str, sum: &str, published: &Published) -> Vec<Fault> {
        // A page is asked for at its folder's address, as readers do.
        let address = path.strip_suffix(INDEX).filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let address = address.unwrap_or(path);
        let answer = match self.get(address) {
            Ok(answer) => answer,
            Err(why) => return vec![Fault::Unreachable(why)],
        };
        match answer.status {
            200 => {}
            404 | 410 => return vec![Fault::Missing],
            status => return vec![Fault::Status(status)],
        }
        let mut faults = Vec::new();
        let wrong = |found: &[u8]| difference(path, sum, published.bytes(path).as_deref(), found);
        let plain = answer.plain();
        if let Some(fault) = plain.as_deref().map_or(Some(Fault::Changed), wrong) {
            // The file may be right, and its compressed copy of another day.
            let encoding = answer.header("Content-Encoding");
            let copy = !encoding.is_empty()
                && self
                    .ask(address, "identity")
                    .is_ok_and(|bare| bare.plain().is_some_and(|it| wrong(&it).is_none()));
            faults.push(if copy { Fault::Copy(encoding.to_owned()) } else { fault });
        }
        if faults.first() != Some(&Fault::PageInstead) {
            faults.extend(wrong_type(path, answer.header("Content-Type")));
        }
        faults
    }

    /// What does not exist, and the headers.
    fn place(&self, published: &Published) -> Vec<Fault> {
        let mut faults = Vec::new();
        let sums: String = published.sums.values().map(String::as_str).collect();
        // An address that nobody has, the same each time.
        let nowhere = format!("no-such-page-{}/", &sha256_hex(sums.as_bytes())[..12]);
        if let Ok(answer) = self.get(&nowhere) {
            let page = answer.plain().map(|page| sha256_hex(&page));
            if (200..300).contains(&answer.status) {
                faults.push(Fault::AnswersAll);
            } else if page.as_ref() != published.sums.get(NOT_FOUND) {
                faults.push(Fault::OtherNotFound);
            }
        }
        if let Ok(home) = self.get("") {
            let missing = headers::everywhere().into_iter().filter(|(name, _)| home.header(name).is_empty());
            faults.extend(missing.map(|(name, _)| Fault::NoHeader(name)));
        }
        if let Ok(catalogue) = self.get(CATALOGUE) {
            let kept = catalogue.header("Cache-Control");
            if kept.contains("immutable") {
                faults.push(Fault::KeptTooLong(CATALOGUE, kept.to_owned()));
            }
        }
        faults
    }
}
