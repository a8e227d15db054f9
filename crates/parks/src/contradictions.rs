//! What a compiled site says of one fact in two places and not alike. Nothing that is edited can bring it about; so it
//! is held before a publication is made, where a mistake of the program would otherwise be published.

use std::collections::BTreeSet;

use assessment::Date;
use disclosure::as_of::{self, Known};
use disclosure::model::Edition;
use disclosure::stage_changes::{accepted, episodes};
use disclosure::stage_counts::{Census, days, headline, over_time};

use crate::compile::Compiled;
use crate::finding::Finding;
use crate::words::findings as words;

/// Where an edition contradicts itself on the day of one of its rounds or on its own.
pub fn found(compiled: &Compiled) -> Vec<Finding> {
    let mut findings = Vec::new();
    for listed in &compiled.catalogue().editions {
        let whole: Edition = compiled.read(&listed.index);
        let mut on: BTreeSet<Date> = whole.rounds.iter().map(|round| round.dated).collect();
        on.insert(whole.as_of);
        for on in on {
            on_a_day(&as_of::edition(&whole, on), &mut findings);
        }
    }
    findings
}

fn on_a_day(edition: &Known<Edition>, findings: &mut Vec<Finding>) {
    let (table, on) = (edition.stages(), edition.as_of);
    let file = format!("editions/{}/edition.toml", edition.id);
    let mut held = |what: &str, one: usize, other: usize| {
        if one != other {
            let expected = words::counted_alike(what, on, one);
            findings.push(Finding::of_file(&file, expected, words::plain(other)));
        }
    };
    let said = headline(edition);
    let census = Census::of(edition, on);
    let charted = over_time(edition, &edition.parks, &days(edition));
    for group in &table.groups {
        let home = said.standing.of(group.id).unwrap_or_default();
        let by_acts = edition.parks.iter().filter(|park| {
            let stage = as_of::standing(&park.events, table, on).and_then(|status| table.get(status.stage));
            stage.is_some_and(|stage| stage.group == group.id)
        });
        held(group.id.as_str(), home, by_acts.count());
        let chart = charted.last().and_then(|last| last.of(group.id)).unwrap_or_default();
        held(group.id.as_str(), home, chart);
        let of_league =
            |league: &str| census.count(edition.parks.iter().filter(|park| park.league == league));
        let leagues = edition.leagues.iter().filter_map(|league| of_league(&league.id).of(group.id));
        held(group.id.as_str(), home, leagues.sum());
    }
    let named: BTreeSet<&str> =
        accepted(&edition.parks, table).iter().map(|each| each.park.id.as_str()).collect();
    held("accepted", said.accepted.map_or(0, |accepted| accepted.parks), named.len());
    let is_open = |acts| episodes(acts, table, on).iter().any(|episode| episode.ended.is_none());
    let open = edition.parks.iter().filter(|park| is_open(&park.events)).count();
    held("behind", said.behind.unwrap_or_default(), open);
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::check;
    use crate::compile::compile;
    use crate::files::Files;

    #[test]
    fn a_site_whose_index_says_otherwise_than_its_acts_is_told() {
        let mut files = Files::read(Path::new(fixtures::DATA)).unwrap();
        // What its seed makes is not in the folder.
        files.retain(|path| !path.starts_with("editions/demonstration/"));
        files.insert("catalogue.toml", "default_edition = \"published\"\n");
        let mut compiled = compile(&check(&files).draft, Date::new(2026, 11, 28).unwrap()).unwrap();
        assert_eq!(found(&compiled), []);
        let mut catalogue = compiled.catalogue();
        let listed = catalogue.editions.iter_mut().find(|edition| edition.id == "published").unwrap();
        let mut edition: Edition = compiled.read(&listed.index);
        // A league that is left out takes its park with it.
        let league = edition.parks[0].league.clone();
        edition.leagues.retain(|each| each.id != league);
        listed.index = compiled.add("index", &edition);
        compiled.set_catalogue(&catalogue);
        let told: Vec<String> = found(&compiled).iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|line| line.contains("counted alike")), "{told:#?}");
    }
}
