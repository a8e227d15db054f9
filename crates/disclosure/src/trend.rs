//! A park's emissions and energy over the rounds: the accounts' own figures, with gaps where none are
//! published.

use assessment::account::{Accounts, Part};
use assessment::applicability::Subject;
use assessment::quantity::{TonnesCo2, TonnesCoalEquivalent};
use assessment::ruleset::{Direction, Level};
use assessment::{Date, Decimal, Ratio};

use crate::as_of;
use crate::model::Rulebook;
use crate::park_evaluation::{Judged, judge};
use crate::round::{ParkRound, Quality, RoundSummary};

/// What emits, in the terms of the method's sums (ndrc-910/annex4/1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emitter {
    /// Fuel burnt.
    Fuel,
    /// Conversions: what was put in less what they gave.
    Conversion,
    /// Power received less power sent out.
    Power,
    /// Heat received less heat sent out.
    Heat,
    /// Industrial processes.
    Process,
}

impl Emitter {
    /// All of them, in the order of the method.
    pub const ALL: [Emitter; 5] =
        [Emitter::Fuel, Emitter::Conversion, Emitter::Power, Emitter::Heat, Emitter::Process];

    /// The sums that it takes together.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Emitter::Fuel => &[Part::Combustion, Part::Feedstock],
            Emitter::Conversion => &[Part::ConversionInput, Part::ConversionOutput],
            Emitter::Power => &[Part::PowerReceived, Part::PowerSent, Part::PowerOwn],
            Emitter::Heat => &[Part::HeatReceived, Part::HeatSent],
            Emitter::Process => &[Part::Process],
        }
    }
}

/// What the balance of a round adds up to.
#[derive(Clone, Debug)]
pub struct Balanced {
    /// Whether the balance is not yet verified.
    pub pending: bool,
    /// Emissions of each [`Emitter`], in the order of [`Emitter::ALL`], t CO₂.
    pub emissions: [TonnesCo2; 5],
    /// Emissions in all, t CO₂.
    pub total: TonnesCo2,
    /// Non-fossil power and heat, tce, net of what was sent out.
    pub non_fossil: TonnesCoalEquivalent,
    /// Everything else, tce.
    pub fossil: TonnesCoalEquivalent,
    /// Energy in all, tce.
    pub energy: TonnesCoalEquivalent,
    /// 单位能耗碳排放, t CO₂ per tce.
    pub intensity: Option<Ratio>,
    /// Its target in the park's band.
    pub target: Option<Target>,
}

/// A target as it applied in a round.
#[derive(Clone, Debug)]
pub struct Target {
    /// The number.
    pub value: Decimal,
    /// Which side of it is the good one.
    pub direction: Direction,
    /// The clause, where one states it.
    pub clause: Option<String>,
}

/// A round in a park's trend.
#[derive(Clone, Debug)]
pub struct Point {
    /// Id of the round.
    pub round: String,
    /// Day of the round.
    pub dated: Date,
    /// What the balance adds up to; `None` where none is published.
    pub balance: Option<Balanced>,
}

/// A park over the rounds that were known on a day, each with the corrections that were known then.
///
/// A round that says nothing of the park, or has no balance of it, is a point without one: never zero.
pub fn trend(rounds: &[RoundSummary], course: &[ParkRound], book: &Rulebook, on: Date) -> Vec<Point> {
    let course = as_of::course(course, on);
    let known = rounds.iter().filter(|round| round.dated <= on);
    known
        .map(|round| {
            let of_park = course.iter().find(|each| each.round == round.id);
            // What stands on from an earlier round is none of this one.
            let of_park = of_park.filter(|each| each.snapshot.core_older.is_none());
            let balance = of_park.and_then(|each| {
                // The core indicator's target is chosen by energy alone.
                let judged = judge(&each.snapshot, Subject::default(), book, each.rules_day());
                balanced(&judged, each.snapshot.core_quality)
            });
            Point { round: round.id.clone(), dated: round.dated, balance }
        })
        .collect()
}

fn balanced(judged: &Judged<'_>, quality: Quality) -> Option<Balanced> {
    if quality == Quality::NotPublished {
        return None;
    }
    let accounts: &Accounts = judged.accounts.as_ref()?;
    let core = judged.core(Level::National);
    let non_fossil = accounts.non_fossil_energy();
    Some(Balanced {
        pending: !quality.is_verified(),
        emissions: Emitter::ALL.map(|emitter| accounts.emissions_of(emitter.parts())),
        total: accounts.emissions(),
        non_fossil,
        fossil: accounts.energy() - non_fossil,
        energy: accounts.energy(),
        intensity: accounts.intensity().map(|intensity| intensity.0),
        target: core.and_then(|core| {
            let clause = core.clause.map(str::to_owned);
            Some(Target { value: core.target?, direction: core.direction, clause })
        }),
    })
}
