//! Serves the app on this machine and builds it again when a file changes.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use crate::dist;
use crate::failure::Failure;
use crate::tools::{Profile, Toolbox};

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// What may be asked of `serve`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The port, which must be free; without it, the first free one from 8080.
    port: Option<u16>,
    /// Which build to serve.
    profile: Profile,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[&str]) -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.profile = Profile::Release,
                "--port" => {
                    let port = words.next().and_then(|number| number.parse().ok());
                    options.port = Some(port.ok_or_else(|| Failure::Usage {
                        given: "serve --port without a port number".to_owned(),
                        help: "Usage: cargo xtask serve [--port N] [--release]",
                    })?);
                }
                other => {
                    return Err(Failure::Usage {
                        given: format!("serve {other}"),
                        help: "Usage: cargo xtask serve [--port N] [--release]",
                    });
                }
            }
        }
        Ok(options)
    }
}

/// Sets up, builds and serves until it is stopped.
pub fn serve(options: &Options) -> Result<(), Failure> {
    let tools = Toolbox::set_up()?;
    let port = port(options.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("building the app (a minute or two the first time); it will be at {address}");
    let mut trunk = tools.trunk("serve", options.profile)?;
    trunk
        .env(dist::ADDRESS, address)
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        // Leaves dist/ to the release build.
        .args(["--dist", "target/serve", "--disable-address-lookup"]);
    become_program(&mut trunk)
}

/// Trunk takes the place of this process, so that what stops this stops Trunk.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(Failure::Start {
        line: crate::shell::line(command),
        source,
    })
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    crate::shell::run(command)
}

fn port(wanted: Option<u16>) -> Result<u16, Failure> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if free(&port) => Ok(port),
        Some(port) => Err(Failure::Missing {
            what: format!("port {port} is in use"),
            remedy: "Choose another with --port N".to_owned(),
        }),
        None => {
            let mut ports = FIRST_PORT..FIRST_PORT + PORTS_TRIED;
            ports.find(free).ok_or_else(|| Failure::Missing {
                what: format!("no free port among the {PORTS_TRIED} from {FIRST_PORT}"),
                remedy: "Choose one with --port N".to_owned(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order() {
        let wanted = Options {
            port: Some(9000),
            profile: Profile::Release,
        };
        for words in [
            ["--port", "9000", "--release"],
            ["--release", "--port", "9000"],
        ] {
            assert_eq!(Options::parse(&words).ok().as_ref(), Some(&wanted));
        }
    }

    #[test]
    fn a_port_must_be_a_number_in_range() {
        assert!(Options::parse(&["--port"]).is_err());
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["9000"]).is_err());
    }

    #[test]
    fn a_port_in_use_is_refused() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let number = taken.as_ref().map(|listener| listener.local_addr());
        let Ok(Ok(address)) = number else {
            return;
        };
        assert!(port(Some(address.port())).is_err());
    }
}
