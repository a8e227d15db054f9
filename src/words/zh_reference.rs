//! 中文：名单、方法、进展、术语、关于、搜索。

use assessment::Date;
use assessment::formulas::FormulaKey;
use assessment::ruleset::{Authority, Level};
use disclosure::model::{EntryStatus, Feedstock, QuotaState, QuotaUnit, WorkKind};

use super::*;
use crate::remembered::{Forgotten, Key};

/// A day in running text.
fn said(day: Date) -> String {
    (zh::WORDS.day)(day)
}

/// What was deleted from the browser.
fn forgotten(what: &Forgotten) -> String {
    const REACH: &str = "如有以前保存的，请在浏览器设置里清除本站数据。";
    let assessments = what.assessments.filter(|n| *n > 0).map(|n| format!("{n}份自评"));
    let key = |key: &Key| match key {
        Key::Theme => "配色",
        Key::Worksheet => "最近打开的自评的编号",
        Key::Draft => "草稿",
        Key::Release => "见过的最新数据的生成日期",
    };
    let keys = what.remembered.iter().flatten().map(|each| key(each).to_owned());
    let gone: Vec<String> = assessments.into_iter().chain(keys).collect();
    let refused = match (what.assessments, &what.remembered) {
        (None, None) => return format!("浏览器不让门户使用存储，门户看不到，也删不了。{REACH}"),
        (None, Some(_)) => format!("自评的数据库打不开，没有删除。{REACH}"),
        (Some(_), None) => format!("配色、编号和草稿的存储打不开，没有删除。{REACH}"),
        (Some(_), Some(_)) => String::new(),
    };
    match (gone.is_empty(), refused.is_empty()) {
        (true, true) => "这个浏览器里没有保存任何内容，无须删除。".to_owned(),
        (true, false) => refused,
        (false, _) => format!("已删除：{}。{refused}", gone.join("、")),
    }
}

pub(super) const FILTER: Filter = Filter {
    placeholder: "输入文字，即时筛选",
    count: |shown, all| {
        if shown == all { format!("共{all}条") } else { format!("显示{shown}条，共{all}条") }
    },
    nothing: |words| format!("没有符合“{words}”的内容。"),
    clear: "清除筛选",
};

pub(super) const SEARCH: Search = Search {
    open: "搜索",
    title: "搜索页面、园区、名单、文件、条款和术语",
    placeholder: "名称、拼音或首字母",
    close: "关闭",
    results: "搜索结果",
    hint: "可以搜页面、园区、盟市、名单、文件、条款和术语；也可以输入拼音或首字母，如 baotou、bt。用上下键选择，回车打开。",
    nothing: |words| format!("没有找到“{words}”。可以换一个词，或输入拼音。"),
    found: |all, shown| {
        if all > shown {
            format!("找到{all}条，列出前{shown}条。")
        } else {
            format!("找到{all}条。")
        }
    },
    page: "页面",
    park: "园区",
    league: "盟市",
    list: "名单",
    list_entry: "名单条目",
    document: "文件",
    clause: "条款",
    term: "术语",
    work: "动态",
};

pub(super) static LISTS: Lists = Lists {
    finding: |published, awaited| {
        let published = if published == 0 {
            "还没有公布的名单".to_owned()
        } else {
            format!("已公布{published}份名单")
        };
        if awaited == 0 {
            format!("{published}。")
        } else {
            format!("{published}；方案规定的名单中，还有{awaited}份未见公布。")
        }
    },
    published: "已公布",
    none_published: "还没有名单公布。",
    awaited: "方案规定、未见公布",
    awaited_lead: "以下名单有条款规定，但至今没有找到公开的文本。门户不推测名单的内容。",
    searched: |day| format!("最近一次查找：{}", said(day)),
    as_published: |day| format!("按{}公布的文本列出。", said(day)),
    of_which: |all, region| {
        if all == region {
            format!("共{all}个园区，都在内蒙古。")
        } else {
            format!("共{all}个园区，其中内蒙古{region}个。")
        }
    },
    meaning: "列入意味着什么",
    stage_of: "名单上园区的阶段：",
    document: "文件",
    number: "文号",
    issuer: "发布机关",
    published_day: "公布日期",
    sure: "可靠程度",
    entries_title: "名单",
    filter: "筛选",
    entry_number: "序号",
    entry_name: "园区名称",
    province: "地区",
    scope: "建设范围",
    period: "建设期",
    in_region_tag: "内蒙古",
    league: "盟市",
    remark: "备注",
    status: |status| match status {
        EntryStatus::Listed => "列入",
        EntryStatus::Reserve => "备选",
        EntryStatus::Removed => "移出",
    },
    reserve_and_taken_off: |reserve, taken_off| match (reserve, taken_off) {
        (0, 0) => String::new(),
        (reserve, 0) => format!("另有{reserve}个列为备选，不算列入名单。"),
        (0, taken_off) => format!("另有{taken_off}个移出名单。"),
        (reserve, taken_off) => {
            format!("另有{reserve}个列为备选，不算列入名单；{taken_off}个移出名单。")
        }
    },
    today: |said| format!("今：{said}"),
    not_printed: "未列明",
    as_printed: "名称、地区和顺序与公布的文本一致。打印时列出全部条目，不受筛选影响。",
    as_today: "园区情况与名单不同的，名单照录，“今”后是园区现在的情况。",
    take_along: "引用与下载",
    download: "下载 CSV",
    download_note: "全部条目，文件名含版本：",
    download_failed: "浏览器没有保存文件。",
    version: "版本",
};

