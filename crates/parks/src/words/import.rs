//! What `parks import` says: each sentence once, in Chinese and English.

use crate::lang::Lang;
use crate::sheet::Place;
use crate::sheet::number::NotANumber;
use crate::sheet::open::Unreadable;

/// The head of a mapping.
pub fn map_header(lang: Lang) -> &'static str {
    lang.of(
        "# 导入说明：表里没有写明或不能确定的内容，在这里写一次，下次导入不再询问。\n\
         # 以“?”开头的是待回答的问题，“?”后面是建议；确认后删去“?”，或改成正确的内容，再次运行同一命令。",
        "# What the table does not say or leaves unsure is said here once, and not asked again.\n\
         # What begins with “?” is a question, behind it what is proposed: take the “?” away, or put what is right, and run the same command again.",
    )
}

/// A question that the mapping has to answer.
pub fn asked(lang: Lang, part: &str, key: &str, hint: &str) -> String {
    let hint = hint.lines().next().unwrap_or_default();
    match lang {
        Lang::Zh => format!("待确认：{hint}（在映射文件的 [{part}] 中回答 {key}）"),
        Lang::En => format!("not sure: {hint} (answer {key} in [{part}] of the mapping)"),
    }
}

/// What is asked of a line of the head.
pub fn head_hint(lang: Lang, name: &str, choices: &[(String, String)]) -> String {
    let mut hint = lang.of(format!("表里没有写明“{name}”"), format!("the table does not say: {name}"));
    for (id, words) in choices {
        hint.push_str(&format!("\n  {id}  {words}"));
    }
    hint
}

/// Where a source is no document that the portal has.
pub fn or_source(lang: Lang) -> &'static str {
    lang.of(
        "\n  不是上面的文件：不写 document，改写 source = \"来源名称\" 和 address = \"网址\"",
        "\n  where it is none of these: source = \"who published it\" and address = \"…\" instead",
    )
}

/// What is asked of a heading.
pub fn which_field(lang: Lang, heading: &str, proposals: &[(String, String)]) -> String {
    let mut hint = match lang {
        Lang::Zh => format!("“{heading}”是哪一项？不导入的写 ignore"),
        Lang::En => format!("which field is “{heading}”? ignore leaves it out"),
    };
    for (id, name) in proposals {
        hint.push_str(&format!("\n  {id}  {name}"));
    }
    hint
}

/// What is asked of a unit.
pub fn which_unit(lang: Lang, heading: &str, units: &[&str]) -> String {
    let units = units.join("、");
    match lang {
        Lang::Zh => format!("“{heading}”的单位是什么？可写：{units}"),
        Lang::En => format!("which unit has “{heading}”? One of: {units}"),
    }
}

/// What is asked of a column of shares that are all below 1.
pub fn fractions(lang: Lang, heading: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("“{heading}”的数都不大于1：是小数（0.803表示80.3%）写 小数，就是百分数（0.803%）写 %")
        }
        Lang::En => format!(
            "no number of “{heading}” is above 1: write 小数 where 0.803 is 80.3%, % where it is 0.803%"
        ),
    }
}

/// What is asked of a park's name.
pub fn which_park(lang: Lang, name: &str, proposals: &[(String, String)]) -> String {
    let mut hint = match lang {
        Lang::Zh => format!("“{name}”是哪个园区？写园区ID；不是本版园区的写 none"),
        Lang::En => format!("which park is “{name}”? Write its id; none where it is none of the edition's"),
    };
    for (id, name) in proposals {
        hint.push_str(&format!("\n  {id}  {name}"));
    }
    hint
}

/// A cell that is no number.
pub fn not_a_number(lang: Lang, why: NotANumber, text: &str) -> String {
    let (zh, en) = match why {
        NotANumber::Range => (
            "是区间或限值，不是一个数；请留空，把原文写进备注，或填部门给出的数",
            "is a range or a limit, not one number; leave the cell empty and put the words into the remark, or enter the figure that the department names",
        ),
        NotANumber::Long => (
            "的位数多于15位，是公式算出来的，不是填写的数；请按公布的位数填写（或用 ROUND 取到公布的位数）",
            "has more than 15 digits: a formula worked it out and nobody typed it; type it, or ROUND it, to the digits that are published",
        ),
        NotANumber::Error => (
            "是出错或没有算出结果的公式；请用 Excel 或 WPS 打开，算出后保存",
            "is a formula that failed or was not worked out; open the file in a spreadsheet and save it",
        ),
        NotANumber::Twice => (
            "带“万”或“亿”，表头的单位也带，不能确定乘几次",
            "bears 万 or 亿, and so does the unit of its heading: once or twice?",
        ),
        NotANumber::WithoutUnit => ("没有单位", "has no unit"),
        NotANumber::Words => ("不是数", "is no number"),
    };
    lang.of(format!("“{text}”{zh}"), format!("“{text}” {en}"))
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) $zh:literal $en:literal;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(lang: Lang, $($arg: $type),*) -> String {
                match lang {
                    Lang::Zh => format!($zh),
                    Lang::En => format!($en),
                }
            }
        )*
    };
}

