#![no_main]
libfuzzer_sys::fuzz_target!(|input: &str| personac_fuzz::parse(input));
