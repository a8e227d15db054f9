//! Exact decimal numbers.
//!
//! A threshold decides whether a park may apply for acceptance, so nothing may be lost before the
//! comparison. The contract admits amounts and factors of 27 digits each; their product has 54,
//! twice what a 96-bit decimal holds, so [`Decimal`] stands on a 256-bit integer. Sums, differences
//! and products are exact; a quotient is never formed before a comparison (see [`Ratio`]).

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use ethnum::I256;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Digits allowed before the point of a written number.
pub const MAX_INTEGER_DIGITS: usize = 15;
/// Digits allowed after the point of a written number.
pub const MAX_FRACTION_DIGITS: usize = 12;
/// Digits before the point, and after it, that a target, a weight's baseline or another number of a rule may have.
pub const RULE_DIGITS: [u8; 2] = [4, 6];
/// Significant digits that a quotient without end is printed with.
pub const QUOTIENT_DIGITS: usize = 28;

/// An exact decimal number: an integer of at most 76 digits, divided by a power of ten.
///
/// Written numbers ([`Decimal::parse`]) are bounded to 27 digits, and no formula of this crate
/// multiplies more than two of them with factors whose digits [`crate::factors::FactorSet::check`]
/// bounds; results therefore stay far below 76 digits, and the operators need no error case.
#[derive(Clone, Copy)]
pub struct Decimal {
    units: I256,
    scale: u8,
}