sentences! {
    /// More digits than a file keeps.
    too_many_digits(digits: &str) "{digits} 的位数太多：小数点前至多15位，后至多12位" "{digits} has too many digits: at most 15 before the point and 12 behind it";
    /// A column that is not imported.
    passed_over(heading: &str) "不导入的列：{heading}" "column not imported: {heading}";
    /// Two columns of one field.
    twice(heading: &str, before: &str, field: &str) "“{heading}”与“{before}”都是“{field}”；在映射文件的 [columns] 里把其中一列写成 ignore" "“{heading}” and “{before}” are both {field}; say ignore of one of them in [columns] of the mapping";
    /// Cells below no heading.
    column_without_heading() "这一列有内容而没有表头；请在表里补上表头" "this column has cells and no heading; give it one in the table";
    /// One number in merged cells.
    merged_number(text: &str) "合并单元格里的“{text}”跨几行，不能确定属于哪一行" "“{text}” stands in merged cells over several rows: of which is it?";
    /// A park that the mapping names and the edition does not have.
    no_park_with_id(name: &str, id: &str) "映射文件把“{name}”写成“{id}”，本版没有这个园区" "the mapping says that “{name}” is “{id}”, which is no park of the edition";
    /// An edition that there is not.
    no_edition_named(id: &str, ids: &str) "没有“{id}”这一版；有：{ids}" "there is no edition “{id}”; there are: {ids}";
    /// The data folder cannot be added to.
    folder_unreadable() "数据文件夹本身读不全，先改正这些（parks check）：" "the data folder cannot be read whole; first put this right (parks check):";
    /// A mapping that cannot be read.
    map_unreadable(error: &str) "映射文件读不出：{error}" "the mapping cannot be read: {error}";
    /// A hidden sheet.
    hidden(sheet: &str) "工作表“{sheet}”是隐藏的，没有读" "the sheet “{sheet}” is hidden and was not read";
    /// A sheet without a table.
    no_table(sheet: &str) "工作表“{sheet}”里没有认得的表，没有读" "the sheet “{sheet}” has no table that is known, and was not read";
    /// No table anywhere.
    no_table_of(names: &str) "文件里没有找到表：没有一行有两个以上认得的表头（如：{names}）" "no table was found: no row has two headings that are known (such as {names})";
    /// A table without rows.
    no_rows() "表头下面没有数据" "there is nothing below the heading";
    /// What stands below a table.
    note(place: &Place, text: &str) "{place}：不是数据，没有导入：{text}" "{place}: no data, not imported: {text}";
    /// A finding of the check.
    refused(finding: &str) "parks check 不通过：{finding}" "parks check refuses it: {finding}";
    /// What looks like a slip.
    confirm(said: &str) "像是笔误，确认无误的写“是”：{said}" "it looks like a slip; write yes where it is right: {said}";
    /// The id that is taken where none is said.
    id_proposed(id: &str) "文件ID取“{id}”；要用别的，在映射文件的 [head] 写 id" "the id is “{id}”; say id in [head] of the mapping for another";
    /// No day.
    no_day(text: &str) "“{text}”不是日期；请写成 2026-11-28 或 2026年11月28日" "“{text}” is no day; write 2026-11-28";
    /// No document.
    no_document(text: &str) "没有“{text}”这份文件；先在 documents/ 里录入，或改写“来源”和“来源网址”" "there is no document “{text}”; enter it in documents/ first, or say a source and its address instead";
    /// No year.
    no_year(text: &str) "“{text}”不是年份" "“{text}” is no year";
    /// No number of an entry.
    no_number(text: &str) "“{text}”不是序号" "“{text}” is no number of an entry";
    /// An entry without a name.
    no_name() "这一行没有园区名称" "this row has no name of a park";
    /// A row without a park.
    no_park() "这一行没有园区" "this row has no park";
    /// A park that is not of the edition.
    left_out(place: &Place, name: &str) "{place}：“{name}”按映射文件不是本版园区，没有导入" "{place}: “{name}” is none of the edition's parks, by the mapping, and was left out";
    /// A value of a park in two cells.
    said_twice(park: &str, name: &str, place: &Place) "“{park}”的“{name}”在 {place} 已有一个" "{name} of “{park}” stands in {place} already";
    /// No class of energy.
    no_class(text: &str) "“{text}”不是能耗分档；请写成 20～100万吨标准煤 或 ≥100万吨标准煤" "“{text}” is no class of energy; write 20～100万吨标准煤 or ≥100万吨标准煤";
    /// A remark beside nothing.
    remark_of_nothing(text: &str) "备注“{text}”没有对应的核心指标数值；在映射文件的 [columns] 里把备注列写成 ignore，或补上数值" "the remark “{text}” stands beside no core value; say ignore of its column in the mapping, or enter the value";
    /// Values that are not published.
    blanks(count: usize) "{count}项未公布" "{count} not published";
    /// A round that is there.
    round_exists(id: &str) "评估轮次 {id} 已经公布，不能重新导入；要改其中的数值，用 parks import --as correction（更正）" "the round {id} is published and not imported again; to change a value in it, use parks import --as correction";
    /// A list that is there.
    list_exists(id: &str) "名单 {id} 已经公布，不能重新导入；要改其中的条目，用更正（corrections/）" "the list {id} is published and not imported again; to change an entry, make a correction (corrections/)";
    /// A file that is there.
    file_exists(path: &str) "{path} 已经存在，不覆盖；在映射文件的 [head] 写另一个 id" "{path} is there and not written over; say another id in [head] of the mapping";
    /// Two rows of one file.
    file_twice(path: &str) "另一行也要写 {path}；请各写一个园区ID" "another row would write {path} too; give each an id";
    /// A park that is there.
    park_exists(name: &str, id: &str) "“{name}”已有园区文件 {id}；已公布的不在导入里改" "“{name}” has a file, {id}; what is published is not changed by an import";
    /// Only half of what a ratio needs.
    half_a_core() "核心指标要么有碳排放总量和年综合能源消费量两项，要么有单位能耗碳排放；只有其中一项总量，不能推算。请补上，或在映射文件里把这一列写成 ignore" "the core rests on emissions and energy together, or on the ratio; from one total nothing is worked out. Enter the other, or say ignore of this column in the mapping";
    /// The portal's own computed values.
    computed_rounded() "单位能耗碳排放取自门户下载表的计算值，多于12位小数的取到12位" "carbon per energy is the value that the portal computed; more than 12 decimal places are rounded to 12";
    /// A total that does not agree.
    total(name: &str, printed: &str, sum: &str) "“{name}”的合计是 {printed}，各行相加是 {sum}" "the total of {name} is {printed}, its rows add up to {sum}";
    /// No month.
    no_month(text: &str) "“{text}”不是月份" "“{text}” is no month";
    /// A month twice.
    month_twice(park: &str, month: u8) "“{park}”的{month}月有两行" "month {month} of “{park}” stands twice";
    /// What months do not add up to.
    no_sum(name: &str) "“{name}”的月度数不能相加成全年数；在映射文件里把这一列写成 ignore，另填全年数" "months of {name} do not add up to a year; say ignore of the column and enter the year's value";
    /// A month without a number.
    month_blank(name: &str) "“{name}”这个月没有数，不能相加成全年；没有用量的填 0" "{name} has no number in this month, so that there is no sum of the year; enter 0 where nothing was used";
    /// Months were added up.
    months_added(park: &str) "“{park}”：12个月相加为全年" "“{park}”: twelve months added up to the year";
    /// An entry in no order.
    count_otherwise(printed: usize, rows: usize) "合计写{printed}个，表中有{rows}个" "the total says {printed}, the table has {rows}";
    /// The meaning of a list is taken over.
    meaning_of(list: &str, words: &str) "列入名单的含义沿用名单 {list} 的：{words}" "what being on the list means is taken from the list {list}: {words}";
    /// No degrees.
    no_degrees(text: &str) "“{text}”不是以度为单位的小数" "“{text}” is no decimal number of degrees";
    /// A point without a note.
    no_place_note() "有经纬度而没有“位置说明”（这个点是什么，例如管委会驻地）" "there is a point and no word on what it is (such as the seat of its administration)";
    /// No words of an act.
    no_act_text() "这一行没有“事项”" "this row does not say what was done";
    /// No indicator.
    no_indicator() "这一行没有“指标”" "this row names no indicator";
    /// Nothing that holds now.
    nothing_is() "“更正为”是空的；撤回公布的数值写“撤回”" "it does not say what it is now; write 撤回 to take a value back";
    /// A core that is taken back.
    core_withdrawn() "核心指标的撤回请在更正文件里手写（写法：parks new correction）" "a core that is taken back is typed by hand (parks new correction shows how)";
    /// A balance to be corrected.
    balance_by_hand() "这个园区公布的是能源平衡表，更正要写整张表，请在更正文件里手写（写法：parks new correction）" "a balance is published of this park; it is corrected as a whole, by hand (parks new correction shows how)";
    /// No quality.
    no_quality() "没有写数据质量（实测、上报或待核）" "it does not say the quality (measured, reported or pending)";
    /// What was published was something else.
    was_otherwise(said: &str, known: &str) "“原公布”写 {said}，实际公布的是 {known}" "the table says that {said} was published; it was {known}";
    /// Nothing was written.
    nothing_written(count: usize) "{count} 处要改或要确认，没有写入任何数据" "{count} to put right or to answer; no data was written";
    /// The mapping was not kept either.
    map_not_kept(path: &str) "--dry-run 什么也不写；去掉它再运行，就可以在 {path} 里回答" "--dry-run writes nothing; without it the questions are put into {path}";
    /// The mapping was kept.
    map_kept(path: &str) "映射文件：{path}；回答后再次运行同一命令" "mapping: {path}; answer it and run the same command again";
}

