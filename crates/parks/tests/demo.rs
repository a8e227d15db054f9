//! The demonstration shows everything that the portal can show, and its acts follow its figures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use assessment::evaluate::{Evaluation, Outcome, State};
use assessment::ladder::{Ladder, Stage, Track};
use assessment::ladder_position::{Rectification, Truth, place};
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader;
use assessment::report::assess;
use assessment::ruleset::Level;
use assessment::{Date, Decimal};
use disclosure::as_of::Known;
use disclosure::correction::{Change, Reading, change_to};
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{Background, Edition, FileRef, List, Park, ParkSummary, Rulebook};
use disclosure::park_evaluation::{Judged, judge, standing};
use disclosure::round::{PublishedCore, Quality, Round, Snapshot};
use disclosure::stage_changes::{Move, transitions};
use disclosure::{as_of, model};
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;

/// The demonstration, read back from its compiled files.
struct Demonstration {
    compiled: Compiled,
    edition: Edition,
    book: Rulebook,
    rounds: Vec<Round>,
    parks: Vec<Park>,
}

static DEMO: LazyLock<Demonstration> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let compiled =
        compile(&check(&Files::read(&data).unwrap()).draft, Date::new(2026, 11, 28).unwrap()).unwrap();
    let catalogue = read_catalogue(&compiled.catalogue).unwrap();
    let listed = catalogue.editions.iter().find(|edition| edition.demonstration).unwrap();
    let edition = read_edition(&compiled.files[&listed.index.path], &listed.index).unwrap();
    let book = load(&compiled, &edition.rulebook);
    let rounds = edition.rounds.iter().map(|round| load(&compiled, &round.file)).collect();
    let parks = edition.parks.iter().map(|park| load(&compiled, &park.file)).collect();
    Demonstration { book, rounds, parks, edition, compiled }
});

fn load<T: serde::de::DeserializeOwned>(compiled: &Compiled, file: &FileRef) -> T {
    read(&compiled.files[&file.path], file).unwrap()
}

/// The table in force on a day.
fn ladder(on: Date) -> &'static Ladder {
    DEMO.book.ladder(on).unwrap()
}

/// Every park in every round that has it.
fn snapshots() -> impl Iterator<Item = (&'static Round, &'static ParkSummary, &'static Snapshot)> {
    DEMO.rounds.iter().flat_map(|round| {
        round.parks.iter().map(move |snapshot| {
            let summary = DEMO.edition.parks.iter().find(|park| park.id == snapshot.park).unwrap();
            (round, summary, snapshot)
        })
    })
}

fn judged(round: &Round, snapshot: &Snapshot) -> Judged<'static> {
    let park = DEMO.edition.parks.iter().find(|park| park.id == snapshot.park).unwrap();
    judge(snapshot, park.subject(&DEMO.book, round.dated), &DEMO.book, round.rules_day())
}

fn core(evaluation: Option<&Evaluation<'_>>) -> State {
    evaluation.unwrap().outcomes[0].state
}

#[test]
fn it_is_marked_throughout() {
    let edition = &DEMO.edition;
    assert!(edition.demonstration);
    assert!(edition.title.zh.contains("演示数据") && edition.title.en.contains("Demonstration data"));
    assert_eq!(edition.as_of, edition.rounds.last().unwrap().dated);
    for park in &DEMO.parks {
        assert!(park.name.zh.starts_with("示例·") && park.name.en.starts_with("Demo · "), "{}", park.id);
        assert!(park.short.zh.starts_with("示例·") && park.short.en.starts_with("Demo · "), "{}", park.id);
        for event in &park.events {
            assert_eq!(event.source.document.as_deref(), Some("demo"));
        }
        let mut words = vec![&park.name.zh, &park.name.en];
        words.extend([&park.short.zh, &park.short.en]);
        for league in &edition.leagues {
            assert!(words.iter().all(|word| !word.contains(&league.short.zh)), "{}", park.id);
            assert!(words.iter().all(|word| !word.contains(&league.short.en)), "{}", park.id);
        }
    }
    let region = DEMO.book.rulesets.iter().find(|set| set.decides(Level::Region)).unwrap();
    assert_eq!(region.indicators.len(), 14, "one core indicator and 13 guiding ones");
    for indicator in &region.indicators {
        assert!(indicator.name.zh.contains("演示指标（非官方）"), "{}", indicator.id);
        assert!(indicator.name.en.contains("demonstration indicator (not official)"), "{}", indicator.id);
        assert!(indicator.formula.zh.contains("演示指标（非官方）"), "{}", indicator.id);
        assert!(indicator.clause.as_ref().unwrap().starts_with("plan/"), "{}", indicator.id);
        assert_eq!(indicator.mark, assessment::Mark::D);
    }
}

