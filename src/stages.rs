//! How the ladder's table of stages is drawn: shapes and colours of marks, parks by step.

use assessment::stages::{Inner, Shape, StageRow, StageTable, Tone};
use disclosure::model::ParkSummary;

/// Class that gives a mark its colour.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Candidate => "stage-candidate",
        Tone::Cultivation => "stage-cultivation",
        Tone::Correction => "stage-correction",
        Tone::Acceptance => "stage-acceptance",
        Tone::Built => "stage-built",
        Tone::Recommended => "stage-recommended",
        Tone::National => "stage-national",
    }
}

/// A mark's outline and what stands in it, on a field of 16 by 16 around 8, 8.
///
/// The outline tells the kind (dot: applied; ring: cultivation; triangle: to be corrected; square: built; arrow:
/// recommended; diamond: national); open is under way, a point within is being examined, filled is attained.
pub fn glyph(row: &StageRow) -> Glyph {
    const POINT: &str = "M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z";
    let outline = match row.shape {
        Shape::Dot => POINT,
        Shape::Ring => "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z",
        Shape::Triangle => "M8 2.2L14.4 13.4H1.6z",
        Shape::Square => "M2.8 2.8h10.4v10.4H2.8z",
        Shape::Arrow => "M8 1.4L14.2 7.8H10.9V14.4H5.1V7.8H1.8z",
        Shape::Diamond => "M8 1.2L14.8 8L8 14.8L1.2 8z",
    };
    let inner = row.inner.map(|inner| match inner {
        Inner::Point => Drawn::Point(POINT),
        Inner::Upright => Drawn::Line("M8 6.4V9.6"),
        Inner::Rise if row.filled => Drawn::Cut("M4.8 9.6L8 6.2L11.2 9.6"),
        Inner::Rise => Drawn::Line("M4.8 9.6L8 6.2L11.2 9.6"),
    });
    Glyph { outline, filled: row.filled, inner }
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Path of the outline.
    pub outline: &'static str,
    /// Filled, or open on the ground.
    pub filled: bool,
    /// What stands within.
    pub inner: Option<Drawn>,
}

/// What stands within a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// A filled point.
    Point(&'static str),
    /// A line in the mark's colour.
    Line(&'static str),
    /// A line in the colour of the ground, cut out of a filled mark.
    Cut(&'static str),
}

/// Parks by step, each in the order given. Parks that no official act names stand on none.
pub fn by_step<'a>(table: &StageTable, parks: &'a [ParkSummary]) -> Vec<(u8, Vec<&'a ParkSummary>)> {
    let on = |step: u8| {
        let stands = |park: &&ParkSummary| park.stage.and_then(|stage| table.step_of(stage)) == Some(step);
        (step, parks.iter().filter(stands).collect())
    };
    table.steps().map(on).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_tone_has_a_class_of_its_own() {
        let classes: HashSet<_> = Tone::ALL.map(tone_class).into_iter().collect();
        assert_eq!(classes.len(), Tone::ALL.len());
    }
}
