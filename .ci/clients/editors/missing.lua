-- Neovim without the program: it says what is missing and what to do, once, and goes on.
local said = {}
vim.notify = function(text) table.insert(said, text) end
vim.cmd('edit a.persona')
vim.cmd('edit sample.persona')
vim.defer_fn(function()
  local right = #said == 1 and said[1]:find('personac: `personac` is not found: put it on the PATH', 1, true)
  vim.fn.writefile({ right and 'ok' or vim.inspect(said) }, 'verdict')
  vim.cmd('qall!')
end, 500)
