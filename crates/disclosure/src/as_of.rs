//! What was known on a day. Nothing from the future leaks into the past: each function looks at what is
//! dated on the day or before it, and at nothing else.

use std::borrow::Cow;
use std::ops::Deref;

use assessment::in_force;
use assessment::ladder::{Stage, StageTable, Track};
use assessment::stages::StageRow;
use assessment::{Date, Problem};

use crate::correction::{Corrections, CorrectionsRef, acts_on, amended};
use crate::last_known::carry_on;
use crate::model::{
    Act, Background, Deliverable, Document, EarlierPark, Edition, Event, Evidence, LadderStages, List,
    ListSummary, Mechanism, Milestone, NotPublished, Objective, OtherName, Park, ParkSummary, Plan,
    Publication, Quota, Quotas, Register, RegisterEntry, Rulebook, Source, Term, Version, WorkReport,
    WorkReports, stages_on,
};
use crate::round::{ParkRound, Round, RoundSummary, Snapshot};
use crate::search::{SearchEntry, SearchIndex};

/// Something as it was known on a day: nothing in it is of a later one.
///
/// Made in this module only. Pages, search, exports and charts are handed it and never the whole, so that none of
/// them can show a later day, name or rule by mistake.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known<T>(T);

impl<T> Deref for Known<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Dated> Known<T> {
    /// What of it was known on a day.
    pub fn on(whole: T, day: Date) -> Known<T> {
        Known(whole.known_on(day))
    }
}

/// What grows with the days.
pub trait Dated {
    /// What of it was known on a day.
    fn known_on(self, on: Date) -> Self;

    /// What in it does not hold together, which whoever loads it asks before anything is shown.
    fn check(&self) -> Vec<Problem> {
        Vec::new()
    }
}

impl Dated for Park {
    fn known_on(self, on: Date) -> Park {
        let mut known = park(&self, on);
        sources_of_park(&mut known).for_each(unchecked_after(on));
        known
    }
}

impl Dated for Plan {
    fn known_on(self, on: Date) -> Plan {
        let mut known = plan(&self, on);
        let quotas = known.quotas.iter_mut().map(|quota| &mut quota.source);
        let deliverables = known.deliverables.iter_mut();
        let deliverables = deliverables.filter_map(|each| source_of_evidence(&mut each.evidence));
        let objectives = sources_of_objectives(&mut known.milestones);
        quotas.chain(deliverables).chain(objectives).for_each(unchecked_after(on));
        known
    }
}

impl Dated for Background {
    fn known_on(self, on: Date) -> Background {
        let mut known = background(&self, on);
        let entries = known.registers.iter_mut().flat_map(|each| &mut each.entries);
        let entries = entries.map(|entry| &mut entry.source);
        let statements = known.earlier_parks.iter_mut().flat_map(|each| &mut each.statements);
        let statements = statements.map(|said| &mut said.source);
        let acts = known.mechanism.iter_mut().flat_map(|each| &mut each.acts).map(|act| &mut act.source);
        entries.chain(statements).chain(acts).for_each(unchecked_after(on));
        known
    }
}

impl Dated for Rulebook {
    fn check(&self) -> Vec<Problem> {
        Rulebook::check(self)
    }

    /// The rules that were published by then. A rule whose end was published later has none yet.
    fn known_on(self, on: Date) -> Rulebook {
        Rulebook {
            rulesets: in_force::known_on(self.rulesets, on),
            factor_sets: in_force::known_on(self.factor_sets, on),
            ladders: in_force::known_on(self.ladders, on),
            scorings: in_force::known_on(self.scorings, on),
        }
    }
}

impl Dated for Vec<Document> {
    fn known_on(mut self, on: Date) -> Vec<Document> {
        self.retain(|document: &Document| by_day(document.known_from(), on));
        for document in &mut self {
            document.checked_on = document.checked_on.filter(|day| *day <= on);
        }
        self
    }
}

impl Dated for Vec<Term> {
    fn known_on(mut self, on: Date) -> Vec<Term> {
        self.retain(|term: &Term| by_day(term.known_from, on));
        self
    }
}

impl Dated for Quotas {
    fn known_on(mut self, on: Date) -> Quotas {
        self.standards.retain(|standard| by_day(standard.known_from(), on));
        self.standards.iter_mut().map(|standard| &mut standard.source).for_each(unchecked_after(on));
        self
    }
}

impl Dated for Vec<Publication> {
    fn known_on(mut self, on: Date) -> Vec<Publication> {
        self.retain(|publication: &Publication| publication.dated <= on);
        self
    }
}

