//! Which rule is in force on a day: one resolver for every kind of rule, and one error.
//!
//! Nothing here chooses between two rules that are both true: not the first, not the newest. Two kinds may stand
//! beside each other: factor sets, where the order in which a library names them is the choice, and requirement sets
//! that decide no level, of which all are true.

use std::fmt;

use crate::fact::{Date, Problem};
use crate::factors::FactorSet;
use crate::ladder::Ladder;
use crate::ruleset::{Level, Ruleset};
use crate::scoring::Scoring;

/// A kind of rule, of which one is in force on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// The requirement set that decides a level.
    Ruleset(Level),
    /// A requirement set that decides no level.
    Requirements,
    /// The factors of an accounting.
    FactorSet,
    /// The table of the dynamic upgrading.
    Ladder,
    /// How the portal's index is made.
    Scoring {
        /// Id of the ruleset that it weighs.
        ruleset: String,
    },
}

impl RuleKind {
    /// Whether several of the kind may be in force on one day.
    pub fn several_at_once(&self) -> bool {
        matches!(self, RuleKind::FactorSet | RuleKind::Requirements)
    }
}

impl fmt::Display for RuleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleKind::Ruleset(Level::National) => f.write_str("national ruleset"),
            RuleKind::Ruleset(Level::Region) => f.write_str("regional ruleset"),
            RuleKind::Requirements => f.write_str("requirement set beside the levels"),
            RuleKind::FactorSet => f.write_str("factor set"),
            RuleKind::Ladder => f.write_str("ladder"),
            RuleKind::Scoring { ruleset } => write!(f, "scoring of {ruleset}"),
        }
    }
}

/// A rule that holds from one day to another.
pub trait InForce {
    /// Its id.
    fn id(&self) -> &str;
    /// What it is a rule of; of each kind one is in force on a day.
    fn kind(&self) -> RuleKind;
    /// First day in force.
    fn from(&self) -> Date;
    /// Last day in force; `None` without an end.
    fn to(&self) -> Option<Date>;
    /// Day on which it was published.
    fn published_on(&self) -> Date;
    /// Day on which its end was published; `None` without an end.
    fn end_published_on(&self) -> Option<Date>;
    /// Forgets its end.
    fn open_end(&mut self);
    /// Day on which it was last compared with its sources.
    fn checked_on(&mut self) -> &mut Option<Date>;

    /// Whether it is in force on a day.
    fn is_in_force(&self, on: Date) -> bool {
        self.from() <= on && self.to().is_none_or(|to| on <= to)
    }
}

macro_rules! in_force {
    ($($rule:ty: $kind:expr),* $(,)?) => {
        $(impl InForce for $rule {
            fn id(&self) -> &str {
                &self.id
            }

            fn kind(&self) -> RuleKind {
                let kind: fn(&$rule) -> RuleKind = $kind;
                kind(self)
            }

            fn from(&self) -> Date {
                self.in_force_from
            }

            fn to(&self) -> Option<Date> {
                self.in_force_to
            }

            fn published_on(&self) -> Date {
                self.published_on
            }

            fn end_published_on(&self) -> Option<Date> {
                self.end_published_on
            }

            fn open_end(&mut self) {
                (self.in_force_to, self.end_published_on) = (None, None);
            }

            fn checked_on(&mut self) -> &mut Option<Date> {
                &mut self.checked_on
            }
        })*
    };
}

in_force!(
    Ruleset: |set| set.level.map_or(RuleKind::Requirements, RuleKind::Ruleset),
    FactorSet: |_| RuleKind::FactorSet,
    Ladder: |_| RuleKind::Ladder,
    Scoring: |scoring| RuleKind::Scoring { ruleset: scoring.ruleset.clone() },
);

/// No rule can be named for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// None of the kind is in force on the day.
    NotInForce {
        /// The kind asked for.
        kind: RuleKind,
        /// The day asked for.
        on: Date,
    },
    /// Two of one kind are in force on the same day.
    Ambiguous {
        /// The kind asked for.
        kind: RuleKind,
        /// One of them.
        first: String,
        /// The other.
        second: String,
        /// The day asked for.
        on: Date,
    },
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleError::NotInForce { kind, on } => write!(f, "no {kind} is in force on {on}"),
            RuleError::Ambiguous { first, second, on, .. } => {
                write!(f, "{first} and {second} are both in force on {on}")
            }
        }
    }
}

