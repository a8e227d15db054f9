//! 中文：Words of a park's course over its rounds.

use assessment::account::Part;
use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Reading, Truth};
use assessment::ruleset::Level;
use disclosure::round::{PublishedCore, Quality};

use super::*;

pub(super) static PARK_HISTORY: ParkHistory = ParkHistory {
    reading_note: |reading, since| {
        let since = since.map(|day| format!("自 {day} 起")).unwrap_or_default();
        match reading {
            Reading::Supports(_) if since.is_empty() => "与官方认定不同。".to_owned(),
            Reading::Contradicts if since.is_empty() => "与官方认定不同。官方认定以公布为准。".to_owned(),
            Reading::Supports(_) => format!("与官方认定不同，{since}。"),
            Reading::Contradicts => format!("与官方认定不同，{since}。官方认定以公布为准。"),
            Reading::Agrees => "按现有数值，规则不支持转到其他阶段。".to_owned(),
            Reading::Undetermined => "缺少哪些内容，逐条列出。官方认定以公布为准。".to_owned(),
        }
    },
    decides: |who| format!("这不是认定；是否认定，由{who}决定。"),
    track: |track| match track {
        Track::Region => "自治区一侧",
        Track::National => "国家一侧",
    },
    verdict_line: |verdict| format!("国家级指标：{verdict}。"),
    days_left: |day, left| match left {
        0 => format!("整改期限 {day}，今天是最后一天。"),
        left => format!("整改期限 {day}，还剩{left}天。"),
    },
    overdue: |day, past| format!("整改期限 {day}，已逾期{past}天。"),
    no_last_day: "整改期限没有公布。",
    trajectory: "单位能耗碳排放",
    trajectory_note: "吨二氧化碳/吨标准煤，越低越好。",
    summary: |summary| {
        let (from, first) = summary.first;
        let (to, last) = summary.last;
        let course = if from == to {
            format!("{to} 为 {last}")
        } else {
            format!("从 {from} 的 {first} 到 {to} 的 {last}")
        };
        let pending = if summary.pending { "（待核实）" } else { Default::default() };
        let targets: Vec<_> = summary
            .targets
            .iter()
            .map(|(level, target)| match level {
                Level::National => format!("国家目标 {target}"),
                Level::Region => format!("自治区目标 {target}"),
            })
            .collect();
        let targets =
            if targets.is_empty() { Default::default() } else { format!("；{}", targets.join("、")) };
        let missing = match summary.missing {
            0 => Default::default(),
            n => format!("；{n}轮没有公布数值"),
        };
        format!("{course}{pending}{targets}{missing}。")
    },
    target: |level| match level {
        Level::National => "国家目标",
        Level::Region => "自治区目标",
    },
    target_short: |level, target| match level {
        Level::National => format!("国家 {target}"),
        Level::Region => format!("自治区 {target}"),
    },
    path: "承诺路径",
    path_note: "园区承诺的各年年末目标，年份之间按天线性连接",
    construction: |from, to| format!("建设期 {from}–{to}"),
    as_of: |day| format!("截至 {day}"),
    keys: ["已核实", "待核实", "没有公布", "更正前"],
    corrected: |c| {
        format!("{} 的数值于 {} 更正为 {}，原为 {}。原因：{}", c.round, c.on, c.is, c.was, c.reason)
    },
    no_rounds: "还没有公布评估轮次，因此没有指标的走势。",
    table: "同样的内容，列成表",
    round: "轮次",
    correction: "更正",
    source: "来源",
    quality_head: "质量",
    from_round: |round| format!("数值来自{round}。"),
    made_of: "这个数怎么来的",
    made_of_lead: "每一笔能源用量乘以它的系数，得到排放和能耗；两个总数相除就是核心指标。",
    entry: "项目",
    amount: "用量",
    factor: "排放系数",
    emissions: "排放（吨二氧化碳）",
    energy_factor: "折标系数",
    energy: "能耗（吨标准煤）",
    total: "合计",
    formula: |emissions, energy, value| format!("{emissions} 吨二氧化碳 ÷ {energy} 吨标准煤 = {value}"),
    subject: |id| match id {
        "direct_non_fossil" => Some("直供非化石电力"),
        "green_certificate" => Some("绿证电力"),
        "green_trade" => Some("绿电交易电力"),
        "other" => Some("其他电力"),
        "own_non_fossil" => Some("自发自用非化石电力"),
        "fossil" => Some("化石热力"),
        "non_fossil" => Some("非化石热力"),
        _ => None,
    },
    part: |part| match part {
        Part::Combustion => "用作燃料",
        Part::Feedstock => "用作原料",
        Part::ConversionInput => "加工转换投入",
        Part::ConversionOutput => "加工转换产出（扣除）",
        Part::PowerReceived | Part::HeatReceived => "受入",
        Part::PowerSent | Part::HeatSent => "送出（扣除）",
        Part::PowerOwn => "自用",
        Part::Process => "工业生产过程",
    },
    unit: |unit| match unit {
        "10k_m3" => "万立方米",
        "MWh" => "兆瓦时",
        "GJ" => "吉焦",
        _ => "吨",
    },
    origin_own: |basis| format!("实测：{basis}"),
    origin_convention: "等价值，门户的约定",
    origin_method: "核算方法规定",
    no_balance: "这一轮没有公布能源平衡，核心指标无从计算。",
    not_from: |core| match core {
        PublishedCore::Balance(..) => None,
        PublishedCore::Totals(_) => Some(
            "公布的是总量，没有能源平衡：排放构成、能源流向、各种燃料、清洁能源占比、绿电直供比例和补足差距的办法都无从展示，也不作推算。",
        ),
        PublishedCore::Ratio(_) => Some(
            "公布的只是比值，没有总量和能源平衡：排放量、能耗、构成、能源流向、各种燃料、清洁能源占比、绿电直供比例和补足差距的办法都无从展示，也不作推算。",
        ),
    },
    of_totals: "两个总量按公布的数照录，相除就是核心指标。",
    of_ratio: |ratio, energy| match energy {
        Some(energy) => format!("公布的比值：{ratio}；公布的能耗范围：{energy}。"),
        None => format!("公布的比值：{ratio}；年综合能源消费量没有公布。"),
    },
    printed: |emissions, energy, computed| {
        format!(
            "同时公布的总量：{emissions}吨二氧化碳、{energy}吨标准煤，相除得{computed}。判定用的是上面按能源平衡算出的数，两者的差别照实列出。"
        )
    },
    printed_ratio: |ratio| format!("同时公布的比值：{ratio}；判定用的是两个总量相除的数。"),
    remark: |remark| format!("公布时的备注：{remark}"),
    printed_as: |text| format!("公布的原文：{text}"),
    not_computable: "无从计算",
    energy_wanting: "年综合能源消费量没有公布，不知道适用哪个目标，无法判定",
    headline_overdue: |days| format!("整改已逾期{days}天"),
    headline_ordered: |left| match left {
        None => "责令限期整改，期限没有公布".to_owned(),
        Some(0) => "责令限期整改，今天是最后一天".to_owned(),
        Some(left) => format!("责令限期整改，还剩{left}天"),
    },
    headline_pending: "核心指标的数值尚待核实，暂不判定",
    headline_undetermined: "数据不全，无法判定",
    headline_no_data: "数据未公布，无法判定",
    no_values: "各项指标都没有公布数值。",
    missing_conditions: |missing| format!("缺少判定所需的数据：{missing}。"),
    why: "为什么在这一阶段，下一步看什么",
    why_lead: "从现在的阶段出发，规则允许的每一步和它的条件。条件具备不等于认定，由谁决定写在每一步。",
    no_act: "没有公开的官方认定，阶梯上还没有起点。",
    no_open: "从这一阶段出发，规则没有规定下一步。",
    to: |stage| format!("到{stage}"),
    decided_by: |who| format!("由{who}决定。"),
    truth: |truth| match truth {
        Truth::Met => "具备",
        Truth::NotMet => "不具备",
        Truth::Unknown => "未公布",
    },
    undecided: "待决定",
    condition,
    held_against: |kind, value, threshold| match kind {
        ConditionKind::ProgressLags => format!("{value}，容许到 {threshold}"),
        _ => format!("{value}，目标 {threshold}"),
    },
    missing: |gap| format!("还差 {gap}"),
    to_do: |tonnes, mwh| {
        let over = format!("能耗不变时，排放超出目标 {tonnes} 吨二氧化碳");
        match mwh {
            Some(mwh) => format!("{over}，相当于再把 {mwh} 兆瓦时其他电力换成非化石电力。"),
            None => format!("{over}，换掉全部其他电力也不够。"),
        }
    },
    arisen: "情形已出现，尚待主管部门决定。",
    case_truth: |truth| match truth {
        Truth::Met => "是",
        Truth::NotMet => "否",
        Truth::Unknown => "未公布",
    },
    not_yet: "未到",
    all_met: "条件都已具备，尚待决定。",
    still: "当初进入这一阶段的条件，今天是否仍然具备",
    still_note: "已作出的决定不再重问，这里只看数值和事实。",
    tolerance: |pct| format!("容许比承诺路径差{}%，是门户的约定。", pct.to_fixed(0)),
    rank: "排名区间",
    rank_range: |best, worst, ranked| {
        if best == worst {
            format!("第 {best} 名（共 {ranked} 个参与排行）")
        } else {
            format!("第 {best}–{worst} 名（共 {ranked} 个参与排行）")
        }
    },
    index_range: |worst, best, known, applicable| {
        let range = if worst == best { worst.to_owned() } else { format!("{worst}–{best}") };
        format!("国家级指标的门户指数 {range}，{applicable}项适用指标中已知{known}项。")
    },
    rank_apart: "国家对这一能耗规模没有设定核心目标，单独列出，不参与排行。",
    rank_none: "没有可以排行的内容。",
    rank_note: "门户指数是本站的方法，不是官方评分。没有公布的数值按最差和最好各算一次，所以是区间。",
    to_rankings: "看排行",
    tasks: "承诺的任务",
    tasks_note: |round| format!("进度来自{round}。"),
    task_unknown: "进度没有公布",
    task_past: |past| format!("此前各轮：{past}"),
    due: |day| format!("期限：{day}。"),
    cause: |cause| format!("原因：{cause}"),
    as_listed: |entry| format!("名单上：{entry}。与园区现在的情况不同，名单照录。"),
    formerly: |name, until| format!("{until}以前名为{name}"),
};

