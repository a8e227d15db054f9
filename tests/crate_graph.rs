//! Which crate of this workspace may use which, and who may reach the outside: read from the manifests.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A crate: what of this workspace it may use, and which other crates, outside its tests.
struct Allowed {
    name: &'static str,
    ours: &'static [&'static str],
    others: &'static [&'static str],
}

const fn pure(name: &'static str, ours: &'static [&'static str], others: &'static [&'static str]) -> Allowed {
    Allowed { name, ours, others }
}

/// The crates that hold what is true. They do no I/O, read no clock and know no interface; the portal and the
/// publisher's tools stand on them, and are free in what they use. A crate is added to a row with a look at what it
/// reaches: those named here only compute.
const PURE: &[Allowed] = &[
    pure("assessment", &["json-tree"], &["ethnum", "rand_chacha", "serde", "serde_json", "time"]),
    pure("json-tree", &[], &["serde", "serde_json"]),
    pure("disclosure", &["assessment", "json-tree"], &["serde", "serde_json", "sha2"]),
    pure("worksheet", &["assessment", "json-tree"], &["base64", "miniz_oxide", "serde", "serde_json"]),
];

/// Crates that know a browser. Of the workspace only the portal does; the bench has its steps called from a page.
const BROWSER: &[&str] = &[
    "charming",
    "console_error_panic_hook",
    "gloo",
    "gloo-net",
    "gloo-timers",
    "idb",
    "js-sys",
    "leptos",
    "leptos_meta",
    "leptos_router",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "wasm_split_helpers",
    "web-sys",
];

/// A manifest: its name, and the crates it depends on outside its tests, on any target.
fn read(manifest: &str) -> (String, BTreeSet<String>) {
    let manifest: toml::Table = manifest.parse().unwrap();
    let mut found = BTreeSet::new();
    let of = |table: &toml::Table, found: &mut BTreeSet<String>| {
        for kind in ["dependencies", "build-dependencies"] {
            let named = table.get(kind).and_then(toml::Value::as_table);
            found.extend(named.into_iter().flatten().map(|(name, how)| {
                // A crate may be used under a name of its own.
                how.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned()
            }));
        }
    };
    of(&manifest, &mut found);
    for (_, target) in manifest.get("target").and_then(toml::Value::as_table).into_iter().flatten() {
        of(target.as_table().unwrap(), &mut found);
    }
    (manifest["package"]["name"].as_str().unwrap().to_owned(), found)
}

/// Every crate of the workspace with what it depends on.
fn workspace() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let folders = crates.chain([root.to_owned(), root.join("xtask")]);
    folders.map(|folder| read(&fs::read_to_string(folder.join("Cargo.toml")).unwrap())).collect()
}

/// What a crate uses and may not.
fn against(allowed: &Allowed, uses: &BTreeSet<String>) -> Vec<String> {
    let may =
        |name: &String| allowed.ours.contains(&name.as_str()) || allowed.others.contains(&name.as_str());
    uses.iter().filter(|name| !may(name)).map(|name| format!("{} may not use {name}", allowed.name)).collect()
}

#[test]
fn what_is_true_stands_on_nothing_that_reaches_outside() {
    let workspace = workspace();
    let found: Vec<String> =
        PURE.iter().flat_map(|allowed| against(allowed, &workspace[allowed.name])).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_is_true_asks_to_be_held_to_it() {
    // What clippy.toml lists is refused where a crate asks for it; without these lines it would be silent.
    let refused = ["disallowed_methods", "print_stdout", "print_stderr", "float_arithmetic"];
    for Allowed { name, .. } in PURE {
        let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("crates/{name}/src/lib.rs"));
        let lib = fs::read_to_string(lib).unwrap();
        let asked = lib.split("#![deny(").nth(1).and_then(|rest| rest.split(")]").next()).unwrap_or_default();
        let asked: BTreeSet<&str> = asked.split(',').map(str::trim).collect();
        for lint in refused {
            assert!(
                asked.contains(format!("clippy::{lint}").as_str()),
                "{name} does not deny clippy::{lint}"
            );
        }
    }
}

#[test]
fn only_the_portal_knows_a_browser() {
    for (name, uses) in workspace() {
        let known: Vec<_> = uses.iter().filter(|used| BROWSER.contains(&used.as_str())).collect();
        match name.as_str() {
            "portal" => assert!(!known.is_empty(), "the portal's manifest was not read"),
            "bench" => assert_eq!(known, ["wasm-bindgen"], "the bench is called from a page, and no more"),
            name => assert!(known.is_empty(), "{name} uses {known:?}, which only the portal may"),
        }
    }
}

#[test]
fn nothing_stands_on_the_portal_the_publishers_tools_or_the_fixtures_of_tests() {
    for (name, uses) in workspace() {
        assert!(!uses.contains("fixtures"), "{name} may use fixtures in its tests alone");
        for tool in ["portal", "parks", "bench", "xtask"] {
            // The bench makes its editions with the publisher's own tools, which draw the pages by the portal's code.
            let may = [("bench", "parks"), ("parks", "portal")].contains(&(name.as_str(), tool));
            assert!(may || !uses.contains(tool), "{name} may not use {tool}");
        }
    }
}

#[test]
fn a_dependency_is_found_wherever_it_is_declared() {
    let manifest = r#"
        [package]
        name = "worksheet"
        [dependencies]
        assessment.workspace = true
        files = { package = "disclosure", path = "../disclosure" }
        [target.'cfg(target_arch = "wasm32")'.dependencies.web-sys]
        version = "0.3"
        [build-dependencies]
        parks = "1"
        [dev-dependencies]
        leptos = "1"
    "#;
    let (name, uses) = read(manifest);
    let allowed = PURE.iter().find(|allowed| allowed.name == name).unwrap();
    assert_eq!(
        against(allowed, &uses),
        ["disclosure", "parks", "web-sys"].map(|used| format!("worksheet may not use {used}"))
    );
}
