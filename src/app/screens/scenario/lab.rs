//! 試算: what would follow if targets, baselines or results were different.

use super::{shelf::Shelf, summary::Summary};
use crate::app::{
    components::{
        BandBadge, Glyph, Icon, IndicatorPicture, Kind, Link, NumberField, OverlayLine, PageTitle,
        RatePair, Terms, Undo, attribute, dynamic, effect, later, memo, switch, text,
        when_standing,
    },
    kept::Keeping,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    glossary::Term,
    language::{Language, counted, spoken},
    model::IndicatorId,
    progress::{Method, Progress, evaluate},
    ratio::Ratio,
    scenario::{Field, Settings, What},
    sentence,
    view::Screen,
    words,
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
                title=words!("試算", "What-if")
                lead=Signal::stored(
                    words!(
                        "目標や実績が違っていたら、進み具合はどう変わるか。値を書き換えると、その場で計算し直します。",
                        "If targets or results were different, how would progress change? Change a value and everything is worked out again at once."
                    )
                    .to_owned(),
                )
            />
            <OverlayLine />
            {later(|| view! { <Shelf /> })}
            {later(|| view! { <Toolbar /> })}
            {later(|| view! { <super::settings::SettingsPanel /> })}
            <div class="lab">
                {later(move || view! { <Chooser chosen /> })}
                {later(move || dynamic(move || chosen.get().map(|indicator| view! { <Editor indicator /> })))}
            </div>
            {later(|| view! { <Summary /> })}
            {later(|| view! { <super::share::Share /> })}
        </div>
    }
}

/// What is kept, and the ways back.
#[component]
fn Toolbar() -> impl IntoView {
    let draft = state().draft;
    let changes = memo(move |_| draft.changes());
    let kept = text(move || match draft.kept.keeping.get() {
        Keeping::Saved(at) => sentence!("保存済み {time}", "Saved at {time}", time = clock(at)),
        Keeping::Unchanged => words!(
            "変更はこの端末に自動で保存します",
            "Changes are saved on this device automatically"
        )
        .to_owned(),
        Keeping::MemoryOnly(_) => words!(
            "保存していません（このページを閉じると消えます）",
            "Not saved (lost when you close this page)"
        )
        .to_owned(),
    });
    view! {
        <div class="toolbar lab-toolbar">
            <p class="kept" role="status">
                <strong>
                    {dynamic(move || match changes.get() {
                        0 if draft.settings() != Settings::default() => words!("値は変えていません", "No values changed").to_owned(),
                        0 => words!("まだ何も変えていません", "Nothing changed yet").to_owned(),
                        count => match spoken() {
                            Language::Japanese => format!("{count}件変更中"),
                            Language::English => counted(count, "value changed", "values changed"),
                        },
                    })}
                </strong>
                <span>{kept}</span>
            </p>
            <Undo kept=draft.kept turn=Callback::new(move |way| draft.turn(way)) />
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
                {words!("すべて公式に戻す", "Reset everything to official figures")}
            </button>
            <Link to=Screen::Comparison(None) class="button">{words!("くらべる", "Compare")}</Link>
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
        let show_chosen = move || {
            let current = list.query_selector("[aria-current]").ok().flatten();
            if let Some(current) = current {
                let ahead = current.get_bounding_client_rect().left()
                    - list.get_bounding_client_rect().left();
                #[allow(clippy::cast_possible_truncation, reason = "a distance in pixels")]
                list.set_scroll_left(list.scroll_left() + ahead as i32);
            }
        };
        when_standing(move || request_animation_frame(show_chosen));
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
            later(move || {
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
        })
        .collect_view();
    view! {
        <nav class="lab-chooser" aria-label=words!("試算する指標", "Indicator to try out")>
            <h2>{words!("指標をえらぶ", "Choose an indicator")}</h2>
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
        {(changes > 0).then(|| view! { <mark class="draft-mark">{sentence!("試算 {changes}件", "What-if: {changes} changed")}</mark> })}
        <span>{words!("進捗率 ", "Progress rate ")} {rate}</span>
        <span>{words!("達成率 ", "Attainment ")} {attainment}</span>
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
            || words!("基準値", "Baseline").to_owned(),
            |baseline| {
                sentence!(
                    "基準値（{year}）",
                    "Baseline ({year})",
                    year = baseline.year.name(state.era())
                )
            },
        )
    });
    let results = dataset
        .result_years()
        .map(|year| {
            let label = Signal::derive(move || {
                sentence!(
                    "{year}の実績",
                    "Result for {year}",
                    year = year.name(state.era())
                )
            });
            later(move || view! { <NumberField indicator field=Field::Result(year) label /> })
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
                    {words!("この指標を公式に戻す", "Reset this indicator to official figures")}
                </button>
            </div>
            <div class="outcome" role="status">
                {later(move || view! { <RatePair progress official /> })}
                <div class="judgement">
                    <span class="judgement-label">{words!("判定", "Rating")}</span>
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
                                        {words!("公式 ", "Official ")} {format::band_sign(official.band)}
                                    </span>
                                }
                            })
                    })}
                    <p>{dynamic(move || explain::difference(&official, &progress.get()))}</p>
                </div>
                <p class="why">{sentence}</p>
            </div>
            {later(|| view! {
                <Terms terms=&[Term::Baseline, Term::OfficialRate, Term::Attainment, Term::Rating, Term::GoalSeek] />
            })}
            <div class="workbench">
                <div class="fields-target">
                    {later(move || view! {
                        <NumberField indicator field=Field::Target label=words!("目標値", "Target") kind=Kind::FieldAndSlider />
                    })}
                    {later(move || view! {
                        <NumberField indicator field=Field::TargetYear label=words!("目標年度", "Target year") />
                    })}
                    {later(move || view! { <NumberField indicator field=Field::Baseline label=baseline_label /> })}
                </div>
                <div>
                    <h3>{sentence!("推移（{unit}）", "Over the years ({unit})")}</h3>
                    {later(move || view! { <IndicatorPicture indicator scenario method /> })}
                </div>
            </div>
            <fieldset class="fields-results">
                <legend>{words!("実績値を変える", "Change results")}</legend>
                {results}
            </fieldset>
            {later(move || view! { <super::goal_seek::GoalSeek indicator /> })}
            <p>
                <Link to=Screen::Indicator(indicator)>
                    {words!(
                        "この指標のページ（計算のしかた・出典）",
                        "This indicator’s page (how it is calculated, source)"
                    )}
                </Link>
            </p>
        </section>
    }
}
