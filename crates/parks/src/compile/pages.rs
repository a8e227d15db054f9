//! The portal's addresses with title and description, for the page folders of a static host.

use std::collections::HashSet;

use assessment::Text;
use disclosure::model::{Edition, List, Park, ParkSummary, WorkReport};
use disclosure::own_pages::OwnPage;
use portal::words::words;
use static_site::{Lang, Page};

use super::work::kind_name;

/// Adds an edition's pages to those of the editions before it. An address that they have already stays theirs.
pub fn add(pages: &mut Vec<Page>, edition: &str, more: Vec<Page>) {
    let known: HashSet<String> = pages.iter().map(|page| page.path.clone()).collect();
    let new = more.into_iter().filter(|page| !known.contains(&page.path));
    pages.extend(new.map(|page| Page { edition: Some(edition.to_owned()), ..page }));
}

/// A page before it is cut by language.
struct Draft {
    path: String,
    /// Absent for Home, whose title is the portal's name.
    title: Option<Text>,
    description: Text,
}

fn text(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}

/// All pages of an edition, in both languages.
pub fn pages(edition: &Edition, parks: &[Park], lists: &[List], reports: &[WorkReport]) -> Vec<Page> {
    let own = OwnPage::ALL.iter().map(|page| {
        let Named { name, sentence, .. } = named(*page);
        let title = (*page != OwnPage::Home).then_some(name);
        Draft { path: page.path().to_owned(), title, description: sentence }
    });
    let mut drafts: Vec<Draft> = own.collect();
    drafts.extend(parks.iter().map(park_page));
    drafts.extend(lists.iter().map(list_page));
    drafts.extend(reports.iter().map(report_page));
    drafts.extend(edition.leagues.iter().map(|league| {
        let parks: Vec<&ParkSummary> = edition.parks.iter().filter(|park| park.league == league.id).collect();
        Draft {
            path: format!("leagues/{}", league.id),
            title: Some(league.name.clone()),
            description: text(
                format!("{}的零碳园区：已公布{}个。", league.name.zh, parks.len()),
                format!("Zero-carbon parks of {}: {} published.", league.name.en, parks.len()),
            ),
        }
    }));
    if edition.demonstration {
        drafts.iter_mut().for_each(mark_demonstration);
    }
    drafts.iter().flat_map(in_both_languages).collect()
}

/// An invented page says so, also where only its description is read.
fn mark_demonstration(draft: &mut Draft) {
    let said = text("演示数据：园区与数值均为虚构。", "Demonstration data: parks and figures are invented.");
    draft.description =
        text(format!("{}{}", said.zh, draft.description.zh), format!("{} {}", said.en, draft.description.en));
}

fn in_both_languages(draft: &Draft) -> [Page; 2] {
    let english = if draft.path.is_empty() { "en".to_owned() } else { format!("en/{}", draft.path) };
    let title = |name: Option<&String>, portal: &str| {
        name.map_or_else(|| portal.to_owned(), |name| format!("{name} · {portal}"))
    };
    let zh = Page {
        path: draft.path.clone(),
        lang: Lang::Zh,
        title: title(draft.title.as_ref().map(|title| &title.zh), words(portal::address::Lang::Zh).portal),
        description: draft.description.zh.clone(),
        alternate: english.clone(),
        edition: None,
    };
    let en = Page {
        path: english,
        lang: Lang::En,
        title: title(draft.title.as_ref().map(|title| &title.en), words(portal::address::Lang::En).portal),
        description: draft.description.en.clone(),
        alternate: draft.path.clone(),
        edition: None,
    };
    [zh, en]
}

/// One of the portal's own pages with its name, as in the menu, and one sentence about it.
pub struct Named {
    /// Which.
    pub page: OwnPage,
    /// Name.
    pub name: Text,
    /// What a reader finds there.
    pub sentence: Text,
}

