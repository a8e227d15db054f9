//! Words about rules: documents, requirement sets, factors, ladders, scorings, quotas.

words! {
    no_shared_id() { "an id that no shared document has", "不与共用文件重复的编号" }
    a_factor_set() { "at least one factor set", "至少一套因子" }
    id_of_one_of(field) { "the id of one of the {field}", "{field} 之一的编号" }
    id_once() { "each id once", "每个编号只写一次" }
    c_for_index() {
        "C, for the index is the portal's own convention", "C（指数是本网站自己的约定）"
    }
    set_that_decides() {
        "the id of a set that decides a level: the others have no index", "定级的指标体系的编号（其他的没有指数）"
    }
    day_not_before_ruleset(day) { "a day not before its ruleset's, {day}", "不早于其指标体系（{day}）的日期" }
    day_of_document() {
        "the day of publication, the day it bears in dated, or the day of the check",
        "发布日期、落款日期（dated）或核对日期"
    }
    none_of_them() { "none of them", "都没有" }
    path_of_its_own() { "a path that no other clause has", "不与其他条款重复的路径" }
    path_of_clause() { "letters, digits, . _ - between slashes", "斜线之间用字母、数字和 . _ -" }
    no_quote_under_u() { "no quote in a document marked U", "标记为 U 的文件不写原文" }
    clause_of_formula(path) {
        "the clause “{path}”, which a formula of the engine cites", "条款“{path}”（计算公式引用了它）"
    }
    no_such_document() { "no such document", "没有这个文件" }
    no_documents_id() {
        "an id that no document has: both are anchors of the method page", "不与文件重复的编号（二者都是方法页的锚点）"
    }
    no_threshold_under_u() { "no threshold under mark U", "标记为 U 时不写门槛" }
    an_existing_factor_set() { "a factor set that exists", "已有的一套因子" }
    one_in_force() { "one set of a kind in force on a day", "同一天同类只有一套有效" }
    both_in_force(first, second, day) {
        "“{first}” and “{second}”, both in force on {day}", "“{first}”与“{second}”在 {day} 同时有效"
    }
    named_by_an_edition(field) { "an edition that names it in its {field}", "有版本在 {field} 中列出它" }
    none_that_names(id) { "none that names “{id}”", "没有版本列出“{id}”" }
    number_of_edition(year) {
        "a number that ends in the edition's year, {year}", "以版本年份（{year}）结尾的标准号"
    }
    day_not_before(field, day) { "a day not before {field}, {day}", "不早于 {field}（{day}）的日期" }
    day_not_before_edition(year) { "a day not before the edition's year, {year}", "不早于版本年份（{year}）的日期" }
    a_limit() { "at least one limit", "至少一个限额" }
    a_level() { "at least one of level_1, level_2 and level_3", "level_1、level_2、level_3 至少填一个" }
    not_less(field, value) { "a value not less than {field}, {value}", "不小于 {field}（{value}）的值" }
    not_more(field, value) { "a value not more than {field}, {value}", "不大于 {field}（{value}）的值" }

    // Rules for a day.
    day_of_national_ruleset() {
        "a day on which a national requirement set of the edition is in force (rulesets in its edition.toml)",
        "本版（edition.toml 的 rulesets）有国家级指标体系有效的日期"
    }
    day_of_regional_ruleset() {
        "a day on which a regional requirement set of the edition is in force (rulesets in its edition.toml)",
        "本版（edition.toml 的 rulesets）有自治区级指标体系有效的日期"
    }
    day_of_factors() {
        "a day on which a factor set of the edition is in force (factor_sets in its edition.toml)",
        "本版（edition.toml 的 factor_sets）有一套因子有效的日期"
    }
    none_in_force(day) { "none in force on {day}", "{day} 没有有效的" }
    scoring_of(set, day) {
        "a scoring of {set} in force on {day}, as the level has had one",
        "{day} 有效的 {set} 评分方法（同一层级以前有过）"
    }
    day_of_today(today) { "a day not after today, {today}", "不晚于今天（{today}）的日期" }
}
