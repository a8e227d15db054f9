//! Years drawn to scale: construction periods as bars, milestones as bands, the edition's day as
//! a line.

use assessment::Date;
use leptos::prelude::*;

use crate::svg_number::{fixed, within};
use crate::view_context::ViewContext;

/// A span of whole years that a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// First year.
    pub from: u16,
    /// Last year, shown to its end.
    pub to: u16,
}

impl Axis {
    /// Share of the axis, per cent, before the beginning of a year.
    pub fn at_year(self, year: u16) -> f64 {
        (f64::from(year) - f64::from(self.from)) / (f64::from(self.to + 1) - f64::from(self.from)) * 100.0
    }

    /// Share of the axis, per cent, before a day; `None` when the day lies outside.
    pub fn at_day(self, day: Date) -> Option<f64> {
        let year = u16::try_from(day.year()).ok().filter(|year| (self.from..=self.to).contains(year))?;
        let first = Date::new(day.year(), 1, 1)?;
        let length = first.days_until(Date::new(day.year() + 1, 1, 1)?);
        let within = first.days_until(day) as f64 / length as f64;
        Some(self.at_year(year) + within / (f64::from(self.to + 1) - f64::from(self.from)) * 100.0)
    }
}

/// One bar.
pub struct Bar {
    /// Words at its head; a link where it has an address.
    pub label: String,
    /// Address of what it stands for.
    pub href: Option<String>,
    /// First year.
    pub from: u16,
    /// Last year, to its end.
    pub to: u16,
}

/// Bars over an axis with ruled years, milestone years as bands, and the edition's day.
pub fn timeline(here: ViewContext, axis: Axis, bars: Vec<Bar>, milestones: &[u16], today: Date) -> AnyView {
    let words = here.words.timeline();
    let percent = |share: f64| format!("{}%", fixed(share, 3));
    let years = (axis.from..=axis.to).map(|year| {
        view! {
            <span
                class="year"
                class:milestone=milestones.contains(&year)
                style:left=percent(axis.at_year(year))
                style:width=percent(axis.at_year(year + 1) - axis.at_year(year))
            >
                {year}
            </span>
        }
    });
    let day = axis.at_day(today).map(|share| {
        view! {
            <span class="timeline-today" class:late={share > 60.0} style:left=percent(share)>
                <span>{format!("{}{today}", words.today)}</span>
            </span>
        }
    });
    let bars = bars.into_iter().map(|bar| {
        let (from, to) = (axis.at_year(bar.from), axis.at_year(bar.to + 1));
        let past = axis.at_day(today).map_or(0.0, |day| within((day - from) / (to - from) * 100.0, 0.0, 100.0));
        let label = match bar.href {
            Some(href) => view! { <a href=href>{bar.label}</a> }.into_any(),
            None => bar.label.into_any(),
        };
        view! {
            <li>
                <span class="bar-label">{label} <span class="bar-years">{format!("{}–{}", bar.from, bar.to)}</span></span>
                <span class="bar-track" aria-hidden="true">
                    <span class="bar" style:left=percent(from) style:width=percent(to - from)>
                        <span class="bar-past" style:width=percent(past)></span>
                    </span>
                </span>
            </li>
        }
    });
    view! {
        <div class="timeline">
            <div class="timeline-grid" aria-hidden="true">
                {years.collect_view()} {day}
            </div>
            <ul class="bars">{bars.collect_view()}</ul>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: Axis = Axis { from: 2025, to: 2030 };

    #[test]
    fn years_and_days_lie_to_scale() {
        assert!((AXIS.at_year(2025) - 0.0).abs() < 1e-9);
        assert!((AXIS.at_year(2028) - 50.0).abs() < 1e-9);
        assert!((AXIS.at_year(2031) - 100.0).abs() < 1e-9);
        let day = |text: &str| AXIS.at_day(text.parse().unwrap());
        assert!((day("2028-01-01").unwrap() - 50.0).abs() < 1e-9);
        assert!(day("2026-11-23").unwrap() > 31.0 && day("2026-11-23").unwrap() < 100.0 / 3.0);
        assert_eq!(day("2024-12-31"), None);
        assert_eq!(day("2031-01-01"), None);
    }
}
