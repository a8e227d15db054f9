//! Dialogs, which keep the keyboard within them while they are open.

use leptos::prelude::document;
use web_sys::HtmlDialogElement;

/// Opens or closes a dialog, unless it is so already.
pub fn set_open(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // Refused only when the dialog is not in the document; then there is nothing to show.
        let _refused = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Whether any dialog of the page is open.
pub fn is_any_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}