/// Why a text is not a number of the contract's grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not `digits[.digits]`.
    Form,
    /// More than [`MAX_INTEGER_DIGITS`] before the point or [`MAX_FRACTION_DIGITS`] after it.
    Size,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NumberError::Form => "a number written as digits[.digits]",
            NumberError::Size => "a number of at most 15 digits before the point and 12 after it",
        })
    }
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { units: I256::ZERO, scale: 0 };
    /// One hundred, for percentages.
    pub const HUNDRED: Decimal = Decimal { units: I256::new(100), scale: 0 };

    /// A whole number.
    pub const fn from_integer(n: i64) -> Decimal {
        Decimal { units: I256::new(n as i128), scale: 0 }
    }

    /// A whole number with so many of its digits after the point, for constants: 29.3076 is 293,076 with 4.
    pub const fn from_digits_of(units: i64, scale: u8) -> Decimal {
        Decimal { units: I256::new(units as i128), scale }
    }

    /// A number of thousandths.
    pub fn thousandths(n: i128) -> Decimal {
        Decimal { units: I256::new(n), scale: 3 }
    }

    /// One unit of the last of so many digits after the point: 0.01 for 2.
    pub const fn last_place(places: u8) -> Decimal {
        Decimal { units: I256::ONE, scale: places }
    }

    /// Reads `digits[.digits]`: no sign, space, underscore or exponent.
    ///
    /// # Errors
    /// [`NumberError`] when the text has another form or too many digits.
    pub fn parse(text: &str) -> Result<Decimal, NumberError> {
        let (integer, fraction) = match text.split_once('.') {
            Some((_, "")) => return Err(NumberError::Form),
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if integer.is_empty() || !digits(integer) || !digits(fraction) {
            return Err(NumberError::Form);
        }
        Decimal::from_digits(integer, fraction)
    }

    /// Reads a JSON number token, which may also carry an exponent. Its digits are moved, never
    /// computed, so no binary float comes between the file and the value.
    ///
    /// # Errors
    /// [`NumberError`] for a negative number, or one with too many digits once written out.
    pub fn parse_json(token: &str) -> Result<Decimal, NumberError> {
        let Some((mantissa, exponent)) = token.split_once(['e', 'E']) else {
            return Decimal::parse(token);
        };
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if integer.is_empty() || !(integer.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit()) {
            return Err(NumberError::Form);
        }
        let digits = [integer, fraction].concat();
        let significant = digits.trim_start_matches('0');
        if significant.is_empty() {
            return Ok(Decimal::ZERO);
        }
        let leading_zeros = (digits.len() - significant.len()) as i64;
        let exponent: i64 = exponent.parse().map_err(|_| NumberError::Size)?;
        // Where the point stands, counted from the first significant digit.
        let point = (integer.len() as i64 - leading_zeros).checked_add(exponent).ok_or(NumberError::Size)?;
        let significant = significant.trim_end_matches('0');
        let length = significant.len() as i64;
        if point > MAX_INTEGER_DIGITS as i64 || length.saturating_sub(point) > MAX_FRACTION_DIGITS as i64 {
            return Err(NumberError::Size);
        }
        if point <= 0 {
            let zeros = "0".repeat(point.unsigned_abs() as usize);
            Decimal::from_digits("0", &[zeros.as_str(), significant].concat())
        } else if point >= length {
            let zeros = "0".repeat((point - length) as usize);
            Decimal::from_digits(&[significant, zeros.as_str()].concat(), "")
        } else {
            let (integer, fraction) = significant.split_at(point as usize);
            Decimal::from_digits(integer, fraction)
        }
    }

    fn from_digits(integer: &str, fraction: &str) -> Result<Decimal, NumberError> {
        if integer.len() > MAX_INTEGER_DIGITS || fraction.len() > MAX_FRACTION_DIGITS {
            return Err(NumberError::Size);
        }
        let units = (integer.bytes().chain(fraction.bytes()))
            .fold(0_i128, |n, digit| n * 10 + i128::from(digit - b'0'));
        Ok(Decimal { units: I256::new(units), scale: fraction.len() as u8 })
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.units.is_negative()
    }

    /// Whether the number is zero.
    pub fn is_zero(self) -> bool {
        self.units == I256::ZERO
    }

    /// Whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self.units.is_positive()
    }

    /// Whether it is a number as rules hold them: not below zero, with at most [`RULE_DIGITS`] digits before the point
    /// and after it. Totals leave room for as many digits: see [`Decimal::has_room`].
    pub fn is_of_a_rule(self) -> bool {
        let [before, after] = RULE_DIGITS;
        !self.is_negative() && self.scale <= after && self < Decimal::from_integer(10_i64.pow(before.into()))
    }

    /// Digits after the point as they stand, trailing zeros included.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// The number rounded half to even (GB/T 8170-2008, 四舍六入五成双) to `places` digits after the
    /// point. For display only; comparisons use the full value (全数值比较法).
    pub fn to_fixed(self, places: u8) -> String {
        Ratio::new(self, Decimal::from_integer(1)).to_fixed(places)
    }

    /// The nearest binary float, for charts and sampling only.
    #[expect(clippy::float_arithmetic, reason = "for drawings, never for a comparison")]
    pub fn to_f64(self) -> f64 {
        self.units.as_f64() / 10_f64.powi(i32::from(self.scale))
    }

    /// Without the zeros at the end of its digits after the point.
    pub fn trimmed(self) -> Decimal {
        let Decimal { mut units, mut scale } = self;
        let ten = I256::new(10);
        while scale > 0 {
            let (quotient, rest) = divided(units, ten);
            if rest != I256::ZERO {
                break;
            }
            (units, scale) = (quotient, scale - 1);
        }
        Decimal { units, scale }
    }

    /// Whether a total leaves room for what is done with totals: targets, shares and differences multiply
    /// them by ten digits at most, and the whole must stay within 76.
    pub(crate) fn has_room(self) -> bool {
        power_of_ten(66).is_some_and(|limit| self.units.abs() < limit)
    }

    fn checked_units_at(self, scale: u8) -> Option<I256> {
        match scale - self.scale {
            0 => Some(self.units),
            places => product(self.units, power_of_ten(places)?),
        }
    }

    fn units_at(self, scale: u8) -> I256 {
        self.checked_units_at(scale).expect(BOUNDED)
    }

    pub(crate) fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let units = sum(self.checked_units_at(scale)?, other.checked_units_at(scale)?)?;
        Some(Decimal { units, scale })
    }

    pub(crate) fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        let units = product(self.units, other.units)?;
        Some(Decimal { units, scale: self.scale.checked_add(other.scale)? })
    }

    fn checked_cmp(self, other: Decimal) -> Option<Ordering> {
        let scale = self.scale.max(other.scale);
        Some(self.checked_units_at(scale)?.cmp(&other.checked_units_at(scale)?))
    }
}