pub(super) static METHOD: Method = Method {
    lead: "门户按哪些规则判定、用哪些因子核算、依据哪些条款，全部列在这里。本页由发布的数据生成，与计算所用的是同一份。",
    contents: "本页目录",
    bounds: "能说什么，不能说什么",
    can: "门户能说的",
    can_say: &[
        "哪些园区在哪份官方名单上，从哪一天起，依据哪份文件。",
        "按公布的规则和公布的数值，指标是否达到目标，怎么算出来的。",
        "方案规定的事项，公开渠道有没有找到依据，截至哪一天。",
        "哪些内容还没有公布。",
    ],
    cannot: "门户不能说的",
    cannot_say: &[
        "园区是不是国家级或自治区级零碳园区：这由主管部门认定，规则判定不能代替。",
        "没有公布的数值是多少：不估算，不按零计，不因此判为落后。",
        "未见公开依据的事项是否已经完成：没有找到，不等于没有做。",
        "媒体报道中的数字是否属实：只按原话列出，注明来源和读法。",
    ],
    marks: "可靠程度的标记",
    marks_lead: "每条事实都带一个标记，说明它有多可靠。U 表示没有公布，门户写明未公布，从不编造。“演”（英文页作 D）表示虚构，只出现在演示数据里；虚构的内容没有出处可核对，所以没有核对日期。",
    versions: "程序与规则的版本",
    engine: "计算程序",
    rulesets: "规则",
    factor_sets: "因子",
    authority: |authority| match authority {
        Authority::National => "国家发布",
        Authority::Region => "自治区发布",
    },
    decides: |level| match level {
        Some(Level::National) => "决定国家级的判定",
        Some(Level::Region) => "决定自治区级的判定",
        None => "不决定园区等级",
    },
    applies_to: |stages, industries| {
        let stages = (!stages.is_empty()).then(|| format!("处于以下阶段的园区：{}", stages.join("、")));
        let industries =
            (!industries.is_empty()).then(|| format!("有以下行业的园区：{}", industries.join("、")));
        let parts: Vec<String> = stages.into_iter().chain(industries).collect();
        format!("适用于{}", parts.join("；"))
    },
    in_force: |from, to| match to {
        Some(to) => format!("{}至{}有效", said(from), said(to)),
        None => format!("{}起有效", said(from)),
    },
    indicator: "指标",
    target: "目标",
    unit: "单位：",
    formula: "公式",
    convention: "约定：",
    conventions: "文件未定之处与门户的约定",
    conventions_lead: "文件没有写明的地方，门户采用以下读法。它们都不是文件的规定，可以改变，并在结果旁写明。",
    parameter: |default, from, to| format!("默认 {default}，结果另按 {from} 至 {to} 列出。"),
    accounting: "核算公式",
    accounting_lead: "程序按以下公式计算，全程使用精确小数，比较之前不取整（全数值比较法），只在显示时取整。",
    quantity: "项目",
    formulas: [
        ["园区碳排放", "E园区 = E能源活动 + E工业过程；一个自然年，只计二氧化碳"],
        [
            "核算范围",
            "E能源活动 = E用作燃料 + E加工转换 + E电 + E热；用作原料的不计；国际航空航海用油不扣减，单独列出",
        ],
        ["用作燃料", "∑（消费量 × 热值 × 含碳量 × 氧化率 × 44 ÷ 12）"],
        ["加工转换", "∑（投入量 × 因子）− ∑（产出量 × 因子），氧化率取 100%"],
        [
            "电力",
            "∑（受入 × Ef）− ∑（送出 × Ef）；直供非化石电力、绿证绿电 Ef = 0，其余按全国化石能源电力因子",
        ],
        ["热力", "∑（受入 × Hf）− ∑（送出 × Hf）；化石热力用实测值或缺省值，非化石热力为 0"],
        ["工业过程", "∑（产品产量 × 因子）；文件未列因子，由填报者给出数值和来源"],
        ["年综合能源消费量", "∑ 各类能源折标准煤，含用作原料的；电力按等价值，含自发自用的非化石电力"],
    ],
    computed: "指标的计算公式",
    computed_lead: "哪个指标用哪条公式，由规则指定；公式的单位和条款取自程序的公式表，结果里的计算过程也由同一张表写出。没有列在这里的指标，门户不计算，只能填报。",
    computed_by: |key| match key {
        FormulaKey::CarbonPerEnergy => {
            "园区碳排放 ÷ 年综合能源消费量；与目标比较时不先相除，比较的是“碳排放”与“目标 × 能源消费量”"
        }
        FormulaKey::CleanEnergyShare => {
            "（非化石电力与热力 + 天然气、液化天然气，含投入加工转换的）÷ 年综合能源消费量 × 100"
        }
        FormulaKey::CleanEnergyShareStrict => "（非化石电力与热力）÷ 年综合能源消费量 × 100，不计天然气",
        FormulaKey::DirectSupplyShare => {
            "（直供非化石电力的受入 − 送出 + 自发自用）÷ 用电量 × 100；用电量 = 受入 − 送出 + 自发自用 + 自备火电和余热余压发电。附件4：原则上不低于50%"
        }
    },
    unit_of: "单位",
    computes: "用它的指标",
    computes_none: "不判定指标，只在结果里列出",
    fixed: "电力与热力因子",
    factor: "因子",
    source: "来源",
    sources: "因子的来源",
    other_power: "其他电力（非直供、无绿证绿电）",
    fossil_heat: "化石热力，缺省值",
    heat_energy: "热力折标准煤",
    t_per_mwh: "吨二氧化碳/兆瓦时",
    t_per_gj: "吨二氧化碳/吉焦",
    tce_per_gj: "吨标准煤/吉焦",
    t_per_t: "吨二氧化碳/吨",
    fuels: "燃料缺省因子",
    fuels_lead: "排放因子 = 热值 × 含碳量 × 氧化率 × 44 ÷ 12，由左侧各列算出，显示四位小数。园区有实测值的，可以替换，但须写明来源。",
    fuel: "燃料",
    gas: "计入清洁能源",
    per: "计量单位",
    tonne: "吨",
    ten_thousand_m3: "万立方米",
    ncv: "热值（吉焦/单位）",
    carbon: "含碳量（吨碳/吉焦）",
    oxidation: "氧化率",
    t_per_tj: "排放因子（吨二氧化碳/TJ）",
    emission: "排放因子（吨二氧化碳/单位）",
    coal_equivalent: "折标准煤（吨/单位）",
    hints: "工业过程因子参考",
    hints_lead: "附件4没有列出工业过程的因子。以下只供填报者参考，程序从不自动采用。",
    product: "产品",
    elsewhere: "不得用于核心指标的因子",
    elsewhere_lead: "以下因子另有公布，常被误用。文件写定了电力因子，这些值不进入核心指标。",
    what: "因子说明",
    enters: "能否使用",
    what_if: "只可用于假设比较",
    must_not: "不得使用",
    documents: "文件与条款原文",
    documents_lead: "门户引用的条款，读到原文的逐字列出，没有读到的注明据何处转载，只写大意。每条都有固定地址，可以直接引用。",
    dated: |day| format!("{}印发", said(day)),
    published: |day| format!("{}公布", said(day)),
};

