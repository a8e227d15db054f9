//! A file to be filled in by hand: every field with its comment.

use std::fmt::Write as _;

use super::shape::{Choice, Shape};
use crate::import::As;
use crate::lang::Lang;
use crate::words::template as words;

/// The file.
pub fn skeleton(shape: &Shape) -> String {
    let (folder, name) = match shape.kind {
        As::Round => ("rounds", shape.id.as_str()),
        As::List => ("lists", shape.id.as_str()),
        As::Park => ("parks", "ID"),
        As::Act => ("parks", "ID"),
        As::Correction => ("corrections", shape.id.as_str()),
        As::Bulletin | As::Practice => ("work", shape.id.as_str()),
    };
    let path = format!("editions/{}/{folder}/{name}.toml", shape.edition);
    let mut file = format!("{}\n", words::belongs(shape.lang, &path));
    let body = match shape.kind {
        As::Round => round(shape),
        As::List => list(shape),
        As::Park => park(shape),
        As::Act => act(shape),
        As::Correction => correction(shape),
        As::Bulletin | As::Practice => report(shape),
    };
    file.push_str(&body);
    file
}

/// Lines with their comments, behind each other: a comment in the template's language.
struct Lines {
    text: String,
    lang: Lang,
}

impl Lines {
    fn of(shape: &Shape) -> Lines {
        Lines { text: String::new(), lang: shape.lang }
    }

    fn line(mut self, line: &str, zh: &str, en: &str) -> Lines {
        let comment = self.lang.of(zh, en);
        // Writing to a string does not fail.
        let _ = if comment.is_empty() {
            writeln!(self.text, "{line}")
        } else {
            writeln!(self.text, "{line}  # {comment}")
        };
        self
    }

    fn bare(self, line: &str) -> Lines {
        self.line(line, "", "")
    }

    fn choice(mut self, shape: &Shape, name: &str) -> Lines {
        if let Some((_, items)) = shape.choices.iter().find(|(known, _)| known == name) {
            let said = |one: &Choice| {
                if one.id == one.words { one.id.clone() } else { format!("{} {}", one.id, one.words) }
            };
            let items: Vec<String> = items.iter().map(said).collect();
            let items = items.join(self.lang.of("、", ", "));
            let _ = writeln!(self.text, "# {}: {items}", words::choice_name(self.lang, name));
        }
        self
    }

    fn source(self, shape: &Shape) -> Lines {
        let source = if shape.is_invented {
            "source = { document = \"demo\", mark = \"D\" }"
        } else {
            "source = { document = \"\", mark = \"A\", checked_on = \"\" }"
        };
        self.line(
            source,
            "来源文件的ID；标注 A、B、C；核对日期",
            "id of the document; mark A, B or C; day of the check",
        )
    }

    fn texts(self, key: &str, zh: &str, en: &str) -> Lines {
        self.line(&format!("{key} = {{ zh = \"\" }}"), zh, en)
    }
}

fn round(shape: &Shape) -> String {
    let mut lines = Lines::of(shape)
        .line(&format!("id = \"{}\"", shape.id), "与文件名相同", "the file's name")
        .texts("title", "标题", "title")
        .line("dated = \"\"", "截至的日期：2027-12-31", "day: 2027-12-31")
        .texts("period", "数据说明的十二个月", "the twelve months of the figures")
        .line("# covers = \"all\"", "写了全部园区的，去掉 #", "where it covers all parks")
        .line(
            "# indicators = []",
            "只涉及部分指标的，去掉 #，列出编号；核心指标是 carbon_per_energy",
            "where it covers certain indicators only: their ids; the core is carbon_per_energy",
        )
        .bare("")
        .bare("[[parks]]")
        .line("park = \"\"", "园区ID；每个园区一段", "id of the park; a part each")
        .source(shape)
        .line(
            "core_quality = \"reported\"",
            "measured 实测、reported 上报、pending 待核",
            "measured, reported or pending",
        )
        .line("# core_remark = \"\"", "核心指标旁印的备注，照录", "the remark beside the core, as printed")
        .line(
            "# basic = [\"unknown\", \"unknown\", \"unknown\", \"unknown\"]",
            "四项基本条件：yes、no、unknown",
            "the four basic conditions",
        );
    lines = lines.bare("values = [");
    for column in shape.columns.iter().filter(|column| column.id.contains('.')) {
        if let Some((of, indicator)) = column.id.split_once('.') {
            let line = format!(
                "#   {{ of = \"{of}\", indicator = \"{indicator}\", value = \"\", quality = \"reported\" }},"
            );
            lines = lines.line(&line, &column.heading, &column.heading);
        }
    }
    lines
        .bare("]")
        .bare("")
        .line(
            "[parks.totals]",
            "三选一：[parks.totals]、[parks.ratio]、[parks.balance]",
            "one of [parks.totals], [parks.ratio], [parks.balance]",
        )
        .line("emissions_t = \"\"", "碳排放总量，吨二氧化碳；可写 53.6万吨", "emissions, t CO₂")
        .line("energy_tce = \"\"", "年综合能源消费量，吨标准煤", "annual energy, tce")
        .line("# t_per_tce = \"\"", "旁边印有单位能耗碳排放的", "the ratio, where it is printed beside them")
        .text
}

