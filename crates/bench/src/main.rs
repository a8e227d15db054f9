//! `bench DATA OUT PARKS SEED REPEATS`: makes an edition of so many parks below OUT and times the native steps,
//! the best of some. Prints one line of JSON: the steps in milliseconds and where their files are.

use std::path::Path;
use std::time::Instant;
use std::{env, fs, io};

use assessment::factors::DEFAULT_FACTORS;
use bench::{Run, STEPS, lines};
use disclosure::model::Rulebook;
use disclosure::round::Round;
use serde_json::json;

#[cfg(not(target_arch = "wasm32"))]
mod synthetic;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [data, out, parks, seed, repeats] = arguments.as_slice() else {
        return Err(io::Error::other("usage: bench DATA OUT PARKS SEED REPEATS"));
    };
    let number = |text: &String| text.parse::<u64>().map_err(io::Error::other);
    let (parks, seed, repeats) = (number(parks)? as usize, number(seed)?, number(repeats)?);
    let out = Path::new(out);
    let made = synthetic::synthetic(Path::new(data), parks, seed);
    for (path, bytes) in &made.files {
        let path = out.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)?;
    }
    let files: Vec<&str> = made.steps.iter().map(|file| file.path.as_str()).collect();
    let read = |path: &&str| fs::read(out.join(path));
    let mut best = [f64::INFINITY; STEPS.len()];
    for _ in 0..repeats.max(1) {
        let [index, round, rulebook] = [read(&files[0])?, read(&files[1])?, read(&files[2])?];
        let mut run = Run::new(index, round, rulebook);
        for (step, best) in best.iter_mut().enumerate() {
            let started = Instant::now();
            std::hint::black_box(run.step(step));
            *best = best.min(started.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let book: Rulebook = serde_json::from_slice(&fs::read(out.join(files[2]))?)?;
    let round: Round = serde_json::from_slice(&fs::read(out.join(files[1]))?)?;
    let texts = lines::lines(&round);
    let begun = Instant::now();
    let (mut whole, mut alone, mut met) = (f64::INFINITY, f64::INFINITY, 0);
    for _ in 0..repeats.max(1) {
        let (read, judged, count) = lines::time(&texts, &book, || begun.elapsed().as_secs_f64());
        (whole, alone, met) = (whole.min(read), alone.min(judged), count);
    }
    let (jsonl, factors) = (out.join("lines.jsonl"), out.join("factors.json"));
    fs::write(&jsonl, texts.join("\n"))?;
    let set = book.factor_sets.iter().find(|set| set.id == DEFAULT_FACTORS);
    fs::write(&factors, serde_json::to_vec(&set)?)?;
    let judged = json!({ "jsonl": jsonl, "factors": factors, "lines": texts.len(), "whole": whole, "alone": alone, "met": met });
    let bytes: Vec<u64> = made.steps.iter().map(|file| file.bytes).collect();
    println!("{}", json!({ "files": files, "bytes": bytes, "steps": STEPS, "ms": best, "judged": judged }));
    Ok(())
}
