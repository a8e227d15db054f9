//! What a query finds, and in which order. Pure, and the same natively and in the browser.

use disclosure::search::{EntryKind, SearchEntry, SearchIndex};

/// A search index with everything folded once, so that a keystroke only compares.
#[derive(Debug)]
pub struct Index {
    entries: Vec<(SearchEntry, Folded)>,
}

/// What of an entry is compared.
#[derive(Debug)]
struct Folded {
    zh: String,
    en: String,
    /// Pinyin joined, and initials.
    pinyin: Vec<String>,
    address: String,
    line: String,
}

impl Index {
    /// Folds every entry.
    pub fn new(index: &SearchIndex) -> Index {
        let entries = index.entries.iter().map(|entry| {
            let folded = Folded {
                zh: fold(&entry.name.zh),
                en: fold(&entry.name.en),
                pinyin: entry.pinyin.split_whitespace().map(fold).collect(),
                address: fold(&entry.address),
                line: format!("{}\n{}", fold(&entry.line.zh), fold(&entry.line.en)),
            };
            (entry.clone(), folded)
        });
        Index { entries: entries.collect() }
    }

    /// An entry by its place in the index.
    pub fn entry(&self, at: usize) -> &SearchEntry {
        &self.entries[at].0
    }

    /// Places of the entries that a query finds, best first; among equals the index's order stands.
    ///
    /// Every word of the query has to be found. The words are also tried as one, so that pinyin may be
    /// written syllable by syllable.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let joined: String = words.concat();
        if joined.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u32, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, (entry, folded))| {
                let apart = words.iter().map(|word| folded.score(word)).min().unwrap_or(0);
                let score = apart.max(folded.score(&joined));
                (score > 0).then(|| (score + rank(entry.kind), at))
            })
            .collect();
        found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// Weight of a kind: decides only among matches that are equally good.
fn rank(kind: EntryKind) -> u32 {
    match kind {
        EntryKind::Page => 7,
        EntryKind::Park => 6,
        EntryKind::League => 5,
        EntryKind::List => 4,
        EntryKind::Term | EntryKind::Work => 3,
        EntryKind::Document => 2,
        EntryKind::Clause => 1,
        EntryKind::ListEntry => 0,
    }
}

impl Folded {
    /// How well one word fits, 0 when it does not. Steps of ten, so that kinds decide only within one.
    fn score(&self, word: &str) -> u32 {
        // One Latin letter stands within nearly every name; only at a beginning does it mean something.
        // A Chinese character is three bytes.
        let within = |score: u32| if word.len() > 1 { score } else { 0 };
        let name = |name: &str| match name.find(word) {
            _ if name == word => 100,
            Some(0) => 80,
            Some(at) if begins_word(name, at) => 70,
            Some(_) => within(60),
            None => 0,
        };
        let pinyin = self.pinyin.iter().map(|pinyin| match pinyin.find(word) {
            _ if pinyin == word => 90,
            Some(0) => 50,
            Some(_) => within(30),
            None => 0,
        });
        let address = match self.address.find(word) {
            Some(at) if begins_word(&self.address, at) => 40,
            Some(_) => within(20),
            None => 0,
        };
        let line = within(if self.line.contains(word) { 10 } else { 0 });
        let all = [name(&self.zh), name(&self.en), address, line];
        all.into_iter().chain(pinyin).max().unwrap_or(0)
    }
}

/// Whether a word begins at a byte of a folded text: after anything that is no Latin letter or digit.
fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[at..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The form in which texts are compared: small letters, full-width Latin made half-width, tone marks and
/// apostrophes taken away, ü written v.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\'' | '’' | '‘' => {}
            '\u{3000}' => out.push(' '),
            '！'..='～' => {
                let half = char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
                out.push(half.to_ascii_lowercase());
            }
            'ā' | 'á' | 'ǎ' | 'à' => out.push('a'),
            'ē' | 'é' | 'ě' | 'è' => out.push('e'),
            'ī' | 'í' | 'ǐ' | 'ì' => out.push('i'),
            'ō' | 'ó' | 'ǒ' | 'ò' => out.push('o'),
            'ū' | 'ú' | 'ǔ' | 'ù' => out.push('u'),
            'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ü' => out.push('v'),
            c => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

/// Whether a text to be filtered holds every word of a query. An empty query lets everything through.
pub fn holds(text: &str, query: &str) -> bool {
    let (text, query) = (fold(text), fold(query));
    query.split_whitespace().all(|word| text.contains(word))
}

/// A name cut around the first word of a query that stands in it, as written: before, match, after.
pub fn cut<'a>(name: &'a str, query: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let small = name.to_ascii_lowercase();
    let query = query.to_ascii_lowercase();
    query.split_whitespace().find_map(|word| {
        let at = small.find(word)?;
        Some((&name[..at], &name[at..at + word.len()], &name[at + word.len()..]))
    })
}

#[cfg(test)]
mod tests {
    use assessment::Text;

    use super::*;

