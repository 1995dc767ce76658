//! Everything that can go wrong in a command, and the sentence that says so.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The words after `cargo xtask` mean nothing.
    Usage {
        /// The words.
        given: String,
        /// What may be said instead.
        help: &'static str,
    },
    /// A file or folder could not be read or written.
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A program could not be started.
    Start {
        /// The command line.
        line: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ended with an error; it has printed its own message.
    Command {
        /// The command line.
        line: String,
        /// Its exit code, unless a signal ended it.
        code: Option<i32>,
    },
    /// Something this machine needs is not there.
    Missing {
        /// What is missing.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// A file of the project, or what a tool printed, is not as expected.
    Unexpected(String),
}

impl Failure {
    /// For `map_err` after touching `path`.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { given, help } => write!(f, "no such command: {given}\n\n{help}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Start { line, source } => write!(f, "could not start `{line}`: {source}"),
            Self::Command {
                line,
                code: Some(code),
            } => write!(f, "`{line}` ended with code {code}"),
            Self::Command { line, code: None } => write!(f, "`{line}` was stopped by a signal"),
            Self::Missing { what, remedy } => write!(f, "{what}. {remedy}"),
            Self::Unexpected(what) => f.write_str(what),
        }
    }
}
