//! Requirement sets as data: indicators with their bands, targets, clauses and dates in force.
//!
//! A set is known by its id and by the authority that issues it. It may decide a level, which it does alone on a
//! day; a set that decides none stands beside those that do, and several may be in force at once.

use std::cmp::Ordering;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::applicability::{AnnualEnergy, Applicability, Applies, IndustryId, Subject};
use crate::decimal::{Decimal, RULE_DIGITS, Ratio};
use crate::fact::{Date, Mark, Problem, Text};
use crate::formulas::{self, FORMULAS, Formula};
use crate::in_force;
use crate::input::ELECTRICITY_PARAMETER;
use crate::quantity::TonnesCoalEquivalent;
use crate::unit::{Unit, ValueRange};

/// The level that a ruleset judges for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// National zero-carbon parks.
    National,
    /// The autonomous region's zero-carbon parks.
    Region,
}

impl Level {
    /// Both, the national one first.
    pub const ALL: [Level; 2] = [Level::National, Level::Region];
}

/// Who issues a set of requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The state.
    National,
    /// The autonomous region.
    Region,
}

/// An official set of requirements, as issued, with its dates in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruleset {
    /// Stable id, such as `national-2025`.
    pub id: String,
    /// Who issues it.
    pub authority: Authority,
    /// The level that it decides; absent where it decides none and stands beside those that do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// To which parks it applies; absent where it applies to every park.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_to: Option<Applicability>,
    /// Title.
    pub title: Text,
    /// Id of the document that issues it.
    pub document: String,
    /// How sure the set as a whole is.
    pub mark: Mark,
    /// First day in force.
    pub in_force_from: Date,
    /// Last day in force; absent while it is in force without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Day on which it was published: before it, nobody knew of it, whatever day it is in force from.
    pub published_on: Date,
    /// Day on which its end was published; with `in_force_to`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_published_on: Option<Date>,
    /// Day on which the set was last compared with its source; absent where it is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// What the reader must know of the set as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The indicators, in the document's order.
    pub indicators: Vec<Indicator>,
    /// What the document prescribes but nobody has published; the set is incomplete when not empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unpublished: Vec<Unpublished>,
    /// Readings that the document leaves open, each stated and changeable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conventions: Vec<Convention>,
}

/// One indicator of a ruleset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable id, the field's term: `carbon_per_energy`.
    pub id: String,
    /// Core or guiding.
    pub kind: Kind,
    /// Name, the Chinese verbatim.
    pub name: Text,
    /// One sentence that a citizen understands.
    pub sentence: Text,
    /// Unit of value and target.
    pub unit: Unit,
    /// Which values it may have; absent for 0 to 100 where the unit is per cent, and for any else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<ValueRange>,
    /// Which side of the target is the good one.
    pub direction: Direction,
    /// Where the document says it: `ndrc-910/annex3/core`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The target requirement as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// How sure it is.
    pub mark: Mark,
    /// The formula in words and symbols.
    pub formula: Text,
    /// Id of the row of [`crate::formulas::FORMULAS`] that computes it from the accounts; absent for an indicator
    /// whose value can only be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula_id: Option<String>,
    /// What about the formula is a convention, not the document's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convention: Option<Text>,
    /// Targets by annual energy, ascending, and by industry. Bands that name an industry are for parks that have it,
    /// the others for parks that have none of those named; each industry's bands and the others cover every energy
    /// once.
    pub bands: Vec<Band>,
}

/// Core indicators gate acceptance; guiding ones inform (ndrc-910/annex3, note 1); a requirement of a set that
/// decides no level does neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 核心指标.
    Core,
    /// 引导指标.
    Guiding,
    /// What a set asks that decides no level: it gates nothing.
    Requirement,
}

/// Which values meet a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Met at the target and below it.
    AtMost,
    /// Met at the target and above it.
    AtLeast,
}

