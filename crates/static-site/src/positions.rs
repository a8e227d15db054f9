//! Where things stand on drawn pages: lengths and places in the style attributes of what was drawn.
//!
//! The pages' policy allows no style in the pages themselves, so each distinct one becomes a rule of one style sheet,
//! which the element names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The styles met so far, each with its number.
#[derive(Debug, Default)]
pub struct Positions(BTreeMap<String, usize>);

/// How a style attribute begins in what was drawn.
const BEGIN: &str = " style=\"";

impl Positions {
    /// Takes the style attributes out of a body and names their rules instead.
    pub fn taken_out(&mut self, body: &str) -> String {
        let mut text = String::with_capacity(body.len());
        let mut rest = body;
        while let Some((before, after)) = rest.split_once(BEGIN) {
            let (style, following) = after.split_once('"').unwrap_or((after, ""));
            let next = self.0.len();
            let number = *self.0.entry(style.to_owned()).or_insert(next);
            text.push_str(before);
            // Writing to a text cannot fail.
            let _written = write!(text, " data-at=\"{number}\"");
            rest = following;
        }
        text.push_str(rest);
        text
    }

    /// The style sheet; `None` where no page has a style of its own.
    pub fn sheet(&self) -> Option<String> {
        let mut rules: Vec<(usize, &str)> = self.0.iter().map(|(style, at)| (*at, style.as_str())).collect();
        rules.sort_unstable();
        let rules: String =
            rules.iter().map(|(at, style)| format!("[data-at=\"{at}\"]{{{style}}}\n")).collect();
        (!rules.is_empty()).then_some(rules)
    }
}

/// Whether a body names a rule.
pub fn has_any(body: &str) -> bool {
    body.contains(" data-at=\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_becomes_one_rule() {
        let mut positions = Positions::default();
        let first = positions.taken_out(r#"<i class="a" style="left:1%;">1</i><i style="left:2%;"></i>"#);
        assert_eq!(first, r#"<i class="a" data-at="0">1</i><i data-at="1"></i>"#);
        assert_eq!(positions.taken_out(r#"<b style="left:1%;"></b>"#), r#"<b data-at="0"></b>"#);
        let sheet = "[data-at=\"0\"]{left:1%;}\n[data-at=\"1\"]{left:2%;}\n";
        assert_eq!(positions.sheet().as_deref(), Some(sheet));
    }

    #[test]
    fn a_page_without_styles_stays_as_it_is() {
        let mut positions = Positions::default();
        let body = "<p>style=&quot;x&quot;</p>";
        assert_eq!(positions.taken_out(body), body);
        assert_eq!((positions.sheet(), has_any(body)), (None, false));
    }
}
