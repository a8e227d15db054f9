//! The rounds of the demonstration: what each park publishes in each of them.

use super::career::Quirk;
use super::corrections::Correction;
use super::course::{HALVES, Year, day, round_id, year, year_to};
use super::draw::Draw;
use super::flows::Flows;
use super::guide::{CORRECTED, CORRECTED_BY, Habits, Published, WITHDRAWN};
use super::text::{SOURCE, decimal, words};
use super::write::{Cast, HEADER};

/// What a park publishes in a round, before it is written.
struct Entry {
    core: Option<Core>,
    is_pending: bool,
    values: Vec<Published>,
    basic: [&'static str; 4],
    progress: i64,
}

/// What a park publishes of its core indicator.
enum Core {
    Balance(Flows),
    Totals(Year),
    /// With the class of its energy or without it.
    Ratio(Year, bool),
}

/// The class of energy that stands beside a ratio: between the edges of the national bands, tce.
const CLASS: [i64; 2] = [200_000, 1_000_000];

/// The rounds as files, by id, and what is corrected of them later.
pub fn rounds(parks: &[Cast<'_>], draws: &mut [Draw]) -> (Vec<(String, String)>, Vec<Correction>) {
    let mut corrections = Vec::new();
    let courses: Vec<Vec<Option<Entry>>> =
        parks.iter().zip(draws).map(|(park, draw)| course(park, draw, &mut corrections)).collect();
    let write = |half: u8| {
        let mut toml = head(half);
        for (park, course) in parks.iter().zip(&courses) {
            if let Some(entry) = &course[usize::from(half)] {
                entry.write(park, half, &mut toml);
            }
        }
        (round_id(half), toml)
    };
    ((0..HALVES).map(write).collect(), corrections)
}

fn head(half: u8) -> String {
    let (year, number) = (year(half), half % 2 + 1);
    let half_zh = if number == 1 { "上" } else { "下" };
    let title = words(
        &format!("{year}年{half_zh}半年评估（演示）"),
        &format!("Evaluation of {year}, half {number} (demonstration)"),
    );
    let period = if number == 1 {
        words(
            &format!("{}年7月至{year}年6月，滚动十二个月", year - 1),
            &format!("July {} to June {year}, a rolling twelve months", year - 1),
        )
    } else {
        words(
            &format!("{year}年1月至12月，滚动十二个月"),
            &format!("January to December {year}, a rolling twelve months"),
        )
    };
    format!(
        "{HEADER}id = \"{}\"\ntitle = {title}\ndated = \"{}\"\nperiod = {period}\n",
        round_id(half),
        day(half)
    )
}

fn course(park: &Cast<'_>, draw: &mut Draw, corrections: &mut Vec<Correction>) -> Vec<Option<Entry>> {
    let career = park.career;
    let joined = (0..HALVES).find(|half| park.joined() <= day(*half)).unwrap_or(HALVES);
    let corrects = matches!(career.quirk, Quirk::Corrected(..));
    let habits = Habits::draw(career.is_strong, joined, corrects, draw);
    let mix = park.who.kind.mix();
    let mut course: Vec<Option<Entry>> = Vec::new();
    for half in 0..HALVES {
        // Drawn for every half, so that a later application changes nothing of what follows.
        let truth = year_to(career, half, draw);
        let carbon = ((20_000 - truth.intensity) * 1000 / 17_500).clamp(0, 1000);
        let direct = 300 + carbon * 500 / 1000;
        let flows = Flows::of(truth, year(half), mix, direct);
        let mut shown = Some(flows.clone());
        match career.quirk {
            Quirk::NoBalance => shown = None,
            Quirk::Misreported(wrong, corrects, thousandths) if wrong == half => {
                let told = Year { intensity: truth.intensity * thousandths / 1000, ..truth };
                shown = Some(Flows::of(told, year(half), mix, direct));
                corrections.push(misreported(park, half, corrects, &flows));
            }
            Quirk::SilentIn(silent) if silent == half => corrections.push(filled(park, half, &flows)),
            _ => {}
        }
        let is_pending = matches!(career.quirk, Quirk::PendingFrom(from) if half >= from);
        let values = habits.at(half, park.who.kind, carbon, shown.as_ref(), is_pending, draw);
        if let Quirk::Corrected(wrong, corrects) = career.quirk
            && wrong == half
        {
            corrections.extend(too_high(park, half, corrects, &values));
        }
        let core = match career.quirk {
            Quirk::Totals => Some(Core::Totals(truth)),
            Quirk::Ratio(from) => Some(Core::Ratio(truth, half >= from)),
            _ => shown.map(Core::Balance),
        };
        let entry = Entry {
            core,
            is_pending,
            values,
            basic: basic(park.who.id, half),
            progress: progress(career, half),
        };
        let is_there = half >= joined && career.quirk != Quirk::LeftOutIn(half);
        course.push(is_there.then_some(entry));
        if park.who.id == CONDITION_OF && half == CONDITION_IN {
            corrections.push(condition(park, half));
        }
    }
    course
}

/// The park of which a basic condition becomes known later, and the half-year.
const CONDITION_OF: &str = "demo-suluan";
const CONDITION_IN: u8 = 8;

fn value_change(park: &Cast<'_>, half: u8) -> String {
    format!("\n[[values]]\nround = \"{}\"\npark = \"{}\"\n", round_id(half), park.who.id)
}

/// A balance that left something out, put right after the round before the half-year that `corrects`.
fn misreported(park: &Cast<'_>, half: u8, corrects: u8, truth: &Flows) -> Correction {
    Correction {
        after: corrects - 1,
        dated: None,
        reason: ("漏报了一台外购电计量表。", "A meter of bought power had been left out."),
        changes: format!(
            "{}change.kind = \"balance\"\nchange.quality = \"reported\"\n\n[values.change.is]\n{}\n",
            value_change(park, half),
            truth.toml().trim_end()
        ),
    }
}

/// A blank that is filled after its round.
fn filled(park: &Cast<'_>, half: u8, truth: &Flows) -> Correction {
    Correction {
        after: half,
        dated: None,
        reason: ("补报该园区本轮的能源数据。", "The park's energy data of the round were handed in late."),
        changes: format!(
            "{}change.kind = \"balance\"\nchange.quality = \"reported\"\n\n[values.change.is]\n{}\n",
            value_change(park, half),
            truth.toml().trim_end()
        ),
    }
}

/// A value that was too high, and one that is taken back.
fn too_high(park: &Cast<'_>, half: u8, corrects: u8, values: &[Published]) -> Option<Correction> {
    let verified = |of: (&str, &str)| values.iter().find(|value| value.of == of && value.is_verified());
    let ((of, indicator), value) = (CORRECTED, verified(CORRECTED)?);
    let was = value.value?;
    let mut changes = format!(
        "{}change = {{ kind = \"value\", of = \"{of}\", indicator = \"{indicator}\", was = {}, is = {} }}\n",
        value_change(park, half),
        value.reading(was),
        value.reading(was - CORRECTED_BY)
    );
    if let Some((value, was)) = verified(WITHDRAWN).and_then(|value| Some((value, value.value?))) {
        let (of, indicator) = WITHDRAWN;
        changes += &format!(
            "reason = {}\n{}change = {{ kind = \"value\", of = \"{of}\", indicator = \"{indicator}\", \
             was = {} }}\nreason = {}\n",
            words("更正取水量的统计口径。", "The water drawn is now counted as the method asks."),
            value_change(park, half),
            value.reading(was),
            words("计量装置检定不合格，该值撤回。", "The meter failed its test; the value is withdrawn.")
        );
    }
    Some(Correction {
        after: corrects - 1,
        dated: None,
        reason: ("更正取水量的统计口径。", "The water drawn is now counted as the method asks."),
        changes,
    })
}

/// A basic condition that was not known in its round.
fn condition(park: &Cast<'_>, half: u8) -> Correction {
    Correction {
        after: half,
        dated: None,
        reason: ("补充公布了该项基本条件的证明。", "Evidence of the basic condition was published later."),
        changes: format!(
            "{}change = {{ kind = \"condition\", number = 3, was = \"unknown\", is = \"yes\" }}\n",
            value_change(park, half)
        ),
    }
}

/// The basic conditions: nearly every park says yes to all of them.
fn basic(park: &str, half: u8) -> [&'static str; 4] {
    match park {
        "demo-suluan" | "demo-feilan" => ["yes", "yes", "unknown", "yes"],
        "demo-wangxi" if half >= 9 => ["yes", "yes", "yes", "no"],
        "demo-xinghe" => ["yes", "unknown", "yes", "unknown"],
        _ => ["yes"; 4],
    }
}

/// How far the construction period has passed, per cent.
fn progress(career: &super::career::Career, half: u8) -> i64 {
    let (from, to) = career.construction;
    let halves = i64::from(to - from + 1) * 2;
    let passed = i64::from(half) + 1 - (i64::from(from) - 2025) * 2;
    (passed * 100 / halves).clamp(0, 100)
}

impl Entry {
    fn write(&self, park: &Cast<'_>, half: u8, toml: &mut String) {
        let mut line = |text: &str| {
            toml.push_str(text);
            toml.push('\n');
        };
        line(&format!("\n[[parks]]\npark = \"{}\"", park.who.id));
        if park.career.quirk == Quirk::SilentIn(half) {
            return;
        }
        line(&format!("source = {SOURCE}"));
        let quality = match (&self.core, self.is_pending) {
            (None, _) => "not_published",
            (Some(_), true) => "pending",
            (Some(_), false) if park.career.is_strong => "measured",
            (Some(_), false) => "reported",
        };
        line(&format!("core_quality = \"{quality}\""));
        line(&format!("basic = [\"{}\"]", self.basic.join("\", \"")));
        let tasks = park.tasks().into_iter().enumerate().map(|(index, (id, ..))| {
            let progress = (self.progress - 8 * index as i64).clamp(0, 100);
            format!("{{ task = \"{id}\", progress = \"{progress}\" }}")
        });
        line(&format!("tasks = [{}]", tasks.collect::<Vec<_>>().join(", ")));
        line("values = [");
        for value in &self.values {
            line(&format!("  {},", value.toml()));
        }
        line("]");
        match &self.core {
            None => {}
            Some(Core::Balance(flows)) => {
                line("\n[parks.balance]");
                line(flows.toml().trim_end());
            }
            Some(Core::Totals(year)) => {
                line("\n[parks.totals]");
                line(&format!("emissions_t = \"{}\"", year.energy * year.intensity / 10_000));
                line(&format!("energy_tce = \"{}\"", year.energy));
                line(&format!("t_per_tce = \"{}\"", decimal(year.intensity, 4)));
            }
            Some(Core::Ratio(year, in_class)) => {
                line("\n[parks.ratio]");
                line(&format!("t_per_tce = \"{}\"", decimal(year.intensity, 4)));
                if *in_class {
                    let [from, to] = CLASS;
                    line(&format!("from_tce = \"{from}\"\nto_tce = \"{to}\""));
                }
            }
        }
    }
}
