//! The sheets that are mostly the document's words: cover with contents, projects, programmes.

use super::{
    desk::Desk,
    list::Figure,
    own::{Own, own_or},
    sheet::{ANALYSIS, LIST, Sheet, mark},
};
use crate::app::components::{TableRegion, attribute, original};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    language::{counted, lang_of},
    model::{Activity, Event, Initiative},
    report::{self, ProgramGroup, Report, own::Note, table::Row},
    sentence, words,
};
use wasm_bindgen::JsCast;

fn project_id(project: &str) -> String {
    format!("sheet-{project}")
}

fn program_id(at: usize) -> String {
    format!("sheet-programs-{}", at + 1)
}

/// The cover, with the contents as links to the sheets.
#[component]
pub fn CoverSheet(desk: Desk, report: Report<'static>) -> impl IntoView {
    let title = own_or(desk, Note::Title, report.title);
    let scenario = report.figures == report::Standpoint::Scenario;
    let mut contents: Vec<(String, String)> = report
        .projects
        .iter()
        .map(|sheet| {
            (
                project_id(sheet.id),
                format!("{} {}", sheet.number, sheet.name),
            )
        })
        .collect();
    contents.push((
        LIST.to_owned(),
        words!("評価指標（KPI）一覧", "List of indicators (KPI)").to_owned(),
    ));
    contents.push((
        ANALYSIS.to_owned(),
        words!("分析・対応方向", "Analysis and response").to_owned(),
    ));
    for (at, group) in report.programs.iter().enumerate() {
        contents.push((program_id(at), group.title.to_owned()));
    }
    let contents = contents
        .into_iter()
        .map(|(id, name)| {
            let (to, lang) = (id.clone(), lang_of(&name));
            view! {
                <li>
                    <a href=format!("#{id}") lang=lang on:click=move |event| {
                        event.prevent_default();
                        go_to(&to);
                    }>{name}</a>
                </li>
            }
            .into_any()
        })
        .collect_view();
    let date_line = own_or(desk, Note::DateLine, report.date_line);
    let organisation = own_or(desk, Note::Organisation, report.organisation);
    let lang = |line: Signal<String>| attribute(move || line.with(|line| lang_of(line)));
    view! {
           <section class="sheet cover" aria-labelledby="sheet-cover">
    {mark(scenario)}
               <h3 id="sheet-cover" class="cover-title" lang=lang(title)>{title}</h3>
               <nav class="contents" aria-labelledby="contents">
                   <h4 id="contents">{words!("目次", "Contents")}</h4>
                   <ol>{contents}</ol>
               </nav>
               <p class="cover-date" lang=lang(date_line)>{date_line}</p>
               <p class="cover-organisation" lang=lang(organisation)>{organisation}</p>
               <div class="cover-source">
                {report
                    .scenario
                    .map(|name| {
                        let basis = match report.changes {
                            0 => words!("計算の設定を変えており", "It is calculated with other settings").to_owned(),
                            changes => {
                                let figures = counted(changes, "official figure", "official figures");
                                sentence!(
                                    "公式の値を{changes}件変えて計算しており",
                                    "It is calculated with {figures} changed"
                                )
                            }
                        };
                        let settings = report.settings.join(words!("、", "; "));
                        view! {
                            <p>
                                {words!("この報告書は試算「", "This report is the what-if scenario “")}
                                {original(name.as_str())}
                                {sentence!(
                                    "」です。{basis}、公式の報告書ではありません。",
                                    "”. {basis}, and is not an official report."
                                )}
                            </p>
                            {(!settings.is_empty())
                                .then(|| {
                                    view! { <p>{sentence!("計算の設定：{settings}。", "Calculation settings: {settings}.")}</p> }
                                })}
                        }
                    })}
                <p>
                    {sentence!(
                        "出典：文書{document}「{title}」。「みちしるべ」でデータから作成。",
                        "Source: document {document}, “{title}”. Made from the data with Michishirube.",
                        document = report.document,
                        title = report.document_title,
                    )}
                </p>
            </div>
           </section>
       }
}

/// Goes to a sheet of the paper. The router takes a change of the address's fragment for a step in
/// the history, so the focus moves instead.
fn go_to(id: &str) {
    let heading = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}

