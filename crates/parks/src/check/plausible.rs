//! What is valid in a round and most likely a slip: of unit, of place, of row. Each is refused until it is confirmed in
//! the round itself, for it may be right after all.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use assessment::plausible::{self, CheckCode};
use assessment::ruleset::{Indicator, Kind};
use assessment::unit::ValueRange;
use assessment::{Decimal, Ratio};
use disclosure::correction::Change;
use disclosure::model::Rulebook;
use disclosure::round::{Balance, Observed, PublishedCore, Requirements, Round, Snapshot};

use super::checker::{At, Checker};
use crate::confirmed::Confirmed;
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::Read;
use crate::words::findings::{self as words, Message};

/// A value this many times the last one, or that part of it, is asked about.
const TENFOLD: Decimal = Decimal::from_integer(10);
/// So is an amount of power: 万kWh for MWh is a tenth, less what has been added since.
const POWER: Decimal = Decimal::from_integer(7);
/// Points of per cent by which a stated share may differ from what its balance makes.
const ROUNDING: Decimal = Decimal::from_integer(1);

/// Checks the rounds of an edition against one another and against themselves.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let book = crate::compile::rulebook(draft, edition);
    // What the last figures are is not known where a round could not be read.
    let Some(rounds) = edition.rounds.whole() else { return };
    let mut unsure = HashSet::new();
    for (index, read) in rounds.iter().enumerate() {
        let before = Before { edition, rounds: &rounds[..index], unsure: unsure.clone() };
        let unsure = &mut unsure;
        let mut asked = Asked {
            read,
            used: BTreeSet::new(),
            asked: Vec::new(),
            exchanged: BTreeSet::new(),
            unsure,
            checker,
        };
        asked.rows(&before);
        for (i, snapshot) in read.value.parks.iter().enumerate() {
            if asked.exchanged.contains(&i) {
                continue;
            }
            asked.values(i, snapshot, &before, book.as_ref());
            asked.core(i, snapshot, &before);
            if let (Some(balance), Some(book)) = (snapshot.balance(), &book) {
                asked.balance(i, balance, book);
            }
        }
        asked.confirmed_for_nothing();
    }
}

/// What was published before a round, as it was corrected.
struct Before<'a> {
    edition: &'a EditionDraft,
    rounds: &'a [Read<Round>],
    /// What was asked about in them, by round and figure: the next is held against the one before.
    unsure: HashSet<(String, Figure)>,
}

/// A figure of a park.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Figure {
    Value(String, Requirements, String),
    Amount(String, What),
    /// All of them.
    Row(String),
}

impl<'a> Before<'a> {
    /// What earlier rounds say of a park, the last first, as far back as they could be read.
    fn of(&self, park: &str) -> impl Iterator<Item = (&'a Round, &'a Snapshot)> {
        let sound = self.rounds.iter().rev().take_while(|read| read.file.is_sound()).map(|read| &read.value);
        let row = Figure::Row(park.to_owned());
        let sound = sound.filter(move |round| !self.is_unsure(round, &row));
        sound.filter_map(move |round| {
            Some((round, round.parks.iter().find(|snapshot| snapshot.park == park)?))
        })
    }

    fn is_unsure(&self, round: &Round, figure: &Figure) -> bool {
        self.unsure.contains(&(round.id.clone(), figure.clone()))
    }

    /// The last value of an indicator, with its round.
    fn value(&self, park: &str, now: &Observed) -> Option<(&'a str, Decimal)> {
        let figure = Figure::Value(park.to_owned(), now.of.clone(), now.indicator.clone());
        let sure = self.of(park).filter(|(round, _)| !self.is_unsure(round, &figure));
        sure.into_iter().find_map(|(round, snapshot)| {
            let published = snapshot.observed(now.of.clone(), &now.indicator)?.value;
            let changes = self.edition.corrections.iter().flat_map(|read| &read.value.values);
            let corrected = changes.filter(|change| change.round == round.id && change.park == park);
            let mut corrected = corrected.filter_map(|change| match &change.change {
                Change::Value { of, indicator, is, .. } if (of, indicator) == (&now.of, &now.indicator) => {
                    Some(is.as_ref().and_then(|is| is.value))
                }
                _ => None,
            });
            Some((round.id.as_str(), corrected.next_back().unwrap_or(published)?))
        })
    }

