//! The screen: what it is, the tools, the map with its side, the list.

use super::{
    desk::{ADD, Desk, PIN},
    editor::editor,
    files::{Files, Format, Problems},
    legend::{Legend, Sources},
    list::{List, callouts},
    marked::marked,
    picture::{NARROW, Size, WIDE, picture},
    print::{Paper, Sheet},
};
use crate::app::{
    components::{
        Glyph, Icon, Link, PageTitle, Undo, dynamic, later, memo, original, switch, text, today,
    },
    kept::Keeping,
    prose,
};
use leptos::{
    ev::{self, KeyboardEvent, MouseEvent},
    prelude::*,
};
use michishirube_core::{
    language::{Language, counted, lang_of, spoken},
    sentence,
    view::Screen,
    words,
};

/// The infrastructure map of 後志.
#[component]
pub fn Infrastructure() -> impl IntoView {
    let desk = Desk::new();
    let paper = RwSignal::new(Paper::A4);
    view! {
        <div class="wrap wrap-wide infrastructure">
            <PageTitle
                title=words!("インフラ整備進捗図", "Infrastructure progress map")
                lead=Signal::stored(
                    words!(
                        "国と道のインフラ整備が、後志のどこで、どこまで進んでいるか。事業を地図に置き、一枚の図にします。",
                        "Where in Shiribeshi the infrastructure works of the national and Hokkaido governments are, and how far they have come. Place works on the map to make a single picture of them."
                    )
                    .to_owned(),
                )
            />
            {later(|| view! { <About /> })}
            {later(move || view! { <SampleNotice desk /> })}
            {later(move || view! { <Tools desk paper /> })}
            {later(move || view! { <Problems desk /> })}
            <div class="plan-desk">
                {later(move || view! { <Figure desk /> })}
                <div class="plan-side">{dynamic(move || side(desk))}</div>
            </div>
            {later(move || view! { <List desk /> })}
            {later(|| view! { <Format /> })}
            {later(move || view! { <Sheet desk paper /> })}
        </div>
    }
}

/// What the document says of this map, and that it is only the plan of one.
#[component]
fn About() -> impl IntoView {
    let map = &prose::vision().map;
    let points: Vec<AnyView> = map
        .shown
        .iter()
        .map(|point| view! { <li lang=lang_of(point)>{point.as_str()}</li> }.into_any())
        .collect();
    let examples: Vec<AnyView> = map
        .examples
        .iter()
        .map(|example| view! { <li lang=lang_of(example)>{example.as_str()}</li> }.into_any())
        .collect();
    view! {
        <div class="notice">
            <Icon glyph=Glyph::Information />
            <p>
                {words!("文書にあるのは、この図の", "All the document has is ")}
                <strong>{words!("つくり方だけ", "how to make")}</strong>
                {words!(
                    "です。個々の事業は載っていないため、はじめは空です。入れた事業は、この端末にだけ下書きとして残ります。",
                    " this map. It holds no individual works, so the map starts empty. The works you enter stay on this device only, as a draft."
                )}
            </p>
            <details>
                <summary>{words!("文書が示すつくり方", "How the document says to make it")}</summary>
                <dl class="facts">
                    <div>
                        <dt>{words!("下地", "Base")}</dt>
                        <dd lang=lang_of(&map.base)>{map.base.as_str()}</dd>
                    </div>
                    <div>
                        <dt>{words!("記すもの", "What it states")}</dt>
                        <dd lang=lang_of(&map.statement)>{map.statement.as_str()}</dd>
                    </div>
                    <div>
                        <dt>{words!("図示する情報", "What is mapped")}</dt>
                        <dd>
                            <ul>{points}</ul>
                        </dd>
                    </div>
                    <div>
                        <dt>{words!("図示できない情報", "What cannot be mapped")}</dt>
                        <dd>
                            {original(map.callout.as_str())} {words!("。例：", ". Examples:")}
                            <ul>{examples}</ul>
                        </dd>
                    </div>
                </dl>
                <p>
                    <Link to=Screen::Vision>{words!("ビジョンの本文を見る", "See the text of the vision")}</Link>
                </p>
            </details>
        </div>
    }
}

