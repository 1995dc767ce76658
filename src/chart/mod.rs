//! Pictures of the figures: what is drawn, where, and how ECharts is told.
//!
//! A chart is a chain of named types, so that everything but the last step is tested without a screen:
//!
//! | step | type | knows |
//! |---|---|---|
//! | the figures | [`Series`](michishirube_core::dataset::Series) of the core | no pixels |
//! | what to draw where | [`Placed`](indicator::Placed), [`Compared`](comparison::Compared), [`Sparkline`](sparkline::Sparkline), [`Track`](track::Track), [`Place`](treemap::Place) | no colours |
//! | the picture | [`Drawing`](option::Drawing), from a [`Palette`](palette::Palette) | no browser |
//! | the screen | [`Places`](echarts::Places) | what stands where |
//!
//! Architecture invariant: this layer knows the core and charming, and nothing of Leptos, the URL or
//! storage. Only [`echarts`] touches JavaScript. Colours are those of the style sheet, by their
//! names in [`palette`]; every figure that is printed in a chart is written by the core's `format`.

pub mod comparison;
pub mod echarts;
#[cfg(test)]
mod fixture;
pub mod indicator;
pub mod labels;
pub mod option;
pub mod palette;
pub mod picture;
mod plane;
pub mod sparkline;
pub mod track;
pub mod treemap;
pub mod value_axis;