/// A version is known from the day on which it was published, and of an edition whose own days lie ahead from those.
impl Dated for Vec<Version> {
    fn known_on(mut self, on: Date) -> Vec<Version> {
        self.retain(|version: &Version| version.published.max(version.as_of) <= on);
        self
    }
}

impl Dated for SearchIndex {
    fn known_on(mut self, on: Date) -> SearchIndex {
        self.entries.retain(|entry: &SearchEntry| by_day(entry.known_from, on));
        self
    }
}

/// It is found through an edition that knows it; later than its day there are corrections only.
impl Dated for List {
    fn known_on(mut self, on: Date) -> List {
        amended(&mut self.entries, &mut self.amended, on, |entry| entry.number);
        self.amended.iter_mut().map(|change| &mut change.by.source).for_each(unchecked_after(on));
        self.checked_on = self.checked_on.filter(|day| *day <= on);
        self
    }
}

/// It is found through an edition that knows it; later than its day there are corrections only.
impl Dated for Round {
    fn known_on(self, on: Date) -> Round {
        let mut known = self.known(on);
        let earlier = known.earlier.iter_mut().flat_map(sources_of_round);
        let corrections = known.corrections.iter_mut().map(|change| &mut change.by.source);
        let parks = known.parks.iter_mut().flat_map(sources_of_snapshot);
        parks.chain(earlier).chain(corrections).for_each(unchecked_after(on));
        known
    }
}

impl Dated for Corrections {
    fn known_on(mut self, on: Date) -> Corrections {
        self.notices.retain(|notice| notice.dated <= on);
        self.notices.iter_mut().map(|notice| &mut notice.source).for_each(unchecked_after(on));
        self
    }
}

impl Dated for WorkReports {
    fn known_on(mut self, on: Date) -> WorkReports {
        self.reports.retain(|report| report.dated <= on);
        self
    }
}

/// It is found through the reports that are known; later than its day there are corrections only.
impl Dated for WorkReport {
    fn known_on(mut self, on: Date) -> WorkReport {
        self.amended.retain(|change| change.by.dated <= on);
        let amended = std::mem::take(&mut self.amended);
        for change in &amended {
            self.amend(change.was.as_ref(), change.is.as_ref());
        }
        self.amended = amended;
        self.amended.iter_mut().map(|change| &mut change.by.source).for_each(unchecked_after(on));
        unchecked_after(on)(&mut self.source);
        self
    }
}

/// Forgets that the portal looked at a source after a day.
fn unchecked_after(on: Date) -> impl Fn(&mut Source) {
    move |source| source.checked_on = source.checked_on.filter(|day| *day <= on)
}

fn sources_of_snapshot(snapshot: &mut Snapshot) -> impl Iterator<Item = &mut Source> {
    let values = snapshot.values.iter_mut().filter_map(|value| value.source.as_mut());
    snapshot.source.iter_mut().chain(&mut snapshot.core_source).chain(values)
}

fn sources_of_round(round: &mut ParkRound) -> impl Iterator<Item = &mut Source> {
    let first = round.as_published.iter_mut().flat_map(|snapshot| sources_of_snapshot(snapshot));
    let corrections = round.corrections.iter_mut().map(|change| &mut change.by.source);
    sources_of_snapshot(&mut round.snapshot).chain(first).chain(corrections)
}

fn sources_of_park(park: &mut Park) -> impl Iterator<Item = &mut Source> {
    let construction = park.construction.iter_mut().map(|years| &mut years.source);
    let committed = park.committed.iter_mut().map(|each| &mut each.source);
    let statements = park.statements.iter_mut().map(|each| &mut each.source);
    let events = park.events.iter_mut().map(|each| &mut each.source);
    let observations = park.observations.iter_mut().map(|each| &mut each.source);
    let rounds = park.rounds.iter_mut().flat_map(sources_of_round);
    let acts = park.amended_acts.iter_mut().flat_map(|change| {
        let [was, is] = [&mut change.was, &mut change.is].map(|act| act.as_mut().map(|act| &mut act.source));
        std::iter::once(&mut change.by.source).chain(was).chain(is)
    });
    let said = park.amended_statements.iter_mut().flat_map(|change| {
        let [was, is] =
            [&mut change.was, &mut change.is].map(|said| said.as_mut().map(|said| &mut said.source));
        std::iter::once(&mut change.by.source).chain(was).chain(is)
    });
    let amended = acts.chain(said);
    construction
        .chain(committed)
        .chain(statements)
        .chain(events)
        .chain(observations)
        .chain(rounds)
        .chain(amended)
}

