//! Published files read over a small tree, instead of straight from their text.
//!
//! serde makes a reader for each pair of a type and a format. Over JSON text each of some sixty types
//! would carry its own copy of a parser and of its error messages, a third of what a phone downloads.
//! Over a tree a reader is a few matches, and whether a file can be read is all that a page asks.
//!
//! The tree borrows from the text whatever stands in it as it is, which is nearly everything, and keeps what
//! serde's derive would lose: the digits of each number as written, and that a key stands twice.

#![deny(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::float_arithmetic)]

pub mod parser;
pub mod text;

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::slice::Iter;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde::ser::{Serialize, Serializer};

use crate::text::{is_blank, shorten};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(Cow<'a, str>),
    /// A string, unescaped.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Tree<'a>>),
    /// An object, its members in the order written, each key once.
    Object(Vec<Member<'a>>),
}

/// A member of an object.
pub type Member<'a> = (Cow<'a, str>, Tree<'a>);

/// The file is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl<'a> Tree<'a> {
    /// Reads JSON text.
    ///
    /// # Errors
    /// [`Malformed`] when it is none, and when a key stands twice in an object.
    pub fn parse(bytes: &'a [u8]) -> Result<Tree<'a>, Malformed> {
        let text = std::str::from_utf8(bytes).map_err(|_| Malformed)?;
        parser::parse_strictly(text).ok_or(Malformed)
    }

    /// An object of the members that are there.
    pub fn object(members: impl IntoIterator<Item = (&'a str, Option<Tree<'a>>)>) -> Tree<'a> {
        let there = |(key, value): (&'a str, Option<Tree<'a>>)| Some((Cow::Borrowed(key), value?));
        Tree::Object(members.into_iter().filter_map(there).collect())
    }

    /// The tree, unless it is a list or an object with nothing in it.
    pub fn not_empty(self) -> Option<Tree<'a>> {
        match &self {
            Tree::List(items) if items.is_empty() => None,
            Tree::Object(members) if members.is_empty() => None,
            _ => Some(self),
        }
    }

    /// What stands there, in words short enough for one line.
    pub fn describe(&self) -> String {
        match self {
            Tree::Null => "null".to_owned(),
            Tree::Bool(value) => value.to_string(),
            Tree::Number(text) => shorten(text),
            Tree::Text(text) if is_blank(text) => "blank text".to_owned(),
            Tree::Text(text) => format!("\"{}\"", shorten(text)),
            Tree::List(_) => "a list".to_owned(),
            Tree::Object(_) => "an object".to_owned(),
        }
    }

    /// Reads the tree into a type.
    ///
    /// # Errors
    /// [`Malformed`] when anything is missing, unknown, twice, or of another kind.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Malformed> {
        T::deserialize(self)
    }

    /// An object's member.
    pub fn get(&self, key: &str) -> Option<&Tree<'a>> {
        let Tree::Object(members) = self else { return None };
        members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text of an object's member.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("malformed")
    }
}

impl std::error::Error for Malformed {}

