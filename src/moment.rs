//! What the reader looks at: which edition, as of which round. It stands in the address of every page.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::query::Query;

/// An edition and a round, as far as the address names them: `?edition=published&as-of=2027-h1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Id of the edition; absent for the one that the catalogue opens.
    pub edition: Option<&'static str>,
    /// Id of the round as of which everything is shown; absent for all that is known.
    pub as_of: Option<&'static str>,
}

impl Moment {
    /// The moment that a query names.
    pub fn of(query: &Query) -> Moment {
        Moment { edition: kept(&query.edition), as_of: kept(&query.as_of) }
    }

    /// A query that names the moment and nothing else.
    pub fn query(self) -> Query {
        self.in_query(Query::default())
    }

    /// A query with the moment in it.
    pub fn in_query(self, query: Query) -> Query {
        let text = |id: Option<&str>| id.unwrap_or_default().to_owned();
        Query { edition: text(self.edition), as_of: text(self.as_of), ..query }
    }

    /// Another edition, with all that is known of it.
    pub fn in_edition(edition: Option<&str>) -> Moment {
        Moment { edition: edition.and_then(kept), as_of: None }
    }

    /// The same edition as of another round.
    pub fn as_of_round(self, round: Option<&str>) -> Moment {
        Moment { as_of: round.and_then(kept), ..self }
    }
}

/// Ids are short, and a reader meets few of them: each is kept once for the life of the page, so that a
/// moment is as easy to hand on as a language. What is too long is none.
fn kept(id: &str) -> Option<&'static str> {
    const LONGEST: usize = 64;
    thread_local! {
        static KEPT: RefCell<HashSet<&'static str>> = RefCell::default();
    }
    if id.is_empty() || id.len() > LONGEST {
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
        let query = Query::from_query("?edition=published&as-of=2027-h1&q=x");
        let moment = Moment::of(&query);
        assert_eq!(moment, Moment { edition: Some("published"), as_of: Some("2027-h1") });
        assert_eq!(moment.query().to_query(), "?edition=published&as-of=2027-h1");
        assert_eq!(moment.in_query(Query { q: "x".into(), ..Query::default() }), query);
        assert_eq!(Moment::of(&Query::default()).query().to_query(), "");
        assert_eq!(moment.as_of_round(None).query().to_query(), "?edition=published");
    }

    #[test]
    fn an_endless_id_is_none() {
        let query = Query { as_of: "x".repeat(100_000), ..Query::default() };
        assert_eq!(Moment::of(&query), Moment::default());
    }
}