fn sources_of_objectives(milestones: &mut [Milestone]) -> impl Iterator<Item = &mut Source> {
    let objectives = milestones.iter_mut().flat_map(|each| &mut each.objectives);
    objectives.filter_map(|each| source_of_evidence(&mut each.evidence))
}

fn source_of_evidence(evidence: &mut Evidence) -> Option<&mut Source> {
    match evidence {
        Evidence::Found { source, .. } => Some(source),
        Evidence::NotFound { .. } => None,
    }
}

/// What has no day was always there.
fn by_day(from: Option<Date>, on: Date) -> bool {
    from.is_none_or(|from| from <= on)
}

/// Where official acts have put a park by a day, on one track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficialStatus {
    /// Its stage.
    pub stage: Stage,
    /// Day from which it stands there without a break.
    pub since: Date,
    /// Last day of an order to rectify, as last set on this stage.
    pub due: Option<Date>,
}

/// Where official acts have put a park by a day: on each track that it is on. An act on one track leaves the status on
/// the other as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statuses {
    /// That of the regional track.
    pub region: Option<OfficialStatus>,
    /// That of the national track.
    pub national: Option<OfficialStatus>,
}

impl Statuses {
    /// The status that is told first and counted: that of the higher stage, by the table's order.
    pub fn leading(&self, table: &StageTable) -> Option<OfficialStatus> {
        let by_rank = |status: &OfficialStatus| table.rank(status.stage);
        self.region.into_iter().chain(self.national).max_by_key(by_rank)
    }

    /// The status that the park has beside the leading one, on the other track.
    pub fn beside(&self, table: &StageTable) -> Option<OfficialStatus> {
        let (region, national) = (self.region?, self.national?);
        let leading = self.leading(table)?;
        Some(if leading == national { region } else { national })
    }

    /// The status on the track that a stage belongs to.
    pub(crate) fn on_track_of(&self, stage: Stage, table: &StageTable) -> Option<OfficialStatus> {
        match track_of(stage, table) {
            Track::Region => self.region,
            Track::National => self.national,
        }
    }

    /// Takes in the next act.
    pub(crate) fn follow(&mut self, act: &Act, table: &StageTable) {
        let track = track_of(act.stage, table);
        let (own, other) = match track {
            Track::Region => (&mut self.region, &mut self.national),
            Track::National => (&mut self.national, &mut self.region),
        };
        if act.removed {
            *own = None;
            return;
        }
        // Who only asks to be on a track, on its first stage, asks no longer once put anew on the other: an applicant
        // that is listed nationally, a park that was recommended, not selected, and taken into cultivation.
        let asks = |status: &OfficialStatus| {
            let of_track = |row: &&StageRow| row.track != track;
            table.stages.iter().find(of_track).is_some_and(|first| first.id == status.stage)
        };
        let attained = |stage| table.get(stage).is_some_and(|row| row.attained);
        let is_anew = own.is_none_or(|own| own.stage == act.stage || attained(own.stage));
        let passed_over = is_anew && other.as_ref().is_some_and(asks);
        if passed_over {
            *other = None;
        }
        match own {
            Some(status) if status.stage == act.stage && !passed_over => status.due = act.due.or(status.due),
            _ => *own = Some(OfficialStatus { stage: act.stage, since: act.dated, due: act.due }),
        }
    }
}

/// The track of a stage. One that the table does not know, which no checked edition has, is taken for the first.
fn track_of(stage: Stage, table: &StageTable) -> Track {
    table.get(stage).map_or(Track::Region, |row| row.track)
}

/// The official status on each track on a day, from acts in order, oldest first.
pub fn statuses(acts: &[Act], table: &StageTable, on: Date) -> Statuses {
    let mut statuses = Statuses::default();
    acts.iter().take_while(|act| act.dated <= on).for_each(|act| statuses.follow(act, table));
    statuses
}

/// The leading official status on a day ([`Statuses::leading`]); `None` before the first act and once one has taken the
/// park off its list.
pub fn standing(acts: &[Act], table: &StageTable, on: Date) -> Option<OfficialStatus> {
    statuses(acts, table, on).leading(table)
}

/// The acts known on a day, oldest first.
pub fn events(events: &[Event], on: Date) -> &[Event] {
    &events[..events.partition_point(|event| event.dated <= on)]
}

