//! What the rules say of a park in a round: computed, never official.

use std::sync::Arc;

use assessment::account::Accounts;
use assessment::applicability::{AnnualEnergy, Applies, Subject};
use assessment::evaluate::{Block, Evaluation, Finding, Outcome, State, evaluate};
use assessment::formulas::CARBON_PER_ENERGY;
use assessment::in_force::RuleError;
use assessment::input::{Assessment, Given, Rules};
use assessment::ladder_position::{self, Known};
use assessment::report::{self, CoreGap, core_gap_of};
use assessment::ruleset::{Indicator, Kind, Level, Ruleset};
use assessment::{Date, Ratio};

use crate::as_of;
use crate::model::{ParkSummary, Rulebook};
use crate::round::{Balance, Observed, Older, PublishedCore, Quality, Requirements, RulesDay, Snapshot};

/// A snapshot, judged by the rules in force on one day: the last of the year of its figures.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The balance, without guiding indicators, which a snapshot holds itself; absent when none is published.
    pub assessment: Option<Arc<Assessment>>,
    /// The accounts behind the core indicator; absent when no balance is published, and while no rules are that it
    /// could be accounted by.
    pub accounts: Option<Accounts>,
    /// What is known of the park's annual energy: from a balance, from totals, or as a class beside a ratio.
    pub energy: Option<AnnualEnergy>,
    /// By the set that decides each level, in the order of [`Level::ALL`], or why there is none.
    deciding: [Result<ByRuleset<'a>, RuleError>; 2],
    /// By the sets in force that decide no level, in the rulebook's order, without those that do not apply.
    pub beside: Vec<ByRuleset<'a>>,
}

/// What a requirement set says, and which it is.
#[derive(Clone, Debug)]
pub struct ByRuleset<'a> {
    /// The set.
    pub ruleset: &'a Ruleset,
    /// Whether it applies to the park, or what nobody can say it without.
    pub applies: Applies,
    /// What it says.
    pub evaluation: Evaluation<'a>,
}

impl Snapshot {
    /// The balance with the national guiding indicators: a complete assessment file, which `parks assess`
    /// judges by itself. `None` when no balance is published.
    ///
    /// A file has no way to say that its balance is not verified; the quality stands beside it. It is of one round:
    /// values of another one than the balance is of are left out.
    pub fn assessment_file(&self) -> Option<Assessment> {
        let mut file = Assessment::clone(self.balance()?.assessment());
        let national = self.values.iter().filter(|value| value.of == Requirements::Level(Level::National));
        let national = national.filter(|value| value.older == self.core_older);
        file.guiding = national.map(|value| (value.indicator.clone(), given(value))).collect();
        Some(file)
    }
}

/// A value as the contract has it.
fn given(observed: &Observed) -> Given {
    match (&observed.not_applicable, observed.value) {
        (Some(reason), _) => Given::NotApplicable(reason.zh.clone()),
        (None, Some(value)) if observed.quality.is_verified() => Given::Value(value),
        (None, Some(value)) if observed.quality == Quality::Pending => Given::Pending(value),
        (None, _) => Given::Nothing,
    }
}

/// Judges a snapshot by the rules in force on the day of its figures: that of its round. The subject is its park as
/// it stood then; what the core indicator rests on tells its energy. From totals and from a ratio alone the core
/// indicator follows and nothing else: what only a balance tells has no data.
///
/// Before rules and factors were published there is nothing to account by: the balance stands, and nothing is
/// computed from it.
pub fn judge<'a>(snapshot: &Snapshot, subject: Subject<'_>, book: &'a Rulebook, by: RulesDay) -> Judged<'a> {
    let assessment = snapshot.balance().map(Balance::assessment).cloned();
    let accounts = assessment.as_ref().and_then(|assessment| book.library().accounts_of(assessment));
    let energy = match &snapshot.core {
        None => None,
        Some(PublishedCore::Balance(..)) => {
            accounts.as_ref().map(|accounts| AnnualEnergy::Exactly(accounts.energy()))
        }
        Some(PublishedCore::Totals(totals)) => Some(AnnualEnergy::Exactly(totals.energy())),
        Some(PublishedCore::Ratio(ratio)) => ratio.energy(),
    };
    let subject = subject.with_energy(energy);
    let blocks = accounts.as_ref().map(report::blocks).unwrap_or_default();
    let find = |set: &Ruleset, indicator: &Indicator| find(snapshot, accounts.as_ref(), book, set, indicator);
    let (deciding, beside) = by_rulesets(book, by, subject, &blocks, find);
    Judged { assessment, accounts, energy, deciding, beside }
}

