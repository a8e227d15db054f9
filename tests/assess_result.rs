//! The result of the self-assessment in a real browser: what is said of a sheet, in both languages.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use assessment::Text;
use assessment::ruleset::Direction;
use assessment::unit::Unit;
use disclosure::as_of::Known;
use disclosure::model::{Edition, Rulebook};
use leptos::prelude::*;
use leptos::task::tick;
use leptos_router::components::Router;
use portal::address::Lang;
use portal::assess::Session;
use portal::browser::fetch::store;
use portal::load::Opened;
use portal::moment::Moment;
use portal::pages::assess::result::result;
use portal::pages::assess::steps::Steps;
use portal::view_context::ViewContext;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use worksheet::Sheet;
use worksheet::sheet::{FuelLine, How, ProcessLine};
use worksheet::unit::Quantity;

use crate::place::Place;

/// The result on a page of its own, with the session that it stands beside; gone when dropped.
struct Stage {
    place: Place,
    session: Session,
}

impl Deref for Stage {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
    }
}

impl Stage {
    async fn show(lang: Lang, sheet: Sheet) -> Stage {
        Stage::show_by(lang, sheet, fixtures::national_book()).await
    }

    async fn show_by(lang: Lang, sheet: Sheet, book: Rulebook) -> Stage {
        // No file is to be had here: the result stands on what is filled in and the rules alone.
        js_sys::eval("globalThis.fetch = async () => new Response('', { status: 404 })").unwrap();
        // What was kept by the test before is not taken up.
        portal::browser::storage::write(portal::remembered::Key::Worksheet, None);
        portal::browser::storage::write(portal::remembered::Key::Draft, None);
        let opened = Rc::new(Cell::new(None));
        let slot = Rc::clone(&opened);
        let draw = move || {
            let here = ViewContext::new(lang, "/");
            provide_context(here);
            provide_context(store("/data/".to_owned()));
            let session = Session::open(
                Arc::new(Known::on(book.clone(), assessment::Date::new(2026, 12, 31).unwrap())),
                2026,
            );
            slot.set(Some(session));
            let page = move || {
                provide_context(Steps::of(here));
                result(here, session, Arc::new(edition()))
            };
            view! { <Router>{page()}</Router> }
        };
        let place = Place::show(draw);
        let session = opened.get().unwrap();
        session.replace(sheet);
        settle().await;
        Stage { place, session }
    }

    fn verdict(&self) -> (String, String, String) {
        let key = self.one(".result-head").get_attribute("data-verdict").unwrap();
        (key, self.text(".result-verdict"), self.text(".result-figure strong"))
    }

    fn is_open(&self, fold: &str) -> bool {
        self.one(&format!("[data-fold='{fold}']")).has_attribute("open")
    }

    async fn press(&self, selector: &str) {
        self.one(selector).click();
        settle().await;
    }

    /// Opens a part, as a reader does.
    async fn open(&self, fold: &str) {
        let details = self.one(&format!("[data-fold='{fold}']"));
        details.set_attribute("open", "").unwrap();
        details.dispatch_event(&web_sys::Event::new("toggle").unwrap()).unwrap();
        settle().await;
    }
}

/// Waits until what follows from a change has been drawn.
async fn settle() {
    for _ in 0..4 {
        tick().await;
    }
}

/// An edition without parks and rounds.
fn edition() -> Opened {
    let edition =
        crate::served::edition(json!({ "id": "published", "demonstration": false, "as_of": "2026-11-23" }));
    let catalogue = crate::served::catalogue(&edition);
    let listed = catalogue["editions"][0].clone();
    let edition: Edition = serde_json::from_value(edition).unwrap();
    let catalogue = Arc::new(serde_json::from_value(catalogue).unwrap());
    let listed = serde_json::from_value(listed).unwrap();
    Opened::at(catalogue, listed, None, Arc::new(edition), Moment::default()).unwrap()
}

/// A park that uses green power alone, at 0.25 tce per MWh, and emits so many tonnes from a process.
fn green(mwh: &str, process_t: &str) -> Sheet {
    let mut sheet = Sheet::empty(2026);
    sheet.electricity_tce_per_mwh = "0.25".to_owned();
    sheet.received[2].amount.text = mwh.to_owned();
    if !process_t.is_empty() {
        let mut process = ProcessLine::empty();
        process.product = "lime".to_owned();
        process.amount.text = process_t.to_owned();
        process.t_per_t = "1".to_owned();
        process.basis = "measured".to_owned();
        sheet.processes.push(process);
    }
    sheet
}

