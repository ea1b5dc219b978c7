# The extension for VS Code: types, lints, colours, and the package driven with the real server. Sourced by real-clients.

need npm npm
room=$scratch/vscode
mkdir "$room"
# What is built and installed stays out of the checkout; the tests read personas beside the extension.
tar c --exclude=node_modules editors/vscode personas tests/fixtures_fmt LICENSE-MIT LICENSE-APACHE | tar x -C "$room"
(
    cd "$room/editors/vscode"
    npm ci --ignore-scripts --no-audit --no-fund --prefer-offline
    PERSONAC=$personac timeout 600 npm test
) >"$scratch/said" 2>&1 || { tail -n 100 "$scratch/said" && exit 1; }
ok "VS Code: types, lints, colours, package, and the packaged extension with the real server"
