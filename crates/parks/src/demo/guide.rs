//! Values of the guiding indicators: how they rise, and what is missing of them.

use super::course::HALVES;
use super::draw::Draw;
use super::flows::Flows;
use super::kind::Kind;
use super::text::{Words, decimal, words};

/// An indicator and its way.
struct Way {
    level: &'static str,
    indicator: &'static str,
    /// Tenths of a per cent at the beginning and at the end.
    from: i64,
    to: i64,
    /// How much of the way is the park's own progress in carbon, in thousandths; the rest is time.
    by_carbon: i64,
}

const fn way(level: &'static str, indicator: &'static str, from: i64, to: i64, by_carbon: i64) -> Way {
    Way { level, indicator, from, to, by_carbon }
}

/// Guiding indicators that a park reports; the clean-energy share is computed from the balance.
const WAYS: [Way; 17] = [
    way("national", "product_energy_quota", 550, 1050, 500),
    way("national", "solid_waste_utilisation", 450, 900, 400),
    way("national", "waste_heat_utilisation", 200, 620, 500),
    way("national", "industrial_water_reuse", 620, 920, 300),
    way("region", "direct_green_power", 0, 0, 0),
    way("region", "renewable_power_share", 0, 0, 0),
    way("region", "storage_ratio", 50, 200, 300),
    way("region", "park_grid_supply", 100, 750, 400),
    way("region", "power_price_level", 1040, 840, 500),
    way("region", "zero_carbon_factories", 0, 280, 400),
    way("region", "energy_diagnosis", 400, 1080, 200),
    way("region", "green_buildings", 300, 920, 200),
    way("region", "clean_transport", 250, 900, 300),
    way("region", "green_cover", 150, 300, 100),
    way("region", "carbon_capture", 0, 140, 300),
    way("region", "footprint_labels", 0, 620, 200),
    way("region", "energy_metering", 500, 1030, 200),
];

/// The first half at whose end the region's green-power notice was known.
const GREEN_POWER_FROM: u8 = 1;

/// The indicator whose value some parks correct later.
pub const CORRECTED: (&str, &str) = ("national", "industrial_water_reuse");
/// How much too high it was, tenths of a per cent.
pub const CORRECTED_BY: i64 = 34;

/// The indicator of which a value is taken back.
pub const WITHDRAWN: (&str, &str) = ("national", "waste_heat_utilisation");

/// How a park publishes an indicator.
#[derive(Clone, Copy, Debug)]
struct Habit {
    /// How much above or below the common way it is, tenths of a per cent.
    offset: i64,
    /// First half in which the value is there; past the last one when it never is.
    first: u8,
    /// Whether the first value is still to be verified.
    begins_pending: bool,
    is_measured: bool,
}

/// How a park publishes all of them.
pub struct Habits {
    each: Vec<Habit>,
    /// The half by which what takes time alone is done.
    done_by: u8,
}

/// A value as it was published; shares that the balance gives are absent with it.
pub struct Published {
    /// Level, or requirement set that decides none, and indicator.
    pub of: (&'static str, &'static str),
    /// Tenths of a per cent, where there is a value.
    pub value: Option<i64>,
    state: State,
}

enum State {
    Verified { is_measured: bool },
    Pending,
    Missing,
    NotApplicable(Words),
}

impl Habits {
    /// Draws a park's habits. `joined` is its first half; one that `corrects` has a value to correct.
    pub fn draw(is_strong: bool, joined: u8, corrects: bool, draw: &mut Draw) -> Habits {
        let habit = |way: &Way| {
            let (offset, late, pending) = (draw.around(60), draw.below(5) as u8, draw.percent(40));
            let (never, measured) = (draw.percent(8), draw.percent(30));
            if is_strong {
                return Habit { offset: 30, first: joined, begins_pending: false, is_measured: true };
            }
            if corrects && (way.level, way.indicator) == CORRECTED {
                return Habit { offset, first: joined, begins_pending: false, is_measured: measured };
            }
            let first = if never { HALVES } else { joined + late };
            Habit { offset, first, begins_pending: pending, is_measured: measured }
        };
        // A strong park is done half-way, so that the first can reach national level before the end.
        let done_by = if is_strong { HALVES / 2 } else { HALVES - 1 };
        Habits { each: WAYS.iter().map(habit).collect(), done_by }
    }

