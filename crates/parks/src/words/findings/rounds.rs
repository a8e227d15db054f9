//! Words about rounds, their figures, and corrections.

words! {
    rounds_in_order(day) { "rounds in order of their ids, so a day after {day}", "按编号先后排列，即晚于 {day} 的日期" }
    year_or_earlier(year) {
        "{year} or earlier, for the round is dated then", "{year} 或更早（评估轮次的日期在该年）"
    }
    year_of_balances(year) {
        "{year}, the year of all balances of the round", "{year}，即本轮所有能源平衡表的年份"
    }
    park_once_a_round() { "each park once a round", "每个园区每轮只出现一次" }
    park_too(park) {
        "the park “{park}” too, for the round covers all, or covers = \"named\"",
        "也有园区“{park}”（本轮覆盖全部园区），否则写 covers = \"named\""
    }
    covered_indicators() {
        "the ids of the indicators that the round covers, or no such line where it covers all",
        "本轮涉及的指标的ID；涉及全部指标的，不写这一行"
    }
    core_covered(id, why) { "“{id}” in indicators too, for {why}", "indicators 里也有“{id}”（{why}）" }
    not_among_covered() { "indicators without it", "indicators 里没有" }
    indicator_covered() {
        "one of the round's indicators; where it covers this one too, its id stands in indicators",
        "本轮 indicators 里的指标；本轮也涉及该指标的，把它的ID写进 indicators"
    }
    all_without_it() { "all without it", "all，但没有该园区" }
    no_earlier_rounds_here() { "nothing; earlier rounds stand in rounds/", "空白（以前的轮次写在 rounds/）" }
    no_corrections_in_rounds() { "nothing; corrections stand in corrections/", "空白（更正写在 corrections/）" }
    task_of(park) { "a task of the park “{park}”", "园区“{park}”的任务" }
    from_to(from, to) { "{from} to {to}", "{from} 到 {to}" }
    or_more(from) { "{from} or more", "不小于 {from}" }
    a_requirement_set(day) {
        "national, region or the id of a requirement set that decides no level, in force on {day}",
        "national、region，或 {day} 有效且不定级的要求的编号"
    }
    guiding_indicator(day) { "a guiding indicator in force on {day}", "{day} 有效的引导性指标" }
    guiding_indicator_near(day, near) {
        "a guiding indicator in force on {day} (did you mean “{near}”?)", "{day} 有效的引导性指标（是不是“{near}”？）"
    }
    indicator_of_set(day) { "an indicator of its set in force on {day}", "该要求中 {day} 有效的指标" }
    indicator_once() { "each indicator once", "每个指标只出现一次" }
    no_published_text() {
        "nothing, for there is no value; what is printed beside a blank is a remark",
        "空白（没有数值；空格旁印的文字写入 remark）"
    }
    a_text() { "a text", "一段文字" }
    where_value_is_published() { "where the value is published", "数值的发布来源" }
    no_value_beside_reason() {
        "no value beside a reason why the indicator does not apply", "写了“不适用”的原因就不写数值"
    }
    not_published_without_value() { "not_published, for there is no value", "not_published（没有数值）" }
    quality_of_value() {
        "measured, reported or pending, for there is a value", "measured、reported 或 pending（有数值）"
    }
    there_is_a_balance() { "there is a balance", "有能源平衡表" }
    there_are_totals() { "there are totals", "有总量" }
    there_is_a_ratio() { "there is a ratio", "有比值" }
    not_published_without_core() {
        "not_published, for there is no balance, no totals and no ratio", "not_published（没有能源平衡表、总量或比值）"
    }
    no_remark_without_core() {
        "no remark, for there is no balance, no totals and no ratio", "没有备注（没有能源平衡表、总量或比值）"
    }
    quality_of_core(why) { "measured, reported or pending, for {why}", "measured、reported 或 pending（{why}）" }
    where_it_is_published(why) { "where it is published, for {why}", "发布来源（{why}）" }
    as_totals_make(ratio) {
        "what the totals make, {ratio}, but for rounding; without t_per_tce the totals alone are published",
        "与总量算出的 {ratio} 一致（允许四舍五入）；不写 t_per_tce 则只公布总量"
    }
    more_than(field, number) { "more than {field}, {number}", "大于 {field}（{number}）" }
    zero_or_more() { "0 or more", "不小于 0" }
    more_than_zero() { "more than 0", "大于 0" }
    year_of_round(year) { "{year}, the year of the round's figures", "{year}，即本轮数据的年份" }
    a_balance_table() { "a table in the form zcp.assessment/1", "zcp.assessment/1 格式的表" }
    guiding_stands_in_values() {
        "nothing; guiding indicators stand in values", "空白（引导性指标写在 values）"
    }
    number_in_quotes() { "a number in quotes", "带引号的数字" }
    printed_number() {
        "a number, also with 万 or 亿, thousands separators, 约, full-width digits or its unit, and no minus",
        "一个不小于 0 的数，可带万、亿、千分位、约、全角数字或单位"
    }
    one_number() {
        "one number: a range or a limit is not compared; leave the value out and put what is printed into remark, or enter the figure that the department names",
        "一个确定的数：范围或界限不能比较；请不写 value，把印出的文字写入 remark，或填部门给出的数"
    }

    // Corrections.
    an_id_no_round_has() { "an id that no round has, such as 2026-h2-c1", "不与评估轮次重复的编号，如 2026-h2-c1" }
    an_id_of_a_round(id) { "“{id}”, a round", "“{id}”，是评估轮次" }
    corrections_in_order() {
        "corrections in order of their ids, so a day not before that of the one before", "按编号先后排列，即不早于上一份更正的日期"
    }
    what_is_corrected() { "what is corrected", "要更正的内容" }
    list_published_by(day) {
        "a list published by {day}, the day of the correction", "更正日期（{day}）之前公布的名单"
    }
    round_published_by(day) {
        "a round published by {day}, the day of the correction", "更正日期（{day}）之前公布的评估轮次"
    }
    of_day(id, day) { "{id}, of {day}", "{id}（{day}）" }
    an_entry_of_list() { "an entry of the list", "名单条目" }
    an_act_of_park() { "an act of the park", "园区的决定" }
    a_statement_of_park() { "a statement about the park", "关于园区的表述" }
    a_report() { "a report of the work", "工作动态" }
    a_text_of_report() {
        "a paragraph, heading, caption, caveat or description of a picture of the report",
        "该工作动态的段落、小标题、图注、图片说明或提示"
    }
    report_published_by(day) {
        "a report published by {day}, the day of the correction", "更正日期（{day}）之前公布的工作动态"
    }
    as_published_or_added(what) {
        "{what} as it was published, or what is added", "已公布的{what}（was），或新增的内容（is）"
    }
    a_difference() { "a difference between was and is", "was 与 is 不同" }
    just_as_published(what) { "{what}, just as it was published", "与公布时完全一致的{what}" }
    another_or_none() { "another or none", "不一致，或没有" }
    nothing_of_core() { "nothing; the round has what it was", "空白（原来的数据在评估轮次里）" }
    other_figures() {
        "other figures than those known, or of another quality", "与已知不同的数据或质量"
    }
    condition_number() {
        "1 to 4, a basic condition of ndrc-910, annex 1", "1 到 4，即 ndrc-910 附件 1 的基本条件"
    }
    nothing_known() { "nothing, for none was known", "空白（原来没有）" }
    nothing_was_known() { "nothing, for nothing was known", "空白（原来什么都没有）" }
    not_applicable(reason) { "not applicable: “{reason}”", "不适用：“{reason}”" }
    value_of_quality(value, quality) { "{value}, {quality}", "{value}，{quality}" }
    neither_value_nor_reason() { "neither value nor reason", "既无数值也无原因" }
    value_or_reason() {
        "a value or a reason why none applies; without is the value is withdrawn",
        "数值，或不适用的原因；不写 is 即撤回该值"
    }
    not_published_withdrawn() { "not_published, for the figures are withdrawn", "not_published（数据已撤回）" }
    quality_beside_core(why) {
        "measured, reported or pending as quality, for {why}", "quality 为 measured、reported 或 pending（{why}）"
    }
}
