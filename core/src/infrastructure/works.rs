//! The works a person has put on the map, and the form they are kept in.

use super::work::Work;
use crate::{dataset::Dataset, keep::Keep};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// A work's name within one collection: never used twice, even after the work is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WorkId(u32);

impl WorkId {
    /// As a number, for ids in the page.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// A work with its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: WorkId,
    /// The work.
    pub work: Work,
}

/// The works, in the order they were added, which is that of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Works {
    entries: Vec<Entry>,
    next: u32,
}

impl Works {
    /// How many works the map takes.
    pub const LIMIT: usize = 300;
    /// How many a record may hold: what two tabs add at once, or what is brought back, may come to
    /// more than can be added.
    const MOST: usize = 2 * Self::LIMIT;

    /// The works in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many are invented.
    #[must_use]
    pub fn samples(&self) -> usize {
        self.entries
            .iter()
            .filter(|entry| entry.work.sample)
            .count()
    }

    /// A work.
    #[must_use]
    pub fn get(&self, id: WorkId) -> Option<&Work> {
        self.entries
            .iter()
            .find(|entry| entry.id == id)
            .map(|entry| &entry.work)
    }

    /// Whether the same work stands here already.
    #[must_use]
    pub fn contains(&self, work: &Work) -> bool {
        self.entries.iter().any(|entry| entry.work == *work)
    }

    /// Adds a work, unless there are [`Works::LIMIT`].
    pub fn add(&mut self, work: Work) -> Option<WorkId> {
        if self.len() >= Self::LIMIT {
            return None;
        }
        let id = WorkId(self.next);
        self.next = self.next.checked_add(1)?;
        self.entries.push(Entry { id, work });
        Some(id)
    }

    /// Writes a work anew; whether it is there.
    pub fn edit(&mut self, id: WorkId, work: Work) -> bool {
        self.find(id).map(|entry| entry.work = work).is_some()
    }

    /// Takes a work away.
    pub fn delete(&mut self, id: WorkId) -> Option<Work> {
        let at = self.entries.iter().position(|entry| entry.id == id)?;
        Some(self.entries.remove(at).work)
    }

    /// Takes every work away; the ids stay used.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// Takes every invented work away; how many there were.
    pub fn remove_samples(&mut self) -> usize {
        let before = self.len();
        self.entries.retain(|entry| !entry.work.sample);
        before - self.len()
    }

    /// Puts a work where its id has its place.
    fn put_back(&mut self, entry: Entry) {
        let later = self.entries.iter().position(|other| other.id > entry.id);
        let at = later.unwrap_or(self.len());
        self.entries.insert(at, entry);
    }

    fn find(&mut self, id: WorkId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }
}

/// The works as they are kept in a browser: versioned, with years and figures in plain form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of this form: [`Record::VERSION`]. A record of another version is not read.
    #[serde(deserialize_with = "this_version")]
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved_at: u64,
    /// The id the next work gets.
    next: u32,
    /// The works. A record with an unsound one is not read.
    #[serde(deserialize_with = "sound")]
    entries: Vec<Entry>,
}

fn this_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        Record::VERSION => Ok(Record::VERSION),
        other => Err(D::Error::custom(format_args!(
            "a record of version {other}, not {}",
            Record::VERSION
        ))),
    }
}

fn sound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Entry>, D::Error> {
    let entries = Vec::<Entry>::deserialize(deserializer)?;
    let unsound = entries.iter().enumerate().find(|(at, entry)| {
        !entry.work.is_sound() || entries[..*at].iter().any(|other| other.id == entry.id)
    });
    match unsound {
        None if entries.len() <= Works::MOST => Ok(entries),
        None => Err(D::Error::custom("too many works")),
        Some((at, _)) => Err(D::Error::custom(format_args!("work {at} is not sound"))),
    }
}

impl Record {
    /// The version this program writes.
    pub const VERSION: u32 = 1;

    /// The record of a collection.
    #[must_use]
    pub fn new(works: &Works, saved_at: u64) -> Self {
        Self {
            version: Self::VERSION,
            saved_at,
            next: works.next,
            entries: works.entries.clone(),
        }
    }

    /// The collection of a record.
    #[must_use]
    pub fn into_works(self) -> Works {
        let after_all = self
            .entries
            .iter()
            .map(|entry| entry.id.0.saturating_add(1))
            .max()
            .unwrap_or_default();
        Works {
            next: self.next.max(after_all),
            entries: self.entries,
        }
    }
}

impl Keep for Works {
    type Record = Record;
    const KEY: &'static str = "michishirube/infrastructure/v1";

    fn from_record(record: Record, _dataset: &Dataset) -> Self {
        record.into_works()
    }

    fn to_record(&self, _dataset: &Dataset, saved_at: u64) -> Record {
        Record::new(self, saved_at)
    }

    fn saved_at(record: &Record) -> u64 {
        record.saved_at
    }

    /// Work by work, and within one field by field. A work deleted on one side and written to on the
    /// other stays: somebody works on it.
    fn merged(_: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut merged = theirs.clone();
        merged.next = mine.next.max(theirs.next);
        merged.entries.retain(|entry| {
            mine.get(entry.id).is_some() || since.get(entry.id) != Some(&entry.work)
        });
        for entry in &mine.entries {
            let then = since.get(entry.id);
            match (then, merged.find(entry.id)) {
                (Some(then), Some(now)) => now.work = entry.work.laid_over(then, &now.work),
                // One id that both sides brought: theirs holds.
                (None, Some(_)) => {}
                (_, None) => {
                    if then != Some(&entry.work) && merged.len() < Self::MOST {
                        merged.put_back(entry.clone());
                    }
                }
            }
        }
        merged
    }

    /// Two tabs may have given one id to works of their own: both works stay.
    fn reconciled(dataset: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut own = mine.clone();
        own.next = mine.next.max(theirs.next);
        for entry in &mut own.entries {
            let others = theirs.get(entry.id).is_some_and(|work| *work != entry.work);
            if others && since.get(entry.id).is_none() {
                entry.id = WorkId(own.next);
                own.next = own.next.saturating_add(1);
            }
        }
        Self::merged(dataset, since, &own, theirs)
    }
}
