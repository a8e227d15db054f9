//! Loading what is published: fetched once, checked by its hash, cached, and shown with every state that
//! it can be in. Each file stands on its own: one that fails does not take down the others.

mod fetch;

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use assessment::Date;
use disclosure::as_of::{self, Dated, Known};
use disclosure::asked::{bare, meant};
use disclosure::integrity::verify_seal;
use disclosure::model::{
    CATALOGUE_FORMAT, Catalogue, EDITION_FORMAT, Edition, EditionRef, FileRef, LeagueMap, Version,
};
use disclosure::round::RoundSummary;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::host::Host;
use crate::moment::Moment;
use crate::view_context::ViewContext;

pub use fetch::{Fault, Files, Waiting};

/// The file that names all others.
const CATALOGUE: &str = "catalog.json";

/// What a resource is at the moment.
#[derive(Debug)]
pub enum Loaded<T> {
    /// On its way.
    Loading,
    /// Here, and checked.
    Ready(Arc<T>),
    /// Not to be had, and why.
    Failed(Fault),
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Loaded<T> {
        match self {
            Loaded::Loading => Loaded::Loading,
            Loaded::Ready(value) => Loaded::Ready(Arc::clone(value)),
            Loaded::Failed(fault) => Loaded::Failed(fault.clone()),
        }
    }
}

/// Where a resource comes from.
#[derive(Clone)]
enum Origin {
    /// The catalogue and an edition that it lists, at a moment.
    Catalogue(Moment),
    /// An immutable file, as known on a day; without a day only the outlines, which have no past.
    File(FileRef, Option<Date>),
}

/// A resource of type `T`: its present state, and how to fetch it again.
pub struct Handle<T: 'static> {
    state: ArcRwSignal<Loaded<T>>,
    source: Source,
    origin: Origin,
    load: fn(Handle<T>),
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Handle<T> {
        Handle {
            state: self.state.clone(),
            source: self.source,
            origin: self.origin.clone(),
            load: self.load,
        }
    }
}

impl<T: Send + Sync + 'static> Handle<T> {
    /// The present state; tracked.
    pub fn get(&self) -> Loaded<T> {
        self.state.get()
    }

    /// The value when it is here; tracked.
    pub fn ready(&self) -> Option<Arc<T>> {
        match self.get() {
            Loaded::Ready(value) => Some(value),
            Loaded::Loading | Loaded::Failed(_) => None,
        }
    }

    /// Fetches it again.
    pub fn retry(&self) {
        self.state.set(Loaded::Loading);
        (self.load)(self.clone());
    }

    fn settle(&self, result: Result<T, Fault>) {
        self.state.set(match result {
            Ok(value) => Loaded::Ready(Arc::new(value)),
            Err(fault) => Loaded::Failed(fault),
        });
    }
}

/// The catalogue with an edition of it, as it was known at a moment.
#[derive(Debug)]
pub struct Opened {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// The edition's entry in the catalogue.
    pub listed: EditionRef,
    /// The edition's index as it was known on the moment's day: what pages show.
    pub edition: Known<Edition>,
    /// All that the edition knows, for another moment; never for a page.
    whole: Arc<Edition>,
    /// The day on which this version was published, where it is not the one that is published now.
    pub superseded: Option<Date>,
}

impl Opened {
    /// An edition at a moment: what pages show of it is what was known then.
    ///
    /// # Errors
    /// [`Fault::NoSuchState`] where the address names a moment that the edition has not: it is never taken for the
    /// latest.
    pub fn at(
        catalogue: Arc<Catalogue>,
        listed: EditionRef,
        superseded: Option<Date>,
        whole: Arc<Edition>,
        moment: Moment,
    ) -> Result<Opened, Fault> {
        let day = match moment.as_of {
            None => whole.as_of,
            Some(asked) => day_of(&whole, asked).ok_or(Fault::NoSuchState(asked))?,
        };
        let edition = as_of::edition(&whole, day);
        Ok(Opened { catalogue, listed, edition, whole, superseded })
    }

    /// The day as of which everything is shown.
    pub fn day(&self) -> Date {
        self.edition.as_of
    }

    /// The last round known on that day; `None` while none is published.
    pub fn round(&self) -> Option<&RoundSummary> {
        self.edition.rounds.last()
    }

    /// The moments that a reader may choose: ids and days of rounds and corrections, oldest first. Their days may lie
    /// after the reader's own, and nothing else of them is told.
    pub fn moments(&self) -> Vec<(&str, Date)> {
        let mut moments: Vec<(&str, Date)> = moments_of(&self.whole).collect();
        moments.sort_by_key(|(_, dated)| *dated);
        moments
    }

    /// The edition's own day, the last that can be chosen.
    pub fn latest_day(&self) -> Date {
        self.whole.as_of
    }

    /// Whether an earlier day than the edition's own is looked at.
    pub fn is_past(&self) -> bool {
        self.edition.as_of < self.whole.as_of
    }
}

