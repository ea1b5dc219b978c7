# A client library drives `personac lsp`; editors.sh has the editors. Sourced by real-clients.

"$scratch/venv/bin/pip" install --quiet pytest-lsp==1.0.1 pytest-asyncio
PERSONAC=$personac "$scratch/venv/bin/python" -m pytest -q -o asyncio_mode=auto -p no:cacheprovider .ci/clients/test_lsp.py >"$scratch/said" 2>&1 ||
    { cat "$scratch/said" && exit 1; }
ok "pytest-lsp: positions, rapid edits, questions while typing"
