//! The pages' HTML: one folder for each address, which reads sensibly before and without the app.
//!
//! The site may stand below any path, and an address may come with or without its final slash. So
//! a page names nothing absolute: it asks for `boot.js`, `boot.css` and `theme.js` by bare name,
//! and every folder from which such a name can resolve holds its own three, which know how deep
//! they lie.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::headers::CONTENT_SECURITY_POLICY;

/// Names of what the pages refer to, below `app/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assets {
    /// The boot module.
    pub main: String,
    /// The style.
    pub style: String,
    /// The style of what only pages other than Home have.
    pub pages: String,
}

/// Language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Lang {
    Zh,
    En,
}

/// A page, as `parks build --pages` tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    /// Address below the site's root, without slashes at its ends: `en/parks/x`; empty for Home.
    path: String,
    lang: Lang,
    /// Title of the document: the page's name, ` · `, the portal's.
    title: String,
    description: String,
    /// What a reader without scripts reads.
    lines: Vec<String>,
    /// The same page in the other language.
    alternate: String,
    /// The edition that the page belongs to, where it is not the default one; the portal takes it from the
    /// address.
    #[serde(default)]
    edition: Option<String>,
}

/// A feed, as `parks build --pages` tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feed {
    /// Below the site's root, without its ending: `feeds/published.zh`; `.xml` is Atom, `.json` JSON Feed.
    path: String,
    lang: Lang,
    title: String,
    /// The edition, where it is not the default one.
    #[serde(default)]
    edition: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageList {
    pages: Vec<Page>,
    #[serde(default)]
    feeds: Vec<Feed>,
}

/// The site to write.
pub struct Site {
    pages: Vec<Page>,
    feeds: Vec<Feed>,
    assets: Assets,
    public_url: String,
}

/// What the static page says in its own words.
struct Words {
    lang: &'static str,
    portal: &'static str,
    other_language: &'static str,
    pages: &'static str,
    waiting: &'static str,
    no_script: &'static str,
}

const ZH: Words = Words {
    lang: "zh-CN",
    portal: "内蒙古零碳园区公开评估",
    other_language: "English",
    pages: "页面",
    waiting: "正在打开本页。如果长时间没有变化，请确认浏览器允许运行脚本，且不早于 Chrome 97、Firefox 102 或 Safari 16。",
    no_script: "浏览器没有运行脚本，这里只有本页摘要；地图、筛选和测算需要脚本。",
};

const EN: Words = Words {
    lang: "en",
    portal: "Inner Mongolia Zero-Carbon Parks: Public Assessment",
    other_language: "中文",
    pages: "Pages",
    waiting: "Opening the page. If nothing changes for long, please check that the browser may run scripts \
              and is not older than Chrome 97, Firefox 102 or Safari 16.",
    no_script: "Scripts are off in this browser, so this is a summary of the page; maps, filters and \
                calculations need scripts.",
};

impl Page {
    /// The page's own name, without the portal's.
    fn name(&self) -> &str {
        let portal = self.lang.words().portal;
        self.title.strip_suffix(portal).and_then(|rest| rest.strip_suffix(" · ")).unwrap_or(&self.title)
    }
}

impl Lang {
    fn words(self) -> &'static Words {
        match self {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    fn home(self) -> &'static str {
        match self {
            Lang::Zh => "",
            Lang::En => "en",
        }
    }
}

/// The icon of the browser's tab: rising steps, drawn once and carried by every page, because a
/// page cannot name a file outside its own folder.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Crect width='16' height='16' rx='3' fill='%232f5d3a'/%3E\
    %3Cpath d='M3 13v-3h3.5V7H10V4h3v9z' fill='%23fbfaf6'/%3E%3C/svg%3E";