/// An edition that there is not.
pub fn no_edition(lang: Lang, id: &str, ids: &[String]) -> String {
    no_edition_named(lang, id, &ids.join(", "))
}

/// No table anywhere.
pub fn no_table_at_all(lang: Lang, names: &[String]) -> String {
    no_table_of(lang, &names.join(lang.of("、", ", ")))
}

/// An id of a field that there is not.
pub fn no_such_field(lang: Lang, heading: &str, answer: &str, ids: &[&str]) -> String {
    let ids = ids.join(", ");
    match lang {
        Lang::Zh => format!("映射文件把“{heading}”写成“{answer}”，没有这一项；可写：{ids}"),
        Lang::En => {
            format!("the mapping says that “{heading}” is “{answer}”, which is no field; one of: {ids}")
        }
    }
}

/// A unit that there is not.
pub fn no_such_unit(lang: Lang, heading: &str, answer: &str, units: &[&str]) -> String {
    let units = units.join("、");
    match lang {
        Lang::Zh => format!("映射文件把“{heading}”的单位写成“{answer}”；可写：{units}"),
        Lang::En => format!("the mapping gives “{heading}” the unit “{answer}”; one of: {units}"),
    }
}

/// A unit of something else.
pub fn wrong_unit(lang: Lang, unit: &str, field: &str, units: &[&str]) -> String {
    let units = units.join("、");
    match lang {
        Lang::Zh => format!("单位“{unit}”不是“{field}”的单位；可用：{units}"),
        Lang::En => format!("“{unit}” is no unit of {field}; one of: {units}"),
    }
}