impl std::error::Error for RuleError {}

/// The one rule of a kind that is in force on a day.
///
/// # Errors
/// [`RuleError::NotInForce`] outside every rule's dates, never the nearest; [`RuleError::Ambiguous`], naming both,
/// when two are in force at once.
pub fn in_force<T: InForce>(rules: &[T], kind: RuleKind, on: Date) -> Result<&T, RuleError> {
    let mut candidates = rules.iter().filter(|rule| rule.is_in_force(on) && rule.kind() == kind);
    match (candidates.next(), candidates.next()) {
        (None, _) => Err(RuleError::NotInForce { kind, on }),
        (Some(rule), None) => Ok(rule),
        (Some(first), Some(second)) => {
            let (first, second) = (first.id().to_owned(), second.id().to_owned());
            Err(RuleError::Ambiguous { kind, first, second, on })
        }
    }
}

/// The requirement set that decides a level on a day.
///
/// # Errors
/// As [`in_force`].
pub fn ruleset(rulesets: &[Ruleset], level: Level, on: Date) -> Result<&Ruleset, RuleError> {
    in_force(rulesets, RuleKind::Ruleset(level), on)
}

/// The requirement sets in force on a day that decide no level, in the order in which they are given.
pub fn beside_levels(rulesets: &[Ruleset], on: Date) -> impl Iterator<Item = &Ruleset> {
    rulesets.iter().filter(move |set| set.level.is_none() && set.is_in_force(on))
}

/// The factor set that applies on a day where an assessment names none: the first in force, in the order in which
/// they are given. Several may be in force at once, so that order is a statement and not an accident.
///
/// # Errors
/// [`RuleError::NotInForce`].
pub fn factor_set(sets: &[FactorSet], on: Date) -> Result<&FactorSet, RuleError> {
    let first = sets.iter().find(|set| set.is_in_force(on));
    first.ok_or(RuleError::NotInForce { kind: RuleKind::FactorSet, on })
}

/// The rules that were published by a day, in their order, each without an end that was not yet published and
/// without the day of a later comparison with its sources.
pub fn known_on<T: InForce>(rules: Vec<T>, on: Date) -> Vec<T> {
    let mut known: Vec<T> = rules.into_iter().filter(|rule| rule.published_on() <= on).collect();
    for rule in known.iter_mut().filter(|rule| rule.end_published_on().is_some_and(|day| day > on)) {
        rule.open_end();
    }
    for checked_on in known.iter_mut().map(InForce::checked_on) {
        *checked_on = checked_on.filter(|day| *day <= on);
    }
    known
}

/// Every mistake in the days of a rule: an end before the beginning, an end whose publication is not dated or the
/// other way round, an end known before the rule itself.
pub fn check_days(rule: &impl InForce, problems: &mut Vec<Problem>) {
    if let Some(to) = rule.to().filter(|to| *to < rule.from()) {
        let expected = format!("a day not before in_force_from, {}", rule.from());
        problems.push(Problem::new("in_force_to", expected, to.to_string()));
    }
    match (rule.to(), rule.end_published_on()) {
        (Some(_), None) => {
            let expected = "the day on which its end was published, with in_force_to";
            problems.push(Problem::new("end_published_on", expected, "nothing"));
        }
        (None, Some(day)) => {
            let expected = "nothing without in_force_to";
            problems.push(Problem::new("end_published_on", expected, day.to_string()));
        }
        (Some(_), Some(day)) if day < rule.published_on() => {
            let expected = format!("a day not before published_on, {}", rule.published_on());
            problems.push(Problem::new("end_published_on", expected, day.to_string()));
        }
        _ => {}
    }
}

/// Every pair of rules of which the second would give another answer than the first on the same day, as positions
/// with the first such day. Rules of a kind of which several may be in force at once are no such pair.
pub fn conflicts<T: InForce>(rules: &[&T]) -> Vec<(usize, usize, Date)> {
    let mut conflicts = Vec::new();
    for (later, second) in rules.iter().enumerate() {
        for (earlier, first) in rules[..later].iter().enumerate() {
            let on = first.from().max(second.from());
            let both = first.is_in_force(on) && second.is_in_force(on);
            if both && first.kind() == second.kind() && !first.kind().several_at_once() {
                conflicts.push((earlier, later, on));
            }
        }
    }
    conflicts
}
