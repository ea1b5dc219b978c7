-- What Neovim adds to the settings that Vim has too.
local buffer = vim.api.nvim_get_current_buf()
require('personac.colours').start(buffer)

local function command(name, run, options)
  vim.api.nvim_buf_create_user_command(buffer, name, run, options)
end
command('PersonaBody', function(call) require('personac').body(call.args) end, { nargs = '?', desc = 'Show the request body' })
command('PersonaPreview', function() require('personac.commands').preview() end, { desc = 'Count whom it finds' })
command('PersonaExplain', function(call) require('personac.commands').explain(call.args) end, { nargs = 1, desc = 'Show a manual page' })
command('PersonaFormat', function()
  if vim.lsp.buf.format then vim.lsp.buf.format({ name = 'personac' }) else vim.lsp.buf.formatting_sync() end
end, { desc = 'Lay the persona out' })

local undo = 'sil! delc -buffer PersonaBody | sil! delc -buffer PersonaPreview | sil! delc -buffer PersonaExplain | sil! delc -buffer PersonaFormat'
vim.b.undo_ftplugin = vim.b.undo_ftplugin and (vim.b.undo_ftplugin .. ' | ' .. undo) or undo
