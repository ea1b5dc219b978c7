" Personas in Vim: comments, words, and the program behind it all.

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
" Labels and keys are whole words: `Île-de-France`, `51-200`.
setlocal iskeyword+=-
" As `personac fmt` lays personas out.
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal suffixesadd=.persona
let &l:include = '^\s*use\s\+"'
let b:match_words = '{:},\[:\],(:)'
compiler personac
let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< iskeyword< expandtab< shiftwidth< softtabstop<'
      \ . ' suffixesadd< include< makeprg< errorformat<'
      \ . ' | unlet! b:match_words b:current_compiler'

" Neovim has a client of its own.
if has('nvim')
  finish
endif
call personac#attach()
let b:undo_ftplugin .= ' | call personac#detach()'
