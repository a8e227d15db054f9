//! What an address means that names an edition, a version or a moment, also where it was spoilt on its way: a citation
//! takes the full stop of its sentence along, a messenger glues words behind it, a table writes it in capitals.

/// The id that an address begins with, without what was glued around it: `published.` and `“published”（见` are
/// `published`.
pub fn bare(asked: &str) -> &str {
    let from = asked.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let until = from.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    from[..until.unwrap_or(from.len())].trim_end_matches('-')
}

/// The one of the known ids that an address means; `None` where it means none of them, or more than one could be
/// meant. Nothing is guessed: an id is mended in what stands around it and in its capitals, never in its letters.
pub fn meant<'a>(asked: &str, known: &[&'a str]) -> Option<&'a str> {
    let exact = known.iter().copied().find(|id| *id == asked);
    exact.or_else(|| {
        let bare = bare(asked);
        let mut alike = known.iter().copied().filter(|id| id.eq_ignore_ascii_case(bare));
        alike.next().filter(|_| alike.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["published", "demonstration", "2027-h1"];

    #[test]
    fn what_was_glued_to_an_id_is_taken_off() {
        for asked in [
            "published",
            "published.",
            "published。",
            "published）",
            "Published",
            " published",
            "“published”",
            "published#top",
            "published?from=timeline",
            "published，见第3页",
            "published.)",
            "published-",
        ] {
            assert_eq!(meant(asked, &KNOWN), Some("published"), "{asked}");
        }
        assert_eq!(meant("2027-H1。", &KNOWN), Some("2027-h1"));
    }

    #[test]
    fn nothing_is_guessed() {
        for asked in
            ["publishe", "publishedd", "", "。", "2027", "2027-h", "2027-h1-c1", "pub lished", "发布"]
        {
            assert_eq!(meant(asked, &KNOWN), None, "{asked}");
        }
        assert_eq!(meant("A", &["a", "a-", "A"]), Some("A"), "the exact one first");
        assert_eq!(meant("Ab.", &["ab", "aB"]), None, "two could be meant");
    }
}
