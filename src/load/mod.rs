//! Loading what is published: fetched once, checked by its hash, cached, and shown with every state that
//! it can be in. Each file stands on its own: one that fails does not take down the others.

mod fetch;
mod kept;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

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

use kept::{FILES, Kept, MOMENTS, kept};

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
    /// The moments that are open.
    opened: &'static Mutex<Kept>,
    /// Whether the catalogue is being read again.
    renewing: &'static AtomicBool,
}

/// What was asked for since the portal was opened, as far as it is kept.
#[derive(Clone)]
pub struct Store {
    source: Source,
    files: Arc<Mutex<Kept>>,
}

impl Store {
    /// A store of the files of a data folder, for pages that are drawn at a place.
    pub fn open(files: &'static dyn Files, host: &'static dyn Host) -> Store {
        // A store lives as long as what its pages are drawn on.
        let opened = Box::leak(Box::new(Kept::new(MOMENTS)));
        let renewing = Box::leak(Box::new(AtomicBool::new(false)));
        let source = Source { files, host, opened, renewing };
        Store { source, files: Arc::new(Kept::new(FILES)) }
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
        let (handle, new) = kept(self.source.opened, key, 0, |others| Handle {
            state: ArcRwSignal::new(others.at_moment(moment).unwrap_or(Loaded::Loading)),
            source: self.source,
            origin: Origin::Catalogue(moment),
            load: load_opened,
        });
        if new && matches!(handle.state.get_untracked(), Loaded::Loading) {
            load_opened(handle.clone());
        }
        handle
    }

