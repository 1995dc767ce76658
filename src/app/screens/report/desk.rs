//! What the parts of the page share: the own words, which figures, which year.

use crate::app::{
    components::memo,
    kept::Kept,
    prose,
    state::{State, state},
};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    model::Review,
    report::{self, Basis, edit::Edit, own::ReportNotes},
};
use std::convert::Infallible;

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
    /// Follows the view and what is kept.
    pub fn new() -> Self {
        let state = state();
        let (review, notes) = (prose::review(), state.kept::<ReportNotes>());
        let with_draft = memo(move |_| state.router.view.with(|view| view.with_draft));
        Self {
            state,
            notes,
            review,
            with_draft,
            reporting_year: memo(move |_| {
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

    /// The year that is reported on while none is chosen here.
    pub fn otherwise(&self) -> FiscalYear {
        self.scenario_year().unwrap_or(self.review.reporting_year)
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

    /// Does something to the user's own words, as a step that can be taken back.
    pub fn edit(&self, edit: &Edit<'_>) {
        let (dataset, own_year) = (self.state.dataset, untrack(|| self.otherwise()));
        let Ok(()) = self.notes.step::<Infallible>(
            edit.tag(dataset),
            |before, after| edit.words(before, after, dataset, own_year, self.state.era()),
            |notes| {
                notes.apply(edit);
                Ok(())
            },
        );
    }
}
