//! The leagues' outlines, from GeoJSON.

use disclosure::model::Point;
use serde::Deserialize;

use crate::finding::Finding;
use crate::text;
use crate::words::findings::{self as words, Message};

/// Path of the file.
pub const FILE: &str = "outlines/leagues.geojson";

/// A closed line, degrees WGS 84; the last point repeats the first.
pub type Ring = Vec<[f64; 2]>;

/// The outlines.
#[derive(Clone, Debug)]
pub struct Outlines(pub Vec<Outline>);

/// One league's outline.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Administrative division code.
    pub adcode: String,
    /// Line of the file on which it stands.
    pub line: usize,
    /// Its polygons' rings, outer ones and holes alike.
    pub rings: Vec<Ring>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    adcode: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

/// Reads the outlines; `None` when a finding was made.
pub fn read(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Outlines> {
    let text = text::decode(FILE, bytes, findings)?;
    let collection: Collection = match serde_json::from_str(&text) {
        Ok(collection) => collection,
        Err(error) => {
            let expected = words::geojson();
            findings.push(Finding::of_line(
                FILE,
                error.line(),
                "$",
                expected,
                words::not_read(error.to_string()),
            ));
            return None;
        }
    };
    let line_starts = text::line_starts(&text);
    let before = findings.len();
    let mut outlines = Vec::new();
    for (index, Feature { properties: Properties { adcode }, geometry }) in
        collection.features.into_iter().enumerate()
    {
        let line = text::line_at(&line_starts, text.find(&format!("\"{adcode}\"")).unwrap_or(0));
        let rings = match geometry {
            Geometry::Polygon(rings) => rings,
            Geometry::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        check_rings(index, line, &rings, findings);
        outlines.push(Outline { adcode, line, rings });
    }
    (findings.len() == before).then_some(Outlines(outlines))
}

fn check_rings(index: usize, line: usize, rings: &[Ring], findings: &mut Vec<Finding>) {
    let mut wrong = |expected: Message, found: Message| {
        let path = format!("features[{index}].geometry");
        findings.push(Finding::of_line(FILE, line, path, expected, found));
    };
    if rings.is_empty() {
        wrong(words::a_ring(), words::none());
    }
    for ring in rings {
        if ring.len() < 4 || ring.first() != ring.last() {
            wrong(words::closed_rings(), words::ring_of(ring.len()));
        }
        let outside =
            ring.iter().find(|[lon, lat]| !(90.0..=130.0).contains(lon) || !(35.0..=55.0).contains(lat));
        if let Some([lon, lat]) = outside {
            wrong(words::degrees(), words::degrees_found(*lon, *lat));
        }
    }
}

impl Outline {
    /// Whether a point lies in the outline: it does when a ray from it crosses the rings oddly often.
    pub fn contains(&self, point: Point) -> bool {
        let crosses = |a: &[f64; 2], b: &[f64; 2]| {
            (a[1] > point.lat) != (b[1] > point.lat)
                && point.lon < (b[0] - a[0]) * (point.lat - a[1]) / (b[1] - a[1]) + a[0]
        };
        let count = |ring: &Ring| ring.windows(2).filter(|pair| crosses(&pair[0], &pair[1])).count();
        self.rings.iter().map(count).sum::<usize>() % 2 == 1
    }
}
