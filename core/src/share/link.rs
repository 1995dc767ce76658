//! A whole scenario as the fragment of a link.
//!
//! ```text
//! #shared.7kQx…Zg.1
//!  ─┬────  ─┬───  ┬
//!   │       │     version of the form of what stands before it
//!   │       base64url, no padding: CRC-32 (4 bytes, most significant first), then the body (postcard)
//!   what tells it from other fragments
//! ```
//!
//! * A fragment never leaves the browser: no server, and no log of one, sees what was tried.
//! * All characters are letters, digits, `-`, `_` and `.`, which no messenger writes in another way.
//! * The version stands last. A link that was cut has none and so is known to be cut, and a link ends
//!   in a digit: programs that look for links in texts leave a `-` or `_` at the end out.
//! * The checksum is over version and body. Every changed character is noticed, since CRC-32 finds
//!   every change within 32 bits. It is no signature: whoever wants to can make a link that is sound.
//! * The body names indicators by their text ids and has figures as whole numbers with their decimals,
//!   so that a link says the same in every edition, to the printed digit.
//!
//! A body of another form gets another version; older ones are to be read for ever.

use crate::{
    dataset::Dataset,
    decimal::Decimal,
    fiscal_year::FiscalYear,
    progress::BandLimits,
    scenario::{Override, Scenario, ScenarioId, ScenarioRecord, Settings},
};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

/// What the fragment of a shared scenario begins with.
pub const PREFIX: &str = "shared.";
/// Messengers and mail programs may cut or break links longer than this, in characters.
pub const COMFORTABLE: usize = 2_000;
/// Longer fragments, in bytes, are neither made nor read: browsers differ in what they bear.
pub const LIMIT: usize = 30_000;

/// The version this program writes, and the only one there is.
const VERSION: u8 = 1;
const CHECKSUM_BYTES: usize = 4;

/// Without a table, which would be larger than what it saves.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// A scenario from a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The scenario, as this dataset takes it.
    pub scenario: Scenario,
    /// How many figures this dataset does not take: they are its official ones, or do not fit them.
    pub left_out: usize,
}

/// Why a link could not be made or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// Something in it is not as it was written.
    Damaged,
    /// Its end is missing.
    Truncated,
    /// Not written by this program.
    Foreign,
    /// Written by a later version of this program.
    Future,
    /// More than [`LIMIT`].
    TooLong,
}

impl ShareError {
    /// What is wrong with a link that was opened, and what to do.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Damaged => {
                "リンクの一部が書きかわっています。送られてきたリンクを、はじめから終わりまでコピーし直して開いてください。それでも開けないときは、送った人に、もう一度送るかファイルで送るよう頼んでください。"
            }
            Self::Truncated => {
                "リンクが途中で切れています。メールやメッセージの中で改行されていないか確かめ、終わりまで全部をコピーして開いてください。長いリンクが切れるときは、送った人にファイルで送るよう頼んでください。"
            }
            Self::Foreign => {
                "みちしるべの共有リンクではありません。送った人に、試算の「共有」にあるリンクを送るよう頼んでください。"
            }
            Self::Future => {
                "新しい版のみちしるべで作られたリンクです。このページを再読み込みしてください。それでも開けないときは、このサイトのみちしるべが新しくなるのを待つか、送った人が使っているサイトで開いてください。"
            }
            Self::TooLong => {
                "リンクが長すぎて読み取れません。送った人に、ファイルで送るよう頼んでください。"
            }
        }
    }
}

/// What version 1 holds. Its fields are read in this order, so it must stay as it is.
#[derive(Serialize, Deserialize)]
struct Body {
    name: String,
    description: String,
    /// `None` for the usual method.
    settings: Option<Method>,
    /// By the indicator's text id.
    overrides: Vec<(String, Changes)>,
}

/// The [`Settings`] of version 1.
#[derive(Serialize, Deserialize)]
struct Method {
    bands: (i64, i64, i64),
    reporting_year: Option<FiscalYear>,
    decimals: u8,
    tolerance: Decimal,
}

/// An [`Override`] of version 1.
#[derive(Serialize, Deserialize)]
struct Changes {
    target: Option<Decimal>,
    target_year: Option<FiscalYear>,
    baseline: Option<Decimal>,
    results: Vec<(FiscalYear, Decimal)>,
}

/// Whether a fragment (without `#`) is a shared scenario, sound or not.
#[must_use]
pub fn is_shared(fragment: &str) -> bool {
    fragment.starts_with(PREFIX)
}

/// The fragment of a scenario, without `#`.
///
/// # Errors
/// [`ShareError::TooLong`]: then a file can hold it.
pub fn encode(scenario: &Scenario, dataset: &Dataset) -> Result<String, ShareError> {
    let body = Body::from(ScenarioRecord::new(ScenarioId::FIRST, scenario, dataset));
    // Nothing in a body can fail to be written but for want of memory.
    let body = postcard::to_allocvec(&body).map_err(|_| ShareError::TooLong)?;
    let text = seal(&body);
    if text.len() > LIMIT {
        return Err(ShareError::TooLong);
    }
    Ok(text)
}

