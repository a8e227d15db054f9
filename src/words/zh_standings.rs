//! 中文：Words of the rankings and the comparison.

use disclosure::rank_changes::Movement;

use super::*;

pub(super) static RANKINGS: Rankings = Rankings {
    lead: "按门户指数排列。门户指数由本门户按公开的方法计算，不是官方评分。绿色横条是数据没有公布造成的区间，名次也因此可能是一段。",
    finding: |ranked, met, apart| {
        let ranked_said = match (ranked, met) {
            (0, _) => "没有园区参与排行".to_owned(),
            (1, 0) => "只有1个园区参与排行，没有可比的对象；它的核心指标还没有达到".to_owned(),
            (1, _) => "只有1个园区参与排行，没有可比的对象；它的核心指标已经达到".to_owned(),
            (_, 0) => format!("{ranked}个园区参与排行，核心指标都没有达到"),
            _ => format!("{ranked}个园区参与排行，{met}个达到核心指标"),
        };
        if apart == 0 {
            format!("{ranked_said}。")
        } else {
            format!("{ranked_said}；{apart}个没有适用的目标，单列在后。")
        }
    },
    round: "评估轮次",
    level_label: "按哪一级的指标",
    levels: ["国家级指标", "自治区级指标"],
    caption: |level, round| format!("园区排行，{level}，{round}"),
    rank: "位次",
    park: "园区",
    index: "门户指数",
    known: "数据完整",
    core: "核心指标 / 目标",
    core_short: "核心指标",
    stage: "官方阶段",
    moved: "变动",
    pick: "对比",
    ranks_from_to: |best, worst| format!("第{best}名至第{worst}名之间"),
    movement: |movement| match movement {
        Movement::New => ["新".to_owned(), "上一轮没有名次".to_owned()],
        Movement::Same => ["–".to_owned(), "没有变动".to_owned()],
        Movement::Uncertain => ["？".to_owned(), "升降不能确定".to_owned()],
        Movement::Up(places) if places.exact => {
            [format!("▲{}", places.least), format!("上升{}位", places.least)]
        }
        Movement::Up(places) => [format!("▲≥{}", places.least), format!("至少上升{}位", places.least)],
        Movement::Down(places) if places.exact => {
            [format!("▼{}", places.least), format!("下降{}位", places.least)]
        }
        Movement::Down(places) => [format!("▼≥{}", places.least), format!("至少下降{}位", places.least)],
    },
    moved_since: |round| format!("变动与{round}相比，无法判断升降的写“?”。"),
    no_earlier: "这是第一轮，没有变动可说。",
    target: "目标",
    sort: "排序",
    ascending: "从低到高",
    descending: "从高到低",
    filters: "筛选",
    by_name: "名称",
    league: "盟市",
    grid: "电网",
    industry: "产业",
    band: "年能耗",
    any: "全部",
    band_unknown: "能耗未公布",
    clear: "清除筛选",
    nothing: "没有园区符合这些条件。",
    pages: "分页",
    page: |page| format!("第{page}页"),
    rows: |from, to, all| format!("第{from}至{to}行，共{all}行"),
    previous: "上一页",
    next: "下一页",
    pick_one: |park| format!("选{park}作对比"),
    chosen: |chosen| format!("已选{chosen}个："),
    choose_more: "再选一个就能对比。",
    full: "最多四个。",
    go: "并排对比",
    pick_some: "勾选两到四个园区，可以并排对比",
    drop: "清空选择",
    apart: "单列：没有适用的目标",
    apart_why: "这些园区的年能耗落在没有目标值的一档，是否达到无从判断，因此单列在这里，不排名次。",
    apart_all: |parks| format!("显示全部{parks}个园区"),
    apart_first: |parks| format!("只显示前{parks}个"),
    about: "门户指数是什么，不是什么",
    weights: "各项指标的权重和起点值",
    indicator: "指标",
    weight: "权重",
    baseline: "起点值（计0分）",
    how: "怎样排名次",
    rules: [
        "核心指标达到的排在未达到的前面，然后比较门户指数；相同的，名次相同。",
        "没有公布或待核实的数据不猜：指数给出最低到最高的区间，名次给出可能的范围。核心指标不明的，达到与未达到两种可能都算进范围。",
        "表格先按名次范围的中间排列。按指数排序时看最低值，也就是已有数据证明的部分。",
        "变动只说能确定的：两轮的名次范围不重叠，才说升降，并说至少几位；重叠的记问号。",
        "起点值：园区公布了基准年数值的用它自己的，没有公布的用表中的约定。",
    ],
    to_method: "指标、公式和条款见方法页",
    steady: "权重变了，名次还稳吗",
    steady_lead: |seed, draws| {
        format!(
            "权重是约定。这里把每项权重各自在原值的0.5倍到1.5倍之间均匀随机取值，重排{draws}次，数一数每个园区的名次有多少次不变。随机种子是{seed}，同样的种子在任何机器上得到同样的结果。"
        )
    },
    steady_alone: "参与排行的园区不足两个，没有名次可试。",
    steady_button: "开始试算",
    steady_busy: "正在试算……",
    steady_done: |seed, draws| format!("已试算{draws}次（种子{seed}）。表中的行与上面的排行相同。"),
    kept: "名次不变",
    spread: "试算中的名次",
    take_along: "下载与引用",
    download_note: |rows| format!("筛选出的{rows}个园区，含单列的；数值不取舍。文件名："),
    no_ruleset: "这一天没有已公布并生效的这一级指标体系，因此没有排行。",
    no_scoring: "这一级的指标还没有公布，没有可用的指数算法，因此没有排行。",
    unpublished: "还没有公布评估轮次，所以没有排行。",
    unpublished_what: "评估轮次公布后，这里按国家级和自治区级指标排列各园区，写明门户指数及其区间、核心指标与目标、官方阶段和名次的变动。",
    see_elsewhere: |edition| format!("在{edition}里看这一页"),
    cite_title: |level, round| format!("园区排行（{level}，{round}）"),
};

