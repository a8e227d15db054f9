//! What a template asks for: the lines of its head, the columns of its table, and what may be chosen in each.

use assessment::Date;
use assessment::in_force::InForce as _;
use assessment::ruleset::{Level, Ruleset};
use disclosure::model::Rulebook;
use disclosure::round::RulesDay;

use crate::draft::{Draft, EditionDraft};
use crate::import::{As, fields_of};
use crate::lang::Lang;
use crate::sheet::number::Dimension;
use crate::words::headings::{self, Heading};
use crate::words::template as words;

/// The shape of a template.
#[derive(Clone, Debug)]
pub struct Shape {
    /// What is filled in.
    pub kind: As,
    /// Its language.
    pub lang: Lang,
    /// Id of the edition that it is for.
    pub edition: String,
    /// Whether all of that is invented.
    pub is_invented: bool,
    /// The id that is proposed.
    pub id: String,
    /// Lines above the table.
    pub head: Vec<Blank>,
    /// Columns of the table.
    pub columns: Vec<Blank>,
    /// Columns of the table of balances, where there is one.
    pub balance: Vec<Blank>,
    /// What may be chosen, by the name of the choice: each with its id and in words.
    pub choices: Vec<(String, Vec<Choice>)>,
}

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As a file has it.
    pub id: String,
    /// As a workbook has it.
    pub words: String,
}

/// Something to be filled in.
#[derive(Clone, Debug)]
pub struct Blank {
    /// Id of its field.
    pub id: String,
    /// As it is printed, with its unit.
    pub heading: String,
    /// The name of the choice that it is.
    pub choice: Option<String>,
    /// What belongs into it.
    pub hint: String,
}

impl Shape {
    /// The shape for an edition on a day.
    pub fn new(
        kind: As,
        lang: Lang,
        draft: &Draft,
        edition: &EditionDraft,
        book: &Rulebook,
        today: Date,
    ) -> Shape {
        let is_invented = edition.head.as_ref().is_some_and(|head| head.value.demonstration);
        let (id, day) = proposed(kind, edition, today);
        let mut shape = Shape {
            kind,
            lang,
            edition: edition.folder.clone(),
            is_invented,
            id,
            head: Vec::new(),
            columns: Vec::new(),
            balance: Vec::new(),
            choices: choices(lang, draft, edition, book),
        };
        let of_source = ["document", "source", "address", "mark", "checked_on"];
        let lines: &[&str] = match kind {
            As::Round => &["title", "title_en", "dated", "period", "period_en", "year", "covers", "quality"],
            As::List => &["title", "title_en", "stage", "meaning", "meaning_en", "dated", "clause"],
            As::Park | As::Act => &[],
            As::Correction => &["dated", "reason", "reason_en"],
            As::Bulletin | As::Practice => {
                &["title", "title_en", "dated", "level", "issuer", "parks", "departments", "tasks", "clause"]
            }
        };
        let ids = if matches!(kind, As::Park | As::Act) { None } else { Some("id") };
        let sourced = of_source.into_iter().filter(|id| {
            // A list has one document, and what is invented has no day of a check.
            let of_others = kind == As::List && ["source", "address"].contains(id);
            let of_facts = is_invented && ["mark", "checked_on"].contains(id);
            !(of_others || of_facts)
        });
        for id in ids.into_iter().chain(lines.iter().copied()).chain(sourced) {
            if let Some(line) = headings::HEAD.iter().find(|line| line.id == id) {
                shape.head.push(shape.blank(line));
            }
        }
        shape.columns = shape.table(edition, book, day);
        shape.balance = if kind == As::Round { shape.items() } else { Vec::new() };
        shape
    }

    fn blank(&self, heading: &Heading) -> Blank {
        let named = |id: &str| self.choices.iter().any(|(name, _)| name == id);
        let choice = match heading.id {
            "basic_1" | "basic_2" | "basic_3" | "basic_4" => Some("answer"),
            "park" | "name" if matches!(self.kind, As::List | As::Round | As::Act | As::Correction) => {
                Some("park")
            }
            id => Some(id),
        };
        Blank {
            id: heading.id.to_owned(),
            heading: heading.name.of(self.lang).to_owned(),
            choice: choice.filter(|id| named(id)).map(str::to_owned),
            hint: words::hint(self.lang, heading.id, &self.id).to_owned(),
        }
    }

