//! The form of a work.

use super::desk::{Desk, Target, field_id};
use crate::app::components::{Glyph, Icon, attribute, dynamic, memo, switch, text};
use leptos::{ev::KeyboardEvent, prelude::*};
use michishirube_core::infrastructure::{
    form::{Field, SAMPLE, Spot},
    work::{Kind, State},
};
use wasm_bindgen::JsCast;

/// The form, while it is open.
pub fn editor(desk: Desk, target: Target) -> AnyView {
    let title = match target {
        Target::New => "事業を加える",
        Target::Edit(_) => "事業を書き換える",
    };
    // Enter saves from a field of one line, Escape leaves; neither while a word is being converted.
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let from_field = event
            .target()
            .is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        match event.key().as_str() {
            "Enter" if from_field => {
                event.prevent_default();
                desk.save();
            }
            "Escape" => {
                event.prevent_default();
                desk.leave();
            }
            _ => {}
        }
    };
    let sample = desk
        .form
        .with_untracked(|form| form.get(Field::Sample) == SAMPLE);
    view! {
        <section class="card work-editor" aria-labelledby="work-editor-title" on:keydown=keys>
            <h2 id="work-editor-title">{title}</h2>
            <p class="field-note">"＊は必ず入れる項目です。保存するまで、図は変わりません。"</p>
            {line(desk, Field::Name, "事業名＊", "例：○○整備事業")}
            {kind(desk)}
            {place(desk)}
            <div class="work-pair">
                {line(desk, Field::Started, "着手年度", "例：令和2、R2、2020")}
                {line(desk, Field::Year, "当該年度", "状況・進捗率・事業内容の年度")}
            </div>
            {states(desk)}
            {line(desk, Field::Rate, "進捗率（％）", "0〜100。例：40、62.5")}
            {area(desk, Field::Content)}
            {area(desk, Field::Note)}
            {sample
                .then(|| {
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=switch(move || {
                                    desk.form.with(|form| form.get(Field::Sample) == SAMPLE)
                                })
                                on:change=move |event| {
                                    let mark = if event_target_checked(&event) { SAMPLE } else { "" };
                                    desk.write(Field::Sample, mark.to_owned());
                                }
                            />
                            "架空の見本として扱う"
                        </label>
                    }
                })}
            <div class="work-actions">
                <button type="button" class="button button-primary" on:click=move |_| desk.save()>
                    {match target {
                        Target::New => "この内容で加える",
                        Target::Edit(_) => "この内容で書き換える",
                    }}
                </button>
                <button type="button" class="button" on:click=move |_| desk.leave()>
                    "やめる"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What is wrong with a field, or else a hint.
fn note(desk: Desk, field: Field, hint: &'static str) -> AnyView {
    let fault = move || {
        desk.faults.with(|faults| {
            faults
                .iter()
                .find(|(at, _)| *at == field)
                .map(|(_, fault)| fault.message())
        })
    };
    view! {
        <p
            id=format!("{}-note", field_id(field))
            class="field-note"
            class:is-error=switch(move || is_wrong(desk, field))
        >
            {dynamic(move || match fault() {
                Some(message) => {
                    view! { <span><Icon glyph=Glyph::Attention /> {message}</span> }.into_any()
                }
                None => hint.into_any(),
            })}
        </p>
    }
    .into_any()
}

fn is_wrong(desk: Desk, field: Field) -> bool {
    desk.faults
        .with(|faults| faults.iter().any(|(at, _)| *at == field))
}

fn wrong(desk: Desk, field: Field) -> Signal<Option<&'static str>> {
    attribute(move || is_wrong(desk, field).then_some("true"))
}

fn value(desk: Desk, field: Field) -> Signal<String> {
    text(move || desk.form.with(|form| form.get(field).to_owned()))
}

/// A field of one line.
fn line(desk: Desk, field: Field, label: &'static str, hint: &'static str) -> AnyView {
    let id = field_id(field);
    view! {
        <div class="work-field">
            <label for=id.clone()>{label}</label>
            <input
                id=id.clone()
                type="text"
                autocomplete="off"
                prop:value=value(desk, field)
                aria-invalid=wrong(desk, field)
                aria-describedby=format!("{id}-note")
                on:input=move |event| desk.write(field, event_target_value(&event))
            />
            {note(desk, field, hint)}
        </div>
    }
    .into_any()
}

/// A field of several lines, which are kept as one.
fn area(desk: Desk, field: Field) -> AnyView {
    let id = field_id(field);
    view! {
        <div class="work-field">
            <label for=id.clone()>{field.heading()}</label>
            <textarea
                id=id.clone()
                rows="2"
                prop:value=value(desk, field)
                aria-invalid=wrong(desk, field)
                aria-describedby=format!("{id}-note")
                on:input=move |event| desk.write(field, event_target_value(&event))
            ></textarea>
            {note(desk, field, "200文字まで")}
        </div>
    }
    .into_any()
}

fn option(name: String, chosen: bool) -> AnyView {
    view! {
        <option value=name.clone() selected=chosen>
            {name.clone()}
        </option>
    }
    .into_any()
}

