//! The place of a chart in the page: loads ECharts when the chart is near the view, draws, draws
//! again when figures, colours or size change, and takes everything with it when it goes.
//!
//! Knows the page; what is drawn is made by `crate::chart`.
//!
//! web-sys features: `CssStyleDeclaration`, `Document`, `Element`, `Event`, `EventTarget`,
//! `HtmlElement`, `IntersectionObserver`, `IntersectionObserverEntry`, `IntersectionObserverInit`,
//! `KeyboardEvent`, `MediaQueryList`, `MutationObserver`, `MutationObserverInit`, `Node`,
//! `ResizeObserver`, `Window`.

use super::{effect, later::turn};
use crate::chart::{
    echarts::{self, ChartError, Library, Plot},
    indicator::{KeyEntry, Part, Whose},
    option::Drawing,
    palette::Palette,
};
use js_sys::Promise;
use leptos::{html, prelude::*, task::spawn_local};
use michishirube_core::words;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MediaQueryList, MutationObserver, MutationObserverInit,
    ResizeObserver,
};

/// How a drawing should look at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub palette: Palette,
    /// Whether changes may move: false for people who ask for less motion.
    pub animate: bool,
}

/// How far the chart has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Not near the view yet, or ECharts is being loaded.
    Loading,
    /// ECharts is there.
    Ready,
    /// ECharts could not be loaded, or threw.
    Failed,
}

thread_local! {
    /// Grows when a retry has succeeded, so that every chart that had failed tries again.
    static ARRIVALS: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Media queries that may change the colours or the motion.
const LOOKS: [&str; 5] = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(forced-colors: active)",
    "(prefers-reduced-motion: reduce)",
    "print",
];
const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// How near the view a chart is when it is loaded.
const NEAR: &str = "400px 0px";

