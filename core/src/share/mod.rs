//! 共有: a scenario handed to somebody else, and looked at before it is kept.
//!
//! * [`link`]: the scenario in the fragment of a link, which no server sees
//! * [`qr`]: the link as a picture for a telephone's camera
//! * [`mod@file`]: scenarios as a JSON file, for what is too long for a link
//! * [`changes`]: what a scenario changes, in words, for the page that shows it

pub mod changes;
pub mod file;
pub mod link;
pub mod qr;