fn list(shape: &Shape) -> String {
    Lines::of(shape)
        .line(
            &format!("id = \"{}\"", shape.id),
            "与文件名相同；条目在同名的 .csv 里",
            "the file's name; entries stand in the .csv of the same name",
        )
        .texts("title", "标题，照录", "title as printed")
        .texts("meaning", "列入名单表示什么、不表示什么", "what being on it means, and what not")
        .line("level = \"region\"", "national 国家级、region 自治区级", "national or region")
        .choice(shape, "stage")
        .line("stage = \"\"", "阶段的ID（ladder/）", "id of the stage (ladder/)")
        .line("document = \"\"", "文件的ID", "id of the document")
        .line("published = \"\"", "公布日期", "day of publication")
        .line(if shape.is_invented { "mark = \"D\"" } else { "mark = \"A\"" }, "来源标注", "mark")
        .line("# checked_on = \"\"", "核对日期", "day of the check")
        .line(
            "# CSV:",
            "number,name,league,scope,start_year,end_year,status,remark,park",
            "number,name,league,scope,start_year,end_year,status,remark,park",
        )
        .text
}

fn park(shape: &Shape) -> String {
    Lines::of(shape)
        .line(
            "id = \"\"",
            "盟市ID-拼音，如 baotou-xitu；公布后不再改",
            "league and pinyin: baotou-xitu; it never changes",
        )
        .texts("name", "名称", "name")
        .texts("short", "简称", "short name")
        .choice(shape, "league")
        .line("league = \"\"", "盟市ID", "id of the league")
        .line("scope = \"whole\"", "whole 整体、part 园中园", "whole or part")
        .line("# industries = [\"\"]", "产业ID，主导的在前", "ids of industries, the leading one first")
        .line("# [construction]", "建设期", "construction period")
        .bare("# from = 2025")
        .bare("# to = 2028")
        .text
}

fn act(shape: &Shape) -> String {
    Lines::of(shape)
        .line("[[events]]", "接在园区文件里，按日期先后", "goes into the park's file, in the order of days")
        .line("dated = \"\"", "日期", "day")
        .choice(shape, "stage")
        .line("stage = \"\"", "阶段的ID（ladder/）", "id of the stage (ladder/)")
        .texts("text", "做了什么", "what was done")
        .line("# clause = \"plan/2/3/3\"", "依据条款", "clause")
        .line("# due = \"\"", "整改期限", "to be rectified by")
        .source(shape)
        .text
}

