//! The portal's addresses with title, description and plain lines, for the page folders of a static
//! host and for readers without scripts.

use std::collections::HashSet;

use assessment::Text;
use assessment::ruleset::{Level, Ruleset};
use assessment::unit::Unit;
use disclosure::model::{
    Edition, EntryStatus, Evidence, League, List, ListEntry, ListSummary, OriginalText, Park, ParkSummary,
    Publication, Scope, Subject, Term, WorkReport,
};
use disclosure::own_pages::OwnPage;
use disclosure::stage_changes::{Accepted, accepted};
use disclosure::stage_counts::{accepted_parks, headline};
use serde::Serialize;

use super::work::kind_name;

/// Name of the portal, in Chinese and in English.
pub const PORTAL: [&str; 2] =
    ["内蒙古零碳园区公开评估", "Inner Mongolia Zero-Carbon Parks: Public Assessment"];

/// One address in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Address below the site's root, without slashes at its ends; empty for Home.
    pub path: String,
    /// `zh` or `en`.
    pub lang: &'static str,
    /// Title of the document.
    pub title: String,
    /// One sentence about the page.
    pub description: String,
    /// What the page says, in plain lines.
    pub lines: Vec<String>,
    /// The same page in the other language.
    pub alternate: String,
    /// Id of the edition that the page belongs to, where it is not the one that opens by default: the address
    /// then needs `?edition=`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

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
    lines: Vec<Text>,
}

fn text(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}

/// All pages of an edition, in both languages.
pub fn pages(
    edition: &Edition,
    parks: &[Park],
    lists: &[List],
    publications: &[Publication],
    reports: &[WorkReport],
    terms: &[Term],
    rulesets: &[Ruleset],
) -> Vec<Page> {
    let own = OwnPage::ALL.iter().map(|page| {
        let Named { name, sentence, .. } = named(*page);
        Draft {
            path: page.path().to_owned(),
            title: (*page != OwnPage::Home).then_some(name),
            description: sentence,
            lines: own_lines(*page, edition, publications, reports, terms, rulesets),
        }
    });
    let mut drafts: Vec<Draft> = own.collect();
    drafts.extend(parks.iter().zip(&edition.parks).map(|(park, summary)| park_page(park, summary, edition)));
    drafts.extend(lists.iter().map(list_page));
    drafts.extend(reports.iter().map(|report| report_page(report, parks)));
    drafts.extend(edition.leagues.iter().map(|league| {
        let parks: Vec<&ParkSummary> = edition.parks.iter().filter(|park| park.league == league.id).collect();
        Draft {
            path: format!("leagues/{}", league.id),
            title: Some(league.name.clone()),
            description: text(
                format!("{}的零碳园区：已公布{}个。", league.name.zh, parks.len()),
                format!("Zero-carbon parks of {}: {} published.", league.name.en, parks.len()),
            ),
            lines: parks.into_iter().map(|park| park_line(edition, park)).collect(),
        }
    }));
    if edition.demonstration {
        drafts.iter_mut().for_each(mark_demonstration);
    }
    drafts.iter().flat_map(in_both_languages).collect()
}

/// An invented page says so, also where only its text is read.
fn mark_demonstration(draft: &mut Draft) {
    let said = text("演示数据：园区与数值均为虚构。", "Demonstration data: parks and figures are invented.");
    draft.description =
        text(format!("{}{}", said.zh, draft.description.zh), format!("{} {}", said.en, draft.description.en));
    draft.lines.insert(0, said);
}

