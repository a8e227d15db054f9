//! What can be found: the portal's own pages, parks, leagues, lists, reports of the work, entries outside the region,
//! documents, clauses, terms.

use assessment::{Date, Text};
use disclosure::model::{Document, Grid, League, List, ListEntry, Park, Scope, Term, WorkReport};
use disclosure::own_pages::OwnPage;
use disclosure::search::{EntryKind, SearchEntry, SearchIndex};

use super::names::pinyin;
use super::pages::{Named, named};
use super::work::kind_name;

/// What the index is made from.
pub struct Sources<'a> {
    /// Leagues.
    pub leagues: &'a [League],
    /// Parks of the edition.
    pub parks: &'a [Park],
    /// Lists of the edition.
    pub lists: &'a [List],
    /// Reports of the work.
    pub reports: &'a [WorkReport],
    /// Documents.
    pub documents: &'a [Document],
    /// Terms.
    pub terms: &'a [Term],
}

/// Makes the index; what a reader most likely looks for stands first.
pub fn index(sources: &Sources<'_>) -> SearchIndex {
    let mut entries: Vec<SearchEntry> = Vec::new();
    entries.extend(OwnPage::ALL.iter().map(|page| of_page(&named(*page))));
    entries.extend(sources.parks.iter().map(|park| of_park(park, sources.leagues)));
    entries.extend(sources.parks.iter().flat_map(by_other_names));
    entries.extend(sources.leagues.iter().map(of_league));
    entries.extend(sources.lists.iter().map(of_list));
    entries.extend(sources.reports.iter().map(of_report));
    entries.extend(sources.terms.iter().map(of_term));
    entries.extend(sources.documents.iter().map(of_document));
    entries.extend(sources.documents.iter().flat_map(clauses));
    let outside = sources.lists.iter().flat_map(|list| {
        list.entries.iter().filter(|entry| entry.park.is_none()).map(move |entry| of_entry(entry, list))
    });
    entries.extend(outside);
    SearchIndex { entries }
}

fn entry(kind: EntryKind, name: Text, line: Text, address: String, known_from: Option<Date>) -> SearchEntry {
    let pinyin = pinyin(&name.zh);
    SearchEntry { kind, known_from, name, line, address, pinyin }
}

fn of_page(page: &Named) -> SearchEntry {
    entry(EntryKind::Page, page.name.clone(), page.sentence.clone(), page.page.path().to_owned(), None)
}

fn of_park(park: &Park, leagues: &[League]) -> SearchEntry {
    let league = leagues.iter().find(|league| league.id == park.league).map(|league| &league.short);
    let years = park.construction.as_ref().map(|years| format!(" · {}–{}", years.from, years.to));
    let years = years.unwrap_or_default();
    let (scope_zh, scope_en) = match park.scope {
        Some(Scope::Whole) => (" · 整体", " · whole park"),
        Some(Scope::Part) => (" · 园中园", " · park within a park"),
        None => ("", ""),
    };
    let line = Text {
        zh: format!("{}{scope_zh}{years}", league.map_or("", |league| &league.zh)),
        en: format!("{}{scope_en}{years}", league.map_or("", |league| &league.en)),
    };
    let known_from = park.events.first().map(|act| act.dated);
    entry(EntryKind::Park, park.name.clone(), line, format!("parks/{}", park.id), known_from)
}

/// A park by the names that it bears no longer or that documents write otherwise.
fn by_other_names(park: &Park) -> impl Iterator<Item = SearchEntry> {
    let known_from = park.events.first().map(|act| act.dated);
    park.other_names.iter().map(move |other| {
        let name = Text { zh: other.zh.clone(), en: other.zh.clone() };
        entry(EntryKind::Park, name, park.name.clone(), format!("parks/{}", park.id), known_from)
    })
}

