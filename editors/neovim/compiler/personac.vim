" `:make` checks the file of the buffer. Findings say the letters before them, which are Vim's columns but for tabs and
" letters two columns wide.

if exists('current_compiler')
  finish
endif
let current_compiler = 'personac'

let s:program = substitute(get(g:, 'personac_executable', 'personac'), '[ \\|"]', '\\&', 'g')
execute 'CompilerSet makeprg=' . s:program . '\ lint\ --output-format\ concise\ %:S'
unlet s:program
CompilerSet errorformat=%f:%l:%v:\ %t%*[a-z]%m,%-G%.%#
