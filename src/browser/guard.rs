//! Foreign hands on the page: a translation, a reader mode, an extension. See web/guard.js.

use std::future::poll_fn;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/web/guard.js")]
extern "C" {
    #[wasm_bindgen(js_name = guard)]
    fn watch_over(body: &HtmlElement, trouble: JsValue);

    #[wasm_bindgen(js_name = before)]
    fn before_drawing();

    #[wasm_bindgen(js_name = after)]
    fn after_drawing();
}

/// Whether foreign hands change the page as often as it is mended.
#[derive(Clone, Copy)]
pub struct Disturbed(RwSignal<bool>);

impl Disturbed {
    /// Not yet.
    #[allow(clippy::new_without_default)] // it makes a signal, which belongs to an owner
    pub fn new() -> Disturbed {
        Disturbed(RwSignal::new(false))
    }

    /// Whether they do; tracked.
    pub fn get(self) -> bool {
        self.0.get()
    }
}

/// Draws between two looks at the page: what the program itself changes is told from what others change.
struct Guarded;

impl CustomExecutor for Guarded {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, mut task: PinnedLocalFuture<()>) {
        spawn_local(poll_fn(move |context| {
            before_drawing();
            let done = task.as_mut().poll(context);
            after_drawing();
            done
        }));
    }

    fn poll_local(&self) {}
}

/// Lets every change of the page be made under the eyes of the guard. To be called before anything is drawn.
pub fn draw_guarded() {
    // Refused only where something has been drawn already.
    let _late = Executor::init_custom_executor(Guarded);
}

/// Watches over a body from when it is the document's.
pub fn begin(body: &HtmlElement, disturbed: Disturbed) {
    watch_over(body, Closure::once_into_js(move || disturbed.0.set(true)));
}
