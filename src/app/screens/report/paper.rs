//! The page: what can be done with the paper, the user's own words, and the paper itself.

use super::{
    analysis::AnalysisSheet,
    desk::Desk,
    list::ListSheet,
    own::OwnWords,
    sheets::{CoverSheet, ProgramSheet, ProjectSheet},
    toolbar::Toolbar,
};
use crate::app::components::{Link, OverlayLine, PageTitle, Undo, dynamic, later};
use leptos::prelude::*;
use michishirube_core::{
    report::{Standpoint, own::ReportNotes},
    scenario::Scenario,
    view::Screen,
    words,
};

/// The yearly paper.
#[component]
pub fn Report() -> impl IntoView {
    let desk = Desk::new();
    let (with_draft, draft) = (desk.with_draft, desk.state.draft);
    view! {
        <div class="wrap wrap-wide report">
            <PageTitle
                title=words!("報告書", "Report")
                lead=Signal::stored(
                    words!(
                        "推進管理の報告書を、公式の値か試算の値から組み立て、横向きのA4で印刷できます。",
                        "Put the progress management report together from the official figures or from those of a what-if scenario, and print it on A4 landscape."
                    )
                    .to_owned(),
                )
            />
            {later(move || view! { <Toolbar desk /> })}
            {dynamic(move || {
                (with_draft.get() && draft.with(Scenario::is_plain))
                    .then(|| {
                        view! {
                            <p class="hint">
                                {words!(
                                    "この端末に試算はまだありません。",
                                    "There is no what-if scenario on this device yet. Change figures on the "
                                )}
                                <Link to=Screen::Scenario(None)>{words!("試算の画面", "What-if page")}</Link>
                                {words!(
                                    "で値を変えると、報告書に反映されます。",
                                    " and the report follows."
                                )}
                            </p>
                        }
                    })
            })}
            <OverlayLine laid_over=with_draft />
            <div class="toolbar report-undo">
                <Undo kept=desk.notes />
            </div>
            {later(move || view! { <OwnWords desk /> })}
            <section class="report-preview" aria-labelledby="preview">
                <h2 id="preview">{words!("紙面", "The paper")}</h2>
                {later(move || dynamic(move || paper(desk)))}
            </section>
        </div>
    }
}

/// The paper, sheet by sheet. A function and no component, so that it is made again when the figures
/// change; the user's own words in it follow by themselves.
fn paper(desk: Desk) -> impl IntoView {
    let report = desk.report(&ReportNotes {
        reporting_year: Some(desk.reporting_year.get()),
        ..ReportNotes::default()
    });
    let scenario = report.figures == Standpoint::Scenario;
    let projects = report
        .projects
        .iter()
        .map(|sheet| {
            let rows = report
                .indicators
                .iter()
                .filter(|row| row.project_id == sheet.project_id)
                .cloned()
                .collect();
            let (sheet, reporting_year) = (sheet.clone(), report.reporting_year);
            later(move || view! { <ProjectSheet desk sheet rows reporting_year scenario /> })
        })
        .collect_view();
    let programs = report
        .programs
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let (group, footnotes) = (group.clone(), report.footnotes.clone());
            later(move || view! { <ProgramSheet at group footnotes scenario /> })
        })
        .collect_view();
    view! {
        <div class="paper" class:is-scenario=scenario>
            <CoverSheet desk report=report.clone() />
            {projects}
            <ListSheet rows=report.indicators reporting_year=report.reporting_year scenario />
            <AnalysisSheet
                desk
                analysis=report.analysis
                document_year=report.document_reporting_year
                scenario
            />
            {programs}
        </div>
    }
}
