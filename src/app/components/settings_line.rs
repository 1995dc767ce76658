//! What the scenario in use computes or prints in another way than usual.

use super::dynamic;
use crate::app::state::state;
use leptos::prelude::*;

/// A line that stands wherever the scenario is laid over figures, while its settings are not the
/// usual ones.
#[component]
pub fn SettingsLine(
    /// Whether the scenario is laid over; if not said, it is.
    #[prop(optional)]
    laid_over: Option<Memo<bool>>,
) -> impl IntoView {
    let state = state();
    let settings = Memo::new(move |_| state.draft.settings());
    dynamic(move || {
        let words = settings.get().words(state.era());
        let shown = !words.is_empty() && laid_over.is_none_or(|laid_over| laid_over.get());
        shown.then(|| {
            view! {
                <p class="settings-line">
                    <mark class="draft-mark">"試算"</mark>
                    {format!("この試算の設定：{}", words.join("、"))}
                </p>
            }
        })
    })
}
