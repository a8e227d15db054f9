//! What a park's core indicator rests on, out of a row: a balance, totals, or the ratio alone.

use std::collections::{BTreeMap, BTreeSet};

use assessment::ruleset::{Kind, Level};
use assessment::{Date, Decimal};

use super::Import;
use super::mapping::quoted;
use super::round::{Record, Round};
use super::toml_text::Writer;
use crate::sheet::Cell;
use crate::sheet::number::{Dimension, Reading, read, unit_of};
use crate::sheet::plain::compact;
use crate::words::import as words;

impl Import<'_> {
    /// What the core indicator rests on, in lines, and what has to be remarked beside it.
    pub(super) fn core(
        &mut self,
        path: &str,
        record: &Record<'_>,
        round: &Round,
        out: &mut Writer,
    ) -> Option<(Vec<String>, Vec<String>)> {
        let [emissions, energy, ratio] =
            ["emissions_t", "energy_tce", "t_per_tce"].map(|id| self.figure(record, id));
        let computed = self.figure(record, "core_value_t_per_tce");
        let mut lines = self.balance(record, round);
        if !lines.is_empty() {
            out.from(format!("{path}.balance"), &record.place);
        }
        if let (Some((emissions, at)), Some((energy, _))) = (emissions, energy) {
            out.from(format!("{path}.totals"), at);
            lines.push("\n[parks.totals]".to_owned());
            lines.push(format!("emissions_t = {}", quoted(&emissions.printed)));
            lines.push(format!("energy_tce = {}", quoted(&energy.printed)));
            if let Some((ratio, at)) = ratio {
                out.from(format!("{path}.totals.t_per_tce"), at);
                lines.push(format!("t_per_tce = {}", quoted(&ratio.printed)));
            }
            return Some((lines, Vec::new()));
        }
        if !lines.is_empty() {
            return Some((lines, Vec::new()));
        }
        let mut remarks = Vec::new();
        let (ratio, at) = match (ratio, computed) {
            (Some(ratio), _) => ratio,
            (None, Some((number, at))) => {
                self.say(words::computed_rounded(self.lang));
                (number, at)
            }
            (None, None) => {
                if let Some((_, at)) = emissions.or(energy) {
                    self.wrong(at, words::half_a_core(self.lang));
                }
                return None;
            }
        };
        out.from(format!("{path}.ratio"), at);
        lines.push("\n[parks.ratio]".to_owned());
        lines.push(format!("t_per_tce = {}", quoted(&ratio.printed)));
        let class = record.class.clone().or_else(|| {
            let (energy, _) = energy?;
            remarks.push(format!("{} {}", words::energy_as_printed(), energy.shown));
            self.band(&energy.digits, round)
        });
        let [from, to] = class.unwrap_or_default();
        lines.extend(from.map(|from| format!("from_tce = \"{from}\"")));
        lines.extend(to.map(|to| format!("to_tce = \"{to}\"")));
        Some((lines, remarks))
    }

    /// The class of energy, by the bands of the national core, that an amount lies in.
    fn band(&self, energy: &str, round: &Round) -> Option<[Option<String>; 2]> {
        let energy = Decimal::parse(energy).ok()?;
        let day = Date::year_end(round.year).unwrap_or(round.dated);
        let sets = self.book.iter().flat_map(|book| &book.rulesets);
        let set = sets.into_iter().find(|set| set.decides(Level::National) && set.in_force_from <= day)?;
        let core = set.indicators.iter().find(|indicator| indicator.kind == Kind::Core)?;
        let band = core.bands.iter().find(|band| {
            band.from_tce.is_none_or(|from| from <= energy) && band.to_tce.is_none_or(|to| energy < to)
        })?;
        Some([band.from_tce, band.to_tce].map(|limit| limit.map(|limit| limit.to_string())))
    }

    /// An energy balance, where the table has figures of one.
    fn balance(&self, record: &Record<'_>, round: &Round) -> Vec<String> {
        let mut parts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut single = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for (field, (reading, _)) in &record.readings {
            let Reading::Number(number) = reading else { continue };
            let id = self.fields[*field].id.as_str();
            let (part, of) = id.split_once('.').unwrap_or((id, ""));
            let digits = quoted(&number.digits);
            let entry = match part {
                "fuel" => {
                    ("fuels", format!("{{ fuel = \"{of}\", use = \"combustion\", amount = {digits} }}"))
                }
                "feedstock" => {
                    ("fuels", format!("{{ fuel = \"{of}\", use = \"feedstock\", amount = {digits} }}"))
                }
                "power" => ("electricity.received", format!("{{ source = \"{of}\", mwh = {digits} }}")),
                "power_sent" => ("electricity.sent", format!("{{ source = \"{of}\", mwh = {digits} }}")),
                "heat" => ("heat.received", format!("{{ source = \"{of}\", gj = {digits} }}")),
                "heat_sent" => ("heat.sent", format!("{{ source = \"{of}\", gj = {digits} }}")),
                "power_self" => {
                    single.push(format!("electricity.self_used_non_fossil_mwh = {digits}"));
                    continue;
                }
                "power_thermal" => {
                    single.push(format!("electricity.generated_thermal_mwh = {digits}"));
                    continue;
                }
                "power_waste_heat" => {
                    single.push(format!("electricity.generated_waste_heat_mwh = {digits}"));
                    continue;
                }
                _ => continue,
            };
            known.insert(entry.0);
            parts.entry(entry.0).or_default().push(entry.1);
        }
        if parts.is_empty() && single.is_empty() {
            return Vec::new();
        }
        let mut lines = vec!["\n[parks.balance]".to_owned(), "format = \"zcp.assessment/1\"".to_owned()];
        lines.push(format!("year = {}", round.year));
        for part in ["fuels", "electricity.received", "electricity.sent"]
            .into_iter()
            .filter(|part| known.contains(part))
        {
            lines.push(format!("{part} = [{}]", parts[part].join(", ")));
        }
        lines.extend(single);
        for part in ["heat.received", "heat.sent"].into_iter().filter(|part| known.contains(part)) {
            lines.push(format!("{part} = [{}]", parts[part].join(", ")));
        }
        lines
    }
}

