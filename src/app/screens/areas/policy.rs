//! しくみ: what the policy is, in the words of its document; plainer words are marked as the editors'.

use crate::app::{
    components::{Glyph, Icon, Link, PageTitle, SourceNote, TableRegion, later},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas,
    facets::Selection,
    fiscal_year::FiscalYear,
    language::lang_of,
    model::{PolicyExample, PolicySection, Source},
    sentence,
    view::Screen,
    words,
};

/// What the policy is.
#[component]
pub fn Policy() -> impl IntoView {
    let policy = prose::policy();
    let lead = words!(
        "地域のプロジェクトやKPIのもとになる方針が、だれが、いつまでに、何をめざすものかを、文書のことばで示します。やさしい言いかえは編集部によるもので、破線で囲んでいます。",
        "The policy behind the regional projects and their KPIs: who aims for what, and by when, in the words of the document, which are Japanese. The plainer wording, in a dashed frame, is by the editors."
    );
    let sections = policy.sections.iter().map(|section| match section.number {
        1 => later(move || view! { <Overview section /> }),
        2 => later(move || view! { <Structure section /> }),
        3 => later(move || view! { <Examples section /> }),
        4 => later(move || view! { <Management section /> }),
        _ => later(move || view! { <Plain section /> }),
    });
    view! {
        <div class="wrap">
            <PageTitle title=words!("しくみ", "How it works") lead=Signal::stored(lead.to_owned()) />
            {sections.collect_view()}
            {later(|| view! { <Words /> })}
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
        let paragraphs = section
            .text
            .lines()
            .map(|line| view! { <p lang=lang_of(line)>{line}</p> });
        view! { <blockquote class="quoted prose">{paragraphs.collect_view()}</blockquote> }
    });
    view! {
        <section aria-labelledby=id>
            <h2 id=heading_id lang=lang_of(&section.title)>
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
        view! {
            <li lang=lang_of(&item.text)>
                <strong>{item.title.as_str()}</strong> " " {item.text.as_str()}
            </li>
        }
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
            <span class="tag is-editorial">{words!("編集部の言いかえ", "In plain words, by the editors")}</span>
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
                {words!(
                    "北海道の条例にもとづく、地域ごとの計画です。道全体の計画（北海道総合計画）の方向に沿って、6つの地域がそれぞれ、めざす姿と、そのために力を入れるプロジェクト",
                    "Plans for each area, based on an ordinance of Hokkaido. Following the direction of the plan for the whole prefecture (the Hokkaido Comprehensive Plan), each of the 6 areas has set out what it wants to become and the projects it will concentrate on to get there"
                )}
                {whole.map(|count| sentence!("（合わせて{count}）", " ({count} in all)"))}
                {words!(
                    "を決めています。市町村や地域の人たちも加わって作りました。",
                    ". Municipalities and local people took part in drawing them up."
                )}
            </Plainly>
            <h3>{words!("推進期間", "Period")}</h3>
            <ol class="timeline">
                <li>
                    <strong>{year(2021)} <small>{words!("令和4年1月", " January 2022")}</small></strong>
                    <span>{words!("推進期間の始まり", "Start of the period")}</span>
                </li>
                <li class="timeline-span">
                    <strong>{words!("概ね4年", "About 4 years")}</strong>
                    <span>{words!("推進期間", "Period")}</span>
                </li>
                <li>
                    <strong>{year(2025)}</strong>
                    <span>{words!("北海道総合計画の終期。地域のめざす姿の目途", "End of the Hokkaido Comprehensive Plan. By about then the areas are to be what they want to become")}</span>
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
                <h3 lang=lang_of(&item.title)>{item.title.as_str()}</h3>
                <p lang=lang_of(&item.text)>{item.text.as_str()}</p>
            </li>
        }
    });
    view! {
        <Section section>
            <ul class="cards cards-4 parts">{parts.collect_view()}</ul>
            <Plainly>
                {words!(
                    "「どうなりたいか」「これまでどうだったか」「これから何をするか」を順に書き、最後に、とくに力を入れることをプロジェクトとしてまとめています。みちしるべで見られるのは、おもにこの最後の部分です。",
                    "Each plan says in turn what the area wants to become, how things have gone so far and what will be done from now on. It ends with what the area puts particular effort into, gathered as projects. What you can see in Michishirube is mainly this last part."
                )}
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
        .map(|note| view! { <p class="hint" lang=lang_of(note)>{note.as_str()}</p> });
    let whole = areas::counted_projects(dataset, &Selection::default());
    view! {
        <Section section>
            <TableRegion label=words!(
                "連携地域ごとのプロジェクトの例と主なKPI",
                "Example project and main KPI of each cooperation area"
            )>
                <table class="example-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("連携地域", "Cooperation area")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("プロジェクト", "Projects")} <small>{words!("件", "number")}</small></th>
                            <th scope="col" role="columnheader">{words!("プロジェクト（例）", "Example project")}</th>
                            <th scope="col" role="columnheader">{words!("主な施策", "Main measures")}</th>
                            <th scope="col" role="columnheader">{words!("主なKPI", "Main KPI")} <small>{words!("基準 → 目標", "baseline → target")}</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">{words!("合計", "Total")}</th>
                            <td role="cell" class="num" data-label=words!("プロジェクト", "Projects")>{whole}</td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                        </tr>
                    </tbody>
                </table>
            </TableRegion>
            {notes.collect_view()}
            <p class="policy-ways">
                <Link to=Screen::Areas class="button">{words!("地域ごとに見る", "See by area")}</Link>
                <Link to=Screen::Projects class="button">{words!("プロジェクトの一覧", "List of projects")}</Link>
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
        .map(|measure| view! { <li lang=lang_of(measure)>{measure.as_str()}</li> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class=format!("area-label area-{}", area.slug)>
                    <span class="area-swatch" aria-hidden="true"></span>
                    {area.short_name.as_str()}
                </span>
            </th>
            <td role="cell" class="num" data-label=words!("プロジェクト", "Projects")>{area.project_count}</td>
            <td role="cell" class="cell-wide" data-label=words!("プロジェクト（例）", "Example project")>
                <Link to=Screen::Project(example.project)>
                    {dataset.project(example.project).name.as_str()}
                </Link>
            </td>
            <td role="cell" class="cell-wide" data-label=words!("主な施策", "Main measures")>
                <ul class="measures">{measures.collect_view()}</ul>
            </td>
            <td role="cell" class="cell-wide" data-label=words!("主なKPI", "Main KPI")>
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
            words!("決める", "choose the projects to focus on"),
            "「主な施策の展開方向」に基づき、重点的に取り組むプロジェクト",
            Screen::Projects,
            words!(
                "プロジェクトの目的とKPI",
                "Purposes and KPIs of the projects"
            ),
        ),
        (
            "Do",
            words!("進める", "carry them out together"),
            "多様な主体と連携・協働して、地域の特性や資源などを活かしたプロジェクトを推進",
            Screen::Programs,
            words!("事業をさがす", "Find programmes"),
        ),
        (
            "Check",
            words!("確かめる", "see how far they have come"),
            "振興局は「地域づくり連携会議」において、各プロジェクトの進捗状況等の点検・評価を行い",
            Screen::Indicators,
            words!("指標の進み具合", "Progress of the indicators"),
        ),
        (
            "Act",
            words!("見直す", "improve where needed"),
            "必要に応じて取組内容の充実を図る",
            Screen::Report,
            words!("推進管理の報告書", "Progress management report"),
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
                    <p lang=lang_of(words)>{words}</p>
                    <Link to=to class="card-link">{name}</Link>
                </div>
                <Icon glyph=Glyph::Arrow />
            </li>
        }
    });
    view! {
        <Section section>
            <h3 id="cycle">{words!("PDCAサイクル", "The PDCA cycle")}</h3>
            <p class="section-lead">
                {words!(
                    "4つの段階を順にくり返し、最後の段階から最初へ戻ります。文書のことばを段階に分けたのは編集部です。",
                    "The 4 steps are repeated in order, and the last leads back to the first. Dividing the document’s words into steps, and the short English beside each step, is the editors’ work."
                )}
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
            words!("連携地域", "Cooperation area"),
            sentence!(
                "北海道を{count}つに分けた地域です。それぞれに、1つから5つの振興局があります。",
                "One of the {count} areas that Hokkaido is divided into. Each has between 1 and 5 subprefectures.",
                count = dataset.areas.len(),
            ),
        ),
        (
            words!("振興局・総合振興局", "Subprefecture, Subprefectural Bureau"),
            sentence!(
                "北海道庁の出先機関です。このデータでは{count}あり、地域のプロジェクトの中心になります。",
                "A regional office of the Hokkaido Government, and the part of Hokkaido it looks after. There are {count} in this data, and they are at the centre of the regional projects.",
                count = dataset.subprefectures.len(),
            ),
        ),
        (
            words!("地域重点政策ユニット", "Regional priority policy unit"),
            words!(
                "方針のなかで、重点的に取り組むプロジェクトをまとめた部分です。",
                "The part of the policy that gathers the projects to concentrate on."
            )
            .to_owned(),
        ),
        (
            words!("地域づくり連携会議", "Regional Development Liaison Council"),
            words!(
                "振興局が、プロジェクトがどこまで進んだかを点検・評価する場です。",
                "Where a subprefecture checks and evaluates how far the projects have come."
            )
            .to_owned(),
        ),
        (
            words!("KPI（評価指標）", "KPI (indicator)"),
            words!(
                "どれだけ進んだかを測るための数字です。始めの値（基準値）と、いつまでにいくつにするか（目標値）が決まっています。",
                "A figure for measuring how far things have come. It has a value to start from (the baseline) and a value to reach by a set time (the target)."
            )
            .to_owned(),
        ),
        (
            "PDCA",
            words!(
                "計画（Plan）、実行（Do）、確認（Check）、見直し（Act）をくり返す進め方です。",
                "A way of working that repeats planning (Plan), doing (Do), checking (Check) and improving (Act)."
            )
            .to_owned(),
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
            <h2 id="policy-words">{words!("ことばの意味", "What the words mean")}</h2>
            <div class="plainly">
                <span class="tag is-editorial">{words!("編集部の言いかえ", "In plain words, by the editors")}</span>
                <dl class="facts">{words.collect_view()}</dl>
            </div>
        </section>
    }
}
