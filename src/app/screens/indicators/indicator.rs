//! An indicator's own page: both rates, the picture, the formulas, the way ahead.

use super::ahead::ahead;
use crate::app::{
    components::{
        BandBadge, Glyph, Icon, IndicatorPicture, Link, OverlayLine, PageTitle, RatePair,
        SourceNote, Terms, Toggle, dynamic, later, memo,
    },
    draft::Evaluated,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    dataset::Series,
    explain,
    glossary::Term,
    language::lang_of,
    model::IndicatorId,
    progress::{Attainment, Method, Progress, evaluate},
    scenario::{Scenario, Settings},
    sentence,
    view::Screen,
    words,
};

/// The page of an indicator.
#[component]
pub fn Indicator(
    /// The indicator.
    indicator: IndicatorId,
) -> impl IntoView {
    let state = state();
    let (dataset, router, draft) = (state.dataset, state.router, state.draft);
    let unit = dataset.unit(indicator);
    let official_figures = Scenario::default().figures(dataset, indicator);
    let official = evaluate(
        &official_figures.series(),
        &Method::standard(dataset.reporting_year),
    );
    let evaluated = draft.evaluated(indicator);
    let changes = memo(move |_| evaluated.with(|evaluated| evaluated.changes));
    // A scenario that only computes in another way shows other figures, too.
    let differs = memo(move |_| changes.get() > 0 || draft.settings() != Settings::default());
    let with_draft = memo(move |_| differs.get() && router.view.with(|view| view.with_draft));
    let official_evaluated = StoredValue::new(Evaluated {
        figures: official_figures.clone(),
        progress: official,
        changes: 0,
    });
    let shown = memo(move |_| {
        if with_draft.get() {
            evaluated.get()
        } else {
            official_evaluated.get_value()
        }
    });
    let progress = Signal::derive(move || shown.with(|shown| shown.progress));
    let method = Signal::derive(move || progress.get().method);
    let scenario = Signal::derive(move || {
        (with_draft.get() && changes.get() > 0).then(|| shown.with(|shown| shown.figures.clone()))
    });
    let lead = Signal::derive(move || {
        shown.with(|shown| {
            explain::summary(&shown.figures.series(), &shown.progress, unit, state.era())
        })
    });
    let note = dataset
        .indicators
        .notes
        .iter()
        .nth(michishirube_core::model::RowId::row(indicator))
        .unwrap_or_default();
    view! {
        <div class="wrap">
            <p class="back">
                <Link to=Screen::Indicators>{words!("指標の一覧へ戻る", "Back to the list of indicators")}</Link>
            </p>
            <PageTitle title=Signal::stored(dataset.indicator_name(indicator).to_owned()) lead />
            {dynamic(move || {
                differs
                    .get()
                    .then(|| {
                        view! {
                            <div class="notice notice-draft">
                                <Icon glyph=Glyph::Pencil />
                                <p>
                                    {match changes.get() {
                                        0 => words!(
                                            "計算の設定を変えた試算があります。",
                                            "There is a what-if scenario with other calculation settings."
                                        ).to_owned(),
                                        changes => sentence!(
                                            "この指標には試算があります（{changes}件変更中）。",
                                            "There is a what-if scenario for this indicator ({changes} changed)."
                                        ),
                                    }}
                                </p>
                                <Toggle on=with_draft set=move |on| router.update(|view| view.with_draft = on)>
                                    {words!("試算の値で見る", "Show the figures of the scenario")}
                                </Toggle>
                            </div>
                        }
                    })
            })}
            <OverlayLine laid_over=with_draft />
            <section class="standing" aria-label=words!("いまの進み具合", "Progress so far")>
                {later(move || view! { <RatePair progress official /> })}
                <div class="judgement">
                    <span class="judgement-label">{words!("判定", "Rating")}</span>
                    {dynamic(move || {
                        let progress = progress.get();
                        view! { <BandBadge band=progress.band meaning=explain::judgement(&progress) /> }
                    })}
                    <p>{dynamic(move || explain::judgement(&progress.get()))}</p>
                </div>
                <p class="why">{dynamic(move || explain::why_rates_differ(&progress.get()))}</p>
                {later(|| view! {
                    <Terms terms=&[Term::Baseline, Term::OfficialRate, Term::Attainment, Term::Rating, Term::KeepLevel, Term::Pending] />
                })}
            </section>
            <section aria-labelledby="picture">
                <h2 id="picture">{sentence!("推移（{unit}）", "Trend ({unit})")}</h2>
                {later(move || view! { <IndicatorPicture indicator scenario method /> })}
                <SourceNote sources=vec![dataset.indicator_source(indicator)] />
            </section>
            <section aria-labelledby="ahead">
                <h2 id="ahead">{words!("これから", "The way ahead")}</h2>
                {later(move || {
                    dynamic(move || shown.with(|shown| ahead(&shown.figures, &shown.progress, unit, state.era())))
                })}
                <p>
                    <Link
                        to=Screen::Scenario(Some(indicator)) class="button button-primary"
                    >
                        <Icon glyph=Glyph::Pencil />
                        {words!("この指標を試算する", "Try a what-if for this indicator")}
                    </Link>
                </p>
            </section>
            <section aria-labelledby="formulas">
                <h2 id="formulas">{words!("計算のしかた", "How it is calculated")}</h2>
                {later(move || {
                    dynamic(move || shown.with(|shown| formulas(&shown.figures.series(), &shown.progress, unit)))
                })}
            </section>
            <section aria-labelledby="listed">
                <h2 id="listed">{words!("この指標が出ているプロジェクト", "Projects that list this indicator")}</h2>
                {later(move || view! { <Listed indicator /> })}
                {(!note.is_empty()).then(|| view! { <p class="hint" lang=lang_of(note)>{note}</p> })}
            </section>
        </div>
    }
}

