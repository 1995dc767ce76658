//! 集める: the files others handed in, what contradicts each other in them, whose sheets are here.

use super::{
    desk::{Desk, LastStep, Place},
    parts::button,
};
use crate::{
    app::components::{Glyph, Icon, TableRegion, dynamic, original, switch},
    storage::file::{self, ReadError},
};
use leptos::{prelude::*, task::spawn_local};
use michishirube_core::{
    language::lang_of,
    opinion::{
        Candidate, Choice, Conflict, Edit, Merged, Opinion, Sheet, Text,
        file::{self as csv, COLUMNS},
        find_measure,
    },
    problem::Problem,
    sentence, words,
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
            <h2 id=Place::Gather.heading() tabindex="-1">{words!("ほかの人の意見を集める", "Gather the opinions of others")}</h2>
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
            let others = (!others.is_empty()).then(|| {
                let others = others.join(words!("・", ", "));
                view! {
                    {words!("（", " (or ")}
                    {original(others)}
                    {words!("でも）", ")")}
                }
            });
            view! {
                <tr>
                    <th scope="row">{original(name)} <small>{others}</small></th>
                    <td>{csv::accepts(name)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="section-lead">
            {words!(
                "このページか表計算ソフトで書いたCSVを、まとめて読み込めます。読み取れない行があっても、読み取れた行は取り込みます。",
                "You can import several CSV files at once, written on this page or in a spreadsheet. Where some rows cannot be read, the rows that can are taken in."
            )}
        </p>
        <div class="file-field">
            <label for="sheets">
                <Icon glyph=Glyph::Upload />
                {words!(" 意見シートのCSV（いくつでも）", " CSV files of opinion sheets (as many as you like)")}
            </label>
            <input id="sheets" type="file" accept=".csv,text/csv" multiple=true on:change=picked />
        </div>
        <details class="csv-help">
            <summary>{words!("CSVの書き方", "How to write the CSV")}</summary>
            <p>
                {words!(
                    "1行目は見出しです。列の順番は問いません。何も書かれていない行は読み飛ばします。文字コードはUTF-8でもShift_JISでも読めます。",
                    "The first row holds the headings. The columns can be in any order. Rows that say nothing are skipped. The file can be in UTF-8 or Shift_JIS."
                )}
            </p>
            <TableRegion label=words!("意見シートのCSVの列", "Columns of the opinion sheet CSV")>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words!("見出し", "Heading")}</th>
                            <th scope="col">{words!("書けること", "What it can hold")}</th>
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
                words!(
                    "大きすぎるので読み込みませんでした。4MBまでのCSVを選んでください。",
                    "The file is too large and was not read. Choose a CSV of up to 4 MB."
                )
                .to_owned(),
                Vec::new(),
            ),
            Err(ReadError::Unreadable) => (
                words!(
                    "ブラウザーがファイルを開けませんでした。もう一度選んでください。",
                    "The browser could not open the file. Choose it again."
                )
                .to_owned(),
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
            let column = problem.column.unwrap_or_else(|| "—".to_owned());
            let lang = lang_of(&column);
            view! {
                <tr role="row">
                    <td role="cell" data-label=words!("行", "Row")>
                        {problem
                            .row
                            .map_or_else(
                                || words!("ファイル全体", "Whole file").to_owned(),
                                |row| sentence!("{row}行目", "Row {row}"),
                            )}
                    </td>
                    <td role="cell" data-label=words!("列", "Column") lang=lang>{column}</td>
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
                <strong lang=lang_of(&file)>{file.clone()}</strong>
                {words!("", " ")}
                {said}
                {(count > 0)
                    .then(|| {
                        sentence!(
                            "次の{count}か所は取り込めませんでした。直して、もう一度読み込んでください。",
                            " Places that could not be taken in: {count}, listed below. Put them right and import the file again."
                        )
                    })}
            </p>
            {(count > 0)
                .then(|| {
                    view! {
                        <TableRegion label=sentence!("{file}で取り込めなかったところ", "What could not be taken in from {file}")>
                            <table class="problem-table stacks" role="table">
                                <thead role="rowgroup">
                                    <tr role="row">
                                        <th scope="col" role="columnheader">{words!("行", "Row")}</th>
                                        <th scope="col" role="columnheader">{words!("列", "Column")}</th>
                                        <th scope="col" role="columnheader">{words!("どう直すか", "How to put it right")}</th>
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
                    {words!("取り込んだ「", "The imported sheet of “")}
                    {original(name.as_str())}
                    {words!(
                        "」のシートは、自分のシートと同じ名前です。自分が書いたものなら、一つにまとめられます。",
                        "” bears the same name as your own sheet. If you wrote it yourself, you can make the two one."
                    )}
                </p>
                {button("button", None, words!("自分のシートにまとめる", "Merge into my sheet"), String::new(), move || {
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
            <h3 class="gather-head">
                {words!("食い違い ", "Contradictions ")} <span class="count">{count} {words!("件", "")}</span>
            </h3>
            <p class="section-lead">
                {words!(
                    "同じ人の同じ施策に、ちがう内容があります。どれを残すか選んでください。選ぶまで、どちらも残っています。",
                    "The same person says different things of the same measure. Choose which to keep. Until you choose, both are kept."
                )}
            </p>
            <ol class="conflicts">{items}</ol>
        })
    })
}

#[component]
fn Waiting(desk: Desk, conflict: Conflict) -> impl IntoView {
    let whose = match &conflict.author {
        Some(author) => author.clone(),
        None => desk.kept.with_untracked(|sheets| {
            let name = sheets.own().signature();
            sentence!("{name}（自分）", "{name} (you)")
        }),
    };
    let label = find_measure(desk.measures, conflict.measure.as_str()).map_or_else(
        || conflict.measure.to_string(),
        |listed| format!("{} {}", listed.label(), listed.measure.title),
    );
    let kept = desk
        .kept
        .with_untracked(|sheets| sheets.kept(&conflict).cloned());
    let about = sentence!("（{whose}、{label}）", " ({whose}, {label})");
    let choices = Choice::ALL
        .map(|choice| {
            let edit = Edit::Resolve(conflict.clone(), choice);
            button("button", None, choice.name(), about.clone(), move || {
                desk.step(Place::Gather, &edit);
            })
        })
        .collect_view();
    let lang = lang_of(&label);
    view! {
        <li class="card conflict">
            <h4 lang=lang>{label}</h4>
            <p class="meta">{words!("記入者 ", "Written by ")} {original(whose)}</p>
            <div class="conflict-sides">
                <div>
                    <h5>{words!("いまの内容", "What is here now")}</h5>
                    {said(kept.as_ref())}
                </div>
                <div>
                    <h5>
                        {words!("ファイル「", "What the file “")}
                        {original(conflict.file.as_str())}
                        {words!("」の内容", "” says")}
                    </h5>
                    {said(Some(&conflict.opinion))}
                </div>
            </div>
            <div class="opinion-buttons">{choices}</div>
            <p class="hint">{words!("「両方残す」では、ファイルの内容を番号のついた別の人の意見として残します。", "With “Keep both”, what the file says is kept as the opinion of another person, whose name has a number.")}</p>
        </li>
    }
}

/// An opinion in full.
fn said(opinion: Option<&Opinion>) -> AnyView {
    let Some(opinion) = opinion else {
        return view! { <p class="opinion-none">{words!("記入なし", "Nothing written")}</p> }
            .into_any();
    };
    let line = |name: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd class="as-typed" lang=lang_of(text)>{text.to_owned()}</dd>
                </div>
            }
        })
    };
    view! {
        <dl class="said-list">
            <div>
                <dt>{words!("判断", "Judgement")}</dt>
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
            let about = sentence!("（{name}のシート）", " (the sheet of {name})");
            button(
                "button-quiet",
                Some(Glyph::Bin),
                words!("消す", "Delete"),
                about,
                move || desk.step(Place::Gather, &edit),
            )
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    {original(name.as_str())}
                    {own.then(|| view! { <span class="tag">{words!("自分", "You")}</span> })}
                    {(other_edition > 0)
                        .then(|| view! { <small class="cell-note">{sentence!("ほかに、この版の文書にない施策への意見が{other_edition}件あります。", " Opinions on measures that this edition of the document does not have: {other_edition}.")}</small> })}
                </th>
                <td role="cell" class="num" data-label=words!("意見", "Opinions")>{count} {words!("件", "")}</td>
                <td role="cell" class="num" data-label=words!("うち候補", "Of which candidates")>{yes} {words!("件", "")}</td>
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
        <h3 class="gather-head">{words!("集まったシート", "Sheets gathered")}</h3>
        <TableRegion label=words!("集まったシートと意見の数", "Sheets gathered and their numbers of opinions")>
            <table class="people-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("記入者", "Written by")}</th>
                        <th scope="col" role="columnheader" class="num">{words!("意見", "Opinions")}</th>
                        <th scope="col" role="columnheader" class="num">{words!("うち候補", "Of which candidates")}</th>
                        <th scope="col" role="columnheader">
                            <span class="visually-hidden">{words!("操作", "Actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
        <p class="hint" hidden=switch(move || !alone.get())>{words!("まだほかの人のシートはありません。", "There are no sheets of others yet.")}</p>
    }
}
