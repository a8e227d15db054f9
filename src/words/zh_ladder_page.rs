//! 中文：阶梯、建成园区、限期整改。

use assessment::evaluate::State;
use assessment::ladder::{ConditionKind, Track};
use assessment::ladder_position::{Rectification as Standing, Truth};
use assessment::ruleset::Level;

use super::zh_park_history::basic_condition;
use super::*;

/// A day in running text.
fn said(day: Date) -> String {
    (zh::WORDS.day)(day)
}

pub(super) static LADDER_PAGE: LadderPage = LadderPage {
    lead: "每个符号是一个园区，站在官方公布的那一级；点开是它的页面。怎么升级、由谁决定，规则列在下面。",
    ways_label: "阶梯、建成园区与限期整改",
    too_many: "园区太多，不逐个画出；表格列出每一个。",
    as_table: "用表格看",
    table_caption: |n| format!("{n}个园区所在的阶段"),
    heads: ["园区", "官方阶段", "起始日"],
    not_named: |n| format!("另有{n}个园区没有公开的官方认定，不在阶梯上。"),
    show_all: |n| format!("显示全部{n}行"),
    flow: FlowWords {
        title: "两轮之间谁动了",
        since: "与哪一轮相比",
        no_rounds: "没有公布评估轮次，无从比较前后。",
        first_round: |day| format!("到{}为止，没有更早的轮次可比。", said(day)),
        finding: |moved| {
            let mut sentence = format!(
                "{}至{}：{}个园区变动，{}个没有变动",
                said(moved.since),
                said(moved.on),
                moved.moved,
                moved.stayed
            );
            if moved.new > 0 {
                sentence.push_str(&format!("；变动的园区中，{}个是新出现的", moved.new));
            }
            if moved.returned > 0 {
                sentence.push_str(&format!("；{}个离开后又回到原处", moved.returned));
            }
            sentence + "。"
        },
        nobody: "这段时间没有园区变动。",
        picture: "左边是前一轮的阶段，右边是现在的阶段；带子的宽度是园区数。",
        new: "新出现",
        key: ["上升", "提醒或整改", "退回", "不变"],
        caption: "变动的园区，最近的在前",
        heads: ["园区", "变动", "日期", "依据什么，规则怎么看"],
        table_step: "规则表中的这一步",
        no_such_step: "规则表中没有这一步。",
        came: "第一次有官方认定。",
        decided_by: |who| format!("由{who}决定"),
        eve: |truth| match truth {
            Truth::Met => "前一天，规则的条件全部满足",
            Truth::NotMet => "前一天，规则的条件没有全部满足",
            Truth::Unknown => "前一天，规则的条件不能全部确定",
        },
        by_decision: "这一步只凭决定本身，没有可以计算的条件。",
        eve_round: |round| {
            round.map_or_else(
                || "当时没有公布评估轮次。".to_owned(),
                |day| format!("按{}这一轮的数据计算，不是官方结论。", said(day)),
            )
        },
        no_act: "园区文件里没有这一天的公告。",
    },
    differences: Differences {
        title: "官方认定与规则判定不一致的园区",
        lead: "规则判定是按公开数据算出的，不代替主管部门的决定。支持另一级，表示条件已满足、尚待决定。",
        no_round: "没有公布评估轮次，规则无从判定。",
        by_round: |day| format!("按{}这一轮的数据计算。", said(day)),
        finding: |differ, agree, open| {
            format!(
                "不一致{differ}处，一致{agree}处，{open}处因数据不全不能判定；每个园区在两条路线上各算一处。"
            )
        },
        caption: "官方与规则不一致之处",
        heads: ["园区", "路线", "官方阶段", "规则判定", "从哪一轮起"],
        supports: "支持进入",
        contradicts: "按现有数据，进入这一级的条件不满足",
        at_least_since: "起",
        no_since: "没有轮次可考",
        conditions: "逐条条件",
    },
    rules: LadderRules {
        title: "升级规则",
        lead: "从每一级出去的每一步：要满足什么条件、由谁决定、依据哪一条。一步的全部条件都要满足。",
        none: "这一天还没有已公布并生效的升级规则。",
        unique: |alternatives| {
            if alternatives {
                "同一级、同一路线上，只有注明“也可”的几步可以同时成立，走哪一步由主管部门决定；其余各步不会同时成立而去向不同，发布前逐对检查。条件满足只说明规则支持这一步。"
            } else {
                "同一级、同一路线上，不会有两步同时成立而去向不同；发布前逐对检查。条件满足只说明规则支持这一步，升级由主管部门决定。"
            }
        },
        lag: "什么算“进展迟滞”",
        track: |track| match track {
            Track::Region => "自治区路线",
            Track::National => "国家级路线",
        },
        track_lead: |track| match track {
            Track::Region => "从申报到自治区建成，包括提醒、整改和恢复。",
            Track::National => "从推荐到国家级零碳园区；条件成熟的，可以不等自治区验收。",
        },
        heads: ["从哪一级到哪一级", "条件", "由谁决定", "依据"],
        instead: "也可",
        coverage: "条款与规则对照",
        coverage_lead: "每一条款落在哪几步上；没有写进规则的内容，说明原因。",
        coverage_heads: ["条款", "写进规则的步", "没有写进规则的，及原因"],
        nothing_left_out: "没有",
        not_a_step: "没有单独的一步",
    },
    conditions: Conditions {
        kind: |kind, holds| {
            let level = |level: Level| match level {
                Level::National => "国家",
                Level::Region => "自治区",
            };
            match (kind, holds) {
                (ConditionKind::CoreMet { level: of }, true) => {
                    format!("核心指标达到{}目标", level(*of))
                }
                (ConditionKind::CoreMet { level: of }, false) => {
                    format!("核心指标没有达到{}目标", level(*of))
                }
                (ConditionKind::GuidingSettled { level: of }, true) => {
                    format!("{}引导指标全部达到或不适用", level(*of))
                }
                (ConditionKind::GuidingSettled { level: of }, false) => {
                    format!("{}引导指标没有全部达到", level(*of))
                }
                (ConditionKind::CommittedTargetsMet, true) => "园区承诺的目标全部完成".to_owned(),
                (ConditionKind::CommittedTargetsMet, false) => "园区承诺的目标没有全部完成".to_owned(),
                (ConditionKind::ProgressLags, true) => "建设进展迟滞".to_owned(),
                (ConditionKind::ProgressLags, false) => "建设进展没有迟滞".to_owned(),
                (ConditionKind::ConstructionEnded, true) => "建设期满".to_owned(),
                (ConditionKind::ConstructionEnded, false) => "建设期未满".to_owned(),
                (ConditionKind::BasicCondition { number }, true) => {
                    format!("符合国家基本条件第{number}项（{}）", basic_condition(*number))
                }
                (ConditionKind::BasicCondition { number }, false) => {
                    format!("不符合国家基本条件第{number}项（{}）", basic_condition(*number))
                }
                (ConditionKind::SelectedForCultivation, true) => "评审选定为培育园区".to_owned(),
                (ConditionKind::SelectedForCultivation, false) => "评审未选定为培育园区".to_owned(),
                (ConditionKind::SelectedForNationalList, true) => "国家审核后列入建设名单".to_owned(),
                (ConditionKind::SelectedForNationalList, false) => "国家审核后未列入建设名单".to_owned(),
                (ConditionKind::NationalAcceptancePassed, true) => "通过国家评估验收".to_owned(),
                (ConditionKind::NationalAcceptancePassed, false) => "没有通过国家评估验收".to_owned(),
            }
        },
        truth: |truth| match truth {
            Truth::Met => "满足",
            Truth::NotMet => "不满足",
            Truth::Unknown => "未知",
        },
        decision: "由决定本身得知",
        against: |value, threshold| format!("{value}，对照{threshold}"),
        gap: |gap| format!("差{gap}"),
        to: "到",
        or: "或者",
    },
};

