//! Official acts of the demonstration, in words. All of them are invented, and their source says so.

use assessment::Date;
use assessment::ladder::Stage;

use super::career::{Act, Career, Cause};
use super::draw::Draw;
use super::lists::{self, List};
use super::text::Words;

/// An act, dated.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Day.
    pub dated: Date,
    /// Stage from then.
    pub stage: Stage,
    /// Id of the list that names the park.
    pub list: Option<&'static str>,
    /// Day by which to rectify.
    pub due: Option<Date>,
    /// Why to rectify.
    pub cause: Option<Words>,
    /// What was done.
    pub text: Words,
    /// Clause that provides for it.
    pub clause: &'static str,
}

fn date(year: u16, month: u8, day: u8) -> Date {
    Date::new(year.into(), month, day).expect("days of the careers are in the calendar")
}

/// The acts of a career, oldest first.
pub fn events(career: &Career, draw: &mut Draw) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for act in career.acts {
        // Lists of December come out in the middle of the month; acts of the same month come before.
        let mut in_month = |year, month| date(year, month, 2 + draw.below(12) as u8);
        let before = events.last().map(|event| event.stage);
        let (dated, stage, list, due, cause) = match *act {
            Act::On(year, month, stage) => (in_month(year, month), stage, None, None, None),
            Act::Order(year, month, due, cause) => {
                let due = due.map(|(year, month, day)| date(year, month, day));
                (in_month(year, month), Stage::RECTIFICATION, None, due, Some(words_of(cause)))
            }
            Act::Listed(id) => {
                let List { published, stage, .. } = lists::list(id);
                (date(published.0, published.1, published.2), *stage, Some(id), None, None)
            }
        };
        let in_construction = dated.year() <= i32::from(career.construction.1);
        let (text, clause) = said(before, stage, in_construction);
        events.push(Event { dated, stage, list, due, cause, text, clause });
    }
    events
}

fn words_of(cause: Cause) -> Words {
    match cause {
        Cause::Grid => (
            "园区电网示范工程滞后，绿电接入比例没有达到承诺。",
            "The park's grid demonstration is late; less green power is connected than committed to.",
        ),
        Cause::Boilers => (
            "燃煤锅炉替代滞后，单位能耗碳排放连续两轮高于承诺路径。",
            "Coal boilers are replaced too slowly; carbon per energy was above the committed path for two rounds.",
        ),
        Cause::DirectLine => {
            ("绿电直供专线没有按期投运。", "The direct line for green power was not in service in time.")
        }
        Cause::Generation => (
            "配套新能源项目没有按期并网。",
            "The wind and solar plants for the park were not connected in time.",
        ),
    }
}

/// What an act says, and the clause that provides for it; whether the construction period goes on counts for the
/// assessment of a listed park.
fn said(before: Option<Stage>, stage: Stage, in_construction: bool) -> (Words, &'static str) {
    match (before, stage) {
        (_, Stage::CANDIDATE) => (("提交申报方案。", "Handed in its application."), "plan/2/1/1"),
        (Some(Stage::REMINDED), Stage::CULTIVATION) => (
            ("进展追上承诺路径，解除提醒。", "Caught up with its path; the reminder is lifted."),
            "plan/2/3/3",
        ),
        (Some(Stage::RECTIFICATION), Stage::CULTIVATION) => {
            (("整改完成，恢复培育建设。", "Rectified; back in cultivation."), "plan/2/3/3")
        }
        (Some(Stage::ACCEPTANCE), Stage::CULTIVATION) => (
            (
                "数据更正后未完成目标任务，未通过评估验收。",
                "After a correction the targets were not met; not accepted.",
            ),
            "plan/2/3/3",
        ),
        (Some(Stage::RECOMMENDED), Stage::CULTIVATION) => (
            (
                "未纳入国家级建设名单，纳入自治区级建设。",
                "Not on the national list; included at regional level.",
            ),
            "plan/2/1/3",
        ),
        (_, Stage::CULTIVATION) => {
            (("列入培育建设名单。", "Placed on the list for cultivation."), "plan/2/1/3")
        }
        (_, Stage::REMINDED) => (
            ("建设进展滞后，提醒督促。", "Reminded, for progress lags behind the committed path."),
            "plan/2/3/3",
        ),
        (_, Stage::RECTIFICATION) => {
            (("责令限期整改。", "Ordered to rectify within a set time."), "plan/2/3/3")
        }
        (_, Stage::ACCEPTANCE) => (("组织评估验收。", "Assessment for acceptance begins."), "plan/2/3/3"),
        (_, Stage::BUILT) => {
            (("通过验收，列入建成名单。", "Accepted, and on the list of built parks."), "plan/2/3/3")
        }
        (_, Stage::RECOMMENDED) => {
            (("推荐申报国家级零碳园区。", "Recommended for national level."), "plan/2/1/3")
        }
        (_, Stage::NATIONAL_CONSTRUCTION) => {
            (("列入国家级建设名单。", "Placed on the national construction list."), "ndrc-910/3.3")
        }
        (Some(Stage::NATIONAL_CONSTRUCTION), Stage::NATIONAL_SELF_ASSESSMENT) if in_construction => (
            (
                "建设期未满，达到指标要求，组织评估。",
                "It reaches the indicators before its construction period ends; the assessment begins.",
            ),
            "ndrc-1082/3",
        ),
        (Some(Stage::NATIONAL_CONSTRUCTION), Stage::NATIONAL_SELF_ASSESSMENT) => {
            (("建设期满，开展自评估。", "Construction is over; the self-assessment begins."), "ndrc-910/3.4")
        }
        (_, Stage::NATIONAL_SELF_ASSESSMENT) => (
            (
                "没有列入国家级建设名单，达到指标要求后申请验收，组织评估。",
                "On no national construction list, it reaches the indicators and applies; the assessment begins.",
            ),
            "ndrc-press-20251231/not-listed",
        ),
        (_, Stage::NATIONAL_ACCEPTANCE) => {
            (("申请国家级评估验收。", "Applied for national acceptance."), "ndrc-910/3.4")
        }
        (_, Stage::NATIONAL_PARK) => {
            (("通过验收，成为国家级零碳园区。", "Accepted: a national zero-carbon park."), "ndrc-910/3.4")
        }
        (_, other) => unreachable!("the demonstration's lives know no stage {other:?}"),
    }
}
