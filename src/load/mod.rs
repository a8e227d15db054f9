//! Loading what is published: fetched once, checked by its hash, cached, and shown with every state that
//! it can be in. Each file stands on its own: one that fails does not take down the others.

mod fetch;
mod shown;
mod tree;

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use disclosure::model::{
    CATALOGUE_FORMAT, Catalogue, EDITION_FORMAT, Edition, EditionRef, FileRef, LeagueMap,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

pub use fetch::Fault;
pub use shown::{failed, loading, shown, shown_page, told};

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
            Loaded::Failed(fault) => Loaded::Failed(*fault),
        }
    }
}

/// Where a resource comes from.
#[derive(Clone)]
enum Origin {
    /// The catalogue and the edition that it names.
    Catalogue,
    /// An immutable file.
    File(FileRef),
}

/// A resource of type `T`: its present state, and how to fetch it again.
pub struct Handle<T: 'static> {
    state: ArcRwSignal<Loaded<T>>,
    data: &'static str,
    origin: Origin,
    load: fn(Handle<T>),
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Handle<T> {
        Handle { state: self.state.clone(), data: self.data, origin: self.origin.clone(), load: self.load }
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

/// The catalogue with the edition that it opens.
#[derive(Debug)]
pub struct Opened {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The edition's entry in the catalogue.
    pub listed: EditionRef,
    /// The edition's index.
    pub edition: Edition,
}

/// Everything that was asked for since the portal was opened.
#[derive(Clone)]
pub struct Store {
    data: &'static str,
    opened: Handle<Opened>,
    files: Arc<std::sync::Mutex<HashMap<String, Box<dyn Any + Send + Sync>>>>,
}

impl Store {
    /// A store that fetches below `data`, the address of the data folder, and begins with the catalogue.
    pub fn open(data: &'static str) -> Store {
        let opened = Handle {
            state: ArcRwSignal::new(Loaded::Loading),
            data,
            origin: Origin::Catalogue,
            load: |handle| {
                spawn_local(async move { handle.settle(open_catalogue(handle.data).await) });
            },
        };
        (opened.load)(opened.clone());
        Store { data, opened, files: Arc::default() }
    }

    /// The store of this portal.
    pub fn of() -> Store {
        expect_context::<Store>()
    }

    /// The catalogue and its edition.
    pub fn opened(&self) -> Handle<Opened> {
        self.opened.clone()
    }

    /// A file, fetched at the first call and kept. Its type is the one that the model names beside the
    /// reference; a path is always asked for as the same type.
    pub fn file<T: DeserializeOwned + Send + Sync + 'static>(&self, file: &FileRef) -> Handle<T> {
        let mut files = self.files.lock().expect("one thread never poisons its lock");
        if let Some(kept) = files.get(&file.path).and_then(|kept| kept.downcast_ref::<Handle<T>>()) {
            return kept.clone();
        }
        let handle: Handle<T> = Handle {
            state: ArcRwSignal::new(Loaded::Loading),
            data: self.data,
            origin: Origin::File(file.clone()),
            load: load_file,
        };
        files.insert(file.path.clone(), Box::new(handle.clone()));
        drop(files);
        load_file(handle.clone());
        handle
    }

    /// The leagues' outlines.
    pub fn map(&self, opened: &Opened) -> Handle<LeagueMap> {
        self.file(&opened.catalogue.map)
    }
}

fn load_file<T: DeserializeOwned + Send + Sync + 'static>(handle: Handle<T>) {
    spawn_local(async move {
        let Origin::File(file) = &handle.origin else { return };
        let result = fetch::file(handle.data, file).await;
        handle.settle(result.and_then(|bytes| fetch::read(&bytes)));
    });
}

async fn open_catalogue(data: &str) -> Result<Opened, Fault> {
    let bytes = fetch::bytes(&format!("{data}catalog.json"), true).await?;
    let catalogue: Catalogue = fetch::read_format(&bytes, CATALOGUE_FORMAT)?;
    let listed = catalogue
        .editions
        .iter()
        .find(|edition| edition.id == catalogue.default_edition)
        .ok_or(Fault::Malformed)?
        .clone();
    let edition = fetch::read_format(&fetch::file(data, &listed.index).await?, EDITION_FORMAT)?;
    Ok(Opened { catalogue, listed, edition })
}
