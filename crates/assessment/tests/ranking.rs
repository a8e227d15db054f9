//! Index and ranking against their definitions.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::decimal::{Decimal, Ratio};
use assessment::ranking::{Contender, Core, RankRange, ranks, steadiness};
use assessment::ruleset::Direction;
use assessment::scoring::{Attained, attainment, index};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn attainment_is_linear_between_baseline_and_target() {
    let at_most =
        |value: &str| attainment(decimal(value).into(), decimal("1.2"), decimal("0.2"), Direction::AtMost);
    for (value, expected) in [
        ("0", "100"),
        ("0.2", "100"),
        ("0.3", "90"),
        ("0.7", "50"),
        ("1.2", "0"),
        ("9", "0"),
        ("0.2000005", "99.99995"),
    ] {
        assert_eq!(at_most(value), decimal(expected), "{value}");
    }
    let at_least =
        |value: &str| attainment(decimal(value).into(), decimal("30"), decimal("90"), Direction::AtLeast);
    for (value, expected) in
        [("100", "100"), ("90", "100"), ("60", "50"), ("30", "0"), ("0", "0"), ("70", "66.666667")]
    {
        assert_eq!(at_least(value), decimal(expected), "{value}");
    }
}

#[test]
fn a_missed_target_never_counts_in_full() {
    let core = |value: &str| {
        attainment(decimal(value).into(), decimal("2.775"), decimal("0.2"), Direction::AtMost).to_string()
    };
    assert_eq!(core("0.2"), "100");
    assert_eq!(core("0.200000000001"), "99.999999");
    let share = attainment(decimal("79.99999999").into(), decimal("0"), decimal("80"), Direction::AtLeast);
    assert_eq!(share.to_string(), "99.999999");
}

#[test]
fn a_baseline_beyond_the_target_leaves_nothing_between() {
    let value =
        |value: &str| attainment(decimal(value).into(), decimal("0.1"), decimal("0.2"), Direction::AtMost);
    assert_eq!(value("0.2"), decimal("100"));
    assert_eq!(value("0.200000000001"), decimal("0"));
}

#[test]
fn what_is_missing_makes_an_interval_and_what_does_not_apply_gives_its_weight_away() {
    let weights = || [decimal("50"), decimal("30"), decimal("20")];
    let known = |text: &str| Attained::Known(decimal(text));
    let shown = |attained: &[Attained]| {
        let index = index(attained, weights()).unwrap();
        (index.worst.to_string(), index.best.to_string(), index.known, index.applicable)
    };
    assert_eq!(shown(&[known("100"), known("50"), known("0")]), ("65".into(), "65".into(), 3, 3));
    assert_eq!(shown(&[known("100"), Attained::Unknown, known("0")]), ("50".into(), "80".into(), 2, 3));
    assert_eq!(
        shown(&[known("100"), Attained::NotApplicable, known("0")]).0,
        "71.42857142857142857142857143"
    );
    assert!(index(&[Attained::NotApplicable; 3], weights()).is_none());
}

fn attained() -> impl Strategy<Value = Attained> {
    prop_oneof![
        4 => (0_i64..=20).prop_map(|n| Attained::Known(Decimal::from_integer(n * 5))),
        1 => Just(Attained::Unknown),
        1 => Just(Attained::NotApplicable),
    ]
}

/// Six attainments, of which the first is the core indicator, and the core's state to go with it.
fn park() -> impl Strategy<Value = (Core, Vec<Attained>)> {
    let core = prop_oneof![
        Just((Core::Met, Attained::Known(Decimal::HUNDRED))),
        (0_i64..20).prop_map(|n| (Core::NotMet, Attained::Known(Decimal::from_integer(n * 5)))),
        Just((Core::Unknown, Attained::Unknown)),
    ];
    (core, proptest::collection::vec(attained(), 5))
        .prop_map(|((core, first), rest)| (core, std::iter::once(first).chain(rest).collect()))
}

fn weights() -> Vec<Decimal> {
    ["50", "15", "10", "10", "8", "7"].map(decimal).to_vec()
}

fn contender((core, attained): &(Core, Vec<Attained>)) -> Contender {
    Contender { core: *core, index: index(attained, weights()).unwrap() }
}

