//! What a value of a facet is called.

use crate::app::state::State;
use michishirube_core::facets::{Facet, Value};

/// A value's name on the page.
pub fn value_name(state: &State, facet: Facet, value: usize) -> String {
    let dataset = state.dataset;
    match (state.facets.value(facet, value), facet) {
        (Value::Sdg(goal), _) => format!("{} {}", goal.number(), dataset.sdg_name(goal)),
        (Value::Year(year), _) => year.full_name(state.era()),
        (Value::Row(row), Facet::Category) => dataset.categories[row].name.clone(),
        (Value::Row(row), Facet::Area) => dataset.areas[row].name.clone(),
        (Value::Row(row), Facet::Subprefecture) => dataset.subprefectures[row].name.clone(),
        (Value::Row(row), Facet::Document) => dataset.documents[row].title.clone(),
        (Value::Row(row), Facet::Project) => dataset.projects[row].name.clone(),
        (Value::Row(_), Facet::Sdg | Facet::Year) => String::new(),
    }
}
