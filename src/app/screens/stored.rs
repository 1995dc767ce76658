//! この端末に保存されているもの: what this browser keeps of a person's work, to be taken away or deleted.
//! A part of データ; it knows the records' names, not what is in them.

use crate::{
    app::components::{Glyph, Icon, SaveButton, TableRegion, dynamic},
    storage::{
        file,
        inventory::{self, Entry},
    },
};
use leptos::{ev, prelude::*};
use michishirube_core::format;

/// The list of what is kept, with ways to take it away, to delete it and to take that back.
#[component]
pub fn Stored() -> impl IntoView {
    let entries = RwSignal::new(inventory::entries());
    let deleted = RwSignal::new(None::<Vec<Entry>>);
    let said = RwSignal::new("");
    let look = move || entries.set(inventory::entries());
    let other_tab = window_event_listener(ev::storage, move |_| look());
    on_cleanup(move || other_tab.remove());

    let delete_all = move |_| {
        let Some(all) = inventory::entries() else {
            return;
        };
        let done = inventory::delete(&all).is_ok();
        look();
        if done {
            deleted.set(Some(all));
        }
        said.set(if done {
            "すべて消しました。このページを離れるまでは、元に戻せます。"
        } else {
            REFUSED
        });
    };
    let put_back = move |_| {
        let done = deleted
            .with_untracked(|all| inventory::put_back(all.as_deref().unwrap_or_default()).is_ok());
        look();
        if done {
            deleted.set(None);
        }
        said.set(if done {
            "元に戻しました。"
        } else {
            REFUSED
        });
    };
    view! {
        <section class="stored" aria-labelledby="stored">
            <h2 id="stored">"この端末に保存されているもの"</h2>
            <p>
                "試算や意見などの下書きと設定は、このブラウザーにだけ保存しています。別の端末やほかの人からは見えません。"
            </p>
            {dynamic(move || match entries.get() {
                None => view! { <p>"このブラウザーでは、保存の機能が使えない設定になっています。"</p> }.into_any(),
                Some(entries) if entries.is_empty() => {
                    view! { <p>"いまは何も保存していません。"</p> }.into_any()
                }
                Some(entries) => list(entries, delete_all),
            })}
            <p class="stored-after">
                <span role="status">{said}</span>
                {dynamic(move || {
                    deleted
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <button type="button" class="button" on:click=put_back>
                                    <Icon glyph=Glyph::Back />
                                    "消したものを元に戻す"
                                </button>
                            }
                        })
                })}
            </p>
        </section>
    }
}

const REFUSED: &str = "ブラウザーに断られて、できませんでした。ブラウザーの設定で保存を許してから、もう一度試してください。";

fn list(entries: Vec<Entry>, delete_all: impl Fn(ev::MouseEvent) + 'static) -> AnyView {
    let total = size(entries.iter().map(Entry::bytes).sum());
    let rows = entries
        .iter()
        .map(|entry| {
            let (name, text) = (name(&entry.key), entry.text.clone());
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {name} <small class="cell-note">{entry.key.clone()}</small>
                    </th>
                    <td role="cell" class="num" data-label="大きさ">{size(entry.bytes())}</td>
                    <td role="cell" data-label="持ち帰る">
                        <SaveButton
                            file="michishirube-kiroku.json"
                            kind=file::JSON
                            text=move |()| text.clone()
                            label="ファイルに保存"
                            about=format!("（{name}）")
                            class="button-quiet"
                        />
                    </td>
                </tr>
            }
        })
        .collect_view();
    let all = whole(&entries);
    view! {
        <TableRegion label="保存されているものの一覧">
            <table class="stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"内容"</th>
                        <th scope="col" role="columnheader" class="num">"大きさ"</th>
                        <th scope="col" role="columnheader">"持ち帰る"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th scope="row" role="rowheader">"合計"</th>
                        <td role="cell" class="num" data-label="大きさ">{total}</td>
                        <td role="cell"></td>
                    </tr>
                </tfoot>
            </table>
        </TableRegion>
        <div class="toolbar">
            <SaveButton
                file="michishirube-hozon.json"
                kind=file::JSON
                text=move |()| all.clone()
                label="すべてをファイルに保存"
            />
            <button type="button" class="button" on:click=delete_all>
                <Icon glyph=Glyph::Bin />
                "すべて消す"
            </button>
        </div>
    }
    .into_any()
}

/// What a record is called, by its key.
fn name(key: &str) -> &'static str {
    match key.split('/').nth(1) {
        Some("draft") => "試算",
        Some("opinions") => "意見シート",
        Some("infrastructure") => "インフラ整備進捗図",
        Some("report") => "報告書の自分の文章",
        Some("theme") => "配色の設定",
        Some("aside") => "読み取れず、取ってある記録",
        _ => "そのほかの記録",
    }
}

/// 「約1.3KB」.
fn size(bytes: usize) -> String {
    let tenths = i128::try_from(bytes.div_ceil(100)).unwrap_or(i128::MAX);
    let rounded = michishirube_core::ratio::Rounded {
        mantissa: tenths,
        decimals: 1,
    };
    format!("約{}KB", format::digits(rounded))
}

/// All records as one JSON object, by key. A record is text, whether this program can read it or not.
fn whole(entries: &[Entry]) -> String {
    let all: serde_json::Map<String, serde_json::Value> = entries
        .iter()
        .map(|entry| (entry.key.clone(), entry.text.as_str().into()))
        .collect();
    serde_json::to_string_pretty(&all).unwrap_or_default()
}
