//! A draft that this browser keeps: every edit at once, in agreement with other tabs.

use crate::storage::record::{self, Aside, Loaded, SaveError};
use leptos::{ev, prelude::*};
use michishirube_core::{
    dataset::Dataset,
    history::{History, Tag, Way},
    keep::Keep,
};

/// Whether the latest edit is kept in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing to keep yet.
    Unchanged,
    /// Kept, at this time (milliseconds since 1970).
    Saved(u64),
    /// Only in memory, and why.
    MemoryOnly(SaveError),
}

/// What takes over a record, under what has changed since a draft.
type TakeOver<T> = fn(&Kept<T>, &T, <T as Keep>::Record);

/// A draft and its record.
#[derive(Debug)]
pub struct Kept<T: Keep> {
    dataset: &'static Dataset,
    value: RwSignal<T>,
    /// Whether the latest edit is kept.
    pub keeping: RwSignal<Keeping>,
    /// While edits are only in memory: the draft that was kept when they were made.
    unsaved_since: StoredValue<Option<T>>,
    /// What is done then when another tab has kept something: nothing, until an edit sets it to
    /// [`Kept::take_over`]. Named by [`Kept::reload`], that would bring the merging of drafts into the
    /// file that every page waits for.
    take_over: StoredValue<TakeOver<T>>,
    /// The steps of this tab.
    history: RwSignal<History<T>>,
    aside: RwSignal<Vec<Aside>>,
}

impl<T: Keep> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Keep> Copy for Kept<T> {}

impl<T: Keep> Kept<T> {
    /// Reads the kept draft and follows other tabs. `aside` lists the records that could not be
    /// read.
    pub fn new(dataset: &'static Dataset, aside: RwSignal<Vec<Aside>>) -> Self {
        let kept = Self {
            dataset,
            value: RwSignal::new(T::default()),
            keeping: RwSignal::new(Keeping::Unchanged),
            unsaved_since: StoredValue::new(None),
            take_over: StoredValue::new(|_, _, _| {}),
            history: RwSignal::new(History::default()),
            aside,
        };
        kept.reload();
        let other_tab = window_event_listener(ev::storage, move |event| {
            if event.key().is_none_or(|key| key == T::KEY) {
                kept.reload();
            }
        });
        on_cleanup(move || other_tab.remove());
        kept
    }