/// What the requirement sets in force on a day make of findings: those that decide the levels, then those beside
/// them that apply to the park or may do so.
fn by_rulesets<'a>(
    book: &'a Rulebook,
    by: RulesDay,
    subject: Subject<'_>,
    blocks: &[Block],
    find: impl Fn(&Ruleset, &Indicator) -> Finding,
) -> ([Result<ByRuleset<'a>, RuleError>; 2], Vec<ByRuleset<'a>>) {
    let judged = |ruleset: &'a Ruleset, applies| {
        let evaluation = evaluate(ruleset, subject, |indicator| find(ruleset, indicator));
        ByRuleset { ruleset, applies, evaluation: evaluation.blocked(blocks.to_vec()) }
    };
    let deciding = Level::ALL.map(|level| Ok(judged(book.ruleset(level, by)?, Applies::Yes)));
    let beside = book.beside_levels(by).filter_map(|ruleset| match ruleset.applies(subject) {
        Applies::No => None,
        applies => Some(judged(ruleset, applies)),
    });
    (deciding, beside.collect())
}

/// What a snapshot says of an indicator of a set. What stands on from a year with another set is no value under this
/// one.
fn find(
    snapshot: &Snapshot,
    accounts: Option<&Accounts>,
    book: &Rulebook,
    set: &Ruleset,
    indicator: &Indicator,
) -> Finding {
    let is_comparable = |older: Option<Older>| {
        let of = |older: Older| book.requirements(&Requirements::from(set), older.rules_day());
        older.is_none_or(|older| of(older).is_some_and(|then| then.id == set.id))
    };
    let value = || {
        let formula = indicator.computed_by()?;
        match &snapshot.core {
            Some(PublishedCore::Totals(totals)) if formula.id == CARBON_PER_ENERGY => totals.intensity(),
            Some(PublishedCore::Ratio(ratio)) if formula.id == CARBON_PER_ENERGY => {
                Some(Ratio::from(ratio.t_per_tce))
            }
            _ => (formula.value)(accounts?),
        }
    };
    let computed = || match value().filter(|_| is_comparable(snapshot.core_older)) {
        // A value that no park can have is nobody's result.
        Some(value) if !indicator.values().contains(value) => Finding::Pending(value),
        Some(value) if snapshot.core_quality.is_verified() => Finding::Value(value),
        Some(value) if snapshot.core_quality == Quality::Pending => Finding::Pending(value),
        Some(_) | None => Finding::NoData,
    };
    if indicator.kind == Kind::Core {
        return computed();
    }
    let observed = snapshot.observed_in(set, &indicator.id).filter(|o| is_comparable(o.older));
    match observed.map(|o| (&o.not_applicable, o.value, o.quality)) {
        Some((Some(reason), ..)) => Finding::NotApplicable(reason.zh.clone()),
        Some((None, Some(value), quality)) if quality.is_verified() => Finding::Value(Ratio::from(value)),
        Some((None, Some(value), Quality::Pending)) => Finding::Pending(Ratio::from(value)),
        _ => computed(),
    }
}

