//! What the parts of the screen show: rows, and how they are divided, ordered and printed.

use michishirube_core::{
    budget::{Level, Order, Row},
    format,
    view::{Sort, View},
};

/// What the screen shows of the budget table.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The rows.
    pub rows: Vec<Row>,
    /// What they are divided by.
    pub level: Level,
    /// The view they come from.
    pub view: View,
    /// The sum of the whole table, in 千円.
    pub whole: u32,
}

impl Shown {
    /// In which order the table is.
    pub fn order(&self) -> Order {
        match self.view.sort {
            Sort::Budget => Order::Amount,
            Sort::Document | Sort::Year => Order::Document,
        }
    }

    /// An amount in the unit of the view.
    pub fn money(&self, thousands: u32) -> String {
        format::money(thousands, self.view.money)
    }
}
