//! The folder that is handed to who publishes: the program, the portal's built files, the data, and what to read.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::assets;
use crate::licences;
use crate::project::{Project, run, say};

/// The publisher's program.
const PROGRAM: &str = "parks";
/// What there is to read: its place in the checkout, and in the folder.
const READING: &[(&str, &str)] = &[
    ("xtask/publisher/README.md", "README.html"),
    ("docs/publishing.zh.md", "docs/publishing.zh.html"),
    ("docs/data-format.zh.md", "docs/data-format.zh.html"),
    ("docs/publishing.en.md", "docs/publishing.en.html"),
    ("docs/data-format.en.md", "docs/data-format.en.html"),
    ("docs/deployment.md", "docs/deployment.html"),
    ("docs/assessment-format.md", "docs/assessment-format.html"),
];
/// Files that stand beside it as they are.
const BESIDE: &[&str] =
    &["docs/assessment.schema.json", "docs/assessment-result.schema.json", "LICENSE-MIT", "LICENSE-APACHE"];

/// Makes the folder and says where it is.
pub fn make(project: &Project, out: &Path) -> Result<()> {
    say("Compiling the program");
    run(project.cargo("build").args(["--release", "--package", "parks"]))?;
    let target = project.target();
    let program = target.join("release").join(PROGRAM).with_extension(env::consts::EXE_EXTENSION);
    let out_folder = project.path(out);
    fill(project, &out_folder, &program, |portal| {
        say("Compiling the portal to WebAssembly for shipping (first time about 5 minutes)");
        assets::portal(project, portal, true)
    })?;
    write(&out_folder, licences::FILE, licences::of_program(project)?)?;
    say(&format!("Made {}: hand it over as it is", out.display()));
    Ok(())
}

/// Fills the folder, or brings an earlier one up to date: data that is there already is left alone.
fn fill(
    project: &Project,
    out: &Path,
    program: &Path,
    portal: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    fs::copy(program, out.join(PROGRAM).with_extension(env::consts::EXE_EXTENSION))
        .with_context(|| format!("cannot copy {}", program.display()))?;
    portal(&out.join("portal"))?;
    let data = out.join("data");
    if !data.exists() {
        static_site::copy(&project.path("data"), &data)?;
    }
    for (from, to) in READING {
        let text = fs::read_to_string(project.path(from)).with_context(|| format!("cannot read {from}"))?;
        write(out, to, page(&text))?;
    }
    for file in BESIDE {
        let bytes = fs::read(project.path(file)).with_context(|| format!("cannot read {file}"))?;
        write(out, file, bytes)?;
    }
    Ok(())
}

fn write(out: &Path, to: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
    let path = out.join(to);
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// A text as a page that any browser shows.
fn page(markdown: &str) -> String {
    let title = markdown.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("README");
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: CowStr::from(linked(&dest_url)), title, id })
        }
        event => event,
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    let is_chinese = title.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let lang = if is_chinese { "zh-CN" } else { "en" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>body{{max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.6;font-family:sans-serif}}\
         code{{background:#eee;padding:0 .2em}}pre{{background:#eee;padding:.6rem;overflow:auto}}\
         td,th{{border-bottom:1px solid #ccc;padding:.2rem .6rem;text-align:left;vertical-align:top}}</style>\n{body}"
    )
}

/// Where a link of the checkout's texts leads among the pages: the same file under the name that it has here.
fn linked(address: &str) -> String {
    let (path, place) = address.split_once('#').map_or((address, None), |(path, place)| (path, Some(place)));
    let path = match path {
        path if path.contains("://") => path.to_owned(),
        path => match path.strip_suffix(".md") {
            Some(name) => format!("{}.html", name.strip_prefix("../docs/").unwrap_or(name)),
            None => path.strip_prefix("../docs/").unwrap_or(path).to_owned(),
        },
    };
    place.map_or_else(|| path.clone(), |place| format!("{path}#{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses of the links of a page.
    fn links(page: &str) -> Vec<String> {
        let rest = page.split("<a href=\"").skip(1);
        rest.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    #[test]
    fn what_is_handed_over_leads_to_nothing_that_is_not_there() {
        let project = Project::locate();
        let there: Vec<&str> = READING.iter().map(|(_, to)| *to).chain(BESIDE.iter().copied()).collect();
        for (from, to) in READING {
            let page = page(&fs::read_to_string(project.path(from)).unwrap());
            let folder = to.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            for link in links(&page) {
                if link.contains("://") {
                    continue;
                }
                assert!(!link.contains('#'), "{from}: headings have no ids here: {link}");
                let target = format!("{folder}{link}");
                assert!(there.contains(&target.as_str()), "{from}: {link} leads to {target}");
            }
        }
    }

    #[test]
    fn the_folder_is_whole_and_made_again_leaves_its_data_alone() {
        let (project, folder) = (Project::locate(), tempfile::tempdir().unwrap());
        let (program, out) = (folder.path().join("built"), folder.path().join("publisher"));
        let make = |bytes: &str| {
            fs::write(&program, bytes).unwrap();
            fill(&project, &out, &program, |portal| Ok(fs::create_dir_all(portal)?)).unwrap();
        };
        make("first");
        let there = |path: &str| out.join(path).exists();
        for path in
            ["portal", "data/site.toml", "data/editions/published/edition.toml", "README.html", "LICENSE-MIT"]
        {
            assert!(there(path), "{path}");
        }
        assert!(READING.iter().all(|(_, to)| there(to)));
        fs::write(out.join("data/site.toml"), "filled in").unwrap();
        fs::create_dir(out.join("archive")).unwrap();
        make("second");
        assert_eq!(fs::read_to_string(out.join("data/site.toml")).unwrap(), "filled in");
        assert!(there("archive"));
        let program = out.join(PROGRAM).with_extension(env::consts::EXE_EXTENSION);
        assert_eq!(fs::read_to_string(program).unwrap(), "second");
    }

    #[test]
    fn a_text_is_a_page_in_its_language() {
        let page = page(
            "# 怎样发布\n\n见 [数据](data-format.en.md)、[格式](assessment-format.md)。\n\n| a |\n|---|\n| b |\n",
        );
        assert!(page.contains("<html lang=\"zh-CN\">") && page.contains("<title>怎样发布</title>"), "{page}");
        assert!(page.contains("<a href=\"data-format.en.html\">数据</a>"), "{page}");
        assert!(page.contains("<a href=\"assessment-format.html\">"), "{page}");
        assert!(page.contains("<td>b</td>"), "{page}");
    }
}
