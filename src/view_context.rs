//! Where the reader is: language, words, the portal's root. Given to every component as one small value.

use assessment::{Date, Text};
use disclosure::model::{FileRef, OriginalText};
use leptos::prelude::*;

use crate::address::{Address, Lang, Page};
use crate::host::{Host, Sheet};
use crate::moment::Moment;
use crate::query::Query;
use crate::words::{Words, words};

/// Words for readers of either language.
pub trait Said {
    /// The words for a reader of a language.
    fn said(&self, lang: Lang) -> &str;
}

impl Said for Text {
    fn said(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Where there is no English, the Chinese.
impl Said for OriginalText {
    fn said(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(english)) => english,
            (Lang::En, None) | (Lang::Zh, _) => &self.zh,
        }
    }
}

/// The reader's language, place and moment. A change of any draws everything anew, so that a component may
/// read it once.
#[derive(Clone, Copy)]
pub struct ViewContext {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
    /// The portal's root, ending in `/`: in a browser as a path from the host's own root, on paper as the way up from
    /// the page.
    pub root: &'static str,
    /// Which edition is looked at, as of which round.
    pub moment: Moment,
    /// Where it is drawn.
    pub host: &'static dyn Host,
}

/// Where a part is drawn that stands alone.
static NOWHERE: Sheet = Sheet::new(None, None);

impl ViewContext {
    /// The words of a language at a root, with all that the default edition knows.
    pub fn new(lang: Lang, root: &'static str) -> ViewContext {
        ViewContext { lang, words: words(lang), root, moment: Moment::default(), host: &NOWHERE }
    }

    /// The same at another moment.
    pub fn at(self, moment: Moment) -> ViewContext {
        ViewContext { moment, ..self }
    }

    /// The same drawn elsewhere.
    pub fn on(self, host: &'static dyn Host) -> ViewContext {
        ViewContext { host, ..self }
    }

    /// The present one.
    pub fn of() -> ViewContext {
        expect_context::<ViewContext>()
    }

    /// A text in the reader's language; one that was not translated in Chinese, which
    /// [`crate::parts::original`] marks as that.
    pub fn text(self, text: &impl Said) -> String {
        text.said(self.lang).to_owned()
    }

    /// Link to a page in the reader's language, at the reader's moment.
    pub fn href(self, page: Page) -> String {
        self.href_with(page, Query::default())
    }

    /// Link to a page on which something is chosen.
    pub fn href_with(self, page: Page, query: Query) -> String {
        let path = Address { lang: self.lang, page }.href(self.root);
        format!("{path}{}", self.moment.in_query(query).to_query())
    }

    /// Link to a clause on the method page: `ndrc-910/annex3/core`.
    pub fn clause_href(self, clause: &str) -> String {
        format!("{}#{clause}", self.href(Page::Method))
    }

    /// Link to a file that is shown or taken along as it is: a picture, an attachment.
    pub fn file_href(self, file: &FileRef) -> String {
        format!("{}data/{}", self.root, file.path)
    }

    /// A day as the reader's language writes it in running text; tables keep the ISO form.
    pub fn day(self, day: Date) -> String {
        (self.words.day)(day)
    }

    /// What stands between two sentences: nothing in Chinese, whose full stop has its own room.
    pub fn sentence_gap(self) -> &'static str {
        match self.lang {
            Lang::Zh => "",
            Lang::En => " ",
        }
    }

    /// Sentences after one another. One that says nothing leaves no gap.
    pub fn sentences<const N: usize>(self, sentences: [&str; N]) -> String {
        let said: Vec<&str> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
        said.join(self.sentence_gap())
    }

    /// Parts of a list, joined as the language does.
    pub fn join(self, parts: &[String]) -> String {
        parts.join(self.words.list_comma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_stand_apart_as_the_language_has_it() {
        assert_eq!(ViewContext::new(Lang::Zh, "/").sentences(["甲。", "乙。"]), "甲。乙。");
        assert_eq!(ViewContext::new(Lang::En, "/").sentences(["A.", "", "B."]), "A. B.");
    }
}
