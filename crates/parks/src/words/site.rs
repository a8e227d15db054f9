//! What is said where a site is put together and served, whose sentences are English, in Chinese.

use super::findings::translated;
use crate::lang::Lang;
use crate::terminal;

/// Its sentences with a place for what is filled in, and the same in Chinese.
const SENTENCES: &[(&str, &str)] = &[
    (
        "{}: expected the file that portal.json names, found none",
        "{}：缺少 portal.json 里列出的这个文件；portal 文件夹要与程序一起完整保留",
    ),
    (
        "{}: expected an empty folder or an earlier build, found other files",
        "{}：应为空文件夹或以前生成的网站；现有别的文件",
    ),
    (
        "{}: expected the portal's built files, with portal.json",
        "{}：应为门户的程序文件夹（里面有 portal.json）；与程序放在一起的 portal 文件夹要完整保留",
    ),
    ("cannot read {}", "读不了 {}"),
    ("cannot write {}", "写不了 {}"),
    ("cannot create {}", "建不了 {}"),
    ("cannot replace {}; is it open?", "换不了 {}；是不是有程序正开着它？"),
    ("{}: expected a folder with a name", "{}：应为有名字的文件夹"),
    ("cannot use port {}", "端口 {} 用不了"),
    ("cannot serve: {}", "预览不了：{}"),
];

/// Why it could not be done: each reason behind what it is the reason of.
pub fn why(error: &anyhow::Error, lang: Lang) -> String {
    if lang == Lang::En {
        return format!("{error:#}");
    }
    let said = error.chain().map(|cause| match cause.downcast_ref() {
        Some(error) => terminal::why(error, lang),
        None => {
            let said = cause.to_string();
            translated(SENTENCES, &said).unwrap_or(said)
        }
    });
    said.collect::<Vec<_>>().join("：")
}
