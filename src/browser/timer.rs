//! What is done after a while.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Something that is done after a pause, unless it is stopped or another takes its place before. Nothing waits at
/// first; it lives as long as what it is made for stands on the page.
#[derive(Clone, Copy, Default)]
pub struct Pause(StoredValue<Option<TimeoutHandle>>);

impl Pause {
    /// Does something after a pause, in place of what waits.
    pub fn then(self, pause: Duration, act: impl FnOnce() + 'static) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(act, pause).ok());
    }

    /// Whether something waits, or was done and never stopped; it no longer does.
    pub fn stop(self) -> bool {
        let Some(Some(handle)) = self.0.try_get_value() else { return false };
        handle.clear();
        self.0.set_value(None);
        true
    }

    /// Whether something waits, or was done and never stopped.
    pub fn is_waiting(self) -> bool {
        self.0.try_with_value(Option::is_some) == Some(true)
    }
}

/// Does something after a pause.
pub fn after(pause: Duration, act: impl FnOnce() + 'static) {
    set_timeout(act, pause);
}

/// Does something once the browser has shown what is drawn now.
pub fn once_shown(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
