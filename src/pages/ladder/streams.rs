//! Where the bands of the flow run: stages of the earlier day on the left, of the later on the right, the
//! highest at the top.

use assessment::ladder::{Stage, StageTable};
use disclosure::stage_changes::Stream;

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
    pub fn of(table: &StageTable, from: Option<Stage>, to: Stage) -> Bearing {
        let corrected = |stage| table.correction(stage).is_some();
        match from {
            None => Bearing::Up,
            Some(from) if from == to => Bearing::Stayed,
            Some(_) if corrected(to) => Bearing::Corrected,
            Some(from) if corrected(from) => Bearing::Up,
            Some(from) if table.step_of(to) < table.step_of(from) => Bearing::Back,
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
pub fn lay_out(table: &StageTable, streams: &[Stream]) -> Streams {
    let all: usize = streams.iter().map(|stream| stream.parks).sum();
    let park = (MOST / all.max(1) as f64).min(PARK);
    let left = nodes(table, streams, park, |stream| stream.from);
    let right = nodes(table, streams, park, |stream| Some(stream.to));
    let height = tall(&left).max(tall(&right));
    // From the top down on both sides, bands of one stage never cross each other there.
    let mut order: Vec<&Stream> = streams.iter().collect();
    order.sort_by_key(|stream| std::cmp::Reverse((level(table, stream.from), level(table, Some(stream.to)))));
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
        let bearing = Bearing::of(table, stream.from, stream.to);
        bands.push(Band { stream: *stream, bearing, from, to, width: width.max(LEAST) });
    }
    bands.sort_by_key(|band| band.bearing != Bearing::Stayed);
    Streams { left, right, bands, height }
}

/// How high a stage stands in the drawing: by its step, and measures below what else stands on theirs, the
/// gravest lowest, so that they lead down.
fn level(table: &StageTable, stage: Option<Stage>) -> (Option<u8>, bool, isize) {
    let Some(stage) = stage else { return (None, false, 0) };
    let rank = table.rank(stage) as isize;
    match table.correction(stage) {
        Some(_) => (table.step_of(stage), false, -rank),
        None => (table.step_of(stage), true, rank),
    }
}

fn nodes(
    table: &StageTable,
    streams: &[Stream],
    park: f64,
    stage: impl Fn(&Stream) -> Option<Stage>,
) -> Vec<Node> {
    let mut stages: Vec<Option<Stage>> = streams.iter().map(&stage).collect();
    stages.sort_unstable_by_key(|stage| level(table, *stage));
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
    use fixtures::stage_table;

    use super::*;

    fn stream(from: Option<Stage>, to: Stage, parks: usize) -> Stream {
        Stream { from, to, parks }
    }

    #[test]
    fn every_stage_stands_once_on_each_side_with_all_its_parks() {
        let drawn = lay_out(
            &stage_table(),
            &[
                stream(None, Stage::CANDIDATE, 2),
                stream(Some(Stage::CULTIVATION), Stage::CULTIVATION, 20),
                stream(Some(Stage::CULTIVATION), Stage::BUILT, 3),
            ],
        );
        let side = |nodes: &[Node]| nodes.iter().map(|node| (node.stage, node.parks)).collect::<Vec<_>>();
        assert_eq!(side(&drawn.left), [(Some(Stage::CULTIVATION), 23), (None, 2)]);
        assert_eq!(
            side(&drawn.right),
            [(Some(Stage::BUILT), 3), (Some(Stage::CULTIVATION), 20), (Some(Stage::CANDIDATE), 2)]
        );
        assert_eq!(drawn.bands.len(), 3);
        assert_eq!(drawn.bands[0].bearing, Bearing::Stayed);
    }

    #[test]
    fn bands_of_one_stage_follow_each_other_without_overlap() {
        let drawn = lay_out(
            &stage_table(),
            &[
                stream(Some(Stage::CULTIVATION), Stage::REMINDED, 4),
                stream(Some(Stage::CULTIVATION), Stage::ACCEPTANCE, 6),
            ],
        );
        let mut edges: Vec<_> = drawn.bands.iter().map(|band| (band.from, band.width)).collect();
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!((edges[0].0 + edges[0].1 - edges[1].0).abs() < 1e-9, "{edges:?}");
    }

    #[test]
    fn a_reminder_leads_down_and_its_end_up() {
        let drawn = lay_out(
            &stage_table(),
            &[
                stream(Some(Stage::CULTIVATION), Stage::REMINDED, 1),
                stream(Some(Stage::CULTIVATION), Stage::ACCEPTANCE, 1),
                stream(Some(Stage::REMINDED), Stage::CULTIVATION, 1),
            ],
        );
        let stages = |nodes: &[Node]| nodes.iter().filter_map(|node| node.stage).collect::<Vec<_>>();
        assert_eq!(stages(&drawn.left), [Stage::CULTIVATION, Stage::REMINDED]);
        assert_eq!(stages(&drawn.right), [Stage::ACCEPTANCE, Stage::CULTIVATION, Stage::REMINDED]);
    }

    #[test]
    fn ten_thousand_parks_stay_on_the_page_and_one_of_them_is_seen() {
        let drawn = lay_out(
            &stage_table(),
            &[
                stream(Some(Stage::CANDIDATE), Stage::CANDIDATE, 9_999),
                stream(Some(Stage::CANDIDATE), Stage::CULTIVATION, 1),
            ],
        );
        assert!(drawn.height < MOST + 200.0, "{}", drawn.height);
        assert!(drawn.bands.iter().all(|band| band.width >= LEAST));
        assert_eq!(lay_out(&stage_table(), &[]), Streams::default());
    }

    #[test]
    fn a_reminder_is_no_rise_and_the_way_back_from_it_is() {
        let of = |from, to| Bearing::of(&stage_table(), from, to);
        assert_eq!(of(Some(Stage::CULTIVATION), Stage::REMINDED), Bearing::Corrected);
        assert_eq!(of(Some(Stage::REMINDED), Stage::RECTIFICATION), Bearing::Corrected);
        assert_eq!(of(Some(Stage::RECTIFICATION), Stage::CULTIVATION), Bearing::Up);
        assert_eq!(of(Some(Stage::ACCEPTANCE), Stage::CULTIVATION), Bearing::Back);
        assert_eq!(of(Some(Stage::BUILT), Stage::RECOMMENDED), Bearing::Up);
        assert_eq!(of(None, Stage::CULTIVATION), Bearing::Up);
        assert_eq!(of(Some(Stage::BUILT), Stage::BUILT), Bearing::Stayed);
    }
}
