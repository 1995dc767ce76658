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
use michishirube_core::{format, sentence, words};

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
            words!(
                "すべて消しました。このページを離れるまでは、元に戻せます。",
                "Everything is deleted. You can undo this until you leave the page."
            )
        } else {
            refused()
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
            words!("元に戻しました。", "It is back.")
        } else {
            refused()
        });
    };
    view! {
        <section class="stored" aria-labelledby="stored">
            <h2 id="stored">{words!("この端末に保存されているもの", "What is kept on this device")}</h2>
            <p>
                {words!(
                    "試算や意見などの下書きと設定は、このブラウザーにだけ保存しています。別の端末やほかの人からは見えません。",
                    "Drafts, such as what-if scenarios and opinions, and settings are kept in this browser only. They cannot be seen from other devices or by other people."
                )}
            </p>
            {dynamic(move || match entries.get() {
                None => view! {
                    <p>
                        {words!(
                            "このブラウザーでは、保存の機能が使えない設定になっています。",
                            "Storage is turned off in this browser’s settings."
                        )}
                    </p>
                }
                .into_any(),
                Some(entries) if entries.is_empty() => view! {
                    <p>{words!("いまは何も保存していません。", "Nothing is kept at the moment.")}</p>
                }
                .into_any(),
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
                                    {words!("消したものを元に戻す", "Undo the deletion")}
                                </button>
                            }
                        })
                })}
            </p>
        </section>
    }
}

fn refused() -> &'static str {
    words!(
        "ブラウザーに断られて、できませんでした。ブラウザーの設定で保存を許してから、もう一度試してください。",
        "The browser refused, so this could not be done. Allow storage in the browser’s settings and try again."
    )
}

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
                    <td role="cell" class="num" data-label=words!("大きさ", "Size")>{size(entry.bytes())}</td>
                    <td role="cell" data-label=words!("持ち帰る", "Take away")>
                        <SaveButton
                            file="michishirube-kiroku.json"
                            kind=file::JSON
                            text=move |()| text.clone()
                            label=words!("ファイルに保存", "Save as a file")
                            about=sentence!("（{name}）", " ({name})")
                            class="button-quiet"
                        />
                    </td>
                </tr>
            }
        })
        .collect_view();
    let all = whole(&entries);
    view! {
        <TableRegion label=words!("保存されているものの一覧", "List of what is kept")>
            <table class="stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("内容", "Contents")}</th>
                        <th scope="col" role="columnheader" class="num">{words!("大きさ", "Size")}</th>
                        <th scope="col" role="columnheader">{words!("持ち帰る", "Take away")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th scope="row" role="rowheader">{words!("合計", "Total")}</th>
                        <td role="cell" class="num" data-label=words!("大きさ", "Size")>{total}</td>
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
                label=words!("すべてをファイルに保存", "Save everything as a file")
            />
            <button type="button" class="button" on:click=delete_all>
                <Icon glyph=Glyph::Bin />
                {words!("すべて消す", "Delete everything")}
            </button>
        </div>
    }
    .into_any()
}

/// What a record is called, by its key.
fn name(key: &str) -> &'static str {
    match key.split('/').nth(1) {
        Some("draft") => words!("試算", "What-if scenarios"),
        Some("opinions") => words!("意見シート", "Opinion sheet"),
        Some("infrastructure") => words!("インフラ整備進捗図", "Infrastructure progress map"),
        Some("report") => words!("報告書の自分の文章", "Your own text in the report"),
        Some("theme") => words!("配色の設定", "Colour setting"),
        Some("language") => words!("言語の設定", "Language setting"),
        Some("aside") => words!(
            "読み取れず、取ってある記録",
            "Record that could not be read, put aside"
        ),
        _ => words!("そのほかの記録", "Other record"),
    }
}

/// 「約1.3KB」, "about 1.3 KB".
fn size(bytes: usize) -> String {
    let tenths = i128::try_from(bytes.div_ceil(100)).unwrap_or(i128::MAX);
    let rounded = michishirube_core::ratio::Rounded {
        mantissa: tenths,
        decimals: 1,
    };
    sentence!(
        "約{size}KB",
        "about {size} KB",
        size = format::digits(rounded)
    )
}

/// All records as one JSON object, by key. A record is text, whether this program can read it or not.
fn whole(entries: &[Entry]) -> String {
    let all: serde_json::Map<String, serde_json::Value> = entries
        .iter()
        .map(|entry| (entry.key.clone(), entry.text.as_str().into()))
        .collect();
    serde_json::to_string_pretty(&all).unwrap_or_default()
}
