-- Tree-sitter where there is a parser for personas; else the syntax file, which Vim has too.
local M = {}

--- Whether a parser for personas is installed, and fits the queries and this Neovim, which must be 0.8 or newer.
function M.has_parser()
  if not vim.treesitter.start then return false end
  if #vim.api.nvim_get_runtime_file('parser/persona.*', false) == 0 then return false end
  local require_language = vim.treesitter.language and vim.treesitter.language.add or vim.treesitter.require_language
  local is_there, added = pcall(require_language, 'persona')
  if not is_there or added == nil and vim.fn.has('nvim-0.11') == 1 then return false end
  local get = vim.treesitter.query and vim.treesitter.query.get or require('vim.treesitter.query').get_query
  return (pcall(get, 'persona', 'highlights'))
end

function M.start(buffer)
  if M.has_parser() then pcall(vim.treesitter.start, buffer, 'persona') end
end

return M