/// A whole number that fits 128 bits, as nearly all do.
fn narrow(units: I256) -> Option<i128> {
    let (high, low) = units.into_words();
    (high == low >> 127).then_some(low)
}

/// The sum of whole numbers; what fits 128 bits is not added as 256.
fn sum(a: I256, b: I256) -> Option<I256> {
    match narrow(a).zip(narrow(b)).and_then(|(a, b)| a.checked_add(b)) {
        Some(sum) => Some(I256::new(sum)),
        None => a.checked_add(b),
    }
}

/// The product of whole numbers; what fits 128 bits is not multiplied as 256, and what fits 64 cannot overflow 128.
fn product(a: I256, b: I256) -> Option<I256> {
    let Some((narrow_a, narrow_b)) = narrow(a).zip(narrow(b)) else { return a.checked_mul(b) };
    if let (Ok(a), Ok(b)) = (i64::try_from(narrow_a), i64::try_from(narrow_b)) {
        return Some(I256::new(i128::from(a) * i128::from(b)));
    }
    match narrow_a.checked_mul(narrow_b) {
        Some(product) => Some(I256::new(product)),
        None => a.checked_mul(b),
    }
}

/// Quotient and rest, towards zero; the divisor is not zero.
fn divided(dividend: I256, divisor: I256) -> (I256, I256) {
    match narrow(dividend).zip(narrow(divisor)) {
        Some((dividend, divisor)) if divisor != -1 => {
            (I256::new(dividend / divisor), I256::new(dividend % divisor))
        }
        _ => (dividend / divisor, dividend % divisor),
    }
}

/// The powers of ten that 64 bits hold: every sum aligns two scales by one of them.
const POWERS_OF_TEN: [i64; 19] = {
    let mut powers = [1; 19];
    let mut exponent = 1;
    while exponent < powers.len() {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

/// Ten to a power of at most 76.
fn power_of_ten(exponent: u8) -> Option<I256> {
    if let Some(power) = POWERS_OF_TEN.get(usize::from(exponent)) {
        return Some(I256::new(i128::from(*power)));
    }
    match u32::from(exponent) {
        narrow @ ..=38 => Some(I256::new(10_i128.pow(narrow))),
        wide => I256::new(10).checked_pow(wide),
    }
}

/// Why sums and products of the accounting cannot fail.
const BOUNDED: &str = "inputs are bounded so that no formula leaves 76 digits";

/// Zero.
impl Default for Decimal {
    fn default() -> Decimal {
        Decimal::ZERO
    }
}

impl Add for Decimal {
    type Output = Decimal;
    fn add(self, other: Decimal) -> Decimal {
        self.checked_add(other).expect(BOUNDED)
    }
}

impl AddAssign for Decimal {
    fn add_assign(&mut self, other: Decimal) {
        *self = *self + other;
    }
}

impl Neg for Decimal {
    type Output = Decimal;
    fn neg(self) -> Decimal {
        Decimal { units: -self.units, scale: self.scale }
    }
}

impl Sub for Decimal {
    type Output = Decimal;
    fn sub(self, other: Decimal) -> Decimal {
        self + -other
    }
}

impl Mul for Decimal {
    type Output = Decimal;
    fn mul(self, other: Decimal) -> Decimal {
        self.checked_mul(other).expect(BOUNDED)
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Decimal>>(items: I) -> Decimal {
        items.fold(Decimal::ZERO, Add::add)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        // At the finer scale of the two, the one that no longer fits is the longer of them.
        let sign = |number: &Decimal| number.units.cmp(&I256::ZERO);
        let scale = self.scale.max(other.scale);
        match (self.checked_units_at(scale), other.checked_units_at(scale)) {
            (Some(own), Some(others)) => own.cmp(&others),
            (None, _) if !self.is_zero() => sign(self),
            (_, None) if !other.is_zero() => sign(other).reverse(),
            _ => sign(self).cmp(&sign(other)),
        }
    }
}

/// The exact value, without trailing zeros: `344032.86`, `0.2`, `60`, `-1.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = match narrow(self.units) {
            Some(units) => units.unsigned_abs().to_string(),
            None => self.units.unsigned_abs().to_string(),
        };
        let scale = usize::from(self.scale);
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (integer, fraction) = digits.split_at(digits.len() - scale);
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.is_negative() { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{integer}{point}{fraction}")
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Numbers are written as text, so that no reader takes them through a binary float.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.as_ref()),
        };
        Decimal::parse(digits).map(|n| n * Decimal::from_integer(sign)).map_err(|expected| {
            de::Error::invalid_value(de::Unexpected::Str(&text), &expected.to_string().as_str())
        })
    }
}

