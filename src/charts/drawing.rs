//! What a chart shows, as plain values: made by a page from the engine's figures, turned into an option by
//! [`super::options`]. Figures are floats here and here only; the table beside a chart has the exact ones.

/// A chart's content.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Energy from sources to uses.
    Flow(FlowDrawing),
    /// Emissions, energy and intensity over the rounds.
    Trend(TrendDrawing),
    /// Attainment of several parks by indicator.
    Radar(RadarDrawing),
}

impl Drawing {
    /// Its kind, which gives the figure its height in the style sheet.
    pub fn kind(&self) -> &'static str {
        match self {
            Drawing::Flow(_) => "flow",
            Drawing::Trend(_) => "trend",
            Drawing::Radar(_) => "radar",
        }
    }
}

/// How much room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A page's column.
    Wide,
    /// A phone.
    Narrow,
}

/// Whether energy is counted as non-fossil; told by colour, and by the table's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Non-fossil.
    NonFossil,
    /// Fossil.
    Fossil,
    /// A carrier of both.
    Both,
}

impl Kind {
    /// Its colour among the style sheet's tokens.
    pub fn token(self) -> &'static str {
        match self {
            Kind::NonFossil => "var(--chart-clean)",
            Kind::Fossil => "var(--chart-fossil)",
            Kind::Both => "var(--chart-both)",
        }
    }
}

/// Energy from sources to uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowDrawing {
    /// Ends of flows.
    pub nodes: Vec<Node>,
    /// Flows, each between two nodes.
    pub links: Vec<Link>,
}

/// An end of flows.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name; no two nodes have the same.
    pub name: String,
    /// The amount that goes through it, as it stands beside the name.
    pub amount: String,
    /// Column, from the left.
    pub column: u8,
    /// Kind of energy.
    pub kind: Kind,
}

/// A flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Name of a node.
    pub from: String,
    /// Name of a node.
    pub to: String,
    /// How much, tce; above zero.
    pub energy: f64,
    /// Kind of energy.
    pub kind: Kind,
}

/// Emissions, energy and intensity over the rounds. Every list of values has one entry a round, `None` where
/// nothing is published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendDrawing {
    /// Rounds, oldest first.
    pub rounds: Vec<String>,
    /// Whether a round's balance is not yet verified.
    pub pending: Vec<bool>,
    /// Titles of the three panels, with their units.
    pub titles: [String; 3],
    /// Emissions, one stack on the other, t CO₂.
    pub emissions: Vec<Stack>,
    /// Energy, one stack on the other, tce.
    pub energy: Vec<Stack>,
    /// Name of the intensity.
    pub intensity_name: String,
    /// Intensity, t CO₂ per tce.
    pub intensity: Vec<Option<f64>>,
    /// Target of the intensity.
    pub target: Vec<Option<f64>>,
    /// The target in words, with its clause.
    pub target_name: String,
}

/// A part of a stacked bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Its name.
    pub name: String,
    /// Its colour among the style sheet's tokens.
    pub token: &'static str,
    /// Values by round.
    pub values: Vec<Option<f64>>,
}

/// Attainment of several parks by indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RadarDrawing {
    /// Names of the indicators, clockwise from the top.
    pub indicators: Vec<String>,
    /// Name and attainment, 0 to 100, of each park; `None` where it is not known or does not apply.
    pub parks: Vec<(String, Vec<Option<f64>>)>,
}
