//! `parks assess --lines` as a reader of many assessments meets it: a text a line, read and judged, or judged alone,
//! by the exact engine, natively (`main.rs`) and in WebAssembly (`time_lines`). `web/lines.mjs` does the same rule in
//! plain JavaScript floats, for the ratio.

use assessment::reader::{self, Library};
use assessment::report::evaluate_accounts;
use disclosure::model::Rulebook;
use disclosure::round::Round;

/// The assessments of a round, a line each.
pub fn lines(round: &Round) -> Vec<String> {
    round.parks.iter().filter_map(|park| park.assessment_file()).map(|file| file.to_string()).collect()
}

/// Seconds by a clock for reading and judging all lines, for judging alone what was read, and how many met the core
/// target.
pub fn time(lines: &[impl AsRef<str>], book: &Rulebook, clock: impl Fn() -> f64) -> (f64, f64, usize) {
    let library = Library { rulesets: &book.rulesets, factor_sets: &book.factor_sets };
    let started = clock();
    let mut met = 0;
    for line in lines {
        let Ok(read) = reader::read_accounted(line.as_ref().as_bytes(), library) else { continue };
        met += usize::from(is_met(&read));
    }
    let whole = clock() - started;
    let read: Vec<_> = lines
        .iter()
        .filter_map(|line| reader::read_accounted(line.as_ref().as_bytes(), library).ok())
        .collect();
    let started = clock();
    for read in &read {
        let accounts = assessment::account::Accounts::of(&read.assessment, read.rules);
        std::hint::black_box(evaluate_accounts(&read.assessment, &accounts, read.rules));
    }
    (whole, clock() - started, met)
}

fn is_met(read: &reader::Accounted<'_>) -> bool {
    let evaluation = evaluate_accounts(&read.assessment, &read.accounts, read.rules);
    evaluation.outcomes.first().is_some_and(|core| core.state == assessment::evaluate::State::Met)
}
