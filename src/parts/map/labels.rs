//! Where the names stand on the map: never over each other, never over a mark, with a line to their
//! league when they had to step aside.

use crate::svg_number::within;

/// A name to be placed. Lengths are in drawing units.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the name belongs.
    pub anchor: [f64; 2],
    /// Width of its words.
    pub width: f64,
    /// Height of its line.
    pub height: f64,
}

/// A placed name.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Which of the labels it is.
    pub index: usize,
    /// Middle of the words.
    pub at: [f64; 2],
    /// The line to the anchor, from the words' edge, where they had to step aside.
    pub leader: Option<[[f64; 2]; 2]>,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Middle.
    pub at: [f64; 2],
    /// Half of width and height.
    pub half: [f64; 2],
}

impl Rect {
    /// A rectangle around a point.
    pub fn around(at: [f64; 2], width: f64, height: f64) -> Rect {
        Rect { at, half: [width / 2.0, height / 2.0] }
    }

    /// Whether the two share any area.
    pub fn overlaps(&self, other: &Rect) -> bool {
        (0..2).all(|axis| (self.at[axis] - other.at[axis]).abs() < self.half[axis] + other.half[axis] - 1e-9)
    }

    fn within(&self, size: [f64; 2]) -> bool {
        (0..2).all(|axis| {
            self.at[axis] - self.half[axis] >= 0.0 && self.at[axis] + self.half[axis] <= size[axis]
        })
    }

    fn contains(&self, point: [f64; 2]) -> bool {
        (0..2).all(|axis| (point[axis] - self.at[axis]).abs() < self.half[axis])
    }

    /// The point of the rectangle that is nearest to another point.
    fn nearest(&self, to: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| within(to[axis], self.at[axis] - self.half[axis], self.at[axis] + self.half[axis]))
    }

    fn crossed_by(&self, [from, to]: [[f64; 2]; 2]) -> bool {
        const PARTS: u32 = 24;
        (0..=PARTS).any(|part| {
            let share = f64::from(part) / f64::from(PARTS);
            self.contains([0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share))
        })
    }
}

/// Sets points that lie nearer to each other than `gap` apart, each as little as it takes, within a drawing
/// of this size. Points with room stay where they are; the same points always end in the same places.
pub fn spread(points: &[[f64; 2]], gap: f64, size: [f64; 2]) -> Vec<[f64; 2]> {
    /// Rounds after which even a crowd has come apart.
    const ROUNDS: usize = 200;
    let margin = gap / 2.0;
    let mut places = points.to_vec();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for i in 0..places.len() {
            for j in i + 1..places.len() {
                moved |= part(&mut places, i, j, gap);
            }
        }
        if !moved {
            break;
        }
        for (place, home) in places.iter_mut().zip(points) {
            if distance(*place, *home) > 0.0 {
                *place = [0, 1].map(|axis| within(place[axis], margin, size[axis] - margin));
            }
        }
    }
    places
}

/// Moves two places apart, half the way each, where they are nearer than `gap`; whether it did.
fn part(places: &mut [[f64; 2]], i: usize, j: usize, gap: f64) -> bool {
    let (a, b) = (places[i], places[j]);
    let between = distance(a, b);
    if between >= gap - 1e-6 {
        return false;
    }
    // Those in one place go sideways, the first to the left.
    let along = if between > 0.0 { [0, 1].map(|axis| (b[axis] - a[axis]) / between) } else { [1.0, 0.0] };
    let step = (gap - between) / 2.0;
    places[i] = [0, 1].map(|axis| a[axis] - along[axis] * step);
    places[j] = [0, 1].map(|axis| b[axis] + along[axis] * step);
    true
}

/// Directions tried in each quarter around an anchor.
const QUARTER: u32 = 6;
/// Farthest step aside, in line heights.
const FARTHEST: u32 = 14;
/// From this many line heights on, a line leads back.
const LEADER: f64 = 0.9;

