-- `:checkhealth personac`
local server = require('personac.server')
local M = {}

local health = vim.health or require('health')
local start, good = health.start or health.report_start, health.ok or health.report_ok
local warn, bad, info = health.warn or health.report_warn, health.error or health.report_error, health.info or health.report_info

local function program()
  local name = server.program()
  local path = vim.fn.exepath(name)
  if path == '' then
    return bad(('`%s` is not found'):format(name), { 'put it on the PATH of Neovim', 'or set `cmd` in `require("personac").setup{}`' })
  end
  good(('%s is %s'):format(vim.fn.trim(vim.fn.system({ path, '--version' })), path))
end

local function clients()
  local count = 0
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local client = vim.bo[buffer].filetype == 'persona' and server.client(buffer)
    if client then
      count = count + 1
      local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':~:.')
      good(('%s is served, its project is %s'):format(name, client.config.root_dir))
    end
  end
  if count == 0 then info('no persona is open') end
end

local function colours()
  if require('personac.colours').has_parser() then
    good('tree-sitter colours personas')
  else
    info('no tree-sitter parser for `persona`: the syntax file colours personas')
  end
end

function M.check()
  start('personac')
  program()
  clients()
  colours()
  if not vim.lsp.completion then warn('Neovim before 0.11 completes on <C-x><C-o> only, unless a plugin does more') end
end

return M