pub(super) static BUILT: Built = Built {
    finding: |region, national| match (region, national) {
        (region, 0) => format!("{region}个园区通过自治区验收，还没有园区通过国家验收。"),
        (0, national) => format!("{national}个园区通过国家验收，还没有园区通过自治区验收。"),
        (region, national) => format!("{region}个园区通过自治区验收，{national}个园区通过国家验收。"),
    },
    lead: "通过验收才算建成；列入建设名单或获得推荐都不是建成。数字是验收时已经公布的，后来的变化见园区页面。",
    none: |day| format!("截至{}，没有查到公布的建成名单。", said(day)),
    none_why: "方案规定，完成目标任务的园区经评估验收后列入建成名单并发布。名单发布后，这里会列出每个园区的验收日期、文件和当时的数字。",
    caption: "建成园区，按验收日期排列",
    heads: ["园区", "验收日期", "名单和文件", "单位能耗碳排放", "目标", "按当时的规则"],
    level: |level| match level {
        Level::Region => "自治区验收",
        Level::National => "国家验收",
    },
    sentence: |day, level, core| {
        let level = match level {
            Level::Region => "自治区",
            Level::National => "国家",
        };
        let core = match core {
            Some(State::Met) => "当时公布的核心指标达到目标",
            Some(State::NotMet) => "当时公布的核心指标没有达到目标",
            Some(State::Pending) => "当时的核心指标尚待核实",
            Some(State::NoThreshold | State::NotApplicable | State::NotInForce) => {
                "当时的核心指标没有可对照的目标"
            }
            Some(State::NoData) | None => "当时的核心指标未公布",
        };
        format!("{}通过{level}验收；{core}。", said(day))
    },
    now: "现在：",
    round: "评估轮次",
    no_round: "验收时没有公布",
    no_document: "未见文件",
    conditions: "验收前一天的条件",
    note: "验收结论由主管部门作出；右边的判定按当时公布的数据和当时生效的规则计算。",
};

