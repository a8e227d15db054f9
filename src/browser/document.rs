//! The document around the pages: its title, language, colours and style sheets.

use leptos::prelude::{document, window};
use web_sys::Element;

fn html() -> Option<Element> {
    document().document_element()
}

fn set(name: &str, value: Option<&str>) {
    let Some(html) = html() else { return };
    // Setting or removing an attribute of valid name cannot fail.
    let _done = match value {
        Some(value) => html.set_attribute(name, value),
        None => html.remove_attribute(name),
    };
}

/// Names the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says in which language the document is.
pub fn set_language(tag: &str) {
    set("lang", Some(tag));
}

/// Light or dark; as the system has it without either.
pub fn set_theme(key: Option<&str>) {
    set("data-theme", key);
}

/// Scheme, host and port that the document comes from, such as `https://example.org`; `None` where the browser does
/// not say.
pub fn origin() -> Option<String> {
    window().location().origin().ok()
}

/// What the boot script has told the portal: `root`, `charts`, …
pub fn told(name: &str) -> Option<String> {
    html()?.get_attribute(&format!("data-{name}"))
}

/// Brings a style sheet that a first view does without, once. A page that is opened by its address has it already.
pub fn bring_style(name: &str) {
    let (document, id) = (document(), format!("{name}-style"));
    let Some(style) = told(&id) else { return };
    let brings = format!("link[data-styles~=\"{name}\"]");
    if document.get_element_by_id(&id).is_some()
        || document.query_selector(&brings).is_ok_and(|here| here.is_some())
    {
        return;
    }
    let link = document.create_element("link").ok();
    let head = document.query_selector("head").ok().flatten();
    if let Some((link, head)) = link.zip(head) {
        for (name, value) in [("id", id.as_str()), ("rel", "stylesheet"), ("href", &style)] {
            // The names are names of attributes.
            let _named = link.set_attribute(name, value);
        }
        let _there = head.append_child(&link);
    }
}
