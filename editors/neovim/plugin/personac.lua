-- Starts the server for personas, once.
if vim.g.loaded_personac then return end
vim.g.loaded_personac = true

-- Neovim 0.11 starts it by itself, and says nothing where the program is missing.
local function serve(buffer)
  local server = require('personac.server')
  if not vim.lsp.enable then return server.start(buffer) end
  local is_wanted = not vim.lsp.is_enabled or vim.lsp.is_enabled('personac')
  if is_wanted then server.is_there() end
end

if vim.lsp.enable then vim.lsp.enable('personac') end
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'persona',
  group = vim.api.nvim_create_augroup('personac', {}),
  callback = function(event) serve(event.buf) end,
})
