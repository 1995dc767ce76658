//! The documents' words, and where things lie. Each is embedded in the part of the program whose screens show it, and read
//! when first asked for.

use michishirube_core::{
    embed,
    geography::Geography,
    model::{BudgetTable, Change, Policy, Review, Vision},
};
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

macro_rules! prose {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $file:literal;)+) => {$(
        $(#[$doc])*
        #[inline(never)]
        pub fn $name() -> &'static $type {
            static READ: OnceLock<$type> = OnceLock::new();
            READ.get_or_init(|| {
                read(include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".postcard")))
            })
        }
    )+};
}

prose! {
    /// 001: the yearly review.
    review: Review = "review";
    /// 002: the budget table.
    budget: BudgetTable = "budget";
    /// 003: the policy.
    policy: Policy = "policy";
    /// 004: the vision.
    vision: Vision = "vision";
    /// The dataset's own history, newest first.
    changes: Vec<Change> = "changes";
    /// The coast, and the tiles of the 振興局.
    geography: Geography = "geography";
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
    #[allow(
        clippy::expect_used,
        reason = "the bytes are of the same build; were they not, the page would say that it stopped"
    )]
    embed::decode(bytes).expect("what the build embedded")
}
