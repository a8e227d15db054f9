//! Texts as they were published: where there is no English one, the Chinese, which says what language it is.

use assessment::Text;
use disclosure::model::OriginalText;
use leptos::prelude::*;

use crate::address::Lang;
use crate::view_context::ViewContext;

/// The language of what is shown of a text, where it is not the page's.
pub fn language(here: ViewContext, text: &OriginalText) -> Option<&'static str> {
    (here.lang == Lang::En && text.en.is_none()).then(|| Lang::Zh.tag())
}

/// A text within a line.
pub fn original(here: ViewContext, text: &OriginalText) -> AnyView {
    let said = here.text(text);
    match language(here, text) {
        Some(language) => view! { <span lang=language>{said}</span> }.into_any(),
        None => said.into_any(),
    }
}

/// Says once that a page has texts in Chinese only; nothing where it has none. `name` is that of what it is about: its
/// Chinese stands in both places where it has no other.
pub fn note<'a>(
    here: ViewContext,
    name: Option<&Text>,
    mut texts: impl Iterator<Item = &'a OriginalText>,
) -> Option<AnyView> {
    let is_named_once = here.lang == Lang::En && name.is_some_and(|name| name.zh == name.en);
    let any = is_named_once || texts.any(|text| language(here, text).is_some());
    any.then(|| view! { <p class="quiet chinese-only">{here.words.work().chinese_only}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_translated_is_shown_in_chinese_and_says_so() {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| ViewContext::new(lang, "/"));
        let both = OriginalText { zh: "甲".into(), en: Some("A".into()) };
        let one = OriginalText { zh: "甲".into(), en: None };
        assert_eq!([zh.text(&both), en.text(&both), en.text(&one)], ["甲", "A", "甲"]);
        assert_eq!(
            [language(zh, &one), language(en, &both), language(en, &one)],
            [None, None, Some("zh-CN")]
        );
    }
}
