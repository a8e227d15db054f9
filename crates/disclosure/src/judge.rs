//! What the rules say of a park in a round: computed, never official.

use assessment::account::Accounts;
use assessment::climb::{self, Known};
use assessment::evaluate::{Evaluation, Finding, Outcome, State, evaluate};
use assessment::input::{Assessment, Rules};
use assessment::json::Node;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader::{self, Library};
use assessment::report::{CLEAN_ENERGY_SHARE, CoreGap, core_gap_of};
use assessment::ruleset::{Indicator, Kind, Level, in_force};
use assessment::{Date, Problem, Ratio};

use crate::as_of;
use crate::model::{ParkSummary, Rulebook};
use crate::round::{Balance, Observed, Quality, Snapshot};

/// A snapshot, judged by the rules in force on the round's day.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The balance as the engine read it, without guiding indicators, which a snapshot holds itself; absent when
    /// none is published.
    pub assessment: Option<Assessment>,
    /// The accounts behind the core indicator; absent when no balance is published.
    pub accounts: Option<Accounts>,
    /// By the national ruleset; absent while none is in force.
    pub national: Option<Evaluation<'a>>,
    /// By the regional ruleset; absent while none is in force.
    pub region: Option<Evaluation<'a>>,
}

impl Snapshot {
    /// The balance with the national guiding indicators: a complete assessment file, which `parks assess`
    /// judges by itself. `None` when no balance is published.
    ///
    /// A file has no way to say that its balance is not verified; the quality stands beside it.
    pub fn assessment_file(&self) -> Option<Node> {
        let Balance(mut file) = self.balance.clone()?;
        let national = self.values.iter().filter(|value| value.level == Level::National);
        let guiding: Vec<_> = national.map(|value| (value.indicator.clone(), given(value))).collect();
        if let (Node::Object(members), false) = (&mut file, guiding.is_empty()) {
            members.push(("guiding".to_owned(), Node::Object(guiding)));
        }
        Some(file)
    }
}

/// A value as the contract writes it.
fn given(observed: &Observed) -> Node {
    let held = match (&observed.not_applicable, &observed.value) {
        (Some(reason), _) => Some(("not_applicable", reason.zh.clone())),
        (None, Some(value)) if observed.quality.is_verified() => Some(("value", value.to_string())),
        (None, Some(value)) if observed.quality == Quality::Pending => Some(("pending", value.to_string())),
        (None, _) => None,
    };
    Node::Object(held.map(|(key, text)| (key.to_owned(), Node::Text(text))).into_iter().collect())
}

/// Judges a snapshot by the rules in force on a day, the round's own.
///
/// # Errors
/// What is wrong with the balance; a checked edition has nothing wrong.
pub fn judge<'a>(snapshot: &Snapshot, book: &'a Rulebook, on: Date) -> Result<Judged<'a>, Vec<Problem>> {
    let library = Library { rulesets: &book.rulesets, factor_sets: &book.factor_sets };
    let read = snapshot.balance.as_ref().map(|Balance(file)| reader::read_node(file, library)).transpose()?;
    let (assessment, accounts) = read.map(|read| (read.assessment, read.accounts)).unzip();
    let figures = accounts.as_ref().map(Figures::of);
    let by = |level| {
        let ruleset = in_force(&book.rulesets, level, on).ok()?;
        let energy = figures.map(|figures| figures.energy);
        Some(evaluate(ruleset, energy, |indicator| find(snapshot, figures.as_ref(), level, indicator)))
    };
    let (national, region) = (by(Level::National), by(Level::Region));
    Ok(Judged { assessment, accounts, national, region })
}

/// What both levels ask of the accounts, added up once.
#[derive(Clone, Copy)]
struct Figures {
    energy: TonnesCoalEquivalent,
    intensity: Option<Ratio>,
    clean_energy_share: Option<Ratio>,
}

impl Figures {
    fn of(accounts: &Accounts) -> Figures {
        Figures {
            energy: accounts.energy(),
            intensity: accounts.intensity().map(|intensity| intensity.0),
            clean_energy_share: accounts.clean_energy_share(),
        }
    }
}

