//! The leagues' outlines as SVG paths.

use assessment::Text;
use disclosure::model::{League, LeagueMap, LeagueShape};

use super::projection::{Projection, units};
use super::topology::{Place, Topology, simplify};
use crate::outlines::Outlines;

/// What a place must span to be drawn, in tenths of a unit squared: about the square of a hair's width
/// on a map 1,200 px wide.
const LEAST_AREA: f64 = 150.0;
/// Tenths of a unit that outlines are drawn to: half a unit is less than half a pixel on the widest map, and every
/// reader's first view carries the outlines.
const GRID: i32 = 5;

/// The projection that fits all outlines.
pub fn projection(outlines: &Outlines) -> Projection {
    Projection::fit(outlines.0.iter().flat_map(|outline| outline.rings.iter().flatten()))
}

/// Draws the outlines, in the order of the leagues.
pub fn draw(
    leagues: &[League],
    outlines: &Outlines,
    projection: &Projection,
    attribution: &Text,
) -> LeagueMap {
    let of_league = |league: &League| outlines.0.iter().find(|outline| outline.adcode == league.adcode);
    let mut rings = Vec::new();
    let mut counts = Vec::new();
    for league in leagues {
        let outline = of_league(league).map_or(&[][..], |outline| &outline.rings);
        counts.push(outline.len());
        rings.extend(outline.iter().map(|ring| project(ring, projection)));
    }
    let mut topology = Topology::new(&rings);
    for arc in &mut topology.arcs {
        simplify(arc, LEAST_AREA);
        snap(arc);
    }
    let mut drawn = topology.rings.iter().map(|ring| topology.stitch(ring));
    let shapes = leagues.iter().zip(counts).map(|(league, count)| {
        let rings: Vec<Vec<Place>> = drawn.by_ref().take(count).collect();
        LeagueShape { league: league.id.clone(), path: path(&rings), label: middle(&rings).map(units) }
    });
    let shapes = shapes.collect();
    LeagueMap { size: projection.size(), attribution: attribution.clone(), shapes }
}

/// Puts places on the grid that is drawn to, each arc alike for both leagues that share it.
fn snap(arc: &mut Vec<Place>) {
    let to_grid = |tenths: i32| (tenths + GRID / 2).div_euclid(GRID) * GRID;
    arc.iter_mut().for_each(|place| *place = place.map(to_grid));
    arc.dedup();
}

/// A ring on the drawing, without its repeated last place and without places that fall together.
fn project(ring: &[[f64; 2]], projection: &Projection) -> Vec<Place> {
    let mut places: Vec<Place> = ring.iter().map(|point| projection.tenths(*point)).collect();
    places.dedup();
    if places.len() > 1 && places.first() == places.last() {
        places.pop();
    }
    places
}

/// Path data: an absolute start, then steps, in tenths written as briefly as SVG allows.
fn path(rings: &[Vec<Place>]) -> String {
    let mut data = String::new();
    for ring in rings {
        let Some([mut x, mut y]) = ring.first().copied() else { continue };
        data.push('M');
        data.push_str(&number(x));
        push_number(&mut data, y);
        data.push('l');
        let mut first = true;
        for [next_x, next_y] in &ring[1..] {
            let step = number(next_x - x);
            if !first && !step.starts_with('-') {
                data.push(' ');
            }
            data.push_str(&step);
            push_number(&mut data, next_y - y);
            ([x, y], first) = ([*next_x, *next_y], false);
        }
        data.push('z');
    }
    data
}

fn push_number(data: &mut String, tenths: i32) {
    let text = number(tenths);
    if !text.starts_with('-') {
        data.push(' ');
    }
    data.push_str(&text);
}

/// `-0.5` as `-.5`, `12.0` as `12`.
fn number(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match (whole, tenth) {
        (_, 0) => format!("{sign}{whole}"),
        (0, _) => format!("{sign}.{tenth}"),
        _ => format!("{sign}{whole}.{tenth}"),
    }
}

/// Cells to each side of the grid's middle, and how often the grid is refined.
const STEPS: i32 = 7;
const ROUNDS: usize = 5;

/// The place inside the rings that is farthest from their lines, searched on a grid that is refined
/// around its best cell: where a label stands best.
fn middle(rings: &[Vec<Place>]) -> Place {
    let places = || rings.iter().flatten();
    let range = |axis: usize| {
        let values = places().map(|place| place[axis]);
        (values.clone().min().unwrap_or(0), values.max().unwrap_or(0))
    };
    let ((left, right), (top, bottom)) = (range(0), range(1));
    let mut best = ([(left + right) / 2, (top + bottom) / 2], f64::NEG_INFINITY);
    let mut reach = [f64::from(right - left) / 2.0, f64::from(bottom - top) / 2.0];
    for _ in 0..ROUNDS {
        let [around_x, around_y] = best.0.map(f64::from);
        for column in -STEPS..=STEPS {
            for row in -STEPS..=STEPS {
                let x = around_x + reach[0] * f64::from(column) / f64::from(STEPS);
                let y = around_y + reach[1] * f64::from(row) / f64::from(STEPS);
                let depth = depth(rings, [x, y]);
                if depth > best.1 {
                    best = ([x.round() as i32, y.round() as i32], depth);
                }
            }
        }
        reach = reach.map(|reach| reach / 3.0);
    }
    best.0
}

/// Distance to the nearest line, negative outside the rings.
fn depth(rings: &[Vec<Place>], [x, y]: [f64; 2]) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for ring in rings {
        for (index, place) in ring.iter().enumerate() {
            let [ax, ay] = place.map(f64::from);
            let [bx, by] = ring[(index + 1) % ring.len()].map(f64::from);
            if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
                inside = !inside;
            }
            let length = (bx - ax).powi(2) + (by - ay).powi(2);
            let along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length.max(1.0);
            let along = along.clamp(0.0, 1.0);
            let distance = (x - ax - along * (bx - ax)).hypot(y - ay - along * (by - ay));
            nearest = nearest.min(distance);
        }
    }
    if inside { nearest } else { -nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_briefly() {
        assert_eq!([0, 5, -5, 120, -123].map(number), ["0", ".5", "-.5", "12", "-12.3"]);
    }

    #[test]
    fn a_path_returns_to_its_start() {
        let ring = vec![[100, 100], [200, 105], [150, 200]];
        assert_eq!(path(&[ring]), "M10 10l10 .5-5 9.5z");
    }

    #[test]
    fn a_label_stands_in_the_thick_of_its_shape() {
        // An L: the middle of its box lies outside.
        let shape = vec![vec![[0, 0], [100, 0], [100, 1000], [1000, 1000], [1000, 1100], [0, 1100]]];
        let place = middle(&shape).map(f64::from);
        assert!(depth(&shape, place) > 40.0, "{place:?}");
    }
}