fn in_both_languages(draft: &Draft) -> [Page; 2] {
    let english = if draft.path.is_empty() { "en".to_owned() } else { format!("en/{}", draft.path) };
    let title = |name: Option<&String>, portal: &str| {
        name.map_or_else(|| portal.to_owned(), |name| format!("{name} · {portal}"))
    };
    let zh = Page {
        path: draft.path.clone(),
        lang: "zh",
        title: title(draft.title.as_ref().map(|title| &title.zh), PORTAL[0]),
        description: draft.description.zh.clone(),
        lines: draft.lines.iter().map(|line| line.zh.clone()).collect(),
        alternate: english.clone(),
        edition: None,
    };
    let en = Page {
        path: english,
        lang: "en",
        title: title(draft.title.as_ref().map(|title| &title.en), PORTAL[1]),
        description: draft.description.en.clone(),
        lines: draft.lines.iter().map(|line| line.en.clone()).collect(),
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
    let (zh, en, said_zh, said_en) = match page {
        OwnPage::Home => (
            "概览",
            "Overview",
            "内蒙古自治区零碳园区的公开信息：名单、目标、规则和依据。",
            "What is public about the zero-carbon parks of Inner Mongolia: lists, targets, rules and sources.",
        ),
        OwnPage::Map => (
            "地图",
            "Map",
            "十二盟市的零碳园区分布。示意图，不作为划界依据。",
            "Zero-carbon parks by league and city. A sketch, not a basis for boundaries.",
        ),
        OwnPage::Ladder => (
            "阶梯",
            "Ladder",
            "从申报到国家级零碳园区，每个园区站在哪一级，谁升了级，为什么。",
            "From candidate to national zero-carbon park: where each park stands, who moved, and why.",
        ),
        OwnPage::Built => (
            "建成园区",
            "Built parks",
            "通过评估验收的零碳园区：日期、文件和验收时的数值。",
            "Zero-carbon parks that passed acceptance: day, document and figures at acceptance.",
        ),
        OwnPage::Rectification => (
            "限期整改",
            "Rectification",
            "被提醒督促或责令限期整改的园区：原因、期限和结果。",
            "Parks reminded or ordered to rectify: cause, last day and outcome.",
        ),
        OwnPage::Rankings => (
            "排行",
            "Rankings",
            "按门户指数排列的园区，写明未知造成的名次区间。门户指数不是官方评分。",
            "Parks by the portal's index, with the range of ranks that the unknown leaves. Not an official score.",
        ),
        OwnPage::Compare => ("对比", "Compare", "两到四个园区并排对照。", "Two to four parks side by side."),
        OwnPage::Assess => (
            "自评估",
            "Self-assessment",
            "在浏览器里按官方方法测算单位能耗碳排放，看离目标还差多少。填写的内容不离开本机。",
            "Work out carbon emissions per unit of energy by the official method, in the browser. Nothing leaves the machine.",
        ),
        OwnPage::Lists => (
            "名单",
            "Lists",
            "官方公布的零碳园区名单，照录。",
            "Official lists of zero-carbon parks, as published.",
        ),
        OwnPage::Corrections => (
            "更正",
            "Corrections",
            "公布后更正、撤回和补充的内容：原来怎样，现在怎样，为什么，依据在哪里。",
            "What was corrected, withdrawn or filled in after publication: before, now, why, and where it is published.",
        ),
        OwnPage::Versions => (
            "版本",
            "Versions",
            "公布过的每一个版本：哪天公布，改了什么，怎样打开。",
            "Every version that was published: on which day, what it changed, and how to open it.",
        ),
        OwnPage::Work => (
            "工作动态",
            "Work reports",
            "公开的调度通报、典型经验、年度总结、会议和督办。",
            "Published progress bulletins, practices, annual summaries, meetings and supervision.",
        ),
        OwnPage::Progress => (
            "进展",
            "Progress",
            "对照工作方案2025、2027、2030年目标和各项任务的进展。",
            "Progress against the plan's goals for 2025, 2027 and 2030, and its tasks.",
        ),
        OwnPage::Method => (
            "方法",
            "Method",
            "指标、目标、核算公式、因子和约定，逐条注明依据。",
            "Indicators, targets, formulas, factors and conventions, each with its clause.",
        ),
        OwnPage::Quotas => (
            "能耗限额",
            "Energy quotas",
            "单位产品能耗限额国家标准的分级数值：哪些产品、从哪天起、含不含原料用能。",
            "Levels of the national limits on energy per unit of product: which products, from which day, feedstock in or out.",
        ),
        OwnPage::Glossary => {
            ("术语", "Glossary", "零碳园区用语的通俗解释。", "The terms of zero-carbon parks in plain words.")
        }
        OwnPage::About => (
            "关于",
            "About",
            "这个门户是什么，能说明什么，不能说明什么，怎样报告错误。",
            "What this portal is, what it can and cannot say, and how to report an error.",
        ),
    };
    Named { page, name: text(zh, en), sentence: text(said_zh, said_en) }
}

/// What one of the portal's own pages says, in plain lines.
fn own_lines(
    page: OwnPage,
    edition: &Edition,
    publications: &[Publication],
    reports: &[WorkReport],
    terms: &[Term],
    rulesets: &[Ruleset],
) -> Vec<Text> {
    match page {
        OwnPage::Home => home(edition),
        OwnPage::Map => map(edition),
        OwnPage::Ladder => edition.parks.iter().map(|park| park_line(edition, park)).collect(),
        OwnPage::Built => built(edition),
        OwnPage::Rectification => rectification(edition),
        OwnPage::Rankings => rankings(edition),
        // They say what their reader chooses and types.
        OwnPage::Compare | OwnPage::Assess => Vec::new(),
        OwnPage::Lists => lists_page(edition),
        OwnPage::Corrections => corrections(publications),
        // What was published before is the archive's to say.
        OwnPage::Versions => Vec::new(),
        OwnPage::Work => work(reports),
        OwnPage::Progress => progress(edition),
        OwnPage::Method => method(rulesets),
        // Its figures are many and come from a file of their own.
        OwnPage::Quotas => Vec::new(),
        OwnPage::Glossary => glossary(terms),
        OwnPage::About => about(edition),
    }
}

fn home(edition: &Edition) -> Vec<Text> {
    let mut lines = vec![home_sentence(edition)];
    lines.extend(edition.parks.iter().map(|park| park_line(edition, park)));
    let missing = edition.not_published.iter().filter(|missing| missing.published_on.is_none());
    lines.extend(missing.map(|missing| {
        text(format!("未公布：{}", missing.what.zh), format!("Not published: {}", missing.what.en))
    }));
    lines
}

fn map(edition: &Edition) -> Vec<Text> {
    let line = |league: &League| {
        let count = edition.parks.iter().filter(|park| park.league == league.id).count();
        text(format!("{}：{count}", league.name.zh), format!("{}: {count}", league.name.en))
    };
    edition.leagues.iter().map(line).collect()
}

/// How many parks there are, have been accepted and are behind.
pub fn home_sentence(edition: &Edition) -> Text {
    let (day, said) = (edition.as_of, headline(edition));
    let named = said.named;
    let mut line = text(
        format!("截至{day}，官方认定涉及{named}个园区"),
        format!("As of {day}, official acts name {named} parks"),
    );
    let more = match said.accepted {
        Some(accepted) => text(
            format!("，{}个通过验收，其中{}个通过国家验收", accepted.parks, accepted.national),
            format!("; {} have passed acceptance, {} of them nationally", accepted.parks, accepted.national),
        ),
        None => text("，尚未公布通过验收的园区", "; no acceptance is published"),
    };
    let behind = said.behind.map(|behind| {
        text(
            format!("，{behind}个被提醒督促或限期整改"),
            format!("; {behind} are reminded or ordered to rectify"),
        )
    });
    for part in [Some(more), behind, Some(text("。", "."))].into_iter().flatten() {
        line.zh.push_str(&part.zh);
        line.en.push_str(&part.en);
    }
    line
}

fn built(edition: &Edition) -> Vec<Text> {
    let line = |each: &Accepted<'_>| {
        let (park, day) = (each.park, each.by.dated);
        let by = match each.level {
            Level::Region => ("自治区验收", "the region's acceptance"),
            Level::National => ("国家验收", "national acceptance"),
        };
        text(
            format!("{}：{day}通过{}", park.name.zh, by.0),
            format!("{}: passed {} on {day}", park.name.en, by.1),
        )
    };
    let lines: Vec<Text> = accepted(&edition.parks, edition.stages()).iter().map(line).collect();
    match (lines.is_empty(), accepted_parks(edition)) {
        (false, _) => lines,
        (true, None) => vec![text("未见公布的建成园区。", "No built park is published.")],
        (true, Some(_)) => vec![text("还没有园区通过验收。", "No park has passed acceptance.")],
    }
}

