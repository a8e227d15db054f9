//! Checks of what a round says that it covers: it forgets nothing of that, and says nothing beyond it.

use disclosure::model::Park;
use disclosure::round::{Coverage, Round, Snapshot};

use super::checker::{At, Checker};
use super::rounds::words_of;
use crate::draft::EditionDraft;
use crate::tomlfile::TomlFile;
use crate::words::findings as words;

/// Checks a round.
pub fn check(file: &TomlFile, round: &Round, edition: &EditionDraft, checker: &mut Checker<'_>) {
    parks(file, round, edition, checker);
    if let Some(covered) = &round.indicators {
        indicators(file, round, covered, checker);
    }
}

/// A round that covers all parks forgets none.
fn parks(file: &TomlFile, round: &Round, edition: &EditionDraft, checker: &mut Checker<'_>) {
    if round.covers != Coverage::All || file.doubts("parks") {
        return;
    }
    // A name that is none, or that stands twice, may be that of a park that seems to be forgotten, and is told.
    let is_misnamed = |snapshot: &Snapshot| {
        let twice = round.parks.iter().filter(|other| other.park == snapshot.park).count() > 1;
        twice || edition.parks.iter().all(|read| read.value.id != snapshot.park)
    };
    if round.parks.iter().any(is_misnamed) {
        return;
    }
    let known = |park: &&Park| park.events.first().is_some_and(|act| act.dated <= round.dated);
    let parks = edition.parks.iter().map(|read| &read.value).filter(known);
    for park in parks.filter(|park| round.parks.iter().all(|snapshot| snapshot.park != park.id)) {
        let expected = words::park_too(&park.id);
        checker.wrong(At { file, path: "covers" }, expected, words::all_without_it());
    }
}

/// A round that covers certain indicators names them, and gives no others.
fn indicators(file: &TomlFile, round: &Round, covered: &[String], checker: &mut Checker<'_>) {
    if covered.is_empty() {
        let expected = words::covered_indicators();
        checker.wrong(At { file, path: "indicators" }, expected, words::none());
    }
    for (i, id) in covered.iter().enumerate() {
        let at = At { file, path: &format!("indicators[{i}]") };
        let known = checker.known.indicators.as_ref();
        checker.reference(at, words::an_indicator(), known, id);
        if covered[..i].contains(id) {
            checker.wrong(at, words::indicator_once(), words::again(id));
        }
    }
    for (i, snapshot) in round.parks.iter().enumerate() {
        if let Some(core) = snapshot.core.as_ref().filter(|_| !round.covers_indicator(Round::CORE)) {
            let expected = words::core_covered(Round::CORE, words_of(core));
            checker.wrong(At { file, path: &format!("parks[{i}]") }, expected, words::not_among_covered());
        }
        for (j, value) in snapshot.values.iter().enumerate() {
            if !round.covers_indicator(&value.indicator) {
                let at = At { file, path: &format!("parks[{i}].values[{j}].indicator") };
                checker.wrong(at, words::indicator_covered(), words::quoted(&value.indicator));
            }
        }
    }
}