/// A quotient that is never formed: comparisons multiply out, printing divides digit by digit.
#[derive(Clone, Copy)]
pub struct Ratio {
    numerator: Decimal,
    /// Above zero; the sign stands in the numerator.
    denominator: Decimal,
}

impl Ratio {
    /// `numerator ÷ denominator`.
    ///
    /// # Panics
    /// When the denominator is zero; use [`Ratio::checked`] where that can be.
    pub fn new(numerator: Decimal, denominator: Decimal) -> Ratio {
        Ratio::checked(numerator, denominator).expect("the denominator is not zero")
    }

    /// `numerator ÷ denominator`, or `None` when the denominator is zero.
    pub fn checked(numerator: Decimal, denominator: Decimal) -> Option<Ratio> {
        match denominator.cmp(&Decimal::ZERO) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Ratio { numerator, denominator }),
            Ordering::Less => Some(Ratio { numerator: -numerator, denominator: -denominator }),
        }
    }

    /// `numerator ÷ denominator`, as a plain decimal where the division ends there.
    ///
    /// # Panics
    /// When the denominator is zero.
    pub fn reduced(numerator: Decimal, denominator: Decimal) -> Ratio {
        let whole = || {
            let scale = numerator.scale.checked_sub(denominator.scale)?;
            if denominator.is_zero() {
                return None;
            }
            let (units, rest) = divided(numerator.units, denominator.units);
            (rest == I256::ZERO).then(|| Decimal { units, scale }.trimmed())
        };
        whole().map_or_else(|| Ratio::new(numerator, denominator), Ratio::from)
    }

    /// The decimal it is, where it stands over one.
    pub fn as_decimal(self) -> Option<Decimal> {
        (self.denominator == Decimal::from_integer(1)).then_some(self.numerator)
    }

    /// Compares with a decimal, exactly.
    pub fn cmp_decimal(self, other: Decimal) -> Ordering {
        match other.checked_mul(self.denominator).and_then(|limit| self.numerator.checked_cmp(limit)) {
            Some(ordering) => ordering,
            None => self.cmp_by_division(other.into()),
        }
    }

    /// Compares two quotients, exactly.
    pub fn cmp_ratio(self, other: Ratio) -> Ordering {
        let own = self.numerator.checked_mul(other.denominator);
        let others = other.numerator.checked_mul(self.denominator);
        match own.zip(others).and_then(|(own, others)| own.checked_cmp(others)) {
            Some(ordering) => ordering,
            None => self.cmp_by_division(other),
        }
    }

    /// Compares without multiplying out, for figures whose product is longer than 76 digits: whole part by
    /// whole part, and the rests upside down, as Euclid does.
    fn cmp_by_division(self, other: Ratio) -> Ordering {
        let (mut own, mut others) = (self.units(), other.units());
        let mut upside_down = false;
        loop {
            let whole = |(dividend, divisor): (I256, I256)| dividend.div_euclid(divisor);
            let ordering = whole(own).cmp(&whole(others));
            let rest = |(dividend, divisor): (I256, I256)| (divisor, dividend.rem_euclid(divisor));
            (own, others) = (rest(own), rest(others));
            let ordering = ordering.then_with(|| match (own.1 == I256::ZERO, others.1 == I256::ZERO) {
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
                _ => Ordering::Equal,
            });
            if ordering != Ordering::Equal || own.1 == I256::ZERO {
                return if upside_down { ordering.reverse() } else { ordering };
            }
            upside_down = !upside_down;
        }
    }

    /// Dividend and divisor as whole numbers.
    fn units(self) -> (I256, I256) {
        let scale = self.numerator.scale.max(self.denominator.scale);
        (self.numerator.units_at(scale), self.denominator.units_at(scale))
    }

    /// How far two quotients lie apart, at or above zero: exactly, or to [`MAX_FRACTION_DIGITS`] after the
    /// point where the exact distance would be longer than 76 digits.
    pub fn distance(self, other: Ratio) -> Ratio {
        let (numerator, denominator) = self.minus(other).unwrap_or_else(|| {
            let places = MAX_FRACTION_DIGITS as u8;
            (self.rounded(places) - other.rounded(places), Decimal::from_integer(1))
        });
        Ratio { numerator: if numerator.is_negative() { -numerator } else { numerator }, denominator }
    }

    /// Numerator and denominator of the exact difference.
    fn minus(self, other: Ratio) -> Option<(Decimal, Decimal)> {
        let own = self.numerator.checked_mul(other.denominator)?;
        let others = other.numerator.checked_mul(self.denominator)?;
        let (numerator, denominator) =
            (own.checked_add(-others)?, self.denominator.checked_mul(other.denominator)?);
        // Room for the long division that prints it.
        let scale = numerator.scale.max(denominator.scale);
        let ten = I256::new(10);
        numerator.checked_units_at(scale)?.checked_mul(ten)?;
        denominator.checked_units_at(scale)?.checked_mul(ten)?;
        Some((numerator, denominator))
    }

    /// What share of another quotient this one is, per cent; `None` of zero.
    pub fn share_of(self, whole: Ratio) -> Option<Ratio> {
        // Both are tonnes over the same denominator wherever the accounting asks; elsewhere it is multiplied out.
        if self.denominator == whole.denominator {
            return Ratio::checked(self.numerator * Decimal::HUNDRED, whole.numerator);
        }
        let numerator = self.numerator.checked_mul(whole.denominator)?.checked_mul(Decimal::HUNDRED)?;
        Ratio::checked(numerator, whole.numerator.checked_mul(self.denominator)?)
    }

    /// The quotient × `by` ÷ `per`.
    ///
    /// # Panics
    /// When `per` is zero.
    pub fn scaled(self, by: Decimal, per: Decimal) -> Ratio {
        Ratio::new(self.numerator * by, self.denominator * per)
    }

    /// The decimal nearest to it with `places` digits after the point, half to even.
    pub fn rounded(self, places: u8) -> Decimal {
        if let Some(units) = self.rounded_units(places) {
            return Decimal { units, scale: places };
        }
        let text = self.to_fixed(places);
        let (negative, digits) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        let units = digits
            .bytes()
            .filter(u8::is_ascii_digit)
            .fold(I256::ZERO, |units, digit| units * I256::new(10) + I256::new(i128::from(digit - b'0')));
        Decimal { units: if negative { -units } else { units }, scale: places }
    }

    /// The same by one division, where dividend and divisor fit 128 bits.
    fn rounded_units(self, places: u8) -> Option<I256> {
        let (dividend, divisor) = self.units();
        let word = |units: I256| i128::try_from(units).ok();
        let dividend = word(product(dividend, power_of_ten(places)?)?)?;
        let divisor = word(divisor)?;
        let (quotient, rest) = (dividend.unsigned_abs() / divisor.unsigned_abs(), dividend % divisor);
        // The rest against what is left of the divisor: above one half, or at it.
        let (rest, left) = (rest.unsigned_abs(), divisor.unsigned_abs() - rest.unsigned_abs());
        let up = rest > left || rest == left && quotient % 2 == 1;
        let rounded = I256::new(i128::try_from(quotient).ok()?) + I256::from(u8::from(up));
        Some(if dividend < 0 { -rounded } else { rounded })
    }

    /// The nearest binary float, for charts and sampling only.
    #[expect(clippy::float_arithmetic, reason = "for drawings, never for a comparison")]
    pub fn to_f64(self) -> f64 {
        self.numerator.to_f64() / self.denominator.to_f64()
    }

    /// Rounded half to even (GB/T 8170-2008) to `places` digits after the point. For display only.
    pub fn to_fixed(self, places: u8) -> String {
        let places = usize::from(places);
        let mut digits = Digits::of(self);
        let mut written = digits.integer.clone();
        for _ in 0..places {
            let digit = digits.next_digit();
            written.push(digit);
        }
        if digits.rounds_up(written.last().copied().unwrap_or(0)) {
            increment(&mut written);
        }
        render(&written, places, self.numerator.is_negative())
    }

    /// The next number up with `places` digits after the point, or the value itself where it ends there:
    /// what has to be done may not be shown as less than it is.
    pub fn to_fixed_up(self, places: u8) -> String {
        let rounded = self.rounded(places);
        if self.cmp_decimal(rounded) == Ordering::Greater {
            return (rounded + Decimal::last_place(places)).to_fixed(places);
        }
        rounded.to_fixed(places)
    }

    /// As [`Ratio::to_fixed`], with as many more digits (up to 12) as it takes to show that the value
    /// is not the limit: 0.2000000001 against 0.2 must not read "0.200, not met".
    pub fn to_fixed_against(self, limit: Decimal, places: u8) -> String {
        self.to_fixed_apart(&[limit], places)
    }

    /// As [`Ratio::to_fixed_against`], apart from each of several limits.
    pub fn to_fixed_apart(self, limits: &[Decimal], places: u8) -> String {
        let others: Vec<_> =
            limits.iter().filter(|limit| self.cmp_decimal(**limit) != Ordering::Equal).collect();
        let hides = |text: &str| {
            let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len() as u8);
            others.iter().any(|limit| text == limit.to_fixed(places))
        };
        (places..=12).map(|p| self.to_fixed(p)).find(|text| !hides(text)).unwrap_or_else(|| self.to_string())
    }
}