impl Direction {
    /// The sign between a value and the target that it has to meet.
    pub fn sign(self) -> &'static str {
        match self {
            Direction::AtMost => "≤",
            Direction::AtLeast => "≥",
        }
    }

    /// Whether a value that compares so with the target meets it. The limit itself does.
    pub fn is_met(self, value_to_target: Ordering) -> bool {
        match self {
            Direction::AtMost => value_to_target != Ordering::Greater,
            Direction::AtLeast => value_to_target != Ordering::Less,
        }
    }
}

/// A name longer than this is no unit: it would not fit beside a value.
const MOST_OF_A_UNIT: usize = 20;

/// A range of annual energy, some industries, and what applies there. Holds exactly one of `target`, `between` and
/// `no_target`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lower end in tce, included; absent for no lower end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_tce: Option<Decimal>,
    /// Upper end in tce, excluded; absent for no upper end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_tce: Option<Decimal>,
    /// Industries of which a park has one; empty for parks that have none of those that other bands name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<IndustryId>,
    /// The threshold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Decimal>,
    /// The threshold lies somewhere between these two; how it is split is not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<[Decimal; 2]>,
    /// A declared gap: no threshold is printed here, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_target: Option<Text>,
    /// Where the document says it; required with a threshold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

impl Band {
    /// Whether the band holds for this annual energy.
    pub fn contains(&self, energy: TonnesCoalEquivalent) -> bool {
        self.starts_by(energy) && !self.ends_by(energy)
    }

    /// Whether this annual energy has reached its lower end.
    pub fn starts_by(&self, energy: TonnesCoalEquivalent) -> bool {
        self.from_tce.is_none_or(|from| TonnesCoalEquivalent::from_tce(from) <= energy)
    }

    /// Whether this annual energy has reached its upper end, which is excluded.
    pub fn ends_by(&self, energy: TonnesCoalEquivalent) -> bool {
        self.to_tce.is_some_and(|to| TonnesCoalEquivalent::from_tce(to) <= energy)
    }

    /// Whether it holds for a park, as far as its energy goes; `None` where that cannot be said without it.
    pub fn holds_for(&self, energy: Option<AnnualEnergy>) -> Option<bool> {
        let (from, to) = match energy {
            Some(AnnualEnergy::Exactly(energy)) => return Some(self.contains(energy)),
            Some(AnnualEnergy::Between { from, to }) => (from, to),
            None => (None, None),
        };
        let limit = |tce: Option<Decimal>| tce.map(TonnesCoalEquivalent::from_tce);
        let (starts, ends) = (limit(self.from_tce), limit(self.to_tce));
        let apart = |end: Option<TonnesCoalEquivalent>, start: Option<TonnesCoalEquivalent>| {
            end.zip(start).is_some_and(|(end, start)| end <= start)
        };
        if apart(ends, from) || apart(to, starts) {
            return Some(false);
        }
        let starts_by = starts.is_none_or(|starts| from.is_some_and(|from| starts <= from));
        let ends_after = ends.is_none_or(|ends| to.is_some_and(|to| to <= ends));
        (starts_by && ends_after).then_some(true)
    }
}

/// Something that a document prescribes and nobody has published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unpublished {
    /// What is missing.
    pub what: Text,
    /// How many of them there are, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u16>,
}

/// A reading that the document leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convention {
    /// Stable id; `electricity_tce_per_mwh` is the one with a number.
    pub id: String,
    /// What is open and which reading the portal takes.
    pub statement: Text,
    /// How sure the reading is.
    pub mark: Mark,
    /// The number, where the convention is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<Parameter>,
}

/// A number that a convention sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What applies when nothing else is said.
    pub default: Decimal,
    /// Upper limit of what may be set, included; it must be above zero.
    pub at_most: Decimal,
    /// The range over which results are shown, and its step.
    pub range_from: Decimal,
    /// Upper end of the range, included.
    pub range_to: Decimal,
    /// Step of the range.
    pub range_step: Decimal,
}

