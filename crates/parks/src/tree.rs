//! Where the values of a TOML file stand: a tree of spans, walked by path or by place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Node {
    span: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Debug, Default)]
enum Kind {
    Table(Vec<Entry>),
    Array(Vec<Node>),
    Text(String),
    #[default]
    Other,
}

#[derive(Clone, Debug)]
struct Entry {
    key: String,
    key_span: Range<usize>,
    value: Node,
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a table by key.
    Key(String),
    /// Into a list by index.
    Index(usize),
}

/// A path as it is written: `indicators[0].bands[1].clause`.
pub fn path_text(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |mut path, step| {
        match step {
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.extend([".", key]),
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
        path
    })
}

impl Node {
    /// The tree of a file.
    pub fn from_table(table: &Spanned<DeTable<'_>>) -> Node {
        Node { span: table.span(), kind: Kind::Table(entries(table.get_ref())) }
    }

    /// Where the field with this path stands, its key before its value; else the nearest thing around it.
    pub fn nearest(&self, path: &str) -> Range<usize> {
        self.follow(path).0
    }

    /// Whether there is a field with this path.
    pub fn has(&self, path: &str) -> bool {
        self.follow(path).1
    }

    /// Where a path leads, or the nearest thing around that, and whether it leads there.
    fn follow(&self, path: &str) -> (Range<usize>, bool) {
        let mut node = self;
        let mut place = self.span.clone();
        let parts = path.split(['.', '[']).map(|part| part.trim_end_matches(']')).filter(|p| !p.is_empty());
        for part in parts {
            let next = match &node.kind {
                Kind::Table(entries) => entries.iter().find(|entry| entry.key == part).map(|entry| {
                    // The place of a list of tables is its first header, which the key repeats.
                    (&entry.value, entry.key_span.clone())
                }),
                Kind::Array(nodes) => {
                    part.parse().ok().and_then(|i: usize| nodes.get(i)).map(|node| (node, node.span.clone()))
                }
                Kind::Text(_) | Kind::Other => None,
            };
            match next {
                Some((next, span)) => (node, place) = (next, span),
                None => return (place, false),
            }
        }
        (place, true)
    }

    /// How many elements the list under a key of the table has; 0 where there is no such list.
    pub fn elements(&self, key: &str) -> usize {
        let Kind::Table(entries) = &self.kind else { return 0 };
        match entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value.kind) {
            Some(Kind::Array(nodes)) => nodes.len(),
            _ => 0,
        }
    }

    /// The path to what stands exactly at a span, key or value, else to the innermost value around it.
    pub fn steps_to(&self, span: &Range<usize>) -> Vec<Step> {
        let mut exact = None;
        let mut around = (Vec::new(), usize::MAX);
        self.walk(&mut Vec::new(), &mut |steps, found| {
            if found == span {
                exact = Some(steps.to_vec());
            } else if found.start <= span.start && span.end <= found.end && found.len() <= around.1 {
                around = (steps.to_vec(), found.len());
            }
        });
        exact.unwrap_or(around.0)
    }

    /// Where the innermost list element on a path stands.
    pub fn innermost_element(&self, steps: &[Step]) -> Option<Range<usize>> {
        let last = steps.iter().rposition(|step| matches!(step, Step::Index(_)))?;
        let mut node = self;
        for step in &steps[..=last] {
            node = match (&node.kind, step) {
                (Kind::Table(entries), Step::Key(key)) => {
                    &entries.iter().find(|entry| entry.key == *key)?.value
                }
                (Kind::Array(nodes), Step::Index(index)) => nodes.get(*index)?,
                _ => return None,
            };
        }
        Some(node.span.clone())
    }

    /// Calls `visit` with the path and the words of every text in the file.
    pub fn texts(&self, visit: &mut impl FnMut(&str, &str)) {
        self.texts_below(&mut Vec::new(), visit);
    }

    fn texts_below(&self, steps: &mut Vec<Step>, visit: &mut impl FnMut(&str, &str)) {
        match &self.kind {
            Kind::Text(words) => visit(&path_text(steps), words),
            Kind::Other => {}
            Kind::Table(entries) => {
                // What stands where its own key does was put there by a reader, and is told where it stands itself.
                for entry in entries.iter().filter(|entry| entry.key_span != entry.value.span) {
                    steps.push(Step::Key(entry.key.clone()));
                    entry.value.texts_below(steps, visit);
                    steps.pop();
                }
            }
            Kind::Array(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    steps.push(Step::Index(index));
                    node.texts_below(steps, visit);
                    steps.pop();
                }
            }
        }
    }

    fn walk(&self, steps: &mut Vec<Step>, visit: &mut impl FnMut(&[Step], &Range<usize>)) {
        visit(steps, &self.span);
        match &self.kind {
            Kind::Text(_) | Kind::Other => {}
            Kind::Table(entries) => {
                for entry in entries {
                    steps.push(Step::Key(entry.key.clone()));
                    visit(steps, &entry.key_span);
                    entry.value.walk(steps, visit);
                    steps.pop();
                }
            }
            Kind::Array(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    steps.push(Step::Index(index));
                    node.walk(steps, visit);
                    steps.pop();
                }
            }
        }
    }
}

fn entries(table: &DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let text: &std::borrow::Cow<'_, str> = key.get_ref();
        Entry { key: text.to_string(), key_span: key.span(), value: node(value) }
    };
    table.iter().map(entry).collect()
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let kind = match value.get_ref() {
        DeValue::Table(table) => Kind::Table(entries(table)),
        DeValue::Array(array) => Kind::Array(array.iter().map(node).collect()),
        DeValue::String(text) => Kind::Text(text.to_string()),
        _ => Kind::Other,
    };
    Node { span: value.span(), kind }
}