fn rectification(edition: &Edition) -> Vec<Text> {
    let table = edition.stages();
    let behind = |park: &&ParkSummary| park.stage.and_then(|stage| table.correction(stage)).is_some();
    let lines: Vec<Text> = edition.parks.iter().filter(behind).map(|park| park_line(edition, park)).collect();
    match (lines.is_empty(), headline(edition).behind) {
        (false, _) => lines,
        (true, None) => {
            vec![text("未见公布的提醒或整改。", "No reminder or order to rectify is published.")]
        }
        (true, Some(_)) => {
            vec![text("现在没有园区被提醒或整改。", "No park is reminded or under an order now.")]
        }
    }
}

fn corrections(publications: &[Publication]) -> Vec<Text> {
    let of = |publication: &Publication| match &publication.subject {
        Subject::Correction(id) => {
            let (day, said) = (publication.dated, &publication.text);
            Some(text(format!("{day}（{id}）：{}", said.zh), format!("{day} ({id}): {}", said.en)))
        }
        Subject::Park(_) | Subject::List(_) | Subject::Document(_) | Subject::Round(_) | Subject::Work(_) => {
            None
        }
    };
    let lines: Vec<Text> = publications.iter().filter_map(of).collect();
    if lines.is_empty() {
        vec![text("还没有公布过更正。", "No correction has been published.")]
    } else {
        lines
    }
}

