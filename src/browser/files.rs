//! Files that the reader hands to the page.

use leptos::ev::{DragEvent, Event};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlInputElement};

/// What was handed over at once.
pub enum Handed {
    /// A file.
    One(HandedFile),
    /// More than one.
    Several,
}

impl Handed {
    fn of(files: &FileList) -> Option<Handed> {
        let file = files.get(0)?;
        Some(if files.length() > 1 { Handed::Several } else { Handed::One(HandedFile(file)) })
    }
}

/// A file that was handed over.
pub struct HandedFile(File);

impl HandedFile {
    /// How long it is, bytes.
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Begins to read it; the text is `None` when it cannot be read.
    pub fn text(&self) -> impl Future<Output = Option<String>> + use<> {
        let reading = JsFuture::from(self.0.text());
        async move { reading.await.ok()?.as_string() }
    }
}

/// What was chosen in a field for files. The field forgets it: the same file may be chosen again.
pub fn chosen(ev: &Event) -> Option<Handed> {
    let input = ev.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let handed = input.files().and_then(|files| Handed::of(&files));
    input.set_value("");
    handed
}

/// What was dropped; the browser does not open it in place of the page. `None` where it is no file.
pub fn dropped(ev: &DragEvent) -> Option<Handed> {
    let handed = Handed::of(&ev.data_transfer()?.files()?)?;
    ev.prevent_default();
    Some(handed)
}
