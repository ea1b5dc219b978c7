autocmd BufNewFile,BufRead *.persona setfiletype persona