/// 種別: one of the list, or a text of one's own.
fn kind(desk: Desk) -> AnyView {
    let typed = move || desk.form.with(|form| form.get(Field::Kind).to_owned());
    let listed = move |name: &str| Kind::LISTED.iter().any(|kind| kind.name() == name);
    let own = memo(move |_| {
        let name = typed();
        !name.is_empty() && !listed(&name)
    });
    let now = untrack(typed);
    let id = field_id(Field::Kind);
    let options: Vec<AnyView> = Kind::LISTED
        .iter()
        .map(|kind| option(kind.name().to_owned(), kind.name() == now))
        .collect();
    view! {
        <div class="work-field">
            <label for=id.clone()>"種別＊"</label>
            <div class="work-kind">
                <select
                    id=id.clone()
                    aria-invalid=wrong(desk, Field::Kind)
                    aria-describedby=format!("{id}-note")
                    on:change=move |event| desk.write(Field::Kind, event_target_value(&event))
                >
                    <option value="" selected=now.is_empty()>
                        "選んでください"
                    </option>
                    {options}
                    {option(Kind::OTHER.to_owned(), !now.is_empty() && !listed(&now))}
                </select>
                {dynamic(move || {
                    own.get()
                        .then(|| {
                            view! {
                                <input
                                    type="text"
                                    autocomplete="off"
                                    aria-label="その他の種別の名前"
                                    placeholder="例：橋りょう"
                                    prop:value=text(move || {
                                        let name = typed();
                                        if name == Kind::OTHER { String::new() } else { name }
                                    })
                                    on:input=move |event| {
                                        let name = event_target_value(&event);
                                        let name = if name.is_empty() {
                                            Kind::OTHER.to_owned()
                                        } else {
                                            name
                                        };
                                        desk.write(Field::Kind, name);
                                    }
                                />
                            }
                        })
                })}
            </div>
            {note(desk, Field::Kind, "文書に種別の決まりはなく、編集部による分けかたです")}
        </div>
    }
    .into_any()
}

fn radio(
    group: &'static str,
    id: String,
    name: &'static str,
    on: Signal<bool>,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" id=id name=group prop:checked=on on:change=move |_| choose() />
            {name}
        </label>
    }
    .into_any()
}

/// 状況.
fn states(desk: Desk) -> AnyView {
    let choices: Vec<AnyView> = State::ALL
        .into_iter()
        .enumerate()
        .map(|(at, state)| {
            let id = if at == 0 {
                field_id(Field::State)
            } else {
                format!("{}-{at}", field_id(Field::State))
            };
            let on = switch(move || {
                desk.form
                    .with(|form| form.get(Field::State) == state.name())
            });
            radio("work-state", id, state.name(), on, move || {
                desk.write(Field::State, state.name().to_owned());
            })
        })
        .collect();
    view! {
        <fieldset class="work-choices">
            <legend>"状況＊"</legend>
            <div class="work-radios">{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// 場所.
fn place(desk: Desk) -> AnyView {
    let ways: Vec<AnyView> = Spot::ALL
        .into_iter()
        .enumerate()
        .map(|(at, spot)| {
            let on = switch(move || desk.spot.get() == spot);
            let id = format!("work-spot-{at}");
            radio("work-spot", id, spot.name(), on, move || desk.choose(spot))
        })
        .collect();
    view! {
        <fieldset class="work-choices">
            <legend>"場所＊"</legend>
            {ways}
            {dynamic(move || match desk.spot.get() {
                Spot::Municipality => municipality(desk),
                Spot::Point => point(desk),
                Spot::Unmapped => ().into_any(),
            })}
        </fieldset>
    }
    .into_any()
}

fn municipality(desk: Desk) -> AnyView {
    let id = field_id(Field::Municipality);
    let now = desk
        .form
        .with_untracked(|form| form.get(Field::Municipality).to_owned());
    let options: Vec<AnyView> = desk
        .towns()
        .iter()
        .map(|town| option(town.place.name.clone(), town.place.name == now))
        .collect();
    view! {
        <div class="work-field">
            <label for=id.clone()>"市町村"</label>
            <select
                id=id.clone()
                aria-invalid=wrong(desk, Field::Municipality)
                aria-describedby=format!("{id}-note")
                on:change=move |event| desk.write(Field::Municipality, event_target_value(&event))
            >
                <option value="" selected=now.is_empty()>
                    "選んでください"
                </option>
                {options}
            </select>
            {note(desk, Field::Municipality, "役場の位置のそばに置きます")}
        </div>
    }
    .into_any()
}

fn point(desk: Desk) -> AnyView {
    view! {
        <p class="work-how">
            "地図の上をクリックするか、地図の目印を矢印キーで動かすか、緯度と経度を入れてください。"
        </p>
        <div class="work-pair">
            {line(desk, Field::Latitude, "緯度（北緯・度）", "例：42.901")}
            {line(desk, Field::Longitude, "経度（東経・度）", "例：140.741")}
        </div>
    }
    .into_any()
}
