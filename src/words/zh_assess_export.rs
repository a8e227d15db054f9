//! 自评估报告与导出的文字。

use assessment::account::{Origin, Part};
use worksheet::tables::{Supply, Use};

use super::*;

pub(super) static ASSESS_EXPORT: AssessExport = AssessExport {
    title: "带走结果",
    lead: "报告按申报书大纲的表格排列，可以打印或存成文件；结果文件可以用命令行程序复算，数字逐位一致。",
    nothing: "填好一组能够核算的数据之后，可以在这里打印报告、下载文件。",
    print: "打印报告，或存为 PDF",
    preview: "预览报告",
    result_json: "下载结果与依据（JSON）",
    result_note: "命令行程序“parks assess”读入同一份填报文件，得到同样的结果：",
    tables: "下载表格（CSV）：",
    failed: "浏览器不允许保存文件。",
    report_title: "零碳园区自评估报告",
    not_certified: "本报告由填写人在浏览器中自行测算，不是验收，也不是认证。",
    to_check: "需要核对",
    whose_figures: "“虚构”说的是门户里的园区和自治区的演示指标；本报告的数据由填写人提供。",
    method: "核算方法",
    cited: |title, number, id| {
        let number = if number.is_empty() { String::new() } else { format!("（{number}）") };
        format!("《{title}》{number}，表中记作 {id}")
    },
    with_unit: |name, unit| format!("{name}（{unit}）"),
    park: "园区",
    unnamed: "未填写名称",
    year: "年份",
    made: "生成日期",
    engine: "核算程序版本",
    ruleset: "指标体系",
    factors: "因子集",
    fingerprint: "规则文件指纹",
    verdict: "结论",
    result_head: ["项目", "数值"],
    emissions: "碳排放总量（吨二氧化碳）",
    energy_total: "年综合能源消费量（吨标准煤）",
    intensity: "单位能耗碳排放（吨二氧化碳/吨标准煤）",
    without_feedstock: "能耗不计原料时的单位能耗碳排放",
    direct_supply: "绿色电力直接供应比例（%），只列示",
    clean_strict: "清洁能源消费占比，不计天然气（%）",
    bunkers: "国际航空航海燃料排放，单独列出（吨二氧化碳）",
    energy: "能源供应及消费情况（申报书大纲一（三））",
    energy_heads: ["品种", "供应", "用途", "数量", "单位", "折标系数（吨标准煤/单位）", "能耗（吨标准煤）"],
    carbon: "碳排放情况（申报书大纲一（四））",
    carbon_heads: [
        "部分",
        "品种",
        "数量",
        "单位",
        "排放因子（吨二氧化碳/单位）",
        "因子来源",
        "排放（吨二氧化碳）",
    ],
    structure: "碳排放结构",
    structure_heads: ["部分", "排放（吨二氧化碳）", "占比（%）"],
    structure_part: |id| match id {
        "combustion" => "用作燃料",
        "conversion" => "能源加工转换",
        "power" => "净受入电力",
        "heat" => "净受入热力",
        _ => "工业生产过程",
    },
    indicators: "指标与目标（申报书大纲三）",
    indicator_heads: ["指标", "数值", "目标", "状态", "条款"],
    basic: "基本条件（附件1）",
    basic_heads: ["条件", "回答", "说明"],
    holds: |holds| match holds {
        Some(true) => "是",
        Some(false) => "否",
        None => "未回答",
    },
    conventions: "约定",
    equivalent: |value, set| {
        let whose = if set { "填写人设定" } else { "门户的默认约定" };
        format!("电力等价值 {value} 吨标准煤/兆瓦时（{whose}；通知没有给出数值）。")
    },
    supply: |supply| match supply {
        Supply::Bought => "外购（受入）",
        Supply::Own => "自供",
        Supply::Sent => "送出（扣除）",
        Supply::NotAsked => "未区分外购与自供",
    },
    usage: |used| match used {
        Use::Fuel => "用作燃料",
        Use::Conversion => "能源加工转换",
        Use::Feedstock => "用作原料",
        Use::Direct => "直接使用",
    },
    part: |part| match part {
        Part::Combustion => "用作燃料",
        Part::Feedstock => "用作原料",
        Part::ConversionInput => "加工转换投入",
        Part::ConversionOutput => "加工转换产出（扣除）",
        Part::PowerReceived => "受入电力",
        Part::PowerSent => "送出电力（扣除）",
        Part::PowerOwn => "自用电力",
        Part::HeatReceived => "受入热力",
        Part::HeatSent => "送出热力（扣除）",
        Part::Process => "工业生产过程",
    },
    origin: |origin| match origin {
        Origin::Own(basis) => format!("园区提供：{basis}"),
        Origin::FactorSet { source, .. } => source.to_string(),
        Origin::Convention { .. } => "约定".to_owned(),
        Origin::Method => "核算方法规定".to_owned(),
    },
    total: "合计",
    notes: "备注",
    not_given: "没有填写",
};
