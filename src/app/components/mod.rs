//! Parts that several screens are made of.

mod band;
mod chart;
mod dynamic;
mod icon;
mod indicator_picture;
mod link;
mod number_field;
mod page_title;
mod rate;
mod save_button;
mod sdg;
mod settings_line;
mod source_note;
mod sparkline;
mod table_region;
mod toggle;
mod track;
mod undo;

pub use band::BandBadge;
pub use dynamic::{attribute, dynamic, switch, text};
pub use icon::{Glyph, Icon};
pub use indicator_picture::IndicatorPicture;
pub use link::Link;
pub use number_field::{Kind, NumberField};
pub use page_title::{PageTitle, focus, focus_on, focus_title};
pub use rate::{AttainmentCell, OfficialCell, RatePair};
pub use save_button::SaveButton;
pub use sdg::SdgTile;
pub use settings_line::SettingsLine;
pub use source_note::SourceNote;
pub use sparkline::Sparkline;
pub use table_region::TableRegion;
pub use toggle::Toggle;
pub use track::Track;
pub use undo::{BACK, Undo};
