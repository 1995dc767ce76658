//! The comparison as a file: SVG, or PNG made of it by this browser.

use super::desk::Desk;
use crate::{
    app::components::{Glyph, Icon, today},
    chart::picture::{Picture, Svg},
    storage::{file, raster},
};
use leptos::{prelude::*, task::spawn_local};
use michishirube_core::model::IndicatorId;

/// Dots to a pixel of the PNG: sharp on paper.
const DOTS: u32 = 2;

/// The ways to take the picture away.
#[component]
pub fn Export(
    /// What is compared.
    desk: Desk,
) -> impl IntoView {
    let said = RwSignal::new("");
    let failed = "保存できませんでした。もう一度試すか、別の形式で保存してください。";
    let say = move |saved: bool, done: &'static str| {
        let _ = said.try_set(if saved { done } else { failed });
    };
    let as_svg = move |_| {
        let saved = untrack(|| picture(&desk)).is_some_and(|svg| {
            file::download("michishirube-hikaku.svg", "image/svg+xml", &svg.text).is_ok()
        });
        say(saved, "図をSVGで保存しました。");
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
            say(saved, "図をPNGで保存しました。");
        });
    };
    view! {
        <p class="compared-export">
            <button type="button" class="button" on:click=as_svg>
                <Icon glyph=Glyph::Download />
                "図をSVGで保存"
            </button>
            <button type="button" class="button" on:click=as_png>
                <Icon glyph=Glyph::Download />
                "図をPNGで保存"
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
            title: format!("公式の計画と試算の比較：{name}（{}）", chart.unit),
            chart,
            remarks,
            rows: &comparison.rows,
            foot: vec![
                source(desk, indicator),
                format!(
                    "{}、みちしるべで作成。試算は、値を変えてみた結果で、公式の計画や見通しではありません。",
                    today(era)
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
        section => format!("（{section}）"),
    };
    let words = [document.publisher.as_str(), document.title.as_str()];
    let words: Vec<_> = words.into_iter().filter(|part| !part.is_empty()).collect();
    format!("公式の数値の出典：{}{section}", words.join(" "))
}
