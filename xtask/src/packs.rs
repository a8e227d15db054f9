//! The parts of the WebAssembly in few files.
//!
//! The split makes a part of everything that exactly the same groups of pages need: some eighty, of which a page waits
//! for forty. Each would be a request, and small files compress badly. So parts travel in packs: a pack is several
//! parts, one after another. Parts that different pages need may share a pack, as long as it costs little: then a page
//! brings something that it has no use for, and waits for fewer files.

use std::collections::BTreeSet;

/// A part: who needs it, and how long it is.
#[derive(Clone, Debug)]
pub struct Part {
    /// The groups of pages that need it.
    pub needed_by: BTreeSet<String>,
    /// Length, bytes.
    pub length: usize,
}

/// Several parts that travel together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The groups of pages that ask for it.
    pub needed_by: BTreeSet<String>,
    /// Places of its parts among all.
    pub parts: Vec<usize>,
}

/// Puts parts into packs, so that no group of pages asks for more than `most`. A group's bytes count as much as its
/// `weight` says.
///
/// Those two are put together first that make readers bring the fewest bytes in vain, for each group that thereby asks
/// for one pack less.
pub fn pack(parts: &[Part], most: usize, weight: impl Fn(&str) -> usize) -> Vec<Pack> {
    let mut packs: Vec<Pack> = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        match packs.iter_mut().find(|pack| pack.needed_by == part.needed_by) {
            Some(pack) => pack.parts.push(i),
            None => packs.push(Pack { needed_by: part.needed_by.clone(), parts: vec![i] }),
        }
    }
    let length = |pack: &Pack| pack.parts.iter().map(|&part| parts[part].length).sum::<usize>();
    let in_vain = |a: &Pack, b: &Pack| {
        let only = |x: &Pack, y: &Pack| {
            let others = y.needed_by.difference(&x.needed_by).map(|group| weight(group));
            others.sum::<usize>() * length(x)
        };
        only(a, b) + only(b, a)
    };
    loop {
        let crowded = crowded(&packs, most);
        let relieved = |a: usize, b: usize| {
            let both =
                |group: &&String| packs[a].needed_by.contains(*group) && packs[b].needed_by.contains(*group);
            crowded.iter().filter(both).count()
        };
        let pairs = (0..packs.len()).flat_map(|a| (a + 1..packs.len()).map(move |b| (a, b)));
        let priced = pairs.filter_map(|(a, b)| match relieved(a, b) {
            0 => None,
            groups => Some((in_vain(&packs[a], &packs[b]) / groups, a, b)),
        });
        let Some((_, a, b)) = priced.min() else { return packs };
        let gone = packs.remove(b);
        packs[a].needed_by.extend(gone.needed_by);
        packs[a].parts.extend(gone.parts);
    }
}

/// The groups of pages that ask for more packs than they may.
fn crowded(packs: &[Pack], most: usize) -> BTreeSet<String> {
    let groups: BTreeSet<&String> = packs.iter().flat_map(|pack| &pack.needed_by).collect();
    let count = |group: &String| packs.iter().filter(|pack| pack.needed_by.contains(group)).count();
    groups.into_iter().filter(|group| count(group) > most.max(1)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(needed_by: &[&str], length: usize) -> Part {
        Part { needed_by: needed_by.iter().map(|group| (*group).to_owned()).collect(), length }
    }

    /// Every set of six groups, as a split makes them.
    fn all() -> Vec<Part> {
        let names = ["home", "map", "park", "rank", "form", "text"];
        let set = |bits: usize| (0..6).filter(|i| bits >> i & 1 == 1).map(|i| names[i]).collect::<Vec<_>>();
        (1..64).map(|bits| part(&set(bits), 100 + bits * 37 % 1000)).collect()
    }

    #[test]
    fn every_part_is_in_one_pack_that_all_who_need_it_ask_for() {
        for most in [1, 2, 3, 4, 8, 64] {
            let parts = all();
            let packs = pack(&parts, most, |_| 1);
            for (i, part) in parts.iter().enumerate() {
                let holders: Vec<_> = packs.iter().filter(|pack| pack.parts.contains(&i)).collect();
                assert_eq!(holders.len(), 1, "part {i}");
                assert!(holders[0].needed_by.is_superset(&part.needed_by), "part {i}");
            }
        }
    }

    #[test]
    fn no_group_asks_for_more_than_it_may_and_for_no_fewer_without_need() {
        for most in [1, 2, 3, 4, 8] {
            let packs = pack(&all(), most, |_| 1);
            let count = |group: &str| packs.iter().filter(|pack| pack.needed_by.contains(group)).count();
            let asked = ["home", "map", "park", "rank", "form", "text"].map(count);
            assert_eq!(asked.into_iter().max(), Some(most), "{packs:?}");
        }
    }

    #[test]
    fn what_costs_least_is_put_together() {
        let parts = [part(&["a"], 1000), part(&["a", "b"], 10), part(&["a", "b", "c"], 1000)];
        let packed = |weight: fn(&str) -> usize| -> Vec<Vec<usize>> {
            pack(&parts, 2, weight).into_iter().map(|pack| pack.parts).collect()
        };
        assert_eq!(packed(|_| 1), [vec![0], vec![1, 2]], "10 bytes in vain for c and not 1000 for b");
        let c_above_all = |group: &str| if group == "c" { 1000 } else { 1 };
        assert_eq!(packed(c_above_all), [vec![0, 1], vec![2]], "nothing in vain for c");
    }
}
