//! Finds the nginx that the shipped configuration is tested with, or installs it where that is simple.

use std::path::Path;

use crate::debian;
use crate::shell;

/// nginx, and its module that sends the prepared brotli forms.
const DEBIAN_PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
const DEBIAN_MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Installs nginx on Debian as root. Where it cannot be had, tests/e2e/hosting.test.mjs says what it
/// leaves out: the app itself does not need it.
pub fn install_where_simple() {
    let found = shell::find(&["nginx"]).is_some() && Path::new(DEBIAN_MODULE).is_file();
    if found || !debian::may_install() {
        return;
    }
    println!("set-up: installing nginx from Debian, for the test of its configuration");
    if let Err(failure) = debian::install(&DEBIAN_PACKAGES) {
        println!("nginx is not installed, so its configuration will not be tested: {failure}");
    }
}
