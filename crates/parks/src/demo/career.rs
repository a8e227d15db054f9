//! What a park's life is made of.
//!
//! Time is counted in half-years, from 0 for the first half of 2025 to 11 for the second half of 2030; a
//! figure at a half is that of the twelve months up to its end.

use assessment::ladder::Stage;

/// Something that happens, in order of time.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// An act by itself, in a month.
    On(u16, u8, Stage),
    /// An order to rectify in a month, with the day by which it is to be carried out.
    Order(u16, u8, Option<(u16, u8, u8)>, Cause),
    /// A list names the park, by the id of the list.
    Listed(&'static str),
}

/// Why a park is ordered to rectify.
#[derive(Clone, Copy, Debug)]
pub enum Cause {
    /// The grid of the park is late.
    Grid,
    /// Coal boilers still run.
    Boilers,
    /// The direct line is late.
    DirectLine,
    /// Its own generation is late.
    Generation,
}

/// What is wrong with a park's data, beyond what every park has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirk {
    /// Nothing.
    None,
    /// Its balance is never published.
    NoBalance,
    /// Its totals are published in place of its balance.
    Totals,
    /// Its ratio alone is published: without a word of its energy before this half, with a class from it on.
    Ratio(u8),
    /// Its balance is pending from this half on.
    PendingFrom(u8),
    /// Nothing at all is published in this half.
    SilentIn(u8),
    /// The round of this half leaves it out.
    LeftOutIn(u8),
    /// Its emissions of the first half are reported too low by these thousandths; the second corrects it.
    Misreported(u8, u8, i64),
    /// A guiding value of the first half is corrected in the second.
    Corrected(u8, u8),
}

/// A park's life.
#[derive(Clone, Copy, Debug)]
pub struct Career {
    /// In one sentence, what the park shows.
    pub shows: &'static str,
    /// Energy by half, tce; straight between.
    pub energy: &'static [(u8, i64)],
    /// Whether the energy is exactly that, to show a band's edge.
    pub energy_is_exact: bool,
    /// Year of the first committed target, its value, the last one's value and year; thousandths of
    /// t CO₂ per tce.
    pub committed: (u16, i64, i64, u16),
    /// First and last year of construction.
    pub construction: (u16, u16),
    /// What the intensity is, in thousandths of the committed path, by half; straight between.
    pub actual: &'static [(u8, i64)],
    /// Whether it publishes everything, and does well.
    pub is_strong: bool,
    /// What is wrong with its data.
    pub quirk: Quirk,
    /// What happens.
    pub acts: &'static [Act],
}