    /// The last amount of a kind, with its round; none where the last figures have none of it.
    fn amount(&self, park: &str, what: &What) -> Option<(&'a str, Decimal)> {
        let figure = Figure::Amount(park.to_owned(), what.clone());
        let mut sure = self.of(park).filter(|(round, _)| !self.is_unsure(round, &figure));
        let (round, core) = sure.find_map(|(round, snapshot)| Some((round, snapshot.core.as_ref()?)))?;
        Some((round.id.as_str(), amounts(core).get(what)?.amount))
    }
}

/// What is asked about in one round.
struct Asked<'a, 'c, 'k> {
    read: &'a Read<Round>,
    /// What was confirmed and would have been asked.
    used: BTreeSet<(usize, String)>,
    unsure: &'c mut HashSet<(String, Figure)>,
    /// Where something was asked.
    asked: Vec<String>,
    /// Parks whose rows are taken to be exchanged: nothing more is asked of them.
    exchanged: BTreeSet<usize>,
    checker: &'c mut Checker<'k>,
}

impl Asked<'_, '_, '_> {
    /// Asks, unless it is confirmed by this name in the park's table.
    fn ask(&mut self, park: usize, name: &str, path: &str, expected: Message, found: Message) -> bool {
        // What could not be read was told.
        if self.read.file.doubts(path) {
            return false;
        }
        if self.read.file.confirmed.names(park).any(|confirmed| confirmed == name) {
            self.used.insert((park, name.to_owned()));
            return false;
        }
        let expected = words::or_confirmed(expected, name);
        self.asked.push(path.to_owned());
        self.checker.wrong(At { file: &self.read.file, path }, expected, found);
        true
    }

    /// Notes that a figure was asked about.
    fn is_unsure(&mut self, figure: Figure) {
        self.unsure.insert((self.read.value.id.clone(), figure));
    }

    /// What is confirmed has to be something that would be asked: else it hides the next slip.
    fn confirmed_for_nothing(&mut self) {
        let Read { file, .. } = self.read;
        if !file.is_sound() {
            return;
        }
        for (park, index, name) in file.confirmed.all() {
            if !self.used.contains(&(park, name.to_owned())) {
                let path = Confirmed::path(park, index);
                let at = At { file, path: &path };
                self.checker.wrong(at, words::something_to_confirm(), words::quoted(name));
            }
        }
    }

    fn values(&mut self, i: usize, snapshot: &Snapshot, before: &Before<'_>, book: Option<&Rulebook>) {
        let accounts = snapshot
            .balance()
            .zip(book)
            .and_then(|(balance, book)| book.library().accounts_of(balance.assessment()));
        for (j, now) in snapshot.values.iter().enumerate() {
            let Some(value) = now.value else { continue };
            let path = format!("parks[{i}].values[{j}].value");
            let ruleset = book.and_then(|book| book.requirements(&now.of, self.read.value.rules_day()));
            let indicator = ruleset.and_then(|set| set.indicator(&now.indicator));
            let indicator = indicator.filter(|indicator| indicator.kind != Kind::Core);
            // What lies outside its range is told by that.
            let range = indicator.map_or(ValueRange::SHARE, Indicator::values);
            if !range.contains(value.into()) {
                continue;
            }
            let formula = indicator.and_then(|indicator| indicator.computed_by());
            let made =
                formula.zip(accounts.as_ref()).and_then(|(formula, accounts)| (formula.value)(accounts));
            if let Some(made) = made
                && made.distance(Ratio::from(value)).cmp_decimal(ROUNDING).is_gt()
            {
                let expected = words::share_of_balance(made.to_fixed(1));
                let _ = self.ask(i, &now.indicator, &path, expected, words::plain(value));
                continue;
            }
            let Some((round, last)) = before.value(&snapshot.park, now) else { continue };
            if !is_far(value, last, TENFOLD) {
                continue;
            }
            let hundredfold = value * Decimal::HUNDRED;
            let is_fraction = value <= Decimal::from_integer(1) && !is_far(hundredfold, last, TENFOLD);
            let expected = if is_fraction {
                words::per_cent_not_fraction(hundredfold, last, round)
            } else {
                words::near_the_last(last, round)
            };
            if self.ask(i, &now.indicator, &path, expected, words::plain(value)) {
                let (park, of) = (snapshot.park.clone(), now.of.clone());
                self.is_unsure(Figure::Value(park, of, now.indicator.clone()));
            }
        }
    }

    /// Totals, ratios and the entries of a balance against those of the last round.
    fn core(&mut self, i: usize, snapshot: &Snapshot, before: &Before<'_>) {
        let Some(now) = &snapshot.core else { return };
        for (what, Amount { amount, path }) in amounts(now) {
            let Some((round, earlier)) = before.amount(&snapshot.park, &what) else { continue };
            let by = if what.kind == Carrier::Power { POWER } else { TENFOLD };
            if !is_far(amount, earlier, by) {
                continue;
            }
            let near = words::near_the_last(earlier, round);
            let expected = match what.kind {
                Carrier::Power if amount < earlier => words::megawatt_hours(near),
                Carrier::Gas if amount > earlier => words::ten_thousand_cubic_metres(near),
                _ => near,
            };
            let path = format!("parks[{i}].{path}");
            if self.ask(i, what.kind.name(), &path, expected, words::plain(amount)) {
                self.is_unsure(Figure::Amount(snapshot.park.clone(), what));
            }
        }
    }

    /// What the engine asks about a balance by itself: more certificates than power from the grid, a factor far from
    /// the usual.
    fn balance(&mut self, i: usize, balance: &Balance, book: &Rulebook) {
        let library = book.library();
        let assessment = balance.assessment();
        let rules = library.rules_of(assessment);
        let Some((rules, accounts)) = rules.zip(library.accounts_of(assessment)) else { return };
        for check in plausible::checks(assessment, &accounts, rules) {
            let path = format!("parks[{i}].balance.{}", check.path);
            let Some((name, expected)) = question(check.code, &check.expected) else { continue };
            // One slip is asked about once.
            if self.asked.iter().any(|asked| asked.starts_with(&path)) {
                continue;
            }
            self.ask(i, name, &path, expected, words::plain(check.found));
        }
    }

    /// Two parks of which each has what the other had.
    fn rows(&mut self, before: &Before<'_>) {
        /// Rows farther apart than this are of different parks, or of one that has changed altogether.
        const APART: f64 = 0.05;
        /// Rows nearer than this, and nearer by this many times than to their own, are of one park.
        const TIMES: f64 = 3.0;
        let parks = self.read.value.parks.iter().enumerate();
        let moved: Vec<(usize, &Snapshot, &Snapshot, f64)> = parks
            .filter_map(|(i, now)| {
                let (_, last) = before.of(&now.park).next()?;
                let apart = distance(now, last).filter(|apart| *apart > APART)?;
                Some((i, now, last, apart))
            })
            .collect();
        for (at, (i, now, last, apart)) in moved.iter().enumerate() {
            for (j, other, others_last, others_apart) in &moved[at + 1..] {
                let is_like = |distance: Option<f64>| {
                    distance.is_some_and(|distance| distance * TIMES < apart.min(*others_apart))
                };
                if is_like(distance(now, others_last)) && is_like(distance(other, last)) {
                    let expected = words::figures_of(now.park.as_str());
                    let found = words::figures_exchanged(other.park.as_str(), format!("parks[{j}]"));
                    if self.ask(*i, "rows", &format!("parks[{i}].park"), expected, found) {
                        self.is_unsure(Figure::Row(now.park.clone()));
                        self.is_unsure(Figure::Row(other.park.clone()));
                    }
                    self.exchanged.extend([*i, *j]);
                }
            }
        }
    }
}

