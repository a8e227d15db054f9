//! A sheet in an address: compressed, in letters that an address may hold. It stands behind `#`, which browsers
//! never send to a server.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use json_tree::Tree;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::sheet::{FORMAT, Sheet};

/// Begins the fragment: the form of what follows.
const MARK: &str = "sheet1=";
/// Compression: as small as it gets.
const LEVEL: u8 = 9;
/// Longest address part that all browsers and most mail programs keep whole.
pub const LONGEST: usize = 8000;
/// Largest sheet that a link may unpack to; a hostile one could be endless.
const LARGEST: usize = 1 << 20;

/// Why a link holds no sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLink {
    /// It is cut short or changed.
    Damaged,
    /// It was made by another version of the portal.
    OtherFormat,
}

/// The fragment that holds a sheet, without `#`; `None` when it would be too long for an address.
pub fn fragment(sheet: &Sheet) -> Option<String> {
    let text = serde_json::to_vec(sheet).expect("a sheet has string keys and no numbers");
    let fragment = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(&text, LEVEL)));
    (fragment.len() <= LONGEST).then_some(fragment)
}

/// The sheet that a fragment holds, with or without `#`; `None` when the fragment is about something else.
///
/// # Errors
/// When it was meant to be one and is not.
pub fn sheet(fragment: &str) -> Option<Result<Sheet, BadLink>> {
    let packed = fragment.trim_start_matches('#').strip_prefix(MARK)?;
    Some(unpack(packed))
}

fn unpack(packed: &str) -> Result<Sheet, BadLink> {
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| BadLink::Damaged)?;
    let text = decompress_to_vec_with_limit(&bytes, LARGEST).map_err(|_| BadLink::Damaged)?;
    let tree = Tree::parse(&text).map_err(|_| BadLink::Damaged)?;
    if tree.text("format") != Some(FORMAT) {
        return Err(BadLink::OtherFormat);
    }
    tree.read().map_err(|_| BadLink::Damaged)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sheet::FuelLine;
    use crate::unit::Quantity;

    #[test]
    fn a_full_sheet_fits_and_is_read_back() {
        let mut made = Sheet::empty(2026);
        for at in 0..12 {
            let mut line = FuelLine::of("natural_gas", "combustion", Quantity::Gas);
            line.amount.text = format!("{at}2345.678");
            line.basis = "实测，2026年热值报告".into();
            made.fuels.push(line);
        }
        let packed = fragment(&made).unwrap();
        assert!(packed.len() < 2000, "{}", packed.len());
        assert!(packed.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_=".contains(&b)));
        assert_eq!(sheet(&format!("#{packed}")).unwrap().unwrap(), made);
    }

    #[test]
    fn what_does_not_fit_is_refused_and_what_is_damaged_is_told() {
        let mut long = Sheet::empty(2026);
        // Text that no compression shortens.
        long.name = (0..20_000_u32).map(|n| char::from_u32(0x4e00 + n * 7919 % 20_000).unwrap()).collect();
        assert_eq!(fragment(&long), None);
        let packed = fragment(&Sheet::empty(2026)).unwrap();
        assert_eq!(sheet(&packed[..packed.len() - 4]), Some(Err(BadLink::Damaged)));
        assert_eq!(sheet("indicators"), None);
        let other = Sheet { format: "zcp.worksheet/2".into(), ..Sheet::empty(2026) };
        assert_eq!(sheet(&fragment(&other).unwrap()), Some(Err(BadLink::OtherFormat)));
    }

    proptest! {
        #[test]
        fn nothing_behind_the_mark_breaks_the_page(packed in "[A-Za-z0-9_-]{0,200}") {
            let _either = sheet(&format!("sheet1={packed}"));
        }

        #[test]
        fn every_text_comes_back(name in "\\PC{0,200}", note in "\\PC{0,200}") {
            let mut made = Sheet { name, ..Sheet::empty(2026) };
            made.basic[2].note = note;
            if let Some(packed) = fragment(&made) {
                prop_assert_eq!(sheet(&packed).unwrap().unwrap(), made);
            }
        }
    }
}
