//! 自评估结果的文字。

use assessment::evaluate::Block;
use assessment::gap::Replacement;
use assessment::plausible::CheckCode;
use assessment::whatif::Side;

use super::*;

pub(super) static ASSESS_RESULT: AssessResult = AssessResult {
    nothing: "还没有填写用能数据。填好后，这里随填随算：",
    will: [
        "单位能耗碳排放，对照本园区能耗规模的目标",
        "碳排放和能源消费分项，每个数都能看怎么算的",
        "各项引导指标的状态，自治区级能说到哪一步",
        "离目标差多少，每一种办法最少要做多少",
        "升级规则支持哪一级，还缺哪些条件",
    ],
    mistakes: |n| format!("有{n}处填写有误，改正后才有结果。"),
    first_mistake: "去第一处",
    said: |value, verdict| format!("单位能耗碳排放{value}，{verdict}。"),
    judged: |rules, year| format!("按《{rules}》计算，{year}年"),
    no_threshold: "没有适用的目标",
    no_threshold_why: "年综合能源消费量不足20万吨标准煤的园区，文件没有给出目标值：既不是达到，也不是未达到。",
    accounted: |year| format!("{year}年，仅核算"),
    not_in_force: "当年没有生效的指标体系",
    not_in_force_why: "这一年没有生效的国家指标体系：只列出核算结果，不作判定。",
    blocked: "数据对不上，暂不作判定：",
    blocked_by: |block| match block {
        Block::NegativeEmissions => "碳排放合计小于零。",
        Block::ShareOutOfRange => "清洁能源消费占比或绿电直供比例不在0至100%之间。",
        Block::NoFinalEnergy => "扣除用作原料的能源后，没有剩下能源消费。",
    },
    checks: "请再看一眼",
    checks_lead: "以下数据有效，但少见，多半是单位、位置填错了。它们不影响判定。",
    check: |code, found, expected| match code {
        CheckCode::OwnFactor => format!("自有系数{found}与缺省值相差超过30%（一般在{expected}）。"),
        CheckCode::CoalCalorificValue => format!("煤的低位发热量{found} GJ/吨，一般在{expected}。"),
        CheckCode::ElectricityEquivalent => format!("电力等价值{found}吨标准煤/兆瓦时，一般在{expected}。"),
        CheckCode::HeatFactor => format!("热力排放因子{found}吨二氧化碳/GJ，一般在{expected}。"),
        CheckCode::ProcessFactor => {
            format!("过程排放因子{found}吨/吨，通常为{expected}左右或以下，请核对单位。")
        }
        CheckCode::ShareAsFraction => format!("填的是{found}%；如果是比值，应填{expected}。"),
        CheckCode::EntryDominates => {
            format!("这一项有{found}，超过其余各项之和的十倍（{expected}），请核对单位。")
        }
        CheckCode::CertificatesExceedGrid => {
            format!("绿证和绿电交易{found} MWh，多于从电网净受入的电量（{expected} MWh）。")
        }
        CheckCode::CertificatesRepeatDirect => {
            format!("绿证和绿电交易与直供电量都是{found} MWh，请核对是不是同一笔电。")
        }
        CheckCode::FeedstockWithoutProcess => "填了用作原料的能源，没有填工业生产过程或加工转换。".to_owned(),
        CheckCode::BurntAndConverted => {
            "同一品种既填在燃料里，又填在加工转换投入里，请核对有没有重复。".to_owned()
        }
        CheckCode::ConvertedGasUnused => {
            "加工转换产出的煤气没有填在燃料里：在园区内烧掉的，要在燃料里再填一次。".to_owned()
        }
        CheckCode::BunkersShare => {
            format!("国际航空和航运{found}吨，超过用作燃料排放的三分之一（{expected}吨）。")
        }
    },
    generation_not_given: "送出的其他电力多于受入，又没有填写自备电厂的发电量：用电量不明，绿电直供比例算不出来。",
    other_set: |fuel| format!("所选因子库没有{fuel}的因子，用了通用缺省因子。"),
    rules_checked: |day| {
        format!("指标体系最后一次与原文核对是在{day}，早于所填年份；以后的修订可能没有反映。")
    },
    other_factors: |name| format!("改用《{name}》"),
    t_per_tj: "吨二氧化碳/TJ",
    notice_says: "文件原文：",
    excess: |t| format!("碳排放比目标允许的多{t}吨二氧化碳。"),
    what_closes: "怎样补上",
    room: |t| format!("离目标上限还有{t}吨二氧化碳的余量。"),
    no_decision: "只按填写的数据计算，不是验收，也不是认证。",
    gauge: |value, target| format!("单位能耗碳排放{value}，目标不超过{target}"),
    warned: |subject| {
        match subject {
            "electricity.direct_non_fossil" => "直供的非化石电力",
            "electricity.green_certificate" => "绿证电力",
            "electricity.green_trade" => "绿电交易电量",
            "electricity.other" => "其他电力",
            "heat.fossil" => "化石能源热力",
            "heat.non_fossil" => "非化石能源热力",
            "emissions_t" => "碳排放",
            "intensity_t_per_tce" => "单位能耗碳排放",
            "direct_supply_share_pct" => "绿电直供比例",
            _ => "清洁能源消费占比",
        }
        .to_owned()
    },
    sent_exceeds: |what| format!("{what}：送出多于受入，请核对。"),
    negative: |what| format!("{what}小于零，按实际算出的数列出，请核对。"),
    out_of_range: |what| format!("{what}算出来不在0至100%之间，请核对。"),
    why: "怎么算的",
    quantity: |id| match id {
        "emissions" => "碳排放合计",
        "emissions_combustion" => "燃料燃烧",
        "emissions_feedstock" => "用作原料",
        "emissions_conversion" | "energy_conversion" => "能源加工转换",
        "emissions_electricity" | "energy_electricity" => "电力",
        "emissions_heat" | "energy_heat" => "热力",
        "emissions_process" => "工业生产过程",
        "energy_fuels" => "燃料和原料",
        "energy" => "年综合能源消费量",
        "clean_energy" => "清洁能源",
        "direct_power" => "直供和自发自用的非化石电力",
        "power_used" => "用电量",
        "amount" => "用量",
        "emission_factor" => "排放因子",
        "net_calorific_value" => "低位发热量",
        "emissions_by_heat" => "单位热值排放",
        "heat_of_coal_equivalent" => "每吨标准煤的热量",
        "carbon_content" => "单位热值含碳量",
        "oxidation_rate" => "碳氧化率",
        "energy_factor" => "折标准煤系数",
        "generated_thermal" => "自备火电发电量",
        "generated_waste_heat" => "余热余压发电量",
        "target" => "目标",
        "given" => "填写的数值",
        "bunkers" => "国际航空和航运",
        _ => "数值",
    },
    source: |id| {
        Some(match id {
            "direct_non_fossil" => "直供的非化石电力",
            "green_certificate" => "绿证电力",
            "green_trade" => "绿电交易",
            "other" => "其他电力",
            "own_non_fossil" => "自发自用的非化石电力",
            "generated_thermal" => "自备火电发电量",
            "generated_waste_heat" => "余热余压发电量",
            "fossil" => "化石能源热力",
            "non_fossil" => "非化石能源热力",
            _ => return None,
        })
    },
    compared: |formula| {
        let formula = formula.replace("target × energy", "目标 × 能源消费量").replace("target", "目标");
        let formula = formula.replace("E ", "碳排放 ").replace("value", "数值");
        format!("{formula}，按全部数位比较，不先四舍五入")
    },
    filled_in: "填写的数据",
    own_basis: |basis| format!("，依据：{basis}"),
    convention: "约定，可在表单里改",
    by_method: "核算方法规定",
    tonne: "吨",
    tce: "吨标准煤",
    t_co2: "吨二氧化碳",
    ten_thousand_m3: "万m³",
    gj_per_unit: "GJ/单位",
    t_per_unit: "吨二氧化碳/单位",
    tce_per_unit: "吨标准煤/单位",
    read_power: ("万kWh", 10),
    read_heat: ("万GJ", 10_000),
    in_brackets: |exact, read| format!("{exact}（{read}）"),
    emissions: "碳排放分项",
    energy: "能源消费分项",
    part: "分项",
    total: "合计",
    bunkers: |t| format!("其中国际航空和航运{t}吨二氧化碳，只单列，不增不减。"),
    not_filled: |parts| format!("没有填写：{parts}。"),
    guiding: "引导指标与绿电直供",
    not_given: "没有填写",
    reason: |reason| format!("理由：{reason}"),
    clean_readings: |with, strict| {
        format!("按能源数据计算：计入天然气{with}，不计天然气{strict}。文件没有给出公式。")
    },
    direct_supply: "绿色电力直接供应比例",
    direct_supply_note: "文件要求原则上不低于50%。这里只列出，不参与判定。",
    region: "自治区级能说什么",
    no_region: "这一年没有生效的自治区指标体系。",
    region_missing: "还有以下内容没有公布，因此不作完整判定：",
    region_guiding: |n| format!("另有{n}项引导指标不在本表单里，没有判定；这里只对照核心指标。"),
    beside: |side, low, high| match side {
        Side::Below => format!("不高于区间下限{low}。区间{low}至{high}怎样划分没有公布，不作判定。"),
        Side::Within => format!("在{low}至{high}之间。区间怎样划分没有公布，不作判定。"),
        Side::Above => format!("高于区间上限{high}。区间{low}至{high}怎样划分没有公布，不作判定。"),
    },
    stage: "升级规则支持哪一级",
    no_ladder: "这一天没有已公布并生效的升级规则。",
    supports: |stages| format!("按填写的数据，规则支持直接进入“{}”，尚待主管部门决定。", stages.join("”或“")),
    supports_none: "按填写的数据，规则还不支持升到另一级；还缺的条件如下。",
    decided_by: |who| format!("由{who}决定。"),
    as_candidate: "按申报阶段的园区看；已经在名单上的园区，请看它自己的页面。",
    sensitivity: "换一种算法会怎样",
    sensitivity_heads: ["算法", "数值", "判定"],
    moved: |n| {
        if n == 0 {
            "换成下面任何一种算法，判定都不变。".to_owned()
        } else {
            format!("其中{n}种算法会改变目标、状态或判定，已标出。")
        }
    },
    moves: "有变化",
    as_filled: "按填写的数据",
    equivalent: |value| format!("电力等价值{value}吨标准煤/兆瓦时"),
    feedstock_out: "用作原料的能源不计入能源消费量",
    strict_clean: "清洁能源不计天然气",
    later_factor: |value| format!("假设：其他电力改用后来公布的因子{value}吨/兆瓦时"),
    never: "以下因子不得用于核心指标，这里不据此计算：",
    gap: "差距：每种办法最少做多少",
    alone: |n| format!("有{n}种办法单独做就能达到目标，最少的量如下。"),
    together: |value, target| match target {
        Some((target, true)) => {
            format!("单靠哪一种都达不到；把有帮助的办法依次都用到上限，可到{value}，达到目标{target}。")
        }
        Some((target, false)) => {
            format!("单靠哪一种都达不到；把有帮助的办法依次都用到上限，也只到{value}，仍高于目标{target}。")
        }
        None => format!("单靠哪一种都达不到；把有帮助的办法依次都用到上限，为{value}，那时没有适用的目标。"),
    },
    none_helps: "填写的数据里，没有哪一种办法能靠近目标，原因如下。",
    try_all: "都放进组合试算",
    gap_lead: "每次只动一样，其余不变。数值向上取到千分位，做到这么多就达到目标。只按现在的能耗档次求解；会改变档次的另行提示。",
    gap_met: "核心指标已经达到，没有差距要补。下面仍可试算组合。",
    gap_blocked: "数据对不上，先核对，再谈差距。",
    gap_none: "没有适用的目标，谈不上差距。",
    no_lever: "填写的数据里没有可以替换的电力、热力、燃料或工业过程。",
    replacement: "替代燃料按热量相等换算（低位发热量），这是门户的约定，可靠程度C；实际替代要看设备效率。",
    direct_power: "其他电力改为直供的非化石电力",
    certificates: "其他电力改由绿证覆盖",
    heat: "化石能源热力改为非化石能源热力",
    replace: |fuel, by| {
        let by = match by {
            Replacement::DirectPower => "直供的非化石电力",
            Replacement::NonFossilHeat => "非化石能源热力",
            Replacement::NaturalGas => "天然气",
        };
        format!("{fuel}改为{by}")
    },
    process: |product| format!("{product}改用没有过程排放的工艺"),
    direct_power_short: "直供电力",
    heat_short: "非化石热力",
    gas_short: "天然气",
    takes: |name, amount, rate| format!("，需要{name}{amount}（每单位燃料{rate}）"),
    most: "最多能用",
    must_keep: "至少保留",
    there_is: |amount, unit| format!("现有{amount} {unit}"),
    limit_unread: "这不是能读懂的数，暂不作为限制。",
    limit_zero: "按限制，这一项一点也不能动。",
    least: |amount| format!("最少{amount}"),
    leads: |value, target, t, tce| {
        format!("做到后为{value}，目标{target}；碳排放{t}吨，能源消费{tce}吨标准煤。")
    },
    cannot: |amount, at, target| format!("单靠这一样达不到：用到{amount}，也只到{at}，仍高于{target}。"),
    moves_away: "单靠这一样达不到：能源消费量降得比碳排放更快，用得越多离目标越远。",
    across: |amount, energy, target| {
        format!(
            "注意：用到{amount}时，能源消费变为{energy}吨标准煤，进入另一档，目标变为{target}。这不算补上差距。"
        )
    },
    leaves: |amount| format!("注意：用到{amount}时，能源消费不足20万吨标准煤，没有适用的目标。"),
    try_it: "放进组合试算",
    mix: "组合试算",
    mix_lead: "拖动或填写每种办法的用量，结果随时更新。上面填的限制在这里也有效。",
    mix_outcome: "组合的结果",
    mix_sums: |t, tce| format!("碳排放{t}吨，能源消费{tce}吨标准煤"),
    slider_share: "，占可用量的百分比",
    crossed: |before, after| format!("注意：能源消费从{before}变为{after}吨标准煤，进入另一档，目标不同。"),
    shared: "有的办法动的是同一样东西，加起来超过现有的量；排在前面的先用。",
    keep_as: |letter, taken| {
        if taken { format!("覆盖情景{letter}") } else { format!("存为情景{letter}") }
    },
    take_over: "填进表单",
    reset: "清零",
    kept_scenario: "已存为情景，见下面的情景对比。",
    put_in_form: "已填进表单，可以撤销。",
    scenarios: "情景对比",
    scenarios_lead: "把现在填写的内容存成情景A、B、C，并排比较。情景和填写的内容一样，只存在这台设备上。",
    no_scenarios: "还没有存过情景。",
    load: "取回",
    loaded: "已取回到表单，可以撤销。",
    forget: "删除",
    forget_really: "再按一次，确定删除",
    forgotten: "已删除。",
    now: "现在",
    not_judged: "没有结果",
    scenario_rows: ["年份", "碳排放", "能源消费", "单位能耗碳排放", "判定", "绿电直供比例", "清洁能源占比"],
    units_are: |emissions, energy, intensity| format!("单位：{emissions}，{energy}，{intensity}。"),
    compare: "与已公布的园区比较",
    compare_lead: |round, period| format!("{round}公布的数据（{period}），只列同一能耗档次的园区。"),
    compare_finding: |n, below| format!("同一档次有{n}个园区公布了数值，其中{below}个低于本园区。"),
    compare_heads: ["园区", "单位能耗碳排放", "状态"],
    no_round: "还没有公布评估轮次，没有可以比较的园区。",
    no_others: "没有同一能耗档次、符合所选行业的园区公布数值。",
    industry: "行业",
    all_industries: "全部",
    strip: |n, value| format!("{n}个园区的单位能耗碳排放，本园区为{value}"),
    own: "本园区",
    as_table: "用表格看",
};
