//! A site out of its parts: the compiled data, the portal's built files, the list of pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::compress::compress;
use crate::headers;
use crate::pages::{self, Asset, Assets, Contents, Draw, Site};
use crate::sums;

/// Names the files that pages refer to; in the portal's folder.
pub const MANIFEST: &str = "portal.json";
/// Files that are copied to the site's root as they are; in the portal's folder.
pub const PUBLIC: &str = "public";
/// The script that sets the colours before anything is drawn; in the portal's folder.
pub const THEME: &str = "theme.js";
/// The headers for hosts that read them from a file; in the site.
pub const HEADERS: &str = "_headers";
/// Files named by their content; in the portal's folder and in the site.
pub(crate) const APP: &str = "app";

/// The portal's built files, which are the same whatever is published: [`MANIFEST`], `app/`, [`PUBLIC`] and [`THEME`].
#[derive(Debug)]
pub struct Portal {
    folder: PathBuf,
    assets: Assets,
    theme: Vec<u8>,
}

impl Portal {
    /// Opens a folder of built files.
    ///
    /// # Errors
    /// When it is none, or lacks a file that it names.
    pub fn open(folder: &Path) -> Result<Portal> {
        let manifest = folder.join(MANIFEST);
        let bytes = fs::read(&manifest).with_context(|| {
            format!("{}: expected the portal's built files, with {MANIFEST}", folder.display())
        })?;
        let assets: Assets =
            serde_json::from_slice(&bytes).with_context(|| format!("{}", manifest.display()))?;
        for Asset { name, .. } in assets.all() {
            let file = folder.join(APP).join(name);
            if !file.is_file() {
                bail!("{}: expected the file that {MANIFEST} names, found none", file.display());
            }
        }
        let theme = folder.join(THEME);
        let theme = fs::read(&theme).with_context(|| format!("cannot read {}", theme.display()))?;
        Ok(Portal { folder: folder.to_owned(), assets, theme })
    }
}

/// Makes a site of a folder that holds the compiled data: adds the portal, the pages and the headers. Returns how many
/// pages there are.
///
/// `public_url` says where the site will stand: a path (`/`,
/// `/sub/`) or a full address, ending in `/`. Only 404.html, which cannot know how deep it is, and what search
/// engines want absolute depend on it.
///
/// # Errors
/// When the contents cannot be a site, or a file cannot be read or written.
pub fn complete(
    folder: &Path,
    portal: &Portal,
    contents: Contents,
    draw: &mut dyn Draw,
    public_url: &str,
) -> Result<usize> {
    let site = Site::new(contents, portal.assets.clone(), public_url.to_owned())?;
    copy(&portal.folder.join(APP), &folder.join(APP))?;
    pages::write(&site, draw, &portal.theme, folder)?;
    copy(&portal.folder.join(PUBLIC), folder)?;
    fs::write(folder.join(HEADERS), headers::file(site.base_path()))?;
    Ok(site.page_count())
}

/// Finishes a site to which nothing is added any more: the list of its files, and compressed copies.
///
/// # Errors
/// When a file cannot be read or written.
pub fn seal(folder: &Path) -> Result<()> {
    sums::write(folder).and_then(|()| compress(folder, |_| true))?;
    Ok(())
}

/// Refuses a folder of someone's own: only an empty one or an earlier site is ever emptied.
///
/// # Errors
/// When the folder holds something else.
pub fn may_be_replaced(site: &Path) -> Result<()> {
    let empty = fs::read_dir(site).map_or(true, |mut entries| entries.next().is_none());
    if empty || site.join(HEADERS).is_file() && site.join(APP).is_dir() {
        return Ok(());
    }
    bail!("{}: expected an empty folder or an earlier build, found other files", site.display());
}

/// Copies a folder's content; dot files such as `.gitkeep` stay behind.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        } else if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_files_is_not_emptied() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        assert!(may_be_replaced(folder).is_ok());
        fs::write(folder.join("thesis.txt"), "").unwrap();
        assert!(may_be_replaced(folder).is_err());
        fs::write(folder.join("_headers"), "").unwrap();
        fs::create_dir_all(folder.join(APP)).unwrap();
        assert!(may_be_replaced(folder).is_ok());
    }

    fn assets() -> Assets {
        let [main, glue, wasm, home, pages, assess] = ["m.js", "g.js", "w.wasm", "s.css", "p.css", "a.css"]
            .map(|name| Asset { name: name.into(), integrity: "sha384-0".into() });
        Assets { main, glue, wasm, parts: Default::default(), home, pages, assess }
    }

    #[test]
    fn a_portal_that_lacks_what_it_names_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let told = || format!("{:#}", Portal::open(folder).unwrap_err());
        assert!(told().contains("expected the portal's built files"), "{}", told());
        fs::write(folder.join(MANIFEST), serde_json::to_string(&assets()).unwrap()).unwrap();
        fs::create_dir_all(folder.join(APP)).unwrap();
        assert!(told().contains("m.js: expected the file that portal.json names"), "{}", told());
        for name in ["m.js", "g.js", "w.wasm", "s.css", "p.css", "a.css"] {
            fs::write(folder.join(APP).join(name), "").unwrap();
        }
        assert!(told().contains("cannot read"), "{}", told());
        fs::write(folder.join(THEME), "").unwrap();
        assert_eq!(Portal::open(folder).unwrap().assets.main.name, "m.js");
    }
}
