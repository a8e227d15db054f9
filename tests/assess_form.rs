//! Fields of the self-assessment in a real browser, and what they change in the sheet.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use disclosure::as_of::Known;
use leptos::prelude::*;
use leptos::task::tick;
use portal::address::Lang;
use portal::assess::Session;
use portal::pages::assess::form::field::{Field, number, words};
use portal::view_context::ViewContext;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use worksheet::unit::{Quantity, Unit};

use crate::place::Place;

/// A field on a page of its own, with the session that it stands in; gone when dropped.
struct Stage {
    place: Place,
    session: Session,
}

impl Stage {
    fn show(lang: Lang, view: fn(ViewContext, Session) -> AnyView) -> Stage {
        let book = fixtures::national_book();
        // What was kept by the test before is not taken up.
        portal::browser::storage::write(portal::remembered::Key::Worksheet, None);
        let opened = Rc::new(Cell::new(None));
        let slot = Rc::clone(&opened);
        let draw = move || {
            let session =
                Session::open(Arc::new(Known::on(book, assessment::Date::new(2026, 12, 31).unwrap())), 2026);
            slot.set(Some(session));
            view(ViewContext::new(lang, "/"), session)
        };
        let place = Place::show(draw);
        let session = opened.get().unwrap();
        Stage { place, session }
    }

    fn text(&self, selector: &str) -> String {
        self.place.texts(selector).join(" ")
    }

    fn input(&self) -> HtmlInputElement {
        self.place.all("input")[0].clone().unchecked_into()
    }

    /// Types into the field and leaves it.
    async fn type_in(&self, text: &str) {
        self.input().set_value(text);
        for event in ["input", "blur"] {
            self.input().dispatch_event(&Event::new(event).unwrap()).unwrap();
        }
        settle().await;
    }
}

/// Waits until what follows from a change has been drawn.
async fn settle() {
    for _ in 0..3 {
        tick().await;
    }
}

fn power(here: ViewContext, session: Session) -> AnyView {
    number(here, session, Field::new("received.3.amount", "Other power").hint("Grid"), Quantity::Power)
}

#[wasm_bindgen_test]
async fn a_number_says_what_it_comes_to_in_the_unit_chosen_beside_it() {
    let stage = Stage::show(Lang::En, power);
    stage.type_in("1,234.5").await;
    assert_eq!(stage.text(".field-said"), "= 1,234.5 MWh");
    let select: HtmlSelectElement = stage.place.all("select")[0].clone().unchecked_into();
    assert_eq!(select.get_attribute("aria-label").as_deref(), Some("Unit of Other power"));
    select.set_selected_index(3);
    select.dispatch_event(&Event::new("change").unwrap()).unwrap();
    settle().await;
    assert_eq!(stage.text(".field-said"), "= 123,450,000 MWh");
    let unit = stage.session.with(|sheet| sheet.unit("received.3.amount"));
    assert_eq!(unit, Some(Unit::HundredMillionKwh));
}

#[wasm_bindgen_test]
async fn an_ambiguous_number_is_asked_about_and_the_answer_can_be_undone() {
    let stage = Stage::show(Lang::Zh, power);
    stage.type_in("1,5").await;
    assert_eq!(stage.input().get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = stage.input().get_attribute("aria-describedby").unwrap();
    for id in described.split(' ') {
        assert_eq!(stage.place.all(&format!("[id='{id}']")).len(), 1, "{id}");
    }
    let ways = stage.place.all(".remedy");
    let said: Vec<_> = ways.iter().filter_map(|element| element.text_content()).collect();
    assert_eq!(said, ["读作 1.5", "读作 15"]);
    ways[1].clone().unchecked_into::<HtmlElement>().click();
    settle().await;
    assert_eq!((stage.input().value().as_str(), stage.place.all(".remedy").len()), ("15", 0));
    stage.session.undo();
    settle().await;
    assert_eq!(stage.input().value(), "1,5");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_text_and_never_markup() {
    let stage = Stage::show(Lang::Zh, |here, session| words(here, session, Field::new("name", "名称")));
    stage.type_in("<b>甲</b>\u{202e}").await;
    assert_eq!(stage.place.all("b").len(), 0);
    assert_eq!(stage.session.text("name"), "<b>甲</b>\u{202e}");
    assert!(stage.session.can().0 && !stage.session.can().1);
}
