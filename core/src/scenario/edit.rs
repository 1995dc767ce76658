//! What a person does to scenarios, and the words for it in the way back.

use super::{Field, Scenario, ScenarioId, Scenarios, Settings, Value, official_value};
use crate::{
    dataset::Dataset,
    fiscal_year::Era,
    history::Tag,
    input::InputError,
    model::{IndicatorId, RowId},
    sentence, words,
};

/// What a person does to a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// To which.
    pub scenario: ScenarioId,
    /// What.
    pub what: What,
}

/// See [`Edit`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Another figure, by keystroke or slider.
    Set(IndicatorId, Field, Value),
    /// Back to the official figure.
    Reset(IndicatorId, Field),
    /// Back to the official figures of an indicator.
    ResetIndicator(IndicatorId),
    /// Back to the official figures altogether.
    Clear,
    /// Another name.
    Rename(String),
    /// Another description.
    Describe(String),
    /// Another method.
    Settings(Settings),
    /// A new one, with nothing changed.
    Create(String),
    /// A copy of another, behind it.
    Duplicate(ScenarioId),
    /// One from a link or a file.
    Import(Box<Scenario>),
    /// Gone.
    Delete,
}

impl Scenarios {
    /// Does it. A scenario that is not there (another tab has deleted it) stays away.
    ///
    /// # Errors
    /// Those of [`Scenario::set`]; everything is then as before.
    pub fn apply(&mut self, dataset: &Dataset, edit: &Edit) -> Result<(), InputError> {
        let id = edit.scenario;
        match &edit.what {
            What::Create(name) => {
                let name = self.free_name(name);
                self.insert(id, Scenario::named(&name), None);
            }
            What::Duplicate(from) => {
                if let Some(mut copy) = self.get(*from).cloned() {
                    let name = sentence!("{title}の複製", "Copy of {title}", title = copy.title());
                    copy.set_name(&self.free_name(&name));
                    self.insert(id, copy, Some(*from));
                }
            }
            What::Import(scenario) => {
                let mut scenario = scenario.as_ref().clone();
                scenario.set_name(&self.free_name(scenario.title()));
                self.insert(id, scenario, None);
            }
            What::Delete => self.remove(id),
            what => {
                if let Some(scenario) = self.get_mut(id) {
                    scenario.apply(dataset, what)?;
                }
            }
        }
        Ok(())
    }
}

impl Scenario {
    fn apply(&mut self, dataset: &Dataset, what: &What) -> Result<(), InputError> {
        match what {
            What::Set(indicator, field, value) => self.set(dataset, *indicator, *field, *value)?,
            What::Reset(indicator, field) => self.reset(*indicator, *field),
            What::ResetIndicator(indicator) => self.reset_indicator(*indicator),
            What::Clear => self.clear(),
            What::Rename(name) => self.set_name(name),
            What::Describe(text) => self.set_description(text),
            What::Settings(settings) => self.set_settings(*settings),
            What::Create(_) | What::Duplicate(_) | What::Import(_) | What::Delete => {}
        }
        Ok(())
    }
}

impl Edit {
    /// What is entered keystroke by keystroke, if it is.
    #[must_use]
    pub fn tag(&self) -> Option<Tag> {
        let number = |indicator: IndicatorId| u32::try_from(indicator.row()).unwrap_or(u32::MAX);
        let (what, which) = match &self.what {
            What::Set(indicator, field, _) => (
                number(*indicator),
                match field {
                    Field::Target => 0,
                    Field::TargetYear => 1,
                    Field::Baseline => 2,
                    Field::Result(year) => u32::from(year.western()),
                },
            ),
            What::Rename(_) => (u32::MAX, 0),
            What::Describe(_) => (u32::MAX, 1),
            // Back to the usual by a button: a step of its own, however fast.
            What::Settings(settings) if *settings == Settings::default() => return None,
            What::Settings(_) => (u32::MAX, 2),
            _ => return None,
        };
        Some(Tag(self.scenario.number(), what, which))
    }