/// The formulas with their numbers put in.
fn formulas(series: &Series<'_>, progress: &Progress, unit: &'static str) -> AnyView {
    let Some(attainment) = explain::attainment_formula(series, progress) else {
        return view! {
            <p>
                {words!(
                    "実績がないため、計算する数値がまだありません。",
                    "There are no results yet, so there are no figures to calculate with."
                )}
            </p>
        }
        .into_any();
    };
    let pace = explain::pace_formula(series, progress);
    let formula = |name: &'static str, rule: &'static str, text: Option<String>| {
        text.map(|text| {
            view! {
                <div>
                    <dt>{name} {words!("", " ")} <small>{rule}</small></dt>
                    <dd class="formula">{text}</dd>
                </div>
            }
        })
    };
    let (expected, pace) = pace.unzip();
    let maintain = matches!(progress.attainment, Attainment::Maintain { .. });
    view! {
        <dl class="formulas">
            {formula(
                words!("進捗率", "Progress rate"),
                words!("実績 ÷ 目標 × 100", "result ÷ target × 100"),
                explain::official_formula(series, progress),
            )}
            {formula(
                words!("達成率", "Attainment"),
                words!("（実績 − 基準）÷（目標 − 基準）× 100", "(result − baseline) ÷ (target − baseline) × 100"),
                Some(attainment),
            )}
            {formula(
                words!("期待値", "Expected value"),
                words!("基準 ＋（目標 − 基準）× 経過年数 ÷ 全体の年数", "baseline + (target − baseline) × years passed ÷ years in all"),
                expected.map(|text| sentence!("{text}（{unit}）", "{text} ({unit})")),
            )}
            {formula(
                words!("ペース", "Pace"),
                words!(
                    "（実績 − 基準）÷（期待値 − 基準）× 100。判定はこの値で決めます",
                    "(result − baseline) ÷ (expected value − baseline) × 100. This figure decides the rating"
                ),
                pace,
            )}
        </dl>
        <p class="hint">
            {words!(
                "計算は、四捨五入する前の正確な値どうしで行い、最後に一度だけ四捨五入します。",
                "All calculations use the exact values before rounding; rounding is done once, at the end."
            )}
            {maintain.then_some(words!(
                "目標と基準値が同じ「維持型」の指標では、守れたかどうかを見ます。",
                " For a keep-level indicator, whose target is the same as its baseline, what counts is whether the level was kept."
            ))}
        </p>
    }
    .into_any()
}

/// The projects that list an indicator.
#[component]
fn Listed(indicator: IndicatorId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let items = dataset
        .listings
        .iter()
        .filter(|listing| listing.indicator == indicator)
        .map(|listing| {
            let document = dataset.document(listing.document);
            view! {
                <li>
                    <Link to=Screen::Project(listing.project)>
                        {dataset.project(listing.project).name.as_str()}
                    </Link>
                    {listing.relisted.then(|| view! { <span class="tag">{words!("再掲", "Listed again")}</span> })}
                    <small>
                        {words!(" 文書", " Document ")} {document.slug.as_str()} {words!("「", " “")}
                        {document.title.as_str()} {words!("」", "”")}
                    </small>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="listed">{items}</ul> }
}
