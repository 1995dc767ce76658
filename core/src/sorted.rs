//! Short sorted lists without repeats.
//!
//! Inserting in place instead of sorting: the standard library's sorts cost 5 KB of WebAssembly for
//! each type sorted.

/// Puts an item in its place, unless it is there.
pub fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}
