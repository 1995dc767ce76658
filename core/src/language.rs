//! The language in which the program speaks.
//!
//! Every text for people is written where it is used, in both languages side by side: [`words!`](crate::words)
//! and [`sentence!`](crate::sentence) do not compile without the English, nor when one of the two leaves out a
//! figure. A library of message files (fluent, rust-i18n, leptos_i18n) would bring a parser or a table of keys into
//! the WebAssembly and take the text away from the place it is read in; what is needed of one is this page.

use std::cell::Cell;

/// A language of the interface. The documents are in Japanese; their names have English beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 日本語.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Japanese, Self::English];

    /// Its tag (BCP 47), for `lang` attributes and for storage.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Japanese => "日本語",
            Self::English => "English",
        }
    }
}

thread_local! {
    // Chosen once before anything is shown; a thread's own, so that tests of both can run side by side.
    static SPOKEN: Cell<Language> = const { Cell::new(Language::Japanese) };
}

/// The language spoken now.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// Speaks a language from now on.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// A text in the language spoken now: `words!("指標", "Indicators")`.
#[macro_export]
macro_rules! words {
    ($japanese:literal, $english:literal $(,)?) => {
        match $crate::language::spoken() {
            $crate::language::Language::Japanese => $japanese,
            $crate::language::Language::English => $english,
        }
    };
}

/// A text with figures in it, written as for `format!`, in the language spoken now:
/// `sentence!("{name}は{rate}です。", "{name} is at {rate}.")`.
#[macro_export]
macro_rules! sentence {
    ($japanese:literal, $english:literal $(, $name:ident = $value:expr)* $(,)?) => {
        match $crate::language::spoken() {
            $crate::language::Language::Japanese => ::std::format!($japanese $(, $name = $value)*),
            $crate::language::Language::English => ::std::format!($english $(, $name = $value)*),
        }
    };
}

/// The `lang` of a text that comes from the documents or from a person: Japanese where English is spoken around it
/// and the text has Japanese letters.
#[must_use]
pub fn lang_of(text: &str) -> Option<&'static str> {
    (spoken() == Language::English && text.chars().any(is_japanese))
        .then_some(Language::Japanese.tag())
}

/// Kana, kanji, and the punctuation and full-width forms that stand with them.
const fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9f}')
}

/// Writes something in Japanese whatever language is spoken: a file that opens in both.
pub(crate) fn in_japanese<T>(write: impl FnOnce() -> T) -> T {
    let now = spoken();
    speak(Language::Japanese);
    let written = write();
    speak(now);
    written
}

/// A number of things in English: `1 programme`, `3 programmes`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_figures() {
        let rate = 90;
        assert_eq!(
            sentence!("進捗率は{rate}%", "The progress rate is {rate}%"),
            "進捗率は90%"
        );
        speak(Language::English);
        assert_eq!(words!("指標", "Indicators"), "Indicators");
        assert_eq!(
            sentence!("進捗率は{rate}%", "The progress rate is {rate}%"),
            "The progress rate is 90%"
        );
        assert_eq!(lang_of("空知総合振興局"), Some("ja"));
        assert_eq!(lang_of("Sorachi"), None);
        assert_eq!(counted(1, "programme", "programmes"), "1 programme");
    }
}
