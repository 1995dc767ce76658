//! Every figure of every plan, with its difference to the official one and what that means.

use super::desk::{Desk, Table};
use crate::{
    app::components::{BandBadge, Link, SourceNote, TableRegion, Toggle, dynamic},
    chart::comparison::Look,
};
use leptos::prelude::*;
use michishirube_core::{
    comparison::{Cell, Difference, Item, Sense},
    progress::Band,
    view::Screen,
};

/// The tables of all indicators that are listed, as one.
#[component]
pub fn Differences(
    /// What is compared.
    desk: Desk,
) -> impl IntoView {
    let table = dynamic(move || {
        let names: Vec<_> = desk.choice.with(|choice| {
            let plans = Look::ALL.into_iter().zip(choice.names());
            plans
                .map(|(look, name)| format!("{}{name}", look.number()))
                .collect()
        });
        let remarks = desk.choice.with(|choice| choice.remarks(desk.state.era()));
        let (rows, sources) = desk.tables.with(|tables| {
            let rows: Vec<_> = tables
                .iter()
                .map(|table| body(desk, table, &names))
                .collect();
            let mut sources = Vec::new();
            for (indicator, _) in tables {
                let source = desk.state.dataset.indicator_source(*indicator);
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            (rows, sources)
        });
        if rows.is_empty() {
            return view! { <p>"選んだ試算に、公式の計画との違いはありません。"</p> }.into_any();
        }
        let heads = names.into_iter().zip(remarks).map(|(name, remark)| {
            let remark = (!remark.is_empty()).then(|| view! { <small>{remark}</small> });
            view! { <th scope="col" role="columnheader">{name} {remark}</th> }
        });
        view! {
            <TableRegion label="公式の計画と試算の違い">
                <table class="comparison-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"項目"</th>
                            {heads.collect_view()}
                        </tr>
                    </thead>
                    {rows}
                </table>
            </TableRegion>
            <SourceNote sources />
        }
        .into_any()
    });
    let signs = [
        (Sense::Better, "良くなる"),
        (Sense::Worse, "悪くなる"),
        (Sense::Same, "変わらない"),
        (Sense::Neither, "良し悪しではない（目標や期限を変えた）"),
        (Sense::Unknown, "比べられない"),
    ]
    .map(|(sense, words)| {
        view! { <li class=class(sense)>{sense.sign()} " " {words}</li> }
    });
    view! {
        <section aria-labelledby="compared-table">
            <h2 id="compared-table">"数値の違い"</h2>
            <ul class="compared-signs">{signs}</ul>
            <p class="hint">
                "差は、表に出ている数値どうしの差です。良し悪しは、目標が基準値より上か下かで決めています。目標を下げると進捗率と達成率は上がりますが、実績が同じときは「実績は同じ」と添えています。"
            </p>
            <Toggle on=desk.everything set=move |on| desk.everything.set(on)>
                "違いがない指標も表示する"
            </Toggle>
            {table}
        </section>
    }
}

/// The rows of an indicator.
fn body(desk: Desk, (indicator, comparison): &Table, names: &[String]) -> AnyView {
    let dataset = desk.state.dataset;
    let name = dataset.indicator_name(*indicator);
    let head = format!("{name}（{}）", dataset.unit(*indicator));
    let rows = comparison.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(names).zip(&comparison.plans);
        let cells = cells.map(|((cell, name), plan)| {
            let band = (row.item == Item::Band).then_some(plan.progress.band);
            figure(cell, name, band)
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{row.item.name()}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="group-head">
                <th scope="rowgroup" role="rowheader" colspan=(names.len() + 1).to_string()>
                    <span>
                        <Link to=Screen::Scenario(Some(*indicator))>{head}</Link>
                    </span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

/// A figure, what stands under it, and its difference.
fn figure(cell: &Cell, plan: &str, band: Option<Band>) -> AnyView {
    let value = match band {
        Some(band) => view! { <BandBadge band /> }.into_any(),
        None => view! { <span class="figure">{cell.text.clone()}</span> }.into_any(),
    };
    let note = cell.note.clone();
    view! {
        <td role="cell" data-label=plan.to_owned()>
            {value}
            {note.map(|note| view! { <small class="figure-note">{note}</small> })}
            {cell.difference.as_ref().map(difference)}
        </td>
    }
    .into_any()
}

fn difference(difference: &Difference) -> AnyView {
    let meaning = difference.meaning();
    let amount = difference.amount.clone();
    view! {
        <span class=class(difference.sense)>
            {amount.map(|amount| view! { <span class="compared-amount">{amount}</span> })} " "
            <span>{meaning}</span>
        </span>
    }
    .into_any()
}

const fn class(sense: Sense) -> &'static str {
    match sense {
        Sense::Better => "compared-difference is-better",
        Sense::Worse => "compared-difference is-worse",
        Sense::Same | Sense::Neither | Sense::Unknown => "compared-difference",
    }
}
