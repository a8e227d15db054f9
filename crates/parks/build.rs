//! Makes the rules that `parks assess` carries from the folders they are edited in, so that no list beside them
//! can fall behind.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let data = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("../../data");
    let mut made = String::new();
    for (name, folder) in [("RULESETS", "rulesets"), ("FACTOR_SETS", "factors")] {
        list(&mut made, name, &data.join(folder))?;
    }
    fs::write(Path::new(&variable("OUT_DIR")?).join("rules.rs"), made)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// A constant with the text of every file of a folder, in the order of their names.
fn list(made: &mut String, name: &str, folder: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let _ =
        writeln!(made, "/// Texts of `data/{}`.", folder.file_name().unwrap_or_default().to_string_lossy());
    let _ = writeln!(made, "pub const {name}: &[&str] = &[");
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let _ = writeln!(made, "    include_str!({:?}),", file.canonicalize()?);
    }
    let _ = writeln!(made, "];");
    Ok(())
}
