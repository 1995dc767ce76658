//! The page: what can be done with the paper, the user's own words, and the paper itself.

use super::{
    analysis::AnalysisSheet,
    list::ListSheet,
    own::OwnWords,
    sheets::{CoverSheet, ProgramSheet, ProjectSheet},
    toolbar::Toolbar,
};
use crate::app::{
    components::{Link, PageTitle, SettingsLine, dynamic},
    kept::Kept,
    prose,
    state::{State, state},
};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    model::Review,
    report::{self, Basis, Standpoint, own::ReportNotes},
    scenario::Scenario,
    view::Screen,
};

/// What the parts of this page share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The app's own.
    pub state: State,
    /// The user's own words.
    pub notes: Kept<ReportNotes>,
    /// The document's words.
    pub review: &'static Review,
    /// Whether the draft is laid over the official figures.
    pub with_draft: Memo<bool>,
    /// The year whose results are reported.
    pub reporting_year: Memo<FiscalYear>,
}

impl Desk {
    fn new() -> Self {
        let state = state();
        let (review, notes) = (prose::review(), state.kept::<ReportNotes>());
        let with_draft = Memo::new(move |_| state.router.view.with(|view| view.with_draft));
        Self {
            state,
            notes,
            review,
            with_draft,
            reporting_year: Memo::new(move |_| {
                let laid_over = with_draft.get();
                state.draft.with(|scenario| {
                    let scenario = laid_over.then_some(scenario);
                    notes.with(|notes| report::reporting_year(notes, scenario, review))
                })
            }),
        }
    }

    /// The year that the scenario laid over is computed with, where it has one of its own.
    pub fn scenario_year(&self) -> Option<FiscalYear> {
        let year = self.state.draft.settings().reporting_year;
        year.filter(|_| self.with_draft.get())
    }

    /// The paper with these words of the user's own.
    pub fn report(&self, notes: &ReportNotes) -> report::Report<'static> {
        let with_draft = self.with_draft.get();
        self.state.draft.with(|scenario| {
            report::report(Basis {
                dataset: self.state.dataset,
                review: self.review,
                scenario: with_draft.then_some(scenario),
                notes,
                era: self.state.era(),
            })
        })
    }
}

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
            <SettingsLine laid_over=with_draft />
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
