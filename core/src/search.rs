//! Text search that folds width, case and kana.
//!
//! Unicode's own folding (NFKC and lower case) is the caller's: browsers have it built in, and
//! carrying its tables would cost 55 KB.

use crate::{
    dataset::Dataset,
    model::{Label, Origin, RowId},
    texts::Texts,
};
use fixedbitset::FixedBitSet;

/// Folds a text for comparison: NFKC and lower case by `unicode`, katakana as hiragana, the apostrophe
/// of print as that of the keyboard.
#[must_use]
pub fn fold(text: &str, unicode: &dyn Fn(&str) -> String) -> String {
    unicode(text)
        .chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// The folded text of every programme.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    folded: Texts,
}

impl SearchIndex {
    /// Folds name, outlines, results, categories, projects and places of every programme, as the
    /// documents have them: the editors' categories are for the facets.
    #[must_use]
    pub fn new(dataset: &Dataset, unicode: &dyn Fn(&str) -> String) -> Self {
        let mut folded = Texts::default();
        for program in dataset.program_ids() {
            let mut text = dataset.program_name(program).to_owned();
            for tag in dataset.tags_of(program) {
                if let (Label::Category(category), Origin::Source) = (tag.label, tag.origin) {
                    text.push('\n');
                    text.push_str(&dataset.category(category).name);
                }
            }
            for appearance in dataset.appearances_of(program) {
                let row = appearance.row();
                let appearances = &dataset.appearances;
                let place = dataset.subprefecture(appearances.subprefectures[row]);
                let projects = appearances.projects[row]
                    .iter()
                    .map(|project| dataset.project(*project).name.as_str());
                for part in [
                    appearances.outlines.get(row),
                    appearances.results.get(row),
                    &place.name,
                ]
                .into_iter()
                .chain(projects)
                {
                    text.push('\n');
                    text.push_str(part);
                }
            }
            folded.push(&fold(&text, unicode));
        }
        Self { folded }
    }

    /// Finds every programme by the words of another index as well: that of the same dataset in the
    /// other language.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut folded = Texts::default();
        for (one, other) in self.folded.iter().zip(other.folded.iter()) {
            folded.push(&format!("{one}\n{other}"));
        }
        Self { folded }
    }

    /// Every programme, as an empty query finds them.
    #[must_use]
    pub fn all(dataset: &Dataset) -> FixedBitSet {
        let mut all = FixedBitSet::with_capacity(dataset.programs.names.len());
        all.insert_range(..);
        all
    }

    /// The programmes that contain every word of the query; all of them for an empty one.
    #[must_use]
    pub fn find(&self, query: &str, unicode: &dyn Fn(&str) -> String) -> FixedBitSet {
        let query = fold(query, unicode);
        let mut found = FixedBitSet::with_capacity(self.folded.len());
        for (row, text) in self.folded.iter().enumerate() {
            if query.split_whitespace().all(|word| text.contains(word)) {
                found.insert(row);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn width_case_and_kana_are_one() {
        let nfkc = |text: &str| text.nfkc().collect::<String>().to_lowercase();
        for (a, b) in [
            ("ワイン", "わいん"),
            ("ﾜｲﾝ", "ワイン"),
            ("ＩＣＴ", "ict"),
            ("ShiriBeshi", "shiribeshi"),
            ("１０", "10"),
            ("神\u{fa19}", "神神"),
        ] {
            assert_eq!(fold(a, &nfkc), fold(b, &nfkc), "{a} {b}");
        }
    }
}