/// The entries of a register known on a day. One without a day of its own is as old as its source's check;
/// one with neither, which the check of the data refuses, is known on no day.
pub fn entries(register: &Register, on: Date) -> impl Iterator<Item = &RegisterEntry> {
    let known = |entry: &RegisterEntry| entry.dated.or(entry.source.checked_on);
    register.entries.iter().filter(move |entry| known(entry).is_some_and(|day| day <= on))
}

/// The evidence of a deliverable or objective, where it was looked for by a day; `None` when only a later
/// day knows of it.
pub fn evidence(evidence: &Evidence, on: Date) -> Option<&Evidence> {
    let day = match evidence {
        Evidence::Found { dated, source, .. } => dated.or(source.checked_on),
        Evidence::NotFound { as_of, .. } => Some(*as_of),
    };
    day.is_some_and(|day| day <= on).then_some(evidence)
}

/// The last round by a day, from rounds in order, oldest first.
pub fn round(rounds: &[RoundSummary], on: Date) -> Option<&RoundSummary> {
    rounds[..rounds.partition_point(|round| round.dated <= on)].last()
}

/// A park's course by a day, oldest first: the rounds known then, each with the corrections known then and with what
/// stands on from earlier ones where it does not cover an indicator.
///
/// A round that nothing corrects and that covers all is borrowed.
pub fn course(rounds: &[ParkRound], on: Date) -> Vec<Cow<'_, ParkRound>> {
    let mut course = rounds.iter().filter_map(|round| round.known_on(on)).collect::<Vec<_>>();
    carry_on(&mut course);
    course
}

/// An edition as it was known on a day: its parks where they stood, and nothing that was published later.
///
/// What a park has committed itself to (period, targets, tasks) is part of its application and as old as the
/// first act about it. A park that no act names yet, though a later one does, is not known. After its own day
/// an edition knows what it knew on it.
pub fn edition(whole: &Edition, on: Date) -> Known<Edition> {
    let on = on.min(whole.as_of);
    // What the stages mean is asked of the table of the day.
    let table = stages_on(&whole.stages, on);
    let parks = whole.parks.iter().filter_map(|park| park_summary(park, table, on));
    let lists = whole.lists.iter().filter(|list| list.published <= on).map(|list| list_summary(list, on));
    let corrections = whole.corrections.as_ref().map(|whole| corrections(whole, on));
    let rounds = &whole.rounds[..whole.rounds.partition_point(|round| round.dated <= on)];
    let is_missing = |each: &&NotPublished| each.published_on.is_none_or(|day| on < day);
    let missing = whole.not_published.iter().filter(is_missing);
    let latest = whole.latest.iter().filter(|publication| publication.dated <= on);
    // The first table stays: it says what the stages of acts before it mean.
    let known = |(at, each): (usize, &LadderStages)| {
        let published_on = each.published_on.filter(|day| *day <= on);
        (at == 0 || published_on.is_some()).then(|| LadderStages { published_on, ..each.clone() })
    };
    let stages = whole.stages.iter().enumerate().filter_map(known);
    let mut known = Edition {
        as_of: on,
        stages: stages.collect(),
        parks: parks.collect(),
        lists: lists.collect(),
        rounds: rounds.to_vec(),
        corrections: corrections.filter(|known| !known.days.is_empty()),
        milestones: whole.milestones.iter().map(|each| milestone(each, on)).collect(),
        not_published: missing.map(|each| not_published(each, on)).collect(),
        latest: latest.cloned().collect(),
        ..whole.clone()
    };
    sources_of_objectives(&mut known.milestones).for_each(unchecked_after(on));
    Known(known)
}

fn corrections(whole: &CorrectionsRef, on: Date) -> CorrectionsRef {
    let days = whole.days.iter().filter(|notice| notice.dated <= on);
    CorrectionsRef { days: days.cloned().collect(), file: whole.file.clone() }
}

fn list_summary(whole: &ListSummary, on: Date) -> ListSummary {
    let mut known = whole.clone();
    known.amended.retain(|count| count.dated <= on);
    if let Some(count) = known.amended.last() {
        (known.entries, known.in_region) = (count.entries, count.in_region);
    }
    known
}

/// Whether a park was known on a day: not one that only a later act names.
pub fn is_known(park: &ParkSummary, on: Date) -> bool {
    let named = park.events.is_empty() && park.amended.is_empty();
    named || !acts_on(&park.events, &park.amended, on).is_empty()
}

