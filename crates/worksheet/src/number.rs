//! Reading a number as people type and paste it: full-width digits, grouped thousands, 万 and 亿, a unit
//! behind it. What can be read in two ways is asked about, never guessed.

use assessment::Decimal;

use crate::unit::{Quantity, Unit};

/// What a text is, read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Empty,
    /// A number of the contract's grammar, and the unit that stood behind it.
    Number {
        /// `digits[.digits]`.
        text: String,
        /// Unit that was typed behind the number, where there was one.
        unit: Option<Unit>,
    },
    /// It can be read in these ways; the reader has to choose.
    Ambiguous(Vec<String>),
    /// It is no number that can stand here.
    Unreadable(Why),
}

/// Why a text is no number that can stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Below zero. What flows out has a field of its own.
    Negative,
    /// More than 15 digits before the point or 12 after it.
    TooLong,
    /// A unit that does not belong to this quantity.
    OtherUnit,
    /// Several cells of a table, pasted into one field.
    Several,
    /// Anything else.
    NotANumber,
}

/// Longest text that is looked at; a pasted novel is no number.
const LONGEST: usize = 80;

/// Reads a text as an amount of a quantity.
pub fn read(text: &str, quantity: Quantity) -> Reading {
    if text.chars().count() > LONGEST {
        return Reading::Unreadable(Why::NotANumber);
    }
    // Cells of a table are parted by tabs and line breaks, which never group digits.
    if text.trim().contains(['\t', '\n', '\r']) {
        return Reading::Unreadable(Why::Several);
    }
    let text: String = text.chars().map(half_width).collect();
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    let (number, unit) = match split_unit(text, quantity) {
        Ok(split) => split,
        Err(why) => return Reading::Unreadable(why),
    };
    let number = number.strip_prefix('+').unwrap_or(number).trim();
    if let Some(rest) = number.strip_prefix(['-', '−', '–']) {
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
        return Reading::Unreadable(if is_number { Why::Negative } else { Why::NotANumber });
    }
    let (digits, zeros) = multiplier(number);
    let (ways, sure) = ways(digits);
    let shifted: Option<Vec<String>> = ways.iter().map(|way| shift(way, zeros)).collect();
    match (shifted.as_deref(), sure) {
        (None, _) => Reading::Unreadable(Why::TooLong),
        (Some([]), _) => exponent(digits, zeros)
            .map_or(Reading::Unreadable(Why::NotANumber), |text| Reading::Number { text, unit }),
        (Some([one]), true) => Reading::Number { text: one.clone(), unit },
        (Some(many), _) => Reading::Ambiguous(many.to_vec()),
    }
}

/// Full-width forms and the spaces that stand between digits, as their plain counterparts.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        '’' => '\'',
        c => c,
    }
}

/// Parts a unit off the end of a text.
fn split_unit(text: &str, quantity: Quantity) -> Result<(&str, Option<Unit>), Why> {
    // 万 and 亿 belong to the number unless they begin a unit's name, so the longest name goes first.
    let mut names: Vec<(&str, Unit)> =
        Unit::ALL.iter().flat_map(|unit| unit.names().iter().map(|n| (*n, *unit))).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, unit) in names {
        let Some(at) = text.len().checked_sub(name.len()).filter(|at| text.is_char_boundary(*at)) else {
            continue;
        };
        let (number, tail) = text.split_at(at);
        let ends_a_number =
            number.trim_end().ends_with(|c: char| c.is_ascii_digit() || matches!(c, '万' | '亿' | '.'));
        if tail.eq_ignore_ascii_case(name) && ends_a_number {
            let fits = quantity.units().contains(&unit);
            return if fits { Ok((number.trim_end(), Some(unit))) } else { Err(Why::OtherUnit) };
        }
    }
    Ok((text, None))
}

/// Parts 万 and 亿 off the end: so many zeros.
fn multiplier(text: &str) -> (&str, usize) {
    let mut text = text.trim_end();
    let mut zeros = 0;
    loop {
        if let Some(rest) = text.strip_suffix('万') {
            (text, zeros) = (rest.trim_end(), zeros + 4);
        } else if let Some(rest) = text.strip_suffix('亿') {
            (text, zeros) = (rest.trim_end(), zeros + 8);
        } else {
            return (text, zeros);
        }
    }
}

/// The plain numbers that a grouped one may stand for, and whether that is sure; none when it is no number.
fn ways(text: &str) -> (Vec<String>, bool) {
    const NONE: (Vec<String>, bool) = (Vec::new(), false);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let plain = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        is_digits(whole) && is_digits(fraction)
    };
    let without = |sign: char| -> String { text.chars().filter(|c| *c != sign).collect() };
    if plain(text) {
        return (vec![text.to_owned()], true);
    }
    // Spaces and apostrophes only ever group.
    for sign in [' ', '\'', '_'] {
        if text.contains(sign) {
            let whole = text.split('.').next().unwrap_or(text);
            return if grouped(whole, sign) { ways(&without(sign)) } else { NONE };
        }
    }
    let whole = text.split(['.', ',']).next().unwrap_or(text);
    match (text.matches(',').count(), text.matches('.').count()) {
        // 1.234.567: points that group, unless somebody slipped.
        (0, 2..) if text.split('.').all(is_digits) => (vec![without('.')], false),
        (1.., 0) if grouped(text, ',') => (vec![without(',')], true),
        (1, 0) if text.split(',').all(is_digits) => (vec![text.replace(',', "."), without(',')], false),
        // Groups of four, as some write 万.
        (2.., 0) if text.split(',').all(is_digits) => (vec![without(',')], false),
        (1.., 1) if text.rfind(',') < text.find('.') => {
            let whole = text.split('.').next().unwrap_or(text);
            let joined = without(',');
            if grouped(whole, ',') && plain(&joined) { (vec![joined], true) } else { NONE }
        }
        // 1.234,5: points group, the comma is the point.
        (1, 1..) if is_digits(whole) => {
            let whole = text.split(',').next().unwrap_or(text);
            let joined = without('.').replace(',', ".");
            if grouped(whole, '.') && plain(&joined) { (vec![joined], false) } else { NONE }
        }
        _ => NONE,
    }
}

/// Whether a sign parts digits into groups of three.
fn grouped(text: &str, sign: char) -> bool {
    let mut groups = text.split(sign);
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && digits(group));
    first && groups.all(|group| group.len() == 3 && digits(group))
}

/// A number with an exponent, as spreadsheets write large ones.
fn exponent(text: &str, zeros: usize) -> Option<String> {
    text.contains(['e', 'E']).then_some(())?;
    shift(&Decimal::parse_json(text).ok()?.to_string(), zeros)
}

/// Moves the point by so many places to the right, and puts the number into the contract's grammar.
fn shift(text: &str, zeros: usize) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = format!("{fraction:0<zeros$}");
    let (more, rest) = fraction.split_at(zeros);
    let rest = rest.trim_end_matches('0');
    let whole = format!("{whole}{more}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let text = if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") };
    Decimal::parse(&text).ok().map(|_| text)
}
