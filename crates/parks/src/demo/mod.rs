//! `parks demo`: makes the demonstration edition, the same bytes from the same seed.
//!
//! What is invented is made here: parks, rounds, corrections, lists and registers. The words about them, such as the
//! demonstration's own ruleset, are edited by hand in the edition's folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use self::careers::CAREERS;
use self::cast::CAST;
use self::draw::Draw;
use self::write::Cast;
use crate::lang::Lang;
use crate::terminal;

mod acts;
mod career;
mod careers;
mod cast;
mod corrections;
mod course;
mod draw;
mod flows;
mod guide;
mod kind;
mod lists;
mod registers;
mod rounds;
mod text;
mod write;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The data folder, for an edition that names no folder of its own.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// What is made is drawn from it.
    #[arg(long)]
    pub seed: u64,
    /// The folder of the edition; `editions/demonstration` of the data folder where it is not given.
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// Folders below the edition that hold nothing but what is made here.
pub const FOLDERS: [&str; 4] = ["parks/", "rounds/", "lists/", "corrections/"];

/// The made files of the edition, by path below its folder.
pub fn files(seed: u64) -> BTreeMap<String, String> {
    let mut draws: Vec<Draw> = (0..CAST.len() as u64).map(|park| Draw::new(seed, park)).collect();
    let parks: Vec<Cast<'_>> = CAST
        .iter()
        .zip(&CAREERS)
        .zip(&mut draws)
        .map(|((who, career), draw)| Cast { who, career, events: acts::events(career, draw) })
        .collect();
    let mut files = BTreeMap::new();
    for park in &parks {
        files.insert(format!("parks/{}.toml", park.who.id), park.park());
    }
    for list in &lists::LISTS {
        let (head, entries) = write::list(list, &parks);
        files.insert(format!("lists/{}.toml", list.id), head);
        files.insert(format!("lists/{}.csv", list.id), entries);
    }
    let (rounds, mut corrections) = rounds::rounds(&parks, &mut draws);
    for (id, round) in rounds {
        files.insert(format!("rounds/{id}.toml"), round);
    }
    corrections.extend(write::misprint(&parks));
    corrections.extend(write::misreport(&parks));
    for (id, correction) in corrections::files(corrections) {
        files.insert(format!("corrections/{id}.toml"), correction);
    }
    files.insert("registers.toml".to_owned(), registers::registers(&parks));
    files
}

/// Runs the command.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    let out = options.out.clone().unwrap_or_else(|| options.data.join("editions/demonstration"));
    let made = files(options.seed);
    match store(&made, &out) {
        Ok(()) => {
            let bytes: usize = made.values().map(String::len).sum();
            let (count, out) = (made.len(), out.display());
            terminal::say(lang.of(
                format!("{out}：{count} 个文件，{bytes} 字节"),
                format!("{count} files, {bytes} bytes, in {out}"),
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            terminal::fail("demo", format_args!("{}: {error}", out.display()));
            ExitCode::from(2)
        }
    }
}

/// Writes the files over those of an earlier run. One that is made no more is left for the check to tell.
fn store(made: &BTreeMap<String, String>, out: &Path) -> io::Result<()> {
    for folder in FOLDERS {
        fs::create_dir_all(out.join(folder))?;
    }
    for (path, text) in made {
        fs::write(out.join(path), text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_files_and_another_one_others() {
        assert_eq!(files(7), files(7));
        assert_ne!(files(7), files(8));
    }

    #[test]
    fn names_are_those_of_no_league() {
        let leagues = include_str!("../../../../data/leagues.toml");
        for park in &CAST {
            assert!(!leagues.contains(park.zh), "{}", park.zh);
            assert!(!leagues.contains(park.en), "{}", park.en);
        }
    }
}
