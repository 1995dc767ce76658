//! 試算: what would follow if targets, baselines or results were different.

use super::{shelf::Shelf, summary::Summary};
use crate::app::{
    components::{
        BandBadge, Glyph, Icon, IndicatorPicture, Kind, Link, NumberField, OverlayLine, PageTitle,
        RatePair, Undo, attribute, dynamic, effect, memo, switch, text,
    },
    kept::Keeping,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    model::IndicatorId,
    progress::{Method, Progress, evaluate},
    ratio::Ratio,
    scenario::{Field, Settings, What},
    view::Screen,
};

/// The laboratory: the list of all indicators, and one to change.
#[component]
pub fn Lab() -> impl IntoView {
    let state = state();
    let chosen = memo(move |_| match state.router.screen.get() {
        Screen::Scenario(Some(indicator)) => Some(indicator),
        _ => state.dataset.indicator_ids().next(),
    });
    view! {
        <div class="wrap wrap-wide">
            <PageTitle
                title="試算"
                lead=Signal::stored("目標や実績が違っていたら、進み具合はどう変わるか。値を書き換えると、その場で計算し直します。".to_owned())
            />
            <OverlayLine />
            <Shelf />
            <Toolbar />
            <super::settings::SettingsPanel />
            <div class="lab">
                <Chooser chosen />
                {dynamic(move || chosen.get().map(|indicator| view! { <Editor indicator /> }))}
            </div>
            <Summary />
            <super::share::Share />
        </div>
    }
}

/// What is kept, and the ways back.
#[component]
fn Toolbar() -> impl IntoView {
    let draft = state().draft;
    let changes = memo(move |_| draft.changes());
    let kept = text(move || match draft.kept.keeping.get() {
        Keeping::Saved(at) => format!("保存済み {}", clock(at)),
        Keeping::Unchanged => "変更はこの端末に自動で保存します".to_owned(),
        Keeping::MemoryOnly(_) => "保存していません（このページを閉じると消えます）".to_owned(),
    });
    view! {
        <div class="toolbar lab-toolbar">
            <p class="kept" role="status">
                <strong>
                    {dynamic(move || match changes.get() {
                        0 if draft.settings() != Settings::default() => "値は変えていません".to_owned(),
                        0 => "まだ何も変えていません".to_owned(),
                        count => format!("{count}件変更中"),
                    })}
                </strong>
                <span>{kept}</span>
            </p>
            <Undo kept=draft.kept />
            <button
                type="button"
                class="button"
                aria-disabled=attribute(move || (changes.get() == 0).then_some("true"))
                on:click=move |_| {
                    if changes.get_untracked() > 0 {
                        draft.change(What::Clear);
                    }
                }
            >
                <Icon glyph=Glyph::Back />
                "すべて公式に戻す"
            </button>
            <Link to=Screen::Comparison(None) class="button">"くらべる"</Link>
        </div>
    }
}

/// 「10:42」, in the browser's own time.
fn clock(milliseconds: u64) -> String {
    #[allow(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 are far below 2⁵³"
    )]
    let date = js_sys::Date::new(&(milliseconds as f64).into());
    format!("{}:{:02}", date.get_hours(), date.get_minutes())
}