pub(super) static QUOTAS: Quotas = Quotas {
    finding: |standards, products, applying, coming, day| {
        let coming = if coming == 0 { String::new() } else { format!("，{coming}个将来适用") };
        format!(
            "收录{standards}个标准、{products}种产品或工艺的限额；{}，查到{applying}个标准适用{coming}。",
            said(day)
        )
    },
    none: "这一版没有收录能耗限额。",
    indicator: "引导指标看的是：主要产品的单位能耗达到或优于2级的占多少。",
    calorific: "限额按当量值折算电力：每千瓦时0.1229千克标准煤，从不用等价值。核心指标用等价值，两边的数不能互相代入。",
    reading: "1级最严，数值越低越好；有能源回收的工艺，限额可以是负值。单位以“千瓦时”计的是电耗，不折标准煤。产品旁注明有修正的，修正办法没有收录。",
    filter: "筛选产品",
    product: "产品",
    unit: "单位",
    levels: ["1级", "2级", "3级"],
    feedstock: "原料用能",
    feedstock_is: |feedstock| match feedstock {
        Some(Feedstock::Included) => "含",
        Some(Feedstock::Excluded) => "不含",
        None => "未注明",
    },
    no_level: "没有这一级",
    unit_is: |unit| match unit {
        QuotaUnit::KgcePerT => "千克标准煤/吨",
        QuotaUnit::KgcePerKg => "千克标准煤/千克",
        QuotaUnit::KgcePerM3 => "千克标准煤/立方米",
        QuotaUnit::KgcePerToe => "千克标准煤/吨油当量",
        QuotaUnit::KgcePerMillionPieces => "千克标准煤/百万片",
        QuotaUnit::KwhPerT => "千瓦时/吨",
    },
    state: |state| match state {
        QuotaState::InForce { from } => format!("{}起适用", said(from)),
        QuotaState::NotYet { from } => format!("尚未适用，将自{}起适用", said(from)),
        QuotaState::Ended { on } => format!("适用至{}", said(on)),
        QuotaState::DayUnknown => "实施日期没有查到".to_owned(),
    },
    replaces: |number| format!("替代 {number}，旧版数值没有收录"),
    sources: "数值从哪里来",
    in_method: "各产品的能耗限额",
};

