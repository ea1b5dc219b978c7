;;; persona-mode.el --- Major mode for lead-search personas  -*- lexical-binding: t; -*-

;; Author: The personac authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Personas say whom a lead search looks for; `personac' compiles them to
;; the request body of the search.  This mode colours and indents them, and
;; starts `personac lsp' through Eglot: findings, completion of labels, the
;; meaning of what is at point, fixes, the canonical layout.
;;
;;   C-c C-b  show the request body in a window that follows the text
;;   C-c C-p  count whom the persona at point finds
;;   C-c C-e  show a page of the manual
;;   C-c C-f  lay the buffer out
;;   C-c C-a  choose a fix

;;; Code:

(require 'eglot)
(require 'jsonrpc)

(defgroup persona nil
  "Lead-search personas."
  :group 'languages
  :prefix "persona-")

(defcustom persona-server-command '("personac" "lsp")
  "The language server: a program and its arguments."
  :type '(repeat string))

(defcustom persona-start-server t
  "Whether a buffer with a persona starts the language server."
  :type 'boolean)

(defcustom persona-format-on-save nil
  "Whether a persona is laid out before it is saved."
  :type 'boolean)

(defcustom persona-indent-offset 4
  "How far the inside of a bracket is indented; the canonical layout has 4."
  :type 'natnum
  :safe #'natnump)

;;;; Colours

(defconst persona--name "[[:alpha:]_][[:alnum:]_-]*"
  "The name of a filter, a setting or a `let'.")

(defun persona--in-list-p (position)
  "Return non-nil if POSITION is between square brackets."
  (let ((open (nth 1 (syntax-ppss position))))
    (and open (eq (char-after open) ?\[))))

(defun persona--match-outside-lists (pattern limit)
  "Find PATTERN before LIMIT where it does not stand in a list."
  (let ((found nil))
    (while (and (not found) (re-search-forward pattern limit t))
      (setq found (not (save-excursion
                         (save-match-data
                           (persona--in-list-p (match-beginning 1)))))))
    found))

(defun persona--match-field (limit)
  "Find a name that something is compared with, before LIMIT."
  (persona--match-outside-lists
   (concat "\\_<\\(" persona--name "\\)"
           "\\(?:\\s-*[=<>!]\\|\\s-+\\(?:not\\s-+\\)?in\\_>"
           "\\|\\s-+\\(?:\"[^\"\n]*\"\\|[[:alnum:]_]+\\)?\\.\\.\\)")
   limit))

(defun persona--match-signal (limit)
  "Find a name that is a clause of its own, before LIMIT."
  (persona--match-outside-lists
   (concat "\\(?:^\\|(\\|\\_<\\(?:and\\|or\\|not\\)\\_>\\)[ \t]*"
           "\\_<\\(" persona--name "\\)[ \t]*"
           "\\(?:$\\|[)#}]\\|\\_<\\(?:and\\|or\\)\\_>\\)")
   limit))

(defconst persona--words
  (regexp-opt '("and" "or" "not" "in" "let" "use" "as" "persona") 'symbols)
  "The words of the language.")

(defvar persona-font-lock-keywords
  `(("#\\s-*\\(personac:.*\\)$" 1 font-lock-doc-face t)
    ("\\_<let\\s-+\\(\\(?:\\sw\\|\\s_\\)+\\)" 1 font-lock-variable-name-face)
    ("\\_<as\\s-+\\(\\(?:\\sw\\|\\s_\\)+\\)" 1 font-lock-variable-name-face)
    ("\\_<persona\\s-+\\(\\(?:\\sw\\|\\s_\\)+\\)\\s-*{" 1 font-lock-type-face)
    ("\\_<\\(env\\)\\s-*(" 1 font-lock-builtin-face)
    (,persona--words . font-lock-keyword-face)
    (,(regexp-opt '("true" "false" "null") 'symbols) . font-lock-constant-face)
    (,(concat "\\$" persona--name "\\(?:\\." persona--name "\\)?")
     . font-lock-preprocessor-face)
    (,(concat "\\_<\\(" persona--name "\\)\\s-*:\\(?:[^/]\\|$\\)")
     1 font-lock-variable-name-face)
    (persona--match-field 1 font-lock-function-name-face)
    (persona--match-signal 1 font-lock-function-name-face)
    ("[0-9k]\\s-+\\(years?\\|employees?\\|people\\)\\_>" 1 font-lock-builtin-face)
    ("\\(?:\\sw\\|\\s_\\)+" . font-lock-constant-face))
  "What is coloured how.  What stands first wins.")

(defvar persona-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (dolist (letter '(?_ ?- ?+ ?– ?& ?/ ?' ?’))
      (modify-syntax-entry letter "_" table))
    (dolist (sign '(?= ?< ?> ?! ?$ ?. ?, ?: ?*))
      (modify-syntax-entry sign "." table))
    table)
  "What letters are in a persona.")

;;;; Indentation and outline

(defun persona-indent-line ()
  "Indent a line by a level for each bracket that is open before it."
  (interactive)
  (let* ((start (save-excursion (back-to-indentation) (point)))
         (state (save-excursion (syntax-ppss (line-beginning-position))))
         (closers (save-excursion
                    (goto-char start)
                    (skip-chars-forward "])}")
                    (- (point) start)))
         (column (* persona-indent-offset (max 0 (- (car state) closers)))))
    (if (nth 3 state)
        'noindent
      (if (<= (current-column) (current-indentation))
          (indent-line-to column)
        (save-excursion (indent-line-to column))))))

(defvar persona-imenu-generic-expression
  `(("Persona" ,(concat "^\\s-*persona\\s-+\"?\\([[:alnum:]_-]+\\)") 1)
    ("Let" ,(concat "^\\s-*let\\s-+\\(" persona--name "\\)") 1)
    ("Use" "^\\s-*use\\s-+\"\\([^\"\n]+\\)\"" 1))
  "What the outline lists while no server does.")

;;;; The server

(defun persona--contact (&optional _interactive)
  "The program and the arguments of the server, for Eglot."
  persona-server-command)

(add-to-list 'eglot-server-programs '(persona-mode . persona--contact))

(defun persona--start-server ()
  "Start the server, or say what is missing."
  (let ((program (car persona-server-command)))
    (if (executable-find program t)
        (eglot-ensure)
      (display-warning
       'persona
       (format-message
        "`%s' is not found: put it on the PATH, or set `persona-server-command'"
        program)))))

(defun persona--server ()
  "Return the server of the buffer, or raise an error with what to do."
  (or (eglot-current-server)
      (user-error "No server: start one with `M-x eglot'")))

(defun persona--uri ()
  "The address of the file of the buffer, as the server knows it."
  (plist-get (eglot--TextDocumentIdentifier) :uri))

(defun persona--ask (method params then &optional failed)
  "Ask METHOD with PARAMS once all edits are told; THEN gets the answer.
FAILED gets the message of an error; without it the message is shown.
Both are called in the buffer that asks."
  (let ((failed (or failed (lambda (why) (message "personac: %s" why))))
        (here (lambda (buffer do answer)
                (when (buffer-live-p buffer)
                  (with-current-buffer buffer (funcall do answer)))))
        (buffer (current-buffer)))
    (jsonrpc-async-request
     (persona--server) method params
     ;; Of two that are deferred under one name the first is forgotten.
     :deferred (list method then)
     :success-fn (lambda (answer) (funcall here buffer then answer))
     :error-fn (lambda (answer)
                 (funcall here buffer failed (plist-get answer :message))))))

(defun persona--lens-for (lenses line)
  "Choose of LENSES the body's at or above LINE, else the first."
  (let ((best nil))
    (seq-doseq (lens lenses)
      (let ((command (plist-get lens :command))
            (start (plist-get (plist-get lens :range) :start)))
        (when (and (equal (plist-get command :command) "personac.showBody")
                   (or (null best) (<= (plist-get start :line) line)))
          (setq best command))))
    best))

(defun persona--with-key (then)
  "Give THEN the key of the persona at point; nil where the file is one."
  (let ((line (1- (line-number-at-pos nil t))))
    (persona--ask
     :textDocument/codeLens (list :textDocument (list :uri (persona--uri)))
     (lambda (lenses)
       (let ((command (persona--lens-for lenses line)))
         (funcall then (and command
                            (elt (plist-get command :arguments) 1))))))))

;;;; Completion

;; Labels have blanks and get quotes, and Eglot takes the last word alone for
;; what is typed.  Here the server says what is replaced, and by what.

(defun persona--choices ()
  "Ask the server what can stand at point."
  (let ((answer (jsonrpc-request (persona--server) :textDocument/completion
                                 (eglot--TextDocumentPositionParams)
                                 :deferred :textDocument/completion
                                 :cancel-on-input t)))
    (seq-filter (lambda (item) (plist-get item :textEdit))
                (append (if (vectorp answer) answer (plist-get answer :items))
                        nil))))

(defun persona--edge (item side)
  "Return the position of SIDE, `:start' or `:end', of the edit of ITEM."
  (eglot--lsp-position-to-point
   (plist-get (plist-get (plist-get item :textEdit) :range) side)))

(defun persona--fits-p (typed item)
  "Return non-nil if ITEM begins with what is TYPED."
  (or (string-prefix-p typed (plist-get item :filterText) t)
      (string-prefix-p typed (plist-get item :label) t)))

(defun persona--table (typed items)
  "Return a completion table of ITEMS.
All of them answer what was TYPED when the server was asked."
  (lambda (string _predicate action)
    (let* ((left (if (string= string typed) items
                   (seq-filter (apply-partially #'persona--fits-p string)
                               items)))
           (labels (mapcar (lambda (item) (plist-get item :label)) left)))
      (pcase action
        ('metadata '(metadata (category . persona)
                              (display-sort-function . identity)
                              (cycle-sort-function . identity)))
        (`(boundaries . ,_) nil)
        ('lambda (and (member string labels) t))
        ('t labels)
        (_ (cond ((null labels) nil)
                 ((equal labels (list string)) t)
                 ((cdr labels) string)
                 (t (car labels))))))))

(defun persona--put (item start end-offset)
  "Replace what stands from START to END-OFFSET behind point by ITEM's text."
  (let ((end (min (+ (point) end-offset) (line-end-position))))
    (delete-region start end)
    (insert (plist-get (plist-get item :textEdit) :newText))))

(defun persona--complete-first ()
  "Let `persona-completion-at-point' go before the completion of Eglot."
  (add-hook 'completion-at-point-functions
            #'persona-completion-at-point -90 t))

(defun persona-completion-at-point ()
  "Complete by the server, for `completion-at-point-functions'."
  (when-let* (((eglot-current-server))
              (items (persona--choices))
              (first (car items))
              (start (min (point) (persona--edge first :start)))
              (behind (max 0 (- (persona--edge first :end) (point))))
              (find (lambda (label)
                      (seq-find (lambda (item)
                                  (string= label (plist-get item :label)))
                                items))))
    (list start (point)
          (persona--table (buffer-substring-no-properties start (point)) items)
          :annotation-function
          (lambda (label)
            (concat " " (plist-get (funcall find label) :detail)))
          :exit-function
          (lambda (label status)
            (when-let* (((memq status '(finished sole)))
                        (item (funcall find (substring-no-properties label))))
              (persona--put item start behind))))))

;;;; The request body

(defvar-local persona--view nil
  "The buffer with the body of the persona of this one.")
(defvar-local persona--view-key nil
  "The key of the persona that is shown; nil where the file is one.")
(defvar-local persona--view-timer nil
  "What brings the body up to date soon.")

(defun persona--say-in-view (view text)
  "Say TEXT above VIEW."
  (with-current-buffer view
    (setq header-line-format (concat " " (string-replace "%" "%%" text)))
    (force-mode-line-update)))

(defun persona--put-body (view name answer)
  "Put the body in ANSWER, of the persona NAME, into VIEW."
  (let ((new (generate-new-buffer " *new body*" t)))
    (with-current-buffer new (insert (plist-get answer :text)))
    (with-current-buffer view
      (let ((inhibit-read-only t)) (replace-buffer-contents new)))
    (kill-buffer new)
    (persona--say-in-view view (format "body of %s" name))))

(defun persona--put-error (view why)
  "Say in VIEW that its body is old, and WHY."
  (let ((first (car (split-string why "\n"))))
    (persona--say-in-view view (format "not up to date: %s" first))))

(defun persona--if-live (view do)
  "Wrap DO: it gets VIEW and an answer, if VIEW still lives."
  (lambda (answer)
    (when (buffer-live-p view) (funcall do view answer))))

(defun persona--refresh-body (source)
  "Bring the body of the persona in SOURCE up to date."
  (when (buffer-live-p source)
    (with-current-buffer source
      (when (and (buffer-live-p persona--view) (eglot-current-server))
        (let* ((key persona--view-key)
               (name (concat (buffer-name) (and key (concat ": " key))))
               (put (lambda (view answer)
                      (persona--put-body view name answer))))
          (persona--ask :personac/body
                        (list :uri (persona--uri) :persona key)
                        (persona--if-live persona--view put)
                        (persona--if-live persona--view
                                          #'persona--put-error)))))))

(defun persona--refresh-soon (&rest _)
  "Bring the body up to date when nothing is typed for a moment."
  (if (not (buffer-live-p persona--view))
      (remove-hook 'after-change-functions #'persona--refresh-soon t)
    (when (timerp persona--view-timer)
      (cancel-timer persona--view-timer))
    (setq persona--view-timer
          (run-with-timer 0.15 nil #'persona--refresh-body (current-buffer)))))

(defun persona--view-buffer (source)
  "A buffer for the body of the persona in SOURCE."
  (let ((view (get-buffer-create (format "*body of %s*" (buffer-name source)))))
    (with-current-buffer view
      (if (fboundp 'js-json-mode) (js-json-mode) (prog-mode))
      (setq buffer-read-only t))
    view))

(defun persona--open-view (key)
  "Show the body of the persona called KEY, and follow the text."
  (setq persona--view-key key)
  (unless (buffer-live-p persona--view)
    (setq persona--view (persona--view-buffer (current-buffer))))
  (add-hook 'after-change-functions #'persona--refresh-soon nil t)
  (display-buffer persona--view
                  '(display-buffer-in-direction (direction . right)))
  (persona--refresh-body (current-buffer)))

(defun persona-show-body ()
  "Show the request body of the persona at point, and follow the text."
  (interactive)
  (persona--with-key #'persona--open-view))

;;;; More of the server's commands

(defun persona--execute (command arguments then)
  "Let the server execute COMMAND with ARGUMENTS; THEN gets the result."
  (persona--ask :workspace/executeCommand
                (list :command command :arguments (vconcat arguments))
                then))

(defun persona-preview ()
  "Count the people of the persona at point; it costs no credits."
  (interactive)
  (let ((uri (persona--uri)))
    (persona--with-key
     (lambda (key)
       (persona--execute
        "personac.preview" (list uri key)
        (lambda (result) (message "%s" (plist-get result :text))))))))

(defun persona-explain (name)
  "Show the manual page of NAME: a code, a filter or a setting."
  (interactive
   (list (read-string "Explain: " (thing-at-point 'symbol t))))
  (persona--execute
   "personac.explain" (list name)
   (lambda (result)
     (with-help-window "*personac manual*"
       (princ (plist-get result :text))))))

(defun persona--format-on-save ()
  "Lay the buffer out if that is wanted and there is a server."
  (when (and persona-format-on-save (eglot-current-server))
    (eglot-format-buffer)))

;;;; The mode

(defvar persona-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-b") #'persona-show-body)
    (define-key map (kbd "C-c C-p") #'persona-preview)
    (define-key map (kbd "C-c C-e") #'persona-explain)
    (define-key map (kbd "C-c C-f") #'eglot-format-buffer)
    (define-key map (kbd "C-c C-a") #'eglot-code-actions)
    map)
  "The keys of `persona-mode'.")

;;;###autoload
(define-derived-mode persona-mode prog-mode "Persona"
  "Major mode for the personas of lead searches.

\\{persona-mode-map}"
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+\\s-*")
  (setq-local indent-line-function #'persona-indent-line)
  (setq-local indent-tabs-mode nil)
  (setq-local electric-indent-chars
              (append '(?\] ?\} ?\)) electric-indent-chars))
  (setq-local imenu-generic-expression persona-imenu-generic-expression)
  (setq-local imenu-case-fold-search t)
  (setq-local font-lock-defaults '(persona-font-lock-keywords nil t))
  (add-hook 'before-save-hook #'persona--format-on-save nil t)
  ;; Before Eglot's, which comes with the server.
  (add-hook 'eglot-managed-mode-hook #'persona--complete-first nil t)
  (when (and persona-start-server buffer-file-name)
    (persona--start-server)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.persona\\'" . persona-mode))

(provide 'persona-mode)
;;; persona-mode.el ends here
