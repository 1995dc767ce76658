//! 集める: the files others handed in, what contradicts each other in them, whose sheets are here.

use super::{
    desk::{Desk, LastStep, Place},
    parts::button,
};
use crate::{
    app::components::{Glyph, Icon, TableRegion, dynamic, switch},
    storage::file::{self, ReadError},
};
use leptos::{prelude::*, task::spawn_local};
use michishirube_core::{
    opinion::{
        Candidate, Choice, Conflict, Edit, Merged, Opinion, Sheet, Text,
        file::{self as csv, COLUMNS},
        find_measure,
    },
    problem::Problem,
};
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

/// What came of reading a file.
#[derive(Clone)]
struct Outcome {
    file: String,
    said: String,
    problems: Vec<Problem>,
}

/// Sheets of others.
#[component]
pub fn Gather(desk: Desk) -> impl IntoView {
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    view! {
        <section aria-labelledby=Place::Gather.heading()>
            <h2 id=Place::Gather.heading() tabindex="-1">"ほかの人の意見を集める"</h2>
            <Import desk outcomes />
            <div class="outcomes" role="status">
                {dynamic(move || outcomes.get().into_iter().map(outcome).collect_view())}
            </div>
            <LastStep desk place=Place::Gather />
            <Namesake desk />
            <Conflicts desk />
            <People desk />
        </section>
    }
}