/// Rounds and corrections by id, with their days.
fn moments_of(whole: &Edition) -> impl Iterator<Item = (&str, Date)> {
    let rounds = whole.rounds.iter().map(|round| (round.id.as_str(), round.dated));
    let corrections = whole.corrections.iter().flat_map(|all| &all.days);
    rounds.chain(corrections.map(|notice| (notice.id.as_str(), notice.dated)))
}

/// The day that an address names: of a round or a correction by its id, or a day up to the edition's own.
fn day_of(whole: &Edition, asked: &str) -> Option<Date> {
    let moments: Vec<(&str, Date)> = moments_of(whole).collect();
    let ids: Vec<&str> = moments.iter().map(|(id, _)| *id).collect();
    let meant = meant(asked, &ids);
    let named = moments.iter().find(|(id, _)| Some(*id) == meant).map(|(_, dated)| *dated);
    named.or_else(|| bare(asked).parse::<Date>().ok().filter(|day| *day <= whole.as_of))
}

/// A file's value. Whatever has a past is handed out as it was known on a day, and never whole.
pub trait File: Dated + DeserializeOwned + Send + Sync + 'static {}

impl<T: Dated + DeserializeOwned + Send + Sync + 'static> File for T {}

/// Where files come from, and who brings them.
#[derive(Clone, Copy)]
struct Source {
    files: &'static dyn Files,
    host: &'static dyn Host,
}

/// Everything that was asked for since the portal was opened.
#[derive(Clone)]
pub struct Store {
    source: Source,
    opened: Kept,
    files: Kept,
}

/// Handles by what was asked for.
type Kept = Arc<std::sync::Mutex<HashMap<String, Box<dyn Any + Send + Sync>>>>;

/// The handle that is kept under a key, or a new one that is kept from now on, and whether it is new.
fn kept<T: Send + Sync + 'static>(
    kept: &Kept,
    key: String,
    new: impl FnOnce() -> Handle<T>,
) -> (Handle<T>, bool) {
    let mut handles = kept.lock().expect("one thread never poisons its lock");
    if let Some(handle) = handles.get(&key).and_then(|handle| handle.downcast_ref::<Handle<T>>()) {
        return (handle.clone(), false);
    }
    let handle = new();
    handles.insert(key, Box::new(handle.clone()));
    (handle, true)
}

impl Store {
    /// A store of the files of a data folder, for pages that are drawn at a place.
    pub fn open(files: &'static dyn Files, host: &'static dyn Host) -> Store {
        Store { source: Source { files, host }, opened: Kept::default(), files: Kept::default() }
    }

    /// The store of this portal.
    pub fn of() -> Store {
        expect_context::<Store>()
    }

    /// The edition at the reader's moment.
    pub fn opened(&self) -> Handle<Opened> {
        self.opened_at(ViewContext::of().moment)
    }

    /// An edition at a moment. Another moment of an edition that is here already needs no network.
    pub fn opened_at(&self, moment: Moment) -> Handle<Opened> {
        let key = moment.query().to_query();
        self.source.files.asked(CATALOGUE);
        let (handle, new) = kept(&self.opened, key, || Handle {
            state: ArcRwSignal::new(self.at_moment(moment).unwrap_or(Loaded::Loading)),
            source: self.source,
            origin: Origin::Catalogue(moment),
            load: load_opened,
        });
        if new && matches!(handle.state.get_untracked(), Loaded::Loading) {
            load_opened(handle.clone());
        }
        handle
    }

    /// The moment of an edition that another moment has already brought.
    fn at_moment(&self, moment: Moment) -> Option<Loaded<Opened>> {
        let handles = self.opened.try_lock().ok()?;
        let here = handles.values().filter_map(|handle| handle.downcast_ref::<Handle<Opened>>());
        let mut here = here.filter_map(|handle| match handle.state.get_untracked() {
            Loaded::Ready(opened) => Some(opened),
            Loaded::Loading | Loaded::Failed(_) => None,
        });
        let same = here.find(|opened| {
            let edition = moment.edition.unwrap_or(&opened.catalogue.default_edition) == opened.whole.id;
            let version = match moment.version {
                None => opened.superseded.is_none(),
                Some(version) => version == opened.listed.index.sha256,
            };
            edition && version
        })?;
        let (catalogue, whole) = (Arc::clone(&same.catalogue), Arc::clone(&same.whole));
        let opened = Opened::at(catalogue, same.listed.clone(), same.superseded, whole, moment);
        Some(opened.map_or_else(Loaded::Failed, |opened| Loaded::Ready(Arc::new(opened))))
    }

