//! Words for what the engine says of rules and balances. It has no interface language: its sentences are English, and
//! stand here beside their Chinese.

use assessment::Problem;

use super::Message;

/// Its sentences with a place for what is filled in, and the same in Chinese. The first that fits is taken, so those
/// that say more stand before those that say less.
const SENTENCES: &[(&str, &str)] = &[
    // Numbers.
    (
        "0 or more, with at most {} digits before the point and {} after it",
        "不小于 0，小数点前最多 {} 位、后最多 {} 位",
    ),
    ("0 or more", "不小于 0"),
    ("more than 0, with at most 3 digits after the point", "大于 0，小数点后最多 3 位"),
    ("more than 0 and at most {}", "大于 0 且不大于 {}"),
    ("more than 0 and less than {}", "大于 0 且小于 {}"),
    ("more than 0", "大于 0"),
    ("at most 100 (per cent)", "不大于 100（%）"),
    ("at most {} digits after the point over its factors", "各系数的小数位合计最多 {} 位"),
    ("at most {} digits after the point", "小数点后最多 {} 位"),
    ("a number written as digits[.digits]", "只用数字和小数点写的数（不写万、千分位和单位）"),
    (
        "a number of at most {} digits before the point and {} after it",
        "小数点前最多 {} 位、后最多 {} 位的数",
    ),
    ("1 to 4", "1 到 4"),
    // What recurs.
    ("nothing", "空白"),
    ("none", "没有"),
    ("some of them", "只有其中一部分"),
    ("some", "有"),
    ("neither", "两者都没有"),
    ("others", "不一致"),
    ("both", "两者都有"),
    ("both may hold", "两者可能同时成立"),
    ("none of its own", "没有自己的数值"),
    ("a condition", "有条件"),
    ("a year from {} to {}", "{} 到 {} 的年份"),
    ("text in quotes", "带引号的文字"),
    ("a list", "列表"),
    ("an object", "一组字段（表）"),
    // Requirement sets.
    ("an id that no other indicator has", "不与其他指标重复的编号"),
    ("a convention {} with a parameter, which the energy total needs", "带参数的约定 {}（计算能耗总量要用）"),
    (
        "at_most for a core indicator: gaps, ranks and limits are found downwards",
        "at_most（核心指标越低越好，差距和排序按此计算）",
    ),
    ("exactly one core indicator", "恰好一个核心指标"),
    ("core or guiding in a set that decides a level", "core 或 guiding（该指标体系定级）"),
    (
        "no industries for a core indicator: gaps and limits are found by energy alone",
        "核心指标不分行业（只按能耗分档）",
    ),
    (
        "nothing for a set that decides a level: every park has one; its bands may tell parks apart",
        "空白（定级的指标体系适用于所有园区，可在分档中区分）",
    ),
    ("requirement in a set that decides no level", "requirement（该指标体系不定级）"),
    ("an id that is not a level's", "不与层级同名的编号"),
    ("{}, the unit of {}", "{}，即 {} 的单位"),
    ("at least one band", "至少一档"),
    (
        "a band without industries for all other parks, with target or no_target",
        "一个不写行业、适用于其他园区的档，写 target 或 no_target",
    ),
    (
        "the energy below {} tce for {} to be declared, with target or no_target",
        "{} tce 以下一段也写明（{}），写 target 或 no_target",
    ),
    (
        "the energy below {} tce to be declared, with target or no_target",
        "{} tce 以下一段也写明，写 target 或 no_target",
    ),
    (
        "the energy from {} to {} tce for {} to be declared, with target or no_target",
        "{} 到 {} tce 一段也写明（{}），写 target 或 no_target",
    ),
    (
        "the energy from {} to {} tce to be declared, with target or no_target",
        "{} 到 {} tce 一段也写明，写 target 或 no_target",
    ),
    (
        "the energy from {} tce on for {} to be declared, with target or no_target",
        "{} tce 以上一段也写明（{}），写 target 或 no_target",
    ),
    (
        "the energy from {} tce on to be declared, with target or no_target",
        "{} tce 以上一段也写明，写 target 或 no_target",
    ),
    ("a gap from {} on", "从 {} 起没有规定"),
    ("a gap from {} to {}", "{} 到 {} 之间没有规定"),
    ("nothing, for the band before has no end for {}", "空白（{} 的前一档没有上限）"),
    ("nothing, for the band before has no end", "空白（前一档没有上限）"),
    ("no lower end, which overlaps for {}", "没有下限，与 {} 的前一档重叠"),
    ("no lower end, which overlaps", "没有下限，与前一档重叠"),
    ("{}, which overlaps for {}", "{}，与 {} 的前一档重叠"),
    ("{}, which overlaps", "{}，与前一档重叠"),
    ("exactly one of target, between and no_target", "target、between、no_target 恰好写一个"),
    ("the clause that states the threshold", "规定门槛的条款"),
    ("more than from_tce, {}", "大于 from_tce（{}）"),
    ("the lower threshold before the higher", "先写较低的门槛，后写较高的"),
    ("a step that makes at most {} of the range", "把范围分成最多 {} 步的步长"),
    (
        "stages or industries; without applies_to a set applies to every park",
        "阶段或行业；不写 applies_to 即适用于所有园区",
    ),
    ("the clause that says to whom the set applies", "规定适用对象的条款"),
    ("a unit's name of at most {} characters", "不超过 {} 个字符的单位名称"),
    ("a value of {} to {}", "{} 到 {} 的值"),
    ("a value of {} or more", "不小于 {} 的值"),
    ("{} to {}", "{} 到 {}"),
    // Days in force.
    ("a day not before in_force_from, {}", "不早于 in_force_from（{}）的日期"),
    ("the day on which its end was published, with in_force_to", "公布废止的日期（写了 in_force_to）"),
    ("nothing without in_force_to", "空白（没有 in_force_to）"),
    ("a day not before published_on, {}", "不早于 published_on（{}）的日期"),
    // Factors.
    ("an id that no other fuel has", "不与其他燃料重复的编号"),
    ("another set", "另一套因子"),
    ("a set that stands alone, as {} does not", "完整的一套因子（{} 不是）"),
    ("{}, completed by {}", "{}，由 {} 补全"),
    ("a fuel of {}", "{} 中的燃料"),
    ("name, kind, unit, kgce and clean as in {}", "name、kind、unit、kgce、clean 与 {} 一致"),
    ("mark A, B or C beside kgce", "有 kgce 时标记为 A、B 或 C"),
    ("mark U where there is no value, and only there", "没有数值时（且只在此时）标记为 U"),
    ("where the number stands", "数值的出处"),
    (
        "ncv_gj_per_unit, carbon_t_per_gj, oxidation and kgce together, or t_per_tj, or none of them",
        "ncv_gj_per_unit、carbon_t_per_gj、oxidation、kgce 一起写，或只写 t_per_tj，或都不写",
    ),
    // Ladders and stages.
    ("the id of a stage of the table", "表中阶段的编号"),
    ("the id of another transition from the same stage", "从同一阶段出发的另一项升级的编号"),
    ("an id that no other transition has", "不与其他升级重复的编号"),
    ("a condition that cannot hold together with those of {}", "不会与 {} 同时成立的条件"),
    ("a way to {} from the first stage", "从第一个阶段到 {} 的路径"),
    ("another stage than from", "与 from 不同的阶段"),
    ("the clause that provides for it", "作出规定的条款"),
    ("at least one condition", "至少一个条件"),
    ("the clause it rests on", "依据的条款"),
    ("the id of a transition of {}", "{} 中升级的编号"),
    ("at least one transition that it adds or replaces", "至少新增或替换一项升级"),
    ("a day after that of {}, {}", "晚于 {}（{}）的日期"),
    ("a circle: {}", "循环引用：{}"),
    ("a ladder that in the end is written whole", "最终有完整内容的升级表"),
    ("the id of a ladder", "升级表的编号"),
    ("{}, which cannot be made whole", "{}，不能补全"),
    ("a ladder without such mistakes", "没有这类错误的升级表"),
    ("an id that no other group has", "不与其他组重复的编号"),
    ("a group with at least one stage", "至少有一个阶段的组"),
    ("a group on step {}", "第 {} 级的组"),
    ("an id that no other stage has", "不与其他阶段重复的编号"),
    ("the id of a group", "组的编号"),
    ("a mark that no other stage has", "不与其他阶段重复的图形"),
    ("true, for who is accepted has attained something", "true（通过验收即已达成）"),
    ("the stages of the ladder", "升级表的各阶段"),
    // Scorings.
    ("an indicator of {}", "{} 中的指标"),
    ("each indicator once", "每个指标只出现一次"),
    ("a weight for {}", "{} 的权重"),
    // Balances.
    ("no such field; known here: {}", "没有这个字段；可用的有：{}"),
    ("one of {}, in quotes", "下列之一，带引号：{}"),
    ("one of {}", "下列之一：{}"),
    ("a factor set that completes {}", "补全 {} 的一套因子"),
    ("a year on whose last day one national ruleset is in force", "年末恰有一套国家级指标体系有效的年份"),
    ("a whole year of four digits such as 2026, not in quotes", "四位年份，如 2026，不带引号"),
    ("each key once in an object", "每个字段只写一次"),
    ("one JSON object", "一个 JSON 对象"),
    ("figures whose exact totals have at most 66 digits", "精确合计不超过 66 位的数据"),
    ("measured values of too many digits", "位数过多的实测值"),
    ("the id of a fuel", "燃料编号"),
    ("the product's name", "产品名称"),
    ("where {} comes from", "{} 的出处"),
    ("where the factor comes from", "因子的出处"),
    ("no oxidation rate, which only fuels with use combustion have", "不写氧化率（只有燃烧用途的燃料才有）"),
    ("t_per_unit, or carbon_t_per_gj and oxidation", "t_per_unit，或 carbon_t_per_gj 和 oxidation"),
    (
        "ncv_gj_per_unit beside carbon_t_per_gj and oxidation",
        "与 carbon_t_per_gj、oxidation 并列的 ncv_gj_per_unit",
    ),
    ("no ncv_gj_per_unit", "没有 ncv_gj_per_unit"),
    ("{}, for {} has no default", "{}（{} 没有缺省值）"),
    ("no factor, which only fossil heat has", "不写因子（只有化石热力才有）"),
    ("the reason why it cannot be done", "不适用的原因"),
    ("at most one of value, pending and not_applicable", "value、pending、not_applicable 最多写一个"),
    ("at most the combustion emissions it is a part of, {} t", "不大于所属的燃烧排放 {} t"),
    ("a total of more than 0 tce", "大于 0 的能耗总量（吨标准煤）"),
    ("a number without quotes", "不带引号的数"),
    ("{} and {}", "{} 和 {}"),
    ("{} for {}", "{}（{}）"),
];