/// A word that is none of the choices.
pub fn no_choice(lang: Lang, text: &str, among: &[&str]) -> String {
    let among = among.join(lang.of("、", ", "));
    lang.of(format!("“{text}”不在可选范围：{among}"), format!("“{text}” is none of: {among}"))
}

/// No stage.
pub fn no_stage(lang: Lang, text: &str, names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if text.is_empty() {
        return lang.of("这一行没有“阶段”".to_owned(), "this row names no stage".to_owned());
    }
    no_choice(lang, text, &names)
}

/// No league.
pub fn no_league(lang: Lang, text: &str, names: &[&str]) -> String {
    if text.is_empty() {
        return lang.of("这一行没有“盟市”".to_owned(), "this row names no league or city".to_owned());
    }
    no_choice(lang, text, names)
}

/// Months that are missing.
pub fn months_missing(lang: Lang, park: &str, months: &[u8]) -> String {
    let months: Vec<String> = months.iter().map(u8::to_string).collect();
    let months = months.join(lang.of("、", ", "));
    match lang {
        Lang::Zh => format!("“{park}”缺{months}月，不足一年"),
        Lang::En => format!("“{park}” lacks the months {months}: that is no year"),
    }
}

/// What an order to rectify does not state.
pub fn not_stated(lang: Lang, place: &Place, parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| match (*part, lang) {
            ("due", Lang::Zh) => "整改期限",
            ("cause", Lang::Zh) => "整改原因",
            (part, _) => part,
        })
        .collect();
    let parts = parts.join(lang.of("、", ", "));
    lang.of(format!("{place}：记为原文没有写明{parts}"), format!("{place}: entered as not stated: {parts}"))
}

