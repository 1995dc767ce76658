//! What the parts of the screen share: the works, the form in use, what was last said.

use crate::{
    app::{
        components::{BACK, effect},
        kept::Kept,
        state::state,
    },
    storage::file::{self, ReadError},
};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    geography::Point,
    infrastructure::{
        edit::Edit,
        fault::Fault,
        file as works_file,
        form::{Field, Form, Spot},
        import::{Import, Taken},
        sample,
        work::{FRAME, Place, Position, Work},
        works::{WorkId, Works},
    },
    model::Municipality,
};
use std::convert::Infallible;
use wasm_bindgen::JsCast;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A new work.
    New,
    /// A work that is there.
    Edit(WorkId),
}

/// How far an arrow key moves a work on the map, in steps of [`Point`]: about 500 m; with Shift 50 m.
const STRIDE: i32 = 50;
const SMALL_STRIDE: i32 = 5;

/// The working place.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The works.
    pub works: Kept<Works>,
    /// What the form is for, while it is open.
    pub target: RwSignal<Option<Target>>,
    /// What is typed.
    pub form: RwSignal<Form>,
    /// How the place is said.
    pub spot: RwSignal<Spot>,
    /// What is wrong with it, once it was to be saved.
    pub faults: RwSignal<Vec<(Field, Fault)>>,
    /// What the last action did.
    pub said: RwSignal<String>,
    /// The file last read, when something in it could not be.
    pub import: RwSignal<Option<(String, Import)>>,
    /// What was typed into a form that was left without saving.
    pub left: RwSignal<Option<Typed>>,
    opened: StoredValue<Option<Typed>>,
    tried: RwSignal<bool>,
    towns: &'static [Municipality],
    era: Era,
}

/// What is typed, how the place is said, and what for.
pub type Typed = (Target, Form, Spot);

impl Desk {
    /// With the kept works.
    pub fn new() -> Self {
        let state = state();
        let desk = Self {
            works: state.kept::<Works>(),
            target: RwSignal::new(None),
            form: RwSignal::new(Form::default()),
            spot: RwSignal::new(Spot::Municipality),
            faults: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            import: RwSignal::new(None),
            left: RwSignal::new(None),
            opened: StoredValue::new(None),
            tried: RwSignal::new(false),
            towns: &state.dataset.municipalities,
            era: state.era(),
        };
        effect(move |_| {
            desk.works.with(|_| ());
            desk.follow();
        });
        // Then the words of the step are what was last said.
        effect(move |_| {
            if desk.works.history(|history| history.turned().is_some()) {
                desk.said.set(String::new());
            }
        });
        desk
    }

    /// A form that shows a work just as it was shows it as it is, after a step back or another tab's
    /// edit. What was typed stays.
    fn follow(&self) {
        let Some(Target::Edit(id)) = self.target.get_untracked() else {
            return;
        };
        if self.opened.get_value() != self.typed() {
            return;
        }
        let work = self.works.with_untracked(|works| works.get(id).cloned());
        let fresh = work.map(|work| {
            let form = Form::of(&work, self.towns(), self.era);
            (Target::Edit(id), form, Spot::of(&work.place))
        });
        if fresh == self.typed() {
            return;
        }
        // The fields are made anew: whoever was in one is there again.
        let inside = document()
            .active_element()
            .filter(|active| active.closest(".work-editor").ok().flatten().is_some());
        let mut back_to = inside.map(|field| field.id());
        match fresh {
            Some((target, form, spot)) => self.show(target, form, spot),
            None => {
                self.target.set(None);
                back_to = back_to.map(|_| ADD.to_owned());
            }
        }
        if let Some(id) = back_to {
            focus(&id);
        }
    }

    /// What is typed, while the form is open.
    fn typed(&self) -> Option<Typed> {
        let target = self.target.get_untracked()?;
        Some((target, self.form.get_untracked(), self.spot.get_untracked()))
    }