pub(super) static PROGRESS: Progress = Progress {
    lead: "方案要求什么、由谁负责、公开渠道找到了什么依据。门户只说“已见公开依据”或“未见公开依据”，不推断完成或逾期。",
    milestones: "2025、2027、2030年目标",
    found: "已见公开依据",
    inferred: "有公开文件，是否即依据由门户推断",
    not_found: |day| format!("截至{}，未见公开依据", said(day)),
    deliverables: "有期限的事项",
    key_due: "方案写明的期限",
    key_day: |day| format!("本版截至{}", said(day)),
    tasks: "任务与部门",
    department: "部门",
    all_departments: "全部部门",
    option: |name, n| format!("{name}（{n}）"),
    led_by: |name| format!("{name}牵头或负责"),
    no_department: "方案未指明责任部门",
    no_tasks: "方案中没有写明由这个部门负责的任务。",
    with: "会同",
    kind_task: "重点工作",
    kind_mechanism: "工作机制",
    kind_safeguard: "保障措施",
    departments_by: "部门分工见",
    units: "成员单位与分工",
    units_lead: |n| {
        format!(
            "统筹推进机制由方案列名的{n}个部门（单位）、“等”所指的其他部门，以及零碳园区所在地人民政府组成。点部门名称，可看它的任务。"
        )
    },
    units_caption: "成员单位的任务分工",
    unit: "部门（单位）",
    duty: "任务分工",
    no_duty: "方案未写明",
    registers: "项目与工厂清单",
    registers_lead: "方案提出建设、门户逐项列出的内容，以及公开报道过的项目。空的清单表示没有找到公开的名单，不表示没有项目。",
    register_empty: |day| format!("截至{}，没有找到公开的清单。", said(day)),
    history: "此前的零碳产业园",
    history_lead: "方案之前的零碳产业园，作为历史列出，不在今天的升级阶梯上。",
    now_within: "今属",
    mechanism: MechanismWords {
        title: "推进工作",
        lead: "会议、督办、调度通报、年度总结和典型经验，按公布的列出。",
        kind: |kind| match kind {
            WorkKind::Meeting => "会议",
            WorkKind::Supervision => "督办",
            WorkKind::Bulletin => "调度通报",
            WorkKind::AnnualSummary => "年度总结",
            WorkKind::Practice => "典型经验",
        },
        kind_heading: |kind| match kind {
            WorkKind::Meeting => "会议",
            WorkKind::Supervision => "督办",
            WorkKind::Bulletin => "调度通报",
            WorkKind::AnnualSummary => "年度总结",
            WorkKind::Practice => "典型经验",
        },
        none: |kinds, day| format!("截至{}，未见公布：{kinds}。", said(day)),
    },
};

pub(super) const GLOSSARY: Glossary =
    Glossary { lead: "门户用到的词，每个一两句话。", filter: "筛选术语" };

