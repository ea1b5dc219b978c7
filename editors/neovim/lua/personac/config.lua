-- What the user wants: `require("personac").setup{}`, else `vim.g.personac`, else these.
local M = {}

M.defaults = {
  -- The program and its arguments.
  cmd = { 'personac', 'lsp' },
  -- What makes a folder a project.
  root_markers = { 'personac.toml', '.git' },
  -- Offer completion while you type, as Neovim 0.11 can. `nil`: unless a completion plugin is loaded.
  completion = nil,
  -- Show IDs behind labels (Neovim 0.10).
  inlay_hints = true,
  -- Show what can be done with a persona above it.
  code_lens = true,
  -- Lay personas out before they are written.
  format_on_save = false,
  -- How the window of `:PersonaBody` is opened.
  body_window = 'botright vertical new',
}

local chosen

function M.set(options) chosen = options end

function M.get()
  return vim.tbl_extend('force', M.defaults, chosen or vim.g.personac or {})
end

return M
