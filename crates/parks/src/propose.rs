//! `parks propose-id`: an id from a Chinese name, so that nobody has to invent one.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use disclosure::model::League;

use crate::compile::names::pinyin;
use crate::draft;
use crate::files::Files;
use crate::lang::Lang;
use crate::terminal;

/// What says what kind of place it is and not which one; the longest first.
const GENERIC: [&str; 15] = [
    "高新技术产业开发区",
    "经济技术开发区",
    "装备制造产业园区",
    "高新技术开发区",
    "经济开发区",
    "工业开发区",
    "工业园区",
    "产业园区",
    "零碳园区",
    "产业园",
    "工业园",
    "开发区",
    "自治区",
    "园区",
    "（园中园）",
];

/// The id of a name: its league's, where it begins with one, then the pinyin of what tells it from others.
///
/// `None` for a name of which no character can be read.
pub fn propose<'a>(name: &str, leagues: &[League], taken: impl Fn(&str) -> bool + 'a) -> Option<String> {
    let name = name.trim().trim_start_matches("内蒙古自治区").trim_start_matches("内蒙古");
    let of_league = leagues.iter().find_map(|league| {
        let rest = name.strip_prefix(&league.name.zh).or_else(|| name.strip_prefix(&league.short.zh))?;
        Some((league.id.as_str(), rest.strip_prefix('市').unwrap_or(rest)))
    });
    let (league, rest) = of_league.map_or((None, name), |(id, rest)| (Some(id), rest));
    let mut own = rest.to_owned();
    for word in GENERIC {
        own = own.replace(word, "");
    }
    // Where nothing else is left, the kind of place is its name.
    let own = if own.trim().is_empty() { rest } else { &own };
    let read = pinyin(own);
    let read = read.split(' ').next().filter(|read| !read.is_empty());
    let parts: Vec<&str> = league.into_iter().chain(read).collect();
    let id = parts.join("-");
    if id.is_empty() {
        return None;
    }
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !taken(id))
}

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The name.
    pub name: String,
    /// The data folder, whose leagues are known and whose ids are taken.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
}

/// Runs the command: prints the id, which no park or list of the data folder has.
pub fn run(Options { name, data }: &Options, lang: Lang) -> ExitCode {
    let files = match Files::read_data(data, lang) {
        Ok(files) => files,
        Err(error) => {
            terminal::fail("propose-id", terminal::why(&error, lang));
            return ExitCode::from(2);
        }
    };
    let (draft, _) = draft::read(&files);
    let leagues = draft.leagues.map(|read| read.value.leagues).unwrap_or_default();
    let taken = |id: &str| files.paths().any(|path| path.ends_with(&format!("/{id}.toml")));
    match propose(name, &leagues, taken) {
        Some(id) => {
            terminal::say(id);
            ExitCode::SUCCESS
        }
        None => {
            let said = lang
                .of(format!("“{name}”里没有能读出拼音的字"), format!("no character of “{name}” can be read"));
            terminal::fail("propose-id", said);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leagues() -> Vec<League> {
        #[derive(serde::Deserialize)]
        struct Leagues {
            leagues: Vec<League>,
        }
        let read: Leagues =
            toml::from_str(include_str!("../../../data/leagues.toml")).expect("it is checked");
        read.leagues
    }

    #[test]
    fn an_id_is_the_league_and_what_tells_the_place_from_others() {
        let propose = |name| propose(name, &leagues(), |_| false);
        assert_eq!(propose("鄂尔多斯蒙苏经济开发区").as_deref(), Some("ordos-mengsu"));
        assert_eq!(propose("内蒙古鄂尔多斯市蒙苏经济开发区零碳园区").as_deref(), Some("ordos-mengsu"));
        assert_eq!(propose("零碳园区电网示范").as_deref(), Some("dianwangshifan"));
        assert_eq!(propose("产业园").as_deref(), Some("chanyeyuan"));
        assert_eq!(propose("，。"), None);
    }

    #[test]
    fn an_id_that_is_taken_is_numbered() {
        let taken = |id: &str| ["ordos-mengsu", "ordos-mengsu-2"].contains(&id);
        assert_eq!(propose("鄂尔多斯蒙苏", &leagues(), taken).as_deref(), Some("ordos-mengsu-3"));
    }
}
