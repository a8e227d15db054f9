//! What happens to each park of the demonstration: which official acts, and what its figures do.
//!
//! Acts follow the figures of the round before, as they would, but for the parks whose sentence says
//! otherwise.

use assessment::ladder::Stage;

use super::career::{Act, Career, Cause, Quirk};

const PLAIN: Career = Career {
    shows: "",
    energy: &[],
    energy_is_exact: false,
    committed: (2025, 1000, 390, 2030),
    construction: (2025, 2030),
    actual: &[(0, 960)],
    is_strong: false,
    quirk: Quirk::None,
    acts: &[],
};

const LIST_2025: Act = Act::Listed("region-cultivation-2025");
const LIST_2026: Act = Act::Listed("region-cultivation-2026");
const LIST_2028: Act = Act::Listed("region-cultivation-2028");
const APPLIED_2025: Act = Act::On(2025, 4, Stage::CANDIDATE);
const APPLIED_2026: Act = Act::On(2026, 4, Stage::CANDIDATE);
const APPLIED_2028: Act = Act::On(2028, 4, Stage::CANDIDATE);

/// The lives, in the order of [`super::cast::CAST`].
pub const CAREERS: [Career; 36] = [
    Career {
        shows: "meets the national conditions on application and becomes a national park",
        energy: &[(0, 620_000), (11, 700_000)],
        committed: (2025, 190, 120, 2027),
        construction: (2025, 2027),
        actual: &[(0, 980), (4, 960), (11, 950)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            Act::On(2025, 8, Stage::RECOMMENDED),
            Act::Listed("national-construction-2025"),
            Act::On(2028, 3, Stage::NATIONAL_SELF_ASSESSMENT),
            Act::On(2028, 9, Stage::NATIONAL_ACCEPTANCE),
            Act::Listed("national-parks-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "the same, above one million tce",
        energy: &[(0, 1_300_000), (11, 1_420_000)],
        committed: (2025, 290, 200, 2028),
        construction: (2025, 2028),
        actual: &[(0, 980), (11, 950)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            Act::On(2025, 8, Stage::RECOMMENDED),
            Act::Listed("national-construction-2025"),
            Act::On(2029, 3, Stage::NATIONAL_SELF_ASSESSMENT),
            Act::On(2029, 10, Stage::NATIONAL_ACCEPTANCE),
            Act::Listed("national-parks-2030"),
        ],
        ..PLAIN
    },
    Career {
        shows: "recommended and not selected, built in the region, and accepted by the state without being listed",
        energy: &[(0, 260_000), (11, 420_000)],
        committed: (2025, 198, 150, 2027),
        construction: (2025, 2030),
        actual: &[(0, 970), (3, 800), (11, 900)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            Act::On(2025, 8, Stage::RECOMMENDED),
            Act::On(2025, 12, Stage::CULTIVATION),
            Act::On(2027, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2027"),
            Act::On(2028, 10, Stage::RECOMMENDED),
            Act::On(2029, 9, Stage::NATIONAL_SELF_ASSESSMENT),
            Act::On(2030, 3, Stage::NATIONAL_ACCEPTANCE),
            Act::Listed("national-parks-2030"),
        ],
        ..PLAIN
    },
    Career {
        shows: "built in the first batch, and stays so",
        energy: &[(0, 380_000), (11, 410_000)],
        committed: (2025, 1500, 380, 2027),
        construction: (2025, 2027),
        actual: &[(0, 1000), (3, 800), (4, 540), (5, 900), (11, 900)],
        quirk: Quirk::Corrected(5, 7),
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2027"),
        ],
        ..PLAIN
    },
    Career {
        shows: "officially built, while its figures have come to miss the target again",
        energy: &[(0, 450_000), (11, 560_000)],
        committed: (2025, 1350, 390, 2027),
        construction: (2025, 2027),
        actual: &[(0, 1000), (3, 800), (4, 540), (5, 940), (7, 1000), (9, 1250), (11, 1300)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2027"),
        ],
        ..PLAIN
    },
    Career {
        shows: "built in the second batch, its figures published as totals",
        energy: &[(0, 520_000), (11, 640_000)],
        committed: (2025, 1700, 370, 2028),
        construction: (2025, 2028),
        actual: &[(0, 1000), (5, 900), (6, 610), (7, 930), (11, 900)],
        quirk: Quirk::Totals,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2028, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2028"),
        ],
        ..PLAIN
    },
    Career {
        shows: "built, recommended, and on the national construction list",
        energy: &[(0, 300_000), (11, 330_000)],
        committed: (2025, 1200, 360, 2027),
        construction: (2025, 2030),
        actual: &[(0, 1000), (3, 780), (4, 500), (5, 850), (6, 530), (11, 480)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2027"),
            Act::On(2028, 10, Stage::RECOMMENDED),
            Act::Listed("national-construction-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "recommended while building; in national acceptance at the end",
        energy: &[(0, 700_000), (11, 760_000)],
        committed: (2025, 600, 190, 2029),
        construction: (2025, 2029),
        actual: &[(1, 900), (3, 380), (5, 455), (7, 610), (9, 920), (11, 900)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 3, Stage::RECOMMENDED),
            Act::Listed("national-construction-2027"),
            Act::On(2030, 2, Stage::NATIONAL_SELF_ASSESSMENT),
            Act::On(2030, 9, Stage::NATIONAL_ACCEPTANCE),
        ],
        ..PLAIN
    },
    Career {
        shows: "recommended while building, not selected, back in cultivation, and built",
        energy: &[(0, 260_000), (11, 290_000)],
        committed: (2025, 520, 300, 2028),
        construction: (2025, 2028),
        actual: &[(1, 500), (2, 390), (4, 520), (6, 740), (8, 930), (11, 930)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2026, 9, Stage::RECOMMENDED),
            Act::On(2027, 1, Stage::CULTIVATION),
            Act::On(2028, 3, Stage::ACCEPTANCE),
            Act::Listed("region-built-2028"),
        ],
        ..PLAIN
    },
    Career {
        shows: "reminded, catches up, and is built",
        energy: &[(0, 410_000), (11, 470_000)],
        committed: (2025, 1600, 390, 2028),
        construction: (2025, 2028),
        actual: &[(0, 1000), (1, 1000), (2, 1150), (3, 1000), (5, 850), (6, 630), (7, 930), (11, 940)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2026, 9, Stage::REMINDED),
            Act::On(2027, 2, Stage::CULTIVATION),
            Act::On(2028, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2028"),
        ],
        ..PLAIN
    },
    Career {
        shows: "reminded, ordered to rectify, rectified after its day, and built",
        energy: &[(0, 290_000), (11, 310_000)],
        committed: (2025, 1800, 395, 2029),
        construction: (2025, 2029),
        actual: &[
            (0, 1000),
            (2, 1020),
            (3, 1140),
            (4, 1160),
            (5, 1120),
            (6, 1000),
            (7, 900),
            (8, 660),
            (9, 940),
            (11, 940),
        ],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 2, Stage::REMINDED),
            Act::Order(2027, 9, Some((2028, 6, 30)), Cause::DirectLine),
            Act::On(2028, 8, Stage::CULTIVATION),
            Act::On(2029, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "ordered to rectify and overdue since",
        energy: &[(0, 880_000), (11, 940_000)],
        committed: (2025, 1900, 395, 2028),
        construction: (2025, 2028),
        actual: &[(0, 1000), (3, 1020), (4, 1130), (6, 1180), (11, 1500)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 9, Stage::REMINDED),
            Act::Order(2028, 2, Some((2028, 12, 31)), Cause::Boilers),
        ],
        ..PLAIN
    },
    Career {
        shows: "ordered to rectify, with days left at the end; its ratio is published alone",
        energy: &[(0, 510_000), (11, 540_000)],
        committed: (2025, 1400, 380, 2029),
        construction: (2025, 2029),
        actual: &[(0, 950), (6, 1000), (7, 1020), (8, 1130), (11, 1170)],
        quirk: Quirk::Ratio(3),
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2029, 10, Stage::REMINDED),
            Act::Order(2030, 4, Some((2031, 3, 31)), Cause::Generation),
        ],
        ..PLAIN
    },
    Career {
        shows: "ordered to rectify without a published day",
        energy: &[(0, 1_250_000), (11, 1_280_000)],
        committed: (2025, 1750, 590, 2029),
        construction: (2025, 2029),
        actual: &[(0, 950), (5, 1020), (6, 1120), (11, 1250)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2028, 10, Stage::REMINDED),
            Act::Order(2029, 4, None, Cause::Grid),
        ],
        ..PLAIN
    },
    Career {
        shows: "reminded at the end",
        energy: &[(0, 370_000), (11, 400_000)],
        committed: (2025, 1550, 390, 2030),
        construction: (2025, 2030),
        actual: &[(0, 950), (9, 1020), (10, 1120), (11, 1130)],
        quirk: Quirk::Corrected(6, 8),
        acts: &[APPLIED_2025, LIST_2025, Act::On(2030, 9, Stage::REMINDED)],
        ..PLAIN
    },
    Career {
        shows: "reminded twice",
        energy: &[(0, 460_000), (11, 480_000)],
        committed: (2025, 1650, 390, 2030),
        construction: (2025, 2030),
        actual: &[(0, 980), (4, 1020), (5, 1120), (6, 1000), (8, 1020), (9, 1120), (11, 1140)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2028, 3, Stage::REMINDED),
            Act::On(2028, 9, Stage::CULTIVATION),
            Act::On(2030, 3, Stage::REMINDED),
        ],
        ..PLAIN
    },
    Career {
        shows: "fails acceptance when its balance is corrected, and passes later",
        energy: &[(0, 340_000), (11, 360_000)],
        committed: (2025, 1300, 380, 2027),
        construction: (2025, 2028),
        actual: &[(0, 1000), (3, 850), (4, 690), (5, 1030), (6, 1025), (7, 960), (11, 950)],
        quirk: Quirk::Misreported(4, 5, 880),
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2027, 9, Stage::ACCEPTANCE),
            Act::On(2028, 3, Stage::CULTIVATION),
            Act::On(2029, 2, Stage::ACCEPTANCE),
            Act::Listed("region-built-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "meets the national conditions for years, officially still in cultivation",
        energy: &[(0, 560_000), (11, 600_000)],
        committed: (2025, 800, 380, 2029),
        construction: (2025, 2030),
        actual: &[(1, 900), (3, 600), (5, 318), (7, 380), (9, 480), (11, 460)],
        is_strong: true,
        acts: &[APPLIED_2025, LIST_2025],
        ..PLAIN
    },
    Career {
        shows: "never publishes its balance: core unknown",
        energy: &[(0, 430_000)],
        quirk: Quirk::NoBalance,
        acts: &[APPLIED_2025, LIST_2025],
        ..PLAIN
    },
    Career {
        shows: "below 200,000 tce: built in the region, without a national threshold",
        energy: &[(0, 120_000), (11, 150_000)],
        committed: (2025, 1100, 380, 2029),
        construction: (2025, 2029),
        actual: &[(0, 1000), (7, 950), (8, 770), (9, 950), (11, 940)],
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2029, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "above one million tce, in acceptance at the end",
        energy: &[(0, 1_600_000), (11, 1_720_000)],
        committed: (2025, 1500, 580, 2030),
        construction: (2025, 2030),
        actual: &[(0, 1000), (9, 950), (10, 830), (11, 940)],
        acts: &[APPLIED_2025, LIST_2025, Act::On(2030, 9, Stage::ACCEPTANCE)],
        ..PLAIN
    },
    Career {
        shows: "grows past one million tce, and so into an easier target",
        energy: &[(0, 985_000), (6, 998_900), (8, 999_700), (9, 1_000_400), (11, 1_004_000)],
        energy_is_exact: true,
        committed: (2025, 700, 195, 2030),
        construction: (2025, 2030),
        actual: &[(1, 950), (4, 650), (6, 420), (7, 485), (8, 560), (11, 930)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2028, 8, Stage::RECOMMENDED),
            Act::Listed("national-construction-2028"),
        ],
        ..PLAIN
    },
    Career {
        shows: "on the national list, in its own assessment at the end",
        energy: &[(0, 340_000), (11, 380_000)],
        committed: (2025, 300, 180, 2029),
        construction: (2025, 2029),
        actual: &[(0, 850), (1, 850), (2, 670), (5, 770), (9, 960), (11, 930)],
        is_strong: true,
        acts: &[
            APPLIED_2025,
            LIST_2025,
            Act::On(2026, 9, Stage::RECOMMENDED),
            Act::Listed("national-construction-2027"),
            Act::On(2030, 3, Stage::NATIONAL_SELF_ASSESSMENT),
        ],
        ..PLAIN
    },
    Career {
        shows: "small, silent in one round, and built",
        energy: &[(0, 150_000), (11, 170_000)],
        committed: (2025, 1250, 385, 2029),
        construction: (2026, 2029),
        actual: &[(0, 1000), (7, 950), (8, 760), (9, 950), (11, 940)],
        quirk: Quirk::SilentIn(5),
        acts: &[
            APPLIED_2026,
            LIST_2026,
            Act::On(2029, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "built, and in the state's assessment at the end without being listed",
        energy: &[(0, 330_000), (11, 350_000)],
        committed: (2025, 1000, 370, 2028),
        construction: (2026, 2028),
        actual: &[(0, 1000), (5, 950), (6, 750), (7, 720), (8, 510), (11, 480)],
        is_strong: true,
        acts: &[
            APPLIED_2026,
            LIST_2026,
            Act::On(2028, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2028"),
            Act::On(2030, 9, Stage::NATIONAL_SELF_ASSESSMENT),
        ],
        ..PLAIN
    },
    Career {
        shows: "recommended while building",
        energy: &[(0, 480_000), (11, 520_000)],
        committed: (2025, 1300, 300, 2030),
        construction: (2026, 2030),
        actual: &[(0, 1000), (6, 900), (8, 560), (9, 380), (10, 465), (11, 620)],
        is_strong: true,
        acts: &[APPLIED_2026, LIST_2026, Act::On(2030, 3, Stage::RECOMMENDED)],
        ..PLAIN
    },
    Career {
        shows: "in acceptance with a balance that is not yet verified",
        energy: &[(0, 590_000), (11, 610_000)],
        committed: (2025, 1450, 385, 2030),
        construction: (2026, 2030),
        actual: &[(0, 1000), (9, 950), (10, 760), (11, 940)],
        quirk: Quirk::PendingFrom(11),
        acts: &[APPLIED_2026, LIST_2026, Act::On(2030, 10, Stage::ACCEPTANCE)],
        ..PLAIN
    },
    Career {
        shows: "moves about 200,000 tce: threshold in force, and not",
        energy: &[(0, 200_600), (2, 200_600), (5, 199_700), (8, 200_150), (11, 199_850)],
        energy_is_exact: true,
        committed: (2025, 1150, 350, 2030),
        construction: (2026, 2030),
        actual: &[(0, 950)],
        acts: &[APPLIED_2026, LIST_2026],
        ..PLAIN
    },
    Career {
        shows: "built, recommended, and on the last national list",
        energy: &[(0, 270_000), (11, 300_000)],
        committed: (2025, 950, 360, 2028),
        construction: (2026, 2030),
        actual: &[(0, 1000), (5, 950), (6, 740), (7, 940), (8, 700), (9, 520), (11, 480)],
        is_strong: true,
        acts: &[
            APPLIED_2026,
            LIST_2026,
            Act::On(2028, 9, Stage::ACCEPTANCE),
            Act::Listed("region-built-2028"),
            Act::On(2030, 3, Stage::RECOMMENDED),
            Act::Listed("national-construction-2030"),
        ],
        ..PLAIN
    },
    Career {
        shows: "from cultivation to national park before its construction period ends",
        energy: &[(0, 420_000), (11, 440_000)],
        committed: (2025, 260, 170, 2029),
        construction: (2026, 2029),
        actual: &[(0, 860), (1, 860), (3, 790), (5, 870), (9, 950), (11, 940)],
        is_strong: true,
        acts: &[
            APPLIED_2026,
            LIST_2026,
            Act::On(2027, 3, Stage::RECOMMENDED),
            Act::Listed("national-construction-2027"),
            Act::On(2028, 9, Stage::NATIONAL_SELF_ASSESSMENT),
            Act::On(2029, 3, Stage::NATIONAL_ACCEPTANCE),
            Act::Listed("national-parks-2029"),
        ],
        ..PLAIN
    },
    Career {
        shows: "above one million tce, from cultivation into the state's assessment without being listed",
        energy: &[(0, 1_150_000), (11, 1_200_000)],
        committed: (2025, 520, 270, 2029),
        construction: (2026, 2029),
        actual: &[(0, 1000), (3, 900), (5, 730), (7, 860), (9, 990), (11, 970)],
        is_strong: true,
        acts: &[APPLIED_2026, LIST_2026, Act::On(2030, 4, Stage::NATIONAL_SELF_ASSESSMENT)],
        ..PLAIN
    },
    Career {
        shows: "late to join, small, on its path",
        energy: &[(0, 190_000), (11, 198_000)],
        committed: (2027, 1200, 390, 2032),
        construction: (2028, 2032),
        acts: &[APPLIED_2028, LIST_2028],
        ..PLAIN
    },
    Career {
        shows: "its balance is never verified: core pending",
        energy: &[(0, 640_000), (11, 660_000)],
        committed: (2027, 1300, 390, 2032),
        construction: (2028, 2032),
        quirk: Quirk::PendingFrom(0),
        acts: &[APPLIED_2028, LIST_2028],
        ..PLAIN
    },
    Career {
        shows: "has come to lag, and nobody has reminded it yet; one round leaves it out",
        energy: &[(0, 350_000), (11, 380_000)],
        committed: (2027, 1500, 390, 2032),
        construction: (2028, 2032),
        actual: &[(0, 1000), (10, 1020), (11, 1130)],
        quirk: Quirk::LeftOutIn(8),
        acts: &[APPLIED_2028, LIST_2028],
        ..PLAIN
    },
    Career {
        shows: "on no list, and in the state's assessment in the last half-year",
        energy: &[(0, 530_000), (11, 560_000)],
        committed: (2027, 700, 250, 2031),
        construction: (2028, 2031),
        actual: &[(0, 900), (6, 900), (8, 700), (10, 450), (11, 505)],
        is_strong: true,
        acts: &[APPLIED_2028, Act::On(2030, 10, Stage::NATIONAL_SELF_ASSESSMENT)],
        ..PLAIN
    },
    Career {
        shows: "has just applied",
        energy: &[(0, 240_000), (11, 245_000)],
        committed: (2029, 1350, 390, 2033),
        construction: (2030, 2033),
        actual: &[(0, 1000)],
        acts: &[Act::On(2030, 4, Stage::CANDIDATE)],
        ..PLAIN
    },
];
