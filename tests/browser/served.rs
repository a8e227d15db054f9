//! Data files in place of a server.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use disclosure::integrity::sha256_hex;
use disclosure::model::CATALOGUE_FORMAT;
use serde_json::{Value, json};

/// Answers for the files that pages ask for; any other is missing.
pub fn serve(files: &[(&str, &Value)]) {
    let files: serde_json::Map<_, _> =
        files.iter().map(|(name, value)| ((*name).to_owned(), json!(value.to_string()))).collect();
    let script = format!(
        "globalThis.files = {}; globalThis.fetch = async (request) => {{
            const name = new URL(request.url).pathname.split('/').pop();
            const text = globalThis.files[name];
            return new Response(text ?? '', {{ status: text === undefined ? 404 : 200 }});
        }}",
        Value::Object(files)
    );
    js_sys::eval(&script).unwrap();
}

/// How a file is named by what refers to it.
pub fn file(name: &str, content: &Value) -> Value {
    let text = content.to_string();
    json!({ "path": name, "sha256": sha256_hex(text.as_bytes()), "bytes": text.len() })
}

/// The index of an edition without parks, with these members in place of its own.
pub fn edition(members: Value) -> Value {
    let mut edition = serde_json::to_value(fixtures::edition(Vec::new())).unwrap();
    edition.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    edition
}

/// The catalogue of an edition alone, whose index is served as `index.json`.
pub fn catalogue(edition: &Value) -> Value {
    let index = file("index.json", edition);
    json!({
        "format": CATALOGUE_FORMAT, "default_edition": edition["id"], "map": file("map.json", &Value::Null),
        "editions": [{ "id": edition["id"], "title": edition["title"], "demonstration": edition["demonstration"],
                       "index": index }],
    })
}
