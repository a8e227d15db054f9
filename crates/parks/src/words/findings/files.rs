//! Words about files as such: their text, their form, their columns.

words! {
    expected_found(expected, found) { "expected {expected}, found {found}", "应为{expected}；现为{found}" }
    known_file() { "a file that the portal knows", "网站认识的文件" }
    unread_file() { "one that it does not read: take it out of the folder", "它不读取的文件（请删去或移出数据文件夹）" }
    file_name_of_id() {
        "a file name of lower-case letters, digits and hyphens; a copy is taken out of the folder",
        "只含小写字母、数字和连字符的文件名；多余的副本请移出数据文件夹"
    }
    utf8() { "text in UTF-8", "UTF-8 编码的文本（另存为“UTF-8”，表格另存为“CSV UTF-8”）" }
    the_byte(byte) { "the byte {byte}", "字节 {byte}（不是文字文件，或已损坏）" }
    text_in_gbk() { "text in GBK", "GBK 编码的文本" }
    utf8_without_mark() { "UTF-8 without a byte order mark", "不带签名（BOM）的 UTF-8" }
    byte_order_mark() { "a byte order mark at its beginning", "文件开头有签名（BOM）" }
    content() { "content", "内容" }
    an_empty_file() { "an empty file", "空文件" }
    valid_toml() { "valid TOML", "正确的 TOML 写法" }
    a_mistake(what) { "a mistake in it ({what})", "写法有误（{what}）" }
    wide_brackets() { "the head of a table stands in [ and ] of half width", "表头的方括号要用英文半角 [ ]" }
    mistake_in(what, line) { "a mistake in it ({what}): {line}", "写法有误（{what}）：{line}" }
    geojson() {
        "GeoJSON features with an adcode and a Polygon or MultiPolygon",
        "GeoJSON 要素，带 adcode，形状为 Polygon 或 MultiPolygon"
    }
    not_read(what) { "{what}", "无法读取（{what}）" }
    a_ring() { "at least one ring", "至少一条界线" }
    closed_rings() { "closed rings of at least 4 points", "闭合且至少 4 个点的界线" }
    ring_of(points) { "one of {points} that is not", "有一条 {points} 个点的不是" }
    degrees() { "degrees within 90–130 east and 35–55 north", "东经 90–130 度、北纬 35–55 度之内" }
    degrees_found(lon, lat) { "{lon}, {lat}", "{lon}, {lat}" }

    seen_characters() { "characters that are seen", "看得见的字符" }
    unseen_at(code, place) { "{code} as character {place}", "第 {place} 个字符为 {code}" }
    text_of_at_most(characters) { "a text of at most {characters} characters", "不超过 {characters} 个字符的文字" }
    characters(count) { "{count} characters", "{count} 个字符" }

    // Columns and cells.
    line_of_names() { "a line of column names", "第一行为列名" }
    a_record() { "a CSV record", "一行 CSV" }
    column_once() { "each column once", "每列只出现一次" }
    one_of_columns(columns) { "one of the columns {columns}", "下列列名之一：{columns}" }
    one_of_columns_near(columns, near) {
        "one of the columns {columns} (did you mean “{near}”?)", "下列列名之一：{columns}（是不是“{near}”？）"
    }
    column_name() { "the column name", "列 name（名称）" }
    columns_of_years() {
        "the columns start_year and end_year together", "start_year 与 end_year 两列同时有"
    }
    fields(count) { "{count} fields", "{count} 格" }
    total_of(kind, count) { "{kind} of the entries above it, {count}", "{kind}等于上面的条目数 {count}" }
    no_name_no_content() { "nothing in a column without a name", "没有列名的列应空白" }
    one_line() { "one line, without breaks or white space around", "一行，不换行，前后不留空格" }
    a_number() { "a number", "数字" }
    a_year() { "a year", "年份" }
    whole_or_part() {
        "whole or part; other words stand in scope_as_printed", "whole（整体）或 part（部分）；其他文字写入 scope_as_printed"
    }
    status_of_entry() {
        "nothing, listed, reserve (备选) or removed (移出)", "空白、listed、reserve（备选）或 removed（移出）"
    }

    // What there is to know before the portal is public.
    opens_with_invented() {
        "the portal opens with invented parks; before going public, default_edition = \"published\"",
        "网站默认打开虚构的演示版；正式上线前请写 default_edition = \"published\""
    }
    invented_is_built(edition) {
        "the invented edition {edition} is built; leave_out = [\"{edition}\"] leaves it out",
        "虚构的 {edition} 版也会发布；写 leave_out = [\"{edition}\"] 可以不发布"
    }
    slot_is_empty() { "empty and not shown", "空着，不显示" }
    no_licence() {
        "the portal states no licence of the data; before going public, decide under which conditions others may use it, and write licence = {{ zh = \"…\", en = \"…\" }}",
        "网站没有写明数据的使用许可；正式上线前请确定他人使用数据的条件，写入 licence = {{ zh = \"…\", en = \"…\" }}"
    }
    facts_are_old(day, days) {
        "the facts are of {day}, {days} days ago", "事实截至 {day}，距今 {days} 天"
    }
    no_archive(folder) {
        "there is no folder {folder}, so nothing was held against what is published; right before the first publication, else look at --archive",
        "没有“{folder}”这个文件夹，没有与已公布的内容比较；第一次发布以前正常，否则请检查 --archive 写得对不对"
    }
    notice() { "notice", "提示" }
    nothing_wrong(folder) { "{folder}: nothing wrong", "{folder}：没有发现问题" }
    count_wrong(folder, count) { "{folder}: {count} wrong", "{folder}：{count} 处有误" }

    counted_alike(what, day, count) {
        "{what} counted alike on every page on {day}, {count} as on Home; this is a mistake of the program",
        "{day} 各页的 {what} 数量一致，即首页的 {count}（这是程序的差错）"
    }
}