pub(super) static COMPARE: Compare = Compare {
    lead: "选两到四个园区，逐项并排看。",
    picked: "对比的园区",
    add: "加入园区",
    add_one: |park| format!("加入{park}"),
    adds: "可以加入的园区",
    suggested: "排行在前的园区：",
    no_match: "没有符合的园区。",
    remove: "移出",
    remove_one: |park| format!("移出{park}"),
    too_few: |missing| match missing {
        1 => "再加入一个园区，就能并排对比。".to_owned(),
        _ => "加入两个到四个园区，就能并排对比。可以输入名称查找，也可以在排行里勾选。".to_owned(),
    },
    too_many: "地址里的园区多于四个，只看前四个。",
    full: "已有四个。要换园区，先移出一个。",
    unknown: |id| format!("没有编号为“{id}”的园区。"),
    side_by_side: "逐项对比",
    caption: |parks| format!("并排对比：{parks}"),
    item: "项目",
    stage: "阶段",
    official: "官方阶段",
    since: "起始日",
    on_track: ["按规则计算（自治区级）", "按规则计算（国家级）"],
    no_reading: "没有官方认定，无从对照",
    standing: "门户指数与位次",
    ranks: "位次",
    apart: "单列，不排名次",
    indicators: "指标",
    target: "目标",
    no_target: "没有适用的目标",
    accounts: "能耗与碳排放",
    energy: "年综合能源消费量",
    emissions: "碳排放总量",
    parts: ["燃料燃烧", "能源加工转换", "购入电力", "购入热力", "工业生产过程"],
    tonnes: "吨二氧化碳",
    tce: "吨标准煤",
    source: "数据来源",
    not_verified: "待核实",
    to_rankings: "回到排行",
    unpublished: "还没有公布评估轮次，没有可以对比的数值。",
    unpublished_what: "评估轮次公布后，可以在这里把两到四个园区的阶段、门户指数、各项指标、能耗和碳排放逐项并排看。",
    cite_title: |parks, round| format!("园区对比：{parks}（{round}）"),
};