impl Site {
    /// Reads a list of pages.
    ///
    /// # Errors
    /// When it is none, or cannot be a site: an address that is none, a page without its other language, no Home.
    pub fn parse(text: &str, assets: Assets, public_url: String) -> Result<Site> {
        let PageList { pages, feeds } = serde_json::from_str(text).context("expected a list of pages")?;
        let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        for page in &pages {
            if !is_path(&page.path) {
                bail!("{:?}: expected names of a-z, 0-9 and - with / between them", page.path);
            }
            if !paths.contains(page.alternate.as_str()) {
                bail!("{:?}: expected its alternate {:?} among the pages", page.path, page.alternate);
            }
        }
        if paths.len() != pages.len() {
            bail!("expected each page once, found {} addresses for {} pages", paths.len(), pages.len());
        }
        for home in [Lang::Zh.home(), Lang::En.home()] {
            if !paths.contains(home) {
                bail!("expected a page with the path {home:?}");
            }
        }
        Ok(Site { pages, feeds, assets, public_url })
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The path part of the public address.
    pub fn base_path(&self) -> &str {
        match self.public_url.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |slash| &rest[slash..]),
            None => &self.public_url,
        }
    }

    /// The site's address in full, when it is known.
    fn origin(&self) -> Option<&str> {
        self.public_url.contains("://").then_some(self.public_url.as_str())
    }

    /// Every folder from which a page's bare names can resolve.
    fn folders(&self) -> BTreeSet<&str> {
        let mut folders = BTreeSet::from([""]);
        for page in &self.pages {
            folders.insert(&page.path);
            folders.extend(page.path.match_indices('/').map(|(slash, _)| &page.path[..slash]));
        }
        folders
    }

    /// Pages that the static page leads to besides Home: the main ones of its language and those below
    /// itself; from Home also those that lie below no page.
    fn links(&self, from: &Page) -> Vec<&Page> {
        let home = from.lang.home();
        let parent = |path: &str| path.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.into());
        let has_page = |path: &str| self.pages.iter().any(|page| page.path == path);
        let same_language = self.pages.iter().filter(|page| page.lang == from.lang);
        same_language
            .filter(|page| {
                let parent = parent(&page.path);
                let is_orphan = !has_page(&parent) && from.path == home;
                let is_asked_for = parent == home || parent == from.path || is_orphan;
                page.path != from.path && page.path != home && is_asked_for
            })
            .collect()
    }

    fn page(&self, page: &Page) -> String {
        let words = page.lang.words();
        let up = up_from(&page.path);
        let mut alternates = String::new();
        for (lang, path) in [(words.lang, &page.path), (other(page.lang).words().lang, &page.alternate)] {
            let href = self.origin().map_or_else(|| address(&up, path), |origin| address(origin, path));
            alternates.push_str(&format!("\n<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\">"));
        }
        // The feeds of the page's edition in its language.
        for feed in self.feeds.iter().filter(|feed| feed.lang == page.lang && feed.edition == page.edition) {
            let root = self.origin().unwrap_or(&up);
            for (kind, ending) in [("application/atom+xml", "xml"), ("application/feed+json", "json")] {
                let (title, path) = (escape(&feed.title), &feed.path);
                alternates.push_str(&format!(
                    "\n<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{root}{path}.{ending}\">"
                ));
            }
        }
        let lines: String = page.lines.iter().map(|line| format!("\n<p>{}</p>", escape(line))).collect();
        let links = self.links(page).into_iter().map(|to| (address(&up, &to.path), to.name()));
        let body = body(
            words,
            &Body {
                home: address(&up, page.lang.home()),
                other: address(&up, &page.alternate),
                title: page.name(),
                lines,
                links: links.collect(),
            },
        );
        let head = format!(
            "<title>{}</title>\n<meta name=\"description\" content=\"{}\">{alternates}",
            escape(&page.title),
            escape(&page.description)
        );
        document(words.lang, "", &head, &body)
    }

    /// The page for addresses that are none. Its addresses hang on `<base>`: the only place where
    /// the build must know where the site stands.
    fn not_found(&self) -> String {
        let lines = "\n<p>地址可能有误，或者页面已经移走。请从首页或下面的页面继续。</p>\
                     \n<p lang=\"en\">There is no page at this address. It may be mistyped, or the page has \
                     moved. Please go on from the <a href=\"en/\">home page</a> or one of these pages.</p>";
        let main = self.pages.iter().filter(|page| page.lang == Lang::Zh && !page.path.contains('/'));
        let links = main.filter(|page| page.path != Lang::Zh.home());
        let body = body(
            &ZH,
            &Body {
                home: "./".into(),
                other: "en/".into(),
                title: "没有这个页面",
                lines: lines.into(),
                links: links.map(|page| (address("./", &page.path), page.name())).collect(),
            },
        );
        let base = format!("<base href=\"{}\">\n", escape(self.base_path()));
        let head = format!(
            "<title>没有这个页面 · {}</title>\n<meta name=\"robots\" content=\"noindex\">",
            escape(ZH.portal)
        );
        document(ZH.lang, &base, &head, &body)
    }

    fn site_map(&self, origin: &str) -> String {
        let urls: String = self
            .pages
            .iter()
            .map(|page| format!("<url><loc>{}</loc></url>\n", address(origin, &page.path)))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        )
    }
}

