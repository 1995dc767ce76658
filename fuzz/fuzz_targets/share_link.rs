//! See `michishirube_fuzz::share_link`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::share_link(bytes));