/// Places names in a drawing of this size, around obstacles such as marks. A name for which there is no
/// free place is left out: the list beside the map has it.
///
/// Lonely names are placed first, at home; crowded ones step aside around them.
pub fn place(labels: &[Label], obstacles: &[Rect], size: [f64; 2]) -> Vec<Placed> {
    let crowding = |i: usize| {
        labels
            .iter()
            .enumerate()
            .filter(|(j, _)| *j != i)
            .map(|(_, other)| distance(labels[i].anchor, other.anchor))
            .fold(f64::INFINITY, f64::min)
    };
    let mut order: Vec<_> = (0..labels.len()).map(|i| (i, crowding(i))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut taken: Vec<(Rect, Option<[[f64; 2]; 2]>)> = Vec::new();
    let mut placed = Vec::new();
    for (index, _) in order {
        let label = &labels[index];
        // Another league's anchor is kept free, so that a name is never read as its neighbour's.
        let others = labels.iter().enumerate().filter(|(j, _)| *j != index);
        let foreign: Vec<_> =
            others.map(|(_, other)| Rect::around(other.anchor, label.height, label.height)).collect();
        let free = |rect: &Rect, leader: &Option<[[f64; 2]; 2]>| {
            rect.within(size)
                && !obstacles.iter().chain(&foreign).any(|obstacle| rect.overlaps(obstacle))
                && !taken.iter().any(|(other, line)| {
                    rect.overlaps(other)
                        || line.is_some_and(|line| rect.crossed_by(line))
                        || leader.is_some_and(|leader| other.crossed_by(leader))
                })
        };
        let found = candidates(label).find(|(rect, leader)| free(rect, leader));
        if let Some((rect, leader)) = found {
            taken.push((rect, leader));
            placed.push(Placed { index, at: rect.at, leader });
        }
    }
    placed.sort_by_key(|label| label.index);
    placed
}

/// Places for a label, nearest first.
fn candidates(label: &Label) -> impl Iterator<Item = (Rect, Option<[[f64; 2]; 2]>)> + '_ {
    let home = std::iter::once(label.anchor);
    let around = (1..=FARTHEST * 2).flat_map(move |ring| {
        directions().map(move |[x, y]| {
            let radius = f64::from(ring) * label.height / 2.0;
            // Wider than high, as the words are.
            let stretch = 1.0 + label.width / label.height / 8.0;
            [label.anchor[0] + x * radius * stretch, label.anchor[1] + y * radius]
        })
    });
    home.chain(around).map(|at| {
        let rect = Rect::around(at, label.width, label.height);
        let edge = rect.nearest(label.anchor);
        let aside = distance(edge, label.anchor) > label.height * LEADER;
        (rect, aside.then_some([edge, label.anchor]))
    })
}

/// Unit vectors all around: straight down first, then alternately to both sides, up to straight up.
///
/// By the rational form of the circle, `((1 − t²) ÷ (1 + t²), 2t ÷ (1 + t²))`: sine and cosine would be the
/// only ones in the portal, and bring their tables along.
fn directions() -> impl Iterator<Item = [f64; 2]> {
    (0..=2 * QUARTER).flat_map(|turn| {
        let (part, down) = if turn <= QUARTER { (turn, 1.0) } else { (2 * QUARTER - turn, -1.0) };
        let t = f64::from(part) / f64::from(QUARTER);
        let (x, y) = (2.0 * t / (1.0 + t * t), down * (1.0 - t * t) / (1.0 + t * t));
        [[x, y], [-x, y]]
    })
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt()
}

