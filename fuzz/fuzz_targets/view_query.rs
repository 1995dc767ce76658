//! See `michishirube_fuzz::view_query`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| michishirube_fuzz::view_query(bytes));
