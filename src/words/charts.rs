//! Words of the charts.

use assessment::flow::{Carrier, Use};
use disclosure::trend::Emitter;

use super::W;

groups! {
    /// Charts.
    Charts {
        composition: W,
        composition_note: W,
        not_published: W,
        rule: W,
        waiting: W,
        twin: W,
        see_twin: W,
        broken: W,
        flow_title: fn(&str) -> String,
        flow_earlier: W,
        flow_pending: W,
        flow_finding: fn(&str, Option<&str>) -> String,
        flow_caption: W,
        from: W,
        to: W,
        kind: W,
        energy_tce: W,
        non_fossil: W,
        fossil: W,
        both: W,
        carrier: fn(Carrier) -> W,
        usage: fn(Use) -> W,
        source: fn(Carrier, &str) -> Option<W>,
        beyond: W,
        beyond_note: W,
        in_all: W,
        in_all_note: W,
        trend_title: W,
        trend_caption: W,
        trend_state: fn(&str, &str, Option<&str>) -> String,
        trend_finding: fn(&[String], usize, usize) -> String,
        panels: [W; 3],
        emitter: fn(Emitter) -> W,
        round: W,
        emissions: W,
        energy: W,
        emissions_t: W,
        intensity: W,
        verified: W,
        pending_key: W,
        radar_title: W,
        radar_caption: W,
        radar_park: fn(&str, usize, usize, usize) -> String,
        radar_finding: fn(&[String]) -> String,
        not_known: W,
    }
}
