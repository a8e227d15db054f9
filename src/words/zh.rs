//! 中文。

use assessment::evaluate::Verdict;
use assessment::formulas::FormulaKey;
use assessment::{Date, Decimal};

use super::*;

pub(super) static WORDS: Words = Words {
    lang: Lang::Zh,
    portal: "内蒙古零碳园区公开评估",
    list_comma: "、",
    day: |day: Date| format!("{}年{}月{}日", day.year(), day.month(), day.day()),
    shell: Shell {
        disturbed: "浏览器的翻译或某个扩展反复改动本页。数字会随您的输入重新显示；如有疑问，请关闭翻译或扩展后重新加载。",
        drawn_short: "这一页只生成了摘要；其余内容在程序载入后显示。",
        recomputed: [
            "这一页的{n}个数在您的浏览器里重新算过，与网站一致。",
            "这一页的{n}个数在您的浏览器里重新算出来与网站不一致，已在数旁标出。",
            "网站上原为{was}",
        ],
        no_scripts: "浏览器没有运行脚本：这里是本页生成时的内容，筛选、测算和切换时点需要脚本。",
        brand: ["内蒙古零碳园区", "公开评估"],
        skip: "跳到正文",
        menu: "目录",
        navigation: "主导航",
        other_language: "English",
        theme: "配色",
        themes: ["跟随系统", "浅色", "深色"],
        demonstration: "演示数据：园区与数值均为虚构。",
        every_number: "每个数值旁都有依据；没有公布的，写明未公布。",
        edition: "版本：",
        as_of: "截至 ",
        as_of_label: "截至",
        latest: |day| format!("{day}（最新）"),
        past: |day| format!("正在看{day}当天已知的情况，之后公布的内容都不显示。"),
        to_latest: "回到最新",
        superseded: |day, version| format!("正在看{day}公布的版本{version}，此后已有更新的版本。"),
        older_release: |day, seen| {
            format!("这里的数据生成于{day}，而这个浏览器见过{seen}生成的数据：现在看到的可能是旧版本。")
        },
        switch_to: |edition| format!("切换到{edition}"),
        other_edition: |title| format!("这里打开的是“{title}”。"),
        fingerprint: "内容指纹 ",
        organiser: "主办：",
        identification_code: "网站标识码 ",
        map_approval: "审图号：",
    },
    pages: Pages {
        home: "概览",
        map: "地图",
        ladder: "阶梯",
        built: "建成园区",
        rectification: "限期整改",
        rankings: "排行",
        compare: "对比",
        assess: "自评估",
        lists: "名单",
        corrections: "更正",
        versions: "版本",
        work: "工作动态",
        progress: "进展",
        method: "方法",
        quotas: "能耗限额",
        glossary: "术语",
        about: "关于",
    },
    load: Load {
        loading: "正在读取数据……",
        offline: "数据没有取到：网络或服务器没有回应。",
        missing: "服务器上没有这份数据文件，可能正在更新。",
        program: "这一部分程序没有取到，或与本页不是同一版；网站可能已经更新，重新加载页面就能用上新的一版。自评里填写的内容会保留。",
        hash_mismatch: "这份数据与目录登记的指纹不符，因此没有采用。",
        malformed: "这份数据的内容不合格式，无法读取。",
        newer_format: "数据的格式比本页的程序新，请刷新页面。",
        unsound: |problem| format!("规则文件自相矛盾，因此没有采用：{problem}"),
        rules_contradict: |first, second, on| {
            format!("规则{first}和{second}在{on}同时生效，互相矛盾，因此不作判断。")
        },
        no_such_state: |id| format!("地址中的“{id}”在这里没有，或到所看的这一天还没有，因此什么也不显示。"),
        retry: "重试",
        reload: "重新加载",
    },
    not_found: NotFound {
        title: "没有这一页",
        sentence: "地址可能写错了，或者这一页从未有过。可以从这些页面继续：",
        not_yet: "到这一天还没有公布",
        not_yet_on: |day| format!("这一页的内容是{day}以后才公布的，那一天还没有公开。"),
        now_known: "查看现在公布的内容",
    },
    marks: Marks {
        key: "可靠程度",
        a: "见官方文本",
        b: "见转载或报道",
        c: "通行做法，未经确认",
        u: "未公布",
        d: "虚构，仅供演示",
    },
    stages: Stages { none: "没有公开的官方认定", beside: "同时" },
    readings: Readings {
        contradicts: "按现有数据，不再符合这一阶段的条件",
        agrees: "与官方认定一致",
        undetermined: "数据未公布，无法判定",
        or: "或",
        either: |said| said.join("，或"),
    },
    states: States {
        met: "达到",
        not_met: "未达到",
        no_data: "未公布",
        not_applicable: "不适用",
        pending: "待核实",
        no_threshold: "无法对照目标",
        not_in_force: "当年无生效指标",
    },
    basis: Basis {
        link: "依据",
        title: "依据",
        close: "关闭",
        unknown: "没有找到这一条款：",
        in_method: "在方法页中查看",
        no_quote: "没有读到条款原文。",
        original: "原文网页",
        reprint: "转载或报道",
        beside: "（在新窗口打开）",
        unnamed: "来源未具名",
        checked: "核对于 ",
    },
    cite: Cite {
        invented: "【演示数据，虚构】",
        of_round: |title, round| format!("{title}，{round}"),
        version: "版本",
        copy: "复制引文",
        copied: "已复制",
        refused: "浏览器不允许复制；引文已选中，可以手动复制。",
    },
    ladder: Ladder { label: "升级阶梯", key: "符号", none_published: "未见公布" },
    filter: zh_reference::FILTER,
    search: zh_reference::SEARCH,
    report: zh_reference::REPORT,
};

