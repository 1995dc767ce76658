//! Text search over the committed data.

use crate::shared::dataset;
use michishirube_core::{model::RowId, search::SearchIndex};
use proptest::prelude::*;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

fn nfkc(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

fn find(query: &str) -> Vec<usize> {
    static INDEX: OnceLock<SearchIndex> = OnceLock::new();
    let index = INDEX.get_or_init(|| SearchIndex::new(dataset(), &nfkc));
    index.find(query, &nfkc).ones().collect()
}

fn slugs(query: &str) -> Vec<&'static str> {
    let slugs = &dataset().programs.slugs;
    find(query).into_iter().map(|row| slugs.get(row)).collect()
}

#[test]
fn width_case_and_kana_make_no_difference() {
    for spellings in [
        ["ワイン", "わいん", "ﾜｲﾝ"],
        ["ブランド", "ぶらんど", "ﾌﾞﾗﾝﾄﾞ"],
        ["ICT", "ｉｃｔ", "ict"],
        ["ShiriBeshi", "SHIRIBESHI", "ｓｈｉｒｉｂｅｓｈｉ"],
        ["オロロンライン", "おろろんらいん", "ｵﾛﾛﾝﾗｲﾝ"],
    ] {
        let found = spellings.map(find);
        assert!(!found[0].is_empty(), "{spellings:?}");
        assert!(found.iter().all(|rows| *rows == found[0]), "{spellings:?}");
    }
    assert!(slugs("わいん").contains(&"sorachi-food-brand-wine"));
}

#[test]
fn an_empty_query_finds_all() {
    for query in ["", "  ", "\u{3000}", "\n\t"] {
        assert_eq!(find(query).len(), 43, "{query:?}");
    }
}

#[test]
fn all_of_a_programme_is_searched_as_the_documents_have_it() {
    for (what, query, slug) in [
        ("name", "オロロンライン", "ororon-line-tourism"),
        ("outline", "ヘルシーウォーキング", "tantetsuko-wide-area"),
        (
            "results",
            "花あるあるプロジェクト",
            "agriculture-best-performance",
        ),
        (
            "category",
            "ゼロカーボン 農業ベスト",
            "agriculture-best-performance",
        ),
        (
            "project",
            "とかちチャレンジプロジェクト",
            "tokachi-space-industry",
        ),
        ("place", "宗谷 New Normal", "soya-new-normal"),
    ] {
        assert!(slugs(query).contains(&slug), "{what}: {query}");
    }
    assert_eq!(slugs("この言葉はどこにもない"), [""; 0]);
}

/// A word from a programme's name, with the programme's row.
fn any_word() -> impl Strategy<Value = (usize, String)> {
    let names = &dataset().programs.names;
    (0..names.len(), any::<prop::sample::Index>(), 1..8_usize).prop_map(|(row, start, len)| {
        let name: Vec<char> = names.get(row).chars().collect();
        let word = name[start.index(name.len())..].iter().take(len);
        (row, word.take_while(|c| !c.is_whitespace()).collect())
    })
}

/// The same word in the other kana and the other width.
fn respelled(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap(),
            'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap(),
            '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            other => other,
        })
        .collect()
}

proptest! {
    #[test]
    fn a_word_of_a_name_finds_it_however_it_is_spelled((row, word) in any_word()) {
        let found = find(&word);
        prop_assert!(found.contains(&row));
        prop_assert_eq!(find(&respelled(&word)), found);
    }

    #[test]
    fn every_word_is_required((_, a) in any_word(), (_, b) in any_word(), wide in any::<bool>()) {
        let both: Vec<_> = find(&a).into_iter().filter(|row| find(&b).contains(row)).collect();
        let space = if wide { '\u{3000}' } else { ' ' };
        prop_assert_eq!(find(&format!("{a}{space}{b}")), both);
    }

    #[test]
    fn no_query_panics(query in "\\PC*") {
        prop_assert!(find(&query).len() <= dataset().program_ids().map(RowId::row).count());
    }
}