fn fuel(id: &str, purpose: &str, quantity: Quantity, amount: &str) -> FuelLine {
    let mut line = FuelLine::of(id, purpose, quantity);
    line.amount.text = amount.to_owned();
    line
}

#[wasm_bindgen_test]
async fn an_empty_sheet_says_what_will_stand_here_and_nothing_else() {
    for (lang, said) in [(Lang::Zh, "还没有填写用能数据"), (Lang::En, "No energy use is filled in yet")]
    {
        let stage = Stage::show(lang, Sheet::empty(2026)).await;
        assert!(stage.text("[data-result=nothing]").contains(said));
        assert_eq!(stage.all("[data-result=nothing] li").len(), 5);
        assert!(stage.all(".result-head, [data-fold], .result-part").is_empty());
    }
}

#[wasm_bindgen_test]
async fn below_the_least_band_it_is_neither_met_nor_not_met() {
    for (lang, verdict, why, gap) in [
        (Lang::Zh, "没有适用的目标", "既不是达到，也不是未达到", "谈不上差距"),
        (Lang::En, "No threshold in force", "neither met nor not met", "there is no gap to speak of"),
    ] {
        let stage = Stage::show(lang, green("799999.999999999999", "")).await;
        let (key, said, _) = stage.verdict();
        assert_eq!((key.as_str(), said.as_str()), ("undetermined", verdict));
        assert_eq!(stage.one(".result-verdict").get_attribute("data-outcome").unwrap(), "no-threshold");
        assert!(stage.whole().contains(why));
        // A length without a target would look like a judgement.
        assert!(stage.all(".gauge, .result-quote, .result-room").is_empty());
        assert!(!stage.is_open("gap"));
        stage.open("gap").await;
        assert!(stage.text("[data-fold=gap]").contains(gap));
    }
}

#[wasm_bindgen_test]
async fn on_both_sides_of_each_band_the_target_and_the_state_are_those_of_the_notice() {
    for (mwh, process_t, target, key, outcome, figure) in [
        // From 200,000 tce on the target is 0.2, and it is met at the limit.
        ("800000", "40000", "≤ 0.2", "eligible-on-core", "met", "0.200"),
        ("800000", "40000.000000000001", "≤ 0.2", "not-eligible", "not-met", "0.200000000000000005"),
        ("3999999.999999999999", "200001", "≤ 0.2", "not-eligible", "not-met", "0.200001"),
        // From 1,000,000 tce on it is 0.3.
        ("4000000", "300000", "≤ 0.3", "eligible-on-core", "met", "0.300"),
        ("4000000", "300000.000000000001", "≤ 0.3", "not-eligible", "not-met", "0.300000000000000001"),
    ] {
        let stage = Stage::show(Lang::En, green(mwh, process_t)).await;
        let case = format!("{mwh} MWh, {process_t} t");
        let (verdict, _, shown) = stage.verdict();
        assert_eq!(verdict, key, "{case}");
        assert_eq!(stage.one(".result-verdict").get_attribute("data-outcome").unwrap(), outcome, "{case}");
        assert!(stage.text(".result-band").starts_with(target), "{case}: {}", stage.text(".result-band"));
        // A value beside its target is never rounded onto it.
        assert_eq!(shown, figure, "{case}");
        assert_eq!(stage.all(".result-quote").len(), usize::from(outcome == "not-met"), "{case}");
        assert_eq!(stage.is_open("gap"), outcome == "not-met", "{case}");
    }
}

#[wasm_bindgen_test]
async fn a_negative_intensity_is_shown_as_it_is_and_asked_about() {
    let mut sheet = Sheet::empty(2026);
    sheet.fuels.push(fuel("natural_gas", "feedstock", Quantity::Gas, "60000"));
    sheet.received[2].amount.text = "1000000".to_owned();
    sheet.sent[3].amount.text = "200000".to_owned();
    for (lang, asked) in [
        (
            Lang::Zh,
            [
                "其他电力：送出多于受入",
                "碳排放小于零",
                "单位能耗碳排放小于零",
                "清洁能源消费占比算出来不在0至100%之间",
                "送出的其他电力多于受入，又没有填写自备电厂的发电量",
            ],
        ),
        (
            Lang::En,
            [
                "Other power: more is sent out than received",
                "Emissions: below zero",
                "Carbon per unit of energy: below zero",
                "Clean-energy share: not between 0 and 100%",
                "More of other power is sent out than received",
            ],
        ),
    ] {
        let stage = Stage::show(lang, sheet.clone()).await;
        let (key, _, figure) = stage.verdict();
        assert_eq!((key.as_str(), figure.as_str()), ("undetermined", "−0.160"));
        let warned = stage.texts(".warnings li");
        assert_eq!(warned.len(), asked.len(), "{warned:?}");
        for (warned, asked) in warned.iter().zip(asked) {
            assert!(warned.starts_with(asked), "{warned}");
        }
        assert!(stage.text("[data-part=emissions_electricity]").contains("−166,500"));
        // Figures that do not hang together leave no room below a target, and say why nothing is judged.
        assert!(stage.all(".result-room").is_empty());
        assert_eq!(stage.all("[data-result=blocked] li").len(), 2);
        assert_eq!(stage.texts(".check-list li").len(), 2);
    }
}

