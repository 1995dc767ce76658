//! 意見シート: what people say of the vision's measures (施策), gathered for the meeting.
//!
//! The vision (004) asks which measures a team of public and private partners (官民共創チーム) should
//! take on. A [`Sheet`] is one person's answer; [`Sheets`] are one's own and those that others handed
//! in, with what contradicts each other kept until someone decides; an [`Edit`] is what is done to them.
//! [`mod@file`] is their form as CSV, [`Record`] the one in a browser.

mod edit;
pub mod file;
mod measure;
mod record;
mod sheet;
mod sheets;

pub use edit::{Edit, Part};
pub use measure::{ListedMeasure, MeasureId, circled, find_measure};
pub use record::Record;
pub use sheet::{Candidate, Opinion, Sheet, Text, TooLong, same_author};
pub use sheets::{Choice, Conflict, Entry, Merged, Sheets, Voice, Voices};