impl Parameter {
    /// The values of the range, ascending, both ends included when the step divides it.
    pub fn range(&self) -> impl Iterator<Item = Decimal> {
        let (to, step) = (self.range_to, self.range_step);
        std::iter::successors(Some(self.range_from), move |at| Some(*at + step))
            .take_while(move |at| *at <= to)
    }
}

impl Ruleset {
    /// The core indicator, which gates acceptance; `None` in a set that has none.
    pub fn core(&self) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.kind == Kind::Core)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The number that a convention sets, such as `electricity_tce_per_mwh`.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.conventions.iter().find(|c| c.id == id)?.parameter.as_ref()
    }

    /// Whether it decides a level.
    pub fn decides(&self, level: Level) -> bool {
        self.level == Some(level)
    }

    /// Whether it applies to a park.
    pub fn applies(&self, subject: Subject<'_>) -> Applies {
        self.applies_to.as_ref().map_or(Applies::Yes, |to| to.applies(subject))
    }

    /// Every mistake in the set: a threshold without a clause, bands that overlap, gaps between them
    /// that are not declared, dates that cross, ids that repeat. Unknown units, kinds and fields are
    /// refused earlier, on reading.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        in_force::check_days(self, &mut problems);
        let mut ids = HashSet::new();
        for (i, indicator) in self.indicators.iter().enumerate() {
            let path = format!("indicators[{i}]");
            if !ids.insert(&indicator.id) {
                problems.push(Problem::new(
                    format!("{path}.id"),
                    "an id that no other indicator has",
                    &indicator.id,
                ));
            }
            indicator.check(&path, &mut problems);
        }
        match self.level {
            Some(_) => self.check_deciding(&mut problems),
            None => self.check_beside(&mut problems),
        }
        if self.decides(Level::National) && self.parameter(ELECTRICITY_PARAMETER).is_none() {
            let expected = format!(
                "a convention {ELECTRICITY_PARAMETER} with a parameter, which the energy total needs"
            );
            problems.push(Problem::new("conventions", expected, "none"));
        }
        for (i, convention) in self.conventions.iter().enumerate() {
            if let Some(parameter) = &convention.parameter {
                parameter.check(&format!("conventions[{i}].parameter"), &mut problems);
            }
        }
        problems
    }

    /// A set that decides a level has one core indicator, which is low when it is good, and is everybody's.
    fn check_deciding(&self, problems: &mut Vec<Problem>) {
        let upwards = |i: &&Indicator| i.kind == Kind::Core && i.direction == Direction::AtLeast;
        if let Some(core) = self.indicators.iter().position(|indicator| upwards(&indicator)) {
            let expected = "at_most for a core indicator: gaps, ranks and limits are found downwards";
            problems.push(Problem::new(format!("indicators[{core}].direction"), expected, "at_least"));
        }
        let cores = self.indicators.iter().filter(|i| i.kind == Kind::Core).count();
        if cores != 1 {
            problems.push(Problem::new("indicators", "exactly one core indicator", cores.to_string()));
        }
        for (i, indicator) in self.indicators.iter().enumerate() {
            let path = format!("indicators[{i}]");
            if indicator.kind == Kind::Requirement {
                let expected = "core or guiding in a set that decides a level";
                problems.push(Problem::new(format!("{path}.kind"), expected, "requirement"));
            }
            let named = indicator.bands.iter().position(|band| !band.industries.is_empty());
            if let (Kind::Core, Some(band)) = (indicator.kind, named) {
                let expected =
                    "no industries for a core indicator: gaps and limits are found by energy alone";
                problems.push(Problem::new(format!("{path}.bands[{band}].industries"), expected, "some"));
            }
        }
        if self.applies_to.is_some() {
            let expected =
                "nothing for a set that decides a level: every park has one; its bands may tell parks apart";
            problems.push(Problem::new("applies_to", expected, "a condition"));
        }
    }

    /// A set that decides no level gates nothing, and its id cannot be taken for a level's.
    fn check_beside(&self, problems: &mut Vec<Problem>) {
        for (i, indicator) in self.indicators.iter().enumerate().filter(|(_, i)| i.kind != Kind::Requirement)
        {
            let path = format!("indicators[{i}].kind");
            let found = if indicator.kind == Kind::Core { "core" } else { "guiding" };
            problems.push(Problem::new(path, "requirement in a set that decides no level", found));
        }
        if ["national", "region"].contains(&self.id.as_str()) {
            problems.push(Problem::new("id", "an id that is not a level's", &self.id));
        }
        if let Some(to) = &self.applies_to {
            to.check(problems);
        }
    }
}

