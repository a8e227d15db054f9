//! Reads the balances of rounds and corrections as they are edited: every mistake at once, each with its line.

use assessment::Problem;
use assessment::input::Assessment;
use assessment::reader;
use disclosure::correction::Notice;
use disclosure::round::{Balance, Round};
use json_tree::Tree;

use crate::assess::Rules;
use crate::finding::Finding;
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings as words;

/// The round with its balances read. In the place of one that could not be stands an empty one, which is doubtful.
pub fn read(
    round: Read<Round<Tree<'static>>>,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<Read<Round>> {
    let Read { mut file, value } = round;
    let year = value.year.map_or(value.dated.year(), i32::from);
    let value =
        value.with_balances(|path, node| read_or_instead(&mut file, path, &node, year, rules, findings))?;
    Some(Read { file, value })
}

/// The correction with its balances read, likewise.
pub fn read_notice(
    notice: Read<Notice<Tree<'static>>>,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<Read<Notice>> {
    let Read { mut file, value } = notice;
    let year = value.dated.year();
    let value = value.with_balances(|path, node| {
        let path = as_written(&file, path);
        read_or_instead(&mut file, &path, &node, year, rules, findings)
    })?;
    Some(Read { file, value })
}

/// A balance, or one of a year in which nothing was used. What is told of it is doubtful.
fn read_or_instead(
    file: &mut TomlFile,
    path: &str,
    node: &Tree<'_>,
    year: i32,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<Balance> {
    let before = findings.len();
    let read = read_one(file, path, node, rules, findings);
    findings[before..].iter().for_each(|finding| file.doubt(&finding.path));
    read.or_else(|| {
        file.doubt(path);
        Balance::of(Assessment { year: u16::try_from(year).ok()?, ..Assessment::default() })
    })
}

/// The path of a corrected balance as the file has it: `kind = "balance"` names it in the place of the core.
pub fn as_written(file: &TomlFile, path: &str) -> String {
    let around = path.strip_suffix(".balance").filter(|_| !file.root.has(path));
    around.unwrap_or(path).to_owned()
}

/// A balance. What it says is judged by the rules of the edition, where it can be read at all. One that cannot be is
/// told what the shared rules find in it too, so that all its mistakes are told at once.
fn read_one(
    file: &TomlFile,
    path: &str,
    node: &Tree<'_>,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<Balance> {
    check_form(file, path, node, findings);
    match reader::read_unruled(node) {
        Ok(assessment) => Balance::of(assessment),
        Err(problems) => {
            let by_rules = reader::read(node.to_string().as_bytes(), rules.library());
            let problems = by_rules.err().unwrap_or(problems);
            findings.extend(problems.into_iter().map(|problem| located(file, path, problem)));
            None
        }
    }
}

/// A problem of an assessment that stands at a path of a file.
pub fn located(file: &TomlFile, at: &str, problem: Problem) -> Finding {
    let (expected, found) = words::of_the_engine(&problem);
    let path = problem.path;
    let path = if path == "$" { at.to_owned() } else { format!("{at}.{path}") };
    file.finding(&path, expected, found)
}

/// What is asked of a balance beyond what the contract asks: numbers are written in quotes, so that none passes
/// through a binary float, and guiding indicators stand in `values`.
fn check_form(file: &TomlFile, path: &str, balance: &Tree<'_>, findings: &mut Vec<Finding>) {
    let Tree::Object(members) = balance else {
        findings.push(file.finding(path, words::a_balance_table(), words::something_else()));
        return;
    };
    if members.iter().any(|(key, _)| key == "guiding") {
        let path = format!("{path}.guiding");
        findings.push(file.finding(&path, words::guiding_stands_in_values(), words::some()));
    }
    for (key, value) in members.iter().filter(|(key, _)| key != "year") {
        check_quotes(file, &format!("{path}.{key}"), value, findings);
    }
}

fn check_quotes(file: &TomlFile, path: &str, value: &Tree<'_>, findings: &mut Vec<Finding>) {
    match value {
        Tree::Number(number) => {
            findings.push(file.finding(path, words::number_in_quotes(), words::plain(number)))
        }
        Tree::List(items) => {
            for (i, item) in items.iter().enumerate() {
                check_quotes(file, &format!("{path}[{i}]"), item, findings);
            }
        }
        Tree::Object(members) => {
            for (key, item) in members {
                check_quotes(file, &format!("{path}.{key}"), item, findings);
            }
        }
        Tree::Null | Tree::Bool(_) | Tree::Text(_) => {}
    }
}
