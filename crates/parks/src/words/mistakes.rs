//! What is wrong with a call, in words.

use std::error::Error as _;
use std::fmt;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Both;
use crate::lang::Lang;

/// Why a value of an argument cannot be taken: what was expected.
#[derive(Clone, Copy, Debug)]
pub struct Expected(pub Both);

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.0.en)
    }
}

impl std::error::Error for Expected {}

/// A full address of a site.
pub const SITE_ADDRESS: Expected =
    Expected(Both::new("以 / 结尾的完整网址，如 https://example.org/", "a full address that ends with /"));
/// A path below which a site stands.
pub const BASE_PATH: Expected =
    Expected(Both::new("以 / 开头并以 / 结尾的路径，如 /parks/", "a path that begins and ends with /"));
/// What lines are written as.
pub const LINES_ARE_JSON: Both = Both::new(
    "--lines 的结果只能是 json，不能同时写 --format text",
    "expected --format json beside --lines, found text",
);

/// The sentence for a call that cannot be understood, in Chinese. English has clap's own.
pub fn chinese(error: &Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "还要写一个命令".to_owned(),
        ErrorKind::UnknownArgument => format!("这里不能写“{argument}”"),
        ErrorKind::MissingRequiredArgument => format!("还缺：{argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("“{argument}”后面要写一个值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{argument}”不能是“{value}”{}", expected(error, &text(ContextKind::ValidValue)))
        }
        ErrorKind::ArgumentConflict => {
            format!("“{argument}”不能与“{}”同时写", text(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => format!("“{argument}”后面多了“{value}”"),
        ErrorKind::InvalidUtf8 => "有一个参数不是 UTF-8 文字".to_owned(),
        _ => format!("这样写看不懂：{argument}{value}"),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(|kind| match error.get(kind)? {
        ContextValue::String(near) => Some(near),
        // The nearest comes last.
        ContextValue::Strings(near) => near.last(),
        _ => None,
    });
    near.map_or_else(|| sentence.clone(), |near| format!("{sentence}；是不是“{near}”？"))
}

fn expected(error: &Error, allowed: &str) -> String {
    let source = error.source();
    if let Some(Expected(expected)) = source.and_then(|source| source.downcast_ref()) {
        return format!("：要写{}", expected.of(Lang::Zh));
    }
    if source.is_some_and(|source| source.is::<std::num::ParseIntError>()) {
        return "：要写一个整数".to_owned();
    }
    if allowed.is_empty() { String::new() } else { format!("：可以写 {allowed}") }
}
