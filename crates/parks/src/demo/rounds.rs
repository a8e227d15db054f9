//! The rounds of the demonstration: what each park publishes in each of them.

use super::career::Quirk;
use super::course::{HALVES, day, round_id, year, year_to};
use super::draw::Draw;
use super::flows::Flows;
use super::guide::{CORRECTED, CORRECTED_BY, Habits, Published};
use super::text::{SOURCE, decimal, words};
use super::write::{Cast, HEADER};

/// What a park publishes in a round, before it is written.
struct Entry {
    flows: Option<Flows>,
    /// The balance of an earlier round as it is now known, and the id of that round.
    corrected: Option<(u8, Flows)>,
    is_pending: bool,
    values: Vec<Published>,
    /// A value of an earlier round as it was published; it was too high.
    too_high: Option<(u8, i64)>,
    basic: [&'static str; 4],
    progress: i64,
}

/// The rounds as files, by id.
pub fn rounds(parks: &[Cast<'_>], draws: &mut [Draw]) -> Vec<(String, String)> {
    let courses: Vec<Vec<Option<Entry>>> =
        parks.iter().zip(draws).map(|(park, draw)| course(park, draw)).collect();
    let write = |half: u8| {
        let mut toml = head(half);
        for (park, course) in parks.iter().zip(&courses) {
            if let Some(entry) = &course[usize::from(half)] {
                entry.write(park, half, &mut toml);
            }
        }
        (round_id(half), toml)
    };
    (0..HALVES).map(write).collect()
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

fn course(park: &Cast<'_>, draw: &mut Draw) -> Vec<Option<Entry>> {
    let career = park.career;
    let joined = (0..HALVES).find(|half| park.joined() <= day(*half)).unwrap_or(HALVES);
    let corrects = matches!(career.quirk, Quirk::Corrected(..));
    let habits = Habits::draw(career.is_strong, joined, corrects, draw);
    let mix = park.who.kind.mix();
    let mut published: Vec<Option<i64>> = Vec::new();
    let mut true_flows: Vec<Flows> = Vec::new();
    let mut course = Vec::new();
    for half in 0..HALVES {
        // Drawn for every half, so that a later application changes nothing of what follows.
        let truth = year_to(career, half, draw);
        let carbon = ((20_000 - truth.intensity) * 1000 / 17_500).clamp(0, 1000);
        let direct = 300 + carbon * 500 / 1000;
        let flows = Flows::of(truth, year(half), mix, direct);
        let mut shown = Some(flows.clone());
        let mut corrected = None;
        match career.quirk {
            Quirk::NoBalance => shown = None,
            Quirk::Misreported(wrong, _, thousandths) if wrong == half => {
                let told = super::course::Year { intensity: truth.intensity * thousandths / 1000, ..truth };
                shown = Some(Flows::of(told, year(half), mix, direct));
            }
            Quirk::Misreported(wrong, corrects, _) if corrects == half => {
                corrected = true_flows.get(usize::from(wrong)).map(|flows| (wrong, flows.clone()));
            }
            _ => {}
        }
        true_flows.push(flows);
        let is_pending = matches!(career.quirk, Quirk::PendingFrom(from) if half >= from);
        let values = habits.at(half, park.who.kind, carbon, shown.as_ref(), is_pending, draw);
        let water = values.iter().find(|value| value.of == CORRECTED && value.is_verified());
        published.push(water.and_then(|value| value.value));
        let too_high = match career.quirk {
            Quirk::Corrected(wrong, corrects) if corrects == half => {
                published[usize::from(wrong)].map(|value| (wrong, value))
            }
            _ => None,
        };
        let entry = Entry {
            flows: shown,
            corrected,
            is_pending,
            values,
            too_high,
            basic: basic(park.who.id, half),
            progress: progress(career, half),
        };
        let is_there = half >= joined && career.quirk != Quirk::LeftOutIn(half);
        course.push(is_there.then_some(entry));
    }
    course
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
        let quality = match (&self.flows, self.is_pending) {
            (None, _) => "not_published",
            (Some(_), true) => "pending",
            (Some(_), false) if park.career.is_strong => "measured",
            (Some(_), false) => "reported",
        };
        line(&format!("balance_quality = \"{quality}\""));
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
        if let Some(flows) = &self.flows {
            line("\n[parks.balance]");
            line(flows.toml().trim_end());
        }
        if let Some((wrong, flows)) = &self.corrected {
            line("\n[[parks.revisions]]");
            line(&format!("of_round = \"{}\"", round_id(*wrong)));
            line(&format!(
                "reason = {}",
                words("漏报了一台外购电计量表。", "A meter of bought power had been left out.")
            ));
            line("correction.kind = \"balance\"\n\n[parks.revisions.correction.is]");
            line(flows.toml().trim_end());
        }
        if let Some((wrong, was)) = self.too_high {
            let ((of, indicator), is) = (CORRECTED, was - CORRECTED_BY);
            line("\n[[parks.revisions]]");
            line(&format!("of_round = \"{}\"", round_id(wrong)));
            line(&format!(
                "reason = {}",
                words("更正取水量的统计口径。", "The water drawn is now counted as the method asks.")
            ));
            line(&format!(
                "correction = {{ kind = \"value\", of = \"{of}\", indicator = \"{indicator}\", \
                 was = \"{}\", is = \"{}\" }}",
                decimal(was, 1),
                decimal(is, 1)
            ));
        }
    }
}