/// What a snapshot says of an indicator.
fn find(snapshot: &Snapshot, figures: Option<&Figures>, level: Level, indicator: &Indicator) -> Finding {
    let computed = |value: Option<Ratio>| match value {
        Some(value) if snapshot.balance_quality.is_verified() => Finding::Value(value),
        Some(value) if snapshot.balance_quality == Quality::Pending => Finding::Pending(value),
        Some(_) | None => Finding::NoData,
    };
    if indicator.kind == Kind::Core {
        return computed(figures.and_then(|figures| figures.intensity));
    }
    let observed = snapshot.observed(level, &indicator.id);
    match observed.map(|o| (&o.not_applicable, o.value, o.quality)) {
        Some((Some(reason), ..)) => Finding::NotApplicable(reason.zh.clone()),
        Some((None, Some(value), quality)) if quality.is_verified() => Finding::Value(Ratio::from(value)),
        Some((None, Some(value), Quality::Pending)) => Finding::Pending(Ratio::from(value)),
        _ if level == Level::National && indicator.id == CLEAN_ENERGY_SHARE => {
            computed(figures.and_then(|figures| figures.clean_energy_share))
        }
        _ => Finding::NoData,
    }
}

impl<'a> Judged<'a> {
    /// What the rules say of a park about which nothing is published.
    pub fn of_nothing(book: &'a Rulebook, on: Date) -> Judged<'a> {
        let by = |level| {
            let ruleset = in_force(&book.rulesets, level, on).ok()?;
            Some(evaluate(ruleset, None, |_| Finding::NoData))
        };
        let (national, region) = (by(Level::National), by(Level::Region));
        Judged { assessment: None, accounts: None, national, region }
    }

    /// The evaluation of a level.
    pub fn by(&self, level: Level) -> Option<&Evaluation<'a>> {
        match level {
            Level::National => self.national.as_ref(),
            Level::Region => self.region.as_ref(),
        }
    }

    /// The judgement of an indicator by a level's rules.
    pub fn outcome(&self, level: Level, indicator: &str) -> Option<&Outcome<'a>> {
        self.by(level)?.outcomes.iter().find(|outcome| outcome.indicator == indicator)
    }

    /// The judgement of a level's core indicator.
    pub fn core(&self, level: Level) -> Option<&Outcome<'a>> {
        self.by(level)?.outcomes.iter().find(|outcome| outcome.kind == Kind::Core)
    }

    /// The rules that the balance was read by: the national ruleset and the factors in force on the last day of
    /// its year.
    pub fn rules<'b>(&self, book: &'b Rulebook) -> Option<Rules<'b>> {
        let library = Library { rulesets: &book.rulesets, factor_sets: &book.factor_sets };
        library.rules(self.assessment.as_ref()?.year).ok()
    }

    /// What separates the park from the core target of a level at unchanged energy, t CO₂ and MWh; `None`
    /// without a balance or a threshold.
    pub fn core_gap(&self, level: Level, book: &Rulebook) -> Option<CoreGap> {
        core_gap_of(self.accounts.as_ref()?, self.core(level)?, self.rules(book)?.factors)
    }

    /// Verified values, each indicator once.
    fn verified(&self) -> Vec<Known<'a>> {
        let mut known: Vec<Known<'a>> = Vec::new();
        for outcome in [&self.national, &self.region].into_iter().flatten().flat_map(|by| &by.outcomes) {
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

/// What the ladder needs to know of a park on a round's day: pass it to [`climb::place`]. `None` before
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
) -> Option<climb::Standing<'a>> {
    let official = as_of::standing(&park.events, on)?;
    let indicators = || book.rulesets.iter().flat_map(|set| &set.indicators);
    let committed = park.committed.iter().filter_map(|each| {
        let direction = indicators().find(|indicator| indicator.id == each.indicator)?.direction;
        Some(climb::Committed { indicator: &each.indicator, year: each.year, target: each.target, direction })
    });
    Some(climb::Standing {
        on,
        stage: official.stage,
        rectify_by: official.due,
        national: judged.and_then(|judged| judged.national.as_ref()),
        region: judged.and_then(|judged| judged.region.as_ref()),
        values: judged.map(Judged::verified).unwrap_or_default(),
        committed: committed.collect(),
        construction_to: park.construction.map(|[_, to]| to),
        basic: snapshot.map(|snapshot| snapshot.basic.map(|stated| stated.known())).unwrap_or_default(),
        selected_for_cultivation: None,
        selected_for_national_list: None,
        national_acceptance_passed: None,
    })
}
