//! 予算: the rows of the budget table, grouped.

/// What budget rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// 連携地域.
    #[default]
    Area,
    /// (総合)振興局.
    Subprefecture,
    /// プロジェクト.
    Project,
    /// 事業.
    Program,
}

impl Level {
    /// Every level, from the whole to the part.
    pub const ALL: [Self; 4] = [
        Self::Area,
        Self::Subprefecture,
        Self::Project,
        Self::Program,
    ];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Subprefecture => "subprefecture",
            Self::Project => "project",
            Self::Program => "program",
        }
    }

    /// Its name on the page.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Area => "連携地域",
            Self::Subprefecture => "振興局",
            Self::Project => "プロジェクト",
            Self::Program => "事業",
        }
    }
}
