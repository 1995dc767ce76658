//! Which scenarios are compared.

use super::{desk::Desk, picture::swatch};
use crate::{
    app::components::{Glyph, Icon, Link, dynamic, memo, switch},
    chart::comparison::Look,
};
use leptos::prelude::*;
use michishirube_core::{
    comparison::Compared,
    language::lang_of,
    scenario::{Scenario, ScenarioId},
    sentence,
    view::Screen,
    words,
};

/// A checkbox for each scenario.
#[component]
pub fn Chooser(
    /// What is compared.
    desk: Desk,
) -> impl IntoView {
    let kept = desk.state.draft.kept;
    // Choosing makes no new boxes, or the focus would be lost with the old ones.
    let names = memo(move |_| {
        kept.with(|scenarios| {
            let name = |(id, scenario): (ScenarioId, &Scenario)| (id, scenario.title().to_owned());
            scenarios.iter().map(name).collect::<Vec<_>>()
        })
    });
    let boxes = dynamic(move || {
        let boxes = names.get().into_iter();
        boxes
            .map(|(id, name)| view! { <li><Choice desk id name /></li> })
            .collect_view()
    });
    let limit = dynamic(move || {
        let chosen = desk.choice.with(|choice| choice.plans.len());
        let others = names.with(Vec::len) > chosen;
        match chosen {
            Compared::MOST if others => sentence!(
                "比べられるのは{most}つまでです。ほかの試算を選ぶときは、先にどれかを外してください。",
                "You can compare up to {most}. To choose another scenario, take one out first.",
                most = Compared::MOST
            ),
            1 => words!(
                "少なくとも1つは選びます。",
                "At least one has to be chosen."
            )
            .to_owned(),
            _ => String::new(),
        }
    });
    let missing = dynamic(move || {
        let missing = desk.choice.with(|choice| choice.missing);
        (missing > 0).then(|| {
            view! {
                <div class="notice notice-warning" role="status">
                    <Icon glyph=Glyph::Information />
                    <p>
                        {sentence!(
                            "リンクにある試算のうち{missing}つは、この端末にありません。試算は、作った端末のブラウザーにだけ保存されます。",
                            "Scenarios in the link that are not on this device: {missing}. A scenario is saved only in the browser of the device it was made on."
                        )}
                    </p>
                </div>
            }
        })
    });
    let nothing = dynamic(move || {
        let plain = desk.choice.with(|choice| {
            let mut plans = choice.plans.iter();
            plans.all(|(_, scenario)| scenario.is_plain())
        });
        plain.then(|| {
            view! {
                <div class="notice">
                    <Icon glyph=Glyph::Information />
                    <p>
                        {words!(
                            "選んだ試算は、まだ何も変えていません。",
                            "Nothing is changed yet. Change a target or a result in "
                        )}
                        <Link to=Screen::Scenario(None)>{words!("試算", "What-if")}</Link>
                        {words!(
                            "で目標や実績を書き換えると、ここで公式の計画と比べられます。",
                            " to compare."
                        )}
                    </p>
                </div>
            }
        })
    });
    view! {
        {missing}
        <fieldset class="compared" aria-describedby="compared-limit">
            <legend>
                {sentence!(
                    "公式の計画と比べる試算（{most}つまで）",
                    "Scenarios to compare with the official plan (up to {most})",
                    most = Compared::MOST
                )}
            </legend>
            <ul>{boxes}</ul>
            <p id="compared-limit" class="hint" role="status">
                {limit}
            </p>
        </fieldset>
        {nothing}
    }
}

/// A scenario that can be compared, with its mark while it is.
#[component]
fn Choice(desk: Desk, id: ScenarioId, name: String) -> impl IntoView {
    let place = memo(move |_| {
        desk.choice
            .with(|choice| choice.plans.iter().position(|(other, _)| *other == id))
    });
    let barred = switch(move || {
        let chosen = desk.choice.with(|choice| choice.plans.len());
        match place.get() {
            Some(_) => chosen == 1,
            None => chosen == Compared::MOST,
        }
    });
    let mark = dynamic(move || {
        let look = place.get().and_then(|place| Look::ALL.get(place + 1));
        look.map(|look| view! { {swatch(*look)} {look.number()} })
    });
    let lang = lang_of(&name);
    view! {
        <label class="choice" class:is-empty=barred>
            <input
                type="checkbox"
                prop:checked=switch(move || place.get().is_some())
                disabled=barred
                on:change=move |event| desk.compare(id, event_target_checked(&event))
            />
            <span lang=lang>{mark} {name}</span>
        </label>
    }
}
