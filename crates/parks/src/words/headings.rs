//! Headings of tables: what templates print above a column, and by what other words departments call the same thing.

use super::Both;

/// A column, or a line of a head, with its names.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// Id by which a mapping names it; that of the field in the file where there is one.
    pub id: &'static str,
    /// As templates print it.
    pub name: Both,
    /// Other names that tables have for it.
    pub also: &'static [&'static str],
}

const fn heading(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    also: &'static [&'static str],
) -> Heading {
    Heading { id, name: Both::new(zh, en), also }
}

/// Columns that say nothing to publish.
pub const PASSED_OVER: &[Heading] = &[heading(
    "ignore",
    "不导入",
    "Not imported",
    &["填报人", "联系人", "联系电话", "电话", "审核人", "填报日期"],
)];

/// What a list prints beside a park's name and a park's file does not hold.
pub const PASSED_OVER_OF_PARKS: &[Heading] = &[heading("remark", "备注", "Remark", &["说明", "备注说明"])];

/// Columns of a list.
pub const LIST: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading(
        "name",
        "园区名称",
        "Park",
        &[
            "名称",
            "园区",
            "零碳园区名称",
            "零碳园区",
            "园区全称",
            "入选园区",
            "入围园区",
            "申报园区",
            "园区(基地)名称",
        ],
    ),
    heading(
        "province",
        "省份",
        "Province",
        &["省", "省(区、市)", "省区市", "省、自治区、直辖市", "所在省份"],
    ),
    heading("league", "盟市", "League or city", LEAGUE),
    heading("scope", "建设范围", "Scope", &["范围", "参与范围", "创建范围", "整体或部分"]),
    heading("scope_as_printed", "范围（原文）", "Scope as printed", &[]),
    heading(
        "start_year",
        "建设期起始年",
        "First year",
        &["起始年", "开始年份", "起始年份", "建设起始年", "开始年"],
    ),
    heading(
        "end_year",
        "建设期末年",
        "Last year",
        &["终止年", "结束年份", "结束年", "建设期末", "完成年份", "建成年份"],
    ),
    heading(
        "period",
        "建设期",
        "Period",
        &["建设周期", "建设期限", "建设年限", "建设时间", "创建周期", "培育期"],
    ),
    heading("period_as_printed", "建设期（原文）", "Period as printed", &[]),
    heading("status", "名单状态", "Status", &["状态", "备选或移出"]),
    heading("remark", "备注", "Remark", &["说明", "备注说明", "其他说明"]),
    heading("park", "园区ID", "Park id", &["园区代码", "园区编号"]),
];

const LEAGUE: &[&str] =
    &["所属盟市", "所在盟市", "盟(市)", "盟市名称", "地市", "所属地市", "所在地市", "所在地", "所在地区"];

