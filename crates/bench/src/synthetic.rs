//! Editions of any size: the demonstration's invented parks over and over, each time with other figures, all
//! drawn from a seed. They are marked as a demonstration like the one that they come from.

use std::path::Path;

use assessment::input::Assessment;
use assessment::{Date, Decimal};
use disclosure::integrity::{sealed, sha256_hex};
use disclosure::model::{Catalogue, Edition, FileRef};
use disclosure::round::{Balance, PublishedCore, Round, Snapshot};
use parks::compile::{Compiled, compile};
use parks::files::Files;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use serde::de::DeserializeOwned;

/// An edition of any size.
pub struct Synthetic {
    /// All of its files, the catalogue among them, by path below the data folder.
    pub files: Vec<(String, Vec<u8>)>,
    /// Where in it the index, the last round and the rules are.
    pub steps: [FileRef; 3],
}

/// Makes an edition of `parks` parks from the data in a folder. Of the rounds it keeps the last.
pub fn synthetic(data: &Path, parks: usize, seed: u64) -> Synthetic {
    let files = Files::read(data).expect("the data folder can be read");
    let (draft, _) = parks::draft::read(&files);
    // A day that stays, so that the same seed makes the same files.
    let built_on = Date::new(2026, 1, 1).expect("a day of the calendar");
    let base = compile(&draft, built_on).expect("the data can be compiled");
    let mut catalogue: Catalogue = read(&base.catalogue);
    catalogue.editions.retain(|edition| edition.demonstration);
    let listed = catalogue.editions.first_mut().expect("there is a demonstration");
    catalogue.default_edition = listed.id.clone();
    let mut edition: Edition = file(&base, &listed.index);
    let last = edition.rounds.pop().expect("the demonstration has rounds");
    let mut round: Round = file(&base, &last.file);

    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let (models, snapshots) = (std::mem::take(&mut edition.parks), std::mem::take(&mut round.parks));
    for number in 0..parks {
        let model = &models[number % models.len()];
        let id = format!("{}-{number}", model.id);
        let mut park = model.clone();
        park.id.clone_from(&id);
        park.name.zh = format!("{}{number}号", model.name.zh);
        park.name.en = format!("{} {number}", model.name.en);
        park.short.zh = format!("{}{number}", model.short.zh);
        park.short.en = format!("{} {number}", model.short.en);
        if let Some(snapshot) = snapshots.iter().find(|snapshot| snapshot.park == model.id) {
            round.parks.push(varied(snapshot, id, &mut random));
        }
        edition.parks.push(park);
    }

    let mut made = Vec::new();
    let mut add = |path: &str, bytes: Vec<u8>| {
        let file = FileRef { path: path.to_owned(), sha256: sha256_hex(&bytes), bytes: bytes.len() as u64 };
        made.push((path.to_owned(), bytes));
        file
    };
    let round = add("bench/round.json", json(&round));
    edition.rounds = vec![disclosure::round::RoundSummary { file: round.clone(), ..last }];
    let index = add("bench/index.json", json(&edition));
    listed.index = index.clone();
    made.push(("catalog.json".to_owned(), sealed(&catalogue)));
    made.extend(base.files);
    Synthetic { files: made, steps: [index, round, edition.rulebook] }
}

/// The snapshot of another park: the same items, other figures.
fn varied(model: &Snapshot, park: String, random: &mut ChaCha8Rng) -> Snapshot {
    let mut snapshot = Snapshot { park, ..model.clone() };
    snapshot.core = model.balance().and_then(|balance| {
        let mut balance = Assessment::clone(balance.assessment());
        for received in &mut balance.power_received {
            let factor = Decimal::from_integer(between(random, 600, 1500) as i64);
            let varied = assessment::Ratio::new(received.mwh.0 * factor, Decimal::from_integer(1000));
            received.mwh.0 = varied.rounded(0);
        }
        Balance::of(balance).map(PublishedCore::from)
    });
    for observed in &mut snapshot.values {
        if let Some(value) = &mut observed.value {
            let factor = Decimal::from_integer(between(random, 700, 1100) as i64);
            let changed = assessment::Ratio::new(*value * factor, Decimal::from_integer(1000)).rounded(1);
            *value = changed.min(Decimal::HUNDRED);
        }
    }
    snapshot
}

/// Not quite evenly drawn, which does not matter here.
fn between(random: &mut ChaCha8Rng, low: u64, high: u64) -> u64 {
    low + u64::from(random.next_u32()) % (high - low + 1)
}

fn file<T: DeserializeOwned>(base: &Compiled, file: &FileRef) -> T {
    read(&base.files[&file.path])
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
    serde_json::from_slice(bytes).expect("what was compiled can be read")
}

fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("the model has string keys and finite numbers only")
}
