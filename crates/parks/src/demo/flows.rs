//! A park's year as an energy balance in the contract's form: amounts chosen so that they come to a given
//! energy and intensity, as closely as whole units allow.

use std::fmt::Write as _;

use super::course::Year;
use super::kind::Mix;
use super::text::decimal;

/// The parts of a balance, each in the unit of the contract.
#[derive(Clone, Debug)]
pub struct Flows {
    mix: Mix,
    year: u16,
    /// Tenths of 万m³.
    gas: i64,
    feedstock: i64,
    coal: i64,
    diesel: i64,
    fossil_gj: i64,
    clean_gj: i64,
    tonnes: i64,
    direct: i64,
    certificates: i64,
    trade: i64,
    own: i64,
    other: i64,
}

/// Emissions and energy of a unit of fuel, in ten-thousandths of t CO₂ and of tce. Used to choose amounts
/// only; what they come to is computed by the engine.
struct PerUnit {
    t: i64,
    tce: i64,
}

const GAS: PerUnit = PerUnit { t: 216_219, tce: 133_000 };
const BITUMINOUS: PerUnit = PerUnit { t: 17_417, tce: 7143 };
const LIGNITE: PerUnit = PerUnit { t: 11_729, tce: 4286 };
const DIESEL: PerUnit = PerUnit { t: 30_959, tce: 14_571 };
const HEAT: PerUnit = PerUnit { t: 1100, tce: 341 };
const GRID: PerUnit = PerUnit { t: 8325, tce: 3000 };

/// How much of a unit emits `share` thousandths of `emissions`, t.
fn amount(emissions: i64, share: i64, unit: &PerUnit) -> i64 {
    emissions * share * 10 / unit.t
}

/// Energy of an amount, tce.
fn tce(amount: i64, unit: &PerUnit) -> i64 {
    amount * unit.tce / 10_000
}

impl Flows {
    /// The flows of a year. `direct` is the share of bought non-fossil power that comes by a line of the
    /// park's own, in thousandths.
    pub fn of(of: Year, calendar_year: u16, mix: Mix, direct: i64) -> Flows {
        let emissions = of.energy * of.intensity / 10_000;
        let coal_unit = if mix.coal_id == "lignite" { LIGNITE } else { BITUMINOUS };
        let gas = amount(emissions * 10, mix.gas, &GAS);
        let feedstock = of.energy * mix.feedstock * 100 / GAS.tce;
        let coal = amount(emissions, mix.coal, &coal_unit);
        let diesel = amount(emissions, mix.diesel, &DIESEL);
        let fossil_gj = amount(emissions, mix.heat, &HEAT);
        let clean_gj = of.energy * mix.clean_heat * 10 / HEAT.tce;
        let tonnes = mix.product.map_or(0, |(_, factor)| emissions * mix.process / factor);
        let burnt = mix.gas + mix.coal + mix.diesel + mix.heat + mix.process;
        let other = amount(emissions, 1000 - burnt, &GRID);
        let but_power = (tce(gas, &GAS) + tce(feedstock, &GAS)) / 10
            + tce(coal, &coal_unit)
            + tce(diesel, &DIESEL)
            + tce(fossil_gj + clean_gj, &HEAT);
        let power = (of.energy - but_power) * 10_000 / GRID.tce;
        let green = (power - other).max(0);
        let own = green * mix.own / 1000;
        let bought = green - own;
        let direct = bought * direct / 1000;
        let certificates = (bought - direct) * 6 / 10;
        let trade = bought - direct - certificates;
        Flows {
            mix,
            year: calendar_year,
            gas,
            feedstock,
            coal,
            diesel,
            fossil_gj,
            clean_gj,
            tonnes,
            direct,
            certificates,
            trade,
            own,
            other,
        }
    }

    fn power(&self) -> i64 {
        (self.direct + self.certificates + self.trade + self.own + self.other).max(1)
    }

    /// Share of directly supplied non-fossil power, tenths of a per cent.
    pub fn direct_share(&self) -> i64 {
        (self.direct + self.own) * 1000 / self.power()
    }

    /// Share of non-fossil power, tenths of a per cent.
    pub fn non_fossil_share(&self) -> i64 {
        (self.power() - self.other) * 1000 / self.power()
    }

    /// The fields of the balance, one line each, as TOML.
    pub fn toml(&self) -> String {
        let mut toml = format!("format = \"zcp.assessment/1\"\nyear = {}\n", self.year);
        let fuel = |id: &str, purpose: &str, amount: String| {
            format!("{{ fuel = \"{id}\", use = \"{purpose}\", amount = \"{amount}\" }}")
        };
        let fuels = [
            (self.gas, fuel("natural_gas", "combustion", decimal(self.gas, 1))),
            (self.feedstock, fuel("natural_gas", "feedstock", decimal(self.feedstock, 1))),
            (self.coal, fuel(self.mix.coal_id, "combustion", decimal(self.coal, 0))),
            (self.diesel, fuel("diesel", "combustion", decimal(self.diesel, 0))),
        ];
        list(&mut toml, "fuels", &fuels);
        let power = |id: &str, mwh: i64| (mwh, format!("{{ source = \"{id}\", mwh = \"{mwh}\" }}"));
        let received = [
            power("direct_non_fossil", self.direct),
            power("green_certificate", self.certificates),
            power("green_trade", self.trade),
            power("other", self.other),
        ];
        list(&mut toml, "electricity.received", &received);
        if self.own > 0 {
            // Writing to a string does not fail.
            let _ = writeln!(toml, "electricity.self_used_non_fossil_mwh = \"{}\"", self.own);
        }
        let heat = |id: &str, gj: i64| (gj, format!("{{ source = \"{id}\", gj = \"{gj}\" }}"));
        list(
            &mut toml,
            "heat.received",
            &[heat("fossil", self.fossil_gj), heat("non_fossil", self.clean_gj)],
        );
        if let Some((product, factor)) = self.mix.product {
            let (tonnes, factor) = (self.tonnes, decimal(factor, 3));
            let process = format!(
                "{{ product = \"{product}\", tonnes = \"{tonnes}\", t_per_t = \"{factor}\", basis = \"演示数据\" }}"
            );
            list(&mut toml, "processes", &[(tonnes, process)]);
        }
        toml
    }
}

/// A list of the entries that are not zero.
fn list(toml: &mut String, key: &str, entries: &[(i64, String)]) {
    let entries: Vec<&str> =
        entries.iter().filter(|(amount, _)| *amount > 0).map(|(_, entry)| entry.as_str()).collect();
    if !entries.is_empty() {
        // Writing to a string does not fail.
        let _ = writeln!(toml, "{key} = [{}]", entries.join(", "));
    }
}