#[test]
fn thirty_six_parks_over_twelve_leagues_and_twelve_rounds() {
    let edition = &DEMO.edition;
    assert_eq!((edition.parks.len(), edition.rounds.len()), (36, 12));
    for league in &edition.leagues {
        assert_eq!(edition.parks.iter().filter(|park| park.league == league.id).count(), 3, "{}", league.id);
    }
    let kinds: BTreeSet<&str> = edition.parks.iter().map(|park| park.industries[0].as_str()).collect();
    assert!(kinds.len() >= 12, "{} industries", kinds.len());
    let grids: BTreeSet<_> = edition.leagues.iter().map(|league| format!("{:?}", league.grid)).collect();
    assert_eq!(grids.len(), 2);
    for pair in edition.parks.windows(2) {
        assert_ne!(pair[0].name, pair[1].name);
    }
}

#[test]
fn parks_stand_on_every_stage_and_have_taken_every_step() {
    let last = DEMO.edition.as_of;
    let stand =
        |park: &ParkSummary| as_of::standing(&park.events, DEMO.book.stages(last), last).unwrap().stage;
    let stages: BTreeSet<Stage> = DEMO.edition.parks.iter().map(stand).collect();
    assert_eq!(stages, DEMO.edition.stages().stages.iter().map(|row| row.id).collect());

    // Where two ways lead from one stage to another, the act says by its clause which it was.
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for park in &DEMO.parks {
        assert_eq!(park.events[0].stage, Stage::CANDIDATE, "{}", park.id);
        for step in park.events.windows(2) {
            let (from, to, dated) = (step[0].stage, step[1].stage, step[1].dated);
            let moved = Move { dated, from: Some(from), to };
            let ways = transitions(ladder(dated), &moved);
            assert!(!ways.is_empty(), "{}: no transition leads from {from:?} to {to:?} on {dated}", park.id);
            let way = match ways.as_slice() {
                [only] => Some(only),
                several => several.iter().find(|way| Some(&way.clause) == step[1].clause.as_ref()),
            };
            taken.insert(&way.unwrap_or_else(|| panic!("{} {dated}: which of {ways:?}", park.id)).id);
        }
    }
    for transition in &ladder(last).transitions {
        assert!(taken.contains(transition.id.as_str()), "{}", transition.id);
    }
    let in_2025 = |park: &&ParkSummary| {
        park.events.iter().any(|act| act.dated.year() == 2025 && act.stage == Stage::CULTIVATION)
    };
    assert!(DEMO.edition.parks.iter().filter(in_2025).count() >= 20);
}

/// Each act is supported by the round before it: no condition of its transition is not met. What only
/// the authority's own act makes known is unknown before it.
#[test]
fn acts_follow_the_figures_of_the_round_before() {
    let mut unsupported = Vec::new();
    for park in &DEMO.edition.parks {
        for step in park.events.windows(2) {
            let Some(round) = DEMO.rounds.iter().rfind(|round| round.dated < step[1].dated) else { continue };
            let snapshot = round.parks.iter().find(|snapshot| snapshot.park == park.id);
            let judged = snapshot.map(|snapshot| judged(round, snapshot));
            // On the day of the act, so that the end of construction counts.
            let mut standing = standing(park, snapshot, judged.as_ref(), &DEMO.book, step[1].dated).unwrap();
            standing.stage = step[0].stage;
            standing.on =
                if step[1].stage == Stage::NATIONAL_SELF_ASSESSMENT { step[1].dated } else { round.dated };
            let position = place(ladder(step[1].dated), &standing);
            let mut ways = position.open.iter().filter(|open| open.transition.to == step[1].stage);
            if ways.all(|way| way.truth == Truth::NotMet) {
                unsupported.push(format!("{} {} {:?}", park.id, step[1].dated, step[1].stage));
            }
        }
    }
    assert_eq!(unsupported, Vec::<String>::new());
}