/// Columns of a round, beside those of indicators, fuels and tasks, which follow from the rules and the parks.
pub const ROUND: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading("park", "园区", "Park", &["园区名称", "名称", "园区全称", "零碳园区", "零碳园区名称", "园区id"]),
    heading("league", "盟市", "League or city", LEAGUE),
    heading("month", "月份", "Month", &["月", "统计月份", "报告月份"]),
    heading("item", "项目", "Item", &["指标", "指标名称", "项目名称", "能源品种", "能源名称", "品种"]),
    heading(
        "amount",
        "数量",
        "Amount",
        &["数值", "全年", "全年数", "全年合计", "消费量", "实物量", "本年累计"],
    ),
    heading("unit", "单位", "Unit", &["计量单位"]),
    heading(
        "emissions_t",
        "碳排放总量",
        "Emissions",
        &[
            "碳排放量",
            "二氧化碳排放量",
            "二氧化碳排放总量",
            "园区碳排放量",
            "园区碳排放总量",
            "co2排放量",
            "排放量",
            "碳排放",
        ],
    ),
    heading(
        "energy_tce",
        "年综合能源消费量",
        "Annual energy",
        &[
            "综合能源消费量",
            "综合能耗",
            "能耗",
            "能源消费总量",
            "能源消费量",
            "能耗总量",
            "综合能源消费总量",
            "年综合能耗",
        ],
    ),
    heading(
        "t_per_tce",
        "单位能耗碳排放",
        "Carbon per energy",
        &["单位能耗碳排放量", "单位能耗二氧化碳排放", "碳排放强度", "单位能源消费碳排放", "carbonperenergy"],
    ),
    heading("core_value_t_per_tce", "单位能耗碳排放（门户计算值）", "Carbon per energy as computed", &[]),
    heading(
        "energy_class",
        "年综合能源消费量分档",
        "Class of annual energy",
        &["能耗分档", "能耗档次", "能耗规模", "能耗区间"],
    ),
    heading("quality", "数据质量", "Quality", &["数据状态", "核验情况", "核验状态", "数据来源类型"]),
    heading("remark", "备注", "Remark", &["说明", "备注说明"]),
    heading("basic_1", "基本条件1", "Basic condition 1", &["基本条件一", "条件1"]),
    heading("basic_2", "基本条件2", "Basic condition 2", &["基本条件二", "条件2"]),
    heading("basic_3", "基本条件3", "Basic condition 3", &["基本条件三", "条件3"]),
    heading("basic_4", "基本条件4", "Basic condition 4", &["基本条件四", "条件4"]),
    heading(
        "power.direct_non_fossil",
        "绿电直供电量",
        "Non-fossil power supplied directly",
        &[
            "绿电直连电量",
            "直供绿电",
            "绿电直供",
            "绿电直连",
            "非化石能源直供电量",
            "直供非化石电量",
            "电力直供电量",
        ],
    ),
    heading(
        "power.green_certificate",
        "绿证电量",
        "Power by green certificates",
        &["绿证对应电量", "绿色电力证书电量", "绿证"],
    ),
    heading(
        "power.green_trade",
        "绿电交易电量",
        "Power by green trade",
        &["绿色电力交易电量", "绿电交易", "交易绿电"],
    ),
    heading(
        "power.other",
        "其他外购电量",
        "Other power received",
        &["其他电量", "其他网购电量", "其余外购电量", "一般网电电量"],
    ),
    heading("power_sent.other", "外送电量（其他）", "Other power sent out", &["其他外送电量"]),
    heading("power_sent.direct_non_fossil", "外送非化石电量", "Non-fossil power sent out", &["外送绿电"]),
    heading(
        "power_self",
        "自发自用非化石电量",
        "Own non-fossil power used",
        &[
            "自发自用绿电",
            "自发自用绿电电量",
            "自发自用电量(非化石)",
            "分布式自发自用电量",
            "自发自用新能源电量",
        ],
    ),
    heading("power_thermal", "自备火电发电量", "Own thermal generation", &["自备电厂发电量", "火力发电量"]),
    heading(
        "power_waste_heat",
        "余热余压发电量",
        "Generation from waste heat",
        &["余热发电量", "余能发电量"],
    ),
    heading(
        "heat.fossil",
        "外购化石热力",
        "Fossil heat received",
        &["外购热力(化石)", "外购蒸汽(化石)", "化石能源热力"],
    ),
    heading(
        "heat.non_fossil",
        "外购非化石热力",
        "Non-fossil heat received",
        &["外购热力(非化石)", "非化石能源热力", "可再生热力"],
    ),
    heading("heat_sent.fossil", "外送化石热力", "Fossil heat sent out", &["外供热力(化石)"]),
    heading("heat_sent.non_fossil", "外送非化石热力", "Non-fossil heat sent out", &["外供热力(非化石)"]),
];

/// Columns of the portal's own table of a ranking that say what was computed, and of what.
pub const RANKING: &[Heading] = &[
    heading("data", "data", "data", &[]),
    heading("edition", "edition", "edition", &[]),
    heading("round", "round", "round", &[]),
    heading("dated", "dated", "dated", &[]),
    heading("level", "level", "level", &[]),
    heading("ruleset", "ruleset", "ruleset", &[]),
    heading("scoring", "scoring", "scoring", &[]),
    heading("name_zh", "name_zh", "name_zh", &[]),
    heading("name_en", "name_en", "name_en", &[]),
    heading("official_stage", "official_stage", "official_stage", &[]),
    heading("rank_best", "rank_best", "rank_best", &[]),
    heading("rank_worst", "rank_worst", "rank_worst", &[]),
    heading("index_worst", "index_worst", "index_worst", &[]),
    heading("index_best", "index_best", "index_best", &[]),
    heading("indicators_known", "indicators_known", "indicators_known", &[]),
    heading("indicators_applicable", "indicators_applicable", "indicators_applicable", &[]),
    heading("core_state", "core_state", "core_state", &[]),
    heading("core_target_t_per_tce", "core_target_t_per_tce", "core_target_t_per_tce", &[]),
    heading("core_rests_on", "core_rests_on", "core_rests_on", &[]),
    heading("core_of_earlier_round", "core_of_earlier_round", "core_of_earlier_round", &[]),
    heading("computed_verdict", "computed_verdict", "computed_verdict", &[]),
];

