//! Pinyin of names, for search.

use pinyin::ToPinyin;

/// Words whose characters are read otherwise than by themselves.
const READINGS: [(&str, &[&str]); 6] = [
    ("重庆", &["chong", "qing"]),
    ("厦门", &["xia", "men"]),
    ("重复", &["chong", "fu"]),
    ("调度", &["diao", "du"]),
    ("排行", &["pai", "hang"]),
    ("地图", &["di", "tu"]),
];

/// Pinyin without tones, joined, and the initials, parted by a space: `mengsu ms`. ü is written v; Latin
/// letters and digits stay; everything else is left out.
pub fn pinyin(name: &str) -> String {
    let (mut joined, mut initials) = (String::new(), String::new());
    let mut push = |syllable: &str| {
        let syllable = syllable.replace('ü', "v");
        initials.extend(syllable.chars().next());
        joined.push_str(&syllable);
    };
    let mut rest = name;
    while let Some(character) = rest.chars().next() {
        if let Some((phrase, syllables)) = READINGS.iter().find(|(phrase, _)| rest.starts_with(phrase)) {
            syllables.iter().for_each(|syllable| push(syllable));
            rest = &rest[phrase.len()..];
            continue;
        }
        if character.is_ascii_alphanumeric() {
            push(character.to_ascii_lowercase().encode_utf8(&mut [0; 4]));
        } else if let Some(reading) = character.to_pinyin() {
            push(reading.plain());
        }
        rest = &rest[character.len_utf8()..];
    }
    format!("{joined} {initials}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_spoken() {
        assert_eq!(pinyin("蒙苏"), "mengsu ms");
        assert_eq!(pinyin("重庆两江新区"), "chongqingliangjiangxinqu cqljxq");
        assert_eq!(pinyin("绿电"), "lvdian ld");
        assert_eq!(pinyin("碳捕集（CCUS）"), "tanbujiccus tbjccus");
    }
}