/// Whether one number is so many times another, or that part of it. Of 0 nothing is said.
fn is_far(now: Decimal, last: Decimal, times: Decimal) -> bool {
    now.is_positive() && last.is_positive() && (now >= last * times || now * times <= last)
}

/// What an amount is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct What {
    kind: Carrier,
    of: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Carrier {
    Power,
    Heat,
    /// A fuel by volume.
    Gas,
    Fuel,
    Totals,
    Ratio,
}

impl Carrier {
    /// By what name it is confirmed.
    fn name(self) -> &'static str {
        match self {
            Carrier::Power => "electricity",
            Carrier::Heat => "heat",
            Carrier::Gas | Carrier::Fuel => "fuels",
            Carrier::Totals => "totals",
            Carrier::Ratio => "ratio",
        }
    }
}

struct Amount {
    amount: Decimal,
    /// The first of its entries, below the park.
    path: String,
}

/// The amounts of a core by what they are of, those of one kind together.
fn amounts(core: &PublishedCore) -> BTreeMap<What, Amount> {
    let mut amounts: BTreeMap<What, Amount> = BTreeMap::new();
    let mut add = |kind, of: &str, amount: Decimal, path: String| {
        let sum =
            amounts.entry(What { kind, of: of.to_owned() }).or_insert(Amount { amount: Decimal::ZERO, path });
        sum.amount += amount;
    };
    if let Some(balance) = core.balance() {
        let assessment = balance.assessment();
        for (k, entry) in assessment.fuels.iter().enumerate() {
            let kind = if entry.fuel.id.ends_with("_gas") { Carrier::Gas } else { Carrier::Fuel };
            let of = format!("{:?} {}", entry.purpose, entry.fuel.id);
            add(kind, &of, entry.fuel.amount, format!("balance.fuels[{k}].amount"));
        }
        for (k, power) in assessment.power_received.iter().enumerate() {
            let path = format!("balance.electricity.received[{k}].mwh");
            add(Carrier::Power, power.source.id(), power.mwh.0, path);
        }
        let own = assessment.self_used_non_fossil;
        add(Carrier::Power, "self_used", own, "balance.electricity.self_used_non_fossil_mwh".to_owned());
        for (k, heat) in assessment.heat_received.iter().enumerate() {
            add(Carrier::Heat, heat.source.id(), heat.gj, format!("balance.heat.received[{k}].gj"));
        }
    }
    if let Some(totals) = core.totals() {
        add(Carrier::Totals, "emissions", totals.emissions_t, "totals.emissions_t".to_owned());
        add(Carrier::Totals, "energy", totals.energy_tce, "totals.energy_tce".to_owned());
    }
    if let PublishedCore::Ratio(ratio) = core {
        add(Carrier::Ratio, "", ratio.t_per_tce, "ratio.t_per_tce".to_owned());
    }
    amounts
}