/// Columns of a table of parks.
pub const PARK: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading("name", "园区名称", "Park", &["名称", "园区", "园区全称", "零碳园区", "零碳园区名称"]),
    heading("name_en", "英文名称", "Name in English", &["英文名", "园区英文名称"]),
    heading("short", "简称", "Short name", &["园区简称"]),
    heading("short_en", "英文简称", "Short name in English", &[]),
    heading("league", "盟市", "League or city", LEAGUE),
    heading("scope", "建设范围", "Scope", &["范围", "参与范围", "创建范围"]),
    heading("industries", "主导产业", "Industries", &["产业", "行业", "主导行业", "产业类型"]),
    heading("lon", "经度", "Longitude", &["东经"]),
    heading("lat", "纬度", "Latitude", &["北纬"]),
    heading("place_note", "位置说明", "About the place", &["位置备注"]),
    heading("start_year", "建设期起始年", "First year", &["起始年", "开始年份", "起始年份", "建设起始年"]),
    heading("end_year", "建设期末年", "Last year", &["终止年", "结束年份", "建设期末", "完成年份"]),
    heading("period", "建设期", "Period", &["建设周期", "建设期限", "建设年限", "建设时间"]),
    heading("park", "园区ID", "Park id", &["园区代码", "园区编号"]),
];

/// Columns of a table of acts.
pub const ACT: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading("park", "园区", "Park", &["园区名称", "名称", "园区全称", "零碳园区"]),
    heading("dated", "日期", "Day", &["公布日期", "发文日期", "时间", "印发日期", "决定日期"]),
    heading("stage", "阶段", "Stage", &["动态升级阶段", "状态", "等级"]),
    heading("text", "事项", "What was done", &["内容", "事项内容", "决定内容", "做法"]),
    heading("text_en", "事项（英文）", "What was done, in English", &[]),
    heading("clause", "依据条款", "Clause", &["条款"]),
    heading("due", "整改期限", "To be rectified by", &["完成期限", "整改截止日期", "期限"]),
    heading("cause", "整改原因", "Cause", &["原因", "问题"]),
    heading("cause_en", "整改原因（英文）", "Cause, in English", &[]),
    heading("document", "文件", "Document", &["来源文件", "文件ID"]),
    heading("source", "来源", "Source", &["出处", "来源名称"]),
    heading("address", "网址", "Address", &["链接", "来源网址"]),
];

/// Columns of a table of corrections.
pub const CORRECTION: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading("round", "评估轮次", "Round", &["轮次", "期次"]),
    heading("park", "园区", "Park", &["园区名称", "名称", "园区全称"]),
    heading("indicator", "指标", "Indicator", &["更正项目", "项目", "指标名称", "更正内容"]),
    heading("was", "原公布", "Was", &["原值", "更正前", "原数据", "原公布值"]),
    heading("is", "更正为", "Is", &["更正后", "现值", "更正值", "应为"]),
    heading("unit", "单位", "Unit", &["计量单位"]),
    heading("quality", "数据质量", "Quality", &["数据状态", "核验情况"]),
    heading("reason", "原因", "Reason", &["更正原因", "理由"]),
    heading("reason_en", "原因（英文）", "Reason, in English", &[]),
];

/// Columns of the text of a report of the work.
pub const REPORT: &[Heading] = &[
    heading("number", "序号", "No.", &["编号", "序", "no"]),
    heading("heading", "小标题", "Heading", &["标题", "章节"]),
    heading("heading_en", "小标题（英文）", "Heading, in English", &[]),
    heading("paragraph", "正文", "Paragraph", &["内容", "段落", "文字"]),
    heading("paragraph_en", "正文（英文）", "Paragraph, in English", &[]),
];