#[wasm_bindgen_test]
async fn with_a_mistake_there_is_no_result_and_the_way_to_it_is_shown() {
    for (lang, one, two) in [
        (Lang::Zh, "有1处填写有误", "有2处填写有误"),
        (Lang::En, "One mistake in the form", "2 mistakes in the form"),
    ] {
        let stage = Stage::show(lang, green("800000", "")).await;
        assert_eq!(stage.all(".result-head").len(), 1);
        stage.session.set_text("received.0.amount", "1,5".to_owned());
        settle().await;
        assert!(stage.text("[data-result=mistakes]").starts_with(one));
        // A result that is no longer true is not shown as if it were.
        assert!(stage.all(".result-head, .result-part, [data-fold=gap]").is_empty());
        let way = stage.one("[data-result=mistakes] a").get_attribute("href").unwrap();
        assert!(way.ends_with("?step=power"), "{way}");
        stage.session.change(|sheet| sheet.fuels.push(fuel("coke", "", Quantity::Mass, "1")));
        settle().await;
        assert!(stage.text("[data-result=mistakes]").starts_with(two));
        stage.session.set_text("received.0.amount", "15".to_owned());
        stage.session.change(|sheet| sheet.remove("fuels.0"));
        settle().await;
        assert_eq!(stage.all(".result-head").len(), 1);
    }
}

#[wasm_bindgen_test]
async fn scenarios_stand_side_by_side_with_what_is_filled_in() {
    let stage = Stage::show(Lang::En, Sheet { name: "limit".to_owned(), ..green("800000", "40000") }).await;
    stage.open("scenarios").await;
    assert!(stage.text("[data-fold=scenarios] .empty").contains("No scenario is kept yet"));
    stage.press(".slots li:nth-child(1) button").await;
    stage.session.replace(Sheet { name: "grid".to_owned(), ..Sheet::example(2026) });
    settle().await;
    stage.press(".slots li:nth-child(2) button").await;
    stage.session.set_text("received.0.amount", "1,5".to_owned());
    settle().await;
    stage.press(".slots li:nth-child(3) button").await;
    stage.session.replace(green("100000", ""));
    settle().await;

    let heads = stage.texts(".side-by-side thead th");
    assert_eq!(heads, ["Now", "A limit", "B grid", "C grid"]);
    let row = |at: usize| stage.texts(&format!(".side-by-side tbody tr:nth-child({at}) td"));
    assert_eq!(row(3), ["25,000", "200,000", "343,660", "no result"]);
    assert_eq!(row(4), ["0.000", "0.200 (≤\u{a0}0.2)", "0.528 (≤\u{a0}0.2)", "no result"]);
    assert_eq!(row(5)[0], "No threshold in force");
    // One that is loaded back takes the form's place, and can be undone.
    stage.press(".slots li:nth-child(1) button:nth-of-type(2)").await;
    assert_eq!(stage.session.text("name"), "limit");
    stage.session.undo();
    settle().await;
    assert_eq!(stage.session.text("received.2.amount"), "100000");
}

#[wasm_bindgen_test]
async fn a_lever_that_cannot_reach_the_target_says_so_and_why() {
    for (lang, alone, cannot, together) in [
        (Lang::Zh, "单靠这一样达不到", "也只到0.286，仍高于0.2", "单靠哪一种都达不到"),
        (Lang::En, "Not by this alone", "it comes to 0.286, still above 0.2", "No measure alone is enough"),
    ] {
        let stage = Stage::show(lang, Sheet::example(2026)).await;
        assert!(stage.is_open("gap"), "what would close the gap need not be looked for");
        let said = stage.text("[data-lever=direct_power]");
        assert!(said.contains(alone) && said.contains(cannot), "{said}");
        assert!(stage.text(".gap-finding").contains(together));
        // All of them go into the mix at once, which opens.
        stage.press("#try-all").await;
        assert!(stage.is_open("mix"));
        assert_eq!(stage.one(".mix-outcome .outcome").get_attribute("data-outcome").unwrap(), "met");
    }
}

