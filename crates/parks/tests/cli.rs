//! The command line: its words in both languages, old calls, mistaken calls.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use clap::error::ErrorKind;
use parks::cli::command;
use parks::lang::Lang;
use parks::words::help::{COMMANDS, SHARED};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A text without the calls of examples, which may name things in Chinese whatever the language.
fn without_calls(text: &str) -> String {
    let calls = COMMANDS.iter().flat_map(|words| words.examples).map(|(call, _)| *call);
    calls.fold(text.to_owned(), |text, call| text.replace(call, ""))
}

/// What the program answers, in a machine of no language.
fn parks(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_parks"));
    for name in ["LANGUAGE", "LC_MESSAGES", "LANG"] {
        program.env_remove(name);
    }
    let output = program.env("LC_ALL", "C").args(arguments).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Whether a line of a document or of the help is a call that the program takes.
pub fn is_call(line: &str) -> Result<(), clap::Error> {
    let words = line.split_whitespace().take_while(|word| !matches!(*word, ">" | "|" | "#"));
    let parsed = command(Lang::En).try_get_matches_from(words);
    match parsed {
        Err(error) if error.kind() != ErrorKind::DisplayHelp && error.kind() != ErrorKind::DisplayVersion => {
            Err(error)
        }
        _ => Ok(()),
    }
}

#[test]
fn every_command_argument_and_value_has_words_in_both_languages() {
    for lang in LANGS {
        let whole = command(lang);
        whole.clone().debug_assert();
        let says = |what: &str, text: Option<String>| {
            let text = without_calls(&text.unwrap_or_default());
            assert!(!text.is_empty(), "{what} has no words");
            assert_eq!(is_chinese(&text), lang == Lang::Zh, "{what}: {text}");
        };
        for sub in [&whole].into_iter().chain(whole.get_subcommands()) {
            says(sub.get_name(), sub.get_about().map(ToString::to_string));
            says(sub.get_name(), sub.get_after_help().map(ToString::to_string));
            for argument in sub.get_arguments() {
                let name = format!("{} {}", sub.get_name(), argument.get_id());
                let help = argument.get_help().map(ToString::to_string);
                says(&name, help.clone());
                if !argument.get_action().takes_values() {
                    continue;
                }
                for value in argument.get_possible_values() {
                    let is_said = help.as_ref().is_some_and(|help| help.contains(value.get_name()));
                    assert!(is_said, "{name}: the value {} has no words", value.get_name());
                }
                let names = argument.get_value_names().unwrap_or_default();
                says(&name, names.first().map(ToString::to_string));
            }
        }
    }
}

#[test]
fn the_catalogue_says_nothing_about_what_is_not_there() {
    let whole = command(Lang::En);
    let mut shared = BTreeSet::new();
    for words in COMMANDS {
        let found =
            [&whole].into_iter().chain(whole.get_subcommands()).find(|sub| sub.get_name() == words.name);
        let found = found.unwrap_or_else(|| panic!("no command {}", words.name));
        let ids: BTreeSet<&str> = found.get_arguments().map(|argument| argument.get_id().as_str()).collect();
        for argument in words.arguments {
            assert!(ids.contains(argument.id), "{} has no argument {}", words.name, argument.id);
        }
        shared.extend(
            ids.iter().filter(|id| words.arguments.iter().all(|own| own.id != **id)).map(|id| id.to_string()),
        );
        assert!(!words.examples.is_empty(), "{} has no example", words.name);
        for (call, _) in words.examples {
            assert!(is_call(call).is_ok(), "{call}: {}", is_call(call).unwrap_err());
        }
    }
    assert_eq!(shared, SHARED.iter().map(|argument| argument.id.to_owned()).collect());
}

#[test]
fn help_is_wholly_in_one_language_and_tells_the_exit_codes() {
    let names: Vec<String> =
        command(Lang::En).get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in &names {
        let (code, english, _) = parks(&[name, "--help", "--lang", "en"]);
        assert_eq!(code, Some(0), "{name}");
        assert!(
            !is_chinese(&without_calls(&english)) && english.contains("Exit codes:\n  0  done"),
            "{english}"
        );
        let (code, chinese, _) = parks(&["--lang", "zh", name, "-h"]);
        assert_eq!(code, Some(0), "{name}");
        assert!(chinese.contains("退出码：\n  0  完成") && chinese.contains("例子："), "{chinese}");
        for word in ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "default:", "possible", "Print"]
        {
            assert!(!chinese.contains(word), "{name}: {word}: {chinese}");
        }
        assert_eq!(parks(&["help", name, "--lang", "zh"]).1, chinese);
    }
    let (code, whole, _) = parks(&["--help", "--lang", "zh"]);
    assert_eq!(code, Some(0));
    assert!(names.iter().all(|name| whole.contains(&format!("\n  {name}"))), "{whole}");
    assert!(whole.starts_with("内蒙古零碳园区公开评估"), "{whole}");
    // Nobody watches a pipe: no colours in it.
    assert!(!whole.contains('\u{1b}'), "{whole}");
    let (code, nothing, told) = parks(&[]);
    assert_eq!((code, nothing.as_str()), (Some(2), ""));
    assert!(told.contains("Commands:"), "{told}");
}

