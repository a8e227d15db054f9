//! Reads the balances of rounds and corrections as they are edited: every mistake at once, each with its line.

use assessment::Problem;
use assessment::reader;
use disclosure::correction::Notice;
use disclosure::round::{Balance, Round};
use json_tree::Tree;

use crate::finding::Finding;
use crate::tomlfile::{Read, TomlFile};

/// The round with its balances read; `None` where one could not be.
pub fn read(round: Read<Round<Tree<'static>>>, findings: &mut Vec<Finding>) -> Option<Read<Round>> {
    let Read { file, value } = round;
    let value = value.with_balances(|path, node| read_one(&file, path, &node, findings))?;
    Some(Read { file, value })
}

/// The correction with its balances read; `None` where one could not be.
pub fn read_notice(notice: Read<Notice<Tree<'static>>>, findings: &mut Vec<Finding>) -> Option<Read<Notice>> {
    let Read { file, value } = notice;
    let value =
        value.with_balances(|path, node| read_one(&file, &as_written(&file, path), &node, findings))?;
    Some(Read { file, value })
}

/// The path of a corrected balance as the file has it: `kind = "balance"` names it in the place of the core.
pub fn as_written(file: &TomlFile, path: &str) -> String {
    let around = path.strip_suffix(".balance").filter(|_| !file.root.has(path));
    around.unwrap_or(path).to_owned()
}

/// A balance. What it says is not judged here: fuels, factors and totals are checked by the rules of the edition.
fn read_one(file: &TomlFile, path: &str, node: &Tree<'_>, findings: &mut Vec<Finding>) -> Option<Balance> {
    let before = findings.len();
    check_form(file, path, node, findings);
    if findings.len() > before {
        return None;
    }
    match reader::read_unruled(node) {
        Ok(assessment) => Balance::of(assessment),
        Err(problems) => {
            findings.extend(problems.into_iter().map(|problem| located(file, path, problem)));
            None
        }
    }
}

/// A problem of an assessment that stands at a path of a file.
pub fn located(file: &TomlFile, at: &str, problem: Problem) -> Finding {
    let Problem { path, expected, found } = problem;
    let path = if path == "$" { at.to_owned() } else { format!("{at}.{path}") };
    file.finding(&path, expected, found)
}

/// What is asked of a balance beyond what the contract asks: numbers are written in quotes, so that none passes
/// through a binary float, and guiding indicators stand in `values`.
fn check_form(file: &TomlFile, path: &str, balance: &Tree<'_>, findings: &mut Vec<Finding>) {
    let Tree::Object(members) = balance else {
        findings.push(file.finding(path, "a table in the form zcp.assessment/1", "something else"));
        return;
    };
    if members.iter().any(|(key, _)| key == "guiding") {
        let path = format!("{path}.guiding");
        findings.push(file.finding(&path, "nothing; guiding indicators stand in values", "some"));
    }
    for (key, value) in members.iter().filter(|(key, _)| key != "year") {
        check_quotes(file, &format!("{path}.{key}"), value, findings);
    }
}

fn check_quotes(file: &TomlFile, path: &str, value: &Tree<'_>, findings: &mut Vec<Finding>) {
    match value {
        Tree::Number(number) => findings.push(file.finding(path, "a number in quotes", number.to_string())),
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