#[test]
fn every_state_of_an_indicator_occurs_at_both_levels() {
    let mut states: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (round, _, snapshot) in snapshots() {
        let judged = judged(round, snapshot);
        for (level, of) in [("national", Level::National), ("region", Level::Region)] {
            let outcomes = &judged.of(of).unwrap().evaluation.outcomes;
            // None in force, and nobody can say which: the same state for two reasons.
            let wants_energy = |each: &Outcome<'_>| each.target_unknown && each.state == State::NoThreshold;
            let seen = outcomes.iter().map(|each| match wants_energy(each) {
                true => "TargetUnknown".to_owned(),
                false => format!("{:?}", each.state),
            });
            states.entry(level).or_default().extend(seen);
        }
    }
    let all = ["Met", "NoData", "NoThreshold", "NotApplicable", "NotMet", "Pending", "TargetUnknown"]
        .map(str::to_owned);
    assert_eq!(states["national"], all.clone().into());
    assert_eq!(states["region"], all.into_iter().filter(|state| state != "NoThreshold").collect());
}

#[test]
fn every_problem_of_data_occurs() {
    let has = |problem: fn(&Snapshot) -> bool| snapshots().any(|(.., snapshot)| problem(snapshot));
    assert!(has(|snapshot| snapshot.core_quality == Quality::Pending));
    assert!(has(|snapshot| snapshot.core_quality == Quality::NotPublished && !snapshot.values.is_empty()));
    assert!(has(|snapshot| snapshot.values.is_empty()), "nothing published");
    assert!(has(|snapshot| matches!(snapshot.core, Some(PublishedCore::Totals(_)))), "totals alone");
    let ratio = |snapshot: &Snapshot| match &snapshot.core {
        Some(PublishedCore::Ratio(ratio)) => Some(ratio.energy().is_some()),
        _ => None,
    };
    let of_class: BTreeSet<bool> = snapshots().filter_map(|(.., snapshot)| ratio(snapshot)).collect();
    assert_eq!(of_class, [false, true].into(), "a ratio alone, with the class of its energy and without");
    for quality in [Quality::Measured, Quality::Reported, Quality::Pending, Quality::NotPublished] {
        assert!(
            snapshots().any(|(.., snapshot)| snapshot.values.iter().any(|value| value.quality == quality))
        );
    }
    assert!(has(|snapshot| snapshot.values.iter().any(|value| value.not_applicable.is_some())));
    assert!(has(|snapshot| snapshot.basic.contains(&disclosure::round::Stated::No)));
    assert!(has(|snapshot| snapshot.basic.contains(&disclosure::round::Stated::Unknown)));
    let left_out = DEMO.parks.iter().any(|park| {
        let joined = DEMO.rounds.iter().filter(|round| round.dated >= park.events[0].dated).count();
        park.rounds.len() < joined
    });
    assert!(left_out, "a round that leaves a park out");
}

#[test]
fn a_correction_is_unknown_before_its_day() {
    let (mut values, mut withdrawn, mut balances, mut filled, mut conditions) = (0, 0, 0, 0, 0);
    for round in DEMO.parks.iter().flat_map(|park| &park.rounds) {
        for correction in &round.corrections {
            let eve = DEMO.rounds.iter().rfind(|each| each.dated < correction.by.dated).unwrap().dated;
            let [before, after] =
                [eve, correction.by.dated].map(|on| round.known_on(on).unwrap().snapshot.clone());
            let reading = |snapshot: &Snapshot, of, indicator: &str| {
                snapshot.observed(of, indicator).and_then(Reading::of)
            };
            match &correction.change {
                Change::Value { of, indicator, was, is } => {
                    assert_eq!(reading(&before, of.clone(), indicator), *was);
                    assert_eq!(reading(&after, of.clone(), indicator), *is);
                    values += 1;
                    withdrawn += usize::from(is.is_none());
                }
                Change::Core { is, .. } => {
                    assert_ne!(before.core, *is);
                    assert_eq!(after.core, *is);
                    balances += 1;
                    filled += usize::from(before.core.is_none());
                }
                Change::Condition { number, was, is } => {
                    let at = usize::from(*number) - 1;
                    assert_eq!([before.basic[at], after.basic[at]], [*was, *is]);
                    conditions += 1;
                }
                Change::Task { .. } => panic!("the demonstration corrects no task"),
            }
        }
    }
    assert_eq!((values, withdrawn, balances, filled, conditions), (4, 2, 2, 1, 1));
    let amended = DEMO.edition.lists.iter().flat_map(|list| &list.amended).count();
    assert_eq!(amended, 1, "an entry of a list is corrected");
}

