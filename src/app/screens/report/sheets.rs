//! The sheets that are mostly the document's words: cover with contents, projects, programmes.

use super::{
    desk::Desk,
    list::Figure,
    own::{Own, own_or},
    sheet::{ANALYSIS, LIST, Sheet, mark},
};
use crate::app::components::TableRegion;
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    model::{Activity, Event, Initiative},
    report::{self, ProgramGroup, Report, own::Note, table::Row},
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
    contents.push((LIST.to_owned(), "評価指標（KPI）一覧".to_owned()));
    contents.push((ANALYSIS.to_owned(), "分析・対応方向".to_owned()));
    for (at, group) in report.programs.iter().enumerate() {
        contents.push((program_id(at), group.title.to_owned()));
    }
    let contents = contents
        .into_iter()
        .map(|(id, name)| {
            let to = id.clone();
            view! {
                <li>
                    <a href=format!("#{id}") on:click=move |event| {
                        event.prevent_default();
                        go_to(&to);
                    }>{name}</a>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
           <section class="sheet cover" aria-labelledby="sheet-cover">
    {mark(scenario)}
               <h3 id="sheet-cover" class="cover-title">{title}</h3>
               <nav class="contents" aria-labelledby="contents">
                   <h4 id="contents">"目次"</h4>
                   <ol>{contents}</ol>
               </nav>
               <p class="cover-date">{own_or(desk, Note::DateLine, report.date_line)}</p>
               <p class="cover-organisation">{own_or(desk, Note::Organisation, report.organisation)}</p>
               <div class="cover-source">
                {report
                    .scenario
                    .map(|name| {
                        let basis = match report.changes {
                            0 => "計算の設定を変えており".to_owned(),
                            changes => format!("公式の値を{changes}件変えて計算しており"),
                        };
                        view! {
                            <p>{format!("この報告書は試算「{name}」です。{basis}、公式の報告書ではありません。")}</p>
                            {(!report.settings.is_empty())
                                .then(|| view! { <p>{format!("計算の設定：{}。", report.settings.join("、"))}</p> })}
                        }
                    })}
                <p>{format!("出典：文書{}「{}」。「みちしるべ」でデータから作成。", report.document, report.document_title)}</p>
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
    let next = sheet
        .initiatives
        .first()
        .map(|initiative| format!("{}の主な取組", initiative.fiscal_year.name(era)));
    let lines = rows
        .iter()
        .map(|row| {
            let result = row.result(reporting_year).cloned().unwrap_or_default();
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{row.indicator}</th>
                    <Figure cell=row.baseline.clone() label="基準値" with_year=true />
                    <Figure cell=result label="実績値" with_year=true />
                    <Figure cell=row.target.clone() label="目標値" with_year=true />
                    <Figure cell=row.official_rate.clone() label="進捗率" />
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Sheet id=project_id(sheet.id) title=sheet.name number=sheet.number scenario>
            <p class="sheet-area">{format!("【推進エリア】{}", sheet.area)}</p>
            <h4>"目的"</h4>
            <p class="sheet-purpose">{sheet.purpose}</p>
            <h4>"これまでの主な取組・成果"</h4>
            <ul class="activities">{sheet.activities.iter().map(activity).collect_view()}</ul>
            <div class="sheet-foot">
                <div class="sheet-kpi">
                    <h4>"評価指標（KPI）"</h4>
                    <TableRegion label=format!("評価指標：{}", sheet.name)>
                        <table class="paper-table stacks" role="table">
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th scope="col" role="columnheader">"評価指標（KPI）"</th>
                                    <th scope="col" role="columnheader" class="num">"基準値（基準年）"</th>
                                    <th scope="col" role="columnheader" class="num">"実績値（実績年）"</th>
                                    <th scope="col" role="columnheader" class="num">"目標値（目標年）"</th>
                                    <th scope="col" role="columnheader" class="num">"進捗率"</th>
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
            <Own desk note=Note::Project(sheet.id) label="補足" />
        </Sheet>
    }
}

/// 「[振興局・市町]」.
fn organisers(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("[{}]", names.join("・")))
}

fn initiative(initiative: &'static Initiative) -> AnyView {
    view! {
        <li>
            {initiative.text.as_str()} " "
            <span class="organisers">{organisers(&initiative.organisers)}</span>
        </li>
    }
    .into_any()
}

fn activity(activity: &'static Activity) -> AnyView {
    view! {
        <li class="activity">
            <h5>
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
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{text}</dd>
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
        {(!event.title.is_empty()).then(|| view! { <p class="event-title">{event.title.as_str()}</p> })}
        <dl class="event">
            {fact("開催日", when)} {fact("場所", event.place.clone())}
            {fact("概要", event.outline.clone())}
            {event.notes.iter().map(|note| fact("実績", note.clone())).collect_view()}
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
                    <td role="cell" class="cell-wide" data-label="概要">{program.outline}</td>
                    <td role="cell" class="cell-projects" data-label="主な関連プロジェクト">{projects}</td>
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
                <div class="footnote">
                    <p>{lines.next()}</p>
                    <ul>{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            }
        })
        .collect_view();
    view! {
        <Sheet id=program_id(at) title=group.title scenario>
            <TableRegion label=format!("事業の一覧：{}", group.title)>
                <table class="paper-table program-sheet-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"事業名"</th>
                            <th scope="col" role="columnheader">"概要"</th>
                            <th scope="col" role="columnheader" class="cell-projects">"主な関連" <wbr /> "プロジェクト(※)"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{lines}</tbody>
                </table>
            </TableRegion>
            {notes}
        </Sheet>
    }
}
