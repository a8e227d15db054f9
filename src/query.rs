//! The query of an address: what a reader chose on a page, in one type.

use std::fmt::Write;

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

/// Everything that a query can say. What is not said has its default and is left out of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `view`: how the leagues are shown.
    pub view: MapView,
    /// `q`: words to filter by.
    pub q: String,
    /// `department`: id of the department whose work is shown.
    pub department: String,
    /// `from`: path of the page on which an error was seen.
    pub from: String,
    /// `value`: what stands there and is thought to be wrong.
    pub value: String,
}

impl Query {
    /// Reads a query, with or without its `?`. Unknown keys and values are passed over, so that an old
    /// link still opens its page.
    pub fn from_query(text: &str) -> Query {
        let mut query = Query::default();
        for pair in text.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "view" => query.view = MapView::from_key(&decode(value)).unwrap_or_default(),
                "q" => query.q = decode(value),
                "department" => query.department = decode(value),
                "from" => query.from = decode(value),
                "value" => query.value = decode(value),
                _ => {}
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
        let texts =
            [("q", &self.q), ("department", &self.department), ("from", &self.from), ("value", &self.value)];
        for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            pairs.push(format!("{key}={}", encode(text)));
        }
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Percent-encodes everything but unreserved characters (RFC 3986).
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string does not fail");
        }
    }
    out
}

/// Undoes [`encode`]; `+` is a space, as forms write it. A broken escape stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_read_back() {
        for view in MapView::ALL {
            for text in ["", "包头", "a b&c=d?e#f+g%20%", "100%"] {
                let text = || text.to_owned();
                let query = Query { view, q: text(), department: text(), from: text(), value: text() };
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
