-- For `vim.lsp.enable('personac')` of Neovim 0.11.
local server = require('personac.server')
local config = server.client_config()

-- A project without the program starts nothing, and a message says so.
function config.root_dir(buffer, start)
  if server.is_there() then start(server.root(buffer)) end
end

return config