/// Width of words set at a size: an ideograph is as wide as the size, other letters about 0.58 of it.
pub fn width_of(words: &str, size: f64) -> f64 {
    words.chars().map(|c| if c >= '\u{2e80}' { 1.0 } else { 0.58 }).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seats of the twelve leagues, roughly as they lie in a drawing of 1000 by 760.
    const SEATS: [(&str, &str, [f64; 2]); 12] = [
        ("呼和浩特", "Hohhot", [478.0, 600.0]),
        ("包头", "Baotou", [425.0, 560.0]),
        ("乌海", "Wuhai", [312.0, 650.0]),
        ("赤峰", "Chifeng", [720.0, 480.0]),
        ("通辽", "Tongliao", [830.0, 430.0]),
        ("鄂尔多斯", "Ordos", [410.0, 660.0]),
        ("呼伦贝尔", "Hulunbuir", [800.0, 150.0]),
        ("巴彦淖尔", "Bayannur", [340.0, 570.0]),
        ("乌兰察布", "Ulanqab", [540.0, 570.0]),
        ("兴安", "Hinggan", [800.0, 330.0]),
        ("锡林郭勒", "Xilingol", [610.0, 430.0]),
        ("阿拉善", "Alxa", [170.0, 650.0]),
    ];

    fn labels(english: bool, size: f64) -> Vec<Label> {
        let label = |(zh, en, anchor): &(&str, &str, [f64; 2])| {
            let words = if english { en } else { zh };
            Label { anchor: *anchor, width: width_of(words, size), height: size * 1.25 }
        };
        SEATS.iter().map(label).collect()
    }

    fn check(labels: &[Label], obstacles: &[Rect], placed: &[Placed]) {
        let rects: Vec<_> = placed
            .iter()
            .map(|p| Rect::around(p.at, labels[p.index].width, labels[p.index].height))
            .collect();
        for (i, a) in rects.iter().enumerate() {
            assert!(a.within([1000.0, 760.0]), "{a:?} leaves the drawing");
            assert!(!obstacles.iter().any(|o| a.overlaps(o)), "{a:?} covers a mark");
            for (j, b) in rects.iter().enumerate().skip(i + 1) {
                assert!(!a.overlaps(b), "{a:?} and {b:?} overlap");
                for (line, rect) in [(placed[i].leader, b), (placed[j].leader, a)] {
                    assert!(!line.is_some_and(|line| rect.crossed_by(line)), "a line crosses a name");
                }
            }
        }
    }

    #[test]
    fn every_name_has_a_place_of_its_own_in_both_languages_and_at_every_size() {
        let marks = [Rect::around([405.0, 680.0], 24.0, 24.0), Rect::around([425.0, 585.0], 24.0, 24.0)];
        for english in [false, true] {
            for size in [14.0, 20.0, 26.0, 34.0] {
                let labels = labels(english, size);
                let placed = place(&labels, &marks, [1000.0, 760.0]);
                check(&labels, &marks, &placed);
                assert_eq!(placed.len(), labels.len(), "english {english}, size {size}");
            }
        }
    }

    #[test]
    fn a_name_with_room_stays_at_home_and_has_no_line() {
        let label = Label { anchor: [500.0, 300.0], width: 80.0, height: 20.0 };
        let placed = place(&[label], &[], [1000.0, 760.0]);
        assert_eq!(placed, [Placed { index: 0, at: [500.0, 300.0], leader: None }]);
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let label = Label { anchor: [500.0, 300.0], width: 2000.0, height: 20.0 };
        assert_eq!(place(&[label], &[], [1000.0, 760.0]), []);
    }

    fn nearest(places: &[[f64; 2]]) -> f64 {
        let pairs =
            places.iter().enumerate().flat_map(|(i, a)| places[i + 1..].iter().map(|b| distance(*a, *b)));
        pairs.fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn marks_in_a_crowd_come_apart_and_stay_near() {
        const GAP: f64 = 48.0;
        let size = [1000.0, 760.0];
        // Five in nearly one place, two in exactly one, one at the edge.
        let crowd = [
            [330.0, 640.0],
            [331.0, 641.0],
            [332.0, 640.0],
            [330.0, 643.0],
            [331.0, 638.0],
            [420.0, 560.0],
            [420.0, 560.0],
            [1.0, 700.0],
            [5.0, 702.0],
        ];
        let spreaded = spread(&crowd, GAP, size);
        assert!(nearest(&spreaded) > GAP * 0.95, "{}", nearest(&spreaded));
        for (home, place) in crowd.iter().zip(&spreaded) {
            assert!(distance(*home, *place) < GAP * 1.6, "{home:?} went to {place:?}");
            assert!((0..2).all(|axis| (0.0..=size[axis]).contains(&place[axis])));
        }
        assert_eq!(spreaded, spread(&crowd, GAP, size));
    }

    #[test]
    fn marks_with_room_stay() {
        let apart = [[100.0, 100.0], [200.0, 100.0], [3.0, 400.0]];
        assert_eq!(spread(&apart, 48.0, [1000.0, 760.0]), apart);
        assert_eq!(spread(&[], 48.0, [1000.0, 760.0]), Vec::<[f64; 2]>::new());
    }
}