impl Indicator {
    /// What it is computed by; `None` where its value can only be given.
    pub fn computed_by(&self) -> Option<&'static Formula> {
        formulas::formula(self.formula_id.as_deref()?)
    }

    /// The band that holds for a park. `None` where that depends on something that is not known of it, and for a park
    /// whose industries fall into two bands: nobody has said which of the two it is to meet.
    pub fn band(&self, subject: Subject<'_>) -> Option<&Band> {
        let has_named = subject.has_one_of(self.bands.iter().flat_map(|band| &band.industries));
        let may_hold = |band: &&Band| {
            let industry = match band.industries.as_slice() {
                [] => has_named.map(|has| !has),
                named => subject.has_one_of(named.iter()),
            };
            band.holds_for(subject.energy) != Some(false) && industry != Some(false)
        };
        let mut bands = self.bands.iter().filter(may_hold);
        bands.next().filter(|_| bands.next().is_none())
    }

    /// Two bands between which the industries of one park leave it undecided, for some annual energy.
    pub fn contradiction(&self, industries: &[IndustryId]) -> Option<[&Band; 2]> {
        let own: Vec<&Band> = self
            .bands
            .iter()
            .filter(|band| band.industries.iter().any(|named| industries.contains(named)))
            .collect();
        let meet = |a: &Band, b: &Band| {
            let ends_after = |end: Option<Decimal>, start: Option<Decimal>| match (end, start) {
                (Some(end), Some(start)) => start < end,
                (None, _) | (_, None) => true,
            };
            ends_after(a.to_tce, b.from_tce) && ends_after(b.to_tce, a.from_tce)
        };
        let pairs = own.iter().enumerate().flat_map(|(at, a)| own[at + 1..].iter().map(move |b| [*a, *b]));
        pairs.into_iter().find(|[a, b]| meet(a, b))
    }

    /// The formula exists, gives the indicator's unit and, for a core indicator, is the one that gaps are solved for.
    fn check_formula(&self, path: &str, problems: &mut Vec<Problem>) {
        let field = format!("{path}.formula_id");
        let found = || self.formula_id.clone().unwrap_or_else(|| "nothing".to_owned());
        let expected = match (self.kind, self.computed_by()) {
            (Kind::Core, Some(formula)) if formula.id == formulas::CARBON_PER_ENERGY => None,
            (Kind::Core, _) => Some(formulas::CARBON_PER_ENERGY.to_owned()),
            (Kind::Guiding | Kind::Requirement, None) if self.formula_id.is_some() => {
                Some(format!("one of {}", FORMULAS.each_ref().map(|formula| formula.id).join(", ")))
            }
            (Kind::Guiding | Kind::Requirement, _) => None,
        };
        if let Some(expected) = expected {
            problems.push(Problem::new(field, expected, found()));
        } else if let Some(formula) = self.computed_by().filter(|formula| formula.unit != self.unit) {
            let expected = format!("{}, the unit of {}", formula.unit.symbol(), formula.id);
            problems.push(Problem::new(format!("{path}.unit"), expected, self.unit.symbol()));
        }
    }

    /// The values that it may have.
    pub fn values(&self) -> ValueRange {
        let usual = if self.unit == Unit::Percent { ValueRange::SHARE } else { ValueRange::ANY };
        self.range.unwrap_or(usual)
    }

    /// A unit has a name in both languages, a range is one, and every target lies in it.
    fn check_values(&self, path: &str, problems: &mut Vec<Problem>) {
        let mut wrong = |field: String, expected: String, found: String| {
            problems.push(Problem::new(format!("{path}.{field}"), expected, found));
        };
        if let Unit::Named(name) = &self.unit {
            for (lang, name) in [("zh", &name.zh), ("en", &name.en)] {
                if name.trim().is_empty() || name.chars().count() > MOST_OF_A_UNIT {
                    let expected = format!("a unit's name of at most {MOST_OF_A_UNIT} characters");
                    wrong(format!("unit.{lang}"), expected, format!("“{name}”"));
                }
            }
        }
        let range = self.values();
        if range.from.is_negative() {
            wrong("range.from".to_owned(), "0 or more".to_owned(), range.from.to_string());
        }
        if let Some(to) = range.to.filter(|to| *to <= range.from) {
            wrong(
                "range.to".to_owned(),
                format!("more than {}, where it begins", range.from),
                to.to_string(),
            );
        }
        for (i, band) in self.bands.iter().enumerate() {
            // A target below 0 is told as such.
            let outside = |target: &Decimal| !target.is_negative() && !range.contains((*target).into());
            if let Some(target) = band.target.filter(outside) {
                let expected = format!("a value of {range}");
                wrong(format!("bands[{i}].target"), expected, target.to_string());
            }
        }
    }

    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        self.check_formula(path, problems);
        self.check_values(path, problems);
        let bands = |holds: &dyn Fn(&Band) -> bool| -> Vec<(usize, &Band)> {
            self.bands.iter().enumerate().filter(|(_, band)| holds(band)).collect()
        };
        for (i, band) in bands(&|_| true) {
            band.check(&format!("{path}.bands[{i}]"), problems);
        }
        if self.bands.is_empty() {
            problems.push(Problem::new(format!("{path}.bands"), "at least one band", "none"));
            return;
        }
        let mut named: Vec<&IndustryId> = self.bands.iter().flat_map(|band| &band.industries).collect();
        named.sort();
        named.dedup();
        let others = bands(&|band| band.industries.is_empty());
        if others.is_empty() {
            let expected = "a band without industries for all other parks, with target or no_target";
            problems.push(Problem::new(format!("{path}.bands"), expected, "none"));
        }
        covers_once(path, None, &others, problems);
        for industry in named {
            covers_once(path, Some(industry), &bands(&|band| band.industries.contains(industry)), problems);
        }
    }
}

