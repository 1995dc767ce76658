//! See `michishirube_fuzz::works`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::works(bytes));
