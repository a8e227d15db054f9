//! The way of an edition from bytes to ranks, in the steps that a reader's browser takes, so that each can be
//! timed. The same functions run natively (`main.rs`) and in WebAssembly (`web/steps.html`).

use disclosure::as_of;
use disclosure::integrity::sha256_hex;
use disclosure::model::{Edition, Rulebook};
use disclosure::park_evaluation::judge;
use disclosure::ranking_table::{Standings, standings};
use disclosure::round::Round;
use json_tree::Tree;
use wasm_bindgen::prelude::wasm_bindgen;

use assessment::applicability::Subject;
use assessment::ranking::{Contender, Core, ranks};
use assessment::ruleset::Level;

pub mod lines;

/// The steps, in order.
pub const STEPS: [&str; 6] = ["verify", "parse", "as known", "judge", "standings", "rank"];

/// An edition with its last round on its way to a ranked table.
#[wasm_bindgen]
pub struct Run {
    index: Vec<u8>,
    round: Vec<u8>,
    rulebook: Vec<u8>,
    read: Option<(Edition, Round, Rulebook)>,
    standings: Option<Standings>,
}

#[wasm_bindgen]
impl Run {
    /// From the bytes of the files.
    #[wasm_bindgen(constructor)]
    pub fn new(index: Vec<u8>, round: Vec<u8>, rulebook: Vec<u8>) -> Run {
        Run { index, round, rulebook, read: None, standings: None }
    }

    /// Takes a step and returns a figure that depends on all of its work. The steps are to be taken in order.
    ///
    /// # Panics
    /// When the files are not those of an edition: there is nothing to time.
    pub fn step(&mut self, step: usize) -> f64 {
        match step {
            0 => [&self.index, &self.round]
                .map(|bytes| f64::from(sha256_hex(bytes).as_bytes()[0]))
                .iter()
                .sum(),
            1 => self.parse(),
            2 => self.as_known(),
            3 => self.judge(),
            4 => self.standings(),
            _ => self.rank(),
        }
    }

    fn parse(&mut self) -> f64 {
        let read = (parsed(&self.index), parsed(&self.round), parsed(&self.rulebook));
        self.read = Some(read);
        self.files().1.parks.len() as f64
    }

    fn files(&self) -> &(Edition, Round, Rulebook) {
        self.read.as_ref().expect("parsing comes first")
    }

    fn as_known(&self) -> f64 {
        let edition = &self.files().0;
        as_of::edition(edition, edition.as_of).parks.len() as f64
    }

    fn judge(&self) -> f64 {
        let (_, round, book) = self.files();
        let judged =
            round.parks.iter().map(|snapshot| judge(snapshot, Subject::default(), book, round.rules_day()));
        judged.filter(|judged| judged.of(Level::National).is_ok()).count() as f64
    }

    fn standings(&mut self) -> f64 {
        let (edition, round, book) = self.files();
        let standings = standings(&edition.parks, round, book, Level::National);
        let standings = standings.expect("the demonstration's rules rank its rounds");
        let ranked = standings.ranked() as f64;
        self.standings = Some(standings);
        ranked
    }

    fn rank(&self) -> f64 {
        let rows = &self.standings.as_ref().expect("standings come before").rows;
        let contenders: Vec<Contender> = rows
            .iter()
            .filter_map(|row| {
                Some(Contender { core: Core::of(row.core, row.target_unknown)?, index: row.index? })
            })
            .collect();
        ranks(&contenders).iter().map(|range| range.best as f64).sum()
    }
}

fn parsed<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> T {
    let tree = Tree::parse(bytes).expect("the file is JSON");
    tree.read().expect("the file is of the format")
}

/// The names of the steps, for whoever times them.
#[wasm_bindgen]
pub fn steps() -> Vec<String> {
    STEPS.map(str::to_owned).into()
}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds by the browser's clock.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Seconds for reading and judging the lines of a text in WebAssembly, for judging them alone, and how many met the
/// core target.
#[wasm_bindgen]
pub fn time_lines(text: &str, rulebook: &[u8]) -> Vec<f64> {
    let lines: Vec<&str> = text.lines().collect();
    let (whole, alone, met) = lines::time(&lines, &parsed(rulebook), || now() / 1000.0);
    vec![whole, alone, met as f64]
}
