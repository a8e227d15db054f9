//! `dist/`: everything that a static host needs, and nothing else.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use static_site::may_be_replaced;

use crate::assets;
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
        say("Checking the data");
        // Before minutes are spent on the portal.
        run(project.parks().args(["check", "--data"]).arg(project.path("data")))
            .context("the data in data/ is refused")?;

        say(match self.profile {
            Profile::Shipping => {
                "Compiling the portal to WebAssembly for shipping (first time about 5 minutes)"
            }
            Profile::Quick => "Compiling the portal to WebAssembly (first time about 2 minutes)",
        });
        let built = project.scratch().join(if shipping { "portal" } else { "portal-quick" });
        assets::portal(project, &built, shipping)?;

        say("Compiling the data and drawing the pages");
        let mut build = project.parks();
        build.args(["build", "--data"]).arg(project.path("data")).arg("--site").arg(&staged);
        build.arg("--portal").arg(&built).arg("--pages").arg(page_list(project));
        build.arg("--public-url").arg(&self.public_url);
        if let Some(archive) = &self.archive {
            build.arg("--archive").arg(project.path(archive));
        }
        if !shipping {
            build.arg("--uncompressed");
        }
        run(&mut build).context("the data in data/ could not be compiled")?;

        if out.exists() {
            fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
        }
        static_site::copy(&staged, &out)?;
        say(&format!("Built {}", self.out.display()));
        Ok(out)
    }
}

/// Where `parks build` tells which pages there are; the end-to-end tests read it too.
pub fn page_list(project: &Project) -> PathBuf {
    project.scratch().join("pages.json")
}