pub(super) static HOME: Home = Home {
    finding: |headline, stages| {
        let mut parts = Vec::new();
        let mut say = |words: &str| parts.push(FindingPart::Words(words.to_owned()));
        if headline.named == 0 {
            say("尚无园区列入公开的名单。");
            return parts;
        }
        let Some(accepted) = headline.accepted.filter(|accepted| accepted.parks > 0) else {
            let mut standing = headline.standing.groups.iter().filter(|(_, n)| n.is_some_and(|n| n > 0));
            let all = format!("{}个园区", headline.named);
            parts.push(FindingPart::Linked(all, Page::Ladder));
            // Where all stand on one step, the step says more than their number.
            let one = standing.next().filter(|_| standing.next().is_none());
            let one = one.and_then(|(group, _)| Some(stages.group(*group)?.parks.zh.clone()));
            parts.push(FindingPart::Words(one.unwrap_or_default()));
            let none = match headline.accepted {
                Some(_) => "，还没有园区通过验收",
                None => "，尚未公布通过验收的园区",
            };
            parts.push(FindingPart::Words(none.to_owned()));
            if let Some(behind) = headline.behind.filter(|behind| *behind > 0) {
                parts.push(FindingPart::Words("；".to_owned()));
                let behind = format!("{behind}个被提醒督促或限期整改");
                parts.push(FindingPart::Linked(behind, Page::Rectification));
            }
            parts.push(FindingPart::Words("。".to_owned()));
            return parts;
        };
        parts.push(FindingPart::Linked(format!("{}个园区", headline.named), Page::Ladder));
        parts.push(FindingPart::Words("，".to_owned()));
        parts.push(FindingPart::Linked(format!("{}个通过验收", accepted.parks), Page::Built));
        if accepted.national > 0 {
            parts.push(FindingPart::Words("，其中".to_owned()));
            parts.push(FindingPart::Linked(format!("{}个通过国家验收", accepted.national), Page::Built));
        }
        if let Some(behind) = headline.behind.filter(|behind| *behind > 0) {
            parts.push(FindingPart::Words("；".to_owned()));
            parts.push(FindingPart::Linked(format!("{behind}个被提醒督促或限期整改"), Page::Rectification));
        }
        parts.push(FindingPart::Words("。".to_owned()));
        parts
    },
    lead: "内蒙古零碳园区建到了哪一级，指标公布了多少，对照方案逐条写明。官方认定与规则判定并列；没有公布的，写明未公布。",
    ladder_note: "每个符号是一个园区，点开可看。规则：",
    ladder_rules: ["方案的动态升级机制", "通知的评估验收"],
    years: "方案的三个年份",
    all_progress: "全部任务与期限",
    leagues: "十二盟市",
    latest: "最近公布",
    not_published: "尚未公布",
    not_published_lead: "读者会找、但至今没有公开的内容。",
};

