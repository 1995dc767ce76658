//! The place of a chart in the page: has it drawn when it is near the view, and again when its figures or its
//! size change; says of the year that somebody points at what the chart has there.
//!
//! Knows the page; what is drawn is made by `crate::chart`.
//!
//! web-sys features: `Element`, `Event`, `EventTarget`, `HtmlElement`, `IntersectionObserver`,
//! `IntersectionObserverEntry`, `IntersectionObserverInit`, `KeyboardEvent`, `MouseEvent`, `PointerEvent`,
//! `ResizeObserver`.

use super::{dynamic, effect};
use crate::chart::{
    echarts::{self, ChartError, Places, Size},
    indicator::{KeyEntry, Part, Whose, color},
    option::Drawing,
    palette::Palette,
};
use js_sys::Promise;
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html,
    prelude::*,
    task::spawn_local,
};
use michishirube_core::words;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

/// How far the chart has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Not near the view yet, or ECharts is on its way.
    Loading,
    /// It stands.
    Drawn,
    /// ECharts could not be loaded, or threw.
    Failed,
}

thread_local! {
    /// Grows when a retry has succeeded, so that every chart that had failed tries again.
    static ARRIVALS: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// How near the view a chart is when it is drawn.
const NEAR: &str = "400px 0px";

/// A chart under the key of its marks.
///
/// `drawing` is run again whenever a signal it reads changes. `label` says what the chart shows to
/// those who do not see it; the page gives the figures in a table besides.
#[component]
pub fn ChartHost(
    /// Makes the drawing.
    drawing: impl Fn() -> Drawing + 'static,
    /// What the chart shows, in words.
    #[prop(into)]
    label: Signal<String>,
    /// What its marks stand for, above it.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let phase = RwSignal::new(Phase::Loading);
    let near = RwSignal::new(false);
    let size = RwSignal::new(None::<Size>);
    let retries = RwSignal::new(0_u32);
    let picture = RwSignal::new(None::<Picture>);
    let at = RwSignal::new(None::<usize>);
    let spoken = RwSignal::new(String::new());

    let watch = StoredValue::new_local(None::<Watch>);
    effect(move |_| {
        let Some(element) = place.get() else {
            return;
        };
        let over = Watch::over(
            &element,
            move || {
                let _ = near.try_set(true);
            },
            move |now| {
                if size.try_get_untracked() != Some(Some(now)) {
                    let _ = size.try_set(Some(now));
                }
            },
        );
        watch.set_value(over);
    });
    on_cleanup(move || {
        let _ = watch.try_update_value(Option::take);
    });

    let next = StoredValue::new_local(None::<(Drawing, Size)>);
    let is_drawing = StoredValue::new_local(false);
    effect(move |_| {
        retries.track();
        let (true, Some(size), Some(element)) = (near.get(), size.get(), place.get()) else {
            return;
        };
        next.set_value(Some((drawing(), size)));
        // Of the changes while one is drawn only the last is drawn after it.
        if is_drawing.get_value() {
            return;
        }
        is_drawing.set_value(true);
        spawn_local(async move {
            // A keystroke's figures do not wait for the picture.
            frame().await;
            // The chart may go while it is drawn.
            while let Some((drawing, size)) = next.try_update_value(Option::take).flatten() {
                match draw(&element, drawing, size).await {
                    Ok(drawn) => {
                        let _ = picture.try_set(Some(drawn));
                        let _ = phase.try_set(Phase::Drawn);
                        if retries.try_get_untracked() > Some(0) {
                            let _ = retries.try_update_untracked(std::mem::take);
                            ARRIVALS.with(|arrivals| arrivals.update(|count| *count += 1));
                        }
                    }
                    Err(error) => {
                        leptos::logging::error!("{error}");
                        // What was drawn before shows other figures.
                        element.replace_children_with_node_0();
                        let _ = picture.try_set(None);
                        let _ = phase.try_set(Phase::Failed);
                    }
                }
            }
            let _ = is_drawing.try_set_value(false);
        });
    });

    let retry = move || {
        phase.set(Phase::Loading);
        retries.update(|count| *count += 1);
    };
    let arrivals = ARRIVALS.with(Clone::clone);
    effect(move |seen: Option<u32>| {
        let count = arrivals.get();
        if seen.is_some() && phase.get_untracked() == Phase::Failed {
            retry();
        }
        count
    });

    let step = move |event: KeyboardEvent| {
        let Some(last) = picture.with(|picture| picture.as_ref()?.notes.len().checked_sub(1))
        else {
            return;
        };
        let to = match (event.key().as_str(), at.get_untracked()) {
            ("Escape", _) => None,
            ("ArrowRight", at) => Some(at.map_or(0, |at| (at + 1).min(last))),
            ("ArrowLeft", at) => Some(at.map_or(last, |at| at.saturating_sub(1))),
            _ => return,
        };
        event.prevent_default();
        at.set(to);
        let note = picture.with(|picture| picture.as_ref()?.notes.get(to?).cloned());
        spoken.set(note.unwrap_or_default());
    };
    let point = move |event: PointerEvent| {
        let x = f64::from(event.offset_x());
        let to = picture.with(|picture| picture.as_ref()?.places.nearest(x));
        if to != at.get_untracked() {
            at.set(to);
        }
    };
    let leave = move || {
        at.set(None);
        spoken.set(String::new());
    };
    // What a finger showed stays when it is lifted.
    let lifted = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            leave();
        }
    };
    let pointed = dynamic(move || picture.with(|picture| picture.as_ref()?.pointed(at.get()?)));

    view! {
        {children()}
        <div
            class="chart"
            aria-busy=move || (near.get() && phase.get() == Phase::Loading).to_string()
        >
            <div
                class="chart-canvas"
                role="img"
                aria-label=label
                tabindex=move || (phase.get() == Phase::Drawn).then_some("0")
                on:keydown=step
                on:blur=move |_| leave()
                on:pointerdown=point
                on:pointermove=point
                on:pointerleave=lifted
                on:pointercancel=move |_| leave()
            >
                <div class="chart-picture" node_ref=place></div>
                {pointed}
            </div>
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
                                <button type="button" on:click=move |_| retry()>
                                    {words!("もう一度読み込む", "Load again")}
                                </button>
                                // Some browsers remember a failed module until the page is loaded again.
                                {(retries.get_untracked() > 0)
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
                Phase::Drawn => None,
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
    const SURFACE: &str = Palette::PAGE.surface;
    let color = color(part, whose, &Palette::PAGE);
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

/// Has it drawn, in place of what was drawn there before.
async fn draw(element: &Element, drawing: Drawing, size: Size) -> Result<Picture, ChartError> {
    let places = echarts::draw(element, &drawing, size).await?;
    Ok(Picture {
        places,
        notes: drawing.notes,
        size,
    })
}

/// What stands on the screen.
#[derive(Clone, Debug)]
struct Picture {
    places: Places,
    /// What is said of each category.
    notes: Vec<String>,
    size: Size,
}

/// How far beside the line at a category its note stands, in pixels.
const BESIDE: f64 = 10.0;

impl Picture {
    /// A line at a category, and its note on that side of it that has more room.
    fn pointed(&self, at: usize) -> Option<impl IntoView + use<>> {
        let (x, note) = (*self.places.categories.get(at)?, self.notes.get(at)?);
        let Size { width, .. } = self.size;
        let Places { top, bottom, .. } = self.places;
        let pixels = |length: f64| format!("{length:.1}px");
        let (side, from) = if x < width / 2.0 {
            ("left", x + BESIDE)
        } else {
            ("right", width - x + BESIDE)
        };
        Some(view! {
            <span
                class="chart-pointer"
                style:left=pixels(x)
                style:top=pixels(top)
                style:height=pixels(bottom - top)
            ></span>
            <p
                class="chart-note"
                style=(side, pixels(from))
                style:top=pixels(top)
                style:max-width=pixels(width - from)
            >
                {note.clone()}
            </p>
        })
    }
}

/// Watches the place and the size of a chart, until it is dropped.
struct Watch {
    near: IntersectionObserver,
    size: ResizeObserver,
    _on_near: Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
    _on_size: Closure<dyn FnMut()>,
}

impl Watch {
    /// `None` in a browser that lacks one of the observers.
    fn over(
        element: &Element,
        mut near: impl FnMut() + 'static,
        mut size: impl FnMut(Size) + 'static,
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
        let watched = element.clone();
        let on_size = Closure::<dyn FnMut()>::new(move || {
            let now = Size {
                width: watched.client_width().into(),
                height: watched.client_height().into(),
            };
            // What is not shown has none.
            if now.width > 0.0 && now.height > 0.0 {
                size(now);
            }
        });

        let margin = IntersectionObserverInit::new();
        margin.set_root_margin(NEAR);
        let near =
            IntersectionObserver::new_with_options(on_near.as_ref().unchecked_ref(), &margin)
                .ok()?;
        near.observe(element);

        let size = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        size.observe(element);
        Some(Self {
            near,
            size,
            _on_near: on_near,
            _on_size: on_size,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.near.disconnect();
        self.size.disconnect();
    }
}
