//! Stages as a reader sees them: seven steps, and a mark's shape for each stage.

use disclosure::model::{ParkSummary, Stage};

/// A step of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// 申报.
    Candidate,
    /// 培育建设, reminded and ordered to rectify included.
    Cultivation,
    /// 评估验收.
    Acceptance,
    /// 自治区建成.
    Built,
    /// 优先推荐国家级.
    Recommended,
    /// 国家级建设名单, up to and including its acceptance.
    NationalConstruction,
    /// 国家级零碳园区.
    NationalPark,
}

impl Step {
    /// All of them, rising.
    pub const ALL: [Step; 7] = [
        Step::Candidate,
        Step::Cultivation,
        Step::Acceptance,
        Step::Built,
        Step::Recommended,
        Step::NationalConstruction,
        Step::NationalPark,
    ];

    /// The step that a stage stands on.
    pub fn of(stage: Stage) -> Step {
        match stage {
            Stage::Candidate => Step::Candidate,
            Stage::Cultivation | Stage::Reminded | Stage::Rectification => Step::Cultivation,
            Stage::Acceptance => Step::Acceptance,
            Stage::Built => Step::Built,
            Stage::Recommended => Step::Recommended,
            Stage::NationalConstruction | Stage::NationalSelfAssessment | Stage::NationalAcceptance => {
                Step::NationalConstruction
            }
            Stage::NationalPark => Step::NationalPark,
        }
    }

    /// The stage that gives the step its mark.
    pub fn stage(self) -> Stage {
        match self {
            Step::Candidate => Stage::Candidate,
            Step::Cultivation => Stage::Cultivation,
            Step::Acceptance => Stage::Acceptance,
            Step::Built => Stage::Built,
            Step::Recommended => Stage::Recommended,
            Step::NationalConstruction => Stage::NationalConstruction,
            Step::NationalPark => Stage::NationalPark,
        }
    }

    /// Height, from 1.
    pub fn height(self) -> usize {
        self as usize + 1
    }
}

/// Class that gives a mark its colour.
pub fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Candidate => "stage-candidate",
        Stage::Cultivation | Stage::Acceptance => "stage-cultivation",
        Stage::Reminded | Stage::Rectification => "stage-rectification",
        Stage::Built | Stage::Recommended => "stage-built",
        Stage::NationalConstruction
        | Stage::NationalSelfAssessment
        | Stage::NationalAcceptance
        | Stage::NationalPark => "stage-national",
    }
}

/// A mark's outline and what stands in it, on a field of 16 by 16 around 8, 8.
///
/// The outline tells the track (dot: applied; ring: cultivation; triangle: to be corrected; square: built;
/// diamond: national); open is under way, a point within is being examined, filled is attained.
pub fn glyph(stage: Stage) -> Glyph {
    const RING: &str = "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z";
    const DOT: &str = "M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z";
    const TRIANGLE: &str = "M8 2.2L14.4 13.4H1.6z";
    const SQUARE: &str = "M2.8 2.8h10.4v10.4H2.8z";
    const DIAMOND: &str = "M8 1.2L14.8 8L8 14.8L1.2 8z";
    const RISE: &str = "M4.8 9.6L8 6.2L11.2 9.6";
    const UPRIGHT: &str = "M8 6.4V9.6";
    let (outline, filled, inner) = match stage {
        Stage::Candidate => (DOT, false, None),
        Stage::Cultivation => (RING, false, None),
        Stage::Acceptance => (RING, false, Some(Inner::Point(DOT))),
        Stage::Reminded => (TRIANGLE, false, Some(Inner::Line(UPRIGHT))),
        Stage::Rectification => (TRIANGLE, true, None),
        Stage::Built => (SQUARE, true, None),
        Stage::Recommended => (SQUARE, true, Some(Inner::Cut(RISE))),
        Stage::NationalConstruction => (DIAMOND, false, None),
        Stage::NationalSelfAssessment => (DIAMOND, false, Some(Inner::Line(UPRIGHT))),
        Stage::NationalAcceptance => (DIAMOND, false, Some(Inner::Point(DOT))),
        Stage::NationalPark => (DIAMOND, true, None),
    };
    Glyph { outline, filled, inner }
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Path of the outline.
    pub outline: &'static str,
    /// Filled, or open on the ground.
    pub filled: bool,
    /// What stands within.
    pub inner: Option<Inner>,
}

/// What stands within a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    /// A filled point.
    Point(&'static str),
    /// A line in the mark's colour.
    Line(&'static str),
    /// A line in the colour of the ground, cut out of a filled mark.
    Cut(&'static str),
}

/// Parks by step, each in the order given. Parks that no official act names stand on none.
pub fn by_step(parks: &[ParkSummary]) -> [Vec<&ParkSummary>; 7] {
    Step::ALL
        .map(|step| parks.iter().filter(|park| park.stage.is_some_and(|s| Step::of(s) == step)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_stages_share_a_mark() {
        for (i, a) in Stage::ALL.iter().enumerate() {
            for b in &Stage::ALL[i + 1..] {
                assert_ne!(glyph(*a), glyph(*b), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_step_rises_to_its_own_stage() {
        for (at, step) in Step::ALL.into_iter().enumerate() {
            assert_eq!(Step::of(step.stage()), step);
            assert_eq!(step.height(), at + 1);
        }
        let mut last = Step::Candidate;
        for stage in Stage::ALL {
            assert!(Step::of(stage) >= last, "{stage:?} falls");
            last = Step::of(stage);
        }
    }
}
