//! The pages' HTML: one folder for each address, which reads whole before and without the app.
//!
//! The site may stand below any path. So a page names nothing absolute: what it asks for begins with the way up to the
//! site's root. An address may come without its final slash, from which that way is another: `theme.js`, which every
//! folder holds, mends the address before anything else is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

use crate::compose::APP;
use crate::headers::CONTENT_SECURITY_POLICY;
use crate::positions::{Positions, has_any};

/// A file below `app/` that pages refer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its name.
    pub name: String,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

impl Asset {
    /// Writes a file below a site's `app/`, named by its content.
    fn write(site: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Asset> {
        let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{hash}.{ending}");
        fs::write(site.join(APP).join(&name), bytes).with_context(|| format!("cannot write {name}"))?;
        Ok(Asset { name, integrity: format!("sha384-{}", BASE64.encode(Sha384::digest(bytes))) })
    }
}

/// What the pages refer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assets {
    /// The boot module.
    pub main: Asset,
    /// What it asks for first: the program's JavaScript.
    pub glue: Asset,
    /// And the program's first part, which all pages need.
    pub wasm: Asset,
    /// The files with the parts that only some pages need, by the name of their group; none where the program is in one
    /// piece.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Vec<Asset>>,
    /// The style of Home, which is what all pages have.
    pub home: Asset,
    /// The style of all other pages: the same with what only they have.
    pub pages: Asset,
    /// The style of the self-assessment: the same with what only it has.
    pub assess: Asset,
}

impl Assets {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        let own = [&self.main, &self.glue, &self.wasm, &self.home, &self.pages, &self.assess];
        own.into_iter().chain(self.parts.values().flatten())
    }

    /// The parts that a group of pages needs beside the first.
    fn of_group(&self, group: Option<&str>) -> Result<&[Asset]> {
        let Some(group) = group.filter(|_| !self.parts.is_empty()) else { return Ok(&[]) };
        let parts = self.parts.get(group);
        parts.map(Vec::as_slice).with_context(|| format!("expected the parts of {group}, found none"))
    }
}

/// Language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 中文.
    Zh,
    /// English.
    En,
}

/// A page that the site has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Address below the site's root, without slashes at its ends: `en/parks/x`; empty for Home.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Title of the document.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The same page in the other language.
    pub alternate: String,
    /// The edition that the page belongs to, where it is not the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

/// A feed that the site has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// Below the site's root, without its ending: `feeds/published.zh`; `.xml` is Atom, `.json` JSON Feed.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The edition, where it is not the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

/// A page as it was drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Title of the document.
    pub title: String,
    /// What stands in its body.
    pub body: String,
    /// The group of pages that it belongs to, whose parts of the program it needs.
    pub group: Option<String>,
    /// Paths of the files below `data/` that it was drawn from, and that the program will ask for.
    pub files: Vec<String>,
}

/// Draws what stands in the body of a page. Links begin with `links`, the way to the site's root.
pub trait Draw {
    /// A page of the list.
    fn page(&mut self, page: &Page, links: &str) -> Drawn;

    /// The page for addresses that are none.
    fn missing(&mut self, links: &str) -> Drawn;
}

/// All that a site has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its feeds.
    #[serde(default)]
    pub feeds: Vec<Feed>,
}

/// The site to write.
pub struct Site {
    contents: Contents,
    assets: Assets,
    public_url: String,
}

impl Lang {
    fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// What Open Graph calls it.
    fn locale(self) -> &'static str {
        match self {
            Lang::Zh => "zh_CN",
            Lang::En => "en_US",
        }
    }

    fn home(self) -> &'static str {
        match self {
            Lang::Zh => "",
            Lang::En => "en",
        }
    }

    fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// The page of the self-assessment, in either language.
const ASSESS: [&str; 2] = ["assess", "en/assess"];

/// The icon of the browser's tab: rising steps, drawn once and carried by every page, because a
/// page cannot name a file outside its own folder.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Crect width='16' height='16' rx='3' fill='%232f5d3a'/%3E\
    %3Cpath d='M3 13v-3h3.5V7H10V4h3v9z' fill='%23fbfaf6'/%3E%3C/svg%3E";

/// What the program will ask for comes at once, and not one after the other; and after what the page is read with.
/// Without integrity, which browsers do not know here: the program's own request carries it.
const AHEAD: &str = "<link rel=\"preload\" as=\"fetch\" crossorigin fetchpriority=\"low\"";

