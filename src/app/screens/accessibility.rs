//! アクセシビリティ: what was tested, how, with what result, and what was not.

use crate::app::components::{PageTitle, TableRegion};
use leptos::prelude::*;

/// What is held against the page: what it is, how it was looked at, what came out.
const RESULTS: [[&str; 3]; 12] = [
    [
        "文字でない内容（1.1）",
        "機械、目視",
        "図・地図・グラフには、同じ内容の表か文があります。飾りの絵は読み上げません。",
    ],
    [
        "見出し・表・名前（1.3、2.4.6、4.1.2）",
        "機械",
        "どの画面でも問題は見つかっていません。表には見出しのセルがあり、入力欄には名前があります。",
    ],
    [
        "色だけに頼らない（1.4.1）",
        "目視",
        "判定・差・線は、色のほかに文字・記号・線の形で見分けられます。",
    ],
    [
        "色の差（1.4.3、1.4.11）",
        "機械、目視",
        "明るい配色、暗い配色、強制カラーで問題は見つかっていません。",
    ],
    [
        "拡大（1.4.4、1.4.10、1.4.12）",
        "機械、目視",
        "文字を200%にしても、幅320pxでも、内容が欠けたり横に動かしたりせずに読めます。広い表だけは、その中で横に動きます。",
    ],
    [
        "キーボードだけの操作（2.1）",
        "機械による操作",
        "さがす、絞り込む、試算する、比べる、意見シートや図に書き込む、元に戻すことが、マウスなしでできます。",
    ],
    [
        "フォーカス（2.4.3、2.4.7、2.4.11）",
        "機械による操作、目視",
        "画面が変わると見出しへ移り、閉じたり消したりすると元の場所の近くへ戻ります。枠はいつも見えます。",
    ],
    [
        "動き（2.2、2.3）",
        "目視",
        "時間の制限、点滅、自動で動くものはありません。動きを減らす設定に従います。",
    ],
    [
        "指での操作（2.5）",
        "機械、目視",
        "押すところは24px以上で、なぞらなくてもすべてできます。",
    ],
    [
        "ことば（3.1）",
        "機械",
        "ページの言語を日本語と示しています。",
    ],
    [
        "入力の誤り（3.3）",
        "機械による操作",
        "どこが、なぜ誤りで、どう直すかを、入力欄のそばに文で出します。入れたものは消しません。",
    ],
    [
        "知らせ（4.1.3）",
        "機械による操作",
        "件数や計算し直した値、保存の成否は、フォーカスを動かさずに読み上げに伝えます。",
    ],
];

/// The statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let rows = RESULTS
        .map(|[criteria, how, result]| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{criteria}</th>
                    <td role="cell" data-label="確かめ方">{how}</td>
                    <td role="cell" class="cell-wide">{result}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="wrap">
            <PageTitle
                title="アクセシビリティ"
                lead=Signal::stored("だれもが使えるように、何を目標に、何をどう確かめ、どうだったか。".to_owned())
            />
            <section aria-labelledby="aim">
                <h2 id="aim">"目標"</h2>
                <p>
                    "JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のレベルAAを目標にしています。対象は、このサイトのすべての画面です。"
                </p>
            </section>
            <section aria-labelledby="results">
                <h2 id="results">"試験結果"</h2>
                <p>
                    "作り手による点検の結果です。第三者による試験ではなく、規格への「準拠」を表明するものではありません。"
                </p>
                <TableRegion label="達成基準ごとの結果">
                    <table class="stacks" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">"達成基準"</th>
                                <th scope="col" role="columnheader">"確かめ方"</th>
                                <th scope="col" role="columnheader">"結果"</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </TableRegion>
            </section>
            <section aria-labelledby="how">
                <h2 id="how">"試験のしかた"</h2>
                <ul class="bullets">
                    <li>
                        "機械：検査の道具axe-coreとLighthouseを、すべての画面に、プログラムを変えるたびにかけています。幅320px、768px（暗い配色）、1440px（強制カラー）と、文字200%です。問題が1つでも見つかれば公開しません。"
                    </li>
                    <li>
                        "機械による操作：人がするとおりに、読み上げに使われる名前で部品をさがし、キーボードで操作する試験です。"
                    </li>
                    <li>
                        "目視：幅390px、768px、1440px、明るい配色と暗い配色、印刷した紙面を、作り手が目で確かめています。"
                    </li>
                    <li>"使った環境：Chromium（Linux）。試験した日：2026年11月25日。"</li>
                </ul>
            </section>
            <section aria-labelledby="not-yet">
                <h2 id="not-yet">"まだできていないこと"</h2>
                <ul class="bullets">
                    <li>"スクリーンリーダー（NVDA、VoiceOverなど）の実物での試験"</li>
                    <li>"障害のある人、高齢の人に使ってもらう試験"</li>
                    <li>"画面の英語版"</li>
                    <li>
                        "インフラ整備進捗図では、吹き出しが市町村の名前にかかることがあります。同じ内容は下の表で読めます。"
                    </li>
                </ul>
            </section>
        </div>
    }
}