/// A problem of the engine: what was expected, and what was found.
pub fn of_the_engine(problem: &Problem) -> (Message, Message) {
    (said_by("engine", &problem.expected), said_by("engine", &problem.found))
}

/// A sentence of the engine in both languages; what is none of its sentences is a value, and the same in both.
pub fn said_by(code: &'static str, english: &str) -> Message {
    let zh = translated(SENTENCES, english).unwrap_or_else(|| english.to_owned());
    Message { code, en: english.to_owned(), zh }
}

/// The Chinese of an English sentence by a table of both; `None` where it is none of them.
pub fn translated(sentences: &[(&str, &str)], english: &str) -> Option<String> {
    sentences.iter().find_map(|(pattern, chinese)| {
        let given = fits(english, pattern)?;
        Some(given.iter().fold((*chinese).to_owned(), |text, given| text.replacen("{}", given, 1)))
    })
}

/// What stands in the places of a pattern, where a text fits it.
fn fits<'t>(text: &'t str, pattern: &str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut given = Vec::new();
    let parts: Vec<&str> = parts.collect();
    for (index, part) in parts.iter().enumerate() {
        let at = match (part.is_empty(), index + 1 == parts.len()) {
            (true, true) => rest.len(),
            (_, true) => rest.len().checked_sub(part.len()).filter(|_| rest.ends_with(part))?,
            (_, false) => rest.find(part)?,
        };
        given.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    (rest.is_empty()).then_some(given)
}
