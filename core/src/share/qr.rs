//! A link as a QR code: its squares, for a picture.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The side of the picture in squares, with the quiet zone.
    pub side: u32,
    /// The dark squares, as the path of an SVG.
    pub path: String,
}

/// What scanners need around a code, in squares.
const QUIET: i32 = 4;
/// A code of a higher version, with more than 117 squares a side, cannot be told apart by a camera on a screen of
/// a phone's width. It holds 1,273 bytes.
const LARGEST: u8 = 25;

/// The QR code of a text, if there is one that can be scanned.
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    let bytes = QrSegment::make_bytes(text.as_bytes());
    // A screen has no stains: little to correct, so that the squares are large.
    let (least, mask) = (QrCodeEcc::Low, None);
    let largest = Version::new(LARGEST);
    let code = QrCode::encode_segments_advanced(&[bytes], least, Version::MIN, largest, mask, true)
        .ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // Beyond the edge everything is light, so a run ends there.
            let run = (x..).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                path.push_str(&format!("M{left} {top}h{run}v1h-{run}z"));
            }
            x += run + 1;
        }
    }
    Some(Code {
        side: u32::try_from(code.size() + 2 * QUIET).ok()?,
        path,
    })
}
