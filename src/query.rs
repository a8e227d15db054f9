//! The query of an address: what a reader chose on a page, in one type.

use disclosure::asked::meant;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// How the leagues are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapView {
    /// Outlines.
    #[default]
    Map,
    /// A grid of equal tiles.
    Tiles,
    /// A table.
    Table,
}

impl MapView {
    /// All of them, in the order of the switch.
    pub const ALL: [MapView; 3] = [MapView::Map, MapView::Tiles, MapView::Table];

    /// Value in the address; nothing for the one that stands without one.
    pub fn key(self) -> &'static str {
        match self {
            MapView::Map => "",
            MapView::Tiles => "tiles",
            MapView::Table => "table",
        }
    }

    /// The view that a value of an address means, read among all of them.
    pub fn of(key: &str) -> MapView {
        MapView::ALL.into_iter().find(|view| view.key() == key).unwrap_or_default()
    }
}

/// One of the values of a query.
pub type Field = fn(&mut Query) -> &mut String;

/// Declares the texts of a query once: field, key in the address, meaning.
macro_rules! query {
    ($($(#[$doc:meta])* $field:ident = $key:literal,)*) => {
        /// Everything that a query can say. What is not said has its default and is left out of the address.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Query {
            $($(#[$doc])* pub $field: String,)*
        }

        impl Query {
            fn texts(&self) -> [(&'static str, &String); [$($key),*].len()] {
                [$(($key, &self.$field)),*]
            }

            fn text_mut(&mut self, key: &str) -> Option<&mut String> {
                match key {
                    $($key => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

query! {
    /// `view`: how the leagues are shown, by the key of a [`MapView`].
    view = "view",
    /// `edition`: id of the edition, where it is not the default one.
    edition = "edition",
    /// `as-of`: id of the round as of which everything is shown, where it is not the latest.
    as_of = "as-of",
    /// `version`: SHA-256 of the index of the edition as it was published once; absent for what is published now.
    version = "version",
    /// `q`: words to filter by.
    q = "q",
    /// `department`: id of the department whose work is shown.
    department = "department",
    /// `level`: level whose indicators are ranked by.
    level = "level",
    /// `league`: id of the league whose parks are shown.
    league = "league",
    /// `grid`: power grid whose parks are shown.
    grid = "grid",
    /// `stage`: step whose parks are shown.
    stage = "stage",
    /// `industry`: industry whose parks are shown, in Chinese, as the data have it.
    industry = "industry",
    /// `band`: energy band whose parks are shown.
    band = "band",
    /// `sort`: column by which rows are sorted, with a `-` before it when descending.
    sort = "sort",
    /// `page`: number of the page of rows, from 1.
    page = "page",
    /// `since`: id of the earlier round that a change is counted from.
    since = "since",
    /// `parks`: ids of the parks that stand side by side, joined by commas.
    parks = "parks",
    /// `step`: step of the self-assessment's form, or `print` for its blank form.
    step = "step",
    /// `from`: path of the page on which an error was seen.
    from = "from",
    /// `value`: what stands there and is thought to be wrong.
    value = "value",
}

impl Query {
    /// Reads a query, with or without its `?`. Unknown keys are passed over, so that an old link still opens its page.
    /// What its values mean is asked where it is known what there is ([`Query::among`]).
    pub fn from_query(text: &str) -> Query {
        let mut query = Query::default();
        for pair in text.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if let Some(text) = query.text_mut(key) {
                *text = decode(value);
            }
        }
        query
    }

    /// Writes the query with its `?`; empty when nothing differs from the default.
    pub fn to_query(&self) -> String {
        let mut pairs = Vec::new();
        for (key, text) in self.texts().into_iter().filter(|(_, text)| !text.is_empty()) {
            pairs.push(format!("{key}={}", encode(text)));
        }
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

impl Query {
    /// The query with one value read among those that there are, mended where it was spoilt on its way.
    ///
    /// # Errors
    /// The value as it was written, where it is none of them or could mean several: then a page says so, and shows
    /// nothing in its place.
    pub fn among(mut self, field: Field, known: &[&str]) -> Result<Query, String> {
        let asked = field(&mut self);
        if !asked.is_empty() {
            *asked = one_of(asked, known).ok_or_else(|| asked.clone())?.to_owned();
        }
        Ok(self)
    }
}

/// The known value that one means: itself, or without what was glued behind it. A `-` before a value is a part of it.
fn one_of<'a>(asked: &str, known: &[&'a str]) -> Option<&'a str> {
    let whole = asked.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let exact = |text: &str| known.iter().copied().find(|id| *id == text);
    exact(asked).or_else(|| exact(whole)).or_else(|| match asked.starts_with('-') {
        true => None,
        false => meant(asked, known),
    })
}

/// Everything but unreserved characters (RFC 3986).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Percent-encodes everything but unreserved characters.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Undoes [`encode`]; `+` is a space, as forms write it. A broken escape stays as it is.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_read_back() {
        for text in ["", "包头", "a b&c=d?e#f+g%20%", "100%"] {
            let text = || text.to_owned();
            let mut query = Query::default();
            let keys = query.texts().map(|(key, _)| key);
            for key in keys {
                *query.text_mut(key).unwrap() = text();
            }
            assert_eq!(query.q, text());
            assert_eq!(Query::from_query(&query.to_query()), query, "{}", query.to_query());
            let apart = Query { q: text(), value: "0.2".into(), ..Query::default() };
            assert_eq!(Query::from_query(&apart.to_query()), apart, "{}", apart.to_query());
        }
    }

    #[test]
    fn a_value_is_one_of_those_there_are_or_none() {
        let known = ["core", "-core", "rank", "region", "钢铁", "unknown"];
        let read = |asked: &str| {
            let query = Query { sort: asked.to_owned(), ..Query::default() };
            query.among(|query| &mut query.sort, &known).map(|query| query.sort)
        };
        let is = |text: &str| Ok(text.to_owned());
        for (asked, meant) in [
            ("", ""),
            ("core", "core"),
            ("-core", "-core"),
            ("-core。", "-core"),
            ("Region.", "region"),
            ("region）见下", "region"),
            ("钢铁。", "钢铁"),
            ("unknown#top", "unknown"),
        ] {
            assert_eq!(read(asked), is(meant), "{asked}");
        }
        for asked in ["cor", "-CORE.", "county", "钢", "。", "core,rank2"] {
            let none = if asked == "core,rank2" { is("core") } else { Err(asked.to_owned()) };
            assert_eq!(read(asked), none, "{asked}");
        }
    }

    #[test]
    fn the_default_leaves_the_address_bare() {
        assert_eq!(Query::default().to_query(), "");
    }

    #[test]
    fn what_is_unknown_is_passed_over() {
        assert_eq!(Query::from_query("?utm=1&q"), Query::default());
        assert_eq!(Query::from_query("q=%E5%8C%85+x%zz").q, "包 x%zz");
    }
}
