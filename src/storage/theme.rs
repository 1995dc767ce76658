//! The chosen colour scheme.

use super::available;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

const KEY: &str = "michishirube/theme";

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in storage and in the page's `data-theme`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The kept choice; the system's where none is kept or storage cannot be used.
    #[must_use]
    pub fn load() -> Self {
        available()
            .and_then(|storage| storage.get_item(KEY).ok().flatten())
            .and_then(|kept| Self::ALL.into_iter().find(|theme| theme.key() == kept))
            .unwrap_or_default()
    }

    /// Keeps the choice, where storage can be used; it holds for this visit in any case.
    pub fn save(self) {
        if let Some(storage) = available() {
            let _ = storage.set_item(KEY, self.key());
        }
    }
}