    fn table(&self, edition: &EditionDraft, book: &Rulebook, day: Date) -> Vec<Blank> {
        let (table, ids): (&[Heading], &[&str]) = match self.kind {
            As::List => (
                headings::LIST,
                &["number", "name", "league", "scope", "start_year", "end_year", "status", "remark"],
            ),
            As::Round => (
                headings::ROUND,
                &[
                    "park",
                    "emissions_t",
                    "energy_tce",
                    "t_per_tce",
                    "energy_class",
                    "quality",
                    "remark",
                    "basic_1",
                    "basic_2",
                    "basic_3",
                    "basic_4",
                ],
            ),
            As::Park => (
                headings::PARK,
                &[
                    "name",
                    "name_en",
                    "short",
                    "short_en",
                    "league",
                    "scope",
                    "industries",
                    "lon",
                    "lat",
                    "place_note",
                    "start_year",
                    "end_year",
                    "park",
                ],
            ),
            As::Act => (
                headings::ACT,
                &[
                    "park", "dated", "stage", "text", "text_en", "clause", "due", "cause", "cause_en",
                    "document",
                ],
            ),
            As::Correction => (
                headings::CORRECTION,
                &["round", "park", "indicator", "was", "is", "unit", "quality", "reason", "reason_en"],
            ),
            As::Bulletin | As::Practice => {
                (headings::REPORT, &["heading", "heading_en", "paragraph", "paragraph_en"])
            }
        };
        let mut columns: Vec<Blank> = ids
            .iter()
            .filter_map(|id| table.iter().find(|one| one.id == *id))
            .map(|one| self.blank(one))
            .collect();
        if self.kind == As::Round {
            for (id, dimension) in [
                ("emissions_t", Dimension::Carbon),
                ("energy_tce", Dimension::Energy),
                ("t_per_tce", Dimension::Intensity),
            ] {
                if let Some(column) = columns.iter_mut().find(|column| column.id == id) {
                    column.heading =
                        words::with_unit(self.lang, &column.heading, words::unit(self.lang, dimension));
                }
            }
            columns.extend(self.indicators(edition, book, day));
        }
        columns
    }

    /// A column for each indicator of the rules in force on a day that a round gives a value of.
    fn indicators(&self, edition: &EditionDraft, book: &Rulebook, day: Date) -> Vec<Blank> {
        let day = RulesDay::of_day(day).date();
        let in_force = |of: &str, indicator: &str| {
            let is_named = |set: &&Ruleset| match of {
                "national" => set.decides(Level::National),
                "region" => set.decides(Level::Region),
                id => set.level.is_none() && set.id == id,
            };
            let mut sets = book.rulesets.iter().filter(is_named).filter(|set| set.is_in_force(day));
            sets.any(|set| set.indicator(indicator).is_some())
        };
        let fields = fields_of(As::Round, edition, Some(book));
        let figures = fields.iter().filter(|field| {
            let parts = field.id.split_once('.');
            parts.is_some_and(|(of, indicator)| in_force(of, indicator))
        });
        let alike =
            |name: &str| fields.iter().filter(|field| field.name.iter().any(|known| known == name)).count();
        figures
            .map(|field| {
                let name = self.lang.of(&field.name[0], &field.name[1]);
                // A name that two sets have is no heading of either.
                let name = if alike(name) > 1 { &field.id } else { name };
                let of_rule = field.unit.as_ref().map(|[zh, en]| self.lang.of(zh.as_str(), en.as_str()));
                let unit = of_rule.unwrap_or(words::unit(self.lang, Dimension::Percent));
                Blank {
                    id: field.id.clone(),
                    heading: words::with_unit(self.lang, name, unit),
                    choice: None,
                    hint: words::hint(self.lang, "indicator", "").to_owned(),
                }
            })
            .collect()
    }

    /// The columns of the table of balances.
    fn items(&self) -> Vec<Blank> {
        let ids = ["park", "item", "unit", "amount"];
        let of = |id: &str| headings::ROUND.iter().find(|one| one.id == id);
        ids.into_iter().filter_map(of).map(|one| self.blank(one)).collect()
    }

    /// The name of its file, without what it ends in.
    pub fn file_name(&self) -> String {
        match self.kind {
            As::Round | As::List | As::Correction | As::Bulletin | As::Practice => self.id.clone(),
            As::Park => "parks".to_owned(),
            As::Act => "acts".to_owned(),
        }
    }
}

