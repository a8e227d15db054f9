//! Feeds (订阅): what an edition published last, for readers that ask for news by themselves, as Atom (RFC 4287) and as
//! JSON Feed 1.1. Made of the same values as "published last" on the portal.

use std::collections::HashMap;

use assessment::{Date, Text};
use disclosure::integrity::sha256_hex;
use disclosure::model::{Edition, Publication, Subject};
use portal::address::Lang;
use portal::words::words;
use serde::Serialize;

/// Entries of a feed: enough for a reader who was away for a year.
const LONGEST: usize = 100;

/// A feed of an edition in one language.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Id of the edition.
    pub edition: String,
    /// Whether it is the edition that opens by default: its addresses name none.
    pub is_default: bool,
    /// `zh` or `en`.
    pub lang: &'static str,
    /// Title; that of a demonstration says so.
    pub title: String,
    /// Who answers for it.
    author: String,
    /// Day of its newest entry.
    updated: Date,
    /// Entries, newest first.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// Stays whatever address the site gets.
    id: String,
    dated: Date,
    title: String,
    kind: &'static str,
    /// Below the site's root.
    address: String,
}

/// The feeds of an edition, Chinese and English, of all that it has published, newest first.
pub fn feeds(edition: &Edition, published: &[Publication], is_default: bool) -> [Feed; 2] {
    ["zh", "en"].map(|lang| {
        let in_language = |text: &Text| if lang == "zh" { text.zh.clone() } else { text.en.clone() };
        let portal = words(if lang == "en" { Lang::En } else { Lang::Zh }).portal;
        let latest = if lang == "zh" { "最近公布" } else { "Published last" };
        let title = if edition.demonstration {
            let said = if lang == "zh" { "演示数据，虚构" } else { "demonstration data, invented" };
            format!("{portal} · {latest}（{said}）")
        } else {
            format!("{portal} · {latest}")
        };
        let organiser = edition.site.organiser.as_ref().map(in_language);
        Feed {
            edition: edition.id.clone(),
            is_default,
            lang,
            title,
            author: organiser.unwrap_or_else(|| portal.to_owned()),
            updated: published.first().map_or(edition.as_of, |newest| newest.dated),
            entries: entries(edition, published, is_default, lang),
        }
    })
}

fn entries(edition: &Edition, published: &[Publication], is_default: bool, lang: &str) -> Vec<Entry> {
    // Two publications about one thing on one day are told apart by their order among each other, oldest last, so
    // that the ids of the others stay when one is added.
    let mut seen: HashMap<String, usize> = HashMap::new();
    let of = |publication: &Publication| {
        let (kind, id) = key(&publication.subject);
        let key = format!("{}/{kind}/{id}/{}", edition.id, publication.dated);
        let number = seen.entry(key.clone()).and_modify(|number| *number += 1).or_insert(0);
        let text = if lang == "zh" { &publication.text.zh } else { &publication.text.en };
        Entry {
            id: urn(&format!("{key}/{number}")),
            dated: publication.dated,
            title: text.clone(),
            kind,
            address: address(&publication.subject, (!is_default).then_some(edition.id.as_str()), lang),
        }
    };
    let mut entries: Vec<Entry> = published.iter().rev().map(of).collect();
    entries.reverse();
    entries.truncate(LONGEST);
    entries
}

fn key(subject: &Subject) -> (&'static str, &str) {
    match subject {
        Subject::Park(id) => ("park", id),
        Subject::List(id) => ("list", id),
        Subject::Document(id) => ("document", id),
        Subject::Round(id) => ("round", id),
        Subject::Correction(id) => ("correction", id),
        Subject::Work(id) => ("work", id),
    }
}

/// A name that stays: a UUID made of what is named (RFC 9562, version 8).
fn urn(of: &str) -> String {
    let hex = sha256_hex(of.as_bytes());
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

/// The address of what was published, below the site's root.
fn address(subject: &Subject, edition: Option<&str>, lang: &str) -> String {
    let (page, round, anchor) = match subject {
        Subject::Park(id) => (format!("parks/{id}/"), None, None),
        Subject::List(id) => (format!("lists/{id}/"), None, None),
        Subject::Document(id) => ("method/".to_owned(), None, Some(id)),
        Subject::Round(id) => ("rankings/".to_owned(), Some(id), None),
        Subject::Correction(id) => ("corrections/".to_owned(), None, Some(id)),
        Subject::Work(id) => (format!("work/{id}/"), None, None),
    };
    let chosen = [("edition", edition), ("as-of", round.map(String::as_str))];
    let chosen: Vec<String> =
        chosen.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    let query = if chosen.is_empty() { String::new() } else { format!("?{}", chosen.join("&")) };
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("{}{page}{query}{anchor}", if lang == "en" { "en/" } else { "" })
}

impl Feed {
    /// Name of its files, without their ending: `published.zh`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.edition, self.lang)
    }

    /// Path below the site's root, without its ending: `feeds/published.zh`.
    pub fn path(&self) -> String {
        format!("feeds/{}", self.name())
    }

    fn home(&self) -> String {
        let home = if self.lang == "en" { "en/" } else { "" };
        if self.is_default { home.to_owned() } else { format!("{home}?edition={}", self.edition) }
    }

    /// The feed as Atom. Its addresses are absolute where the site's own is known (ending in `/`), else they lead
    /// from the feed's folder.
    pub fn atom(&self, site: Option<&str>) -> String {
        let root = site.unwrap_or("../");
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
            language(self.lang),
            escape(&self.title),
            urn(&self.path()),
            moment(self.updated),
            escape(&self.author),
            escape(&format!("{root}{}", self.home())),
            escape(&format!("{root}{}.xml", self.path())),
        );
        for Entry { id, dated, title, kind, address } in &self.entries {
            xml.push_str(&format!(
                "<entry>\n<title>{}</title>\n<id>{id}</id>\n<updated>{}</updated>\n<category term=\"{kind}\"/>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n</entry>\n",
                escape(title),
                moment(*dated),
                escape(&format!("{root}{address}")),
            ));
        }
        xml.push_str("</feed>\n");
        xml
    }

    /// The feed as JSON Feed 1.1, its addresses as in [`Feed::atom`].
    pub fn json(&self, site: Option<&str>) -> Vec<u8> {
        let root = site.unwrap_or("../");
        let items = self.entries.iter().map(|entry| JsonItem {
            id: &entry.id,
            url: format!("{root}{}", entry.address),
            // An item needs a content; all that is published of it stands in its title.
            content_text: &entry.title,
            title: &entry.title,
            date_published: moment(entry.dated),
            tags: [entry.kind],
        });
        let feed = JsonFeed {
            version: "https://jsonfeed.org/version/1.1",
            title: &self.title,
            home_page_url: format!("{root}{}", self.home()),
            feed_url: format!("{root}{}.json", self.path()),
            language: language(self.lang),
            authors: [JsonAuthor { name: &self.author }],
            items: items.collect(),
        };
        super::json(&feed)
    }
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'static str,
    authors: [JsonAuthor<'a>; 1],
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonAuthor<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: String,
    title: &'a str,
    content_text: &'a str,
    date_published: String,
    tags: [&'static str; 1],
}

fn language(lang: &str) -> &'static str {
    if lang == "zh" { "zh-CN" } else { "en" }
}

/// A day as feeds write it. Only the day is known: its beginning in the region.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+08:00")
}

/// Words as XML has them; what it cannot hold is left out.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            character if character.is_control() && !matches!(character, '\t' | '\n' | '\r') => {}
            character => escaped.push(character),
        }
    }
    escaped
}
