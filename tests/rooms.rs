//! The rooms of `src/`: no circle among modules that stand beside each other, and which room may use which.
//!
//! A module and its own parts are one subject and may use each other. Modules beside each other are different
//! subjects: of two, one at most uses the other, however long the way. So each can be read, tested and moved by
//! itself.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The first-level rooms, from the ground up. A room uses only rooms above it in this table.
const ROOMS: &[(&str, &str)] = &[
    // Values: no browser, no file, no language.
    ("query", "what is chosen on a page, as it stands after the question mark"),
    ("moment", "which edition, as of which round"),
    ("address", "which page, in which language"),
    ("svg_number", "numbers in drawings"),
    ("stages", "how the table of stages is drawn"),
    ("remembered", "what the portal keeps on the reader's machine"),
    // The reader's language, and where the reader is.
    ("words", "every word, in both languages"),
    ("host", "where pages are drawn: what drawing asks of it"),
    ("view_context", "language, words, root and moment, given to every component"),
    ("load", "published files, brought and checked"),
    // What the browser does, and what stands on it.
    ("browser", "everything that only a browser can do"),
    ("theme", "light and dark"),
    ("assess", "self-assessments, kept on the reader's machine"),
    ("chunk", "parts of the program that come when asked for"),
    // Views.
    ("parts", "what pages are made of"),
    ("search", "the search dialog"),
    ("charts", "charts for readers who explore"),
    ("pages", "the pages"),
    ("shell", "the frame around every page"),
    // Without a browser.
    ("paper", "the pages drawn when a site is built"),
];

/// Words by which a source names the browser.
const BROWSER_WORDS: [&str; 14] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_net",
    "idb",
    "request_animation_frame",
    "set_timeout",
    "set_timeout_with_handle",
    "TimeoutHandle",
    "set_interval",
    "request_idle_callback",
    "queue_microtask",
    "window_event_listener",
];

/// A module's path below the crate: `pages::park::trajectory`; empty for `lib.rs`.
type Module = Vec<String>;

/// What one token of a source is to this test.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    /// `::`
    Of,
    Sign(char),
}

/// The tokens of a source, without comments, strings and characters.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = at(i);
        let raw = (c == 'r' && matches!(at(i + 1), '"' | '#')) && !(i > 0 && word(at(i - 1)));
        if c == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if raw {
            let hashes = (i + 1..).take_while(|&j| at(j) == '#').count();
            let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            i += hashes + 2;
            while i < chars.len() && !chars[i..].starts_with(&end) {
                i += 1;
            }
            i += end.len();
        } else if c == '"' {
            i += 1;
            while i < chars.len() && at(i) != '"' {
                i += if at(i) == '\\' { 2 } else { 1 };
            }
            i += 1;
        } else if c == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            i += if at(i + 1) == '\\' { 3 } else { 2 };
            while i < chars.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
        } else if word(c) {
            let end = (i..).find(|&j| !word(at(j))).unwrap();
            found.push(Token::Word(chars[i..end].iter().collect()));
            i = end;
        } else if c == ':' && at(i + 1) == ':' {
            found.push(Token::Of);
            i += 2;
        } else {
            if !c.is_whitespace() {
                found.push(Token::Sign(c));
            }
            i += 1;
        }
    }
    found
}

/// A path named in a source: in which module, by which segments, and by which name it is known there.
struct Named {
    within: Module,
    path: Vec<String>,
    /// Only of an import.
    known_as: Option<String>,
}