/// A project: purpose, what was done, its indicators, what comes next.
#[component]
pub fn ProjectSheet(
    desk: Desk,
    sheet: report::ProjectSheet<'static>,
    rows: Vec<Row<'static>>,
    reporting_year: FiscalYear,
    scenario: bool,
) -> impl IntoView {
    let era = desk.state.era();
    let next = sheet.initiatives.first().map(|initiative| {
        sentence!(
            "{year}の主な取組",
            "Main activities in {year}",
            year = initiative.fiscal_year.name(era)
        )
    });
    let lines = rows
        .iter()
        .map(|row| {
            let result = row.result(reporting_year).cloned().unwrap_or_default();
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{row.indicator}</th>
                    <Figure cell=row.baseline.clone() label=words!("基準値", "Baseline") with_year=true />
                    <Figure cell=result label=words!("実績値", "Result") with_year=true />
                    <Figure cell=row.target.clone() label=words!("目標値", "Target") with_year=true />
                    <Figure cell=row.official_rate.clone() label=words!("進捗率", "Progress rate") />
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Sheet id=project_id(sheet.id) title=sheet.name number=sheet.number scenario>
            <p class="sheet-area">{words!("【推進エリア】", "Area: ")} {original(sheet.area)}</p>
            <h4>{words!("目的", "Purpose")}</h4>
            <p class="sheet-purpose" lang=lang_of(sheet.purpose)>{sheet.purpose}</p>
            <h4>{words!("これまでの主な取組・成果", "Main activities and results so far")}</h4>
            <ul class="activities">{sheet.activities.iter().map(activity).collect_view()}</ul>
            <div class="sheet-foot">
                <div class="sheet-kpi">
                    <h4>{words!("評価指標（KPI）", "Indicators (KPI)")}</h4>
                    <TableRegion label=sentence!("評価指標：{name}", "Indicators: {name}", name = sheet.name)>
                        <table class="paper-table stacks" role="table">
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th scope="col" role="columnheader">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                                    <th scope="col" role="columnheader" class="num">{words!("基準値（基準年）", "Baseline (year)")}</th>
                                    <th scope="col" role="columnheader" class="num">{words!("実績値（実績年）", "Result (year)")}</th>
                                    <th scope="col" role="columnheader" class="num">{words!("目標値（目標年）", "Target (year)")}</th>
                                    <th scope="col" role="columnheader" class="num">{words!("進捗率", "Progress rate")}</th>
                                </tr>
                            </thead>
                            <tbody role="rowgroup">{lines}</tbody>
                        </table>
                    </TableRegion>
                </div>
                <div class="sheet-next">
                    <h4>{next}</h4>
                    <ul class="dots">{sheet.initiatives.iter().map(initiative).collect_view()}</ul>
                </div>
            </div>
            <Own desk note=Note::Project(sheet.id) label=words!("補足", "Remarks") />
        </Sheet>
    }
}

/// 「[振興局・市町]」.
fn organisers(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("[{}]", names.join("・")))
}

fn initiative(initiative: &'static Initiative) -> AnyView {
    view! {
        <li lang=lang_of(&initiative.text)>
            {initiative.text.as_str()} " "
            <span class="organisers">{organisers(&initiative.organisers)}</span>
        </li>
    }
    .into_any()
}

fn activity(activity: &'static Activity) -> AnyView {
    view! {
        <li class="activity">
            <h5 lang=lang_of(&activity.title)>
                {activity.title.as_str()} " "
                <span class="organisers">{organisers(&activity.organisers)}</span>
            </h5>
            {activity.events.iter().map(event).collect_view()}
        </li>
    }
    .into_any()
}

fn event(event: &'static Event) -> AnyView {
    let fact = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            let lang = lang_of(&text);
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd lang=lang>{text}</dd>
                </div>
            }
            .into_any()
        })
    };
    // Where the document names the month only within its outline, it has no line of its own.
    let when = event
        .when
        .iter()
        .filter(|when| !event.outline.contains(when.as_str()))
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("、");
    view! {
        {(!event.title.is_empty()).then(|| view! { <p class="event-title" lang=lang_of(&event.title)>{event.title.as_str()}</p> })}
        <dl class="event">
            {fact(words!("開催日", "Date"), when)} {fact(words!("場所", "Place"), event.place.clone())}
            {fact(words!("概要", "Outline"), event.outline.clone())}
            {event.notes.iter().map(|note| fact(words!("実績", "Results"), note.clone())).collect_view()}
        </dl>
    }
    .into_any()
}

/// A table of programmes, with what ①–④ stand for below it.
#[component]
pub fn ProgramSheet(
    at: usize,
    group: ProgramGroup<'static>,
    footnotes: Vec<&'static str>,
    scenario: bool,
) -> impl IntoView {
    let lines = group
        .programs
        .iter()
        .map(|program| {
            let projects: String = program.projects.iter().copied().map(report::circled).collect();
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{program.name}</th>
                    <td role="cell" class="cell-wide" data-label=words!("概要", "Outline") lang=lang_of(program.outline)>{program.outline}</td>
                    <td role="cell" class="cell-projects" data-label=words!("主な関連プロジェクト", "Main related projects")>{projects}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let notes = footnotes
        .into_iter()
        .map(|note| {
            let mut lines = note.lines();
            view! {
                <div class="footnote" lang=lang_of(note)>
                    <p>{lines.next()}</p>
                    <ul>{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            }
        })
        .collect_view();
    let (title, number) = (group.title, at + 1);
    view! {
        <Sheet id=program_id(at) title scenario>
            <TableRegion label=sentence!("事業の一覧：{title}", "List of programmes {number}")>
                <table class="paper-table program-sheet-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("事業名", "Programme")}</th>
                            <th scope="col" role="columnheader">{words!("概要", "Outline")}</th>
                            <th scope="col" role="columnheader" class="cell-projects">
                                {words!("主な関連", "Main related ")} <wbr /> {words!("プロジェクト(※)", "projects (※)")}
                            </th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{lines}</tbody>
                </table>
            </TableRegion>
            {notes}
        </Sheet>
    }
}
