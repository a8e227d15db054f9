//! The fields that a column of a table may be, by the kind of what is imported.

use assessment::factors::FuelUnit;
use assessment::unit::Unit;
use disclosure::model::Rulebook;

use super::As;
use crate::draft::EditionDraft;
use crate::sheet::number::Dimension;
use crate::sheet::plain::{compact, comparable};
use crate::words::headings::{self, Heading};

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Id by which a mapping names it.
    pub id: String,
    /// Its name in both languages.
    pub name: [String; 2],
    /// What stands in it.
    pub holds: Holds,
    /// The unit of its numbers in both languages, where that is one that a rule names.
    pub unit: Option<[String; 2]>,
    /// Names made comparable.
    names: Vec<String>,
}

/// What stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words, a day, a year: what its row makes of it.
    Words,
    /// A number with a unit.
    Number(Dimension),
    /// Nothing that is published.
    Nothing,
}

impl Field {
    fn new(id: String, names: [&str; 2], also: &[&str], holds: Holds) -> Field {
        let mut known: Vec<String> = names.iter().chain(also).map(|name| comparable(name)).collect();
        known.dedup();
        Field { id, name: names.map(str::to_owned), holds, unit: None, names: known }
    }

    fn of(heading: &Heading, holds: Holds) -> Field {
        Field::new(heading.id.to_owned(), [heading.name.zh, heading.name.en], heading.also, holds)
    }

    /// With numbers in a unit that a rule names; a heading may carry it.
    fn in_unit(mut self, unit: &Unit) -> Field {
        if let Unit::Named(unit) = unit {
            let carried = self.names.iter().flat_map(|name| {
                [&unit.zh, &unit.en].map(|unit| format!("{name}{}", comparable(&format!("({unit})"))))
            });
            let carried: Vec<String> = carried.collect();
            self.names.extend(carried);
            self.unit = Some([unit.zh.clone(), unit.en.clone()]);
        }
        self
    }

    /// Whether a name is one of the field's.
    pub fn is_called(&self, name: &str) -> bool {
        let name = comparable(name);
        self.names.contains(&name) || self.names.contains(&without_ornament(&name))
    }

    /// Whether a name says something of the field's, or the other way round: perhaps it is meant.
    pub fn may_be_called(&self, name: &str) -> bool {
        let name = without_ornament(&comparable(name));
        let long = |text: &str| text.chars().count() >= 3;
        self.names.iter().any(|known| {
            (long(known) && name.contains(known.as_str())) || (long(&name) && known.contains(name.as_str()))
        })
    }
}

/// A name without what is commonly put before or behind it: 2027年, 本年, 其中, 园区.
fn without_ornament(name: &str) -> String {
    let mut name = name.trim_start_matches("其中").trim_start_matches(':');
    if let Some((year, rest)) = name.split_once('年')
        && year.chars().count() == 4
        && year.chars().all(|c| c.is_numeric() || "〇一二三四五六七八九".contains(c))
    {
        name = rest.trim_start_matches('度');
    }
    for before in ["全年", "年度", "本年", "本期", "园区"] {
        name = name.strip_prefix(before).filter(|rest| !rest.is_empty()).unwrap_or(name);
    }
    for behind in ["情况", "数值", "完成值", "实际值", "指标值"] {
        name = name.strip_suffix(behind).filter(|rest| !rest.is_empty()).unwrap_or(name);
    }
    name.to_owned()
}

/// The fields of a kind.
pub fn of(kind: As, edition: &EditionDraft, book: Option<&Rulebook>) -> Vec<Field> {
    let table = match kind {
        As::List => headings::LIST,
        As::Round => headings::ROUND,
        As::Park => headings::PARK,
        As::Act => headings::ACT,
        As::Correction => headings::CORRECTION,
        As::Bulletin | As::Practice => headings::REPORT,
    };
    let mut fields: Vec<Field> =
        table.iter().map(|heading| Field::of(heading, holds(kind, heading.id))).collect();
    fields.extend(headings::PASSED_OVER.iter().map(|heading| Field::of(heading, Holds::Nothing)));
    if kind == As::Park {
        let passed = headings::PASSED_OVER_OF_PARKS.iter();
        fields.extend(passed.map(|heading| Field::of(heading, Holds::Nothing)));
    }
    if kind == As::Round {
        fields.extend(headings::RANKING.iter().map(|heading| Field::of(heading, Holds::Nothing)));
    }
    if kind == As::Correction {
        // What a row may name as corrected, though no column of the table is it.
        let corrected =
            |id: &str| id.starts_with("basic_") || ["emissions_t", "energy_tce", "t_per_tce"].contains(&id);
        let of_round = headings::ROUND.iter().filter(|heading| corrected(heading.id));
        fields.extend(of_round.map(|heading| Field::of(heading, holds(As::Round, heading.id))));
    }
    if matches!(kind, As::Round | As::Correction) {
        fields.extend(figures(edition, book));
    }
    fields
}

