//! The reader's clock, and chance.

use assessment::Date;

/// Today, as the reader's machine has it.
///
/// # Panics
/// Never: a clock beyond the year 9999 counts as its last day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    let today = Date::new(now.get_full_year() as i32, month, day);
    today.or_else(|| Date::year_end(9999)).expect("the year 9999 has a last day")
}

/// The present moment, milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A number that another tab hardly draws too; nothing secret may hang on it.
pub fn chance() -> u64 {
    (js_sys::Math::random() * 4_294_967_296.0) as u64
}

/// A moment, milliseconds since 1970, as the reader's clock has it, to the minute.
pub fn to_the_minute(moment: f64) -> String {
    let date = js_sys::Date::new(&moment.into());
    let two = |number: u32| format!("{number:02}");
    format!(
        "{}-{}-{} {}:{}",
        date.get_full_year(),
        two(date.get_month() + 1),
        two(date.get_date()),
        two(date.get_hours()),
        two(date.get_minutes())
    )
}