/// A chart under the key of its marks.
///
/// `drawing` is run again whenever a signal it reads changes. `label` says what the chart shows to
/// those who do not see it; the page gives the figures in a table besides.
#[component]
pub fn ChartHost(
    /// Makes the drawing.
    drawing: impl Fn(&Look) -> Drawing + 'static,
    /// What the chart shows, in words.
    #[prop(into)]
    label: Signal<String>,
    /// What its marks stand for, above it.
    children: Children,
) -> impl IntoView {
    let canvas = NodeRef::<html::Div>::new();
    let phase = RwSignal::new(Phase::Loading);
    let near = RwSignal::new(false);
    // Grows when the page's colours may have changed.
    let looks = RwSignal::new(0_u32);
    let spoken = RwSignal::new(String::new());
    let library = StoredValue::new_local(None::<Library>);
    let screen = StoredValue::new_local(Screen::default());
    let next = StoredValue::new_local(None::<Drawing>);

    let fail = move |error: &dyn std::fmt::Display| {
        leptos::logging::error!("{error}");
        let _ = phase.try_set(Phase::Failed);
    };

    effect(move |_| {
        let Some(element) = canvas.get() else {
            return;
        };
        let watch = Watch::over(
            &element,
            move || {
                let _ = near.try_set(true);
            },
            move || {
                // Of a chart that has gone meanwhile there is nothing to fit.
                let fitted = screen.try_with_value(Screen::fit);
                if let Some(Err(error)) = fitted {
                    fail(&error);
                }
            },
            move || {
                let _ = looks.try_update(|count| *count = count.wrapping_add(1));
            },
        );
        screen.update_value(|screen| screen.watch = watch);
    });

    let attempts = RwSignal::new(0_u32);
    let load = move |again: bool| {
        let _ = phase.try_set(Phase::Loading);
        let _ = attempts.try_update(|attempts| *attempts += 1);
        spawn_local(async move {
            match echarts::load().await {
                Ok(loaded) => {
                    // The chart may have gone while ECharts was on its way.
                    let here = library.try_update_value(|library| *library = Some(loaded));
                    if here.is_some() {
                        let _ = phase.try_set(Phase::Ready);
                    }
                    if again {
                        ARRIVALS.with(|arrivals| arrivals.update(|count| *count += 1));
                    }
                }
                Err(error) => fail(&error),
            }
        });
    };
    effect(move |_| {
        if near.get() {
            load(false);
        }
    });
    let arrivals = ARRIVALS.with(Clone::clone);
    effect(move |seen: Option<u32>| {
        let count = arrivals.get();
        let unloaded = library.with_value(Option::is_none);
        if seen.is_some() && unloaded && phase.get_untracked() == Phase::Failed {
            load(false);
        }
        count
    });

    effect(move |_| {
        looks.track();
        let (Phase::Ready, Some(element)) = (phase.get(), canvas.get()) else {
            return;
        };
        let drawing = drawing(&look(&element));
        // Drawn with the next frame: a keystroke's figures do not wait for the picture, and of
        // several changes within a frame only the last is drawn.
        let waiting = next.try_update_value(|next| next.replace(drawing).is_some());
        if waiting != Some(false) {
            return;
        }
        spawn_local(async move {
            frame().await;
            if let Err(error) = draw(&element, library, screen, next).await {
                let _ = next.try_update_value(Option::take);
                fail(&error);
            }
        });
    });

    on_cleanup(move || {
        let _ = screen.try_update_value(std::mem::take);
    });

    let point = move |event: web_sys::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Escape" => Step::Away,
            _ => return,
        };
        let note = screen.try_update_value(|screen| screen.point(step));
        if let Some(Some(note)) = note {
            event.prevent_default();
            spoken.set(note);
        }
    };
    let leave = move |_| {
        let _ = screen.try_update_value(|screen| screen.point(Step::Away));
        let _ = spoken.try_set(String::new());
    };

    view! {
        {children()}
        <div class="chart" aria-busy=move || (near.get() && phase.get() == Phase::Loading).to_string()>
            <div
                class="chart-canvas"
                role="img"
                aria-label=label
                tabindex=move || (phase.get() == Phase::Ready).then_some("0")
                on:keydown=point
                on:blur=leave
                node_ref=canvas
            ></div>
            <p class="chart-spoken" role="status">{spoken}</p>
            {move || match phase.get() {
                Phase::Loading => {
                    Some(
                        view! {
                            <div class="chart-message">
                                <p>{words!("グラフを読み込んでいます…", "Loading the chart…")}</p>
                            </div>
                        }
                            .into_any(),
                    )
                }
                Phase::Failed => {
                    Some(
                        view! {
                            <div class="chart-message" role="alert">
                                <p>
                                    {words!(
                                        "グラフを表示できませんでした。下の表で同じ数値を確かめられます。",
                                        "The chart could not be shown. The table below has the same figures."
                                    )}
                                </p>
                                <button type="button" on:click=move |_| load(true)>
                                    {words!("もう一度読み込む", "Load again")}
                                </button>
                                // Some browsers remember a failed module until the page is loaded again.
                                {(attempts.get_untracked() > 1)
                                    .then(|| {
                                        view! {
                                            <p>
                                                {words!(
                                                    "直らないときは、ページを再読み込みしてください。",
                                                    "If that does not help, reload the page."
                                                )}
                                            </p>
                                        }
                                    })}
                            </div>
                        }
                            .into_any(),
                    )
                }
                Phase::Ready => None,
            }}
        </div>
    }
}

/// What the marks of an indicator's chart stand for.
#[component]
pub fn ChartKey(
    /// Its marks.
    entries: Signal<Vec<KeyEntry>>,
) -> impl IntoView {
    view! {
        <ul class="chart-key">
            {move || {
                entries
                    .get()
                    .into_iter()
                    .map(|KeyEntry { part, whose, text }| view! { <li>{swatch(part, whose)} {text}</li> })
                    .collect_view()
            }}
        </ul>
    }
}

/// A mark as the chart draws it, for the key.
fn swatch(part: Part, whose: Whose) -> impl IntoView {
    const SURFACE: &str = "var(--color-surface)";
    let color = match (part, whose) {
        (Part::Projection, _) => "var(--chart-band)",
        (Part::Expected, _) => "var(--chart-expected)",
        (_, Whose::Official) => "var(--chart-official)",
        (_, Whose::Scenario) => "var(--chart-scenario)",
        (Part::Target, _) => "var(--chart-target)",
        (Part::Results, _) => "var(--chart-result)",
        (Part::Baseline, _) => "var(--chart-baseline)",
    };
    let front = whose != Whose::Official;
    let line = |width: &'static str, dash: &'static str| {
        view! { <line x1="1" y1="7" x2="31" y2="7" stroke=color stroke-width=width stroke-dasharray=dash /> }
    };
    let width = if front { "3" } else { "1.5" };
    let marks = match part {
        Part::Results => {
            let fill = if front { color } else { SURFACE };
            view! {
                {line(width, "none")}
                <circle cx="16" cy="7" r=if front { "5" } else { "3.5" } fill=fill stroke=color stroke-width="1.5" />
            }
                .into_any()
        }
        Part::Target => {
            view! {
                {line(if front { "2" } else { "1" }, "5 4")}
                <circle cx="16" cy="7" r=if front { "4.5" } else { "3.5" } fill=SURFACE stroke=color stroke-width=width />
            }
                .into_any()
        }
        Part::Expected => line("1.5", "2 3").into_any(),
        Part::Baseline => {
            let fill = if front { color } else { SURFACE };
            view! { <path d="M16 1l6 6-6 6-6-6z" fill=fill stroke=color stroke-width="1.5" /> }.into_any()
        }
        Part::Projection => {
            view! {
                <rect x="1" y="1" width="30" height="12" fill=color fill-opacity="0.22" stroke=color />
            }
                .into_any()
        }
    };
    view! {
        <svg class="chart-swatch" viewBox="0 0 32 14" width="32" height="14" aria-hidden="true">
            {marks}
        </svg>
    }
}

