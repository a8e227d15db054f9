//! ECharts, as web/charts.js wraps it: the only place of the portal that talks to it.
//!
//! charming's own binding is not used: it merges options where they have to replace each other, has no way
//! to dispose of a chart, and knows neither renderer nor language.

use js_sys::{Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlScriptElement};

use super::is_online;
use crate::address::Lang;
use crate::load::Fault;

/// Name of the object that the script leaves behind.
const GLOBAL: &str = "parkCharts";

#[wasm_bindgen]
extern "C" {
    /// A chart that follows its room, the theme and the paper until it is disposed of.
    pub type Drawn;

    /// Draws an option, as JSON for a wide and for a narrow room, into an element.
    #[wasm_bindgen(catch, js_namespace = parkCharts, js_name = draw)]
    fn draw_into(host: &HtmlElement, wide: &str, narrow: &str, locale: &str) -> Result<Drawn, JsValue>;

    /// Takes the chart off its element.
    #[wasm_bindgen(method)]
    pub fn dispose(this: &Drawn);
}

/// Draws the options of a wide and of a narrow room into an element. `None` when ECharts cannot; the console says why.
pub fn draw(host: &Element, [wide, narrow]: [&str; 2], lang: Lang) -> Option<Drawn> {
    let locale = match lang {
        Lang::Zh => "ZH",
        Lang::En => "EN",
    };
    draw_into(host.unchecked_ref(), wide, narrow, locale)
        .inspect_err(|error| leptos::logging::error!("a chart could not be drawn: {error:?}"))
        .ok()
}

/// Brings the script, unless it is here. Where it lies stands on `<html>`, from the boot script; the
/// browser refuses it when its bytes are others.
pub async fn script() -> Result<(), Fault> {
    if is_here() {
        return Ok(());
    }
    let html = document().document_element().ok_or(Fault::Program)?;
    let source = html.get_attribute("data-charts").ok_or(Fault::Program)?;
    let element = document().create_element("script").map_err(|_| Fault::Program)?;
    let element: HtmlScriptElement = element.unchecked_into();
    if let Some(integrity) = html.get_attribute("data-charts-integrity") {
        // Setting an attribute of valid name cannot fail.
        let _done = element.set_attribute("integrity", &integrity);
    }
    element.set_src(&source);
    let came = Promise::new(&mut |done, failed| {
        element.set_onload(Some(&done));
        element.set_onerror(Some(&failed));
    });
    document().head().ok_or(Fault::Program)?.append_child(&element).map_err(|_| Fault::Program)?;
    let came = JsFuture::from(came).await.is_ok();
    // Once it has run, or failed, the element is of no more use.
    element.remove();
    match came && is_here() {
        true => Ok(()),
        false if !is_online() => Err(Fault::Offline),
        false => Err(Fault::Program),
    }
}

fn is_here() -> bool {
    Reflect::has(&window(), &GLOBAL.into()).unwrap_or(false)
}
