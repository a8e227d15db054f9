//! Texts as people type them, made comparable: full-width signs, white space, brackets.

/// Half-width signs for full-width ones: letters, digits, signs and the wide space.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' | '\u{200b}' | '\u{feff}' => ' ',
            '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// With half-width signs, without white space around.
pub fn trimmed(text: &str) -> String {
    half_width(text).trim().to_owned()
}

/// As it is printed, in one line, without white space around.
pub fn verbatim(text: &str) -> String {
    let is_wide = |c: char| !c.is_ascii();
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).fold(
        String::new(),
        |mut all, line| {
            // Lines of Chinese are broken anywhere, those of other words between words.
            let joined = all.is_empty() || all.ends_with(is_wide) || line.starts_with(is_wide);
            if !joined {
                all.push(' ');
            }
            all + line
        },
    )
}

/// With half-width signs, without any white space.
pub fn compact(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// What two spellings of one name have in common: no white space, no dots and dashes between its parts, small letters.
pub fn comparable(text: &str) -> String {
    compact(text)
        .chars()
        .filter(|c| !matches!(c, '·' | '•' | '・' | '-' | '—' | '_' | '“' | '”' | '"' | '\'' | '《' | '》'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A heading without its unit, and the unit: what stands in its last brackets, or behind its last stroke, where
/// `is_unit` knows it.
pub fn heading(text: &str, is_unit: impl Fn(&str) -> bool) -> (String, Option<String>) {
    // A unit parted by a space only.
    let parts: Vec<&str> = text.split_whitespace().collect();
    if let [name @ .., last] = parts.as_slice()
        && !name.is_empty()
        && is_unit(&half_width(last))
    {
        return (compact(&name.concat()), Some(half_width(last)));
    }
    let text = compact(text);
    for open in ['(', '[', '【', '〔'] {
        if let Some(at) = text.rfind(open) {
            let close = |c: char| matches!(c, ')' | ']' | '】' | '〕');
            let inside = text[at + open.len_utf8()..].trim_end_matches(close);
            let inside = inside.trim_start_matches("单位").trim_start_matches([':', '：']);
            if is_unit(inside) {
                return (text[..at].to_owned(), Some(inside.to_owned()));
            }
        }
    }
    // A unit may have a stroke of its own: 吨/吨标准煤.
    for (at, stroke) in text.char_indices().filter(|(_, c)| matches!(c, '/' | ',' | ':')) {
        let behind = text[at + stroke.len_utf8()..].trim_start_matches("单位").trim_start_matches(':');
        if at > 0 && is_unit(behind) {
            return (text[..at].to_owned(), Some(behind.to_owned()));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_parted_from_its_unit_however_it_is_written() {
        let units = ["吨标准煤", "万千瓦时", "吨/吨标准煤", "%"];
        let of = |text: &str| heading(text, |unit| units.contains(&unit));
        let parted = |name: &str, unit: &str| (name.to_owned(), Some(unit.to_owned()));
        assert_eq!(of("综合能耗（吨标准煤）"), parted("综合能耗", "吨标准煤"));
        assert_eq!(of("绿电直连电量/万千瓦时"), parted("绿电直连电量", "万千瓦时"));
        assert_eq!(of("单位能耗碳排放\n（单位：吨/吨标准煤）"), parted("单位能耗碳排放", "吨/吨标准煤"));
        assert_eq!(of("单位能耗碳排放 吨/吨标准煤"), parted("单位能耗碳排放", "吨/吨标准煤"));
        assert_eq!(of("余热/余冷/余压综合利用率（％）"), parted("余热/余冷/余压综合利用率", "%"));
        assert_eq!(of("天然气（用作原料）"), ("天然气(用作原料)".to_owned(), None));
    }
}
