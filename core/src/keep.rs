//! What a person drafts, and the record of it that a browser keeps.

use crate::dataset::Dataset;
use serde::{Serialize, de::DeserializeOwned};

/// A kind of draft.
///
/// In memory it may use positions of the dataset; its record names things by text ids and says its
/// version. A record of another version must not be readable as [`Keep::Record`], so that it is set
/// aside and not overwritten.
pub trait Keep: Clone + Default + PartialEq + Send + Sync + 'static {
    /// The form that is kept.
    type Record: Serialize + DeserializeOwned;
    /// The key it is kept under. The version in it is that of the layout of keys; the record has its
    /// own.
    const KEY: &'static str;

    /// The draft of a record.
    fn from_record(record: Self::Record, dataset: &Dataset) -> Self;

    /// The record of the draft, written at this time (milliseconds since 1970).
    fn to_record(&self, dataset: &Dataset, saved_at: u64) -> Self::Record;

    /// When a record was written, in milliseconds since 1970.
    fn saved_at(record: &Self::Record) -> u64;
}