#[component]
fn Import(desk: Desk, outcomes: RwSignal<Vec<Outcome>>) -> impl IntoView {
    let picked = move |event: Event| {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let files: Vec<File> = input
            .files()
            .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
            .unwrap_or_default();
        spawn_local(async move {
            let mut texts = Vec::new();
            for file in files {
                texts.push((file.name(), file::read(&file).await));
            }
            // The same file may be chosen again after it was put right.
            input.set_value("");
            // The page may have been left meanwhile.
            let _ = outcomes.try_set(take_in(desk, texts));
        });
    };
    let columns = COLUMNS
        .map(|(name, others)| {
            let others = if others.is_empty() {
                String::new()
            } else {
                format!("（{}でも）", others.join("・"))
            };
            view! {
                <tr>
                    <th scope="row">{name} <small>{others}</small></th>
                    <td>{csv::accepts(name)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="section-lead">
            "このページか表計算ソフトで書いたCSVを、まとめて読み込めます。読み取れない行があっても、読み取れた行は取り込みます。"
        </p>
        <div class="file-field">
            <label for="sheets">
                <Icon glyph=Glyph::Upload />
                " 意見シートのCSV（いくつでも）"
            </label>
            <input id="sheets" type="file" accept=".csv,text/csv" multiple=true on:change=picked />
        </div>
        <details class="csv-help">
            <summary>"CSVの書き方"</summary>
            <p>
                "1行目は見出しです。列の順番は問いません。何も書かれていない行は読み飛ばします。文字コードはUTF-8でもShift_JISでも読めます。"
            </p>
            <TableRegion label="意見シートのCSVの列">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"見出し"</th>
                            <th scope="col">"書けること"</th>
                        </tr>
                    </thead>
                    <tbody>{columns}</tbody>
                </table>
            </TableRegion>
        </details>
    }
}

/// Merges the files that could be read, as one step.
fn take_in(desk: Desk, texts: Vec<(String, Result<String, ReadError>)>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let (mut taken, mut changed) = (Vec::new(), 0);
    // What each file would bring, one after the other.
    let mut trial = desk.kept.with_untracked(Clone::clone);
    for (name, text) in texts {
        let (said, problems) = match text {
            Ok(text) => {
                let (entries, problems) = csv::read(&name, &text, desk.measures);
                let merged: Merged = trial.merge(&name, entries.clone());
                changed += merged.new + merged.conflicts;
                taken.push((name.clone(), entries));
                (merged.sentence(), problems)
            }
            Err(ReadError::TooLarge) => (
                "大きすぎるので読み込みませんでした。4MBまでのCSVを選んでください。".to_owned(),
                Vec::new(),
            ),
            Err(ReadError::Unreadable) => (
                "ブラウザーがファイルを開けませんでした。もう一度選んでください。".to_owned(),
                Vec::new(),
            ),
        };
        outcomes.push(Outcome {
            file: name,
            said,
            problems,
        });
    }
    if changed > 0 {
        desk.step(Place::Gather, &Edit::TakeIn(taken));
    }
    outcomes
}

fn outcome(outcome: Outcome) -> impl IntoView {
    let Outcome {
        file,
        said,
        problems,
    } = outcome;
    let count = problems.len();
    let rows = problems
        .into_iter()
        .map(|problem| {
            view! {
                <tr role="row">
                    <td role="cell" data-label="行">
                        {problem.row.map_or_else(|| "ファイル全体".to_owned(), |row| format!("{row}行目"))}
                    </td>
                    <td role="cell" data-label="列">{problem.column.unwrap_or_else(|| "—".to_owned())}</td>
                    <td role="cell" class="cell-wide">{problem.kind.to_string()}</td>
                </tr>
            }
        })
        .collect_view();
    let class = if count > 0 {
        "notice notice-warning outcome-file"
    } else {
        "notice outcome-file"
    };
    let glyph = if count > 0 {
        Glyph::Attention
    } else {
        Glyph::Information
    };
    view! {
        <div class=class>
            <Icon glyph />
            <p>
                <strong>{file.clone()}</strong>
                {said}
                {(count > 0).then(|| format!("次の{count}か所は取り込めませんでした。直して、もう一度読み込んでください。"))}
            </p>
            {(count > 0)
                .then(|| {
                    view! {
                        <TableRegion label=format!("{file}で取り込めなかったところ")>
                            <table class="problem-table stacks" role="table">
                                <thead role="rowgroup">
                                    <tr role="row">
                                        <th scope="col" role="columnheader">"行"</th>
                                        <th scope="col" role="columnheader">"列"</th>
                                        <th scope="col" role="columnheader">"どう直すか"</th>
                                    </tr>
                                </thead>
                                <tbody role="rowgroup">{rows}</tbody>
                            </table>
                        </TableRegion>
                    }
                })}
        </div>
    }
}

/// An imported sheet that bears one's own name.
#[component]
fn Namesake(desk: Desk) -> impl IntoView {
    dynamic(move || {
        let name = desk
            .kept
            .with(|sheets| sheets.namesake().map(|sheet| sheet.author.clone()))?;
        Some(view! {
            <div class="notice">
                <Icon glyph=Glyph::Information />
                <p>
                    {format!("取り込んだ「{name}」のシートは、自分のシートと同じ名前です。自分が書いたものなら、一つにまとめられます。")}
                </p>
                {button("button", None, "自分のシートにまとめる", String::new(), move || {
                    desk.step(Place::Gather, &Edit::Adopt);
                })}
            </div>
        })
    })
}

/// What waits for a decision.
#[component]
fn Conflicts(desk: Desk) -> impl IntoView {
    dynamic(move || {
        let conflicts = desk.kept.with(|sheets| sheets.conflicts().to_vec());
        if conflicts.is_empty() {
            return None;
        }
        let count = conflicts.len();
        let items = conflicts
            .into_iter()
            .map(|conflict| view! { <Waiting desk conflict /> })
            .collect_view();
        Some(view! {
            <h3 class="gather-head">"食い違い " <span class="count">{count} "件"</span></h3>
            <p class="section-lead">
                "同じ人の同じ施策に、ちがう内容があります。どれを残すか選んでください。選ぶまで、どちらも残っています。"
            </p>
            <ol class="conflicts">{items}</ol>
        })
    })
}

#[component]
fn Waiting(desk: Desk, conflict: Conflict) -> impl IntoView {
    let whose = match &conflict.author {
        Some(author) => author.clone(),
        None => desk
            .kept
            .with_untracked(|sheets| format!("{}（自分）", sheets.own().signature())),
    };
    let label = find_measure(desk.measures, conflict.measure.as_str()).map_or_else(
        || conflict.measure.to_string(),
        |listed| format!("{} {}", listed.label(), listed.measure.title),
    );
    let kept = desk
        .kept
        .with_untracked(|sheets| sheets.kept(&conflict).cloned());
    let about = format!("（{whose}、{label}）");
    let choices = Choice::ALL
        .map(|choice| {
            let edit = Edit::Resolve(conflict.clone(), choice);
            button("button", None, choice.name(), about.clone(), move || {
                desk.step(Place::Gather, &edit);
            })
        })
        .collect_view();
    view! {
        <li class="card conflict">
            <h4>{label}</h4>
            <p class="meta">"記入者 " {whose}</p>
            <div class="conflict-sides">
                <div>
                    <h5>"いまの内容"</h5>
                    {said(kept.as_ref())}
                </div>
                <div>
                    <h5>"ファイル「" {conflict.file.clone()} "」の内容"</h5>
                    {said(Some(&conflict.opinion))}
                </div>
            </div>
            <div class="opinion-buttons">{choices}</div>
            <p class="hint">"「両方残す」では、ファイルの内容を番号のついた別の人の意見として残します。"</p>
        </li>
    }
}

/// An opinion in full.
fn said(opinion: Option<&Opinion>) -> AnyView {
    let Some(opinion) = opinion else {
        return view! { <p class="opinion-none">"記入なし"</p> }.into_any();
    };
    let line = |name: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd class="as-typed">{text.to_owned()}</dd>
                </div>
            }
        })
    };
    view! {
        <dl class="said-list">
            <div>
                <dt>"判断"</dt>
                <dd>{Candidate::word(opinion.candidate)}</dd>
            </div>
            {line(Text::Partners.name(), &opinion.partners)}
            {line(Text::Comment.name(), &opinion.comment)}
        </dl>
    }
    .into_any()
}

