-- The request body of a persona, in a window that follows the text.
local server = require('personac.server')
local M = {}

local function tell(text) vim.notify('personac: ' .. text, vim.log.levels.WARN) end

-- The lens that shows a body, at or above a line; else the first.
local function lens_for(lenses, line)
  local best
  for _, lens in ipairs(lenses or {}) do
    local shows = lens.command and lens.command.command == 'personac.showBody'
    if shows and (not best or lens.range.start.line <= line) then best = lens end
  end
  return best
end

--- Give `done` the key of the persona that the cursor is in, `nil` where the file is one.
function M.key_at_cursor(buffer, done)
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
  server.ask(buffer, 'textDocument/codeLens', params, function(err, lenses)
    if err then return tell(err) end
    local lens = lens_for(lenses, line)
    local key = lens and lens.command.arguments[2]
    done(key ~= vim.NIL and key or nil)
  end)
end

-- Where the window is narrow, the beginning of what follows `what` is left out.
local function status(view, what, text)
  local line = ' ' .. what .. '%<' .. text:gsub('%%', '%%%%')
  for _, window in ipairs(vim.fn.win_findbuf(view.buffer)) do
    vim.api.nvim_win_set_option(window, 'statusline', line)
  end
end

-- A text with errors leaves the last body where it is, and says so below it.
local function put(view, err, shown)
  if not vim.api.nvim_buf_is_valid(view.buffer) then return end
  if err then return status(view, 'not up to date: ', vim.split(err, '\n')[1]) end
  vim.bo[view.buffer].modifiable = true
  vim.api.nvim_buf_set_lines(view.buffer, 0, -1, false, vim.split(shown.text:gsub('\n$', ''), '\n'))
  vim.bo[view.buffer].modifiable = false
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(view.source), ':t')
  status(view, 'body of ', name .. (view.key and (': ' .. view.key) or ''))
end

local function refresh(view)
  if not vim.api.nvim_buf_is_valid(view.source) then return end
  local params = { uri = vim.uri_from_bufnr(view.source), persona = view.key }
  server.ask(view.source, 'personac/body', params, function(err, shown) put(view, err, shown) end)
end

-- Not at every letter: when nothing is typed for a moment.
local function follow(view)
  local timer = vim.loop.new_timer()
  vim.api.nvim_buf_attach(view.source, false, {
    on_lines = function()
      if not vim.api.nvim_buf_is_valid(view.buffer) then
        if not timer:is_closing() then timer:close() end
        return true
      end
      timer:start(120, 0, vim.schedule_wrap(function() refresh(view) end))
    end,
  })
end

local function open_window(buffer)
  local here = vim.api.nvim_get_current_win()
  vim.cmd(require('personac.config').get().body_window)
  vim.api.nvim_win_set_buf(0, buffer)
  vim.api.nvim_set_current_win(here)
end

local function scratch()
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].filetype = 'json'
  vim.bo[buffer].modifiable = false
  return buffer
end

local views = {}

--- Show the body of a persona of a buffer.
function M.show(source, key)
  local name = source .. ':' .. (key or '')
  local view = views[name]
  if not view or not vim.api.nvim_buf_is_valid(view.buffer) then
    view = { source = source, key = key, buffer = scratch() }
    views[name] = view
    open_window(view.buffer)
    follow(view)
  end
  refresh(view)
end

--- Show the body of the persona that is named, or that the cursor is in.
function M.open(key)
  local buffer = vim.api.nvim_get_current_buf()
  if key and key ~= '' then return M.show(buffer, key) end
  M.key_at_cursor(buffer, function(found) M.show(buffer, found) end)
end

return M
