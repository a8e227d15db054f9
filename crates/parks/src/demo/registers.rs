//! Registers of projects and factories of the demonstration.

use std::fmt::Write as _;

use assessment::Date;
use assessment::ladder::Stage;

use super::course::{HALVES, day};
use super::text::{SOURCE, words};
use super::write::{Cast, HEADER};

struct Register {
    id: &'static str,
    title: (&'static str, &'static str),
    meaning: (&'static str, &'static str),
    clause: &'static str,
    /// What an entry is called.
    entry: (&'static str, &'static str),
    /// Every how many parks there is one, and months after the application.
    every: usize,
    months_later: i32,
    /// Whether only parks with process emissions have one.
    needs_process: bool,
}

const REGISTERS: [Register; 4] = [
    Register {
        id: "grid-demonstrations",
        title: ("零碳园区电网示范", "Grid demonstrations"),
        meaning: (
            "相对独立运行、绿色低电价的园区电网示范项目。",
            "Demonstrations of park grids that run rather independently on green and cheap power.",
        ),
        clause: "plan/2/2/1",
        entry: ("园区电网示范", "park grid demonstration"),
        every: 7,
        months_later: 9,
        needs_process: false,
    },
    Register {
        id: "direct-supply-lines",
        title: ("绿电直供专线", "Direct-supply lines"),
        meaning: (
            "以电力专线把新能源直接接入园区用电企业的项目。",
            "Dedicated lines that bring new energy straight to the parks' enterprises.",
        ),
        clause: "plan/2/2/2",
        entry: ("绿电直供专线", "direct line for green power"),
        every: 4,
        months_later: 16,
        needs_process: false,
    },
    Register {
        id: "ccus",
        title: ("碳捕集利用与封存示范", "CCUS demonstrations"),
        meaning: (
            "园区和企业的碳捕集利用与封存示范工程。",
            "Demonstrations of carbon capture, utilisation and storage by parks and enterprises.",
        ),
        clause: "plan/2/2/4",
        entry: ("碳捕集利用示范工程", "carbon capture demonstration"),
        every: 1,
        months_later: 31,
        needs_process: true,
    },
    Register {
        id: "zero-carbon-factories",
        title: ("零碳工厂", "Zero-carbon factories"),
        meaning: (
            "零碳园区内建设并经评价的零碳工厂。",
            "Zero-carbon factories built in the parks and assessed.",
        ),
        clause: "plan/2/2/3",
        entry: ("一号零碳工厂", "zero-carbon factory no. 1"),
        every: 3,
        months_later: 26,
        needs_process: false,
    },
];

/// The file of registers.
pub fn registers(parks: &[Cast<'_>]) -> String {
    let as_of = day(HALVES - 1);
    let mut toml = HEADER.to_owned();
    for register in &REGISTERS {
        // Writing to a string does not fail.
        let _ = writeln!(
            toml,
            "\n[[registers]]\nid = \"{}\"\ntitle = {}\nmeaning = {}\nclause = \"{}\"\nas_of = \"{as_of}\"",
            register.id,
            words(register.title.0, register.title.1),
            words(register.meaning.0, register.meaning.1),
            register.clause,
        );
        let chosen = parks.iter().enumerate().filter(|(index, park)| {
            let is_building = park.events.iter().any(|event| event.stage != Stage::CANDIDATE);
            let has_process = park.who.kind.mix().process > 0;
            is_building && index % register.every == 0 && (has_process || !register.needs_process)
        });
        for (index, park) in chosen {
            let dated = later(park.joined(), register.months_later + index as i32 % 5);
            if dated > as_of {
                continue;
            }
            let short = park.short();
            let name = words(
                &format!("{}{}", short.0, register.entry.0),
                &format!("{}: {}", short.1, register.entry.1),
            );
            let _ = writeln!(
                toml,
                "\n[[registers.entries]]\nid = \"{}\"\nname = {name}\npark = \"{}\"\ndated = \"{dated}\"\nsource = {}",
                park.who.id, park.who.id, SOURCE,
            );
        }
    }
    toml
}

fn later(day: Date, months: i32) -> Date {
    let month = i32::from(day.month()) - 1 + months;
    Date::new(day.year() + month / 12, (month % 12 + 1) as u8, day.day())
        .expect("acts fall on the first half of a month")
}
