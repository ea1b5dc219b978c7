-- Neovim, without a screen: it opens a broken persona, sees what is wrong, completes, hovers, mends and formats.
local room, personac = vim.env.ROOM, vim.env.PERSONAC
local function fail(what, value)
  io.stderr:write(what .. ': ' .. vim.inspect(value) .. '\n')
  vim.cmd('cquit 1')
end
local function expect(what, right, value)
  if not right then fail(what, value) end
end

vim.cmd('edit ' .. vim.fn.fnameescape(room .. '/a.persona'))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'personac', cmd = { personac, 'lsp' }, root_dir = room })
expect('the client starts', client, client)
vim.lsp.buf_attach_client(buffer, client)

local function findings() return vim.diagnostic.get(buffer) end
local function wait_for(what, count)
  if not vim.wait(20000, function() return #findings() == count end, 20) then fail(what, findings()) end
end
local function lines() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  local answer = answers and answers[client]
  expect(method, answer and not answer.err, answers)
  return answer.result
end
local function at(line, column)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = column } }
end

-- The misspelt field stands behind letters of two and four bytes.
wait_for('findings', 1)
local found = findings()[1]
expect('the code', found.code == 'P201', found)
expect('the place', found.lnum == 3 and found.col == 21 and found.end_col == 29, found)

-- Completion: a label of the field, with its ID.
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'and function = Mark' })
local completion = ask('textDocument/completion', at(4, 19))
local first = (completion.items or completion)[1]
expect('completion', first and first.label:find('Marketing') and (first.detail or ''):find('15'), completion)
vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { 'and function = Marketing' })

-- Hover: what the label is.
local hover = ask('textDocument/hover', at(4, 18))
expect('hover', hover and vim.inspect(hover):find('`15`'), hover)

-- The safe fix of the finding, applied as the editor does.
local range = { start = { line = 3, character = 18 }, ['end'] = { line = 3, character = 18 } }
local uri = vim.uri_from_bufnr(buffer)
local actions = ask('textDocument/codeAction', { textDocument = { uri = uri }, range = range, context = { diagnostics = {} } })
local fix
for _, action in ipairs(actions) do
  if action.kind == 'quickfix' and action.isPreferred then fix = action end
end
expect('a preferred fix', fix, actions)
if not fix.edit then fix = ask('codeAction/resolve', fix) end
vim.lsp.util.apply_workspace_edit(fix.edit, vim.lsp.get_client_by_id(client).offset_encoding)
expect('the fix', lines()[4] == 'title = "é😀" and seniority >= VP', lines())
wait_for('nothing is wrong any more', 0)

-- Formatting, with the cursor where it was.
vim.api.nvim_win_set_cursor(0, { 5, 4 })
vim.lsp.buf.formatting_sync({}, 20000)
local text = table.concat(lines(), '\n')
expect('the layout', text:find('\nand seniority >= VP\nand function = Marketing', 1, true), text)

vim.lsp.get_client_by_id(client).stop()
expect('the server ends', vim.wait(20000, function() return vim.lsp.get_client_by_id(client) == nil end, 20), 'it is still there')
vim.cmd('qall!')