fn rankings(edition: &Edition) -> Vec<Text> {
    let parks = edition.parks.len();
    vec![text(
        format!("{parks}个园区；指数和名次在读者的浏览器里按公开规则算出。"),
        format!("{parks} parks; index and ranks are computed in the reader's browser by published rules."),
    )]
}

fn lists_page(edition: &Edition) -> Vec<Text> {
    let line = |list: &ListSummary| {
        let (day, all, here) = (list.published, list.entries, list.in_region);
        text(
            format!("{}（{day}公布，{all}个园区，内蒙古{here}个）", list.title.zh),
            format!("{} (published {day}, {all} parks, {here} in Inner Mongolia)", list.title.en),
        )
    };
    edition.lists.iter().map(line).collect()
}

fn list_page(list: &List) -> Draft {
    let mut lines = vec![list.meaning.clone()];
    lines.extend(list.entries.iter().map(|entry| {
        let line = listed(entry);
        let (zh, en) = match entry.status {
            EntryStatus::Listed => ("", ""),
            EntryStatus::Reserve => ("（备选）", " (reserve)"),
            EntryStatus::Removed => ("（移出）", " (taken off)"),
        };
        text(format!("{line}{zh}"), format!("{line}{en}"))
    }));
    let (count, _) = super::corrections::size(list);
    Draft {
        path: format!("lists/{}", list.id),
        title: Some(list.title.clone()),
        description: text(
            format!("{}公布，{count}个园区。", list.published),
            format!("Published {}, {count} parks.", list.published),
        ),
        lines,
    }
}

