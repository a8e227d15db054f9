//! Dialogs, which keep the keyboard within them while they are open.

use leptos::prelude::document;
use web_sys::HtmlDialogElement;

use super::takeover;

/// Opens or closes a dialog, unless it is so already. A dialog that is wanted before the program's page has taken the
/// drawn one's place opens then.
pub fn set_open(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.is_connected() {
        let dialog = dialog.clone();
        takeover::then(move || set_open(&dialog, true));
    } else if open && !dialog.open() {
        // Refused only when the dialog has left the document; then there is nothing to show.
        let _refused = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Whether any dialog of the page is open.
pub fn is_any_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}
