" Vim syntax file for personas. Words are told apart by where they stand, as the grammar does it: no filter or setting is
" named here, so that new ones need no change.

if exists('b:current_syntax')
  finish
endif
let s:options = &cpoptions
set cpoptions&vim

syntax case ignore
syntax iskeyword @,48-57,_,192-255,-
syntax sync fromstart

" What is not inside a list or an object. What is defined later wins where several could begin.
syntax match personaLabel /\%(\k\|[–&/'’]\|\k\@1<=+\)\+/
syntax match personaNumber /\<\d[0-9_]*k\=\>+\@!/
syntax match personaUnit /\%([0-9k.]\s\+\)\@8<=\<\%(years\=\|employees\=\|people\)\>/
syntax match personaRange /\.\./
syntax match personaComparison /[=<>!]=\=/
syntax match personaDelimiter /[][(){},]/

" A name that something is compared with: by a sign, a word, or a range.
syntax match personaField /\<\h\k*\ze\s*[=<>!]/
syntax match personaField /\<\h\k*\ze\s\+\%(not\s\+\)\=in\>/
syntax match personaField /\<\h\k*\ze\s\+\%("[^"]*"\|\k\+\)\=\.\./
" A name that is a clause of its own.
syntax match personaField /\%(^\|(\|\<and\|\<or\|\<not\)\@6<=\s*\zs\<\h\k*\ze\s*\%($\|[)#}]\|and\>\|or\>\)/

syntax match personaSetting /\<\h\k*\ze\s*:\%(\/\)\@!/
syntax match personaReference /\$\h\k*\%(\.\h\k*\)\=/
syntax match personaFunction /\<env\ze\s*(/

syntax keyword personaKeyword and or not in
syntax keyword personaStatement let use nextgroup=personaVariable skipwhite
syntax keyword personaStatement as nextgroup=personaNamespace skipwhite
syntax keyword personaStatement persona nextgroup=personaKey,personaString skipwhite
syntax keyword personaBoolean true false null
syntax match personaVariable /\h\k*/ contained
syntax match personaNamespace /\h\k*/ contained
syntax match personaKey /\k\+/ contained

syntax match personaEscape /\\\%(["\\nt]\|u{\x*}\)/ contained
syntax region personaString start=/"/ skip=/\\./ end=/"/ oneline contains=personaEscape
syntax match personaUnclosed /"\%([^"\\]\|\\.\)*$/ contains=personaEscape
syntax keyword personaTodo TODO FIXME XXX contained
" What a comment allows is said to the program.
syntax match personaAllow /\%(#\s*\)\@8<=personac:.*$/ contained
syntax match personaComment /#.*$/ contains=personaTodo,personaAllow,@Spell

" Inside a list every word is a value, inside an object every name before a colon a key.
syntax cluster personaValue contains=personaLabel,personaNumber,personaUnit,personaRange,personaReference,personaFunction,
      \personaBoolean,personaString,personaUnclosed,personaComment,personaList,personaObject
syntax region personaList matchgroup=personaDelimiter start=/\[/ end=/\]/ fold contains=@personaValue
syntax region personaObject matchgroup=personaDelimiter start=/{/ end=/}/ contained fold contains=@personaValue,personaMember
syntax region personaObject matchgroup=personaDelimiter start=/\%(:\s*\)\@32<={/ end=/}/ fold contains=@personaValue,personaMember
syntax match personaMember /\<\k\+\ze\s*:\%(\/\)\@!/ contained
syntax match personaMember /"[^"]*"\ze\s*:/ contained
" A block of its own, for folding.
syntax region personaBlock start=/\%(^\s*persona\>[^{#]*\)\@64<={/ end=/}/ transparent fold

highlight default link personaLabel Constant
highlight default link personaNumber Number
highlight default link personaUnit Special
highlight default link personaRange Operator
highlight default link personaComparison Operator
highlight default link personaDelimiter Delimiter
highlight default link personaField Identifier
highlight default link personaSetting Identifier
highlight default link personaMember Identifier
highlight default link personaReference PreProc
highlight default link personaVariable PreProc
highlight default link personaNamespace PreProc
highlight default link personaFunction Function
highlight default link personaKeyword Operator
highlight default link personaStatement Statement
highlight default link personaBoolean Boolean
highlight default link personaKey Type
highlight default link personaEscape SpecialChar
highlight default link personaString String
highlight default link personaUnclosed Error
highlight default link personaTodo Todo
highlight default link personaAllow SpecialComment
highlight default link personaComment Comment

let b:current_syntax = 'persona'
let &cpoptions = s:options
unlet s:options
