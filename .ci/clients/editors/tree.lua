-- Neovim with the parser: tree-sitter colours personas, and :checkhealth says so.
vim.cmd('edit sample.persona')
local buffer = vim.api.nvim_get_current_buf()
local function capture_of(word)
  local line = vim.fn.search('\\V' .. word) - 1
  local captures = vim.treesitter.get_captures_at_pos(buffer, line, vim.fn.col('.') - 1)
  return captures[#captures] and captures[#captures].capture
end
local function check()
  local health = require('personac.colours').has_parser()
  local right = { ['seniority >='] = 'property', ['Director'] = 'constant', ['AND '] = 'keyword.operator', ['first'] = 'type' }
  local wrong = { vim.treesitter.highlighter.active[buffer] and '' or 'not coloured', health and '' or 'no parser' }
  for word, wanted in pairs(right) do
    vim.fn.cursor(1, 1)
    local found = capture_of(word)
    table.insert(wrong, found == wanted and '' or ('%s is %s'):format(word, found))
  end
  return table.concat(wrong)
end
vim.defer_fn(function()
  local went, said = pcall(check)
  vim.fn.writefile({ went and said == '' and 'ok' or said }, 'verdict')
  vim.cmd('qall!')
end, 500)
