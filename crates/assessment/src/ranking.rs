//! Rankings that are honest about what they know.
//!
//! Core met stands before core not met, then the index decides. What is unknown makes a park range over
//! several ranks; the range is exact, because the parks' unknowns do not depend on each other.

use std::cmp::Ordering;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::decimal::{Decimal, Ratio};
use crate::evaluate::State;
use crate::scoring::{Attained, Index, index};

/// Where a park may stand by its core indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// No data, pending, or a value of which nobody can say which target it has: it may be either.
    Unknown,
}

impl Core {
    /// From the state of the core indicator, and whether nobody can say which target applies. `None` for a park
    /// without a threshold in force, which is listed apart and not ranked.
    pub fn of(state: State, target_unknown: bool) -> Option<Core> {
        match state {
            State::Met => Some(Core::Met),
            State::NotMet => Some(Core::NotMet),
            State::NoData | State::Pending | State::NotApplicable => Some(Core::Unknown),
            State::NoThreshold if target_unknown => Some(Core::Unknown),
            State::NoThreshold | State::NotInForce => None,
        }
    }
}

/// What a ranking knows of a park.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    /// Its core indicator.
    pub core: Core,
    /// Its index.
    pub index: Index,
}

/// The ranks that a park may have, from 1; equal when its rank is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankRange {
    /// At best.
    pub best: usize,
    /// At worst.
    pub worst: usize,
}

#[derive(Clone, Copy)]
struct Standing {
    core_met: bool,
    index: Ratio,
}

impl Standing {
    /// `Greater` is ahead.
    fn cmp(&self, other: &Standing) -> Ordering {
        self.core_met.cmp(&other.core_met).then_with(|| self.index.cmp_ratio(other.index))
    }
}

impl Contender {
    fn at_best(&self) -> Standing {
        Standing { core_met: self.core != Core::NotMet, index: self.index.best }
    }

    fn at_worst(&self) -> Standing {
        Standing { core_met: self.core == Core::Met, index: self.index.worst }
    }
}

/// The range of ranks of each contender, in the order given. A rank is one more than the number of parks
/// ahead, so equal parks have equal ranks.
pub fn ranks(contenders: &[Contender]) -> Vec<RankRange> {
    let sorted = |standing: fn(&Contender) -> Standing| {
        let mut standings: Vec<Standing> = contenders.iter().map(standing).collect();
        standings.sort_by(Standing::cmp);
        standings
    };
    let (best, worst) = (sorted(Contender::at_best), sorted(Contender::at_worst));
    let ahead = |of: Standing, among: &[Standing]| {
        among.len() - among.partition_point(|other| other.cmp(&of) != Ordering::Greater)
    };
    contenders
        .iter()
        .map(|contender| {
            let (at_best, at_worst) = (contender.at_best(), contender.at_worst());
            // Among all at their best stands the park itself, ahead of its own worst when the two differ.
            let itself = usize::from(at_best.cmp(&at_worst) == Ordering::Greater);
            RankRange { best: 1 + ahead(at_best, &worst), worst: 1 + ahead(at_worst, &best) - itself }
        })
        .collect()
}

/// How steady a park's rank is when the weights are varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steadiness {
    /// Draws in which its range of ranks was the same as with the given weights.
    pub kept: u32,
    /// Best rank in any draw.
    pub best: usize,
    /// Worst rank in any draw.
    pub worst: usize,
}

impl Steadiness {
    /// Share of the draws in which the range of ranks was the same, per cent; `None` without draws.
    pub fn kept_share(&self, draws: u32) -> Option<Ratio> {
        let kept = Decimal::from_integer(i64::from(self.kept)) * Decimal::HUNDRED;
        Ratio::checked(kept, Decimal::from_integer(i64::from(draws)))
    }
}

/// Varies every weight independently and evenly between half and one and a half times itself, `draws`
/// times, and counts how often each park keeps its place. Reproducible: the same seed gives the same
/// draws, natively and in WebAssembly, because they are made of integers only.
pub fn steadiness(
    parks: &[(Core, Vec<Attained>)],
    weights: &[Decimal],
    seed: u64,
    draws: u32,
) -> Vec<Steadiness> {
    let contenders = |weights: &[Decimal]| -> Option<Vec<Contender>> {
        let contender = |(core, attained): &(Core, Vec<Attained>)| {
            let index = index(attained, weights.iter().copied())?;
            Some(Contender { core: *core, index })
        };
        parks.iter().map(contender).collect()
    };
    let Some(given) = contenders(weights).map(|contenders| ranks(&contenders)) else { return Vec::new() };
    let start = |range: &RankRange| Steadiness { kept: 0, best: range.best, worst: range.worst };
    let mut steadiness: Vec<Steadiness> = given.iter().map(start).collect();
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    for _ in 0..draws {
        let varied: Vec<Decimal> = weights.iter().map(|weight| *weight * per_mille(&mut random)).collect();
        let Some(contenders) = contenders(&varied) else { continue };
        for ((steadiness, given), drawn) in steadiness.iter_mut().zip(&given).zip(ranks(&contenders)) {
            steadiness.kept += u32::from(drawn == *given);
            steadiness.best = steadiness.best.min(drawn.best);
            steadiness.worst = steadiness.worst.max(drawn.worst);
        }
    }
    steadiness
}

/// A whole number of thousandths from 500 to 1500, each equally likely.
fn per_mille(random: &mut ChaCha8Rng) -> Decimal {
    const CHOICES: u32 = 1001;
    // The draws beyond the last whole multiple would favour the small ones.
    let fair = u32::MAX - u32::MAX % CHOICES;
    loop {
        let drawn = random.next_u32();
        if drawn < fair {
            return Decimal::from_integer(i64::from(500 + drawn % CHOICES));
        }
    }
}
