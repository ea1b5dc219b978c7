-- Completion. Labels have blanks and get quotes. Neovim 0.11 would put in the first word alone, and those before it take
-- the last word alone for what is typed; here what the server says is put in where the server says.
local M = {}

local found = {}

local function ask(line, column)
  local client = require('personac.server').client(0)
  if not client then return {} end
  local _, character = vim.str_utfindex(line, column)
  local position = { line = vim.api.nvim_win_get_cursor(0)[1] - 1, character = character }
  local params = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = position }
  local answer = client.request_sync('textDocument/completion', params, 2000, vim.api.nvim_get_current_buf())
  local result = answer and answer.result or {}
  return vim.tbl_filter(function(item) return item.textEdit end, result.items or result)
end

local function column_of(line, item, side)
  local character = item.textEdit.range[side].character
  if vim.fn.has('nvim-0.11') == 0 then return vim.str_byteindex(line, character, true) end
  return vim.str_byteindex(line, require('personac.server').client(0).offset_encoding, character, false)
end

local function without_end(text, tail)
  return tail ~= '' and vim.endswith(text, tail) and text:sub(1, #text - #tail) or text
end

-- What stands behind the cursor and is part of the edit stays: most often a closing quote.
local function text_of(item, line, column)
  return without_end(item.textEdit.newText, line:sub(column + 1, column_of(line, item, 'end')))
end

local function choice(item, line, first, column)
  local word = line:sub(first + 1, column_of(line, item, 'start')) .. text_of(item, line, column)
  return { word = word, abbr = item.label, menu = item.detail or '', icase = 1, dup = 1 }
end

local function prepare()
  local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
  local items = ask(line, column)
  local first = column
  for _, item in ipairs(items) do
    first = math.min(first, column_of(line, item, 'start'))
  end
  found = vim.tbl_map(function(item) return choice(item, line, first, column) end, items)
  return #found == 0 and -3 or first
end

-- Neovim 0.11 finds the place itself, and expands snippets.
local function convert(item)
  local is_snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
  if is_snippet or not item.textEdit then return {} end
  return { word = text_of(item, vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]) }
end

--- Offer completion while the user types.
function M.as_you_type(client, buffer)
  vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true, convert = convert })
  -- Without these the first of a list is put in before anybody has chosen.
  vim.bo[buffer].completeopt = 'menuone,noselect,popup'
end

--- For 'omnifunc'.
function M.omni(find_start)
  if find_start == 1 then return prepare() end
  return { words = found, refresh = 'always' }
end

return M
