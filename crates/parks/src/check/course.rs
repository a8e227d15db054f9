//! Checks of a park's course: each act leads on from where the park stood, by the ladder's table.

use std::collections::HashSet;

use assessment::ladder::{Ladder, Stage, Track};
use disclosure::model::{Event, Park};

use super::checker::{At, Checker};
use crate::draft::{Draft, EditionDraft};
use crate::listed;
use crate::tomlfile::Read;
use crate::words::findings as words;

/// Checks the acts of a park, those that follow from lists included.
pub fn check(read: &Read<Park>, draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let Read { file, value: park } = read;
    // What could not be read may say that all is right.
    let (Some(ladders), Some(lists)) = (edition.ladders_of(draft), edition.lists.whole()) else { return };
    let are_sound = lists.iter().all(|list| list.head.file.is_sound() && list.entries.are_sound());
    if !are_sound || file.doubts("events") {
        return;
    }
    // Acts in no order have no course, and are told by themselves.
    if !park.events.is_sorted_by_key(|act| act.dated) {
        return;
    }
    let ladders: Vec<&Ladder> = ladders.into_iter().map(|read| &read.value).collect();
    let track = |stage| ladders.iter().find_map(|ladder| ladder.table.get(stage)).map(|row| row.track);
    let mut stands: Vec<(Track, Stage)> = Vec::new();
    for act in listed::acts(park, lists) {
        // An unknown stage is told by itself.
        let Some(on) = track(act.stage) else { continue };
        let before = stands.iter().position(|(track, _)| *track == on);
        if !leads_on(&ladders, &stands, on, &act) {
            let index = park.events.iter().position(|typed| *typed == act);
            let path = index.map_or_else(|| "events".to_owned(), |index| format!("events[{index}].stage"));
            let from: Vec<&str> = stands.iter().map(|(_, stage)| stage.as_str()).collect();
            let expected = words::course_from(from.join(" and "));
            checker.wrong(At { file, path: &path }, expected, words::stage_on(act.stage.as_str(), act.dated));
        }
        match (before, act.removed) {
            (Some(at), true) => drop(stands.remove(at)),
            (Some(at), false) => stands[at].1 = act.stage,
            (None, false) => stands.push((on, act.stage)),
            (None, true) => {}
        }
    }
}

/// Whether an act leads on from where the park stood, on one track or the other. A list may name a park whose steps
/// in between nobody published, and may begin a track; any other act is one step of the table, or none.
fn leads_on(ladders: &[&Ladder], stands: &[(Track, Stage)], on: Track, act: &Event) -> bool {
    let begins = stands.iter().all(|(track, _)| *track != on);
    let stays = stands.iter().any(|(_, stage)| *stage == act.stage);
    if stands.is_empty() || stays || act.removed || (begins && act.list.is_some()) {
        return true;
    }
    let mut reached: HashSet<Stage> = HashSet::new();
    let mut to_do: Vec<Stage> = stands.iter().map(|(_, stage)| *stage).collect();
    while let Some(from) = to_do.pop() {
        for transition in ladders.iter().flat_map(|ladder| ladder.from(from)) {
            let is_new = reached.insert(transition.to);
            if is_new && act.list.is_some() {
                to_do.push(transition.to);
            }
        }
    }
    reached.contains(&act.stage)
}
