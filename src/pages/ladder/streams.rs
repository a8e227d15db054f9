//! Where the bands of the flow run: stages of the earlier day on the left, of the later on the right, the
//! highest at the top.

use assessment::ladder::Stage;
use disclosure::moves::Stream;

use crate::stages::Step;

/// Height of a stage's name, px: no stage is lower, however few parks stand on it.
const NAME: f64 = 32.0;
/// Room between stages, px.
pub const GAP: f64 = 8.0;
/// Height of one park, px, while there are few.
const PARK: f64 = 9.0;
/// Height that all parks together take at most, px.
const MOST: f64 = 400.0;
/// The least height of a band, px: one park of ten thousand is still seen.
const LEAST: f64 = 1.5;

/// What a band tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// To a higher step, or back to cultivation after a reminder or an order.
    Up,
    /// Reminded, or ordered to rectify.
    Corrected,
    /// To a lower step.
    Back,
    /// Nowhere.
    Stayed,
}

impl Bearing {
    /// All of them, in the order of the key.
    pub const ALL: [Bearing; 4] = [Bearing::Up, Bearing::Corrected, Bearing::Back, Bearing::Stayed];

    /// What a way from one stage to another tells.
    pub fn of(from: Option<Stage>, to: Stage) -> Bearing {
        let corrected = |stage| matches!(stage, Stage::Reminded | Stage::Rectification);
        match from {
            None => Bearing::Up,
            Some(from) if from == to => Bearing::Stayed,
            Some(_) if corrected(to) => Bearing::Corrected,
            Some(from) if corrected(from) => Bearing::Up,
            Some(from) if Step::of(to) < Step::of(from) => Bearing::Back,
            Some(_) => Bearing::Up,
        }
    }

    /// Name of its class.
    pub fn class(self) -> &'static str {
        match self {
            Bearing::Up => "band band-up",
            Bearing::Corrected => "band band-corrected",
            Bearing::Back => "band band-back",
            Bearing::Stayed => "band band-stayed",
        }
    }
}

/// A stage on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The stage; `None` for parks that come new.
    pub stage: Option<Stage>,
    /// Parks on it.
    pub parks: usize,
    /// Height, px.
    pub height: f64,
}

/// A band between two stages: its upper edge on either side, and its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// What it carries.
    pub stream: Stream,
    /// What it tells.
    pub bearing: Bearing,
    from: f64,
    to: f64,
    width: f64,
}

/// The drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Streams {
    /// The earlier day, from the top.
    pub left: Vec<Node>,
    /// The later day, from the top.
    pub right: Vec<Node>,
    /// Bands; those that stay come first, so that what moved is drawn over them.
    pub bands: Vec<Band>,
    /// Height of the drawing, px.
    pub height: f64,
}

impl Band {
    /// Its outline on a field 100 wide.
    pub fn path(&self) -> String {
        let Band { from, to, width, .. } = *self;
        let (low_from, low_to) = (from + width, to + width);
        format!(
            "M0 {from:.1}C50 {from:.1} 50 {to:.1} 100 {to:.1}V{low_to:.1}C50 {low_to:.1} 50 {low_from:.1} 0 {low_from:.1}Z"
        )
    }
}

/// Lays the bands out.
pub fn lay_out(streams: &[Stream]) -> Streams {
    let all: usize = streams.iter().map(|stream| stream.parks).sum();
    let park = (MOST / all.max(1) as f64).min(PARK);
    let left = nodes(streams, park, |stream| stream.from);
    let right = nodes(streams, park, |stream| Some(stream.to));
    let height = tall(&left).max(tall(&right));
    // From the top down on both sides, bands of one stage never cross each other there.
    let mut order: Vec<&Stream> = streams.iter().collect();
    order.sort_by_key(|stream| std::cmp::Reverse((level(stream.from), level(Some(stream.to)))));
    let mut used = [vec![0.0; left.len()], vec![0.0; right.len()]];
    let mut bands = Vec::with_capacity(order.len());
    for stream in order {
        let width = stream.parks as f64 * park;
        let mut edge = |side: usize, nodes: &[Node], stage| {
            let at = nodes.iter().position(|node| node.stage == stage).unwrap_or_default();
            let node = &nodes[at];
            // A name is taller than few parks: their band stands in its middle.
            let inset = (node.height - node.parks as f64 * park).max(0.0) / 2.0;
            let edge = top(nodes, at) + inset + used[side][at];
            used[side][at] += width;
            edge
        };
        let (from, to) = (edge(0, &left, stream.from), edge(1, &right, Some(stream.to)));
        let bearing = Bearing::of(stream.from, stream.to);
        bands.push(Band { stream: *stream, bearing, from, to, width: width.max(LEAST) });
    }
    bands.sort_by_key(|band| band.bearing != Bearing::Stayed);
    Streams { left, right, bands, height }
}

