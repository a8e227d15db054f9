//! The parks of a round beside each other: what each has reached, its index, and the ranks it may have.

use std::collections::HashMap;

use assessment::applicability::AnnualEnergy;
use assessment::evaluate::{Evaluation, State, Verdict};
use assessment::in_force::RuleError;
use assessment::ranking::{Contender, Core, RankRange, Steadiness, ranks, steadiness};
use assessment::ruleset::{Level, Ruleset};
use assessment::scoring::{Attained, Index, Scoring, attained, index};
use assessment::{Date, Decimal, Ratio};

use crate::model::{ParkSummary, Rulebook};
use crate::park_evaluation::{self, Judged};
use crate::round::{ParkRound, PublishedCore, RestsOn, Round, Snapshot};

/// A park in a round.
#[derive(Clone, Debug)]
pub struct Row {
    /// Position of the park in the slice given.
    pub park: usize,
    /// State of the core indicator.
    pub core: State,
    /// Value of the core indicator, verified or pending.
    pub value: Option<Ratio>,
    /// Its target in the park's band.
    pub target: Option<Decimal>,
    /// What is known of its annual energy.
    pub energy: Option<AnnualEnergy>,
    /// Whether nobody can say which target applies, for want of that.
    pub target_unknown: bool,
    /// What the outcomes add up to.
    pub verdict: Verdict,
    /// The index; `None` where no indicator applies.
    pub index: Option<Index>,
    /// The ranks that the park may have; `None` for a park that is listed apart, without a threshold in force.
    pub ranks: Option<RankRange>,
    /// What its core indicator rests on; `None` where nothing of it is published.
    pub rests_on: Option<RestsOn>,
    /// Day of the earlier round that its core value is of, where the round does not cover that or the park.
    pub older: Option<Date>,
    /// Day of the earlier round that some of its other values are of, where the round does not cover those.
    pub partly_older: Option<Date>,
    attained: Vec<Attained>,
}

/// All parks of a round by one level's ruleset.
#[derive(Clone, Debug)]
pub struct Standings {
    /// Id of the ruleset.
    pub ruleset: String,
    /// Id of the scoring.
    pub scoring: String,
    /// One row a park, in the order given.
    pub rows: Vec<Row>,
    weights: Vec<Decimal>,
}

/// Ranks the parks by what a round says of them. Of a park that the round does not cover, what was published last
/// stands, judged by the rules of its own year; of one that no round names, nothing is published.
///
/// # Errors
/// When no ruleset or no scoring can be named for the day of the figures.
pub fn standings(
    parks: &[ParkSummary],
    round: &Round,
    book: &Rulebook,
    level: Level,
) -> Result<Standings, RuleError> {
    let by = round.rules_day();
    let ruleset = book.ruleset(level, by)?;
    let scoring = book.scoring(ruleset, by)?;
    let weights: Vec<Decimal> = weights(ruleset, scoring);
    let snapshots: HashMap<&str, &Snapshot> =
        round.parks.iter().map(|snapshot| (snapshot.park.as_str(), snapshot)).collect();
    let mut rows = Vec::with_capacity(parks.len());
    let earlier: HashMap<&str, &ParkRound> =
        round.earlier.iter().map(|round| (round.snapshot.park.as_str(), round)).collect();
    // Values of a year with another ruleset are no values under this one.
    let comparable = |judged: &Judged<'_>| judged.of(level).is_ok_and(|of| of.ruleset.id == ruleset.id);
    for (at, park) in parks.iter().enumerate() {
        let subject = park.subject(book, round.dated);
        let older = || earlier.get(park.id.as_str()).copied();
        let core_older = |snapshot: &Snapshot| snapshot.core_older.map(|older| older.dated);
        let others_older = |snapshot: &Snapshot| snapshot.older().map(|older| older.dated).min();
        let rests_on = |snapshot: &Snapshot| snapshot.core.as_ref().map(PublishedCore::rests_on);
        let (judged, rests_on, older, partly_older) = match (snapshots.get(park.id.as_str()), older()) {
            (Some(snapshot), _) => {
                let judged = park_evaluation::judge(snapshot, subject, book, by);
                (judged, rests_on(snapshot), core_older(snapshot), others_older(snapshot))
            }
            (None, Some(older)) => {
                let judged = Some(park_evaluation::judge(
                    &older.snapshot,
                    park.subject(book, older.dated),
                    book,
                    older.rules_day(),
                ))
                .filter(comparable);
                let day = core_older(&older.snapshot).unwrap_or(older.dated);
                let rests_on = rests_on(&older.snapshot).filter(|_| judged.is_some());
                (judged.unwrap_or_else(|| Judged::of_nothing(subject, book, by)), rests_on, Some(day), None)
            }
            (None, None) => (Judged::of_nothing(subject, book, by), None, None, None),
        };
        let of = judged.of(level).map_err(Clone::clone)?;
        let row = row(at, park, &judged, &of.evaluation, ruleset, scoring, &weights);
        rows.push(Row { rests_on, older, partly_older: partly_older.filter(|_| older.is_none()), ..row });
    }
    rank(&mut rows);
    Ok(Standings { ruleset: ruleset.id.clone(), scoring: scoring.id.clone(), rows, weights })
}

