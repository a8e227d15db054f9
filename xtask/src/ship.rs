//! The WebAssembly as it is shipped: in parts, the first of them small.
//!
//! Trunk has no code splitting, so the shipping build does in five steps what Trunk does in three:
//! cargo, split, wasm-bindgen, wasm-opt on each part, and packs with integrity. Every pack is named by its
//! content, and is refused by the browser when its bytes are others.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use static_site::Asset;
use wasm_split_cli_support::SplitWasm;

use crate::assets::{filled, short_integrity, write_hashed};
use crate::packs::{Pack, Part, pack};
use crate::project::{Project, each_in_parallel, run};

/// What the oldest supported browsers know (Chrome 97, Firefox 102, Safari 16), and Rust uses.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// Where wasm-bindgen's JavaScript finds the loader of the chunks.
const LINK: &str = "./__wasm_split.js";

/// Files with parts that a page may wait for, beside the first part.
const MOST_PACKS: usize = 6;

/// How much a byte counts that a group of pages brings in vain: more on Home, which most readers open first, and less
/// where a chart has come into view and the page stands already.
fn weight(group: &str) -> usize {
    match group {
        "home" => 12,
        "chart_options" => 1,
        _ => 3,
    }
}

/// Compiles, splits and optimises the portal below `staged`: `portal_bg.wasm`, `portal.js` with what it
/// imports. The parts are written below `app` in packs under their final names, which the JavaScript asks for. Returns
/// the packs of each group of pages.
pub fn build(project: &Project, staged: &Path, app: &Path) -> Result<BTreeMap<String, Vec<Asset>>> {
    fs::create_dir_all(staged)?;
    let whole = fs::read(compile(project)?).context("expected portal.wasm from cargo")?;
    let main = staged.join("portal.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = staged;
    options.main_out_path = &main;
    options.main_module = "./portal.js";
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow::anyhow!("the WebAssembly could not be split: {error:#}"))?;

    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "portal"]);
    run(bindgen.arg("--out-dir").arg(staged).arg(&main))?;
    // Each part has a process of its own, and they are some eighty.
    let mut parts = vec![staged.join("portal_bg.wasm")];
    parts.extend(split.split_modules.iter().cloned());
    each_in_parallel(&parts, |part| optimise(project, part))?;

    let chunks = chunks(&split)?;
    let packs = write_packs(&chunks, app)?;

    let link = staged.join(LINK);
    let mut loader = fs::read_to_string(&link).with_context(|| format!("expected {LINK} from the split"))?;
    for (number, Packed { chunks, .. }) in packs.iter().enumerate() {
        for (file, from, to) in chunks {
            let asked = format!("fetch(new URL(\"./{file}.wasm\", import.meta.url))");
            loader = replaced(&loader, &asked, &format!("part({number}, {from}, {to})"))?;
        }
    }
    // Plain hosts may not know the type of WebAssembly, which streaming insists on.
    let streaming = "WebAssembly.instantiateStreaming(src, imports)";
    loader = replaced(&loader, streaming, "WebAssembly.instantiate(await src, imports)")?;
    let names: Vec<_> = packs.iter().map(|pack| [&pack.asset.name, &pack.asset.integrity]).collect();
    let reader = fs::read_to_string(project.path("web/packs.js")).context("cannot read web/packs.js")?;
    fs::write(link, loader + &filled(&reader, &names)?)?;

    let mut parts = BTreeMap::<String, Vec<Asset>>::new();
    for Packed { asset, needed_by, .. } in &packs {
        for group in needed_by {
            parts.entry(group.clone()).or_default().push(asset.clone());
        }
    }
    Ok(parts)
}

/// A part as the split leaves it.
struct Chunk {
    /// Its file's name without the ending.
    stem: String,
    bytes: Vec<u8>,
    part: Part,
}

fn chunks(split: &SplitWasm) -> Result<Vec<Chunk>> {
    let mut chunks = Vec::new();
    for path in &split.split_modules {
        let Some(stem) = path.file_stem().and_then(|name| name.to_str()) else {
            bail!("{}: expected a chunk's file name", path.display());
        };
        let needed_by: BTreeSet<String> = (split.prefetch_map.iter())
            .filter(|(_, files)| files.iter().any(|file| file == stem))
            .map(|(group, _)| group.clone())
            .collect();
        if !needed_by.is_empty() {
            let bytes = fs::read(path)?;
            let part = Part { needed_by, length: bytes.len() };
            chunks.push(Chunk { stem: stem.to_owned(), bytes, part });
        }
    }
    // The split's own order is another each time.
    chunks.sort_by(|a, b| a.part.needed_by.cmp(&b.part.needed_by).then_with(|| a.bytes.cmp(&b.bytes)));
    Ok(chunks)
}

/// A pack as it was written.
struct Packed {
    asset: Asset,
    needed_by: BTreeSet<String>,
    /// Name, beginning and end of each part in it.
    chunks: Vec<(String, usize, usize)>,
}

fn write_packs(chunks: &[Chunk], app: &Path) -> Result<Vec<Packed>> {
    let parts: Vec<Part> = chunks.iter().map(|chunk| chunk.part.clone()).collect();
    let mut packs = Vec::new();
    for Pack { needed_by, parts } in pack(&parts, MOST_PACKS, weight) {
        let mut bytes = Vec::new();
        let mut places = Vec::new();
        for Chunk { stem, bytes: part, .. } in parts.into_iter().map(|part| &chunks[part]) {
            places.push((stem.clone(), bytes.len(), bytes.len() + part.len()));
            bytes.extend_from_slice(part);
        }
        let asset =
            Asset { name: write_hashed(app, "pack", "bin", &bytes)?, integrity: short_integrity(&bytes) };
        packs.push(Packed { asset, needed_by, chunks: places });
    }
    Ok(packs)
}

/// Every place of `from`, of which there has to be one.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        bail!("{LINK}: expected `{from}`, found none: the split's loader has another form");
    }
    Ok(text.replace(from, to))
}

fn compile(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.cargo("build");
    cargo.args(["--release", "--package", "portal", "--bin", "portal", "--features", "split"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    let flags = format!("{} -Clink-args=--emit-relocs", without_local_paths(project));
    run(cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags))?;
    Ok(project.target().join("wasm32-unknown-unknown/release/portal.wasm"))
}

fn optimise(project: &Project, wasm: &Path) -> Result<()> {
    let mut command = project.command("wasm-opt");
    // What made a part, and for which machines, is of no use to a browser.
    let bare = ["--strip-producers", "--strip-target-features"];
    run(command.args(["-Oz", "--quiet"]).args(bare).args(FEATURES).arg(wasm).arg("-o").arg(wasm))
}

/// Compiler flags, beside those of .cargo/config.toml, that keep this machine's folders out of the
/// messages in the WebAssembly: they are nobody's business, and without them the same source gives
/// the same file, with the same name, on every machine.
fn without_local_paths(project: &Project) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let crates = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let folders = crates.map(|folder| (folder.path(), "crates")).chain([(project.path(""), "portal")]);
    // Cargo splits the variable at spaces: a folder with one stays as it is.
    let named = folders.map(|(folder, name)| (folder.display().to_string(), name));
    let flags = named
        .filter(|(folder, _)| !folder.contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.trim_end_matches('/')));
    flags.collect::<Vec<_>>().join(" ")
}