/// Resolves with the next frame, before it is painted.
async fn frame() {
    let painted = Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            // A resolver takes anything and never throws.
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    // A promise that is never rejected.
    let _ = JsFuture::from(painted).await;
}

/// Draws what waits for it. The first time in turns, and painted with the frames between them: ECharts has to be
/// compiled as it goes then, and a slow phone would answer nothing for a quarter of a second.
///
/// Of a chart that has gone meanwhile there is nothing to draw.
async fn draw(
    element: &Element,
    library: StoredValue<Option<Library>, LocalStorage>,
    screen: StoredValue<Screen, LocalStorage>,
    next: StoredValue<Option<Drawing>, LocalStorage>,
) -> Result<(), ChartError> {
    let first = screen.try_with_value(|screen| !screen.stands) == Some(true);
    if first {
        turn().await;
        let Some(library) = library.try_get_value().flatten() else {
            return Ok(());
        };
        let begun = screen.try_update_value(|screen| screen.begin(&library, element));
        begun.transpose()?;
        frame().await;
        turn().await;
        let Some(drawing) = next.try_get_value().flatten() else {
            return Ok(());
        };
        let drawn = screen.try_update_value(|screen| screen.draw_axes(drawing));
        drawn.transpose()?;
        frame().await;
        turn().await;
    }
    let Some(drawing) = next.try_update_value(Option::take).flatten() else {
        return Ok(());
    };
    let drawn = screen.try_update_value(|screen| screen.draw(drawing));
    drawn.transpose()?;
    if first {
        frame().await;
        turn().await;
        let stands = screen.try_with_value(Screen::paint_at_once);
        stands.transpose()?;
    }
    Ok(())
}

/// What is on the screen for a chart: all that must be let go of.
#[derive(Default)]
struct Screen {
    plot: Option<Plot>,
    /// Whether the first drawing is done.
    stands: bool,
    watch: Option<Watch>,
    reading: Reading,
}

/// Where the keyboard points.
#[derive(Default)]
struct Reading {
    notes: Vec<String>,
    anchors: Vec<Option<u32>>,
    at: Option<usize>,
}

/// A step with the keyboard.
#[derive(Clone, Copy)]
enum Step {
    Next,
    Previous,
    Away,
}

impl Screen {
    fn begin(&mut self, library: &Library, element: &Element) -> Result<(), ChartError> {
        self.plot = Some(Plot::new(library, element)?);
        Ok(())
    }

    fn draw_axes(&mut self, drawing: Drawing) -> Result<(), ChartError> {
        self.drawn(|plot| plot.draw_axes(drawing))
    }

    fn draw(&mut self, drawing: Drawing) -> Result<(), ChartError> {
        self.reading = Reading {
            notes: drawing.notes.clone(),
            anchors: drawing.anchors.clone(),
            at: self.reading.at,
        };
        self.stands = true;
        self.drawn(|plot| plot.draw(drawing))
    }

    fn drawn(
        &mut self,
        draw: impl FnOnce(&mut Plot) -> Result<(), ChartError>,
    ) -> Result<(), ChartError> {
        let drawn = self.plot.as_mut().map_or(Ok(()), draw);
        if drawn.is_err() {
            // The next attempt starts from nothing.
            self.plot = None;
            self.stands = false;
        }
        drawn
    }

    fn paint_at_once(&self) -> Result<(), ChartError> {
        self.plot.as_ref().map_or(Ok(()), Plot::paint_at_once)
    }

