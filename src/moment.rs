//! What the reader looks at: which edition, which publication of it, as of which round. It stands in the address of
//! every page.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::query::Query;

/// An edition, a version and a round, as the address writes them: `?edition=published&as-of=2027-h1`. What there is
/// of them is known when the catalogue is ([`disclosure::asked`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Id of the edition; absent for the one that the catalogue opens.
    pub edition: Option<&'static str>,
    /// Id of the round as of which everything is shown; absent for all that is known.
    pub as_of: Option<&'static str>,
    /// Version of the edition, the hash of its index; absent for what is published now.
    pub version: Option<&'static str>,
}

impl Moment {
    /// The moment that a query names.
    pub fn of(query: &Query) -> Moment {
        Moment { edition: kept(&query.edition), as_of: kept(&query.as_of), version: kept(&query.version) }
    }

    /// A query that names the moment and nothing else.
    pub fn query(self) -> Query {
        self.in_query(Query::default())
    }

    /// A query with the moment in it.
    pub fn in_query(self, query: Query) -> Query {
        let text = |id: Option<&str>| id.unwrap_or_default().to_owned();
        Query { edition: text(self.edition), as_of: text(self.as_of), version: text(self.version), ..query }
    }

    /// Another edition, with all that is known of it now.
    pub fn in_edition(edition: Option<&str>) -> Moment {
        Moment { edition: edition.and_then(kept), ..Moment::default() }
    }

    /// The same version of the edition as of another round.
    pub fn as_of_round(self, round: Option<&str>) -> Moment {
        Moment { as_of: round.and_then(kept), ..self }
    }
}

/// Ids are short, and a reader meets few of them: each is kept once for the life of the page, so that a
/// moment is as easy to hand on as a language. An endless one is cut: longer than any there is, it is still none of
/// them, and the page says so.
fn kept(id: &str) -> Option<&'static str> {
    const LONGEST: usize = 96;
    thread_local! {
        static KEPT: RefCell<HashSet<&'static str>> = RefCell::default();
    }
    let id = &id[..id.floor_char_boundary(LONGEST)];
    if id.is_empty() {
        return None;
    }
    KEPT.with_borrow_mut(|ids| {
        if let Some(id) = ids.get(id) {
            return Some(*id);
        }
        let id: &'static str = Box::leak(id.to_owned().into_boxed_str());
        ids.insert(id);
        Some(id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_back_from_its_query() {
        let query = Query::from_query("?edition=published&as-of=2027-h1&version=0a1b2c3d4e&q=x");
        let moment = Moment::of(&query);
        let whole =
            Moment { edition: Some("published"), as_of: Some("2027-h1"), version: Some("0a1b2c3d4e") };
        assert_eq!(moment, whole);
        assert_eq!(moment.query().to_query(), "?edition=published&as-of=2027-h1&version=0a1b2c3d4e");
        assert_eq!(moment.in_query(Query { q: "x".into(), ..Query::default() }), query);
        assert_eq!(Moment::of(&Query::default()).query().to_query(), "");
        assert_eq!(moment.as_of_round(None).query().to_query(), "?edition=published&version=0a1b2c3d4e");
    }

    #[test]
    fn an_endless_id_is_cut_and_never_taken_for_none() {
        let query = Query { as_of: "园".repeat(100_000), ..Query::default() };
        let as_of = Moment::of(&query).as_of.unwrap();
        assert_eq!(as_of, "园".repeat(32));
    }
}