    fn entry(kind: EntryKind, zh: &str, en: &str, address: &str, pinyin: &str) -> SearchEntry {
        SearchEntry {
            kind,
            known_from: None,
            name: Text { zh: zh.into(), en: en.into() },
            line: Text { zh: "说明".into(), en: "About it".into() },
            address: address.into(),
            pinyin: pinyin.into(),
        }
    }

    fn index() -> Index {
        Index::new(&SearchIndex {
            entries: vec![
                entry(
                    EntryKind::ListEntry,
                    "北京经济技术开发区",
                    "北京经济技术开发区",
                    "lists/national-2025",
                    "beijingjingjijishukaifaqu bjjjjskfq",
                ),
                entry(
                    EntryKind::Park,
                    "包头稀土高新技术产业开发区",
                    "Baotou Rare Earth High-Tech Zone",
                    "parks/baotou-rare-earth",
                    "baotouxitugaoxinjishuchanyekaifaqu btxtgxjscykfq",
                ),
                entry(EntryKind::League, "包头市", "Baotou", "leagues/baotou", "baotoushi bts"),
                entry(
                    EntryKind::Clause,
                    "附件3 核心指标",
                    "Annex 3, core indicator",
                    "method#ndrc-910/annex3/core",
                    "fujianhexinzhibiao fjhxzb",
                ),
                entry(
                    EntryKind::Term,
                    "绿证",
                    "Green certificate",
                    "glossary#green-certificate",
                    "lvzheng lz",
                ),
                entry(EntryKind::Term, "零碳园区", "Zero-carbon park", "glossary#zero", "lingtanyuanqu ltyq"),
                entry(
                    EntryKind::List,
                    "建成园区名单",
                    "Built parks, list",
                    "lists/built",
                    "jianchengyuanqumingdan jcyqmd",
                ),
                entry(EntryKind::Page, "建成园区", "Built parks", "built", "jianchengyuanqu jcyq"),
            ],
        })
    }

    fn found(query: &str) -> Vec<String> {
        let index = index();
        index.find(query).into_iter().map(|at| index.entry(at).name.zh.clone()).collect()
    }

    #[test]
    fn a_name_is_found_in_either_language() {
        assert_eq!(found("稀土"), ["包头稀土高新技术产业开发区"]);
        assert_eq!(found("rare EARTH"), ["包头稀土高新技术产业开发区"]);
        assert_eq!(found("ＢＡＯＴＯＵ　ｒａｒｅ"), ["包头稀土高新技术产业开发区"]);
    }

    #[test]
    fn pinyin_is_read_whole_by_syllables_with_tones_and_by_initials() {
        for query in ["baotouxitu", "bao tou xi tu", "bāotóu xītǔ", "bao'tou'xi'tu", "btxt", "BTXT"] {
            assert_eq!(found(query), ["包头稀土高新技术产业开发区"], "{query}");
        }
        for query in ["lvzheng", "lüzheng", "lǜzhèng", "lz"] {
            assert_eq!(found(query)[0], "绿证", "{query}");
        }
    }

    #[test]
    fn the_whole_name_comes_before_its_beginning_and_that_before_the_rest() {
        assert_eq!(found("包头市")[0], "包头市");
        assert_eq!(found("baotou")[0], "包头市");
        assert_eq!(found("bts"), ["包头市"]);
        // Both begin with it: the park comes first, being a park.
        assert_eq!(found("包头"), ["包头稀土高新技术产业开发区", "包头市"]);
    }

    #[test]
    fn a_clause_is_found_by_its_path() {
        assert_eq!(found("ndrc-910/annex3/core"), ["附件3 核心指标"]);
        assert_eq!(found("annex3"), ["附件3 核心指标"]);
    }

    #[test]
    fn a_page_is_found_by_its_name_before_what_begins_like_it() {
        for query in ["建成园区", "建成", "Built parks", "built", "jianchengyuanqu", "jcyq"] {
            assert_eq!(found(query), ["建成园区", "建成园区名单"], "{query}");
        }
    }

    #[test]
    fn every_word_has_to_be_found() {
        assert_eq!(found("包头 core"), Vec::<String>::new());
        assert_eq!(found("core 附件"), ["附件3 核心指标"]);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        for query in ["", "  ", "　", "'", "没有这样的词", "zzzz"] {
            assert_eq!(found(query), Vec::<String>::new(), "{query:?}");
        }
        // One letter within a pinyin name would find nearly everything.
        assert_eq!(found("x"), Vec::<String>::new());
    }

    #[test]
    fn a_match_is_cut_out_as_it_is_written() {
        assert_eq!(cut("Baotou Rare Earth", "rare"), Some(("Baotou ", "Rare", " Earth")));
        assert_eq!(cut("包头稀土", "xitu 稀土"), Some(("包头", "稀土", "")));
        assert_eq!(cut("包头稀土", "xitu"), None);
    }

    #[test]
    fn a_filter_lets_everything_through_until_something_is_asked() {
        assert!(holds("包头", ""));
        assert!(holds("内蒙古包头 园中园 2025", "包头　２０２５"));
        assert!(!holds("内蒙古包头", "包头 2025"));
    }
}