/// The names of a page: every page of the portal has them, for its folder and for the search.
pub fn named(page: OwnPage) -> Named {
    let [zh, en] = match page {
        OwnPage::Home => [
            "内蒙古自治区零碳园区的公开信息：名单、目标、规则和依据。",
            "What is public about the zero-carbon parks of Inner Mongolia: lists, targets, rules and sources.",
        ],
        OwnPage::Map => [
            "十二盟市的零碳园区分布。示意图，不作为划界依据。",
            "Zero-carbon parks by league and city. A sketch, not a basis for boundaries.",
        ],
        OwnPage::Ladder => [
            "从申报到国家级零碳园区，每个园区站在哪一级，谁升了级，为什么。",
            "From candidate to national zero-carbon park: where each park stands, who moved, and why.",
        ],
        OwnPage::Built => [
            "通过评估验收的零碳园区：日期、文件和验收时的数值。",
            "Zero-carbon parks that passed acceptance: day, document and figures at acceptance.",
        ],
        OwnPage::Rectification => [
            "被提醒督促或责令限期整改的园区：原因、期限和结果。",
            "Parks reminded or ordered to rectify: cause, last day and outcome.",
        ],
        OwnPage::Rankings => [
            "按门户指数排列的园区，写明未知造成的名次区间。门户指数不是官方评分。",
            "Parks by the portal's index, with the range of ranks that the unknown leaves. Not an official score.",
        ],
        OwnPage::Compare => ["两到四个园区并排对照。", "Two to four parks side by side."],
        OwnPage::Assess => [
            "在浏览器里按官方方法测算单位能耗碳排放，看离目标还差多少。填写的内容不离开本机。",
            "Work out carbon emissions per unit of energy by the official method, in the browser. Nothing leaves the machine.",
        ],
        OwnPage::Lists => {
            ["官方公布的零碳园区名单，照录。", "Official lists of zero-carbon parks, as published."]
        }
        OwnPage::Corrections => [
            "公布后更正、撤回和补充的内容：原来怎样，现在怎样，为什么，依据在哪里。",
            "What was corrected, withdrawn or filled in after publication: before, now, why, and where it is published.",
        ],
        OwnPage::Versions => [
            "公布过的每一个版本：哪天公布，改了什么，怎样打开。",
            "Every version that was published: on which day, what it changed, and how to open it.",
        ],
        OwnPage::Work => [
            "公开的调度通报、典型经验、年度总结、会议和督办。",
            "Published progress bulletins, practices, annual summaries, meetings and supervision.",
        ],
        OwnPage::Progress => [
            "对照工作方案2025、2027、2030年目标和各项任务的进展。",
            "Progress against the plan's goals for 2025, 2027 and 2030, and its tasks.",
        ],
        OwnPage::Method => [
            "指标、目标、核算公式、因子和约定，逐条注明依据。",
            "Indicators, targets, formulas, factors and conventions, each with its clause.",
        ],
        OwnPage::Quotas => [
            "单位产品能耗限额国家标准的分级数值：哪些产品、从哪天起、含不含原料用能。",
            "Levels of the national limits on energy per unit of product: which products, from which day, feedstock in or out.",
        ],
        OwnPage::Glossary => ["零碳园区用语的通俗解释。", "The terms of zero-carbon parks in plain words."],
        OwnPage::About => [
            "这个门户是什么，能说明什么，不能说明什么，怎样报告错误。",
            "What this portal is, what it can and cannot say, and how to report an error.",
        ],
    };
    let name = |lang| words(lang).pages.of(page);
    Named {
        page,
        name: text(name(portal::address::Lang::Zh), name(portal::address::Lang::En)),
        sentence: text(zh, en),
    }
}

fn list_page(list: &List) -> Draft {
    let (count, _) = super::corrections::size(list);
    Draft {
        path: format!("lists/{}", list.id),
        title: Some(list.title.clone()),
        description: text(
            format!("{}公布，{count}个园区。", list.published),
            format!("Published {}, {count} parks.", list.published),
        ),
    }
}

fn report_page(report: &WorkReport) -> Draft {
    let (kind, issuer, day) = (kind_name(report.kind), report.issuer.in_both(), report.dated);
    Draft {
        path: format!("work/{}", report.id),
        title: Some(report.title.in_both()),
        description: text(
            format!("{}，{}，{day}。", kind.zh, issuer.zh),
            format!("{}, {}, {day}.", kind.en, issuer.en),
        ),
    }
}

fn park_page(park: &Park) -> Draft {
    Draft {
        path: format!("parks/{}", park.id),
        title: Some(park.name.clone()),
        description: text(
            format!("{}：官方认定、指标、建设期和依据。", park.name.zh),
            format!("{}: official status, indicators, construction period and sources.", park.name.en),
        ),
    }
}
