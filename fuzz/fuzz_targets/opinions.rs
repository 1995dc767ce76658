//! See `michishirube_fuzz::opinions`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::opinions(bytes));