    /// What a park publishes at a half. `carbon` is how far it has come with its intensity, in thousandths.
    pub fn at(
        &self,
        half: u8,
        kind: Kind,
        carbon: i64,
        flows: Option<&Flows>,
        is_pending: bool,
        draw: &mut Draw,
    ) -> Vec<Published> {
        let time = (i64::from(half) * 1000 / i64::from(self.done_by)).min(1000);
        let one = |(way, habit): (&Way, &Habit)| {
            let noise = draw.around(6);
            let of = (way.level, way.indicator);
            if let Some(reason) = kind.not_applicable(way.indicator) {
                return Published { of, value: None, state: State::NotApplicable(reason) };
            }
            let from_balance = match (way.indicator, flows) {
                ("direct_green_power", flows) => Some(flows.map(Flows::direct_share)),
                ("renewable_power_share", flows) => Some(flows.map(Flows::non_fossil_share)),
                _ => None,
            };
            if let Some(share) = from_balance {
                let state = match share {
                    None => State::Missing,
                    Some(_) if is_pending => State::Pending,
                    Some(_) => State::Verified { is_measured: habit.is_measured },
                };
                return Published { of, value: share, state };
            }
            let state = match () {
                () if half < habit.first => State::Missing,
                () if half == habit.first && habit.begins_pending => State::Pending,
                () => State::Verified { is_measured: habit.is_measured },
            };
            let come = (carbon * way.by_carbon + time * (1000 - way.by_carbon)) / 1000;
            let ahead = if way.to < way.from { -habit.offset } else { habit.offset };
            let value = way.from + (way.to - way.from) * come / 1000 + ahead + noise;
            let value = value.clamp(0, 1000);
            let is_there = !matches!(state, State::Missing);
            Published { of, value: is_there.then_some(value), state }
        };
        let mut values: Vec<Published> = WAYS.iter().zip(&self.each).map(one).collect();
        if half >= GREEN_POWER_FROM {
            values.extend(green_power(carbon, flows, is_pending));
        }
        values
    }
}

/// What a park publishes of the region's green-power notice, with its balance and as sure as that. Nothing is drawn for
/// it.
fn green_power(carbon: i64, flows: Option<&Flows>, is_pending: bool) -> [Published; 2] {
    let published = |indicator, value: Option<i64>| {
        let state = match value {
            None => State::Missing,
            Some(_) if is_pending => State::Pending,
            Some(_) => State::Verified { is_measured: false },
        };
        Published { of: ("im-1020-parks", indicator), value, state }
    };
    let clean = flows.map(|_| (550 + carbon * 430 / 1000).min(1000));
    [
        published("green_power_share", flows.map(Flows::non_fossil_share)),
        published("clean_energy_with_trade", clean),
    ]
}

impl Published {
    /// Whether there is a verified value.
    pub fn is_verified(&self) -> bool {
        matches!(self.state, State::Verified { .. })
    }

    /// A value of the same quality as TOML.
    pub fn reading(&self, value: i64) -> String {
        let quality = match &self.state {
            State::Verified { is_measured: true } => "measured",
            State::Verified { is_measured: false } => "reported",
            State::Pending => "pending",
            State::Missing | State::NotApplicable(_) => "not_published",
        };
        format!("{{ value = \"{}\", quality = \"{quality}\" }}", decimal(value, 1))
    }

    /// The entry as TOML.
    pub fn toml(&self) -> String {
        let (of, indicator) = self.of;
        let head = format!("of = \"{of}\", indicator = \"{indicator}\"");
        let value = self.value.map(|value| decimal(value, 1)).unwrap_or_default();
        match &self.state {
            State::Verified { is_measured } => {
                let quality = if *is_measured { "measured" } else { "reported" };
                format!("{{ {head}, value = \"{value}\", quality = \"{quality}\" }}")
            }
            State::Pending => format!("{{ {head}, value = \"{value}\", quality = \"pending\" }}"),
            State::Missing => format!("{{ {head} }}"),
            State::NotApplicable((zh, en)) => format!("{{ {head}, not_applicable = {} }}", words(zh, en)),
        }
    }
}