/// How high a stage stands in the drawing: reminders and orders below cultivation, so that they lead down.
fn level(stage: Option<Stage>) -> usize {
    match stage {
        None => 0,
        Some(Stage::Candidate) => 1,
        Some(Stage::Rectification) => 2,
        Some(Stage::Reminded) => 3,
        Some(Stage::Cultivation) => 4,
        Some(above) => 5 + above as usize,
    }
}

fn nodes(streams: &[Stream], park: f64, stage: impl Fn(&Stream) -> Option<Stage>) -> Vec<Node> {
    let mut stages: Vec<Option<Stage>> = streams.iter().map(&stage).collect();
    stages.sort_unstable_by_key(|stage| level(*stage));
    stages.dedup();
    let node = |of: Option<Stage>| {
        let parks = streams.iter().filter(|stream| stage(stream) == of).map(|stream| stream.parks).sum();
        Node { stage: of, parks, height: (parks as f64 * park).max(NAME) }
    };
    stages.into_iter().rev().map(node).collect()
}

fn top(nodes: &[Node], at: usize) -> f64 {
    nodes[..at].iter().map(|node| node.height + GAP).sum()
}

fn tall(nodes: &[Node]) -> f64 {
    nodes.iter().map(|node| node.height + GAP).sum::<f64>() - if nodes.is_empty() { 0.0 } else { GAP }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(from: Option<Stage>, to: Stage, parks: usize) -> Stream {
        Stream { from, to, parks }
    }

    #[test]
    fn every_stage_stands_once_on_each_side_with_all_its_parks() {
        let drawn = lay_out(&[
            stream(None, Stage::Candidate, 2),
            stream(Some(Stage::Cultivation), Stage::Cultivation, 20),
            stream(Some(Stage::Cultivation), Stage::Built, 3),
        ]);
        let side = |nodes: &[Node]| nodes.iter().map(|node| (node.stage, node.parks)).collect::<Vec<_>>();
        assert_eq!(side(&drawn.left), [(Some(Stage::Cultivation), 23), (None, 2)]);
        assert_eq!(
            side(&drawn.right),
            [(Some(Stage::Built), 3), (Some(Stage::Cultivation), 20), (Some(Stage::Candidate), 2)]
        );
        assert_eq!(drawn.bands.len(), 3);
        assert_eq!(drawn.bands[0].bearing, Bearing::Stayed);
    }

    #[test]
    fn bands_of_one_stage_follow_each_other_without_overlap() {
        let drawn = lay_out(&[
            stream(Some(Stage::Cultivation), Stage::Reminded, 4),
            stream(Some(Stage::Cultivation), Stage::Acceptance, 6),
        ]);
        let mut edges: Vec<_> = drawn.bands.iter().map(|band| (band.from, band.width)).collect();
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!((edges[0].0 + edges[0].1 - edges[1].0).abs() < 1e-9, "{edges:?}");
    }

    #[test]
    fn a_reminder_leads_down_and_its_end_up() {
        let drawn = lay_out(&[
            stream(Some(Stage::Cultivation), Stage::Reminded, 1),
            stream(Some(Stage::Cultivation), Stage::Acceptance, 1),
            stream(Some(Stage::Reminded), Stage::Cultivation, 1),
        ]);
        let stages = |nodes: &[Node]| nodes.iter().filter_map(|node| node.stage).collect::<Vec<_>>();
        assert_eq!(stages(&drawn.left), [Stage::Cultivation, Stage::Reminded]);
        assert_eq!(stages(&drawn.right), [Stage::Acceptance, Stage::Cultivation, Stage::Reminded]);
    }

    #[test]
    fn ten_thousand_parks_stay_on_the_page_and_one_of_them_is_seen() {
        let drawn = lay_out(&[
            stream(Some(Stage::Candidate), Stage::Candidate, 9_999),
            stream(Some(Stage::Candidate), Stage::Cultivation, 1),
        ]);
        assert!(drawn.height < MOST + 200.0, "{}", drawn.height);
        assert!(drawn.bands.iter().all(|band| band.width >= LEAST));
        assert_eq!(lay_out(&[]), Streams::default());
    }

    #[test]
    fn a_reminder_is_no_rise_and_the_way_back_from_it_is() {
        use Stage::{Acceptance, Built, Cultivation, Recommended, Rectification, Reminded};
        assert_eq!(Bearing::of(Some(Cultivation), Reminded), Bearing::Corrected);
        assert_eq!(Bearing::of(Some(Reminded), Rectification), Bearing::Corrected);
        assert_eq!(Bearing::of(Some(Rectification), Cultivation), Bearing::Up);
        assert_eq!(Bearing::of(Some(Acceptance), Cultivation), Bearing::Back);
        assert_eq!(Bearing::of(Some(Built), Recommended), Bearing::Up);
        assert_eq!(Bearing::of(None, Cultivation), Bearing::Up);
        assert_eq!(Bearing::of(Some(Built), Built), Bearing::Stayed);
    }
}
