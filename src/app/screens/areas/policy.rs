//! しくみ: what the policy is, in the words of its document; plainer words are marked as the editors'.

use crate::app::{
    components::{Glyph, Icon, Link, PageTitle, SourceNote, TableRegion},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas,
    facets::Selection,
    fiscal_year::FiscalYear,
    model::{PolicyExample, PolicySection, Source},
    view::Screen,
};

/// What the policy is.
#[component]
pub fn Policy() -> impl IntoView {
    let policy = prose::policy();
    let lead = "地域のプロジェクトやKPIのもとになる方針が、だれが、いつまでに、何をめざすものかを、文書のことばで示します。やさしい言いかえは編集部によるもので、破線で囲んでいます。";
    let sections = policy.sections.iter().map(|section| match section.number {
        1 => view! { <Overview section /> }.into_any(),
        2 => view! { <Structure section /> }.into_any(),
        3 => view! { <Examples section /> }.into_any(),
        4 => view! { <Management section /> }.into_any(),
        _ => view! { <Plain section /> }.into_any(),
    });
    view! {
        <div class="wrap">
            <PageTitle title="しくみ" lead=Signal::stored(lead.to_owned()) />
            {sections.collect_view()}
            <Words />
        </div>
    }
}

/// A numbered section: its heading, its words, what stands below them, its source.
#[component]
fn Section(section: &'static PolicySection, children: Children) -> impl IntoView {
    let id = format!("policy-{}", section.number);
    let heading_id = id.clone();
    let sources = vec![Source {
        document: prose::policy().document,
        section: section.title.as_str(),
    }];
    let words = (!section.text.is_empty()).then(|| {
        let paragraphs = section.text.lines().map(|line| view! { <p>{line}</p> });
        view! { <blockquote class="quoted prose">{paragraphs.collect_view()}</blockquote> }
    });
    view! {
        <section aria-labelledby=id>
            <h2 id=heading_id>
                <span class="policy-number">{section.number}</span>
                {section.title.as_str()}
            </h2>
            {words}
            {children()}
            <SourceNote sources />
        </section>
    }
}

/// A section this page has no picture for.
#[component]
fn Plain(section: &'static PolicySection) -> impl IntoView {
    let items = section.items.iter().map(|item| {
        view! { <li><strong>{item.title.as_str()}</strong> " " {item.text.as_str()}</li> }
    });
    view! {
        <Section section>
            <ul class="policy-items">{items.collect_view()}</ul>
        </Section>
    }
}

/// Plainer words by the editors.
#[component]
fn Plainly(children: Children) -> impl IntoView {
    view! {
        <div class="plainly">
            <span class="tag is-editorial">"編集部の言いかえ"</span>
            <p>{children()}</p>
        </div>
    }
}

/// What it is, and for how long.
#[component]
fn Overview(section: &'static PolicySection) -> impl IntoView {
    let era = state().era();
    let year = move |western: u16| {
        FiscalYear::try_from(western).map_or_else(|_| String::new(), |year| year.name(era))
    };
    let whole = areas::counted_projects(state().dataset, &Selection::default());
    view! {
        <Section section>
            <Plainly>
                "北海道の条例にもとづく、地域ごとの計画です。道全体の計画（北海道総合計画）の方向に沿って、6つの地域がそれぞれ、めざす姿と、そのために力を入れるプロジェクト"
                {whole.map(|count| format!("（合わせて{count}）"))}
                "を決めています。市町村や地域の人たちも加わって作りました。"
            </Plainly>
            <h3>"推進期間"</h3>
            <ol class="timeline">
                <li>
                    <strong>{year(2021)} <small>"令和4年1月"</small></strong>
                    <span>"推進期間の始まり"</span>
                </li>
                <li class="timeline-span">
                    <strong>"概ね4年"</strong>
                    <span>"推進期間"</span>
                </li>
                <li>
                    <strong>{year(2025)}</strong>
                    <span>"北海道総合計画の終期。地域のめざす姿の目途"</span>
                </li>
            </ol>
        </Section>
    }
}

/// The four parts.
#[component]
fn Structure(section: &'static PolicySection) -> impl IntoView {
    let parts = section.items.iter().map(|item| {
        view! {
            <li class="card">
                <h3>{item.title.as_str()}</h3>
                <p>{item.text.as_str()}</p>
            </li>
        }
    });
    view! {
        <Section section>
            <ul class="cards cards-4 parts">{parts.collect_view()}</ul>
            <Plainly>
                "「どうなりたいか」「これまでどうだったか」「これから何をするか」を順に書き、最後に、とくに力を入れることをプロジェクトとしてまとめています。みちしるべで見られるのは、おもにこの最後の部分です。"
            </Plainly>
        </Section>
    }
}

