//! The lists of the demonstration.

use assessment::ladder::Stage;

use super::text::Words;

/// A list; the parks' careers say who is on it.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Id.
    pub id: &'static str,
    /// Year, month and day of publication.
    pub published: (u16, u8, u8),
    /// Stage of its entries.
    pub stage: Stage,
}

const fn on(id: &'static str, published: (u16, u8, u8), stage: Stage) -> List {
    List { id, published, stage }
}

/// All lists.
pub const LISTS: [List; 13] = [
    on("region-cultivation-2025", (2025, 9, 16), Stage::CULTIVATION),
    on("region-cultivation-2026", (2026, 10, 20), Stage::CULTIVATION),
    on("region-cultivation-2028", (2028, 10, 18), Stage::CULTIVATION),
    on("region-built-2027", (2027, 12, 20), Stage::BUILT),
    on("region-built-2028", (2028, 12, 18), Stage::BUILT),
    on("region-built-2029", (2029, 12, 19), Stage::BUILT),
    on("national-construction-2025", (2025, 12, 22), Stage::NATIONAL_CONSTRUCTION),
    on("national-construction-2027", (2027, 12, 15), Stage::NATIONAL_CONSTRUCTION),
    on("national-construction-2028", (2028, 12, 15), Stage::NATIONAL_CONSTRUCTION),
    on("national-construction-2029", (2029, 12, 14), Stage::NATIONAL_CONSTRUCTION),
    on("national-construction-2030", (2030, 12, 16), Stage::NATIONAL_CONSTRUCTION),
    on("national-parks-2029", (2029, 6, 18), Stage::NATIONAL_PARK),
    on("national-parks-2030", (2030, 12, 20), Stage::NATIONAL_PARK),
];

/// A list by its id.
pub fn list(id: &str) -> &'static List {
    LISTS.iter().find(|list| list.id == id).expect("careers name lists that there are")
}

impl List {
    /// Level of the ruleset that its stage belongs to.
    pub fn level(&self) -> &'static str {
        match self.stage {
            Stage::NATIONAL_CONSTRUCTION | Stage::NATIONAL_PARK => "national",
            _ => "region",
        }
    }

    /// Title and meaning.
    pub fn words(&self) -> (Words, Words) {
        match self.stage {
            Stage::CULTIVATION => (
                ("自治区零碳园区培育建设名单", "Regional zero-carbon parks for cultivation"),
                (
                    "列入名单表示正在培育建设，不是建成。演示数据，不是官方名单。",
                    "On the list: being cultivated and built, not yet built. Demonstration data, not an official list.",
                ),
            ),
            Stage::BUILT => (
                ("自治区建成零碳园区名单", "Built zero-carbon parks of the region"),
                (
                    "列入名单表示通过自治区评估验收。演示数据，不是官方名单。",
                    "On the list: accepted by the region. Demonstration data, not an official list.",
                ),
            ),
            Stage::NATIONAL_PARK => (
                ("国家级零碳园区名单", "National zero-carbon parks"),
                (
                    "列入名单表示通过国家评估验收。演示数据，不是官方名单。",
                    "On the list: accepted by the state. Demonstration data, not an official list.",
                ),
            ),
            _ => (
                ("国家级零碳园区建设名单", "National list of zero-carbon parks under construction"),
                (
                    "列入名单表示正在建设，通过验收后才成为国家级零碳园区。演示数据，不是官方名单。",
                    "On the list: under construction; only acceptance makes a national park. Demonstration data, not an official list.",
                ),
            ),
        }
    }
}