/// How far the figures of two rows lie apart: the mean over those that both have, a share by its points, an amount by
/// how many times it is the other. `None` where they have too few in common to tell.
fn distance(one: &Snapshot, other: &Snapshot) -> Option<f64> {
    const FEWEST: usize = 5;
    let shares = one.values.iter().filter_map(|value| {
        let same = other.observed(value.of.clone(), &value.indicator)?;
        Some((value.value?.to_f64() - same.value?.to_f64()).abs() / 100.0)
    });
    let of_other = other.core.as_ref().map(amounts).unwrap_or_default();
    let mine = one.core.as_ref().map(amounts).unwrap_or_default();
    let times = mine.into_iter().filter_map(|(what, amount)| {
        let (mine, others) = (amount.amount.to_f64(), of_other.get(&what)?.amount.to_f64());
        (mine > 0.0 && others > 0.0).then(|| (mine / others).ln().abs())
    });
    let apart: Vec<f64> = shares.chain(times).collect();
    (apart.len() >= FEWEST).then(|| apart.iter().sum::<f64>() / apart.len() as f64)
}

/// A question of the engine: by what name it is confirmed, and what would be usual. Those about the method, such as a
/// fuel that is burnt and converted, are asked of who fills an assessment in, not of who publishes it.
fn question(code: CheckCode, usual: &str) -> Option<(&'static str, Message)> {
    Some(match code {
        CheckCode::OwnFactor => ("own_factor", words::own_factor(usual)),
        CheckCode::CoalCalorificValue => ("coal_calorific_value", words::coal_calorific_value(usual)),
        CheckCode::ElectricityEquivalent => ("electricity_equivalent", words::electricity_equivalent(usual)),
        CheckCode::HeatFactor => ("heat_factor", words::heat_factor(usual)),
        CheckCode::ProcessFactor => ("process_factor", words::process_factor(usual)),
        CheckCode::ShareAsFraction => ("share_as_fraction", words::share_as_fraction(usual)),
        CheckCode::EntryDominates => ("entry_dominates", words::entry_dominates(usual)),
        CheckCode::CertificatesExceedGrid => {
            ("certificates_exceed_grid", words::certificates_exceed_grid(usual))
        }
        CheckCode::BunkersShare => ("bunkers_share", words::bunkers_share(usual)),
        CheckCode::CertificatesRepeatDirect
        | CheckCode::FeedstockWithoutProcess
        | CheckCode::BurntAndConverted
        | CheckCode::ConvertedGasUnused => return None,
    })
}