/// The fragment around a body, whatever is in it: tests and fuzzing get past the checksum with it.
#[doc(hidden)]
#[must_use]
pub fn seal(body: &[u8]) -> String {
    let bytes = [&checksum(body), body].concat();
    format!("{PREFIX}{}.{VERSION}", BASE64URL_NOPAD.encode(&bytes))
}

/// The scenario of a fragment, without `#`.
///
/// # Errors
/// When it is not, or no longer, what this program has written.
pub fn decode(fragment: &str, dataset: &Dataset) -> Result<Shared, ShareError> {
    if fragment.len() > LIMIT {
        return Err(ShareError::TooLong);
    }
    let text = fragment.strip_prefix(PREFIX).ok_or(ShareError::Foreign)?;
    let (text, version) = text.rsplit_once('.').unwrap_or((text, ""));
    if !text.bytes().all(is_letter) {
        return Err(ShareError::Foreign);
    }
    match version.as_bytes() {
        [] => return Err(ShareError::Truncated),
        [b'1'] => {}
        [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => {
            return Err(ShareError::Future);
        }
        _ => return Err(ShareError::Damaged),
    }
    let bytes = BASE64URL_NOPAD
        .decode(text.as_bytes())
        .map_err(|_| ShareError::Damaged)?;
    let (sum, body) = bytes
        .split_at_checked(CHECKSUM_BYTES)
        .ok_or(ShareError::Damaged)?;
    if sum != checksum(body) {
        return Err(ShareError::Damaged);
    }
    // Whoever made the checksum right but not the rest was not this program.
    let Ok((body, [])) = postcard::take_from_bytes::<Body>(body) else {
        return Err(ShareError::Foreign);
    };
    let record = ScenarioRecord::from(body);
    if !record.settings.are_sound() {
        return Err(ShareError::Foreign);
    }
    let of_here = record
        .overrides
        .iter()
        .filter(|(slug, _)| dataset.find_indicator(slug).is_some());
    let figures: usize = of_here.map(|(_, changes)| changes.len()).sum();
    let scenario = record.into_scenario(dataset);
    Ok(Shared {
        left_out: figures.saturating_sub(scenario.len()),
        scenario,
    })
}

/// A character of base64url.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Of version and body, so that a body is not read as one of another version.
fn checksum(body: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let mut digest = CRC.digest();
    digest.update(&[VERSION]);
    digest.update(body);
    digest.finalize().to_be_bytes()
}

impl From<ScenarioRecord> for Body {
    fn from(record: ScenarioRecord) -> Self {
        let settings = (record.settings != Settings::default()).then(|| record.settings.into());
        let overrides = record.overrides.into_iter();
        Self {
            name: record.name,
            description: record.description,
            settings,
            overrides: overrides
                .map(|(slug, changes)| (slug, changes.into()))
                .collect(),
        }
    }
}

impl From<Body> for ScenarioRecord {
    fn from(body: Body) -> Self {
        let overrides = body.overrides.into_iter();
        Self {
            id: ScenarioId::FIRST,
            name: body.name,
            description: body.description,
            settings: body.settings.map_or_else(Settings::default, Settings::from),
            overrides: overrides
                .map(|(slug, changes)| (slug, changes.into()))
                .collect(),
        }
    }
}

// Taken apart whole, so that what is new in one of them cannot be forgotten here.

impl From<Settings> for Method {
    fn from(settings: Settings) -> Self {
        let Settings {
            bands: BandLimits { a, b, c },
            reporting_year,
            decimals,
            tolerance,
        } = settings;
        Self {
            bands: (a, b, c),
            reporting_year,
            decimals,
            tolerance,
        }
    }
}

impl From<Method> for Settings {
    fn from(method: Method) -> Self {
        let Method {
            bands: (a, b, c),
            reporting_year,
            decimals,
            tolerance,
        } = method;
        Self {
            bands: BandLimits { a, b, c },
            reporting_year,
            decimals,
            tolerance,
        }
    }
}

impl From<Override> for Changes {
    fn from(changes: Override) -> Self {
        let Override {
            target,
            target_year,
            baseline,
            results,
        } = changes;
        Self {
            target,
            target_year,
            baseline,
            results: results.into_iter().collect(),
        }
    }
}

impl From<Changes> for Override {
    fn from(changes: Changes) -> Self {
        let Changes {
            target,
            target_year,
            baseline,
            results,
        } = changes;
        Self {
            target,
            target_year,
            baseline,
            results: results.into_iter().collect(),
        }
    }
}
