//! The way back through drafts of any kind: what was changed, step by step. Knows no clock and no
//! storage.
//!
//! A step holds the draft before and after. Taking it back lays what has changed since over the draft
//! before it ([`Keep::merged`]): what another tab changed elsewhere meanwhile stays, and where it
//! changed the very same thing, the step wins, for the person sees what the words of the step say.

use crate::{dataset::Dataset, keep::Keep};
use std::sync::Arc;

/// Which way to go through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 元に戻す.
    Back,
    /// やり直す.
    Forward,
}

/// What is entered keystroke by keystroke, so that a run of them is one step. Three numbers that
/// mean something to the kind of draft alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag(pub u32, pub u32, pub u32);

/// What is taken back, or done again, at once.
#[derive(Debug, PartialEq, Eq)]
struct Step<T> {
    words: String,
    /// Mostly the same as `after` of the step before, and then shared with it.
    before: Arc<T>,
    after: Arc<T>,
}

/// What happened last, for what may happen next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Latest {
    /// Nothing that goes on.
    #[default]
    Nothing,
    /// Something was entered at this time; its next keystroke may belong to the same step.
    Entered(Tag, u64),
    /// A step was taken back or done again.
    Turned(Way),
}

/// The steps done, and those taken back.
#[derive(Debug, PartialEq, Eq)]
pub struct History<T> {
    done: Vec<Step<T>>,
    undone: Vec<Step<T>>,
    latest: Latest,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            latest: Latest::Nothing,
        }
    }
}

impl<T: Keep> History<T> {
    /// How many steps can be taken back; older ones are forgotten.
    pub const LIMIT: usize = 200;
    /// Entries into one place that follow each other faster than this (milliseconds) are one step.
    pub const PAUSE: u64 = 2000;

    /// Remembers an edit of the draft, the newest there was, as a step. `tag` says where it was
    /// entered if by keystrokes, `at` the time in milliseconds of any clock; `words` is what the step
    /// did between two drafts.
    pub fn record(
        &mut self,
        before: &T,
        after: &T,
        tag: Option<Tag>,
        at: u64,
        words: impl FnOnce(&T, &T) -> String,
    ) {
        let begun = self.going_on(before, tag, at);
        if begun.is_none() && before == after {
            return;
        }
        self.undone.clear();
        self.latest = Latest::Nothing;
        let before = begun
            .map(|step| step.before)
            .or_else(|| self.shared(before))
            .unwrap_or_else(|| Arc::new(before.clone()));
        // Typed back to what it was: there is nothing to take back.
        if *before == *after {
            return;
        }
        if self.done.len() == Self::LIMIT {
            self.done.remove(0);
        }
        self.done.push(Step {
            words: words(&before, after),
            before,
            after: Arc::new(after.clone()),
        });
        self.latest = tag.map_or(Latest::Nothing, |tag| Latest::Entered(tag, at));
    }

    /// The draft as the step before has it.
    fn shared(&self, draft: &T) -> Option<Arc<T>> {
        let after = &self.done.last()?.after;
        (**after == *draft).then(|| Arc::clone(after))
    }

    /// Takes the last step out when this edit continues it: the same place is written to again soon,
    /// and no other tab has changed anything in between.
    fn going_on(&mut self, before: &T, tag: Option<Tag>, at: u64) -> Option<Step<T>> {
        let Latest::Entered(last, then) = self.latest else {
            return None;
        };
        let soon = at.checked_sub(then)? < Self::PAUSE;
        let same = Some(last) == tag && *self.done.last()?.after == *before;
        if soon && same { self.done.pop() } else { None }
    }

    /// The newest draft with a step taken back or done again, if there is one to.
    pub fn turn(&mut self, way: Way, newest: &T, dataset: &Dataset) -> Option<T> {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forward => (&mut self.undone, &mut self.done),
        };
        let step = from.pop()?;
        let (left, reached) = match way {
            Way::Back => (&step.after, &step.before),
            Way::Forward => (&step.before, &step.after),
        };
        let turned = T::merged(dataset, left, newest, reached);
        to.push(step);
        self.latest = Latest::Turned(way);
        Some(turned)
    }

    /// What the step did that [`History::turn`] would take this way.
    #[must_use]
    pub fn next(&self, way: Way) -> Option<&str> {
        let step = match way {
            Way::Back => self.done.last(),
            Way::Forward => self.undone.last(),
        };
        step.map(|step| step.words.as_str())
    }

    /// What the step did that was just taken back or done again, until the next edit.
    #[must_use]
    pub fn turned(&self) -> Option<(Way, &str)> {
        let Latest::Turned(way) = self.latest else {
            return None;
        };
        let words = match way {
            Way::Back => self.next(Way::Forward),
            Way::Forward => self.next(Way::Back),
        };
        words.map(|words| (way, words))
    }
}

/// What was done to a text, in the words of a step: 「…を書きかえ」.
#[must_use]
pub fn written(before: &str, after: &str) -> &'static str {
    match (before.is_empty(), after.is_empty()) {
        (true, _) => "を記入",
        (false, true) => "を削除",
        (false, false) => "を書きかえ",
    }
}
