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
            let rate = format!("{}が{percent}%", if attain { "達成率" } else { "進捗率" });
            [
                (format!("どの実績なら、{rate}になるか"), question.result()),
                (
                    "いまから年にどれだけ変われば届くか".to_owned(),
                    question.yearly(),
                ),
                (
                    "どの目標なら、いまの実績がちょうどペースどおりになるか".to_owned(),
                    question.target_on_pace(),
                ),
                (
                    format!("どの目標なら、いまの実績で{rate}になるか"),
                    question.target_for_rate(),
                ),
            ]
        })
    };
    let name = move |field: Field| match field {
        Field::Result(year) => format!("{}の実績", year.name(state.era())),
        _ => "目標値".to_owned(),
    };
    let button = move |answer: &Answer| {
        answer.change.map(|(field, value)| {
            let put = move |_| {
                if let (Value::Figure(figure), Ok(())) = (value, draft.set(indicator, field, value))
                {
                    done.set(format!(
                        "{}に {} を入れました。",
                        name(field),
                        format::quantity(figure, unit)
                    ));
                    if let Some(status) = status.get_untracked() {
                        let _ = status.focus();
                    }
                }
            };
            view! {
                <button type="button" class="button" on:click=put>
                    "この値を試算に入れる"
                    <span class="visually-hidden">{format!("（{}）", name(field))}</span>
                </button>
            }
        })
    };
    let radios = [(false, "進捗率"), (true, "達成率")].map(|(option, name)| {
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
            <h3 id="goal-seek">"逆算"</h3>
            <p>"ほしい率を決めると、必要な実績や目標がわかります。"</p>
            <div class="number-field">
                <label for="goal-percent">"ほしい率"</label>
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
                        None => "整数で入れます".into_any(),
                    })}
                </p>
            </div>
            <fieldset class="goal-rates">
                <legend>"どの率か"</legend>
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