/// Ranks by trying every combination of best and worst cases.
fn by_enumeration(contenders: &[Contender]) -> Vec<RankRange> {
    let n = contenders.len();
    let mut ranges = vec![RankRange { best: usize::MAX, worst: 0 }; n];
    for bits in 0..1_u32 << n {
        let standing = |i: usize| -> (bool, Ratio) {
            let contender = &contenders[i];
            if bits >> i & 1 == 1 {
                (contender.core != Core::NotMet, contender.index.best)
            } else {
                (contender.core == Core::Met, contender.index.worst)
            }
        };
        for (i, range) in ranges.iter_mut().enumerate() {
            let own = standing(i);
            let is_ahead = |j: usize| {
                let other = standing(j);
                (other.0 && !own.0) || (other.0 == own.0 && other.1.cmp_ratio(own.1).is_gt())
            };
            let rank = 1 + (0..n).filter(|j| *j != i && is_ahead(*j)).count();
            range.best = range.best.min(rank);
            range.worst = range.worst.max(rank);
        }
    }
    ranges
}

proptest! {
    #[test]
    fn ranges_of_ranks_are_exact(parks in proptest::collection::vec(park(), 1..8)) {
        let contenders: Vec<_> = parks.iter().map(contender).collect();
        prop_assert_eq!(ranks(&contenders), by_enumeration(&contenders));
    }

    #[test]
    fn the_order_of_parks_changes_nothing(parks in proptest::collection::vec(park(), 1..12), turn in 0_usize..12) {
        let contenders: Vec<_> = parks.iter().map(contender).collect();
        let turn = turn % contenders.len();
        let mut turned = contenders.clone();
        turned.rotate_left(turn);
        let mut expected = ranks(&contenders);
        expected.rotate_left(turn);
        prop_assert_eq!(ranks(&turned), expected);
    }

    #[test]
    fn more_data_never_widens_an_interval(park in park(), at in 0_usize..6, value in 0_i64..=100) {
        let mut attained = park.1;
        attained[at] = Attained::Unknown;
        let before = index(&attained, weights()).unwrap();
        attained[at] = Attained::Known(Decimal::from_integer(value));
        let after = index(&attained, weights()).unwrap();
        prop_assert!(after.worst.cmp_ratio(before.worst).is_ge());
        prop_assert!(after.best.cmp_ratio(before.best).is_le());
        prop_assert!(after.completeness().unwrap().cmp_ratio(before.completeness().unwrap()).is_gt());
    }

    #[test]
    fn raising_a_known_indicator_never_lowers_a_rank(
        parks in proptest::collection::vec(park(), 2..8),
        at in 1_usize..6,
        raise in 1_i64..=100,
    ) {
        let mut raised = parks.clone();
        let Attained::Known(value) = raised[0].1[at] else { return Ok(()) };
        let more = (value + Decimal::from_integer(raise)).min(Decimal::HUNDRED);
        raised[0].1[at] = Attained::Known(more);
        let rank = |parks: &[(Core, Vec<Attained>)]| ranks(&parks.iter().map(contender).collect::<Vec<_>>())[0];
        let (before, after) = (rank(&parks), rank(&raised));
        prop_assert!(after.best <= before.best && after.worst <= before.worst);
    }

    #[test]
    fn steadiness_holds_the_given_range(parks in proptest::collection::vec(park(), 1..6), seed in any::<u64>()) {
        let given = ranks(&parks.iter().map(contender).collect::<Vec<_>>());
        let steady = steadiness(&parks, &weights(), seed, 20);
        prop_assert_eq!(&steady, &steadiness(&parks, &weights(), seed, 20));
        for (steady, given) in steady.iter().zip(given) {
            prop_assert!(steady.kept <= 20 && steady.best <= given.best && steady.worst >= given.worst);
        }
    }
}

/// The draws are the same on every machine: golden figures, made once.
#[test]
fn the_seed_decides_the_draws() {
    let park =
        |core, values: [i64; 6]| (core, values.map(|n| Attained::Known(Decimal::from_integer(n))).to_vec());
    let parks = [
        park(Core::Met, [100, 90, 10, 60, 70, 40]),
        park(Core::Met, [100, 20, 95, 80, 50, 60]),
        park(Core::Met, [100, 70, 40, 60, 60, 50]),
    ];
    let kept: Vec<u32> = steadiness(&parks, &weights(), 910, 1000).iter().map(|s| s.kept).collect();
    assert_eq!(kept, [482, 488, 902]);
}

#[test]
fn equal_parks_have_equal_ranks() {
    let park =
        (Core::Met, [100, 50, 50, 50, 50, 50].map(|n| Attained::Known(Decimal::from_integer(n))).to_vec());
    let other = (Core::Met, [100, 0, 0, 0, 0, 0].map(|n| Attained::Known(Decimal::from_integer(n))).to_vec());
    let contenders: Vec<_> = [&park, &other, &park, &other].map(contender).to_vec();
    let ranks: Vec<_> = ranks(&contenders).iter().map(|range| (range.best, range.worst)).collect();
    assert_eq!(ranks, [(1, 1), (3, 3), (1, 1), (3, 3)]);
}
