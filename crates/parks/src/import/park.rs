//! Park files out of a table with a park a row.

use assessment::Decimal;

use super::mapping::quoted;
use super::toml_text::{Writer, list, text};
use super::{Import, Made, Row};
use crate::propose::propose;
use crate::sheet::day;
use crate::sheet::plain::{compact, comparable};
use crate::words::headings::{SCOPES, choice};
use crate::words::import as words;

impl Import<'_> {
    /// A file a park.
    pub(super) fn park_files(&mut self, rows: &[Row]) -> Vec<Made> {
        // Where the construction period and the place are published, where the table has either.
        let has = |import: &Self, ids: &[&str]| {
            rows.iter().any(|row| ids.iter().any(|id| import.entry(row, id).is_some()))
        };
        let with_period = has(self, &["start_year", "end_year", "period"]);
        let with_place = has(self, &["lon", "lat"]);
        let source = if with_period { self.source() } else { None };
        let mark = if with_place { self.marked().map(|[mark, _]| mark) } else { None };
        let note = if with_place { self.said("meaning") } else { None };
        let mut made: Vec<Made> = Vec::new();
        for row in rows {
            let file = self.park_file(row, source.as_deref(), mark.as_deref(), note.as_deref());
            if let Some(file) = file {
                if made.iter().any(|known| known.path == file.path) {
                    self.wrong(&row.place, words::file_twice(self.lang, &file.path));
                }
                made.push(file);
            }
        }
        made
    }

    fn park_file(
        &mut self,
        row: &Row,
        source: Option<&str>,
        mark: Option<&str>,
        note: Option<&str>,
    ) -> Option<Made> {
        let Some((name, place)) = self.words(row, "name") else {
            self.wrong(&row.place, words::no_name(self.lang));
            return None;
        };
        let league = self.league(row);
        let short = self.words(row, "short").map_or_else(|| name.clone(), |(text, _)| text);
        let known = self.park_called(&name).map(|park| park.id.clone());
        let taken = |id: &str| self.files.paths().any(|path| path.ends_with(&format!("/{id}.toml")));
        let leagues = self.draft.leagues.as_ref().map_or(&[][..], |read| &read.value.leagues);
        // Of a name that does not begin with its league's, the league is put before it.
        let whole = league.as_ref().map_or_else(
            || short.clone(),
            |(_, place)| {
                if name.contains(place.as_str()) { name.clone() } else { format!("{place}{short}") }
            },
        );
        let proposal = propose(&whole, leagues, taken).unwrap_or_default();
        let id = self.words(row, "park").map(|(text, _)| compact(&text)).unwrap_or_else(|| proposal.clone());
        let path = format!("editions/{}/parks/{id}.toml", self.edition.folder);
        if let Some(known) = known.or_else(|| self.files.get(&path).map(|_| id.clone())) {
            self.wrong(&place, words::park_exists(self.lang, &name, &known));
            return None;
        }
        let mut out = Writer::default();
        out.from("id", &place);
        out.from("name", &place);
        out.pair("id", &id);
        let en = |import: &Self, id: &str| import.words(row, id).map(|(text, _)| text);
        out.raw("name", &text(&name, en(self, "name_en").as_deref()));
        out.raw("short", &text(&short, en(self, "short_en").as_deref()));
        let (league, league_name) = league?;
        out.pair("league", &league);
        if let Some((said, place)) = self.words(row, "scope") {
            match choice(SCOPES, &said) {
                Some(scope) => out.pair("scope", scope),
                None => self.wrong(&place, words::no_choice(self.lang, &said, &["whole", "part"])),
            }
        }
        self.industries(row, &mut out);
        self.place(row, mark, note, &mut out);
        self.period(row, source, &mut out);
        let line = words::preview(self.lang, &place, &name, &id, &[league_name]);
        self.out.preview.push(line);
        Some(out.made(path))
    }

    /// The league of a row: its id and its short name.
    fn league(&mut self, row: &Row) -> Option<(String, String)> {
        let leagues = self.draft.leagues.as_ref().map(|read| &read.value.leagues);
        let Some((said, place)) = self.words(row, "league") else {
            self.wrong(&row.place, words::no_league(self.lang, "", &[]));
            return None;
        };
        let name = comparable(&said);
        let is = |text: &str| comparable(text) == name;
        let found = leagues.into_iter().flatten().find(|league| {
            is(&league.id) || is(&league.name.zh) || is(&league.short.zh) || is(&league.name.en)
        });
        if found.is_none() {
            let names: Vec<&str> =
                leagues.into_iter().flatten().map(|league| league.name.zh.as_str()).collect();
            self.wrong(&place, words::no_league(self.lang, &said, &names));
        }
        found.map(|league| (league.id.clone(), league.short.zh.clone()))
    }

    fn industries(&mut self, row: &Row, out: &mut Writer) {
        let Some((said, place)) = self.words(row, "industries") else { return };
        let known = self.draft.industries.as_ref().map(|read| &read.value.industries);
        let mut ids = Vec::new();
        let mut all = true;
        for part in compact(&said).split(['、', ',', ';']).filter(|part| !part.is_empty()) {
            let name = comparable(part);
            let is = |text: &str| comparable(text) == name;
            let found = known
                .into_iter()
                .flatten()
                .find(|industry| is(industry.id.as_str()) || is(&industry.name.zh) || is(&industry.name.en));
            match found {
                Some(industry) => ids.push(industry.id.as_str().to_owned()),
                None => all = false,
            }
        }
        if !ids.is_empty() {
            out.raw("industries", &list(&ids));
        }
        if !all {
            // What no id says stands in the words of the table.
            out.raw("industries_as_published", &text(&said, None));
            out.from("industries_as_published", &place);
        }
    }

    fn place(&mut self, row: &Row, mark: Option<&str>, note: Option<&str>, out: &mut Writer) {
        let degrees = |import: &mut Self, id: &str| {
            let (said, place) = import.words(row, id)?;
            let plain = compact(&said);
            let plain = plain.trim_end_matches(['°', '度', 'E', 'N']).to_owned();
            if Decimal::parse(&plain).is_err() {
                let words = words::no_degrees(import.lang, &said);
                import.wrong(&place, words);
                return None;
            }
            Some(plain)
        };
        let (lon, lat) = (degrees(self, "lon"), degrees(self, "lat"));
        let (Some(lon), Some(lat), Some(mark)) = (lon, lat, mark) else { return };
        let words = self.words(row, "place_note").map(|(text, _)| text).or_else(|| note.map(str::to_owned));
        let Some(words) = words else {
            let at = row.place.clone();
            self.wrong(&at, words::no_place_note(self.lang));
            return;
        };
        out.line("\n[place]");
        out.raw("point", &format!("{{ lon = {lon}, lat = {lat} }}"));
        out.raw("note", &text(&words, None));
        out.pair("mark", mark);
    }

    fn period(&mut self, row: &Row, source: Option<&str>, out: &mut Writer) {
        let year = |import: &mut Self, id: &str| {
            let (said, place) = import.words(row, id)?;
            let year = day::year(&said);
            if year.is_none() {
                import.wrong(&place, words::no_year(import.lang, &said));
            }
            year
        };
        let (from, to) = (year(self, "start_year"), year(self, "end_year"));
        let mut years = from.zip(to);
        if let Some((said, place)) = self.words(row, "period") {
            match day::years_spanned(&said) {
                Some([from, to]) => years = Some((from, to)),
                // Three years, of which nobody says the first: a list prints it so, and a park has no period of it.
                None => self.say(words::period_without_years(self.lang, &place, &said)),
            }
        }
        if let (Some((from, to)), Some(source)) = (years, source) {
            out.line("\n[construction]");
            out.raw("from", &from.to_string());
            out.raw("to", &to.to_string());
            out.raw("source", source);
        }
    }
}

/// An address without its scheme, in quotes.
pub(super) fn address(text: &str) -> String {
    let bare = text.split_once("://").map_or(text, |(_, rest)| rest);
    quoted(bare.trim())
}
