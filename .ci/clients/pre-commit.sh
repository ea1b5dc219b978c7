# The real pre-commit, with this checkout as the source of its hooks. Sourced by real-clients.

need git git
"$scratch/venv/bin/pip" install -q --disable-pip-version-check pre-commit
export PRE_COMMIT_HOME=$scratch/pre-commit GIT_CONFIG_GLOBAL=$scratch/gitconfig
git config --global user.name ci
git config --global user.email ci@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always

# pre-commit clones its hooks from a repository; a checkout may come without one.
hooks=$scratch/hooks
mkdir "$hooks"
tar c --exclude=./target --exclude=./.git . | tar x -C "$hooks"
git -C "$hooks" init -q
git -C "$hooks" add -A
git -C "$hooks" commit -qm hooks
"$scratch/venv/bin/pre-commit" validate-manifest "$hooks/.pre-commit-hooks.yaml"
"$scratch/venv/bin/pre-commit" validate-config .pre-commit-config.yaml

team=$scratch/team
mkdir "$team"
(
    cd "$team"
    git init -q
    "$personac" init --quiet
    cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $hooks
    rev: $(git -C "$hooks" rev-parse HEAD)
    hooks:
      - id: personac-lint
      - id: personac-fmt
      - id: personac-build-check
        args: [personas, --out-dir, bodies]
YAML
    sed -i 's|^# webhook = .*|webhook = "https://hooks.example.com/leads"|' personac.toml
    "$personac" build personas --out-dir bodies
    git add -A
    "$scratch/venv/bin/pre-commit" install >/dev/null
)
# What is built for this checkout is built already.
commit() { # commit MESSAGE: git's exit code; what was said is in $scratch/said
    git -C "$team" add -A
    CARGO_TARGET_DIR=$PWD/target git -C "$team" commit -m "$1" >"$scratch/said" 2>&1
}
refused() { # refused MESSAGE TEXT...: the commit fails, and says each of the texts
    if commit "$1"; then cat "$scratch/said" && exit 1; fi
    for text in "${@:2}"; do
        grep -qF -- "$text" "$scratch/said" || { cat "$scratch/said" && exit 1; }
    done
}

commit good || { cat "$scratch/said" && exit 1; }
ok "pre-commit lets a good persona pass"

printf 'name: "Founders"\ntitle = Founder and senority >= VP\n' >"$team/personas/founders.persona"
refused misspelt 'error[P201 unknown-field]: no filter is called `senority`' 'did you mean `seniority`?'
ok "pre-commit blocks a persona with a mistake, and says what to do"

printf 'name: "Founders"\ntitle = Founder   AND headcount 1..10\n' >"$team/personas/founders.persona"
refused untidy 'files were modified by this hook' '+++ bodies/founders.json'
"$personac" build --quiet "$team/personas" --out-dir "$team/bodies"
commit tidy || { cat "$scratch/said" && exit 1; }
git -C "$team" show HEAD:personas/founders.persona | grep -qx 'and size 1..10'
ok "pre-commit formats a persona, reports a missing body, and then lets both pass"
