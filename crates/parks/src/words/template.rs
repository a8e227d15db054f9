//! What templates say: hints beside their cells, instructions, and TOML files with comments.

use crate::import::As;
use crate::lang::Lang;
use crate::sheet::number::{Dimension, unit_of_files};

/// The sheet that is filled in.
pub fn sheet_to_fill(lang: Lang) -> &'static str {
    lang.of("填写", "Fill in")
}

/// The sheet of energy balances.
pub fn sheet_of_balances(lang: Lang) -> &'static str {
    lang.of("能源平衡", "Energy balance")
}

/// The unit in which a template asks for a dimension.
pub fn unit(lang: Lang, dimension: Dimension) -> &'static str {
    match (lang, dimension) {
        (Lang::En, Dimension::Carbon) => "tCO2",
        (Lang::En, Dimension::Energy) => "tce",
        (Lang::En, Dimension::Intensity) => "tCO2/tce",
        _ => unit_of_files(dimension).unwrap_or_default(),
    }
}

/// A heading with the unit of its numbers.
pub fn with_unit(lang: Lang, heading: &str, unit: &str) -> String {
    lang.of(format!("{heading}（{unit}）"), format!("{heading} ({unit})"))
}

/// The heading of a choice.
pub fn choice_name(lang: Lang, id: &str) -> &'static str {
    let (zh, en) = match id {
        "quality" => ("数据质量", "Quality"),
        "scope" => ("建设范围", "Scope"),
        "status" => ("名单状态", "Status"),
        "answer" => ("是否", "Answer"),
        "covers" => ("覆盖范围", "Covers"),
        "level" => ("层级", "Level"),
        "mark" => ("来源标注", "Mark"),
        "park" => ("园区", "Park"),
        "league" => ("盟市", "League or city"),
        "stage" => ("阶段", "Stage"),
        "document" => ("来源文件", "Document"),
        "round" => ("评估轮次", "Round"),
        "item" => ("能源平衡项目", "Item of the balance"),
        "indicator" => ("指标", "Indicator"),
        "unit" => ("单位", "Unit"),
        _ => ("选项", "Choice"),
    };
    lang.of(zh, en)
}

/// What belongs into a cell.
pub fn hint(lang: Lang, id: &str, proposed: &str) -> String {
    let (zh, en) = match id {
        "id" => return lang.of(
            format!("可不填，不填时取建议的ID。公布后不再改动。建议：{proposed}"),
            format!(
                "May be left empty; then the proposed one is taken. It never changes. Proposed: {proposed}"
            ),
        ),
        "title" => ("文件印的标题，照录。", "The title as it is printed."),
        "dated" => (
            "公布或截至的日期，如 2026-11-28。",
            "The day of publication, or that of the figures: 2026-11-28.",
        ),
        "period" => ("数据说明的十二个月，如 2027年1月至12月。", "The twelve months of the figures."),
        "year" => {
            ("数据年份；与日期同年的可不填。", "The year of the figures, where it is not that of the day.")
        }
        "covers" => (
            "只写了部分园区的，选“表中所列园区”；其余园区沿用上次公布的数。",
            "Of parks that are not named, what was published last stands.",
        ),
        "quality" => (
            "实测：计量并核验；上报：园区上报并审核；待核：尚未核验。",
            "measured: and verified; reported: by the park, and checked; pending: not yet verified.",
        ),
        "document" => (
            "来源文件的ID；不是文件的，留空，改填“来源”。",
            "The id of the document; leave it empty where it is none, and say the source.",
        ),
        "source" => ("谁公布的，如 自治区发展改革委网站。", "Who published it."),
        "address" => ("网址。", "Its address."),
        "mark" => (
            "A 读过正式文本；B 读的是转载或报道；C 门户约定。",
            "A: read in the official text; B: in a reprint or report; C: a convention of the portal.",
        ),
        "checked_on" => ("最近一次与来源核对的日期。", "The day of the last comparison with the source."),
        "emissions_t" | "energy_tce" => (
            "与另一项总量一起填。可写 53.6万吨、约53.6万吨。没有公布的留空。",
            "Together with the other total. Left empty where it is not published.",
        ),
        "t_per_tce" => (
            "只公布比值的，填这一项和能耗分档。",
            "Where only the ratio is published, with the class of the energy.",
        ),
        "energy_class" => ("如 20～100万吨标准煤、≥100万吨标准煤。", "Such as ≥100万吨标准煤."),
        "indicator" => (
            "百分数，如 81.5。没有公布的留空；不适用的写“不涉及”和原因。",
            "Per cent. Left empty where it is not published; 不涉及 and the reason where it does not apply.",
        ),
        "remark" => (
            "文件印的备注，照录。区间和限值（≥80）写在这里。",
            "The remark as it is printed; ranges and limits stand here.",
        ),
        "name" => ("文件印的名称，照录。", "The name as it is printed."),
        "short" => ("地图和表格里用的简称。", "The name on maps and in tables."),
        "meaning" => (
            "列入名单表示什么、不表示什么。同阶段已有名单的可不填。",
            "What being on it means, and what not. May be left empty where the stage has a list.",
        ),
        "industries" => ("几个产业用顿号隔开。", "Several are parted by commas."),
        "place_note" => {
            ("这个点是什么，如 管委会驻地。", "What the point is, such as the seat of its administration.")
        }
        "was" => {
            ("可不填；填了就与公布的数核对。", "May be left empty; it is compared with what was published.")
        }
        "is" => ("现在的数。撤回公布的数写“撤回”。", "What holds now; 撤回 takes a value back."),
        "due" | "cause" => {
            ("限期整改才填；原文没有写明的留空。", "Of an order to rectify; empty where it is not stated.")
        }
        "parks" | "departments" | "tasks" => ("几个用顿号隔开。", "Several are parted by commas."),
        "amount" => ("全年的量。", "The amount of the year."),
        "paragraph" => ("一行一段。", "A paragraph a row."),
        _ => return String::new(),
    };
    lang.of(zh, en).to_owned()
}