    /// A file without a past, fetched at the first call and kept. Its type is the one that the model names beside
    /// the reference; a path is always asked for as the same type.
    fn file<T: DeserializeOwned + Send + Sync + 'static>(&self, file: &FileRef) -> Handle<T> {
        self.source.files.asked(&file.path);
        let (handle, new) = kept(&self.files, file.path.clone(), || Handle {
            state: ArcRwSignal::new(Loaded::Loading),
            source: self.source,
            origin: Origin::File(file.clone(), None),
            load: load_file,
        });
        if new {
            load_file(handle.clone());
        }
        handle
    }

    /// A file as it was known on the day of what is opened. Nothing later is in it.
    pub fn file_at<T: File>(&self, opened: &Opened, file: &FileRef) -> Handle<Known<T>> {
        self.file_on(file, opened.day())
    }

    /// A file as it was known on a day, which is the reader's or an earlier one: for what was known when an act
    /// was done.
    pub fn file_on<T: File>(&self, file: &FileRef, day: Date) -> Handle<Known<T>> {
        self.source.files.asked(&file.path);
        let (handle, new) = kept(&self.files, format!("{} {day}", file.path), || Handle {
            state: ArcRwSignal::new(Loaded::Loading),
            source: self.source,
            origin: Origin::File(file.clone(), Some(day)),
            load: load_dated::<T>,
        });
        if new {
            load_dated::<T>(handle.clone());
        }
        handle
    }

    /// The leagues' outlines.
    pub fn map(&self, opened: &Opened) -> Handle<LeagueMap> {
        self.file(&opened.catalogue.map)
    }
}

fn load_file<T: DeserializeOwned + Send + Sync + 'static>(handle: Handle<T>) {
    let Origin::File(file, _) = &handle.origin else { return };
    let (source, file) = (handle.source, file.clone());
    fetch_file(
        source,
        file,
        Box::new(move |bytes| handle.settle(bytes.and_then(|bytes| fetch::read(&bytes)))),
    );
}

/// Fetches a file and hands its bytes on. Boxed, so that the machinery of fetching is compiled once and not once for
/// each type of file.
fn fetch_file(source: Source, file: FileRef, then: Box<dyn FnOnce(Result<Vec<u8>, Fault>)>) {
    source.host.spawn(Box::pin(async move { then(fetch::file(source.files, &file).await) }));
}

fn load_dated<T: File>(handle: Handle<Known<T>>) {
    let Origin::File(file, Some(day)) = &handle.origin else { return };
    let (source, file, day) = (handle.source, file.clone(), *day);
    let settle = move |bytes: Result<Vec<u8>, Fault>| {
        let read = bytes.and_then(|bytes| fetch::read_checked::<T>(&bytes));
        handle.settle(read.map(|value| Known::on(value, day)));
    };
    fetch_file(source, file, Box::new(settle));
}

fn load_opened(handle: Handle<Opened>) {
    let Origin::Catalogue(moment) = handle.origin else { return };
    let source = handle.source;
    source.host.spawn(Box::pin(async move { handle.settle(open_catalogue(source.files, moment).await) }));
}

async fn open_catalogue(files: &dyn Files, moment: Moment) -> Result<Opened, Fault> {
    let bytes = files.bytes(CATALOGUE, true).await?;
    let catalogue: Catalogue = fetch::read_format(&bytes, CATALOGUE_FORMAT)?;
    verify_seal(&bytes).map_err(|_| Fault::HashMismatch)?;
    let (listed, superseded) = match moment.version {
        None => (edition_asked(&catalogue, moment)?, None),
        Some(version) => version_asked(files, &catalogue, version).await?,
    };
    let another = |asked: &&str| meant(asked, &[&listed.id]).is_none();
    if let Some(asked) = moment.edition.filter(another) {
        return Err(Fault::NoSuchState(asked));
    }
    let edition = fetch::read_format(&fetch::file(files, &listed.index).await?, EDITION_FORMAT)?;
    Opened::at(Arc::new(catalogue), listed, superseded, Arc::new(edition), moment)
}

fn edition_asked(catalogue: &Catalogue, moment: Moment) -> Result<EditionRef, Fault> {
    let ids: Vec<&str> = catalogue.editions.iter().map(|edition| edition.id.as_str()).collect();
    let wanted = match moment.edition {
        None => catalogue.default_edition.as_str(),
        Some(asked) => meant(asked, &ids).ok_or(Fault::NoSuchState(asked))?,
    };
    catalogue.editions.iter().find(|edition| edition.id == wanted).cloned().ok_or(Fault::Malformed)
}

/// The edition of a version, and the day of its publication where another has taken its place.
async fn version_asked(
    files: &dyn Files,
    catalogue: &Catalogue,
    asked: &'static str,
) -> Result<(EditionRef, Option<Date>), Fault> {
    if let Some(listed) = catalogue.editions.iter().find(|listed| listed.is_version(asked)) {
        return Ok((listed.clone(), None));
    }
    let Some(file) = &catalogue.versions else { return Err(Fault::NoSuchState(asked)) };
    let versions: Vec<Version> = fetch::read(&fetch::file(files, file).await?)?;
    let found = versions.into_iter().find(|version| version.edition.is_version(asked));
    found.map(|found| (found.edition, Some(found.published))).ok_or(Fault::NoSuchState(asked))
}