/// Lines of heads, by the kinds of files that have them.
pub const HEAD: &[Heading] = &[
    heading("id", "文件ID", "Id", &["编号", "id"]),
    heading("title", "标题", "Title", &["名称", "表名", "名单名称"]),
    heading("title_en", "标题（英文）", "Title, in English", &[]),
    heading(
        "dated",
        "日期",
        "Day",
        &[
            "公布日期",
            "发布日期",
            "数据日期",
            "截止日期",
            "截至",
            "截至日期",
            "数据截至",
            "数据截止",
            "数据时间",
            "印发日期",
            "发文日期",
            "更正日期",
        ],
    ),
    heading("period", "统计期", "Period of the figures", &["数据期间", "统计期间", "报告期"]),
    heading("period_en", "统计期（英文）", "Period of the figures, in English", &[]),
    heading("year", "数据年份", "Year of the figures", &["年份", "年度", "统计年度", "报告年度"]),
    heading("covers", "覆盖范围", "Covers", &["覆盖园区"]),
    heading("quality", "数据质量", "Quality", &["数据状态", "核验情况", "核验状态"]),
    heading("park", "园区", "Park", &["园区名称", "填报园区", "填报单位(园区)"]),
    heading("meaning", "列入名单的含义", "What being on it means", &["名单含义"]),
    heading("meaning_en", "列入名单的含义（英文）", "What being on it means, in English", &[]),
    heading("stage", "阶段", "Stage", &["动态升级阶段"]),
    heading("clause", "依据条款", "Clause", &["条款"]),
    heading("reason", "原因", "Reason", &["更正原因"]),
    heading("reason_en", "原因（英文）", "Reason, in English", &[]),
    heading("level", "层级", "Level", &["级别"]),
    heading("issuer", "发布单位", "Issued by", &["印发单位", "发文单位", "发布机构"]),
    heading("parks", "涉及园区", "Parks concerned", &["相关园区"]),
    heading("departments", "涉及部门", "Departments concerned", &["相关部门"]),
    heading("tasks", "涉及任务", "Tasks concerned", &["相关任务"]),
    heading("document", "来源文件", "Document", &["文件", "依据文件", "文号"]),
    heading("source", "来源", "Source", &["来源名称", "数据来源", "出处"]),
    heading("source_en", "来源（英文）", "Source, in English", &[]),
    heading("address", "来源网址", "Address of the source", &["网址", "链接"]),
    heading("mark", "来源标注", "Mark", &["标注"]),
    heading("checked_on", "核对日期", "Checked on", &["核对日"]),
];

/// Words of rows that add up others, at the beginning of a row.
pub const TOTALS: [&str; 9] =
    ["平均", "合计", "总计", "共计", "小计", "全区合计", "全年合计", "累计", "total"];

/// Words with which notes below a table begin.
pub const NOTES: [&str; 14] = [
    "注",
    "备注",
    "说明",
    "填表",
    "填报",
    "制表",
    "审核",
    "单位负责人",
    "负责人",
    "联系",
    "数据来源",
    "来源",
    "note",
    "附注",
];

/// Sheets of a template that hold no data.
pub const SHEETS_OF_TEMPLATES: [Both; 2] = [Both::new("说明", "Instructions"), Both::new("选项", "Choices")];

/// What a cell may say of how sure a value is: id and words, the template's first.
pub const QUALITIES: &[Heading] = &[
    heading("measured", "实测", "measured", &["计量实测", "已核验", "核实"]),
    heading("reported", "上报", "reported", &["填报", "园区上报", "已审核", "统计"]),
    heading("pending", "待核", "pending", &["待核验", "未核验", "待审核", "暂定"]),
    heading("not_published", "未公布", "not published", &["暂无"]),
];

/// What a cell may say of whether a park takes part whole.
pub const SCOPES: &[Heading] = &[
    heading("whole", "整体", "whole", &["园区整体", "全域", "整个园区", "全部", "园区全域"]),
    heading("part", "园中园", "part", &["部分", "园区部分区域", "局部"]),
];

/// What a cell may say of an entry of a list.
pub const STATUSES: &[Heading] = &[
    heading("listed", "列入", "listed", &["入选", "正式"]),
    heading("reserve", "备选", "reserve", &["候补", "储备"]),
    heading("removed", "移出", "removed", &["退出", "调出"]),
];

/// What a cell may answer.
pub const ANSWERS: &[Heading] = &[
    heading("yes", "是", "yes", &["符合", "满足", "达到", "√", "具备", "有"]),
    heading("no", "否", "no", &["不符合", "不满足", "未达到", "×", "不具备", "没有"]),
    heading("unknown", "未公布", "unknown", &["暂无", "不详", "待定"]),
];

/// Which parks a round may cover.
pub const COVERAGES: &[Heading] = &[
    heading("named", "表中所列园区", "the parks it names", &["部分园区"]),
    heading("all", "全部园区", "all parks", &["所有园区"]),
];

/// Levels.
pub const LEVELS: &[Heading] = &[
    heading("national", "国家级", "national", &["国家"]),
    heading("region", "自治区级", "region", &["自治区", "省级"]),
];

/// Marks.
pub const MARKS: &[Heading] = &[
    heading("A", "A 正式文本", "A official text", &["正式文本", "原文"]),
    heading("B", "B 转载或报道", "B reprint or report", &["转载", "报道"]),
    heading("C", "C 门户约定", "C convention", &["约定"]),
    heading("D", "D 虚构（演示）", "D invented", &["虚构", "演示"]),
];

/// The choice that a text makes among some.
pub fn choice(among: &[Heading], text: &str) -> Option<&'static str> {
    use crate::sheet::plain::comparable;
    let text = comparable(text);
    let is = |name: &str| comparable(name) == text;
    among
        .iter()
        .find(|one| is(one.id) || is(one.name.zh) || is(one.name.en) || one.also.iter().any(|n| is(n)))
        .map(|one| one.id)
}
