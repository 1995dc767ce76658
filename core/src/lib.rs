//! The model, the dataset and the arithmetic of みちしるべ.
//!
//! Plain Rust: this crate knows nothing of the browser, of Leptos, of storage or of charts, so that
//! every figure on the screen can be tested natively. Read it in this order:
//!
//! * [`decimal`], [`ratio`], [`fiscal_year`]: the numbers, exact to the printed digit
//! * [`model`], [`dataset`]: what the documents say, as columns
//! * [`progress`]: the KPI arithmetic
//! * [`scenario`], [`slider`]: a person's changes laid over the official figures
//! * [`history`]: the way back through them, step by step
//! * [`share`]: a scenario in a link or a file, for somebody else
//! * [`goal_seek`]: 逆算, answered in sentences with the change to try
//! * [`comparison`]: the official plan and several scenarios beside each other
//! * [`keep`]: drafts and the records kept of them
//! * [`overview`]: the few figures of the first page
//! * [`facets`], [`search`], [`catalogue`]: finding programmes
//! * [`geography`]: where things lie, for maps
//! * [`areas`]: the areas and 振興局, counted and chosen
//! * [`infrastructure`]: works on the map of 後志, as drafts and files
//! * [`project`], [`provenance`]: a project with all that is said of it, and what a document holds
//! * [`view`]: what the screen shows, as a query string
//! * [`glossary`]: the terms of art in plain words
//! * [`mod@format`], [`explain`], [`outlook`]: figures and sentences as people read them
//! * [`english`]: the names of the documents' things in English, laid over the dataset
//! * [`language`]: the same in Japanese and in English
//! * [`opinion`]: what people say of the vision's measures, gathered for the meeting
//! * [`report`]: the yearly paper, written from all of these
//! * [`csv`], [`problem`]: files people hand in or take away, and what is wrong in them
//! * [`embed`]: the form the build embeds; [`export`]: the dataset as a JSON file
//! * `read` (feature `read`): the editable files, checked and assembled

pub mod areas;
pub mod budget;
pub mod catalogue;
pub mod comparison;
pub mod csv;
pub mod dataset;
pub mod decimal;
pub mod embed;
pub mod english;
pub mod explain;
pub mod export;
pub mod facets;
pub mod fiscal_year;
pub mod format;
pub mod geography;
pub mod glossary;
pub mod goal_seek;
pub mod history;
pub mod infrastructure;
pub mod input;
pub mod keep;
pub mod language;
pub mod model;
pub mod opinion;
pub mod outlook;
pub mod overview;
pub mod problem;
pub mod progress;
pub mod project;
pub mod provenance;
pub mod ratio;
#[cfg(feature = "read")]
pub mod read;
pub mod report;
pub mod scenario;
pub mod search;
pub mod share;
pub mod slider;
pub mod sorted;
pub mod texts;
pub mod view;
