//! What the release build may weigh, in bytes as a host sends them (brotli, quality 11).

use std::path::Path;

use crate::dist;
use crate::failure::Failure;
use crate::shell;
use crate::tools;

/// A kilobyte, the smaller one.
pub const KB: u64 = 1000;

/// What a visitor waits for before the first useful screen: page, style, icon.
const FIRST_SCREEN: u64 = 21 * KB;
/// What a visitor waits for before the first screen answers: script, WebAssembly.
const APP: u64 = 205 * KB;
/// What all other screens together add, each fetched when first asked for.
const SCREENS: u64 = 643 * KB;
/// What the pages of one thing begin with, in both languages; a visitor fetches one of some thirty files.
const BEGINNINGS: u64 = 105 * KB;
/// What the first screen with a chart adds.
const CHARTS: u64 = 145 * KB;
/// What the page needs to be installed and to work offline, beside the files that are then kept.
const OFFLINE: u64 = 22 * KB;

/// The parts that have a budget.
const BUDGETED: [Part; 6] = [
    Part::FirstScreen,
    Part::App,
    Part::Screens,
    Part::Beginnings,
    Part::Charts,
    Part::Offline,
];

/// When a file of the release build is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before the first useful screen.
    FirstScreen,
    /// Before the first screen answers.
    App,
    /// Before a screen other than the first.
    Screens,
    /// Before the first paint of the page of one thing.
    Beginnings,
    /// Before the first chart.
    Charts,
    /// When the first screen has been seen and nobody waits: the service worker with its list and
    /// the script that asks for it; the manifest and its pictures, which the browser fetches for
    /// an icon on the home screen.
    Offline,
    /// When a visitor downloads it.
    OnRequest,
}

impl Part {
    /// The part that a file belongs to, by its path in `dist/`. What is not known counts as first screen.
    fn of(path: &str) -> Self {
        if path.starts_with("data/") || path == "licences.txt" {
            Self::OnRequest
        } else if ["boot-", "michishirube_bg-"].iter().any(|kind| {
            path.strip_prefix("assets/")
                .is_some_and(|name| name.starts_with(kind))
        }) {
            Self::App
        } else if path.starts_with("assets/echarts-") || path.starts_with("assets/charts-") {
            Self::Charts
        } else if path.starts_with("assets/beginnings-") {
            Self::Beginnings
        } else if path == "sw.js"
            || path == "manifest.webmanifest"
            || path.starts_with("assets/offline-")
            || (path.starts_with("icons/") && path.ends_with(".png"))
        {
            Self::Offline
        } else if ["split_", "chunk_", "common-", "sheet-"]
            .iter()
            .any(|kind| {
                path.strip_prefix("assets/")
                    .is_some_and(|name| name.starts_with(kind))
            })
        {
            Self::Screens
        } else {
            Self::FirstScreen
        }
    }

    /// Its name in the tables.
    fn name(self) -> &'static str {
        match self {
            Self::FirstScreen => "first screen",
            Self::App => "its program",
            Self::Screens => "other screens",
            Self::Beginnings => "beginnings",
            Self::Charts => "charts",
            Self::Offline => "offline",
            Self::OnRequest => "on request",
        }
    }

    /// The most it may weigh, if there is such a limit.
    fn budget(self) -> Option<u64> {
        match self {
            Self::FirstScreen => Some(FIRST_SCREEN),
            Self::App => Some(APP),
            Self::Screens => Some(SCREENS),
            Self::Beginnings => Some(BEGINNINGS),
            Self::Charts => Some(CHARTS),
            Self::Offline => Some(OFFLINE),
            Self::OnRequest => None,
        }
    }
}

/// The weight of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    path: String,
    raw: u64,
    brotli: u64,
}

/// The weights of all files of the release build.
pub struct Sizes(Vec<Asset>);

impl Sizes {
    /// Weighs the files in `dist/`.
    pub fn measure() -> Result<Self, Failure> {
        let folder = require_dist()?;
        let node_modules = tools::npm_packages()?;
        let printed = shell::read(
            tools::node(&node_modules)
                .arg("xtask/npm/sizes.mjs")
                .arg(&folder),
        )?;
        Self::parse(&printed)
            .ok_or_else(|| Failure::Unexpected("sizes.mjs printed no table of sizes".to_owned()))
    }

    /// Reads what xtask/npm/sizes.mjs prints.
    fn parse(printed: &str) -> Option<Self> {
        let asset = |line: &str| {
            let mut fields = line.splitn(3, '\t');
            Some(Asset {
                raw: fields.next()?.parse().ok()?,
                brotli: fields.next()?.parse().ok()?,
                path: fields.next()?.to_owned(),
            })
        };
        printed.lines().map(asset).collect::<Option<_>>().map(Self)
    }

    fn assets(&self, part: Part) -> impl Iterator<Item = &Asset> {
        self.0
            .iter()
            .filter(move |asset| Part::of(&asset.path) == part)
    }

    /// The brotli bytes of a part.
    fn total(&self, part: Part) -> u64 {
        self.assets(part).map(|asset| asset.brotli).sum()
    }

