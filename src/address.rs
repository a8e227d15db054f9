//! Addresses of the portal: a language, a page, a query. The address bar is the state.

/// Interface language. Chinese stands at the root, English below `en/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 中文.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Value of the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The other one.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// A page of the portal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What the programme is and where it stands.
    Home,
    /// The leagues and their parks on a map, as tiles, as a table.
    Map,
    /// The stages with the parks on them, and who moved.
    Ladder,
    /// Parks that were accepted as built.
    Built,
    /// Parks that were reminded or ordered to rectify.
    Rectification,
    /// Parks by the portal's index.
    Rankings,
    /// A few parks side by side.
    Compare,
    /// Self-assessment.
    Assess,
    /// Official lists.
    Lists,
    /// One official list, by id.
    List(String),
    /// What was published wrongly, and what holds now.
    Corrections,
    /// Everything that was published and can still be opened.
    Versions,
    /// Bulletins, practices, summaries, meetings and supervision.
    Work,
    /// One of these, by id.
    WorkReport(String),
    /// Milestones, deliverables and tasks.
    Progress,
    /// Rules, factors, formulas and conventions.
    Method,
    /// Energy quotas of products.
    Quotas,
    /// Terms.
    Glossary,
    /// Who, how, and how to report an error.
    About,
    /// One park, by id.
    Park(String),
    /// One league or city, by id.
    League(String),
    /// No such page; the address as it was asked for.
    NotFound(String),
}

/// A page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub page: Page,
}

impl Address {
    /// Reads a path as the browser gives it, with or without a trailing slash, `index.html` allowed.
    ///
    /// `root` is the portal's own folder, beginning and ending in `/`.
    pub fn parse(path: &str, root: &str) -> Address {
        let below = path.strip_prefix(root).unwrap_or_else(|| path.trim_start_matches('/'));
        // The root without its slash (`/sub` for `/sub/`) is the root.
        let below = if path.len() + 1 == root.len() && root.starts_with(path) { "" } else { below };
        let below = below.strip_suffix("index.html").unwrap_or(below).trim_end_matches('/');
        let (lang, rest) = match below.strip_prefix("en") {
            Some("") => (Lang::En, ""),
            Some(rest) if rest.starts_with('/') => (Lang::En, &rest[1..]),
            _ => (Lang::Zh, below),
        };
        let page = match (rest.split_once('/'), rest) {
            (None, "") => Page::Home,
            (None, "map") => Page::Map,
            (None, "ladder") => Page::Ladder,
            (None, "built") => Page::Built,
            (None, "rectification") => Page::Rectification,
            (None, "rankings") => Page::Rankings,
            (None, "compare") => Page::Compare,
            (None, "assess") => Page::Assess,
            (None, "lists") => Page::Lists,
            (None, "corrections") => Page::Corrections,
            (None, "versions") => Page::Versions,
            (None, "work") => Page::Work,
            (None, "progress") => Page::Progress,
            (None, "method") => Page::Method,
            (None, "glossary") => Page::Glossary,
            (None, "about") => Page::About,
            (Some(("method", "quotas")), _) => Page::Quotas,
            (Some(("lists", id)), _) if is_id(id) => Page::List(id.to_owned()),
            (Some(("work", id)), _) if is_id(id) => Page::WorkReport(id.to_owned()),
            (Some(("parks", id)), _) if is_id(id) => Page::Park(id.to_owned()),
            (Some(("leagues", id)), _) if is_id(id) => Page::League(id.to_owned()),
            _ => Page::NotFound(rest.to_owned()),
        };
        Address { lang, page }
    }

    /// The path below the portal's root, without a slash at either end.
    pub fn path(&self) -> String {
        let page = match &self.page {
            Page::Home => String::new(),
            Page::Map => "map".to_owned(),
            Page::Ladder => "ladder".to_owned(),
            Page::Built => "built".to_owned(),
            Page::Rectification => "rectification".to_owned(),
            Page::Rankings => "rankings".to_owned(),
            Page::Compare => "compare".to_owned(),
            Page::Assess => "assess".to_owned(),
            Page::Lists => "lists".to_owned(),
            Page::List(id) => format!("lists/{id}"),
            Page::Corrections => "corrections".to_owned(),
            Page::Versions => "versions".to_owned(),
            Page::Work => "work".to_owned(),
            Page::WorkReport(id) => format!("work/{id}"),
            Page::Progress => "progress".to_owned(),
            Page::Method => "method".to_owned(),
            Page::Quotas => "method/quotas".to_owned(),
            Page::Glossary => "glossary".to_owned(),
            Page::About => "about".to_owned(),
            Page::Park(id) => format!("parks/{id}"),
            Page::League(id) => format!("leagues/{id}"),
            Page::NotFound(path) => path.clone(),
        };
        match (self.lang, page.as_str()) {
            (Lang::Zh, _) => page,
            (Lang::En, "") => "en".to_owned(),
            (Lang::En, _) => format!("en/{page}"),
        }
    }