/// A construction period of which no first and last year is said.
pub fn period_without_years(lang: Lang, place: &Place, text: &str) -> String {
    lang.of(
        format!("{place}：“{text}”没有写明起止年份，园区的文件里不写建设期"),
        format!(
            "{place}: “{text}” says no first and last year, so the park's file has no construction period"
        ),
    )
}

/// The English of a reason why an indicator does not apply, which is published in Chinese.
pub fn not_applicable_en(reason: &str) -> &'static str {
    match reason {
        "不涉及" => "Not involved",
        "不适用" | "无此项" | "无此项指标" => "Not applicable",
        _ => "Not applicable (the reason is published in Chinese only)",
    }
}

/// A row with what was understood of it.
pub fn preview(lang: Lang, place: &Place, name: &str, id: &str, said: &[String]) -> String {
    let said = said.join(lang.of("；", "; "));
    lang.of(format!("{place}  {name}（{id}）：{said}"), format!("{place}  {name} ({id}): {said}"))
}

/// A paragraph with where it comes from.
pub fn preview_text(place: &Place, text: &str) -> String {
    format!("{place}  {text}")
}

/// In place of the id of a park.
pub fn no_park_of_edition(lang: Lang) -> String {
    lang.of("不对应本版园区", "no park of the edition").to_owned()
}

/// What a remark calls the energy that is printed beside a ratio.
pub fn energy_as_printed() -> &'static str {
    "年综合能源消费量"
}

/// A file that was written.
pub fn written(lang: Lang, path: &str, adds: bool, dry_run: bool) -> String {
    let (zh, en) = match (dry_run, adds) {
        (true, false) => ("将写入", "would write"),
        (true, true) => ("将补充", "would add to"),
        (false, false) => ("已写入", "written"),
        (false, true) => ("已补充", "added to"),
    };
    lang.of(format!("{zh} {path}"), format!("{en} {path}"))
}

/// What to do next.
pub fn what_next(lang: Lang, dry_run: bool) -> &'static str {
    if dry_run {
        lang.of("检查通过。去掉 --dry-run 即写入。", "It passes the check. Without --dry-run it is written.")
    } else {
        lang.of(
            "检查通过。下一步：parks diff 看下一次公布会改变什么。",
            "It passes the check. Next: parks diff says what the next publication changes.",
        )
    }
}

/// Why a file could not be opened, and what to do.
pub fn unreadable(lang: Lang, why: Unreadable, name: &str) -> String {
    let (zh, en) = match why {
        Unreadable::Password => (
            "有密码保护；请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx",
            "is protected by a password; open it, take the password off and save it as .xlsx",
        ),
        Unreadable::Document => (
            "是文字处理文档，不是表格；请把其中的表复制到 Excel 或 WPS 表格，另存为 .xlsx",
            "is a text document; copy its table into a spreadsheet and save that as .xlsx",
        ),
        Unreadable::Picture => (
            "是 PDF 或图片；请向来文部门要表格文件，或录入模板（parks new … --xlsx）",
            "is a PDF or a picture; ask for the table's file, or fill in the template (parks new … --xlsx)",
        ),
        Unreadable::Unknown => (
            "不是认得的表格；请用 Excel 或 WPS 打开后另存为 .xlsx",
            "is no table that is known; open it in a spreadsheet and save it as .xlsx",
        ),
        Unreadable::Damaged => (
            "损坏或格式太旧；请用 Excel 或 WPS 打开后另存为 .xlsx",
            "is damaged or too old; open it in a spreadsheet and save it as .xlsx",
        ),
        Unreadable::TooWide => (
            "里有一个单元格在极远的行列；请删去表格以外的单元格后保存",
            "has a cell in a row and column far away; delete what stands outside of the table and save it",
        ),
        Unreadable::Empty => ("是空的", "is empty"),
    };
    lang.of(format!("{name} {zh}"), format!("{name} {en}"))
}
