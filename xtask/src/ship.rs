//! The WebAssembly as it is shipped: in parts, the first of them small.
//!
//! Trunk has no code splitting, so the shipping build does in five steps what Trunk does in three:
//! cargo, split, wasm-bindgen, wasm-opt on each part, and names with integrity. Every part is named by its
//! content, and is refused by the browser when its bytes are others.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::assets::{short_integrity, write_hashed};
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

/// Compiles, splits and optimises the portal below `staged`: `portal_bg.wasm`, `portal.js` with what it
/// imports. The chunks are written below `app` under their final names, which the JavaScript asks for.
pub fn build(project: &Project, staged: &Path, app: &Path) -> Result<()> {
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

    let link = staged.join(LINK);
    let mut loader = fs::read_to_string(&link).with_context(|| format!("expected {LINK} from the split"))?;
    for chunk in &split.split_modules {
        let bytes = fs::read(chunk)?;
        let Some(file) = chunk.file_name().and_then(|name| name.to_str()) else {
            bail!("{}: expected a chunk's file name", chunk.display());
        };
        let name = write_hashed(app, "chunk", "wasm", &bytes)?;
        let asked = format!("fetch(new URL(\"./{file}\", import.meta.url))");
        let checked = format!(
            "fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"{}\" }})",
            short_integrity(&bytes)
        );
        loader = replaced(&loader, &asked, &checked)?;
    }
    // Plain hosts may not know the type of WebAssembly, which streaming insists on.
    let streaming = "WebAssembly.instantiateStreaming(src, imports)";
    let buffered = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    loader = replaced(&loader, streaming, buffered)?;
    fs::write(link, loader)?;
    Ok(())
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
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), PathBuf::from);
    Ok(target.join("wasm32-unknown-unknown/release/portal.wasm"))
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
