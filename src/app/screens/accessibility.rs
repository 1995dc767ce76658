//! アクセシビリティ: what was tested, how, with what result, and what was not.

use crate::app::components::{PageTitle, TableRegion};
use leptos::prelude::*;
use michishirube_core::words;

/// What is held against the page: what it is, how it was looked at, what came out.
fn results() -> [[&'static str; 3]; 12] {
    [
        [
            words!("文字でない内容（1.1）", "Non-text content (1.1)"),
            words!("機械、目視", "Tools, by eye"),
            words!(
                "図・地図・グラフには、同じ内容の表か文があります。飾りの絵は読み上げません。",
                "Figures, maps and charts have a table or text with the same content. Decorative pictures are not read out."
            ),
        ],
        [
            words!(
                "見出し・表・名前（1.3、2.4.6、4.1.2）",
                "Headings, tables, names (1.3, 2.4.6, 4.1.2)"
            ),
            words!("機械", "Tools"),
            words!(
                "どの画面でも問題は見つかっていません。表には見出しのセルがあり、入力欄には名前があります。",
                "No problem has been found on any page. Tables have header cells, and fields have names."
            ),
        ],
        [
            words!("色だけに頼らない（1.4.1）", "Not by colour alone (1.4.1)"),
            words!("目視", "By eye"),
            words!(
                "判定・差・線は、色のほかに文字・記号・線の形で見分けられます。",
                "Ratings, differences and lines can be told apart by letters, signs and shapes of lines besides colour."
            ),
        ],
        [
            words!("色の差（1.4.3、1.4.11）", "Contrast (1.4.3, 1.4.11)"),
            words!("機械、目視", "Tools, by eye"),
            words!(
                "明るい配色、暗い配色、強制カラーで問題は見つかっていません。",
                "No problem has been found with light colours, dark colours or forced colours."
            ),
        ],
        [
            words!(
                "拡大（1.4.4、1.4.10、1.4.12）",
                "Enlargement (1.4.4, 1.4.10, 1.4.12)"
            ),
            words!("機械、目視", "Tools, by eye"),
            words!(
                "文字を200%にしても、幅320pxでも、内容が欠けたり横に動かしたりせずに読めます。広い表だけは、その中で横に動きます。",
                "With text at 200%, and at a width of 320px, everything can be read without loss and without scrolling sideways. Only wide tables scroll sideways within themselves."
            ),
        ],
        [
            words!("キーボードだけの操作（2.1）", "Keyboard only (2.1)"),
            words!("機械による操作", "Automated use"),
            words!(
                "さがす、絞り込む、試算する、比べる、意見シートや図に書き込む、元に戻すことが、マウスなしでできます。",
                "Searching, filtering, trying what-if scenarios, comparing, writing on the opinion sheet and the map, and undoing all work without a mouse."
            ),
        ],
        [
            words!(
                "フォーカス（2.4.3、2.4.7、2.4.11）",
                "Focus (2.4.3, 2.4.7, 2.4.11)"
            ),
            words!("機械による操作、目視", "Automated use, by eye"),
            words!(
                "画面が変わると見出しへ移り、閉じたり消したりすると元の場所の近くへ戻ります。枠はいつも見えます。",
                "When the page changes, the focus moves to its heading; after closing or deleting, it goes back near where it was. Its frame is always visible."
            ),
        ],
        [
            words!("動き（2.2、2.3）", "Movement (2.2, 2.3)"),
            words!("目視", "By eye"),
            words!(
                "時間の制限、点滅、自動で動くものはありません。動きを減らす設定に従います。",
                "There are no time limits, nothing flashes and nothing moves by itself. The setting for less motion is followed."
            ),
        ],
        [
            words!("指での操作（2.5）", "Touch (2.5)"),
            words!("機械、目視", "Tools, by eye"),
            words!(
                "押すところは24px以上で、なぞらなくてもすべてできます。",
                "Targets are 24px or more, and nothing needs dragging."
            ),
        ],
        [
            words!("ことば（3.1）", "Language (3.1)"),
            words!("機械", "Tools"),
            words!(
                "ページの言語を示し、英語の画面では、日本語のままの文にその印を付けています。",
                "The page says that its language is English, and marks the Japanese texts in it."
            ),
        ],
        [
            words!("入力の誤り（3.3）", "Input errors (3.3)"),
            words!("機械による操作", "Automated use"),
            words!(
                "どこが、なぜ誤りで、どう直すかを、入力欄のそばに文で出します。入れたものは消しません。",
                "A sentence beside the field says where the error is, why, and how to mend it. What was entered is not deleted."
            ),
        ],
        [
            words!("知らせ（4.1.3）", "Messages (4.1.3)"),
            words!("機械による操作", "Automated use"),
            words!(
                "件数や計算し直した値、保存の成否は、フォーカスを動かさずに読み上げに伝えます。",
                "Counts, recalculated figures, and whether saving worked are told to screen readers without moving the focus."
            ),
        ],
    ]
}

/// The statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let rows = results()
        .map(|[criteria, how, result]| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{criteria}</th>
                    <td role="cell" data-label=words!("確かめ方", "How checked")>{how}</td>
                    <td role="cell" class="cell-wide">{result}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="wrap">
            <PageTitle
                title=words!("アクセシビリティ", "Accessibility")
                lead=Signal::stored(
                    words!(
                        "だれもが使えるように、何を目標に、何をどう確かめ、どうだったか。",
                        "So that everybody can use this site: what we aim for, what was checked and how, and what came out."
                    )
                        .to_owned(),
                )
            />
            <section aria-labelledby="aim">
                <h2 id="aim">{words!("目標", "Aim")}</h2>
                <p>
                    {words!(
                        "JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のレベルAAを目標にしています。対象は、このサイトのすべての画面です。",
                        "We aim for conformance level AA of JIS X 8341-3:2016 and level AA of WCAG 2.2, on every page of this site."
                    )}
                </p>
            </section>
            <section aria-labelledby="results">
                <h2 id="results">{words!("試験結果", "Test results")}</h2>
                <p>
                    {words!(
                        "作り手による点検の結果です。第三者による試験ではなく、規格への「準拠」を表明するものではありません。",
                        "These are the results of checks by the makers. They are not a test by a third party, and no claim of “conformance” to the standards is made."
                    )}
                </p>
                <TableRegion label=words!("達成基準ごとの結果", "Results by success criterion")>
                    <table class="stacks" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{words!("達成基準", "Success criterion")}</th>
                                <th scope="col" role="columnheader">{words!("確かめ方", "How checked")}</th>
                                <th scope="col" role="columnheader">{words!("結果", "Result")}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </TableRegion>
            </section>
            <section aria-labelledby="how">
                <h2 id="how">{words!("試験のしかた", "How it was tested")}</h2>
                <ul class="bullets">
                    <li>
                        {words!(
                            "機械：検査の道具axe-coreとLighthouseを、すべての画面に、プログラムを変えるたびにかけています。幅320px、768px（暗い配色）、1440px（強制カラー）と、文字200%です。問題が1つでも見つかれば公開しません。",
                            "Tools: axe-core and Lighthouse check every page whenever the program changes, at widths of 320px, 768px (dark colours) and 1440px (forced colours) and with text at 200%. If even one problem is found, the change is not published."
                        )}
                    </li>
                    <li>
                        {words!(
                            "機械による操作：人がするとおりに、読み上げに使われる名前で部品をさがし、キーボードで操作する試験です。",
                            "Automated use: tests that do as people do: they find controls by the names that screen readers use, and work them by keyboard."
                        )}
                    </li>
                    <li>
                        {words!(
                            "目視：幅390px、768px、1440px、明るい配色と暗い配色、印刷した紙面を、作り手が目で確かめています。",
                            "By eye: the makers look at widths of 390px, 768px and 1440px, light and dark colours, and printed pages."
                        )}
                    </li>
                    <li>
                        {words!(
                            "使った環境：Chromium、Firefox ESR、WebKitGTK（どれもLinux。axeとLighthouseはChromiumで）。試験した日：2026年11月25日。",
                            "Tested in Chromium, Firefox ESR and WebKitGTK (all on Linux; axe and Lighthouse in Chromium) on 25 November 2026."
                        )}
                    </li>
                </ul>
            </section>
            <section aria-labelledby="not-yet">
                <h2 id="not-yet">{words!("まだできていないこと", "Not done yet")}</h2>
                <ul class="bullets">
                    <li>
                        {words!(
                            "スクリーンリーダー（NVDA、VoiceOverなど）の実物での試験",
                            "Tests with actual screen readers (NVDA, VoiceOver and others)"
                        )}
                    </li>
                    <li>
                        {words!(
                            "障害のある人、高齢の人に使ってもらう試験",
                            "Tests by people with disabilities and by older people"
                        )}
                    </li>
                    <li>
                        {words!(
                            "文書から引いた文の英語版（英語の画面でも日本語で示します）",
                            "English versions of the texts taken from the documents: they are shown in Japanese"
                        )}
                    </li>
                    <li>
                        {words!(
                            "インフラ整備進捗図では、吹き出しが市町村の名前にかかることがあります。同じ内容は下の表で読めます。",
                            "On the infrastructure progress map, callouts may cover the names of municipalities. The table below it has the same content."
                        )}
                    </li>
                </ul>
            </section>
        </div>
    }
}