/// Every indicator, with both rates before and after.
#[component]
fn Chooser(chosen: Memo<Option<IndicatorId>>) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let list = NodeRef::<leptos::html::Ul>::new();
    // On a phone the list is a row that scrolls sideways: the chosen one comes into sight.
    effect(move |_| {
        chosen.track();
        let Some(list) = list.get() else { return };
        request_animation_frame(move || {
            let current = list.query_selector("[aria-current]").ok().flatten();
            if let Some(current) = current {
                let ahead = current.get_bounding_client_rect().left()
                    - list.get_bounding_client_rect().left();
                #[allow(clippy::cast_possible_truncation, reason = "a distance in pixels")]
                list.set_scroll_left(list.scroll_left() + ahead as i32);
            }
        });
    });
    let items = dataset
        .indicator_ids()
        .map(|indicator| {
            let evaluated = state.draft.evaluated(indicator);
            let official = evaluate(
                &dataset.series(indicator),
                &Method::standard(dataset.reporting_year),
            );
            let current = Signal::derive(move || chosen.get() == Some(indicator));
            view! {
                <li>
                    <Link
                        to=Screen::Scenario(Some(indicator)) class="lab-choice"
                        current
                    >
                        <span class="lab-choice-name">{dataset.indicator_name(indicator)}</span>
                        <span class="lab-choice-rates">
                            {dynamic(move || {
                                let (progress, changes) = evaluated
                                    .with(|evaluated| (evaluated.progress, evaluated.changes));
                                choice_rates(&official, &progress, changes)
                            })}
                        </span>
                    </Link>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="lab-chooser" aria-label="試算する指標">
            <h2>"指標をえらぶ"</h2>
            <ul node_ref=list>{items}</ul>
        </nav>
    }
}

fn choice_rates(official: &Progress, progress: &Progress, changes: usize) -> AnyView {
    // Compared with the same decimals; the official one is printed as ever.
    let decimals = progress.method.decimals;
    let arrow = |before: Option<Ratio>, after: Option<Ratio>| {
        let tried = format::percent_or_none_to(after, decimals);
        if format::percent_or_none_to(before, decimals) == tried {
            tried
        } else {
            format!("{} → {tried}", format::percent_or_none(before))
        }
    };
    let rate = arrow(official.shown_rate(), progress.shown_rate());
    let attainment = arrow(official.attainment.ratio(), progress.attainment.ratio());
    view! {
        {(changes > 0).then(|| view! { <mark class="draft-mark">{format!("試算 {changes}件")}</mark> })}
        <span>"進捗率 " {rate}</span>
        <span>"達成率 " {attainment}</span>
    }
    .into_any()
}

/// The figures of one indicator, and what follows from them.
#[component]
fn Editor(indicator: IndicatorId) -> impl IntoView {
    let state = state();
    let (dataset, draft) = (state.dataset, state.draft);
    let unit = dataset.unit(indicator);
    let series = dataset.series(indicator);
    let official = evaluate(&series, &Method::standard(dataset.reporting_year));
    let evaluated = draft.evaluated(indicator);
    let progress = Signal::derive(move || evaluated.with(|evaluated| evaluated.progress));
    let method = Signal::derive(move || progress.get().method);
    let changes = memo(move |_| evaluated.with(|evaluated| evaluated.changes));
    let scenario = Signal::derive(move || {
        evaluated.with(|evaluated| (evaluated.changes > 0).then(|| evaluated.figures.clone()))
    });
    let sentence = text(move || {
        evaluated.with(|evaluated| {
            explain::summary(
                &evaluated.figures.series(),
                &evaluated.progress,
                unit,
                state.era(),
            )
        })
    });
    let baseline_label = Signal::derive(move || {
        series.baseline.map_or_else(
            || "基準値".to_owned(),
            |baseline| format!("基準値（{}）", baseline.year.name(state.era())),
        )
    });
    let results = dataset
        .result_years()
        .map(|year| {
            let label = Signal::derive(move || format!("{}の実績", year.name(state.era())));
            view! { <NumberField indicator field=Field::Result(year) label /> }
        })
        .collect_view();
    view! {
        <section class="lab-editor" aria-labelledby="editor-title">
            <div class="editor-head">
                <h2 id="editor-title">{dataset.indicator_name(indicator)}</h2>
                <button
                    type="button"
                    class="button"
                    disabled=switch(move || changes.get() == 0)
                    on:click=move |_| draft.change(What::ResetIndicator(indicator))
                >
                    <Icon glyph=Glyph::Back />
                    "この指標を公式に戻す"
                </button>
            </div>
            <div class="outcome" role="status">
                <RatePair progress official />
                <div class="judgement">
                    <span class="judgement-label">"判定"</span>
                    {dynamic(move || {
                        let progress = progress.get();
                        view! { <BandBadge band=progress.band meaning=explain::judgement(&progress) /> }
                    })}
                    {dynamic(move || {
                        let band = progress.get().band;
                        (band != official.band)
                            .then(|| {
                                view! {
                                    <span class="official-beside">
                                        "公式 " {format::band_sign(official.band)}
                                    </span>
                                }
                            })
                    })}
                    <p>{dynamic(move || explain::difference(&official, &progress.get()))}</p>
                </div>
                <p class="why">{sentence}</p>
            </div>
            <div class="workbench">
                <div class="fields-target">
                    <NumberField indicator field=Field::Target label="目標値" kind=Kind::FieldAndSlider />
                    <NumberField indicator field=Field::TargetYear label="目標年度" />
                    <NumberField indicator field=Field::Baseline label=baseline_label />
                </div>
                <div>
                    <h3>{format!("推移（{unit}）")}</h3>
                    <IndicatorPicture indicator scenario method />
                </div>
            </div>
            <fieldset class="fields-results">
                <legend>"実績値を変える"</legend>
                {results}
            </fieldset>
            <super::goal_seek::GoalSeek indicator />
            <p>
                <Link to=Screen::Indicator(indicator)>
                    "この指標のページ（計算のしかた・出典）"
                </Link>
            </p>
        </section>
    }
}
