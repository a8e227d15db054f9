//! Every word of the interface, in both languages. A word that one language lacks does not compile.

/// Declares groups of words; a field's name and its two texts say what it is.
macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident { $($field:ident: $kind:ty,)* })*) => {
        $($(#[$doc])* #[allow(missing_docs)] pub struct $group { $(pub $field: $kind,)* })*
    };
}

mod assess;
mod assess_export;
mod assess_form;
mod assess_result;
mod charts;
mod corrections;
mod en;
mod en_assess;
mod en_assess_export;
mod en_assess_form;
mod en_assess_result;
mod en_charts;
mod en_corrections;
mod en_ladder_page;
mod en_over_time;
mod en_park_history;
mod en_reference;
mod en_standings;
mod en_versions;
mod en_work;
mod ladder_page;
mod over_time;
mod park_history;
mod reference;
mod standings;
mod versions;
mod work;
mod zh;
mod zh_assess;
mod zh_assess_export;
mod zh_assess_form;
mod zh_assess_result;
mod zh_charts;
mod zh_corrections;
mod zh_ladder_page;
mod zh_over_time;
mod zh_park_history;
mod zh_reference;
mod zh_standings;
mod zh_versions;
mod zh_work;

use assessment::evaluate::Verdict;
use assessment::formulas::FormulaKey;
use assessment::ladder::StageTable;
use assessment::{Date, Decimal, Ratio};
use disclosure::own_pages::OwnPage;
use disclosure::round::Quality;
use disclosure::stage_counts::Headline;

use crate::address::{Lang, Page};

pub use assess::*;
pub use assess_export::*;
pub use assess_form::*;
pub use assess_result::*;
pub use charts::*;
pub use corrections::*;
pub use ladder_page::*;
pub use over_time::*;
pub use park_history::*;
pub use reference::*;
pub use standings::*;
pub use versions::*;
pub use work::*;

/// A whole number, its thousands parted by commas, as tables have it in both languages.
pub fn grouped(n: impl Into<Ratio>) -> String {
    grouped_text(&n.into().to_fixed(0))
}

/// A written number with its thousands parted by commas and a true minus.
pub fn grouped_text(number: &str) -> String {
    assessment::decimal::grouped(number).replace('-', "\u{2212}")
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &zh::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Words of pages, and of what only some pages have. They are functions, not fields: what the frame does not name
/// comes with the part of the WebAssembly that does.
macro_rules! page_words {
    ($($group:ident: $kind:ident = $zh:path, $en:path;)*) => {
        #[allow(missing_docs)]
        impl Words {
            $(pub fn $group(&self) -> &'static $kind {
                match self.lang {
                    Lang::Zh => &$zh,
                    Lang::En => &$en,
                }
            })*
        }
    };
}

page_words! {
    rankings: Rankings = zh_standings::RANKINGS, en_standings::RANKINGS;
    compare: Compare = zh_standings::COMPARE, en_standings::COMPARE;
    ladder_page: LadderPage = zh_ladder_page::LADDER_PAGE, en_ladder_page::LADDER_PAGE;
    built: Built = zh_ladder_page::BUILT, en_ladder_page::BUILT;
    rectification: Rectification = zh_ladder_page::RECTIFICATION, en_ladder_page::RECTIFICATION;
    park_history: ParkHistory = zh_park_history::PARK_HISTORY, en_park_history::PARK_HISTORY;
    charts: Charts = zh_charts::CHARTS, en_charts::CHARTS;
    over_time: OverTime = zh_over_time::OVER_TIME, en_over_time::OVER_TIME;
    assess: Assess = zh_assess::ASSESS, en_assess::ASSESS;
    assess_form: AssessForm = zh_assess_form::ASSESS_FORM, en_assess_form::ASSESS_FORM;
    assess_result: AssessResult = zh_assess_result::ASSESS_RESULT, en_assess_result::ASSESS_RESULT;
    assess_export: AssessExport = zh_assess_export::ASSESS_EXPORT, en_assess_export::ASSESS_EXPORT;
    home: Home = zh::HOME, en::HOME;
    park: Park = zh::PARK, en::PARK;
    league: League = zh::LEAGUE, en::LEAGUE;
    map: Map = zh::MAP, en::MAP;
    indicators: Indicators = zh::INDICATORS, en::INDICATORS;
    timeline: Timeline = zh::TIMELINE, en::TIMELINE;
    lists: Lists = zh_reference::LISTS, en_reference::LISTS;
    corrections: Corrections = zh_corrections::CORRECTIONS, en_corrections::CORRECTIONS;
    versions: Versions = zh_versions::VERSIONS, en_versions::VERSIONS;
    work: WorkWords = zh_work::WORK, en_work::WORK;
    method: Method = zh_reference::METHOD, en_reference::METHOD;
    quotas: Quotas = zh_reference::QUOTAS, en_reference::QUOTAS;
    progress: Progress = zh_reference::PROGRESS, en_reference::PROGRESS;
    glossary: Glossary = zh_reference::GLOSSARY, en_reference::GLOSSARY;
    about: About = zh_reference::ABOUT, en_reference::ABOUT;
}

impl Pages {
    /// How one of the portal's own pages is called.
    pub fn of(&self, page: OwnPage) -> &'static str {
        match page {
            OwnPage::Home => self.home,
            OwnPage::Map => self.map,
            OwnPage::Ladder => self.ladder,
            OwnPage::Built => self.built,
            OwnPage::Rectification => self.rectification,
            OwnPage::Rankings => self.rankings,
            OwnPage::Compare => self.compare,
            OwnPage::Lists => self.lists,
            OwnPage::Corrections => self.corrections,
            OwnPage::Versions => self.versions,
            OwnPage::Work => self.work,
            OwnPage::Progress => self.progress,
            OwnPage::Assess => self.assess,
            OwnPage::Method => self.method,
            OwnPage::Quotas => self.quotas,
            OwnPage::Glossary => self.glossary,
            OwnPage::About => self.about,
        }
    }
}

