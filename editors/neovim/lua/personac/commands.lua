-- The commands of the server's code lenses and actions.
local M = {}

local function tell(text) vim.notify('personac: ' .. text, vim.log.levels.WARN) end

local function execute(command, done)
  local params = { command = command.command, arguments = command.arguments }
  require('personac.server').ask(vim.api.nvim_get_current_buf(), 'workspace/executeCommand', params, function(err, result)
    if err then return tell(err) end
    if done then done(result) end
  end)
end

local function show_page(result)
  vim.lsp.util.open_floating_preview(vim.split(result.text, '\n'), 'markdown', { border = 'rounded' })
end

local function show_body(command)
  local uri, key = command.arguments[1], command.arguments[2]
  require('personac.body').show(vim.uri_to_bufnr(uri), key ~= vim.NIL and key or nil)
end

--- Let Neovim run them.
function M.install()
  vim.lsp.commands['personac.showBody'] = show_body
  -- The server says the number itself, as a message.
  vim.lsp.commands['personac.preview'] = function(command) execute(command) end
  vim.lsp.commands['personac.explain'] = function(command) execute(command, show_page) end
end

--- Show the manual page of a code, a filter or a setting.
function M.explain(name) execute({ command = 'personac.explain', arguments = { name } }, show_page) end

--- Say how many people the persona at the cursor finds.
function M.preview()
  local buffer = vim.api.nvim_get_current_buf()
  require('personac.body').key_at_cursor(buffer, function(key)
    execute({ command = 'personac.preview', arguments = { vim.uri_from_bufnr(buffer), key or vim.NIL } })
  end)
end

return M
