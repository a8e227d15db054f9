//! Outlines as arcs between junctions, so that a border that two leagues share is simplified once and
//! stays shared: no slivers, no overlaps.

use std::collections::{BTreeMap, BTreeSet};

/// A place on the drawing, in tenths of a unit.
pub type Place = [i32; 2];

/// Rings cut into shared arcs.
#[derive(Debug)]
pub struct Topology {
    /// The arcs, each once.
    pub arcs: Vec<Vec<Place>>,
    /// Each ring as its arcs in turn: index, and whether it is walked backwards.
    pub rings: Vec<Vec<(usize, bool)>>,
}

impl Topology {
    /// Cuts closed rings (without a repeated last place) at every place where the lines of different
    /// rings meet or part.
    pub fn new(rings: &[Vec<Place>]) -> Topology {
        let mut neighbours: BTreeMap<Place, BTreeSet<Place>> = BTreeMap::new();
        for ring in rings {
            for (index, place) in ring.iter().enumerate() {
                let next = ring[(index + 1) % ring.len()];
                neighbours.entry(*place).or_default().insert(next);
                neighbours.entry(next).or_default().insert(*place);
            }
        }
        let is_junction = |place: &Place| neighbours.get(place).is_some_and(|around| around.len() > 2);
        let mut topology = Topology { arcs: Vec::new(), rings: Vec::new() };
        let mut known = BTreeMap::new();
        for ring in rings {
            let cut = cut(ring, &is_junction);
            let arcs = cut.into_iter().map(|arc| topology.arc(arc, &mut known)).collect();
            topology.rings.push(arcs);
        }
        topology
    }

    /// The index of an arc, stored in the one of its two directions that sorts first.
    fn arc(&mut self, arc: Vec<Place>, known: &mut BTreeMap<Vec<Place>, usize>) -> (usize, bool) {
        let reversed: Vec<Place> = arc.iter().rev().copied().collect();
        let backwards = reversed < arc;
        let canonical = if backwards { reversed } else { arc };
        let next = self.arcs.len();
        let index = *known.entry(canonical.clone()).or_insert(next);
        if index == next {
            self.arcs.push(canonical);
        }
        (index, backwards)
    }

    /// Puts a ring together again from its arcs, which may have been simplified.
    pub fn stitch(&self, ring: &[(usize, bool)]) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for (index, backwards) in ring {
            let arc = &self.arcs[*index];
            let walk: Vec<Place> = if *backwards { arc.iter().rev().copied().collect() } else { arc.clone() };
            // The last place is the first of the next arc.
            places.extend(&walk[..walk.len() - 1]);
        }
        places
    }
}

/// Cuts a ring at its junctions; a ring without one becomes a closed arc from its least place.
fn cut(ring: &[Place], is_junction: &impl Fn(&Place) -> bool) -> Vec<Vec<Place>> {
    let start = ring.iter().position(is_junction).or_else(|| {
        let least = ring.iter().min()?;
        ring.iter().position(|place| place == least)
    });
    let Some(start) = start else { return Vec::new() };
    let turned = ring[start..].iter().chain(&ring[..=start]).copied();
    let mut arcs: Vec<Vec<Place>> = Vec::new();
    let mut arc: Vec<Place> = Vec::new();
    for place in turned {
        arc.push(place);
        if arc.len() > 1 && is_junction(&place) {
            arcs.push(std::mem::replace(&mut arc, vec![place]));
        }
    }
    if arc.len() > 1 {
        arcs.push(arc);
    }
    arcs
}

/// Takes out places of an arc, the least area first (Visvalingam and Whyatt), until each that is left
/// spans at least `area` tenths squared with its neighbours. The ends stay; a closed arc keeps 4 places.
pub fn simplify(arc: &mut Vec<Place>, area: f64) {
    let least_len = if arc.first() == arc.last() { 5 } else { 2 };
    let mut spans: Vec<f64> = arc.windows(3).map(|w| span(w[0], w[1], w[2])).collect();
    while arc.len() > least_len {
        // `spans[i]` belongs to the place `i + 1`.
        match (0..spans.len()).min_by(|a, b| spans[*a].total_cmp(&spans[*b])) {
            Some(at) if spans[at] < area => {
                arc.remove(at + 1);
                spans.remove(at);
                for neighbour in at.saturating_sub(1)..(at + 1).min(spans.len()) {
                    spans[neighbour] = span(arc[neighbour], arc[neighbour + 1], arc[neighbour + 2]);
                }
            }
            _ => break,
        }
    }
}

fn span(a: Place, b: Place, c: Place) -> f64 {
    let [ax, ay, bx, by, cx, cy] = [a[0], a[1], b[0], b[1], c[0], c[1]].map(f64::from);
    ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side, the border between them crooked.
    fn pair() -> Vec<Vec<Place>> {
        vec![
            vec![[0, 0], [10, 0], [11, 5], [10, 10], [0, 10]],
            vec![[20, 0], [20, 10], [10, 10], [11, 5], [10, 0]],
        ]
    }

    #[test]
    fn a_shared_border_is_one_arc_walked_both_ways() {
        let topology = Topology::new(&pair());
        assert_eq!(topology.arcs.len(), 3);
        let shared = topology.arcs.iter().position(|arc| arc.contains(&[11, 5])).unwrap();
        let walks: Vec<bool> =
            topology.rings.iter().flatten().filter(|(i, _)| *i == shared).map(|(_, back)| *back).collect();
        assert_eq!(walks.len(), 2);
        assert_ne!(walks[0], walks[1]);
    }

    #[test]
    fn rings_come_back_as_they_were() {
        let rings = pair();
        let topology = Topology::new(&rings);
        for (ring, arcs) in rings.iter().zip(&topology.rings) {
            let mut stitched = topology.stitch(arcs);
            let start = stitched.iter().position(|place| place == &ring[0]).unwrap();
            stitched.rotate_left(start);
            assert_eq!(&stitched, ring);
        }
    }

    #[test]
    fn simplifying_keeps_neighbours_together() {
        let mut topology = Topology::new(&pair());
        topology.arcs.iter_mut().for_each(|arc| simplify(arc, 50.0));
        let rings: Vec<Vec<Place>> = topology.rings.iter().map(|ring| topology.stitch(ring)).collect();
        assert!(rings.iter().all(|ring| !ring.contains(&[11, 5])));
        assert!(rings.iter().all(|ring| ring.contains(&[10, 0]) && ring.contains(&[10, 10])));
    }

    #[test]
    fn a_lone_ring_does_not_vanish() {
        let mut arc = vec![[0, 0], [1, 0], [2, 0], [2, 1], [2, 2], [0, 2], [0, 0]];
        simplify(&mut arc, 1e9);
        assert_eq!(arc.len(), 5);
    }
}
