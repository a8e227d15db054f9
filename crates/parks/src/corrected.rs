//! Corrections in words, for who is about to publish them and for the list of versions.

use assessment::Text;
use disclosure::correction::{Change, Notice, Reading, ValueChange};
use disclosure::model::{Edition, Rulebook};

/// How many changes of one correction are named.
const NAMED: usize = 3;

/// What corrects what and why: `2026-h2-c1（鄂尔多斯蒙苏 工业用水重复利用率 88.3 → 85.1；漏报一台水表）`.
pub fn in_words(notice: &Notice, edition: &Edition, book: &Rulebook) -> Text {
    let mut parts: Vec<Text> =
        notice.values.iter().take(NAMED).map(|value| changed(value, edition, book)).collect();
    let mut others = |count: usize, zh: &str, en: &str| {
        if count > 0 {
            parts.push(Text { zh: format!("{zh}{count}项"), en: format!("{en}: {count}") });
        }
    };
    others(notice.values.len().saturating_sub(NAMED), "另有数值", "more values");
    others(notice.entries.len(), "名单条目", "entries of lists");
    others(notice.acts.len(), "园区事项", "official acts");
    others(notice.statements.len(), "有关说法", "statements");
    others(notice.reports.len(), "工作动态的文字", "texts of reports");
    let reason = &notice.reason;
    if !reason.en.is_empty() {
        parts.push(reason.clone());
    } else {
        parts.push(Text { zh: reason.zh.clone(), en: reason.zh.clone() });
    }
    let joined = |texts: Vec<&str>, between: &str| {
        texts.iter().map(|text| text.trim_end_matches(['。', '.'])).collect::<Vec<_>>().join(between)
    };
    let chinese = joined(parts.iter().map(|part| part.zh.as_str()).collect(), "；");
    let english = joined(parts.iter().map(|part| part.en.as_str()).collect(), "; ");
    let id = &notice.id;
    Text { zh: format!("{id}（{chinese}）"), en: format!("{id} ({english})") }
}

fn changed(value: &ValueChange, edition: &Edition, book: &Rulebook) -> Text {
    let park = edition.parks.iter().find(|park| park.id == value.park).map(|park| &park.short);
    let named = |zh: &str, en: &str| {
        let (park_zh, park_en) = park.map_or((&value.park, &value.park), |name| (&name.zh, &name.en));
        Text { zh: format!("{park_zh} {zh}"), en: format!("{park_en}, {en}") }
    };
    match &value.change {
        Change::Value { indicator, was, is, .. } => {
            let mut indicators = book.rulesets.iter().flat_map(|set| &set.indicators);
            let name = indicators.find(|listed| listed.id == *indicator).map(|listed| &listed.name);
            let (zh, en) = name.map_or((indicator, indicator), |name| (&name.zh, &name.en));
            let ([was_zh, was_en], [is_zh, is_en]) = (read(was.as_ref()), read(is.as_ref()));
            named(&format!("{zh} {was_zh} → {is_zh}"), &format!("{en} {was_en} → {is_en}"))
        }
        Change::Core { .. } => named("核心指标", "core indicator"),
        Change::Condition { number, .. } => {
            named(&format!("第{number}项基本条件"), &format!("basic condition {number}"))
        }
        Change::Task { .. } => named("任务进度", "progress of a task"),
    }
}

/// A reading in Chinese and English.
fn read(reading: Option<&Reading>) -> [String; 2] {
    match reading {
        None => ["未公布".to_owned(), "not published".to_owned()],
        Some(Reading { published: Some(printed), .. }) => [printed.clone(), printed.clone()],
        Some(Reading { value: Some(value), .. }) => [value.to_string(), value.to_string()],
        Some(_) => ["不适用".to_owned(), "not applicable".to_owned()],
    }
}
