# The largest hostile files in a small address space. Sourced by real-clients.

TESTED_PERSONAC=$personac cargo test --locked --quiet --test it limits::memory -- --ignored >"$scratch/said" 2>&1 ||
    { cat "$scratch/said" && exit 1; }
ok "hostile files of a megabyte end, in half a gigabyte of addresses"