/// The bands of an industry, or of all that no band names, cover every annual energy once.
fn covers_once(
    path: &str,
    industry: Option<&IndustryId>,
    bands: &[(usize, &Band)],
    problems: &mut Vec<Problem>,
) {
    let of = industry.map_or(String::new(), |industry| format!(" for {}", industry.as_str()));
    let declared = |range: String| format!("the energy {range}{of} to be declared, with target or no_target");
    let mut wrong = |band: usize, field: &str, expected: String, found: String| {
        problems.push(Problem::new(format!("{path}.bands[{band}].{field}"), expected, found));
    };
    for (at, (i, band)) in bands.iter().enumerate() {
        let Some((_, previous)) = at.checked_sub(1).map(|before| bands[before]) else {
            if let Some(from) = band.from_tce {
                wrong(
                    *i,
                    "from_tce",
                    declared(format!("below {from} tce")),
                    format!("a gap from 0 to {from}"),
                );
            }
            continue;
        };
        match (previous.to_tce, band.from_tce) {
            (Some(end), Some(from)) if end == from => {}
            (Some(end), Some(from)) if end < from => {
                let expected = declared(format!("from {end} to {from} tce"));
                wrong(*i, "from_tce", expected, format!("a gap from {end} to {from}"));
            }
            (end, from) => {
                let start =
                    end.map_or("nothing, for the band before has no end".to_owned(), |end| end.to_string());
                let found = from.map_or("no lower end, which overlaps".to_owned(), |from| {
                    format!("{from}, which overlaps")
                });
                wrong(*i, "from_tce", format!("{start}{of}"), format!("{found}{of}"));
            }
        }
    }
    if let Some((i, Band { to_tce: Some(to), .. })) = bands.last() {
        wrong(*i, "to_tce", declared(format!("from {to} tce on")), format!("a gap from {to} on"));
    }
}

