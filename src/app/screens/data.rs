//! データ: the documents, what is editorial, the files, the formulas, the terms.

use super::stored::Stored;
use crate::{
    app::{
        components::{Glyph, Icon, Link, PageTitle, SaveButton, SdgTile, TableRegion},
        prose,
        state::state,
    },
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
    export,
    model::{DocumentId, Label, Origin, RowId},
    view::Screen,
};

/// The files of `public/data`, in the order of use.
const FILES: [(&str, &str); 26] = [
    ("indicators.csv", "評価指標：基準値と目標値"),
    (
        "observations.csv",
        "評価指標の実績値（年度ごと。集計中を含む）",
    ),
    ("indicator_listings.csv", "文書の評価指標一覧（再掲を含む）"),
    (
        "published_rates.csv",
        "文書に印刷された進捗率（計算の確認用）",
    ),
    ("programs.csv", "事業の名前"),
    (
        "appearances.csv",
        "事業ごとの概要・実績・予算額（文書ごと）",
    ),
    ("appearance_projects.csv", "事業とプロジェクトの関係"),
    (
        "program_tags.csv",
        "事業のカテゴリーとSDGs（原典か編集部か、その理由）",
    ),
    ("projects.csv", "プロジェクトの名前"),
    ("project_appearances.csv", "プロジェクトが出ている文書"),
    ("project_subprefectures.csv", "プロジェクトの推進エリア"),
    ("review.toml", "推進管理：目的・取組・次年度の取組・分析"),
    ("policy.toml", "政策展開方針：概要・構成・例・推進管理"),
    (
        "vision.toml",
        "後志の地域づくり推進ビジョン：施策と付図の仕様",
    ),
    ("budget.toml", "予算表の説明文"),
    ("budget_controls.csv", "予算の合計（確認用）"),
    ("areas.csv", "6つの連携地域"),
    ("subprefectures.csv", "14の（総合）振興局と所在地"),
    ("municipalities.csv", "後志の20市町村と位置"),
    ("hokkaido.topojson", "北海道の海岸線"),
    ("cartogram.csv", "14の振興局を並べた図の配置"),
    ("categories.csv", "カテゴリー"),
    ("sdgs.csv", "SDGsのゴールの短い名前"),
    ("documents.csv", "出典の文書"),
    ("changes.csv", "データの更新履歴"),
    (
        "scenario.schema.json",
        "試算を保存したファイルの形（JSON Schema）",
    ),
];

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
                    <td role="cell" data-label="番号">{document.slug.as_str()}</td>
                    <th scope="row" role="rowheader">
                        <Link to=page>{document.title.as_str()}</Link>
                        {editorial.then(|| view! { <small class="cell-note">"題は編集部が付けました"</small> })}
                    </th>
                    <td role="cell" data-label="作成">
                        {if document.publisher.is_empty() { "記載なし" } else { document.publisher.as_str() }}
                    </td>
                    <td role="cell" data-label="年度">
                        {{
                            document
                                .fiscal_year
                                .map_or_else(|| "記載なし".to_owned(), |year| year.name(state.era()))
                        }}
                    </td>
                    <td role="cell" class="cell-wide">
                        {document.subject.as_str()}
                        {(!document.note.is_empty())
                            .then(|| view! { <small class="cell-note">{document.note.as_str()}</small> })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let files = FILES.map(|(name, about)| {
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
                title="データ"
                lead=Signal::stored("このサイトの数字がどこから来て、どう計算したか。元のデータはすべて持ち帰れます。".to_owned())
            />
            <section aria-labelledby="documents">
                <h2 id="documents">"出典の文書"</h2>
                <p>{format!("事実の出どころは、次の{}つの文書だけです。書かれていないことは加えていません。", dataset.documents.len())}</p>
                <TableRegion label="出典の文書の一覧">
                    <table class="document-table stacks" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">"番号"</th>
                                <th scope="col" role="columnheader">"題"</th>
                                <th scope="col" role="columnheader">"作成"</th>
                                <th scope="col" role="columnheader">"年度"</th>
                                <th scope="col" role="columnheader">"内容と注意"</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{documents}</tbody>
                    </table>
                </TableRegion>
            </section>
            <section aria-labelledby="files">
                <h2 id="files">"データをダウンロード"</h2>
                <p>
                    "CSVはBOM付きUTF-8で、Excelでそのまま開けます。列の意味は"
                    <a href="data/README.md">"データの説明"</a>
                    "にあります。"
                </p>
                <p>
                    <SaveButton
                        file="michishirube.json"
                        kind=file::JSON
                        text=move |()| export::json(dataset)
                        label="データをまとめてJSONで保存"
                    />
                </p>
                <ul class="files">{files.collect_view()}</ul>
            </section>
            <Editorial />
            <Formulas />
            <Changes />
            <Stored />
            <section aria-labelledby="terms">
                <h2 id="terms">"利用の条件と版"</h2>
                <ul class="bullets">
                    <li>
                        "プログラム：MITライセンスまたはApache License 2.0（選べます）。組み込んだソフトウェアの表示は"
                        <a href="licences.txt">"licences.txt"</a> "にあります。"
                    </li>
                    <li>
                        "事実のデータ：北海道とその機関の文書によります。再利用するときは、それぞれの公表元の利用条件を確かめてください。"
                    </li>
                    <li>"市町村と振興局の位置：GeoNames（CC BY 4.0）。「approximate」とあるものは約1kmの精度です。"</li>
                    <li>"SDGsの短い名前は公式の日本語です。ゴールのタイルは番号と公式の色だけで表し、国連のロゴや絵は使っていません。"</li>
                    <li>{concat!("版：", env!("CARGO_PKG_VERSION"))}</li>
                </ul>
                <h3>"置き方"</h3>
                <p>
                    "できあがったファイルを、静的なファイルを配るサーバーの好きな場所に置くだけで動きます。サーバー側のプログラムや、転送の設定はいりません。"
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
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    let rows = editorial()
        .map(|(program, tag)| {
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
                    <td>{tag.reason}</td>
                    <td>{dataset.document(tag.document).slug.as_str()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="editorial">
            <h2 id="editorial">"編集部による分類"</h2>
            <p>
                {format!("文書に書かれていない分類を、事業の説明文をもとに{count}件付けました。SDGsのゴールは原典では絵だったため、文字に残っていません。")}
                "分類には必ず「編集部による分類」と示し、「原典の分類のみ」に切り替えると使わずにさがせます。"
            </p>
            <details>
                <summary>{format!("分類と理由をすべて見る（{count}件）")}</summary>
                <TableRegion label="編集部による分類と理由">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">"事業"</th>
                                <th scope="col">"分類"</th>
                                <th scope="col">"理由"</th>
                                <th scope="col">"文書"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </TableRegion>
            </details>
            <h3>"分類のほかに編集部が加えたもの"</h3>
            <ul class="bullets">{added}</ul>
        </section>
    }
}

/// What else the editors added to the documents, with where it is seen.
fn editorial_additions(dataset: &Dataset) -> Vec<String> {
    let mut added = Vec::new();
    for document in &dataset.documents {
        if document.title_origin == Origin::Editorial {
            added.push(format!(
                "文書{}の題「{}」（原典に題がありません）",
                document.slug, document.title
            ));
        }
    }
    added.push("各文書の内容の説明と注意（上の表の「内容と注意」）".to_owned());
    for indicator in dataset.indicator_ids() {
        let note = dataset.indicators.notes.get(indicator.row());
        if !note.is_empty() {
            added.push(format!(
                "指標「{}」の注：{note}",
                dataset.indicator_name(indicator)
            ));
        }
    }
    added.extend(
        [
            "14の振興局を並べた図の配置と色（実際の位置は地図で示しています）",
            "指標の画面の文章（数字から自動で書いたもの。文書から引いた文には「」と出典を付けています）",
            "判定（A〜D、後退）の区分。文書にはありません",
            "インフラ整備進捗図の事業の種類（文書は図の書き方だけを定めています）",
            "やさしい言いかえと、ページの見出しや説明",
        ]
        .map(str::to_owned),
    );
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
                .map(|change| view! { <li>{change.text.as_str()}</li> })
                .collect_view();
            let date = if date.is_empty() { "準備中" } else { date };
            view! {
                <h3>{format!("{version}版（{date}）")}</h3>
                <ul class="bullets">{lines}</ul>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="changes">
            <h2 id="changes">"データの更新履歴"</h2>
            {versions}
        </section>
    }
}

#[component]
fn Formulas() -> impl IntoView {
    let formulas = [
        ("進捗率", "報告年度の実績 ÷ 目標 × 100", "文書の計算と同じです。報告年度が集計中のあいだは「—」とし、最新の実績による参考値を年度つきで添えます。"),
        ("達成率", "（実績 − 基準）÷（目標 − 基準）× 100", "最新の実績で計算します。基準値より悪いとマイナスになり、減らす目標でも正しく働きます。"),
        ("維持型", "目標 ＝ 基準", "達成率はなく、守れたかどうかと、目標との差（実績 − 目標）÷ 目標 を示します。"),
        ("期待値", "基準 ＋（目標 − 基準）×（年度 − 基準年度）÷（目標年度 − 基準年度）", "毎年同じだけ進むとしたときの値です。"),
        ("ペースと判定", "（実績 − 基準）÷（期待値 − 基準）× 100", "A：100%以上、B：80%以上、C：50%以上、D：50%未満、後退：0%未満（茨城県の区分にならっています）。試算では、計算の設定で区切りを変えられます。"),
        ("必要な伸び", "（目標 − 最新の実績）÷（目標年度 − その年度）", "目標年度に届くために必要な、年あたりの変化です。"),
        ("見込み", "最新の実績から、(1) 基準年からの平均の伸び、(2) 直近1年の伸び、(3) 全期間の傾き（最小二乗法）が続くとした値", "低い値から高い値までの幅で示します。約束ではありません。"),
        ("目標に届く年度", "最新の年度 ＋（目標 − 最新の実績）÷ 年あたりの変化（端数は切り上げ）", "見込みの3つの仮定それぞれで、目標にはじめて届く年度です。"),
        ("あてはまり", "実績が見込みの幅に入った年数 ÷ 確かめられる年数 × 100", "幅は、それぞれの年より前の値だけから出します。仮定の値がどれも同じで幅がない年は数えず、3年に満たなければ計算しません。"),
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
            <h2 id="formulas">"計算のしかた"</h2>
            <p>
                "端数は最後に一度だけ、四捨五入します（小数第1位まで）。目標に届いたかどうかは、四捨五入する前の値で決めます。"
            </p>
            <dl class="formulas">{formulas.collect_view()}</dl>
        </section>
    }
}
