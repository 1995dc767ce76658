//! データ: the documents, what is editorial, the files, the formulas, the terms.

use super::stored::Stored;
use crate::{
    app::{
        components::{
            Glyph, Icon, Link, PageTitle, SaveButton, SdgTile, TableRegion, later, original,
        },
        prose,
        state::{english, printed, state},
    },
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{
    dataset::{Dataset, Tag},
    export,
    glossary::Term,
    language::{Language, lang_of, spoken},
    model::{DocumentId, Label, Origin, ProgramId, RowId},
    sentence,
    view::Screen,
    words,
};

/// The files of `public/data`, in the order of use.
fn files() -> [(&'static str, &'static str); 27] {
    [
        (
            "indicators.csv",
            words!(
                "評価指標：基準値と目標値",
                "Indicators: baselines and targets"
            ),
        ),
        (
            "observations.csv",
            words!(
                "評価指標の実績値（年度ごと。集計中を含む）",
                "Results of the indicators (by fiscal year, with those being compiled)"
            ),
        ),
        (
            "indicator_listings.csv",
            words!(
                "文書の評価指標一覧（再掲を含む）",
                "The documents’ lists of indicators (with those listed again)"
            ),
        ),
        (
            "published_rates.csv",
            words!(
                "文書に印刷された進捗率（計算の確認用）",
                "Progress rates as printed in the documents (to check the calculation)"
            ),
        ),
        (
            "programs.csv",
            words!("事業の名前", "Names of the programmes"),
        ),
        (
            "appearances.csv",
            words!(
                "事業ごとの概要・実績・予算額（文書ごと）",
                "Outline, results and budget of each programme (by document)"
            ),
        ),
        (
            "appearance_projects.csv",
            words!(
                "事業とプロジェクトの関係",
                "Which programme belongs to which project"
            ),
        ),
        (
            "program_tags.csv",
            words!(
                "事業のカテゴリーとSDGs（原典か編集部か、その理由）",
                "Categories and SDGs of the programmes (from the source document or the editors, and why)"
            ),
        ),
        (
            "projects.csv",
            words!("プロジェクトの名前", "Names of the projects"),
        ),
        (
            "project_appearances.csv",
            words!(
                "プロジェクトが出ている文書",
                "Documents in which the projects appear"
            ),
        ),
        (
            "project_subprefectures.csv",
            words!(
                "プロジェクトの推進エリア",
                "Subprefectures in which the projects are carried out"
            ),
        ),
        (
            "review.toml",
            words!(
                "推進管理：目的・取組・次年度の取組・分析",
                "Progress management: purposes, activities, next year’s activities, analysis"
            ),
        ),
        (
            "policy.toml",
            words!(
                "政策展開方針：概要・構成・例・推進管理",
                "The policy: outline, structure, examples, progress management"
            ),
        ),
        (
            "vision.toml",
            words!(
                "後志の地域づくり推進ビジョン：施策と付図の仕様",
                "The vision for Shiribeshi: measures, and how its map is to be drawn"
            ),
        ),
        (
            "budget.toml",
            words!("予算表の説明文", "Text that explains the budget table"),
        ),
        (
            "budget_controls.csv",
            words!("予算の合計（確認用）", "Totals of the budget (to check)"),
        ),
        (
            "areas.csv",
            words!("6つの連携地域", "The 6 cooperation areas"),
        ),
        (
            "subprefectures.csv",
            words!(
                "14の（総合）振興局と所在地",
                "The 14 subprefectures and the seats of their bureaus"
            ),
        ),
        (
            "municipalities.csv",
            words!(
                "後志の20市町村と位置",
                "The 20 municipalities of Shiribeshi and where they are"
            ),
        ),
        (
            "hokkaido.topojson",
            words!("北海道の海岸線", "The coastline of Hokkaido"),
        ),
        (
            "cartogram.csv",
            words!(
                "14の振興局を並べた図の配置",
                "Layout of the tile map of the 14 subprefectures"
            ),
        ),
        ("categories.csv", words!("カテゴリー", "Categories")),
        (
            "sdgs.csv",
            words!("SDGsのゴールの短い名前", "Short names of the SDGs"),
        ),
        (
            "documents.csv",
            words!("出典の文書", "The source documents"),
        ),
        (
            "english.csv",
            words!(
                "英語の名前（正式なものと、編集部によるもの）",
                "English names (official ones, and those of the editors)"
            ),
        ),
        (
            "changes.csv",
            words!("データの更新履歴", "History of the data"),
        ),
        (
            "scenario.schema.json",
            words!(
                "試算を保存したファイルの形（JSON Schema）",
                "Form of a saved what-if scenario (JSON Schema)"
            ),
        ),
    ]
}

/// Everything as JSON, the same in whatever language the page is.
fn as_json() -> String {
    let (printed, english) = (printed(), english());
    printed
        .zip(english)
        .map_or_else(String::new, |(printed, english)| {
            export::json(&printed, &english)
        })
}

/// The page about the data.
#[component]
pub fn Data() -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let documents = dataset
        .documents
        .iter()
        .enumerate()
        .map(|(row, document)| {
            let page = Screen::Document(DocumentId::new(row));
            let editorial = document.title_origin == Origin::Editorial;
            view! {
                <tr role="row">
                    <td role="cell" data-label=words!("番号", "Number")>{document.slug.as_str()}</td>
                    <th scope="row" role="rowheader">
                        <Link to=page>{document.title.as_str()}</Link>
                        {editorial
                            .then(|| {
                                view! {
                                    <small class="cell-note">
                                        {words!("題は編集部が付けました", "Title given by the editors")}
                                    </small>
                                }
                            })}
                    </th>
                    <td role="cell" data-label=words!("作成", "Issued by") lang=lang_of(&document.publisher)>
                        {if document.publisher.is_empty() {
                            words!("記載なし", "Not stated")
                        } else {
                            document.publisher.as_str()
                        }}
                    </td>
                    <td role="cell" data-label=words!("年度", "Fiscal year")>
                        {{
                            document
                                .fiscal_year
                                .map_or_else(
                                    || words!("記載なし", "Not stated").to_owned(),
                                    |year| year.name(state.era()),
                                )
                        }}
                    </td>
                    <td role="cell" class="cell-wide" lang=lang_of(&document.subject)>
                        {document.subject.as_str()}
                        {(!document.note.is_empty())
                            .then(|| {
                                view! {
                                    <small class="cell-note" lang=lang_of(&document.note)>
                                        {document.note.as_str()}
                                    </small>
                                }
                            })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let files = files().map(|(name, about)| {
        view! {
            <li>
                <a href=format!("data/{name}") download=name>
                    <Icon glyph=Glyph::Download />
                    {name}
                </a>
                " "
                {about}
            </li>
        }
    });
    view! {
        <div class="wrap">
            <PageTitle
                title=words!("データ", "Data")
                lead=Signal::stored(
                    words!(
                        "このサイトの数字がどこから来て、どう計算したか。元のデータはすべて持ち帰れます。ことばの意味と、この端末に保存されているものもここにあります。",
                        "Where the figures on this site come from and how they are calculated. You can take away all of the data. What words mean and what is kept on this device are here, too."
                    )
                        .to_owned(),
                )
            />
            <section aria-labelledby="documents">
                <h2 id="documents">{words!("出典の文書", "Source documents")}</h2>
                <p>
                    {sentence!(
                        "事実の出どころは、次の{count}つの文書だけです。書かれていないことは加えていません。",
                        "All facts come from these {count} documents only. Nothing is added that they do not say.",
                        count = dataset.documents.len()
                    )}
                </p>
                <TableRegion label=words!("出典の文書の一覧", "List of the source documents")>
                    <table class="document-table stacks" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{words!("番号", "Number")}</th>
                                <th scope="col" role="columnheader">{words!("題", "Title")}</th>
                                <th scope="col" role="columnheader">{words!("作成", "Issued by")}</th>
                                <th scope="col" role="columnheader">{words!("年度", "Fiscal year")}</th>
                                <th scope="col" role="columnheader">{words!("内容と注意", "Contents and cautions")}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{documents}</tbody>
                    </table>
                </TableRegion>
            </section>
            <section aria-labelledby="files">
                <h2 id="files">{words!("データをダウンロード", "Download the data")}</h2>
                <p>
                    {words!(
                        "CSVはBOM付きUTF-8で、Excelでそのまま開けます。列の意味は",
                        "The CSV files are UTF-8 with a BOM and open in Excel as they are. What the columns mean is in the "
                    )}
                    <a href="data/README.md">{words!("データの説明", "description of the data")}</a>
                    {words!("にあります。", ", in Japanese.")}
                </p>
                <p>
                    <SaveButton
                        file="michishirube.json"
                        kind=file::JSON
                        text=move |()| as_json()
                        label=words!("データをまとめてJSONで保存", "Save all of the data as JSON")
                    />
                </p>
                <ul class="files">{files.collect_view()}</ul>
            </section>
            {later(|| view! { <Editorial /> })}
            {later(|| view! { <Glossary /> })}
            {later(|| view! { <Formulas /> })}
            {later(|| view! { <Changes /> })}
            {later(|| view! { <Stored /> })}
            <section aria-labelledby="terms">
                <h2 id="terms">{words!("利用の条件と版", "Terms of use and version")}</h2>
                <ul class="bullets">
                    <li>
                        {words!(
                            "プログラム：MITライセンスまたはApache License 2.0（選べます）。組み込んだソフトウェアの表示は",
                            "Program: MIT licence or Apache License 2.0, as you choose. The notices of the software built into it are in "
                        )}
                        <a href="licences.txt">"licences.txt"</a> {words!("にあります。", ".")}
                    </li>
                    <li>
                        {words!(
                            "事実のデータ：北海道とその機関の文書によります。再利用するときは、それぞれの公表元の利用条件を確かめてください。",
                            "Facts: from documents of Hokkaido and its offices. If you reuse them, check the terms of use of each publisher."
                        )}
                    </li>
                    <li>
                        {words!(
                            "市町村と振興局の位置：GeoNames（CC BY 4.0）。「approximate」とあるものは約1kmの精度です。",
                            "Positions of municipalities and subprefectures: GeoNames (CC BY 4.0). Those marked “approximate” are accurate to about 1 km."
                        )}
                    </li>
                    <li>
                        {words!(
                            "SDGsの短い名前は公式の日本語です。ゴールのタイルは番号と公式の色だけで表し、国連のロゴや絵は使っていません。",
                            "The short names of the SDGs are the official ones. The tiles show a goal by its number and official colour only; no logo or artwork of the United Nations is used."
                        )}
                    </li>
                    <li>
                        {sentence!("版：{version}", "Version: {version}", version = env!("CARGO_PKG_VERSION"))}
                    </li>
                </ul>
                <h3>{words!("置き方", "Hosting")}</h3>
                <p>
                    {words!(
                        "できあがったファイルを、静的なファイルを配るサーバーの好きな場所に置くだけで動きます。サーバー側のプログラムや、転送の設定はいりません。",
                        "Put the built files anywhere on a server for static files, and the site works. It needs no program on the server and no redirects."
                    )}
                </p>
            </section>
        </div>
    }
}

/// Every tag the editors gave, with its reason.
#[component]
fn Editorial() -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let editorial = || {
        dataset
            .program_ids()
            .flat_map(|program| dataset.tags_of(program).map(move |tag| (program, tag)))
            .filter(|(_, tag)| tag.origin == Origin::Editorial)
    };
    let count = editorial().count();
    let added = editorial_additions(dataset)
        .into_iter()
        .map(|(text, note)| view! { <li>{text} {note.map(original)}</li> })
        .collect_view();
    let rows = editorial()
        .map(|(program, tag)| later(move || classification(dataset, program, tag)))
        .collect_view();
    view! {
        <section aria-labelledby="editorial">
            <h2 id="editorial">{words!("編集部による分類", "Classified by the editors")}</h2>
            <p>
                {sentence!(
                    "文書に書かれていない分類を、事業の説明文をもとに{count}件付けました。SDGsのゴールは原典では絵だったため、文字に残っていません。",
                    "The editors gave {count} classifications that the documents do not state, from what is written about the programmes. The SDGs were pictures in the source document and are not in its text. "
                )}
                {words!(
                    "分類には必ず「編集部による分類」と示し、「原典の分類のみ」に切り替えると使わずにさがせます。",
                    "Each of them is marked “Classified by the editors”; switch to “Only the source’s own classification” to search without them."
                )}
            </p>
            <details>
                <summary>
                    {sentence!("分類と理由をすべて見る（{count}件）", "See all classifications and reasons ({count})")}
                </summary>
                <TableRegion label=words!("編集部による分類と理由", "Classifications by the editors, with reasons")>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words!("事業", "Programme")}</th>
                                <th scope="col">{words!("分類", "Classification")}</th>
                                <th scope="col">{words!("理由", "Reason")}</th>
                                <th scope="col">{words!("文書", "Document")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </TableRegion>
            </details>
            <h3>{words!("分類のほかに編集部が加えたもの", "What else the editors added")}</h3>
            <ul class="bullets">{added}</ul>
        </section>
    }
}

/// A classification by the editors, with its reason, as a row.
fn classification(dataset: &'static Dataset, program: ProgramId, tag: Tag<'static>) -> AnyView {
    let label = match tag.label {
        Label::Category(category) => view! {
            <span>{dataset.category(category).name.as_str()}</span>
        }
        .into_any(),
        Label::Sdg(goal) => view! {
            <span><SdgTile goal /> {dataset.sdg_name(goal)}</span>
        }
        .into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <Link to=Screen::Program(program)>
                    {dataset.program_name(program)}
                </Link>
            </th>
            <td>{label}</td>
            <td lang=lang_of(tag.reason)>{tag.reason}</td>
            <td>{dataset.document(tag.document).slug.as_str()}</td>
        </tr>
    }
    .into_any()
}

/// What else the editors added to the documents, with where it is seen; behind it the addition, where it is
/// a text of its own.
fn editorial_additions(dataset: &'static Dataset) -> Vec<(String, Option<&'static str>)> {
    let mut added = Vec::new();
    for document in &dataset.documents {
        if document.title_origin == Origin::Editorial {
            let text = sentence!(
                "文書{slug}の題「{title}」（原典に題がありません）",
                "The title of document {slug}, “{title}” (the source document has none)",
                slug = document.slug,
                title = document.title
            );
            added.push((text, None));
        }
    }
    let contents = words!(
        "各文書の内容の説明と注意（上の表の「内容と注意」）",
        "The description of each document and the cautions about it (“Contents and cautions” in the table above)"
    );
    added.push((contents.to_owned(), None));
    for indicator in dataset.indicator_ids() {
        let note = dataset.indicators.notes.get(indicator.row());
        if !note.is_empty() {
            let text = sentence!(
                "指標「{name}」の注：",
                "The note on the indicator “{name}”: ",
                name = dataset.indicator_name(indicator)
            );
            added.push((text, Some(note)));
        }
    }
    added.extend(
        [
            words!(
                "14の振興局を並べた図の配置と色（実際の位置は地図で示しています）",
                "Layout and colours of the tile map of the 14 subprefectures (the map shows where they really are)"
            ),
            words!(
                "指標の画面の文章（数字から自動で書いたもの。文書から引いた文には「」と出典を付けています）",
                "The sentences on the pages of indicators (written automatically from the figures; sentences taken from the documents have quotation marks and their source)"
            ),
            words!(
                "判定（A〜D、後退）の区分。文書にはありません",
                "The ratings (A–D, Fell back). The documents do not have them"
            ),
            words!(
                "インフラ整備進捗図の事業の種類（文書は図の書き方だけを定めています）",
                "The kinds of works on the infrastructure progress map (the document only says how the map is to be drawn)"
            ),
            words!(
                "やさしい言いかえと、ページの見出しや説明",
                "Explanations in plain words, and the headings and descriptions of pages"
            ),
        ]
        .map(|text| (text.to_owned(), None)),
    );
    if spoken() == Language::English {
        let names = "The English names that are not official ones (english.csv says which; the documents are in Japanese)";
        added.push((names.to_owned(), None));
    }
    added
}

/// The dataset's own history.
#[component]
fn Changes() -> impl IntoView {
    let changes = prose::changes();
    let mut versions: Vec<(&str, &str)> = Vec::new();
    for change in changes {
        let version = (change.version.as_str(), change.date.as_str());
        if versions.last() != Some(&version) {
            versions.push(version);
        }
    }
    let versions = versions
        .into_iter()
        .map(|(version, date)| {
            let lines = changes
                .iter()
                .filter(|change| change.version == version)
                .map(|change| view! { <li lang=lang_of(&change.text)>{change.text.as_str()}</li> })
                .collect_view();
            let date = if date.is_empty() {
                words!("準備中", "in preparation")
            } else {
                date
            };
            view! {
                <h3>{sentence!("{version}版（{date}）", "Version {version} ({date})")}</h3>
                <ul class="bullets">{lines}</ul>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="changes">
            <h2 id="changes">{words!("データの更新履歴", "History of the data")}</h2>
            {versions}
        </section>
    }
}

/// The terms of art in plain words.
#[component]
fn Glossary() -> impl IntoView {
    let terms = Term::ALL.map(|term| {
        view! {
            <div>
                <dt>{term.name()}</dt>
                <dd>{term.meaning()}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="glossary">
            <h2 id="glossary">{words!("ことばの意味", "What words mean")}</h2>
            <dl class="formulas">{terms.collect_view()}</dl>
        </section>
    }
}

#[component]
fn Formulas() -> impl IntoView {
    let formulas = [
        (
            words!("進捗率", "Progress rate"),
            words!(
                "報告年度の実績 ÷ 目標 × 100",
                "result of the reporting year ÷ target × 100"
            ),
            words!(
                "文書の計算と同じです。報告年度が集計中のあいだは「—」とし、最新の実績による参考値を年度つきで添えます。",
                "As the documents calculate it. While the reporting year is being compiled it is “—”, beside a reference value from the latest result, with its year."
            ),
        ),
        (
            words!("達成率", "Attainment"),
            words!(
                "（実績 − 基準）÷（目標 − 基準）× 100",
                "(result − baseline) ÷ (target − baseline) × 100"
            ),
            words!(
                "最新の実績で計算します。基準値より悪いとマイナスになり、減らす目標でも正しく働きます。",
                "Calculated from the latest result. It is negative where the result is worse than the baseline, and right for targets that lower a figure too."
            ),
        ),
        (
            words!("維持型", "Keep-level indicator"),
            words!(
                "目標 ＝ 基準",
                "target = baseline"
            ),
            words!(
                "達成率はなく、守れたかどうかと、目標との差（実績 − 目標）÷ 目標 を示します。",
                "It has no attainment: what is shown is whether the level was kept, and the difference from the target, (result − target) ÷ target."
            ),
        ),
        (
            words!("期待値", "Expected value"),
            words!(
                "基準 ＋（目標 − 基準）×（年度 − 基準年度）÷（目標年度 − 基準年度）",
                "baseline + (target − baseline) × (year − baseline year) ÷ (target year − baseline year)"
            ),
            words!(
                "毎年同じだけ進むとしたときの値です。",
                "The value if the same progress were made every year."
            ),
        ),
        (
            words!("ペースと判定", "Pace and rating"),
            words!(
                "（実績 − 基準）÷（期待値 − 基準）× 100",
                "(result − baseline) ÷ (expected value − baseline) × 100"
            ),
            words!(
                "A：100%以上、B：80%以上、C：50%以上、D：50%未満、後退：0%未満（茨城県の区分にならっています）。試算では、計算の設定で区切りを変えられます。",
                "A: 100% or more. B: 80% or more. C: 50% or more. D: below 50%. Fell back: below 0%. (These follow the ratings of Ibaraki Prefecture.) In a what-if scenario, the limits can be changed in the calculation settings."
            ),
        ),
        (
            words!("必要な伸び", "Change needed"),
            words!(
                "（目標 − 最新の実績）÷（目標年度 − その年度）",
                "(target − latest result) ÷ (target year − year of that result)"
            ),
            words!(
                "目標年度に届くために必要な、年あたりの変化です。",
                "The change per year that is needed to get there by the target year."
            ),
        ),
        (
            words!("見込み", "Projection"),
            words!(
                "最新の実績から、(1) 基準年からの平均の伸び、(2) 直近1年の伸び、(3) 全期間の傾き（最小二乗法）が続くとした値",
                "from the latest result on, if (1) the mean change since the baseline year, (2) the change of the last year or (3) the slope over the whole period (least squares) continues"
            ),
            words!(
                "低い値から高い値までの幅で示します。約束ではありません。",
                "Shown as a range from the lowest value to the highest. It is not a promise."
            ),
        ),
        (
            words!("目標に届く年度", "Year in which the target is reached"),
            words!(
                "最新の年度 ＋（目標 − 最新の実績）÷ 年あたりの変化（端数は切り上げ）",
                "latest year + (target − latest result) ÷ change per year (rounded up)"
            ),
            words!(
                "見込みの3つの仮定それぞれで、目標にはじめて届く年度です。",
                "For each of the three assumptions of the projection, the first fiscal year in which the target is reached."
            ),
        ),
        (
            words!("あてはまり", "Fit"),
            words!(
                "実績が見込みの幅に入った年数 ÷ 確かめられる年数 × 100",
                "years whose result fell within the range of the projection ÷ years that can be checked × 100"
            ),
            words!(
                "幅は、それぞれの年より前の値だけから出します。仮定の値がどれも同じで幅がない年は数えず、3年に満たなければ計算しません。",
                "The range of each year is worked out from values of earlier years only. Years in which all assumptions give the same value, so that there is no range, do not count; with fewer than 3 years it is not calculated."
            ),
        ),
    ]
    .map(|(name, rule, note)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>
                    <span class="formula">{rule}</span>
                    <span>{note}</span>
                </dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="formulas">
            <h2 id="formulas">{words!("計算のしかた", "How figures are calculated")}</h2>
            <p>
                {words!(
                    "端数は最後に一度だけ、四捨五入します（小数第1位まで）。目標に届いたかどうかは、四捨五入する前の値で決めます。",
                    "Figures are rounded only once, at the end (to one decimal, halves up). Whether a target is met is decided by the value before rounding."
                )}
            </p>
            <dl class="formulas">{formulas.collect_view()}</dl>
        </section>
    }
}
