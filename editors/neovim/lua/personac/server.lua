-- Starts the server in the way that the running Neovim knows, and gives each buffer what it offers.
local config = require('personac.config')
local M = {}

local is_told = false

--- The program; Neovim 0.11 may have been told another by `vim.lsp.config`.
function M.program()
  local known = vim.lsp.config and vim.lsp.config.personac
  return (known or config.get()).cmd[1]
end

--- Whether the program is there; if not, that is said, once.
function M.is_there()
  local program = M.program()
  if vim.fn.executable(program) == 1 then return true end
  if not is_told then
    local how = 'put it on the PATH, or set `cmd` in `require("personac").setup{}`; `:checkhealth personac` says more'
    vim.notify(('personac: `%s` is not found: %s'):format(program, how), vim.log.levels.WARN)
    is_told = true
  end
  return false
end

--- The project of a buffer.
function M.root(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local directory = name ~= '' and vim.fn.fnamemodify(name, ':p:h') or vim.fn.getcwd()
  for _, marker in ipairs(config.get().root_markers) do
    local place = vim.fn.escape(directory, ' ,;') .. ';'
    local file, folder = vim.fn.findfile(marker, place), vim.fn.finddir(marker, place)
    if file ~= '' then return vim.fn.fnamemodify(file, ':p:h') end
    if folder ~= '' then return vim.fn.fnamemodify(folder, ':p:h:h') end
  end
  return directory
end

local function capabilities()
  local plain = vim.lsp.protocol.make_client_capabilities()
  local has_blink, blink = pcall(require, 'blink.cmp')
  local has_cmp, cmp = pcall(require, 'cmp_nvim_lsp')
  if has_blink then return blink.get_lsp_capabilities(plain) end
  if has_cmp then return vim.tbl_deep_extend('force', plain, cmp.default_capabilities()) end
  return plain
end

--- What a client is started with.
function M.client_config()
  local options = config.get()
  return {
    name = 'personac',
    cmd = options.cmd,
    filetypes = { 'persona' },
    capabilities = capabilities(),
    init_options = { formatOnSave = options.format_on_save },
    on_attach = function(client, buffer) require('personac.attach').attach(client, buffer) end,
  }
end

--- Neovim 0.11 keeps configurations, and starts clients for them itself.
function M.configure()
  if vim.lsp.config then vim.lsp.config('personac', M.client_config()) end
end

local started = {}

-- Neovim 0.7 shares no client by itself.
local function start_or_share(settings)
  local known = started[settings.root_dir]
  local client = known and vim.lsp.get_client_by_id(known)
  if client and not client.is_stopped() then return known end
  started[settings.root_dir] = vim.lsp.start_client(settings)
  return started[settings.root_dir]
end

--- Start or share a client for a buffer, where Neovim has no configurations.
function M.start(buffer)
  if not M.is_there() then return end
  local settings = vim.tbl_extend('force', M.client_config(), { root_dir = M.root(buffer) })
  if vim.lsp.start then return vim.lsp.start(settings) end
  local client = start_or_share(settings)
  if client then vim.lsp.buf_attach_client(buffer, client) end
end

--- The client of a buffer.
function M.client(buffer)
  local list = vim.lsp.get_clients or vim.lsp.get_active_clients
  local clients = vim.lsp.get_clients and list({ bufnr = buffer, name = 'personac' }) or list()
  for _, client in ipairs(clients) do
    if client.name == 'personac' and vim.lsp.buf_is_attached(buffer, client.id) then return client end
  end
end

--- Ask the server of a buffer; `done` gets an error's message, or `nil` and the answer.
function M.ask(buffer, method, params, done)
  local client = M.client(buffer)
  if not client then return done('no server: `:checkhealth personac` says why') end
  local handler = function(err, result) done(err and (err.message or tostring(err)), result) end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, handler, buffer)
  else
    client.request(method, params, handler, buffer)
  end
end

return M