#[wasm_bindgen_test]
async fn a_lever_that_leads_away_says_that_energy_falls_faster() {
    let mut sheet = Sheet::example(2026);
    let mut gas = fuel("coke_oven_gas", "combustion", Quantity::Gas, "1000");
    gas.t_per_unit = "0.001".to_owned();
    gas.tce_per_unit = "50".to_owned();
    gas.basis = "measured".to_owned();
    sheet.fuels.push(gas);
    let stage = Stage::show(Lang::Zh, sheet).await;
    let said = stage.text("[data-lever='fuel.1.non_fossil_heat']");
    assert!(said.contains("能源消费量降得比碳排放更快"), "{said}");
}

#[wasm_bindgen_test]
async fn a_lever_that_reaches_it_names_the_least_and_goes_into_the_mix() {
    // 100,000 MWh of the grid among 900,000 of green trade: 83,250 t against 0.2 × 250,000.
    let mut sheet = green("900000", "");
    sheet.received[3].amount.text = "100000".to_owned();
    let stage = Stage::show(Lang::En, sheet).await;
    assert!(stage.text(".gap-finding").starts_with("2 measures meet the target alone"));
    // (83,250 − 50,000) ÷ 0.8325, rounded up.
    let said = stage.text("[data-lever=certificates]");
    assert!(said.contains("At least 39,939.94 MWh"), "{said}");
    stage.press("[data-lever=certificates] button").await;
    assert!(stage.is_open("mix"));
    assert!(stage.text(".mix-outcome").contains("≤ 0.2"));
    assert_eq!(stage.one(".mix-outcome .outcome").get_attribute("data-outcome").unwrap(), "met");
}

#[wasm_bindgen_test]
async fn what_the_reader_closes_stays_closed() {
    let stage = Stage::show(Lang::Zh, Sheet::example(2026)).await;
    let gap = stage.one("[data-fold=gap]");
    gap.remove_attribute("open").unwrap();
    gap.dispatch_event(&web_sys::Event::new("toggle").unwrap()).unwrap();
    settle().await;
    stage.session.set_text("received.3.amount", "200000".to_owned());
    settle().await;
    assert!(!stage.is_open("gap"));
    assert!(stage.all("[data-fold=gap] .lever").is_empty());
    // Until it is asked for.
    stage.press(".result-room button").await;
    assert!(stage.is_open("gap"));
    assert_eq!(document().active_element().unwrap().local_name(), "summary");
}

#[wasm_bindgen_test]
async fn what_cannot_be_done_here_is_excused_with_its_reason() {
    let mut sheet = green("800000", "");
    sheet.guiding.line_mut("waste_heat_utilisation").how = How::NotApplicable;
    sheet.guiding.line_mut("waste_heat_utilisation").reason = "no waste heat".to_owned();
    let stage = Stage::show(Lang::En, sheet).await;
    let said = stage.text("[data-indicator=waste_heat_utilisation]");
    assert!(said.contains("no waste heat"), "{said}");
    let state = stage.one("[data-indicator=waste_heat_utilisation] .outcome");
    assert_eq!(state.get_attribute("data-outcome").unwrap(), "not-applicable");
}

#[wasm_bindgen_test]
async fn an_indicator_in_a_unit_of_its_own_is_shown_with_it() {
    let mut book = fixtures::national_book();
    let own = Text { zh: "千克标准煤/吨".to_owned(), en: "kgce/t".to_owned() };
    for indicator in book.rulesets.iter_mut().flat_map(|set| &mut set.indicators) {
        if indicator.id == "product_energy_quota" {
            indicator.unit = Unit::Named(own.clone());
            indicator.direction = Direction::AtMost;
        }
    }
    let mut sheet = green("800000", "");
    sheet.guiding.line_mut("product_energy_quota").how = How::Value;
    sheet.guiding.line_mut("product_energy_quota").value = "235.5".to_owned();
    for (lang, value, target) in [
        (Lang::Zh, "235.50 千克标准煤/吨", "≤ 100 千克标准煤/吨"),
        (Lang::En, "235.50 kgce/t", "≤ 100 kgce/t"),
    ] {
        let stage = Stage::show_by(lang, sheet.clone(), book.clone()).await;
        let row = "[data-indicator=product_energy_quota]";
        let said = stage.text(row);
        assert!(said.contains(value) && said.contains(target), "{said}");
        assert_eq!(stage.one(&format!("{row} .outcome")).get_attribute("data-outcome").unwrap(), "not-met");
    }
}