/// A part of the finding that opens Home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingPart {
    /// Words.
    Words(String),
    /// A number with its noun, and the page that counts it.
    Linked(String, Page),
}

type W = &'static str;

groups! {
    /// All of them.
    Words {
        lang: Lang,
        portal: W,
        list_comma: W,
        day: fn(Date) -> String,
        shell: Shell,
        pages: Pages,
        load: Load,
        not_found: NotFound,
        marks: Marks,
        stages: Stages,
        readings: Readings,
        states: States,
        basis: Basis,
        cite: Cite,
        ladder: Ladder,
        filter: Filter,
        search: Search,
        report: Report,
    }
    /// The frame.
    Shell {
        drawn_short: W,
        disturbed: W,
        recomputed: [W; 3],
        no_scripts: W,
        brand: [W; 2],
        skip: W,
        menu: W,
        navigation: W,
        other_language: W,
        theme: W,
        themes: [W; 3],
        demonstration: W,
        every_number: W,
        edition: W,
        as_of: W,
        as_of_label: W,
        latest: fn(Date) -> String,
        past: fn(String) -> String,
        to_latest: W,
        superseded: fn(String, &str) -> String,
        older_release: fn(String, String) -> String,
        switch_to: fn(&str) -> String,
        other_edition: fn(&str) -> String,
        fingerprint: W,
        organiser: W,
        identification_code: W,
        map_approval: W,
    }
    /// Names of the pages.
    Pages {
        home: W,
        map: W,
        ladder: W,
        built: W,
        rectification: W,
        rankings: W,
        compare: W,
        assess: W,
        lists: W,
        corrections: W,
        versions: W,
        work: W,
        progress: W,
        method: W,
        quotas: W,
        glossary: W,
        about: W,
    }
    /// States of loading.
    Load {
        loading: W,
        offline: W,
        missing: W,
        program: W,
        hash_mismatch: W,
        malformed: W,
        newer_format: W,
        unsound: fn(&str) -> String,
        rules_contradict: fn(&str, &str, Date) -> String,
        no_such_state: fn(&str) -> String,
        retry: W,
        reload: W,
    }
    /// The page for an unknown address.
    NotFound {
        title: W,
        sentence: W,
        not_yet: W,
        not_yet_on: fn(String) -> String,
        now_known: W,
    }
    /// How sure a fact is.
    Marks {
        key: W,
        a: W,
        b: W,
        c: W,
        u: W,
        d: W,
    }
    /// Stages and steps.
    Stages {
        none: W,
        beside: W,
    }
    /// What the rules make of an official stage.
    Readings {
        contradicts: W,
        agrees: W,
        undetermined: W,
        or: W,
        either: fn(&[String]) -> String,
    }
    /// States of an indicator.
    States {
        met: W,
        not_met: W,
        no_data: W,
        not_applicable: W,
        pending: W,
        no_threshold: W,
        not_in_force: W,
    }
    /// Clauses and sources.
    Basis {
        link: W,
        title: W,
        close: W,
        unknown: W,
        in_method: W,
        no_quote: W,
        original: W,
        reprint: W,
        beside: W,
        unnamed: W,
        checked: W,
    }
    /// Citations.
    Cite {
        invented: W,
        of_round: fn(&str, &str) -> String,
        version: W,
        copy: W,
        copied: W,
        refused: W,
    }
    /// The table of indicators.
    Indicators {
        indicator: W,
        value: W,
        target: W,
        state: W,
        basis: W,
        core: W,
        guiding: W,
        requirement: W,
        not_published: W,
        no_clause: W,
        no_target: W,
        split_unknown: W,
        t_per_tce: W,
        quality: fn(Quality) -> W,
        formula_name: fn(FormulaKey) -> W,
        band: fn(Option<Decimal>, Option<Decimal>) -> String,
    }
    /// The ladder.
    Ladder {
        label: W,
        key: W,
        none_published: W,
    }
    /// Years drawn to scale.
    Timeline {
        today: W,
    }
    /// The map in its three views.
    Map {
        lead: W,
        label: W,
        views_label: W,
        views: [W; 3],
        table_twin: W,
        sketch: W,
        parks: W,
        count: fn(usize) -> String,
        colon: W,
        league: W,
        which: W,
        stages: W,
        of_which: fn(&str, &str) -> String,
        none: W,
        grid_west: W,
        grid_east: W,
    }
    /// Home.
    Home {
        finding: fn(&Headline, &StageTable) -> Vec<FindingPart>,
        lead: W,
        ladder_note: W,
        ladder_rules: [W; 2],
        years: W,
        all_progress: W,
        leagues: W,
        latest: W,
        not_published: W,
        not_published_lead: W,
    }
    /// A park's page.
    Park {
        park: W,
        whole: W,
        part: W,
        official: W,
        computed: W,
        as_of: fn(Date) -> String,
        since: fn(Date) -> String,
        verdict: fn(Verdict) -> W,
        why: W,
        judged_by: W,
        not_in_force: W,
        national_indicators: W,
        region_indicators: W,
        other_requirements: W,
        other_requirements_note: W,
        set_document: W,
        applies_unknown_industries: W,
        applies_unknown_stage: W,
        set_unpublished: W,
        count_of: fn(u16) -> String,
        period: W,
        no_period: W,
        no_commitments: W,
        acts: W,
        no_acts: W,
        statements: W,
        statements_note: W,
        announced_targets: W,
        announced_targets_note: W,
        announced_on: fn(&str) -> String,
        target_year: fn(u16) -> String,
        no_target_year: W,
        no_statements: W,
        place: W,
        no_place: W,
        cite: W,
    }
    /// A league's page.
    League {
        count: fn(usize) -> String,
        parks: W,
        park: W,
        stage: W,
        period: W,
        no_parks: W,
        no_list_yet: W,
        elsewhere: W,
        quota: W,
        at_most: fn(u16) -> String,
        national: W,
        region: W,
        duties: W,
    }
}

