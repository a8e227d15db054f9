//! The files below `app/`: WebAssembly, its JavaScript, the boot module, the charts and the style, each
//! named by its content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};
use static_site::sums::sha256_hex;
use static_site::{Asset, Assets, MANIFEST, PUBLIC, THEME};

use crate::licences;
use crate::project::{Project, filter, run};
use crate::ship;

/// The oldest browsers that can start the portal: the first to know `'wasm-unsafe-eval'`.
const BROWSERS: &str = "--target=chrome97,firefox102,safari16";

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// The same from the shorter hash, for files of which there are many: their values stand in one script that every
/// page loads.
pub fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)))
}

/// Writes a file under a name that holds its content's hash; returns the name.
pub fn write_hashed(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}-{}.{extension}", &sha256_hex(bytes)[..16]);
    fs::write(folder.join(&name), bytes).with_context(|| format!("cannot write {name}"))?;
    Ok(name)
}

/// Makes a folder of the portal's built files: what is the same in every site, whatever is published.
pub fn portal(project: &Project, folder: &Path, shipping: bool) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let assets = build(project, &folder.join("app"), shipping)?;
    let public = folder.join(PUBLIC);
    static_site::copy(&project.path("public"), &public)?;
    fs::write(public.join(licences::FILE), licences::of_portal(project)?)?;
    fs::copy(project.path("web/theme.js"), folder.join(THEME)).context("cannot read web/theme.js")?;
    fs::write(folder.join(MANIFEST), serde_json::to_vec_pretty(&assets)?)?;
    if shipping {
        // Once for all sites that are made with it.
        static_site::compress(folder, |path| path.starts_with("app/"))?;
    }
    Ok(())
}

/// Compiles the portal, for shipping in parts, else with Trunk in one piece, and writes everything below
/// `app/`.
fn build(project: &Project, app: &Path, shipping: bool) -> Result<Assets> {
    fs::create_dir_all(app)?;
    let staged = project.scratch().join(if shipping { "ship" } else { "trunk" });
    let mut parts = BTreeMap::new();
    if shipping {
        parts = ship::build(project, &staged, app)?;
    } else {
        let mut trunk = project.command("trunk");
        trunk
            .args(["build", "--locked", "--offline", "--skip-version-check", "--log", "warn", "--dist"])
            .arg(&staged);
        // Cargo sets NO_COLOR-like variables in forms that Trunk's argument parser refuses.
        run(trunk.env_remove("NO_COLOR"))?;
    }
    let wasm = fs::read(staged.join("portal_bg.wasm")).context("expected portal_bg.wasm")?;
    let wasm_name = write_hashed(app, "portal", "wasm", &wasm)?;
    let glue = bundle(project, &staged.join("portal.js"))?;
    let glue_name = write_hashed(app, "portal", "js", &glue)?;

    let charts = charts(project)?;
    let charts_name = write_hashed(app, "charts", "js", &charts)?;

    // Home is the first view, and needs nothing of what only other pages have. A page has all its style in one file;
    // what a reader's next page has beyond it comes alone.
    let home = folder_style(project, "src/styles")?;
    let more = folder_style(project, "src/styles/pages")? + &read(&project.path("src/styles/90-media.css"))?;
    let most = folder_style(project, "src/styles/assess")?;
    let sheet = |stem: &str, parts: &[&str]| {
        let bytes = minify(project, "css", parts.concat().as_bytes())?;
        let name = write_hashed(app, stem, "css", &bytes)?;
        anyhow::Ok(Asset { name, integrity: integrity(&bytes) })
    };

    let facts = json!({
        "glue": &glue_name,
        "wasm": &wasm_name,
        "integrity": integrity(&wasm),
        "charts": charts_name,
        "chartsIntegrity": integrity(&charts),
        "assessStyle": sheet("more-assess", &[&most])?.name,
        "pagesStyle": sheet("more", &[&more])?.name,
    });
    let source = read(&project.path("web/main.js"))?;
    let main = minify(project, "js", filled(&source, &facts)?.as_bytes())?;
    let main = Asset { name: write_hashed(app, "main", "js", &main)?, integrity: integrity(&main) };
    Ok(Assets {
        main,
        glue: Asset { name: glue_name, integrity: integrity(&glue) },
        wasm: Asset { name: wasm_name, integrity: integrity(&wasm) },
        parts,
        home: sheet("site", &[&home])?,
        pages: sheet("pages", &[&home, &more])?,
        assess: sheet("assess", &[&home, &more, &most])?,
    })
}

/// A script with what only the build knows.
pub fn filled(script: &str, facts: &impl Serialize) -> Result<String> {
    let Some((before, after)) = script.split_once("/* BUILD */ null") else {
        bail!("expected the mark `/* BUILD */ null` in a script, found none:\n{script}");
    };
    Ok(format!("{before}{}{after}", serde_json::to_string(facts)?))
}

/// The style sheets of a folder, in the order of their names.
fn folder_style(project: &Project, folder: &str) -> Result<String> {
    let folder = project.path(folder);
    let mut parts = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("expected styles in {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            parts.push(path);
        }
    }
    parts.sort();
    parts.iter().map(|path| read(path)).collect()
}

/// One minified module of wasm-bindgen's JavaScript and the snippets that it may import.
fn bundle(project: &Project, entry: &Path) -> Result<Vec<u8>> {
    let mut esbuild = project.command("esbuild");
    esbuild.arg(entry).args(["--bundle", "--format=esm", "--minify", BROWSERS, "--log-level=warning"]);
    filter(&mut esbuild, b"")
}

/// One minified script with all that the charts need of ECharts. Not a module: only a script's element can
/// carry an `integrity`, and be asked for again after it has failed.
fn charts(project: &Project) -> Result<Vec<u8>> {
    let mut esbuild = project.command("esbuild");
    esbuild.arg(project.path("web/charts.js"));
    esbuild.args(["--bundle", "--format=iife", "--minify", BROWSERS, "--log-level=warning"]);
    filter(&mut esbuild, b"")
}

fn minify(project: &Project, loader: &str, source: &[u8]) -> Result<Vec<u8>> {
    let mut esbuild = project.command("esbuild");
    esbuild
        .args(["--minify", "--charset=utf8", BROWSERS, "--log-level=warning"])
        .arg(format!("--loader={loader}"));
    filter(&mut esbuild, source)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_that_of_the_standard() {
        // Subresource Integrity.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