/// The id that is proposed for a new file, and the day whose rules it is under.
fn proposed(kind: As, edition: &EditionDraft, today: Date) -> (String, Date) {
    let mut rounds = edition.rounds.iter().map(|read| &read.value);
    let last = rounds.next_back().map(|round| (round.id.clone(), round.dated));
    // The half of a year after the last round's, else that of today.
    let next = last.as_ref().map_or((today.year(), if today.month() <= 6 { 1 } else { 2 }), |(_, day)| {
        if day.month() <= 6 { (day.year(), 2) } else { (day.year() + 1, 1) }
    });
    let day = Date::new(next.0, 12, 31).unwrap_or(today);
    let id = match kind {
        As::Round => format!("{}-h{}", next.0, next.1),
        As::Correction => {
            let round = last.map_or_else(|| format!("{}-h{}", next.0, next.1), |(id, _)| id);
            let taken =
                edition.corrections.iter().filter(|read| read.value.id.starts_with(&format!("{round}-c")));
            format!("{round}-c{}", taken.count() + 1)
        }
        As::List => format!("list-{}", today.year()),
        As::Bulletin => format!("bulletin-{}-{:02}", today.year(), today.month()),
        As::Practice => format!("practice-{}-{:02}", today.year(), today.month()),
        As::Park | As::Act => String::new(),
    };
    (id, day)
}

/// What may be chosen, of the edition and of the words that imports know.
fn choices(lang: Lang, draft: &Draft, edition: &EditionDraft, book: &Rulebook) -> Vec<(String, Vec<Choice>)> {
    let choice = |id: &str, words: &str| Choice { id: id.to_owned(), words: words.to_owned() };
    let of =
        |among: &[Heading]| among.iter().map(|one| choice(one.id, one.name.of(lang))).collect::<Vec<_>>();
    let mut choices = vec![
        ("quality".to_owned(), of(&headings::QUALITIES[..3])),
        ("scope".to_owned(), of(headings::SCOPES)),
        ("status".to_owned(), of(headings::STATUSES)),
        ("answer".to_owned(), of(headings::ANSWERS)),
        ("covers".to_owned(), of(headings::COVERAGES)),
        ("level".to_owned(), of(headings::LEVELS)),
        ("mark".to_owned(), of(&headings::MARKS[..3])),
    ];
    let mut add = |name: &str, items: Vec<Choice>| {
        if !items.is_empty() {
            choices.push((name.to_owned(), items));
        }
    };
    let parks = edition.parks.iter().map(|read| choice(&read.value.id, &read.value.name.zh));
    add("park", parks.collect());
    let leagues = draft.leagues.iter().flat_map(|read| &read.value.leagues);
    add("league", leagues.map(|league| choice(&league.id, lang.text(&league.name))).collect());
    let mut stages: Vec<Choice> = Vec::new();
    for row in book.ladders.iter().flat_map(|ladder| &ladder.table.stages) {
        if stages.iter().all(|known| known.id != row.id.as_str()) {
            stages.push(choice(row.id.as_str(), lang.text(&row.name)));
        }
    }
    add("stage", stages);
    let documents = draft.documents.iter().chain(edition.documents.iter());
    let document = |id: &str, title: &str| choice(id, &format!("{id} {title}"));
    add("document", documents.map(|read| document(&read.value.id, lang.text(&read.value.title))).collect());
    let rounds = edition.rounds.iter().map(|read| &read.value.id);
    add("round", rounds.map(|id| choice(id, id)).collect());
    let fields = fields_of(As::Round, edition, Some(book));
    let named = |wanted: fn(&str) -> bool| {
        let wanted = fields.iter().filter(|field| wanted(&field.id));
        wanted.map(|field| choice(&field.id, lang.of(&field.name[0], &field.name[1]))).collect::<Vec<_>>()
    };
    const FIGURES: [&str; 4] = ["power", "heat", "fuel.", "feedstock."];
    add("item", named(|id| FIGURES.iter().any(|part| id.starts_with(part))));
    add(
        "indicator",
        named(|id| {
            let of_core =
                ["emissions_t", "energy_tce", "t_per_tce"].contains(&id) || id.starts_with("basic_");
            of_core || (id.contains('.') && FIGURES.iter().all(|part| !id.starts_with(part)))
        }),
    );
    let units = ["吨", "万立方米", "立方米", "兆瓦时", "万千瓦时", "千瓦时", "吉焦", "吨标准煤", "%"];
    add("unit", units.iter().map(|unit| choice(unit, unit)).collect());
    choices
}