fn correction(shape: &Shape) -> String {
    Lines::of(shape)
        .line(&format!("id = \"{}\"", shape.id), "与文件名相同", "the file's name")
        .line("dated = \"\"", "更正的日期，从这天起算", "day from which it holds")
        .texts("reason", "为什么更正", "why")
        .source(shape)
        .bare("")
        .bare("[[values]]")
        .choice(shape, "round")
        .line("round = \"\"", "被更正的评估轮次", "the round that is corrected")
        .line("park = \"\"", "园区ID", "id of the park")
        .line(
            "change = { kind = \"value\", of = \"national\", indicator = \"\", was = { value = \"\", quality = \"reported\" }, is = { value = \"\", quality = \"reported\" } }",
            "没有 is 是撤回，没有 was 是补填",
            "without is it is taken back, without was a blank is filled",
        )
        .line("# reason = { zh = \"\" }", "这一项另有原因的", "where it has a reason of its own")
        .bare("")
        .line("# [[values]]", "核心指标所依据的数据，整份写；轮次里原来的不用写", "what the core rests on, whole")
        .bare("# round = \"\"")
        .bare("# park = \"\"")
        .line(
            "# change = { kind = \"core\", quality = \"reported\", is = { totals = { emissions_t = \"\", energy_tce = \"\" } } }",
            "或 is = { ratio = { t_per_tce = \"\" } }、is = { balance = { … } }，平衡表（含自有系数、转换）写法同轮次",
            "or a ratio, or a balance (with own factors and conversions) as in a round",
        )
        .bare("")
        .line("# [[values]]", "基本条件", "a basic condition")
        .bare("# round = \"\"")
        .bare("# park = \"\"")
        .line(
            "# change = { kind = \"condition\", number = 1, was = \"unknown\", is = \"yes\" }",
            "1 到 4；yes、no、unknown",
            "1 to 4; yes, no or unknown",
        )
        .bare("")
        .line("# [[values]]", "任务进度", "the progress of a task")
        .bare("# round = \"\"")
        .bare("# park = \"\"")
        .bare("# change = { kind = \"task\", task = \"\", was = \"\", is = \"\" }")
        .bare("")
        .line("# [[entries]]", "名单里的一项，was、is 都写整项，列名同 .csv", "an entry of a list, both whole")
        .bare("# list = \"\"")
        .bare("# was = { number = 1, name = \"\", park = \"\" }")
        .bare("# is = { number = 1, name = \"\", park = \"\" }")
        .bare("")
        .line("# [[acts]]", "园区事项，was、is 都写整段，同园区文件里的 [[events]]", "an act, both whole")
        .bare("# park = \"\"")
        .bare("# was = { dated = \"\", stage = \"\", text = { zh = \"\" }, source = { document = \"\", mark = \"A\", checked_on = \"\" } }")
        .bare("# is = { dated = \"\", stage = \"\", text = { zh = \"\" }, source = { document = \"\", mark = \"A\", checked_on = \"\" } }")
        .bare("")
        .line("# [[statements]]", "有关说法，was、is 都写整段", "a statement, both whole")
        .bare("# park = \"\"")
        .bare("# was = { dated = \"\", text = { zh = \"\" }, caveat = { zh = \"\" }, source = { document = \"\", mark = \"A\", checked_on = \"\" } }")
        .bare("# is = { dated = \"\", text = { zh = \"\" }, caveat = { zh = \"\" }, source = { document = \"\", mark = \"A\", checked_on = \"\" } }")
        .bare("")
        .line("# [[reports]]", "工作动态的文字，was、is 都写整段", "a text of a report of the work, both whole")
        .bare("# report = \"\"")
        .bare("# was = { zh = \"\" }")
        .bare("# is = { zh = \"\" }")
        .text
}

fn report(shape: &Shape) -> String {
    Lines::of(shape)
        .line(&format!("id = \"{}\"", shape.id), "与文件名相同", "the file's name")
        .bare(&format!("kind = \"{}\"", words::kind_id(shape.kind)))
        .line("title = { zh = \"\" }", "标题，照录", "title as printed")
        .line("dated = \"\"", "公布日期", "day of publication")
        .line("level = \"region\"", "region 自治区、national 国家", "region or national")
        .line("issuer = { zh = \"\" }", "发布单位", "who issued it")
        .source(shape)
        .line("# parks = [\"\"]", "涉及园区的ID", "ids of the parks concerned")
        .line("# departments = [\"\"]", "涉及部门的ID", "ids of the departments concerned")
        .line("# tasks = [\"\"]", "涉及任务的ID", "ids of the tasks concerned")
        .bare("")
        .bare("[[sections]]")
        .line("# heading = { zh = \"\" }", "小标题", "heading")
        .bare("paragraphs = [{ zh = \"\" }]")
        .bare("")
        .line(
            "# [[pictures]]",
            "图片，放在这个文件旁边：PNG、JPEG、WebP",
            "a file beside this one: PNG, JPEG, WebP",
        )
        .bare("# file = \"\"")
        .line("# alt = { zh = \"\" }", "图上有什么，给看不见图的人", "what is on it, for who cannot see it")
        .line("# caption = { zh = \"\" }", "图题", "caption")
        .bare("")
        .line(
            "# [[attachments]]",
            "附件，放在旁边：pdf、docx、xlsx 等",
            "a file beside this one: pdf, docx, xlsx …",
        )
        .bare("# file = \"\"")
        .line("# title = { zh = \"\" }", "附件的名称", "its title")
        .text
}
