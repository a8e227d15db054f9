//! `dist/`: everything that a static host needs, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::assets;
use crate::headers;
use crate::pages::{self, Site};
use crate::project::{Project, run, say};

/// How much to optimise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// As small as it gets; minutes.
    Shipping,
    /// The same layout, quick to compile.
    Quick,
}

/// A build of the site.
#[derive(Debug, PartialEq)]
pub struct Build {
    /// How much to optimise.
    pub profile: Profile,
    /// The folder to write, emptied first.
    pub out: PathBuf,
    /// Where the site will stand: a path (`/`, `/sub/`) or a full address. Only 404.html, which
    /// cannot know how deep it is, and what search engines want absolute depend on it.
    pub public_url: String,
    /// The folder of all publications; the build takes this one into it and brings the earlier ones along.
    pub archive: Option<PathBuf>,
}

impl Build {
    /// Builds and returns the folder.
    pub fn run(&self, project: &Project) -> Result<PathBuf> {
        let out = project.path(&self.out);
        may_be_replaced(&out)?;
        let shipping = self.profile == Profile::Shipping;
        let staged = project.scratch().join(if shipping { "dist" } else { "dist-quick" });
        if staged.exists() {
            fs::remove_dir_all(&staged)?;
        }
        fs::create_dir_all(&staged)?;

        say("Checking and compiling the data");
        let list = page_list(project);
        let mut parks = project.cargo();
        parks.args(["run", "--quiet", "--package", "parks", "--", "build", "--data"]);
        parks.arg(project.path("data")).arg("--out").arg(staged.join("data")).arg("--pages").arg(&list);
        if let Some(archive) = &self.archive {
            parks.arg("--archive").arg(project.path(archive));
        }
        parks.arg("--feeds").arg(staged.join("feeds"));
        if self.public_url.contains("://") {
            parks.arg("--public-url").arg(&self.public_url);
        }
        run(&mut parks).context("the data in data/ could not be compiled")?;

        say(match self.profile {
            Profile::Shipping => {
                "Compiling the portal to WebAssembly for shipping (first time about 5 minutes)"
            }
            Profile::Quick => "Compiling the portal to WebAssembly (first time about 2 minutes)",
        });
        let assets = assets::build(project, &staged.join("app"), shipping)?;
        let site = Site::read(&list, assets, self.public_url.clone())?;
        pages::write(&site, project, &staged)?;
        copy(&project.path("public"), &staged)?;
        fs::write(staged.join("_headers"), headers::file(site.base_path()))?;

        if out.exists() {
            fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
        }
        copy(&staged, &out)?;
        say(&format!("Built {} ({} pages)", self.out.display(), site.page_count()));
        Ok(out)
    }
}

/// Where `parks build` tells which pages there are; the end-to-end tests read it too.
pub fn page_list(project: &Project) -> PathBuf {
    project.scratch().join("pages.json")
}

/// A folder of someone's own is never emptied.
fn may_be_replaced(out: &Path) -> Result<()> {
    let empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if empty || out.join("_headers").is_file() && out.join("app").is_dir() {
        return Ok(());
    }
    bail!("{}: expected an empty folder or an earlier build, found other files", out.display());
}

/// Copies a folder's content; dot files such as `.gitkeep` stay behind.
fn copy(from: &Path, to: &Path) -> Result<()> {
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
        let folder = std::env::temp_dir().join(format!("xtask-replace-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(may_be_replaced(&folder).is_ok());
        fs::write(folder.join("thesis.txt"), "").unwrap();
        assert!(may_be_replaced(&folder).is_err());
        fs::write(folder.join("_headers"), "").unwrap();
        fs::create_dir_all(folder.join("app")).unwrap();
        assert!(may_be_replaced(&folder).is_ok());
        fs::remove_dir_all(folder).unwrap();
    }
}
