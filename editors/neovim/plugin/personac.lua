-- Starts the server for personas, once.
if vim.g.loaded_personac then return end
vim.g.loaded_personac = true

if vim.lsp.enable then
  vim.lsp.enable('personac')
else
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'persona',
    group = vim.api.nvim_create_augroup('personac', {}),
    callback = function(event) require('personac.server').start(event.buf) end,
  })
end