    /// The table of the files of these parts, with their sums and budgets.
    pub fn table(&self, parts: &[Part]) -> String {
        let mut lines = vec![row("raw", "brotli", "file")];
        for &part in parts {
            for asset in self.assets(part) {
                lines.push(row(
                    &asset.raw.to_string(),
                    &asset.brotli.to_string(),
                    &asset.path,
                ));
            }
            let raw: u64 = self.assets(part).map(|asset| asset.raw).sum();
            let budget = part
                .budget()
                .map(|budget| format!(" of {budget} allowed"))
                .unwrap_or_default();
            lines.push(row(
                &raw.to_string(),
                &self.total(part).to_string(),
                &format!("= {}{budget}", part.name()),
            ));
        }
        lines.join("\n")
    }

    /// What is over its budget, with the heaviest files first, as one sentence a part.
    fn excesses(&self) -> Vec<String> {
        BUDGETED
            .into_iter()
            .filter_map(|part| {
                let (total, budget) = (self.total(part), part.budget()?);
                let over = total.checked_sub(budget).filter(|over| *over > 0)?;
                let mut heaviest: Vec<_> = self.assets(part).collect();
                heaviest.sort_by_key(|asset| std::cmp::Reverse(asset.brotli));
                let names = heaviest.iter().take(3);
                let names: Vec<_> = names
                    .map(|asset| format!("{} ({})", asset.path, asset.brotli))
                    .collect();
                Some(format!(
                    "{} is {over} brotli bytes over its budget of {budget}; heaviest: {}",
                    part.name(),
                    names.join(", ")
                ))
            })
            .collect()
    }
}

/// Fails when a part of the release build is too heavy.
pub fn check() -> Result<(), Failure> {
    let sizes = Sizes::measure()?;
    println!("{}", sizes.table(&BUDGETED));
    let excesses = sizes.excesses();
    if excesses.is_empty() {
        Ok(())
    } else {
        Err(Failure::Unexpected(excesses.join("\n")))
    }
}

/// The folder of the release build, which must have been made.
pub fn require_dist() -> Result<std::path::PathBuf, Failure> {
    let folder = dist::folder();
    if Path::is_file(&folder.join("index.html")) {
        return Ok(folder);
    }
    Err(Failure::Missing {
        what: "there is no release build in dist/".to_owned(),
        remedy: "Make it with: cargo xtask dist".to_owned(),
    })
}

fn row(raw: &str, brotli: &str, file: &str) -> String {
    format!("{raw:>10} {brotli:>9}  {file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(charts: u64) -> Option<Sizes> {
        Sizes::parse(&format!(
            "900\t300\tassets/boot-A.js\n4000\t{charts}\tassets/echarts-B.js\n\
             70\t50\tdata/indicators.csv\n500\t200\tindex.html\n90\t80\tlicences.txt"
        ))
    }

    #[test]
    fn what_is_fetched_later_is_told_by_its_path_and_unknown_files_come_first() {
        assert_eq!(Part::of("assets/split_data-C.wasm"), Part::Screens);
        assert_eq!(Part::of("assets/chunk_7-D.wasm"), Part::Screens);
        assert_eq!(Part::of("assets/common-D.wasm"), Part::Screens);
        assert_eq!(
            Part::of("assets/beginnings-program-ja-D.json"),
            Part::Beginnings
        );
        assert_eq!(Part::of("assets/sheet-data-E.css"), Part::Screens);
        assert_eq!(Part::of("assets/style-F.css"), Part::FirstScreen);
        assert_eq!(Part::of("assets/boot-G.js"), Part::App);
        assert_eq!(Part::of("assets/michishirube_bg-H.wasm"), Part::App);
        assert_eq!(Part::of("data/programs.csv"), Part::OnRequest);
        assert_eq!(Part::of("licences.txt"), Part::OnRequest);
        assert_eq!(Part::of("assets/echarts-X.js"), Part::Charts);
        assert_eq!(Part::of("assets/charts-X.js"), Part::Charts);
        assert_eq!(Part::of("assets/chunk-X.js"), Part::FirstScreen);
        assert_eq!(Part::of("icons/favicon.svg"), Part::FirstScreen);
        assert_eq!(Part::of("icons/icon-192.png"), Part::Offline);
        assert_eq!(Part::of("assets/offline-X.js"), Part::Offline);
        assert_eq!(Part::of("sw.js"), Part::Offline);
    }

    #[test]
    fn a_part_weighs_the_sum_of_its_files() {
        let totals =
            sizes(1000).map(|sizes| (sizes.total(Part::FirstScreen), sizes.total(Part::Charts)));
        assert_eq!(totals, Some((200, 1000)));
    }

    #[test]
    fn exactly_the_budget_is_allowed_and_one_byte_more_is_named_with_its_file() {
        assert_eq!(sizes(CHARTS).map(|sizes| sizes.excesses()), Some(vec![]));
        let excesses = sizes(CHARTS + 1)
            .map(|sizes| sizes.excesses())
            .unwrap_or_default();
        assert_eq!(excesses.len(), 1);
        assert!(excesses.iter().all(
            |line| line.contains("1 brotli bytes over") && line.contains("assets/echarts-B.js")
        ));
    }

    #[test]
    fn a_line_that_is_not_of_the_table_is_refused() {
        assert!(Sizes::parse("12\tx\tindex.html").is_none());
    }
}
