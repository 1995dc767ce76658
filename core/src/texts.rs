//! A column of texts in one piece of memory.

use serde::{Deserialize, Serialize};

/// Many short texts, one after the other: two allocations however many rows there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    joined: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a row.
    pub fn push(&mut self, text: &str) {
        self.joined.push_str(text);
        self.ends
            .push(u32::try_from(self.joined.len()).unwrap_or(u32::MAX));
    }

    /// The text of a row; empty for a row that does not exist.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        let end = self.ends.get(row).copied().unwrap_or_default() as usize;
        let start = row
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or_default() as usize;
        self.joined.get(start..end).unwrap_or_default()
    }

    /// The number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Every text, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|row| self.get(row))
    }

    /// The row that holds exactly this text.
    #[must_use]
    pub fn position(&self, text: &str) -> Option<usize> {
        self.iter().position(|candidate| candidate == text)
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut column = Self::default();
        for text in texts {
            column.push(text);
        }
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_in_order() {
        let column: Texts = ["空知", "", "後志"].into_iter().collect();
        assert_eq!(column.iter().collect::<Vec<_>>(), ["空知", "", "後志"]);
        assert_eq!(column.position("後志"), Some(2));
        assert_eq!(column.get(9), "");
    }
}
