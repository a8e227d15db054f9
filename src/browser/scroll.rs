//! Where the reader was in a page: see web/scroll.js.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/web/scroll.js")]
extern "C" {
    /// Keeps the reader's place in the history from now on, and finds it again by back, forward and reload.
    #[wasm_bindgen(js_name = keepPlace)]
    pub fn keep_place();
}
