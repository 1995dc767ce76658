//! What a person drafts, and the record of it that a browser keeps.

use crate::dataset::Dataset;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A kind of draft.
///
/// In memory it may use positions of the dataset; its record names things by text ids and says its
/// version. A record of a version that is not known must not be readable as [`Keep::Record`], so that it is set
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

    /// The draft with what changed from `since` to `mine` laid over `theirs`: what a tab has in memory
    /// only, over what another tab kept meanwhile.
    ///
    /// Where both changed the same thing, `theirs` holds: it is the later, for a tab looks at what is
    /// kept before each edit. So does all of it if the two together make no record that can be read.
    ///
    /// This one works on the records of any kind, at the price of a JSON tree; a kind that every page
    /// has should know its own.
    #[must_use]
    fn merged(dataset: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let json = |draft: &Self| serde_json::to_value(draft.to_record(dataset, 0)).ok();
        let merged = || {
            let record = merge(Some(json(since)?), Some(json(mine)?), Some(json(theirs)?))?;
            serde_json::from_value(record).ok()
        };
        merged().map_or_else(
            || theirs.clone(),
            |record| Self::from_record(record, dataset),
        )
    }

    /// As [`Keep::merged`], for two tabs: what they changed in different ways is kept in both, if the
    /// kind has room for that.
    #[must_use]
    fn reconciled(dataset: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        Self::merged(dataset, since, mine, theirs)
    }
}

/// What holds of one thing that two sides have: mine where only I changed it since, else theirs.
pub(crate) fn held<T: Clone + PartialEq>(since: &T, mine: &T, theirs: &T) -> T {
    if theirs == since { mine } else { theirs }.clone()
}

/// Merges what records are made of: objects by their keys, lists by their items, all else as a whole.
fn merge(since: Option<Value>, mine: Option<Value>, theirs: Option<Value>) -> Option<Value> {
    if mine == theirs || mine == since {
        return theirs;
    }
    if theirs == since {
        return mine;
    }
    match (since, mine, theirs) {
        (since, Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
            Some(Value::Object(merge_objects(object(since), mine, theirs)))
        }
        // What one side has emptied and the other added to is what the other added.
        (Some(Value::Object(since)), mine, theirs) => {
            let left = merge_objects(since, object(mine), object(theirs));
            (!left.is_empty()).then_some(Value::Object(left))
        }
        (Some(Value::Array(since)), Some(Value::Array(mine)), Some(Value::Array(mut theirs))) => {
            theirs.retain(|item| !since.contains(item) || mine.contains(item));
            for item in mine {
                if !since.contains(&item) && !theirs.contains(&item) {
                    theirs.push(item);
                }
            }
            Some(Value::Array(theirs))
        }
        (_, _, theirs) => theirs,
    }
}

fn merge_objects(
    mut since: Map<String, Value>,
    mut mine: Map<String, Value>,
    mut theirs: Map<String, Value>,
) -> Map<String, Value> {
    let mut keys: Vec<String> = mine.keys().chain(theirs.keys()).cloned().collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .filter_map(|key| {
            let merged = merge(since.remove(&key), mine.remove(&key), theirs.remove(&key))?;
            Some((key, merged))
        })
        .collect()
}

fn object(value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    }
}