// What exactly is wrong is said by `parks check`, to those who can mend it; no message is formed here.
impl de::Error for Malformed {
    fn custom<T: Display>(_: T) -> Malformed {
        Malformed
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Malformed {
        Malformed
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Malformed {
        Malformed
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Malformed {
        Malformed
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Malformed {
        Malformed
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Malformed {
        Malformed
    }

    fn missing_field(_: &'static str) -> Malformed {
        Malformed
    }

    fn duplicate_field(_: &'static str) -> Malformed {
        Malformed
    }
}

/// JSON text.
impl Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// As JSON; a number that is not whole is written in quotes, which the contract of assessments reads as the same
/// number.
impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null => serializer.serialize_unit(),
            Tree::Bool(value) => serializer.serialize_bool(*value),
            Tree::Number(text) => match text.parse::<u64>() {
                Ok(whole) => serializer.serialize_u64(whole),
                Err(_) => serializer.serialize_str(text),
            },
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(items) => serializer.collect_seq(items),
            Tree::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// A tree inside a file of another form. A number that is not whole has passed through a binary float there and
/// may have lost digits; `parks check` asks for quotes. A key that stands twice is refused.
impl<'de> Deserialize<'de> for Tree<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Grow;
        impl<'de> Visitor<'de> for Grow {
            type Value = Tree<'static>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Tree<'static>, E> {
                Ok(Tree::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree<'static>, E> {
                Ok(Tree::Bool(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree<'static>, E> {
                Ok(Tree::Number(value.to_string().into()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree<'static>, E> {
                Ok(Tree::Number(value.to_string().into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Tree<'static>, E> {
                Ok(Tree::Number(value.to_string().into()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Tree<'static>, E> {
                Ok(Tree::Text(Cow::Owned(value.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree<'static>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree<'static>, A::Error> {
                let mut object: Vec<Member<'static>> = Vec::new();
                while let Some((name, value)) = members.next_entry::<String, Tree<'static>>()? {
                    if object.iter().any(|(other, _)| **other == *name) {
                        return Err(de::Error::custom("a key that stands twice"));
                    }
                    object.push((name.into(), value));
                }
                Ok(Tree::Object(object))
            }
        }
        deserializer.deserialize_any(Grow)
    }
}

impl<'de> Deserializer<'de> for &'de Tree<'_> {
    type Error = Malformed;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Number(text) => match text.parse() {
                Ok(whole) => visitor.visit_u64(whole),
                Err(_) => visitor.visit_f64(real(text)?),
            },
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(Items(items.iter())),
            Tree::Object(members) => visitor.visit_map(Members { left: members.iter(), value: None }),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Number(text) => visitor.visit_u64(text.parse().map_err(|_| Malformed)?),
            _ => Err(Malformed),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Number(text) => visitor.visit_f64(real(text)?),
            _ => Err(Malformed),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(Malformed),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Bool(value) => visitor.visit_bool(*value),
            _ => Err(Malformed),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::List(items) => visitor.visit_seq(Items(items.iter())),
            _ => Err(Malformed),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::List(items) if items.len() == length => visitor.visit_seq(Items(items.iter())),
            _ => Err(Malformed),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        match self {
            Tree::Object(members) => visitor.visit_map(Members { left: members.iter(), value: None }),
            _ => Err(Malformed),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        match self {
            Tree::Text(name) => visitor.visit_enum(Variant { name, value: &Tree::Null }),
            Tree::Object(members) => match members.as_slice() {
                [(name, value)] => visitor.visit_enum(Variant { name, value }),
                _ => Err(Malformed),
            },
            _ => Err(Malformed),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 f32 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

/// A number as a binary float. Quantities never come as such: they are decimals, in quotes. What does is a place on a
/// drawing, so the standard library's reader, with its ten kilobytes of powers, is not taken along: up to fifteen
/// digits and twenty-two places are exact, and what is longer is near.
#[expect(clippy::float_arithmetic, reason = "no quantity is read as a float")]
fn real(text: &str) -> Result<f64, Malformed> {
    const POWERS: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    // An exponent that no number has room for is as good as any other.
    let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') { -9999 } else { 9999 });
    let (sign, digits) = mantissa.strip_prefix('-').map_or((1.0, mantissa), |digits| (-1.0, digits));
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut significand, mut left_out) = (0_u64, 0_i64);
    for digit in whole.bytes().chain(places.bytes()).map(|b| u64::from(b - b'0')) {
        match significand.checked_mul(10).and_then(|tens| tens.checked_add(digit)) {
            Some(longer) if left_out == 0 => significand = longer,
            _ => left_out += 1,
        }
    }
    let mut scale = exponent.clamp(-9999, 9999) - places.len() as i64 + left_out;
    let mut value = significand as f64;
    while scale != 0 && value != 0.0 && value.is_finite() {
        let step = scale.unsigned_abs().min(22) as usize;
        if scale > 0 {
            value *= POWERS[step];
            scale -= step as i64;
        } else {
            value /= POWERS[step];
            scale += step as i64;
        }
    }
    Some(sign * value).filter(|value| value.is_finite()).ok_or(Malformed)
}

/// Items of a list.
struct Items<'de, 'a>(Iter<'de, Tree<'a>>);

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Malformed;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Malformed> {
        self.0.next().map(|item| seed.deserialize(item)).transpose()
    }
}

/// Members of an object.
struct Members<'de, 'a> {
    left: Iter<'de, (Cow<'a, str>, Tree<'a>)>,
    value: Option<&'de Tree<'a>>,
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = Malformed;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Malformed> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        let name: StrDeserializer<'_, Malformed> = (**name).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Malformed> {
        seed.deserialize(self.value.take().ok_or(Malformed)?)
    }
}

/// A variant by name, with what it holds.
struct Variant<'de, 'a> {
    name: &'de str,
    value: &'de Tree<'a>,
}

impl<'de, 'a> EnumAccess<'de> for Variant<'de, 'a> {
    type Error = Malformed;
    type Variant = &'de Tree<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, &'de Tree<'a>), Malformed> {
        let name: StrDeserializer<'_, Malformed> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self.value))
    }
}

impl<'de> VariantAccess<'de> for &'de Tree<'_> {
    type Error = Malformed;

    fn unit_variant(self) -> Result<(), Malformed> {
        if matches!(self, Tree::Null) { Ok(()) } else { Err(Malformed) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Malformed> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        self.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use disclosure::model::{Evidence, FileRef, LeagueShape, Stage, Subject};

    fn read<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
        Tree::parse(text.as_bytes())?.read()
    }

    /// What serde_json itself makes of the text is what the tree must give.
    fn same<T: DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
        assert_eq!(read::<T>(text).ok(), serde_json::from_str::<T>(text).ok(), "{text}");
    }

    #[test]
    fn every_form_of_the_model_is_read_as_from_its_text() {
        same::<FileRef>(r#"{"path":"a","sha256":"b","bytes":12}"#);
        same::<LeagueShape>(r#"{"league":"x","path":"M0 0","label":[1,2.5]}"#);
        same::<Vec<Option<u16>>>("[1,null,65535]");
        same::<Stage>(r#""national_construction""#);
        same::<Vec<Subject>>(r#"[{"kind":"park","id":"x"},{"kind":"list","id":"y"}]"#);
        same::<Evidence>(r#"{"state":"not_found","as_of":"2026-11-23","text":{"zh":"无","en":"none"}}"#);
        same::<Evidence>(
            r#"{"state":"found","text":{"zh":"有","en":"some"},
                "source":{"document":"plan","mark":"A","checked_on":"2026-11-23"}}"#,
        );
        same::<assessment::Decimal>(r#""0.3025""#);
    }

    #[test]
    fn what_serde_json_refuses_is_refused() {
        for text in [
            r#"{"path":"a","sha256":"b"}"#,
            r#"{"path":"a","sha256":"b","bytes":12,"more":1}"#,
            r#"{"path":"a","path":"a","sha256":"b","bytes":12}"#,
            r#"{"path":"a","sha256":"b","bytes":-1}"#,
            r#"{"path":"a","sha256":"b","bytes":"12"}"#,
            r#"{"path":1,"sha256":"b","bytes":12}"#,
            r#"{"path":"a","sha256":"b","bytes":12"#,
            "[]",
            "null",
        ] {
            assert!(serde_json::from_str::<FileRef>(text).is_err(), "{text}");
            assert_eq!(read::<FileRef>(text), Err(Malformed), "{text}");
        }
        assert_eq!(read::<Vec<u16>>("[65536]"), Err(Malformed));
        assert_eq!(read::<Stage>(r#""else where""#), Err(Malformed));
        assert_eq!(read::<assessment::Date>(r#""2026-02-30""#), Err(Malformed));
    }
}
