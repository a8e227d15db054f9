//! What `parks verify` says: each sentence once, in Chinese and English.

use std::path::Path;

use crate::lang::Lang;
use crate::verify::Fault;

/// What is wrong with a file.
pub fn of_file(lang: Lang, path: &str, fault: &Fault) -> String {
    format!("{path}{}{}", lang.of("：", ": "), sentence(lang, fault))
}

/// What is wrong with the place as a whole.
pub fn of_place(lang: Lang, fault: &Fault) -> String {
    sentence(lang, fault)
}

fn sentence(lang: Lang, fault: &Fault) -> String {
    let fixed = |zh: &str, en: &str| lang.of(zh, en).to_owned();
    match fault {
        Fault::Missing => fixed("没有这个文件", "it is missing"),
        Fault::Unlisted => fixed("发布的内容里没有这个文件", "it was not published"),
        Fault::Status(status) => lang.of(format!("主机回答 {status}"), format!("the host answers {status}")),
        Fault::Unreachable(why) => lang.of(format!("没有回答：{why}"), format!("no answer: {why}")),
        Fault::PageInstead => fixed(
            "主机回答 200，给的却是一个网页：不存在的内容也用网页回答的主机",
            "the host answers 200 with a page instead of it: it answers everything with a page",
        ),
        Fault::ByteOrderMark => {
            fixed("开头被加上了字节顺序标记（BOM）", "a byte order mark was put before it")
        }
        Fault::LineEnds => fixed(
            "换行被改成了 CRLF：用二进制方式上传",
            "its line ends were made CRLF: upload in binary mode",
        ),
        Fault::Minified => fixed(
            "空白被删掉了：路上有压缩网页代码（minify）的功能，把它关掉",
            "white space was taken out: something on the way minifies; switch it off",
        ),
        Fault::Changed => fixed("内容不是发布的内容", "its content is not what was published"),
        Fault::Copy(encoding) => lang.of(
            format!("压缩副本（{encoding}）不是这个文件的：连同副本一起重新上传"),
            format!("its compressed copy ({encoding}) is of other bytes: upload both again"),
        ),
        Fault::Type(sent) => {
            let sent = if sent.is_empty() { lang.of("没有写明", "none") } else { sent };
            lang.of(format!("类型（Content-Type）不对：{sent}"), format!("wrong Content-Type: {sent}"))
        }
        Fault::AnswersAll => fixed(
            "不存在的网址也回答 200：应当回答 404，并给出 404.html",
            "what does not exist is answered with 200: expected 404, with 404.html",
        ),
        Fault::OtherNotFound => fixed(
            "不存在的网址没有用网站自己的 404.html 回答",
            "what does not exist is not answered with the site's own 404.html",
        ),
        Fault::NoHeader(name) => {
            lang.of(format!("首页没有标头 {name}"), format!("home is sent without the header {name}"))
        }
        Fault::KeptTooLong(path, kept) => lang.of(
            format!("{path}：每次发布都会变，却让浏览器一直保存（Cache-Control: {kept}）"),
            format!(
                "{path}: it changes with every publication, and browsers may keep it (Cache-Control: {kept})"
            ),
        ),
    }
}

/// What is being done.
pub fn asking(lang: Lang, address: &str, files: usize) -> String {
    lang.of(format!("向 {address} 取 {files} 个文件"), format!("Asking {address} for {files} files"))
}

/// The good end.
pub fn all_published(lang: Lang, place: &str, files: usize) -> String {
    lang.of(
        format!("{place}：{files} 个文件都是发布的内容"),
        format!("{place}: {files} files, all as published"),
    )
}

/// The other end.
pub fn not_published(lang: Lang, place: &str, wrong: usize, files: usize) -> String {
    lang.of(
        format!("{place}：{files} 个文件，{wrong} 个有问题"),
        format!("{place}: {files} files, something is wrong with {wrong}"),
    )
}

/// What the comparison stands on where no site was named.
pub fn by_its_own_list(lang: Lang, list: &str) -> String {
    lang.of(
        format!("对照的是那里自己的 {list}；用 --site 写明生成的网站，才知道它是不是你发布的"),
        format!("held to its own {list}; only with --site, the site that you built, is it held to what you published"),
    )
}

/// There is no list.
pub fn no_list(lang: Lang, place: &str, list: &str) -> String {
    lang.of(
        format!("{place}：没有文件清单 {list}；用 --site 写明生成的网站"),
        format!("{place}: there is no {list}; name the site that you built by --site"),
    )
}

/// There is no site.
pub fn no_site(lang: Lang, folder: &Path) -> String {
    let folder = folder.display();
    lang.of(format!("{folder}：这里没有网站"), format!("{folder}: there is no site here"))
}

/// The host does not answer.
pub fn cannot_reach(lang: Lang, address: &str, why: &str) -> String {
    lang.of(format!("{address}：连不上：{why}"), format!("{address}: cannot be reached: {why}"))
}