/// Every path that a module's source names, imports opened out.
fn named(module: &Module, source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    // Modules written out in the file, with the depth of braces at which each ends.
    let mut within = vec![];
    let mut depth = 0;
    let mut i = 0;
    while i < tokens.len() {
        let here = || module.iter().chain(within.iter().map(|(name, _)| name)).cloned().collect::<Module>();
        match &tokens[i..] {
            [Token::Word(mark), Token::Word(name), Token::Sign('{'), ..] if mark == "mod" => {
                within.push((name.clone(), depth));
                depth += 1;
                i += 3;
            }
            [Token::Word(mark), rest @ ..] if mark == "use" && !matches!(rest, [Token::Sign('<'), ..]) => {
                i = import(&tokens, i + 1, &[], &here(), &mut found);
            }
            [Token::Word(_), Token::Of, ..]
                if i == 0 || !matches!(tokens[i - 1], Token::Of | Token::Sign('.')) =>
            {
                let mut path = vec![];
                while let (Some(Token::Word(segment)), more) = (tokens.get(i), tokens.get(i + 1)) {
                    path.push(segment.clone());
                    if more != Some(&Token::Of) {
                        break;
                    }
                    i += 2;
                }
                i += 1;
                found.push(Named { within: here(), path, known_as: None });
            }
            [sign, ..] => {
                match sign {
                    Token::Sign('{') => depth += 1,
                    Token::Sign('}') => {
                        depth -= 1;
                        within.retain(|(_, ends)| *ends < depth);
                    }
                    _ => {}
                }
                i += 1;
            }
            [] => {}
        }
    }
    found
}

/// Reads the tree of an import from `i` on and returns where it ends.
fn import(tokens: &[Token], mut i: usize, before: &[String], here: &Module, found: &mut Vec<Named>) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(i) {
            Some(Token::Word(segment)) if segment == "as" => {
                if let (Some(last), Some(Token::Word(name))) = (found.last_mut(), tokens.get(i + 1)) {
                    last.known_as = Some(name.clone());
                }
                i += 2;
            }
            Some(Token::Word(segment)) => {
                if segment != "self" || path.is_empty() {
                    path.push(segment.clone());
                }
                i += 1;
                if tokens.get(i) != Some(&Token::Of) {
                    let known_as = path.last().cloned();
                    found.push(Named { within: here.clone(), path: path.clone(), known_as });
                }
            }
            Some(Token::Sign('*')) => {
                found.push(Named { within: here.clone(), path: path.clone(), known_as: None });
                i += 1;
            }
            Some(Token::Of) => i += 1,
            Some(Token::Sign('{')) => {
                i += 1;
                while tokens.get(i).is_some_and(|token| *token != Token::Sign('}')) {
                    i = import(tokens, i, &path, here, found);
                    if tokens.get(i) == Some(&Token::Sign(',')) {
                        i += 1;
                    }
                }
                i += 1;
            }
            _ => return i,
        }
    }
}

/// Which module uses which, and by which paths.
#[derive(Default)]
struct Uses(BTreeMap<(Module, Module), BTreeSet<String>>);

impl Uses {
    /// Reads the sources of a crate.
    fn of(sources: &BTreeMap<Module, String>) -> Uses {
        let named: Vec<Named> = sources.iter().flat_map(|(module, source)| named(module, source)).collect();
        let known = |path: &[String]| sources.contains_key(path);
        // Where a name that a module imports really stands.
        let mut imported: BTreeMap<(Module, String), Vec<String>> = BTreeMap::new();
        for one in &named {
            if let (Some(name), Some(path)) = (&one.known_as, absolute(one, &known)) {
                imported.insert((one.within.clone(), name.clone()), path);
            }
        }
        let mut uses = Uses::default();
        for one in &named {
            let Some(mut path) = absolute(one, &known) else { continue };
            // A name may be handed on from module to module; a circle of imports would not compile.
            for _ in 0..8 {
                let (module, rest) = split(&path, &known);
                let Some(name) = rest.first() else { break };
                let Some(there) = imported.get(&(module.clone(), name.clone())) else { break };
                path = there.iter().chain(&rest[1..]).cloned().collect();
            }
            let from = split(&one.within, &known).0;
            let to = split(&path, &known).0;
            uses.0.entry((from, to)).or_default().insert(one.path.join("::"));
        }
        uses
    }