    /// The address as a link: below the root, closed by a slash, because every page is a folder and a
    /// plain server would answer the form without it by a redirect.
    pub fn href(&self, root: &str) -> String {
        let path = self.path();
        if path.is_empty() { root.to_owned() } else { format!("{root}{path}/") }
    }

    /// The same page in the other language.
    pub fn in_other_language(&self) -> Address {
        Address { lang: self.lang.other(), page: self.page.clone() }
    }
}

/// Ids in addresses are lower-case words joined by hyphens.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use disclosure::own_pages::OwnPage;

    use super::*;

    const PAGES: [fn() -> Page; 21] = [
        || Page::Home,
        || Page::Map,
        || Page::Ladder,
        || Page::Built,
        || Page::Rectification,
        || Page::Rankings,
        || Page::Compare,
        || Page::Assess,
        || Page::Lists,
        || Page::List("national-2025".into()),
        || Page::Corrections,
        || Page::Versions,
        || Page::Work,
        || Page::WorkReport("2026-q4-bulletin".into()),
        || Page::Progress,
        || Page::Method,
        || Page::Quotas,
        || Page::Glossary,
        || Page::About,
        || Page::Park("ordos-mengsu".into()),
        || Page::League("ordos".into()),
    ];

    /// A page as the publisher's table has it; what belongs to one list, park or league has an entry of its own.
    fn own(page: &Page) -> Option<OwnPage> {
        Some(match page {
            Page::Home => OwnPage::Home,
            Page::Map => OwnPage::Map,
            Page::Ladder => OwnPage::Ladder,
            Page::Built => OwnPage::Built,
            Page::Rectification => OwnPage::Rectification,
            Page::Rankings => OwnPage::Rankings,
            Page::Compare => OwnPage::Compare,
            Page::Assess => OwnPage::Assess,
            Page::Lists => OwnPage::Lists,
            Page::Corrections => OwnPage::Corrections,
            Page::Versions => OwnPage::Versions,
            Page::Work => OwnPage::Work,
            Page::Progress => OwnPage::Progress,
            Page::Method => OwnPage::Method,
            Page::Quotas => OwnPage::Quotas,
            Page::Glossary => OwnPage::Glossary,
            Page::About => OwnPage::About,
            Page::List(_) | Page::WorkReport(_) | Page::Park(_) | Page::League(_) | Page::NotFound(_) => {
                return None;
            }
        })
    }

    #[test]
    fn every_page_of_the_portal_has_a_folder_and_can_be_found() {
        let pages: Vec<Page> = PAGES.iter().map(|page| page()).collect();
        for page in &pages {
            if let Some(own) = own(page) {
                assert_eq!(Address { lang: Lang::Zh, page: page.clone() }.path(), own.path());
            }
        }
        for listed in OwnPage::ALL {
            assert!(pages.iter().any(|page| own(page) == Some(*listed)), "{listed:?}");
        }
    }

    #[test]
    fn every_address_is_read_back_at_any_root_and_with_any_ending() {
        for root in ["/", "/sub/", "/a/en/"] {
            for lang in [Lang::Zh, Lang::En] {
                for page in PAGES {
                    let address = Address { lang, page: page() };
                    let href = address.href(root);
                    assert!(href.starts_with(root) && href.ends_with('/'), "{href}");
                    assert_eq!(Address::parse(&href, root), address);
                    assert_eq!(Address::parse(&format!("{href}index.html"), root), address);
                    let bare = href.trim_end_matches('/');
                    assert_eq!(Address::parse(if bare.is_empty() { "/" } else { bare }, root), address);
                }
            }
        }
    }

    #[test]
    fn an_unknown_address_is_no_page_and_keeps_its_language() {
        for path in ["/maps", "/parks", "/parks/", "/parks/a/b", "/lists/A", "/parks/%E8"] {
            assert!(matches!(Address::parse(path, "/").page, Page::NotFound(_)), "{path}");
        }
        let address = Address::parse("/en/nothing/here", "/");
        assert_eq!(address, Address { lang: Lang::En, page: Page::NotFound("nothing/here".into()) });
        assert_eq!(Address::parse("/english", "/").lang, Lang::Zh);
    }

    #[test]
    fn the_other_language_keeps_the_page() {
        let there = Address::parse("/sub/en/parks/ordos-mengsu", "/sub/").in_other_language();
        assert_eq!(there.href("/sub/"), "/sub/parks/ordos-mengsu/");
    }
}