pub(super) static ABOUT: About = About {
    lead: "把零碳园区建设的公开事实放在一处，每个数字都能查到出处。",
    what: "这是什么",
    what_text: [
        "本门户公开内蒙古零碳园区的评估：谁在培育，谁须整改，谁通过验收，谁具备推荐国家级的条件，以及为什么。",
        "官方认定与按规则算出的结果并列，有差别就指出来。",
        "门户不是认定机构。认定以主管部门公布的文件为准。",
    ],
    rests_on: ["依据是", "。"],
    title: |title| format!("《{title}》"),
    title_comma: "、",
    who: "谁在运行",
    organiser: "主办单位",
    contact: "联系邮箱",
    record_number: "ICP备案号",
    identification_code: "政府网站标识码",
    public_security_number: "公安备案号",
    map_approval_number: "审图号",
    address: "网址",
    licence: "数据使用许可",
    editions: "版本",
    editions_text: ["数据按版本发布。版本号取自内容的指纹，内容有任何改动，版本号就不同；引用时请写明版本。"],
    shown: "当前显示",
    version: "版本号",
    hash: "指纹",
    program: "程序版本",
    checked: "数据怎么核对",
    checked_text: [
        "发布之前，每个文件都经过检查：字段、日期、引用的条款、地图上的位置，有一处不对就不能发布。",
        "读取之时，浏览器核对每个数据文件的 SHA-256 指纹，目录（catalog.json）带着自己的指纹，程序的各部分、样式、启动脚本和图表脚本也各有指纹，不符的不采用。网页本身不在核对之列，因为这些指纹就写在网页里；网页里的数字由程序从数据重新算一遍，有不同就标出来。浏览器见过较新的数据，再读到较旧的，也会提示。",
        "这样核对，能发现传输和存放中的差错，也能发现新旧文件混在一起；防不住能改动整个网站的人，因为发布的内容还没有数字签名。评分和判定在浏览器里用同一套程序重新计算。",
    ],
    privacy: "隐私",
    privacy_text: [
        "门户没有统计代码，没有 Cookie，不向其他网站请求任何内容。搜索只在浏览器里进行。",
        "筛选条件、所选版本和轮次写在网址里，刷新、收藏或转发网址时随之传出，网站的服务器也会收到。自评的内容只写进您自己生成的分享链接，而且写在 # 之后，浏览器不会把这一段发给服务器。",
    ],
    kept: Kept {
        lead: "以下内容只保存在您这台设备的浏览器里，门户不会把它们发出去：",
        what: [
            "您选的配色",
            "您的自评：名称、填写的内容、备注和情景，存在浏览器的数据库里",
            "最近打开的自评的编号，下次接着填",
            "离开页面时来不及存好的草稿",
            "见过的最新数据的生成日期，读到更旧的数据时提示您",
        ],
        beside: "浏览器还会像对待其他网站一样，缓存网站的文件，其中没有您填写的内容。下面的按钮把上列五项全部删除；如果在其他标签页里开着自评，请先关掉，否则那里接着填写时会再次保存。",
        delete: "全部删除",
        sure: "删除后无法恢复。要留下的自评，请先在自我评估页存成文件。确定全部删除吗？",
        yes: "确定，全部删除",
        no: "不删除",
        under_way: "正在删除……",
        done: forgotten,
    },
    open: "开放的文件",
    open_text: ["页面上的一切都来自这些文件，可以下载后自行计算。名单另有 CSV。"],
    file_catalogue: "目录",
    file_index: "版本索引",
    file_documents: "文件与条款",
    file_rulebook: "规则与因子",
    file_plan: "方案的任务与部门",
    to_method: "计算方法",
    licences: "许可与署名",
    licences_text: [
        "程序以 MIT 或 Apache-2.0 许可开放，任选其一。",
        "法规、公文读到原文的逐字引用；只见转载的写大意，并注明；其余文字由门户编写。",
    ],
    licences_of_parts: "程序所用各部分的许可全文（英文）",
    access: "无障碍",
    access_text: [
        "全部内容只用键盘就能使用：按 Tab 移动，按 / 搜索。地图有方格图和表格，图形都有文字。",
        "颜色之外都另有形状和文字。如果哪里读不到、用不了，请用下面的方式告诉我们。",
    ],
    report: "报告错误",
};

pub(super) const REPORT: Report = Report {
    link: "报告错误",
    lead: "请说明哪一页、哪个数值、应该是什么，最好附上来源。这里填写的内容不会自动发送。",
    subject: "报告错误：",
    page: "页面",
    edition: "版本",
    value: "有误的数值",
    said: "说明",
    write: "写邮件",
    write_to: "发往",
    no_contact: "主办单位还没有公布联系邮箱。请复制以下文字，交给主办单位。",
};
