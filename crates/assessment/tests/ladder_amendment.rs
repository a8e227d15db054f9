//! A later edition of the ladder: what it adds, replaces and keeps, and what is half done in one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::fact::{Mark, Problem};
use assessment::ladder::{Ladder, Stage, Track};
use assessment::ladder_amendment::{LadderAmendment, LadderFile, whole};
use assessment::ladder_position::{LadderFacts, Reading, Truth, place};

const FIRST: &str = r#"
id = "first"
document = "plan"
mark = "A"
in_force_from = "2025-06-03"
published_on = "2025-07-08"
title = { zh = "第一版", en = "First" }
not_modelled = [{ clause = "plan/1", text = { zh = "略", en = "Left out" } }]

[lag]
indicator = "carbon_per_energy"
tolerance_pct = "5"
mark = "C"
statement = { zh = "约定", en = "Convention" }

[[table.groups]]
id = "open"
step = 1
name = { zh = "在建", en = "Open" }
short = { zh = "在建", en = "Open" }
parks = { zh = "在建", en = "open" }
tone = "candidate"

[[table.stages]]
id = "listed"
track = "national"
group = "open"
name = { zh = "名单", en = "Listed" }
phrase = { zh = "名单", en = "the list" }
meaning = { zh = "在名单上。", en = "It is listed." }
supported = { zh = "可", en = "May be listed" }
shape = "dot"

[[table.stages]]
id = "assessed"
track = "national"
group = "open"
name = { zh = "评估", en = "Assessed" }
phrase = { zh = "评估", en = "assessment" }
meaning = { zh = "在评估。", en = "It is assessed." }
supported = { zh = "可评估", en = "May be assessed" }
shape = "ring"

[[table.stages]]
id = "accepted"
track = "national"
group = "open"
name = { zh = "通过", en = "Accepted" }
phrase = { zh = "通过", en = "acceptance" }
meaning = { zh = "已通过。", en = "It is accepted." }
supported = { zh = "可通过", en = "May be accepted" }
shape = "square"

[[transitions]]
id = "assess"
track = "national"
from = "listed"
to = "assessed"
decided_by = { zh = "省", en = "the province" }
clause = "plan/1"
conditions = [{ kind = "construction_ended", clause = "plan/1" }]

[[transitions]]
id = "accept"
track = "national"
from = "assessed"
to = "accepted"
decided_by = { zh = "国家", en = "the state" }
clause = "plan/2"
conditions = [{ kind = "national_acceptance_passed", clause = "plan/2" }]
"#;

/// A park may be accepted from the list, by a press report.
const SECOND: &str = r#"
id = "second"
amends = "first"
document = "press"
mark = "B"
in_force_from = "2025-12-31"
published_on = "2025-12-31"
title = { zh = "第二版", en = "Second" }
not_modelled = [{ clause = "press/1", text = { zh = "也略", en = "Left out, too" } }]

[[transitions]]
id = "accept-listed"
track = "national"
from = "listed"
to = "accepted"
decided_by = { zh = "国家", en = "the state" }
clause = "press/1"
alternative_to = ["assess"]
conditions = [{ kind = "basic_condition", number = 1, clause = "press/1" }]
"#;

fn first() -> LadderFile {
    LadderFile::Whole(toml::from_str(FIRST).unwrap())
}

fn amendment(text: &str) -> LadderFile {
    LadderFile::Amendment(toml::from_str::<LadderAmendment>(text).unwrap())
}

fn second(changes: &[(&str, &str)]) -> LadderFile {
    amendment(&changes.iter().fold(SECOND.to_owned(), |text, (find, replace)| {
        assert!(text.contains(find), "{find}");
        text.replacen(find, replace, 1)
    }))
}

fn told(files: &[LadderFile], id: &str) -> Vec<String> {
    whole(files, id).unwrap_err().iter().map(Problem::to_string).collect()
}

fn ids(ladder: &Ladder) -> Vec<(&str, Mark)> {
    ladder.transitions.iter().map(|each| (each.id.as_str(), ladder.mark_of(each))).collect()
}

#[test]
fn a_second_edition_is_the_first_with_what_it_adds() {
    let files = [second(&[]), first()];
    let (before, after) = (whole(&files, "first").unwrap(), whole(&files, "second").unwrap());
    assert_eq!(ids(&before), [("assess", Mark::A), ("accept", Mark::A)], "the first stays what it was");
    assert_eq!(ids(&after), [("assess", Mark::A), ("accept", Mark::A), ("accept-listed", Mark::B)]);
    assert_eq!((&after.table, &after.lag), (&before.table, &before.lag));
    assert_eq!((before.not_modelled.len(), after.not_modelled.len()), (1, 2));
    assert_eq!((after.amends.as_deref(), before.amends.as_deref()), (Some("first"), None));
    assert_eq!(
        (after.in_force_from.to_string(), after.document.as_str()),
        ("2025-12-31".to_owned(), "press")
    );
    assert_eq!((before.check(), after.check()), (vec![], vec![]));
}