impl<'a> Judged<'a> {
    /// What the rules say of a park about which nothing is published.
    pub fn of_nothing(subject: Subject<'_>, book: &'a Rulebook, by: RulesDay) -> Judged<'a> {
        Judged::of_values(subject, book, by, |_| Finding::NoData)
    }

    /// What the rules say of values that are published without a balance.
    ///
    /// The annual energy that chooses the core indicator's band comes with a balance only, so the engine is given
    /// none and says what then cannot be judged.
    pub fn of_values(
        subject: Subject<'_>,
        book: &'a Rulebook,
        by: RulesDay,
        value: impl Fn(&Indicator) -> Finding,
    ) -> Judged<'a> {
        let subject = subject.with_energy(None);
        let (deciding, beside) = by_rulesets(book, by, subject, &[], |_, indicator| value(indicator));
        Judged { assessment: None, accounts: None, energy: None, deciding, beside }
    }

    /// What the set that decides a level says, or why there is none.
    ///
    /// # Errors
    /// Where no set that decides it is in force, or more than one.
    pub fn of(&self, level: Level) -> Result<&ByRuleset<'a>, &RuleError> {
        let [national, region] = &self.deciding;
        match level {
            Level::National => national.as_ref(),
            Level::Region => region.as_ref(),
        }
    }

    /// What these requirements say; `None` where no set in force says anything, or none that applies.
    pub fn under(&self, of: &Requirements) -> Option<&ByRuleset<'a>> {
        match of {
            Requirements::Level(level) => self.of(*level).ok(),
            Requirements::Set(id) => self.beside.iter().find(|by| by.ruleset.id == *id),
        }
    }

    /// The evaluation of a level; `None` where no ruleset says anything.
    pub fn by(&self, level: Level) -> Option<&Evaluation<'a>> {
        self.of(level).ok().map(|by| &by.evaluation)
    }

    /// The judgement of an indicator by the requirements that it belongs to.
    pub fn outcome(&self, of: impl Into<Requirements>, indicator: &str) -> Option<&Outcome<'a>> {
        self.under(&of.into())?.evaluation.outcomes.iter().find(|outcome| outcome.indicator == indicator)
    }

    /// The judgement of a level's core indicator.
    pub fn core(&self, level: Level) -> Option<&Outcome<'a>> {
        self.by(level)?.core()
    }

    /// The rules that the balance was read by: the national ruleset in force on the last day of its year, and the
    /// factor set that it names.
    pub fn rules<'b>(&self, book: &'b Rulebook) -> Option<Rules<'b>> {
        book.library().rules_of(self.assessment.as_ref()?)
    }

    /// What separates the park from the core target of a level at unchanged energy, t CO₂ and MWh; `None`
    /// without a balance or a threshold.
    pub fn core_gap(&self, level: Level, book: &Rulebook) -> Option<CoreGap> {
        core_gap_of(self.accounts.as_ref()?, self.core(level)?, self.rules(book)?.factors)
    }

    /// Verified values of the sets that decide the levels, each indicator once. What a set beside them asks for may
    /// bear a like name and be defined otherwise: the ladder asks for no such value.
    fn verified(&self) -> Vec<Known<'a>> {
        let mut known: Vec<Known<'a>> = Vec::new();
        let levels = Level::ALL.into_iter().filter_map(|level| self.by(level));
        for outcome in levels.flat_map(|by| &by.outcomes) {
            let verified = matches!(outcome.state, State::Met | State::NotMet | State::NoThreshold);
            if let (true, Some(value)) = (verified, outcome.value)
                && known.iter().all(|known| known.indicator != outcome.indicator)
            {
                known.push(Known { indicator: outcome.indicator, value });
            }
        }
        known
    }
}

/// What the ladder needs to know of a park on a round's day: pass it to [`ladder_position::place`]. `None` before
/// the first official act.
///
/// Whether an authority selected or accepted a park is known by its acts only, which have moved the park
/// already; before them it is unknown.
pub fn standing<'a>(
    park: &'a ParkSummary,
    snapshot: Option<&Snapshot>,
    judged: Option<&'a Judged<'a>>,
    book: &Rulebook,
    on: Date,
) -> Option<ladder_position::LadderFacts<'a>> {
    let official = as_of::standing(&park.events, book.stages(on), on)?;
    let indicators = || book.rulesets.iter().flat_map(|set| &set.indicators);
    let committed = park.committed.iter().filter_map(|each| {
        let direction = indicators().find(|indicator| indicator.id == each.indicator)?.direction;
        Some(ladder_position::Committed {
            indicator: &each.indicator,
            year: each.year,
            target: each.target,
            direction,
        })
    });
    Some(ladder_position::LadderFacts {
        on,
        stage: official.stage,
        rectify_by: official.due,
        national: judged.and_then(|judged| judged.by(Level::National)),
        region: judged.and_then(|judged| judged.by(Level::Region)),
        values: judged.map(Judged::verified).unwrap_or_default(),
        committed: committed.collect(),
        construction_to: park.construction.map(|[_, to]| to),
        basic: snapshot.map(|snapshot| snapshot.basic.map(|stated| stated.known())).unwrap_or_default(),
        selected_for_cultivation: None,
        selected_for_national_list: None,
        national_acceptance_passed: None,
    })
}
