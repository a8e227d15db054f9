//! What an edition publishes, as it stands in the compiled files.
//!
//! Every fact carries a mark and a source; absent means not published, never zero.

mod edition;
mod list;
mod park;
mod place;
mod plan;
mod quota;
mod source;
mod work;

pub use assessment::ladder::Stage;

pub use edition::{
    Background, CATALOGUE_FORMAT, Catalogue, Commitment, EDITION_FORMAT, Edition, EditionRef, FileRef,
    Industry, LATEST, LadderStages, ListCount, ListSummary, NotPublished, ParkSummary, Publication, Rulebook,
    Site, Subject, Term, Version, stages_on,
};
pub use list::{EntryStatus, List, ListEntry, Today};
pub use park::{
    Act, AnnouncedTarget, CommittedTarget, Construction, Event, ListedOtherwise, Observation, OrderPart,
    OtherName, Park, ParkPlace, Scope, Statement,
};
pub use place::{Grid, League, LeagueMap, LeagueShape, Point};
pub use plan::{
    Deliverable, Department, EarlierPark, Evidence, LeagueDuty, Mechanism, Membership, Milestone, Objective,
    Plan, Quota, Register, RegisterEntry, Task, TaskKind, WorkAct, WorkKind,
};
pub use quota::{Feedstock, QuotaLimit, QuotaStandard, QuotaState, QuotaUnit, Quotas};
pub use source::{Clause, Document, OriginalText, Source};
pub use work::{Attachment, Described, Picture, Section, WorkMention, WorkReport, WorkReports, WorkSummary};
