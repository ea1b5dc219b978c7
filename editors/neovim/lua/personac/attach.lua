-- What a buffer gets when the server has it.
local config = require('personac.config')
local M = {}

-- Completion plugins show the server's answers themselves.
local plugins = { 'cmp', 'blink.cmp', 'mini.completion', 'coq', 'care' }

local function wants_completion()
  local wanted = config.get().completion
  if wanted ~= nil then return wanted end
  for _, plugin in ipairs(plugins) do
    if package.loaded[plugin] then return false end
  end
  return true
end

local function complete(client, buffer)
  if not vim.lsp.completion then
    vim.bo[buffer].omnifunc = "v:lua.require'personac.complete'.omni"
  elseif wants_completion() then
    require('personac.complete').as_you_type(client, buffer)
  end
end

-- What Neovim itself gives a buffer that is served, since 0.8 and 0.10.
local function give_keys(buffer)
  if vim.bo[buffer].tagfunc == '' then vim.bo[buffer].tagfunc = 'v:lua.vim.lsp.tagfunc' end
  if vim.fn.has('nvim-0.10') == 0 and vim.fn.maparg('K', 'n') == '' then
    vim.keymap.set('n', 'K', vim.lsp.buf.hover, { buffer = buffer, desc = 'Hover' })
  end
end

local function show_lenses(buffer)
  -- Neovim 0.12 keeps them fresh itself.
  if vim.lsp.codelens.enable then return vim.lsp.codelens.enable(true, { bufnr = buffer }) end
  local group = vim.api.nvim_create_augroup('personac_lenses_' .. buffer, {})
  -- Only the buffer at hand can be asked about in old versions.
  local function refresh()
    if vim.api.nvim_get_current_buf() == buffer then vim.lsp.codelens.refresh({ bufnr = buffer }) end
  end
  local events = { 'BufEnter', 'InsertLeave', 'TextChanged' }
  vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = refresh })
  vim.schedule(refresh)
end

local function show_hints(buffer)
  local hints = vim.lsp.inlay_hint
  if type(hints) == 'table' and hints.enable then pcall(hints.enable, true, { bufnr = buffer }) end
end

local function format_before_writes(buffer)
  vim.api.nvim_create_autocmd('BufWritePre', {
    group = vim.api.nvim_create_augroup('personac_format_' .. buffer, {}),
    buffer = buffer,
    callback = function() vim.lsp.buf.formatting_sync({}, 2000) end,
  })
end

function M.attach(client, buffer)
  local options = config.get()
  require('personac.commands').install()
  complete(client, buffer)
  give_keys(buffer)
  if options.code_lens then show_lenses(buffer) end
  if options.inlay_hints then show_hints(buffer) end
  -- Neovim 0.7 does not ask the server before it writes.
  if options.format_on_save and vim.fn.has('nvim-0.8') == 0 then format_before_writes(buffer) end
end

return M
