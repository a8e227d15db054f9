//! Leagues, and their outlines on the map.

use assessment::Text;
use serde::{Deserialize, Serialize};

/// A point on the map, degrees WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// Which of the region's two power grids a league belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grid {
    /// 蒙西.
    West,
    /// 蒙东.
    East,
}

/// A league or city (盟市).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct League {
    /// Address in the portal: `ordos`.
    pub id: String,
    /// Administrative division code: `150600`.
    pub adcode: String,
    /// Name.
    pub name: Text,
    /// Short name for the map: 鄂尔多斯.
    pub short: Text,
    /// Power grid.
    pub grid: Grid,
    /// Seat of its government.
    pub seat: Point,
    /// Row and column of its tile in the tile view, from 0.
    pub tile: [u8; 2],
}

/// The leagues' outlines, projected and simplified to SVG paths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueMap {
    /// Width and height of the drawing, its `viewBox` from 0 0.
    pub size: [f64; 2],
    /// Where the outlines come from.
    pub attribution: Text,
    /// One a league, in the order of the leagues.
    pub shapes: Vec<LeagueShape>,
}

/// One league's outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueShape {
    /// Id of the league.
    pub league: String,
    /// SVG path data.
    pub path: String,
    /// Where its name and marks stand, in drawing units.
    pub label: [f64; 2],
}