/// A league with its grid: that it is a league is said beside it, as the kind of what was found.
fn of_league(league: &League) -> SearchEntry {
    let (zh, en) = match league.grid {
        Grid::West => ("蒙西电网", "West grid"),
        Grid::East => ("蒙东电网", "East grid"),
    };
    let line = Text { zh: zh.to_owned(), en: en.to_owned() };
    entry(EntryKind::League, league.name.clone(), line, format!("leagues/{}", league.id), None)
}

fn of_list(list: &List) -> SearchEntry {
    let (count, _) = super::corrections::size(list);
    let line = Text {
        zh: format!("{} · {count}个园区", list.published),
        en: format!("{} · {count} parks", list.published),
    };
    entry(EntryKind::List, list.title.clone(), line, format!("lists/{}", list.id), Some(list.published))
}

fn of_report(report: &WorkReport) -> SearchEntry {
    let (kind, issuer) = (kind_name(report.kind), report.issuer.in_both());
    let line = Text {
        zh: format!("{} · {} · {}", report.dated, kind.zh, issuer.zh),
        en: format!("{} · {} · {}", report.dated, kind.en, issuer.en),
    };
    let address = format!("work/{}", report.id);
    entry(EntryKind::Work, report.title.in_both(), line, address, Some(report.dated))
}

fn of_term(term: &Term) -> SearchEntry {
    // The reading of a term is written by hand; only its initials are taken from the characters.
    let initials = pinyin(&term.term.zh);
    let initials = initials.rsplit_once(' ').map_or("", |(_, initials)| initials);
    SearchEntry {
        kind: EntryKind::Term,
        known_from: term.known_from,
        name: term.term.clone(),
        line: term.definition.clone(),
        address: format!("glossary#{}", term.id),
        pinyin: format!("{} {initials}", term.pinyin),
    }
}

fn of_document(document: &Document) -> SearchEntry {
    let number = document.number.as_deref().map(|number| format!(" · {number}")).unwrap_or_default();
    let line =
        Text { zh: format!("{}{number}", document.issuer.zh), en: format!("{}{number}", document.issuer.en) };
    entry(
        EntryKind::Document,
        document.title.clone(),
        line,
        format!("method#{}", document.id),
        document.known_from(),
    )
}

fn clauses(document: &Document) -> impl Iterator<Item = SearchEntry> {
    document.clauses.iter().map(|clause| {
        let name = Text {
            zh: format!("{} {}", document.title.zh, clause.label),
            en: format!("{} {}", document.title.en, clause.label),
        };
        let said = clause.quote.as_ref().or(clause.gloss_zh.as_ref());
        let zh = said.map_or_else(|| clause.label.clone(), |said| beginning(said));
        let line = Text { zh, en: beginning(&clause.gloss_en) };
        let address = format!("method#{}/{}", document.id, clause.path);
        // A clause is looked for by its words, which are in `line`; its document has the pinyin.
        let known_from = document.known_from();
        SearchEntry { kind: EntryKind::Clause, known_from, name, line, address, pinyin: String::new() }
    })
}

fn of_entry(listed: &ListEntry, list: &List) -> SearchEntry {
    let name = Text { zh: listed.name.clone(), en: listed.name.clone() };
    let province = listed.province.as_ref().map(|province| format!("{province} · ")).unwrap_or_default();
    let (zh, en) = match listed.unnumbered {
        true => (String::new(), String::new()),
        false => (format!("第{}号", listed.number), format!(", no. {}", listed.number)),
    };
    let line = Text {
        zh: format!("{province}{}{zh}", list.title.zh),
        en: format!("{province}{}{en}", list.title.en),
    };
    entry(
        EntryKind::ListEntry,
        name,
        line,
        format!("lists/{}#{}", list.id, listed.anchor()),
        Some(list.published),
    )
}

/// The first words of a long text.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 90;
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match one_line.char_indices().nth(LONGEST) {
        None => one_line,
        Some((end, _)) => format!("{}…", one_line[..end].trim_end()),
    }
}