/// That invented works are on the map, and the way to be rid of them.
#[component]
fn SampleNotice(desk: Desk) -> impl IntoView {
    let samples = memo(move |_| desk.works.with(|works| works.samples()));
    dynamic(move || {
        let count = samples.get();
        (count > 0).then(|| {
            view! {
                <div class="notice notice-draft">
                    <Icon glyph=Glyph::Attention />
                    <p>
                        <strong>
                            {match spoken() {
                                Language::Japanese => format!("架空の見本が{count}件入っています。"),
                                Language::English => {
                                    format!("The map holds {}. ", counted(count, "invented sample", "invented samples"))
                                }
                            }}
                        </strong>
                        {words!(
                            "実在の事業ではありません。見本のしるしは、印刷やファイルにも付きます。",
                            "They are not real works. They are marked as samples in print and in files too."
                        )}
                    </p>
                    <button type="button" class="button" on:click=move |_| desk.remove_samples()>
                        {words!("見本を消す", "Delete the samples")}
                    </button>
                </div>
            }
        })
    })
}

/// What can be done, what was done, and whether it is kept.
#[component]
fn Tools(desk: Desk, paper: RwSignal<Paper>) -> impl IntoView {
    let papers: Vec<AnyView> = Paper::ALL
        .into_iter()
        .map(|size| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="paper"
                        prop:checked=switch(move || paper.get() == size)
                        on:change=move |_| paper.set(size)
                    />
                    <span>{size.name()}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    let print = move |_| {
        // The sheet has taken on its size by then.
        request_animation_frame(|| {
            let _ = window().print();
        });
    };
    let empty = switch(move || desk.works.with(|works| works.is_empty()));
    let no_sample = switch(move || desk.works.with(|works| works.samples() > 0));
    let kept = text(move || match desk.works.keeping.get() {
        Keeping::Unchanged => words!(
            "入れた事業はこの端末に自動で保存します",
            "The works you enter are saved on this device automatically"
        )
        .to_owned(),
        Keeping::Saved(_) => words!("この端末に保存済み", "Saved on this device").to_owned(),
        Keeping::MemoryOnly(_) => words!(
            "保存していません（このページを閉じると消えます。書き出してください）",
            "Not saved (lost when you close this page; save as a file)"
        )
        .to_owned(),
    });
    view! {
        <div class="plan-tools">
            <div class="toolbar">
                <button
                    type="button"
                    class="button button-primary"
                    id=ADD
                    on:click=move |_| desk.begin()
                >
                    <Icon glyph=Glyph::Plus />
                    {words!("事業を加える", "Add works")}
                </button>
                <button
                    type="button"
                    class="button"
                    disabled=no_sample
                    on:click=move |_| desk.load_sample()
                >
                    {words!("見本を読み込む", "Load the samples")}
                </button>
                <Files desk />
                <button
                    type="button"
                    class="button"
                    disabled=empty
                    on:click=move |_| desk.clear()
                >
                    <Icon glyph=Glyph::Bin />
                    {words!("すべて消す", "Delete all")}
                </button>
            </div>
            <div class="plan-said">
                <p role="status">
                    {said(desk)} " " <small>{kept}</small>
                </p>
                <Undo kept=desk.works />
                <button
                    type="button"
                    class="button-quiet"
                    hidden=switch(move || desk.left.with(Option::is_none))
                    on:click=move |_| desk.resume()
                >
                    <Icon glyph=Glyph::Pencil />
                    {words!("書きかけに戻る", "Go back to unsaved entry")}
                </button>
                <div class="plan-print">
                    <fieldset class="segments">
                        <legend class="visually-hidden">{words!("用紙の大きさ", "Paper size")}</legend>
                        {papers}
                    </fieldset>
                    <button type="button" class="button" on:click=print>
                        <Icon glyph=Glyph::Print />
                        {words!("印刷する", "Print")}
                    </button>
                </div>
            </div>
        </div>
    }
}

/// What the last action did.
fn said(desk: Desk) -> AnyView {
    match spoken() {
        Language::Japanese => text(move || desk.said.get()).into_any(),
        Language::English => dynamic(move || marked(&desk.said.get())).into_any(),
    }
}

/// Beside the map: the form while it is open, else the callouts.
fn side(desk: Desk) -> AnyView {
    if let Some(target) = desk.target.get() {
        return editor(desk, target);
    }
    view! {
        <section aria-labelledby="callouts-title">
            <h2 id="callouts-title">{words!("図示できない情報", "What cannot be mapped")}</h2>
            {dynamic(move || {
                desk.works
                    .with(|works| {
                        callouts(desk, works.entries())
                            .unwrap_or_else(|| {
                                view! {
                                    <p class="plan-none">
                                        {words!(
                                            "場所を示せない事業は、ここに吹き出しで書きます。今はありません。",
                                            "Works whose place cannot be shown are written here in callouts. There are none now."
                                        )}
                                    </p>
                                }
                                    .into_any()
                            })
                    })
            })}
        </section>
    }
    .into_any()
}

/// Whether the window is as narrow as a phone's; follows it.
fn narrow() -> RwSignal<bool> {
    let matches = || {
        window()
            .match_media("(max-width: 40rem)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches())
    };
    let narrow = RwSignal::new(matches());
    let listener = window_event_listener(ev::resize, move |_| {
        if narrow.get_untracked() != matches() {
            narrow.set(matches());
        }
    });
    on_cleanup(move || listener.remove());
    narrow
}

/// The map with its title, date, legend and sources.
#[component]
fn Figure(desk: Desk) -> impl IntoView {
    let narrow = narrow();
    let size = move || -> &'static Size { if narrow.get() { &NARROW } else { &WIDE } };
    let ground = NodeRef::<leptos::html::Div>::new();
    let put = move |event: MouseEvent| {
        let Some(ground) = ground
            .get_untracked()
            .filter(|_| untrack(|| desk.is_placing()))
        else {
            return;
        };
        let frame = ground.get_bounding_client_rect();
        let projection = WIDE.projection();
        let scale = projection.width / frame.width().max(1.0);
        desk.put(projection.point(
            (f64::from(event.client_x()) - frame.left()) * scale,
            (f64::from(event.client_y()) - frame.top()) * scale,
        ));
    };
    view! {
        <figure class="plan-figure" aria-labelledby="plan-title">
            <figcaption>
                <h2 id="plan-title" lang=lang_of(&prose::vision().map.title)>{prose::vision().map.title.as_str()}</h2>
                <p>{sentence!("{today} 現在の入力内容", "As entered on {today}", today = today(desk.era()))}</p>
            </figcaption>
            <div
                class="plan-ground"
                class:is-placing=switch(move || desk.is_placing())
                node_ref=ground
                on:click=put
            >
                {dynamic(move || {
                    let size = size();
                    desk.works.with(|works| picture(works.entries(), desk.towns(), size, desk.era()))
                })}
                <Pin desk />
            </div>
            <Legend />
            <Sources />
        </figure>
    }
}

/// The work in hand: a pin on the map that arrow keys move.
#[component]
fn Pin(desk: Desk) -> impl IntoView {
    let placed = memo(move |_| desk.form.with(|form| form.position().is_some()));
    let percent = move |across: bool| {
        let projection = WIDE.projection();
        let (x, y) = projection.place(desk.hand());
        if across {
            format!("{}%", x / projection.width * 100.0)
        } else {
            format!("{}%", y / projection.height * 100.0)
        }
    };
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            desk.save();
        }
        "Escape" => desk.leave(),
        key => {
            if desk.step(key, event.shift_key()) {
                event.prevent_default();
            }
        }
    };
    let says = text(move || {
        let here = desk.form.with(|form| form.position());
        let place = here.map_or_else(
            || words!("まだ置いていません", "not placed yet").to_owned(),
            |here| {
                sentence!(
                    "北緯{north}度、東経{east}度",
                    "{north}° N, {east}° E",
                    north = here.latitude(),
                    east = here.longitude(),
                )
            },
        );
        sentence!(
            "事業の目印：{place}。矢印キーで約500m、Shiftと矢印キーで約50m動きます。Enterで保存します",
            "Marker of the works: {place}. The arrow keys move it about 500 m, Shift and an arrow key about 50 m. Enter saves"
        )
    });
    view! {
        <button
            type="button"
            id=PIN
            class="plan-pin"
            class:is-loose=switch(move || !placed.get())
            hidden=switch(move || !desk.is_placing())
            style:left=text(move || percent(true))
            style:top=text(move || percent(false))
            aria-label=says
            on:keydown=keys
        >
            <svg viewBox="0 0 32 40" aria-hidden="true" focusable="false">
                <path d="M16 39C16 39 3 23 3 15a13 13 0 0 1 26 0c0 8-13 24-13 24z" />
                <circle cx="16" cy="15" r="5" />
            </svg>
        </button>
    }
}
