# Editors and client libraries drive `personac lsp`. Sourced by real-clients.

need nvim neovim
room=$scratch/neovim
mkdir "$room"
printf 'name: "x"\nlimit: 5\nwebhook: "https://hooks.example.com/leads"\ntitle = "é😀" and senority >= VP\n' >"$room/a.persona"
HOME=$room ROOM=$room PERSONAC=$personac timeout 120 nvim --headless --clean -c "luafile .ci/clients/neovim.lua" 2>"$scratch/said" ||
    { cat "$scratch/said" && exit 1; }
ok "neovim shows findings, completes, hovers, mends and formats"

"$scratch/venv/bin/pip" install --quiet pytest-lsp==1.0.1 pytest-asyncio
PERSONAC=$personac "$scratch/venv/bin/python" -m pytest -q -o asyncio_mode=auto -p no:cacheprovider .ci/clients/test_lsp.py >"$scratch/said" 2>&1 ||
    { cat "$scratch/said" && exit 1; }
ok "pytest-lsp: positions, rapid edits, questions while typing"