    /// The draft.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with(read)
    }

    /// The draft, not followed.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with_untracked(read)
    }

    /// The record as a file.
    pub fn to_json(self) -> String {
        let record = self
            .value
            .with_untracked(|value| value.to_record(self.dataset, record::now()));
        serde_json::to_string_pretty(&record).unwrap_or_default()
    }

    /// Applies an edit to the newest draft and keeps it at once, with all that is only in memory
    /// yet. Another tab may have written since its message reached this one, so the kept record is
    /// read again first. It is no step to take back.
    ///
    /// # Errors
    /// Those of the edit; the draft is then as before.
    pub fn edit<E>(&self, edit: impl FnOnce(&mut T) -> Result<(), E>) -> Result<(), E> {
        self.replace(|newest| {
            let mut value = newest.clone();
            edit(&mut value)?;
            Ok(value)
        })
    }

    /// An edit that cannot fail.
    pub fn change(&self, change: impl FnOnce(&mut T)) {
        let Ok(()) = self.edit::<std::convert::Infallible>(|value| {
            change(value);
            Ok(())
        });
    }

    /// An edit that can be taken back. `tag` says where it was entered if by keystrokes, `words` what
    /// was done between two drafts.
    ///
    /// # Errors
    /// Those of the edit; draft and history are then as before.
    pub fn step<E>(
        &self,
        tag: Option<Tag>,
        words: impl FnOnce(&T, &T) -> String,
        edit: impl FnOnce(&mut T) -> Result<(), E>,
    ) -> Result<(), E> {
        let history = self.history;
        self.replace(|newest| {
            let mut value = newest.clone();
            edit(&mut value)?;
            history.update(|history| history.record(newest, &value, tag, record::now(), words));
            Ok(value)
        })
    }

    /// Takes a step back or does it again, when there is one.
    pub fn turn(&self, way: Way) {
        // Looking first spares an empty save.
        let is_there = |history: &History<T>| history.next(way).is_some();
        if self.history.with_untracked(is_there) {
            let (dataset, history) = (self.dataset, self.history);
            let Ok(()) = self.replace::<std::convert::Infallible>(|newest| {
                let turned = history.try_update(|history| history.turn(way, newest, dataset));
                Ok(turned.flatten().unwrap_or_else(|| newest.clone()))
            });
        }
    }

    /// The steps of this tab.
    pub fn history<U>(&self, read: impl FnOnce(&History<T>) -> U) -> U {
        self.history.with(read)
    }

    fn replace<E>(&self, replace: impl FnOnce(&T) -> Result<T, E>) -> Result<(), E> {
        let mine = self.value.get_untracked();
        let loaded = record::load(T::KEY);
        let stuck = matches!(loaded, Loaded::Stuck);
        let (newest, kept) = match (loaded, self.unsaved_since.get_value()) {
            (Loaded::Record(found), since) => {
                let found = T::from_record(found, self.dataset);
                let newest = since.map(|since| T::reconciled(self.dataset, &since, &mine, &found));
                (newest.unwrap_or_else(|| found.clone()), found)
            }
            (_, since) => (mine.clone(), since.unwrap_or(mine)),
        };
        let value = replace(&newest)?;
        let saved_at = record::now();
        let saved = if stuck {
            Err(SaveError::Stuck)
        } else {
            record::save(T::KEY, &value.to_record(self.dataset, saved_at))
        };
        self.unsaved_since.set_value(saved.is_err().then_some(kept));
        self.take_over.set_value(Self::take_over);
        self.keeping.set(match saved {
            Ok(()) => Keeping::Saved(saved_at),
            Err(error) => Keeping::MemoryOnly(error),
        });
        self.show(value);
        Ok(())
    }

    fn show(&self, value: T) {
        if self.value.with_untracked(|current| *current != value) {
            self.value.set(value);
        }
    }

    fn reload(&self) {
        let loaded = record::load::<T::Record>(T::KEY);
        if let Some(since) = self.unsaved_since.get_value() {
            self.aside.set(record::set_aside());
            if let Loaded::Record(record) = loaded {
                (self.take_over.get_value())(self, &since, record);
            }
            return;
        }
        let (value, keeping) = match loaded {
            Loaded::Nothing | Loaded::SetAside => (T::default(), Keeping::Unchanged),
            Loaded::Record(record) => {
                let saved_at = T::saved_at(&record);
                (
                    T::from_record(record, self.dataset),
                    Keeping::Saved(saved_at),
                )
            }
            Loaded::Stuck => (T::default(), Keeping::MemoryOnly(SaveError::Stuck)),
            Loaded::Unavailable => (
                self.value.get_untracked(),
                Keeping::MemoryOnly(SaveError::Unavailable),
            ),
        };
        self.aside.set(record::set_aside());
        self.keeping.set(keeping);
        self.show(value);
    }

    /// Takes over what another tab kept, under what is only in memory here.
    fn take_over(&self, since: &T, record: T::Record) {
        let saved_at = T::saved_at(&record);
        let found = T::from_record(record, self.dataset);
        let mine = self.value.get_untracked();
        let value = T::reconciled(self.dataset, since, &mine, &found);
        if value == found {
            // The other tab has decided everything that waited here.
            self.unsaved_since.set_value(None);
            self.keeping.set(Keeping::Saved(saved_at));
        } else {
            self.unsaved_since.set_value(Some(found));
        }
        self.show(value);
    }
}