/// An example for each area.
#[component]
fn Examples(section: &'static PolicySection) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let policy = prose::policy();
    let rows = policy
        .examples
        .iter()
        .map(|example| view! { <ExampleRow example /> });
    let notes = policy
        .notes
        .iter()
        .map(|note| view! { <p class="hint">{note.as_str()}</p> });
    let whole = areas::counted_projects(dataset, &Selection::default());
    view! {
        <Section section>
            <TableRegion label="連携地域ごとのプロジェクトの例と主なKPI">
                <table class="example-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"連携地域"</th>
                            <th scope="col" role="columnheader" class="num">"プロジェクト" <small>"件"</small></th>
                            <th scope="col" role="columnheader">"プロジェクト（例）"</th>
                            <th scope="col" role="columnheader">"主な施策"</th>
                            <th scope="col" role="columnheader">"主なKPI" <small>"基準 → 目標"</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">"合計"</th>
                            <td role="cell" class="num" data-label="プロジェクト">{whole}</td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                        </tr>
                    </tbody>
                </table>
            </TableRegion>
            {notes.collect_view()}
            <p class="policy-ways">
                <Link to=Screen::Areas class="button">"地域ごとに見る"</Link>
                <Link to=Screen::Projects class="button">"プロジェクトの一覧"</Link>
            </p>
        </Section>
    }
}

#[component]
fn ExampleRow(example: &'static PolicyExample) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let area = dataset.area(example.area);
    let measures = example
        .measures
        .iter()
        .map(|measure| view! { <li>{measure.as_str()}</li> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class=format!("area-label area-{}", area.slug)>
                    <span class="area-swatch" aria-hidden="true"></span>
                    {area.short_name.as_str()}
                </span>
            </th>
            <td role="cell" class="num" data-label="プロジェクト">{area.project_count}</td>
            <td role="cell" class="cell-wide" data-label="プロジェクト（例）">
                <Link to=Screen::Project(example.project)>
                    {dataset.project(example.project).name.as_str()}
                </Link>
            </td>
            <td role="cell" class="cell-wide" data-label="主な施策">
                <ul class="measures">{measures.collect_view()}</ul>
            </td>
            <td role="cell" class="cell-wide" data-label="主なKPI">
                <Link to=Screen::Indicator(example.indicator)>
                    {dataset.indicator_name(example.indicator)}
                </Link>
                <span class="aim">{areas::aim(dataset, example.indicator, state.era())}</span>
            </td>
        </tr>
    }
}

/// The cycle: the document's words, in the order of PDCA.
#[component]
fn Management(section: &'static PolicySection) -> impl IntoView {
    let steps = [
        (
            "Plan",
            "決める",
            "「主な施策の展開方向」に基づき、重点的に取り組むプロジェクト",
            Screen::Projects,
            "プロジェクトの目的とKPI",
        ),
        (
            "Do",
            "進める",
            "多様な主体と連携・協働して、地域の特性や資源などを活かしたプロジェクトを推進",
            Screen::Programs,
            "事業をさがす",
        ),
        (
            "Check",
            "確かめる",
            "振興局は「地域づくり連携会議」において、各プロジェクトの進捗状況等の点検・評価を行い",
            Screen::Indicators,
            "指標の進み具合",
        ),
        (
            "Act",
            "見直す",
            "必要に応じて取組内容の充実を図る",
            Screen::Report,
            "推進管理の報告書",
        ),
    ]
    .map(|(step, plain, words, to, name)| {
        view! {
            <li>
                <div class="card">
                    <h3>
                        <span lang="en">{step}</span>
                        " "
                        <small>{plain}</small>
                    </h3>
                    <p>{words}</p>
                    <Link to=to class="card-link">{name}</Link>
                </div>
                <Icon glyph=Glyph::Arrow />
            </li>
        }
    });
    view! {
        <Section section>
            <h3 id="cycle">"PDCAサイクル"</h3>
            <p class="section-lead">
                "4つの段階を順にくり返し、最後の段階から最初へ戻ります。文書のことばを段階に分けたのは編集部です。"
            </p>
            <ol class="cycle" aria-labelledby="cycle">{steps.collect_view()}</ol>
        </Section>
    }
}

/// The document's terms in plain words.
#[component]
fn Words() -> impl IntoView {
    let dataset = state().dataset;
    let words = [
        (
            "連携地域",
            format!(
                "北海道を{}つに分けた地域です。それぞれに、1つから5つの振興局があります。",
                dataset.areas.len()
            ),
        ),
        (
            "振興局・総合振興局",
            format!(
                "北海道庁の出先機関です。このデータでは{}あり、地域のプロジェクトの中心になります。",
                dataset.subprefectures.len()
            ),
        ),
        (
            "地域重点政策ユニット",
            "方針のなかで、重点的に取り組むプロジェクトをまとめた部分です。".to_owned(),
        ),
        (
            "地域づくり連携会議",
            "振興局が、プロジェクトがどこまで進んだかを点検・評価する場です。".to_owned(),
        ),
        (
            "KPI（評価指標）",
            "どれだけ進んだかを測るための数字です。始めの値（基準値）と、いつまでにいくつにするか（目標値）が決まっています。".to_owned(),
        ),
        (
            "PDCA",
            "計画（Plan）、実行（Do）、確認（Check）、見直し（Act）をくり返す進め方です。".to_owned(),
        ),
    ]
    .map(|(term, meaning)| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="policy-words">
            <h2 id="policy-words">"ことばの意味"</h2>
            <div class="plainly">
                <span class="tag is-editorial">"編集部の言いかえ"</span>
                <dl class="facts">{words.collect_view()}</dl>
            </div>
        </section>
    }
}