fn row(
    at: usize,
    park: &ParkSummary,
    judged: &Judged<'_>,
    evaluation: &Evaluation<'_>,
    ruleset: &Ruleset,
    scoring: &Scoring,
    weights: &[Decimal],
) -> Row {
    let core = evaluation.core();
    let attained = attained(&evaluation.outcomes, ruleset, scoring, |id| park.base_year(id));
    Row {
        park: at,
        core: core.map_or(State::NoData, |core| core.state),
        value: core.and_then(|core| core.value),
        target: core.and_then(|core| core.target),
        energy: judged.energy,
        target_unknown: core.is_some_and(|core| core.target_unknown),
        verdict: evaluation.verdict,
        index: index(&attained, weights.iter().copied()),
        ranks: None,
        rests_on: None,
        older: None,
        partly_older: None,
        attained,
    }
}

fn rank(rows: &mut [Row]) {
    let ranked: Vec<(usize, Contender)> = rows.iter().enumerate().filter_map(contender).collect();
    let contenders: Vec<Contender> = ranked.iter().map(|(_, contender)| *contender).collect();
    for ((at, _), range) in ranked.iter().zip(ranks(&contenders)) {
        rows[*at].ranks = Some(range);
    }
}

fn contender((at, row): (usize, &Row)) -> Option<(usize, Contender)> {
    Some((at, Contender { core: Core::of(row.core, row.target_unknown)?, index: row.index? }))
}

/// Weights in the order of the ruleset's indicators.
fn weights(ruleset: &Ruleset, scoring: &Scoring) -> Vec<Decimal> {
    let weight = |id: &str| scoring.weights.iter().find(|weight| weight.indicator == id);
    let of = |id: &str| weight(id).map_or(Decimal::ZERO, |weight| weight.weight);
    ruleset.indicators.iter().map(|indicator| of(&indicator.id)).collect()
}

impl Row {
    /// How far each indicator has come, in the order of the ruleset's indicators.
    pub fn attained(&self) -> &[Attained] {
        &self.attained
    }
}

impl Standings {
    /// How steady each rank is when the weights are varied; `None` for a park that is not ranked.
    ///
    /// Every weight is drawn between half and one and a half times itself, `draws` times, from the seed alone.
    pub fn steadiness(&self, seed: u64, draws: u32) -> Vec<Option<Steadiness>> {
        let ranked: Vec<&Row> = self.rows.iter().filter(|row| row.ranks.is_some()).collect();
        let parks: Vec<(Core, Vec<Attained>)> = ranked
            .iter()
            .filter_map(|row| Some((Core::of(row.core, row.target_unknown)?, row.attained.clone())))
            .collect();
        let mut drawn = steadiness(&parks, &self.weights, seed, draws).into_iter();
        self.rows.iter().map(|row| row.ranks.and_then(|_| drawn.next())).collect()
    }

    /// How many of the ranked parks meet the target of the core indicator.
    pub fn core_met(&self) -> usize {
        self.rows.iter().filter(|row| row.ranks.is_some() && row.core == State::Met).count()
    }

    /// How many parks are ranked.
    pub fn ranked(&self) -> usize {
        self.rows.iter().filter(|row| row.ranks.is_some()).count()
    }
}

impl ParkSummary {
    /// The published base-year value of an indicator: what the park has committed itself to from, at or before
    /// its first year of construction. A single target is no base.
    pub fn base_year(&self, indicator: &str) -> Option<Decimal> {
        let of = || self.committed.iter().filter(|each| each.indicator == indicator);
        let first = of().min_by_key(|each| each.year)?;
        let starts = self.construction.is_none_or(|[from, _]| first.year <= from);
        (starts && of().any(|each| each.year > first.year)).then_some(first.target)
    }
}