/// An entry in one line, with what its document prints of it.
fn listed(entry: &ListEntry) -> String {
    let years = entry.years().map(|[from, to]| format!("{from}–{to}"));
    let said = [entry.province.clone(), entry.league.clone(), entry.period_as_printed.clone().or(years)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let number = if entry.unnumbered { String::new() } else { format!("{} ", entry.number) };
    let said = if said.is_empty() { String::new() } else { format!("（{}）", said.join("，")) };
    format!("{number}{}{said}", entry.name)
}

fn work(reports: &[WorkReport]) -> Vec<Text> {
    let line = |report: &WorkReport| {
        let (day, kind, title) = (report.dated, kind_name(report.kind), report.title.in_both());
        text(format!("{day} {}：{}", kind.zh, title.zh), format!("{day} {}: {}", kind.en, title.en))
    };
    if reports.is_empty() {
        return vec![text("未见公布的工作动态。", "No report of the work was found published.")];
    }
    reports.iter().rev().map(line).collect()
}

fn report_page(report: &WorkReport, parks: &[Park]) -> Draft {
    let (kind, issuer) = (kind_name(report.kind), report.issuer.in_both());
    let day = report.dated;
    let mut lines = vec![text(
        format!("{}，{}，{day}", kind.zh, issuer.zh),
        format!("{}, {}, {day}", kind.en, issuer.en),
    )];
    for section in &report.sections {
        lines.extend(section.heading.iter().map(OriginalText::in_both));
        lines.extend(section.paragraphs.iter().map(OriginalText::in_both));
    }
    lines.extend(report.pictures.iter().map(|picture| {
        let alt = picture.alt.in_both();
        text(format!("图：{}", alt.zh), format!("Picture: {}", alt.en))
    }));
    lines.extend(report.attachments.iter().map(|attachment| {
        let title = attachment.title.in_both();
        text(format!("附件：{}", title.zh), format!("Attachment: {}", title.en))
    }));
    let concerned = parks.iter().filter(|park| report.parks.contains(&park.id));
    lines.extend(concerned.map(|park| {
        text(format!("涉及园区：{}", park.name.zh), format!("Park concerned: {}", park.name.en))
    }));
    Draft {
        path: format!("work/{}", report.id),
        title: Some(report.title.in_both()),
        description: text(
            format!("{}，{}，{day}。", kind.zh, issuer.zh),
            format!("{}, {}, {day}.", kind.en, issuer.en),
        ),
        lines,
    }
}

fn method(rulesets: &[Ruleset]) -> Vec<Text> {
    let lines = rulesets.iter().flat_map(|set| {
        let heading = std::iter::once(set.title.clone());
        heading.chain(set.indicators.iter().map(|indicator| {
            // Where the document's words were not read, the one target that all parks have says it.
            let target = match indicator.bands.as_slice() {
                [band] => band.target,
                _ => None,
            };
            let asked = |unit: &str, unknown: &str| {
                let target = target.map(|target| format!("{} {target} {unit}", indicator.direction.sign()));
                indicator.quote.clone().or(target).unwrap_or_else(|| unknown.to_owned())
            };
            let [zh, en] = match &indicator.unit {
                Unit::Named(name) => [&*name.zh, &*name.en],
                unit => [unit.symbol(); 2],
            };
            text(
                format!("{}：{}", indicator.name.zh, asked(zh, "未公布")),
                format!("{}: {}", indicator.name.en, asked(en, "not published")),
            )
        }))
    });
    lines.collect()
}

fn progress(edition: &Edition) -> Vec<Text> {
    let lines = edition.milestones.iter().flat_map(|milestone| {
        milestone.objectives.iter().map(|objective| {
            let (zh, en) = match &objective.evidence {
                Evidence::Found { inferred: true, .. } => {
                    ("依据只是门户的推断".to_owned(), "evidence by inference only".to_owned())
                }
                Evidence::Found { .. } => ("已见公开依据".to_owned(), "evidence found".to_owned()),
                Evidence::NotFound { as_of, .. } => {
                    (format!("截至{as_of}未见公开依据"), format!("no published evidence found as of {as_of}"))
                }
            };
            text(
                format!("{}：{}（{zh}）", milestone.year, objective.text.zh),
                format!("{}: {} ({en})", milestone.year, objective.text.en),
            )
        })
    });
    lines.collect()
}

fn glossary(terms: &[Term]) -> Vec<Text> {
    let line = |term: &Term| {
        text(
            format!("{}：{}", term.term.zh, term.definition.zh),
            format!("{}: {}", term.term.en, term.definition.en),
        )
    };
    terms.iter().map(line).collect()
}

fn about(edition: &Edition) -> Vec<Text> {
    let organiser =
        edition.site.organiser.iter().map(|organiser| {
            text(format!("主办单位：{}", organiser.zh), format!("Organiser: {}", organiser.en))
        });
    organiser.collect()
}

fn park_page(park: &Park, summary: &ParkSummary, edition: &Edition) -> Draft {
    let mut lines = vec![park_line(edition, summary)];
    if let Some(league) = edition.leagues.iter().find(|league| league.id == park.league) {
        lines.push(league.name.clone());
    }
    lines.extend(park.scope.map(|scope| match scope {
        Scope::Whole => text("建设范围：园区整体", "Scope: the whole park"),
        Scope::Part => text("建设范围：园中园", "Scope: a park within the park"),
    }));
    if let Some(years) = &park.construction {
        lines.push(text(
            format!("建设期：{}–{}", years.from, years.to),
            format!("Construction period: {}–{}", years.from, years.to),
        ));
    }
    lines.extend(park.work.iter().map(|report| {
        let (day, kind, title) = (report.dated, kind_name(report.kind), report.title.in_both());
        text(format!("{day} {}：{}", kind.zh, title.zh), format!("{day} {}: {}", kind.en, title.en))
    }));
    lines.extend(park.statements.iter().map(|said| {
        let (words, caveat) = (said.text.in_both(), said.caveat.in_both());
        text(
            format!("{}：{}（{}）", said.dated, words.zh, caveat.zh),
            format!("{}: {} ({})", said.dated, words.en, caveat.en),
        )
    }));
    Draft {
        path: format!("parks/{}", park.id),
        title: Some(park.name.clone()),
        description: text(
            format!("{}：官方认定、指标、建设期和依据。", park.name.zh),
            format!("{}: official status, indicators, construction period and sources.", park.name.en),
        ),
        lines,
    }
}

fn park_line(edition: &Edition, park: &ParkSummary) -> Text {
    match park.stage.and_then(|stage| edition.stages().get(stage)) {
        Some(row) => {
            text(format!("{}：{}", park.name.zh, row.name.zh), format!("{}: {}", park.name.en, row.name.en))
        }
        None => park.name.clone(),
    }
}
