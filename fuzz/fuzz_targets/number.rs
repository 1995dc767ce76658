//! See `michishirube_fuzz::number`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::number(bytes));
