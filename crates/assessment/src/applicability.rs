//! To whom a rule applies: typed predicates over the facts about a park, never a language of their own.
//!
//! What is not known of a park makes an answer unknown, never a no.

use serde::{Deserialize, Serialize};

use crate::fact::Problem;
use crate::quantity::TonnesCoalEquivalent;
use crate::stages::Stage;

/// The facts about a park that a rule may ask for, on the day of its figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Subject<'a> {
    /// Annual energy; `None` where nothing is published of it.
    pub energy: Option<AnnualEnergy>,
    /// Ids of its industries; `None` where none is published.
    pub industries: Option<&'a [IndustryId]>,
    /// Its official stage; `None` before the first act that names it.
    pub stage: Option<Stage>,
}

/// What is known of a park's annual energy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnualEnergy {
    /// The amount.
    Exactly(TonnesCoalEquivalent),
    /// That it lies between two limits, the lower one included and the upper one not, as in a [`Band`].
    ///
    /// [`Band`]: crate::ruleset::Band
    Between {
        /// Lower limit; absent for none.
        from: Option<TonnesCoalEquivalent>,
        /// Upper limit; absent for none.
        to: Option<TonnesCoalEquivalent>,
    },
}

impl AnnualEnergy {
    /// The amount, where it is known.
    pub fn exactly(self) -> Option<TonnesCoalEquivalent> {
        match self {
            AnnualEnergy::Exactly(energy) => Some(energy),
            AnnualEnergy::Between { .. } => None,
        }
    }
}

impl<'a> Subject<'a> {
    /// A park of which nothing is known but its annual energy, as an assessment file has it.
    pub fn of_energy(energy: TonnesCoalEquivalent) -> Subject<'static> {
        Subject { energy: Some(AnnualEnergy::Exactly(energy)), ..Subject::default() }
    }

    /// The same park with what is known of its annual energy.
    pub fn with_energy(self, energy: Option<AnnualEnergy>) -> Subject<'a> {
        Subject { energy, ..self }
    }

    /// Whether it has one of these industries; `None` where its industries are not published.
    pub(crate) fn has_one_of<'b>(&self, mut ids: impl Iterator<Item = &'b IndustryId>) -> Option<bool> {
        self.industries.map(|own| ids.any(|id| own.contains(id)))
    }
}

/// Id of an industry in `industries.toml`: `aluminium_smelting`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct IndustryId(pub String);

impl IndustryId {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for IndustryId {
    fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<IndustryId, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = IndustryId;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the id of an industry of industries.toml, in quotes")
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<IndustryId, E> {
                Ok(IndustryId(id.to_owned()))
            }
        }
        reader.deserialize_str(Visitor)
    }
}

/// To which parks a requirement set applies: those for which all that is given here holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicability {
    /// Official stages on one of which the park stands; empty where the stage does not matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Industries of which the park has one; empty where they do not matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<IndustryId>,
    /// Where the document says to whom it applies.
    pub clause: String,
}

/// Whether a rule applies to a park.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody can say: this of the park is not published.
    Unknown(Missing),
}

/// What of a park is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Its official stage.
    Stage,
    /// Its industries.
    Industries,
}

impl Applicability {
    /// Whether it takes a park in.
    pub fn applies(&self, subject: Subject<'_>) -> Applies {
        let stage = || subject.stage.map(|stage| self.stages.contains(&stage));
        let industry = || subject.has_one_of(self.industries.iter());
        let asked = [
            (!self.stages.is_empty()).then(|| (stage(), Missing::Stage)),
            (!self.industries.is_empty()).then(|| (industry(), Missing::Industries)),
        ];
        let mut answer = Applies::Yes;
        for (known, missing) in asked.into_iter().flatten() {
            match known {
                Some(false) => return Applies::No,
                Some(true) => {}
                None => answer = Applies::Unknown(missing),
            }
        }
        answer
    }

    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        if self.stages.is_empty() && self.industries.is_empty() {
            let expected = "stages or industries; without applies_to a set applies to every park";
            problems.push(Problem::new("applies_to", expected, "neither"));
        }
        if self.clause.trim().is_empty() {
            let expected = "the clause that says to whom the set applies";
            problems.push(Problem::new("applies_to.clause", expected, "nothing"));
        }
    }
}
