//! The form in which the build embeds what it has read (postcard): small, and read without a parser.
//!
//! Bytes and program are of one build, so there are no versions here; what people keep has them.

use serde::{Serialize, de::DeserializeOwned};

/// Writes the embedded form.
///
/// # Errors
/// When a value cannot be written, which nothing read from `public/data` causes.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(value)
}

/// Reads the embedded form.
///
/// # Errors
/// When the bytes are not of this build.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}
