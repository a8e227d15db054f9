//! The plan's stages, and editions that hold some parks alone.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::ladder::{Ladder, StageTable};
use disclosure::model::{EDITION_FORMAT, Edition, ParkSummary};
use serde_json::{Value, json};

/// The stages of the plan's ladder.
pub fn table() -> StageTable {
    let ladder: Ladder = toml::from_str(include_str!("../../data/ladder/upgrade-2025.toml")).unwrap();
    ladder.table
}

/// The stages as an edition's index has them.
pub fn stages() -> Value {
    json!([{ "ladder": "upgrade-2025", "in_force_from": "2025-06-03", "published_on": "2025-07-08", "table": table() }])
}

/// An edition that holds these parks alone.
pub fn edition(parks: Vec<ParkSummary>) -> Edition {
    let file = json!({ "path": "", "sha256": "", "bytes": 0 });
    let edition: Edition = serde_json::from_value(json!({
        "format": EDITION_FORMAT, "id": "made", "title": { "zh": "版", "en": "Edition" }, "demonstration": true,
        "as_of": "2030-12-31", "site": {}, "leagues": [], "stages": stages(), "parks": [], "lists": [],
        "milestones": [], "not_published": [], "latest": [], "documents": file, "rulebook": file,
        "plan": file, "background": file, "glossary": file, "quotas": file, "search": file,
    }))
    .unwrap();
    Edition { parks, ..edition }
}
