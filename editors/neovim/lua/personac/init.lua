-- Personas in Neovim. The server does the work; this starts it and gives its commands a place to show things.
local M = {}

--- Say what is wanted; see |personac-options|. It may be called before or after the first persona is opened.
function M.setup(options)
  require('personac.config').set(options or {})
  require('personac.server').configure()
end

--- Show the request body of a persona in a window that follows the text.
function M.body(key) require('personac.body').open(key) end

return M