/// The class of energy that words tell: 20万～100万吨, ≥100万吨标准煤, 20万吨以下.
pub(super) fn class(text: &str) -> Option<[Option<String>; 2]> {
    let text = compact(text).replace("(含)", "").replace("（含）", "");
    let amount = |text: &str, heading: Option<&str>| {
        let unit = heading.and_then(|unit| unit_of(unit, Dimension::Energy));
        match read(&Cell::text(text), Dimension::Energy, unit.as_ref()) {
            Ok(Reading::Number(number)) => Some(number.digits),
            _ => None,
        }
    };
    let tce = Some("吨标准煤");
    for open in ["≥", ">=", "不低于", "大于等于"] {
        if let Some(rest) = text.strip_prefix(open) {
            return Some([Some(amount(rest, tce)?), None]);
        }
    }
    for open in ["<", "不足", "小于", "低于"] {
        if let Some(rest) = text.strip_prefix(open) {
            return Some([None, Some(amount(rest, tce)?)]);
        }
    }
    if let Some(rest) = text.strip_suffix("及以上").or_else(|| text.strip_suffix("以上")) {
        return Some([Some(amount(rest, tce)?), None]);
    }
    if let Some(rest) = text.strip_suffix("以下") {
        return Some([None, Some(amount(rest, tce)?)]);
    }
    let (from, to) = text.split_once(['~', '—', '-', '至', '到'])?;
    let to_digits = amount(to, tce)?;
    // 20～100万吨: both are in 万吨.
    let from_digits = if from.ends_with(|c: char| c.is_ascii_digit()) && to.contains('万') {
        amount(from, Some("万吨标准煤"))?
    } else {
        amount(from, tce)?
    };
    Some([Some(from_digits), Some(to_digits)])
}

#[cfg(test)]
mod tests {
    use super::class;

    #[test]
    fn classes_of_energy_are_read() {
        let of = |text: &str| class(text).map(|limits| limits.map(Option::unwrap_or_default));
        let limits = |from: &str, to: &str| Some([from.to_owned(), to.to_owned()]);
        assert_eq!(of("20～100万吨标准煤"), limits("200000", "1000000"));
        assert_eq!(of("≥100万吨标准煤"), limits("1000000", ""));
        assert_eq!(of("20万吨以下"), limits("", "200000"));
        assert_eq!(of("大型"), None);
    }
}
