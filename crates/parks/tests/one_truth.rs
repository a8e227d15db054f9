//! One fact, one number: at every round of both editions, what Home, the ladder, the chart over time, the map, the
//! leagues, the built page, the rectification and the lists say of parks agrees.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use assessment::Date;
use assessment::ladder::Group;
use assessment::ruleset::Level;
use disclosure::as_of::{self, Known};
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{Edition, FileRef, List};
use disclosure::stage_changes::{accepted, episodes};
use disclosure::stage_counts::{Census, accepted_parks, days, headline, over_time};
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    compile(&check(&Files::read(&data).unwrap()).draft, Date::new(2026, 11, 28).unwrap()).unwrap()
});

fn load<T: serde::de::DeserializeOwned>(file: &FileRef) -> T {
    read(&COMPILED.files[&file.path], file).unwrap()
}

/// Both editions at each of their rounds and on their own day.
fn moments() -> Vec<(String, Known<Edition>)> {
    let catalogue = read_catalogue(&COMPILED.catalogue).unwrap();
    let mut moments = Vec::new();
    for listed in &catalogue.editions {
        let whole = read_edition(&COMPILED.files[&listed.index.path], &listed.index).unwrap();
        let mut on: BTreeSet<Date> = whole.rounds.iter().map(|round| round.dated).collect();
        on.insert(whole.as_of);
        moments.extend(on.iter().map(|on| (format!("{} on {on}", whole.id), as_of::edition(&whole, *on))));
    }
    assert!(moments.len() > 10);
    moments
}

/// The parks that stand in each group, by the acts that their own pages show.
fn standing(edition: &Edition) -> BTreeMap<Group, BTreeSet<String>> {
    let mut standing: BTreeMap<Group, BTreeSet<String>> = BTreeMap::new();
    for park in &edition.parks {
        if let Some(official) = as_of::standing(&park.events, edition.stages(), edition.as_of) {
            assert_eq!(park.stage, Some(official.stage), "{}: the index and the acts", park.id);
            let group = edition.stages().get(official.stage).unwrap().group;
            standing.entry(group).or_default().insert(park.id.clone());
        }
    }
    standing
}

#[test]
fn every_page_counts_the_parks_on_each_step_alike() {
    for (at, edition) in moments() {
        let (table, on) = (edition.stages(), edition.as_of);
        let standing = standing(&edition);
        let said = headline(&edition);
        let census = Census::of(&edition, on);
        let over_time = over_time(&edition, &edition.parks, &days(&edition));
        for group in &table.groups {
            let parks = standing.get(&group.id).map_or(0, BTreeSet::len);
            let home = said.standing.of(group.id);
            assert_eq!(home.unwrap_or_default(), parks, "{at}: {:?} on Home", group.id);
            // The chart's last bar is the ladder's step.
            let charted = over_time.last().and_then(|last| last.of(group.id));
            assert_eq!(charted, home, "{at}: {:?} in the chart", group.id);
            // The leagues' pages and the map add up to it.
            let leagues = edition
                .leagues
                .iter()
                .map(|league| census.count(edition.parks.iter().filter(|park| park.league == league.id)));
            let leagues: Option<usize> = leagues.map(|counts| counts.of(group.id)).sum();
            assert_eq!(leagues, home, "{at}: {:?} over the leagues", group.id);
            // 0 is said only where something of that kind is published, and "not published" only where nothing is.
            let of_group = |stage| table.get(stage).is_some_and(|row| row.group == group.id);
            let acts = edition.parks.iter().flat_map(|park| &park.events).any(|act| of_group(act.stage));
            let lists = edition.lists.iter().any(|list| of_group(list.stage));
            assert_eq!(home.is_some(), acts || lists, "{at}: {:?}", group.id);
        }
        let steps: usize = table.steps().filter_map(|step| said.standing.on_step(table, step)).sum();
        assert_eq!(steps, said.named, "{at}: the steps of the ladder add up to the parks that Home names");
    }
}

#[test]
fn accepted_is_who_an_act_accepted_on_every_page() {
    for (at, edition) in moments() {
        let table = edition.stages();
        // The built page names them one by one.
        let named = accepted(&edition.parks, table);
        let parks: BTreeSet<&str> = named.iter().map(|each| each.park.id.as_str()).collect();
        let by = |level| named.iter().filter(|each| each.level == level).count();
        match headline(&edition).accepted {
            None => assert!(named.is_empty(), "{at}: Home says that no acceptance is published"),
            Some(home) => {
                assert_eq!(home.parks, parks.len(), "{at}: Home and the built page");
                assert_eq!((home.region, home.national), (by(Level::Region), by(Level::National)), "{at}");
            }
        }
        assert_eq!(headline(&edition).accepted, accepted_parks(&edition), "{at}");
        // Every one of them has an act of acceptance, and everybody with one is among them.
        for park in &edition.parks {
            let act = park.events.iter().any(|act| table.get(act.stage).unwrap().accepted_by.is_some());
            assert_eq!(act, parks.contains(park.id.as_str()), "{at}: {}", park.id);
        }
        // Every park of the region on a list of accepted parks is among them.
        for list in edition.lists.iter().filter(|list| table.get(list.stage).unwrap().accepted_by.is_some()) {
            let entries = load::<List>(&list.file).entries;
            for park in entries.iter().filter_map(|entry| entry.park.as_deref()) {
                assert!(parks.contains(park), "{at}: {park} is on {}", list.id);
            }
        }
        // Who was only recommended, listed or examined is not.
        for group in ["recommended", "national_construction", "national_acceptance", "acceptance"] {
            for park in standing(&edition).remove(&Group::parse(group).unwrap()).unwrap_or_default() {
                let events = &edition.parks.iter().find(|each| each.id == park).unwrap().events;
                let before = events.iter().any(|act| table.get(act.stage).unwrap().accepted_by.is_some());
                assert_eq!(parks.contains(park.as_str()), before, "{at}: {park} stands in {group}");
            }
        }
    }
}

#[test]
fn behind_is_who_the_rectification_names_as_open() {
    for (at, edition) in moments() {
        let table = edition.stages();
        let open = edition.parks.iter().filter(|park| {
            episodes(&park.events, table, edition.as_of).iter().any(|episode| episode.ended.is_none())
        });
        assert_eq!(headline(&edition).behind.unwrap_or_default(), open.count(), "{at}");
    }
}
