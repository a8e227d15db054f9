//! The query of an address: what a reader chose on a page, in one type.

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

    /// Value in the address.
    pub fn key(self) -> &'static str {
        match self {
            MapView::Map => "map",
            MapView::Tiles => "tiles",
            MapView::Table => "table",
        }
    }

    fn from_key(key: &str) -> Option<MapView> {
        MapView::ALL.into_iter().find(|view| view.key() == key)
    }
}

/// Declares the texts of a query once: field, key in the address, meaning.
macro_rules! query {
    ($($(#[$doc:meta])* $field:ident = $key:literal,)*) => {
        /// Everything that a query can say. What is not said has its default and is left out of the address.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Query {
            /// `view`: how the leagues are shown.
            pub view: MapView,
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
    /// Reads a query, with or without its `?`. Unknown keys and values are passed over, so that an old
    /// link still opens its page.
    pub fn from_query(text: &str) -> Query {
        let mut query = Query::default();
        for pair in text.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if key == "view" {
                query.view = MapView::from_key(&decode(value)).unwrap_or_default();
            } else if let Some(text) = query.text_mut(key) {
                *text = decode(value);
            }
        }
        query
    }

    /// Writes the query with its `?`; empty when nothing differs from the default.
    pub fn to_query(&self) -> String {
        let mut pairs = Vec::new();
        if self.view != MapView::default() {
            pairs.push(format!("view={}", self.view.key()));
        }
        for (key, text) in self.texts().into_iter().filter(|(_, text)| !text.is_empty()) {
            pairs.push(format!("{key}={}", encode(text)));
        }
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
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
        for view in MapView::ALL {
            for text in ["", "包头", "a b&c=d?e#f+g%20%", "100%"] {
                let text = || text.to_owned();
                let mut query = Query { view, ..Query::default() };
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
    }

    #[test]
    fn the_default_leaves_the_address_bare() {
        assert_eq!(Query::default().to_query(), "");
    }

    #[test]
    fn what_is_unknown_is_passed_over() {
        assert_eq!(Query::from_query("?view=globe&utm=1&q"), Query::default());
        assert_eq!(Query::from_query("q=%E5%8C%85+x%zz").q, "包 x%zz");
    }
}