    /// What the modules beside each other in `parent` use of each other, their own parts taken with them.
    fn beside(&self, parent: &[String]) -> BTreeMap<String, BTreeMap<String, String>> {
        let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for ((from, to), paths) in &self.0 {
            let (Some(a), Some(b)) = (from.strip_prefix(parent), to.strip_prefix(parent)) else { continue };
            if let ([a, ..], [b, ..]) = (a, b)
                && a != b
            {
                let by = format!("{} names {}", from.join("::"), paths.first().unwrap());
                found.entry(a.clone()).or_default().entry(b.clone()).or_insert(by);
            }
        }
        found
    }

    /// A circle among the modules in `parent`, step by step; `None` where there is none.
    fn circle(&self, parent: &[String]) -> Option<String> {
        let beside = self.beside(parent);
        for start in beside.keys() {
            // Ways of no more steps than needed: what is said is the shortest circle through `start`.
            let mut ways = vec![vec![start]];
            let mut seen = BTreeSet::new();
            while let Some(way) = (!ways.is_empty()).then(|| ways.remove(0)) {
                for next in beside.get(*way.last().unwrap()).into_iter().flatten().map(|(next, _)| next) {
                    if next == start {
                        let whole: Vec<_> = way.iter().chain([&next]).collect();
                        let steps = whole
                            .windows(2)
                            .map(|pair| format!("{} → {}: {}", pair[0], pair[1], beside[*pair[0]][*pair[1]]));
                        return Some(steps.collect::<Vec<_>>().join("\n"));
                    }
                    if seen.insert(next) {
                        ways.push(way.iter().copied().chain([next]).collect());
                    }
                }
            }
        }
        None
    }

    /// Every room that uses one which does not stand above it in the table, or is not in it.
    fn against(&self, rooms: &[(&str, &str)]) -> Vec<String> {
        let place = |room: &str| rooms.iter().position(|(name, _)| *name == room);
        let mut found = vec![];
        for (from, to) in self.beside(&[]) {
            for (to, by) in to {
                if place(&to).is_none() || place(&from) <= place(&to) {
                    found.push(format!("{from} may not use {to}: {by}"));
                }
            }
        }
        found
    }
}

/// A path as seen from the root of the crate; `None` where it leads out of the crate.
fn absolute(one: &Named, known: &impl Fn(&[String]) -> bool) -> Option<Vec<String>> {
    let mut path = one.path.as_slice();
    let mut base = one.within.clone();
    match path.first()?.as_str() {
        "crate" => {
            base = vec![];
            path = &path[1..];
        }
        "self" => path = &path[1..],
        "super" => {
            while path.first().is_some_and(|segment| segment == "super") {
                base.pop();
                path = &path[1..];
            }
        }
        child => {
            base.push(child.to_owned());
            known(&base).then_some(())?;
            path = &path[1..];
        }
    }
    base.extend_from_slice(path);
    Some(base)
}

/// The module that has a file which a path leads into, and what of the path is left.
fn split(path: &[String], known: &impl Fn(&[String]) -> bool) -> (Module, Vec<String>) {
    let at = (0..=path.len()).rev().find(|at| known(&path[..*at])).unwrap_or_default();
    (path[..at].to_vec(), path[at..].to_vec())
}

