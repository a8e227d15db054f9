//! Reporting an error: the way to it from every page, and what a report says.

use disclosure::model::Site;
use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::load::Opened;
use crate::query::{Query, encode};
use crate::view_context::ViewContext;

/// Anchor of the report on the About page.
pub const ANCHOR: &str = "report";

/// A page's full address at the moment that is shown, for a citation: below the published one, or else where
/// the portal now stands. It names edition, version and round also where the reader's own address leaves them
/// out, so that what was cited stays what it was whatever is published later.
pub fn full_address(here: ViewContext, opened: &Opened, page: Page) -> String {
    full_address_with(here, opened, page, Query::default())
}

/// The same with what is chosen on the page.
pub fn full_address_with(here: ViewContext, opened: &Opened, page: Page, chosen: Query) -> String {
    let path = absolute(here, &opened.edition.site, &Address { lang: here.lang, page }.path());
    // A day after the last round has no name; the edition alone stands for it.
    let round = opened.round().filter(|round| round.dated == opened.day());
    let query = Query {
        edition: opened.edition.id.clone(),
        as_of: round.map(|round| round.id.clone()).unwrap_or_default(),
        version: opened.listed.index.sha256.clone(),
        ..chosen
    };
    format!("{path}{}", query.to_query())
}

/// The full address of a path below the portal's root.
pub fn absolute(here: ViewContext, site: &Site, path: &str) -> String {
    let root = site.address.clone().or_else(|| here.host.address()).unwrap_or_else(|| here.root.to_owned());
    let slash = if path.is_empty() { "" } else { "/" };
    format!("{}/{path}{slash}", root.trim_end_matches('/'))
}

/// Link to the report, carrying the page that it is about and, where it is known, the value.
pub fn report_href(here: ViewContext, about: &Address, value: &str) -> String {
    let query = Query { from: about.path(), value: value.to_owned(), ..Query::default() };
    format!("{}#{ANCHOR}", here.href_with(Page::About, query))
}

/// The link in the footer.
pub fn report_link(here: ViewContext, address: Memo<Address>) -> AnyView {
    view! { <a href=move || address.with(|about| report_href(here, about, ""))>{here.words.report.link}</a> }
        .into_any()
}

/// What is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Full address of the page.
    pub page: String,
    /// Edition, its day and version.
    pub edition: String,
    /// The value that is thought to be wrong.
    pub value: String,
    /// What the reader says of it.
    pub said: String,
}

impl Report {
    /// The report as text. What is empty is left out.
    pub fn text(&self, here: ViewContext) -> String {
        let words = &here.words.report;
        let lines = [
            (words.page, &self.page),
            (words.edition, &self.edition),
            (words.value, &self.value),
            (words.said, &self.said),
        ];
        let lines = lines.into_iter().filter(|(_, text)| !text.trim().is_empty());
        lines
            .map(|(name, text)| format!("{name}{}{}", here.words.map().colon, text.trim()))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The report as a letter to an e-mail address, ready to send.
    pub fn letter(&self, here: ViewContext, to: &str) -> String {
        let subject = format!("{} {}", here.words.report.subject, here.words.portal);
        // Lines of a letter end in CRLF (RFC 6068).
        let body = self.text(here).replace('\n', "\r\n");
        format!("mailto:{to}?subject={}&body={}", encode(&subject), encode(&body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Lang;

    fn report() -> Report {
        Report {
            page: "https://example.org/parks/x/".into(),
            edition: "published 2026-11-23 0123456789".into(),
            value: "0.18 & more".into(),
            said: "应为 0.2\n见文件".into(),
        }
    }

    #[test]
    fn a_report_names_page_edition_and_value() {
        let here = ViewContext::new(Lang::Zh, "/");
        let text = report().text(here);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[0].ends_with("：https://example.org/parks/x/"));
        assert!(lines[1].ends_with("：published 2026-11-23 0123456789"));
        assert!(lines[2].ends_with("：0.18 & more"));
        assert_eq!(Report { value: " ".into(), ..report() }.text(here).lines().count(), 4);
    }

    #[test]
    fn a_letter_escapes_what_it_carries() {
        let letter = report().letter(ViewContext::new(Lang::En, "/"), "errors@example.org");
        let (head, body) = letter.split_once("&body=").unwrap();
        assert!(head.starts_with("mailto:errors@example.org?subject="));
        assert!(!body.contains(['&', ' ', '\n', '=']), "{body}");
        assert!(body.contains("0.18%20%26%20more") && body.contains("%0D%0A"));
    }

    #[test]
    fn the_link_carries_the_page() {
        let here = ViewContext::new(Lang::En, "/sub/");
        let about = Address { lang: Lang::En, page: Page::Park("x".into()) };
        assert_eq!(report_href(here, &about, "0.2"), "/sub/en/about/?from=en%2Fparks%2Fx&value=0.2#report");
    }
}
