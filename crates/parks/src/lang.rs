//! The language that the command line speaks.

use std::env;

use assessment::Text;
use clap::ValueEnum;

/// Language of help, findings and results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of the machine: what `LC_ALL`, `LC_MESSAGES` and `LANG` say, the first of them that is set; where
    /// none is, what the system's own settings say, as on Windows. English when nothing says Chinese.
    pub fn of_machine() -> Lang {
        Lang::of_locale(|name| env::var(name).ok(), sys_locale::get_locale)
    }

    fn of_locale(variable: impl Fn(&str) -> Option<String>, system: impl Fn() -> Option<String>) -> Lang {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
        let locale = set.into_iter().find(|value| !value.is_empty()).or_else(system).unwrap_or_default();
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") { Lang::Zh } else { Lang::En }
    }

    /// The one of two texts that is in this language.
    pub fn of<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A published text in this language.
    pub fn text(self, text: &Text) -> &str {
        self.of(&text.zh, &text.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides_and_then_the_system() {
        let lang = |set: &[(&str, &str)], system: Option<&str>| {
            let variable = |name: &str| {
                set.iter().find(|(named, _)| *named == name).map(|(_, value)| (*value).to_owned())
            };
            Lang::of_locale(variable, || system.map(str::to_owned))
        };
        assert_eq!(lang(&[("LANG", "zh_CN.UTF-8")], None), Lang::Zh);
        assert_eq!(lang(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], None), Lang::En);
        assert_eq!(lang(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "")], None), Lang::Zh);
        assert_eq!(lang(&[("LANG", "de_DE"), ("LC_MESSAGES", "zh")], None), Lang::Zh);
        assert_eq!(lang(&[], Some("zh-Hans-CN")), Lang::Zh);
        assert_eq!(lang(&[("LANG", "en_GB")], Some("zh-CN")), Lang::En);
        assert_eq!(lang(&[], Some("zhuang")), Lang::En);
        assert_eq!(lang(&[], None), Lang::En);
    }
}