/// The sources below `src/` by module.
fn sources() -> BTreeMap<Module, String> {
    fn walk(folder: &Path, module: &[String], found: &mut BTreeMap<Module, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let inner: Module = module.iter().cloned().chain([name.clone()]).collect();
            if path.is_dir() {
                walk(&path, &inner, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") && name != "main" {
                let own = name == "mod" || (name == "lib" && module.is_empty());
                found.insert(if own { module.to_vec() } else { inner }, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[], &mut found);
    found
}

#[test]
fn modules_beside_each_other_form_no_circle() {
    let sources = sources();
    assert!(sources.len() > 150, "src/ was not read");
    let uses = Uses::of(&sources);
    let circles: Vec<String> = sources.keys().filter_map(|parent| uses.circle(parent)).collect();
    assert!(circles.is_empty(), "circles:\n{}", circles.join("\n\n"));
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let sources = sources();
    let there: BTreeSet<&str> =
        sources.keys().filter_map(|module| module.first().map(String::as_str)).collect();
    let said: BTreeSet<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    assert_eq!(there, said, "the table of rooms is not what stands in src/");
    let against = Uses::of(&sources).against(ROOMS);
    assert!(against.is_empty(), "{}", against.join("\n"));
}

/// Whether a source reaches for what only a browser has: by its words, by calling for the document or the window, or by
/// taking the framework's functions for them by name.
fn names_a_browser(source: &str) -> bool {
    let is_root = |word: &str| word == "document" || word == "window";
    let called = tokens(source).windows(4).any(|four| match four {
        [before, Token::Word(word), Token::Sign('('), Token::Sign(')')] if is_root(word) => {
            *before != Token::Sign('.')
        }
        [_, Token::Word(word), ..] => BROWSER_WORDS.contains(&word.as_str()),
        _ => false,
    });
    let of_framework = |path: &[String]| match path {
        [first, .., last] => first == "leptos" && is_root(last),
        _ => false,
    };
    called || named(&vec![], source).iter().any(|one| of_framework(&one.path))
}

#[test]
fn only_the_browser_room_names_the_browser() {
    let sources = sources();
    let own = |module: &Module| module.first().is_some_and(|room| room == "browser");
    let naming = sources.iter().filter(|(module, source)| !own(module) && names_a_browser(source));
    let naming: Vec<String> = naming.map(|(module, _)| module.join("::")).collect();
    assert!(naming.is_empty(), "what these do with the browser belongs into src/browser/: {naming:?}");
    for source in [
        "let d = document().title();",
        "use web_sys::Element;",
        "use leptos::prelude::{Effect, window};",
        "let found = some.map(leptos::prelude::document);",
        "use leptos::prelude::document as sheet;",
    ] {
        assert!(names_a_browser(source), "{source}");
    }
    for source in [
        "let document = found; // window()",
        "use crate::browser::{document, window};",
        "let d = document::told(root); self.window();",
        "use leptos::prelude::*;",
    ] {
        assert!(!names_a_browser(source), "{source}");
    }
}

#[test]
fn circles_are_found_however_they_are_written() {
    let uses = |sources: &[(&str, &str)]| {
        let module = |path: &str| path.split("::").filter(|s| !s.is_empty()).map(str::to_owned).collect();
        Uses::of(&sources.iter().map(|(path, text)| (module(path), (*text).to_owned())).collect())
    };
    let circle = |sources: &[(&str, &str)]| uses(sources).circle(&[]).is_some();
    let a = ("a", "use crate::b::B;");
    assert!(circle(&[("", ""), a, ("b", "fn f() { super::a::f() }")]));
    assert!(circle(&[("", ""), a, ("b", "use crate::{c::{self as d, C}, other};"), ("c", "crate::a::A")]));
    // Handed on by a third, and out of a part of a room.
    assert!(circle(&[("", "pub use a::A;"), a, ("b", ""), ("b::inner", "use crate::A;")]));
    assert!(circle(&[("", ""), a, ("b", "mod tests { use crate::a::f; }")]));
    // A part and its whole are one; comments, words and other crates are nothing.
    assert!(!circle(&[("", "use a::A;"), a, ("b", "mod x { use super::y; } // crate::a::f()")]));
    assert!(!circle(&[("", ""), a, ("b", "let s = \"crate::a::f()\"; let c = '\"'; other::a::f();")]));
    let parts = [("", ""), ("p", "mod q; q::f();"), ("p::q", "use super::r;"), ("p::r", "super::q::f()")];
    assert!(!circle(&parts));
    let found = uses(&parts).circle(&["p".to_owned()]);
    assert_eq!(
        found.as_deref(),
        Some("q → r: p::q names super::r\nr → q: p::r names super::q::f"),
        "a circle is named step by step"
    );
    let rooms = [("b", "below"), ("a", "above")];
    assert!(uses(&[("", ""), a, ("b", "")]).against(&rooms).is_empty());
    assert_eq!(
        uses(&[("", ""), ("a", ""), ("b", "use crate::a::A;")]).against(&rooms),
        ["b may not use a: b names crate::a::A"]
    );
}