pub(super) static PARK: Park = Park {
    park: "园区",
    whole: "园区整体",
    part: "园中园",
    official: "官方认定",
    computed: "规则判定",
    as_of: |day| format!("（截至 {day}）"),
    since: |day| format!("{day} 公布。"),
    verdict: |verdict| match verdict {
        Verdict::Eligible => "各项指标均已达到",
        Verdict::EligibleOnCore => "核心指标已达到",
        Verdict::NotEligible => "核心指标未达到",
        Verdict::Undetermined => "无法判定",
    },
    why: "为什么",
    judged_by: "所用规则：",
    not_in_force: "这一天没有已公布并有效的规则",
    national_indicators: "国家级指标",
    region_indicators: "自治区指标",
    other_requirements: "另外的要求",
    other_requirements_note: "下列要求不决定园区等级，不影响上面的判定。",
    set_document: "依据的文件",
    applies_unknown_industries: "园区的行业未公布，不能确定是否适用。",
    applies_unknown_stage: "没有公开的官方认定，不能确定是否适用。",
    set_unpublished: "这套指标还有以下内容没有公布，因此不能据此判定：",
    count_of: |n| format!("共{n}项"),
    period: "建设期",
    no_period: "建设期没有公布。",
    no_commitments: "园区承诺的分年目标没有公布。",
    acts: "官方认定经过",
    no_acts: "没有公开的官方认定。",
    statements: "公开报道",
    statements_note: "报道中的说法，附来源与读法；不是指标的观测值，不参与判定。",
    announced_targets: "宣布过的目标",
    announced_targets_note: "报道里说到的目标，不是数值，也不是园区公布的分年承诺，不参与判定。",
    announced_on: |day| format!("{day}报道。"),
    target_year: |year| format!("{year}年"),
    no_target_year: "未说明年份",
    no_statements: "没有收录公开报道。",
    place: "位置与来源标记",
    no_place: "位置没有公布。",
    cite: "引用本页",
};

pub(super) static LEAGUE: League = League {
    count: |n| {
        if n == 0 {
            "公开的名单上，这里还没有园区。".to_owned()
        } else {
            format!("公开的名单上，这里有{n}个园区。")
        }
    },
    parks: "园区",
    park: "园区",
    stage: "阶段",
    period: "建设期",
    no_parks: "没有园区列入公开的名单。",
    no_list_yet: "自治区级名单未见公布，名单公布后这里会有变化。",
    elsewhere: "其他盟市",
    quota: "推荐名额",
    at_most: |n| format!("至多{n}个"),
    national: "国家级",
    region: "自治区级",
    duties: "盟市的职责",
};

pub(super) static MAP: Map = Map {
    lead: "颜色深浅是公开名单上的园区数，符号是园区所处的阶段。",
    label: "十二盟市与园区",
    views_label: "视图",
    views: ["地图", "方格图", "表格"],
    table_twin: "同样的内容，列成表",
    sketch: "示意图，不作为划界依据。",
    parks: "园区数",
    count: |n| format!("{n}个园区"),
    colon: "：",
    league: "盟市",
    which: "园区与阶段",
    stages: "各阶段",
    of_which: |count, stages| format!("{count}（{stages}）"),
    none: "未见公布",
    grid_west: "蒙西电网",
    grid_east: "蒙东电网",
};

pub(super) static INDICATORS: Indicators = Indicators {
    indicator: "指标",
    value: "数值",
    target: "目标",
    state: "状态",
    basis: "依据",
    core: "核心",
    guiding: "引导",
    requirement: "要求",
    not_published: "未公布",
    no_clause: "没有条款",
    no_target: "没有目标",
    split_unknown: "如何划分未公布",
    t_per_tce: "吨二氧化碳/吨标准煤",
    quality: zh_park_history::quality,
    formula_name: |key| match key {
        FormulaKey::CarbonPerEnergy => "单位能耗碳排放",
        FormulaKey::CleanEnergyShare => "清洁能源消费占比",
        FormulaKey::CleanEnergyShareStrict => "清洁能源消费占比（不含天然气）",
        FormulaKey::DirectSupplyShare => "绿电直供比例",
    },
    band: |from, to| {
        let wan = |n: Decimal| {
            let n = n.to_fixed(0);
            n.strip_suffix("0000").map_or_else(|| n.clone(), |wan| format!("{wan}万"))
        };
        match (from.map(wan), to.map(wan)) {
            (Some(from), Some(to)) => format!("年能耗{from}至{to}吨标准煤"),
            (None, Some(to)) => format!("年能耗不足{to}吨标准煤"),
            (Some(from), None) => format!("年能耗{from}吨标准煤及以上"),
            (None, None) => "不分年能耗".to_owned(),
        }
    },
};

pub(super) static TIMELINE: Timeline = Timeline { today: "截至 " };
