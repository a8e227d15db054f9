//! Corrections in Chinese.

use disclosure::round::{PublishedCore, Stated};

use super::{Corrections, zh};

pub static CORRECTIONS: Corrections = Corrections {
    lead: |notices, changes| {
        format!(
            "共发布{notices}次更正，涉及{changes}处。更正自发布之日起生效；按更早的日期查看，显示的仍是当时公布的内容。"
        )
    },
    none: "到这一天还没有发布过更正。",
    caption: |id| format!("更正{id}的内容"),
    heads: ["更正对象", "此前", "现在"],
    of_round: |title| format!("{title}："),
    nothing: "未公布",
    withdrawn: "已撤回",
    removed: "已删除",
    reading: |value, quality| format!("{value}（{quality}）"),
    not_applicable: |reason| format!("不适用：{reason}"),
    core: |core| match core {
        PublishedCore::Balance(..) => "能源平衡数据",
        PublishedCore::Totals(_) => "排放和能耗总量",
        PublishedCore::Ratio(_) => "单位能耗碳排放的比值",
    },
    balance_given: |core| format!("单位能耗碳排放 {core}"),
    condition: |number| format!("基本条件第{number}项"),
    stated: |stated| match stated {
        Stated::Yes => "具备",
        Stated::No => "不具备",
        Stated::Unknown => "未公布",
    },
    task: |task| format!("任务进度（{task}）"),
    entry: |number| format!("第{number}号"),
    entry_period: |from, to| format!("建设期{from}—{to}年"),
    comma: "，",
    scopes: ["整体", "园中园"],
    act: "认定事项",
    act_text: |day, text, due| {
        let due = due.map(|due| format!("，期限{}", (zh::WORDS.day)(due))).unwrap_or_default();
        // The text is a sentence of its own elsewhere.
        let text = text.trim_end_matches('。');
        format!("{}：{text}{due}", (zh::WORDS.day)(day))
    },
    statement: "公开表述",
    mark: "更正",
    mark_title: |day, reason| format!("{}更正：{reason}", (zh::WORDS.day)(day)),
    on: |day| format!("{}更正", (zh::WORDS.day)(day)),
    before: |was| format!("此前：{was}"),
    because: |reason| format!("原因：{reason}"),
    of_park: "更正记录",
    of_park_lead: "本园区已公布内容的更正，新近的在前。",
    of_list: "名单更正",
    of_report_lead: "这份材料公布以后的更正，新近的在前；上面的文字是更正后的。",
    report_text: "文字",
    older: |day| format!("{}的数据", day),
    partly_older: |day| format!("部分为{day}的数据"),
    older_note: |parks| {
        format!("其中{parks}个园区本轮未涉及，或只涉及部分指标；未涉及的沿用最近一次公布的数据，并注明日期。")
    },
    covers: |indicators| format!("本轮只涉及：{indicators}。"),
    not_covered: "本轮未涉及",
    corrected_note: |parks| format!("本轮有{parks}个园区的数据作过更正。"),
    all: "全部更正",
};