#[cfg(test)]
mod tests {
    use assessment::ladder::Group;
    use disclosure::stage_counts::{Accepted, StageCounts};

    use super::*;

    const ZH: &str = concat!(
        include_str!("zh.rs"),
        include_str!("zh_assess.rs"),
        include_str!("zh_assess_form.rs"),
        include_str!("zh_assess_result.rs"),
        include_str!("zh_assess_export.rs"),
        include_str!("zh_charts.rs"),
        include_str!("zh_corrections.rs"),
        include_str!("zh_versions.rs"),
        include_str!("zh_park_history.rs"),
        include_str!("zh_over_time.rs"),
        include_str!("zh_reference.rs"),
        include_str!("zh_ladder_page.rs"),
        include_str!("zh_standings.rs"),
        include_str!("zh_work.rs"),
    );
    const EN: &str = concat!(
        include_str!("en.rs"),
        include_str!("en_assess.rs"),
        include_str!("en_assess_form.rs"),
        include_str!("en_assess_result.rs"),
        include_str!("en_assess_export.rs"),
        include_str!("en_charts.rs"),
        include_str!("en_corrections.rs"),
        include_str!("en_versions.rs"),
        include_str!("en_park_history.rs"),
        include_str!("en_over_time.rs"),
        include_str!("en_reference.rs"),
        include_str!("en_ladder_page.rs"),
        include_str!("en_standings.rs"),
        include_str!("en_work.rs"),
    );

    /// The string literals of a words file, above its functions' helpers.
    fn literals(source: &str) -> Vec<String> {
        let mut literals = Vec::new();
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            literals.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
        literals
    }

    #[test]
    fn no_word_is_empty() {
        for (name, source) in [("zh", ZH), ("en", EN)] {
            assert!(literals(source).len() > 150, "{name} was not read");
            assert!(!literals(source).iter().any(|word| word.is_empty()), "an empty word in {name}");
        }
    }