pub(super) static RECTIFICATION: Rectification = Rectification {
    finding: |ordered, overdue, reminded| {
        if ordered + reminded == 0 {
            return "现在没有园区在提醒或整改期内。".to_owned();
        }
        let overdue = if overdue > 0 { format!("，其中{overdue}个已过期限") } else { String::new() };
        match (ordered, reminded) {
            (0, reminded) => format!("{reminded}个园区受到提醒，没有园区在整改期内。"),
            (ordered, 0) => format!("{ordered}个园区在限期整改{overdue}。"),
            (ordered, reminded) => format!("{ordered}个园区在限期整改{overdue}；{reminded}个受到提醒。"),
        }
    },
    none: |day| format!("截至{}，没有查到公布的提醒或限期整改。", said(day)),
    lead: "建设进展迟滞、工作推进不力的园区，由自治区提醒督促或责令限期整改。这里列出公布的原因、期限和结果。方案没有规定除名：过了期限，只显示为逾期。",
    current: "正在提醒或整改",
    no_current: "现在没有。",
    history: "已经结束",
    no_history: "还没有结束的提醒或整改。",
    caption: |current| {
        if current { "正在提醒或整改的园区" } else { "已经结束的提醒和整改" }
    },
    heads: ["园区", "提醒和责令", "公布的原因", "期限", "结果"],
    reminded: "提醒督促",
    ordered: "责令限期整改",
    no_due: "没有公布期限",
    no_due_yet: "提醒不设期限",
    extended: |on, due| format!("{on} 延至 {due}"),
    first_due: |due| format!("原定 {due}"),
    stands: |standing| match standing {
        Standing::DaysLeft(0) => "今天是最后一天".to_owned(),
        Standing::DaysLeft(days) => format!("还有{days}天"),
        Standing::Overdue(days) => format!("逾期{days}天"),
        Standing::NoDay => "没有公布期限，不算逾期".to_owned(),
    },
    only_reminded: "提醒中，没有责令整改",
    ended: "转为",
    in_time: |late| match late {
        1.. => format!("比期限晚{late}天"),
        0 => "在期限当天".to_owned(),
        _ => format!("比期限早{}天", -late),
    },
    cause_unstated: "公告没有写明原因",
};
