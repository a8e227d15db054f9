//! The licence texts of what is handed on: every crate and package that is compiled into the portal or the
//! publisher's program, as its own files say them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::project::{Project, output};

/// The list's name, at the root of a site and of the folder that is handed to who publishes.
pub const FILE: &str = "licenses.txt";
/// What is compiled for readers.
const PORTAL: &[&str] = &["--package", "portal", "--features", "split", "--target", "wasm32-unknown-unknown"];
/// What is compiled for who publishes.
const PROGRAM: &[&str] = &["--package", "parks"];
/// The one package of npm that is shipped; what it needs comes with it.
const SHIPPED: &str = "echarts";
/// How the names of files with terms begin, in lower case.
const TERMS: [&str; 5] = ["license", "licence", "copying", "unlicense", "copyright"];
/// What has to be handed on beside the terms (Apache-2.0, 4d).
const NOTICE: &str = "notice";

/// Something that is handed on.
struct Part {
    /// Name and version.
    name: String,
    /// Its terms, as an SPDX expression.
    terms: String,
    /// Its folder; the standard library has none.
    folder: Option<PathBuf>,
}

/// The list for readers of a site.
pub fn of_portal(project: &Project) -> Result<String> {
    let mut parts = crates(project, PORTAL)?;
    parts.extend(packages(project)?);
    texts(project, &parts)
}

/// The list for who publishes.
pub fn of_program(project: &Project) -> Result<String> {
    texts(project, &crates(project, PROGRAM)?)
}

/// The crates that cargo compiles into a package of ours, without those that only run while compiling.
fn crates(project: &Project, package: &[&str]) -> Result<Vec<Part>> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
        license: Option<String>,
        manifest_path: PathBuf,
        source: Option<String>,
    }
    let mut tree = project.cargo("tree");
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let tree = output(tree.args(package))?;
    // `serde v1.0.228`, and behind it a folder or a mark.
    let used: BTreeSet<(&str, &str)> = (tree.lines())
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let metadata = output(project.cargo("metadata").args(["--format-version", "1"]))?;
    let metadata: Metadata = serde_json::from_str(&metadata).context("cargo metadata")?;
    let mut parts = Vec::new();
    for package in metadata.packages {
        // What has no source lies in this checkout: it is ours.
        let is_used = used.contains(&(package.name.as_str(), package.version.as_str()));
        if !is_used || package.source.is_none() {
            continue;
        }
        let name = format!("{} {}", package.name, package.version);
        let terms = package.license.with_context(|| format!("{name}: expected its licence, found none"))?;
        parts.push(Part { name, terms, folder: package.manifest_path.parent().map(Path::to_owned) });
    }
    parts.push(Part {
        name: "the standard library of Rust".into(),
        terms: "MIT OR Apache-2.0".into(),
        folder: None,
    });
    Ok(parts)
}

/// The packages of npm.
fn packages(project: &Project) -> Result<Vec<Part>> {
    #[derive(Deserialize)]
    struct Lock {
        packages: BTreeMap<String, Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        version: Option<String>,
        license: Option<String>,
        #[serde(default)]
        dependencies: BTreeMap<String, String>,
    }
    let lock: Lock = serde_json::from_str(&fs::read_to_string(project.path("package-lock.json"))?)?;
    let (mut parts, mut asked, mut next) = (Vec::new(), BTreeSet::new(), vec![SHIPPED.to_owned()]);
    while let Some(name) = next.pop() {
        if !asked.insert(name.clone()) {
            continue;
        }
        let place = format!("node_modules/{name}");
        let package =
            lock.packages.get(&place).with_context(|| format!("expected {name} in the lock file"))?;
        let version = package.version.as_deref().unwrap_or_default();
        let folder = project.path(&place);
        if !folder.is_dir() {
            bail!("{place}: expected the package, found none; cargo xtask setup installs it");
        }
        parts.push(Part {
            name: format!("{name} {version}"),
            terms: package.license.clone().with_context(|| format!("{name}: expected its licence"))?,
            folder: Some(folder),
        });
        next.extend(package.dependencies.keys().cloned());
    }
    Ok(parts)
}

/// All texts, each once, under the names of what they are for.
fn texts(project: &Project, parts: &[Part]) -> Result<String> {
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in parts {
        for text in texts_of(project, part)? {
            told.entry(text).or_default().insert(format!("{} ({})", part.name, part.terms));
        }
    }
    let mut sections: Vec<(Vec<String>, String)> =
        told.into_iter().map(|(text, names)| (names.into_iter().collect(), text)).collect();
    sections.sort();
    let mut list = String::from(
        "What this software is made of, and under which terms.\n\n\
         Its own code is under MIT or Apache-2.0, as you choose. Compiled into it, or sent with it, is what\n\
         follows. Where its authors leave the choice, MIT is taken.\n",
    );
    for (names, text) in sections {
        list.push_str(&format!("\n{}\n{}\n\n{text}\n", "-".repeat(80), names.join("\n")));
    }
    Ok(list)
}