fn park_summary(park: &ParkSummary, table: &StageTable, on: Date) -> Option<ParkSummary> {
    if !is_known(park, on) {
        return None;
    }
    let events: Vec<Act> = acts_on(&park.events, &park.amended, on);
    let amended = park.amended.iter().filter(|change| change.dated <= on).copied().collect();
    let official = standing(&events, table, on);
    Some(ParkSummary {
        stage: official.map(|official| official.stage),
        since: official.map(|official| official.since),
        events,
        amended,
        ..park.clone()
    })
}

fn milestone(whole: &Milestone, on: Date) -> Milestone {
    let objective = |each: &Objective| Objective { evidence: found_by(&each.evidence, on), ..each.clone() };
    Milestone { objectives: whole.objectives.iter().map(objective).collect(), ..whole.clone() }
}

/// Not found by a later day, so not by this one. What the later search says of it was not known yet.
fn not_published(whole: &NotPublished, on: Date) -> NotPublished {
    let known = whole.known.clone().filter(|_| whole.as_of <= on);
    NotPublished { as_of: whole.as_of.min(on), known, published_on: None, ..whole.clone() }
}

/// The evidence found by a day. What only a later day knows of was not found; what a later search said of not
/// finding it, it said on its own day.
fn found_by(whole: &Evidence, on: Date) -> Evidence {
    match whole {
        Evidence::Found { .. } if evidence(whole, on).is_some() => whole.clone(),
        Evidence::Found { .. } => Evidence::NotFound { as_of: on, text: None },
        Evidence::NotFound { as_of, text } => {
            let text = text.clone().filter(|_| *as_of <= on);
            Evidence::NotFound { as_of: (*as_of).min(on), text }
        }
    }
}

/// A park as it was known on a day: acts, reports and rounds up to it, with the corrections known then.
pub fn park(whole: &Park, on: Date) -> Park {
    let mut amended_to = whole.clone();
    let Park { events: acts, amended_acts, statements: said, amended_statements, .. } = &mut amended_to;
    amended(acts, amended_acts, on, |event| event.dated);
    amended(said, amended_statements, on, |said| said.dated);
    let is_known = |name: &&OtherName| name.until.is_none_or(|until| until <= on);
    Park {
        listed_otherwise: whole.listed_otherwise.iter().filter(|each| each.dated <= on).cloned().collect(),
        other_names: whole.other_names.iter().filter(is_known).cloned().collect(),
        events: events(acts, on).to_vec(),
        statements: said.iter().filter(|said| said.dated <= on).cloned().collect(),
        amended_acts: std::mem::take(amended_acts),
        amended_statements: std::mem::take(amended_statements),
        rounds: course(&whole.rounds, on).into_iter().map(Cow::into_owned).collect(),
        work: whole.work.iter().filter(|report| report.dated <= on).cloned().collect(),
        observations: whole.observations.iter().filter(|seen| by(seen.year, on)).cloned().collect(),
        ..whole.clone()
    }
}

/// Whether a year is over by a day; only then is there a value of it.
fn by(year: u16, on: Date) -> bool {
    Date::year_end(year).is_some_and(|end| end <= on)
}

/// The plan as far as it could be followed on a day.
pub fn plan(whole: &Plan, on: Date) -> Plan {
    let deliverable =
        |each: &Deliverable| Deliverable { evidence: found_by(&each.evidence, on), ..each.clone() };
    Plan {
        milestones: whole.milestones.iter().map(|each| milestone(each, on)).collect(),
        deliverables: whole.deliverables.iter().map(deliverable).collect(),
        quotas: whole.quotas.iter().filter(|quota: &&Quota| quota.published_on <= on).cloned().collect(),
        ..whole.clone()
    }
}

/// Registers and history as they were known on a day.
pub fn background(whole: &Background, on: Date) -> Background {
    let register = |each: &Register| Register {
        entries: entries(each, on).cloned().collect(),
        as_of: each.as_of.min(on),
        ..each.clone()
    };
    let earlier = |each: &EarlierPark| EarlierPark {
        statements: each.statements.iter().filter(|said| said.dated <= on).cloned().collect(),
        ..each.clone()
    };
    let mechanism = |each: &Mechanism| Mechanism {
        as_of: each.as_of.min(on),
        acts: each.acts.iter().filter(|act| act.dated <= on).cloned().collect(),
    };
    Background {
        registers: whole.registers.iter().map(register).collect(),
        earlier_parks: whole.earlier_parks.iter().map(earlier).collect(),
        mechanism: whole.mechanism.as_ref().map(mechanism),
    }
}