    /// The 20 municipalities.
    pub fn towns(&self) -> &'static [Municipality] {
        self.towns
    }

    /// How years are printed.
    pub fn era(&self) -> Era {
        self.era
    }

    /// Whether the map is asked where.
    pub fn is_placing(&self) -> bool {
        self.target.with(Option::is_some) && self.spot.get() == Spot::Point
    }

    /// Opens the form for a new work.
    pub fn begin(&self) {
        self.show(Target::New, Form::blank(self.era), Spot::Municipality);
        focus(&field_id(Field::Name));
    }

    /// Opens the form of a work.
    pub fn open(&self, id: WorkId) {
        if self.show_work(id).is_some() {
            focus(&field_id(Field::Name));
        }
    }

    /// Opens the form of a work to put it elsewhere on the map.
    pub fn carry(&self, id: WorkId) {
        let Some(work) = self.show_work(id) else {
            return;
        };
        if let Some(position) = self.position(&work.place) {
            self.form.update(|form| form.set_position(position));
        }
        self.spot.set(Spot::Point);
        focus(PIN);
    }

    fn show_work(&self, id: WorkId) -> Option<Work> {
        let work = self.works.with_untracked(|works| works.get(id).cloned())?;
        let form = Form::of(&work, self.towns(), self.era);
        self.show(Target::Edit(id), form, Spot::of(&work.place));
        Some(work)
    }

    fn show(&self, target: Target, form: Form, spot: Spot) {
        self.left.set(None);
        self.opened.set_value(Some((target, form.clone(), spot)));
        self.form.set(form);
        self.spot.set(spot);
        self.tried.set(false);
        self.faults.set(Vec::new());
        self.target.set(Some(target));
    }

    /// Where a place lies; that of a municipality is its office.
    fn position(&self, place: &Place) -> Option<Position> {
        match place {
            Place::Municipality(slug) => {
                let town = self.towns().iter().find(|town| town.slug == *slug)?;
                Position::from_map(Point::from(&town.place)).ok()
            }
            Place::Point(position) => Some(*position),
            Place::Unmapped => None,
        }
    }

    /// Takes over what is typed into a field.
    pub fn write(&self, field: Field, text: String) {
        self.form.update(|form| form.set(field, text));
        self.check();
    }

    /// Says the place in another way.
    pub fn choose(&self, spot: Spot) {
        self.spot.set(spot);
        self.check();
    }

    /// Puts the work in hand to a point of the map.
    pub fn put(&self, point: Point) {
        if let Ok(position) = Position::from_map(point) {
            self.form.update(|form| form.set_position(position));
            self.check();
        }
    }

    /// Where the work in hand is on the map, or would be carried off from.
    pub fn hand(&self) -> Point {
        let (low, high) = (FRAME.south_west, FRAME.north_east);
        self.form.with(Form::position).map_or(
            Point {
                latitude: i32::midpoint(low.latitude, high.latitude),
                longitude: i32::midpoint(low.longitude, high.longitude),
            },
            Position::on_map,
        )
    }

    /// Moves the work in hand by an arrow key; whether it was one.
    pub fn step(&self, key: &str, small: bool) -> bool {
        let stride = if small { SMALL_STRIDE } else { STRIDE };
        let (north, east) = match key {
            "ArrowUp" => (stride, 0),
            "ArrowDown" => (-stride, 0),
            "ArrowRight" => (0, stride),
            "ArrowLeft" => (0, -stride),
            _ => return false,
        };
        let here = untrack(|| self.hand());
        self.put(Point {
            latitude: here.latitude + north,
            longitude: here.longitude + east,
        });
        if let Some(here) = self.form.with_untracked(Form::position) {
            self.said.set(format!(
                "目印：北緯{}度、東経{}度",
                here.latitude(),
                here.longitude()
            ));
        }
        true
    }

    /// Once the form was to be saved, its mistakes are told as they come and go.
    fn check(&self) {
        if self.tried.get_untracked() {
            self.faults.set(self.read().err().unwrap_or_default());
        }
    }

    fn read(&self) -> Result<Work, Vec<(Field, Fault)>> {
        let spot = self.spot.get_untracked();
        self.form
            .with_untracked(|form| form.read_at(spot, self.towns()))
    }

    /// Saves the form, or shows what is wrong and goes there.
    pub fn save(&self) {
        let Some(target) = self.target.get_untracked() else {
            return;
        };
        let work = match self.read() {
            Ok(work) => work,
            Err(faults) => {
                self.tried.set(true);
                if let Some((field, _)) = faults.first() {
                    focus(&field_id(*field));
                }
                self.faults.set(faults);
                return;
            }
        };
        let name = work.shown_name();
        match target {
            Target::New => {
                if self.edit(&Edit::Add(work)).added == 0 {
                    self.said.set(format!(
                        "この図に置ける{}件に達しているため、加えられません。",
                        Works::LIMIT
                    ));
                    return;
                }
                self.said.set(format!("「{name}」を加えました。"));
            }
            Target::Edit(id) => {
                self.edit(&Edit::Rewrite(id, work));
                self.said.set(format!("「{name}」を書き換えました。"));
            }
        }
        self.close();
    }

    /// Leaves the form; what was typed can be gone back to.
    pub fn leave(&self) {
        let typed = self.typed();
        if typed.is_some() && self.opened.get_value() != typed {
            self.left.set(typed);
            self.said
                .set("保存せずに閉じました。図は変わっていません。".to_owned());
        }
        self.close();
    }

    /// Goes back to the form that was left.
    pub fn resume(&self) {
        if let Some((target, form, spot)) = self.left.get_untracked() {
            self.show(target, form, spot);
            focus(&field_id(Field::Name));
        }
    }

    /// Closes the form and goes back to where it was opened.
    fn close(&self) {
        let opener = match self.target.get_untracked() {
            Some(Target::Edit(id)) => edit_id(id),
            _ => ADD.to_owned(),
        };
        self.target.set(None);
        self.faults.set(Vec::new());
        focus(&opener);
    }

    /// Deletes a work.
    pub fn delete(&self, id: WorkId) {
        let name = self
            .works
            .with_untracked(|works| works.get(id).map(Work::shown_name));
        self.edit(&Edit::Delete(id));
        if let Some(name) = name {
            self.said.set(format!("「{name}」を消しました。"));
        }
        if self.target.get_untracked() == Some(Target::Edit(id)) {
            self.target.set(None);
        }
        focus(BACK);
    }

    /// Deletes every work.
    pub fn clear(&self) {
        self.edit(&Edit::Clear);
        self.target.set(None);
        self.said.set("すべての事業を消しました。".to_owned());
        focus(BACK);
    }

    /// Adds the invented works.
    pub fn load_sample(&self) {
        self.edit(&Edit::AddSamples(sample::works(self.towns())));
        self.said
            .set("架空の見本を置きました。実在の事業ではありません。".to_owned());
    }

    /// Takes the invented works away.
    pub fn remove_samples(&self) {
        self.edit(&Edit::RemoveSamples);
        self.target.set(None);
        self.said.set("見本を消しました。".to_owned());
        focus(BACK);
    }

    /// Adds the works of a file.
    pub async fn take_file(self, chosen: web_sys::File) {
        let name = chosen.name();
        let text = match file::read(&chosen).await {
            Ok(text) => text,
            Err(error) => {
                self.said.set(match error {
                    ReadError::TooLarge => {
                        format!("「{name}」は大きすぎます。4MBまでのファイルを選んでください。")
                    }
                    ReadError::Unreadable => {
                        format!("「{name}」を読めませんでした。もう一度選んでください。")
                    }
                });
                return;
            }
        };
        let mut import = works_file::read(&text, self.towns());
        let works = std::mem::take(&mut import.works);
        if works.is_empty() {
            self.said
                .set(format!("「{name}」から加えられる事業はありませんでした。"));
        } else {
            let taken = self.edit(&Edit::TakeIn(name.clone(), works));
            self.said.set(format!("「{name}」から{}", taken.sentence()));
        }
        let told = !import.problems.is_empty() || !import.remarks.is_empty();
        self.import.set(told.then_some((name, import)));
    }

    /// A step that can be taken back.
    fn edit(&self, edit: &Edit) -> Taken {
        let mut taken = Taken::default();
        let Ok(()) = self.works.step::<Infallible>(
            None,
            |before, after| edit.words(before, after),
            |works| {
                taken = works.apply(edit);
                Ok(())
            },
        );
        taken
    }
}

/// The button that opens an empty form.
pub const ADD: &str = "work-add";
/// The work in hand on the map.
pub const PIN: &str = "work-pin";

/// The field's id in the page.
pub fn field_id(field: Field) -> String {
    format!("work-field-{}", field as usize)
}

/// The id of a work's edit button in the page.
pub fn edit_id(id: WorkId) -> String {
    format!("work-edit-{}", id.number())
}

/// Moves the focus, once the page shows what it should.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let element = document()
            .get_element_by_id(&id)
            .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    });
}