/// The texts of one part: its own files; where the choice is left, those of MIT and no other.
fn texts_of(project: &Project, part: &Part) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in part.folder.iter().flat_map(|folder| [folder.clone(), folder.join("licenses")]) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            let is_text = |begin: &str| name.starts_with(begin) && !name.ends_with(".rs");
            if path.is_file() && (TERMS.iter().any(|begin| is_text(begin)) || is_text(NOTICE)) {
                files.push((name, path));
            }
        }
    }
    files.sort();
    let choice = |terms: &str| terms.contains(" OR ") || terms.contains('/');
    let is_mit = |name: &str| name.contains("mit");
    if choice(&part.terms) && !part.terms.contains(" AND ") && files.iter().any(|(name, _)| is_mit(name)) {
        files.retain(|(name, _)| is_mit(name) || name.starts_with(NOTICE));
    }
    if !files.is_empty() {
        let read = |path: &Path| {
            let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim_matches('\n').to_owned())
        };
        return files.iter().map(|(_, path)| read(path)).collect();
    }
    Ok(vec![standard_text(project, part)?])
}

/// Some authors publish without a file: their terms are then the text that the name stands for.
fn standard_text(project: &Project, part: &Part) -> Result<String> {
    let read =
        |file: &str| fs::read_to_string(project.path(file)).with_context(|| format!("cannot read {file}"));
    let named = |name: &str| part.terms.split([' ', '/', '(', ')']).any(|word| word == name);
    let terms = if named("MIT") {
        // Behind the line that names their holders: here, ours.
        let text = read("LICENSE-MIT")?;
        let (_, terms) = text.split_once("\n\nPermission").context("LICENSE-MIT: expected its terms")?;
        format!("Permission{terms}")
    } else if named("Apache-2.0") {
        read("LICENSE-APACHE")?
    } else if named("BSD-3-Clause") {
        read("xtask/licences/BSD-3-Clause.txt")?
    } else {
        bail!("{}: expected a file with its terms ({}), found none", part.name, part.terms);
    };
    Ok(format!("Copyright (c) the authors of {}\n\n{}", part.name, terms.trim_matches('\n')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_handed_on_comes_with_its_terms() {
        let project = Project::locate();
        let list = texts(&project, &crates(&project, PORTAL).unwrap()).unwrap();
        for said in ["\nleptos 0", "\nwasm-bindgen 0", "the standard library of Rust"] {
            assert!(list.contains(said), "{said}");
        }
        // What only runs while compiling is not handed on, and neither is what is ours.
        for absent in ["\nserde_derive ", "\nassessment ", "\ntiny_http "] {
            assert!(!list.contains(absent), "{absent}");
        }
        let list = of_program(&project).unwrap();
        assert!(list.contains("\ntiny_http ") && list.contains("\nureq ") && list.contains("Dropbox"));
    }

    #[test]
    fn terms_come_from_the_files_and_where_there_is_a_choice_from_those_of_mit() {
        let (project, folder) = (Project::locate(), tempfile::tempdir().unwrap());
        let part = |terms: &str| Part {
            name: "x 1.0.0".into(),
            terms: terms.into(),
            folder: Some(folder.path().to_owned()),
        };
        let told = |terms: &str| texts_of(&project, &part(terms)).unwrap();
        let alone = told("MIT OR Apache-2.0");
        assert!(
            alone[0].contains("the authors of x 1.0.0") && alone[0].contains("Permission is hereby granted")
        );
        let refused = texts_of(&project, &part("Zlib")).unwrap_err().to_string();
        assert!(refused.contains("x 1.0.0: expected a file with its terms (Zlib)"), "{refused}");
        for (file, text) in [("LICENSE-MIT", "mit\r\n"), ("LICENSE-APACHE", "apache\n"), ("NOTICE", "notice")]
        {
            fs::write(folder.path().join(file), text).unwrap();
        }
        assert_eq!(told("MIT OR Apache-2.0"), ["mit", "notice"]);
        assert_eq!(told("MIT/Apache-2.0"), ["mit", "notice"]);
        assert_eq!(told("MIT AND Apache-2.0"), ["apache", "mit", "notice"]);
    }
}
