//! What only a browser can do: the one place of the portal that talks to it.

pub mod clipboard;
pub mod clock;
pub mod database;
pub mod dialog;
pub mod document;
pub mod download;
pub mod echarts;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod folds;
pub mod guard;
mod host;
pub mod in_view;
pub mod keys;
pub mod options;
pub mod print;
pub mod scroll;
pub mod storage;
pub mod tabs;
pub mod takeover;
pub mod timer;
pub mod window;

pub use host::Browser;

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    web_sys::window().is_some_and(|window| window.navigator().on_line())
}
