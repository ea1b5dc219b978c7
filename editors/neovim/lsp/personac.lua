-- For `vim.lsp.enable('personac')` of Neovim 0.11.
local server = require('personac.server')
local config = server.client_config()

function config.root_dir(buffer, start) start(server.root(buffer)) end

return config
