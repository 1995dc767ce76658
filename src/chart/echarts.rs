//! The binding to ECharts: has it draw. The only part that touches JavaScript.
//!
//! ECharts runs in a worker, so that the page answers meanwhile (`echarts/worker.js`); what crosses is
//! plain data, and comes back as a description of the picture, of which `echarts/page.js` makes elements.
//! `src/boot.js` gives `michishirube.loadCharts()`.

use super::option::{ChartOption, Drawing, HaloLabel, LineOption};
use js_sys::{Array, Object, Promise, Reflect};
use serde_wasm_bindgen::to_value;
use std::fmt;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `src/chart/echarts/page.js`, loaded.
    #[derive(Clone, Debug)]
    type Library;

    #[wasm_bindgen(js_namespace = michishirube, js_name = loadCharts, catch)]
    fn load_charts() -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn draw(
        this: &Library,
        element: &web_sys::Element,
        drawing: &JsValue,
    ) -> Result<Promise, JsValue>;

    /// What `draw` resolves with.
    type Drawn;

    #[wasm_bindgen(method, getter)]
    fn categories(this: &Drawn) -> Vec<f64>;

    #[wasm_bindgen(method, getter)]
    fn top(this: &Drawn) -> f64;

    #[wasm_bindgen(method, getter)]
    fn bottom(this: &Drawn) -> f64;
}

/// What went wrong between this program and ECharts.
#[derive(Clone, Debug)]
pub enum ChartError {
    /// The page's part of the charts could not be loaded.
    Load(JsValue),
    /// The worker could not be loaded, or ECharts threw.
    Draw(JsValue),
    /// The option could not be handed over.
    Option(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Load(reason) => write!(f, "the charts could not be loaded: {reason:?}"),
            Self::Draw(reason) => write!(f, "ECharts failed: {reason:?}"),
            Self::Option(reason) => write!(f, "the chart's option is not plain data: {reason}"),
        }
    }
}

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Where a picture has what, in pixels from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// The middle of each category.
    pub categories: Vec<f64>,
    /// The upper end of the value axis.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

impl Places {
    /// The category nearest to a place, if there is any category.
    pub fn nearest(&self, x: f64) -> Option<usize> {
        let distance = |at: &f64| (at - x).abs();
        let at = self.categories.iter().enumerate();
        at.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
            .map(|(index, _)| index)
    }
}

/// Draws in `element`, in place of what was drawn there before; ECharts is loaded where it has not been.
///
/// # Errors
/// [`ChartError`].
pub async fn draw(
    element: &web_sys::Element,
    drawing: &Drawing,
    size: Size,
) -> Result<Places, ChartError> {
    let module = load_charts().map_err(ChartError::Load)?;
    let library = JsFuture::from(module).await.map_err(ChartError::Load)?;
    let library: Library = library.unchecked_into();
    let figures: Array = drawing.figures.iter().map(JsValue::from).collect();
    let whole = Object::new();
    for (name, value) in [
        ("option", object(&drawing.option)?),
        ("figures", figures.into()),
        ("width", size.width.into()),
        ("height", size.height.into()),
    ] {
        put(&whole, &[name], &value)?;
    }
    let drawn = library.draw(element, &whole).map_err(ChartError::Draw)?;
    let drawn = JsFuture::from(drawn).await.map_err(ChartError::Draw)?;
    let drawn: Drawn = drawn.unchecked_into();
    Ok(Places {
        categories: drawn.categories(),
        top: drawn.top(),
        bottom: drawn.bottom(),
    })
}

/// An option as ECharts takes it: charming's parts with the keys beside them.
fn object(option: &ChartOption) -> Result<JsValue, ChartError> {
    let whole = Object::new();
    let set = |path: &[&str], value: JsValue| put(&whole, path, &value);
    set(&["grid"], part(to_value(&option.grid.grid))?)?;
    set(
        &["grid", "outerBoundsMode"],
        option.grid.outer_bounds_mode.into(),
    )?;
    set(
        &["grid", "outerBoundsContain"],
        option.grid.outer_bounds_contain.into(),
    )?;
    set(&["xAxis"], part(to_value(&option.x_axis))?)?;
    set(&["xAxis", "axisLine", "lineStyle"], Object::new().into())?;
    set(
        &["xAxis", "axisLine", "lineStyle", "color"],
        option.axis_color.into(),
    )?;
    set(
        &["xAxis", "axisLabel", "lineHeight"],
        option.year_line_height.into(),
    )?;
    set(&["yAxis"], part(to_value(&option.y_axis))?)?;
    let series: Array = option.series.iter().map(line).collect::<Result<_, _>>()?;
    set(&["series"], series.into())?;
    Ok(whole.into())
}

fn line(option: &LineOption) -> Result<JsValue, ChartError> {
    let line = part(to_value(&option.line))?;
    put(&line, &["showAllSymbol"], &option.show_all_symbol.into())?;
    if let Some(strategy) = option.stack_strategy {
        put(&line, &["stackStrategy"], &strategy.into())?;
    }
    if let Some(dash) = option.dash {
        let lengths: Array = dash.iter().map(|length| JsValue::from(*length)).collect();
        put(&line, &["lineStyle", "type"], &lengths)?;
    }
    if let Some(HaloLabel {
        label,
        halo_color,
        halo_width,
    }) = &option.label
    {
        put(&line, &["label"], &part(to_value(label))?)?;
        let color = (*halo_color).into();
        put(&line, &["label", "textBorderColor"], &color)?;
        let width = (*halo_width).into();
        put(&line, &["label", "textBorderWidth"], &width)?;
    }
    Ok(line)
}

/// A part of charming's as a plain object.
fn part(value: Result<JsValue, serde_wasm_bindgen::Error>) -> Result<JsValue, ChartError> {
    value.map_err(|error| ChartError::Option(error.to_string()))
}

/// Sets the value at a path of an object.
fn put(object: &JsValue, path: &[&str], value: &JsValue) -> Result<(), ChartError> {
    let [parents @ .., last] = path else {
        return Ok(());
    };
    let failed = |error| ChartError::Option(format!("{path:?}: {error:?}"));
    let mut parent = object.clone();
    for name in parents {
        parent = Reflect::get(&parent, &(*name).into()).map_err(failed)?;
    }
    Reflect::set(&parent, &(*last).into(), value)
        .map(|_| ())
        .map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_means_the_nearest_year() {
        let places = Places {
            categories: vec![40.0, 80.0, 120.0],
            top: 40.0,
            bottom: 280.0,
        };
        let meant = [-5.0, 59.0, 61.0, 500.0].map(|x| places.nearest(x));
        assert_eq!(meant, [Some(0), Some(0), Some(1), Some(2)]);
    }
}
