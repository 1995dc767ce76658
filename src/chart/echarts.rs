//! The binding to ECharts: loads it, draws with it, lets it go. The only part that touches JavaScript.
//!
//! `src/boot.js` gives `michishirube.loadCharts()`; options cross as plain objects, never as source
//! text (the page's CSP forbids that), and functions cross as closures that live as long as the
//! option that uses them.

use super::{
    option::{ChartOption, Drawing, HaloLabel, LineOption},
    value_axis::ValueAxis,
};
use js_sys::{Array, Object, Promise, Reflect};
use serde_wasm_bindgen::to_value;
use std::fmt;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// src/chart/echarts/load.js, loaded.
    #[derive(Clone, Debug)]
    pub type Library;

    #[wasm_bindgen(js_namespace = michishirube, js_name = loadCharts, catch)]
    fn load_charts() -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, element: &web_sys::Element) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn fit(this: &Library, chart: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = paintAtOnce, catch)]
    fn paint_at_once(this: &Library, chart: &Instance) -> Result<(), JsValue>;

    /// `EChartsType`.
    #[derive(Clone, Debug)]
    type Instance;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = dispatchAction, catch)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// What went wrong between this program and ECharts.
#[derive(Clone, Debug)]
pub enum ChartError {
    /// The file could not be loaded.
    Load(JsValue),
    /// ECharts threw.
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

/// Loads ECharts; at once where it has been loaded before.
///
/// # Errors
/// [`ChartError::Load`].
pub async fn load() -> Result<Library, ChartError> {
    let module = load_charts().map_err(ChartError::Load)?;
    JsFuture::from(module)
        .await
        .map(JsCast::unchecked_into)
        .map_err(ChartError::Load)
}

type Formatter = Closure<dyn Fn(JsValue) -> JsValue>;

/// A chart in the page. Dropping it takes it out.
#[derive(Debug)]
pub struct Plot {
    library: Library,
    instance: Instance,
    /// What the drawn option calls back.
    formatters: Vec<Formatter>,
}

impl Plot {
    /// An empty chart in `element`. What it draws is painted with the frame after, until [`Self::paint_at_once`].
    ///
    /// # Errors
    /// [`ChartError::Draw`].
    pub fn new(library: &Library, element: &web_sys::Element) -> Result<Self, ChartError> {
        let instance = library.init(element).map_err(ChartError::Draw)?;
        Ok(Self {
            library: library.clone(),
            instance,
            formatters: Vec::new(),
        })
    }

    /// Draws the axes of this only: half of the work for somebody who draws the rest a moment later.
    ///
    /// # Errors
    /// As [`Self::draw`].
    pub fn draw_axes(&mut self, mut drawing: Drawing) -> Result<(), ChartError> {
        drawing.option.series.clear();
        self.draw(drawing)
    }

    /// From now on paints at once what it draws.
    ///
    /// # Errors
    /// [`ChartError::Draw`].
    pub fn paint_at_once(&self) -> Result<(), ChartError> {
        self.library
            .paint_at_once(&self.instance)
            .map_err(ChartError::Draw)
    }

    /// Draws this and nothing else: what was drawn before does not stay.
    ///
    /// # Errors
    /// [`ChartError::Option`] or [`ChartError::Draw`].
    pub fn draw(&mut self, drawing: Drawing) -> Result<(), ChartError> {
        let option = object(&drawing.option)?;
        let notes = drawing.notes;
        let note = Formatter::new(move |series: JsValue| {
            category(&series)
                .and_then(|index| notes.get(index))
                .map_or(JsValue::UNDEFINED, |note| note.as_str().into())
        });
        let decimals = drawing.decimals;
        let figure = Formatter::new(move |value: JsValue| {
            let value = value.as_f64().unwrap_or_default();
            ValueAxis::text(decimals, value).into()
        });
        put(&option, &["tooltip", "formatter"], note.as_ref())?;
        put(
            &option,
            &["yAxis", "axisLabel", "formatter"],
            figure.as_ref(),
        )?;
        let how = Object::new();
        put(&how, &["notMerge"], &JsValue::TRUE)?;
        self.instance
            .set_option(&option, &how)
            .map_err(ChartError::Draw)?;
        // Only now does nothing call the formatters of the option before.
        self.formatters = vec![note, figure];
        Ok(())
    }

    /// Fits the chart to the size its element has now.
    ///
    /// # Errors
    /// [`ChartError::Draw`].
    pub fn fit(&self) -> Result<(), ChartError> {
        self.library.fit(&self.instance).map_err(ChartError::Draw)
    }

    /// Shows the tooltip of a category, or none, as a pointer would.
    ///
    /// # Errors
    /// [`ChartError::Draw`].
    pub fn point_at(&self, category: Option<Target>) -> Result<(), ChartError> {
        let action = Object::new();
        let fields: &[(&str, JsValue)] = match category {
            Some(Target { series, category }) => &[
                ("type", "showTip".into()),
                ("seriesIndex", series.into()),
                ("dataIndex", category.into()),
            ],
            None => &[("type", "hideTip".into())],
        };
        for (name, value) in fields {
            put(&action, &[name], value)?;
        }
        self.instance
            .dispatch_action(&action)
            .map_err(ChartError::Draw)
    }
}

impl Drop for Plot {
    fn drop(&mut self) {
        // An instance whose element is gone already has nothing left to take out.
        let _ = self.instance.dispose();
    }
}

/// A point of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The series.
    pub series: u32,
    /// The category.
    pub category: u32,
}

/// The category that a tooltip's formatter is asked about.
fn category(series: &JsValue) -> Option<usize> {
    let first = Reflect::get_u32(series, 0).ok()?;
    let index = Reflect::get(&first, &"dataIndex".into()).ok()?.as_f64()?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index"
    )]
    Some(index as usize)
}

/// An option as ECharts takes it: charming's parts with the keys beside them.
fn object(option: &ChartOption) -> Result<JsValue, ChartError> {
    let whole = Object::new();
    let set = |path: &[&str], value: JsValue| put(&whole, path, &value);
    set(&["animation"], option.animation.into())?;
    set(&["animationDuration"], option.animation_milliseconds.into())?;
    set(
        &["animationDurationUpdate"],
        option.animation_milliseconds.into(),
    )?;
    set(&["textStyle"], Object::new().into())?;
    set(
        &["textStyle", "fontFamily"],
        option.font_family.as_str().into(),
    )?;
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
        option.axis_color.as_str().into(),
    )?;
    set(
        &["xAxis", "axisLabel", "lineHeight"],
        option.year_line_height.into(),
    )?;
    set(&["yAxis"], part(to_value(&option.y_axis))?)?;
    set(&["tooltip"], part(to_value(&option.tooltip.tooltip))?)?;
    set(
        &["tooltip", "renderMode"],
        option.tooltip.render_mode.into(),
    )?;
    set(&["tooltip", "confine"], option.tooltip.confine.into())?;
    set(&["tooltip", "textStyle"], Object::new().into())?;
    set(
        &["tooltip", "textStyle", "color"],
        option.tooltip.text_color.as_str().into(),
    )?;
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
        let color = halo_color.as_str().into();
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
