//! Words for what the readers of TOML and of types say, whose sentences are English.

use super::{Message, plain, quoted};

words! {
    unknown_key(name) { "the unknown key “{name}”", "不认识的字段“{name}”" }
    key_once() { "each key once", "每个字段只写一次" }
    one_of(known) { "one of {known}", "下列之一：{known}" }
    one_of_near(known, near) { "one of {known} (did you mean “{near}”?)", "下列之一：{known}（是不是“{near}”？）" }
    a_valid_value() { "a valid value", "有效的值" }
    a_text_in_quotes() { "a text in quotes", "带引号的文字" }
    a_day_in_quotes() { "a day in quotes, written as YYYY-MM-DD", "带引号的日期，写成 2026-01-31 的样子" }
    a_decimal_in_quotes() { "a number in quotes, written as digits[.digits]", "带引号的数，只用数字和小数点" }
    a_decimal_of_size() {
        "a number of at most 15 digits before the point and 12 after it", "小数点前最多 15 位、后最多 12 位的数"
    }
    a_whole_number() { "a whole number without quotes", "不带引号的整数" }
    true_or_false() { "true or false", "true 或 false" }
    a_list_in_brackets() { "a list in brackets", "方括号中的列表" }
    a_list_of(count) { "a list of {count}", "{count} 项的列表" }
    a_table_of_fields() { "a table of fields", "一组字段（表）" }
    a_text_zh_en() { "a text in both languages, {{ zh = \"…\", en = \"…\" }}", "中英文文字：{{ zh = \"…\", en = \"…\" }}" }
    id_of_stage() { "the id of a stage (a-z, 0-9 and _, at most 32)", "阶段编号（a-z、0-9 和 _，最多 32 个）" }
    id_of_group() { "the id of a group of stages (a-z, 0-9 and _, at most 32)", "阶段组编号（a-z、0-9 和 _，最多 32 个）" }
    id_of_industry() { "the id of an industry of industries.toml, in quotes", "industries.toml 中的行业编号，带引号" }
    id_of_requirements() {
        "national, region or the id of a requirement set, in quotes", "national、region 或一项要求的编号，带引号"
    }
    a_unit() {
        "t_per_tce, percent or a unit's name in two languages, {{ zh = \"…\", en = \"…\" }}",
        "t_per_tce、percent，或单位的中英文名称：{{ zh = \"…\", en = \"…\" }}"
    }
    found_number(number) { "the number {number} without quotes", "不带引号的数 {number}" }
    found_table() { "a table", "一组字段（表）" }
    found_list() { "a list", "列表" }
    found_list_of(count) { "a list of {count}", "{count} 项的列表" }
    found_day() { "a day without quotes", "不带引号的日期" }
    one_core() {
        "one of balance, totals and ratio; totals may stand beside a balance, and the ratio beside totals is totals.t_per_tce",
        "能源平衡表、总量、比值只写其中之一；总量可与能源平衡表并存，总量旁的比值写 totals.t_per_tce"
    }
    several_cores() { "several of them", "写了不止一个" }
}

/// A day that stands without quotes, as [`found`] is told of it.
pub const UNQUOTED_DAY: &str = "a day without quotes";

/// What a type expects.
pub fn expected(said: &str) -> Message {
    let length = said.strip_prefix("an array of length ").or(said.strip_prefix("a tuple of size "));
    if let Some(length) = length {
        return a_list_of(length);
    }
    let integers = ["u8", "u16", "u32", "u64", "usize", "i32", "i64"];
    match said {
        "a string" | "string" | "a borrowed string" => a_text_in_quotes(),
        "a day written as YYYY-MM-DD" => a_day_in_quotes(),
        "a number written as digits[.digits]" => a_decimal_in_quotes(),
        "a number of at most 15 digits before the point and 12 after it" => a_decimal_of_size(),
        "a boolean" => true_or_false(),
        text if text.starts_with("one of them; totals may stand beside a balance") => one_core(),
        "a sequence" => a_list_in_brackets(),
        "struct Text" | "struct OriginalText" => a_text_zh_en(),
        "the id of a stage (a-z, 0-9 and _, at most 32)" => id_of_stage(),
        "the id of a group of stages (a-z, 0-9 and _, at most 32)" => id_of_group(),
        "the id of an industry of industries.toml, in quotes" => id_of_industry(),
        "national, region or the id of a requirement set, in quotes" => id_of_requirements(),
        "`t_per_tce`, `percent` or a unit's name in two languages" => a_unit(),
        number if integers.contains(&number) => a_whole_number(),
        table if table == "a map" || table.starts_with("struct ") || table.contains("tagged enum ") => {
            a_table_of_fields()
        }
        other => plain(other),
    }
}

