//! Pictures and attachments: what they are is told by what they hold, whatever their names say.

use crate::words::findings::{self as words, Message};

/// A picture is no larger than this, in bytes: a reader on a phone waits for it.
pub const LARGEST_PICTURE: usize = 500_000;
/// A picture is no wider and no higher than this, in pixels.
pub const MOST_PIXELS: u32 = 4_000;
/// An attachment is no larger than this, in bytes.
pub const LARGEST_ATTACHMENT: usize = 20_000_000;

/// Kinds of pictures that a page may show. Drawings with scripts in them (SVG) are none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    WebP,
}

impl PictureKind {
    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpg",
            PictureKind::WebP => "webp",
        }
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The kind of a picture with its width and height in pixels; `None` for anything else, and for a picture whose head
/// cannot be read.
pub fn picture(bytes: &[u8]) -> Option<(PictureKind, [u32; 2])> {
    if bytes.starts_with(PNG) {
        return png(bytes).map(|size| (PictureKind::Png, size));
    }
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg(bytes).map(|size| (PictureKind::Jpeg, size));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return webp(bytes).map(|size| (PictureKind::WebP, size));
    }
    None
}

/// What a file that is no picture seems to be, in words.
pub fn guess(bytes: &[u8]) -> Message {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(1_000)]).to_lowercase();
    match () {
        () if bytes.starts_with(PNG) || bytes.starts_with(&[0xff, 0xd8]) || bytes.starts_with(b"RIFF") => {
            words::a_damaged_one()
        }
        () if beginning.contains("<svg") => words::an_svg(),
        () if beginning.contains("<html") => words::a_web_page(),
        () if bytes.starts_with(b"GIF8") => words::plain("GIF"),
        () if bytes.starts_with(b"BM") => words::plain("BMP"),
        () if bytes.starts_with(b"%PDF-") => words::plain("PDF"),
        () => words::something_else(),
    }
}

fn big_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at + length)?;
    Some(digits.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at + length)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn png(bytes: &[u8]) -> Option<[u32; 2]> {
    if bytes.get(12..16) != Some(b"IHDR") {
        return None;
    }
    Some([big_endian(bytes, 16, 4)?, big_endian(bytes, 20, 4)?])
}

/// Segments follow one another; the frame's head (SOF) has the size.
fn jpeg(bytes: &[u8]) -> Option<[u32; 2]> {
    let mut at = 2;
    loop {
        let marker = match bytes.get(at..at + 2)? {
            [0xff, 0xff] => {
                at += 1;
                continue;
            }
            [0xff, marker] => *marker,
            _ => return None,
        };
        // 0xc4, 0xc8 and 0xcc are tables among the frames' heads.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some([big_endian(bytes, at + 7, 2)?, big_endian(bytes, at + 5, 2)?]);
        }
        let length = big_endian(bytes, at + 2, 2)?;
        at += 2 + usize::try_from(length).ok()?.max(2);
    }
}

fn webp(bytes: &[u8]) -> Option<[u32; 2]> {
    match bytes.get(12..16)? {
        b"VP8X" => Some([little_endian(bytes, 24, 3)? + 1, little_endian(bytes, 27, 3)? + 1]),
        b"VP8L" => {
            let packed = little_endian(bytes, 21, 4)?;
            Some([(packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1])
        }
        b"VP8 " => Some([little_endian(bytes, 26, 2)? & 0x3fff, little_endian(bytes, 28, 2)? & 0x3fff]),
        _ => None,
    }
}

/// The ending of an attachment's name, where the file is what its name says; `None` for anything else.
pub fn attachment<'a>(name: &'a str, bytes: &[u8]) -> Option<&'a str> {
    const ZIP: &[u8] = b"PK\x03\x04";
    /// The container of the older office programs.
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let (_, ending) = name.rsplit_once('.')?;
    let is = match ending {
        "pdf" => bytes.starts_with(b"%PDF-"),
        "ofd" | "docx" | "xlsx" => bytes.starts_with(ZIP),
        "doc" | "xls" | "wps" => bytes.starts_with(COMPOUND),
        "csv" | "txt" => std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')),
        _ => false,
    };
    (is && !bytes.is_empty()).then_some(ending)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [PNG, &[0, 0, 0, 13], b"IHDR", &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
    }

    #[test]
    fn pictures_are_told_by_what_they_hold() {
        assert_eq!(picture(&png_of(640, 320)), Some((PictureKind::Png, [640, 320])));
        let jpeg = [
            &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2][..],
            // A table, whose marker lies among those of frames.
            &[0xff, 0xc4, 0, 3, 9],
            &[0xff, 0xff, 0xc2, 0, 11, 8, 0, 48, 0, 64, 3, 0, 0, 0],
        ];
        assert_eq!(picture(&jpeg.concat()), Some((PictureKind::Jpeg, [64, 48])));
        let extended = [b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".as_slice(), &[0x3f, 0, 0, 0x1f, 0, 0]];
        assert_eq!(picture(&extended.concat()), Some((PictureKind::WebP, [64, 32])));
        let lossless = [b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f".as_slice(), &[0x3f, 0xc0, 0x07, 0]];
        assert_eq!(picture(&lossless.concat()), Some((PictureKind::WebP, [64, 32])));
        let lossy = [b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a".as_slice(), &[64, 0, 32, 0]];
        assert_eq!(picture(&lossy.concat()), Some((PictureKind::WebP, [64, 32])));
        for other in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"GIF89a", b"", &png_of(1, 1)[..18]]
        {
            assert_eq!(picture(other), None);
        }
        assert_eq!(guess(b"<?xml version='1.0'?><SVG>"), words::an_svg());
        assert_eq!(guess(&png_of(1, 1)[..18]), words::a_damaged_one());
    }

    #[test]
    fn an_attachment_is_what_its_name_says() {
        assert_eq!(attachment("a.pdf", b"%PDF-1.7"), Some("pdf"));
        assert_eq!(attachment("通报.csv", "园区,数值\n".as_bytes()), Some("csv"));
        for (name, bytes) in [
            ("a.pdf", &b"<html>"[..]),
            ("a.html", b"<html>"),
            ("a.csv", b"\0"),
            ("a.xlsm", b"PK\x03\x04"),
            ("a.txt", b""),
            ("pdf", b"%PDF-"),
        ] {
            assert_eq!(attachment(name, bytes), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_look_at_a_picture(start in 0..3usize, rest in prop::collection::vec(any::<u8>(), 0..80)) {
            let heads: [&[u8]; 3] = [PNG, &[0xff, 0xd8], b"RIFF\0\0\0\0WEBPVP8X"];
            let bytes = [heads[start], &rest].concat();
            if let Some((_, [width, height])) = picture(&bytes) {
                prop_assert!(u64::from(width) + u64::from(height) < u64::MAX);
            }
        }
    }
}