    #[test]
    fn chinese_has_no_latin_sentence_and_english_no_ideograph() {
        for word in literals(ZH) {
            // Two Latin words in a row are a sentence that nobody translated.
            let latin = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
            let parts: Vec<_> = word.split(' ').collect();
            assert!(!parts.windows(2).any(|pair| latin(pair[0]) && latin(pair[1])), "{word}");
        }
        for word in literals(EN) {
            let ideograph =
                |c: char| ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
            // The link to Chinese is in Chinese.
            assert!(word == "中文" || !word.chars().any(ideograph), "{word}");
        }
    }

    #[test]
    fn a_negative_number_has_a_true_minus() {
        assert_eq!(grouped_text("-1234567.8"), "−1,234,567.8");
        assert_eq!(grouped(Decimal::from_integer(-1000)), "−1,000");
    }

    #[test]
    fn a_sentence_inside_another_keeps_one_full_stop() {
        let (day, due) = ("2027-09-08".parse().unwrap(), "2028-06-30".parse().unwrap());
        for (lang, text, said) in [
            (Lang::Zh, "责令限期整改。", "2027年9月8日：责令限期整改，期限2028年6月30日"),
            (Lang::En, "Ordered to rectify.", "8 September 2027: Ordered to rectify, by 30 June 2028"),
        ] {
            let words = words(lang).corrections();
            assert_eq!((words.act_text)(day, text, Some(due)), said);
            assert!(!(words.before)(&(words.act_text)(day, text, None)).contains(".."));
        }
        assert_eq!((words(Lang::En).corrections().before)("Second."), "Before: Second.");
    }

    fn said(lang: Lang, headline: &Headline) -> String {
        let parts = (words(lang).home().finding)(headline, &fixtures::stage_table());
        let text = |part| match part {
            FindingPart::Words(words) | FindingPart::Linked(words, _) => words,
        };
        parts.into_iter().map(text).collect()
    }

    fn headline(groups: &[(&str, usize)], accepted: Option<[usize; 3]>, behind: Option<usize>) -> Headline {
        let group = |(id, n): &(&str, usize)| (Group::parse(id).unwrap(), Some(*n));
        let standing = StageCounts {
            on: "2027-12-31".parse().unwrap(),
            groups: groups.iter().map(group).collect(),
            beside: Vec::new(),
        };
        let accepted = accepted.map(|[parks, region, national]| Accepted { parks, region, national });
        Headline { named: standing.all(), accepted, behind, standing }
    }

    #[test]
    fn the_finding_says_what_stands_and_what_does_not() {
        let now = headline(&[("national_construction", 2)], None, None);
        assert_eq!(said(Lang::Zh, &now), "2个园区列入国家级建设名单，尚未公布通过验收的园区。");
        assert_eq!(
            said(Lang::En, &now),
            "Two parks on the national construction list. No acceptance is published."
        );
        let later =
            headline(&[("cultivation", 20), ("correction", 5), ("built", 4)], Some([16, 15, 3]), Some(5));
        assert_eq!(
            said(Lang::Zh, &later),
            "29个园区，16个通过验收，其中3个通过国家验收；5个被提醒督促或限期整改。"
        );
        assert_eq!(
            said(Lang::En, &later),
            "Of 29 parks, 16 have passed acceptance, three of them nationally. Five are reminded or ordered to rectify."
        );
        let nobody = headline(&[], None, None);
        assert_eq!(said(Lang::Zh, &nobody), "尚无园区列入公开的名单。");
        assert_eq!(said(Lang::En, &nobody), "No park is on a published list yet.");
    }

    #[test]
    fn a_published_list_that_nobody_has_passed_is_not_called_unpublished() {
        let none = headline(&[("cultivation", 20), ("candidate", 4)], Some([0, 0, 0]), Some(0));
        assert_eq!(said(Lang::Zh, &none), "24个园区，还没有园区通过验收。");
        assert_eq!(said(Lang::En, &none), "24 parks. None has passed acceptance.");
    }

    #[test]
    fn bands_are_said_with_both_ends() {
        let n = |text: &str| Some(Decimal::parse(text).unwrap());
        let zh = words(Lang::Zh).indicators().band;
        assert_eq!(zh(n("200000"), n("1000000")), "年能耗20万至100万吨标准煤");
        assert_eq!(zh(None, n("200000")), "年能耗不足20万吨标准煤");
        assert_eq!(zh(n("1000000"), None), "年能耗100万吨标准煤及以上");
        let en = words(Lang::En).indicators().band;
        assert_eq!(en(n("200000"), n("1000000")), "200,000 to under 1,000,000 tce a year");
    }
}
