//! Which scenario is laid over the figures, and what it computes or prints in another way than usual.

use super::{dynamic, memo};
use crate::app::state::state;
use leptos::prelude::*;

/// A line that stands wherever a scenario is laid over figures.
#[component]
pub fn OverlayLine(
    /// Whether the scenario is laid over. Where it is not said, the page is about that scenario and
    /// names it already: the line then stands for settings other than the usual ones only.
    #[prop(optional)]
    laid_over: Option<Memo<bool>>,
) -> impl IntoView {
    let state = state();
    let shown = memo(move |_| {
        let named = match laid_over {
            None => false,
            Some(laid_over) if laid_over.get() => true,
            Some(_) => return None,
        };
        state.draft.with(|scenario| {
            if named && scenario.is_plain() {
                return None;
            }
            let title = named.then(|| format!("「{}」の値を重ねています。", scenario.title()));
            let settings = scenario.settings().words(state.era());
            let settings =
                (!settings.is_empty()).then(|| format!("この試算の設定：{}", settings.join("、")));
            (title.is_some() || settings.is_some())
                .then(|| [title, settings].into_iter().flatten().collect::<String>())
        })
    });
    dynamic(move || {
        shown.get().map(|words| {
            view! {
                <p class="overlay-line">
                    <mark class="draft-mark">"試算"</mark>
                    {words}
                </p>
            }
        })
    })
}