/// 质量。
pub(super) fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Measured => "实测",
        Quality::Reported => "园区报送",
        Quality::Pending => "待核实",
        Quality::NotPublished => "未公布",
    }
}

fn condition(kind: &ConditionKind, holds: bool) -> String {
    let text = match (kind, holds) {
        (ConditionKind::CoreMet { level: Level::National }, true) => "核心指标达到国家目标",
        (ConditionKind::CoreMet { level: Level::National }, false) => "核心指标没有达到国家目标",
        (ConditionKind::CoreMet { level: Level::Region }, true) => "核心指标达到自治区目标",
        (ConditionKind::CoreMet { level: Level::Region }, false) => "核心指标没有达到自治区目标",
        (ConditionKind::GuidingSettled { .. }, true) => "引导指标均已达到或不适用",
        (ConditionKind::GuidingSettled { .. }, false) => "有引导指标没有达到",
        (ConditionKind::CommittedTargetsMet, true) => "承诺的目标全部完成",
        (ConditionKind::CommittedTargetsMet, false) => "承诺的目标没有全部完成",
        (ConditionKind::ProgressLags, true) => "核心指标落后于承诺路径",
        (ConditionKind::ProgressLags, false) => "核心指标没有落后于承诺路径",
        (ConditionKind::ConstructionEnded, true) => "建设期已满",
        (ConditionKind::ConstructionEnded, false) => "建设期未满",
        (ConditionKind::BasicCondition { number }, _) => basic_condition(*number),
        (ConditionKind::SelectedForCultivation, true) => "选入培育建设名单",
        (ConditionKind::SelectedForCultivation, false) => "没有选入培育建设名单",
        (ConditionKind::SelectedForNationalList, true) => "选入国家级建设名单",
        (ConditionKind::SelectedForNationalList, false) => "没有选入国家级建设名单",
        (ConditionKind::NationalAcceptancePassed, true) => "通过国家验收",
        (ConditionKind::NationalAcceptancePassed, false) => "没有通过国家验收",
    };
    text.to_owned()
}

/// A basic condition of ndrc-910, annex 1, 1 to 4, in short.
pub(super) fn basic_condition(number: u8) -> &'static str {
    match number {
        1 => "省级及以上开发区",
        2 => "建设范围明确，园中园有四至边界",
        3 => "具备能耗和碳排放计量监测基础",
        4 => "三年内没有重大安全、环境事故",
        _ => "基本条件",
    }
}
