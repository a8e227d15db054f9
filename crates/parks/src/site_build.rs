//! A whole site, made beside the old one and put in its place once it is complete.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use static_site::{Contents, Draw, Portal};

/// The folder of the portal's built files, beside the program.
const PORTAL: &str = "portal";

/// A site in the making.
#[derive(Debug)]
pub struct NewSite {
    site: PathBuf,
    staged: PathBuf,
    portal: Portal,
}

impl NewSite {
    /// Begins one that is to stand in a folder, with the portal's built files of another: `portal` beside the program
    /// where none is named.
    ///
    /// # Errors
    /// When the folder holds something else than an earlier site, or the built files are not there.
    pub fn begin(site: &Path, portal: Option<&Path>) -> Result<NewSite> {
        let portal = match portal {
            Some(folder) => folder.to_owned(),
            None => env::current_exe()?.with_file_name(PORTAL),
        };
        let portal = Portal::open(&portal)?;
        static_site::may_be_replaced(site)?;
        let staged = beside(site, "new")?;
        if staged.exists() {
            fs::remove_dir_all(&staged)?;
        }
        Ok(NewSite { site: site.to_owned(), staged, portal })
    }

    /// Where its data and feeds are written.
    pub fn folder(&self) -> &Path {
        &self.staged
    }

    /// Adds pages and portal, unless it is only looked at also sums and compressed copies, and puts it in the place of the old one; how many pages there are.
    ///
    /// # Errors
    /// When a file cannot be read or written; the old site then stands as it did.
    pub fn finish(
        self,
        contents: Contents,
        draw: &mut dyn Draw,
        public_url: &str,
        sealed: bool,
    ) -> Result<usize> {
        let count = static_site::complete(&self.staged, &self.portal, contents, draw, public_url)?;
        if sealed {
            static_site::seal(&self.staged)?;
        }
        let old = beside(&self.site, "old")?;
        if old.exists() {
            fs::remove_dir_all(&old)?;
        }
        if self.site.exists() {
            fs::rename(&self.site, &old)
                .with_context(|| format!("cannot replace {}; is it open?", self.site.display()))?;
        }
        fs::rename(&self.staged, &self.site)?;
        if old.exists() {
            fs::remove_dir_all(&old)?;
        }
        Ok(count)
    }
}

/// A hidden folder beside a site, on the same disk, so that one can be renamed to the other.
fn beside(site: &Path, ending: &str) -> Result<PathBuf> {
    let name =
        site.file_name().with_context(|| format!("{}: expected a folder with a name", site.display()))?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(ending);
    Ok(site.with_file_name(hidden))
}