#[test]
fn an_act_and_a_statement_are_corrected_from_a_day_on_and_stand_as_published_before() {
    let park = DEMO.parks.iter().find(|park| !park.amended_acts.is_empty()).unwrap();
    let [of_act, of_statement] = [park.amended_acts[0].by.dated, park.amended_statements[0].by.dated];
    let known = |on: Date| Known::on(park.clone(), on);
    let due = |on| known(on).events.iter().rev().find_map(|act| act.due).unwrap().to_string();
    let said = |on| known(on).statements[0].text.zh.clone();
    let eve = of_act.previous().unwrap();
    assert_eq!([due(eve), due(of_act)], ["2028-06-03", "2028-06-30"]);
    assert_eq!(of_act, of_statement);
    assert!(said(eve).contains("36公里") && said(of_act).contains("26公里"));
    // The page finds the correction of what it shows, after whatever it forgot of later checks.
    let now = known(of_act);
    let act = now.events.iter().rev().find(|act| act.due.is_some()).unwrap();
    assert_eq!(change_to(&now.amended_acts, act).unwrap().by.notice, "2027-h1-c2");
    assert_eq!(change_to(&now.amended_statements, &now.statements[0]).unwrap().by.notice, "2027-h1-c2");
    assert!(change_to(&now.amended_acts, &now.events[0]).is_none());
    // Where it stands on the ladder follows.
    let summary = DEMO.edition.parks.iter().find(|each| each.id == park.id).unwrap();
    assert_eq!(summary.amended.len(), 1);
}

#[test]
fn energies_lie_on_both_sides_of_both_limits_and_near_them() {
    let energy = |(round, park, snapshot): (&'static Round, &'static ParkSummary, &'static Snapshot)| {
        Some((park.id.as_str(), judged(round, snapshot).accounts?.energy()))
    };
    let tce = |tce: i64| TonnesCoalEquivalent::from_tce(Decimal::from_integer(tce));
    let energies: Vec<(&str, TonnesCoalEquivalent)> = snapshots().filter_map(energy).collect();
    for limit in [200_000, 1_000_000] {
        let [near, limit, far] = [limit - 1000, limit, limit + 1000].map(tce);
        let beside = |from: TonnesCoalEquivalent, to: TonnesCoalEquivalent| -> BTreeSet<&str> {
            energies.iter().filter(|(_, energy)| (from..to).contains(energy)).map(|(park, _)| *park).collect()
        };
        let (below, above) = (beside(near, limit), beside(limit, far));
        assert!(below.intersection(&above).next().is_some(), "one park near both sides of {limit}");
    }
    let least = energies.iter().map(|(_, energy)| *energy).min().unwrap();
    let most = energies.iter().map(|(_, energy)| *energy).max().unwrap();
    assert!(least < tce(180_000) && most > tce(1_500_000));
}

#[test]
fn official_and_computed_status_differ_both_ways() {
    let (mut behind, mut ahead, mut unreminded, mut unknown) = (0, 0, 0, 0);
    let last = DEMO.rounds.last().unwrap();
    for snapshot in &last.parks {
        let park = DEMO.edition.parks.iter().find(|park| park.id == snapshot.park).unwrap();
        let judged = judged(last, snapshot);
        let standing = standing(park, Some(snapshot), Some(&judged), &DEMO.book, last.dated).unwrap();
        let position = place(ladder(last.dated), &standing);
        let supported =
            position.supported(Track::National).map(|open| open.transition.to).collect::<Vec<_>>();
        behind +=
            usize::from(standing.stage == Stage::BUILT && core(judged.by(Level::Region)) == State::NotMet);
        ahead += usize::from(standing.stage == Stage::CULTIVATION && supported.contains(&Stage::RECOMMENDED));
        let reminder = position.supported(Track::Region).any(|open| open.transition.to == Stage::REMINDED);
        unreminded += usize::from(reminder);
        unknown += usize::from(matches!(core(judged.by(Level::Region)), State::NoData | State::Pending));
    }
    assert!(behind >= 1, "a park officially built whose figures miss");
    assert!(ahead >= 1, "a park whose figures are ripe, officially in cultivation");
    assert!(unreminded >= 1, "a park that lags and is not reminded");
    assert!(unknown >= 3, "parks whose core is unknown or pending");
}

