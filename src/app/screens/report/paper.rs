//! The page: what can be done with the paper, the user's own words, and the paper itself.

use super::{
    analysis::AnalysisSheet,
    desk::Desk,
    list::ListSheet,
    own::OwnWords,
    sheets::{CoverSheet, ProgramSheet, ProjectSheet},
    toolbar::Toolbar,
};
use crate::app::components::{Link, OverlayLine, PageTitle, Undo, dynamic};
use leptos::prelude::*;
use michishirube_core::{
    report::{Standpoint, own::ReportNotes},
    scenario::Scenario,
    view::Screen,
};

/// The yearly paper.
#[component]
pub fn Report() -> impl IntoView {
    let desk = Desk::new();
    let (with_draft, draft) = (desk.with_draft, desk.state.draft);
    view! {
        <div class="wrap wrap-wide report">
            <PageTitle
                title="報告書"
                lead=Signal::stored("推進管理の報告書を、公式の値か試算の値から組み立て、横向きのA4で印刷できます。".to_owned())
            />
            <Toolbar desk />
            {dynamic(move || {
                (with_draft.get() && draft.with(Scenario::is_plain))
                    .then(|| {
                        view! {
                            <p class="hint">
                                "この端末に試算はまだありません。"
                                <Link to=Screen::Scenario(None)>"試算の画面"</Link>
                                "で値を変えると、報告書に反映されます。"
                            </p>
                        }
                    })
            })}
            <OverlayLine laid_over=with_draft />
            <div class="toolbar report-undo">
                <Undo kept=desk.notes />
            </div>
            <OwnWords desk />
            <section class="report-preview" aria-labelledby="preview">
                <h2 id="preview">"紙面"</h2>
                {dynamic(move || paper(desk))}
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
            view! {
                <ProjectSheet desk sheet=sheet.clone() rows reporting_year=report.reporting_year scenario />
            }
            .into_any()
        })
        .collect_view();
    let programs = report
        .programs
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let footnotes = report.footnotes.clone();
            view! { <ProgramSheet at group=group.clone() footnotes scenario /> }.into_any()
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
