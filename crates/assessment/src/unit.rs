//! What an indicator is measured in, and which values it may have.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::{Decimal, Ratio};
use crate::fact::Text;

/// Unit of an indicator: `"t_per_tce"`, `"percent"`, or a unit by its name in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tonnes of CO₂ per tonne of coal equivalent.
    TPerTce,
    /// Per cent.
    Percent,
    /// Any other, as the document that asks for the indicator names it.
    Named(Text),
}

impl Unit {
    /// Its symbol, as traces and texts of the command line write it.
    pub fn symbol(&self) -> &str {
        match self {
            Unit::TPerTce => "t/tce",
            Unit::Percent => "%",
            Unit::Named(name) => &name.en,
        }
    }
}

const T_PER_TCE: &str = "t_per_tce";
const PERCENT: &str = "percent";

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Unit::TPerTce => serializer.serialize_str(T_PER_TCE),
            Unit::Percent => serializer.serialize_str(PERCENT),
            Unit::Named(name) => name.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Unit;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`t_per_tce`, `percent` or a unit's name in two languages")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Unit, E> {
        match word {
            T_PER_TCE => Ok(Unit::TPerTce),
            PERCENT => Ok(Unit::Percent),
            _ => Err(E::unknown_variant(word, &[T_PER_TCE, PERCENT, "{ zh, en }"])),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Unit, A::Error> {
        Text::deserialize(MapAccessDeserializer::new(map)).map(Unit::Named)
    }
}

/// The values that an indicator may have, both ends included. What is published or given lies in it; a computed
/// value outside it is nobody's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueRange {
    /// Lower end: none is below 0, as no number of an assessment is.
    #[serde(default)]
    pub from: Decimal,
    /// Upper end; absent for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Decimal>,
}

impl ValueRange {
    /// Nothing but that it is not negative.
    pub const ANY: ValueRange = ValueRange { from: Decimal::ZERO, to: None };
    /// What a share of a whole can be, in per cent.
    pub const SHARE: ValueRange = ValueRange { from: Decimal::ZERO, to: Some(Decimal::HUNDRED) };

    /// Whether a value lies in it.
    pub fn contains(self, value: Ratio) -> bool {
        value.cmp_decimal(self.from).is_ge() && self.to.is_none_or(|to| value.cmp_decimal(to).is_le())
    }
}

impl fmt::Display for ValueRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{} to {to}", self.from),
            None => write!(f, "{} or more", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_a_word_or_a_name() {
        let read = |json: &str| serde_json::from_str::<Unit>(json);
        let named = Unit::Named(Text { zh: "千克标准煤/吨".into(), en: "kgce/t".into() });
        for (json, unit) in [
            (r#""percent""#, Unit::Percent),
            (r#""t_per_tce""#, Unit::TPerTce),
            (r#"{"zh":"千克标准煤/吨","en":"kgce/t"}"#, named),
        ] {
            assert_eq!(read(json).unwrap(), unit);
            assert_eq!(serde_json::to_string(&unit).unwrap(), json);
        }
        for wrong in [r#""kgce""#, r#"{"zh":"吨"}"#, "3"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        let said = read(r#""kgce""#).unwrap_err().to_string();
        assert!(said.contains("expected one of `t_per_tce`, `percent`, `{ zh, en }`"), "{said}");
    }

    #[test]
    fn both_ends_lie_in_a_range() {
        let value = |text: &str| Ratio::from(Decimal::parse(text).unwrap());
        let range = ValueRange { from: Decimal::parse("2").unwrap(), to: Some(Decimal::parse("5").unwrap()) };
        for (text, within) in [("1.999", false), ("2", true), ("5", true), ("5.001", false)] {
            assert_eq!(range.contains(value(text)), within, "{text}");
        }
        assert!(ValueRange::ANY.contains(value("100000")));
        assert!(!ValueRange::ANY.contains(Ratio::from(-Decimal::parse("0.1").unwrap())));
    }
}
