//! How many parks stand where, and how many have been accepted: counted here alone, for every page, chart, map,
//! export and static page.
//!
//! A park is counted once. On the national list and on the regional one it has a status on each track: it is counted
//! where its leading one is, and told again, apart, where the other is (see [`crate::as_of::Statuses`]).
//!
//! Two figures with two names. Where a park *stands now* is its official stage on a day. That it *has been
//! accepted* is an act of acceptance, whatever came after it; a park recommended or listed has passed none.
//! Both come from official acts, known on a day (see [`crate::as_of`]).

use assessment::Date;
use assessment::ladder::{Group, Stage, StageTable};
use assessment::ruleset::Level;

use crate::as_of::{OfficialStatus, statuses};
use crate::model::{Edition, ParkSummary};
use crate::stage_changes::accepted;

/// Counts parks by group on a day, knowing which groups anything is published of.
#[derive(Clone, Debug)]
pub struct Census<'a> {
    table: &'a StageTable,
    on: Date,
    /// For each group of the table: whether a list or an act of its kind is published by the day.
    published: Vec<bool>,
}

/// How many parks stood in each group on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageCounts {
    /// The day.
    pub on: Date,
    /// Groups of the ladder, rising, each with its number of parks: `None` where no list and no act of that kind
    /// was published by the day, so that nothing can be counted; 0 where there is one and no park stands there.
    pub groups: Vec<(Group, Option<usize>)>,
    /// How many of them stand in a group on their other track too, beside the one where they are counted: a park that is
    /// under construction on the national list and in cultivation on the regional one. Groups without any are left out.
    pub beside: Vec<(Group, usize)>,
}

impl<'a> Census<'a> {
    /// A census of an edition on a day.
    pub fn of(edition: &'a Edition, on: Date) -> Census<'a> {
        let table = edition.stages();
        let mut published = vec![false; table.groups.len()];
        let acts = edition.parks.iter().flat_map(|park| &park.events);
        let acts = acts.filter(|act| act.dated <= on).map(|act| act.stage);
        let lists = edition.lists.iter().filter(|list| list.published <= on).map(|list| list.stage);
        for stage in acts.chain(lists) {
            if let Some(at) = group_at(table, stage) {
                published[at] = true;
            }
        }
        Census { table, on, published }
    }

    /// Where these parks stand, by the acts up to the day. A park that no act names yet is not counted; one that stands
    /// on both tracks is counted once, on the leading one, and told again in `beside`.
    pub fn count<'p>(&self, parks: impl IntoIterator<Item = &'p ParkSummary>) -> StageCounts {
        let (mut counts, mut beside) = (vec![0; self.table.groups.len()], vec![0; self.table.groups.len()]);
        for official in parks.into_iter().map(|park| statuses(&park.events, self.table, self.on)) {
            let at = |status: Option<OfficialStatus>| group_at(self.table, status?.stage);
            if let Some(at) = at(official.leading(self.table)) {
                counts[at] += 1;
            }
            if let Some(at) = at(official.beside(self.table)) {
                beside[at] += 1;
            }
        }
        let known = counts.iter().zip(&self.published).map(|(count, published)| published.then_some(*count));
        let groups = self.table.groups.iter().map(|group| group.id).zip(known);
        let beside = self.table.groups.iter().map(|group| group.id).zip(beside);
        let beside = beside.filter(|(_, parks)| *parks > 0);
        StageCounts { on: self.on, groups: groups.collect(), beside: beside.collect() }
    }
}

fn group_at(table: &StageTable, stage: Stage) -> Option<usize> {
    let group = table.get(stage)?.group;
    table.groups.iter().position(|row| row.id == group)
}

impl StageCounts {
    /// Number of parks in a group; `None` where nothing of that kind is published.
    pub fn of(&self, group: Group) -> Option<usize> {
        self.groups.iter().find(|(id, _)| *id == group)?.1
    }

    /// Number of parks on a step of the ladder; `None` where nothing of its kinds is published.
    pub fn on_step(&self, table: &StageTable, step: u8) -> Option<usize> {
        table.groups_on(step).filter_map(|group| self.of(group.id)).reduce(|a, b| a + b)
    }

    /// Number of parks that an official act had named by the day.
    pub fn all(&self) -> usize {
        self.groups.iter().filter_map(|(_, parks)| *parks).sum()
    }
}

/// The days that counts are taken at, oldest first: those of the rounds or, while none is published, the
/// ends of the years since the first act; and the edition's own day. Empty while no act is known.
pub fn days(edition: &Edition) -> Vec<Date> {
    let acts = edition.parks.iter().flat_map(|park| park.events.first());
    let Some(first) = acts.map(|act| act.dated).min() else { return Vec::new() };
    let mut days: Vec<Date> = if edition.rounds.is_empty() {
        let year = |day: Date| u16::try_from(day.year()).unwrap_or_default();
        (year(first)..=year(edition.as_of)).filter_map(Date::year_end).collect()
    } else {
        edition.rounds.iter().map(|round| round.dated).collect()
    };
    days.retain(|day| *day < edition.as_of);
    days.push(edition.as_of);
    days
}

/// Where parks of an edition stood on each of several days.
pub fn over_time(edition: &Edition, parks: &[ParkSummary], days: &[Date]) -> Vec<StageCounts> {
    days.iter().map(|day| Census::of(edition, *day).count(parks)).collect()
}

/// How many parks have passed an acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Distinct parks that an authority accepted, the region or the state.
    pub parks: usize,
    /// Those of them that the region accepted.
    pub region: usize,
    /// Those of them that the state accepted.
    pub national: usize,
}

/// The parks' figures in one sentence, as Home, the search engines' text and link previews say them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Parks that an official act names.
    pub named: usize,
    /// Parks accepted; `None` where no acceptance is published.
    pub accepted: Option<Accepted>,
    /// Parks that stand under a reminder or an order to rectify; `None` where none is published.
    pub behind: Option<usize>,
    /// Where the parks stand.
    pub standing: StageCounts,
}

/// The headline of an edition as it is known.
pub fn headline(edition: &Edition) -> Headline {
    let table = edition.stages();
    let standing = Census::of(edition, edition.as_of).count(&edition.parks);
    let corrective = |group: &Group| table.stages_of(*group).any(|stage| stage.correction.is_some());
    let behind = standing.groups.iter().filter(|(group, _)| corrective(group)).filter_map(|(_, n)| *n);
    // Who is ordered to rectify on one track is behind, however high it stands on the other.
    let beside = standing.beside.iter().filter(|(group, _)| corrective(group)).map(|(_, n)| *n);
    Headline {
        named: standing.all(),
        accepted: accepted_parks(edition),
        behind: behind.chain(beside).reduce(|a, b| a + b),
        standing,
    }
}

/// How many parks have been accepted; `None` where neither an act nor a list of acceptance is published.
pub fn accepted_parks(edition: &Edition) -> Option<Accepted> {
    let table = edition.stages();
    let accepted = accepted(&edition.parks, table);
    let is_acceptance = |stage| table.get(stage).is_some_and(|row| row.accepted_by.is_some());
    if accepted.is_empty() && !edition.lists.iter().any(|list| is_acceptance(list.stage)) {
        return None;
    }
    let by = |level: Level| accepted.iter().filter(|each| each.level == level).count();
    let mut ids: Vec<&str> = accepted.iter().map(|each| each.park.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    Some(Accepted { parks: ids.len(), region: by(Level::Region), national: by(Level::National) })
}
