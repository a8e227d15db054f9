//! Every word that findings are made of, in Chinese and English: one entry for each, with a place for both.

use std::fmt::Display;

/// Entries of the catalogue: a name, what is filled in, the words in English and in Chinese.
macro_rules! words {
    ($($name:ident($($given:ident),*) { $en:literal, $zh:literal })*) => {
        $(
            #[doc = $en]
            pub fn $name($($given: impl Into<$crate::words::findings::Message>),*) -> $crate::words::findings::Message {
                $(let $given: $crate::words::findings::Message = $given.into();)*
                $crate::words::findings::Message {
                    code: stringify!($name),
                    en: { $(let $given = &$given.en;)* format!($en) },
                    zh: { $(let $given = &$given.zh;)* format!($zh) },
                }
            }
        )*
    };
}
mod engine;
mod facts;
mod files;
mod plausible;
mod rounds;
mod rules;
mod serde;

pub use self::engine::{of_the_engine, said_by, translated};
pub use self::facts::*;
pub use self::files::*;
pub use self::plausible::*;
pub use self::rounds::*;
pub use self::rules::*;
pub use self::serde::*;
use crate::lang::Lang;

/// Words in both languages, and the name of the entry that they are of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// Stable name of what is said, for programs.
    pub code: &'static str,
    en: String,
    zh: String,
}

impl Message {
    /// The words in a language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The same, and what is probably meant.
    #[must_use]
    pub fn meant(self, id: &str) -> Message {
        let Message { code, en, zh } = self;
        Message {
            code, en: format!("{en} (did you mean “{id}”?)"), zh: format!("{zh}（是不是“{id}”？）")
        }
    }
}

/// What stands in a file, which is the same in every language.
impl From<&str> for Message {
    fn from(text: &str) -> Message {
        plain(text)
    }
}

macro_rules! the_same {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Message {
            fn from(value: $kind) -> Message {
                plain(value)
            }
        })*
    };
}

the_same!(
    String,
    &String,
    usize,
    u64,
    u32,
    u16,
    i32,
    u8,
    f64,
    assessment::Date,
    assessment::Decimal,
    &assessment::Decimal
);

/// What stands in a file or is worked out from it, as it is.
pub fn plain(value: impl Display) -> Message {
    let text = value.to_string();
    Message { code: "value", en: text.clone(), zh: text }
}

/// What stands in a file, in quotation marks.
pub fn quoted(value: impl Display) -> Message {
    plain(format!("“{value}”"))
}

/// Words that are given in both languages by the data.
pub fn given(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Message {
    Message { code, zh: zh.into(), en: en.into() }
}

/// Ids that may stand somewhere, a dozen at most.
pub fn ids<'n>(ids: impl IntoIterator<Item = &'n str>) -> Message {
    const MOST: usize = 12;
    let ids: Vec<&str> = ids.into_iter().collect();
    let shown = ids[..ids.len().min(MOST)].join(", ");
    if ids.len() > MOST { and_more(shown, ids.len() - MOST) } else { plain(shown) }
}

words! {
    and_more(shown, count) { "{shown} and {count} more", "{shown}等，另有{count}个" }
    nothing() { "nothing", "空白" }
    none() { "none", "没有" }
    some() { "some", "有" }
    one() { "one", "有" }
    others() { "others", "不一致" }
    neither() { "neither", "两者都没有" }
    the_same() { "the same", "相同" }
    one_of_them() { "one of them", "只有其中之一" }
    something_else() { "something else", "别的内容" }
    again(id) { "“{id}” again", "再次出现“{id}”" }
    a_value() { "a value", "一个值" }
    words() { "words", "文字" }
    words_in_chinese() { "words in Chinese", "中文文字" }
    words_in_english() { "words in English", "英文文字" }
    each_once() { "each once", "各只出现一次" }
    a_day() { "a day", "日期" }
    true_here(why) { "true, {why}", "true（{why}）" }
}
