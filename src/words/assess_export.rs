//! Words of the self-assessment's report and exports.

use assessment::account::{Origin, Part};
use worksheet::tables::{Supply, Use};

use super::W;

groups! {
    /// What can be taken along.
    AssessExport {
        title: W,
        lead: W,
        nothing: W,
        print: W,
        preview: W,
        result_json: W,
        result_note: W,
        tables: W,
        failed: W,
        report_title: W,
        not_certified: W,
        park: W,
        unnamed: W,
        year: W,
        made: W,
        engine: W,
        ruleset: W,
        factors: W,
        fingerprint: W,
        verdict: W,
        result_head: [W; 2],
        emissions: W,
        energy_total: W,
        intensity: W,
        without_feedstock: W,
        direct_supply: W,
        clean_strict: W,
        bunkers: W,
        energy: W,
        energy_heads: [W; 7],
        carbon: W,
        carbon_heads: [W; 7],
        structure: W,
        structure_heads: [W; 3],
        structure_part: fn(&str) -> W,
        indicators: W,
        indicator_heads: [W; 5],
        basic: W,
        basic_heads: [W; 3],
        holds: fn(Option<bool>) -> W,
        conventions: W,
        equivalent: fn(&str, bool) -> String,
        supply: fn(Supply) -> W,
        usage: fn(Use) -> W,
        part: fn(Part) -> W,
        origin: fn(&Origin) -> String,
        total: W,
        notes: W,
        not_given: W,
    }
}