#[test]
fn orders_to_rectify_are_open_overdue_and_without_a_day() {
    let last = DEMO.edition.as_of;
    let mut found = BTreeSet::new();
    for park in &DEMO.edition.parks {
        let standing = standing(park, None, None, &DEMO.book, last).unwrap();
        found.extend(place(ladder(last), &standing).rectification.map(|rectification| match rectification {
            Rectification::DaysLeft(_) => "left",
            Rectification::Overdue(_) => "overdue",
            Rectification::NoDay => "no day",
        }));
    }
    assert_eq!(found, ["left", "no day", "overdue"].into());
    let orders = DEMO.parks.iter().flat_map(|park| &park.events);
    for order in orders.filter(|event| event.stage == Stage::RECTIFICATION) {
        assert!(order.cause.is_some(), "an order names its cause");
    }
}

#[test]
fn registers_and_lists_are_filled_and_lists_keep_to_their_parks() {
    let background: Background = load(&DEMO.compiled, &DEMO.edition.background);
    for register in &background.registers {
        assert!(register.entries.len() >= 3, "{}", register.id);
        assert!(register.entries.iter().all(|entry| entry.dated.is_some() && entry.park.is_some()));
        assert!(as_of::entries(register, DEMO.rounds[0].dated).count() < register.entries.len());
    }
    let stages: BTreeSet<Stage> = DEMO
        .edition
        .lists
        .iter()
        .map(|summary| load::<List>(&DEMO.compiled, &summary.file))
        .inspect(|list| {
            for entry in &list.entries {
                let park = DEMO.parks.iter().find(|park| Some(&park.id) == entry.park.as_ref()).unwrap();
                assert!(park.events.iter().any(|event: &model::Event| event.list.as_ref() == Some(&list.id)));
            }
        })
        .map(|list| list.stage)
        .collect();
    assert!(stages.contains(&Stage::BUILT) && stages.contains(&Stage::CULTIVATION));
}

#[test]
fn an_assessment_file_gives_what_the_round_gives() {
    let library = DEMO.book.library();
    for (round, park, snapshot) in snapshots() {
        let Some(file) = snapshot.assessment_file() else { continue };
        let (assessment, rules) = reader::read(file.to_string().as_bytes(), library).unwrap();
        let report = assess(&assessment, rules);
        let judged = judged(round, snapshot);
        let national = judged.by(Level::National).unwrap();
        for (ours, theirs) in national.outcomes.iter().zip(&report.outcomes) {
            assert_eq!(
                ours.value.map(|v| v.to_fixed(12)),
                theirs.value.map(|v| v.to_fixed(12)),
                "{}",
                park.id
            );
            if ours.kind == assessment::ruleset::Kind::Guiding || snapshot.core_quality.is_verified() {
                assert!(ours.state == theirs.state || ours.state == State::Pending, "{}", park.id);
            }
        }
    }
    let (_, _, snapshot) = snapshots().last().unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demonstration.json");
    std::fs::write(&path, snapshot.assessment_file().unwrap().to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_parks")).arg("assess").arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn readers_load_little() {
    let size = |file: &FileRef| file.bytes;
    let listed = read_catalogue(&DEMO.compiled.catalogue).unwrap();
    let index = listed.editions.iter().find(|edition| edition.demonstration).unwrap().index.bytes;
    assert!(index <= 150_000, "{index} bytes of index, of which a tenth goes over the wire");
    assert!(DEMO.edition.rounds.iter().map(|round| size(&round.file)).all(|bytes| bytes <= 100_000));
    assert!(DEMO.edition.parks.iter().map(|park| size(&park.file)).all(|bytes| bytes <= 50_000));
}