fn holds(kind: As, id: &str) -> Holds {
    if kind != As::Round {
        return Holds::Words;
    }
    match id {
        "emissions_t" => Holds::Number(Dimension::Carbon),
        "energy_tce" => Holds::Number(Dimension::Energy),
        "t_per_tce" | "core_value_t_per_tce" => Holds::Number(Dimension::Intensity),
        _ if id.starts_with("power") => Holds::Number(Dimension::Power),
        _ if id.starts_with("heat") => Holds::Number(Dimension::Heat),
        _ => Holds::Words,
    }
}

/// Indicators of the rules, fuels of the factor sets and tasks of the parks.
fn figures(edition: &EditionDraft, book: Option<&Rulebook>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut add = |field: Field| {
        if fields.iter().all(|known| known.id != field.id) {
            fields.push(field);
        }
    };
    for set in book.iter().flat_map(|book| &book.rulesets) {
        let of = set.level.map_or(set.id.as_str(), |level| match level {
            assessment::ruleset::Level::National => "national",
            assessment::ruleset::Level::Region => "region",
        });
        let guiding = set.indicators.iter().filter(|one| one.kind != assessment::ruleset::Kind::Core);
        for indicator in guiding {
            let dimension =
                if indicator.unit == Unit::Percent { Dimension::Percent } else { Dimension::Plain };
            // A name may carry what it is: 绿电直供占比·演示指标（非官方）.
            let zh = compact(&indicator.name.zh);
            let short = zh.split('·').next().unwrap_or_default();
            let also = [short, &indicator.id];
            let names = [indicator.name.zh.as_str(), &indicator.name.en];
            let field = Field::new(format!("{of}.{}", indicator.id), names, &also, Holds::Number(dimension));
            add(field.in_unit(&indicator.unit));
        }
    }
    for fuel in book.iter().flat_map(|book| &book.factor_sets).flat_map(|set| &set.fuels) {
        let dimension = if fuel.unit == FuelUnit::Tonne { Dimension::Mass } else { Dimension::Gas };
        let (zh, en) = (&fuel.name.zh, &fuel.name.en);
        let also = ["消费量", "消耗量", "用量", "燃料用量", "使用量"].map(|word| format!("{zh}{word}"));
        let also: Vec<&str> = also.iter().map(String::as_str).collect();
        add(Field::new(format!("fuel.{}", fuel.id), [zh, en], &also, Holds::Number(dimension)));
        let (zh, en) = (format!("{zh}（用作原料）"), format!("{en} (feedstock)"));
        let also = [
            format!("原料用{}", fuel.name.zh),
            format!("{}原料用量", fuel.name.zh),
            format!("{}（原料）", fuel.name.zh),
        ];
        let also: Vec<&str> = also.iter().map(String::as_str).collect();
        add(Field::new(format!("feedstock.{}", fuel.id), [&zh, &en], &also, Holds::Number(dimension)));
    }
    for task in edition.parks.iter().flat_map(|park| &park.value.tasks) {
        let also = format!("任务进度：{}", task.text.zh);
        let names = [task.text.zh.as_str(), &task.text.en];
        add(Field::new(format!("task.{}", task.id), names, &[&also], Holds::Number(Dimension::Percent)));
    }
    fields
}

/// Which field a column of some names is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one.
    Sure(usize),
    /// Perhaps one of these.
    Perhaps(Vec<usize>),
}

/// Finds the field that a column of some names is.
pub fn find(fields: &[Field], names: &[String]) -> Found {
    // A field's own id is nobody else's name.
    if let Some(field) = fields.iter().position(|field| names.contains(&field.id)) {
        return Found::Sure(field);
    }
    for name in names {
        let sure: Vec<usize> = (0..fields.len()).filter(|i| fields[*i].is_called(name)).collect();
        match sure.as_slice() {
            [] => {}
            [one] => return Found::Sure(*one),
            _ => return Found::Perhaps(sure),
        }
    }
    let may_be = |i: &usize| names.iter().any(|name| fields[*i].may_be_called(name));
    Found::Perhaps((0..fields.len()).filter(may_be).collect())
}