/// All digits when the quotient ends within [`QUOTIENT_DIGITS`] significant digits, else that many,
/// rounded half to even; never fewer than the digits before the point.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = Digits::of(*self);
        let mut written = digits.integer.clone();
        let mut places = 0;
        let significant = |written: &[u8]| written.iter().skip_while(|d| **d == 0).count();
        while !digits.is_done() && significant(&written) < QUOTIENT_DIGITS {
            let digit = digits.next_digit();
            written.push(digit);
            places += 1;
        }
        if digits.rounds_up(written.last().copied().unwrap_or(0)) {
            increment(&mut written);
        }
        let text = render(&written, places, self.numerator.is_negative());
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        f.write_str(text)
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Ratio {
        Ratio { numerator: value, denominator: Decimal::from_integer(1) }
    }
}

/// Long division, one digit at a time.
struct Digits {
    integer: Vec<u8>,
    remainder: I256,
    divisor: I256,
}

impl Digits {
    fn of(ratio: Ratio) -> Digits {
        let (dividend, divisor) = ratio.units();
        let dividend = dividend.abs();
        let (integer, remainder) = divided(dividend, divisor);
        let integer = match narrow(integer) {
            Some(integer) => integer.to_string(),
            None => integer.to_string(),
        };
        Digits { integer: integer.bytes().map(|b| b - b'0').collect(), remainder, divisor }
    }