impl Site {
    /// A site of contents.
    ///
    /// # Errors
    /// When they cannot be a site: an address that is none, a page without its other language, no Home.
    pub fn new(contents: Contents, assets: Assets, public_url: String) -> Result<Site> {
        let pages = &contents.pages;
        let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        for page in pages {
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
        Ok(Site { contents, assets, public_url })
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.contents.pages.len()
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
        for page in &self.contents.pages {
            folders.insert(&page.path);
            folders.extend(page.path.match_indices('/').map(|(slash, _)| &page.path[..slash]));
        }
        folders
    }

    /// The name of the whole site, in a language.
    fn name(&self, lang: Lang) -> &str {
        let home = self.contents.pages.iter().find(|page| page.path == lang.home());
        home.map_or("", |home| &home.title)
    }

    fn page(&self, page: &Page, drawn: &Drawn, positions: Option<&Asset>) -> Result<String> {
        let Drawn { body, files, group, .. } = drawn;
        let up = up_from(&page.path);
        let mut links = String::new();
        let place = |path: &str| address(self.origin().unwrap_or(&up), path);
        if self.origin().is_some() {
            links.push_str(&format!("\n<link rel=\"canonical\" href=\"{}\">", place(&page.path)));
        }
        for (lang, path) in [(page.lang, &page.path), (page.lang.other(), &page.alternate)] {
            let (tag, href) = (lang.tag(), place(path));
            links.push_str(&format!("\n<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">"));
        }
        // The feeds of the page's edition in its language.
        let own = |feed: &&Feed| feed.lang == page.lang && feed.edition == page.edition;
        for feed in self.contents.feeds.iter().filter(own) {
            let root = self.origin().unwrap_or(&up);
            for (kind, ending) in [("application/atom+xml", "xml"), ("application/feed+json", "json")] {
                let (title, path) = (escape(&feed.title), &feed.path);
                links.push_str(&format!(
                    "\n<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{root}{path}.{ending}\">"
                ));
            }
        }
        let (title, said) = (escape(&page.title), escape(&page.description));
        let mut graph = vec![
            ("og:title", title.clone()),
            ("og:description", said.clone()),
            ("og:type", "website".to_owned()),
            ("og:site_name", escape(self.name(page.lang))),
            ("og:locale", page.lang.locale().to_owned()),
            ("og:locale:alternate", page.lang.other().locale().to_owned()),
        ];
        if self.origin().is_some() {
            graph.push(("og:url", place(&page.path)));
        }
        let graph: String = graph
            .iter()
            .map(|(name, value)| format!("\n<meta property=\"{name}\" content=\"{value}\">"))
            .collect();
        let head =
            format!("<title>{title}</title>\n<meta name=\"description\" content=\"{said}\">{links}{graph}");
        let edition = page.edition.as_deref();
        let placed = positions.filter(|_| has_any(body)).map(|sheet| (sheet, "drawn"));
        let styles = [self.style(&page.path)].into_iter().chain(placed).collect();
        let mut references = self.references(&up, styles);
        for Asset { name, .. } in self.assets.of_group(group.as_deref())? {
            references.push_str(&format!("\n{AHEAD} href=\"{up}app/{name}\">"));
        }
        for file in files {
            references.push_str(&format!("\n{AHEAD} href=\"{up}data/{file}\">"));
        }
        Ok(document(page.lang, edition, &head, &references, body))
    }

    /// The style sheet of a page, and which styles it brings.
    fn style(&self, path: &str) -> (&Asset, &'static str) {
        let Assets { home, pages, assess, .. } = &self.assets;
        match path {
            path if HOME.contains(&path) => (home, "site"),
            path if ASSESS.contains(&path) => (assess, "site pages assess"),
            _ => (pages, "site pages"),
        }
    }

    fn references(&self, up: &str, styles: Vec<(&Asset, &'static str)>) -> String {
        let mut text = String::new();
        for (Asset { name, integrity }, brings) in styles {
            text.push_str(&format!(
                "<link rel=\"stylesheet\" href=\"{up}app/{name}\" integrity=\"{integrity}\" data-styles=\"{brings}\">\n"
            ));
        }
        let Asset { name, integrity } = &self.assets.glue;
        text.push_str(&format!(
            "<link rel=\"modulepreload\" href=\"{up}app/{name}\" integrity=\"{integrity}\">\n"
        ));
        let name = &self.assets.wasm.name;
        text.push_str(&format!("{AHEAD} href=\"{up}app/{name}\">\n"));
        let Asset { name, integrity } = &self.assets.main;
        text.push_str(&format!(
            "<script type=\"module\" src=\"{up}app/{name}\" integrity=\"{integrity}\"></script>"
        ));
        text
    }

    /// The page for addresses that are none. Its addresses hang on `<base>`: the only place where
    /// the build must know where the site stands.
    fn not_found(&self, Drawn { title, body, .. }: &Drawn) -> String {
        let head = format!(
            "<base href=\"{}\">\n<title>{}</title>\n<meta name=\"robots\" content=\"noindex\">",
            escape(self.base_path()),
            escape(title)
        );
        let references = self.references("./", vec![self.style("404")]);
        document(Lang::Zh, None, &head, &references, body)
    }

    fn site_map(&self, origin: &str) -> String {
        let urls: String = (self.contents.pages.iter())
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

/// Writes all pages and what stands beside them below `dist`.
pub fn write(site: &Site, draw: &mut dyn Draw, theme: &[u8], dist: &Path) -> Result<()> {
    for folder in site.folders() {
        let place = dist.join(folder);
        fs::create_dir_all(&place)?;
        fs::write(place.join("theme.js"), theme)?;
    }
    let mut positions = Positions::default();
    let mut placed = |drawn: Drawn| Drawn { body: positions.taken_out(&drawn.body), ..drawn };
    let pages = &site.contents.pages;
    let bodies: Vec<Drawn> = pages.iter().map(|page| placed(draw.page(page, &up_from(&page.path)))).collect();
    let missing = placed(draw.missing("./"));
    let sheet =
        positions.sheet().map(|sheet| Asset::write(dist, "drawn", "css", sheet.as_bytes())).transpose()?;
    for (page, body) in site.contents.pages.iter().zip(&bodies) {
        let file = dist.join(&page.path).join("index.html");
        fs::write(&file, site.page(page, body, sheet.as_ref())?)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    fs::write(dist.join("404.html"), site.not_found(&missing))?;
    if let Some(origin) = site.origin() {
        fs::write(dist.join("sitemap.xml"), site.site_map(origin))?;
    }
    Ok(())
}

fn document(lang: Lang, edition: Option<&str>, head: &str, references: &str, body: &str) -> String {
    let edition = edition.map(|id| format!(" data-edition=\"{id}\"")).unwrap_or_default();
    let lang = lang.tag();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"{edition}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{head}\n\
         <link rel=\"icon\" href=\"{ICON}\">\n<script src=\"theme.js\"></script>\n{references}\n\
         </head>\n<body>{body}</body>\n</html>\n"
    )
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
        {"path":"","lang":"zh","title":"内蒙古零碳园区公开评估","description":"总览","alternate":"en"},
        {"path":"en","lang":"en","title":"Overview","description":"All","alternate":""},
        {"path":"parks/x","lang":"zh","title":"<甲> · 内蒙古零碳园区公开评估","description":"\"甲\"","alternate":"en/parks/x"},
        {"path":"en/parks/x","lang":"en","title":"X & Y","description":"x","alternate":"parks/x","edition":"b"}]}"#;

    fn asset(name: &str) -> Asset {
        Asset { name: name.into(), integrity: format!("sha384-{name}") }
    }

    fn site(list: &str, url: &str) -> Result<Site> {
        let [main, glue, wasm, home, pages, assess] =
            ["main-1.js", "portal-1.js", "portal-1.wasm", "site-1.css", "pages-1.css", "assess-1.css"]
                .map(asset);
        let parts = [("park".to_owned(), vec![asset("pack-1.bin"), asset("pack-2.bin")])].into();
        let assets = Assets { main, glue, wasm, parts, home, pages, assess };
        Site::new(serde_json::from_str(list)?, assets, url.into())
    }

    fn page(site: &Site, path: &str) -> String {
        let page = site.contents.pages.iter().find(|page| page.path == path).unwrap();
        site.page(page, &drawn("<h1>drawn</h1>"), None).unwrap()
    }

    fn drawn(body: &str) -> Drawn {
        Drawn { title: "X".into(), body: body.into(), group: None, files: vec!["catalog.json".into()] }
    }

    fn missing(site: &Site) -> String {
        site.not_found(&Drawn { title: "None".into(), ..drawn("<h1>none</h1>") })
    }

    #[test]
    fn folders_between_hold_the_first_script_too() {
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
        let html = page(&near, "parks/x");
        let link = r#"<link rel="alternate" type="application/atom+xml" title="甲 &amp; 乙" href="../../feeds/a.zh.xml">"#;
        assert!(html.contains(link), "{html}");
        assert!(html.contains(r#"type="application/feed+json""#));
        assert!(!html.contains("a.en.") && !html.contains("b.zh."), "{html}");
        let known = site(&list, "https://example.org/sub/").unwrap();
        let html = page(&known, "en");
        assert!(html.contains(r#"href="https://example.org/sub/feeds/a.en.json""#), "{html}");
    }

    #[test]
    fn text_is_escaped_and_no_page_names_an_absolute_address() {
        let site = site(LIST, "/").unwrap();
        let html = page(&site, "parks/x");
        assert!(html.contains("<title>&lt;甲&gt; · 内蒙古零碳园区公开评估</title>"), "{html}");
        assert!(html.contains("name=\"description\" content=\"&quot;甲&quot;\""));
        assert!(html.contains("<body><h1>drawn</h1></body>"));
        let file = "<link rel=\"preload\" as=\"fetch\" crossorigin fetchpriority=\"low\" href=\"../../data/catalog.json\">";
        assert!(html.contains(file), "{html}");
        assert!(html.contains("hreflang=\"en\" href=\"../../en/parks/x/\""));
        assert!(html.contains("property=\"og:site_name\" content=\"内蒙古零碳园区公开评估\""));
        assert!(!html.contains("href=\"/") && !html.contains("src=\"/") && !html.contains("canonical"));
    }

    #[test]
    fn a_page_brings_its_styles_held_to_their_bytes() {
        let site = site(LIST, "/").unwrap();
        let styles = |html: &str| html.matches("rel=\"stylesheet\"").count();
        assert_eq!([styles(&page(&site, "")), styles(&page(&site, "parks/x"))], [1, 1]);
        let asked = r#"<link rel="stylesheet" href="../../app/pages-1.css" integrity="sha384-pages-1.css" data-styles="site pages">"#;
        assert!(page(&site, "parks/x").contains(asked));
        let boot = r#"<script type="module" src="../app/main-1.js" integrity="sha384-main-1.js"></script>"#;
        assert!(page(&site, "en").contains(boot));
        assert_eq!(site.style("en/assess").1, "site pages assess");
        let (sheet, park) = (asset("drawn-1.css"), &site.contents.pages[2]);
        let placed =
            |body: &str| site.page(park, &drawn(body), Some(&sheet)).unwrap().contains("app/drawn-1.css");
        assert!(placed("<i data-at=\"0\"></i>") && !placed("<i></i>"), "only where something is placed");
    }

    #[test]
    fn a_page_names_the_parts_of_the_program_that_it_needs() {
        let site = site(LIST, "/").unwrap();
        let park = &site.contents.pages[2];
        let of = |group: &str| site.page(park, &Drawn { group: Some(group.into()), ..drawn("") }, None);
        let first = "crossorigin fetchpriority=\"low\" href=\"../../app/portal-1.wasm\">";
        let own = "crossorigin fetchpriority=\"low\" href=\"../../app/pack-2.bin\">";
        assert!(of("park").unwrap().contains(first) && of("park").unwrap().contains(own));
        assert!(page(&site, "").contains("app/portal-1.wasm") && !page(&site, "").contains("pack-"));
        assert!(of("parks").unwrap_err().to_string().contains("the parts of parks"));
    }

    #[test]
    fn a_page_of_another_edition_says_which() {
        let site = site(LIST, "/").unwrap();
        assert!(page(&site, "en/parks/x").contains("<html lang=\"en\" data-edition=\"b\">"));
        assert!(!page(&site, "parks/x").contains("data-edition"));
    }

    #[test]
    fn only_the_page_for_unknown_addresses_depends_on_where_the_site_stands() {
        let (root, sub) = (site(LIST, "/").unwrap(), site(LIST, "/sub/").unwrap());
        assert_eq!(page(&root, "en"), page(&sub, "en"));
        assert!(missing(&root).contains("<base href=\"/\">"));
        assert!(missing(&sub).contains("<base href=\"/sub/\">"));
        let full = site(LIST, "https://example.org/sub/").unwrap();
        assert!(missing(&full).contains("<base href=\"/sub/\">"));
        let html = page(&full, "en");
        assert!(html.contains("rel=\"canonical\" href=\"https://example.org/sub/en/\""));
        assert!(html.contains("hreflang=\"en\" href=\"https://example.org/sub/en/\""));
        assert!(
            full.site_map("https://example.org/sub/")
                .contains("<loc>https://example.org/sub/en/parks/x/</loc>")
        );
    }

    #[test]
    fn contents_that_cannot_be_a_site_are_refused() {
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
        let html = missing(&site(LIST, "/").unwrap());
        assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
        assert_eq!(html.matches("<script").count(), html.matches("<script src=").count() + 1);
    }
}
