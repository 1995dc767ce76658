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
    sentence,
    view::Screen,
    words,
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
                    {sentence!(
                        "{name}の目標を変えると、進み具合はどう変わるでしょう。動かした値は「試算」として、この端末だけに残ります。",
                        "How would progress change if the target for “{name}” were different? What you try stays on this device only, as a “what-if scenario”.",
                        name = dataset.indicator_name(indicator),
                    )}
                </p>
                <NumberField indicator field=Field::Target label=words!("試す目標値", "Target to try") kind=Kind::FieldAndSlider />
            </div>
            <div aria-live="polite">
                <RatePair progress official />
                // The words for what is changed are not worth their weight on the first screen.
                {dynamic(move || {
                    (state.draft.settings() != Settings::default())
                        .then(|| view! {
                            <p class="hint">
                                {words!(
                                    "この試算は、計算の設定を変えています。",
                                    "This scenario has changed calculation settings."
                                )}
                            </p>
                        })
                })}
            </div>
        </div>
        <p>
            <Link to=Screen::Scenario(Some(indicator)) class="button button-primary">
                {words!("試算の画面でくわしく試す", "Try more in What-if")}
                <Icon glyph=Glyph::Arrow />
            </Link>
        </p>
    }
}