/// What was found instead.
pub fn found(said: &str) -> Message {
    let said = said.strip_prefix("invalid type: ").unwrap_or(said);
    if let Some(text) = said.strip_prefix("string ") {
        return quoted(serde_json::from_str::<String>(text).unwrap_or_else(|_| text.to_owned()));
    }
    let between = |prefix: &str| said.strip_prefix(prefix)?.strip_prefix('`')?.strip_suffix('`');
    if let Some(number) = between("integer ").or(between("floating point ")) {
        return found_number(number);
    }
    match said {
        text if text.starts_with("another choice of ") => several_cores(),
        UNQUOTED_DAY => found_day(),
        "map" => found_table(),
        "sequence" => found_list(),
        truth if truth.starts_with("boolean ") => plain(between("boolean ").unwrap_or(truth)),
        count if count.parse::<usize>().is_ok() => found_list_of(count),
        other => plain(other),
    }
}

/// What the reader of TOML says of a broken line, in Chinese too.
pub fn broken(said: &str) -> Message {
    let known = MISTAKES.iter().find(|(english, _)| said.starts_with(english));
    let chinese = known.map_or(said, |(_, chinese)| chinese);
    Message { code: "broken", en: said.to_owned(), zh: chinese.to_owned() }
}

/// The beginnings of its sentences, and what they mean for somebody who typed the line.
const MISTAKES: [(&str, &str); 36] = [
    ("string values must be quoted", "文字要用英文半角引号括起来"),
    ("invalid unquoted key", "字段名只能用英文字母、数字、_ 和 -；逗号、引号要用英文半角"),
    ("duplicate key", "同一字段写了两次"),
    ("invalid basic string", "引号里的文字没有用英文半角引号结束，或含有不能用的字符"),
    ("invalid literal string", "引号里的文字没有用英文半角引号结束，或含有不能用的字符"),
    ("invalid multi-line", "多行文字没有结束，或含有不能用的字符"),
    ("missing opening quote", "缺少前引号"),
    ("missing assignment", "缺少等号"),
    ("key with no value", "等号后面没有值"),
    ("missing value", "等号后面没有值"),
    ("extra `=`", "多了一个等号"),
    ("extra assignment", "多了一个等号"),
    ("extra comma", "多了一个逗号"),
    ("missing comma", "缺少英文半角逗号"),
    ("unclosed array table", "表头缺少 ]]"),
    ("unclosed array", "列表缺少 ]"),
    ("unclosed inline table", "花括号没有闭合"),
    ("unclosed table", "表头缺少 ]"),
    ("missing array", "列表缺少 [ 或 ]"),
    ("missing inline table", "花括号不完整"),
    ("missing table", "表头缺少 [ 或 ]"),
    ("missing key", "缺少字段名"),
    ("invalid inline table", "花括号里的写法有误"),
    ("invalid key-value", "“字段 = 值”的写法有误"),
    ("invalid array", "列表的写法有误"),
    ("invalid comment", "# 后面的说明中有不能用的字符"),
    ("missing comment", "说明前缺少 #"),
    ("invalid value", "值的写法有误"),
    ("invalid", "写法有误"),
    ("unexpected", "多出了内容"),
    ("carriage return", "换行符不完整"),
    ("keys cannot be multi-line", "字段名不能换行"),
    ("missing escaped", "\\ 后面缺少字符"),
    ("too few unicode", "\\u 后面的位数不够"),
    ("cannot extend", "该字段已经写成别的内容，不能再展开"),
    ("cannot recurse", "嵌套太深"),
];