/// Whose sheets are here.
#[component]
fn People(desk: Desk) -> impl IntoView {
    let row = move |sheet: &Sheet, own: bool| {
        let name = sheet.signature().to_owned();
        let count = sheet.filled(desk.measures);
        let other_edition = sheet.opinions.len() - count;
        let yes = sheet
            .opinions
            .values()
            .filter(|opinion| opinion.candidate == Some(Candidate::Yes))
            .count();
        let remove = (!own).then(|| {
            let edit = Edit::Remove(sheet.author.clone());
            let about = format!("（{name}のシート）");
            button(
                "button-quiet",
                Some(Glyph::Bin),
                "消す",
                about,
                move || desk.step(Place::Gather, &edit),
            )
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    {name.clone()} {own.then(|| view! { <span class="tag">"自分"</span> })}
                    {(other_edition > 0)
                        .then(|| view! { <small class="cell-note">{format!("ほかに、この版の文書にない施策への意見が{other_edition}件あります。")}</small> })}
                </th>
                <td role="cell" class="num" data-label="意見">{count} "件"</td>
                <td role="cell" class="num" data-label="うち候補">{yes} "件"</td>
                <td role="cell">{remove}</td>
            </tr>
        }
    };
    let rows = dynamic(move || {
        desk.kept.with(|sheets| {
            let mut rows = vec![row(sheets.own(), true)];
            for sheet in sheets.others() {
                rows.push(row(sheet, false));
            }
            rows.collect_view()
        })
    });
    let alone = switch(move || desk.kept.with(|sheets| sheets.others().is_empty()));
    view! {
        <h3 class="gather-head">"集まったシート"</h3>
        <TableRegion label="集まったシートと意見の数">
            <table class="people-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"記入者"</th>
                        <th scope="col" role="columnheader" class="num">"意見"</th>
                        <th scope="col" role="columnheader" class="num">"うち候補"</th>
                        <th scope="col" role="columnheader">
                            <span class="visually-hidden">"操作"</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
        <p class="hint" hidden=switch(move || !alone.get())>"まだほかの人のシートはありません。"</p>
    }
}
