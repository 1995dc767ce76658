//! インフラ整備進捗図: the map that 付図 of document 004 lays out, and the works a person puts on it.
//!
//! The documents contain only the plan of this map, so nothing is embedded: works are drafts, or
//! come from a file.
//!
//! * [`work`]: one piece of work; [`works`]: the collection and its kept form; [`edit`]: what is done
//!   to it
//! * [`form`]: a work as it is typed; [`fault`]: what is wrong with it
//! * [`callout`]: a work in the document's own wording
//! * [`table`], [`geojson`]: files; [`import`]: what reading one gives; [`mod@file`]: which of both it is
//! * [`sample`]: invented works to try the map with
//! * [`sheet`], [`labels`]: the picture as data

pub mod callout;
pub mod edit;
pub mod fault;
pub mod file;
pub mod form;
pub mod geojson;
pub mod import;
pub mod labels;
pub mod sample;
pub mod sheet;
pub mod table;
pub mod work;
pub mod works;

#[cfg(test)]
mod tests;
