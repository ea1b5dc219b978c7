# The schemas of `personac schema`, judged by a validator that knows nothing of personac. Sourced by real-clients.

schemas=$scratch/schemas
mkdir "$schemas"
"$personac" schema body >"$schemas/body.json"
"$personac" schema project >"$schemas/project.json"
cmp "$schemas/body.json" docs/schema/body.json
cmp "$schemas/project.json" docs/schema/project.json
"$personac" init --quiet "$schemas/starter"
"$personac" build personas --emit ndjson >"$schemas/bodies" 2>/dev/null
# Many fixtures are wrong on purpose: what the others become is enough.
LEADS_WEBHOOK=https://hooks.example.com/leads \
    "$personac" build tests/fixtures tests/fixtures_fmt --emit ndjson >>"$schemas/bodies" 2>/dev/null || [ $? = 1 ]
"$scratch/venv/bin/python" .ci/clients/schema.py "$personac" "$schemas"
ok "a validator takes the bodies that are right and no other, and project files as personac does"

# Taplo is what checks TOML in editors.
npm install --silent --no-audit --no-fund --prefix "$scratch/taplo" @taplo/cli@0.7.0 >/dev/null
taplo() { "$scratch/taplo/node_modules/.bin/taplo" lint --schema "file://$schemas/project.json" "$1" 2>"$scratch/said"; }
taplo personas/personac.toml || { cat "$scratch/said" && exit 1; }
printf '[defaults]\nlimit = 0\n[lint]\nno-limits = "deny"\n' >"$schemas/wrong.toml"
taplo "$schemas/wrong.toml" && exit 1
grep -q '0 is less than the minimum of 1' "$scratch/said"
grep -q "'no-limits' was unexpected" "$scratch/said"
ok "taplo checks project files with the schema"
