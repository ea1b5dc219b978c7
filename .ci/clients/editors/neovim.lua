-- Neovim at a terminal, with the plugin: all that it offers, one thing after the other, as somebody would type it.
local editors = vim.env.EDITORS
local is_new = vim.fn.has('nvim-0.11') == 1

local function verdict(text)
  vim.fn.writefile(vim.split(text, '\n'), 'verdict')
  vim.cmd('qall!')
end

local function expect(what, right, value)
  if not right then error(what .. ': ' .. vim.inspect(value), 0) end
end

-- The steps run in a coroutine, so that Neovim goes on between them.
local function sleep(milliseconds)
  local step = coroutine.running()
  vim.defer_fn(function()
    local went, why = coroutine.resume(step)
    if not went then verdict(tostring(why)) end
  end, milliseconds)
  coroutine.yield()
end

local function wait_for(what, is_so, value)
  for _ = 1, 500 do
    if is_so() then return end
    sleep(20)
  end
  error(what .. ': ' .. vim.inspect(value and value()), 0)
end

local function keys(text) vim.api.nvim_input(text) end
local function lines(buffer) return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false) end
local function text(buffer) return table.concat(lines(buffer), '\n') end
local function findings() return vim.diagnostic.get(0) end
local function wait_for_findings(count)
  wait_for(count .. ' findings', function() return #findings() == count end, findings)
end

local function offered()
  return vim.tbl_map(function(item) return item.abbr ~= '' and item.abbr or item.word end, vim.fn.complete_info({ 'items' }).items)
end
local function wait_for_offer(label)
  wait_for('an offer of ' .. label, function()
    return vim.fn.pumvisible() == 1 and vim.tbl_contains(offered(), label)
  end, offered)
end

-- Windows but the one at hand: those that float, and those that do not.
local function other_windows(floats)
  return vim.tbl_filter(function(window)
    local is_float = vim.api.nvim_win_get_config(window).relative ~= ''
    return window ~= vim.api.nvim_get_current_win() and is_float == floats
  end, vim.api.nvim_list_wins())
end
local function shown(window) return text(vim.api.nvim_win_get_buf(window)) end

local function opens()
  vim.cmd('edit a.persona')
  expect('the file type', vim.bo.filetype == 'persona', vim.bo.filetype)
  expect('comments', vim.bo.commentstring == '# %s', vim.bo.commentstring)
  expect('words', vim.bo.iskeyword:find(',-', 1, true), vim.bo.iskeyword)
end

local function underlines()
  wait_for_findings(1)
  local found = findings()[1]
  expect('the code', found.code == 'P201', found)
  expect('the place', found.lnum == 3 and found.col == 16 and found.end_col == 24, found)
end

local function completes()
  -- The list is shown even if it holds one label, which is put in at once otherwise.
  vim.go.completeopt = 'menuone,noselect'
  keys('Goand seniority = Dir<C-x><C-o>')
  wait_for_offer('Director')
  keys('<C-n><C-y><Esc>')
  wait_for('the label', function() return lines()[5] == 'and seniority = Director' end, lines)
  keys('S')
  if is_new then
    keys('and function = ')
    wait_for_offer('Sales')
    keys('<C-e><Esc>S')
  end
  keys('and location = Greater Lon<C-x><C-o>')
  wait_for_offer('Greater London, England, United Kingdom')
  keys('<C-n><C-y><Esc>')
  local right = 'and location = "Greater London, England, United Kingdom"'
  wait_for('a label of several words', function() return lines()[5] == right end, lines)
end

local function hovers()
  vim.api.nvim_win_set_cursor(0, { 5, 20 })
  keys('K')
  wait_for('a hover', function() return #other_windows(true) == 1 end)
  local said = shown(other_windows(true)[1])
  expect('what it says', said:find('102257491', 1, true), said)
  vim.api.nvim_win_close(other_windows(true)[1], true)
end

local function choose(title)
  vim.ui.select = function(items, options, done)
    for index, item in ipairs(items) do
      if options.format_item(item):find(title, 1, true) then return done(item, index) end
    end
    verdict(title .. ' is not among ' .. vim.inspect(items))
  end
end

local function shows_the_body()
  vim.cmd('PersonaBody')
  wait_for('a window', function() return #other_windows(false) == 1 end)
  local window = other_windows(false)[1]
  local function status() return vim.wo[window].statusline end
  wait_for('why there is no body', function() return status():find('1 error', 1, true) end, status)
  return window
end

local function mends(body)
  vim.api.nvim_win_set_cursor(0, { 4, 18 })
  choose('replace with `seniority`')
  vim.lsp.buf.code_action()
  wait_for('the fix', function() return lines()[4] == 'title = CEO and seniority >= VP' end, lines)
  wait_for_findings(0)
  wait_for('the body follows', function() return shown(body):find('"300"', 1, true) end, function() return shown(body) end)
end

local function follows(body)
  vim.api.nvim_win_set_cursor(0, { 4, 0 })
  keys('$ciwCXO<Esc>')
  wait_for('the body of what is typed', function()
    return shown(body):find('"310"', 1, true) and not shown(body):find('"300"', 1, true)
  end, function() return shown(body) end)
  expect('JSON', vim.fn.json_decode(shown(body)).seniority_levels[1] == '310', shown(body))
  vim.api.nvim_win_close(body, true)
end

local function runs_lenses()
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.lsp.codelens.refresh()
  wait_for('lenses', function() return #vim.lsp.codelens.get(0) == 2 end, function() return vim.lsp.codelens.get(0) end)
  choose('build: show request body')
  vim.lsp.codelens.run()
  wait_for('the body', function() return #other_windows(false) == 1 and shown(other_windows(false)[1]):find('"310"') end)
  vim.api.nvim_win_close(other_windows(false)[1], true)
  vim.cmd('PersonaExplain P201')
  wait_for('the page', function() return #other_windows(true) == 1 and shown(other_windows(true)[1]):find('unknown%-field') end)
  vim.api.nvim_win_close(other_windows(true)[1], true)
end

local function hints()
  if not vim.lsp.inlay_hint then return end
  wait_for('IDs behind labels', function()
    return vim.tbl_contains(vim.tbl_map(function(hint) return hint.inlay_hint.position.line end, vim.lsp.inlay_hint.get({ bufnr = 0 })), 4)
  end)
end

local function lays_out()
  vim.cmd('PersonaFormat')
  wait_for('the layout', function() return lines()[5] == 'title = CEO' and lines()[6] == 'and seniority >= CXO' end, lines)
end

local function makes()
  vim.api.nvim_buf_set_lines(0, 5, 6, false, { 'and title = "é" and senority >= CXO' })
  vim.cmd('write')
  vim.cmd('silent make')
  local place = vim.api.nvim_win_get_cursor(0)
  expect(':make', place[1] == 6 and place[2] == 21, place)
end

local function is_served()
  vim.cmd('checkhealth personac')
  expect('health', text():find('a.persona is served, its project is ' .. vim.fn.getcwd(), 1, true), text())
  vim.cmd('bwipeout!')
  vim.cmd('helptags ALL')
  vim.cmd('help personac-options')
  expect('help', vim.fn.expand('%:p'):find('room', 1, true) == nil and vim.bo.filetype == 'help', vim.fn.expand('%:p'))
  vim.cmd('helpclose')
end

-- A file of several personas, in a project of its own; and what the user may choose.
local function serves_blocks()
  require('personac').setup({ format_on_save = true, body_window = 'belowright new' })
  vim.cmd('edit! team/team.persona')
  local server = require('personac.server')
  wait_for('a server', function() return server.client(0) end)
  local root = server.client(0).config.root_dir
  expect('the project', vim.endswith(root, '/room/team'), root)
  vim.api.nvim_win_set_cursor(0, { 6, 8 })
  vim.cmd('PersonaBody')
  wait_for('the body of the second', function() return #other_windows(false) == 1 and shown(other_windows(false)[1]):find('Controller') end)
  expect('where it is', vim.fn.winlayout()[1] == 'col', vim.fn.winlayout())
  vim.api.nvim_win_close(other_windows(false)[1], true)
  vim.cmd('PersonaBody buyers')
  wait_for('the body of the first', function() return #other_windows(false) == 1 and shown(other_windows(false)[1]):find('CFO') end)
  vim.api.nvim_win_close(other_windows(false)[1], true)
end

local function lays_out_on_save()
  vim.api.nvim_buf_set_lines(0, 1, 2, false, { 'title=CFO' })
  vim.cmd('write')
  expect('the layout', lines()[2] == '    title = CFO', lines())
end

-- Without a key nobody is asked.
local function counts()
  local said = {}
  local notify = vim.notify
  vim.notify = function(message) table.insert(said, message) end
  vim.cmd('PersonaPreview')
  wait_for('what is missing', function() return #said == 1 and said[1]:find('PRONTO_API_KEY', 1, true) end, function() return said end)
  vim.notify = notify
end

local function colours()
  vim.cmd('edit! sample.persona')
  vim.cmd('source ' .. editors .. '/groups.vim')
  local wrong = vim.fn.WrongGroups(vim.fn.readfile(editors .. '/groups.tsv'))
  expect('colours', #wrong == 0, wrong)
  wrong = vim.fn.WrongIndents()
  expect('indentation', #wrong == 0, wrong)
end

local function finds()
  local server = require('personac.server')
  wait_for('a server', function() return server.client(0) end)
  vim.fn.cursor(1, 1)
  vim.fn.search([[\$founders]])
  keys('<C-]>')
  wait_for('the definition', function() return vim.api.nvim_get_current_line():find('^let founders') end, vim.api.nvim_get_current_line)
end

local function ends()
  local server = require('personac.server')
  local client = server.client(0).id
  vim.lsp.get_client_by_id(client).stop()
  wait_for('the server ends', function() return vim.lsp.get_client_by_id(client) == nil end)
end

coroutine.wrap(function()
  sleep(10)
  opens()
  underlines()
  completes()
  hovers()
  local body = shows_the_body()
  mends(body)
  follows(body)
  runs_lenses()
  hints()
  lays_out()
  makes()
  is_served()
  serves_blocks()
  lays_out_on_save()
  counts()
  colours()
  finds()
  ends()
  verdict('ok')
end)()