    /// What was done between these two: 「…の目標値を 14,500人 から 13,000人 に変更」, "Target changed
    /// from 14,500 people to 13,000 people: …".
    #[must_use]
    pub fn words(
        &self,
        before: &Scenarios,
        after: &Scenarios,
        dataset: &Dataset,
        era: Era,
    ) -> String {
        let (then, now) = (before.get(self.scenario), after.get(self.scenario));
        let title = |scenario: Option<&Scenario>| {
            scenario.map_or_else(String::new, |scenario| {
                sentence!("「{title}」", "“{title}”", title = scenario.title())
            })
        };
        let name = |indicator| dataset.indicator_name(indicator);
        let fewer = || {
            let count = |scenario: Option<&Scenario>| scenario.map_or(0, Scenario::len);
            count(then).saturating_sub(count(now))
        };
        let words = match &self.what {
            What::Create(_) => return sentence!("{new}を作成", "{new} created", new = title(now)),
            What::Duplicate(from) => {
                return sentence!(
                    "{old}を複製して{new}を作成",
                    "{old} copied as {new}",
                    old = title(before.get(*from)),
                    new = title(now)
                );
            }
            What::Import(_) => {
                return sentence!("{new}を取り込み", "{new} imported", new = title(now));
            }
            What::Delete => return sentence!("{old}を削除", "{old} deleted", old = title(then)),
            What::Rename(_) => {
                return sentence!(
                    "{old}の名前を{new}に変更",
                    "{old} renamed to {new}",
                    old = title(then),
                    new = title(now)
                );
            }
            What::Set(indicator, field, _) => {
                let unit = dataset.unit(*indicator);
                let official = official_value(&dataset.series(*indicator), *field);
                let print = |scenario: Option<&Scenario>| {
                    let value = scenario.and_then(|scenario| scenario.value(*indicator, *field));
                    value.or(official).map(|value| value.text(unit, era))
                };
                let from = print(then).map_or_else(String::new, |figure| {
                    sentence!("{figure} から ", "from {figure} ")
                });
                let to = print(now).unwrap_or_default();
                let name = name(*indicator);
                sentence!(
                    "{name}の{field}を {from}{to} に変更",
                    "{field} changed {from}to {to}: {name}",
                    field = field_name(*field, era)
                )
            }
            What::Reset(indicator, field) => {
                let name = name(*indicator);
                sentence!(
                    "{name}の{field}を公式に戻した",
                    "{field} put back to official: {name}",
                    field = field_name(*field, era)
                )
            }
            What::ResetIndicator(indicator) => sentence!(
                "{name}を公式に戻した（{count}件）",
                "Put back to official (figures: {count}): {name}",
                name = name(*indicator),
                count = fewer()
            ),
            What::Clear => sentence!(
                "すべて公式に戻した（{count}件）",
                "Everything put back to official (figures: {count})",
                count = fewer()
            ),
            What::Describe(_) => words!("説明を書きかえ", "Description changed").to_owned(),
            What::Settings(_) => {
                words!("計算の設定を変更", "Calculation settings changed").to_owned()
            }
        };
        // With one scenario there is nothing to tell apart.
        if after.len() > 1 {
            sentence!("{title}：{words}", "{title}: {words}", title = title(now))
        } else {
            words
        }
    }
}

/// What a figure is called: 「目標値」, 「令和5年度の実績」; "Target", "Result of FY2023".
pub(crate) fn field_name(field: Field, era: Era) -> String {
    match field {
        Field::Target => words!("目標値", "Target").to_owned(),
        Field::TargetYear => words!("目標年度", "Target year").to_owned(),
        Field::Baseline => words!("基準値", "Baseline").to_owned(),
        Field::Result(year) => {
            sentence!("{year}の実績", "Result of {year}", year = year.name(era))
        }
    }
}