    fn is_done(&self) -> bool {
        self.remainder == I256::ZERO
    }

    fn next_digit(&mut self) -> u8 {
        let (digit, rest) = divided(self.remainder * I256::new(10), self.divisor);
        self.remainder = rest;
        digit.as_u8()
    }

    fn rounds_up(&self, last_digit: u8) -> bool {
        match (self.remainder * I256::new(2)).cmp(&self.divisor) {
            Ordering::Less => false,
            Ordering::Equal => last_digit % 2 == 1,
            Ordering::Greater => true,
        }
    }
}

fn increment(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
}

fn render(digits: &[u8], places: usize, negative: bool) -> String {
    let (integer, fraction) = digits.split_at(digits.len() - places);
    let text = |digits: &[u8]| digits.iter().map(|d| char::from(b'0' + d)).collect::<String>();
    let sign = if negative && digits.iter().any(|d| *d != 0) { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{}", text(integer), text(fraction))
}

/// A written number with its thousands parted by commas, as tables have it: `-1,234,567.80`.
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = sign.to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whole numbers of every length, those at the edge of 128 bits among them.
    fn whole() -> impl Strategy<Value = I256> {
        let edge =
            prop_oneof![Just(i128::MAX), Just(i128::MIN), Just(-1), Just(0), Just(1), Just(i128::MIN + 1)];
        prop_oneof![
            any::<i64>().prop_map(I256::from),
            any::<i128>().prop_map(I256::new),
            edge.prop_map(I256::new),
            (any::<i128>(), any::<u64>()).prop_map(|(a, b)| I256::new(a) * I256::from(b)),
        ]
    }

    proptest! {
        /// What fits 128 bits is worked out there, and comes out as in 256.
        #[test]
        fn both_widths_agree(a in whole(), b in whole()) {
            prop_assert_eq!(product(a, b), a.checked_mul(b));
            prop_assert_eq!(sum(a, b), a.checked_add(b));
            if b != I256::ZERO {
                prop_assert_eq!(divided(a, b), (a / b, a % b));
            }
            prop_assert_eq!(narrow(a).map(I256::new), i128::try_from(a).ok().map(I256::new));
        }

        /// A quotient that ends is the decimal that it is; any other stays what it was.
        #[test]
        fn a_reduced_quotient_is_the_same_number(a in any::<i128>(), scale in 0_u8..9) {
            let by = Decimal::from_digits_of(293_076, 4);
            let numerator = Decimal { units: I256::new(a / 2), scale };
            let reduced = Ratio::reduced(numerator, by);
            prop_assert_eq!(reduced.cmp_ratio(Ratio::new(numerator, by)), Ordering::Equal);
            let whole = Ratio::reduced(numerator * by, by);
            prop_assert_eq!(whole.as_decimal(), Some(numerator));
        }
    }

    #[test]
    fn thousands_are_parted_before_the_point_alone() {
        for (number, expected) in [
            ("0", "0"),
            ("0.1", "0.1"),
            ("100", "100"),
            ("-999", "-999"),
            ("-1000", "-1,000"),
            ("1234567.80", "1,234,567.80"),
            ("320000.123456", "320,000.123456"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn every_power_of_ten_of_both_widths_is_ten_times_the_last() {
        for exponent in 1..=76 {
            let last = power_of_ten(exponent - 1).and_then(|last| last.checked_mul(I256::new(10)));
            assert_eq!(power_of_ten(exponent), last, "{exponent}");
        }
    }
}
