//! 逆算 for an indicator: the questions, their answers and what puts one into the draft. It computes nothing.

use crate::app::{
    components::{attribute, dynamic, switch},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    goal_seek::{Answer, Question, percent},
    model::IndicatorId,
    progress::Wanted,
    scenario::{Field, Value},
    sentence, words,
};

/// Which result, yearly change or target brings a wanted rate.
#[component]
pub fn GoalSeek(
    /// The indicator.
    indicator: IndicatorId,
) -> impl IntoView {
    let state = state();
    let (dataset, draft) = (state.dataset, state.draft);
    let unit = dataset.unit(indicator);
    let evaluated = draft.evaluated(indicator);
    let attain = RwSignal::new(false);
    let wanted = RwSignal::new(100_i64);
    let error = RwSignal::new(None::<String>);
    let done = RwSignal::new(String::new());
    // The button pressed goes with its answer; the focus must not be lost with it.
    let status = NodeRef::<leptos::html::P>::new();
    let answers = move || {
        let (percent, attain) = (wanted.get(), attain.get());
        evaluated.with(|evaluated| {
            let question = Question {
                series: evaluated.figures.series(),
                unit,
                wanted: if attain {
                    Wanted::Attainment(percent)
                } else {
                    Wanted::OfficialRate(percent)
                },
                reporting_year: evaluated.progress.method.reporting_year,
                era: state.era(),
            };
            let rate = sentence!(
                "{name}が{percent}%",
                "{name} of {percent}%",
                name = if attain {
                    words!("達成率", "an attainment")
                } else {
                    words!("進捗率", "a progress rate")
                }
            );
            [
                (
                    sentence!("どの実績なら、{rate}になるか", "Which result gives {rate}?"),
                    question.result(),
                ),
                (
                    words!(
                        "いまから年にどれだけ変われば届くか",
                        "How much must it change each year from now to get there?"
                    )
                    .to_owned(),
                    question.yearly(),
                ),
                (
                    words!(
                        "どの目標なら、いまの実績がちょうどペースどおりになるか",
                        "At which target is the current result exactly on pace?"
                    )
                    .to_owned(),
                    question.target_on_pace(),
                ),
                (
                    sentence!(
                        "どの目標なら、いまの実績で{rate}になるか",
                        "At which target does the current result give {rate}?"
                    ),
                    question.target_for_rate(),
                ),
            ]
        })
    };
    let name = move |field: Field| match field {
        Field::Result(year) => sentence!(
            "{year}の実績",
            "Result for {year}",
            year = year.name(state.era())
        ),
        _ => words!("目標値", "Target").to_owned(),
    };
    let button = move |answer: &Answer| {
        answer.change.map(|(field, value)| {
            let put = move |_| {
                if let (Value::Figure(figure), Ok(())) = (value, draft.set(indicator, field, value))
                {
                    done.set(sentence!(
                        "{name}に {figure} を入れました。",
                        "{name}: entered {figure}.",
                        name = name(field),
                        figure = format::quantity(figure, unit)
                    ));
                    if let Some(status) = status.get_untracked() {
                        let _ = status.focus();
                    }
                }
            };
            view! {
                <button type="button" class="button" on:click=put>
                    {words!("この値を試算に入れる", "Put this value into the scenario")}
                    <span class="visually-hidden">{sentence!("（{name}）", " ({name})", name = name(field))}</span>
                </button>
            }
        })
    };
    let radios = [
        (false, words!("進捗率", "Progress rate")),
        (true, words!("達成率", "Attainment")),
    ]
    .map(|(option, name)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="goal-rate"
                    prop:checked=switch(move || attain.get() == option)
                    on:change=move |_| attain.set(option)
                />
                {name}
            </label>
        }
    });
    let typed = move |event| match percent(&event_target_value(&event)) {
        Ok(percent) => {
            wanted.set(percent);
            error.set(None);
        }
        Err(message) => error.set(Some(message)),
    };
    view! {
        <section class="goal-seek" aria-labelledby="goal-seek">
            <h3 id="goal-seek">{words!("逆算", "Goal seek")}</h3>
            <p>{words!("ほしい率を決めると、必要な実績や目標がわかります。", "Choose the rate you want, and see the result or target it would take.")}</p>
            <div class="number-field">
                <label for="goal-percent">{words!("ほしい率", "Rate you want")}</label>
                <div class="number-input">
                    <input
                        id="goal-percent"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        value="100"
                        aria-invalid=attribute(move || error.with(Option::is_some).then_some("true"))
                        aria-describedby="goal-percent-note"
                        on:input=typed
                    />
                    <span class="unit">"%"</span>
                </div>
                <p id="goal-percent-note" class="field-note" class:is-error=switch(move || error.with(Option::is_some))>
                    {dynamic(move || match error.get() {
                        Some(message) => view! { <span role="alert">{message}</span> }.into_any(),
                        None => words!("整数で入れます", "Enter a whole number").into_any(),
                    })}
                </p>
            </div>
            <fieldset class="goal-rates">
                <legend>{words!("どの率か", "Which rate")}</legend>
                {radios}
            </fieldset>
            {dynamic(move || {
                answers()
                    .map(|(question, answer)| {
                        view! {
                            <div class="goal-answer">
                                <h4>{question}</h4>
                                <p>{answer.sentence.clone()}</p>
                                {button(&answer)}
                            </div>
                        }
                    })
            })}
            <p role="status" tabindex="-1" node_ref=status>{done}</p>
        </section>
    }
}
