" Vim without the program: it says what is missing and what to do, and goes on.
edit a.persona
let s:right = get(g:, 'personac_said', '') =~# '^`personac` is not found: put it on the PATH'
call writefile([s:right ? 'ok' : get(g:, 'personac_said', 'nothing was said')], 'verdict')
qall!
