//! What only a browser can do: its storage, the focus, the title, a style sheet, whether it is online.

pub mod focus;
pub mod storage;
pub mod style;

/// Whether the browser believes that it has a network.
#[cfg(feature = "split")]
pub fn is_online() -> bool {
    web_sys::window().is_some_and(|window| window.navigator().on_line())
}
