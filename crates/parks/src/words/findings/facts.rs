//! Words about what is published: editions, parks, lists, documents, reports.

words! {
    // What is referred to.
    a_park() { "a park", "园区" }
    a_list() { "a list", "名单" }
    a_league() { "a league", "盟市" }
    a_department() { "a department", "部门" }
    a_task() { "a task of plan/tasks.toml", "plan/tasks.toml 中的任务" }
    a_document() { "a document", "文件" }
    a_round() { "a round", "评估轮次" }
    an_indicator() { "an indicator", "指标" }
    an_industry() { "an industry of industries.toml", "industries.toml 中的行业" }
    a_stage() { "a stage of the edition's ladders", "本版升级表中的阶段" }
    a_stage_of_a_ladder() { "a stage of a ladder", "升级表中的阶段" }
    a_ruleset() { "a ruleset", "指标体系" }

    id_of(what) { "the id of {what}", "{what}的编号" }
    id_of_near(what, near) { "the id of {what} (did you mean “{near}”?)", "{what}的编号（是不是“{near}”？）" }
    id_of_among(what, known) { "the id of {what}: {known}", "{what}的编号：{known}" }
    id_of_among_near(what, known, near) {
        "the id of {what} (did you mean “{near}”?): {known}", "{what}的编号（是不是“{near}”？），可用的有：{known}"
    }
    a_slug() { "lower-case letters and digits, parted by hyphens", "小写字母和数字，中间用连字符" }
    a_name() { "lower-case letters and digits, parted by underscores", "小写字母和数字，中间用下划线" }
    an_id_of_its_own() { "an id that nothing else in the list has", "不与本列表中其他条目重复的编号" }
    an_id_no_other_has(what) { "an id that no other {what} has", "不与其他{what}重复的编号" }
    the_industry() { "industry", "行业" }
    the_objective() { "objective", "目标" }
    the_convention() { "convention", "约定" }
    the_file_name(name) { "the file's name, “{name}”", "与文件名相同，即“{name}”" }
    the_folder_name(name) { "the folder's name, “{name}”", "与文件夹名相同，即“{name}”" }
    a_folder_of_editions() { "the name of a folder below editions/", "editions/ 下的一个文件夹名" }
    another_edition() {
        "another edition than the one that opens first", "不是默认打开的那一版"
    }
    industry_once() { "each industry once", "每个行业只写一次" }
    department_once() { "each department once", "每个部门只写一次" }

    // Documents and sources.
    clause_of_known() { "a clause of a known document", "已收录文件的条款" }
    clause_in(document) { "a clause in documents/{document}.toml", "documents/{document}.toml 中有的条款" }
    clause_in_near(document, near) {
        "a clause in documents/{document}.toml (did you mean “{near}”?)",
        "documents/{document}.toml 中有的条款（是不是“{near}”？）"
    }
    an_address() {
        "a web address without its scheme, whose host is not taken for another",
        "不带 https:// 的网址，主机名清楚、不会被误认"
    }
    day_not_after(what, limit) { "a day not after {what}, {limit}", "不晚于{what}（{limit}）的日期" }
    edition_as_of() { "the edition's as_of", "本版 edition.toml 的 as_of" }
    its_checked_on() { "checked_on", "核对日期 checked_on" }
    source_checked_on() { "its source's checked_on", "来源的核对日期 checked_on" }
    its_published() { "published", "发布日期 published" }
    search_day() { "the day of the search, as_of", "检索日期 as_of" }
    the_corrections_day() { "the correction's", "更正的日期" }
    mark_of_stated() { "mark A, B or C beside what is stated", "有内容时标记为 A、B 或 C" }
    u_found() { "U, which says that it is unknown", "U，即“不明”" }
    no_day_beside_invented() { "no day beside what is invented (D)", "虚构内容（D）不写核对日期" }
    a_document_or_title() { "a document or a title", "文件编号（document）或标题（title）" }
    a_day_for_invented() {
        "a day, for what is invented has no day of a check", "日期（虚构内容没有核对日期，须另写日期）"
    }
    year_not_before_statement(year) {
        "a year not before the statement's, {year}", "不早于该表述年份（{year}）的年份"
    }
    invented_mark() {
        "D, for everything in a demonstration is invented", "D（演示版中一切皆为虚构）"
    }
    real_mark() {
        "A, B, C or U, for D says that a demonstration has invented it", "A、B、C 或 U（D 只用于演示版的虚构内容）"
    }

    // Parks.
    year_not_before(field, year) { "a year not before {field}, {year}", "不早于 {field}（{year}）的年份" }
    events_in_order(day) {
        "events oldest first, so a day not before {day}", "按时间先后排列，即不早于 {day} 的日期"
    }
    no_due() { "no day but for an order to rectify", "空白（只有限期整改才写期限）" }
    day_not_before_order(day) { "a day not before the order, {day}", "不早于整改决定（{day}）的日期" }
    rule_number() {
        "0 or more, with at most 4 digits before the point and 6 after it", "不小于 0，小数点前最多 4 位、后最多 6 位"
    }
    no_rounds_here() { "no rounds here; they stand in rounds/", "空白（评估轮次写在 rounds/）" }
    no_lists_here() { "nothing here; lists stand in lists/", "空白（名单写在 lists/）" }
    no_corrections_here() {
        "nothing here; corrections stand in corrections/", "空白（更正写在 corrections/）"
    }
    no_work_here() { "nothing here; reports stand in work/", "空白（工作动态写在 work/）" }
    last_day_to_rectify() { "the last day to rectify", "整改期限" }
    why_to_rectify() { "why the park is to rectify", "整改原因" }
    order_part(what, field) {
        "{what}; where the order does not state it, not_stated = [\"{field}\"]",
        "{what}；决定没有写明时写 not_stated = [\"{field}\"]"
    }
    not_stated_says_none() {
        "nothing, for not_stated says that there is none", "空白（not_stated 已说明没有写明）"
    }
    invented_title() {
        "a title with the words 演示 and demonstration", "标题中有“演示”和“demonstration”"
    }
    no_seed() { "no seed, for nothing here is invented", "没有 seed（本版没有虚构内容）" }
    invented_name() { "a name that begins with 示例· and Demo · ", "名称以“示例·”和“Demo · ”开头" }
    no_invented_park() { "no invented park", "不是虚构的园区" }
    one_band(indicator, set) {
        "industries of one band of {indicator} in {set}", "属于 {set} 中 {indicator} 同一档的行业"
    }
    some_of_two(first, second) { "some of two: “{first}” and “{second}”", "分属两档：“{first}”与“{second}”" }
    point_in_league(league) { "a point within its league, “{league}”", "位于所属盟市（“{league}”）之内的点" }
    point_in_outline() { "a point within the league's outline", "位于该盟市界线之内的点" }
    place(lon, lat) { "{lon} E, {lat} N", "东经{lon}、北纬{lat}" }
    indicator_once_a_year() { "each indicator once a year", "每个指标每年一次" }
    indicator_again(indicator, year) { "{indicator} {year} again", "再次出现 {indicator} {year} 年" }
    course_from(stages) {
        "a stage to which the ladder leads from {stages}", "升级表中从 {stages} 可以到达的阶段"
    }
    stage_on(stage, day) { "{stage} on {day}", "{day} 的 {stage}" }
    list_of_words(first, rest) { "{first} and {rest}", "{first} 和 {rest}" }

    // Objectives, deliverables, registers, what is not published.
    years_in_order() { "years in order, each once", "年份依次排列，不重复" }
    parks_and_stage() {
        "parks and stage together: how many parks, and where they are to stand",
        "parks 与 stage 同时填写：多少个园区、到哪个阶段"
    }
    one_alone() { "one of them alone", "只填了其中一个" }
    deliverables_in_order(day) {
        "deliverables by day, so a day not before {day}", "按期限先后排列，即不早于 {day} 的日期"
    }
    acts_in_order(day) {
        "acts in order of their days, so one not before {day}", "按时间先后排列，即不早于 {day} 的日期"
    }
    no_targets_here() { "none here: pages show the targets of parks", "这里不写目标（页面只显示园区的目标）" }
    no_page_here() {
        "nothing here; an act with a page of its own stands in work/ alone", "空白（有单独页面的工作只写在 work/）"
    }
    what_is_known() { "what is known of it", "已知的情况" }
    published_by_list(day, list) {
        "{day}, the day on which lists/{list}.toml was published", "{day}，即 lists/{list}.toml 的公布日期"
    }
    found_by_list(list, day) {
        "found, for lists/{list}.toml of {day} is of this kind", "found（{day} 的 lists/{list}.toml 就是这类依据）"
    }

    // Lists.
    numbered_in_turn(number) { "{number}, for entries are numbered in turn", "{number}（序号应连续）" }
    park_of_region(region) {
        "the id of a park, for the entry lies in {region}", "园区编号（该条目位于{region}）"
    }
    only_region_names_parks(region) {
        "nothing, for only entries in {region} name a park", "空白（只有{region}的条目才写园区编号）"
    }
    park_once_in_list(line) {
        "a park that the list names once; line {line} names it", "名单中只出现一次的园区（第 {line} 行已有）"
    }
    name_of_park(park, name) {
        "the name of parks/{park}.toml, “{name}”, or one of its other_names, where it was renamed",
        "parks/{park}.toml 中的名称“{name}”；园区更名的，写入该文件的 other_names"
    }
    stage_of_lists() {
        "a stage that official lists are made of, with a name for them in the ladder's table",
        "有正式名单的阶段（升级表中该阶段要有名单名称）"
    }
    an_entry() { "at least one entry", "至少一个条目" }
    list_with_park(park) { "a list with the park “{park}”", "列有园区“{park}”的名单" }
    no_act_in_reserve() {
        "no act, for the list has the park in reserve only", "没有这项决定（该园区在名单中只是备选）"
    }
    removed_here() { "true, for the list takes the park off", "true（名单把该园区移出）" }
    not_removed_here() { "nothing, for the park stands on the list", "空白（园区在名单之内）" }
    stage_of_list(stage) { "the stage of the list, {stage}", "名单的阶段，即 {stage}" }
    day_of_list(day) { "the day of the list, {day}", "名单的日期，即 {day}" }
    document_of_list(document) { "the document of the list, “{document}”", "名单的文件，即“{document}”" }
    list_that_names(list) {
        "“{list}”, the list that names the park on this day", "“{list}”，即当日列入该园区的名单"
    }

    // Reports of the work.
    invented_report() { "a title with the word 演示, for it is invented", "标题中有“演示”（内容为虚构）" }
    a_section() { "a section with its paragraphs", "至少一节正文" }
    a_paragraph() { "a paragraph", "至少一段正文" }
    plain_words() { "plain words, for HTML is not shown", "纯文字（不显示 HTML）" }
    file_beside() { "the name of a file beside this one", "与本文件同一文件夹中的文件名" }
    no_such_file(name) { "“{name}”, and no such file", "“{name}”，但没有这个文件" }
    file_of_at_most(bytes) { "a file of at most {bytes} bytes", "不超过 {bytes} 字节的文件" }
    picture_of_at_most(pixels) {
        "a picture of at most {pixels} × {pixels} pixels", "不超过 {pixels}×{pixels} 像素的图片"
    }
    pixels(width, height) { "{width} × {height}", "{width}×{height}" }
    a_picture() { "a picture in PNG, JPEG or WebP", "PNG、JPEG 或 WebP 图片" }
    an_attachment() {
        "a file in pdf, ofd, docx, xlsx, doc, xls, wps, csv or txt that is what its name says",
        "pdf、ofd、docx、xlsx、doc、xls、wps、csv 或 txt 文件，且内容与扩展名一致"
    }
    a_damaged_one() { "a damaged one", "损坏的图片" }
    an_svg() { "an SVG, which may hold scripts", "SVG（可能含有脚本）" }
    a_web_page() { "a web page", "网页" }

    // What all editions share.
    pinyin() { "pinyin without tones and spaces, ü written v", "不带声调和空格的拼音，ü 写作 v" }
    follows_from_clause() { "nothing; it follows from the clause", "空白（由条款自动得出）" }
    code_of_industry() { "a code of GB/T 4754: a letter and digits", "GB/T 4754 代码：一个字母加数字" }
    code_of_its_own() { "a code that no other league has", "不与其他盟市重复的代码" }
    tile_of_its_own() { "a tile that no other league has", "不与其他盟市重复的格子" }
    code_of_outline(file) { "the code of an outline in {file}", "{file} 中有界线的代码" }
    code_of_league() { "the code of a league", "盟市的代码" }
    outline_of_its_own() { "a code that no other outline has", "不与其他界线重复的代码" }
    quota_once() { "one quota a level", "每个层级一个名额数" }
    an_email() { "an e-mail address of one recipient", "一个收件人的电子邮箱地址" }
    ten_digits() { "ten digits", "十位数字" }
    https_address() { "an address with https://", "以 https:// 开头的网址" }
    both_languages() { "both languages, or neither", "中英文都填，或都不填" }
    an_edition() { "at least one edition", "至少一个版本" }
    as_the_seed_makes(seed) { "what parks demo --seed {seed} makes", "parks demo --seed {seed} 生成的内容" }
    line_as_the_seed_makes(seed, line) {
        "what parks demo --seed {seed} makes: {line}", "parks demo --seed {seed} 生成的内容：{line}"
    }
    only_what_the_seed_makes(seed) {
        "only files that parks demo --seed {seed} makes", "只有 parks demo --seed {seed} 生成的文件"
    }
    another_file() { "another one", "另外的文件" }

    // What was published before.
    as_published(was, day) {
        "{was}, as it was published by {day}; what was published is changed by a correction of its own day (corrections/*.toml)",
        "{was}，与 {day} 前公布的一致；已公布的内容要改，请另写更正（corrections/*.toml），注明日期和原因"
    }
    another_text() { "another text, day or source, or none", "文字、日期或来源不同，或已删去" }
    the_file() { "the file", "这个文件" }
    no_file() { "no file", "没有文件" }
}
