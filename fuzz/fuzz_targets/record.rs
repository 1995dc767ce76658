//! See `michishirube_fuzz::record`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::record(bytes));