/// The id of a kind on the command line.
pub fn kind_id(kind: As) -> &'static str {
    match kind {
        As::Round => "round",
        As::List => "list",
        As::Park => "park",
        As::Act => "act",
        As::Correction => "correction",
        As::Bulletin => "bulletin",
        As::Practice => "practice",
    }
}

/// What a kind is called.
pub fn kind_name(lang: Lang, kind: As) -> &'static str {
    let (zh, en) = match kind {
        As::Round => ("评估轮次", "an evaluation round"),
        As::List => ("名单", "a list"),
        As::Park => ("园区", "parks"),
        As::Act => ("事项", "official acts"),
        As::Correction => ("更正", "a correction"),
        As::Bulletin => ("调度通报", "a bulletin"),
        As::Practice => ("典型经验", "a practice"),
    };
    lang.of(zh, en)
}

/// The lines of the sheet that says how.
pub fn instructions(lang: Lang, kind: As, edition: &str) -> Vec<String> {
    let (name, id) = (kind_name(lang, kind), kind_id(kind));
    let example = match kind {
        As::Round => lang.of(
            "例：园区 示例·星砾磁性材料园；碳排放总量 5.61万吨；年综合能源消费量 33万吨；数据质量 上报。有能源平衡表的，填“能源平衡”表：一行一个园区的一项。",
            "Example: park; emissions 56100; annual energy 330000; quality reported. Of a park with an energy balance, fill in the sheet “Energy balance”: an item of a park a row.",
        ),
        As::List => lang.of("例：1；示例·星砾磁性材料园；包头市；整体；2025；2027；列入。", "Example: 1; the park; its city; whole; 2025; 2027; listed."),
        As::Park => lang.of("例：示例·星砾磁性材料园；简称 示例·星砾；包头市；整体。", "Example: the park; its short name; its city; whole."),
        As::Act => lang.of("例：示例·星砾磁性材料园；2027-12-20；自治区建成；通过验收，列入建成名单。", "Example: the park; 2027-12-20; its stage; what was done."),
        As::Correction => lang.of("例：2026-h2；示例·星砾磁性材料园；工业用水重复利用率；77；73.6；%；上报；漏报一台水表。", "Example: the round; the park; the indicator; 77; 73.6; %; reported; why."),
        As::Bulletin | As::Practice => lang.of("例：总体进展；全区零碳园区建设……。", "Example: a heading; a paragraph."),
    };
    let lines = [
        lang.of(format!("{name}导入模板（版本：{edition}）"), format!("Template of {name} (edition: {edition})")),
        lang.of(
            "1. 只填“填写”表（评估轮次另有“能源平衡”表）。上方各行说明整个文件，下方表格一行一条。",
            "1. Fill in the first sheet; a round has one of balances too. The lines above are of the whole file, the table has an entry a row.",
        )
        .to_owned(),
        lang.of(
            "2. 有下拉的单元格从下拉里选；“选项”表列出全部可选内容。选中单元格会显示填写说明。",
            "2. Where there is a drop-down, choose from it; the last sheet lists all choices. A chosen cell shows what belongs into it.",
        )
        .to_owned(),
        lang.of(
            "3. 照文件公布的填。没有公布的留空，不推算，不填0。区间和限值（≥80、20～30）不是一个数，写进备注。",
            "3. Enter what was published. What was not is left empty: nothing is worked out, nothing is set to 0. A range or a limit is no number and stands in the remark.",
        )
        .to_owned(),
        lang.of(
            "4. 表头括号里是单位。数可以带自己的单位：53.6万吨、1.2亿千瓦时、81.5%。",
            "4. Units stand in the brackets of headings. A number may have its own: 53.6万吨, 81.5%.",
        )
        .to_owned(),
        format!("5. {example}"),
        lang.of(
            format!("6. 填好后：parks import 文件.xlsx --as {id} --edition {edition} --dry-run 先看，去掉 --dry-run 再写入。"),
            format!("6. Then: parks import FILE.xlsx --as {id} --edition {edition} --dry-run shows what would be written; without --dry-run it is."),
        ),
    ];
    lines.to_vec()
}

/// What was written.
pub fn written(lang: Lang, path: &str, is_workbook: bool) -> String {
    match (lang, is_workbook) {
        (Lang::Zh, true) => format!("已写入 {path}；填好后用 parks import 导入"),
        (Lang::Zh, false) => {
            format!("已写入 {path}；填好后按文件第一行所说放进数据文件夹，再运行 parks check")
        }
        (Lang::En, true) => format!("written: {path}; fill it in and import it with parks import"),
        (Lang::En, false) => {
            format!("written: {path}; fill it in, put it where its first line says, and run parks check")
        }
    }
}

/// The first line of a TOML file: where it belongs.
pub fn belongs(lang: Lang, path: &str) -> String {
    lang.of(
        format!("# 填好后放到 {path}。引号里空着的必须填；以 # 开头的行按需要去掉 #。"),
        format!("# Put it to {path} when it is filled in. What is empty between quotes is needed; take the # off lines that you need."),
    )
}
