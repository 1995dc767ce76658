//! The comparison as a file: SVG, or PNG made of it by this browser.

use super::desk::Desk;
use crate::{
    app::components::{Glyph, Icon, today},
    chart::picture::{Picture, Svg},
    storage::{file, raster},
};
use leptos::{prelude::*, task::spawn_local};
use michishirube_core::{model::IndicatorId, sentence, words};

/// Dots to a pixel of the PNG: sharp on paper.
const DOTS: u32 = 2;

/// The ways to take the picture away.
#[component]
pub fn Export(
    /// What is compared.
    desk: Desk,
) -> impl IntoView {
    let said = RwSignal::new("");
    let failed = words!(
        "保存できませんでした。もう一度試すか、別の形式で保存してください。",
        "Could not save. Try again, or save it in the other format."
    );
    let say = move |saved: bool, done: &'static str| {
        let _ = said.try_set(if saved { done } else { failed });
    };
    let as_svg = move |_| {
        let saved = untrack(|| picture(&desk)).is_some_and(|svg| {
            file::download("michishirube-hikaku.svg", "image/svg+xml", &svg.text).is_ok()
        });
        say(
            saved,
            words!("図をSVGで保存しました。", "Picture saved as SVG."),
        );
    };
    let as_png = move |_| {
        let made = untrack(|| picture(&desk));
        spawn_local(async move {
            let saved = match made {
                Some(svg) => raster::png(&svg.text, (svg.width, svg.height), DOTS)
                    .await
                    .and_then(|png| file::offer("michishirube-hikaku.png", &png))
                    .is_ok(),
                None => false,
            };
            say(
                saved,
                words!("図をPNGで保存しました。", "Picture saved as PNG."),
            );
        });
    };
    view! {
        <p class="compared-export">
            <button type="button" class="button" on:click=as_svg>
                <Icon glyph=Glyph::Download />
                {words!("図をSVGで保存", "Save the picture as SVG")}
            </button>
            <button type="button" class="button" on:click=as_png>
                <Icon glyph=Glyph::Download />
                {words!("図をPNGで保存", "Save the picture as PNG")}
            </button>
            <span role="status">{said}</span>
        </p>
    }
}

/// The picture of what is shown.
fn picture(desk: &Desk) -> Option<Svg> {
    let era = desk.state.era();
    let remarks = desk.choice.with(|choice| choice.remarks(era));
    desk.chart(|chart, indicator, comparison| {
        let name = desk.state.dataset.indicator_name(indicator);
        let picture = Picture {
            title: sentence!(
                "公式の計画と試算の比較：{name}（{unit}）",
                "Official plan and scenarios compared: {name} ({unit})",
                unit = chart.unit
            ),
            chart,
            remarks,
            rows: &comparison.rows,
            foot: vec![
                source(desk, indicator),
                sentence!(
                    "{today}、みちしるべで作成。試算は、値を変えてみた結果で、公式の計画や見通しではありません。",
                    "Made with Michishirube on {today}. A scenario is the result of trying out other values; it is not an official plan or projection.",
                    today = today(era)
                ),
            ],
        };
        picture.svg()
    })
}

/// 「出典：北海道 …（評価指標（KPI）一覧）」.
fn source(desk: &Desk, indicator: IndicatorId) -> String {
    let source = desk.state.dataset.indicator_source(indicator);
    let document = desk.state.dataset.document(source.document);
    let section = match source.section {
        "" => String::new(),
        section => sentence!("（{section}）", " ({section})"),
    };
    let words = [document.publisher.as_str(), document.title.as_str()];
    let words: Vec<_> = words.into_iter().filter(|part| !part.is_empty()).collect();
    sentence!(
        "公式の数値の出典：{words}{section}",
        "Source of the official figures: {words}{section}",
        words = words.join(words!(" ", ", "))
    )
}
