# The tree-sitter grammar of personas, and what it says of texts beside what the compiler says. Sourced by real-clients.

need cc gcc
need node nodejs
grammar=editors/tree-sitter-persona
trees=$scratch/tree-sitter
mkdir "$trees"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/personac-ci
cli=$cache/tree-sitter-cli-0.27.1
# Its package on npm holds no program. Neither optimized nor with a JavaScript of its own it is built in a few minutes.
[ -x "$cli/bin/tree-sitter" ] ||
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR=$trees/target cargo install --quiet --debug --no-default-features --locked \
        tree-sitter-cli --version 0.27.1 --root "$cli"
# It compiles the grammar into a folder of the user's otherwise.
tree_sitter() { (cd "$grammar" && TREE_SITTER_LIBDIR=$trees/lib TREE_SITTER_SEED=1 "$cli/bin/tree-sitter" "$@" >"$scratch/said" 2>&1); }
shows() { "$@" || { cat "$scratch/said" && exit 1; }; }

shows tree_sitter generate --abi 14 --output "$trees/src"
cp "$grammar/src/scanner.c" "$trees/src"
diff -r "$trees/src" "$grammar/src"
ok "tree-sitter makes the committed parser of the grammar"

shows tree_sitter test
ok "tree-sitter reads, mends and colors the corpus as it is written down"

shows tree_sitter fuzz --iterations 10 --edits 4
ok "tree-sitter reads an edited persona as it reads a new one"

cc -std=c11 -Wall -Wextra -Wpedantic -Werror -c -fPIC -I "$grammar/src" "$grammar/src/scanner.c" -o "$trees/scanner.o"
cc -std=c11 -O1 -c -fPIC -I "$grammar/src" "$grammar/src/parser.c" -o "$trees/parser.o"
cc -shared "$trees/parser.o" "$trees/scanner.o" -o "$trees/persona.so"
# Zed loads a grammar as WebAssembly, with few functions of C.
[ "$(nm --undefined-only --format=just-symbols "$trees/scanner.o")" = strcmp ]
ok "the scanner of the grammar needs nothing that editors do not have"

[ -x "$scratch/venv/bin/python" ] || python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check tree-sitter==0.25.2
run_python() { PYTHONDONTWRITEBYTECODE=1 timeout 300 "$scratch/venv/bin/python" "$@" >"$scratch/said" 2>&1; }
shows run_python "$grammar/test/queries.py" "$trees/persona.so" .
ok "the queries of the grammar color every word of every persona"
shows run_python "$grammar/test/agreement/compare.py" "$personac" "$trees/persona.so" . --count 1000
ok "the grammar accepts what the compiler accepts: $(tail -n 1 "$scratch/said")"

[ "$(cd "$grammar" && grep -hm1 -E '^ *"?version"? *[:=]' Cargo.toml package.json tree-sitter.json | grep -o '[0-9.]\+' | sort -u | wc -l)" = 1 ]
CARGO_TARGET_DIR=$cache/tree-sitter-persona cargo test --locked --quiet --manifest-path "$grammar/Cargo.toml" >"$scratch/said" 2>&1 ||
    { cat "$scratch/said" && exit 1; }
ok "the grammar's crate loads, parses and brings its queries"
