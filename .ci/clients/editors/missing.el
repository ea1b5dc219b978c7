;; Emacs without the program: it says what is missing and what to do, and goes on.
(find-file "a.persona")
(let ((said (with-current-buffer (get-buffer-create "*Warnings*") (buffer-string))))
  (write-region (if (string-match-p "is not found: put it on the PATH" said) "ok" (concat "said: " said)) nil "verdict")
  (kill-emacs))