/// The folders that Home stands in.
const HOME: [&str; 2] = ["", "en"];

/// Writes all pages and their boot files below `dist`.
pub fn write(site: &Site, theme: &[u8], dist: &Path) -> Result<()> {
    for folder in site.folders() {
        let up = up_from(folder);
        let place = dist.join(folder);
        fs::create_dir_all(&place)?;
        fs::write(place.join("boot.js"), format!("import \"{up}app/{}\";\n", site.assets.main))?;
        let mut style = format!("@import url(\"{up}app/{}\");\n", site.assets.style);
        if !HOME.contains(&folder) {
            style += &format!("@import url(\"{up}app/{}\");\n", site.assets.pages);
        }
        fs::write(place.join("boot.css"), style)?;
        fs::write(place.join("theme.js"), theme)?;
    }
    for page in &site.pages {
        fs::write(dist.join(&page.path).join("index.html"), site.page(page))?;
    }
    fs::write(dist.join("404.html"), site.not_found())?;
    if let Some(origin) = site.origin() {
        fs::write(dist.join("sitemap.xml"), site.site_map(origin))?;
    }
    Ok(())
}

struct Body<'a> {
    home: String,
    other: String,
    title: &'a str,
    lines: String,
    links: Vec<(String, &'a str)>,
}

fn body(words: &Words, body: &Body) -> String {
    let links: String = (body.links.iter())
        .map(|(href, title)| format!("\n<li><a href=\"{href}\">{}</a></li>", escape(title)))
        .collect();
    let Words { portal, other_language, pages, waiting, no_script, .. } = words;
    format!(
        "<div id=\"static\">\n<header><a href=\"{}\">{portal}</a> <a href=\"{}\">{other_language}</a></header>\n\
         <main>\n<h1>{}</h1>\n<noscript><p>{no_script}</p></noscript>{}\n\
         <p id=\"static-notice\" role=\"status\">{waiting}</p>\n</main>\n\
         <nav aria-label=\"{pages}\"><ul>{links}\n</ul></nav>\n</div>",
        body.home,
        body.other,
        escape(body.title),
        body.lines
    )
}