#[test]
fn what_is_replaced_falls_and_an_edition_may_amend_an_amended_one() {
    let third = amendment(
        &SECOND
            .replacen("id = \"second\"\namends = \"first\"", "id = \"third\"\namends = \"second\"", 1)
            .replace(
                "in_force_from = \"2025-12-31\"",
                "in_force_from = \"2027-01-01\"\nreplaces = [\"accept-listed\"]",
            )
            .replace("number = 1", "number = 2"),
    );
    let files = [third, first(), second(&[])];
    let third = whole(&files, "third").unwrap();
    assert_eq!(ids(&third), [("assess", Mark::A), ("accept", Mark::A), ("accept-listed", Mark::B)]);
    assert_eq!(third.check(), []);
    assert_eq!(third.transitions.last().unwrap().conditions.len(), 1);
    assert_ne!(third.transitions.last(), whole(&files, "second").unwrap().transitions.last());
    let fallen = second(&[
        ("in_force_from", "replaces = [\"assess\"]\nin_force_from"),
        ("alternative_to = [\"assess\"]\n", ""),
    ]);
    assert_eq!(
        ids(&whole(&[first(), fallen], "second").unwrap()),
        [("accept", Mark::A), ("accept-listed", Mark::B)]
    );
}

#[test]
fn what_is_half_done_is_named() {
    let unknown = second(&[("amends = \"first\"", "amends = \"zeroth\"")]);
    assert_eq!(told(&[first(), unknown], "second"), ["amends: expected the id of a ladder, found zeroth"]);
    let replaces = second(&[("in_force_from", "replaces = [\"assess\", \"promote\"]\nin_force_from")]);
    assert_eq!(
        told(&[first(), replaces.clone()], "second"),
        ["replaces[1]: expected the id of a transition of first, found promote"]
    );
    let third =
        second(&[("id = \"second\"", "id = \"third\""), ("amends = \"first\"", "amends = \"second\"")]);
    assert_eq!(
        told(&[first(), replaces, third.clone()], "third"),
        ["amends: expected a ladder without such mistakes, found second, which cannot be made whole"]
    );
    let around = second(&[("amends = \"first\"", "amends = \"third\"")]);
    assert_eq!(
        told(&[first(), around, third], "third"),
        ["amends: expected a ladder that in the end is written whole, found a circle: third, second, third"]
    );
    let head = SECOND.split("[[transitions]]").next().unwrap();
    let empty = amendment(head);
    assert_eq!(
        told(&[first(), empty], "second"),
        ["transitions: expected at least one transition that it adds or replaces, found none"]
    );
    let early = second(&[("in_force_from = \"2025-12-31\"", "in_force_from = \"2025-06-03\"")]);
    assert_eq!(
        told(&[first(), early], "second"),
        ["in_force_from: expected a day after that of first, 2025-06-03, found 2025-06-03"]
    );
}

/// Two steps whose conditions hold at once are both supported; of one that holds, that one.
#[test]
fn of_alternatives_all_that_hold_are_supported() {
    let ladder = whole(&[first(), second(&[])], "second").unwrap();
    let reading = |ended: bool, basic: Option<bool>| {
        let standing = LadderFacts {
            on: if ended { "2028-01-01" } else { "2027-12-31" }.parse().unwrap(),
            stage: Stage::new("listed"),
            rectify_by: None,
            national: None,
            region: None,
            values: Vec::new(),
            committed: Vec::new(),
            construction_to: Some(2027),
            basic: [basic, None, None, None],
            selected_for_cultivation: None,
            selected_for_national_list: None,
            national_acceptance_passed: None,
        };
        let position = place(&ladder, &standing);
        assert_eq!(position.open.len(), 2);
        let met = position.open.iter().filter(|open| open.truth == Truth::Met).count();
        assert_eq!(position.supported(Track::National).count(), met);
        position.reading(Track::National)
    };
    let [assessed, accepted] = ["assessed", "accepted"].map(Stage::new);
    assert_eq!(reading(true, Some(true)), Reading::Supports(vec![assessed, accepted]));
    assert_eq!(reading(true, Some(false)), Reading::Supports(vec![assessed]));
    assert_eq!(reading(false, Some(true)), Reading::Supports(vec![accepted]));
    assert_eq!(reading(false, Some(false)), Reading::Agrees);
    assert_eq!(reading(false, None), Reading::Undetermined);
}

#[test]
fn what_may_be_taken_instead_is_asked_both_ways() {
    let ladder = whole(&[first(), second(&[])], "second").unwrap();
    let instead = |id: &str| {
        let one = ladder.transitions.iter().find(|each| each.id == id).unwrap();
        ladder.instead_of(one).map(|each| each.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(instead("assess"), ["accept-listed"]);
    assert_eq!(instead("accept-listed"), ["assess"]);
    assert_eq!(instead("accept"), [""; 0]);
    let silent = second(&[("alternative_to = [\"assess\"]\n", "")]);
    let undeclared = whole(&[first(), silent], "second").unwrap().check();
    assert_eq!(undeclared.len(), 1, "two that may hold at once and are not declared");
    assert_eq!(
        (undeclared[0].path.as_str(), undeclared[0].found.as_str()),
        ("transitions[2].conditions", "both may hold")
    );
}