    fn fit(&self) -> Result<(), ChartError> {
        self.plot.as_ref().map_or(Ok(()), Plot::fit)
    }

    /// Moves the tooltip; what it says now.
    fn point(&mut self, step: Step) -> Option<String> {
        let plot = self.plot.as_ref()?;
        let Reading { notes, anchors, at } = &mut self.reading;
        let last = notes.len().checked_sub(1)?;
        *at = match (step, *at) {
            (Step::Away, _) => None,
            (Step::Next, Some(at)) => Some((at + 1).min(last)),
            (Step::Next, None) => Some(0),
            (Step::Previous, Some(at)) => Some(at.saturating_sub(1)),
            (Step::Previous, None) => Some(last),
        };
        let target = at.and_then(|at| {
            Some(echarts::Target {
                series: anchors.get(at).copied().flatten()?,
                category: u32::try_from(at).ok()?,
            })
        });
        // A tooltip that cannot be shown is still spoken.
        let _ = plot.point_at(target);
        Some(at.and_then(|at| notes.get(at).cloned()).unwrap_or_default())
    }
}

/// Watches the place, the size and the looks of a chart, until it is dropped.
struct Watch {
    near: IntersectionObserver,
    size: ResizeObserver,
    theme: MutationObserver,
    media: Vec<MediaQueryList>,
    on_look: Closure<dyn FnMut()>,
    _on_near: Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
    _on_size: Closure<dyn FnMut()>,
}

impl Watch {
    /// `None` in a browser that lacks one of the observers.
    fn over(
        element: &Element,
        mut near: impl FnMut() + 'static,
        size: impl FnMut() + 'static,
        look: impl FnMut() + 'static,
    ) -> Option<Self> {
        let on_near = Closure::<dyn FnMut(Vec<IntersectionObserverEntry>)>::new(
            move |entries: Vec<IntersectionObserverEntry>| {
                if entries
                    .iter()
                    .any(IntersectionObserverEntry::is_intersecting)
                {
                    near();
                }
            },
        );
        let on_size = Closure::<dyn FnMut()>::new(size);
        let on_look = Closure::<dyn FnMut()>::new(look);

        let margin = IntersectionObserverInit::new();
        margin.set_root_margin(NEAR);
        let near =
            IntersectionObserver::new_with_options(on_near.as_ref().unchecked_ref(), &margin)
                .ok()?;
        near.observe(element);

        let size = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        size.observe(element);

        let theme = MutationObserver::new(on_look.as_ref().unchecked_ref()).ok()?;
        let attributes = MutationObserverInit::new();
        attributes.set_attributes(true);
        attributes.set_attribute_filter(&js_sys::Array::of1(&"data-theme".into()));
        let root = window().document()?.document_element()?;
        theme.observe_with_options(&root, &attributes).ok()?;

        let media: Vec<MediaQueryList> = LOOKS
            .into_iter()
            .filter_map(|query| window().match_media(query).ok().flatten())
            .collect();
        for list in &media {
            // Without it the colours follow at the next drawing.
            let _ =
                list.add_event_listener_with_callback("change", on_look.as_ref().unchecked_ref());
        }
        Some(Self {
            near,
            size,
            theme,
            media,
            on_look,
            _on_near: on_near,
            _on_size: on_size,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.near.disconnect();
        self.size.disconnect();
        self.theme.disconnect();
        for list in &self.media {
            let _ = list.remove_event_listener_with_callback(
                "change",
                self.on_look.as_ref().unchecked_ref(),
            );
        }
    }
}

/// The look of the page around an element.
fn look(element: &HtmlElement) -> Look {
    let computed = window().get_computed_style(element).ok().flatten();
    let property = |name: &str| {
        let value = computed.as_ref()?.get_property_value(name).ok()?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    // A custom property's own value may still be `light-dark(…)`; as the colour of an element it is one colour.
    let probe = |name: &str| {
        property(name)?;
        let style = element.style();
        style.set_property("color", &format!("var({name})")).ok()?;
        property("color")
    };
    let palette = Palette::read(
        probe,
        property("font-family").unwrap_or_else(|| "sans-serif".to_owned()),
    );
    // The style declaration is the page's own again.
    let _ = element.style().remove_property("color");
    let less_motion = window()
        .match_media(LESS_MOTION)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches());
    Look {
        palette,
        animate: !less_motion,
    }
}
