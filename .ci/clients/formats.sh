# Reports of findings: against the schemas of the formats, and read by programs that others use. Sourced by real-clients.

python3 -m venv "$scratch/venv" >/dev/null 2>&1 || { apt-get install -y -qq python3-venv >/dev/null 2>&1; python3 -m venv "$scratch/venv"; }
"$scratch/venv/bin/pip" install -q --disable-pip-version-check jsonschema junitparser sarif-tools xmlschema
# The schema of JUnit reports that Jenkins uses comes with the tests of pytest; that of SARIF with Microsoft's validator.
(
    cd "$scratch"
    venv/bin/pip download -q --disable-pip-version-check --no-deps --no-binary :all: pytest==9.2.0
    tar xzf pytest-9.2.0.tar.gz
    npm pack --silent @microsoft/sarif-multitool-linux@5.7.0 >/dev/null
    tar xzf microsoft-sarif-multitool-linux-5.7.0.tgz
    chmod u+x package/Sarif.Multitool
)

# Personas with and without findings, under names that mean something to the formats, and one that is not there.
reports=$scratch/reports
mkdir -p "$reports/d e"
printf 'title = "é😀" and senority >= VP\nlimit: "5"\nlimit: 6\n' >"$reports/a b%20#?&.persona"
printf 'function = "::error::]]>&<x>%%0A\\u{1b}\\u{0}\\u{ffff}😀"\n' >"$reports/d e/::error,a=b]]>\"'é😀.persona"
printf '(title = CEO\nand size 1..10) or function = Sales\n' >"$reports/d e/lines.persona"
printf 'function = Sales and function = Salez\nand function = Salez\n' >"$reports/d e/z.persona"
printf 'webhook: "https://hooks.example.com/leads"\nfunction = Sales\n' >"$reports/good.persona"

report() { # report FORMAT PATH...
    (cd "$reports" && "$personac" build "${@:2}" --emit ndjson --output-format "$1" 2>&1 >/dev/null) || true
}
for format in sarif github gitlab junit; do
    report "$format" . >"$scratch/report.$format"
    report "$format" . gone.persona >"$scratch/trouble.$format"
    report "$format" good.persona >"$scratch/good.$format"
    (cd "$reports" && "$personac" lint . --output-format "$format" >"$scratch/lint.$format" 2>"$scratch/beside") && exit 1
    test ! -s "$scratch/beside"
done

for which in report trouble good lint; do
    cp "$scratch/$which.sarif" "$scratch/$which.log.sarif"
    "$scratch/package/Sarif.Multitool" validate "$scratch/$which.log.sarif" >"$scratch/validation"
    if grep -q ' error ' "$scratch/validation"; then cat "$scratch/validation" && exit 1; fi
    "$scratch/venv/bin/python" .ci/clients/formats.py "$scratch" "$which" "$reports"
done
ok "reports are valid against the schemas of SARIF, GitLab and JUnit, and name their files"

"$scratch/venv/bin/sarif" --check warning summary "$scratch/report.sarif" >"$scratch/summary" && exit 1
grep -q ' - P203 .*: 3$' "$scratch/summary"
"$scratch/venv/bin/sarif" --check warning summary "$scratch/good.sarif" >/dev/null
ok "sarif-tools counts the findings of a SARIF log"

"$scratch/venv/bin/junitparser" verify "$scratch/good.junit"
"$scratch/venv/bin/junitparser" verify "$scratch/report.junit" && exit 1
ok "junitparser tells reports with findings from reports without"