/// A number with more digits than arithmetic on rules allows, or below zero.
pub(crate) fn check_number(path: String, number: Decimal, problems: &mut Vec<Problem>) {
    if !number.is_of_a_rule() {
        let [before, after] = RULE_DIGITS;
        let expected =
            format!("0 or more, with at most {before} digits before the point and {after} after it");
        problems.push(Problem::new(path, expected, number.to_string()));
    }
}

impl Band {
    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        let thresholds = self.target.into_iter().map(|target| ("target", target));
        let between = self.between.into_iter().flatten().map(|end| ("between", end));
        for (field, number) in thresholds.chain(between) {
            check_number(format!("{path}.{field}"), number, problems);
        }
        // Ends of bands are compared, never multiplied: any number that can be written will do.
        for (field, end) in [("from_tce", self.from_tce), ("to_tce", self.to_tce)] {
            if let Some(end) = end.filter(|end| end.is_negative()) {
                problems.push(Problem::new(format!("{path}.{field}"), "0 or more", end.to_string()));
            }
        }
        let held = [self.target.is_some(), self.between.is_some(), self.no_target.is_some()];
        let count = held.iter().filter(|held| **held).count();
        if count != 1 {
            problems.push(Problem::new(
                path,
                "exactly one of target, between and no_target",
                count.to_string(),
            ));
        }
        let has_threshold = self.target.is_some() || self.between.is_some();
        if has_threshold && self.clause.as_ref().is_none_or(|clause| clause.trim().is_empty()) {
            problems.push(Problem::new(
                format!("{path}.clause"),
                "the clause that states the threshold",
                "nothing",
            ));
        }
        if let (Some(from), Some(to)) = (self.from_tce, self.to_tce)
            && to <= from
        {
            problems.push(Problem::new(
                format!("{path}.to_tce"),
                format!("more than from_tce, {from}"),
                to.to_string(),
            ));
        }
        if let Some([low, high]) = self.between
            && high <= low
        {
            problems.push(Problem::new(
                format!("{path}.between"),
                "the lower threshold before the higher",
                format!("{low}, {high}"),
            ));
        }
    }
}

/// Steps that the range of a parameter may have.
const MAX_STEPS: i64 = 100;

impl Parameter {
    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        let numbers = [
            ("default", self.default),
            ("at_most", self.at_most),
            ("range_from", self.range_from),
            ("range_to", self.range_to),
            ("range_step", self.range_step),
        ];
        let before = problems.len();
        for (field, number) in numbers {
            check_number(format!("{path}.{field}"), number, problems);
        }
        if problems.len() > before {
            return;
        }
        let mut require = |field: &str, ok: bool, expected: String, found: Decimal| {
            if !ok {
                problems.push(Problem::new(format!("{path}.{field}"), expected, found.to_string()));
            }
        };
        let allowed = format!("more than 0 and at most {}", self.at_most);
        require(
            "default",
            self.default.is_positive() && self.default <= self.at_most,
            allowed.clone(),
            self.default,
        );
        require("range_from", self.range_from.is_positive(), allowed.clone(), self.range_from);
        require(
            "range_to",
            self.range_to <= self.at_most && self.range_from <= self.range_to,
            allowed,
            self.range_to,
        );
        require("range_step", self.range_step.is_positive(), "more than 0".to_owned(), self.range_step);
        // Every step is a result that the form shows, and recomputes at every key.
        let width = self.range_to - self.range_from;
        let fewest = Ratio::checked(width, Decimal::from_integer(MAX_STEPS))
            .map(|step| step.cmp_decimal(self.range_step));
        let few = fewest.is_some_and(Ordering::is_le);
        require(
            "range_step",
            few,
            format!("a step that makes at most {MAX_STEPS} of the range"),
            self.range_step,
        );
    }
}
