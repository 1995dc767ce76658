//! Finds the engines for the browser tests, or installs them where that is simple.

use std::path::PathBuf;
use std::process::Command;

use crate::debian;
use crate::failure::Failure;
use crate::shell;

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome or Edge.
    Chromium,
    /// Firefox, the extended support release on Debian.
    Firefox,
    /// The driver of WebKitGTK, which starts WebKit's own small browser.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What tests/e2e/engines/ calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// The variable that names its program, for us and for the scripts in tests/.
    fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
            Self::WebKit => "WEBKIT",
        }
    }

    /// What its program is called on `PATH`.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
                "msedge",
            ],
            Self::Firefox => &["firefox-esr", "firefox"],
            Self::WebKit => &["WebKitWebDriver"],
        }
    }

    /// Where the installers of macOS and Windows put it.
    fn elsewhere(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
                "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
                "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
            ],
            Self::Firefox => &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
            ],
            Self::WebKit => &[],
        }
    }

    /// The packages that bring it to Debian.
    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "fonts-noto-cjk"],
            Self::Firefox => &["firefox-esr", "fonts-noto-cjk"],
            // Its browser has no headless way: it is shown on a screen in memory.
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"],
        }
    }

    /// Its program: the one that its variable names, else one on this machine.
    fn find(self) -> Result<Option<PathBuf>, Failure> {
        let named = std::env::var_os(self.variable()).filter(|value| !value.is_empty());
        if let Some(named) = named.map(PathBuf::from) {
            return if named.is_file() {
                Ok(Some(named))
            } else {
                Err(Failure::Missing {
                    what: format!(
                        "{} names {}, which is no file",
                        self.variable(),
                        named.display()
                    ),
                    remedy: format!("Give the path of a program for {}", self.name()),
                })
            };
        }
        if self == Self::WebKit && shell::find(&["Xvfb"]).is_none() {
            return Ok(None);
        }
        let elsewhere = || {
            let mut places = self.elsewhere().iter().map(PathBuf::from);
            places.find(|path| path.is_file())
        };
        Ok(shell::find(self.programs()).or_else(elsewhere))
    }

    /// Its program, installed first on Debian as root where it is missing; else what to say about it.
    fn find_or_install(self) -> Result<PathBuf, Failure> {
        if let Some(found) = self.find()? {
            return Ok(found);
        }
        if !debian::may_install() {
            return Err(self.missing());
        }
        println!(
            "set-up: installing {} and Japanese fonts from Debian (a minute or two)",
            self.name()
        );
        debian::install(self.debian_packages())?;
        self.find()?.ok_or_else(|| self.missing())
    }

    /// What to say where it is missing.
    fn missing(self) -> Failure {
        Failure::Missing {
            what: format!("{} is not on this machine", self.name()),
            remedy: if debian::has_apt() {
                format!(
                    "Install it with: sudo apt-get install {}",
                    self.debian_packages().join(" ")
                )
            } else {
                format!(
                    "Install it, or give the path of its program in the variable {}",
                    self.variable()
                )
            },
        }
    }
}

/// An engine that is ready on this machine.
pub struct Browser {
    /// Which it is.
    pub engine: Engine,
    program: PathBuf,
}

impl Browser {
    /// This engine, which has to be there.
    pub fn of(engine: Engine) -> Result<Self, Failure> {
        let program = engine.find_or_install()?;
        Ok(Self { engine, program })
    }

    /// All engines of this machine. In continuous integration each of them has to be there; elsewhere one that
    /// is not is named, with the reason.
    pub fn all() -> Result<Vec<Self>, Failure> {
        let mut ready = Vec::new();
        for engine in Engine::ALL {
            match Self::of(engine) {
                Ok(browser) => ready.push(browser),
                Err(failure) if is_continuous_integration() => return Err(failure),
                Err(failure) => println!("not tested here: {}. {failure}", engine.name()),
            }
        }
        if ready.is_empty() {
            return Err(Engine::Chromium.missing());
        }
        Ok(ready)
    }

    /// Puts this engine into the environment of `node`, as the scripts in tests/ expect it.
    pub fn tell<'a>(&self, node: &'a mut Command) -> &'a mut Command {
        node.env("MICHISHIRUBE_ENGINE", self.engine.name())
            .env(self.engine.variable(), &self.program)
    }
}

/// Whether the variable `CI` is set, as the services for it set it.
fn is_continuous_integration() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_has_its_module_for_the_tests() {
        for engine in Engine::ALL {
            let module = format!("tests/e2e/engines/{}.mjs", engine.name());
            assert!(shell::root().join(&module).is_file(), "{module}");
            // What tests/e2e/tools.mjs looks for.
            assert_eq!(engine.variable(), engine.name().to_uppercase());
            assert_eq!(Engine::named(engine.name()), Some(engine));
        }
        assert_eq!(Engine::named("trident"), None);
    }
}