fn document(lang: &str, base: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{base}{head}\n\
         <link rel=\"icon\" href=\"{ICON}\">\n<script src=\"theme.js\"></script>\n\
         <link rel=\"stylesheet\" href=\"boot.css\">\n<script type=\"module\" src=\"boot.js\"></script>\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

/// From a folder to the site's root: `./`, `../`, `../../`.
fn up_from(folder: &str) -> String {
    if folder.is_empty() { "./".into() } else { "../".repeat(folder.split('/').count()) }
}

/// The address of a page, with the final slash that static hosts redirect to.
fn address(root: &str, path: &str) -> String {
    if path.is_empty() { root.to_string() } else { format!("{root}{path}/") }
}

fn is_path(path: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    path.is_empty() || path.split('/').all(is_name)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"{"pages":[
        {"path":"","lang":"zh","title":"内蒙古零碳园区公开评估","description":"总览","lines":["两个园区。"],"alternate":"en"},
        {"path":"en","lang":"en","title":"Overview","description":"All","lines":["Two parks."],"alternate":""},
        {"path":"parks/x","lang":"zh","title":"<甲> · 内蒙古零碳园区公开评估","description":"\"甲\"","lines":[],"alternate":"en/parks/x"},
        {"path":"en/parks/x","lang":"en","title":"X & Y","description":"x","lines":[],"alternate":"parks/x"}]}"#;

    fn site(list: &str, url: &str) -> Result<Site> {
        let assets =
            Assets { main: "main-1.js".into(), style: "site-1.css".into(), pages: "pages-1.css".into() };
        Site::parse(list, assets, url.into())
    }

    fn page<'a>(site: &'a Site, path: &str) -> &'a Page {
        site.pages.iter().find(|page| page.path == path).unwrap()
    }

    #[test]
    fn folders_between_hold_boot_files_too() {
        let site = site(LIST, "/").unwrap();
        let folders: Vec<&str> = site.folders().into_iter().collect();
        assert_eq!(folders, ["", "en", "en/parks", "en/parks/x", "parks", "parks/x"]);
        assert_eq!([up_from(""), up_from("en"), up_from("en/parks/x")], ["./", "../", "../../../"]);
    }

    #[test]
    fn pages_lead_to_the_feeds_of_their_edition_and_language() {
        let feeds = r#","feeds":[{"path":"feeds/a.zh","lang":"zh","title":"甲 & 乙"},
            {"path":"feeds/a.en","lang":"en","title":"A"},
            {"path":"feeds/b.zh","lang":"zh","title":"丙","edition":"b"}]}"#;
        let list = format!("{}{feeds}", LIST.strip_suffix('}').unwrap());
        let near = site(&list, "/").unwrap();
        let html = near.page(page(&near, "parks/x"));
        let link = r#"<link rel="alternate" type="application/atom+xml" title="甲 &amp; 乙" href="../../feeds/a.zh.xml">"#;
        assert!(html.contains(link), "{html}");
        assert!(html.contains(r#"type="application/feed+json""#));
        assert!(!html.contains("a.en.") && !html.contains("b.zh."), "{html}");
        let known = site(&list, "https://example.org/sub/").unwrap();
        let html = known.page(page(&known, "en"));
        assert!(html.contains(r#"href="https://example.org/sub/feeds/a.en.json""#), "{html}");
    }

    #[test]
    fn text_is_escaped_and_no_page_names_an_absolute_address() {
        let site = site(LIST, "/").unwrap();
        let html = site.page(page(&site, "parks/x"));
        assert!(html.contains("<title>&lt;甲&gt; · 内蒙古零碳园区公开评估</title>"), "{html}");
        assert!(html.contains("content=\"&quot;甲&quot;\""));
        assert!(html.contains("<h1>&lt;甲&gt;</h1>"));
        assert!(html.contains("hreflang=\"en\" href=\"../../en/parks/x/\""));
        assert!(!html.contains("href=\"/") && !html.contains("src=\"/"));
    }

    #[test]
    fn only_the_page_for_unknown_addresses_depends_on_where_the_site_stands() {
        let (root, sub) = (site(LIST, "/").unwrap(), site(LIST, "/sub/").unwrap());
        assert_eq!(root.page(page(&root, "en")), sub.page(page(&sub, "en")));
        assert!(root.not_found().contains("<base href=\"/\">"));
        assert!(sub.not_found().contains("<base href=\"/sub/\">"));
        let full = site(LIST, "https://example.org/sub/").unwrap();
        assert!(full.not_found().contains("<base href=\"/sub/\">"));
        assert!(full.page(page(&full, "en")).contains("href=\"https://example.org/sub/en/\""));
        assert!(
            full.site_map("https://example.org/sub/")
                .contains("<loc>https://example.org/sub/en/parks/x/</loc>")
        );
    }

    #[test]
    fn home_leads_to_pages_that_lie_below_no_page() {
        let site = site(LIST, "/").unwrap();
        let paths = |path| site.links(page(&site, path)).iter().map(|p| p.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths("en"), ["en/parks/x"]);
        assert!(paths("en/parks/x").is_empty());
    }

    #[test]
    fn a_list_that_cannot_be_a_site_is_refused() {
        for (from, to, expected) in [
            ("parks/x", "parks/../x", "expected names of"),
            ("\"alternate\":\"parks/x\"", "\"alternate\":\"parks/y\"", "expected its alternate"),
            ("\"path\":\"en/parks/x\"", "\"path\":\"parks/x\"", "expected"),
        ] {
            let error = site(&LIST.replacen(from, to, 1), "/").err().unwrap().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn nothing_is_inline() {
        let html = site(LIST, "/").unwrap().not_found();
        assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
        assert_eq!(html.matches("<script").count(), html.matches("<script src=").count() + 1);
    }
}