    /// A file without a past, fetched at the first call and kept. Its type is the one that the model names beside
    /// the reference; a path is always asked for as the same type.
    fn file<T: DeserializeOwned + Send + Sync + 'static>(&self, file: &FileRef) -> Handle<T> {
        self.source.files.asked(&file.path);
        let (handle, new) = kept(&self.files, file.path.clone(), file.bytes, |_| Handle {
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
        let (handle, new) = kept(&self.files, format!("{} {day}", file.path), file.bytes, |_| Handle {
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
    let then = move |bytes: Result<Vec<u8>, Fault>| -> Then {
        let read = bytes.and_then(|bytes| fetch::read(&bytes));
        Box::new(move || handle.settle(read))
    };
    fetch_file(source, file, Box::new(then));
}

/// What is left to do once a file is read.
type Then = Box<dyn FnOnce()>;

/// Bytes from which on what is made of a file comes in a task of its own, behind the reading.
const LONG: u64 = 1 << 18;

/// Fetches a file and hands its bytes on. Boxed, so that the machinery of fetching is compiled once and not once for
/// each type of file.
fn fetch_file(source: Source, file: FileRef, read: Box<dyn FnOnce(Result<Vec<u8>, Fault>) -> Then>) {
    source.host.spawn(Box::pin(async move {
        let bytes = fetch::file(source.files, &file).await;
        if bytes == Err(Fault::Missing) {
            renew(source).await;
        }
        let then = read(bytes);
        if file.bytes >= LONG {
            source.host.pause().await;
        }
        then();
    }));
}

fn load_dated<T: File>(handle: Handle<Known<T>>) {
    let Origin::File(file, Some(day)) = &handle.origin else { return };
    let (source, file, day) = (handle.source, file.clone(), *day);
    let then = move |bytes: Result<Vec<u8>, Fault>| -> Then {
        let read = bytes.and_then(|bytes| fetch::read_checked::<T>(&bytes));
        Box::new(move || handle.settle(read.map(|value| Known::on(value, day))))
    };
    fetch_file(source, file, Box::new(then));
}

fn load_opened(handle: Handle<Opened>) {
    let Origin::Catalogue(moment) = handle.origin else { return };
    let source = handle.source;
    source.host.spawn(Box::pin(async move { handle.settle(open_catalogue(source, moment).await) }));
}

/// A file that is gone was published by a release that another has taken the place of since the page was opened. The
/// catalogue is read again, and what is open of an edition that has changed is opened as it is published now.
async fn renew(source: Source) {
    if source.renewing.swap(true, Ordering::Relaxed) {
        return;
    }
    let catalogue = read_catalogue(source.files).await.map(Arc::new);
    let handles = source.opened.lock().expect("one thread never poisons its lock").opened();
    for handle in handles {
        let Origin::Catalogue(moment) = handle.origin else { continue };
        let (Loaded::Ready(before), Ok(catalogue)) = (handle.state.get_untracked(), &catalogue) else {
            continue;
        };
        let now = open_moment(source, Arc::clone(catalogue), moment).await;
        if let Some(now) = now.ok().filter(|now| now.listed.index != before.listed.index) {
            handle.settle(Ok(now));
        }
    }
    source.renewing.store(false, Ordering::Relaxed);
}

async fn read_catalogue(files: &dyn Files) -> Result<Catalogue, Fault> {
    let bytes = files.bytes(CATALOGUE, true).await?;
    let catalogue = fetch::read_format(&bytes, CATALOGUE_FORMAT)?;
    verify_seal(&bytes).map_err(|_| Fault::HashMismatch)?;
    Ok(catalogue)
}

async fn open_catalogue(source: Source, moment: Moment) -> Result<Opened, Fault> {
    let catalogue = read_catalogue(source.files).await?;
    open_moment(source, Arc::new(catalogue), moment).await
}

async fn open_moment(source: Source, catalogue: Arc<Catalogue>, moment: Moment) -> Result<Opened, Fault> {
    let files = source.files;
    let (listed, superseded) = match moment.version {
        None => (edition_asked(&catalogue, moment)?, None),
        Some(version) => version_asked(files, &catalogue, version).await?,
    };
    let another = |asked: &&str| meant(asked, &[&listed.id]).is_none();
    if let Some(asked) = moment.edition.filter(another) {
        return Err(Fault::NoSuchState(asked));
    }
    let edition = fetch::read_format(&fetch::file(files, &listed.index).await?, EDITION_FORMAT)?;
    if listed.index.bytes >= LONG {
        source.host.pause().await;
    }
    Opened::at(catalogue, listed, superseded, Arc::new(edition), moment)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Sheet;
    use disclosure::integrity::sha256_hex;
    use disclosure::model::{CATALOGUE_FORMAT, Document};
    use serde_json::json;
    use std::collections::BTreeMap;
    use std::sync::atomic::AtomicUsize;

    static SHEET: Sheet = Sheet::new(None, None);

    /// A data folder of one edition, which counts how often its files are brought.
    struct Folder {
        catalogue: Vec<u8>,
        index: Vec<u8>,
        file: Vec<u8>,
        brought: AtomicUsize,
    }

    fn named(path: &str, bytes: &[u8]) -> FileRef {
        FileRef { path: path.to_owned(), sha256: sha256_hex(bytes), bytes: bytes.len() as u64 }
    }

    fn folder() -> &'static Folder {
        let file = b"[]".to_vec();
        let mut edition = fixtures::edition(Vec::new());
        edition.as_of = "2030-12-31".parse().unwrap();
        edition.documents = named("documents.json", &file);
        let index = serde_json::to_vec(&edition).unwrap();
        let catalogue = json!({
            "format": CATALOGUE_FORMAT, "default_edition": edition.id, "map": edition.documents,
            "editions": [{ "id": edition.id, "title": edition.title, "demonstration": true,
                           "index": named("index.json", &index) }],
        });
        let catalogue = serde_json::to_vec(&catalogue).unwrap();
        Box::leak(Box::new(Folder { catalogue, index, file, brought: AtomicUsize::new(0) }))
    }

    impl Files for Folder {
        fn bytes<'a>(&'a self, path: &'a str, _: bool) -> Waiting<'a, Result<Vec<u8>, Fault>> {
            self.brought.fetch_add(1, Ordering::Relaxed);
            let bytes = match path {
                CATALOGUE => &self.catalogue,
                "index.json" => &self.index,
                _ => &self.file,
            };
            Box::pin(async { Ok(bytes.clone()) })
        }

        fn digest<'a>(&'a self, _: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>> {
            Box::pin(async { None })
        }
    }

    /// Days from 2026 to 2028, which an address may ask for.
    fn moments() -> impl Iterator<Item = Moment> {
        let days = (2026..2029)
            .flat_map(|year| (1..13).flat_map(move |month| (1..10).map(move |day| (year, month, day))));
        days.map(|(year, month, day)| {
            Moment::default().as_of_round(Some(&format!("{year}-{month:02}-{day:02}")))
        })
    }

    fn ready<T: Send + Sync + 'static>(handle: &Handle<T>) -> Arc<T> {
        match handle.state.get_untracked() {
            Loaded::Ready(value) => value,
            other => panic!("{:?}", std::mem::discriminant(&other)),
        }
    }

    /// A data folder that is updated: of one release, later of another.
    struct Updated {
        releases: [BTreeMap<String, Vec<u8>>; 2],
        release: AtomicUsize,
        catalogues: AtomicUsize,
    }

    impl Files for Updated {
        fn bytes<'a>(&'a self, path: &'a str, _: bool) -> Waiting<'a, Result<Vec<u8>, Fault>> {
            if path == CATALOGUE {
                self.catalogues.fetch_add(1, Ordering::Relaxed);
            }
            let found = self.releases[self.release.load(Ordering::Relaxed)].get(path).cloned();
            Box::pin(async { found.ok_or(Fault::Missing) })
        }

        fn digest<'a>(&'a self, _: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>> {
            Box::pin(async { None })
        }
    }

    fn release(documents: &str, day: &str) -> BTreeMap<String, Vec<u8>> {
        let file = b"[]".to_vec();
        let mut edition = fixtures::edition(Vec::new());
        edition.as_of = day.parse().unwrap();
        edition.documents = named(documents, &file);
        let index = serde_json::to_vec(&edition).unwrap();
        let catalogue = json!({
            "format": CATALOGUE_FORMAT, "default_edition": edition.id, "map": edition.documents,
            "editions": [{ "id": edition.id, "title": edition.title, "demonstration": true,
                           "index": named(&format!("index-{day}.json"), &index) }],
        });
        BTreeMap::from([
            (CATALOGUE.to_owned(), serde_json::to_vec(&catalogue).unwrap()),
            (format!("index-{day}.json"), index),
            (documents.to_owned(), file),
        ])
    }

    #[test]
    fn a_page_that_was_opened_before_an_update_goes_on_with_what_is_published_now() {
        let owner = Owner::new();
        owner.set();
        let releases = [release("before.json", "2029-12-31"), release("after.json", "2030-12-31")];
        let (release, catalogues) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let folder: &Updated = Box::leak(Box::new(Updated { releases, release, catalogues }));
        let store = Store::open(folder, &SHEET);
        let handle = store.opened_at(Moment::default());
        let before = ready(&handle);
        folder.release.store(1, Ordering::Relaxed);
        let gone = store.file_at::<Vec<Document>>(&before, &before.edition.documents);
        assert!(matches!(gone.state.get_untracked(), Loaded::Failed(Fault::Missing)));
        let after = ready(&handle);
        assert_eq!(after.day().to_string(), "2030-12-31");
        ready(&store.file_at::<Vec<Document>>(&after, &after.edition.documents));

        // What is gone although nothing was updated is missing, and asks for the catalogue once.
        let asked = folder.catalogues.load(Ordering::Relaxed);
        let nowhere = store.file_at::<Vec<Document>>(&after, &named("nowhere.json", b""));
        assert!(matches!(nowhere.state.get_untracked(), Loaded::Failed(Fault::Missing)));
        assert!(Arc::ptr_eq(&ready(&handle), &after));
        assert_eq!(folder.catalogues.load(Ordering::Relaxed), asked + 1);
    }

    #[test]
    fn three_hundred_moments_add_nothing_that_stays() {
        let owner = Owner::new();
        owner.set();
        let folder = folder();
        let store = Store::open(folder, &SHEET);
        let (mut opened_at, mut files_at) = (Vec::new(), Vec::new());
        for moment in moments() {
            let opened = ready(&store.opened_at(moment));
            let documents = ready(&store.file_at::<Vec<Document>>(&opened, &opened.edition.documents));
            opened_at.push(Arc::downgrade(&opened));
            files_at.push(Arc::downgrade(&documents));
        }
        assert!(opened_at.len() > 300);
        assert_eq!(opened_at.iter().filter(|opened| opened.strong_count() > 0).count(), MOMENTS);
        assert_eq!(files_at.iter().filter(|file| file.strong_count() > 0).count(), FILES);
        let last = moments().last().unwrap();
        let again = store.opened_at(last);
        let kept = opened_at.last().and_then(std::sync::Weak::upgrade);
        assert!(kept.is_some_and(|kept| Arc::ptr_eq(&kept, &ready(&again))));
    }

    #[test]
    fn another_moment_of_an_edition_that_is_here_brings_nothing_anew() {
        let owner = Owner::new();
        owner.set();
        let folder = folder();
        let store = Store::open(folder, &SHEET);
        let now = ready(&store.opened_at(Moment::default()));
        let brought = folder.brought.load(Ordering::Relaxed);
        let then = ready(&store.opened_at(moments().next().unwrap()));
        assert_eq!(folder.brought.load(Ordering::Relaxed), brought);
        assert!(then.is_past() && Arc::ptr_eq(&then.whole, &now.whole));
    }
}
