//! 中文：各阶段园区数、任务与依据。

use disclosure::plan_evidence::Found;

use super::*;

pub(super) static OVER_TIME: OverTime = OverTime {
    title: "各阶段园区数",
    lead: "只按官方认定计数，每个评估轮次一柱；各行用同一比例。",
    lead_by_year: "没有公布评估轮次，按每年年底和版本当天的官方认定计数；各行用同一比例。",
    none: "还没有公布官方认定，无从计数。",
    number_of: |group, n| format!("{group}{n}个"),
    label: |bars, day, counts| format!("各阶段园区数，共{bars}个日期。{day}：{counts}。下方有表格。"),
    goal: |year| format!("{year}目标"),
    target: |year, parks| format!("虚线：{year}年目标{parks}个"),
    key: "竖线：方案的目标年份",
    table: "列成表",
    caption: "各阶段园区数，按日期",
    day: "截至",
    all: "合计",
    here_title: "本盟市各阶段园区数",
    not_due: |day| format!("期限未到（{}）", (zh::WORDS.day)(day)),
    due_finding: |count, day| {
        let Found { found, inferred, not_found, not_due } = count;
        let mut parts = vec![format!("{found}项已见公开依据")];
        if *inferred > 0 {
            parts.push(format!("{inferred}项的依据只是门户的推断"));
        }
        if *not_found > 0 {
            parts.push(format!("{not_found}项期限已过、截至{}未见公开依据", (zh::WORDS.day)(day)));
        }
        if *not_due > 0 {
            parts.push(format!("{not_due}项期限未到"));
        }
        format!("方案列出{}项有期限的事项：{}。", found + inferred + not_found + not_due, parts.join("，"))
    },
    by_department: "各部门的任务与依据",
    by_department_lead: "任务本身没有写明期限。能查到的，是部门名下有期限的事项见没见到公开依据；没有依据，不等于没有做。",
    leads: "牵头",
    joins: "参与",
    found: "已见依据",
    inferred: "推断",
    not_found: "未见依据",
    waiting: "未到期",
    traces: "同一条款下可查的：",
    no_traces: "方案没有为这项任务写明期限，本版也没有收录同一条款下的依据。",
    register: |title, n, day| {
        if n == 0 {
            format!("{title}：截至{}，没有找到公开的清单", (zh::WORDS.day)(day))
        } else {
            format!("{title}：清单上有{n}项")
        }
    },
    since: "起始",
    elsewhere: "继续看",
    rankings: "排行",
    built: "建成园区",
    rectification: "限期整改",
    all_lists: "全部名单",
    list: "名单",
    published: "公布日期",
    entries: "园区数",
    in_region: "其中内蒙古",
    spread: "挨得太近的符号略作错开。",
};
