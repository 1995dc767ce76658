//! The icon set: line drawings of our own, always beside a text, hidden from readers.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A signpost: the product.
    Signpost,
    /// To the right: go on.
    Arrow,
    /// A cross: take away.
    Cross,
    /// A magnifier: search.
    Search,
    /// Sliders: filters and settings.
    Sliders,
    /// An arrow turning back: reset, undo.
    Back,
    /// The same arrow the other way: do again.
    Again,
    /// Two sheets: copy.
    Copy,
    /// An arrow into a tray: download.
    Download,
    /// A triangle with a mark: attention.
    Attention,
    /// A circle with a mark: information.
    Information,
    /// A pencil: a draft.
    Pencil,
    /// Three lines: the list of pages.
    Menu,
    /// A sheet coming out of a printer: print.
    Print,
    /// An arrow out of a tray: read a file.
    Upload,
    /// A plus sign: add.
    Plus,
    /// A dustbin: delete.
    Bin,
    /// A tick: chosen.
    Tick,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Signpost => "M12 2v20M5 4.5h12l3 2.75L17 10H5zM19 12.5H7L4 15.25 7 18h12z",
            Self::Arrow => "M5 12h14M13 6l6 6-6 6",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
            Self::Sliders => "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
            Self::Back => "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
            Self::Again => "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
            Self::Copy => "M9 9h11v12H9zM15 9V3H4v12h5",
            Self::Download => "M12 3v12M7 10l5 5 5-5M4 20h16",
            Self::Attention => "M12 3.5L22 20.5H2zM12 10v5M12 17.6v.4",
            Self::Information => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.4",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Print => "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Upload => "M12 15V3M7 8l5-5 5 5M4 20h16",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Bin => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
            Self::Tick => "M5 12.5l4.5 4.5L19 7",
            Self::Pencil => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19z",
        }
    }
}

/// An icon as high as the text around it.
#[component]
pub fn Icon(
    /// What it shows.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
}
