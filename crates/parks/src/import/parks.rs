//! Which park a name is.

use disclosure::model::Park;

use super::Import;
use super::mapping::Part;
use crate::sheet::Place;
use crate::sheet::plain::{compact, comparable};
use crate::words::import as words;

/// The answer that a name is of no park of the edition.
const NONE: &str = "none";

impl<'a> Import<'a> {
    /// The parks of the edition.
    pub(super) fn parks(&self) -> impl Iterator<Item = &'a Park> + use<'a> {
        self.edition.parks.iter().map(|read| &read.value)
    }

    /// The park that a name is: by id, by its names of today and before. `None` where there is none.
    pub(super) fn park_called(&self, name: &str) -> Option<&'a Park> {
        let bare = compact(name);
        // A template writes the id behind the name: 示例·星砾磁性材料园（demo-xingli）.
        let id = bare.trim_end_matches(')').rsplit_once('(').map(|(_, id)| id.to_owned());
        let name = comparable(name);
        let is = |text: &str| comparable(text) == name;
        let by_id = |park: &&Park| park.id == bare || id.as_ref() == Some(&park.id);
        let by_name = |park: &&Park| {
            [&park.name.zh, &park.name.en, &park.short.zh, &park.short.en].iter().any(|text| is(text))
                || park.other_names.iter().any(|other| is(&other.zh))
        };
        self.parks().find(by_id).or_else(|| {
            let mut named = self.parks().filter(by_name);
            // One name of two parks is no park's.
            named.next().filter(|_| named.next().is_none())
        })
    }

    /// The park that a name is, as known or as answered; asked where neither says it.
    ///
    /// `Some(None)` where it was answered that it is none of the edition's.
    pub(super) fn park(&mut self, name: &str, place: &Place) -> Option<Option<&'a Park>> {
        let key = compact(name);
        if let Some(answer) = self.mapping.answer(Part::Parks, &key).map(str::to_owned) {
            if answer == NONE {
                return Some(None);
            }
            let park = self.parks().find(|park| park.id == answer);
            if park.is_none() {
                self.wrong(place, words::no_park_with_id(self.lang, &key, &answer));
            }
            return park.map(Some);
        }
        if let Some(park) = self.park_called(name) {
            return Some(Some(park));
        }
        let nearest = self.nearest(name);
        let proposals: Vec<(String, String)> =
            nearest.iter().map(|park| (park.id.clone(), park.name.zh.clone())).collect();
        let proposal = nearest.first().map_or("", |park| park.id.as_str()).to_owned();
        let hint = words::which_park(self.lang, &key, &proposals);
        self.ask(Part::Parks, &key, &proposal, hint, Some(place.clone()));
        None
    }

    /// The parks whose names are most like a name, by the characters that both have in order.
    fn nearest(&self, name: &str) -> Vec<&'a Park> {
        let of = |text: &str| likeness(name, text);
        let likeness = |park: &&Park| of(&park.name.zh).max(of(&park.short.zh));
        let mut parks: Vec<(usize, &Park)> = self.parks().map(|park| (likeness(&park), park)).collect();
        parks.retain(|(likeness, _)| *likeness >= 60);
        parks.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        parks.into_iter().take(3).map(|(_, park)| park).collect()
    }
}

/// How like two names are, 0 to 100, by the characters that both have in order.
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let [one, other]: [Vec<char>; 2] = [one, other].map(|text| comparable(text).chars().collect());
    200 * common(&one, &other) / (one.len() + other.len()).max(1)
}

/// How many characters two texts have in common, in order.
fn common(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        for (i, b) in other.iter().enumerate() {
            let above = row[i + 1];
            row[i + 1] = if a == b { diagonal + 1 } else { above.max(row[i]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}
