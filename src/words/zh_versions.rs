//! Versions in Chinese.

use super::Versions;

pub static VERSIONS: Versions = Versions {
    lead: |count| {
        format!(
            "这一版次公布过{count}次，每一次公布的全部文件都原样保留，可以随时打开。引用时地址里带有版本，几年后打开仍是当时的内容。"
        )
    },
    none: "到这一天，存档里还没有这一版次的公布记录。",
    no_archive: "这个网站没有保留公布存档，只能打开现在的版本。",
    caption: "公布过的版本",
    heads: ["公布日期和版本", "资料截至", "改动", "打开"],
    first: "第一次公布",
    open: "打开这一版本",
    shown: "（正在看的版本）",
    index: "下载索引文件（JSON）",
};
