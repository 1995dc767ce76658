//! ためしてみる: one target to change, right on ホーム.

use crate::app::{
    components::{Glyph, Icon, Kind, Link, NumberField, RatePair, dynamic},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    model::IndicatorId,
    progress::{Method, evaluate},
    scenario::{Field, Settings},
    view::Screen,
};

/// A target to try out.
#[component]
pub fn TryIt(
    /// Whose.
    indicator: IndicatorId,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let official = evaluate(
        &dataset.series(indicator),
        &Method::standard(dataset.reporting_year),
    );
    let evaluated = state.draft.evaluated(indicator);
    let progress = Signal::derive(move || evaluated.with(|evaluated| evaluated.progress));
    view! {
        <div class="try-it-body">
            <div>
                <p>
                    {format!(
                        "{}の目標を変えると、進み具合はどう変わるでしょう。動かした値は「試算」として、この端末だけに残ります。",
                        dataset.indicator_name(indicator),
                    )}
                </p>
                <NumberField indicator field=Field::Target label="試す目標値" kind=Kind::FieldAndSlider />
            </div>
            <div aria-live="polite">
                <RatePair progress official />
                // The words for what is changed are not worth their weight on the first screen.
                {dynamic(move || {
                    (state.draft.settings() != Settings::default())
                        .then(|| view! { <p class="hint">"この試算は、計算の設定を変えています。"</p> })
                })}
            </div>
        </div>
        <p>
            <Link to=Screen::Scenario(Some(indicator)) class="button button-primary">
                "試算の画面でくわしく試す"
                <Icon glyph=Glyph::Arrow />
            </Link>
        </p>
    }
}