#[test]
fn the_machines_language_is_spoken_unless_another_is_asked_for() {
    let said = |locale: &str, arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_parks"));
        let output = program.env("LC_ALL", locale).args(arguments).output().unwrap();
        is_chinese(&String::from_utf8(output.stdout).unwrap())
    };
    assert!(said("zh_CN.UTF-8", &["--help"]));
    assert!(!said("en_GB.UTF-8", &["--help"]));
    assert!(!said("C", &["--help"]));
    assert!(!said("zh_CN.UTF-8", &["--help", "--lang", "en"]));
}

#[test]
fn a_mistaken_call_is_told_in_the_language_and_is_2() {
    for (arguments, chinese, english) in [
        (&["chekc"][..], "没有“chekc”这个命令；是不是“check”？", "unrecognized subcommand 'chekc'"),
        (
            &["check", "--dta", "x"],
            "这里不能写“--dta”；是不是“--data”？",
            "unexpected argument '--dta' found",
        ),
        (&["build"], "还缺：<--site <文件夹>|--out <文件夹>>", "<--site <DIR>|--out <DIR>>"),
        (&["check", "--data"], "“--data <文件夹>”后面要写一个值", "a value is required for '--data <DIR>'"),
        (
            &["schema", "inputs"],
            "“<哪一个>”不能是“inputs”：可以写 input、result；是不是“input”？",
            "[possible values: input, result]",
        ),
        (&["demo", "--seed", "many"], "“--seed <数>”不能是“many”：要写一个整数", "invalid digit"),
        (&["demo", "--seed", "1", "2"], "这里不能写“2”", "unexpected argument '2' found"),
        (
            &["build", "--out", "x", "--public-url", "example.org"],
            "“--public-url <网址>”不能是“example.org”：要写以 / 结尾的完整网址，如 https://example.org/",
            "expected a full address that ends with /",
        ),
        (
            &["assess", "x", "--lines", "--format", "text"],
            "--lines 的结果只能是 json，不能同时写 --format text",
            "expected --format json beside --lines, found text",
        ),
        (&["check", "--lang", "fr"], "", "[possible values: zh, en]"),
    ] {
        let (code, out, told) = parks(arguments);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(told.contains(english) && !is_chinese(&told), "{arguments:?}: {told}");
        let (code, out, told) = parks(&[&["--lang", "zh"], arguments].concat());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(told.contains(chinese), "{arguments:?}: {told}");
    }
    let (_, _, told) = parks(&["build", "--lang", "zh"]);
    assert!(told.contains("\n用法：parks build [选项] <--site <文件夹>|--out <文件夹>>\n"), "{told}");
}

#[test]
fn calls_of_earlier_versions_are_taken() {
    for line in [
        "parks check --data data",
        "parks check --data=data --archive ../archive",
        "parks build --data data --out dist/data --pages p.json --feeds dist/feeds --public-url https://e.org/ --archive a",
        "parks diff --archive ../archive --lang zh",
        "parks assess - --format json",
        "parks assess park.json --lines --no-trace --lang en --data data",
        "parks assess - --data data --data other",
        "parks demo --seed 2025 --out data/editions/demonstration",
        "parks schema input",
        "parks -h",
    ] {
        assert!(is_call(line).is_ok(), "{line}: {}", is_call(line).unwrap_err());
    }
}

#[test]
fn the_version_is_that_of_the_crate_and_every_shell_is_completed() {
    let version = format!("parks {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(parks(&["--version"]), (Some(0), version.clone(), String::new()));
    assert_eq!(parks(&["-V"]).1, version);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, script, _) = parks(&["completion", shell]);
        assert!(code == Some(0) && script.contains("completion"), "{shell}: {script}");
    }
}
